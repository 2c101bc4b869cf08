// Text that means harm, text that is too much, and a browser that does not help.
import { ARTICLE, analysed, appForTests, article, assert, drop, openWithArticle, paste, pasteByHand, started, test } from './lib/app.mjs'

const app = appForTests()
const utf8 = text => new TextEncoder().encode(text)

/** Nothing in the page runs that an article brought. */
const harmless = async page => {
  assert.equal(await page.evaluate(() => window.harmed), undefined)
  assert.equal(await article(page).locator('script, img, iframe, object, svg').count(), 0)
}

test('markup in plain text is shown as text', async () => {
  const page = await app.open()
  const hostile = `<script>window.harmed = 1</script> and <img src=x onerror="window.harmed = 2"> said Hanne Brekke.\n\n` +
    `“<b onclick='window.harmed=3'>Bold</b>,” said <svg/onload=window.harmed=4> Pedro Quintela.`
  await paste(page, hostile)
  await analysed(page, '<script>window.harmed = 1</script>')
  assert.match(await article(page).innerText(), /<img src=x onerror/)
  await harmless(page)
  for (const name of ['entities', 'quotes', 'summary', 'timeline']) {
    await page.goto(`${app.site.url}#/${name}`)
    await harmless(page)
  }
})

test('scripts and handlers in pasted HTML are dropped', async () => {
  const page = await app.open()
  await pasteByHand(page, 'Fair opens', `<p onmouseover="window.harmed=1">The fair opened in Veldhaven on Friday.</p>
    <script>window.harmed = 2</script><img src=x onerror="window.harmed=3"><a href="javascript:window.harmed=4">More</a>
    <iframe srcdoc="<script>parent.harmed=5</script>"></iframe><p>Hanne Brekke was there.</p>`)
  await analysed(page, 'The fair opened')
  await harmless(page)
  assert.doesNotMatch(await article(page).innerText(), /harmed/)
})

test('unpaired surrogates from the clipboard become replacement signs', async () => {
  const page = await app.open()
  await pasteByHand(page, 'The fair \ud83d opened in \udc00 Veldhaven, said Hanne Brekke.', null)
  await analysed(page, 'opened in')
  assert.match(await article(page).innerText(), /The fair \ufffd opened/)
})

test('five megabytes of one word are read, and the page answers all the while', async () => {
  const page = await app.open()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['x'.repeat(5_000_000)], 'word.txt'))
    // How long the page was ever deaf.
    window.deaf = 0
    let last = performance.now()
    setInterval(() => { const now = performance.now(); window.deaf = Math.max(window.deaf, now - last); last = now }, 20)
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  await page.locator('html[data-state=done]').waitFor({ state: 'attached', timeout: 60_000 })
  assert.ok(await page.evaluate(() => window.deaf) < 5_000)
  await page.goto(`${app.site.url}#/about`)
  await page.locator('html[data-view=about]').waitFor({ state: 'attached' })
})

test('a book of many paragraphs is read', async () => {
  const page = await app.open()
  const book = Array.from({ length: 8000 }, (_, i) => `Paragraph ${i}: Hanne Brekke said the harbour was open.`).join('\n\n')
  await drop(page, 'book.txt', utf8(book))
  await page.locator('html[data-state=done]').waitFor({ state: 'attached', timeout: 60_000 })
  await article(page).getByText('Paragraph 7999').waitFor({ state: 'attached', timeout: 60_000 })
})

