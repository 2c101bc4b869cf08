//! The words a reader has selected in the article.

use gloo_events::EventListener;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, Node};

/// A place in the article: a piece, and UTF-16 units from its start.
pub type TextPoint = (usize, u32);

/// From where to where the reader's selection goes; none outside the article, or for no words.
pub fn selected() -> Option<(TextPoint, TextPoint)> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let range = selection.get_range_at(0).ok()?;
    let from = place(&range.start_container().ok()?, range.start_offset().ok()?)?;
    let to = place(&range.end_container().ok()?, range.end_offset().ok()?)?;
    (from < to).then_some((from, to))
}

/// Lets the selection go.
pub fn clear() {
    if let Ok(Some(selection)) = window().get_selection() {
        // A document that has no selection has none to lose.
        let _ = selection.remove_all_ranges();
    }
}

/// Calls `act` whenever the selection changes.
pub fn on_change(act: impl Fn() + 'static) {
    // The page listens as long as it lives.
    EventListener::new(&document(), "selectionchange", move |_| act()).forget();
}

fn place(node: &Node, offset: u32) -> Option<TextPoint> {
    let element: Element = match node.dyn_ref::<Element>() {
        Some(element) => element.clone(),
        None => node.parent_element()?,
    };
    let piece = element.closest("#article [id^=p]").ok()??;
    let number = piece.id().strip_prefix('p')?.parse().ok()?;
    let before = document().create_range().ok()?;
    before.set_start(&piece, 0).ok()?;
    before.set_end(node, offset).ok()?;
    let words: String = before.to_string().into();
    Some((number, words.encode_utf16().count() as u32))
}
