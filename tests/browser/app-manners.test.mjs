// What the system may ask of an installed app: to take what is shared, to print.
import { analysed, appForTests, ARTICLE, article, assert, openWithArticle, place, started, test, view } from './lib/app.mjs'

const app = appForTests({ folder: process.env.SITE ?? 'dist' })

/** Shares as the system does: a form is posted to the address that the manifest names, and its answer is opened. */
async function share(page, parts) {
  await page.waitForFunction(() => navigator.serviceWorker.controller)
  return page.evaluate(async parts => {
    const { share_target: target } = await (await fetch('manifest.webmanifest')).json()
    const form = new FormData()
    for (const [name, value] of Object.entries(parts)) {
      form.append(name, typeof value === 'string' ? value : new File([value.words], value.name, { type: 'text/plain' }))
    }
    const answer = await fetch(target.action, { method: target.method, body: form })
    return answer.url
  }, parts)
}

async function controlled() {
  const page = await app.open()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.reload()
  await started(page)
  return page
}

test('words that another program shares are read', async () => {
  const page = await controlled()
  await page.goto(await share(page, { title: 'Ferry line to Oskarvik returns in spring', text: ARTICLE.split('\n\n').slice(1).join('\n\n') }))
  await started(page)
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/reader')
  assert.equal(new URL(page.url()).search, '')
})

test('a file that is shared is read, once', async () => {
  const page = await controlled()
  await page.goto(await share(page, { file: { name: 'Fähre & more.txt', words: ARTICLE } }))
  await started(page)
  await analysed(page, 'The boats are ready')
  assert.equal(await page.evaluate(() => caches.keys().then(keys => keys.filter(key => key.startsWith('shared')).length)), 0)
  await page.reload()
  await started(page)
  await analysed(page, 'The boats are ready')
})

test('every place that the manifest names is there', async () => {
  const page = await app.open()
  const manifest = await page.evaluate(async () => (await fetch('manifest.webmanifest')).json())
  for (const { url } of manifest.shortcuts) {
    await page.goto(new URL(url, page.url()).href)
    assert.equal(place(page), new URL(url, page.url()).hash)
    assert.equal(await page.locator('html').getAttribute('data-view'), place(page).slice(2))
  }
  assert.ok(Object.keys(manifest.file_handlers[0].accept).length > 0)
})

test('on paper stand the article and the view beside it, without buttons', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  await page.emulateMedia({ media: 'print' })
  assert.ok(await article(page).isVisible())
  assert.ok(await page.locator('#panel [data-quote]').first().isVisible())
  for (const hidden of ['.rail', '#panel .filter', '#panel button']) {
    assert.equal(await page.locator(hidden).filter({ visible: true }).count(), 0, hidden)
  }
  const pdf = await page.pdf({ format: 'A4' })
  assert.ok(pdf.length > 10_000)
})
