// What the system may ask of an installed app: to take what is shared, to print.
import { analysed, appForTests, ARTICLE, article, assert, drop, openWithArticle, place, started, test, view } from './lib/app.mjs'
import { folderWith } from './lib/builds.mjs'
import { serve } from './lib/site.mjs'

const app = appForTests()

/** Shares as the system does: a form that no site sent is posted to the address that the manifest names. */
async function share(page, parts) {
  const { share_target: target } = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json())
  await page.goto('about:blank')
  await post(page, new URL(target.action, app.site.url).href, parts)
}

/** Posts a form from the page that is open, whoever's it is. */
async function post(page, action, parts) {
  await page.setContent(`<meta charset="utf-8"><form action="${action}" method="post" enctype="multipart/form-data">
    <input name="title"><textarea name="text"></textarea><input name="file" type="file"></form>`)
  for (const [name, value] of Object.entries(parts)) {
    const field = page.locator(`[name=${name}]`)
    if (typeof value === 'string') await field.fill(value)
    else await field.setInputFiles({ name: value.name, mimeType: 'text/plain', buffer: Buffer.from(value.words) })
  }
  await page.evaluate(() => document.forms[0].submit())
  await page.waitForURL(url => url.href.startsWith(app.site.url))
  await started(page)
}

const question = page => page.getByRole('dialog', { name: 'Something was shared: open it?' })
const NAMES = JSON.stringify({ schema: 'article-explorer/names/1',
  names: [{ name: 'Ingrid Solheim the Liar', kind: 'PERSON', aliases: ['Ingrid Solheim'] }], not_names: [{ name: 'Pedro Quintela', kind: 'PERSON' }] })
const namesQuestion = page => page.getByRole('dialog', { name: 'Add to your names?' })
const kept = page => page.evaluate(() => localStorage.getItem('article-explorer.names'))

async function controlled() {
  const page = await app.open()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await started(page)
  return page
}

test('words that another program shares are read once the reader wants it, by keyboard too', async () => {
  const page = await controlled()
  await share(page, { title: 'Ferry line to Oskarvik returns in spring', text: ARTICLE.split('\n\n').slice(1).join('\n\n') })
  await question(page).getByText('Ferry line to Oskarvik returns in spring').waitFor()
  assert.equal(await article(page).count(), 0)
  assert.equal(new URL(page.url()).search, '')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'shared-open')
  await page.keyboard.press('Enter')
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/reader')
})

test('a file that is shared is named, read, and not brought again', async () => {
  const page = await controlled()
  await share(page, { file: { name: 'Fähre & more.txt', words: ARTICLE } })
  await question(page).getByText('Fähre & more.txt').waitFor()
  assert.equal(await page.evaluate(() => caches.keys().then(keys => keys.filter(key => key.startsWith('shared')).length)), 0)
  await page.getByRole('button', { name: 'Open it' }).click()
  await analysed(page, 'The boats are ready')
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
  assert.equal(await question(page).count(), 0)
})

test('what another site sends says so, and does nothing without a yes', async () => {
  const page = await controlled()
  const evil = await serve(folderWith({ 'index.html': '<title>Evil</title>' }).folder, '/')
  await page.goto(evil.url)
  await post(page, `${app.site.url}share`, { file: { name: 'x.json', words: NAMES } })
  await question(page).getByText('A list of names').waitFor()
  await question(page).getByText(new URL(evil.url).origin).waitFor()
  await page.keyboard.press('Escape')
  await question(page).waitFor({ state: 'hidden' })
  assert.equal(await kept(page), null)

  await page.goto(evil.url)
  await post(page, `${app.site.url}share`, { file: { name: 'x.json', words: NAMES } })
  await page.getByRole('button', { name: 'Open it' }).click()
  // Even then a list is shown before it counts.
  await namesQuestion(page).getByText('Ingrid Solheim the Liar').waitFor()
  await page.keyboard.press('Escape')
  await namesQuestion(page).waitFor({ state: 'hidden' })
  assert.equal(await kept(page), null)
  await evil.stop()
})

test('a list of names says what it would change before it does, however it comes in', async () => {
  const page = await app.open()
  await page.getByRole('textbox', { name: 'Article text' }).fill(NAMES)
  const dialog = namesQuestion(page)
  await dialog.getByText('Ingrid Solheim the Liar (also Ingrid Solheim)').waitFor()
  assert.match(await dialog.innerText(), /Not names any more\s+Pedro Quintela/i)
  assert.equal(await kept(page), null)
  await dialog.getByRole('button', { name: 'Add them' }).click()
  await page.locator('.your-names').waitFor()
  await drop(page, 'names.json', Buffer.from(NAMES))
  await dialog.getByText('nothing would change').waitFor()
})

test('every place that the manifest names is there', async () => {
  const page = await app.open()
  const manifest = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json())
  for (const { url } of manifest.shortcuts) {
    await page.goto(new URL(url, page.url()).href)
    assert.equal(place(page), new URL(url, page.url()).hash)
    assert.equal(await page.locator('html').getAttribute('data-view'), place(page).slice(2))
  }
  assert.ok(Object.keys(manifest.file_handlers[0].accept).length > 0)
})

test('on paper stand the article and the view beside it, without buttons', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  await page.emulateMedia({ media: 'print' })
  assert.ok(await article(page).isVisible())
  assert.ok(await page.locator('#panel [data-quote]').first().isVisible())
  for (const hidden of ['.rail', '#panel .filter', '#panel button']) {
    assert.equal(await page.locator(hidden).filter({ visible: true }).count(), 0, hidden)
  }
  const pdf = await page.pdf({ format: 'A4' })
  assert.ok(pdf.length > 10_000)
})

test('what tells how the page is used is not on paper', async () => {
  const page = await openWithArticle(app)
  await page.emulateMedia({ media: 'print' })
  for (const hidden of ['.legend', '.lines-legend', '#panel .hint']) {
    assert.ok(await page.locator(hidden).count() > 0, `${hidden} is there on the screen`)
    assert.equal(await page.locator(hidden).filter({ visible: true }).count(), 0, hidden)
  }
  await page.emulateMedia({ media: 'screen' })
  await view(page, 'Start')
  await page.emulateMedia({ media: 'print' })
  assert.equal(await page.locator('#panel textarea, #panel .field').filter({ visible: true }).count(), 0)
})
