//! Scrolling the article to words in it, and marking them for a moment.

use std::cell::RefCell;

use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, Range, ScrollBehavior, ScrollToOptions};

use super::highlight::{self, range_of};

/// The element that scrolls the article.
const SCROLLER: &str = "article";
/// How long a target stays marked.
const MOMENT_MS: u32 = 1_800;
/// The words come to stand this far down the visible part.
const FROM_TOP: f64 = 0.3;

thread_local! {
    static LOOK_AGAIN: RefCell<Option<Timeout>> = const { RefCell::new(None) };
    /// The piece whose words are marked, and when they will not be any more.
    static MARKED: RefCell<Option<(HtmlElement, Timeout)>> = const { RefCell::new(None) };
}

/// How far the article is scrolled, in CSS pixels.
pub fn position() -> f64 {
    super::element(SCROLLER).map_or(0.0, |scroller| f64::from(scroller.scroll_top()))
}

/// Back to where it was.
pub fn restore(position: f64) {
    if let Some(scroller) = super::element(SCROLLER) {
        scroll_to(&scroller, position, false);
    }
}

/// Whether something of the article that fits the selector is within what is seen of it.
pub fn is_seen(selector: &str) -> bool {
    let Some(scroller) = super::element(SCROLLER) else { return false };
    let Ok(found) = scroller.query_selector_all(selector) else { return false };
    let seen = scroller.get_bounding_client_rect();
    let is_in = |nth| {
        let element = found.item(nth)?.dyn_into::<web_sys::Element>().ok()?;
        let place = element.get_bounding_client_rect();
        (place.height() > 0.0 && place.top() >= seen.top() && place.bottom() <= seen.bottom()).then_some(())
    };
    (0..found.length()).any(|nth| is_in(nth).is_some())
}

/// Between which heights of the window something of the article stands.
pub fn height_of(selector: &str) -> Option<(f64, f64)> {
    let found = super::element(SCROLLER)?.query_selector_all(selector).ok()?;
    let heights = (0..found.length()).filter_map(|nth| {
        let place = found.item(nth)?.dyn_into::<web_sys::Element>().ok()?.get_bounding_client_rect();
        (place.height() > 0.0).then(|| (place.top(), place.bottom()))
    });
    heights.reduce(|(top, bottom), (other_top, other_bottom)| (top.min(other_top), bottom.max(other_bottom)))
}

/// Where the middle of the article is, from the left of the window.
pub fn across() -> f64 {
    let scroller = super::element(SCROLLER).map(|scroller| scroller.get_bounding_client_rect());
    scroller.map_or(0.0, |seen| seen.left() + seen.width() / 2.0)
}

/// Ends a scrolling that is under way: what is wanted now is seen here.
pub fn stay() {
    LOOK_AGAIN.take();
    restore(position());
}

/// Brings the UTF-16 units `from..to` of a piece into view and marks them for a moment.
pub fn show(piece: usize, from: u32, to: u32) {
    let Some(scroller) = super::element(SCROLLER) else { return };
    let Some(element) = super::element(&format!("p{piece}")) else { return };
    let Some(range) = range_of(&element, from, to) else { return };

    // A piece far away is not laid out yet: it is brought in first, so that its words have a place.
    let away = (middle(&range, &scroller) / f64::from(scroller.client_height().max(1))).abs();
    let smooth = away < 2.5 && !super::prefers_still();
    if away >= 2.5 {
        let top = element.get_bounding_client_rect().top() - scroller.get_bounding_client_rect().top();
        scroll_to(&scroller, f64::from(scroller.scroll_top()) + top, false);
    }
    bring(&range, &scroller, smooth);
    mark(&range, &element);

    // What was laid out on the way may have moved the words: look once more.
    let again = Timeout::new(if smooth { 450 } else { 60 }, move || {
        let top = middle(&range, &scroller);
        if top < 0.0 || top > f64::from(scroller.client_height()) {
            bring(&range, &scroller, false);
        }
    });
    // The next jump is not drawn back by the one before it.
    LOOK_AGAIN.set(Some(again));
}

/// The top of the words, counted from the top of what is seen.
fn middle(range: &Range, scroller: &HtmlElement) -> f64 {
    range.get_bounding_client_rect().top() - scroller.get_bounding_client_rect().top()
}

fn bring(range: &Range, scroller: &HtmlElement, smooth: bool) {
    let height = f64::from(scroller.client_height());
    let top = f64::from(scroller.scroll_top()) + middle(range, scroller) - height * FROM_TOP;
    scroll_to(scroller, top.max(0.0), smooth);
}

fn scroll_to(scroller: &HtmlElement, top: f64, smooth: bool) {
    let options = ScrollToOptions::new();
    options.set_top(top);
    options.set_behavior(if smooth { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    scroller.scroll_to_with_scroll_to_options(&options);
}

/// A wash over the words that goes away; over the whole piece where the browser has no highlights.
fn mark(range: &Range, element: &HtmlElement) {
    if !highlight::draw("target", std::slice::from_ref(range)) {
        let _ = element.class_list().add_1("target");
    }
    let marked = element.clone();
    let unmark = Timeout::new(MOMENT_MS, move || {
        let _ = marked.class_list().remove_1("target");
        highlight::clear("target");
    });
    let before = MARKED.replace(Some((element.clone(), unmark)));
    if let Some((before, _)) = before.filter(|(before, _)| before != element) {
        let _ = before.class_list().remove_1("target");
    }
}
