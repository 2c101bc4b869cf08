// What goes out of the page comes in again: an analysis, a list of names.
import { readFileSync } from 'node:fs'
import { analysed, appForTests, article, assert, choose, drop, openWithArticle, paste, renameTo, started, test, view } from './lib/app.mjs'

const app = appForTests()
const OTHER = `Aurora sold to Dunmore

The Aurora, a ferry of 1978, was sold to the county of Dunmore on Friday. Hanne Brekke of the Baltic Transport Union said the crew of Aurora would stay. “Nobody will lose their work,” Brekke said.`

const saved = async (page, button) => {
  const download = page.waitForEvent('download')
  await button()
  return readFileSync(await (await download).path(), 'utf8')
}
const exported = page => saved(page, async () => {
  await page.locator('#export').click()
  await page.locator('#export-json').click()
})

async function openCard(page, name) {
  await view(page, 'Entities')
  await page.locator('#panel .row').filter({ hasText: name }).first().click()
}

/** A ship is renamed, and a mayor who is spelled in two ways is one. */
async function correct(page) {
  await openCard(page, 'Aurora')
  await renameTo(page, 'MV Aurora')
  await page.locator('[data-card]').getByRole('heading', { name: 'MV Aurora', exact: true }).waitFor()
}

/** What a reader sees of an article: the marks in it, and every view beside it. */
async function seen(page) {
  const all = {}
  for (const name of ['Reader', 'Entities', 'Quotes', 'Summary', 'Timeline']) {
    await view(page, name)
    // What was corrected here is a list of this browser, not a part of the analysis.
    const own = page.locator('#panel-body .corrections')
    all[name] = (await page.locator('#panel-body').innerText()).replace(await own.count() ? await own.innerText() : '', '')
    all[name] = all[name].replace(/\n+/g, '\n')
  }
  all.marks = await article(page).locator('[data-e]').evaluateAll(marks => marks.map(mark => mark.textContent))
  return all
}

test('an analysis with corrections, taken to an empty browser, gives the same view and the same bytes', async () => {
  const here = await openWithArticle(app)
  await correct(here)
  const file = await exported(here)
  const expected = await seen(here)

  const there = await app.open()
  await choose(there, 'ferry.json', Buffer.from(file))
  await analysed(there, 'The boats are ready')
  const found = await seen(there)
  for (const part of Object.keys(expected)) assert.deepEqual(found[part], expected[part], part)
  assert.equal(await exported(there), file)

  await there.reload()
  await started(there)
  await analysed(there, 'The boats are ready')
  assert.equal(await exported(there), file)
  assert.deepEqual(there.noise, [])
})

test('an analysis comes in by drop and by paste, and can be corrected further', async () => {
  const here = await openWithArticle(app)
  const file = await exported(here)
  const there = await app.open()
  await drop(there, 'analysis.txt', Buffer.from(file))
  await analysed(there, 'The boats are ready')
  await correct(there)
  const corrected = await exported(there)
  assert.notEqual(corrected, file)
  const third = await app.open()
  await paste(third, corrected)
  await analysed(third, 'The boats are ready')
  assert.equal(await exported(third), corrected)
})

test('a damaged analysis is refused in plain words, and what was there stays', async () => {
  const page = await openWithArticle(app)
  const file = await exported(page)
  await view(page, 'Start')
  for (const [broken, why] of [
    [file.slice(0, 300), 'not JSON, or was cut off'],
    ['{"a": 1}', 'without an article'],
    ['null', 'without an article'],
    [`[${file},${file}]`, 'holds several analyses'],
    [file.replace('analysis/1', 'analysis/9'), 'this version of Article Explorer reads'],
    [file.replace('"start":0,', '"start":99999999,'), 'is damaged'],
  ]) {
    await choose(page, 'broken.json', Buffer.from(broken))
    await page.getByRole('alert').getByText(why).waitFor()
    await page.getByRole('button', { name: 'Close this message' }).click()
  }
  await view(page, 'Reader')
  await analysed(page, 'The boats are ready')
})

test('names that were corrected serve the next article, once switched on', async () => {
  const page = await openWithArticle(app)
  await correct(page)
  await view(page, 'Reader')
  await page.locator('#learn-names').click()
  await view(page, 'Start')
  await page.locator('.your-names > summary').click()
  await page.locator('.your-names').getByText('MV Aurora').waitFor()
  await page.locator('#names-on').check()
  const list = await saved(page, () => page.locator('#names-save').click())
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'Nobody will lose')
  await view(page, 'Entities')
  await page.locator('.row-name').getByText('MV Aurora', { exact: true }).waitFor()
  await page.keyboard.press('Control+z')
  await page.locator('.row-name').getByText('Aurora', { exact: true }).waitFor()

  // The same list, in another browser.
  const other = await app.open()
  await choose(other, 'names.json', Buffer.from(list))
  await other.locator('#names-add').click()
  await other.locator('.your-names > summary').click()
  await other.locator('.your-names').getByText('MV Aurora').waitFor()
  assert.equal(await saved(other, () => other.locator('#names-save').click()), list)
  await other.getByRole('button', { name: 'Forget “MV Aurora”' }).click()
  await other.locator('.your-names').waitFor({ state: 'detached' })
})

test('only what is selected goes out, if the reader wants it so', async () => {
  const page = await openWithArticle(app)
  const json = async only => JSON.parse(await saved(page, async () => {
    await page.locator('#export').click()
    if (only) await page.locator('#export-only').check()
    await page.locator('#export-json').click()
  }))
  await openCard(page, 'Hanne Brekke')
  const brekke = await json(true)
  assert.deepEqual(brekke.entities.map(entity => entity.name), ['Hanne Brekke'])
  assert.ok(brekke.quotes.every(quote => brekke.text.slice(quote.speaker.start, quote.speaker.end).includes('she') || quote.speaker.entity === brekke.entities[0].id))
  await view(page, 'Quotes')
  await page.locator('#search').fill('boats')
  const boats = await json(true)
  assert.equal(boats.quotes.length, 1)
  await page.locator('#search').fill('')
  assert.equal(await page.locator('#export-only').count(), 0)
  assert.ok((await json(false)).quotes.length > 3)
})
