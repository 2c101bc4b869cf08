// Serves a folder as a plain static host does, at a sub-path, and notes every request.
import { createReadStream, statSync } from 'node:fs'
import http from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))

const TYPES = {
  '.css': 'text/css; charset=utf-8', '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json', '.pdf': 'application/pdf', '.png': 'image/png', '.svg': 'image/svg+xml', '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm', '.webp': 'image/webp', '.webmanifest': 'application/manifest+json', '.woff2': 'font/woff2',
}

/** `{url, requests, stop()}`: `folder` (of the project, or a full path) at `path` of a host of its own, with `headers`. */
export async function serve(folder = 'dist', path = '/some/where/', port = 0, headers = {}) {
  const requests = []
  const server = http.createServer((request, response) => {
    const asked = decodeURIComponent(new URL(request.url, 'http://host').pathname)
    requests.push(`${request.method} ${asked}`)
    if (!asked.startsWith(path)) return response.writeHead(404).end('There is no such file.')
    const name = normalize(asked.slice(path.length).replace(/(^|\/)$/, '$1index.html'))
    const file = join(resolve(root, folder), name.startsWith('..') ? 'none' : name)
    if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return response.writeHead(404).end('There is no such file.')
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream', 'cache-control': 'no-cache', ...headers })
    createReadStream(file).pipe(response)
  })
  await new Promise(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${server.address().port}${path}`,
    requests,
    /** As when the connection is gone. */
    stop: () => new Promise(resolve => {
      server.close(resolve)
      server.closeAllConnections()
    }),
  }
}
