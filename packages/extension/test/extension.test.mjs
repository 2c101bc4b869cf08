// The extension as a reader has it: loaded into the browser, its button clicked on a page.
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import assert from 'node:assert/strict'
import { hasFirefox } from '../../../tests/browser/lib/elsewhere.mjs'
import { chromiumWith, firefoxWith } from '../../../tests/browser/lib/extension.mjs'
import { root, serve } from '../../../tests/browser/lib/site.mjs'

const folder = process.env.EXTENSION

// Half of the article is written by a script, one paragraph stands in a shadow tree, and one is hidden by a style sheet.
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Ferry line returns in spring</title>
<link rel="stylesheet" href="page.css"><script src="page.js" defer></script></head><body>
<nav><a href="/">Home</a></nav><article><h1>Ferry line returns in spring</h1>
<p>The ferry between Marstal and Oskarvik will run again from May, Transport Minister Ingrid Solheim said on Tuesday.</p>
<p class="old">Sailors of the first line were told to stay away from the harbour by its former owners.</p>
<div id="late"></div><div id="shadow"></div></article></body></html>`
const STYLE = '.old { display: none }'
const SCRIPT = `late.innerHTML = '<p>“The boats are ready, and so are the crews,” Solheim told reporters at the harbour.</p>'
shadow.attachShadow({ mode: 'closed' }).innerHTML = '<p>Mayor Pedro Quintela of Marstal welcomed the decision and thanked all of the crews.</p>'`

const home = mkdtempSync(join(tmpdir(), 'article-explorer-extension-'))
for (const [name, text] of Object.entries({ 'index.html': PAGE, 'page.css': STYLE, 'page.js': SCRIPT })) writeFileSync(join(home, name), text)
copyFileSync(join(root, 'tests/fixtures/chromium.pdf'), join(home, 'article.pdf'))
after(() => rmSync(home, { recursive: true, force: true }))

for (const [name, start, left] of [
  ['Chromium', chromiumWith, false],
  ['Firefox', firefoxWith, hasFirefox() ? false : 'there is no Firefox here'],
]) {
  describe(name, { skip: left }, () => {
    let host, site
    before(async () => {
      host = await start(folder)
      // The site lets nobody load anything else into its pages.
      site = await serve(home, '/news/', 0, { 'content-security-policy': "default-src 'none'; script-src 'self'; style-src 'self'" })
    })
    after(async () => {
      await host?.browser.close()
      await site?.stop()
    })

    const opened = async url => {
      const page = await host.browser.newPage()
      await page.goto(url)
      return page
    }
    /** Firefox's driver does not tell when a page of an extension is loaded. */
    const reload = async page => {
      await page.evaluate(() => {
        document.documentElement.dataset.before = ''
        location.reload()
      })
      await page.waitForSelector('html[data-state=done]:not([data-before])', { timeout: 60_000 })
    }
    const isDone = page => page.waitForSelector('html[data-state=done]', { timeout: 60_000 })
    const article = page => page.$eval('#article', article => article.innerText)

    test('one click opens the page that is read, as it is rendered', async () => {
      const news = await opened(`${site.url}?page=1#top`)
      const [asked, before] = [site.requests.length, await news.content()]
      const page = await host.click(news)
      await isDone(page)
      const words = await article(page)
      for (const shown of ['Transport Minister Ingrid Solheim', 'The boats are ready', 'Pedro Quintela']) assert.ok(words.includes(shown), `${shown}: ${words}`)
      assert.ok(!words.includes('former owners'), words)
      assert.ok((await page.content()).includes(`${site.url}?page=1`), 'the address is the article’s')
      assert.equal(await page.$('dialog[open]'), null, 'nobody is asked whether to open what they clicked on')
      assert.ok(page.url().startsWith(`${host.home}index.html#/reader`), page.url())
      assert.deepEqual(site.requests.slice(asked), [], 'the site is asked for nothing')
      assert.equal(await news.content(), before, 'the page that is read stays as it was')
      await page.close()
    })

    test('loading the page again keeps the article and reads no tab', async () => {
      const news = await opened(site.url)
      const page = await host.click(news)
      await isDone(page)
      await news.close()
      await reload(page)
      assert.ok((await article(page)).includes('The boats are ready'))
      assert.equal(await page.$('.message.wrong'), null)
      await page.close()
    })

    test('a page that the browser keeps to itself is refused in plain words', async () => {
      const kept = await host.browser.newPage()
      // Nor when one of the browser's own is.
      await kept.goto(name === 'Firefox' ? 'about:license' : 'chrome://version/', { timeout: 3000 }).catch(() => {})
      const page = await host.click(kept)
      const message = await page.waitForSelector('.message.wrong', { timeout: 60_000 })
      assert.match(await message.evaluate(message => message.innerText), /lets no extension read that page/)
      await page.close()
    })

    test('a PDF is told as one', { skip: name === 'Firefox' && 'it keeps its PDFs to itself' }, async () => {
      const page = await host.click(await opened(`${site.url}article.pdf`))
      const message = await page.waitForSelector('.message.wrong', { timeout: 60_000 })
      assert.match(await message.evaluate(message => message.innerText), /shows a PDF/)
      await page.close()
    })

    test('nothing but files of the extension is asked for', { skip: name === 'Firefox' && 'its driver tells no requests of extensions' }, async () => {
      const page = await host.click(await opened(site.url))
      await isDone(page)
      const requests = []
      page.on('request', request => requests.push(request.url()))
      await reload(page)
      const own = requests.filter(url => url.startsWith(host.home))
      assert.ok(own.length > 5)
      assert.deepEqual(requests.filter(url => !own.includes(url) && !url.startsWith('data:')), [])
    })
  })
}
