// What is known of an article, mended in one place; citations; addresses that name their article; the reader's notes.
import { analysed, appForTests, article, assert, clipboard, openWithArticle, place, select, started, test, told, view } from './lib/app.mjs'

const app = appForTests()
const OTHER = `Harbour of Dunmore closes for two weeks

The harbour of Dunmore will close for two weeks in June, the county said on Monday. Ferries will sail from Hale instead.

“The boats can stay,” said the harbour master, Ines Ode. “Nobody loses a berth.”`

const panel = page => page.locator('#panel')

async function describe(page) {
  await page.locator('#article-details > summary').click()
  for (const [field, value] of [['title', 'The Ferry Comes Back'], ['authors', 'Ana Ruiz; Ito Pell'], ['site', 'Marstal Post'], ['url', 'https://post.example/ferry']]) {
    await page.locator(`#detail-${field}`).fill(value)
    await page.locator(`#detail-${field}`).press('Tab')
    await page.locator(`#detail-${field}`).and(page.locator(`:not(:focus)`)).waitFor()
  }
}

async function withTwo() {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  await panel(page).locator('[data-quote="2"] .quote-words').click()
  await view(page, 'Start')
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'The boats can stay')
  return page
}

test('title, authors, source and link are mended once, and cited, exported and kept so', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Reader')
  await describe(page)
  await page.locator('#detail-day').fill('2026-03-03')
  await page.locator('#detail-day').press('Enter')
  await page.locator('#cite-style').selectOption('apa')
  const cited = 'Ruiz, A., & Pell, I. (2026, March 3). The ferry comes back. Marstal Post. https://post.example/ferry'
  await page.locator('#cited').getByText(cited.slice(0, 40)).waitFor()
  assert.equal(await page.locator('#cited').innerText(), cited)
  await page.locator('#copy-citation').click()
  await told(page, 'Copied')
  const copied = await clipboard(page)
  assert.equal(copied.plain, cited)
  assert.match(copied.html, /<i>Marstal Post<\/i>/)
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
  await page.locator('#article-details > summary').getByText('By Ana Ruiz and Ito Pell · Marstal Post').waitFor()
  const saving = page.waitForEvent('download')
  await page.locator('#export').click()
  await page.locator('#export-bibtex').click()
  const bibtex = (await (await saving).createReadStream().then(async stream => { let all = ''; for await (const part of stream) all += part; return all }))
  assert.match(bibtex, /@article\{ruiz2026/)
  assert.match(bibtex, /author = \{Ruiz, Ana and Pell, Ito\}/)
  await view(page, 'Start')
  await page.locator('[data-kept] .library-title').getByText('The Ferry Comes Back').waitFor()
  await page.locator('[data-kept] .library-source').getByText('Marstal Post, 3 March 2026').waitFor()
  await view(page, 'Reader')
  await page.locator('#undo').click()
  await told(page, 'Undone: Set the link')
  assert.deepEqual(page.noise, [])
})

test('a quote is copied in the chosen style, each part in its marks', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Reader')
  await page.locator('#article-details > summary').click()
  await page.locator('#cite-style').selectOption('mla')
  await view(page, 'Quotes')
  await page.getByRole('button', { name: 'Copy quote 2 with its citation' }).click()
  await told(page, 'Copied')
  const { plain, html } = await clipboard(page)
  const [quote, source] = plain.split('\n\n')
  const shown = await panel(page).locator('[data-quote="2"] .quote-words').innerText()
  assert.ok(quote.startsWith(shown), `${quote} begins with ${shown}`)
  assert.match(quote, /Ingrid Solheim.*qtd\. in/)
  assert.match(source, /“Ferry Line to Oskarvik Returns in Spring\.”/)
  assert.match(html, /^<p>/)
})

