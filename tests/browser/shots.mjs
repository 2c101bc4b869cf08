// Screenshots of the real page with the sample article in it: `cargo xtask shots`.
// For the documents: every view, light and dark, at 1440 and 390 px. For the manifest: one wide, one narrow.
import { mkdirSync, writeFileSync } from 'node:fs'
import { started, view } from './lib/app.mjs'
import { launch } from './lib/browser.mjs'
import { root, serve } from './lib/site.mjs'

const DOCUMENTS = `${root}docs/screenshots/`
const MANIFEST = `${root}public/screenshots/`
const VIEWS = ['Start', 'Reader', 'Entities', 'Quotes', 'Summary', 'Timeline']
const SIZES = { 1440: { width: 1440, height: 900 }, 390: { width: 390, height: 844 } }

const browser = await launch()
const site = await serve()
for (const folder of [DOCUMENTS, MANIFEST]) mkdirSync(folder, { recursive: true })

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
    await shoot(page, `${DOCUMENTS}start-${colorScheme}-${width}.webp`)
    await withSample(page)
    for (const name of VIEWS.slice(1)) {
      if (name === 'Entities') await openCard(page)
      else await view(page, name)
      await shoot(page, `${DOCUMENTS}${name.toLowerCase()}-${colorScheme}-${width}.webp`)
    }
    await page.close()
  }
}

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
