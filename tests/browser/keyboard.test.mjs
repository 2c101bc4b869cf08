// The whole way without a pointer.
import { ARTICLE, analysed, appForTests, article, assert, openWithArticle, place, test } from './lib/app.mjs'

const app = appForTests()

/** Presses Tab until the focused element fits. */
async function tabTo(page, fits) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(fits)) return
  }
  assert.fail(`Tab never came to ${fits}`)
}

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
  for (const [key, hash] of [['3', '#/entities'], ['4', '#/quotes'], ['5', '#/summary'], ['6', '#/timeline'], ['7', '#/about'], ['2', '#/reader'], ['1', '#/start']]) {
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
