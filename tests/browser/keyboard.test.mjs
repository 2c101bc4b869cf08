// The whole way without a pointer.
import { ARTICLE, analysed, appForTests, article, assert, openWithArticle, place, tabTo, test } from './lib/app.mjs'

const app = appForTests()

test('from typing to a card and back with keys alone', async () => {
  const page = await app.open()
  await tabTo(page, () => document.activeElement.id === 'paste')
  await page.keyboard.insertText(ARTICLE)
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/reader')
  await tabTo(page, () => document.activeElement.matches('#article a.mark'))
  await page.keyboard.press('Enter')
  await page.locator('[data-card]').waitFor()
  const card = place(page)
  await page.keyboard.press('n')
  assert.match(place(page), /\/m\d+$/)
  await page.keyboard.press('Escape')
  assert.notEqual(place(page), card)
})

test('digits open the views, and ? lists the keys', async () => {
  const page = await openWithArticle(app)
  await article(page).focus()
  for (const [key, hash] of [['3', '#/entities'], ['4', '#/quotes'], ['5', '#/summary'], ['6', '#/timeline'], ['7', '#/compare'], ['8', '#/about'], ['2', '#/reader'], ['1', '#/start']]) {
    await page.keyboard.press(key)
    assert.equal(place(page), hash)
  }
  await page.keyboard.press('2')
  await article(page).focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' })
})

test('what is focused is seen to be', async () => {
  const page = await openWithArticle(app)
  await tabTo(page, () => document.activeElement.matches('#article a.mark'))
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
  assert.notEqual(outline, 'none')
})

test('the whole walk with keys alone: correct, undo, find, export, tag, remove, put back', async () => {
  const page = await openWithArticle(app)
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key) }
  const focusOn = selector => tabTo(page, `document.activeElement.matches(${JSON.stringify(selector)})`)
  await article(page).focus()

  // Find words in the article.
  await press('/')
  await page.keyboard.type('boats')
  await press('Enter')
  assert.equal(place(page), '#/reader/w1?words=boats')
  await press('Escape')

  // Open a card from the list, rename, undo, and do it again.
  await article(page).focus()
  await press('3')
  await press('/')
  await page.keyboard.type('aurora')
  await focusOn('#panel .row, #panel .row a')
  await press('Enter')
  await page.locator('[data-card]').waitFor()
  await press('e')
  await page.locator('#rename').waitFor()
  await page.waitForFunction(() => document.activeElement.id === 'rename')
  await press('Control+a')
  await page.keyboard.type('MV Aurora')
  await press('Enter')
  await page.locator('[data-card]').getByRole('heading', { name: 'MV Aurora', exact: true }).waitFor()
  assert.notEqual(await page.evaluate(() => document.activeElement.tagName), 'BODY')
  await article(page).focus()
  await press('Control+z')
  await page.locator('[data-card]').getByRole('heading', { name: 'Aurora', exact: true }).waitFor()
  await press('Control+Shift+z')
  await page.locator('[data-card]').getByRole('heading', { name: 'MV Aurora', exact: true }).waitFor()

  // Export by the palette.
  const download = page.waitForEvent('download')
  await press('Control+k')
  await page.locator('#command').waitFor()
  await page.keyboard.type('export json')
  await press('Enter')
  await download

  // Tag the article in the library, remove it, put it back.
  await article(page).focus()
  await press('1')
  await page.locator('[data-kept]').waitFor()
  await focusOn('[data-kept] input')
  await page.keyboard.type('ferries')
  await focusOn('[data-kept] button[title="Remove from the library"]')
  await press('Enter')
  await page.locator('[data-kept]').waitFor({ state: 'detached' })
  await focusOn('#put-back')
  await press('Enter')
  await page.locator('[data-kept]').waitFor()
})

test('names are merged, split and retyped, and a quote gets a speaker, with keys alone', async () => {
  const page = await openWithArticle(app)
  const press = async (...keys) => { for (const key of keys) await page.keyboard.press(key) }
  const focusOn = selector => tabTo(page, `document.activeElement.matches(${JSON.stringify(selector)})`)
  const heading = name => page.locator('[data-card]').getByRole('heading', { name, exact: true })
  const openCard = async name => {
    await article(page).focus()
    await press('Escape', '3', '/')
    await press('Control+a')
    await page.keyboard.type(name)
    await focusOn('#panel .row, #panel .row a')
    await press('Enter')
    await page.locator('[data-card]').waitFor()
  }
  const formOpen = async (key, field) => {
    await press(key)
    await page.waitForFunction(id => document.activeElement.id === id, field)
  }

  await openCard('brekke')
  await formOpen('m', 'merge')
  await page.keyboard.type('Ingrid')
  // Arrow keys choose and do nothing.
  await press('ArrowDown', 'ArrowUp')
  await heading('Hanne Brekke').waitFor()
  await press('Enter')
  await heading('Ingrid Solheim').waitFor()
  await press('Control+z')

  await openCard('solheim')
  await press('n', 'n')
  await focusOn('#mention-open')
  await press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'move')
  await page.keyboard.type('new')
  await press('Enter')
  // The card is that of the new one, which has this mention alone.
  await page.waitForFunction(() => document.querySelectorAll('[data-card] .mentions li').length === 1)
  await press('Control+z')

  await openCard('baltic')
  await focusOn('#retype-open')
  await press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'retype')
  await page.keyboard.type('Event')
  await press('Enter')
  await page.locator('#article a.mark.others').filter({ hasText: 'Baltic Transport Union' }).waitFor()

  await press('Escape', '4', 'n')
  await press('s')
  await page.waitForFunction(() => document.activeElement.id.startsWith('speaker-'))
  await page.keyboard.type('Pedro')
  await press('Enter')
  await page.getByRole('status').filter({ hasText: 'Ctrl Z undoes it' }).first().waitFor({ state: 'attached' })
  await page.locator('section.speaker').filter({ hasText: 'Pedro Quintela' }).locator('[data-quote]').nth(1).waitFor()
})
