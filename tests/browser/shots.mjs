// Screenshots of the real page with the sample article in it: `cargo xtask shots`.
// For the eye, into target/screenshots/: every view and state, light and dark, at 1440, 834 and 390 px. Three of them for
// the documents, and one wide and one narrow for the manifest.
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { started, view } from './lib/app.mjs'
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
  'summary': page => view(page, 'Summary'),
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
    await page.locator('#keys-button').click()
    await page.locator('#keys[open]').waitFor()
  },
  'exports': async page => {
    await page.keyboard.press('Escape')
    await page.locator('#export').click()
  },
  'compare': async page => {
    await page.keyboard.press('Escape')
    await view(page, 'Start')
    await page.getByRole('textbox', { name: 'Article text' }).fill(RIVAL)
    await page.locator('#article').getByText('broke up on').waitFor({ state: 'attached' })
    await page.locator('html[data-state=done]').waitFor({ state: 'attached' })
    await view(page, 'Compare')
    await page.locator('.choice').nth(1).locator('input').check()
    await page.locator('#shared').waitFor()
    await page.evaluate(() => document.activeElement.blur())
  },
  'library': async page => {
    await view(page, 'Start')
    await page.locator('.library').scrollIntoViewIfNeeded()
  },
  'message': async page => {
    await page.locator('#choose-input').setInputFiles({ name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"a":1}') })
    await page.getByRole('alert').waitFor()
  },
}

const browser = await launch()
const site = await serve()
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

for (const colorScheme of ['light', 'dark']) {
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
