// Prints, for each file named, its size and its size in brotli at quality 11.
import { readFileSync } from 'node:fs'
import { brotliCompressSync, constants } from 'node:zlib'

for (const file of process.argv.slice(2)) {
  const bytes = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  console.log(`${bytes.length} ${brotliCompressSync(bytes, { params }).length}`)
}
