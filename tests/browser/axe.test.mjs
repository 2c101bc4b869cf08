// Nothing that axe finds, in any view, in light and dark, wide and narrow.
import { createRequire } from 'node:module'
import { appForTests, article, assert, openWithArticle, test, view } from './lib/app.mjs'

const app = appForTests()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const VIEWS = ['Start', 'Reader', 'Entities', 'Quotes', 'Summary', 'Timeline', 'About']
const SIZES = { 'at 1440 px': { width: 1440, height: 900 }, 'at 390 px': { width: 390, height: 844 } }

/** What axe finds, each with the first element it found it in. */
async function found(page) {
  // The policy keeps scripts out of the page, so axe comes in from outside of it.
  const violations = await page.evaluate(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)
}

for (const colorScheme of ['light', 'dark']) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`no violations, ${colorScheme}, ${size}`, async t => {
      const prepare = context => context.addInitScript({ path: axe })
      const page = await openWithArticle(app, { colorScheme, viewport, prepare, reducedMotion: 'reduce' })
      for (const name of VIEWS) {
        await t.test(name, async () => {
          await view(page, name)
          await page.locator(`html[data-view=${name.toLowerCase()}]`).waitFor({ state: 'attached' })
          assert.deepEqual(await found(page), [])
        })
      }
      await t.test('a card', async () => {
        await view(page, 'Reader')
        await article(page).locator('a.mark').first().click()
        await page.locator('[data-card]').waitFor()
        assert.deepEqual(await found(page), [])
      })
    })
  }
}

test('no violations, before there is an article', async () => {
  const page = await app.open({ prepare: context => context.addInitScript({ path: axe }) })
  for (const name of VIEWS) {
    await view(page, name)
    assert.deepEqual(await found(page), [], name)
  }
})
