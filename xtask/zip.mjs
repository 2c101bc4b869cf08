// Packs the files that are named, which lie in the working folder, into an archive: the same bytes each time.
// node zip.mjs OUT.zip FILE…
import { readFileSync, writeFileSync } from 'node:fs'
import { crc32, deflateRawSync } from 'node:zlib'

const [out, ...names] = process.argv.slice(2)
// The first day that the format knows.
const DAY = 0x21
const UTF8 = 0x800
const VERSION = 20
const DEFLATED = 8

const numbers = (...pairs) => Buffer.concat(pairs.map(([bytes, value]) => {
  const field = Buffer.alloc(bytes)
  field.writeUIntLE(value, 0, bytes)
  return field
}))

const entries = []
let offset = 0
const parts = names.map(name => {
  const bytes = readFileSync(name)
  const packed = deflateRawSync(bytes, { level: 9 })
  const path = Buffer.from(name)
  const about = numbers([2, VERSION], [2, UTF8], [2, DEFLATED], [2, 0], [2, DAY], [4, crc32(bytes)],
    [4, packed.length], [4, bytes.length], [2, path.length], [2, 0])
  const part = Buffer.concat([Buffer.from('PK\x03\x04'), about, path, packed])
  entries.push(Buffer.concat([Buffer.from('PK\x01\x02'), numbers([2, VERSION]), about,
    numbers([2, 0], [2, 0], [2, 0], [4, 0], [4, offset]), path]))
  offset += part.length
  return part
})
const directory = Buffer.concat(entries)
const end = numbers([2, 0], [2, 0], [2, names.length], [2, names.length], [4, directory.length], [4, offset], [2, 0])
writeFileSync(out, Buffer.concat([...parts, directory, Buffer.from('PK\x05\x06'), end]))
