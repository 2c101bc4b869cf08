//! What the browser keeps for us between visits, if it is allowed to.

use leptos::prelude::*;
use web_sys::Storage;

const PREFIX: &str = "article-explorer.";

/// Why nothing was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotKept {
    /// Storage is switched off or forbidden.
    Refused,
    /// More than the browser gives us.
    TooLong,
    /// What is kept is of a newer version of this page, and is left as it is.
    Newer,
}

pub fn get(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{PREFIX}{key}")).ok().flatten()
}

pub fn set(key: &str, value: &str) -> Result<(), NotKept> {
    let storage = storage().ok_or(NotKept::Refused)?;
    storage
        .set_item(&format!("{PREFIX}{key}"), value)
        .map_err(|_| if is_refused() { NotKept::Refused } else { NotKept::TooLong })
}

/// Whether not even one letter can be kept.
pub fn is_refused() -> bool {
    let Some(storage) = storage() else { return true };
    let key = format!("{PREFIX}room");
    let refused = storage.set_item(&key, "1").is_err();
    let _ = storage.remove_item(&key);
    refused
}

pub fn remove(key: &str) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&format!("{PREFIX}{key}"));
    }
}

/// Everything whose key begins so, with its key.
pub fn with_prefix(prefix: &str) -> Vec<(String, String)> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|nth| storage.key(nth).ok().flatten());
    let keys: Vec<String> = keys.filter_map(|key| Some(key.strip_prefix(PREFIX)?.to_owned())).collect();
    let ours = keys.into_iter().filter(|key| key.starts_with(prefix));
    ours.filter_map(|key| get(&key).map(|value| (key, value))).collect()
}

/// What this tab keeps for itself, over a reload but not for another tab.
pub fn of_this_tab(key: &str) -> Option<String> {
    let kept = session()?.get_item(&format!("{PREFIX}{key}")).ok().flatten()?;
    (!kept.is_empty()).then_some(kept)
}

pub fn set_of_this_tab(key: &str, value: &str) {
    if let Some(session) = session() {
        // A tab that can keep nothing takes the last article of any tab.
        let _ = session.set_item(&format!("{PREFIX}{key}"), value);
    }
}

fn session() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Reading the property alone throws where storage is forbidden.
fn storage() -> Option<Storage> {
    window().local_storage().ok().flatten()
}
