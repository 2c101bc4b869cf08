//! The readers of files: WebAssembly of its own, which the worker loads into itself when the first file is opened, so
//! that a first visit does not wait for formats and encodings that no paste has.
//!
//! What crosses the border is bytes as [`protocol`] encodes them. The worker asks for the greeting first: a module of
//! another build is never asked for anything else.

use wasm_bindgen::prelude::*;

/// A panic becomes an exception in the worker, which tells the page of it as of its own.
fn main() {
    std::panic::set_hook(Box::new(|panic| wasm_bindgen::throw_str(&panic.to_string())));
}

/// The build that this module is of, as workers say it.
#[wasm_bindgen]
pub fn greeting() -> String {
    protocol::hello()
}

/// The document in a file; of several the first. With `whole`, everything that a saved page shows.
#[wasm_bindgen]
pub fn read_file(name: &str, bytes: &[u8], whole: bool) -> Vec<u8> {
    let document = if whole { ingest::read_whole(name, bytes) } else { ingest::read_file(name, bytes) };
    protocol::encode(&document)
}

/// All documents in a file.
#[wasm_bindgen]
pub fn read_files(name: &str, bytes: &[u8]) -> Vec<u8> {
    protocol::encode(&ingest::read_files(name, bytes))
}
