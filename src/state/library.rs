//! The library: every article that was read here, with its corrections, as the database has it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use presentation::library::{self, Backup, Kept, Raw};

use super::notices::Notices;
use super::session::Session;
use crate::platform::library_store;
use crate::platform::storage::NotKept;

#[derive(Clone, Copy)]
pub struct Library {
    /// The last changed first; none until the database was looked at.
    pub articles: RwSignal<Option<Vec<Kept>>>,
    /// What is in the database and this version cannot read.
    pub unread: RwSignal<Vec<Raw>>,
    /// Why nothing is kept, if nothing is.
    pub refused: RwSignal<Option<NotKept>>,
    /// Bytes that everything takes, where the browser tells.
    pub used: RwSignal<Option<u64>>,
    /// The article removed last, which can be put back.
    pub removed: RwSignal<Option<Kept>>,
    /// A backup that was read and waits for the reader's word.
    pub offered: RwSignal<Option<Backup>>,
    /// Whether the last change of the list is this tab's own doing.
    ours: StoredValue<bool>,
    notices: Notices,
}

impl Library {
    pub fn new(notices: Notices) -> Library {
        let library = Library {
            articles: RwSignal::new(None),
            unread: RwSignal::new(Vec::new()),
            refused: RwSignal::new(None),
            used: RwSignal::new(None),
            removed: RwSignal::new(None),
            offered: RwSignal::new(None),
            ours: StoredValue::new(false),
            notices,
        };
        library_store::on_blocked(move || library.refused.set(Some(NotKept::Blocked)));
        library.look();
        library_store::on_change(move || {
            library.ours.set_value(false);
            library.look();
        });
        library
    }

    /// Whether what the list says now was put there by this tab: a backup, or what it saved.
    pub fn change_is_ours(self) -> bool {
        self.ours.get_value()
    }

    /// Looks at the database again.
    pub fn look(self) {
        spawn_local(async move {
            match library_store::all().await {
                Ok(library_store::All { mut articles, unread }) => {
                    articles.sort_by_key(|kept| std::cmp::Reverse(kept.entry.changed));
                    // That it can be read says nothing of whether there is room to write.
                    if self.refused.get_untracked() == Some(NotKept::Blocked) {
                        self.refused.set(None);
                    }
                    self.unread.set(unread);
                    self.articles.set(Some(articles));
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

    /// Keeps the article, joined with what is there of it; gives to `then` what stands there after, none if it could not
    /// be kept.
    pub fn keep(self, kept: Kept, then: impl FnOnce(Option<Kept>) + 'static) {
        spawn_local(async move {
            let id = kept.entry.id.clone();
            let first = self.articles.with_untracked(|all| all.as_ref().is_none_or(Vec::is_empty));
            if first {
                library_store::ask_to_persist().await;
            }
            let outcome = library_store::change(&id, |before| {
                let Some(before) = before else { return Some(kept) };
                let Ok(mut joined) = before.join(&kept) else { return Some(before) };
                if joined.is_same(&before) {
                    return Some(before);
                }
                joined.entry.revision = before.entry.revision.wrapping_add(1);
                Some(joined)
            })
            .await;
            match outcome {
                Ok(after) => {
                    self.refused.set(None);
                    after.iter().for_each(|after| self.learn(after));
                    then(after);
                }
                Err(why) => {
                    self.refused.set(Some(why));
                    then(None);
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
        self.put(Backup { articles: vec![kept], ..Backup::default() }, false, told, move || {
            self.removed.set(None)
        });
    }

    /// Gives an article that is not open another title: a correction of this tab.
    pub fn rename(self, id: String, title: String, tab: u64) {
        spawn_local(async move {
            let changed = library_store::change(&id, |before| {
                before.map(|mut kept| {
                    // What cannot be read is left as it is.
                    let _ = kept.rename(&title, tab);
                    kept
                })
            });
            if let Err(why) = changed.await {
                self.refused.set(Some(why));
            }
            self.look();
        });
    }

    pub fn tag(self, id: String, tags: Vec<String>) {
        spawn_local(async move {
            let changed = library_store::change(&id, |before| {
                before.map(|mut kept| {
                    kept.tagged.time = kept.tagged.time.saturating_add(1);
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
        library::backup(self.articles.get_untracked().unwrap_or_default(), self.unread.get_untracked())
    }

    /// Reads a backup, and asks what to do with it before anything changes.
    pub fn offer(self, json: &str, desk: Session) {
        match session::read_backup(json) {
            Ok(backup) => self.offered.set(Some(backup)),
            Err(why) => desk.complain(why, super::session::Fix::Told),
        }
    }

    /// Takes the backup that was offered in.
    pub fn restore(self, replace: bool) {
        let Some(backup) = self.offered.try_update(Option::take).flatten() else { return };
        let count = backup.articles.len() + backup.unread.len();
        let told = format!("Restored {}.", presentation::words::count(count, "article", "articles"));
        self.put(backup, replace, told, || {});
    }

    /// Puts all of these on the database or none; says `told`, and does what is to be done `then`, once they are there.
    fn put(self, backup: Backup, replace: bool, told: String, then: impl FnOnce() + 'static) {
        self.ours.set_value(true);
        spawn_local(async move {
            match library_store::restore(backup, replace).await {
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
