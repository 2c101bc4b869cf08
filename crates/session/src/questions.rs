//! What the worker is asked, and what becomes of its answers.

use std::sync::Arc;

use analysis::{Analysis, Document};
use corrections::{History, Stamp};
use presentation::library::{Kept, id_of, is_edit};
use presentation::{Article, Route, View, complete};
use protocol::{Input, Options, Request, Stage, ToWorker};
use text::Severity;

use crate::event::{Context, Effect, Fix, Origin, Turn, Work};
use crate::{Open, Session};

/// Sentences asked of the engine: as many as the slider offers, so that moving it asks nothing.
pub const SUMMARY: u32 = 10;

/// What the worker was asked last.
// Made once and taken apart at once: a box would only be one more thing to unpack.
#[allow(clippy::large_enum_variant)]
#[derive(Clone)]
pub(super) enum Question {
    /// With `typing`, more of it may come: see [`Open::typing`].
    Read { input: Input, origin: Origin, show: bool, typing: bool, whole: bool },
    /// To analyse the open article.
    Again,
}

impl Session {
    pub(super) fn ask(&mut self, question: Question) {
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
    pub(super) fn received(&mut self, document: Document, context: &Context) {
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
    pub(super) fn take_text(&mut self, document: Document, edits: bool, context: &Context) {
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

    pub(super) fn learn(&mut self, stage: Stage, analysis: Analysis, context: &Context) {
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
        if used > 0 {
            let times = presentation::words::count(used, "correction", "corrections");
            self.offer(format!("Your names were used: {times}."), Turn::Undo);
        } else {
            self.effects.push(Effect::Say(said));
        }
        self.write_down(context);
        self.save(context);
    }

    /// Nothing could be read. The article that was there stays, and its analysis, if it was given up, is resumed.
    pub(super) fn refuse(&mut self, message: &str) {
        self.question = None;
        if self.open.is_some() {
            self.ask(Question::Again);
            self.complain(format!("{message} The article that was here is still here."), Fix::Told);
        } else {
            self.work = Work::Rest;
            self.complain(message, Fix::Told);
        }
    }

    pub(super) fn broken(&mut self) {
        self.work = Work::Failed;
        let message = match self.open.is_some() {
            true => "The analysis broke down. Your text is kept, and you can try again.",
            false => "The reading broke down. What you gave is still at hand, and you can try again.",
        };
        self.complain(message, Fix::TryAgain);
    }
}

/// Whether much of the page that a document was read from stands outside of it.
fn is_short(document: &Document) -> bool {
    document.diagnostics.iter().any(|said| said.code == "much-left-out")
}

/// What an analysis found, in one line.
fn found(article: &Article) -> String {
    let names = presentation::words::count(article.name_count(), "name", "names");
    let quotes = presentation::words::count(article.analysis.quotes.len(), "quote", "quotes");
    format!("Article read: {names}, {quotes}.")
}
