// The library as a reader uses it: articles come back with their corrections, are found, removed, backed up, restored.
import { readFileSync } from 'node:fs'
import { analysed, appForTests, ARTICLE, article, assert, openWithArticle, paste, renameTo, started, test, view } from './lib/app.mjs'

const app = appForTests()
const OTHER = `Harbour of Dunmore closes for two weeks

The harbour of Dunmore will close for two weeks in June, the county said on Monday. Ferries will sail from Hale instead while divers mend the quay.

“The boats can stay,” said the harbour master, Ines Ode. “Nobody loses a berth.”

The quay was damaged in a storm two winters ago. Fishermen asked for the work ever since, and the county found the money this autumn.`

const items = page => page.locator('[data-kept]')
const listed = (page, count) => page.waitForFunction(count => document.querySelectorAll('[data-kept]').length === count, count)

/** A page with two articles in its library, the second on the desk. */
async function withTwo(options) {
  const page = await openWithArticle(app, options)
  await view(page, 'Start')
  await listed(page, 1)
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'The boats can stay')
  await view(page, 'Start')
  await page.getByRole('textbox', { name: 'Article text' }).fill('')
  await listed(page, 2)
  return page
}

async function rename(page, from, to) {
  await view(page, 'Entities')
  await page.locator('#panel .row').filter({ hasText: from }).first().click()
  await renameTo(page, to)
  await page.locator('[data-card]').getByRole('heading', { name: to, exact: true }).waitFor()
}

const backup = async page => {
  const download = page.waitForEvent('download')
  await page.locator('#backup').click()
  return readFileSync(await (await download).path(), 'utf8')
}

test('before there is a library, nothing is told of its size', async () => {
  const page = await app.open()
  await page.locator('#restore').waitFor()
  assert.doesNotMatch(await page.locator('.library-backup').innerText(), /KB used/)
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  await view(page, 'Start')
  await page.locator('.library-backup').getByText('KB used').waitFor()
})

test('the list of names stands in lines that can be read', async () => {
  const page = await openWithArticle(app)
  await rename(page, 'Aurora', 'MV Aurora')
  await view(page, 'Reader')
  await page.getByRole('button', { name: 'Remember these names' }).click()
  await view(page, 'Start')
  await page.locator('.your-names > summary').click()
  const label = await page.locator('.your-names .check').boundingBox()
  assert.ok(label.width > 200 && label.height < 80, JSON.stringify(label))
})

test('an article is opened again with its corrections', async () => {
  const page = await openWithArticle(app)
  await rename(page, 'Aurora', 'MV Aurora')
  await view(page, 'Start')
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'The boats can stay')
  await view(page, 'Start')
  await listed(page, 2)
  await items(page).filter({ hasText: 'Ferry line' }).getByRole('button', { name: /Ferry line/ }).first().click()
  await analysed(page, 'The boats are ready')
  await view(page, 'Entities')
  await page.locator('.row-name').getByText('MV Aurora', { exact: true }).waitFor()
})

test('the same words pasted again have the corrections they had', async () => {
  const page = await openWithArticle(app)
  await rename(page, 'Aurora', 'MV Aurora')
  await view(page, 'Start')
  await page.getByRole('button', { name: 'Clear the desk' }).click()
  await listed(page, 1)
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  await view(page, 'Entities')
  await page.locator('.row-name').getByText('MV Aurora', { exact: true }).waitFor()
})

test('articles are found by words, names and tags', async () => {
  const page = await withTwo()
  const search = page.getByRole('searchbox', { name: 'Search the library' })
  for (const [asked, found] of [['divers quay', 1], ['“good weather”', 1], ['solheim', 1], ['harbour', 2], ['submarine', 0]]) {
    await search.fill(asked)
    await listed(page, found)
  }
  await search.fill('')
  await listed(page, 2)
  const tags = items(page).filter({ hasText: 'Dunmore' }).getByRole('textbox')
  await tags.fill('coast, ports')
  await tags.press('Enter')
  await search.fill('ports')
  await listed(page, 1)
})

test('an article is removed, and the removal undone', async () => {
  const page = await withTwo()
  await items(page).filter({ hasText: 'Ferry line' }).getByRole('button', { name: /Remove/ }).click()
  await listed(page, 1)
  await page.locator('#put-back').click()
  await listed(page, 2)
})

test('the library is backed up, wiped and restored, to the same bytes', async () => {
  const page = await withTwo()
  const saved = await backup(page)
  assert.equal(JSON.parse(saved).schema, 'article-explorer/backup/2')
  for (const left of [1, 0]) {
    await items(page).first().getByRole('button', { name: /Remove/ }).click()
    await listed(page, left)
  }
  await page.locator('#restore-input').setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(saved) })
  await page.locator('#restore-merge').click()
  await listed(page, 2)
  assert.equal(await backup(page), saved)
})

test('a broken backup is refused and changes nothing', async () => {
  const page = await withTwo()
  const saved = await backup(page)
  await page.locator('#restore-input').setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(saved.replace('divers mend', 'divers break')) })
  await page.getByText('was cut or changed').waitFor()
  await listed(page, 2)
})

