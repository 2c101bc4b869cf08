//! The address bar and the history: every place has an address after the `#`, and an entry remembers how far the
//! article was scrolled when it was left, so that Back undoes a jump.

use leptos::ev;
use leptos::prelude::*;
use presentation::{Filter, Route};
use wasm_bindgen::{JsCast, JsValue};

/// The place that the address names now, and what its view is narrowed to.
pub fn current() -> (Route, Filter) {
    read(&window().location().hash().unwrap_or_default())
}

fn read(address: &str) -> (Route, Filter) {
    (Route::parse(address), Filter::parse(address))
}

/// A new entry, leaving the present one with the article's scroll position.
pub fn push(route: Route, filter: &Filter, scrolled: f64) {
    with_history(|history| {
        let here = window().location().href().unwrap_or_default();
        history.replace_state_with_url(&JsValue::from_f64(scrolled), "", Some(&here))?;
        history.push_state_with_url(&JsValue::NULL, "", Some(&format!("{route}{filter}")))
    });
}

/// The same entry with another address.
pub fn replace(route: Route, filter: &Filter) {
    let address = format!("{route}{filter}");
    with_history(|history| history.replace_state_with_url(&JsValue::NULL, "", Some(&address)));
}

/// A browser may refuse (too many entries in too short a time): the place is then shown all the same.
fn with_history(change: impl Fn(&web_sys::History) -> Result<(), JsValue>) {
    if let Ok(history) = window().history() {
        let _ = change(&history);
    }
}

/// Calls `arrive` with the place and the scroll position kept there whenever the reader goes back, forth, or
/// changes the address.
pub fn on_travel(arrive: impl Fn((Route, Filter), Option<f64>) + 'static) {
    window_event_listener(ev::popstate, move |event| arrive(current(), event.state().as_f64()));
}

/// Calls `go` for clicks on links to places of ours, instead of the browser's own jump.
pub fn on_link(go: impl Fn((Route, Filter)) + 'static) {
    window_event_listener(ev::click, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if modified || event.button() != 0 || event.default_prevented() {
            return;
        }
        let link = super::closest(&event, "a[href^='#/']");
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        event.prevent_default();
        go(read(&href));
    });
}

/// The name of the page in the tab and the history.
pub fn set_title(title: &str) {
    document().set_title(title);
}

/// Loads the page anew.
pub fn reload() {
    // Refused only while the page is being left.
    let _ = window().location().reload();
}

/// The page's address without its file name and hash: what its files stand beside.
pub fn base() -> String {
    document().unchecked_ref::<web_sys::Node>().base_uri().ok().flatten().unwrap_or_default()
}

/// An address up to its last `/`.
pub fn folder(address: &str) -> &str {
    let path = address.split(['#', '?']).next().unwrap_or(address);
    path.rfind('/').and_then(|slash| path.get(..=slash)).unwrap_or(path)
}
