//! The engine in a bare page, for timing; no part of the site.
//!
//! Gives the page that loads it three functions. Two answer with the analysis document of the native command:
//! `analyze(text)` for pasted text, `analyzeFile(name, bytes)` for a file. `findNames(text)` finds names
//! and parts of speech alone, and answers with the number of names. It is built as the worker is.

use engine::{Document, Options};
use wasm_bindgen::prelude::*;

fn main() {
    let analyze = Closure::<dyn Fn(String) -> String>::new(|text: String| {
        document_of("", &ingest::read_paste(&text, None))
    });
    let analyze_file = Closure::<dyn Fn(String, Vec<u8>) -> String>::new(|name: String, bytes: Vec<u8>| {
        document_of(&name, &ingest::read_file(&name, &bytes))
    });
    let find_names = Closure::<dyn Fn(String) -> usize>::new(|text: String| {
        engine::pipeline::find_names(&ingest::read_paste(&text, None)).1
    });
    offer("findNames", &find_names.into_js_value());
    offer("analyze", &analyze.into_js_value());
    offer("analyzeFile", &analyze_file.into_js_value());
}

fn document_of(id: &str, document: &Document) -> String {
    export::json(id, document, &engine::analyze(document, &Options::default()))
}

fn offer(name: &str, function: &JsValue) {
    // Without its functions the page's first call fails, and says which one it missed.
    let _ = js_sys::Reflect::set(&js_sys::global(), &JsValue::from_str(name), function);
}
