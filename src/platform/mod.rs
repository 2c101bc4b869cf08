//! The only code that touches the browser's own objects; everything else speaks to these few functions.
//!
//! Each answers for what a browser may lack or refuse: storage that is switched off, a clipboard that needs leave,
//! highlights that an older engine does not draw.

pub mod address;
pub mod class_toggle;
pub mod clipboard;
pub mod download;
pub mod files;
pub mod highlight;
pub mod launch;
pub mod library_store;
pub mod scroll;
pub mod selection;
pub mod storage;
pub mod theme;
pub mod update;
pub mod worker;

use std::cell::Cell;
use std::time::Duration;

use gloo_events::{EventListener, EventListenerOptions};
use leptos::ev;
use leptos::prelude::{document, window, window_event_listener};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, KeyboardEvent};

/// Whether the reader asked the system for less motion.
pub fn prefers_still() -> bool {
    matches_media("(prefers-reduced-motion: reduce)")
}

/// Milliseconds since 1970, UTC, by the reader's clock.
pub fn now() -> u64 {
    js_sys::Date::now() as u64
}

/// A number that no other tab has.
pub fn random() -> u64 {
    // Two halves of 32 bits: a JavaScript number has no more than 53.
    let half = || (js_sys::Math::random() * f64::from(u32::MAX)) as u64;
    half() << 32 | half()
}

/// Calls `act` whenever the page may be gone in a moment.
pub fn on_leave(act: impl Fn() + 'static) {
    let is_hidden = || document().visibility_state() == web_sys::VisibilityState::Hidden;
    // The listener stays as long as the page does.
    EventListener::new(&document(), "visibilitychange", move |_| {
        if is_hidden() {
            act();
        }
    })
    .forget();
}

/// Calls `act` whenever anything scrolls.
pub fn on_scroll(act: impl Fn() + 'static) {
    // The listener stays as long as the page does. Scrolling does not bubble, but is captured.
    let captured = EventListenerOptions::run_in_capture_phase();
    EventListener::new_with_options(&document(), "scroll", captured, move |_| act()).forget();
}

pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
}

/// Whether the page is used by fingers, and keys are those of a screen.
pub fn has_fingers() -> bool {
    matches_media("(pointer: coarse)")
}

/// Whether the panel is a sheet, as on a phone.
pub fn is_narrow() -> bool {
    matches_media("(max-width: 760px)")
}

pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

pub fn focus(id: &str) {
    let Some(element) = document().get_element_by_id(id) else { return };
    // An element that cannot take the focus leaves it where it is.
    let _ = match element.dyn_ref::<web_sys::SvgElement>() {
        Some(drawn) => drawn.focus(),
        None => element.dyn_ref::<HtmlElement>().map_or(Ok(()), HtmlElement::focus),
    };
}

/// Gives the focus to the first element that fits the selector.
pub fn focus_first(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // An element that cannot take the focus leaves it where it is.
        let _ = element.focus();
    }
}

/// What the event happened in, or the nearest ancestor, that fits the selector.
pub fn closest(event: &web_sys::Event, selector: &str) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok().flatten()
}

/// Whether the key was meant for a field, or for the browser.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    event.ctrl_key() || event.meta_key() || event.alt_key() || is_field(event)
}

/// Whether the event happened in a field that takes letters.
pub fn is_field(event: &web_sys::Event) -> bool {
    closest(event, "input:not([type=checkbox]):not([type=range]), textarea, select, [contenteditable]")
        .is_some()
}

thread_local! {
    /// Whether something was typed into the field that has the focus since it has it.
    static TYPED: Cell<bool> = const { Cell::new(false) };
}

/// From here on it is known whether a field's own undo has something to undo.
pub fn watch_typing() {
    let typed = |typed| TYPED.with(|cell| cell.set(typed));
    window_event_listener(ev::input, move |_| typed(true));
    window_event_listener(ev::focusin, move |_| typed(false));
}

