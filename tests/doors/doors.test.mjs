// One engine, one answer: the native command, the npm package in Node and in Chromium, and the Python wheel say the same of
// the same articles, to the byte. `cargo xtask test doors` builds all four.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import assert from 'node:assert/strict'
import { launch } from '../browser/lib/browser.mjs'
import { root, serve } from '../browser/lib/site.mjs'
import { load } from '../../target/npm/package/node.js'

const { EXPLORE, PYTHON } = process.env
const corpus = join(root, 'tests/corpus')
const files = readdirSync(corpus).filter(name => /\.(txt|md|html)$/.test(name) && name !== 'README.md').sort()

/** 300 articles out of the corpus: each begins at another paragraph, has another length, and some have rare characters. */
function articles() {
  const texts = files.filter(name => name.endsWith('.txt')).map(name => readFileSync(join(corpus, name), 'utf8'))
  const paragraphs = texts.flatMap(text => text.split(/\n{2,}/))
  const rare = ['', '🎉 ', 'Zoë’s naïve “café” – ', '“\ud83d\ude00”, said Ana Ruiz. ', '\u0000\u200b\t']
  return Array.from({ length: 300 }, (_, number) => ({
    id: number % 3 ? number : `article ${number} é`,
    text: rare[number % rare.length] + Array.from({ length: 1 + (number % 12) }, (_, at) => paragraphs[(number * 7 + at) % paragraphs.length]).join('\n\n'),
    ...(number % 2 ? { published: '2025-12-07' } : {}),
  }))
}

const home = mkdtempSync(join(tmpdir(), 'article-explorer-doors-'))
const input = join(home, 'articles.jsonl')
const given = articles()
writeFileSync(input, given.map(article => `${JSON.stringify(article)}\n`).join(''))
const lines = text => text.split('\n').filter(line => line)
const ran = (command, args) => lines(execFileSync(command, args, { cwd: corpus, encoding: 'utf8', maxBuffer: 1 << 28 }))

let ofTexts, ofFiles, browser, site, page
before(async () => {
  ofTexts = ran(EXPLORE, ['analyze', '--jsonl', '--threads', '2', input])
  ofFiles = ran(EXPLORE, ['analyze', ...files])
  browser = await launch()
  site = await serve('target/npm/package', '/')
  page = await browser.newPage()
  await page.goto(`${site.url}analysis.schema.json`)
})
after(async () => {
  await browser?.close()
  await site?.stop()
  rmSync(home, { recursive: true, force: true })
})

/** Fails with the first article that differs, not with megabytes. */
function same(said, expected) {
  assert.equal(said.length, expected.length)
  const other = said.findIndex((line, at) => line !== expected[at])
  assert.equal(said[other], expected[other], `number ${other}`)
}

test('the command analyses every article', () => {
  assert.equal(ofTexts.length, 300)
  assert.ok(ofTexts.every(line => JSON.parse(line).sentences))
  assert.ok(new Set(ofTexts.map(line => JSON.parse(line).text)).size > 290, 'the articles differ')
  assert.equal(ofFiles.length, files.length)
})

test('one thread of the command says what two say', () => {
  same(ran(EXPLORE, ['analyze', '--jsonl', input]), ofTexts)
})

test('the npm package in Node', async () => {
  const engine = await load()
  same(given.map(({ text, ...options }) => engine.analyzeJson(text, options)), ofTexts)
  same(files.flatMap(name => engine.readJson(readFileSync(join(corpus, name)), name)), ofFiles)
})

test('the npm package in Chromium', async () => {
  const said = await page.evaluate(async ([given, files]) => {
    const { load } = await import('/index.js')
    const engine = await load()
    return {
      texts: given.map(({ text, ...options }) => engine.analyzeJson(text, options)),
      files: files.flatMap(([name, bytes]) => engine.readJson(new Uint8Array(bytes), name)),
    }
  }, [given, files.map(name => [name, [...readFileSync(join(corpus, name))]])])
  same(said.texts, ofTexts)
  same(said.files, ofFiles)
})

test('the Python wheel', { skip: PYTHON ? false : 'there is no Python here' }, () => {
  const said = ran(PYTHON, [join(root, 'tests/doors/say.py'), input, ...files])
  same(said.slice(0, given.length), ofTexts)
  same(said.slice(given.length), ofFiles)
})
