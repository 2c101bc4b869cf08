// Nothing leaves: no request while an article is read, and none that the policy would let out.
import { ARTICLE, analysed, appForTests, assert, drop, openWithArticle, paste, started, test } from './lib/app.mjs'

// Requests of service workers are reported only when asked for.
process.env.PW_EXPERIMENTAL_SERVICE_WORKER_NETWORK_EVENTS = '1'
const app = appForTests()

/** Every request that any context of the browser makes from now on: pages, workers, service workers. */
function watch(context) {
  const requests = []
  context.on('request', request => requests.push(request.url()))
  return requests
}

/** Those for other files than a worker loads of its own build, once and out of the cache. */
const others = (requests, files) => requests
  .filter(url => !new RegExp(`^http://127\\.0\\.0\\.1:\\d+/some/where/build-[0-9a-f]{16}/(${files})$`).test(url))
const OF_WORKER = 'worker(_loader|_bg)?\\.(js|wasm)|readers\\.js'
const OF_READERS = 'readers_bg\\.wasm'

test('analysing makes no request at all, from page, worker or service worker', async () => {
  const page = await openWithArticle(app)
  await page.evaluate(() => navigator.serviceWorker.ready)
  // The first file of a first visit loads what reads files, which is of the page's own build.
  await drop(page, 'first.txt', new TextEncoder().encode(ARTICLE.replaceAll('Marstal', 'Sandvig')))
  await analysed(page, 'Sandvig')
  const requests = watch(page.context())
  const seenByHost = app.site.requests.length

  await page.goto(`${app.site.url}#/start`)
  await drop(page, 'other.txt', new TextEncoder().encode(ARTICLE.replaceAll('Marstal', 'Veldhaven')))
  await analysed(page, 'Veldhaven')
  await page.waitForTimeout(500)

  assert.deepEqual(requests, [])
  assert.deepEqual(app.site.requests.slice(seenByHost), [])
})

test('the first article of a first visit asks only for the files of the worker', async () => {
  const page = await app.open()
  await page.evaluate(() => navigator.serviceWorker.ready)
  const requests = watch(page.context())
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  assert.deepEqual(others(requests, OF_WORKER), [])
})

test('links and pictures in an article are not fetched', async () => {
  const page = await openWithArticle(app)
  const requests = watch(page.context())
  await page.goto(`${app.site.url}#/start`)
  await drop(page, 'saved.html', new TextEncoder().encode('<html><head><link rel="stylesheet" href="https://example.org/a.css">' +
    '<script src="https://example.org/a.js"></script></head><body><h1>Fair opens</h1><p>The fair opened <img src="https://example.org/a.png">' +
    'in Veldhaven on Friday, said <a href="https://example.org/">Hanne Brekke</a>.</p><iframe src="https://example.org/"></iframe></body></html>'))
  await analysed(page, 'The fair opened')
  await page.waitForTimeout(300)
  assert.deepEqual(others(requests, OF_READERS), [])
})

test('the policy refuses a request to another origin from the page', async () => {
  const page = await app.open()
  const answer = await page.evaluate(() => fetch('http://127.0.0.2:1/').then(() => 'sent', String))
  assert.match(answer, /TypeError/)
  assert.ok(page.noise.some(line => line.includes('Content Security Policy')), page.noise.join('\n'))
})

test('the policy refuses one from the worker too, from the second visit on', async () => {
  const page = await app.open()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await started(page)
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  const worker = page.workers()[0]
  assert.ok(worker, 'there is a worker')
  const refused = await worker.evaluate(() => new Promise(resolve => {
    addEventListener('securitypolicyviolation', event => resolve(event.effectiveDirective))
    fetch('http://127.0.0.2:1/').catch(() => setTimeout(() => resolve('not refused'), 500))
  }))
  assert.equal(refused, 'connect-src')
})
