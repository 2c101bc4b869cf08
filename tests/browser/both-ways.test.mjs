// From the article to what was found in it, and from every list to the article's words.
import { analysed, appForTests, article, assert, middleOf, openWithArticle, place, spotCovers, test, view } from './lib/app.mjs'

const app = appForTests()
const panel = page => page.locator('#panel')
const spot = page => page.locator('.spot')

/** Whether something in the article is within what is seen of it. */
const seen = (page, selector) => page.waitForFunction(selector => {
  const frame = document.querySelector('#article').getBoundingClientRect()
  return [...document.querySelectorAll(`#article ${selector}`)].some(element => {
    const at = element.getBoundingClientRect()
    return at.height > 0 && at.top >= frame.top && at.bottom <= frame.bottom
  })
}, selector)

const press = async (page, words) => {
  const { x, y } = await middleOf(page, words)
  await page.mouse.click(x, y)
}

test('words that are quoted open a small card: who, why, copy, correct; and none of them is covered', async () => {
  const page = await openWithArticle(app)
  await press(page, 'shops have waited')
  await spot(page).waitFor()
  assert.match(await spot(page).innerText(), /Pedro Quintela[\s\S]*Direct/)
  assert.equal(await spotCovers(page), false)
  await spot(page).getByRole('button', { name: /Copy quote/ }).click()
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /two winters/)
  await spot(page).getByRole('button', { name: /Correct quote/ }).click()
  const field = spot(page).getByRole('combobox', { name: 'Said by' })
  await field.fill('Brekke')
  await field.press('Enter')
  await page.getByRole('status').filter({ hasText: 'Gave' }).first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => document.querySelector('.spot')?.textContent.includes('Hanne Brekke'))
  await page.keyboard.press('Escape')
  await spot(page).waitFor({ state: 'detached' })
  assert.equal(place(page), '#/reader', 'Escape closes the card and nothing else')
})

test('the cards of the quotes are gone through in the article by keys alone', async () => {
  const page = await openWithArticle(app)
  await article(page).focus()
  /** Presses a key, and gives what stands in the card that has the focus then. */
  const next = async (key, before) => {
    await page.keyboard.press(key)
    await page.waitForFunction(before => {
      const card = document.querySelector('#spot')
      return card && document.activeElement === card && card.innerText !== before
    }, before)
    return spot(page).innerText()
  }
  const one = await next('q', '')
  const two = await next('q', one)
  assert.equal(await next('Shift+Q', two), one)
  // What can be done with it is the next stop of Tab.
  await page.keyboard.press('Tab')
  assert.ok(await page.evaluate(() => document.activeElement.closest('#spot') !== null))
  await page.keyboard.press('Escape')
  await spot(page).waitFor({ state: 'detached' })
  assert.equal(await page.evaluate(() => document.activeElement.id), 'article')
})

test('the line beside a paragraph, and the mark of a summary sentence, open what they stand for', async () => {
  const page = await openWithArticle(app)
  await page.locator('#article p').filter({ hasText: 'The boats are ready' }).locator('.hair').first().click()
  await spot(page).waitFor()
  assert.match(await spot(page).innerText(), /Ingrid Solheim/)
  await page.mouse.click(5, 5)
  await spot(page).waitFor({ state: 'detached' })
  const mark = await page.locator('#article .opens').first().evaluate(segment => {
    const piece = segment.closest('p, h1, h2, li').getBoundingClientRect()
    return { x: piece.right - 11, y: segment.getBoundingClientRect().top + 12 }
  })
  await page.mouse.click(mark.x, mark.y)
  await spot(page).waitFor()
  assert.match(await spot(page).innerText(), /A sentence of the summary/)
  await spot(page).getByRole('link').click()
  assert.match(place(page), /^#\/summary\/s\d+$/)
})

test('in Quotes, pressing the words selects the quote in the list', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  await press(page, 'shops have waited')
  await panel(page).locator('[data-quote][aria-current=true]').filter({ hasText: 'two winters' }).waitFor()
})

test('selected words are left alone', async () => {
  const page = await openWithArticle(app)
  await article(page).getByText('The boats are ready').first().dblclick()
  assert.equal(await spot(page).count(), 0)
})

