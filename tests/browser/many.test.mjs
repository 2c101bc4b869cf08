// Many articles at once: several files dropped, and Compare with more articles than its list shows.
import { ARTICLE, analysed, appForTests, assert, test, view } from './lib/app.mjs'

const app = appForTests()
const TOWNS = ['Aldmouth', 'Bersund', 'Corwick', 'Dunmore', 'Elvar', 'Farwick', 'Gransund', 'Halden', 'Iverness', 'Jarlsby', 'Kelmouth', 'Lindmouth',
  'Morwick', 'Norsund', 'Oldhaven', 'Pelwick', 'Quarnby', 'Rosund', 'Selmouth', 'Torwick', 'Ulsund', 'Varnby', 'Westmouth', 'Yarwick']
const OTHERS = TOWNS.map(town => [`${town}.txt`, `Hall of ${town} closes in May\n\nThe hall of ${town} will close in May, Ana Ruiz said on Monday.\n\n“It is old,” she said.`])

/** Drops files together somewhere in the window. */
const dropAll = (page, files) => page.evaluate(files => {
  const dataTransfer = new DataTransfer()
  for (const [name, words] of files) dataTransfer.items.add(new File([words], name))
  for (const type of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
  }
}, files)

const listed = (page, count) => page.waitForFunction(count => document.querySelectorAll('[data-kept]').length === count, count)

async function withMany() {
  const page = await app.open()
  await dropAll(page, [['ferry.txt', ARTICLE], ...OTHERS])
  const list = page.locator('#batch[open]')
  await list.getByText('25 articles came into the library').waitFor()
  await list.getByRole('button', { name: /Ferry line/ }).click()
  await analysed(page, 'The boats are ready')
  await view(page, 'Compare')
  await page.locator('#choose-others .choice').first().waitFor()
  return page
}

test('several files that are dropped together come into the library, each with what became of it', async () => {
  const page = await app.open()
  await dropAll(page, [['ferry.txt', ARTICLE], OTHERS[0], ['empty.txt', '']])
  const list = page.locator('#batch[open]')
  await list.getByText('2 articles came into the library').waitFor()
  assert.equal(await list.locator('.batch > li').count(), 3)
  assert.match(await list.locator('.batch > li').filter({ hasText: 'empty.txt' }).innerText(), /no words|empty/i)
  await page.keyboard.press('Escape')
  await list.waitFor({ state: 'hidden' })
  await listed(page, 2)
})

test('of many articles Compare lists some, tells how many more, and finds the others by their words', async () => {
  const page = await withMany()
  const choices = page.locator('#choose-others .choice')
  assert.equal(await choices.count(), 20)
  await page.locator('#choose-others').getByText('4 more; search for them by their words.').waitFor()
  await page.locator('#choose-search').fill('yarwick')
  await page.waitForFunction(() => document.querySelectorAll('#choose-others .choice').length === 1)
  await choices.locator('input').click()
  const shared = page.locator('#shared')
  await shared.waitFor()
  // The list has folded away: what was found begins on the screen.
  const { y } = await shared.boundingBox()
  assert.ok(y < 900, `the results begin at ${y} px`)
})

test('eight articles are the most that are compared, and that is said', async () => {
  const page = await withMany()
  const open = page.locator('#choose-others')
  for (let chosen = 1; chosen < 8; chosen++) {
    if (!await open.evaluate(one => one.open)) await open.locator('summary').click()
    await open.locator('.choice input').first().click()
    await page.waitForFunction(count => document.querySelectorAll('#chosen .choice').length === count, chosen + 1)
  }
  if (!await open.evaluate(one => one.open)) await open.locator('summary').click()
  await page.getByText('8 articles are the most that can be compared at once.').waitFor()
  assert.equal(await open.locator('.choice input:enabled').count(), 0)
  await page.locator('#chosen .choice input').last().click()
  await open.locator('.choice input:enabled').first().waitFor({ state: 'attached' })
})
