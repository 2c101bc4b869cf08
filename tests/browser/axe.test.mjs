// Nothing that axe finds, in any view and dialog, in light, dark and forced colours, wide and narrow.
import { createRequire } from 'node:module'
import { appForTests, article, assert, choose, openWithArticle, renameTo, select, test, tool, view } from './lib/app.mjs'

const app = appForTests()
const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const prepare = context => context.addInitScript({ path: axe })
const VIEWS = ['Start', 'Reader', 'Entities', 'Quotes', 'Summary', 'Timeline', 'Compare', 'About']
const LOOKS = {
  'light, at 1440 px': { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  'light, at 390 px': { colorScheme: 'light', viewport: { width: 390, height: 844 } },
  'dark, at 1440 px': { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  'dark, at 390 px': { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  'forced colours, at 1440 px': { forcedColors: 'active', viewport: { width: 1440, height: 900 } },
  'forced colours, at 390 px': { forcedColors: 'active', viewport: { width: 390, height: 844 } },
}

const dialog = async (page, open) => {
  await open()
  await page.locator('dialog[open]').waitFor()
}
/** The panel is seen, on a phone too. */
async function raise(page) {
  const up = page.getByRole('button', { name: 'Raise the panel' })
  if (await up.isVisible() && await page.locator('html[data-sheet=peek]').count()) await up.click()
}

/** What is not a view: each is come to from the Reader, and left by Escape. */
const STATES = {
  'a card': async page => {
    await article(page).locator('a.mark').first().click()
    await page.locator('[data-card]').waitFor()
  },
  'a card under correction': async page => {
    await article(page).locator('a.mark').first().click()
    await page.locator('#merge-open').click()
    await page.locator('#merge').waitFor()
  },
  'a name that is renamed to nothing': async page => {
    await article(page).locator('a.mark').first().click()
    await renameTo(page, '')
    await page.getByRole('alert').waitFor()
  },
  'a card at the words': async page => {
    await article(page).locator('[data-q]').first().click()
    await page.locator('.spot').waitFor()
  },
  'what is unsure, one after another': async page => {
    await raise(page)
    await page.locator('#review-open').click()
    await page.locator('#review [data-answer]').first().waitFor()
  },
  'the bar at the selection': async page => {
    await select(page, 'winters for this')
    await page.locator('#mark-bar').waitFor()
  },
  'a quote that is marked, and asked whose it is': async page => {
    await select(page, 'signed the contract')
    await page.locator('#mark-quote').click()
    await page.locator('#said-by').waitFor()
  },
  'a note that is written': async page => {
    await select(page, 'took longer than planned')
    await page.locator('#mark-note').click()
    await page.locator('#note-words').fill('How much longer?')
  },
  'notes and highlights': async page => {
    await select(page, 'took longer than planned')
    await page.locator('#mark-highlight').click()
    await raise(page)
    await page.locator('.your-notes [data-note]').first().waitFor()
  },
  'what is known of the article, and its citation': async page => {
    await raise(page)
    await page.locator('#article-details > summary').click()
    await page.locator('#cited').waitFor()
  },
  'the library searched': async page => {
    await view(page, 'Start')
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('weather')
    await page.locator('[data-kept] .snippet mark').waitFor()
  },
  'an article that gets another title': async page => {
    await view(page, 'Start')
    await page.getByRole('searchbox', { name: 'Search the library' }).fill('')
    await page.locator('[data-kept] .rename').first().click()
    await page.locator('.library-rename').waitFor()
  },
  'an address of an article that is not here': async page => {
    await page.evaluate(() => { location.hash = '#/quotes/q1?in=000000000000' })
    await page.getByText('not in this browser').first().waitFor()
  },
  'how it is set': async page => {
    await tool(page, 'look')
    await page.locator('#look-menu').waitFor()
  },
  'a quote under correction': async page => {
    await view(page, 'Quotes')
    await page.locator('.correct-quote').first().click()
    await page.getByRole('combobox', { name: 'Said by' }).waitFor()
  },
  'words found': async page => {
    await page.locator('#search').fill('ferry')
    await page.locator('#search').press('Enter')
  },
  'the exports': async page => {
    await tool(page, 'export')
    await page.locator('#export-json').waitFor()
  },
  'the keys': page => dialog(page, () => tool(page, 'keys-button')),
  'the palette': page => dialog(page, () => tool(page, 'palette-button')),
  'a large file': async page => {
    await view(page, 'Start')
    await dialog(page, () => choose(page, 'large.txt', Buffer.alloc(21 * 1024 * 1024, 'word ')))
  },
  'a backup': async page => {
    await view(page, 'Start')
    await page.locator('[data-kept]').first().waitFor()
    const download = page.waitForEvent('download')
    await page.locator('#backup').click()
    await dialog(page, async () => page.locator('#restore-input').setInputFiles(await (await download).path()))
  },
  'a list of names': async page => {
    await view(page, 'Start')
    const list = { schema: 'article-explorer/names/1', names: [{ name: 'Aurora', kind: 'PRODUCT', aliases: ['MV Aurora'] }], not_names: [] }
    await dialog(page, () => choose(page, 'names.json', Buffer.from(JSON.stringify(list))))
  },
  'something shared': async page => {
    await page.evaluate(async () => {
      const cache = await caches.open(`shared ${new URL('./', document.baseURI)}`)
      await cache.put('shared', new Response('Ferry line to Oskarvik returns', { headers: { 'x-name': '', 'x-from': 'https://news.example' } }))
    })
    await dialog(page, () => page.goto(new URL('./?shared', page.url()).href))
  },
  'what was corrected, with the way back': async page => {
    await article(page).locator('a.mark').first().click()
    await renameTo(page, `${await page.locator('[data-card] h2').innerText()} anew`)
    await page.locator('#toast-undo').waitFor()
    // The pointer on the line keeps it there.
    await page.locator('.passing').hover()
  },
  'what is behind “More”': async page => {
    const more = page.locator('#more-button')
    if (!await more.isVisible()) return
    await more.click()
    await page.locator('.more-views a').first().waitFor()
  },
  'the summary seen from somebody': async page => {
    await view(page, 'Summary')
    await page.locator('#about').selectOption({ index: 1 })
    await page.waitForFunction(() => CSS.highlights.get('about')?.size > 0)
  },
  'several files that came in': async page => {
    await view(page, 'Start')
    const chooser = page.waitForEvent('filechooser')
    await page.locator('#choose').click()
    await (await chooser).setFiles(['Lindmouth', 'Dunmore'].map(town => ({
      name: `${town}.txt`, mimeType: 'text/plain', buffer: Buffer.from(`Hall of ${town} closes\n\nThe hall of ${town} will close in May, Ingrid Solheim said on Monday.`),
    })))
    await page.locator('#batch[open]').getByText('2 articles came into the library').waitFor()
  },
  'two articles compared': async page => {
    await view(page, 'Compare')
    await page.locator('#choose-others .choice input').first().click()
    await page.locator('#shared').waitFor()
  },
  'a message': async page => {
    await view(page, 'Start')
    await choose(page, 'broken.json', Buffer.from('{"schema":"article-explorer/analysis/1"'))
    await page.getByRole('alert').waitFor()
  },
}

/** What axe finds, each with the first element it found it in. */
async function found(page) {
  // The policy keeps scripts out of the page, so axe comes in from outside of it.
  const violations = await page.evaluate(async () => (await axe.run(document, { resultTypes: ['violations'] })).violations)
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)
}

for (const [look, options] of Object.entries(LOOKS)) {
  test(`no violations, ${look}`, async t => {
    const page = await openWithArticle(app, { prepare, reducedMotion: 'reduce', ...options })
    for (const name of VIEWS) {
      await t.test(name, async () => {
        await view(page, name)
        await page.locator(`html[data-view=${name.toLowerCase()}]`).waitFor({ state: 'attached' })
        assert.deepEqual(await found(page), [])
      })
    }
    for (const [name, reach] of Object.entries(STATES)) {
      await t.test(name, async () => {
        await view(page, 'Reader')
        try {
          await reach(page)
          assert.deepEqual(await found(page), [])
        } finally {
          await page.keyboard.press('Escape')
          await page.locator('dialog[open]').waitFor({ state: 'detached' })
        }
      })
    }
  })
}

test('no violations, before there is an article', async () => {
  const page = await app.open({ prepare })
  for (const name of VIEWS) {
    await view(page, name)
    assert.deepEqual(await found(page), [], name)
  }
})
