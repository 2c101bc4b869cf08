// Starts the page's WebAssembly, or says in plain words why it cannot. A file of its own, so that the policy
// needs to allow no script inside the page.

const NO_WEBASSEMBLY =
  'This browser cannot run WebAssembly, which Article Explorer is made of, or it has been switched off. ' +
  'A current Chrome, Edge, Firefox or Safari opens it. Nothing was sent anywhere.'
const NOT_LOADED =
  'Article Explorer could not be loaded. Check the connection and load this page again; ' +
  'articles you kept here are still in this browser.'

function fail(message) {
  const failed = document.getElementById('boot-failed')
  document.getElementById('boot-wait')?.remove()
  if (failed) {
    failed.textContent = message
    failed.hidden = false
  }
}

if (typeof WebAssembly !== 'object') {
  fail(NO_WEBASSEMBLY)
} else {
  const { js, wasm } = document.querySelector('script[data-js]').dataset
  const address = path => new URL(path, document.baseURI).href
  try {
    const { default: init } = await import(address(js))
    await init({ module_or_path: address(wasm) })
  } catch (error) {
    console.error(error)
    fail(NOT_LOADED)
  }
}
