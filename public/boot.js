// Starts the page's WebAssembly, or says in plain words why it cannot. A file of its own, so that the policy
// needs to allow no script inside the page.
//
// While a new version is uploaded, index.html and this file may be of two builds, and one of the two may name files that
// are not there yet. A build is therefore started only if all of its files are there, and there is more than one to
// choose from. This file must go on with every index.html of the past and the next: it reads `data-js`, `data-wasm`,
// the style sheets and the build's name out of it.

// `cargo xtask dist` fills in the build that this file was made with.
const MADE_WITH = null

const NO_WEBASSEMBLY =
  'This browser cannot run WebAssembly, which Article Explorer is made of, or it has been switched off. ' +
  'A current Chrome, Edge, Firefox or Safari opens it. Nothing was sent anywhere.'
const NOT_LOADED =
  'Article Explorer could not be loaded. Check the connection and load this page again; ' +
  'articles you kept here are still in this browser.'
const IN_A_FRAME = 'Another page shows Article Explorer inside of itself. Open it in a tab of its own: '

const PAUSE = 5_000
const LONGEST_PAUSE = 60_000

const address = path => new URL(path, document.baseURI).href
const stylesheets = page => [...page.querySelectorAll('link[rel=stylesheet]')]
/** The style sheets that the page has on: a file that is not there is a sheet without rules. */
const worn = () => stylesheets(document).filter(link => link.sheet?.cssRules.length).map(link => link.getAttribute('href'))

function fail(message, link) {
  const failed = document.getElementById('boot-failed')
  document.getElementById('boot-wait')?.remove()
  if (failed) {
    failed.replaceChildren(message, ...(link ? [link] : []))
    failed.hidden = false
  }
}

/** The build that an index.html names. */
function named(page) {
  const script = page.querySelector('script[data-js]')
  if (!script) return null
  const css = stylesheets(page).map(link => link.getAttribute('href'))
  return { build: page.querySelector('meta[name=build]')?.content, ...script.dataset, css }
}

/** The build that the host's index.html names now. An address with a question is none that the service worker answers. */
async function askedPastTheWorker() {
  const response = await fetch(address(`./?${Date.now()}`), { cache: 'no-store' })
  return response.ok ? named(new DOMParser().parseFromString(await response.text(), 'text/html')) : null
}

async function fetched(path) {
  const response = await fetch(address(path))
  // Some hosts answer with a page of theirs for a file that is not there.
  const isPage = /text\/html/.test(response.headers.get('content-type') ?? '')
  if (!response.ok || isPage) throw new Error(`${path} is not there`)
  return response
}

const isThere = async path => (await fetched(path)).body?.cancel()

function workerFiles({ build }) {
  const names = ['worker_loader.js', 'worker.js', 'worker_bg.wasm', 'readers.js', 'readers_bg.wasm']
  return build === 'development' ? [] : names.map(name => `build-${build}/${name}`)
}

/** The build's program, if all of its files are there. A module that was missing once stays so under its address. */
async function loaded(build, round) {
  const program = import(address(build.js) + (round ? `?${round}` : ''))
  const css = build.css.filter(href => !worn().includes(href))
  const [{ default: init }, wasm] = await Promise.all([
    program, fetched(build.wasm), ...[...css, ...workerFiles(build)].map(isThere)])
  return { init, wasm }
}

/** The style sheets and the name of this build in the place of those that the page came with. */
async function dressed({ build, css }) {
  if (worn().join() === css.join()) return
  const before = stylesheets(document)
  await Promise.all(css.map(href => new Promise(resolve => {
    const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload: resolve, onerror: resolve })
    document.head.append(link)
  })))
  before.forEach(link => link.remove())
  document.querySelector('meta[name=build]')?.setAttribute('content', build)
}

/** Starts the first build that is whole, and says whether there was one. */
async function start(round) {
  const tried = new Set()
  const places = [() => named(document), () => MADE_WITH, askedPastTheWorker]
  for (const place of places) {
    let build, program
    try {
      build = await place()
      if (!build || tried.has(build.build)) continue
      tried.add(build.build)
      program = await loaded(build, round)
    } catch (error) {
      console.error(error)
      continue
    }
    if (place === askedPastTheWorker) await forgetTheWorker()
    await dressed(build)
    await program.init({ module_or_path: program.wasm })
    return true
  }
  return false
}

/** A service worker whose page has lost its files keeps nothing that is worth keeping; the page registers a new one. */
async function forgetTheWorker() {
  if (!navigator.serviceWorker?.controller) return
  await (await navigator.serviceWorker.getRegistration())?.unregister()
}

async function open() {
  let pause = PAUSE
  for (let round = 0; !(await start(round)); round++) {
    fail(NOT_LOADED)
    // The rest of a new version may be on its way.
    await new Promise(resolve => setTimeout(resolve, pause))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}

if (window.top !== window.self) {
  const link = Object.assign(document.createElement('a'), { href: './', target: '_blank', rel: 'noopener', textContent: 'Article Explorer' })
  fail(IN_A_FRAME, link)
} else if (typeof WebAssembly !== 'object') {
  fail(NO_WEBASSEMBLY)
} else {
  try {
    await open()
  } catch (error) {
    console.error(error)
    fail(NOT_LOADED)
  }
}
