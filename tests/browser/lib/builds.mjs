// Small sites with the real boot.js and service worker, each of a build of its own, and an upload of one over another.
//
// The page that they start does nothing but say of which builds its parts are.
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { root } from './site.mjs'

const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; " +
  "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'"

/** Puts `with` where the file of the project has `place`. */
function filled(file, ...pairs) {
  return pairs.reduce((text, [place, value]) => {
    if (!text.includes(place)) throw new Error(`${file} has no ${place}`)
    return text.replace(place, () => value)
  }, readFileSync(join(root, file), 'utf8'))
}

/** The files of a site, by their paths. As `cargo xtask dist` finishes it: see xtask/src/dist.rs. */
export function site(build) {
  const own = `build-${build}`
  const page = { build, js: `${own}/page-0.js`, wasm: `${own}/page-0.wasm`, css: [`${own}/style-0.css`] }
  const files = {
    '_headers': `/* ${build}`,
    'boot.js': filled('public/boot.js', ['const MADE_WITH = null', `const MADE_WITH = ${JSON.stringify(page)}`]),
    [page.css[0]]: `:root { --build: ${build} }`,
    [page.js]: `
      export default async function init({ module_or_path }) {
        const root = document.documentElement
        const wasm = (await module_or_path.text()).split(' ')[1]
        const worker = new Worker('${own}/worker_loader.js', { type: 'module' })
        const greeting = await new Promise((resolve, reject) => { worker.onmessage = event => resolve(event.data); worker.onerror = reject })
        const style = getComputedStyle(root).getPropertyValue('--build')
        root.dataset.parts = ['${build}', wasm, greeting, style, document.querySelector('meta[name=build]').content].join(' ')
        root.dataset.state = 'done'
        document.getElementById('boot').remove()
        await navigator.serviceWorker.register('service-worker.js')
      }`,
    [page.wasm]: `wasm ${build}`,
    [`${own}/worker.js`]: `export const build = '${build}'`,
    [`${own}/worker_bg.wasm`]: `wasm ${build}`,
    [`${own}/readers.js`]: `export const build = '${build}'`,
    [`${own}/readers_bg.wasm`]: `wasm ${build}`,
    [`${own}/worker_loader.js`]: `import { build } from './worker.js'\npostMessage(build)`,
    'fonts/OFL.txt': 'The licence of the font',
    'icons/icon.svg': `<svg xmlns="http://www.w3.org/2000/svg"><!-- ${build} --></svg>`,
    'index.html': `<!doctype html><html lang="en"><head><meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="build" content="${build}"><title>${build}</title>
      <link rel="stylesheet" href="${page.css[0]}"><script type="module" src="boot.js" data-js="${page.js}" data-wasm="${page.wasm}"></script>
      </head><body><main id="boot"><p id="boot-wait">Opening</p><p id="boot-failed" role="alert" hidden></p></main></body></html>`,
    'manifest.webmanifest': `{ "name": "${build}" }`,
  }
  const kept = Object.keys(files).filter(file => file !== '_headers').map(file => [file === 'index.html' ? './' : file, hashed(files[file])])
  files['service-worker.js'] = filled('public/service-worker.js', ["'development'", `'${build}'`],
    ['const FILES = []', `const FILES = ${JSON.stringify(kept)}`], ['const POLICY = ``', `const POLICY = \`${POLICY}; frame-ancestors 'none'\``])
  return files
}

export const hashed = bytes => `sha256-${createHash('sha256').update(bytes).digest('base64')}`

/** A folder with these files, and what can be done to it. */
export function folderWith(files) {
  const folder = mkdtempSync(join(tmpdir(), 'article-explorer-'))
  const host = {
    folder,
    put(path, content) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), content)
    },
    remove: path => rmSync(join(folder, path), { recursive: true }),
    copy: from => cpSync(from, folder, { recursive: true }),
    end: () => rmSync(folder, { recursive: true }),
  }
  for (const [path, content] of Object.entries(files)) host.put(path, content)
  return host
}
