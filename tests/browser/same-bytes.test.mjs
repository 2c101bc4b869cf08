// One engine, one answer: the native command and the engine in Chromium say the same, to the byte.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { launch } from './lib/browser.mjs'
import { root, serve } from './lib/site.mjs'

const corpus = join(root, 'tests/corpus')
const explore = process.env.EXPLORE || join(root, 'target/release/explore')
let browser, site, page

before(async () => {
  browser = await launch()
  site = await serve('target/measure', '/')
  page = await browser.newPage()
  await page.goto(site.url)
  await page.evaluate(() => window.ready)
})
after(async () => {
  await browser?.close()
  await site?.stop()
})

const inChromium = (name, bytes) =>
  page.evaluate(([name, bytes]) => window.analyzeFile(name, new Uint8Array(bytes)), [name, [...bytes]])

test('the native command is built', () => assert.ok(existsSync(explore), explore))

for (const name of readdirSync(corpus).filter(name => /\.(txt|md|html)$/.test(name) && name !== 'README.md').sort()) {
  test(name, async () => {
    const natively = execFileSync(explore, ['analyze', name], { cwd: corpus, encoding: 'utf8', maxBuffer: 1 << 28 })
    assert.equal(await inChromium(name, readFileSync(join(corpus, name))), natively.trimEnd())
  })
}