/// What was typed has been acted on: its undo is the page's now.
pub fn typing_is_done() {
    TYPED.with(|cell| cell.set(false));
}

/// Whether the event happened in a field that can undo what was typed into it.
pub fn has_own_undo(event: &web_sys::Event) -> bool {
    is_field(event) && (TYPED.with(Cell::get) || closest(event, "textarea, [contenteditable]").is_some())
}

/// Whether nothing in the page has the focus.
pub fn is_focus_nowhere() -> bool {
    document().active_element().is_none_or(|element| element.tag_name() == "BODY")
}

/// Whether an element, or something in it, has the focus.
pub fn has_focus_in(id: &str) -> bool {
    element(id).is_some_and(|element| element.contains(document().active_element().as_deref()))
}

/// Focuses a field and selects what stands in it.
pub fn select_all(id: &str) {
    if let Some(field) = element(id).and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        // Refused only for a field that is not in the page.
        let _ = field.focus();
        field.select();
    }
}

/// Focuses something in the panel and brings it into view; says whether it is there.
pub fn focus_in_panel(selector: &str) -> bool {
    let found = element("panel-body").and_then(|panel| panel.query_selector(selector).ok().flatten());
    let Some(item) = found.and_then(|item| item.dyn_into::<HtmlElement>().ok()) else { return false };
    let _ = item.focus();
    show_in_panel(selector);
    true
}

/// Moves the focus to the next (1) or the last (-1) of these, around the end; to the first if none of them has it.
pub fn focus_next(selector: &str, by: i64) {
    let Ok(found) = document().query_selector_all(selector) else { return };
    let all: Vec<HtmlElement> =
        (0..found.length()).filter_map(|nth| found.item(nth)?.dyn_into::<HtmlElement>().ok()).collect();
    let active = document().active_element();
    let here = all.iter().position(|one| active.as_ref().is_some_and(|active| **one == *active));
    let count = all.len() as i64;
    let next = match here {
        Some(here) => (here as i64 + by).rem_euclid(count.max(1)),
        None if by > 0 => 0,
        None => count - 1,
    };
    if let Some(next) = usize::try_from(next).ok().and_then(|next| all.get(next)) {
        // Refused only for an element that is not in the page.
        let _ = next.focus();
    }
}

/// How far the panel is scrolled.
pub fn panel_scroll() -> i32 {
    element("panel-body").map_or(0, |panel| panel.scroll_top())
}

pub fn set_panel_scroll(top: i32) {
    if let Some(panel) = element("panel-body") {
        panel.set_scroll_top(top);
    }
}

/// The size of what is seen of the page, in CSS pixels.
pub fn window_size() -> (f64, f64) {
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
    (size(window().inner_width()), size(window().inner_height()))
}

/// Until what was changed is drawn.
pub const A_FRAME: Duration = Duration::from_millis(40);

/// Takes away the words that stood here while the page was loading.
pub fn remove_boot_message() {
    if let Some(boot) = document().get_element_by_id("boot") {
        boot.remove();
    }
}

/// An attribute of the page as a whole: what styles and tests look at.
pub fn set_on_root(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        // Only a malformed name is refused, and ours are literals.
        let _ = root.set_attribute(name, value);
    }
}

/// Brings an item of the panel into view, if it is out of it. Only the panel scrolls: the browser's own way would
/// move the frame too.
pub fn show_in_panel(selector: &str) {
    let Some(panel) = element("panel-body") else { return };
    let Some(item) = panel.query_selector(selector).ok().flatten() else { return };
    let (seen, place) = (panel.get_bounding_client_rect(), item.get_bounding_client_rect());
    let by = if place.top() < seen.top() {
        place.top() - seen.top()
    } else if place.bottom() > seen.bottom() {
        (place.bottom() - seen.bottom()).min(place.top() - seen.top())
    } else {
        return;
    };
    panel.set_scroll_top(panel.scroll_top() + by as i32);
}
