// What the engine is unsure of, answered one after another: by keys, by touch, and each answer undone.
import { appForTests, article, assert, openWithArticle, tabTo, test, told, view } from './lib/app.mjs'

const app = appForTests()
const review = page => page.locator('#review')
/** The words that a question is about. */
const asked = page => review(page).locator('.review-shows').innerText()
const left = (page, count) => page.waitForFunction(count => document.querySelector('#review .count')?.textContent === String(count), count)
const count = async page => Number(await review(page).locator('.count').innerText())
const focused = page => page.evaluate(() => document.activeElement.id)
const inList = (page, words) => page.locator('#panel [data-quote]').filter({ hasText: words })
const plain = words => words.replace(/^[“\s]+|[”\s]+$/g, '').split(/” … “| … /)[0]

async function withQuestions(options) {
  const page = await openWithArticle(app, options)
  await page.locator('#review-open').waitFor({ state: 'attached' })
  return page
}

test('by keys: one is accepted, one is mended, one is no quote; the focus stays with the questions', async () => {
  const page = await withQuestions()
  await article(page).focus()
  await tabTo(page, () => document.activeElement.id === 'review-open')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'review')
  const all = await count(page)
  assert.ok(all >= 3, `${all} questions`)

  const accepted = plain(await asked(page))
  await page.keyboard.press('y')
  await left(page, all - 1)
  await page.waitForFunction(() => document.activeElement.id === 'review')
  const mended = plain(await asked(page))
  await page.keyboard.press('s')
  await page.waitForFunction(() => document.activeElement.id.startsWith('speaker-'))
  await page.keyboard.type('brekke')
  await page.keyboard.press('Enter')
  await left(page, all - 2)
  await page.waitForFunction(() => document.activeElement.id === 'review')
  const none = plain(await asked(page))
  await page.keyboard.press('x')
  await left(page, all - 3)
  assert.equal(await focused(page), 'review')

  await view(page, 'Quotes')
  assert.match(await inList(page, accepted).innerText(), /set by you/)
  assert.match(await inList(page, mended).innerText(), /set by you/)
  await page.locator('section.speaker').filter({ hasText: 'Hanne Brekke' }).locator('[data-quote]').filter({ hasText: mended }).waitFor()
  assert.equal(await inList(page, none).count(), 0)
})

test('what was answered is undone by keys, and is asked again', async () => {
  const page = await withQuestions()
  await page.locator('#review-open').click()
  await page.waitForFunction(() => document.activeElement.id === 'review')
  const [all, first] = [await count(page), await asked(page)]
  await page.keyboard.press('x')
  await left(page, all - 1)
  await page.keyboard.press('Control+z')
  await left(page, all)
  assert.equal(await asked(page), first)
})

test('what was accepted is asked again when that is undone', async () => {
  const page = await withQuestions()
  await page.locator('#review-open').click()
  await page.waitForFunction(() => document.activeElement.id === 'review')
  const [all, first] = [await count(page), await asked(page)]
  await page.keyboard.press('y')
  await left(page, all - 1)
  await page.keyboard.press('Control+z')
  await told(page, 'Undone')
  await page.waitForFunction(all => document.querySelector('#review .count')?.textContent === String(all), all, { timeout: 5000 })
  assert.equal(await asked(page), first)
})

test('a key of the questions does nothing while they are closed', async () => {
  const page = await withQuestions()
  const quotes = () => page.locator('#article .hair').count()
  const before = await quotes()
  await article(page).focus()
  for (const key of ['y', 'x']) await page.keyboard.press(key)
  assert.equal(await quotes(), before)
  assert.equal(await page.locator('#undo').isVisible(), false)
})

test('on a phone the questions are answered by taps', async () => {
  const page = await withQuestions({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })
  await page.locator('.grip-told').tap()
  await page.locator('#review-open').tap()
  const answer = key => review(page).locator(`[data-answer=${key}]`)
  const all = await count(page)
  assert.equal(await answer('y').locator('kbd').isVisible(), false, 'keys are of no use to a thumb')
  await answer('y').tap()
  await left(page, all - 1)
  const mended = plain(await asked(page))
  await answer('s').tap()
  await review(page).getByRole('option', { name: /Hanne Brekke/ }).tap()
  await review(page).locator('.confirm').tap()
  await left(page, all - 2)
  await answer('n').tap()
  await left(page, all - 3)
  await view(page, 'Quotes')
  await page.locator('section.speaker').filter({ hasText: 'Hanne Brekke' }).locator('[data-quote]').filter({ hasText: mended }).waitFor()
})
