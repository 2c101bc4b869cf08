//! How what a reader did is kept: written down in a journal first, then joined with what the library has.

use corrections::History;
use presentation::Remembered;
use presentation::library::Kept;

use crate::Session;
use crate::event::{Context, Effect, Journal, Turn};
use crate::questions::Question;

/// What is told of a thing that was done where neither journal nor library has room for it.
pub(super) const NOT_KEPT: &str = "But it is not kept: the browser has no room for it.";

/// What was done to an article that no journal has.
pub(super) struct Untold {
    id: String,
    /// What has to be written down or in the library before it is told.
    history: History,
    offers: Vec<(String, Turn)>,
}

/// Whether the library has all that a row says.
fn is_in(row: &Kept, kept: &Kept) -> bool {
    kept.join(row).is_ok_and(|joined| joined.is_same(kept))
}

impl Session {
    /// Writes down what there is of the open article, so that not even a tab that is closed now loses it.
    pub(super) fn write_down(&mut self, context: &Context) {
        let Some(open) = &self.open else { return };
        let json = open.row(context.now).to_json();
        self.effects.push(Effect::Write(Journal { key: self.key(&open.id), json }));
    }

    /// What is written down is told as done; what could not be has to wait for the library.
    pub(super) fn written(&mut self, journal: Journal, done: bool) {
        let Some(id) = self.open.as_ref().map(|open| open.id.clone()) else { return };
        if self.key(&id) != journal.key {
            return;
        }
        if done {
            // Not all, if the article was left and opened again before its writing.
            let written = Kept::read(&journal.json).ok().and_then(|row| row.history().ok());
            self.tell_done(&id, &written.unwrap_or_default());
        }
        if let Some(open) = &mut self.open {
            open.unwritten = !done;
            if done {
                open.journal = Some(journal.json);
            }
        }
    }

    /// Tells what the reader did to the open article, once something keeps it.
    pub(super) fn offer(&mut self, told: String, back: Turn) {
        let Some(open) = &self.open else { return };
        let id = open.id.clone();
        match self.untold.iter_mut().find(|untold| untold.id == id) {
            Some(untold) => {
                untold.history.join(&open.history);
                untold.offers.push((told, back));
            }
            None => {
                self.untold.push(Untold { id, history: open.history.clone(), offers: vec![(told, back)] })
            }
        }
    }

    /// Tells what was done, if this history has all of it.
    fn tell_done(&mut self, id: &str, has: &History) {
        let is_in = |untold: &Untold| !has.clone().join(&untold.history);
        let told = self.untold.extract_if(.., |untold| untold.id == id && is_in(untold));
        let offers = told.flat_map(|untold| untold.offers);
        self.effects.extend(offers.map(|(told, back)| Effect::Offer(told, back)));
    }

    pub(super) fn key(&self, id: &str) -> String {
        format!("{id}.{:x}", self.tab)
    }

    /// Puts what the library lacks of the open article into it, one writing at a time.
    pub(super) fn save(&mut self, context: &Context) {
        let Some(open) = &self.open else { return };
        if open.typing {
            return;
        }
        if let Some((id, again)) = &mut self.saving
            && *id == open.id
        {
            *again = true;
            return;
        }
        let row = open.row(context.now);
        if open.is_unsaved(&row) {
            self.saving = Some((open.id.clone(), false));
            self.effects.push(Effect::Save(Box::new(row)));
        }
    }

    pub(super) fn is_saving(&self, id: &str) -> bool {
        self.saving.as_ref().is_some_and(|(saving, _)| saving == id)
    }

    pub(super) fn saved(&mut self, id: &str, outcome: Option<&Kept>, context: &Context) {
        let is_open = self.open.as_ref().is_some_and(|open| open.id == id);
        let again = match self.saving.take_if(|(saving, _)| saving == id) {
            Some((_, again)) => again,
            None => false,
        };
        let Some(kept) = outcome else {
            // What could not be written stays in its journal, if it has one.
            let lost = self.untold.extract_if(.., |untold| untold.id == id).flat_map(|untold| untold.offers);
            self.effects.extend(lost.map(|(told, back)| Effect::Offer(format!("{told} {NOT_KEPT}"), back)));
            return;
        };
        if let Ok(history) = kept.history() {
            self.tell_done(id, &history);
        }
        self.forget(kept);
        if is_open {
            self.adopt(kept, true, context);
            if again {
                self.save(context);
            }
        }
    }

    /// The journals of an article go when all that they say is in the library.
    pub(super) fn forget(&mut self, kept: &Kept) {
        let (gone, left): (Vec<_>, Vec<_>) =
            std::mem::take(&mut self.journals).into_iter().partition(|(of, journal)| {
                *of == kept.entry.id && Kept::read(&journal.json).is_ok_and(|row| is_in(&row, kept))
            });
        self.journals = left;
        // The open article's own journal goes on.
        let own = self.open.as_ref().map(|open| self.key(&open.id));
        let gone = gone.into_iter().map(|(_, journal)| journal);
        self.effects.extend(gone.filter(|journal| Some(&journal.key) != own.as_ref()).map(Effect::Forget));
    }

    /// Takes in what the library has of the open article and this tab does not; says so, if it is news to the reader.
    pub(super) fn adopt(&mut self, kept: &Kept, is_news: bool, context: &Context) {
        let Some(open) = self.open.as_mut().filter(|open| open.id == kept.entry.id) else { return };
        if open.saved.as_ref() == Some(kept) {
            return;
        }
        let (Ok(history), Some(remembered)) = (kept.history(), Remembered::read(&kept.article)) else {
            return;
        };
        open.saved = Some(kept.clone());
        let corrected = open.history.join(&history);
        let dated = kept.dated > open.dated && remembered.published != open.published;
        if kept.dated > open.dated {
            (open.dated, open.published) = (kept.dated, remembered.published);
        }
        let edited = kept.written > open.written && remembered.document.text != open.text();
        if edited {
            open.edit(remembered.document, kept.written);
        } else {
            open.written = open.written.max(kept.written);
        }
        open.versions.extend(kept.versions.iter().cloned());
        let row = open.row(context.now);
        open.versions = row.versions;
        if !(corrected || dated || edited) {
            return;
        }
        let all = !self.work.is_going_on();
        open.show(all && !edited);
        self.write_down(context);
        if dated || edited {
            self.ask(Question::Again);
        }
        if !is_news {
            return;
        }
        self.tell(match edited {
            true => "This article was edited in another tab. Its text before is kept with it.",
            false => "This article was corrected in another tab too. Both are kept.",
        });
    }

    /// What is kept of an article, joined with what this tab has written down of it and is still on its way.
    pub(super) fn with_journals(&self, kept: Kept) -> Kept {
        let article = kept.entry.id.clone();
        let ours = self.journals.iter().filter(|(id, _)| *id == article);
        let rows = ours.filter_map(|(_, journal)| Kept::read(&journal.json).ok());
        rows.fold(kept, |kept, row| kept.join(&row).unwrap_or(kept))
    }

    /// The article that fits, of the library or on its way there.
    pub(super) fn find(&self, context: &Context, fits: impl Fn(&Kept) -> bool) -> Option<Kept> {
        if let Some(kept) = context.library.iter().find(|kept| fits(kept)) {
            return Some(self.with_journals(kept.clone()));
        }
        let rows = self.journals.iter().filter_map(|(_, journal)| Kept::read(&journal.json).ok());
        rows.map(|row| self.with_journals(row)).find(|row| fits(row))
    }
}
