// Names as compromise finds them, in the shape of our own analysis, to be scored by the same scorer.
//
//     node compromise_names.mjs analyze --jsonl -
//
// Reads JSON Lines with "id" and "text", writes one analysis a line with nothing but entities. Names of one type
// with the same words are one, and a person's last word alone is the person named last with it.
import { createInterface } from 'node:readline'
import nlp from 'compromise'

const KINDS = { people: 'PERSON', places: 'GPE', organizations: 'ORG' }

function entities(text) {
  const doc = nlp(text)
  const spans = Object.entries(KINDS).flatMap(([list, type]) =>
    doc[list]().json({ offset: true, terms: false }).map(({ text, offset }) => ({ type, text, ...offset })))
  spans.sort((a, b) => a.start - b.start)
  const found = [], known = new Map()
  for (const { type, start, length } of spans) {
    const name = text.slice(start, start + length)
    const words = name.toLowerCase().replace(/^the |['’]s$|[^\p{L}\p{N}]+$/gu, '').split(/\s+/)
    const keys = [`${type} ${words.join(' ')}`]
    if (type === 'PERSON') keys.push(`${type} ${words.at(-1)}`)
    let entity = known.get(keys[0])
    if (!entity) found.push(entity = { id: `e${found.length + 1}`, type, name, mentions: [] })
    entity.mentions.push({ start: codePoints(text, start), end: codePoints(text, start + length), kind: 'name' })
    for (const key of keys) known.set(key, entity)
  }
  return found
}

/** Offsets in our documents count code points, in JavaScript UTF-16. */
const codePoints = (text, at) => [...text.slice(0, at)].length

for await (const line of createInterface({ input: process.stdin })) {
  const { id, text } = JSON.parse(line)
  console.log(JSON.stringify({ id, text, entities: entities(text) }))
}
