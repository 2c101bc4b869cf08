// Whatever happens in two tabs, in any order: nothing that was told as done is otherwise at the end, no text is lost.
//
// The native tests of crates/session walk thousands of such lists through a small world; here the browser's own storage,
// worker and tabs take part. LISTS sets how many lists are walked (200 take about twenty minutes), SEED where they begin.
import { analysed, appForTests, article, assert, renameTo, started, test } from './lib/app.mjs'

const app = appForTests()
const LISTS = Number(process.env.LISTS ?? 8)
const SEED = Number(process.env.SEED ?? 1)
const ACTS = 9
const TEXTS = [
  'The council of Lindmouth voted on Monday to close the hall, said Mayor Ana Ruiz. Nobody spoke against it, and Jorn Pell left before the vote.',
  'The pier at Brantham will be sold in June, Ines Ode said. Sam Okello has offered to buy it for the fishermen of Hale, who have asked for it since the storm.',
]

/** Numbers that are the same at each run: Lehmer's generator. */
function numbers(seed) {
  let state = seed * 48_271 % 2_147_483_647 || 1
  return below => (state = state * 48_271 % 2_147_483_647) % below
}

/** Runs before the page: tells what the page told, lets the disk be full, and knows the workers. */
function watch() {
  // A full browser takes every value and gives the transaction up at its end.
  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...values) {
    const request = put.apply(this, values)
    if (localStorage.getItem('test.full')) request.addEventListener('success', () => this.transaction.abort())
    return request
  }
  window.workers = []
  window.Worker = class extends window.Worker {
    constructor(...all) {
      super(...all)
      window.workers.push(this)
    }
  }
  new MutationObserver(() => {
    const words = document.querySelector('#status')?.textContent ?? ''
    if (words !== window.heard) window.tell(window.heard = words)
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** A tab, with what it tells. */
async function tab(context, number, world) {
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  page.told = 0
  await page.exposeFunction('tell', words => {
    page.told++
    const name = words.match(/ to “(Name\d+)”/)?.[1]
    if (!name) return
    const before = world.names.get(name) ?? { by: new Set() }
    world.names.set(name, { done: !words.startsWith('Undone'), by: before.by.add(number) })
  })
  await page.goto(app.site.url)
  await started(page)
  return page
}

/** Does something of which the page tells, and waits for its word and no longer. */
async function until(page, act) {
  const before = page.told
  await act()
  for (let wait = 0; page.told === before; wait += 10) {
    assert.ok(wait < 5_000, 'the page tells what it did')
    await page.waitForTimeout(10)
  }
}

const go = (page, hash) => page.evaluate(hash => { location.hash = hash }, hash)
const hasArticle = async page => await page.locator('#article p').count() > 0

const ACTIONS = {
  give: async (page, number) => {
    await go(page, '#/start')
    const field = page.getByRole('textbox', { name: 'Article text' })
    await field.fill('')
    // So many words at once are a paste, and are read at once.
    await field.fill(TEXTS[number % 2])
    await analysed(page, TEXTS[number % 2].slice(0, 20))
  },
  edit: async (page, number, world, nth) => {
    if (!await hasArticle(page)) return
    await go(page, '#/start')
    await page.getByRole('button', { name: 'Edit', exact: true }).click()
    const field = page.getByRole('textbox', { name: 'Article text' })
    await field.fill(`${await field.inputValue()} Note ${nth} follows.`)
    await field.press('Control+Enter')
    await article(page).getByText(`Note ${nth} follows`).waitFor({ state: 'attached' })
    world.notes.add(`Note ${nth} follows.`)
  },
  rename: async (page, number, world, nth) => {
    if (!await hasArticle(page)) return
    await go(page, '#/entities')
    // A worker that died at its work is asked again, as the message offers.
    await page.locator('html[data-state=done], html[data-state=failed]').waitFor({ state: 'attached' })
    const again = page.getByRole('button', { name: 'Try again' })
    if (await again.isVisible()) await again.click()
    await page.locator('html[data-state=done]').waitFor({ state: 'attached' })
    const rows = page.locator('#panel [data-row] .row-name')
    const count = await rows.count()
    if (!count) return
    await rows.nth(number % count).click()
    await page.locator('[data-card]').waitFor()
    await until(page, () => renameTo(page, `Name${nth}`))
  },
  undo: async page => {
    if (!await hasArticle(page)) return
    await go(page, '#/reader')
    await article(page).focus()
    await until(page, () => page.keyboard.press('Control+z'))
  },
  redo: async page => {
    if (!await hasArticle(page)) return
    await go(page, '#/reader')
    await article(page).focus()
    await until(page, () => page.keyboard.press('Control+Shift+z'))
  },
  reload: async page => {
    await page.reload()
    await started(page)
  },
  'a dying worker': async (page, number) => {
    if (!await hasArticle(page)) return
    if (number % 2) {
      await go(page, '#/timeline')
      await page.locator('#published').fill(`2026-01-${10 + number % 10}`)
      await page.keyboard.press('Enter')
    }
    await page.evaluate(() => window.workers.forEach(worker => {
      worker.terminate()
      worker.dispatchEvent(new ErrorEvent('error', { message: 'broken on purpose' }))
    }))
  },
  'a full disk, or room again': page => page.evaluate(() => {
    if (localStorage.getItem('test.full')) localStorage.removeItem('test.full')
    else localStorage.setItem('test.full', 'yes')
  }),
  leave: page => go(page, '#/reader'),
  'the other article': async (page, number) => {
    await go(page, '#/start')
    const kept = page.locator('[data-kept] .library-title')
    const count = await kept.count()
    if (count) await kept.nth(number % count).click()
  },
}
const NAMES = Object.keys(ACTIONS)
/** What a reader does most comes most often. */
const OFTEN = [...NAMES, 'rename', 'rename', 'undo', 'redo', 'edit', 'reload', 'the other article']

/** The rows of the library, and what is written down of articles on their way there. */
const kept = page => page.evaluate(() => new Promise((done, failed) => {
  const opening = indexedDB.open('article-explorer')
  opening.onerror = failed
  opening.onsuccess = () => {
    const all = opening.result.transaction('articles').objectStore('articles').getAll()
    all.onsuccess = () => {
      opening.result.close()
      done(all.result)
    }
  }
}))

/** The names that the corrections of a row give; a name that is changed again stands in the later correction too. */
function held(row) {
  const { changes } = JSON.parse(JSON.parse(row).corrections || '{"changes":[]}')
  return changes.filter(change => !change.undone).map(change => change.correction.name).filter(Boolean)
}

async function walk(seed) {
  const next = numbers(seed)
  const world = { names: new Map(), notes: new Set() }
  const context = await app.browser.newContext({ viewport: { width: 1280, height: 800 }, serviceWorkers: 'block', reducedMotion: 'reduce' })
  await context.addInitScript(watch)
  const tabs = [await tab(context, 0, world), await tab(context, 1, world)]
  const done = []
  try {
    await ACTIONS.give(tabs[0], next(2))
    for (let nth = 1; nth <= ACTS; nth++) {
      const [name, at, number] = [OFTEN[next(OFTEN.length)], next(2), next(20)]
      done.push(`${name} in ${at} (${number})`)
      await tabs[at].bringToFront()
      await ACTIONS[name](tabs[at], number, world, nth)
    }
    await tabs[0].evaluate(() => localStorage.removeItem('test.full'))
    // Both are left and come back: what is on its way arrives.
    for (const page of tabs) await go(page, '#/reader')
    for (const page of tabs) {
      await page.reload()
      await started(page)
    }
    for (const page of tabs) {
      if (await hasArticle(page)) await page.locator('html[data-state=done]').waitFor({ state: 'attached' })
    }
    const wrong = async () => {
      const rows = await kept(tabs[0])
      const names = new Set(rows.flatMap(held))
      const lost = [...world.names].filter(([name, { done, by }]) => by.size === 1 && names.has(name) !== done)
      const texts = [...world.notes].filter(note => !rows.some(row => row.includes(note)))
      return [...lost.map(([name, { done }]) => `${name}: told as ${done ? 'done' : 'undone'}`), ...texts]
    }
    let left = await wrong()
    for (let wait = 0; left.length && wait < 5_000; wait += 100) {
      await tabs[0].waitForTimeout(100)
      left = await wrong()
    }
    assert.deepEqual(left, [])
    // Both tabs show one article alike.
    const [one, other] = await Promise.all(tabs.map(async page => ({
      of: new URL(page.url()).hash.match(/in=(\w+)/)?.[1],
      text: await article(page).innerText(),
    })))
    if (one.of && one.of === other.of) assert.equal(one.text, other.text, 'both tabs end alike')
  } catch (error) {
    throw new Error(`list ${seed}: ${error.message}\n${done.join('\n')}\nThe tabs stand at ${tabs.map(page => page.url())}`, { cause: error })
  } finally {
    await context.close()
  }
}

test(`nothing is lost in ${LISTS} lists of events`, { timeout: LISTS * 60_000 }, async () => {
  for (let seed = SEED; seed < SEED + LISTS; seed++) await walk(seed)
})
