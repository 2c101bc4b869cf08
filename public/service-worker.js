// Keeps the site for reading offline. Debug builds do not register it.
//
// `cargo xtask dist` fills in the next three lines: the build's name, its files with their hashes, the policy.
const BUILD = 'development'
const FILES = []
const POLICY = ``

// Two copies of the site may stand in two folders of one host: each has caches of its own.
const SCOPE = self.registration.scope
const PREFIX = `article-explorer ${SCOPE} `
const CACHE = PREFIX + BUILD

const PAGE = [SCOPE, SCOPE + 'index.html']
const OWN = new Set(FILES.map(([file]) => new URL(file, SCOPE).href))
// A page of an older build may be open, and start its worker again. (`worker-` is what the folders were called once.)
const OF_ANY_BUILD = /^(build|worker)-[0-9a-f]+\//
// Builds whose files are kept while a page is open that may be of one of them, and while none is.
const BUILDS_IN_USE = 4
const BUILDS_AT_REST = 2

self.addEventListener('install', event => {
  // No skipWaiting: a reader's page is never swapped under them. It says when.
  event.waitUntil(keepEverything())
})

self.addEventListener('activate', event => {
  event.waitUntil(forgetOldBuilds())
})

self.addEventListener('message', event => {
  if (event.data === 'skip-waiting') self.skipWaiting()
})

self.addEventListener('fetch', event => {
  const { request } = event
  if (request.method === 'POST' && request.mode === 'navigate' && request.url === SCOPE + 'share') {
    event.respondWith(takeShared(request))
    return
  }
  const address = request.method === 'GET' && ownAddress(request)
  // What is not the app's own is the host's, as if there were no service worker.
  if (address) event.respondWith(answer(request, address))
})

/** Under which address a request of ours is kept; none for what else the host has below this folder. */
function ownAddress(request) {
  const address = new URL(request.url)
  address.hash = ''
  if (request.mode === 'navigate') {
    address.search = ''
    if (PAGE.includes(address.href)) return SCOPE
  }
  const path = address.href.startsWith(SCOPE) ? address.href.slice(SCOPE.length) : ''
  return OWN.has(address.href) || OF_ANY_BUILD.test(path) ? address.href : null
}

// What another program shares (the manifest's share_target) waits in a cache of its own until the page has asked the
// reader. Any web page can post here too; where that can be told, it is.
async function takeShared(request) {
  const form = await request.formData()
  const file = form.get('file')
  const isFile = file instanceof File && file.size > 0
  const words = ['title', 'text', 'url'].map(name => form.get(name)).filter(Boolean).join('\n\n')
  const headers = { 'x-name': isFile ? encodeURIComponent(file.name) : '', 'x-from': sender(request) }
  const shared = new Response(isFile ? file : words, { headers })
  await (await caches.open('shared ' + SCOPE)).put('shared', shared)
  return Response.redirect('./?shared', 303)
}

/** The site that a form was sent from. The system's own share names none. */
function sender(request) {
  const from = URL.canParse(request.referrer) ? new URL(request.referrer) : self.location
  return from.origin === self.location.origin ? '' : from.origin
}

// All of the build or nothing. The host is asked anew for each file, and gives the build's own only if its bytes have
// the hash that they were built with: while a new version is being uploaded, and from caches between here and there,
// come files of two builds. The browser then tries again, at the latest at the next visit.
async function keepEverything() {
  const known = await caches.has(CACHE)
  const cache = await caches.open(CACHE)
  try {
    await cache.addAll(FILES.map(([file, integrity]) => new Request(file, { cache: 'no-cache', integrity })))
  } catch (error) {
    // An empty cache would count as a build.
    if (!known) await caches.delete(CACHE)
    throw error
  }
}

async function forgetOldBuilds() {
  const open = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const builds = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE)
  const others = (open.length > 0 ? BUILDS_IN_USE : BUILDS_AT_REST) - 1
  await Promise.all(builds.slice(0, -others).map(name => caches.delete(name)))
}

async function answer(request, address) {
  const response = (await kept(address)) ?? (await fetch(request))
  return needsPolicy(request) && response.ok ? withPolicy(response) : response
}

/** This build's file; a file that only older builds have, from the newest of them. */
async function kept(address) {
  const own = await caches.match(address, { cacheName: CACHE })
  if (own) return own
  const older = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== CACHE)
  for (const cacheName of older.reverse()) {
    const found = await caches.match(address, { cacheName })
    if (found) return found
  }
}

// A worker does not take the policy of the page that starts it: it must come with its own script.
function needsPolicy(request) {
  return request.mode === 'navigate' || request.destination === 'worker'
}

/** With our policy beside the host's, which may be stricter: where there are two, both hold. */
function withPolicy(response) {
  const headers = new Headers(response.headers)
  headers.append('Content-Security-Policy', POLICY)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
