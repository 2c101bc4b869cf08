//! The reader's corrections of the open article: made, undone, done again, and laid over every analysis that comes.

use std::sync::Arc;

use analysis::{Analysis, Document};
use corrections::{Correction, History};
use leptos::prelude::*;
use presentation::Article;

use super::session::{Session, Shown, Work};

/// A correction that this text has no place for: what it was, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub told: String,
    pub why: String,
}

impl Session {
    /// Makes a correction; none is what can no longer be pointed at.
    pub fn correct(self, correction: Option<Correction>) {
        let Some(correction) = correction else {
            self.notices.tell("That is not in the article any more.");
            return;
        };
        let told = correction.describe();
        self.history.update(|history| history.push(correction));
        self.reapply_corrections();
        self.notices.tell(format!("{told}. Ctrl Z undoes it."));
    }

    pub fn undo(self) {
        let told = self.history.try_update(|history| history.undo().map(Correction::describe)).flatten();
        match told {
            Some(told) => {
                self.reapply_corrections();
                self.notices.tell(format!("Undone: {told}."));
            }
            None => self.notices.tell("There is nothing to undo."),
        }
    }

    pub fn redo(self) {
        let told = self.history.try_update(|history| history.redo().map(Correction::describe)).flatten();
        match told {
            Some(told) => {
                self.reapply_corrections();
                self.notices.tell(format!("{told}."));
            }
            None => self.notices.tell("There is nothing to do again."),
        }
    }

    /// The article that is shown, made by `make` from its document and analysis.
    pub fn with_article<T>(self, make: impl FnOnce(&Document, &Analysis) -> Option<T>) -> Option<T> {
        self.article.with_untracked(|article| {
            let article = article.as_ref()?;
            make(&article.document, &article.analysis)
        })
    }

    /// Shows the engine's analysis with the corrections over it.
    pub(super) fn show_analysis(self, document: Arc<Document>, base: Arc<Analysis>) {
        let shown = self.history.with_untracked(|history| {
            if history.done().is_empty() {
                self.waiting.set(Vec::new());
                return base.clone();
            }
            let corrected = corrections::apply(&document, &base, history.done());
            // Before the end, what is missing is only still to come.
            if !self.work.get_untracked().is_going_on() {
                let waiting = corrected.unfit.into_iter().filter_map(|unfit| {
                    Some(Waiting { told: history.done().get(unfit.index)?.describe(), why: unfit.why })
                });
                self.waiting.set(waiting.collect());
            }
            Arc::new(corrected.analysis)
        });
        self.base.set_value(Some(base));
        self.article.set(Some(Shown::new(Article::new(document, shown))));
    }

    /// The same analysis with the corrections as they stand now, which are kept.
    fn reapply_corrections(self) {
        let document = self.article.with_untracked(|article| article.as_ref().map(|a| a.document.clone()));
        let (Some(document), Some(base)) = (document, self.base.get_value()) else { return };
        self.show_analysis(document.clone(), base);
        if self.work.get_untracked() == Work::Rest {
            self.remember(&document);
            self.keep_in_library();
        }
    }

    /// The corrections of this tab and another one, as the library has them now.
    pub(super) fn take_over(self, both: Vec<Correction>) {
        self.history.set(History::new(both));
        let document = self.article.with_untracked(|article| article.as_ref().map(|a| a.document.clone()));
        if let (Some(document), Some(base)) = (document, self.base.get_value()) {
            self.show_analysis(document.clone(), base);
            self.remember(&document);
            self.notices.tell("This article was corrected in another tab too. Both are kept.");
        }
    }

    /// Another article has no corrections yet, or those that were kept with it.
    pub(super) fn start_with(self, done: Vec<Correction>) {
        self.history.set(History::new(done));
        self.waiting.set(Vec::new());
        self.base.set_value(None);
        self.imported.set_value(None);
        self.number.set_value(None);
    }
}
