// What a reader does, each task with keys alone.
import { analysed, appForTests, article, assert, clipboard, openWithArticle, place, tabTo, test, told, view } from './lib/app.mjs'

const app = appForTests()
const OTHER = `Harbour of Dunmore closes for two weeks

The harbour of Dunmore will close for two weeks in June, the county said on Monday. Ferries will sail from Hale instead.

“The boats can stay,” said the harbour master, Ines Ode. “Nobody loses a berth.”`

const tabOnto = (page, selector) => tabTo(page, `document.activeElement.matches(${JSON.stringify(selector)})`)
const focusIs = (page, selector) => page.waitForFunction(selector => document.activeElement.matches(selector), selector)
const press = async (page, ...keys) => { for (const key of keys) await page.keyboard.press(key) }
/** The focus stands on something, from where Tab goes on. */
const isKept = page => page.waitForFunction(() => document.activeElement !== document.body, undefined, { timeout: 5000 })

async function withTwo() {
  const page = await openWithArticle(app)
  await view(page, 'Start')
  await page.locator('[data-kept]').first().waitFor()
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'The boats can stay')
  await article(page).focus()
  return page
}

test('details are mended, a style is chosen and the citation is copied', async () => {
  const page = await openWithArticle(app)
  await article(page).focus()
  await tabOnto(page, '#article-details > summary')
  await press(page, 'Enter')
  await tabOnto(page, '#detail-site')
  await page.keyboard.type('Marstal Post')
  await press(page, 'Tab')
  await page.locator('#cited').getByText('Marstal Post').waitFor()
  await focusIs(page, '#detail-url')
  await tabOnto(page, '#cite-style')
  await page.keyboard.type('MLA')
  await tabOnto(page, '#copy-citation')
  await press(page, 'Enter')
  await told(page, 'Copied')
  assert.match((await clipboard(page)).plain, /“Ferry Line to Oskarvik Returns in Spring\.” Marstal Post/)
  await article(page).focus()
  await press(page, 'Control+z')
  await told(page, 'Undone: Set the')
})

test('size, width, spacing and panel are set, each by its steps, and Escape leaves them', async () => {
  const page = await openWithArticle(app)
  const looks = () => page.locator('#article article').evaluate(text => {
    const { fontSize, lineHeight } = getComputedStyle(text)
    const line = text.querySelector('p')
    return {
      size: parseFloat(fontSize), leading: parseFloat(lineHeight) / parseFloat(fontSize),
      measure: line.getBoundingClientRect().width / parseFloat(fontSize), panel: document.querySelector('#panel').getBoundingClientRect().width,
    }
  })
  await article(page).focus()
  await tabOnto(page, '#look')
  await press(page, 'Enter')
  for (const look of ['size', 'leading', 'measure', 'panel']) {
    const seen = []
    for (const step of ['s', 'm', 'l']) {
      const button = `[data-look=${look}] [data-step=${step}]`
      await tabOnto(page, button)
      await press(page, 'Enter')
      assert.equal(await page.locator(button).getAttribute('aria-pressed'), 'true')
      seen.push((await looks())[look])
    }
    assert.ok(seen[0] < seen[1] && seen[1] < seen[2], `${look}: ${seen}`)
  }
  await press(page, 'Escape')
  await focusIs(page, '#look')
  assert.equal(await page.locator('#look-menu').isVisible(), false)
})

test('the library is searched, and an article renamed and opened', async () => {
  const page = await withTwo()
  await press(page, '1')
  await tabOnto(page, '#library-search')
  await page.keyboard.type('winters')
  await page.locator('[data-kept] .snippet mark').getByText('winters').waitFor()
  assert.equal(await page.locator('[data-kept]').count(), 1)
  await tabOnto(page, '[data-kept] .rename')
  await press(page, 'Enter')
  await focusIs(page, '.library-rename')
  await press(page, 'Control+a')
  await page.keyboard.type('The ferry story')
  await press(page, 'Enter')
  await page.locator('.library-title').getByText('The ferry story').waitFor()
  await tabOnto(page, '.library-title')
  await press(page, 'Enter')
  await analysed(page, 'The boats are ready')
})

test('the focus stays when an article of the library is renamed, and when it is not', async () => {
  const page = await withTwo()
  await press(page, '1')
  await page.locator('[data-kept]').nth(1).waitFor()
  for (const [typed, key] of [['The ferry story', 'Enter'], ['Another', 'Escape']]) {
    await tabOnto(page, '[data-kept] .rename')
    await press(page, 'Enter')
    await focusIs(page, '.library-rename')
    await page.keyboard.type(typed)
    await press(page, key)
    await page.locator('.library-rename').waitFor({ state: 'detached' })
    await isKept(page)
  }
  assert.equal(await page.locator('.library-title').getByText('Another').count(), 0)
})

test('an article to compare is searched for and chosen', async () => {
  const page = await withTwo()
  await press(page, '7')
  await tabOnto(page, '#choose-search')
  await page.keyboard.type('solheim')
  await page.locator('#choose-others .choice').getByText('Ferry line').waitFor()
  await tabOnto(page, '#choose-others input[type=checkbox]')
  await press(page, 'Space')
  await page.locator('#shared').waitFor()
  assert.equal(await page.locator('#chosen .choice').count(), 2)
})

test('the focus stays when an article to compare is chosen', async () => {
  const page = await withTwo()
  await press(page, '7')
  await tabOnto(page, '#choose-others input[type=checkbox]')
  await press(page, 'Space')
  await page.locator('#shared').waitFor()
  await isKept(page)
})

test('an address of an article that is not here is left by either of its buttons', async () => {
  const page = await openWithArticle(app)
  const lost = async () => {
    await page.evaluate(() => { location.hash = '#/quotes/q1?in=0123456789ab' })
    await page.getByRole('heading', { name: 'This link is to an article that is not in this browser' }).waitFor()
  }
  const onto = words => tabTo(page, `document.activeElement.matches('.elsewhere button') && document.activeElement.textContent.includes(${JSON.stringify(words)})`)
  await lost()
  await onto('Back to')
  await press(page, 'Enter')
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/reader')
  await lost()
  await onto('Paste or choose it')
  await press(page, 'Enter')
  await page.getByRole('textbox', { name: 'Article text' }).waitFor()
  assert.equal(place(page), '#/start')
})
