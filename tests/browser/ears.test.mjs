// The Reader as a screen reader has it: the article, word for word, with its marks announced.
import { analysed, appForTests, ARTICLE, assert, openWithArticle, test, view } from './lib/app.mjs'

const app = appForTests()

/** The accessibility tree below an element, as its nodes by number and the number of its root. */
async function treeOf(page, selector) {
  const session = await page.context().newCDPSession(page)
  const { root } = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { node } = await session.send('DOM.describeNode', { nodeId })
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const all = new Map(nodes.map(node => [node.nodeId, node]))
  return { all, top: nodes.find(one => one.backendDOMNodeId === node.backendNodeId) }
}

const HEADS = { heading: '# ', listitem: '- ' }

/** What is read out, a block a line: a mark as `[words | what it is]`. */
function readOut({ all, top }) {
  const say = node => {
    const inside = () => (node.childIds ?? []).map(id => all.get(id)).filter(Boolean).map(say).join('')
    switch (node.role.value) {
      case 'StaticText': return node.name.value
      case 'InlineTextBox': return ''
      case 'link': return `[${node.name.value}${node.description?.value ? ` | ${node.description.value}` : ''}]`
      case 'heading': case 'paragraph': case 'listitem': return `${HEADS[node.role.value] ?? ''}${inside()}\n`
      default: return inside()
    }
  }
  return say(top).split('\n').map(line => line.trim()).filter(Boolean)
}

test('the accessibility tree of the Reader reads like the article, with its marks announced', async t => {
  const page = await openWithArticle(app)
  const lines = readOut(await treeOf(page, '#article'))
  for (const line of lines) t.diagnostic(line)
  const plain = lines.map(line => line.replace(/^[#-] /, '').replaceAll(/\[([^|\]]*)(?: \| [^\]]*)?\]/g, '$1'))
  // A dateline is a block of its own.
  assert.equal(plain.join(' '), ARTICLE.split(/\n+/).map(line => line.trim()).join(' '))
  assert.match(lines[0], /^# /)
  assert.ok(lines.some(line => line.includes('Transport Minister [Ingrid Solheim | person] said on [Tuesday | date]')), lines.join('\n'))
  assert.ok(lines.some(line => line.includes('The [Baltic Transport Union | organisation], which represents')), lines.join('\n'))
})

test('what happens is told, once, to those who listen', async () => {
  const page = await app.open()
  await page.evaluate(() => {
    window.told = []
    new MutationObserver(() => window.told.push(document.querySelector('#status').textContent.trim()))
      .observe(document.querySelector('#status'), { childList: true, characterData: true, subtree: true })
  })
  await page.getByRole('textbox', { name: 'Article text' }).fill(ARTICLE)
  await analysed(page, 'The boats are ready')
  await page.waitForFunction(() => window.told.some(words => /^Article read: \d+ names, \d+ quotes\.$/.test(words)))
  const told = await page.evaluate(() => window.told.filter(words => words.startsWith('Article read')))
  assert.equal(new Set(told).size, 1)
})

test('the accessibility tree of Quotes, of a card and of a chooser tells what each is', async () => {
  const page = await openWithArticle(app)
  await view(page, 'Quotes')
  const quotes = readOut(await treeOf(page, '#panel')).join('\n')
  assert.match(quotes, /Ingrid Solheim[\s\S]*“The boats are ready, and so are the crews,”/)
  await page.getByRole('button', { name: 'Copy quote 1 with its citation' }).waitFor()
  await view(page, 'Entities')
  await page.locator('#panel .row-name').filter({ hasText: 'Pedro Quintela' }).click()
  await page.locator('#merge-open').click()
  assert.match(readOut(await treeOf(page, '#panel')).join('\n'), /# Pedro Quintela/)
  const { all } = await treeOf(page, '#merge')
  const field = [...all.values()].find(node => node.role?.value === 'combobox' && !node.ignored && /Merge|same/i.test(node.name?.value ?? ''))
  assert.ok(field, 'the field is a combobox with a name')
  assert.match(field.description?.value ?? '', /join “/, 'what will happen is told with it')
  const options = [...all.values()].filter(node => node.role?.value === 'option' && !node.ignored)
  assert.ok(options.length > 1 && options.every(option => option.name.value))
})
