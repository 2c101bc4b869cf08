//! What the page knows of the open article, and what it does about it: events in, effects out, and no browser.
//!
//! The page gives every event to [`Session::on`] and carries out the effects that come back, in their order. Nothing
//! is told to the reader as done before the effect that writes it down. What is written down is a journal, one for
//! each tab and article, which the next start puts into the library; the library joins what it has with what comes
//! ([`Kept::join`]), so that no tab can undo what another did.
//!
//! Newest text wins: a question that the worker is still at is given up for the next one. What was open stays there
//! until something that could be read takes its place.

mod event;
mod imported;
mod keeping;
mod open;
mod questions;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use corrections::{Correction, History, Stamp};
use keeping::Untold;
use presentation::library::{Kept, id_of};
use presentation::{Remembered, Route, View};
use protocol::{FromWorker, Input, Request};
use questions::Question;

pub use event::{Context, Effect, Event, Fix, Journal, Origin, Problem, Turn, Work};
pub use imported::{Imported, read_backup};
pub use open::{Open, Shown, Waiting, kept_of};
pub use questions::SUMMARY;

/// What a paste without words is answered.
pub const NO_WORDS: &str = "There are no words in this. Paste an article, or choose a file.";

pub struct Session {
    tab: u64,
    pub open: Option<Open>,
    pub work: Work,
    pub problem: Option<Problem>,
    request: Request,
    question: Option<Question>,
    /// The page that the open article was found in, where much of it was left out, and that article's number.
    page: Option<(String, Input)>,
    /// The article whose text the field has: what is typed there is an edit of it.
    field: Option<String>,
    /// The article that is being written to the library, and whether it changed since.
    saving: Option<(String, bool)>,
    /// Journals of articles that are on their way into the library.
    journals: Vec<(String, Journal)>,
    /// What was done and is not told yet, since nothing keeps it so far.
    untold: Vec<Untold>,
    effects: Vec<Effect>,
}

impl Session {
    /// `tab` is a number that no other tab has.
    pub fn new(tab: u64) -> Session {
        Session {
            tab,
            open: None,
            work: Work::Rest,
            problem: None,
            request: Request(0),
            question: None,
            page: None,
            field: None,
            saving: None,
            journals: Vec::new(),
            untold: Vec::new(),
            effects: Vec::new(),
        }
    }

    /// The question that the worker's answer must be to.
    pub fn request(&self) -> Request {
        self.request
    }

    /// Whether the page is at hand that the open article was found in, and much of it was left out.
    pub fn has_more(&self) -> bool {
        let open = self.open.as_ref().map(|open| &open.id);
        self.page.as_ref().is_some_and(|(id, _)| Some(id) == open)
    }

    /// Something happened. What is to be done about it comes back, in order.
    pub fn on(&mut self, event: Event, context: &Context) -> Vec<Effect> {
        match event {
            Event::Start { open, journals } => self.start(open, journals, context),
            Event::Read { input, origin, show } => self.read(input, origin, show),
            Event::Import(json) => self.import(json, context),
            Event::Open(kept, route) => self.open_kept(&kept, route, context),
            Event::Edit => self.field = self.open.as_ref().map(|open| open.id.clone()),
            Event::Emptied => self.field = None,
            Event::Revert(at) => self.revert(at, context),
            Event::Correct(correction) => self.correct(correction, context),
            Event::Undo => {
                let undone = self.open.as_mut().and_then(|open| open.history.undo());
                self.corrected(undone, "There is nothing to undo.", Turn::Redo, context);
            }
            Event::Redo => {
                let redone = self.open.as_mut().and_then(|open| open.history.redo());
                self.corrected(redone, "There is nothing to do again.", Turn::Undo, context);
            }
            Event::SetPublished(day) => self.set_published(day, context),
            Event::Cancel => {
                self.effects.push(Effect::Stop);
                self.work = Work::Stopped;
                self.tell("Stopped. The text is kept.");
            }
            Event::TryAgain => {
                if let Some(question) = self.question.clone() {
                    self.ask(question);
                }
            }
            Event::UseWhole => {
                if let Some((_, input)) = self.page.clone().filter(|_| self.has_more()) {
                    let (origin, show) = (Origin::Given, true);
                    self.ask(Question::Read { input, origin, show, typing: false, whole: true });
                }
            }
            Event::Clear => self.clear(context),
            Event::Leave => self.leave_desk(context),
            Event::Answer(FromWorker::Document { document, request }) if request == self.request => {
                self.received(document, context);
            }
            Event::Answer(FromWorker::Stage { stage, analysis, request }) if request == self.request => {
                self.learn(stage, *analysis, context);
            }
            // Late: something newer was asked.
            Event::Answer(_) => {}
            Event::OtherBuild => {
                self.work = Work::Failed;
                self.complain(
                    "Two versions of Article Explorer have met: the page is not of the same version as the part \
                     that reads. Your text is kept. Load the page again to go on.",
                    Fix::Reload,
                );
            }
            Event::Broken(_) => self.broken(),
            Event::Written(journal, done) => self.written(journal, done),
            Event::Saved(id, outcome) => self.saved(&id, outcome.as_deref(), context),
            Event::Changed(kept, ours) => {
                if !self.is_saving(&kept.entry.id) {
                    self.adopt(&kept, !ours, context);
                }
            }
            Event::Complain(message, fix) => self.complain(message, fix),
        }
        std::mem::take(&mut self.effects)
    }

