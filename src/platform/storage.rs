//! What the browser keeps for us between visits, if it is allowed to.
//!
//! The values are JSON strings, as `gloo_storage` writes them; what earlier versions wrote as it was is read too. Where
//! storage is forbidden, the very property throws, and so does `gloo_storage`: it is asked for nothing then.

use gloo_storage::errors::StorageError;
use gloo_storage::{LocalStorage, SessionStorage, Storage};
use leptos::prelude::*;

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
    /// Another tab with an older version of this page holds what is kept; it waits for that one to let go.
    Blocked,
}

fn key(key: &str) -> String {
    format!("{PREFIX}{key}")
}

fn read<S: Storage>(name: &str) -> Option<String> {
    match S::get(key(name)) {
        Ok(value) => Some(value),
        Err(StorageError::SerdeError(_)) => S::raw().get_item(&key(name)).ok().flatten(),
        Err(_) => None,
    }
}

pub fn get(key: &str) -> Option<String> {
    is_offered().then(|| read::<LocalStorage>(key)).flatten()
}

pub fn set(name: &str, value: &str) -> Result<(), NotKept> {
    if !is_offered() {
        return Err(NotKept::Refused);
    }
    LocalStorage::set(key(name), value)
        .map_err(|_| if is_refused() { NotKept::Refused } else { NotKept::TooLong })
}

/// Whether not even one letter can be kept.
pub fn is_refused() -> bool {
    if !is_offered() {
        return true;
    }
    let refused = LocalStorage::set(key("room"), 1).is_err();
    LocalStorage::delete(key("room"));
    refused
}

pub fn remove(name: &str) {
    if is_offered() {
        LocalStorage::delete(key(name));
    }
}

/// Everything whose key begins so, with its key.
pub fn with_prefix(prefix: &str) -> Vec<(String, String)> {
    if !is_offered() {
        return Vec::new();
    }
    let storage = LocalStorage::raw();
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|nth| storage.key(nth).ok().flatten());
    let keys: Vec<String> = keys.filter_map(|key| Some(key.strip_prefix(PREFIX)?.to_owned())).collect();
    let ours = keys.into_iter().filter(|key| key.starts_with(prefix));
    ours.filter_map(|key| get(&key).map(|value| (key, value))).collect()
}

/// What this tab keeps for itself, over a reload but not for another tab.
pub fn of_this_tab(key: &str) -> Option<String> {
    let kept = is_offered_to_this_tab().then(|| read::<SessionStorage>(key)).flatten()?;
    (!kept.is_empty()).then_some(kept)
}

pub fn set_of_this_tab(name: &str, value: &str) {
    if is_offered_to_this_tab() {
        // A tab that can keep nothing takes the last article of any tab.
        let _ = SessionStorage::set(key(name), value);
    }
}

fn is_offered_to_this_tab() -> bool {
    matches!(window().session_storage(), Ok(Some(_)))
}

fn is_offered() -> bool {
    matches!(window().local_storage(), Ok(Some(_)))
}
