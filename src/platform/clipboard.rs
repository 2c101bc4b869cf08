//! Words to the clipboard, and what a paste brought.

use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, HtmlDocument, HtmlTextAreaElement};

#[wasm_bindgen]
extern "C" {
    type ClipboardItem;
    #[wasm_bindgen(constructor, catch)]
    fn new(forms: &Object) -> Result<ClipboardItem, JsValue>;
    #[wasm_bindgen(method, getter)]
    fn types(this: &ClipboardItem) -> Array;
    #[wasm_bindgen(method, js_name = getType)]
    fn get_type(this: &ClipboardItem, kind: &str) -> Promise;
}

/// What a paste or a drop carried.
#[derive(Debug, Clone, PartialEq)]
pub struct Rich {
    pub text: String,
    pub html: Option<String>,
}

/// What the clipboard has.
pub enum Carried {
    Words(Rich),
    Picture,
    Nothing,
    /// The browser does not let the page look.
    Refused,
}

/// Reads the clipboard, if the reader and the browser allow it.
pub async fn read() -> Carried {
    let navigator = window().navigator();
    let offered = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
    let Ok(clipboard) = offered.map(JsCast::unchecked_into::<web_sys::Clipboard>) else {
        return Carried::Refused;
    };
    let can = Reflect::has(&clipboard, &JsValue::from_str("read"));
    if clipboard.is_undefined() || !can.unwrap_or(false) {
        return Carried::Refused;
    }
    let Ok(items) = JsFuture::from(clipboard.read()).await else { return Carried::Refused };
    let (mut text, mut html, mut picture) = (String::new(), None, false);
    for item in Array::from(&items).iter().map(JsCast::unchecked_into::<ClipboardItem>) {
        let kinds: Vec<String> = item.types().iter().filter_map(|kind| kind.as_string()).collect();
        picture |= kinds.iter().any(|kind| kind.starts_with("image/"));
        text.push_str(&part(&item, &kinds, "text/plain").await.unwrap_or_default());
        html = html.or(part(&item, &kinds, "text/html").await.filter(|html| !html.trim().is_empty()));
    }
    match (text.trim().is_empty() && html.is_none(), picture) {
        (false, _) => Carried::Words(Rich { text, html }),
        (true, true) => Carried::Picture,
        (true, false) => Carried::Nothing,
    }
}

async fn part(item: &ClipboardItem, kinds: &[String], kind: &str) -> Option<String> {
    if !kinds.iter().any(|offered| offered == kind) {
        return None;
    }
    let blob: Blob = JsFuture::from(item.get_type(kind)).await.ok()?.unchecked_into();
    JsFuture::from(blob.text()).await.ok()?.as_string()
}

/// The words that a transfer carries in either form.
pub fn rich(data: &web_sys::DataTransfer) -> Option<Rich> {
    let text = data.get_data("text/plain").unwrap_or_default();
    let html = data.get_data("text/html").ok().filter(|html| !html.trim().is_empty());
    (!text.trim().is_empty() || html.is_some()).then_some(Rich { text, html })
}

/// Puts words on the clipboard as plain and as rich text, each program takes what it can; plain alone where a browser
/// takes no more. Says whether that worked.
pub async fn copy_rich(words: &str, html: &str) -> bool {
    if let Some(written) = write_both(words, html)
        && JsFuture::from(written).await.is_ok()
    {
        return true;
    }
    copy(words).await
}

fn write_both(words: &str, html: &str) -> Option<Promise> {
    let forms = Object::new();
    for (kind, content) in [("text/plain", words), ("text/html", html)] {
        let options = BlobPropertyBag::new();
        options.set_type(kind);
        let parts = Array::of1(&content.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Reflect::set(&forms, &kind.into(), &blob).ok()?;
    }
    let global = Reflect::has(&js_sys::global(), &"ClipboardItem".into()).ok()?;
    let item = global.then(|| ClipboardItem::new(&forms).ok()).flatten()?;
    let navigator = window().navigator();
    let offered = Reflect::get(&navigator, &"clipboard".into()).ok().filter(|one| !one.is_undefined());
    offered.map(|_| navigator.clipboard().write(&Array::of1(item.as_ref())))
}

/// Puts words on the clipboard, and says whether that worked.
pub async fn copy(words: &str) -> bool {
    let navigator = window().navigator();
    let offered = Reflect::get(&navigator, &JsValue::from_str("clipboard"));
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