    fn start(&mut self, id: Option<String>, journals: Vec<Journal>, context: &Context) {
        let mut articles: Vec<Kept> = Vec::new();
        for journal in journals {
            // What a newer version wrote down is left for it.
            let Ok(kept) = Kept::read(&journal.json) else { continue };
            match articles.iter_mut().find(|one| one.entry.id == kept.entry.id) {
                Some(one) => *one = one.join(&kept).unwrap_or_else(|_| one.clone()),
                None => articles.push(kept.clone()),
            }
            self.journals.push((kept.entry.id.clone(), journal));
            self.effects.push(Effect::Save(Box::new(kept)));
        }
        let ours = match &id {
            Some(id) => articles.into_iter().find(|kept| kept.entry.id == *id),
            None => articles.into_iter().max_by_key(|kept| kept.entry.changed),
        };
        match (ours, id) {
            (Some(kept), _) => self.show_kept(&kept, context),
            (None, Some(id)) => self.effects.push(Effect::Fetch(id)),
            (None, None) => {}
        }
    }

    fn read(&mut self, input: Input, origin: Origin, show: bool) {
        if let Input::Paste { text, html: None } = &input
            && text.trim().is_empty()
        {
            self.complain(NO_WORDS, Fix::Told);
            return;
        }
        self.ask(Question::Read {
            input,
            origin,
            show,
            typing: origin == Origin::Field && !show,
            whole: false,
        });
    }

    fn import(&mut self, json: String, context: &Context) {
        match Imported::read(json) {
            Ok((_, document)) if document.blocks.is_empty() => {
                self.refuse("There are no words in this analysis.");
            }
            Ok((imported, document)) => {
                self.leave(context);
                let id = id_of(&imported.json);
                let known = self.find(context, |kept| kept.entry.id == id);
                let opened = known.and_then(|kept| Open::of(&kept, self.tab)).unwrap_or_else(|| {
                    let mut open = Open::new(id, document, History::of_tab(self.tab));
                    open.base = Arc::new(imported.analysis.clone());
                    open.imported = Some(Arc::new(imported));
                    open.show(false);
                    open
                });
                self.put_on_desk(opened, context);
                self.effects.push(Effect::Go(Route::to(View::Reader)));
            }
            Err(why) => self.complain(why.to_string(), Fix::Told),
        }
    }

    fn open_kept(&mut self, kept: &Kept, route: Option<Route>, context: &Context) {
        if self.open.as_ref().is_none_or(|open| open.id != kept.entry.id) {
            self.leave(context);
            self.show_kept(kept, context);
        }
        self.effects.extend(route.map(Effect::Go));
    }

    fn show_kept(&mut self, kept: &Kept, context: &Context) {
        let saved = context.library.iter().find(|one| one.entry.id == kept.entry.id).cloned();
        let mut kept = self.with_journals(kept.clone());
        // A journal that was refused later says less than the library.
        if let Some(joined) = saved.as_ref().and_then(|saved| kept.join(saved).ok()) {
            kept = joined;
        }
        match Open::of(&kept, self.tab) {
            Some(mut open) => {
                open.saved = saved;
                self.put_on_desk(open, context);
            }
            None => self.complain("This article cannot be read any more. It was left as it is.", Fix::Told),
        }
    }

