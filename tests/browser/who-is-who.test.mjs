// An article that spells its names in two ways, has a son-in-law in it, and lets "he" speak: what a reader sees of it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { analysed, appForTests, assert, paste, test, view } from './lib/app.mjs'
import { root } from './lib/site.mjs'

const app = appForTests()
const accord = readFileSync(join(root, 'tests/corpus/fishing-accord.txt'), 'utf8')

async function open() {
  const page = await app.open()
  await paste(page, accord)
  await analysed(page, 'Serious gaps are left')
  return page
}

for (const [name, other] of [
  ['Dale Minkoff', 'Minkov'],
  ['Georgi Dobrevskiy', 'Dobrevsky'],
  ['Andrey Ratov', 'Khratov'],
  ['Elena Stoyanishka', 'Stoyaniska'],
]) {
  test(`${name} and ${other} are one card, which flags it and says why`, async () => {
    const page = await open()
    await view(page, 'Entities')
    assert.equal(await page.locator('#panel .row', { hasText: other }).count(), 1)
    await page.locator('#panel .row', { hasText: name }).click()
    const card = await page.locator('[data-card]').innerText()
    assert.match(card, new RegExp(`Also spelled [^\n]*${other}`))
    assert.match(card, new RegExp(`(spelling|transliteration): ${other} ≈ `))
  })
}

test('a father-in-law is not his son-in-law', async () => {
  const page = await open()
  await view(page, 'Entities')
  const rows = page.locator('#panel .row .row-name')
  const names = (await rows.allInnerTexts()).map(name => name.split('\n')[0].trim())
  assert.equal(names.filter(name => name === 'Laura Denholm').length, 1)
  assert.equal(names.filter(name => name === 'Miles Kestner').length, 1)
})

/** Who is said to speak these words, and with what words the article names them. */
async function speakerOf(page, words) {
  const voice = page.locator('section.speaker').filter({ has: page.locator('[data-quote]', { hasText: words }) })
  return (await voice.innerText()).split('\n')[0].trim()
}

test('"he said" and words in marks find their speaker, and nobody is given what others said', async () => {
  const page = await open()
  await view(page, 'Quotes')
  assert.equal(await speakerOf(page, 'the danger that the coast guard'), 'Georgi Dobrevskiy')
  assert.equal(await speakerOf(page, 'useful'), 'Georgi Dobrevskiy')
  assert.equal(await speakerOf(page, 'wants an accord'), 'Laura Denholm')
  const officials = page.locator('section.speaker', { hasText: 'Bulgarian officials' }).locator('[data-quote]')
  assert.equal(await officials.count(), 1)
  assert.match(await officials.innerText(), /^Talks between U\.S\. and Bulgarian mediators/)
})
