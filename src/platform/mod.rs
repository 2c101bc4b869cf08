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

use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlElement, KeyboardEvent};

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
    let listener = Closure::<dyn Fn()>::new(move || {
        if document().visibility_state() == web_sys::VisibilityState::Hidden {
            act();
        }
    });
    // The listener stays as long as the page does.
    let listener = listener.into_js_value();
    let _ = document().add_event_listener_with_callback("visibilitychange", listener.unchecked_ref());
}

pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|media| media.matches())
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

/// Whether the details element that the event happened on is unfolded.
pub fn is_open(event: &web_sys::Event) -> bool {
    closest(event, "details").is_some_and(|details| details.has_attribute("open"))
}

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
