// The README's examples, so that what stands there is what is run.
import { readFileSync } from 'node:fs'

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

/** The code of one language below a heading, in order. */
export function examples(heading, language) {
  const section = readme.split(/^## /m).find(section => section.startsWith(heading))
  return [...section.matchAll(new RegExp('```' + language + '\\n(.*?)```', 'gs'))].map(([, code]) => code)
}
