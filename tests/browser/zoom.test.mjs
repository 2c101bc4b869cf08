// A page that is enlarged: twice as large in a window of 1440 × 900, which is 720 × 450, and with letters of twice the size.
import { appForTests, article, assert, openWithArticle, place, test, view } from './lib/app.mjs'

const app = appForTests()
const VIEWS = ['Start', 'Reader', 'Entities', 'Quotes', 'Summary', 'Timeline', 'Compare', 'About']
const ZOOMED = { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 }

/** Whether the whole of its first line is on the screen and not under something else. */
const isSeen = locator => locator.evaluate(element => {
  const line = element.getClientRects()[0]
  const [x, y] = [line.left + Math.min(line.width / 2, 20), Math.min(line.top + 10, line.bottom - 2)]
  const there = document.elementFromPoint(x, y)
  return line.left >= 0 && line.top >= 0 && y + 12 <= innerHeight && (element.contains(there) || Boolean(there?.contains(element) && there !== document.body))
})

/** The sheet has come to rest. */
const rested = page => page.waitForFunction(() => document.getAnimations().every(one => one.playState !== 'running'))

test('at 200 % a quote is seen in Quotes, and the article beside it', { todo: 'heading, search, filter and speaker fill the sheet before the first quote' }, async () => {
  const page = await openWithArticle(app, ZOOMED)
  await view(page, 'Quotes')
  const first = page.locator('#panel [data-quote] .quote-words').first()
  await first.waitFor()
  await rested(page)
  assert.ok(await isSeen(first), JSON.stringify(await first.boundingBox()))
  const box = await article(page).boundingBox()
  assert.ok(box.height >= 72, `the article has ${box.height} px`)
})

test('at 200 % every view is come to and nothing is wider than the page', async () => {
  const page = await openWithArticle(app, ZOOMED)
  for (const name of VIEWS) {
    await view(page, name)
    assert.equal(place(page), `#/${name.toLowerCase()}`)
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name)
  }
})

const CUT = 'the line of views is wider than the window, and cannot be scrolled'
for (const [width, height, todo] of [[1440, 900], [1024, 768, CUT], [390, 844, CUT]]) {
  test(`with letters of twice the size no view and no tool is out of reach, at ${width} px`, { todo }, async () => {
    const page = await openWithArticle(app, { viewport: { width, height } })
    await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
    for (const name of VIEWS) {
      await view(page, name)
      assert.equal(place(page), `#/${name.toLowerCase()}`)
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true, name)
    }
    await view(page, 'Reader')
    for (const id of ['export', 'look', 'theme', 'palette-button']) {
      const button = page.locator(`#${id}`)
      if (!await button.isVisible()) await page.locator('#more-button').click()
      await button.scrollIntoViewIfNeeded()
      const box = await button.boundingBox()
      assert.ok(box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 1 && box.y + box.height <= height + 1, `${id}: ${JSON.stringify(box)}`)
      await button.click({ trial: true })
    }
  })
}

test('with letters of twice the size the text beside the panel has lines that can be read', { todo: 'the panel grows with the letters and leaves 2 words a line' }, async () => {
  const page = await openWithArticle(app)
  await page.evaluate(() => { document.documentElement.style.fontSize = '200%' })
  const words = await article(page).locator('p').nth(1).evaluate(paragraph => {
    const range = document.createRange()
    range.selectNodeContents(paragraph)
    const lines = new Set([...range.getClientRects()].map(line => Math.round(line.top / 8)))
    return paragraph.textContent.split(/\s+/).length / lines.size
  })
  assert.ok(words >= 4, `${words} words a line`)
})
