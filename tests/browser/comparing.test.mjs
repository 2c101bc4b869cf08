// Two articles about one thing beside each other, and the map of who appears with whom.
import { analysed, appForTests, article, assert, openWithArticle, place, started, test, view } from './lib/app.mjs'

const app = appForTests()
/** The ferry once more, by another paper: a name spelled otherwise, a quote cut short, one given to another, another price. */
const RIVAL = `Oskarvik ferry to sail again

MARSTAL, March 4, 2026 — Ferries between Marstal and Oskarvik will sail from May, Transport Minister Ingrid Solheim said.

“The boats are ready,” Solheim told reporters at the harbour.

Mayor Pedro Quintella was glad. “Our shops have waited two winters for this,” said Hanne Brekke of the Baltic Transport Union.

The line was closed in 2023 after a fire on the ferry Aurora. Repairs cost $5.1 million and took longer than planned, Lars Ulvang said.`

async function withTwo(options) {
  const page = await openWithArticle(app, options)
  await view(page, 'Start')
  await page.locator('[data-kept]').first().waitFor()
  await page.getByRole('textbox', { name: 'Article text' }).fill(RIVAL)
  await analysed(page, 'Ulvang said')
  await view(page, 'Compare')
  await page.locator('.choice').nth(1).waitFor()
  await page.locator('.choice').filter({ hasText: 'Ferry line' }).locator('input').check()
  await page.locator('#shared').waitFor()
  return page
}

test('two articles are compared: who is in both, what differs, what disagrees', async () => {
  const page = await withTwo()
  const part = id => page.locator(`section[aria-labelledby=${id}]`)
  const shared = await part('shared').innerText()
  for (const name of ['Ingrid Solheim', 'Marstal', 'Oskarvik', 'Hanne Brekke', 'Aurora']) assert.ok(shared.includes(name), name)
  assert.match(await part('single').innerText(), /Lars Ulvang/)

  const quotes = part('same-quotes').locator('.same-quote')
  const cut = quotes.filter({ hasText: 'The boats are ready' })
  assert.match(await cut.innerText(), /Cut shorter in one, the same speaker/)
  assert.deepEqual((await cut.locator('mark').allInnerTexts()).map(words => words.trim()).slice(0, 1), ['and so are the crews,”'])
  const given = quotes.filter({ hasText: 'Our shops have waited' })
  assert.match(await given.innerText(), /The same words, given to another speaker/)

  assert.match(await part('spellings').innerText(), /Quintela[\s\S]*Quintella/)
  assert.match(await part('figures').innerText(), /\$4\.2 million[\s\S]*\$5\.1 million|\$5\.1 million[\s\S]*\$4\.2 million/)
  assert.deepEqual(page.noise, [])
})

test('the comparison has an address, and leads into the other article and back', async () => {
  const page = await withTwo()
  const address = page.url()
  assert.match(address, /#\/compare\?with=/)
  await page.locator('section[aria-labelledby=single]').getByRole('link', { name: 'Lars Ulvang' }).or(
    page.locator('section[aria-labelledby=single]').getByRole('button', { name: 'Lars Ulvang' })).click()
  await page.locator('[data-card]').getByRole('heading', { name: 'Lars Ulvang' }).waitFor()
  await page.goBack()
  await page.locator('#shared').waitFor()
  const other = page.locator('section[aria-labelledby=same-quotes] button.link').first()
  await other.click()
  await analysed(page, 'The boats are ready')
  assert.match(place(page), /^#\/quotes\/q\d+$/)
  await page.goto(address)
  await page.reload()
  await started(page)
  await page.locator('#shared').waitFor()
})

test('the map is the same every time, is moved through by key, and leads to cards', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Compare')
  await page.locator('.map .node').first().waitFor()
  const places = () => page.locator('.map .node').evaluateAll(all => all.map(node => node.getAttribute('transform')))
  const before = await places()
  assert.ok(before.length >= 5)
  await page.reload()
  await started(page)
  await page.locator('.map .node').first().waitFor()
  await page.locator('html[data-state=done]').waitFor({ state: 'attached' })
  assert.deepEqual(await places(), before)

  await page.locator('.map [tabindex="0"]').focus()
  const seen = new Set()
  for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp', 'End', 'Home']) {
    await page.keyboard.press(key)
    seen.add(await page.evaluate(() => document.activeElement.id))
  }
  assert.ok(seen.size >= 3, [...seen].join(' '))
  assert.equal(await page.evaluate(() => document.activeElement.id), 'node-0')
  assert.ok(await page.locator('.map .tie.highlighted').count() > 0)
  const name = await page.evaluate(() => document.activeElement.getAttribute('aria-label').split(', ')[0])
  await page.keyboard.press('Enter')
  await page.locator('[data-card]').getByRole('heading', { name }).waitFor()
})

