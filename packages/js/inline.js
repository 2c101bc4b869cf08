#!/usr/bin/env node
// Writes a module that holds the engine as text, for places that load no second file: `article-explorer-inline OUT.js`.
import { readFile, writeFile } from 'node:fs/promises'
import { gzipSync } from 'node:zlib'

const out = process.argv[2]
if (!out) {
  console.error('Usage: article-explorer-inline OUT.js')
  process.exit(2)
}
const packed = gzipSync(await readFile(new URL('./engine_bg.wasm', import.meta.url)), { level: 9 }).toString('base64')
await writeFile(
  out,
  `// The engine of article-explorer: \`await load(await engine())\`.
const PACKED = '${packed}'

export default async function engine() {
  const bytes = Uint8Array.from(atob(PACKED), character => character.charCodeAt(0))
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
  return new Response(stream).arrayBuffer()
}
`,
)
