// The main path of a reader in Firefox and in WebKit: paste, views, correct, undo, reload, export, offline.
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ARTICLE, assert, test } from './lib/app.mjs'
import { firefox, hasFirefox, hasWebKit, until, webkit } from './lib/elsewhere.mjs'
import { serve } from './lib/site.mjs'

const analysed = window => until('the analysis', () => window.run(() =>
  document.documentElement.dataset.state === 'done' && document.querySelector('#article')?.textContent.includes('The boats are ready')))

const shows = (window, css, text) => until(`${css} with ${text}`, () => window.run((css, text) =>
  [...document.querySelectorAll(css)].some(one => one.textContent.includes(text)), css, text))

const view = (window, name) => window.click('nav[aria-label=Views] a', name)

async function rename(window, to) {
  const isOpen = () => window.run(() => document.querySelector('#rename-open').getAttribute('aria-expanded') === 'true')
  if (!await isOpen()) await window.click('#rename-open')
  await until('the field for the name', () => window.run(() => document.querySelector('#rename') !== null))
  await window.run(to => {
    const field = document.querySelector('#rename')
    field.focus()
    field.value = to
    field.dispatchEvent(new Event('input', { bubbles: true }))
  }, to)
  await window.press('Enter')
  await shows(window, '[data-card] h2', to)
}

/** The card at quoted words, a merge by the chooser and its way back, and a detail that is mended. */
async function newer(window) {
  await view(window, 'Reader')
  await window.click('#article [data-q]', 'Our shops have waited')
  await shows(window, '.spot', 'Pedro Quintela')
  await window.press('Escape')
  await until('the card gone', () => window.run(() => !document.querySelector('.spot')))

  await view(window, 'Entities')
  await window.click('#panel .row-name', 'Pedro Quintela')
  await window.click('#merge-open')
  await window.click('#merge-list [role=option]', 'Ingrid Solheim')
  await shows(window, '.chooser-told', 'join “Ingrid Solheim”')
  await window.click('.chooser .confirm')
  await shows(window, '[data-card] h2', 'Ingrid Solheim')
  await window.click('#toast-undo')
  await view(window, 'Entities')
  await shows(window, '#panel .row', 'Pedro Quintela')

  await view(window, 'Reader')
  await window.click('#article-details > summary')
  await window.run(() => {
    const field = document.querySelector('#detail-site')
    field.value = 'Marstal Post'
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
  await shows(window, '#cited', 'Marstal Post')
}

async function mainPath(window) {
  const site = await serve(process.env.SITE)
  await window.goto(site.url)
  await until('the start', () => window.run(() => 'state' in document.documentElement.dataset))

  await window.paste('textarea', ARTICLE)
  await analysed(window)

  for (const [name, words] of [['Entities', 'Solheim'], ['Quotes', 'good weather'], ['Summary', 'ferry'], ['Timeline', 'March']]) {
    await view(window, name)
    await shows(window, '#panel', words)
  }

  await newer(window)

  await view(window, 'Entities')
  await window.click('#panel .row', 'Aurora')
  await shows(window, '[data-card] h2', 'Aurora')
  await rename(window, 'MV Aurora')
  await window.run(() => document.activeElement?.blur())
  await window.press('z', 'Control')
  await until('the name before', () => window.run(() => document.querySelector('[data-card] h2')?.textContent.trim() === 'Aurora'))
  await rename(window, 'MV Aurora')

  await window.reload()
  await analysed(window)
  await view(window, 'Entities')
  await shows(window, '#panel .row', 'MV Aurora')

  await window.click('#export')
  await window.click('#export-json')
  const name = await until('the download', () => readdirSync(window.downloads).find(name => name.endsWith('.json')))
  const saved = await until('the whole file', () => {
    try {
      return JSON.parse(readFileSync(join(window.downloads, name), 'utf8'))
    } catch {
      return null
    }
  })
  assert.ok(saved.entities.some(entity => entity.name === 'MV Aurora'))

  // The service worker has all of it by the time it is at work.
  await until('the service worker', () => window.run(() => navigator.serviceWorker?.controller !== null))
  await site.stop()
  await window.reload()
  await analysed(window)
  await view(window, 'Quotes')
  await shows(window, '#panel', 'good weather')
}

for (const [name, there, open] of [['Firefox', hasFirefox, firefox], ['WebKit', hasWebKit, webkit]]) {
  test(`the main path in ${name}`, { skip: !there() && `no ${name} here`, timeout: 180_000 }, async t => {
    const window = await open()
    t.after(() => window.close())
    await mainPath(window)
  })
}
