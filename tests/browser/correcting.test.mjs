// Corrections as a reader makes them: each changes names, quotes and counts at once, is undone, and is kept.
import { analysed, appForTests, article, assert, openWithArticle, place, started, test, view } from './lib/app.mjs'

const app = appForTests({ folder: process.env.SITE ?? 'dist' })
const panel = page => page.locator('#panel')
const card = page => panel(page).locator('[data-card]')

const openCard = async (page, name) => {
  await view(page, 'Entities')
  await panel(page).locator('.row').filter({ hasText: name }).first().click()
  await card(page).getByRole('heading', { name, exact: true }).waitFor()
  await card(page).locator('#correct > summary').click()
  await card(page).locator('#merge').waitFor()
}
const told = (page, words) => page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })
const mentions = page => card(page).locator('.mentions li').count()
const quotesOf = async (page, name) => {
  await view(page, 'Quotes')
  return page.locator('section.speaker').filter({ hasText: name }).locator('[data-quote]').count()
}

test('two names are merged: mentions and quotes follow, and undo gives both back', async () => {
  const page = await openWithArticle(app)
  await openCard(page, 'Hanne Brekke')
  await card(page).locator('#merge').selectOption({ label: 'Ingrid Solheim' })
  await card(page).getByRole('heading', { name: 'Ingrid Solheim' }).waitFor()
  assert.match(await card(page).innerText(), /Hanne Brekke\s*×1/)
  assert.match(await card(page).innerText(), /joined by you/)
  await view(page, 'Entities')
  assert.equal(await panel(page).locator('.row').filter({ hasText: 'Hanne Brekke' }).count(), 0)
  await page.keyboard.press('Control+z')
  await told(page, 'Undone')
  assert.equal(await panel(page).locator('.row').filter({ hasText: 'Hanne Brekke' }).count(), 1)
  await page.keyboard.press('Control+Shift+z')
  await panel(page).locator('.row').filter({ hasText: 'Hanne Brekke' }).waitFor({ state: 'detached' })
})

test('a name is renamed and gets another kind, everywhere', async () => {
  const page = await openWithArticle(app)
  await openCard(page, 'Baltic Transport Union')
  await card(page).locator('#rename').fill('Baltic Seafarers')
  await card(page).getByRole('button', { name: 'Rename' }).click()
  await card(page).getByRole('heading', { name: 'Baltic Seafarers' }).waitFor()
  await card(page).locator('#retype').selectOption('PERSON')
  await article(page).locator('a.mark.people').filter({ hasText: 'Baltic Transport Union' }).waitFor()
})

test('a mention is split off and is an entity of its own', async () => {
  const page = await openWithArticle(app)
  await openCard(page, 'Ingrid Solheim')
  const before = await mentions(page)
  await card(page).locator('.mentions a').filter({ hasText: 'Ms. Solheim' }).click()
  await card(page).locator('#split').click()
  await told(page, 'Split off')
  assert.equal(await mentions(page), before - 1)
  await view(page, 'Entities')
  await panel(page).locator('.row-name').getByText('Solheim', { exact: true }).waitFor()
})

test('what is no name goes', async () => {
  const page = await openWithArticle(app)
  await openCard(page, 'Aurora')
  await card(page).locator('#not-a-name').click()
  await told(page, 'not a name')
  assert.equal(place(page), '#/entities')
  assert.equal(await article(page).locator('a.mark').filter({ hasText: 'Aurora' }).count(), 0)
})

test('a quote gets another speaker, and goes when it is none', async () => {
  const page = await openWithArticle(app)
  const before = await quotesOf(page, 'Ingrid Solheim')
  const quote = page.locator('[data-quote]').filter({ hasText: 'two winters' })
  await quote.getByRole('button', { name: /Correct quote/ }).click()
  await quote.getByRole('combobox', { name: 'Said by' }).selectOption({ label: 'Ingrid Solheim' })
  await told(page, 'Gave')
  assert.equal(await quotesOf(page, 'Ingrid Solheim'), before + 1)
  assert.match(await quote.innerText(), /set by you/)
  await quote.getByRole('button', { name: /Correct quote/ }).click()
  await quote.getByRole('button', { name: 'Not a quote' }).click()
  await quote.waitFor({ state: 'detached' })
})

test('words that were missed are marked as a name wherever they stand', async () => {
  const page = await openWithArticle(app)
  await article(page).getByText('The boats are ready').evaluate(element => {
    const walker = document.createTreeWalker(element.closest('p'), NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.indexOf('boats')
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + 'boats'.length)
      getSelection().removeAllRanges()
      getSelection().addRange(range)
    }
  })
  const bar = page.getByRole('toolbar', { name: 'Mark the selected words' })
  assert.match(await bar.innerText(), /boats/)
  await bar.getByRole('button', { name: 'Other name' }).click()
  await article(page).locator('a.mark').filter({ hasText: 'boats' }).waitFor()
})

test('corrections are there again after a reload, with their undo', async () => {
  const page = await openWithArticle(app)
  await openCard(page, 'Aurora')
  await card(page).locator('#rename').fill('MV Aurora')
  await card(page).getByRole('button', { name: 'Rename' }).click()
  await card(page).getByRole('heading', { name: 'MV Aurora' }).waitFor()
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
  await view(page, 'Reader')
  assert.match(await panel(page).locator('.corrections').innerText(), /Renamed “Aurora” to “MV Aurora”/)
  await page.locator('#undo').click()
  await told(page, 'Undone')
  await view(page, 'Entities')
  await panel(page).locator('.row-name').getByText('Aurora', { exact: true }).waitFor()
})

test('with the keyboard alone: a card is corrected and the correction undone', async () => {
  const page = await openWithArticle(app)
  await openCard(page, 'Aurora')
  await card(page).locator('#rename').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('MV Aurora')
  await page.keyboard.press('Enter')
  await card(page).getByRole('heading', { name: 'MV Aurora' }).waitFor()
  await page.locator('#panel-body').focus()
  await page.keyboard.press('Control+z')
  await card(page).getByRole('heading', { name: 'Aurora', exact: true }).waitFor()
})
