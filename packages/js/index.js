// The package in browsers.
import { loadFrom, remote } from './core.js'

export { places } from './core.js'

export const load = source => loadFrom(source, () => new URL('./engine_bg.wasm', import.meta.url))
export const analyze = async (text, options) => (await load()).analyze(text, options)
export const read = async (bytes, name, options) => (await load()).read(bytes, name, options)

export function startWorker(source) {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { type: 'module' })
  const engine = remote(
    {
      post: message => worker.postMessage(message),
      receive: listener => worker.addEventListener('message', event => listener(event.data)),
      fail: listener =>
        worker.addEventListener('error', event =>
          listener(new Error(`article-explorer: the worker failed: ${event.message ?? 'it did not load'}`)),
        ),
    },
    () => worker.terminate(),
  )
  return started(engine, source instanceof URL ? source.href : source)
}

/** Asks for the engine at once; a failure is told to whoever asks for an analysis. */
export function started({ ask, ...engine }, source) {
  ask('load', source).catch(() => {})
  return engine
}
