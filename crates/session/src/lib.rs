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
mod open;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use analysis::{Analysis, Document};
use corrections::{Correction, History, Stamp};
use presentation::library::{Kept, id_of, is_edit};
use presentation::{Article, Remembered, Route, View, complete};
use protocol::{FromWorker, Input, Options, Request, Stage, ToWorker};
use text::Severity;

pub use event::{Context, Effect, Event, Fix, Journal, Origin, Problem, Turn, Work};
pub use imported::{Imported, has_its_own_analysis};
pub use open::{Open, Shown, Waiting, kept_of};

/// What a paste without words is answered.
pub const NO_WORDS: &str = "There are no words in this. Paste an article, or choose a file.";

/// What the worker was asked last.
// Made once and taken apart at once: a box would only be one more thing to unpack.
#[allow(clippy::large_enum_variant)]
#[derive(Clone)]
enum Question {
    /// With `typing`, more of it may come: see [`Open::typing`].
    Read { input: Input, origin: Origin, show: bool, typing: bool, whole: bool },
    /// To analyse the open article.
    Again,
}

/// Whether much of the page that a document was read from stands outside of it.
fn is_short(document: &Document) -> bool {
    document.diagnostics.iter().any(|said| said.code == "much-left-out")
}

/// Sentences asked of the engine: as many as the slider offers, so that moving it asks nothing.
pub const SUMMARY: u32 = 10;

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

    /// What is kept of an article, joined with what this tab has written down of it and is still on its way.
    fn with_journals(&self, kept: Kept) -> Kept {
        let article = kept.entry.id.clone();
        let ours = self.journals.iter().filter(|(id, _)| *id == article);
        let rows = ours.filter_map(|(_, journal)| Kept::read(&journal.json).ok());
        rows.fold(kept, |kept, row| kept.join(&row).unwrap_or(kept))
    }

    /// The article that fits, of the library or on its way there.
    fn find(&self, context: &Context, fits: impl Fn(&Kept) -> bool) -> Option<Kept> {
        if let Some(kept) = context.library.iter().find(|kept| fits(kept)) {
            return Some(self.with_journals(kept.clone()));
        }
        let rows = self.journals.iter().filter_map(|(_, journal)| Kept::read(&journal.json).ok());
        rows.map(|row| self.with_journals(row)).find(|row| fits(row))
    }

    fn show_kept(&mut self, kept: &Kept, context: &Context) {
        let kept = &self.with_journals(kept.clone());
        match Open::of(kept, self.tab) {
            Some(mut open) => {
                open.saved = context.library.iter().find(|one| one.entry.id == kept.entry.id).cloned();
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
        self.write_down(context);
        self.save(context);
        let told = correction.describe();
        let told = match back {
            Turn::Undo => format!("{told}."),
            Turn::Redo => format!("Undone: {told}."),
        };
        self.effects.push(Effect::Offer(told, back));
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
        self.leave(context);
        self.effects.push(Effect::Remember(None));
        self.question = None;
        self.problem = None;
        self.work = Work::Rest;
        self.tell("The desk is clear. The article is still in the library.");
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
            && open.typing
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

    /// Nothing could be read. The article that was there stays, and its analysis, if it was given up, is resumed.
    fn refuse(&mut self, message: &str) {
        self.question = None;
        if self.open.is_some() {
            self.ask(Question::Again);
            self.complain(format!("{message} The article that was here is still here."), Fix::Told);
        } else {
            self.work = Work::Rest;
            self.complain(message, Fix::Told);
        }
    }

    fn broken(&mut self) {
        self.work = Work::Failed;
        let message = match self.open.is_some() {
            true => "The analysis broke down. Your text is kept, and you can try again.",
            false => "The reading broke down. What you gave is still at hand, and you can try again.",
        };
        self.complain(message, Fix::TryAgain);
    }

    fn ask(&mut self, question: Question) {
        let options = |published| Options { published, summary: SUMMARY };
        let request = Request(self.request.0.wrapping_add(1));
        let message = match (&question, &self.open) {
            (Question::Read { input, whole, .. }, _) => {
                ToWorker::Read { request, input: input.clone(), options: options(None), whole: *whole }
            }
            (Question::Again, Some(open)) => ToWorker::Analyze {
                request,
                document: Document::clone(open.document()),
                options: options(open.published.clone()),
            },
            (Question::Again, None) => return,
        };
        self.request = request;
        self.problem = None;
        self.work = match &question {
            Question::Read { .. } => Work::Reading,
            Question::Again => Work::Marking(Stage::Names),
        };
        self.question = Some(question);
        self.effects.push(Effect::Ask(message));
    }

    /// The text is there, or the reason why there is none.
    fn received(&mut self, document: Document, context: &Context) {
        let refused = document.diagnostics.iter().find(|said| said.severity == Severity::Error);
        if refused.is_some() || document.blocks.is_empty() {
            let message = refused.map_or("There are no words in this.", |said| said.message.as_str());
            let message = message.to_owned();
            self.refuse(&message);
            return;
        }
        let (origin, show, typing, whole) = match &self.question {
            Some(Question::Read { origin, show, typing, whole, .. }) => (*origin, *show, *typing, *whole),
            _ => (Origin::Given, false, false, false),
        };
        let page = match self.question.take() {
            Some(Question::Read { input, .. }) if is_short(&document) => Some(input),
            _ => None,
        };
        // From here on, trying again means this text and not the file it came from.
        self.question = Some(Question::Again);
        let edits = origin == Origin::Field
            && self.field.is_some()
            && self.field.as_ref() == self.open.as_ref().map(|open| &open.id);
        if whole && let Some(open) = self.open.as_mut().filter(|open| open.text() != document.text) {
            // The same article, of which more is read.
            let written = Stamp { time: open.written.time.saturating_add(1), tab: self.tab };
            open.edit(document, written);
        } else {
            self.take_text(document, edits, context);
        }
        self.page = self.open.as_ref().map(|open| open.id.clone()).zip(page);
        self.field = match (origin, &self.open) {
            (Origin::Field, Some(open)) => Some(open.id.clone()),
            _ => None,
        };
        if let Some(open) = &mut self.open {
            open.typing = typing;
            let id = open.id.clone();
            self.effects.push(Effect::Remember(Some(id)));
        }
        self.write_down(context);
        self.work = Work::Marking(Stage::Names);
        if show {
            self.effects.push(Effect::Go(Route::to(View::Reader)));
        }
    }

    /// The same article with other words, one that was read before, or a new one.
    fn take_text(&mut self, document: Document, edits: bool, context: &Context) {
        let tab = self.tab;
        if let Some(open) = &mut self.open
            && (open.text() == document.text || edits && is_edit(open.text(), &document.text))
        {
            let written = Stamp { time: open.written.time.saturating_add(1), tab };
            if open.text() == document.text {
                // The same words with other blocks: what was read last holds.
                open.read_again(document);
            } else {
                open.edit(document, written);
            }
            return;
        }
        self.leave(context);
        let id = id_of(&document.text);
        let same = |kept: &Kept| {
            kept.imported.is_none()
                && (kept.entry.id == id || kept.text().as_deref() == Some(document.text.as_str()))
        };
        let opened = self.find(context, same).and_then(|kept| {
            let mut open = Open::of(&kept, tab)?;
            open.saved = context.library.iter().find(|one| one.entry.id == kept.entry.id).cloned();
            Some(open)
        });
        self.open = Some(match opened {
            Some(mut open) if open.text() != document.text => {
                let written = Stamp { time: open.written.time.saturating_add(1), tab };
                open.edit(document, written);
                open
            }
            Some(open) => open,
            None => Open::new(id, document, History::of_tab(tab)),
        });
    }

    fn learn(&mut self, stage: Stage, analysis: Analysis, context: &Context) {
        let Some(open) = &mut self.open else { return };
        self.work = match stage {
            Stage::Names => Work::Marking(Stage::Quotes),
            Stage::Quotes => Work::Marking(Stage::Done),
            Stage::Done => Work::Rest,
        };
        open.base = match &open.imported {
            None => Arc::new(analysis),
            // All of it is shown already, but for what its file cannot say.
            Some(_) if stage != Stage::Done => return,
            Some(given) => Arc::new(complete(&given.analysis, &analysis, open.published.is_some())),
        };
        if stage != Stage::Done {
            open.show(false);
            return;
        }
        let new = open.history.is_empty() && open.imported.is_none() && open.saved.is_none();
        let known = match context.names.filter(|_| new) {
            Some(names) => names.corrections_for(open.document(), &open.base),
            None => Vec::new(),
        };
        let used = known.len();
        known.into_iter().for_each(|correction| open.history.push(correction));
        open.show(true);
        let said = found(&open.shown);
        self.write_down(context);
        self.save(context);
        if used > 0 {
            let times = presentation::words::count(used, "correction", "corrections");
            self.effects.push(Effect::Offer(format!("Your names were used: {times}."), Turn::Undo));
        } else {
            self.effects.push(Effect::Say(said));
        }
    }

    /// Writes down what there is of the open article, so that not even a tab that is closed now loses it.
    fn write_down(&mut self, context: &Context) {
        let Some(open) = &mut self.open else { return };
        let json = open.row(context.now).to_json();
        open.journal = Some(json.clone());
        let id = open.id.clone();
        self.effects.push(Effect::Write(Journal { key: self.key(&id), json }));
    }

    fn key(&self, id: &str) -> String {
        format!("{id}.{:x}", self.tab)
    }

    /// Puts what the library lacks of the open article into it, one writing at a time.
    fn save(&mut self, context: &Context) {
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

    fn is_saving(&self, id: &str) -> bool {
        self.saving.as_ref().is_some_and(|(saving, _)| saving == id)
    }

    fn saved(&mut self, id: &str, outcome: Option<&Kept>, context: &Context) {
        let is_open = self.open.as_ref().is_some_and(|open| open.id == id);
        let again = match self.saving.take_if(|(saving, _)| saving == id) {
            Some((_, again)) => again,
            None => false,
        };
        // What could not be written stays in its journal.
        let Some(kept) = outcome else { return };
        self.forget(kept);
        if is_open {
            self.adopt(kept, true, context);
            if again {
                self.save(context);
            }
        }
    }

    /// The journals of an article go when all that they say is in the library.
    fn forget(&mut self, kept: &Kept) {
        let is_in = |journal: &Journal| {
            let row = Kept::read(&journal.json).ok();
            row.and_then(|row| kept.join(&row).ok()).is_some_and(|joined| joined.is_same(kept))
        };
        let (gone, left): (Vec<_>, Vec<_>) = std::mem::take(&mut self.journals)
            .into_iter()
            .partition(|(of, journal)| *of == kept.entry.id && is_in(journal));
        self.journals = left;
        // The open article's own journal goes on.
        let own = self.open.as_ref().map(|open| self.key(&open.id));
        let gone = gone.into_iter().map(|(_, journal)| journal);
        self.effects.extend(gone.filter(|journal| Some(&journal.key) != own.as_ref()).map(Effect::Forget));
    }

    /// Takes in what the library has of the open article and this tab does not; says so, if it is news to the reader.
    fn adopt(&mut self, kept: &Kept, is_news: bool, context: &Context) {
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

    fn tell(&mut self, words: impl Into<String>) {
        self.effects.push(Effect::Tell(words.into()));
    }
}

/// What an analysis found, in one line.
fn found(article: &Article) -> String {
    let names = presentation::words::count(article.name_count(), "name", "names");
    let quotes = presentation::words::count(article.analysis.quotes.len(), "quote", "quotes");
    format!("Article read: {names}, {quotes}.")
}
