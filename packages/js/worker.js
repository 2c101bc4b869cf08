// The engine in a worker of a browser.
import { answer, loadFrom } from './core.js'

const load = source => loadFrom(source, () => new URL('./engine_bg.wasm', import.meta.url))

addEventListener('message', async event => postMessage(await answer(event.data, load)))
