//! What the system hands over: a file that is opened with the installed app, and what other programs share with it.

use js_sys::{Array, Function, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{File, Response};

use super::files::Given;

/// Something shared, and the site that it came from, where that is known and is not the system.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    pub content: Content,
    pub from: Option<String>,
}

/// Words, or a file with its name.
#[derive(Debug, Clone, PartialEq)]
pub enum Content {
    Words(String),
    File { name: String, bytes: Vec<u8> },
}

/// What stands in the address when something waits; see the service worker.
const WAITING: &str = "?shared";

/// A file that the page is opened with.
pub struct Launched {
    /// The file, or a sentence that says why there is none.
    pub file: Result<Given, String>,
    /// The reader has asked for it already, by the button of the browser extension.
    pub by_reader: bool,
}

/// Calls `take` with each file that the app is opened with, where the system can do that. In the browser extension its
/// `read-tab.js` stands in the system's place.
pub fn on_files(take: impl Fn(Launched) + 'static) {
    let Ok(queue) = Reflect::get(&window(), &"launchQueue".into()) else { return };
    let Some(set) =
        Reflect::get(&queue, &"setConsumer".into()).ok().and_then(|set| set.dyn_into::<Function>().ok())
    else {
        return;
    };
    let take = std::rc::Rc::new(take);
    let consumer = Closure::<dyn Fn(JsValue)>::new(move |launched: JsValue| {
        let told = |name: &str| Reflect::get(&launched, &name.into()).unwrap_or_default();
        // One article at a time.
        let Some(handle) = told("files").dyn_into::<Array>().ok().and_then(|all| all.iter().next()) else {
            return;
        };
        let (take, by_reader) = (take.clone(), told("byReader").is_truthy());
        spawn_local(async move {
            let file = file_of(&handle).await.map(Given::from).map_err(|error| {
                error
                    .dyn_into::<js_sys::Error>()
                    .map_or_else(|_| String::new(), |error| error.message().into())
            });
            take(Launched { file, by_reader });
        });
    });
    // The queue takes the consumer for good.
    let _ = set.call1(&queue, &consumer.into_js_value());
}

async fn file_of(handle: &JsValue) -> Result<File, JsValue> {
    let get: Function = Reflect::get(handle, &"getFile".into())?.dyn_into()?;
    let promise: js_sys::Promise = get.call0(handle)?.dyn_into()?;
    JsFuture::from(promise).await?.dyn_into()
}

/// Calls `take` with what was shared, if the page was opened for that. It is taken once.
pub fn on_share(take: impl FnOnce(Shared) + 'static) {
    if window().location().search().as_deref() != Ok(WAITING) {
        return;
    }
    // A reload must not bring it again.
    if let (Ok(history), Ok(path)) = (window().history(), window().location().pathname()) {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&path));
    }
    spawn_local(async move {
        if let Some(shared) = waiting().await {
            take(shared);
        }
    });
}

async fn waiting() -> Option<Shared> {
    let caches = window().caches().ok()?;
    let name = format!("shared {}", super::address::folder(&super::address::base()));
    let cache: web_sys::Cache = JsFuture::from(caches.open(&name)).await.ok()?.dyn_into().ok()?;
    let response: Response = JsFuture::from(cache.match_with_str("shared")).await.ok()?.dyn_into().ok()?;
    // Whether or not it goes, it is not looked for again.
    let _ = JsFuture::from(caches.delete(&name)).await;
    let header = |name| response.headers().get(name).ok().flatten().filter(|value| !value.is_empty());
    let from = header("x-from");
    let Some(name) = header("x-name") else {
        let words = JsFuture::from(response.text().ok()?).await.ok()?.as_string()?;
        return Some(Shared { content: Content::Words(words), from });
    };
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    let name = js_sys::decode_uri_component(&name).map_or(name, String::from);
    Some(Shared { content: Content::File { name, bytes: js_sys::Uint8Array::new(&bytes).to_vec() }, from })
}