test('two tabs that correct one article keep the corrections of both', async () => {
  const first = await openWithArticle(app)
  const second = await first.context().newPage()
  await second.goto(app.site.url)
  await started(second)
  await analysed(second, 'The boats are ready')
  await rename(first, 'Aurora', 'MV Aurora')
  await second.getByRole('status').filter({ hasText: 'another tab' }).first().waitFor({ state: 'attached' })
  await rename(second, 'Oskarvik', 'Port of Oskarvik')
  for (const page of [first, second]) {
    await view(page, 'Entities')
    for (const name of ['MV Aurora', 'Port of Oskarvik']) {
      await page.locator('.row-name').getByText(name, { exact: true }).waitFor()
    }
  }
})

test('each tab has its own article after a reload', async () => {
  const first = await openWithArticle(app)
  const second = await first.context().newPage()
  await second.goto(app.site.url)
  await started(second)
  await second.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(second, 'The boats can stay')
  await second.waitForFunction(() => Object.entries(localStorage).some(([key, kept]) => key.startsWith('article-explorer.journal.') && kept.includes('Dunmore')))
  await first.reload()
  await started(first)
  await analysed(first, 'The boats are ready')
})

test('where storage is refused, the page says so and everything on the screen works', async () => {
  const prepare = context => context.addInitScript(() => {
    Object.defineProperty(window, 'indexedDB', { get: () => undefined })
    IDBFactory.prototype.open = () => { throw new DOMException('no', 'SecurityError') }
  })
  const page = await openWithArticle(app, { prepare })
  await view(page, 'Start')
  await page.getByText('does not let the page keep a library').waitFor()
  assert.equal(await page.getByText('does not let the page keep').count(), 1, 'it is said once')
  assert.doesNotMatch(await page.locator('main').innerText(), /KB used/)
  await view(page, 'Reader')
  await article(page).getByText('The boats are ready').waitFor()
  assert.deepEqual(page.noise, [])
})

test('where there is no more room, the page says so, loses nothing on the screen, and goes on once there is', async () => {
  // A full browser takes every value and gives the transaction up at its end.
  const prepare = context => context.addInitScript(() => {
    const { put } = IDBObjectStore.prototype
    IDBObjectStore.prototype.put = function (...values) {
      const request = put.apply(this, values)
      if (window.full) request.addEventListener('success', () => this.transaction.abort())
      return request
    }
  })
  const page = await openWithArticle(app, { prepare })
  await view(page, 'Start')
  await listed(page, 1)
  await page.evaluate(() => { window.full = true })
  await page.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(page, 'The boats can stay')
  await view(page, 'Start')
  await page.getByText('has no more room').waitFor()
  await listed(page, 1)
  await view(page, 'Reader')
  await article(page).getByText('The boats can stay').waitFor()
  await page.evaluate(() => { window.full = false })
  await rename(page, 'Dunmore', 'Dunmore Harbour')
  await view(page, 'Start')
  await listed(page, 2)
  assert.equal(await page.getByText('has no more room').count(), 0)
})

test('what is undone at once stays undone', async () => {
  const page = await openWithArticle(app)
  await rename(page, 'Aurora', 'MV Aurora')
  await article(page).focus()
  for (const key of ['Control+z', 'Control+Shift+z', 'Control+z', 'Control+Shift+z', 'Control+z']) await page.keyboard.press(key)
  await page.locator('[data-card]').getByRole('heading', { name: 'Aurora', exact: true }).waitFor()
  await view(page, 'Start')
  await page.getByRole('button', { name: 'Clear the desk' }).click()
  await items(page).first().locator('.library-title').click()
  await analysed(page, 'The boats are ready')
  await view(page, 'Entities')
  await page.locator('.row-name').getByText('Aurora', { exact: true }).waitFor()
})

test('a backup that is added keeps the corrections of here and of there', async () => {
  const page = await openWithArticle(app)
  await rename(page, 'Aurora', 'MV Aurora')
  await view(page, 'Start')
  await listed(page, 1)
  const saved = await backup(page)
  const other = await openWithArticle(app)
  await rename(other, 'Oskarvik', 'Port of Oskarvik')
  await view(other, 'Start')
  await listed(other, 1)
  await other.locator('#restore-input').setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(saved) })
  await other.locator('#restore-merge').click()
  await other.getByRole('status').filter({ hasText: 'Restored 1 article' }).first().waitFor({ state: 'attached' })
  await other.getByRole('button', { name: 'Clear the desk' }).click()
  await items(other).first().locator('.library-title').click()
  await analysed(other, 'The boats are ready')
  await view(other, 'Entities')
  for (const name of ['MV Aurora', 'Port of Oskarvik']) await other.locator('.row-name').getByText(name, { exact: true }).waitFor()
})

test('a title of a megabyte in a backup does not slow the start page', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Start')
  await listed(page, 1)
  const saved = JSON.parse(await backup(page))
  Object.assign(saved.articles[0].entry, { title: 'W'.repeat(1_000_000), tags: ['w'.repeat(1_000_000)], known: ['V'.repeat(1_000_000)] })
  const other = await app.open()
  await other.locator('#restore-input').setInputFiles({ name: 'backup.json', mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(saved)) })
  await other.locator('#restore-merge').click()
  await listed(other, 1)
  assert.ok((await items(other).innerText()).length < 1_000)
  await other.reload()
  await started(other)
  await listed(other, 1)
})

