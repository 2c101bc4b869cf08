// Browsers with an extension in them, and a click on its button.
import puppeteer from 'puppeteer-core'
import { launchFirefox, until } from './elsewhere.mjs'

/** A Chromium with the unpacked extension of `folder`: `{browser, home, click(page)}`; the click gives the tab that it opens. */
export async function chromiumWith(folder) {
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    headless: true,
    // Newer builds load extensions over the pipe alone, and refuse `--load-extension`.
    pipe: true,
    enableExtensions: true,
    defaultViewport: { width: 1440, height: 900 },
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  })
  const id = await browser.installExtension(folder)
  const extension = (await browser.extensions()).get(id)
  const home = `chrome-extension://${id}/`
  return {
    browser,
    home,
    click: page => opened(browser, home, () => page.triggerExtensionAction(extension)),
  }
}

/** The same of Firefox. */
export async function firefoxWith(folder) {
  const uuid = '6b0f1f2c-8f58-4c6b-9d3c-0f4f1c1d2e3a'
  const id = 'article-explorer@extension.invalid'
  const browser = await launchFirefox({
    // The click happens in the browser's own window.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: { 'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }) },
  })
  await browser.installExtension(folder)
  const home = `moz-extension://${uuid}/`
  const press = `async () => {
    const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs')
    const { extension } = WebExtensionPolicy.getByID('${id}')
    await ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window)
  }`
  const click = async () => {
    const { result: { contexts } } = await browser.connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' })
    const window = contexts.find(({ url }) => url.endsWith('browser.xhtml'))
    const { result } = await browser.connection.send('script.callFunction', {
      functionDeclaration: press, awaitPromise: true, target: { context: window.context },
    })
    if (result.type === 'exception') throw new Error(result.exceptionDetails.text)
  }
  return {
    browser,
    home,
    async click(page) {
      await page.bringToFront()
      return opened(browser, home, click)
    },
  }
}

/** The tab of the extension that `act` opens. */
async function opened(browser, home, act) {
  const ofExtension = async () => (await browser.pages()).filter(page => page.url().startsWith(home))
  const before = new Set(await ofExtension())
  await act()
  return until('a tab of the extension', async () => (await ofExtension()).find(page => !before.has(page)))
}
