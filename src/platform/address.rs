//! The address bar and the history: every place has an address after the `#`, and an entry remembers how far the
//! article was scrolled when it was left, so that Back undoes a jump.

use leptos::ev;
use leptos::prelude::*;
use presentation::Address;
use wasm_bindgen::{JsCast, JsValue};

/// What the address bar names now.
pub fn current() -> Address {
    Address::parse(&window().location().hash().unwrap_or_default())
}

/// The whole address of a place, to be given to somebody.
pub fn whole(address: &Address) -> String {
    let here = window().location().href().unwrap_or_default();
    format!("{}{address}", here.split('#').next().unwrap_or(""))
}

/// A new entry, leaving the present one with the article's scroll position.
pub fn push(address: &Address, scrolled: f64) {
    let address = address.to_string();
    with_history(|history| {
        let here = window().location().href().unwrap_or_default();
        history.replace_state_with_url(&JsValue::from_f64(scrolled), "", Some(&here))?;
        history.push_state_with_url(&JsValue::NULL, "", Some(&address))
    });
}

/// The same entry with another address.
pub fn replace(address: &Address) {
    let address = address.to_string();
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
pub fn on_travel(arrive: impl Fn(Address, Option<f64>) + 'static) {
    window_event_listener(ev::popstate, move |event| arrive(current(), event.state().as_f64()));
}

/// Calls `go` for clicks on links to places of ours, instead of the browser's own jump.
pub fn on_link(go: impl Fn(Address) + 'static) {
    window_event_listener(ev::click, move |event| {
        let modified = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
        if modified || event.button() != 0 || event.default_prevented() {
            return;
        }
        let link = super::closest(&event, "a[href^='#/']");
        let Some(href) = link.and_then(|link| link.get_attribute("href")) else { return };
        event.prevent_default();
        go(Address::parse(&href));
    });
}

/// Gives a link of ours the article that is open, before the browser opens it elsewhere or copies it.
pub fn on_link_taken(complete: impl Fn(Address) -> Address + Clone + 'static) {
    let take = move |event: &web_sys::Event| {
        let Some(link) = super::closest(event, "a[href^='#/']") else { return };
        if let Some(href) = link.get_attribute("href") {
            // Refused only for a malformed name.
            let _ = link.set_attribute("href", &complete(Address::parse(&href)).to_string());
        }
    };
    let (menu, press) = (take.clone(), take);
    window_event_listener(ev::contextmenu, move |event| menu(&event));
    window_event_listener(ev::pointerdown, move |event| {
        if event.button() != 0 || event.ctrl_key() || event.meta_key() || event.shift_key() {
            press(&event);
        }
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
