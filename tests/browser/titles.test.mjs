// What an article is called: by its headline, and never by an address that stands above it.
import { ARTICLE, analysed, appForTests, assert, paste, test, view } from './lib/app.mjs'

const app = appForTests()
const HEADLINE = 'Ferry line to Oskarvik returns in spring'

test('an address as first line is no title, in no view and not in the library', async () => {
  const page = await app.open()
  await paste(page, `https://news.example/2026/ferry-line\n\n${ARTICLE}`)
  await analysed(page, 'The boats are ready')
  await view(page, 'Start')
  assert.equal(await page.locator('.on-desk-title').innerText(), HEADLINE)
  await page.locator('[data-kept] .library-title').getByText(HEADLINE, { exact: true }).waitFor()
  await view(page, 'Compare')
  await page.locator('#chosen .choice').getByText(HEADLINE).waitFor()
  assert.doesNotMatch(await page.locator('#chosen').innerText(), /news\.example/)
})
