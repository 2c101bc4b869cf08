//! A file to the reader's disk, made here: nothing is asked of any server.

use gloo_file::{Blob, ObjectUrl};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::HtmlAnchorElement;

/// The download has taken hold of its content by then.
const KEPT_MS: u32 = 60_000;

/// Saves `content` under `name`, and says whether the browser took it.
pub fn save(name: &str, media_type: &str, content: &str) -> bool {
    try_save(name, media_type, content).is_ok()
}

fn try_save(name: &str, media_type: &str, content: &str) -> Result<(), JsValue> {
    let url = ObjectUrl::from(Blob::new_with_options(content, Some(media_type)));
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The address has to live on when this is done; the timer lets go of it and of itself.
    Timeout::new(KEPT_MS, move || drop(url)).forget();
    Ok(())
}
