//! The library: every article that was read here, with its corrections, as the database has it.

use corrections::Correction;
use leptos::prelude::*;
use leptos::task::spawn_local;
use presentation::library::{self, Kept};

use super::notices::Notices;
use super::session::Session;
use crate::platform::library_store;
use crate::platform::storage::NotKept;

#[derive(Clone, Copy)]
pub struct Library {
    /// The last changed first; none until the database was looked at.
    pub articles: RwSignal<Option<Vec<Kept>>>,
    /// Why nothing is kept, if nothing is.
    pub refused: RwSignal<Option<NotKept>>,
    /// Bytes that everything takes, where the browser tells.
    pub used: RwSignal<Option<u64>>,
    /// The article removed last, which can be put back.
    pub removed: RwSignal<Option<Kept>>,
    /// A backup that was read and waits for the reader's word.
    pub offered: RwSignal<Option<Vec<Kept>>>,
    notices: Notices,
}

impl Library {
    pub fn new(notices: Notices) -> Library {
        let library = Library {
            articles: RwSignal::new(None),
            refused: RwSignal::new(None),
            used: RwSignal::new(None),
            removed: RwSignal::new(None),
            offered: RwSignal::new(None),
            notices,
        };
        library.look();
        library_store::on_change(move || library.look());
        library
    }

    /// Looks at the database again.
    pub fn look(self) {
        spawn_local(async move {
            match library_store::all().await {
                Ok(mut all) => {
                    all.sort_by_key(|kept| std::cmp::Reverse(kept.entry.changed));
                    // That it can be read says nothing of whether there is room to write.
                    self.articles.set(Some(all));
                }
                Err(why) => {
                    self.refused.set(Some(why));
                    self.articles.set(Some(Vec::new()));
                }
            }
            self.used.set(library_store::bytes_used().await);
        });
    }

    /// The article of this number.
    pub fn of(self, id: &str) -> Option<Kept> {
        self.articles.with_untracked(|all| all.as_ref()?.iter().find(|kept| kept.entry.id == id).cloned())
    }

    /// What was corrected in the article of this number, and in which state that is.
    pub fn corrections_of(self, id: &str) -> (Vec<Correction>, Option<u32>) {
        let kept = self.of(id);
        let corrections = kept.as_ref().and_then(|kept| corrections::from_json(&kept.corrections).ok());
        (corrections.unwrap_or_default(), kept.map(|kept| kept.entry.revision))
    }

    /// Has the list say what was just written of one article: the database itself need not be read again for it.
    fn learn(self, written: &Kept) {
        self.articles.update(|all| {
            let all = all.get_or_insert_default();
            all.retain(|kept| kept.entry.id != written.entry.id);
            let at = all.partition_point(|kept| kept.entry.changed > written.entry.changed);
            all.insert(at, written.clone());
        });
        spawn_local(async move { self.used.set(library_store::bytes_used().await) });
    }

    /// Keeps the article; gives to `learn` what stands there after, and whether another tab had changed it meanwhile;
    /// none if it could not be kept.
    pub fn keep(self, kept: Kept, since: Option<u32>, learn: impl FnOnce(Option<(Kept, bool)>) + 'static) {
        spawn_local(async move {
            let id = kept.entry.id.clone();
            let first = self.articles.with_untracked(|all| all.as_ref().is_none_or(Vec::is_empty));
            if first {
                library_store::ask_to_persist().await;
            }
            let mut theirs = false;
            let outcome = library_store::change(&id, |before| {
                Some(match before {
                    Some(before)
                        if Some(before.entry.revision) != since && before.corrections != kept.corrections =>
                    {
                        // Another tab was here: its corrections come first, ours that it does not have after.
                        theirs = true;
                        let both = both(&before.corrections, &kept.corrections);
                        Kept { corrections: both, ..kept.over(&before) }
                    }
                    Some(before) => kept.over(&before),
                    None => kept,
                })
            })
            .await;
            match outcome {
                Ok(after) => {
                    self.refused.set(None);
                    after.iter().for_each(|after| self.learn(after));
                    learn(after.map(|after| (after, theirs)));
                }
                Err(why) => {
                    self.refused.set(Some(why));
                    learn(None);
                }
            }
        });
    }

    pub fn remove(self, id: String) {
        spawn_local(async move {
            let mut gone = None;
            let outcome = library_store::change(&id, |before| {
                gone = before;
                None
            })
            .await;
            match (outcome, gone) {
                (Ok(_), Some(gone)) => {
                    self.notices.tell(format!("Removed “{}” from the library.", gone.entry.title));
                    self.removed.set(Some(gone));
                }
                (Ok(_), None) => {}
                (Err(why), _) => self.refused.set(Some(why)),
            }
            self.look();
        });
    }

    /// Puts the article removed last back.
    pub fn put_back(self) {
        let Some(kept) = self.removed.get_untracked() else { return };
        let told = format!("“{}” is in the library again.", kept.entry.title);
        self.put(vec![kept], false, told, move || self.removed.set(None));
    }

    pub fn tag(self, id: String, tags: Vec<String>) {
        spawn_local(async move {
            let changed = library_store::change(&id, |before| {
                before.map(|mut kept| {
                    kept.entry.tags = tags;
                    kept
                })
            });
            if let Err(why) = changed.await {
                self.refused.set(Some(why));
            }
            self.look();
        });
    }

    /// The whole library as one file's content.
    pub fn backup(self) -> String {
        library::backup(self.articles.get_untracked().unwrap_or_default())
    }

    /// Reads a backup, and asks what to do with it before anything changes.
    pub fn offer(self, json: &str, session: Session) {
        match library::read_backup(json) {
            Ok(articles) => self.offered.set(Some(articles)),
            Err(why) => session.complain(why.to_string(), super::session::Fix::Told),
        }
    }

    /// Takes the backup that was offered in.
    pub fn restore(self, replace: bool) {
        let Some(articles) = self.offered.try_update(Option::take).flatten() else { return };
        let told = format!("Restored {}.", presentation::words::count(articles.len(), "article", "articles"));
        self.put(articles, replace, told, || {});
    }

    /// Puts all of these on the database or none; says `told`, and does what is to be done `then`, once they are there.
    fn put(self, articles: Vec<Kept>, replace: bool, told: String, then: impl FnOnce() + 'static) {
        spawn_local(async move {
            match library_store::restore(articles, (!replace).then_some(merged as fn(Kept, Kept) -> Kept))
                .await
            {
                Ok(()) => {
                    self.refused.set(None);
                    self.notices.tell(told);
                    then();
                }
                Err(why) => {
                    self.refused.set(Some(why));
                    self.notices.tell("The browser has no room for this. Nothing was changed.");
                }
            }
            self.look();
        });
    }
}

/// One article of here and of a backup: the corrections and tags of both.
fn merged(here: Kept, there: Kept) -> Kept {
    if here == there {
        return here;
    }
    let mut entry = here.entry;
    entry.added = entry.added.min(there.entry.added);
    entry.changed = entry.changed.max(there.entry.changed);
    entry.revision = entry.revision.max(there.entry.revision).wrapping_add(1);
    for tag in there.entry.tags {
        if !entry.tags.contains(&tag) {
            entry.tags.push(tag);
        }
    }
    Kept { entry, corrections: both(&here.corrections, &there.corrections), ..there }
}

/// The corrections of two tabs as one list.
fn both(theirs: &str, ours: &str) -> String {
    let mut all = corrections::from_json(theirs).unwrap_or_default();
    for one in corrections::from_json(ours).unwrap_or_default() {
        if !all.contains(&one) {
            all.push(one);
        }
    }
    corrections::to_json(&all)
}