test('an edited word costs no correction and makes no second entry, and the text before can be had back', async () => {
  const page = await openWithArticle(app)
  await rename(page, 'Aurora', 'MV Aurora')
  await view(page, 'Start')
  await listed(page, 1)
  await page.getByRole('button', { name: 'Edit' }).click()
  const field = page.getByRole('textbox', { name: 'Article text' })
  await field.press('Control+Home')
  await field.pressSequentially('UPDATE: ')
  await page.waitForFunction(() => document.querySelector('#paste-hint')?.textContent.includes('words'))
  assert.equal(await items(page).count(), 1, 'a pause makes no entry')
  await view(page, 'Entities')
  await page.locator('.row-name').getByText('MV Aurora', { exact: true }).waitFor()
  await article(page).getByText('UPDATE:').waitFor()
  await view(page, 'Start')
  await field.fill('')
  await listed(page, 1)
  await page.locator('.on-desk').getByText('1 earlier text').click()
  await page.getByRole('button', { name: 'Have it back' }).click()
  await page.waitForFunction(() => !document.querySelector('.on-desk-title')?.textContent.includes('UPDATE'))
  await listed(page, 1)
})

test('an undo holds while another tab has the article too', async () => {
  const first = await openWithArticle(app)
  await rename(first, 'Aurora', 'MV Aurora')
  const second = await first.context().newPage()
  await second.goto(app.site.url)
  await started(second)
  await analysed(second, 'The boats are ready')
  await article(first).focus()
  await first.keyboard.press('Control+z')
  await view(second, 'Entities')
  await second.locator('.row-name').getByText('MV Aurora', { exact: true }).waitFor({ state: 'detached' })
  await first.locator('.row-name, [data-card] h2').getByText('MV Aurora', { exact: true }).waitFor({ state: 'detached' })
  assert.equal(await first.getByRole('status').filter({ hasText: 'another tab' }).count(), 0)
})

test('a database of a newer version is left alone, and that is what is said', async () => {
  const page = await openWithArticle(app, { prepare: context => context.addInitScript(() => {
    const { open } = IDBFactory.prototype
    IDBFactory.prototype.open = function (name) {
      return open.call(this, name, 99)
    }
    const made = indexedDB.open('article-explorer')
    made.onsuccess = () => made.result.close()
    IDBFactory.prototype.open = open
  }) })
  await view(page, 'Start')
  await page.getByText('Another version of this page has the library').waitFor()
  assert.equal(await page.getByText('does not let the page keep a library').count(), 0)
})

test('a correction made as the tab closes is kept, whatever another tab does', async () => {
  const first = await openWithArticle(app)
  const second = await first.context().newPage()
  await second.goto(app.site.url)
  await started(second)
  await view(second, 'Start')
  await second.getByRole('textbox', { name: 'Article text' }).fill(OTHER)
  await analysed(second, 'The boats can stay')
  await view(first, 'Entities')
  await first.locator('#panel .row').filter({ hasText: 'Aurora' }).first().click()
  await first.locator('#rename-open').click()
  await first.locator('#rename').fill('MV Aurora')
  // The page is left in the next task.
  await first.evaluate(() => addEventListener('keydown', () => setTimeout(() => location.replace('about:blank'), 0)))
  await first.keyboard.press('Enter')
  await first.waitForURL('about:blank')
  await rename(second, 'Dunmore', 'Dunmore Harbour')
  await view(second, 'Start')
  await items(second).filter({ hasText: 'Ferry line' }).locator('.library-title').click()
  await analysed(second, 'The boats are ready')
  await second.reload()
  await started(second)
  await analysed(second, 'The boats are ready')
  await view(second, 'Entities')
  await second.locator('.row-name').getByText('MV Aurora', { exact: true }).waitFor()
})

test('what a newer version of the page keeps is neither shown nor written over', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Start')
  await listed(page, 1)
  const change = (page, to) => page.evaluate(to => new Promise((done, failed) => {
    const opening = indexedDB.open('article-explorer')
    opening.onerror = failed
    opening.onsuccess = () => {
      const store = opening.result.transaction('articles', 'readwrite').objectStore('articles')
      const keys = store.getAllKeys()
      keys.onsuccess = () => {
        const row = store.get(keys.result[0])
        row.onsuccess = () => {
          if (!to) return done(row.result)
          store.put(row.result.replace('"form":2', `"form":${to}`), keys.result[0]).onsuccess = () => { opening.result.close(); done() }
        }
      }
    }
  }), to)
  await change(page, 9)
  const before = await change(page)
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await started(page)
  await page.getByText('1 article in the library was written by a newer version of this page').waitFor()
  await page.getByRole('textbox', { name: 'Article text' }).fill(ARTICLE)
  await analysed(page, 'The boats are ready')
  await page.waitForTimeout(500)
  assert.equal(await change(page), before)
})
