// Nothing moves while results arrive: no word of the article stands elsewhere than it did, and the browser counts no shift.
import { readFileSync } from 'node:fs'
import { ARTICLE, analysed, appForTests, assert, paste, test } from './lib/app.mjs'
import { root } from './lib/site.mjs'

const app = appForTests()
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
/** So many words that the analysis shows them in several stages and the page draws them in several sheets. */
const LONG = readFileSync(`${root}tests/corpus/fishing-accord.txt`, 'utf8').concat(...Array.from({ length: 30 }, (_, n) => `\n\nPart ${n + 1}. ${ARTICLE}`))

/** Watches from now on: what moves is in `moved` and `shifts` of the window. */
async function watch(page) {
  await page.evaluate(() => {
    window.shifts = []
    window.moved = new Set()
    const article = () => document.querySelector('#article')
    // A text node that is given other words is told as one that moved, and one that is gone has no node: the words of
    // the article are watched instead. The line that tells how the work goes lies over the page.
    const isExcused = ({ node }) => !node || node.nodeName === '#text' || Boolean(node.closest?.('.progress'))
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) {
        const isOurs = article() && !entry.hadRecentInput && entry.value >= 0.0005 && !entry.sources.every(isExcused)
        if (isOurs) window.shifts.push([entry.value, ...entry.sources.map(source => source.node?.outerHTML ?? source.node?.data)])
      }
    }).observe({ type: 'layout-shift' })
    /** Each word of the article and where it stands. What is below the window is laid out when it is come to. */
    const places = () => {
      const found = []
      if (!article()) return found
      const { top, bottom } = article().getBoundingClientRect()
      const isSeen = node => {
        const at = node.parentElement.closest('p, h1, h2, li')?.getBoundingClientRect()
        return at && at.bottom > top && at.top < bottom
      }
      const walker = document.createTreeWalker(article(), NodeFilter.SHOW_TEXT)
      while (walker.nextNode()) {
        if (!isSeen(walker.currentNode)) continue
        for (const { index, 0: word } of walker.currentNode.data.matchAll(/[\p{L}\p{N}]+/gu)) {
          const range = document.createRange()
          range.setStart(walker.currentNode, index)
          range.setEnd(walker.currentNode, index + word.length)
          const { x, y } = range.getBoundingClientRect()
          found.push({ word, x, y })
        }
      }
      return found
    }
    let before = []
    // Letters on both sides of a mark's edge are not kerned, which is a part of a pixel.
    const isElsewhere = (a, b) => Math.abs(a.x - b.x) > 1 || Math.abs(a.y - b.y) > 1
    const watch = () => {
      const now = places()
      if (now.length === before.length) {
        now.forEach((place, at) => isElsewhere(place, before[at]) && window.moved.add(JSON.stringify([before[at], place])))
      }
      before = now
      window.words = now.length
      requestAnimationFrame(watch)
    }
    watch()
  })
}

const reads = {
  'an article': page => paste(page, ARTICLE),
  'the sample': page => page.locator('#sample').click(),
  'a longer text': page => paste(page, LONG),
}

for (const [what, read] of Object.entries(reads)) {
  for (const [width, options, todo] of [[1440, {}], [390, PHONE, 'the line of the sheet moves when more is told in it']]) {
    test(`nothing moves while the results of ${what} arrive, at ${width} px`, { todo }, async () => {
      const page = await app.open(options)
      await watch(page)
      await read(page)
      await analysed(page, what === 'the sample' ? 'Danube grain port' : 'The boats are ready', 120_000)
      // What comes with the last result is drawn: as many frames as it takes until nothing changes any more.
      await page.evaluate(async () => {
        const rail = document.body
        for (let still = 0; still < 20; still++) {
          const before = rail.innerHTML.length
          await new Promise(requestAnimationFrame)
          if (rail.innerHTML.length !== before) still = 0
        }
      })
      assert.ok(await page.evaluate(() => window.words) > 40)
      assert.deepEqual(await page.evaluate(() => [...window.moved].slice(0, 5)), [])
      assert.deepEqual(await page.evaluate(() => window.shifts), [])
    })
  }
}
