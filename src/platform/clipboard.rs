//! Words to the clipboard, and what a paste brought.

use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{ClipboardEvent, HtmlDocument, HtmlTextAreaElement};

/// What a paste or a drop carried.
#[derive(Debug, Clone, PartialEq)]
pub struct Rich {
    pub text: String,
    pub html: Option<String>,
}

/// The plain and the rich form of what was pasted; none if it holds no words.
pub fn pasted(event: &ClipboardEvent) -> Option<Rich> {
    rich(&event.clipboard_data()?)
}

/// The words that a transfer carries in either form.
pub fn rich(data: &web_sys::DataTransfer) -> Option<Rich> {
    let text = data.get_data("text/plain").unwrap_or_default();
    let html = data.get_data("text/html").ok().filter(|html| !html.trim().is_empty());
    (!text.trim().is_empty() || html.is_some()).then_some(Rich { text, html })
}

/// Puts words on the clipboard, and says whether that worked.
pub async fn copy(words: &str) -> bool {
    let navigator = window().navigator();
    let offered = js_sys::Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    // Without a secure context there is no clipboard object at all.
    if offered.is_ok_and(|clipboard| !clipboard.is_undefined())
        && JsFuture::from(navigator.clipboard().write_text(words)).await.is_ok()
    {
        return true;
    }
    copy_by_selection(words).unwrap_or(false)
}

/// The older way: a field with the words, selected and copied.
fn copy_by_selection(words: &str) -> Option<bool> {
    let field: HtmlTextAreaElement = document().create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(words);
    field.set_class_name("for-ears");
    body().append_child(&field).ok()?;
    field.select();
    let done = document().unchecked_into::<HtmlDocument>().exec_command("copy");
    field.remove();
    done.ok()
}

fn body() -> web_sys::HtmlElement {
    leptos::tachys::dom::body()
}