test('an address leads to its own article, whatever is open, and Back too', async () => {
  const page = await withTwo()
  await view(page, 'Quotes')
  await panel(page).getByText('Nobody loses a berth').waitFor()
  assert.match(await page.evaluate(() => location.hash), /in=[0-9a-f]{12}/)
  for (let steps = 0; steps < 6 && place(page) !== '#/quotes/q2'; steps++) await page.goBack()
  await analysed(page, 'The boats are ready')
  await panel(page).locator('[data-quote="2"][aria-current]').getByText('The boats are ready').waitFor()
  await page.goForward()
  await page.goForward()
  await page.goForward()
  await analysed(page, 'The boats can stay')
  const address = await page.evaluate(() => location.href)
  const again = await page.context().newPage()
  await again.goto(address.replace(/#.*/, '') + '#/reader')
  await started(again)
  await again.goto(address)
  await analysed(again, 'The boats can stay')
})

test('an address of an article that is not in this browser says so and shows nothing of another', async () => {
  const page = await openWithArticle(app)
  const base = await page.evaluate(() => location.href.replace(/#.*/, ''))
  await page.evaluate(() => { location.hash = '#/quotes/q1?said=Nobody%20asked%20us&in=0123456789ab' })
  await page.getByRole('heading', { name: 'This link is to an article that is not in this browser' }).waitFor()
  await page.locator('.elsewhere q').getByText('Nobody asked us').waitFor()
  assert.equal(await panel(page).count(), 0)
  await page.getByRole('button', { name: /Back to “Ferry line/ }).click()
  await analysed(page, 'The boats are ready')
  assert.ok(base)
})

test('a link to a quote carries its words, and finds them under another number', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  await page.getByRole('button', { name: 'Copy a link to quote 1', exact: true }).click()
  await told(page, 'Copied: a link')
  const { plain: link } = await clipboard(page)
  assert.match(link, /#\/quotes\/q1\?said=.*&in=[0-9a-f]{12}$/)
  await view(page, 'Reader')
  await page.evaluate(link => { location.hash = new URL(link).hash.replace('/q1?', '/q2?') }, link)
  await page.locator('[data-quote="1"][aria-current]').waitFor()
  assert.equal(place(page), '#/quotes/q1')
})

test('words are highlighted and noted at the selection; notes are kept, found and exported', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Reader')
  await select(page, 'took longer than planned')
  const bar = page.getByRole('toolbar', { name: 'Mark the selected words' })
  await bar.waitFor()
  const [words, tools] = await Promise.all([
    page.evaluate(() => { const box = getSelection().getRangeAt(0).getBoundingClientRect(); return { top: box.top, bottom: box.bottom, left: box.left } }),
    bar.boundingBox(),
  ])
  const [above, below] = [words.top - (tools.y + tools.height), tools.y - words.bottom]
  assert.ok(Math.max(above, below) >= -1, 'the bar covers none of the words')
  assert.ok(Math.max(above, below) < 40 && Math.abs(tools.x - words.left) < 300, `the bar stands at the words: ${JSON.stringify([tools, words])}`)
  await page.locator('#mark-note').click()
  await page.locator('#note-words').fill('How much longer?')
  await page.locator('#note-keep').click()
  await told(page, 'Noted')
  await article(page).locator('.noted').getByText('took longer than planned').waitFor()
  await select(page, 'winters for this')
  await page.locator('#mark-highlight').click()
  await told(page, 'Highlighted')
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
  assert.equal(await panel(page).locator('.your-notes [data-note]').count(), 2)
  await panel(page).locator('[data-note="2"] a').click()
  await article(page).locator('.n2.said-here').waitFor()
  const saving = page.waitForEvent('download')
  await page.locator('#export').click()
  await page.locator('#export-csv-notes').click()
  let csv = ''
  for await (const part of await (await saving).createReadStream()) csv += part
  assert.match(csv, /took longer than planned,How much longer\?/)
  await view(page, 'Start')
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('how much longer')
  assert.equal(await page.locator('[data-kept]').count(), 1)
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('paragraph')
  await page.getByText('No article here has all of these words').waitFor()
})

test('a quote is marked with its speaker, and words are copied with their citation, from the bar', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Reader')
  await select(page, 'took longer than planned')
  await page.locator('#mark-copy').click()
  await told(page, 'Copied: the words')
  assert.match((await clipboard(page)).plain, /^“took longer than planned” In: “Ferry line to Oskarvik returns in spring”/)
  await select(page, 'signed the contract')
  await page.locator('#mark-quote').click()
  await page.locator('#said-by').fill('brekke')
  await page.locator('#said-by').press('Enter')
  await told(page, 'as a quote by “Hanne Brekke”')
  await view(page, 'Quotes')
  await panel(page).getByText('signed the contract').waitFor()
  await view(page, 'Reader')
  await select(page, 'declined to comment')
  await page.keyboard.press('Escape')
  await page.getByRole('toolbar', { name: 'Mark the selected words' }).waitFor({ state: 'detached' })
})

test('with the keyboard alone: words are found, highlighted and undone', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Reader')
  await page.locator('#search').focus()
  await page.keyboard.type('winters for this')
  await page.keyboard.press('Enter')
  await page.locator('#mark-found').focus()
  await page.keyboard.press('Enter')
  await page.locator('#mark-highlight:focus').waitFor()
  await page.keyboard.press('Enter')
  await told(page, 'Highlighted')
  await article(page).locator('.noted').getByText('winters for this').waitFor()
  // The bar is gone, and the focus is not lost with it.
  await page.locator('#article:focus').waitFor()
  await page.keyboard.press('Control+z')
  await article(page).locator('.noted').waitFor({ state: 'detached' })
})

test('on a phone the bar stands within the screen and its buttons act', async () => {
  const page = await openWithArticle(app, { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await view(page, 'Reader')
  await select(page, 'winters for this')
  const bar = page.getByRole('toolbar', { name: 'Mark the selected words' })
  const box = await bar.boundingBox()
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box))
  const words = await page.evaluate(() => getSelection().getRangeAt(0).getBoundingClientRect().bottom)
  assert.ok(Math.abs(box.y - words) < 40 || box.y + box.height < words, `the bar stands at the words: ${JSON.stringify([box, words])}`)
  await page.locator('#mark-highlight').tap()
  await told(page, 'Highlighted')
})

test('the library is searched whatever the accents and marks, shows where, and renames', async () => {
  const page = await withTwo()
  await view(page, 'Start')
  await page.getByRole('textbox', { name: 'Article text' }).fill('')
  const search = page.getByRole('searchbox', { name: 'Search the library' })
  await search.fill('Íngrid SOLHEIM')
  await page.locator('[data-kept] .snippet mark').getByText('Ingrid').waitFor()
  assert.equal(await page.locator('[data-kept]').count(), 1)
  await page.locator('[data-kept] .rename').click()
  await page.locator('.library-rename').fill('The ferry story')
  await page.locator('.library-rename').press('Enter')
  await page.locator('.library-title').getByText('The ferry story').waitFor()
  await page.locator('.library-title').getByText('The ferry story').click()
  await analysed(page, 'The boats are ready')
  await view(page, 'Reader')
  await page.locator('#article-details > summary').click()
  assert.equal(await page.locator('#detail-title').inputValue(), 'The ferry story')
})

test('articles to compare are searched for, and the search folds away', async () => {
  const page = await withTwo()
  await view(page, 'Compare')
  await page.locator('#choose-search').fill('solheim')
  await page.locator('#choose-others .choice').getByText('Ferry line').waitFor()
  await page.locator('#choose-others .choice input').click()
  await page.locator('#same-quotes').waitFor()
  assert.equal(await page.locator('#choose-others').evaluate(one => one.open), false)
  assert.equal(await page.locator('#chosen .choice').count(), 2)
})

