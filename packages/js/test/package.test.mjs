// The package as a stranger has it: packed, installed into empty projects, and the README's examples run there.
// Its analyses are those of the native command, to the byte: tests/doors.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import assert from 'node:assert/strict'
import { launch } from '../../../tests/browser/lib/browser.mjs'
import { serve } from '../../../tests/browser/lib/site.mjs'
import { examples } from './readme.mjs'

const VITE = 'vite@8.3.8'
const TYPESCRIPT = 'typescript@5.9.3'

const tarball = process.env.NPM_PACKAGE
const home = mkdtempSync(join(tmpdir(), 'article-explorer-npm-'))
after(() => rmSync(home, { recursive: true, force: true }))

const ran = (command, args, cwd) => execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })

/** An empty project with the package in it. */
function project(name, ...more) {
  const folder = join(home, name)
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  ran('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', '--silent', tarball, ...more], folder)
  return folder
}

let node, installed
before(async () => {
  node = project('node')
  installed = await import(pathToFileURL(join(node, 'node_modules/article-explorer/node.js')))
})

const QUOTE = '“The bridge is safe,” said Mara Lindqvist, the city engineer. “I cross it every day.”'

test('the README’s first example prints what stands below it', () => {
  const [example] = examples('In Node', 'js')
  const [expected] = examples('In Node', 'text')
  writeFileSync(join(node, 'example.mjs'), example)
  assert.equal(ran('node', ['example.mjs'], node), expected)
})

test('the README’s second example reads a file', () => {
  const [, example] = examples('In Node', 'js')
  writeFileSync(join(node, 'files.mjs'), example)
  writeFileSync(join(node, 'bridge.html'), `<title>Bridge</title><article><h1>Bridge is safe</h1><p>${QUOTE}</p></article>`)
  assert.match(ran('node', ['files.mjs'], node), /PERSON Mara Lindqvist/)
})

test('the engine answers at once when it is loaded, in a worker, and from one file', async () => {
  const engine = await installed.load()
  const json = engine.analyzeJson(QUOTE, { id: 'a', published: '2025-12-07', summary: 1 })
  assert.equal(JSON.parse(json).id, 'a')
  assert.deepEqual(engine.analyze(QUOTE, { id: 'a', published: '2025-12-07', summary: 1 }), JSON.parse(json))

  const worker = installed.startWorker()
  assert.deepEqual(await worker.analyze(QUOTE), engine.analyze(QUOTE))
  await assert.rejects(worker.analyze(QUOTE, { published: 'Sunday' }), /is not a day/)
  const unread = worker.analyze(QUOTE)
  worker.end()
  await assert.rejects(unread, /was ended/)

  ran('npx', ['article-explorer-inline', 'engine.js'], node)
  const [example] = examples('In a page', 'js').filter(code => code.includes('inlined'))
  writeFileSync(join(node, 'inlined.mjs'), `${example}\nconsole.log(engine.analyze('Ana Ruiz resigned.').entities[0].name)`)
  assert.equal(ran('node', ['inlined.mjs'], node), 'Ana Ruiz\n')
})

test('an answer that comes after the worker was ended hurts nobody', async () => {
  const { remote } = await import(pathToFileURL(join(node, 'node_modules/article-explorer/core.js')))
  let receive
  const port = { post() {}, receive: given => { receive = given }, fail() {} }
  const engine = remote(port, () => {})
  const unread = engine.analyze(QUOTE)
  engine.end()
  receive({ number: 1, answer: '{}' })
  await assert.rejects(unread, /was ended/)
})

test('what makes no sense is told', async () => {
  const engine = await installed.load()
  assert.throws(() => engine.analyze(QUOTE, { published: 'Sunday' }), /"Sunday" is not a day/)
  assert.throws(() => engine.analyze(QUOTE, { id: {} }), /neither a string nor a number/)
  assert.throws(() => engine.read(new Uint8Array([80, 75, 3, 4, 0]), 'broken.docx'), Error)
  assert.equal(engine.analyze('a\ud83db').text, 'a\ufffdb', 'half a character is replaced')
})

