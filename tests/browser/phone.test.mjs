// The page on a phone, by touch: the sheet, the views at the thumb, undo in reach; and how the page is set on any screen.
import { ARTICLE, analysed, appForTests, article, assert, decide, form, openWithArticle, place, test, view } from './lib/app.mjs'

const app = appForTests()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const sheet = page => page.evaluate(() => document.documentElement.dataset.sheet)
const height = page => page.locator('#panel').evaluate(panel => panel.getBoundingClientRect().height)

/** A finger goes from one height to another on the sheet's grip. */
async function drag(page, by, steps = 8) {
  const box = await page.locator('.grip').boundingBox()
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= steps; step++) {
    await page.mouse.move(x, y + by * step / steps)
    await page.waitForTimeout(40)
  }
  await page.waitForTimeout(150)
  await page.mouse.up()
  await page.waitForTimeout(300)
}

test('the sheet tells what is in it, goes with the finger and snaps', async () => {
  const page = await openWithArticle(app, PHONE)
  assert.equal(await sheet(page), 'peek')
  assert.match(await page.locator('.grip').innerText(), /\d+ words, \d+ names, \d+ quotes/)
  await drag(page, -360)
  assert.equal(await sheet(page), 'half')
  assert.ok(Math.abs(await height(page) - 844 * 0.46) < 3)
  await drag(page, -330)
  assert.equal(await sheet(page), 'full')
  await drag(page, 700)
  assert.equal(await sheet(page), 'peek')
  await page.locator('.grip-told').click()
  assert.equal(await sheet(page), 'half', 'a tap raises it')
})

test('five views and More are at the thumb, with words that can be read', async () => {
  const page = await openWithArticle(app, PHONE)
  const stops = await page.locator('.views > a, #more-button').evaluateAll(all => all.filter(one => one.offsetParent !== null).map(one => {
    const at = one.getBoundingClientRect()
    return { words: one.innerText.trim(), width: at.width, height: at.height, size: parseFloat(getComputedStyle(one).fontSize), fits: one.scrollWidth <= one.clientWidth }
  }))
  assert.deepEqual(stops.map(stop => stop.words), ['Start', 'Reader', 'Entities', 'Quotes', 'Summary', 'More'])
  for (const stop of stops) assert.ok(stop.width >= 44 && stop.height >= 44 && stop.size >= 12 && stop.fits, JSON.stringify(stop))
  await page.locator('#more-button').click()
  await page.locator('.more-views').getByRole('link', { name: 'Timeline' }).click()
  assert.equal(place(page), '#/timeline')
  await page.locator('#more-button').click()
  await page.locator('#export').click()
  await page.locator('#export-json').waitFor()
})

test('a quote is seen without scrolling, and the filter is a press away', async () => {
  const page = await openWithArticle(app, PHONE)
  await view(page, 'Quotes')
  await page.waitForTimeout(300)
  const first = await page.locator('[data-quote] .quote-words').first().boundingBox()
  assert.ok(first.y + 24 < 844 - 56, `the first quote stands at ${first.y}`)
  assert.equal(await page.locator('#speaker').isVisible(), false)
  await page.locator('.filter-more > summary').click()
  await page.locator('#speaker').waitFor()
})

test('a correction is undone by a thumb', async () => {
  const page = await openWithArticle(app, PHONE)
  await view(page, 'Entities')
  await page.locator('#panel .row').filter({ hasText: 'Aurora' }).locator('.row-name').click()
  await form(page, 'retype')
  assert.equal(await sheet(page), 'full', 'the list has room')
  await decide(page, 'retype', 'Person')
  await page.locator('#toast-undo').waitFor()
  await page.locator('.grip-undo').click()
  await page.locator('#toast-redo').waitFor()
})

test('nothing on a phone or a desk is set in letters under 12 px', async () => {
  for (const options of [PHONE, {}]) {
    const page = await openWithArticle(app, options)
    for (const hash of ['#/start', '#/reader', '#/entities', '#/quotes', '#/summary', '#/timeline', '#/compare', '#/about']) {
      await page.evaluate(hash => { location.hash = hash }, hash)
      await page.waitForTimeout(250)
      const small = await page.evaluate(() => [...document.querySelectorAll('body *')].filter(element => {
        const words = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim())
        return words && element.checkVisibility?.() && !element.closest('svg, .for-ears') && parseFloat(getComputedStyle(element).fontSize) < 12
      }).map(element => `${element.tagName} ${element.className} ${element.textContent.slice(0, 20)}`))
      assert.deepEqual(small, [], hash)
    }
  }
})

test('a tablet has two columns', async () => {
  const page = await openWithArticle(app, { viewport: { width: 834, height: 1112 } })
  const [text, panel] = [await article(page).boundingBox(), await page.locator('#panel').boundingBox()]
  assert.ok(panel.x >= text.x + text.width - 1 && panel.height > 800, JSON.stringify({ text, panel }))
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true)
})

test('size, width, spacing and panel are set and kept', async () => {
  const page = await openWithArticle(app)
  const size = () => page.locator('#article article').evaluate(text => parseFloat(getComputedStyle(text).fontSize))
  const before = await size()
  await page.locator('#look').click()
  const step = (look, key) => page.locator(`[data-look=${look}] [data-step=${key}]`).click()
  await step('size', 'xl')
  assert.ok(await size() > before * 1.2)
  await step('panel', 'off')
  await page.locator('#panel').waitFor({ state: 'hidden' })
  await page.reload()
  await analysed(page, 'The boats are ready')
  assert.ok(await size() > before * 1.2)
  // A name that is opened needs its card.
  await article(page).locator('a.mark').first().click()
  await page.locator('[data-card]').waitFor()
})
