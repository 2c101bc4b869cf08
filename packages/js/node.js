// The package in Node and what is like it: the WebAssembly is read from the disk.
import { readFile } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { loadFrom, remote } from './core.js'

export { places } from './core.js'

const usual = () => readFile(new URL('./engine_bg.wasm', import.meta.url))

export const load = source => loadFrom(source, usual)
export const analyze = async (text, options) => (await load()).analyze(text, options)
export const read = async (bytes, name, options) => (await load()).read(bytes, name, options)

export function startWorker(source) {
  const worker = new Worker(new URL('./worker-node.js', import.meta.url))
  const { ask, ...engine } = remote(
    {
      post: message => worker.postMessage(message),
      receive: listener => worker.on('message', listener),
      fail: listener => worker.on('error', listener),
    },
    () => void worker.terminate(),
  )
  ask('load', source instanceof URL ? source.href : source).catch(() => {})
  return engine
}
