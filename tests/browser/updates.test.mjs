// A new version is put up file by file, by whatever tool: whoever comes in between opens a page of one build.
import { before, after } from 'node:test'
import { assert, test } from './lib/app.mjs'
import { folderWith, site } from './lib/builds.mjs'
import { launch } from './lib/browser.mjs'
import { serve } from './lib/site.mjs'

const OLD = '0000000000000aaa'
const NEW = '1111111111111bbb'
const PATIENCE = 4_000

let browser
before(async () => { browser = await launch() })
after(() => browser?.close())

/** A host with the old build, for as long as `act` takes. */
async function withOld(act, path = '/', headers = {}) {
  const host = folderWith(site(OLD))
  const served = await serve(host.folder, path, 0, headers)
  try {
    await act(host, served.url, served)
  } finally {
    await served.stop()
    host.end()
  }
}

/** The build that all parts of an opened page are of; fails if they are of two. */
async function buildOf(page) {
  await page.locator('html[data-state=done]').waitFor({ state: 'attached', timeout: PATIENCE })
  const parts = (await page.locator('html').getAttribute('data-parts')).split(' ')
  assert.equal(new Set(parts).size, 1, `a page of one build: ${parts}`)
  return parts[0]
}

async function opened(context, url) {
  const page = await context.newPage()
  await page.goto(url)
  const build = await buildOf(page)
  return { page, build }
}

/** No service worker is being installed any more: it is there, or was given up. */
const settled = page => until(page, 'installing', false)

/** The registration has such a worker, or has none any more. */
const until = (page, state, there) => page.evaluate(async ([state, there]) => {
  for (;;) {
    const registration = await navigator.serviceWorker.getRegistration()
    if (Boolean(registration?.[state]) === there) return
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}, [state, there])
const waits = page => page.evaluate(async () => Boolean((await navigator.serviceWorker.getRegistration())?.waiting))

/** A reader's profile in which the site works offline. */
async function returning(url) {
  const context = await browser.newContext()
  const { page } = await opened(context, url)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await buildOf(page)
  await page.close()
  return context
}

const byName = Object.keys(site(NEW)).sort()
const switchLast = [...byName.filter(file => !['service-worker.js', 'index.html'].includes(file)), 'service-worker.js', 'index.html']
const ORDERS = {
  'in the order of the names': byName,
  'in the order of the names, backwards': byName.toReversed(),
  'with the page last': switchLast,
  'with the page first': switchLast.toReversed(),
}

for (const [name, order] of Object.entries(ORDERS)) {
  test(`an upload ${name} opens for everyone after each file`, async () => {
    await withOld(async (host, url) => {
      const reader = await returning(url)
      const files = site(NEW)
      for (const [nth, file] of order.entries()) {
        host.put(file, files[file])
        const state = `after ${nth + 1} files, ${file}`

        const visitor = await browser.newContext()
        const { page, build } = await opened(visitor, url).catch(error => { throw new Error(`${state}: ${error}`) })
        assert.ok([OLD, NEW].includes(build), state)
        // What it keeps for the next visit is of one build too, or nothing.
        await settled(page)
        await page.reload()
        await buildOf(page).catch(error => { throw new Error(`${state}, second visit: ${error}`) })
        await visitor.close()

        const again = await opened(reader, url)
        const there = order.slice(0, nth + 1)
        const whole = order.every(file => file === '_headers' || there.includes(file))
        if (!whole) {
          assert.equal(again.build, OLD, state)
          await settled(again.page)
          assert.equal(await waits(again.page), false, `${state}: half a version is not offered`)
        }
        await again.page.close()
      }
      await newestIn(reader, url)
      for (const file of Object.keys(site(OLD)).filter(file => file.includes(OLD))) host.remove(file)
      const visitor = await browser.newContext()
      assert.equal((await opened(visitor, url)).build, NEW)
      assert.equal((await opened(reader, url)).build, NEW)
      await visitor.close()
      await reader.close()
    })
  })
}

/** The newest version comes in at the next visits, once no page of the last is open. */
async function newestIn(context, url) {
  for (let visit = 0; visit < 5; visit++) {
    const { page, build } = await opened(context, url)
    if (build === NEW) return page.close()
    await settled(page)
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then(registration => registration.update()).catch(() => {}))
    await settled(page)
    await page.close()
  }
  assert.fail('the newest version never came')
}

test('a page whose files are lost asks the host once, past the service worker, and is whole again', async () => {
  await withOld(async (host, url) => {
    const reader = await returning(url)
    const { page } = await opened(reader, url)
    await page.evaluate(async build => {
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        await cache.delete(`build-${build}/page-0.js`)
        // As if the new version had never been seen.
        await cache.delete('boot.js')
      }
    }, OLD)
    await page.close()
    host.remove(`build-${OLD}`)
    const files = site(NEW)
    // The old service worker is still the host's: nothing but the page itself can mend this.
    for (const file of Object.keys(files)) if (file !== 'service-worker.js') host.put(file, files[file])
    assert.equal((await opened(reader, url)).build, NEW)
    host.put('service-worker.js', files['service-worker.js'])
    const second = await opened(reader, url)
    assert.equal(second.build, NEW)
    await second.page.evaluate(() => navigator.serviceWorker.ready)
    await reader.close()
  })
})