test('places are those of JavaScript', async () => {
  const engine = await installed.load()
  const text = `🎉 ${QUOTE} 🎉 Ana Ruiz agreed.`
  const analysis = engine.analyze(text)
  const { words, utf16 } = installed.places(analysis.text)
  const ana = analysis.entities.find(entity => entity.name === 'Ana Ruiz')
  assert.equal(words(ana.mentions[0]), 'Ana Ruiz')
  assert.equal(utf16(0), 0)
  assert.equal(utf16(1), 2)
  assert.equal([...analysis.text].slice(ana.mentions[0].start, ana.mentions[0].end).join(''), 'Ana Ruiz')
})

test('the types hold for the README’s example, and a wrong field is found', () => {
  const folder = project('types', TYPESCRIPT)
  const [example] = examples('In Node', 'js')
  writeFileSync(join(folder, 'right.ts'), `${example}\nexport const id: string = analysis.quotes[0].id\n`)
  const check = file =>
    ran('npx', ['tsc', '--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2023,dom', file], folder)
  check('right.ts')
  writeFileSync(join(folder, 'wrong.ts'), `import { analyze } from 'article-explorer'\n(await analyze('')).quotes[0].speakers\n`)
  assert.throws(() => check('wrong.ts'), error => /speakers/.test(error.stdout))
})

test('a Vite project runs the README’s example, built and served by its development server', async () => {
  const folder = project('vite', VITE)
  const [example, configuration] = examples('In a page', 'js')
  assert.match(configuration, /optimizeDeps/)
  writeFileSync(join(folder, 'main.js'), example)
  writeFileSync(join(folder, 'vite.config.js'), configuration)
  writeFileSync(
    join(folder, 'index.html'),
    `<!doctype html><meta charset="utf-8"><article><p>${QUOTE}</p></article><output></output><script type="module" src="main.js"></script>`,
  )
  ran('npx', ['vite', 'build', '--logLevel', 'error'], folder)
  const assets = readdirSync(join(folder, 'dist/assets'))
  assert.equal(assets.filter(name => name.endsWith('.wasm')).length, 1, `one WebAssembly file: ${assets}`)

  const browser = await launch()
  const site = await serve(join(folder, 'dist'), '/')
  const server = spawn('npx', ['vite', '--port', '8763', '--strictPort', '--logLevel', 'error'], { cwd: folder, stdio: 'ignore', detached: true })
  try {
    const shown = async url => {
      const page = await browser.newPage()
      await page.goto(url)
      await page.waitForFunction(() => document.querySelector('output').textContent, null, { timeout: 60_000 })
      return page.textContent('output')
    }
    assert.equal(await shown(site.url), 'Mara Lindqvist: The bridge is safe,')
    const development = 'http://localhost:8763/'
    for (let tries = 0; tries < 300 && !(await fetch(development).then(({ ok }) => ok, () => false)); tries++) {
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    assert.equal(await shown(development), 'Mara Lindqvist: The bridge is safe,')
  } finally {
    // npx starts Vite below itself: the group is ours.
    process.kill(-server.pid)
    await browser.close()
    await site.stop()
  }
})

test('without a bundler worker and WebAssembly are found beside the module', async () => {
  const page = `<!doctype html><meta charset="utf-8"><output></output><script type="module">
    import { startWorker } from './article-explorer/index.js'
    const { entities } = await startWorker().analyze('Ana Ruiz resigned on Monday.')
    document.querySelector('output').textContent = entities[0].name
  </script>`
  writeFileSync(join(node, 'node_modules/index.html'), page)
  const browser = await launch()
  const site = await serve(join(node, 'node_modules'))
  try {
    const tab = await browser.newPage()
    await tab.goto(site.url)
    await tab.waitForFunction(() => document.querySelector('output').textContent, null, { timeout: 60_000 })
    assert.equal(await tab.textContent('output'), 'Ana Ruiz')
  } finally {
    await browser.close()
    await site.stop()
  }
})

test('the schema comes with the package', () => {
  const schema = JSON.parse(readFileSync(join(node, 'node_modules/article-explorer/analysis.schema.json'), 'utf8'))
  assert.deepEqual(schema.properties.schema.enum, ['article-explorer/analysis/1'])
})