test('a name opened from the list, the palette or a tick of its strip is brought into view and lit', async () => {
  const page = await openWithArticle(app, { viewport: { width: 1440, height: 420 } })
  await view(page, 'Entities')
  await panel(page).locator('.row').filter({ hasText: 'Aurora' }).locator('.row-name').click()
  await seen(page, '.highlighted')
  await page.keyboard.press('Control+k')
  await page.locator('#command').fill('marstal')
  await page.keyboard.press('Enter')
  await seen(page, '.highlighted')
  // One that is seen in passing only, while the article is on its way to another, is brought into view as well.
  for (const name of ['Aurora', 'Marstal', 'Aurora', 'Ingrid Solheim', 'Aurora']) {
    await view(page, 'Entities')
    await panel(page).locator('.row').filter({ hasText: name }).locator('.row-name').click()
  }
  await page.waitForTimeout(600)
  await seen(page, '.highlighted')
  await view(page, 'Entities')
  const strip = panel(page).locator('.row').filter({ hasText: 'Ingrid Solheim' }).locator('.strip')
  await strip.scrollIntoViewIfNeeded()
  const box = await strip.boundingBox()
  await page.mouse.click(box.x + box.width - 4, box.y + box.height / 2)
  await page.waitForFunction(() => /\/m[2-9]/.test(location.hash))
  await seen(page, '.here')
})

test('the summary seen from somebody marks what it lists and nothing else', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Summary')
  await page.locator('#about').selectOption({ label: 'Pedro Quintela' })
  const listed = await panel(page).locator('.sentences a').evaluateAll(all => all.map(one => one.textContent.trim()))
  await page.waitForFunction(count => CSS.highlights.get('about')?.size === count, listed.length)
  const lit = await page.evaluate(() => [...CSS.highlights.get('about')].map(range => range.toString().trim()))
  assert.deepEqual(lit, listed)
  // A colour takes its time to go.
  await page.waitForFunction(() => ![...document.querySelectorAll('#article span, #article a.mark')]
    .some(segment => /(^| )s\d+( |$)/.test(segment.className) && getComputedStyle(segment).backgroundColor !== 'rgba(0, 0, 0, 0)'))
})

test('the lines are explained where the marks are', async () => {
  const page = await openWithArticle(app)
  assert.match(await panel(page).locator('.lines-legend').innerText(), /colour of who speaks[\s\S]*sentence of the summary/)
})

test('the tools of a quote stand on one line beside what is known of it, wide and narrow', async () => {
  for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
    const page = await openWithArticle(app, { viewport })
    await view(page, 'Quotes')
    const tops = await page.locator('[data-quote]').evaluateAll(all => all.map(quote => [
      ...[...quote.querySelectorAll('.quote-tools .tool')].map(tool => tool.getBoundingClientRect().top),
      ...[...quote.querySelectorAll('.quote-facts')].map(facts => facts.getBoundingClientRect().top),
    ].map(Math.round)))
    for (const [first, ...others] of tops) assert.ok(others.every(top => Math.abs(top - first) <= 2), JSON.stringify(tops))
    await page.context().close()
  }
})

test('lists go by keys: the third quote is copied with five', async () => {
  const page = await openWithArticle(app)
  await article(page).focus()
  for (const key of ['4', 'n', 'n', 'n', 'c']) await page.keyboard.press(key)
  await page.getByRole('status').filter({ hasText: 'Copied' }).first().waitFor({ state: 'attached' })
  const third = await page.locator('[data-quote]').nth(2).locator('.quote-words').innerText()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  assert.ok(copied.includes(third.replace(/[“”]/g, '').slice(0, 12)), `${copied} has ${third}`)
  await page.keyboard.press('3')
  for (const key of ['n', 'n', 'p']) await page.keyboard.press(key)
  assert.equal(await page.evaluate(() => document.activeElement.matches('#panel .row')), true)
  await page.keyboard.press('m')
  await page.waitForFunction(() => document.activeElement.id === 'merge')
})

test('the palette knows what is selected, the words of the article, and a slip of the hand', async () => {
  const page = await openWithArticle(app)
  await article(page).focus()
  const ask = async words => {
    await page.keyboard.press('Control+k')
    await page.locator('#command').fill(words)
  }
  await ask('quinetla')
  await page.getByRole('option', { name: /Pedro Quintela/ }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('[data-card]').getByRole('heading', { name: 'Pedro Quintela' }).waitFor()
  await ask('merge')
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.activeElement.id === 'merge')
  await page.keyboard.press('Escape')
  await ask('good weather')
  await page.getByRole('option', { name: /“good weather” in the article, 1 place/ }).waitFor()
  await page.keyboard.press('Enter')
  assert.equal(place(page), '#/reader/w1?words=good%20weather')
})
