// What a reader does on a phone, each task by touch alone.
import { ARTICLE, analysed, appForTests, article, assert, clipboard, middleOf, openWithArticle, place, select, spotCovers, test, told, tool, view } from './lib/app.mjs'

const app = appForTests()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const OTHER = `Harbour of Dunmore closes for two weeks

The harbour of Dunmore will close for two weeks in June, the county said on Monday. Ferries will sail from Hale instead.

“The boats can stay,” said the harbour master, Ines Ode. “Nobody loses a berth.”`

const panel = page => page.locator('#panel')
const card = page => page.locator('[data-card]')
const raise = page => page.locator('.grip-told').tap()

/** Both articles in the library, the second on the desk. */
async function withTwo() {
  const page = await openWithArticle(app, PHONE)
  await view(page, 'Start')
  await page.locator('[data-kept]').first().waitFor()
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'The boats can stay')
  return page
}

/** Nothing of it is beyond the edges of the screen or under something else. */
async function isInReach(page, locator) {
  await locator.scrollIntoViewIfNeeded()
  const covered = await locator.evaluate(element => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const seen = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    return left < 0 || right > innerWidth || top < 0 || bottom > innerHeight || !(element.contains(seen) || seen?.contains(element))
  })
  assert.equal(covered, false)
}

test('words that are quoted open their card at a tap, within the screen; it is copied and leads to the list', async () => {
  const page = await openWithArticle(app, PHONE)
  const { x, y } = await middleOf(page, 'shops have waited')
  await page.touchscreen.tap(x, y)
  const spot = page.locator('.spot')
  await spot.waitFor()
  assert.match(await spot.innerText(), /Pedro Quintela[\s\S]*Direct/)
  const box = await spot.boundingBox()
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && box.y >= 0 && box.y + box.height <= 844, JSON.stringify(box))
  assert.equal(await spotCovers(page), false)
  await isInReach(page, spot.getByRole('button', { name: /Copy quote/ }))
  await spot.getByRole('button', { name: /Copy quote/ }).tap()
  await told(page, 'Copied')
  assert.match((await clipboard(page)).plain, /two winters/)
  await spot.getByRole('link', { name: 'In the list' }).tap()
  await panel(page).locator('[data-quote][aria-current=true]').filter({ hasText: 'two winters' }).waitFor()
  assert.equal(await spot.count(), 0)
})

test('two names are merged by taps, with a preview, and undone in the line', async () => {
  const page = await openWithArticle(app, PHONE)
  await view(page, 'Entities')
  await panel(page).locator('.row').filter({ hasText: 'Pedro Quintela' }).locator('.row-name').tap()
  await card(page).locator('#merge-open').tap()
  await card(page).getByRole('option', { name: /Ingrid Solheim/ }).tap()
  assert.match(await card(page).locator('.chooser-told').innerText(), /join “Ingrid Solheim”/)
  const merge = card(page).getByRole('button', { name: 'Merge', exact: true })
  await isInReach(page, merge)
  await merge.tap()
  await card(page).getByRole('heading', { name: 'Ingrid Solheim' }).waitFor()
  await page.locator('#toast-undo').tap()
  await view(page, 'Entities')
  await panel(page).locator('.row').filter({ hasText: 'Pedro Quintela' }).waitFor()
})

test('a quote is given to another by taps', async () => {
  const page = await openWithArticle(app, PHONE)
  await view(page, 'Quotes')
  const quote = page.locator('[data-quote]').filter({ hasText: 'two winters' })
  await quote.locator('.correct-quote').tap()
  await quote.getByRole('option', { name: /Hanne Brekke/ }).tap()
  const confirm = quote.locator('.confirm')
  await isInReach(page, confirm)
  await confirm.tap()
  await told(page, 'Gave')
  await page.locator('section.speaker').filter({ hasText: 'Hanne Brekke' }).locator('[data-quote]').filter({ hasText: 'two winters' }).waitFor()
})

test('a note is written and words are highlighted; both stand in the sheet and lead to their words', async () => {
  const page = await openWithArticle(app, PHONE)
  await select(page, 'took longer than planned')
  await page.locator('#mark-note').tap()
  await page.locator('#note-words').fill('How much longer?')
  await page.locator('#note-keep').tap()
  await told(page, 'Noted')
  await select(page, 'winters for this')
  await page.locator('#mark-highlight').tap()
  await told(page, 'Highlighted')
  await raise(page)
  const notes = panel(page).locator('.your-notes [data-note]')
  assert.equal(await notes.count(), 2)
  assert.equal(await notes.nth(1).getByRole('textbox').inputValue(), 'How much longer?')
  await notes.nth(1).getByRole('link').tap()
  await article(page).locator('.n2.said-here').waitFor()
})

