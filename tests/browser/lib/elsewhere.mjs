// Firefox over WebDriver BiDi and WebKitGTK over WebDriver, behind the few steps that a reader's main path takes.
// Each has `goto`, `reload`, `run(function, ...arguments)` in the page, `click(css, text)`, `press(key, ...held)`,
// `paste(css, text)` and `close`.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import puppeteer from 'puppeteer-core'

export const FIREFOX = process.env.FIREFOX || '/usr/bin/firefox-esr'
const WEBKIT_DRIVER = process.env.WEBKIT_DRIVER || '/usr/bin/WebKitWebDriver'
const MINI_BROWSER = process.env.WEBKIT || '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'

export const hasFirefox = () => existsSync(FIREFOX)
export const hasWebKit = () => existsSync(WEBKIT_DRIVER) && existsSync(MINI_BROWSER)

/** In the page: the first element of `css` that is shown and has `text`. */
const finder = (css, text) => [...document.querySelectorAll(css)].find(one =>
  (one.offsetParent !== null || getComputedStyle(one).position === 'fixed') && (!text || one.textContent.includes(text))) ?? null

const pause = ms => new Promise(wake => setTimeout(wake, ms))

/** Asks until there is an answer. */
export async function until(what, ask, timeout = 30_000) {
  for (const end = Date.now() + timeout; Date.now() < end; await pause(50)) {
    const answer = await ask()
    if (answer) return answer
  }
  throw new Error(`waited in vain: ${what}`)
}

/** A Firefox that is driven by WebDriver BiDi, with these options beside. */
export const launchFirefox = options => puppeteer.launch({
  browser: 'firefox',
  executablePath: FIREFOX,
  headless: true,
  protocol: 'webDriverBiDi',
  defaultViewport: { width: 1440, height: 900 },
  ...options,
})

/** A Firefox with a profile of its own; what it downloads lies in `downloads`. */
export async function firefox() {
  const downloads = mkdtempSync(join(tmpdir(), 'firefox-downloads-'))
  const browser = await launchFirefox({
    extraPrefsFirefox: {
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'dom.events.testing.asyncClipboard': true,
    },
  })
  const page = await browser.newPage()
  return {
    downloads,
    goto: url => page.goto(url),
    reload: () => page.reload(),
    run: (work, ...given) => page.evaluate(work, ...given),
    async click(css, text) {
      const found = await until(`${css} ${text ?? ''}`, async () => (await page.evaluateHandle(finder, css, text)).asElement())
      await found.click()
    },
    async press(key, ...held) {
      for (const one of held) await page.keyboard.down(one)
      await page.keyboard.press(key)
      for (const one of held) await page.keyboard.up(one)
    },
    async paste(css, text) {
      await page.evaluate(text => navigator.clipboard.writeText(text), text)
      await page.focus(css)
      await this.press('v', 'Control')
    },
    async close() {
      await browser.close()
      rmSync(downloads, { recursive: true, force: true })
    },
  }
}

/** A port that nobody listens at. */
const freePort = () => new Promise(resolve => {
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address()
    server.close(() => resolve(port))
  })
})

// The code points by which WebDriver names keys.
const KEYS = { Control: '\uE009', Shift: '\uE008', Enter: '\uE007', Escape: '\uE00C' }
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** A WebKit in a display of its own. */
export async function webkit() {
  const home = mkdtempSync(join(tmpdir(), 'webkit-home-'))
  const downloads = join(home, 'Downloads')
  mkdirSync(downloads)
  mkdirSync(join(home, '.config'))
  writeFileSync(join(home, '.config/user-dirs.dirs'), 'XDG_DOWNLOAD_DIR="$HOME/Downloads"\n')
  const port = await freePort()
  const display = `:${100 + port % 900}`
  const screen = spawn('Xvfb', [display, '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], { stdio: 'ignore' })
  const driver = spawn(WEBKIT_DRIVER, [`--port=${port}`], {
    stdio: 'ignore',
    env: {
      ...process.env, HOME: home, XDG_CONFIG_HOME: join(home, '.config'), DISPLAY: display, LIBGL_ALWAYS_SOFTWARE: '1',
      WEBKIT_DISABLE_DMABUF_RENDERER: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    },
  })

  const ask = async (method, path, body) => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) })
    const { value } = await answer.json()
    if (!answer.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`)
    return value
  }
  const capabilities = { alwaysMatch: { 'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] } } }
  const { sessionId } = await until('a session of WebKit', () => ask('POST', '/session', { capabilities }).catch(() => null))
  const at = `/session/${sessionId}`
  const run = (work, ...given) => ask('POST', `${at}/execute/sync`, { script: `return (${work}).apply(null, arguments)`, args: given })
  const keys = actions => ask('POST', `${at}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] })
  return {
    downloads,
    goto: url => ask('POST', `${at}/url`, { url }),
    reload: () => ask('POST', `${at}/refresh`, {}),
    run,
    async click(css, text) {
      const found = await until(`${css} ${text ?? ''}`, () => run(finder, css, text))
      await ask('POST', `${at}/element/${found[ELEMENT]}/click`, {})
    },
    press: (key, ...held) => keys([
      ...held.map(one => ({ type: 'keyDown', value: KEYS[one] })),
      { type: 'keyDown', value: KEYS[key] ?? key },
      { type: 'keyUp', value: KEYS[key] ?? key },
      ...held.map(one => ({ type: 'keyUp', value: KEYS[one] })),
    ]),
    // Its clipboard is closed to a driver: the event is made by hand. Firefox would empty such an event.
    paste: (css, text) => run((css, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      document.querySelector(css).dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, css, text),
    async close() {
      await ask('DELETE', at).catch(() => null)
      driver.kill()
      screen.kill()
      rmSync(home, { recursive: true, force: true })
    },
  }
}
