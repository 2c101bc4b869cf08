// The engine in a worker of Node.
import { parentPort } from 'node:worker_threads'
import { answer } from './core.js'
import { load } from './node.js'

parentPort.on('message', async message => parentPort.postMessage(await answer(message, load)))