test('a quote is marked with its speaker, and words as a name, by taps on the bar', async () => {
  const page = await openWithArticle(app, PHONE)
  await select(page, 'signed the contract')
  await page.locator('#mark-quote').tap()
  await page.locator('.mark-offers').getByRole('button', { name: 'Hanne Brekke' }).tap()
  await told(page, 'as a quote by “Hanne Brekke”')
  await select(page, 'boats')
  const person = page.getByRole('toolbar', { name: 'Mark the selected words' }).getByRole('button', { name: 'Person' })
  await isInReach(page, person)
  await person.tap()
  await article(page).locator('a.mark.people').filter({ hasText: 'boats' }).first().waitFor()
})

test('details are mended in the sheet, and a quote is copied with them', async () => {
  const page = await openWithArticle(app, PHONE)
  await raise(page)
  await page.locator('#article-details > summary').tap()
  await page.locator('#detail-site').fill('Marstal Post')
  await page.locator('#detail-site').blur()
  await page.locator('#cited').getByText('Marstal Post').waitFor()
  await view(page, 'Quotes')
  await page.getByRole('button', { name: 'Copy quote 2 with its citation' }).tap()
  await told(page, 'Copied')
  assert.match((await clipboard(page)).plain, /good weather[\s\S]*Marstal Post/)
})

test('an address of an article that is not here says so, and both ways on are in reach', async () => {
  const page = await openWithArticle(app, PHONE)
  const lost = () => page.evaluate(() => { location.hash = '#/quotes/q1?said=Nobody%20asked%20us&in=0123456789ab' })
  await lost()
  await page.getByRole('heading', { name: 'This link is to an article that is not in this browser' }).waitFor()
  assert.equal(await panel(page).count(), 0)
  const back = page.getByRole('button', { name: /Back to “Ferry line/ })
  await isInReach(page, back)
  await back.tap()
  await analysed(page, 'The boats are ready')
  await lost()
  const other = page.getByRole('button', { name: 'Paste or choose it' })
  await isInReach(page, other)
  await other.tap()
  await page.getByRole('textbox', { name: 'Article text' }).waitFor()
  assert.equal(place(page), '#/start')
})

test('the Paste button reads what is on the clipboard', async () => {
  const page = await app.open(PHONE)
  const button = page.locator('#paste-button')
  await button.waitFor()
  assert.ok((await button.boundingBox()).height >= 44)
  await page.evaluate(words => navigator.clipboard.writeText(words), ARTICLE)
  await button.tap()
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/reader')
})

test('the library is searched, shows where, and renames', async () => {
  const page = await withTwo()
  await view(page, 'Start')
  await page.getByRole('textbox', { name: 'Article text' }).fill('')
  await page.getByRole('searchbox', { name: 'Search the library' }).fill('winters')
  await page.locator('[data-kept] .snippet mark').getByText('winters').waitFor()
  assert.equal(await page.locator('[data-kept]').count(), 1)
  const snippet = await page.locator('[data-kept] .snippet').boundingBox()
  assert.ok(snippet.x >= 0 && snippet.x + snippet.width <= 390, JSON.stringify(snippet))
  await page.locator('[data-kept] .rename').tap()
  await page.locator('.library-rename').fill('The ferry story')
  await page.locator('.library-rename').press('Enter')
  await page.locator('.library-title').getByText('The ferry story').tap()
  await analysed(page, 'The boats are ready')
})

test('an article to compare is searched for and chosen; what they have in common stands there', async () => {
  const page = await withTwo()
  await view(page, 'Compare')
  await page.locator('#choose-search').fill('solheim')
  await page.locator('#choose-others .choice').filter({ hasText: 'Ferry line' }).tap()
  await page.locator('#shared').waitFor()
  assert.equal(await page.locator('#choose-others').evaluate(one => one.open), false)
  assert.equal(await page.locator('#chosen .choice').count(), 2)
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
})

test('the text is set larger behind “More”', async () => {
  const page = await openWithArticle(app, PHONE)
  const size = () => page.locator('#article article').evaluate(text => parseFloat(getComputedStyle(text).fontSize))
  const before = await size()
  await tool(page, 'look')
  const largest = page.locator('#look-menu [data-look=size] [data-step=xl]')
  await isInReach(page, largest)
  await largest.tap()
  assert.equal(await largest.getAttribute('aria-pressed'), 'true')
  assert.ok(await size() > before * 1.2)
})
