// Keeps the site for reading offline. Debug builds do not register it.
//
// `cargo xtask dist` fills in the next three lines: the build's name, the files to keep, the policy.
const BUILD = 'development'
const FILES = []
const POLICY = ``

// Two copies of the site may stand in two folders of one host: each has caches of its own.
const PREFIX = `article-explorer ${self.registration.scope} `
const CACHE = PREFIX + BUILD

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
  if (!request.url.startsWith(self.registration.scope)) return
  if (request.method === 'GET') event.respondWith(answer(request))
  else if (request.method === 'POST' && request.url === self.registration.scope + 'share') {
    event.respondWith(takeShared(request))
  }
})

// What another program shares (the manifest's share_target) waits in a cache of its own until the page takes it.
async function takeShared(request) {
  const form = await request.formData()
  const file = form.get('file')
  const isFile = file instanceof File && file.size > 0
  const words = ['title', 'text', 'url'].map(name => form.get(name)).filter(Boolean).join('\n\n')
  const shared = new Response(isFile ? file : words, { headers: { 'x-name': isFile ? encodeURIComponent(file.name) : '' } })
  await (await caches.open('shared ' + self.registration.scope)).put('shared', shared)
  return Response.redirect('./?shared', 303)
}

async function keepEverything() {
  const cache = await caches.open(CACHE)
  // The host is asked anew for each, so that no stale copy is kept under the new build's name.
  await cache.addAll(['./', ...FILES].map(file => new Request(file, { cache: 'no-cache' })))
}

// The build before this one stays: a page of it may still be open, and may yet start another worker.
async function forgetOldBuilds() {
  const builds = (await caches.keys()).filter(name => name.startsWith(PREFIX))
  await Promise.all(builds.slice(0, -2).map(name => caches.delete(name)))
}

async function answer(request) {
  const asked = request.mode === 'navigate' ? self.registration.scope : request.url
  const kept = (await (await caches.open(CACHE)).match(asked)) ?? (await keptByOlderBuild(asked))
  if (!kept) return fetch(request)
  return needsPolicy(request) ? withPolicy(kept) : kept
}

async function keptByOlderBuild(address) {
  for (const name of (await caches.keys()).filter(name => name.startsWith(PREFIX))) {
    const kept = await (await caches.open(name)).match(address)
    if (kept) return kept
  }
}

// A worker does not take the policy of the page that starts it: it must come with its own script.
function needsPolicy(request) {
  return request.mode === 'navigate' || request.destination === 'worker'
}

function withPolicy(response) {
  const headers = new Headers(response.headers)
  headers.set('Content-Security-Policy', POLICY)
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers })
}
