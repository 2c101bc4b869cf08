// Serves a folder of the project at http://127.0.0.1:PORT/ until it is stopped: node serve.mjs FOLDER PORT
import { serve } from './lib/site.mjs'

const [folder, port] = process.argv.slice(2)
console.log((await serve(folder, '/', Number(port))).url)
