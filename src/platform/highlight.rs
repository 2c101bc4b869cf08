//! Words highlighted in the article without touching its elements, by the browser's own highlights.
//!
//! Words are found by counting UTF-16 units through the text nodes of a piece: whatever marks cut it up, its text
//! nodes together are its text. An engine that has no highlights draws none; what they show is in the panel too.

use leptos::prelude::document;
use wasm_bindgen::prelude::*;
use web_sys::{Element, Node, Range};

#[wasm_bindgen]
extern "C" {
    type Highlight;
    #[wasm_bindgen(constructor, catch)]
    fn new() -> Result<Highlight, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn add(this: &Highlight, range: &Range) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = set, catch)]
    fn set_highlight(name: &str, highlight: &Highlight) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(js_namespace = ["CSS", "highlights"], js_name = delete, catch)]
    fn delete_highlight(name: &str) -> Result<JsValue, JsValue>;
}

/// Lights these ranges under a name that the style sheet knows, in the place of the last ones; says whether the
/// browser can.
pub fn draw(name: &str, ranges: &[Range]) -> bool {
    let drawn = Highlight::new().and_then(|highlight| {
        for range in ranges {
            highlight.add(range)?;
        }
        set_highlight(name, &highlight)
    });
    drawn.is_ok()
}

/// Lights words of the article: pieces with the UTF-16 units from and to within each. Pieces that are not drawn yet
/// are left out.
pub fn draw_words(name: &str, words: impl Iterator<Item = (usize, u32, u32)>) {
    let range = |(piece, from, to)| range_of(&*super::element(&format!("p{piece}"))?, from, to);
    let ranges: Vec<Range> = words.filter_map(range).collect();
    draw(name, &ranges);
}

pub fn clear(name: &str) {
    // A browser without highlights has none to take away.
    let _ = delete_highlight(name);
}

/// The UTF-16 units `from..to` of an element's text.
pub fn range_of(element: &Element, from: u32, to: u32) -> Option<Range> {
    let range = document().create_range().ok()?;
    let (start, offset) = text_at(element, from)?;
    range.set_start(&start, offset).ok()?;
    let (end, offset) = text_at(element, to.max(from + 1))?;
    range.set_end(&end, offset).ok()?;
    Some(range)
}

/// The text node that holds a place, and the place within it; the last one's end for a place past all.
fn text_at(element: &Element, mut units: u32) -> Option<(Node, u32)> {
    const SHOW_TEXT: u32 = 4;
    let walker = document().create_tree_walker_with_what_to_show(element, SHOW_TEXT).ok()?;
    let mut last = None;
    while let Ok(Some(node)) = walker.next_node() {
        let length = node.node_value().map_or(0, |text| text.encode_utf16().count() as u32);
        if units < length {
            return Some((node, units));
        }
        units -= length;
        last = Some((node, length));
    }
    last
}
