// What the package offers, the same in browsers and in Node. `index.js` and `node.js` say where the WebAssembly is.
import start, { analyzeText, readFile } from './engine.js'

export { places } from './places.js'

/** An id as JSON: it goes into the analysis letter for letter. */
const idJson = id => (id === undefined || id === null ? undefined : JSON.stringify(id))

const engine = {
  analyzeJson: (text, { id, published, summary } = {}) =>
    analyzeText(text, idJson(id), published ?? undefined, summary ?? undefined),
  readJson: (bytes, name, { published, summary } = {}) =>
    readFile(bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes), name, published ?? undefined, summary ?? undefined),
  analyze: (text, options) => JSON.parse(engine.analyzeJson(text, options)),
  read: (bytes, name, options) => engine.readJson(bytes, name, options).map(json => JSON.parse(json)),
}

let loading

/** Loads the engine once: from `source`, or else from `usual`. */
export function loadFrom(source, usual) {
  loading ??= compiled(source ?? usual).then(
    () => engine,
    error => {
      // The next call may try another address.
      loading = undefined
      throw error
    },
  )
  return loading
}

async function compiled(source) {
  const given = await (typeof source === 'function' ? source() : source)
  try {
    await start({ module_or_path: given })
  } catch (error) {
    if (!(given instanceof URL) && typeof given !== 'string') throw error
    throw new Error(
      `article-explorer: there is no WebAssembly at ${given}. Pass its address: ` +
        "load(url), with url from \"import url from 'article-explorer/engine.wasm?url'\" or from your own server.",
      { cause: error },
    )
  }
}

/** An engine at the other end of `port`, which answers as `serve` does. */
export function remote(port, end) {
  const waiting = new Map()
  let asked = 0
  const ask = (call, ...args) =>
    new Promise((resolve, reject) => {
      waiting.set(++asked, { resolve, reject })
      port.post({ number: asked, call, args })
    })
  port.receive(({ number, answer, error }) => {
    // An answer that was on its way when the worker was ended is nobody's any more.
    const asker = waiting.get(number)
    if (!asker) return
    waiting.delete(number)
    if (error === undefined) asker.resolve(answer)
    else asker.reject(new Error(error))
  })
  port.fail(error => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  })
  return {
    ask,
    // Text crosses faster than objects.
    analyze: async (text, options) => JSON.parse(await ask('analyzeJson', text, options)),
    read: async (bytes, name, options) => (await ask('readJson', bytes, name, options)).map(json => JSON.parse(json)),
    end() {
      end()
      for (const { reject } of waiting.values()) reject(new Error('article-explorer: the worker was ended'))
      waiting.clear()
    },
  }
}

/** Answers what `remote` asks; `load` gives the engine. */
export async function answer({ number, call, args }, load) {
  try {
    if (call === 'load') return void (await load(...args)) ?? { number }
    return { number, answer: (await load())[call](...args) }
  } catch (error) {
    return { number, error: error?.message ?? String(error) }
  }
}