/** A name that is lit is within what is seen of the article. */
const isLit = (page, words, timeout = 30_000) => page.waitForFunction(words => {
  const frame = document.querySelector('#article').getBoundingClientRect()
  return [...document.querySelectorAll('#article .highlighted')].some(mark => {
    const at = mark.getBoundingClientRect()
    return mark.textContent.includes(words) && at.height > 0 && at.top >= frame.top && at.bottom <= frame.bottom
  })
}, words, { timeout })

test('a name opened from what two have in common, from one only, and from the map is lit in the article', async () => {
  const page = await withTwo({ viewport: { width: 1440, height: 420 } })
  const part = id => page.locator(`section[aria-labelledby=${id}]`)
  await part('shared').locator('tr').filter({ hasText: 'Aurora' }).locator('td a').click()
  await isLit(page, 'Aurora')
  await page.goBack()
  await part('single').getByRole('link', { name: 'Lars Ulvang' }).click()
  await isLit(page, 'Ulvang')
  await view(page, 'Compare')
  await page.locator('.map .node').filter({ hasText: 'Hanne Brekke' }).dispatchEvent('click')
  await page.locator('[data-card]').getByRole('heading', { name: 'Hanne Brekke' }).waitFor()
  await isLit(page, 'Hanne Brekke')
})

test('a name of another article, which is opened for it, is lit there', async () => {
  const page = await withTwo({ viewport: { width: 1440, height: 420 } })
  await page.locator('section[aria-labelledby=shared] tr').filter({ hasText: 'Aurora' }).locator('td button').click()
  await analysed(page, 'The boats are ready')
  await page.locator('[data-card]').getByRole('heading', { name: 'Aurora' }).waitFor()
  await isLit(page, 'Aurora', 5000)
})

test('the table says what the map draws', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Compare')
  const row = page.locator('.map-table tbody tr').filter({ hasText: 'Ingrid Solheim' }).first()
  await row.waitFor()
  assert.equal(await page.locator('.map .tie').count(), await page.locator('.map-table tbody tr').count())
  assert.equal(await article(page).isVisible(), false)
})

test('the map is narrowed to kinds and to those who meet often, is enlarged, and its lines lead to where two meet', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Compare')
  const [nodes, ties] = [page.locator('.map .node'), page.locator('.map .tie')]
  await nodes.first().waitFor()
  const [all, lines] = [await nodes.count(), await ties.count()]
  await page.getByRole('checkbox', { name: 'Places' }).uncheck()
  await page.locator('.map .node.places').waitFor({ state: 'detached' })
  assert.ok(await nodes.count() < all)
  assert.equal(await ties.count(), await page.locator('.map-table tbody tr').count())
  await page.getByRole('checkbox', { name: 'Places' }).check()
  await page.getByLabel('Together in at least').selectOption('2')
  await page.waitForFunction(lines => document.querySelectorAll('.map .tie').length < lines, lines)
  const shared = await page.locator('.map-table tbody td:nth-child(4)').allInnerTexts()
  assert.ok(shared.every(count => Number(count) >= 2), shared.join(' '))
  await page.getByLabel('Together in at least').selectOption('1')

  const wide = () => page.locator('.map').evaluate(map => map.getBoundingClientRect().width)
  const before = await wide()
  await page.getByRole('button', { name: 'Larger' }).click()
  assert.ok(await wide() > 1.4 * before)

  const title = await page.locator('.tie-reach title').last().textContent()
  assert.match(title, /^.+ and .+: \d+ sentences?, \d+ paragraphs?/)
  // The strongest tie is drawn last; its row is the first. Both lead to the same mention.
  await page.locator('.tie-reach').last().dispatchEvent('click')
  await page.locator('[data-card]').waitFor()
  const there = place(page)
  assert.match(there, /^#\/entities\/e\d+\/m\d+/)
  await page.goBack()
  await page.locator('.map-table tbody tr').first().locator('td:nth-child(4) a').click()
  await page.locator('[data-card]').waitFor()
  assert.equal(place(page), there)
})
