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

/// Where something stands in the window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Box {
    left: f64,
    top: f64,
    bottom: f64,
}

/// The place of a bar in the window: how far from its left edge, and from its top or its bottom.
pub struct Placed {
    pub left: f64,
    pub top: Option<f64>,
    pub bottom: Option<f64>,
}

impl Box {
    /// The place of a bar that covers neither these words nor leaves the window: above them where there is room, below
    /// them where there is none or fingers hold the words from above.
    pub fn placed(self) -> Placed {
        const ROOM: f64 = 64.0;
        const BESIDE: f64 = 8.0;
        let (wide, high) = super::window_size();
        let left = self.left.clamp(BESIDE, (wide - 480.0).max(BESIDE));
        let fingers = super::has_fingers();
        if self.top > ROOM && !fingers {
            Placed { left, top: None, bottom: Some((high - self.top + BESIDE).min(high - ROOM)) }
        } else {
            let top = (self.bottom + BESIDE).clamp(BESIDE, (high - 2.0 * ROOM).max(BESIDE));
            Placed { left, top: Some(top), bottom: None }
        }
    }
}

/// Where the selected words stand in the window; none if no words are selected.
pub fn place_in_window() -> Option<Box> {
    let selection = window().get_selection().ok()??;
    if selection.is_collapsed() || selection.range_count() == 0 {
        return None;
    }
    let seen = selection.get_range_at(0).ok()?.get_bounding_client_rect();
    Some(Box { left: seen.left(), top: seen.top(), bottom: seen.bottom() })
}

/// Selects words of a piece, as a reader does with the mouse.
pub fn select(piece: usize, from: u32, to: u32) {
    let range =
        super::element(&format!("p{piece}")).and_then(|piece| super::highlight::range_of(&piece, from, to));
    if let (Some(range), Ok(Some(selection))) = (range, window().get_selection())
        && selection.remove_all_ranges().is_ok()
    {
        // A range of this document is never refused.
        let _ = selection.add_range(&range);
    }
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
