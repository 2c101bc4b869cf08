// Screenshots of the real page with the sample article in it: `cargo xtask shots`.
// For the documents: every view, light and dark, at 1440 and 390 px. For the manifest: one wide, one narrow.
import { mkdirSync } from 'node:fs'
import { started, view } from './lib/app.mjs'
import { launch } from './lib/browser.mjs'
import { root, serve } from './lib/site.mjs'

const DOCUMENTS = `${root}docs/screenshots/`
const MANIFEST = `${root}public/screenshots/`
const VIEWS = ['Start', 'Reader', 'Entities', 'Quotes', 'Summary']
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

async function shoot(page, path) {
  await page.mouse.move(0, 0)
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
  await page.screenshot({ path })
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
    await shoot(page, `${DOCUMENTS}start-${colorScheme}-${width}.png`)
    await withSample(page)
    for (const name of VIEWS.slice(1)) {
      if (name === 'Entities') await openCard(page)
      else await view(page, name)
      await shoot(page, `${DOCUMENTS}${name.toLowerCase()}-${colorScheme}-${width}.png`)
    }
    await page.close()
  }
}

for (const [name, viewport] of [['wide', { width: 1280, height: 800 }], ['narrow', { width: 390, height: 844 }]]) {
  const page = await open({ colorScheme: 'light', viewport })
  await withSample(page)
  if (name === 'wide') await openCard(page)
  await shoot(page, `${MANIFEST}${name}.png`)
  await page.close()
}

await browser.close()
await site.stop()