test('a page that comes before its files opens by itself when they are there', async () => {
  await withOld(async (host, url) => {
    const files = site(NEW)
    host.remove(`build-${OLD}`)
    for (const file of ['index.html', 'boot.js']) host.put(file, files[file])
    const page = await (await browser.newContext()).newPage()
    await page.goto(url)
    await page.getByRole('alert').getByText(/could not be loaded/).waitFor()
    for (const file of Object.keys(files)) host.put(file, files[file])
    await page.locator('html[data-state=done]').waitFor({ state: 'attached', timeout: 20_000 })
    assert.equal(await buildOf(page), NEW)
    await page.context().close()
  })
})

test('a page of the last version starts its worker again after the new version took over', async () => {
  await withOld(async (host, url) => {
    const reader = await returning(url)
    const { page } = await opened(reader, url)
    const files = site(NEW)
    for (const file of Object.keys(files)) host.put(file, files[file])
    host.remove(`build-${OLD}`)
    await page.evaluate(() => navigator.serviceWorker.getRegistration().then(registration => registration.update()))
    await until(page, 'waiting', true)
    await page.evaluate(async () => {
      const changed = new Promise(resolve => { navigator.serviceWorker.oncontrollerchange = resolve })
      ;(await navigator.serviceWorker.getRegistration()).waiting.postMessage('skip-waiting')
      await changed
    })
    const greeting = await page.evaluate(build => new Promise((resolve, reject) => {
      const worker = new Worker(`build-${build}/worker_loader.js`, { type: 'module' })
      worker.onmessage = event => resolve(event.data)
      worker.onerror = () => reject(new Error('the worker is gone'))
    }), OLD)
    assert.equal(greeting, OLD)
    await reader.close()
  })
})

test('everything else that the host has goes through the service worker', async () => {
  await withOld(async (host, url) => {
    const others = { 'blog/index.html': '<p>The blog', 'blog/post.html': '<p>A post', 'report.txt': 'A report', 'share/index.html': '<p>Ours is POST' }
    for (const [path, content] of Object.entries(others)) host.put(path, content)
    const reader = await returning(url)
    const page = await reader.newPage()
    for (const [path, content] of Object.entries(others)) {
      const answer = await page.goto(url + path)
      assert.equal(await answer.text(), content, path)
      assert.equal(answer.fromServiceWorker(), false, path)
    }
    assert.equal((await page.goto(url + 'nothing/here')).status(), 404)
    assert.equal((await page.goto(url + 'build-of-a-house.html')).status(), 404)
    assert.equal(await (await page.goto(url + 'fonts/OFL.txt')).text(), 'The licence of the font')
    const within = await page.evaluate(path => fetch(path).then(answer => answer.text()), url + 'report.txt')
    assert.equal(within, 'A report')
    for (const own of ['', 'index.html', '?shared', 'index.html?from=mail#/about']) {
      const answer = await page.goto(url + own)
      assert.equal(answer.fromServiceWorker(), true, own)
      assert.equal(await buildOf(page), OLD)
      await page.goto('about:blank')
    }
    await reader.close()
  })
})

test('the policy of the host stays, and ours is added', async () => {
  const stricter = "sandbox allow-scripts allow-same-origin; object-src 'none'"
  await withOld(async (host, url) => {
    const reader = await returning(url)
    const page = await reader.newPage()
    const answer = await page.goto(url)
    assert.equal(answer.fromServiceWorker(), true)
    const policies = answer.headers()['content-security-policy']
    assert.ok(policies.includes(stricter), policies)
    assert.ok(policies.includes("frame-ancestors 'none'"), policies)
    const worker = await page.evaluate(async build => {
      const answers = await fetch(`build-${build}/worker_loader.js`)
      return answers.headers.get('content-security-policy')
    }, OLD)
    assert.ok(worker.includes(stricter), worker)
    await reader.close()
  }, '/', { 'content-security-policy': stricter })
})

test('inside of another page it does not start', async () => {
  await withOld(async (host, url) => {
    const outer = folderWith({ 'index.html': `<iframe src="${url}"></iframe>` })
    const other = await serve(outer.folder, '/')
    const reader = await browser.newContext()
    const page = await reader.newPage()
    // The first time the page itself refuses, from then on the service worker's policy does.
    await page.goto(other.url)
    await page.frameLocator('iframe').getByRole('alert').getByText(/in a tab of its own/).waitFor()
    const direct = await opened(reader, url)
    await direct.page.evaluate(() => navigator.serviceWorker.ready)
    await direct.page.close()
    await page.goto(other.url)
    await page.waitForTimeout(500)
    const frame = page.frames()[1]
    assert.equal(await frame.locator('html[data-state]').count(), 0)
    await reader.close()
    await other.stop()
    outer.end()
  })
})
