// From a name to its card, from a quote to its place, and back: the ways through an article.
import { readFileSync } from 'node:fs'
import { ARTICLE, analysed, appForTests, article, assert, openWithArticle, place, started, test, view } from './lib/app.mjs'

const app = appForTests()
const panel = page => page.locator('#panel')
const scrolled = page => article(page).evaluate(element => element.scrollTop)

test('a click on a name opens its card', async () => {
  const page = await openWithArticle(app)
  await article(page).getByRole('link', { name: 'Ingrid Solheim' }).first().click()
  const card = panel(page).locator('[data-card]')
  await card.getByRole('heading', { name: 'Ingrid Solheim' }).waitFor()
  assert.match(place(page), /^#\/entities\/e\d+/)
  assert.match(await card.innerText(), /Transport Minister/)
})

test('a card says why names were joined, and flags a name that is spelled in two ways', async () => {
  const page = await openWithArticle(app)
  await article(page).getByRole('link', { name: 'Quintella' }).click()
  const card = await panel(page).locator('[data-card]').innerText()
  assert.match(card, /Also spelled Quintel/)
})

test('a jump to a mention scrolls the article, and Back undoes it', async () => {
  const page = await openWithArticle(app, { viewport: { width: 1440, height: 420 } })
  await view(page, 'Entities')
  await panel(page).getByRole('link', { name: /Ingrid Solheim/ }).first().click()
  const before = await scrolled(page)
  await panel(page).locator('.mentions a').last().click()
  await page.waitForFunction(before => document.getElementById('article').scrollTop > before + 50, before)
  await page.goBack()
  await page.waitForFunction(before => Math.abs(document.getElementById('article').scrollTop - before) < 5, before)
})

test('a quote has its speaker and leads to its words', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  const quote = page.locator('[data-quote]').filter({ hasText: 'The boats are ready' })
  assert.match(await page.locator('section.speaker').filter({ has: quote }).innerText(), /Ingrid Solheim/)
  await quote.getByRole('link', { name: /The boats are ready/ }).click()
  const id = await quote.getAttribute('data-quote')
  assert.equal(place(page), `#/quotes/q${id}`)
  const words = article(page).locator(`.q${id}`).first()
  await words.waitFor()
  assert.notEqual(await words.evaluate(element => getComputedStyle(element).backgroundColor), 'rgba(0, 0, 0, 0)')
})

test('a quote is copied with its exact words and its speaker', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  await panel(page).locator('[data-quote]').filter({ hasText: 'two winters' }).getByRole('button', { name: /Copy quote/ }).click()
  await page.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor({ state: 'attached' })
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.match(copied, /Our shops have waited two winters for this/)
  assert.match(copied, /Quintela/)
})

test('the slider sets how many sentences the summary has, each in the article', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Summary')
  const slider = page.getByRole('slider', { name: 'Sentences' })
  for (const length of [1, 5]) {
    await slider.fill(String(length))
    await page.waitForFunction(length => document.querySelectorAll('[data-sentence]').length === length, length)
  }
  const sentence = await panel(page).locator('[data-sentence] a').first().innerText()
  assert.ok(ARTICLE.includes(sentence.trim()))
})

test('the day of publication is found, and another one shifts the dates', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Timeline')
  const field = page.getByLabel('Published', { exact: true })
  assert.equal(await field.inputValue(), '2026-03-03')
  const monday = panel(page).locator('.moment').filter({ hasText: 'Monday' })
  const before = await monday.innerText()
  await field.fill('2026-06-10')
  await field.press('Enter')
  await page.waitForFunction(before => {
    const rows = [...document.querySelectorAll('#panel .moment')]
    const row = rows.find(row => row.innerText.includes('Monday'))
    return row && row.innerText !== before
  }, before)
})

test('the timeline goes in the order of time, with what lies between', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Timeline')
  const values = await panel(page).locator('.moment-value').allInnerTexts()
  const at = value => values.findIndex(one => one.includes(value))
  assert.ok(at('2023') >= 0 && at('2023') < at('2 March 2026') && at('2 March 2026') < at('3 March 2026') && at('3 March 2026') < at('9 March 2026'), values.join(', '))
  assert.match(await panel(page).locator('.moment').filter({ hasText: '9 March 2026' }).innerText(), /6 days later/)
  await panel(page).locator('.moment-said a').filter({ hasText: 'March 9' }).click()
  assert.match(place(page), /^#\/timeline\/d\d+$/)
})

test('marks of one kind are switched off in the legend', async () => {
  const page = await openWithArticle(app)
  const people = page.getByRole('switch', { name: /People/ })
  await people.click()
  assert.equal(await people.getAttribute('aria-checked'), 'false')
  await people.click()
  assert.equal(await people.getAttribute('aria-checked'), 'true')
})

