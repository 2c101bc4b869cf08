// The whole way of a reader, with the network off: paste, correct, reload, export, import, back up, wipe, restore.
// What is exported is read by Python's readers, and by spaCy where it is there.
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { analysed, appForTests, article, assert, choose, decide, form, giveTo, renameTo, started, test, view } from './lib/app.mjs'
import { root } from './lib/site.mjs'

const app = appForTests()
const panel = page => page.locator('#panel')
const card = page => panel(page).locator('[data-card]')
const rows = (page, name) => panel(page).locator('.row-name', { hasText: name }).first()

/** A page that asks its host for nothing any more. */
async function offline() {
  const page = await app.open()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await started(page)
  await page.context().setOffline(true)
  return page
}

async function withSample(page) {
  await page.getByRole('button', { name: 'Try the sample article' }).click()
  await analysed(page, 'Danube grain port')
}

async function openCard(page, name) {
  await view(page, 'Entities')
  await panel(page).locator('.row').filter({ has: page.locator('.row-name', { hasText: name }) }).first().click()
  await card(page).getByRole('heading', { name, exact: true }).waitFor()
}

const quotesOf = async (page, name) => {
  await view(page, 'Quotes')
  return page.locator('section.speaker').filter({ hasText: name }).locator('[data-quote]').count()
}

// Chromium drops a page's eleventh download within ten seconds without a word, so that no page floods a disk. A reader
// is never that fast; this test waits for its turn.
const BURST = { downloads: 10, ms: 10_000 }
const starts = []

async function saved(page, button) {
  const first = starts.at(-BURST.downloads)
  if (first) await new Promise(wake => setTimeout(wake, Math.max(0, first + BURST.ms + 500 - Date.now())))
  starts.push(Date.now())
  const download = page.waitForEvent('download')
  await button()
  return download
}

async function exportAll(page, folder) {
  const formats = await page.locator('#export-menu button[id^=export-]').evaluateAll(all => all.map(one => one.id.slice('export-'.length)))
  for (const format of formats) {
    await page.locator('#export').click()
    await (await saved(page, () => page.locator(`#export-${format}`).click())).saveAs(join(folder, format))
  }
  return formats
}

test('the whole way of a reader, offline', async t => {
  const folder = mkdtempSync(join(tmpdir(), 'exports-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const page = await offline()
  await withSample(page)
  const names = await page.evaluate(() => [...document.querySelectorAll('#article a.mark.people')].map(mark => mark.textContent))
  assert.ok(names.length > 4)
  await view(page, 'Entities')
  const people = await panel(page).locator('.family').first().locator('.row-name').evaluateAll(all => all.map(name => name.firstChild.textContent))
  const [first, second] = people

  await t.test('two are merged, and mentions and quotes follow; undo gives both back', async () => {
    const [before, theirs] = [await quotesOf(page, first), await quotesOf(page, second)]
    await openCard(page, second)
    await form(page, 'merge')
    await decide(page, 'merge', first)
    await card(page).getByRole('heading', { name: first, exact: true }).waitFor()
    assert.equal(await quotesOf(page, first), before + theirs)
    await page.keyboard.press('Control+z')
    assert.equal(await quotesOf(page, second), theirs)
  })

  await t.test('a mention is split off, and an entity gets another kind', async () => {
    await openCard(page, first)
    await card(page).locator('.mentions a').last().click()
    await form(page, 'mention')
    await decide(page, 'move', 'Somebody new')
    // The card is that of the new one.
    await page.waitForFunction(() => document.querySelectorAll('[data-card] .mentions li').length === 1)
    await page.keyboard.press('Control+z')
    await openCard(page, second)
    await form(page, 'retype')
    await decide(page, 'retype', 'Organisation')
    await view(page, 'Entities')
    await panel(page).locator('.family', { hasText: 'Organisations' }).locator('.row-name', { hasText: second }).waitFor()
    await page.keyboard.press('Control+z')
  })

  await t.test('a quote gets another speaker', async () => {
    const before = await quotesOf(page, second)
    const quote = page.locator('section.speaker').filter({ hasText: first }).locator('[data-quote]').first()
    await giveTo(page, quote, second)
    await page.waitForFunction(([name, count]) => {
      const voice = [...document.querySelectorAll('section.speaker')].find(voice => voice.textContent.includes(name))
      return voice?.querySelectorAll('[data-quote]').length === count
    }, [second, before + 1])
  })

  await openCard(page, first)
  await renameTo(page, `${first}, corrected`)
  await card(page).getByRole('heading', { name: `${first}, corrected` }).waitFor()

  await t.test('all of it is there after a reload', async () => {
    await page.reload()
    await started(page)
    await analysed(page, 'Danube grain port')
    await view(page, 'Entities')
    await rows(page, `${first}, corrected`).waitFor()
  })

  await t.test('every format is read by readers of others', { skip: spawnSync('python3', ['--version']).error && 'no python3 here' }, async () => {
    const formats = await exportAll(page, folder)
    assert.ok(formats.length >= 10)
    const spacy = process.env.SPACY ? ['--spacy', process.env.SPACY] : []
    const read = execFileSync('python3', [join(root, 'tests/readers/read.py'), '--folder', folder, ...spacy], { encoding: 'utf8' })
    t.diagnostic(read.trim())
    assert.match(read, /1 articles, \d+ passed, 0 failed/)
  })

  await t.test('the analysis opens in an empty browser as it was', async () => {
    const json = await saved(page, async () => {
      await page.locator('#export').click()
      await page.locator('#export-json').click()
    }).then(async download => readFileSync(await download.path(), 'utf8'))
    const there = await offline()
    await choose(there, 'analysis.json', Buffer.from(json))
    await analysed(there, 'Danube grain port')
    await view(there, 'Entities')
    await rows(there, `${first}, corrected`).waitFor()
    const lists = page => panel(page).locator('.row').allTextContents()
    await view(page, 'Entities')
    assert.deepEqual(await lists(there), await lists(page))
    await there.context().close()
  })

  await t.test('the library is backed up, wiped and restored', async () => {
    await view(page, 'Start')
    const backup = await saved(page, () => page.locator('#backup').click()).then(download => download.path())
    await page.locator('[data-kept]').first().getByRole('button', { name: /Remove/ }).click()
    await page.locator('[data-kept]').waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Clear the desk' }).click()
    await page.locator('#restore-input').setInputFiles(backup)
    await page.locator('#restore-replace').click()
    await page.locator('[data-kept] .library-title').first().click()
    await analysed(page, 'Danube grain port')
    await view(page, 'Entities')
    await rows(page, `${first}, corrected`).waitFor()
  })
  await article(page).waitFor()
  assert.deepEqual(page.noise.filter(words => !words.includes('ERR_INTERNET_DISCONNECTED')), [])
})
