// The page as a reader handles it. Everything goes through what a reader sees and touches.
import { test, before, after } from 'node:test'
import assert from 'node:assert/strict'
import { launch } from './browser.mjs'
import { serve } from './site.mjs'

/** Whether the card at the words covers some of them. */
export const spotCovers = page => page.evaluate(() => {
  const card = document.querySelector('.spot').getBoundingClientRect()
  return [...document.querySelectorAll('#article .said-here')].some(words => {
    const at = words.getBoundingClientRect()
    return at.top < card.bottom && at.bottom > card.top
  })
})

export { assert, test }

/** An article of our own: 3 people, 2 of them quoted, one name spelled in two ways. */
export const ARTICLE = `Ferry line to Oskarvik returns in spring

MARSTAL, March 3, 2026 — The ferry between Marstal and Oskarvik will run again from May, Transport Minister Ingrid Solheim said on Tuesday.

“The boats are ready, and so are the crews,” Solheim told reporters at the harbour. “What we need now is good weather.”

Mayor Pedro Quintela of Marstal welcomed the decision. “Our shops have waited two winters for this,” he said.

The Baltic Transport Union, which represents 340 sailors, signed the contract on Monday. Its chair, Hanne Brekke, declined to comment. Ms. Solheim will visit Oskarvik on March 9.

The line was closed in 2023 after a fire on the ferry Aurora. Repairs cost $4.2 million, according to Mr. Quintella, and took longer than planned.`

/** One browser and one site for a test file: `const app = appForTests()`, then `await app.open()` in a test. */
export function appForTests({ folder = process.env.SITE ?? 'dist', browserOptions } = {}) {
  const app = {}
  before(async () => {
    app.browser = await launch(browserOptions)
    app.site = await serve(folder)
  })
  after(async () => {
    await app.browser?.close()
    await app.site?.stop()
  })

  /** A page in a profile of its own; `page.noise` collects what it said in the console and errors. */
  app.open = async ({ path = '', prepare, ...options } = {}) => {
    const context = await app.browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    if (options.serviceWorkers !== 'block') await context.grantPermissions(['clipboard-read', 'clipboard-write'])
    await prepare?.(context)
    const page = await context.newPage()
    page.noise = []
    page.on('console', message => message.type() === 'error' && page.noise.push(message.text()))
    page.on('pageerror', error => page.noise.push(String(error)))
    await page.goto(app.site.url + path)
    await started(page)
    return page
  }
  return app
}

/** The page has started, so that it listens to what is done to it. */
export const started = page => page.locator('html[data-state]').waitFor({ state: 'attached' })

/** Pastes with the keyboard, as a reader does, from the real clipboard. */
export async function paste(page, text, html) {
  await page.evaluate(async ([text, html]) => {
    const parts = { 'text/plain': new Blob([text], { type: 'text/plain' }) }
    if (html) parts['text/html'] = new Blob([html], { type: 'text/html' })
    await navigator.clipboard.write([new ClipboardItem(parts)])
  }, [text, html])
  await page.getByRole('textbox', { name: 'Article text' }).focus()
  await page.keyboard.press('Control+V')
}

/** Pastes what no honest program would put on the clipboard: the event is made by hand. */
export async function pasteByHand(page, text, html) {
  await page.getByRole('textbox', { name: 'Article text' }).evaluate((field, [text, html]) => {
    const clipboardData = new DataTransfer()
    if (text !== null) clipboardData.setData('text/plain', text)
    if (html) clipboardData.setData('text/html', html)
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, [text, html])
}

/** Drops a file somewhere in the window. */
export async function drop(page, name, bytes) {
  await page.evaluate(([name, bytes]) => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(bytes)], name))
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
    }
  }, [name, [...bytes]])
}

/** Chooses a file through the button, as a reader does. */
export async function choose(page, name, bytes) {
  const chooser = page.waitForEvent('filechooser')
  await page.locator('#choose').click()
  await (await chooser).setFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) })
}

export const article = page => page.locator('#article')

/** The article that holds these words is shown, and its analysis is complete. */
export async function analysed(page, words, timeout = 30_000) {
  await article(page).getByText(words).first().waitFor({ state: 'attached', timeout })
  await page.locator('html[data-state=done]').waitFor({ state: 'attached', timeout })
}

/** Opens the page with our article on the desk. */
export async function openWithArticle(app, options) {
  const page = await app.open(options)
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  return page
}

export async function view(page, name) {
  const link = page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name })
  if (!await link.isVisible()) await page.locator('#more-button').click()
  await link.click()
}

/** Presses a tool; on a phone it stands behind "More". */
export async function tool(page, id) {
  const button = page.locator(`#${id}`)
  if (!await button.isVisible()) await page.locator('#more-button').click()
  await button.click()
}

/** Opens a form of the card that is shown, unless it is open: merge, rename, retype or mention. */
export async function form(page, name) {
  const button = page.locator(`#${name}-open`)
  if (await button.getAttribute('aria-expanded') !== 'true') await button.click()
}

/** Chooses by typing, and confirms with Enter. */
export async function decide(page, field, words) {
  await page.locator(`#${field}`).fill(words)
  await page.locator(`#${field}`).press('Enter')
}

/** Gives the name on the card that is shown another one. */
export async function renameTo(page, name) {
  await form(page, 'rename')
  await decide(page, 'rename', name)
}

/** Gives a quote of the list to somebody. */
export async function giveTo(page, quote, name) {
  await quote.locator('.correct-quote').click()
  const field = quote.getByRole('combobox', { name: 'Said by' })
  await field.fill(name)
  await field.press('Enter')
}

/** Selects words of the article, as a mouse does. */
export const select = (page, words) => article(page).evaluate((article, words) => {
  const walker = document.createTreeWalker(article.querySelector('article'), NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(words)
    if (start < 0) continue
    node.parentElement.scrollIntoView({ block: 'center' })
    return getSelection().setBaseAndExtent(node, start, node, start + words.length)
  }
  throw new Error(`${words} is in no one node`)
}, words)

/** The middle of some words of the article, where a pointer or a finger would press them. */
export const middleOf = (page, words) => article(page).evaluate((article, words) => {
  const walker = document.createTreeWalker(article, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const start = node.data.indexOf(words)
    if (start < 0) continue
    const range = document.createRange()
    range.setStart(node, start)
    range.setEnd(node, start + words.length)
    node.parentElement.scrollIntoView({ block: 'nearest' })
    // Words may go on in the next line.
    const { left, top, width, height } = range.getClientRects()[0]
    return { x: left + width / 2, y: top + height / 2 }
  }
  throw new Error(`${words} is in no one node`)
}, words)

/** Presses Tab until the focused element fits. */
export async function tabTo(page, fits) {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(fits)) return
  }
  assert.fail(`Tab never came to ${fits}`)
}

/** What is on the clipboard, as plain and as rich text. */
export const clipboard = page => page.evaluate(async () => {
  const [item] = await navigator.clipboard.read()
  const read = async type => item.types.includes(type) ? (await item.getType(type)).text() : null
  return { plain: await read('text/plain'), html: await read('text/html') }
})

/** The page has said so, to those who listen too. */
export const told = (page, words) => page.getByRole('status').filter({ hasText: words }).first().waitFor({ state: 'attached' })

/** The place in the page's address, without the article that it is of. */
export const place = page => new URL(page.url()).hash.replace(/[?&]in=[0-9a-f]{12}$/, '')
