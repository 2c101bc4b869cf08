//! The engine for JavaScript: two functions that give the analysis document as JSON. What a caller sees around them
//! (loading, types, a worker) is JavaScript and stands beside this folder.

use facade::Options;
use wasm_bindgen::prelude::*;

/// The analysis of a text. `id` is a JSON string or number.
#[wasm_bindgen(js_name = analyzeText)]
pub fn analyze_text(
    text: &str,
    id: Option<String>,
    published: Option<String>,
    summary: Option<u32>,
) -> Result<String, JsError> {
    let options = options(published, summary)?;
    facade::text(id.as_deref(), text, &options).map_err(|why| JsError::new(&why))
}

/// The analyses of the articles in a file's bytes.
#[wasm_bindgen(js_name = readFile)]
pub fn read_file(
    bytes: &[u8],
    name: &str,
    published: Option<String>,
    summary: Option<u32>,
) -> Result<Vec<String>, JsError> {
    let options = options(published, summary)?;
    facade::file(name, bytes, &options).map_err(|why| JsError::new(&why))
}

fn options(published: Option<String>, summary: Option<u32>) -> Result<Options, JsError> {
    let summary = summary.map(|count| count as usize);
    facade::options(published.as_deref(), summary).map_err(|why| JsError::new(&why))
}
