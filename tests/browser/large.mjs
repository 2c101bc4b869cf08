// The page with a 1 MB article beside the same page with a 5 KB article: `cargo xtask bench`.
//
// Prints a table: how long until the words, the first mark and all of it are there, the longest stretch in which the
// page answers to nothing while it loads and, by a recorded trace, while it is read, and what it takes of memory.
import { readFileSync } from 'node:fs'
import { article, pasteByHand, started } from './lib/app.mjs'
import { launch } from './lib/browser.mjs'
import { serve } from './lib/site.mjs'

const RUNS = 3
const SIZES = { '5 KB': 5_000, '1 MB': 1_000_000 }

const FIRST = ['Ana', 'Ben', 'Clara', 'Dario', 'Elin', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Kaja', 'Lars', 'Mira', 'Nils', 'Olga', 'Petra']
const LAST = ['Adeyemi', 'Brekke', 'Castellan', 'Dobrescu', 'Eriksen', 'Farkas', 'Grimaldi', 'Halvorsen', 'Ivanek', 'Jansen', 'Kovalenko', 'Lindqvist', 'Moreau', 'Novak', 'Okafor', 'Petrov', 'Quintela', 'Ruiz', 'Solheim', 'Tanaka']
const TOWNS = ['Lisbon', 'Marstal', 'Vienna', 'Odesa', 'Bergen', 'Trieste', 'Leeds', 'Porto', 'Gdansk', 'Utrecht']
const SAYINGS = ['The boats are ready, and so are the crews', 'We will not sell a single dock before the vote', 'Nobody asked the people who live here', 'It is the best plan that we have had in years']

/** An article of so many characters: the same for the same length, the shorter the beginning of the longer. */
function write(length) {
  const paragraphs = ['Harbours of the coast make plans for spring']
  let size = 0
  for (let n = 0; size < length; n++) {
    const pick = (list, by) => list[(n * by + (n >> 3)) % list.length]
    const name = `${pick(FIRST, 7)} ${pick(LAST, 11)}`
    const paragraph = [
      `“${pick(SAYINGS, 3)},” ${name}, the harbour master of ${pick(TOWNS, 3)}, said on ${['Monday', 'Tuesday', 'Friday'][n % 3]}.`,
      `Mayor ${pick(FIRST, 5)} ${pick(LAST, 13)} of ${pick(TOWNS, 7)} told reporters that the works would cost $${(n % 90) + 10} million and take ${(n % 11) + 2} months.`,
      `The Baltic Transport Union, which represents ${(n % 800) + 100} sailors, signed the contract in ${1990 + (n % 30)}; it has waited for the ferries since then.`,
    ][n % 3]
    paragraphs.push(paragraph)
    size += paragraph.length + 2
  }
  return paragraphs.join('\n\n')
}

/** The page's process's memory, in MB, as the system counts it. */
async function memory(browser) {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => {
    const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))
    return resident ? Number(resident[1]) / 1024 : 0
  })
  return Math.max(...sizes)
}

/** The longest task of the page's main thread in a trace, in ms. */
function longest(trace) {
  const { traceEvents } = JSON.parse(trace.toString())
  const mains = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(({ pid, tid }) => `${pid}.${tid}`))
  const tasks = traceEvents.filter(({ name, pid, tid, dur }) => name === 'RunTask' && dur && mains.has(`${pid}.${tid}`))
  return Math.max(0, ...tasks.map(({ dur }) => dur / 1000))
}

async function measure(site, text) {
  const browser = await launch()
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce', serviceWorkers: 'block' })
  await page.goto(site.url)
  await started(page)
  await page.evaluate(() => {
    window.seen = {}
    window.blocked = 0
    new PerformanceObserver(list => list.getEntries().forEach(({ duration }) => { window.blocked = Math.max(window.blocked, duration) })).observe({ type: 'longtask' })
    const look = () => {
      const now = performance.now()
      if (document.querySelector('#article .sheet > *')) window.seen.words ??= now
      if (document.querySelector('#article a.mark')) window.seen.mark ??= now
      if (document.documentElement.dataset.state === 'done') window.seen.done ??= now
      requestAnimationFrame(look)
    }
    requestAnimationFrame(look)
    addEventListener('paste', () => { window.seen.start = performance.now() }, { capture: true, once: true })
  })
  await pasteByHand(page, text)
  await page.waitForFunction(() => window.seen.done, undefined, { timeout: 120_000 })
  // What is drawn in the pauses after is drawn.
  await page.waitForTimeout(3_000)
  const { start, words, mark, done } = await page.evaluate(() => window.seen)
  const loading = await page.evaluate(() => window.blocked)

  // Places are looked up before, by hand and eye alone after: a look through all elements is no reader's.
  const first = await article(page).locator('a.mark.people').first().boundingBox()
  await page.mouse.move(first.x + first.width / 2, first.y + first.height / 2)
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] })
  await page.evaluate(async () => {
    const scroller = document.querySelector('#article')
    const frame = () => new Promise(requestAnimationFrame)
    // A screen at a time, faster than anybody reads; then to the end, to the middle and back to the top.
    for (let screen = 0; screen < 100; screen++) {
      scroller.scrollBy(0, scroller.clientHeight)
      await frame()
    }
    const height = scroller.scrollHeight
    for (const part of [1, 0.5, 0]) {
      scroller.scrollTop = height * part
      await frame()
      await frame()
    }
  })
  await page.waitForTimeout(300)
  await page.mouse.click(first.x + first.width / 2, first.y + first.height / 2)
  await page.waitForTimeout(300)
  for (let step = 0; step < 10; step++) {
    await page.keyboard.press('n')
    await page.waitForTimeout(150)
  }
  await page.keyboard.press('Escape')
  await page.keyboard.press('4')
  await page.waitForTimeout(500)
  const reading = longest(await browser.stopTracing())
  const found = {
    'words on the screen, ms': words - start, 'first mark, ms': mark - start, 'all of it, ms': done - start,
    'longest blocked, loading, ms': loading, 'longest blocked, reading, ms': reading, 'memory, MB': await memory(browser),
    'elements': await page.evaluate(() => document.querySelectorAll('*').length),
  }
  await browser.close()
  return found
}

const site = await serve()
const rows = {}
for (const length of Object.values(SIZES)) {
  for (let run = 0; run < RUNS; run++) {
    for (const [what, value] of Object.entries(await measure(site, write(length)))) {
      ((rows[what] ??= {})[length] ??= []).push(value)
    }
  }
}
console.log(`| | ${Object.keys(SIZES).join(' | ')} |`)
console.log('| --- | ---: | ---: |')
for (const [what, values] of Object.entries(rows)) {
  const cells = Object.values(SIZES).map(length => {
    const sorted = values[length].toSorted((a, b) => a - b).map(value => value.toFixed(0))
    return `${sorted[(RUNS - 1) / 2]} (${sorted[0]}–${sorted.at(-1)})`
  })
  console.log(`| ${what} | ${cells.join(' | ')} |`)
}
await site.stop()
