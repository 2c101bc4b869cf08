// Articles come in: by paste, by drop, by choice; and what is no article is answered in plain words.
import { ARTICLE, analysed, appForTests, article, assert, choose, drop, paste, pasteByHand, place, test, view } from './lib/app.mjs'

const app = appForTests()
const utf8 = text => new TextEncoder().encode(text)

test('plain text is pasted and opens in the Reader with its names marked', async () => {
  const page = await app.open()
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  assert.equal(place(page), '#/reader')
  assert.ok(await article(page).locator('a.mark').count() > 3)
  assert.deepEqual(page.noise, [])
})

test('rich text keeps its headline, headings, list and paragraphs', async () => {
  const page = await app.open()
  await paste(page, 'Harbour reopens Boats are back', '<h1>Harbour reopens</h1><p>Boats are <b>back</b> in Marstal.</p>' +
    '<h2>What changes</h2><ul><li>Two boats a day</li><li>Lower fares</li></ul><p>“We are glad,” said Hanne Brekke.</p>')
  await analysed(page, 'in Marstal')
  assert.equal(await article(page).getByRole('heading', { name: 'Harbour reopens' }).count(), 1)
  assert.equal(await article(page).getByRole('heading', { name: 'What changes' }).count(), 1)
  assert.equal(await article(page).getByRole('listitem').count(), 2)
  assert.equal(await article(page).getByText('Boats are back in Marstal.').count(), 1)
})

test('a text file is dropped anywhere', async () => {
  const page = await app.open()
  await drop(page, 'ferry.txt', utf8(ARTICLE))
  await analysed(page, 'The boats are ready')
})

test('an HTML file is chosen, and its markup is not shown', async () => {
  const page = await app.open()
  await choose(page, 'ferry.html', utf8(`<!doctype html><title>x</title><article><h1>Ferry returns</h1>${
    ARTICLE.split('\n\n').slice(1).map(part => `<p>${part}</p>`).join('')}</article>`))
  await analysed(page, 'The boats are ready')
  assert.doesNotMatch(await article(page).innerText(), /<p>|doctype/i)
})

test('a Markdown file loses its signs', async () => {
  const page = await app.open()
  await choose(page, 'ferry.md', utf8('# Ferry returns\n\nThe **boats** are ready, said [Hanne Brekke](https://example.org).\n'))
  await analysed(page, 'The boats are ready, said Hanne Brekke.')
})

test('UTF-16 and legacy encodings are read', async () => {
  const words = 'Solheim said that the café in Århus was “naïve”.'
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(words, 'utf16le')])
  const windows1252 = Buffer.from(words.replace('“', '\u0093').replace('”', '\u0094'), 'latin1')
  for (const [name, bytes] of [['utf16.txt', utf16], ['legacy.txt', windows1252]]) {
    const page = await app.open()
    await choose(page, name, bytes)
    await analysed(page, words)
    await page.context().close()
  }
})

test('several files come into the library, each with what became of it', async () => {
  const page = await app.open()
  const chooser = page.waitForEvent('filechooser')
  await page.locator('#choose').click()
  await (await chooser).setFiles([
    { name: 'ferry.txt', mimeType: 'text/plain', buffer: Buffer.from(ARTICLE) },
    { name: 'hall.txt', mimeType: 'text/plain', buffer: Buffer.from('Hall closes\n\nThe hall of Lindmouth will close in May, Ana Ruiz said on Monday.') },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.from('') },
  ])
  const list = page.locator('#batch[open]')
  await list.getByRole('button', { name: /Ferry line/ }).waitFor()
  await list.getByRole('button', { name: /Hall closes/ }).click()
  await analysed(page, 'The hall of Lindmouth')
  await view(page, 'Start')
  await page.waitForFunction(() => document.querySelectorAll('[data-kept]').length === 2)
})

test('a blank paste says what to do', async () => {
  const page = await app.open()
  await pasteByHand(page, ' \n\t ')
  await page.getByRole('alert').getByText(/paste an article/i).waitFor()
})

test('three words are shown as they are, without a summary', async () => {
  const page = await app.open()
  await paste(page, 'Back at noon')
  await analysed(page, 'Back at noon')
  await page.goto(`${app.site.url}#/summary`)
  await page.getByText('too short to be summed up').waitFor()
})

test('a picture is named as what it is, with a way on', async () => {
  const page = await app.open()
  const picture = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1]
  await drop(page, 'harbour.png', picture)
  const message = await page.getByRole('alert').innerText()
  assert.match(message, /PNG image, which cannot be read; copy the words/)
})

test('what cannot be read leaves the article that was there', async () => {
  const page = await app.open()
  await paste(page, ARTICLE)
  await analysed(page, 'The boats are ready')
  await drop(page, 'archive.zip', [0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3, 4])
  const list = page.locator('#batch[open]')
  await list.getByText('0 articles came into the library').waitFor()
  assert.match(await list.locator('.batch li li').innerText(), /archive|ZIP|damaged/i)
  await page.keyboard.press('Escape')
  await drop(page, 'harbour.png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  await page.getByRole('alert').waitFor()
  await analysed(page, 'The boats are ready')
})

test('a file of more than 20 MB is asked about first', async () => {
  const page = await app.open()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(21 * 1024 * 1024).fill(97)], 'long.txt'))
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }))
  })
  const question = page.getByRole('dialog', { name: 'A large file' })
  await question.getByText('21 MB').waitFor()
  await question.getByRole('button', { name: 'Leave it' }).click()
  await question.waitFor({ state: 'hidden' })
  assert.equal(await page.locator('html').getAttribute('data-state'), 'idle')
})

test('another language is said to be one', async () => {
  const page = await app.open()
  await paste(page, 'Der Bürgermeister von Marstal sagte am Dienstag, dass die Fähre im Frühling wieder fahren werde. ' +
    'Die Schiffe seien bereit, und auch die Besatzungen hätten sich vorbereitet, erklärte er vor den Reportern am Hafen.')
  await analysed(page, 'Bürgermeister')
  await page.locator('#panel').getByText(/German/).waitFor()
})
