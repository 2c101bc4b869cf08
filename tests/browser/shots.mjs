// Screenshots of the real page with the sample article in it: `cargo xtask shots`.
// For the eye, into target/screenshots/: every view and state, light and dark, at 1440, 834 and 390 px. Three of them for
// the documents, and one wide and one narrow for the manifest.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { started, tool, view } from './lib/app.mjs'
import { launch } from './lib/browser.mjs'
import { root, serve } from './lib/site.mjs'

const EYE = `${root}target/screenshots/`
const DOCUMENTS = `${root}docs/screenshots/`
const MANIFEST = `${root}public/screenshots/`
const SIZES = { 1440: { width: 1440, height: 900 }, 834: { width: 834, height: 1112 }, 390: { width: 390, height: 844 } }
const SHOWN = ['reader-light-1440', 'compare-light-1440', 'quotes-dark-390']

/** The sample's talks once more, as another paper might tell them. */
const RIVAL = `Velmar talks break up

VIENNA, March 6, 2026 — Talks on the Danube port of Velmar broke up on Thursday, and nobody knows when they will go on.

“Hard questions are still on the table, but nobody has left the room,” Henrik Salvesen, the European Union envoy, said on Thursday evening.

Natalia Cebotary, the Moldovan deputy prime minister, flew home with Ilinca Dobrescu. Declan Royce said nothing. The port must keep its 1,600 jobs, Moldova insists, and no dock may be sold before 2028.`

const focusOn = (page, selector) => page.locator(selector).first().focus()
const STATES = {
  'start': page => view(page, 'Start'),
  'reader': page => view(page, 'Reader'),
  'entities': page => view(page, 'Entities'),
  'card': openCard,
  'card-correcting': async page => {
    await openCard(page)
    await page.locator('#merge-open').click()
    await page.locator('#merge').waitFor()
  },
  'quotes': page => view(page, 'Quotes'),
  'quote-correcting': async page => {
    await view(page, 'Quotes')
    await page.locator('.correct-quote').first().click()
  },
  'review': async page => {
    await view(page, 'Reader')
    await raise(page)
    await page.locator('#review-open').click()
    await page.locator('#review').waitFor()
  },
  'spot': async page => {
    await page.evaluate(() => document.querySelector('#review .quiet')?.click())
    await view(page, 'Reader')
    await page.locator('#article [data-q]').first().click()
    await page.locator('.spot').waitFor()
  },
  'details': async page => {
    await view(page, 'Reader')
    await raise(page)
    await page.locator('#article-details > summary').click()
    await page.locator('#cited').waitFor()
  },
  'looks': async page => {
    await page.evaluate(() => document.querySelector('#article-details[open] > summary')?.click())
    await tool(page, 'look')
    await page.locator('#look-menu').waitFor()
  },
  'summary': async page => {
    await page.keyboard.press('Escape')
    await view(page, 'Summary')
  },
  'summary-about': async page => {
    await page.locator('#about').selectOption({ index: 1 })
  },
  'timeline': page => view(page, 'Timeline'),
  'about': page => view(page, 'About'),
  'found': async page => {
    await view(page, 'Reader')
    await page.evaluate(() => { location.hash = '#/reader?words=port' })
    await page.waitForTimeout(200)
  },
  'map': async page => {
    await view(page, 'Compare')
    await focusOn(page, '.map .node')
  },
  'palette': async page => {
    await view(page, 'Reader')
    await page.keyboard.press('Control+k')
    await page.locator('#command').waitFor()
  },
  'keys': async page => {
    await page.keyboard.press('Escape')
    await tool(page, 'keys-button')
    await page.locator('#keys[open]').waitFor()
  },
  'exports': async page => {
    await page.keyboard.press('Escape')
    await tool(page, 'export')
  },
  'selection': async page => {
    await page.keyboard.press('Escape')
    await view(page, 'Reader')
    await select(page, 14)
    await page.locator('#mark-bar').waitFor()
  },
  'said-by': async page => {
    await page.locator('#mark-quote').click()
    await page.locator('#said-by').waitFor()
  },
  'notes': async page => {
    await page.keyboard.press('Escape')
    await select(page, 14)
    await page.locator('#mark-note').click()
    await page.locator('#note-words').fill('Ask the ministry for the figures.')
    await page.locator('#note-keep').click()
    await raise(page)
    await page.locator('.your-notes').scrollIntoViewIfNeeded()
  },
  'compare': async page => {
    await page.keyboard.press('Escape')
    // The line that tells of the note goes by itself.
    await page.locator('.passing').waitFor({ state: 'detached' })
    await view(page, 'Start')
    await page.getByRole('textbox', { name: 'Article text' }).fill(RIVAL)
    await page.locator('#article').getByText('broke up on').waitFor({ state: 'attached' })
    await page.locator('html[data-state=done]').waitFor({ state: 'attached' })
    await view(page, 'Compare')
    await page.locator('#choose-others .choice input').first().click()
    await page.locator('#shared').waitFor()
    await page.evaluate(() => document.activeElement.blur())
  },
  'library': async page => {
    await view(page, 'Start')
    await page.locator('.library').scrollIntoViewIfNeeded()
  },
  'library-search': async page => {
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('Salvesen')
    await page.locator('[data-kept] .snippet').first().waitFor()
  },
  'message': async page => {
    await page.locator('#choose-input').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
    await page.getByRole('alert').waitFor()
  },
}

