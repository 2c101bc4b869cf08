// How an article comes in: pasted wherever one is, by a button, by keys alone; and what is answered to what is none.
import { ARTICLE, analysed, appForTests, article, assert, openWithArticle, place, test, view } from './lib/app.mjs'

const app = appForTests()
const copied = (page, words) => page.evaluate(words => navigator.clipboard.writeText(words), words)
const answer = page => page.getByRole('alert').first()

test('the field has the focus at the start, and what came in has it after', async () => {
  const page = await app.open()
  await page.waitForFunction(() => document.activeElement.id === 'paste')
  await copied(page, ARTICLE)
  await page.keyboard.press('Control+v')
  await analysed(page, 'The boats are ready')
  await page.waitForFunction(() => document.activeElement.id === 'article')
  await page.keyboard.press('4')
  assert.equal(place(page), '#/quotes')
})

test('from the top of the page the field is one Tab and Enter away', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Start')
  await page.reload()
  await analysed(page, 'The boats are ready')
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Skip to the field')
  await page.keyboard.press('Enter')
  assert.equal(await page.evaluate(() => document.activeElement.id), 'paste')
})

test('a paste works wherever nothing else takes it', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Entities')
  await copied(page, ARTICLE.replaceAll('Oskarvik', 'Lindmouth'))
  await page.keyboard.press('Control+v')
  await analysed(page, 'Ferry line to Lindmouth')
  assert.equal(place(page), '#/reader')
})

test('one button is red, and it pastes; with words in the field it reads them', async () => {
  const page = await app.open()
  const red = page.locator('.start .button.first')
  assert.deepEqual(await red.allInnerTexts(), ['Paste'])
  await page.locator('#paste').fill('Ana Ruiz said no.')
  await page.locator('#read-button').waitFor()
  assert.deepEqual(await red.allInnerTexts(), ['Read it'])
  await page.locator('#paste').fill('')
  await copied(page, ARTICLE)
  await page.locator('#paste-button').click()
  await analysed(page, 'The boats are ready')
  await view(page, 'Start')
  assert.deepEqual(await red.allInnerTexts(), ['Read'])
})

test('a link alone is answered, pasted or dropped, and the article that was there stays', async () => {
  const page = await openWithArticle(app)
  await copied(page, 'https://example.org/news/ferry?page=2')
  await page.keyboard.press('Control+v')
  assert.match(await answer(page).innerText(), /only a link/)
  await page.getByRole('button', { name: 'Close this message' }).click()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.setData('text/plain', 'https://example.org/news/ferry')
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  assert.match(await answer(page).innerText(), /only a link/)
  await article(page).getByText('The boats are ready').first().waitFor()
  await view(page, 'Start')
  await page.locator('[data-kept]').first().waitFor()
  assert.equal(await page.locator('[data-kept]').count(), 1)
})

test('a picture is answered as one', async () => {
  const page = await app.open()
  await page.evaluate(() => {
    const clipboardData = new DataTransfer()
    clipboardData.items.add(new File([new Uint8Array([137, 80, 78, 71])], 'image.png', { type: 'image/png' }))
    document.querySelector('#paste').dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  })
  assert.match(await answer(page).innerText(), /That is a picture/)
})

test('what is not counted yet is not told as 0', async () => {
  const page = await app.open()
  const told = await page.evaluate(async article => {
    const all = new Set()
    const watch = new MutationObserver(() => all.add(document.querySelector('#panel .panel-head')?.textContent ?? ''))
    watch.observe(document.body, { subtree: true, childList: true, characterData: true })
    location.hash = '#/quotes'
    const field = document.querySelector('#paste')
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', article)
    field?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    location.hash = '#/quotes'
    await new Promise(done => setTimeout(done, 2500))
    return [...all]
  }, ARTICLE)
  assert.ok(told.length > 0)
  assert.deepEqual(told.filter(words => /\b0 (quotes|names)/.test(words)), [])
})

test('a date counts when its field is left, and the years on the way do not', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Timeline')
  const day = page.locator('#published')
  const before = await page.locator('#published-hint').innerText()
  await day.fill('0002-12-10')
  await day.blur()
  await page.waitForTimeout(300)
  assert.equal(await page.locator('#published-hint').innerText(), before)
  await day.fill('2026-12-10')
  assert.equal(await page.locator('#published-hint').innerText(), before, 'it is still being typed')
  await day.press('Enter')
  await page.locator('#published-hint').filter({ hasText: 'Set by you' }).waitFor()
})