    fn put_on_desk(&mut self, open: Open, context: &Context) {
        self.problem = None;
        self.effects.push(Effect::Remember(Some(open.id.clone())));
        self.open = Some(open);
        self.write_down(context);
        self.ask(Question::Again);
    }

    fn revert(&mut self, at: usize, context: &Context) {
        let Some(open) = &mut self.open else { return };
        let version = open.versions.get(at).and_then(|version| Remembered::read(&version.article));
        let Some(version) = version else { return };
        // What is typed is no pause any more: it is left for another text.
        open.typing = false;
        let written = Stamp { time: open.written.time.saturating_add(1), tab: self.tab };
        open.edit(version.document, written);
        self.write_down(context);
        self.tell("The earlier text is open. The other one is kept with the article.");
        self.ask(Question::Again);
    }

    fn correct(&mut self, correction: Option<Correction>, context: &Context) {
        let Some(correction) = correction else {
            self.tell("That is not in the article any more.");
            return;
        };
        let Some(open) = &mut self.open else { return };
        open.history.push(correction.clone());
        self.corrected(Some(correction), "", Turn::Undo, context);
    }

    /// Shows and keeps what was corrected, undone or done again, and says so.
    fn corrected(&mut self, correction: Option<Correction>, nothing: &str, back: Turn, context: &Context) {
        let Some(correction) = correction else {
            self.tell(nothing);
            return;
        };
        let all = !self.work.is_going_on();
        if let Some(open) = &mut self.open {
            open.typing = false;
            open.show(all);
        }
        let told = correction.describe();
        let told = match back {
            Turn::Undo => format!("{told}."),
            Turn::Redo => format!("Undone: {told}."),
        };
        self.offer(told, back);
        self.write_down(context);
        self.save(context);
    }

    fn set_published(&mut self, day: Option<String>, context: &Context) {
        let Some(open) = &mut self.open else { return };
        if open.published != day {
            open.published = day;
            open.dated = Stamp { time: open.dated.time.saturating_add(1), tab: self.tab };
            self.write_down(context);
            self.ask(Question::Again);
        }
    }

    fn clear(&mut self, context: &Context) {
        self.effects.push(Effect::Stop);
        let is_kept = self.open.as_ref().is_some_and(|open| !open.is_unsaved(&open.row(context.now)));
        self.leave(context);
        self.effects.push(Effect::Remember(None));
        self.question = None;
        self.problem = None;
        self.work = Work::Rest;
        self.tell(match is_kept {
            true => "The desk is clear. The article is still in the library.",
            false => "The desk is clear. The article is on its way into the library.",
        });
    }

    /// What is still being typed comes into the library now.
    fn leave_desk(&mut self, context: &Context) {
        if let Some(Question::Read { typing, .. }) = &mut self.question {
            *typing = false;
        }
        if !matches!(self.question, Some(Question::Read { .. })) {
            self.field = None;
        }
        if let Some(open) = &mut self.open
            && (open.typing || open.unwritten)
        {
            open.typing = false;
            self.save(context);
        }
    }

    /// The open article makes room for another: what the library lacks of it is saved, and its journal goes once that
    /// is done.
    fn leave(&mut self, context: &Context) {
        let Some(open) = self.open.take() else { return };
        let row = open.row(context.now);
        if let Some(json) = open.journal.clone() {
            self.journals.push((open.id.clone(), Journal { key: self.key(&open.id), json }));
        }
        if open.is_unsaved(&row) || self.is_saving(&open.id) {
            self.effects.push(Effect::Save(Box::new(row)));
        } else if let Some(saved) = &open.saved {
            self.forget(saved);
        }
        self.saving = None;
    }

    fn complain(&mut self, message: impl Into<String>, fix: Fix) {
        self.problem = Some(Problem { message: message.into(), fix });
    }

    fn tell(&mut self, words: impl Into<String>) {
        self.effects.push(Effect::Tell(words.into()));
    }
}
