//! The library's database: articles in IndexedDB, each under its number, and a word to the other tabs when it changes.
//!
//! Inside of a transaction nothing is awaited but IndexedDB itself; what one tab writes is read first in the same
//! transaction, so that no tab overwrites what another has just written.

use std::cell::RefCell;

use idb::{
    Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode, TransactionResult,
};
use js_sys::Reflect;
use leptos::prelude::*;
use presentation::library::{Backup, Kept, Raw};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::BroadcastChannel;

use super::storage::NotKept;

const NAME: &str = "article-explorer";
/// Versions of this page that know only the first form of articles cannot open the second, and so harm nothing in it.
const VERSION: u32 = 2;
const STORE: &str = "articles";

type Outcome<T> = Result<T, NotKept>;

/// A browser that is full, and one whose database is of a newer version or lacks what this one keeps in it, say so by
/// name; whatever else fails, the database cannot be used.
fn why(error: &idb::Error) -> NotKept {
    let name = match error {
        idb::Error::DomException(exception) => exception.name(),
        other => format!("{other:?} {other}"),
    };
    if name.contains("Quota") {
        NotKept::TooLong
    } else if name.contains("VersionError") || name.contains("NotFoundError") {
        NotKept::Newer
    } else {
        NotKept::Refused
    }
}

async fn open() -> Outcome<Database> {
    let factory = Factory::new().map_err(|error| why(&error))?;
    let mut request = factory.open(NAME, Some(VERSION)).map_err(|error| why(&error))?;
    request.on_upgrade_needed(|event| {
        // A database that cannot be made ready fails to open, which is told there.
        if let Ok(database) = event.database()
            && !database.store_names().iter().any(|name| name == STORE)
        {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.on_blocked(|_| BLOCKED.with_borrow(|act| act.iter().for_each(|act| act())));
    let mut database = request.await.map_err(|error| why(&error))?;
    // A newer version in another tab waits for this one to let go; what is being written is written first.
    database.on_version_change(|event| event.database().into_iter().for_each(|database| database.close()));
    Ok(database)
}

thread_local! {
    static BLOCKED: RefCell<Option<Box<dyn Fn()>>> = const { RefCell::new(None) };
}

/// Calls `act` when the database cannot be opened until an older version of this page in another tab lets go of it.
pub fn on_blocked(act: impl Fn() + 'static) {
    BLOCKED.set(Some(Box::new(act)));
}

/// Waits for the end of a transaction. One that finds no room is given up only there, and says nothing else.
async fn finished(transaction: Transaction) -> Outcome<()> {
    match transaction.await {
        Ok(TransactionResult::Committed) => Ok(()),
        Ok(TransactionResult::Aborted) => Err(NotKept::TooLong),
        Err(error) => Err(why(&error)),
    }
}

/// What stands in the database, in no order.
#[derive(Default)]
pub struct All {
    pub articles: Vec<Kept>,
    /// What this version cannot read. It is left as it is.
    pub unread: Vec<Raw>,
}

fn rows(keys: Vec<JsValue>, values: Vec<JsValue>) -> Vec<Raw> {
    let row = |(key, value): (JsValue, JsValue)| Raw {
        id: key.as_string().unwrap_or_default(),
        row: value.as_string().unwrap_or_default(),
    };
    keys.into_iter().zip(values).map(row).collect()
}

/// Everything that is kept.
pub async fn all() -> Outcome<All> {
    let database = open().await?;
    let read = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let store = transaction.object_store(STORE)?;
        let (keys, values) = (store.get_all_keys(None, None)?.await?, store.get_all(None, None)?.await?);
        transaction.await?;
        Ok::<_, idb::Error>((keys, values))
    };
    let read = read.await.map_err(|error| why(&error));
    database.close();
    let (keys, values) = read?;
    let mut all = All::default();
    for raw in rows(keys, values) {
        match Kept::read(&raw.row) {
            Ok(kept) => all.articles.push(kept),
            Err(_) => all.unread.push(raw),
        }
    }
    Ok(all)
}

/// Changes one article: `change` is given what is kept under the number, and gives what shall be. What cannot be read
/// is not written over.
pub async fn change(id: &str, change: impl FnOnce(Option<Kept>) -> Option<Kept>) -> Outcome<Option<Kept>> {
    let database = open().await?;
    let key = JsValue::from_str(id);
    let write = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let before = store.get(key.clone())?.await?;
        let before = match before.map(|value| Kept::read(&value.as_string().unwrap_or_default())) {
            Some(Err(_)) => return Ok((Err(NotKept::Newer), transaction)),
            Some(Ok(kept)) => Some(kept),
            None => None,
        };
        let after = change(before.clone());
        match &after {
            // Nothing is written that says nothing new.
            Some(kept) if before.as_ref() == Some(kept) => {}
            Some(kept) => {
                store.put(&JsValue::from_str(&kept.to_json()), Some(&key))?.await?;
            }
            None => store.delete(key.clone())?.await?,
        }
        Ok::<_, idb::Error>((Ok((before != after, after)), transaction))
    };
    let written = match write.await {
        Ok((Ok(after), transaction)) => finished(transaction).await.map(|()| after),
        Ok((Err(why), _)) => Err(why),
        Err(error) => Err(why(&error)),
    };
    database.close();
    let (new, after) = written?;
    if new {
        tell_other_tabs();
    }
    Ok(after)
}

/// Puts a backup into the database at once, or nothing of it: in the place of all that is there, or joined with it.
pub async fn restore(backup: Backup, replace: bool) -> Outcome<()> {
    let database = open().await?;
    let write = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let rows = rows(store.get_all_keys(None, None)?.await?, store.get_all(None, None)?.await?);
        for (id, row) in backup.changes(&rows, replace) {
            let key = JsValue::from_str(&id);
            match row {
                Some(row) => drop(store.put(&JsValue::from_str(&row), Some(&key))?.await?),
                None => store.delete(key)?.await?,
            }
        }
        Ok::<_, idb::Error>(transaction)
    };
    let written = match write.await {
        Ok(transaction) => finished(transaction).await,
        Err(error) => Err(why(&error)),
    };
    database.close();
    tell_other_tabs();
    written
}

thread_local! {
    /// The one channel of this tab: it hears the others, and not itself.
    static CHANNEL: Option<BroadcastChannel> = BroadcastChannel::new(NAME).ok();
}

fn tell_other_tabs() {
    // Nobody may be listening.
    CHANNEL.with(|channel| channel.iter().for_each(|channel| drop(channel.post_message(&JsValue::TRUE))));
}

/// Calls `act` whenever another tab has changed the database.
pub fn on_change(act: impl Fn() + 'static) {
    CHANNEL.with(|channel| {
        if let Some(channel) = channel {
            // The listener stays as long as the page does.
            let listener = Closure::<dyn Fn()>::new(act).into_js_value();
            channel.set_onmessage(Some(listener.unchecked_ref()));
        }
    });
}

/// Asks the browser not to clear the database when it runs short of room; it may say no without asking anybody.
pub async fn ask_to_persist() {
    if let Ok(asked) = window().navigator().storage().persist() {
        let _ = JsFuture::from(asked).await;
    }
}

/// Bytes that the database takes, where the browser tells; what it keeps of the site itself is not counted.
pub async fn bytes_used() -> Option<u64> {
    let estimate = JsFuture::from(window().navigator().storage().estimate().ok()?).await.ok()?;
    let details = Reflect::get(&estimate, &"usageDetails".into()).ok()?;
    Some(Reflect::get(&details, &"indexedDB".into()).ok()?.as_f64()? as u64)
}
