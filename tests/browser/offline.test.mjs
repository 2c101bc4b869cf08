// An app: installs, works with the network off, and changes its version only when the reader agrees.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ARTICLE, analysed, appForTests, assert, drop, openWithArticle, paste, place, started, test, view } from './lib/app.mjs'
import { root, serve } from './lib/site.mjs'

const app = appForTests()

/** The service worker has kept everything and is at work. */
const offlineReady = page => page.evaluate(() => navigator.serviceWorker.ready.then(() => true))

test('after one visit everything works with the network off', async () => {
  const site = await serve()
  const context = await app.browser.newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const first = await context.newPage()
  await first.goto(site.url)
  await started(first)
  await offlineReady(first)
  await first.close()
  await site.stop()

  const page = await context.newPage()
  await page.goto(site.url)
  await started(page)
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  for (const name of ['Entities', 'Quotes', 'Summary', 'About', 'Start', 'Reader']) await view(page, name)
  assert.ok(await page.evaluate(() => document.fonts.ready.then(fonts => [...fonts].every(font => font.status !== 'error'))))
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
  // The readers of files came along, though nobody had opened one.
  await drop(page, 'bridge.rtf', [...Buffer.from('{\\rtf1\\ansi Pedro Quintela of Veldhaven said the \\b bridge\\b0  was open.}')])
  await analysed(page, 'said the bridge was open')
  await context.close()
})

test('the site works in a folder of a host, and asks for nothing outside of it', async () => {
  const page = await openWithArticle(app)
  await offlineReady(page)
  const outside = app.site.requests.filter(request => !request.startsWith('GET /some/where/'))
  assert.deepEqual(outside, [])
})

test('it works when the host names the file in the address, too', async () => {
  const page = await openWithArticle(app, { path: 'index.html' })
  await view(page, 'Quotes')
  assert.match(page.url(), /\/some\/where\/index\.html#\/quotes(\?in=[0-9a-f]{12})?$/)
  await page.goBack()
  assert.equal(place(page), '#/reader')
})

test('Chromium finds it installable', async () => {
  const page = await app.open()
  await offlineReady(page)
  const devtools = await page.context().newCDPSession(page)
  const { installabilityErrors } = await devtools.send('Page.getInstallabilityErrors')
  // A window that is not kept, as tests use it, can install nothing; that is not the page's doing.
  assert.deepEqual(installabilityErrors.filter(error => error.errorId !== 'in-incognito'), [])
  const { errors, data } = await devtools.send('Page.getAppManifest')
  assert.deepEqual(errors, [])
  const manifest = JSON.parse(data)
  for (const { src, sizes } of [...manifest.icons, ...manifest.screenshots]) {
    const measured = await page.evaluate(async src => {
      const picture = new Image()
      picture.src = new URL(src, document.baseURI).href
      await picture.decode()
      return `${picture.naturalWidth}x${picture.naturalHeight}`
    }, src)
    if (sizes !== 'any') assert.equal(measured, sizes, src)
  }
})

test('a new version waits until the reader agrees, and the text is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'article-explorer-'))
  cpSync(join(root, 'dist'), folder, { recursive: true })
  const site = await serve(folder)
  const context = await app.browser.newContext()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  try {
    const page = await context.newPage()
    await page.goto(site.url)
    await started(page)
    await offlineReady(page)
    await page.reload()
    await started(page)
    await paste(page, ARTICLE)
    await analysed(page, 'The boats are ready')

    const file = join(folder, 'service-worker.js')
    writeFileSync(file, readFileSync(file, 'utf8').replace(/const BUILD = '.*'/, "const BUILD = 'the-next'"))
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then(registration => registration.update()))
    await page.getByText('A new version is ready.').waitFor()
    const caches = () => page.evaluate(() => window.caches.keys().then(names => names.map(name => name.split(' ').at(-1))))
    await page.evaluate(() => { window.same = true })
    const second = await context.newPage()
    await second.goto(site.url)
    await started(second)
    await second.getByText('A new version is ready.').waitFor()
    assert.equal(await page.evaluate(() => navigator.serviceWorker.getRegistration().then(r => Boolean(r.waiting))), true)

    const loaded = page.waitForEvent('load')
    await page.getByRole('button', { name: 'Use it now' }).click()
    await loaded
    await started(page)
    await analysed(page, 'The boats are ready')
    assert.equal(await page.evaluate(() => window.same), undefined)
    assert.equal((await caches()).at(-1), 'the-next')

    // The other tab goes on until its reader agrees too; the version has taken over long since.
    await second.evaluate(() => { window.same = true })
    const loadedToo = second.waitForEvent('load')
    await second.getByRole('button', { name: 'Use it now' }).click()
    await loadedToo
    await started(second)
    assert.equal(await second.evaluate(() => window.same), undefined)
  } finally {
    await context.close()
    await site.stop()
    rmSync(folder, { recursive: true })
  }
})

test('a worker of another build is recognised, and the text is not lost', async () => {
  const page = await app.open({ serviceWorkers: 'block', prepare: context => context.route('**/worker_loader.js', route =>
    route.fulfill({ contentType: 'text/javascript', body: "postMessage('ready another-build')" })) })
  await page.getByRole('textbox', { name: 'Article text' }).fill(ARTICLE)
  await page.getByRole('alert').getByText(/version/).waitFor()
  await page.getByRole('button', { name: 'Load again' }).waitFor()
  assert.equal(await page.getByRole('textbox', { name: 'Article text' }).inputValue(), ARTICLE)
})