test('a worker that breaks down is replaced, and nothing is lost', async () => {
  const page = await app.open({ serviceWorkers: 'block', prepare: async context => {
    let starts = 0
    await context.route('**/worker_loader.js', async route => {
      // The page asks first whether the file is there.
      if (route.request().resourceType() === 'fetch' || starts++) return route.continue()
      // The first one greets as it should and breaks down at its first article.
      const build = route.request().url().match(/build-(\w+)\//)[1]
      await route.fulfill({ contentType: 'text/javascript',
        body: `onmessage = () => { throw new Error('broken on purpose') }; postMessage('ready ${build}')` })
    })
  } })
  await page.getByRole('textbox', { name: 'Article text' }).fill(ARTICLE)
  await page.getByRole('alert').getByText(/broke down/).waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await analysed(page, 'The boats are ready')
})

test('readers of files that break down are replaced, and nothing is lost', async () => {
  const page = await app.open({ serviceWorkers: 'block', prepare: async context => {
    let starts = 0
    await context.route('**/readers.js', async route => {
      if (route.request().resourceType() === 'fetch' || starts++) return route.continue()
      // The first ones are of this build, and break down at their first file.
      const build = route.request().url().match(/build-(\w+)\//)[1]
      await route.fulfill({ contentType: 'text/javascript', body: `
        export default async () => {}
        export const greeting = () => 'ready ${build}'
        export const read_file = () => { throw new Error('broken on purpose') }
        export const read_files = read_file` })
    })
  } })
  await drop(page, 'ferry.txt', utf8(ARTICLE))
  await page.getByRole('alert').getByText(/broke down/).waitFor()
  await page.getByRole('button', { name: 'Try again' }).click()
  await analysed(page, 'The boats are ready')
})

test('readers of files of another build are recognised', async () => {
  const page = await app.open({ serviceWorkers: 'block', prepare: context => context.route('**/readers.js', route =>
    route.request().resourceType() === 'fetch' ? route.continue() : route.fulfill({ contentType: 'text/javascript', body: `
      export default async () => {}
      export const greeting = () => 'ready another-build'
      export const read_file = () => { throw new Error('asked') }
      export const read_files = read_file` })) })
  await drop(page, 'ferry.txt', utf8(ARTICLE))
  await page.getByRole('alert').getByText(/version/).waitFor()
  await page.getByRole('button', { name: 'Load again' }).waitFor()
})

test('where the readers of files cannot be loaded, that is said, and a paste is read', async () => {
  const page = await app.open({ serviceWorkers: 'block' })
  await started(page)
  await page.context().route('**/readers_bg.wasm', route => route.abort())
  await drop(page, 'bridge.txt', utf8('Pedro Quintela of Veldhaven said the bridge was open.'))
  await page.getByRole('alert').getByText(/part of Article Explorer that reads files could not be loaded/).waitFor()
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  await page.context().unroute('**/readers_bg.wasm')
  await drop(page, 'bridge.txt', utf8('Pedro Quintela of Veldhaven said the bridge was open.'))
  await analysed(page, 'the bridge was open')
})

test('the newest text wins over one that is still being read', async () => {
  const page = await app.open()
  const long = Array.from({ length: 20_000 }, (_, i) => `Paragraph ${i}: Pedro Quintela said the harbour was shut.`).join('\n\n')
  await page.evaluate(long => {
    for (const [name, text] of [['long.txt', long], ['short.txt', 'Only this one counts, said Hanne Brekke of Veldhaven.']]) {
      const dataTransfer = new DataTransfer()
      dataTransfer.items.add(new File([text], name))
      setTimeout(() => document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })), name === 'long.txt' ? 0 : 60)
    }
  }, long)
  await analysed(page, 'Only this one counts')
  await page.waitForTimeout(1500)
  assert.equal(await article(page).getByText('Only this one counts').count(), 1)
  assert.equal(await article(page).getByText('Paragraph 0:').count(), 0)
})

test('where the browser keeps nothing, the page works and says so', async () => {
  const page = await openWithArticle(app, { prepare: context => context.addInitScript(() => {
    const refuse = { get() { throw new DOMException('denied', 'SecurityError') } }
    Object.defineProperty(window, 'localStorage', refuse)
    Object.defineProperty(window, 'indexedDB', refuse)
  }) })
  await page.goto(`${app.site.url}#/start`)
  await page.getByText(/does not let the page keep anything/).waitFor()
})

test('without WebAssembly there is a plain message', async () => {
  const context = await app.browser.newContext()
  await context.addInitScript(() => { delete globalThis.WebAssembly })
  const page = await context.newPage()
  await page.goto(app.site.url)
  await page.getByRole('alert').getByText(/cannot run WebAssembly/).waitFor()
})

test('without scripts there is a plain message', async () => {
  const context = await app.browser.newContext({ javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(app.site.url)
  await page.getByText(/scripts\s+switched off/).waitFor()
})

test('a page whose program cannot be loaded says so', async () => {
  const context = await app.browser.newContext({ serviceWorkers: 'block' })
  await context.route('**/*.wasm', route => route.abort())
  const page = await context.newPage()
  await page.goto(app.site.url)
  await page.getByRole('alert').getByText(/could not be loaded/).waitFor()
})
