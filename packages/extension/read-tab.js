// Gives the tab that the page was opened for to the page, as the system gives files to an installed app: by a launch
// queue. The click has given leave to read that one tab, as long as it stays where it is.
const asked = new URLSearchParams(location.search).get('tab')
// What was read stays on the desk; loading the page again does not read the tab again.
if (asked) history.replaceState(null, '', location.pathname + location.hash)

const REFUSED =
  'The browser lets no extension read that page: it is one of its own, a file, or it has been left since. ' +
  'Copy the words and paste them here, or save the page and drop the file.'
const PDF = 'That tab shows a PDF, whose words the browser gives to no extension. Save the PDF and drop the file here.'

// Chromium has a queue of its own, in which nothing comes for an extension, and which cannot be assigned.
Object.defineProperty(globalThis, 'launchQueue', {
  value: {
    setConsumer(take) {
      if (asked) take({ byReader: true, files: [{ getFile: () => read(Number(asked)) }] })
    },
  },
})

async function read(tabId) {
  // Chromium refuses with an error, Firefox, for some pages, with an answer that holds nothing.
  const answers = await chrome.scripting.executeScript({ target: { tabId }, func: rendered }).catch(console.warn)
  const result = answers?.[0]?.result
  if (!result) throw new Error(REFUSED)
  if (result.type === 'application/pdf') throw new Error(PDF)
  return new File([result.html], `${result.title}.html`, { type: 'text/html' })
}

/**
 * The page as it is rendered now, as HTML; this function runs in the tab. What is rendered nowhere is marked as hidden, so
 * that style sheets need not be read, and shadow trees are written out. The tab's own page is not touched.
 */
function rendered() {
  const NEVER_SHOWN = 'head, head *, script, style, template, noscript, link, meta, title'
  const page = document.implementation.createHTMLDocument('')

  const copy = node => {
    const made = page.importNode(node, false)
    if (node.nodeType !== Node.ELEMENT_NODE) return made
    if (!node.matches(NEVER_SHOWN) && getComputedStyle(node).display === 'none') made.setAttribute('hidden', '')
    // Firefox has it on the element, Chromium on `chrome.dom`, for elements of HTML alone.
    const shadow = node.openOrClosedShadowRoot
      ?? (node instanceof HTMLElement ? chrome.dom?.openOrClosedShadowRoot(node) : null)
    if (shadow) {
      const template = page.createElement('template')
      template.setAttribute('shadowrootmode', shadow.mode)
      fill(template.content, shadow)
      made.append(template)
    }
    fill(made, node)
    return made
  }
  const fill = (made, node) => {
    for (const child of node.childNodes) made.append(copy(child))
  }

  const root = copy(document.documentElement)
  const { origin, pathname, search, protocol } = location
  if (protocol.startsWith('http') && !root.querySelector('link[rel=canonical]')) {
    const link = page.createElement('link')
    link.rel = 'canonical'
    link.href = origin + pathname + search
    root.querySelector('head')?.append(link)
  }
  const title = document.title.trim() || location.hostname || 'page'
  return { html: `<!doctype html>${root.outerHTML}`, title, type: document.contentType }
}
