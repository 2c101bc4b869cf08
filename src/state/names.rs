//! The reader's own list of names: built from corrections, kept in this browser, used in later articles if switched on.

use corrections::{KnownName, NameList, NotName};
use leptos::prelude::*;
use presentation::words;

use super::session::{Fix, Session};
use crate::platform::storage;

const LIST: &str = "names";
const ON: &str = "names-on";

#[derive(Clone, Copy)]
pub struct Names {
    pub list: RwSignal<NameList>,
    /// Whether a new article is read with them.
    pub on: RwSignal<bool>,
    /// A list that was read and waits for the reader's word.
    pub offered: RwSignal<Option<NameList>>,
}

impl Names {
    pub fn load() -> Names {
        let list = storage::get(LIST).and_then(|json| NameList::from_json(&json).ok());
        let on = storage::get(ON).as_deref() == Some("on");
        Names {
            list: RwSignal::new(list.unwrap_or_default()),
            on: RwSignal::new(on),
            offered: RwSignal::new(None),
        }
    }

    pub fn switch(self, on: bool) {
        self.on.set(on);
        // A browser that keeps nothing says so where the article is kept.
        let _ = storage::set(ON, if on { "on" } else { "off" });
    }

    pub fn forget(self, known: &KnownName) {
        self.change(|list| {
            let names = list.names().iter().filter(|one| *one != known).cloned().collect();
            *list = NameList::new(names, list.not_names().to_vec());
        });
    }

    pub fn forget_not(self, not: &NotName) {
        self.change(|list| {
            let not_names = list.not_names().iter().filter(|one| *one != not).cloned().collect();
            *list = NameList::new(list.names().to_vec(), not_names);
        });
    }

    fn change(self, change: impl FnOnce(&mut NameList)) {
        self.list.update(change);
        // As above.
        let _ = storage::set(LIST, &self.list.with_untracked(NameList::to_json));
    }
}

/// How many entries a list has, in words.
fn count(list: &NameList) -> String {
    words::count(list.names().len() + list.not_names().len(), "name", "names")
}

impl Session {
    /// Takes into the list what the corrections of the open article say of names.
    pub fn learn_names(self) {
        let Some(base) = self.base() else { return };
        let learnt = self.with_article(|document, _| {
            Some(self.history.with_untracked(|history| {
                NameList::learn(history.done(), &corrections::apply(document, &base, history.done()))
            }))
        });
        match learnt.filter(|learnt| !learnt.is_empty()) {
            Some(learnt) => {
                let told = format!("{} in your list now. It is on the start page.", count(&learnt));
                self.names.change(|list| list.merge(learnt));
                self.notices.tell(told);
            }
            None => self.notices.tell("These corrections say nothing of names."),
        }
    }

    /// Shows what a list that came in a file would do, and asks before it does.
    pub(super) fn offer_names(self, json: &str) {
        match NameList::from_json(json) {
            Ok(list) => self.names.offered.set(Some(list)),
            Err(why) => self.complain(why.to_string(), Fix::Told),
        }
    }

    /// The reader wants the list that was offered.
    pub fn accept_names(self) {
        let Some(list) = self.names.offered.try_update(Option::take).flatten() else { return };
        let told = format!("{} from the file are in your list now.", count(&list));
        self.names.change(|names| names.merge(list));
        self.notices.tell(told);
    }
}