/** The panel is seen, on a phone too. */
async function raise(page) {
  const up = page.getByRole('button', { name: 'Raise the panel' })
  if (await up.isVisible() && await page.locator('html[data-sheet=peek]').count()) await up.click()
}

/** Selects so many words of the article's second paragraph. */
const select = (page, count) => page.evaluate(count => {
  const walker = document.createTreeWalker(document.querySelectorAll('#article p')[2], NodeFilter.SHOW_TEXT)
  const nodes = []
  while (walker.nextNode()) nodes.push(walker.currentNode)
  const longest = nodes.reduce((one, other) => other.data.length > one.data.length ? other : one)
  longest.parentElement.scrollIntoView({ block: 'center' })
  getSelection().setBaseAndExtent(longest, 1, longest, longest.data.split(' ').slice(0, count).join(' ').length)
}, count)

const browser = await launch()
const site = await serve(process.env.SITE)
for (const folder of [EYE, DOCUMENTS, MANIFEST]) mkdirSync(folder, { recursive: true })

/** The page with nothing moving and every font there. */
async function open(options) {
  const page = await browser.newPage({ reducedMotion: 'reduce', serviceWorkers: 'block', ...options })
  await page.goto(site.url)
  await started(page)
  return page
}

async function withSample(page) {
  await page.getByRole('button', { name: 'Try the sample article' }).click()
  await page.locator('html[data-state=done]').waitFor({ state: 'attached' })
}

async function shoot(page, path, quality = 0.7) {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  writeFileSync(path, await asWebp(await page.screenshot(), quality))
}

/** The same picture in a third of the size: `quality` is between 0 and 1. */
async function asWebp(png, quality) {
  const page = await browser.newPage()
  const base64 = await page.evaluate(async ([png, quality]) => {
    const picture = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob())
    const canvas = new OffscreenCanvas(picture.width, picture.height)
    canvas.getContext('2d').drawImage(picture, 0, 0)
    const bytes = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/webp', quality })).arrayBuffer())
    return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
  }, [png.toString('base64'), quality])
  await page.close()
  return Buffer.from(base64, 'base64')
}

/** The card of the name that the article speaks of most. */
async function openCard(page) {
  await view(page, 'Entities')
  await page.locator('#panel .row').first().click()
  await page.locator('[data-card]').waitFor()
}

const LOOKS = process.env.LOOKS?.split(',') ?? ['light', 'dark']
for (const colorScheme of LOOKS) {
  for (const [width, viewport] of Object.entries(SIZES)) {
    const page = await open({ colorScheme, viewport })
    await shoot(page, `${EYE}empty-${colorScheme}-${width}.webp`)
    await view(page, 'Quotes')
    await shoot(page, `${EYE}nothing-yet-${colorScheme}-${width}.webp`)
    await view(page, 'Start')
    await withSample(page)
    for (const [name, reach] of Object.entries(STATES)) {
      await reach(page)
      await shoot(page, `${EYE}${name}-${colorScheme}-${width}.webp`)
    }
    await page.close()
  }
}
for (const name of SHOWN) copyFileSync(`${EYE}${name}.webp`, `${DOCUMENTS}${name}.webp`)

for (const [name, viewport] of [['wide', { width: 1024, height: 640 }], ['narrow', { width: 390, height: 844 }]]) {
  const page = await open({ colorScheme: 'light', viewport })
  await withSample(page)
  if (name === 'wide') await openCard(page)
  // These two are part of the site: every reader's host carries them.
  await shoot(page, `${MANIFEST}${name}.webp`, 0.15)
  await page.close()
}

await browser.close()
await site.stop()
