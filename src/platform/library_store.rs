//! The library's database: articles in IndexedDB, each under its number, and a word to the other tabs when it changes.
//!
//! Inside of a transaction nothing is awaited but IndexedDB itself; what one tab writes is read first in the same
//! transaction, so that no tab overwrites what another has just written.

use idb::{
    Database, DatabaseEvent, Factory, ObjectStoreParams, Transaction, TransactionMode, TransactionResult,
};
use js_sys::Reflect;
use leptos::prelude::*;
use presentation::library::Kept;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::BroadcastChannel;

use super::storage::NotKept;

const NAME: &str = "article-explorer";
const VERSION: u32 = 1;
const STORE: &str = "articles";

type Outcome<T> = Result<T, NotKept>;

/// A browser that is full says so by this name; whatever else fails, the database cannot be used.
fn why(error: &idb::Error) -> NotKept {
    let full = match error {
        idb::Error::DomException(exception) => exception.name() == "QuotaExceededError",
        other => other.to_string().contains("Quota"),
    };
    if full { NotKept::TooLong } else { NotKept::Refused }
}

async fn open() -> Outcome<Database> {
    let factory = Factory::new().map_err(|error| why(&error))?;
    let mut request = factory.open(NAME, Some(VERSION)).map_err(|error| why(&error))?;
    request.on_upgrade_needed(|event| {
        // A database that cannot be made ready fails to open, which is told there.
        if let Ok(database) = event.database() {
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    request.await.map_err(|error| why(&error))
}

/// Waits for the end of a transaction. One that finds no room is given up only there, and says nothing else.
async fn finished(transaction: Transaction) -> Outcome<()> {
    match transaction.await {
        Ok(TransactionResult::Committed) => Ok(()),
        Ok(TransactionResult::Aborted) => Err(NotKept::TooLong),
        Err(error) => Err(why(&error)),
    }
}

/// Every article that is whole, in no order.
pub async fn all() -> Outcome<Vec<Kept>> {
    let database = open().await?;
    let read = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadOnly)?;
        let values = transaction.object_store(STORE)?.get_all(None, None)?.await?;
        transaction.await?;
        Ok::<_, idb::Error>(values)
    };
    let values = read.await.map_err(|error| why(&error))?;
    database.close();
    Ok(values.into_iter().filter_map(|value| Kept::read(&value.as_string()?)).collect())
}

/// Changes one article: `change` is given what is kept under the number, and gives what shall be.
pub async fn change(id: &str, change: impl FnOnce(Option<Kept>) -> Option<Kept>) -> Outcome<Option<Kept>> {
    let database = open().await?;
    let key = JsValue::from_str(id);
    let write = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        let before = store.get(key.clone())?.await?;
        let after = change(before.and_then(|value| Kept::read(&value.as_string()?)));
        match &after {
            Some(kept) => {
                store.put(&JsValue::from_str(&kept.to_json()), Some(&key))?.await?;
            }
            None => store.delete(key.clone())?.await?,
        }
        Ok::<_, idb::Error>((after, transaction))
    };
    let written = match write.await {
        Ok((after, transaction)) => finished(transaction).await.map(|()| after),
        Err(error) => Err(why(&error)),
    };
    database.close();
    tell_other_tabs();
    written
}

/// Puts many articles on the database at once, or none: in the place of all that is there, or, with `merge`, beside it.
/// `merge` is given what is there under the same number, and what comes.
pub async fn restore(articles: Vec<Kept>, merge: Option<fn(Kept, Kept) -> Kept>) -> Outcome<()> {
    let database = open().await?;
    let write = async {
        let transaction = database.transaction(&[STORE], TransactionMode::ReadWrite)?;
        let store = transaction.object_store(STORE)?;
        if merge.is_none() {
            store.clear()?.await?;
        }
        for kept in articles {
            let key = JsValue::from_str(&kept.entry.id);
            let kept = match merge {
                None => kept,
                Some(merge) => {
                    let before = store.get(key.clone())?.await?;
                    match before.and_then(|value| Kept::read(&value.as_string()?)) {
                        Some(before) => merge(before, kept),
                        None => kept,
                    }
                }
            };
            store.put(&JsValue::from_str(&kept.to_json()), Some(&key))?.await?;
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
