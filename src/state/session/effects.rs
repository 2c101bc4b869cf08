//! The effects of the session carried out: the worker asked, journals written, the library told.

use std::sync::Arc;
use std::time::Duration;

use corrections::History;
use leptos::prelude::*;
use leptos::task::spawn_local;
use presentation::{Article, Remembered, library};
use session::{Effect, Event, Journal};

use super::{Kept, Session};
use crate::platform::storage::{self, NotKept};
use crate::platform::worker::Client;
use crate::platform::{self, library_store};

/// Work that takes less than this shows no bar.
const A_BLINK: Duration = Duration::from_millis(300);
/// The number of the open article, as this tab and the last one of all tabs had it.
const OPEN_ARTICLE: &str = "desk";
/// What tabs wrote down of their articles stands under keys that begin so.
const JOURNAL: &str = "journal.";
/// What versions before the journals wrote down: the article, and its corrections.
const REMEMBERED: &str = "article";
const CORRECTED: &str = "corrections";

impl Session {
    pub(super) fn carry_out(self, effect: Effect) {
        match effect {
            Effect::Ask(message) => {
                let asked = self
                    .worker
                    .with_value(|worker| worker.as_ref().map_or(Ok(()), |worker| worker.ask(&message)));
                match asked {
                    Ok(()) => self.watch(),
                    Err(reason) => self.on(Event::Broken(reason)),
                }
            }
            Effect::Stop => self.worker.with_value(|worker| worker.iter().for_each(Client::stop)),
            Effect::Write(journal) => {
                let done = self.write(&journal);
                self.on(Event::Written(journal, done));
            }
            Effect::Forget(Journal { key, json }) => {
                let key = format!("{JOURNAL}{key}");
                if storage::get(&key).as_ref() == Some(&json) {
                    storage::remove(&key);
                }
            }
            Effect::Remember(Some(id)) => {
                storage::set_of_this_tab(OPEN_ARTICLE, &id);
                // A browser that keeps nothing says so where the article is written down.
                let _ = storage::set(OPEN_ARTICLE, &id);
            }
            Effect::Remember(None) => {
                storage::set_of_this_tab(OPEN_ARTICLE, "");
                storage::remove(OPEN_ARTICLE);
            }
            Effect::Save(kept) => {
                let id = kept.entry.id.clone();
                self.library.keep(*kept, move |outcome| {
                    self.on(Event::Saved(id, outcome.map(Box::new)));
                });
            }
            Effect::Fetch(id) => spawn_local(async move {
                let all = library_store::all().await.unwrap_or_default();
                let kept = all.articles.into_iter().find(|kept| kept.entry.id == id);
                if let Some(kept) = kept.filter(|_| self.article.with_untracked(Option::is_none)) {
                    self.on(Event::Open(Box::new(kept), None));
                }
            }),
            Effect::Go(route) => self.place.go(route),
            Effect::Tell(words) => self.notices.tell(words),
            Effect::Offer(words, turn) => self.notices.offer(words, turn),
            Effect::Say(words) => self.notices.say(words),
        }
    }

    /// Shows the bar if the present question takes longer than a blink.
    pub(super) fn watch(self) {
        let request = self.core.with_value(session::Session::request);
        set_timeout(
            move || {
                let same = self.core.try_with_value(session::Session::request) == Some(request);
                if same && self.work.get_untracked().is_going_on() {
                    self.long.set(true);
                }
            },
            A_BLINK,
        );
    }

    /// Says whether the journal stands there now. If not, the one before it does: it holds what was told as done.
    fn write(self, journal: &Journal) -> bool {
        let written = storage::set(&format!("{JOURNAL}{}", journal.key), &journal.json);
        self.kept.set(match written {
            Ok(()) => Kept::Yes,
            Err(NotKept::Refused) => Kept::Refused,
            // The library has more room.
            Err(_) if self.library.refused.get_untracked().is_none() => Kept::Yes,
            Err(_) => Kept::TooLong,
        });
        written.is_ok()
    }

    /// Puts the article of the last visit back: this tab's own, if the tab had one.
    pub fn recall(self) {
        let open = storage::of_this_tab(OPEN_ARTICLE).or_else(|| storage::get(OPEN_ARTICLE));
        let mut journals: Vec<Journal> = storage::with_prefix(JOURNAL)
            .into_iter()
            .map(|(key, json)| Journal { key: key.trim_start_matches(JOURNAL).to_owned(), json })
            .collect();
        journals.extend(before_journals());
        self.on(Event::Start { open, journals });
    }
}

/// What a version before the journals wrote down, as one of them; it is taken over once.
fn before_journals() -> Option<Journal> {
    let remembered = Remembered::read(&storage::get(REMEMBERED)?)?;
    let corrections = storage::get(CORRECTED).unwrap_or_default();
    let id = library::id_of(&remembered.document.text);
    let article = Article::new(Arc::new(remembered.document), Arc::default());
    let day = remembered.published.as_deref();
    let mut kept = library::Kept::new(id.clone(), &article, day, None, platform::now());
    if History::from_json(&corrections).is_ok() {
        kept.corrections = corrections;
    }
    let json = kept.to_json();
    let key = format!("{id}.0");
    // What cannot be written stays where it was.
    storage::set(&format!("{JOURNAL}{key}"), &json).ok()?;
    storage::remove(REMEMBERED);
    storage::remove(CORRECTED);
    Some(Journal { key, json })
}