test('at first names are marked, and no days or figures', async () => {
  const page = await openWithArticle(app)
  const on = await page.locator('#panel [role=switch]').evaluateAll(all => all
    .filter(one => one.getAttribute('aria-checked') === 'true').map(one => one.innerText.match(/[A-Z][a-z]{3,}/)[0]))
  assert.deepEqual(on, ['People', 'Organisations', 'Places', 'Other'])
  assert.match(await page.locator('#article article').getAttribute('class'), /hide-dates/)
})

test('in forced colours a switch shows whether it is on, and every kind of mark has its line', async () => {
  const page = await openWithArticle(app, { forcedColors: 'active' })
  const look = name => page.getByRole('switch', { name }).locator('.switch').evaluate(one => getComputedStyle(one).backgroundColor)
  assert.notEqual(await look(/People/), await look(/Dates/))
  const off = page.locator('#panel [role=switch][aria-checked=false]')
  while (await off.count()) await off.first().click()
  const bare = await article(page).locator('.mark').evaluateAll(marks => marks
    .filter(mark => getComputedStyle(mark).textDecorationLine !== 'underline' && getComputedStyle(mark).borderBottomStyle === 'none')
    .map(mark => mark.className))
  assert.deepEqual(bare, [])
})

test('a brief has as many sentences in its summary as the page shows', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Summary')
  for (const length of [2, 4]) {
    await page.getByRole('slider', { name: 'Sentences' }).fill(String(length))
    const saving = page.waitForEvent('download')
    await page.locator('#export').click()
    await page.locator('#export-markdown').click()
    let brief = ''
    for await (const part of await (await saving).createReadStream()) brief += part
    const summary = brief.split(/^## /m).find(section => section.startsWith('Summary'))
    assert.equal(summary.split('\n').filter(line => /^(- |\d+\. |> )/.test(line)).length, length, summary)
  }
})

test('text and settings are there again after a reload, at the same place', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Summary')
  await page.getByRole('slider', { name: 'Sentences' }).fill('4')
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/summary')
  assert.equal(await page.getByRole('slider', { name: 'Sentences' }).inputValue(), '4')
})

test('the analysis is saved as JSON and as Markdown', async () => {
  const page = await openWithArticle(app)
  for (const [button, check] of [
    ['#export-json', saved => {
      const analysis = JSON.parse(saved)
      assert.equal(analysis.schema, 'article-explorer/analysis/1')
      const { start, end } = analysis.quotes.find(quote => quote.kind === 'direct').segments[0]
      assert.match([...analysis.text].slice(start, end).join(''), /^The boats are ready/)
    }],
    ['#export-markdown', saved => assert.match(saved, /Solheim/)],
  ]) {
    await page.locator('#export').click()
    const download = page.waitForEvent('download')
    await page.locator(button).click()
    check(readFileSync(await (await download).path(), 'utf8'))
  }
})

test('a paragraph that reads from right to left does, and the others do not', async () => {
  const page = await app.open()
  await page.getByRole('textbox', { name: 'Article text' }).fill(`${ARTICLE}\n\nقال وزير النقل يوم الثلاثاء إن العبارة ستعود في الربيع، Marstal.`)
  await analysed(page, 'The boats are ready')
  const ways = await article(page).locator('.sheet > *').evaluateAll(all => all.map(one => getComputedStyle(one).direction))
  assert.equal(ways.at(-1), 'rtl')
  assert.deepEqual([...new Set(ways.slice(0, -1))], ['ltr'])
})

for (const width of [1440, 1000, 860, 390]) {
  test(`nothing of the frame is cut off, at ${width} px`, async () => {
    const page = await openWithArticle(app, { viewport: { width, height: 800 } })
    const cut = selector => page.locator(selector).filter({ visible: true }).evaluateAll(all => all.filter(one => {
      const { left, top, right, bottom } = one.getBoundingClientRect()
      const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
      return left < 0 || right > innerWidth || !seen || !(one.contains(seen) || seen.contains(one))
    }).map(one => one.textContent))
    assert.deepEqual(await cut('.views a, .tools > button'), [])
    if (width <= 760) await page.locator('#more-button').click()
    await page.locator('#export').click()
    assert.deepEqual(await cut('#export-menu button:first-of-type'), [])
    const { width: wide, x } = await page.locator('#export-menu').boundingBox()
    assert.ok(x >= 0 && x + wide <= width)
    await page.locator('#copy-quotes').scrollIntoViewIfNeeded()
    assert.deepEqual(await cut('#copy-quotes'), [])
  })
}

test('the About page shows the measured quality in a reader’s words', async () => {
  const page = await app.open({ path: '#/about' })
  const rows = await page.locator('.figures-of-quality tbody tr').allInnerTexts()
  assert.ok(rows.length >= 5)
  for (const row of rows) assert.match(row, /about \d+ of 100/)
})
