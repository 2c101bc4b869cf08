//! The open article: how it comes in, how far its analysis is, and what to do when something goes wrong.
//!
//! Newest text wins: a question that the worker is still at is given up for the next one. What was open
//! stays there until something that could be read takes its place.

use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use analysis::{Analysis, Document};
use corrections::History;
use leptos::prelude::*;
use presentation::library::{self, id_of};
use presentation::{Article, Remembered, Route, View, complete};
use protocol::{FromWorker, Input, Options, Request, Stage, ToWorker};
use text::{Severity, Span};

use super::corrections::Waiting;
use super::imported::Imported;
use super::library::Library;
use super::{Names, Notices, Place};
use crate::platform::files::Given;
use crate::platform::launch::Content;
use crate::platform::storage::{self, NotKept};
use crate::platform::worker::{Client, Heard};
use crate::platform::{self, library_store};

/// The article and all that is known of it so far. Two are equal if they are the same one.
#[derive(Clone)]
pub struct Shown(Arc<Article>);

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Shown {
    pub fn new(article: Article) -> Shown {
        Shown(Arc::new(article))
    }
}

impl Deref for Shown {
    type Target = Article;

    fn deref(&self) -> &Article {
        &self.0
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// Nothing to do; with an open article, its analysis is complete.
    Rest,
    Reading,
    /// Up to the stage that comes next.
    Marking(Stage),
    /// The reader stopped it.
    Stopped,
    Failed,
}

impl Work {
    pub fn is_going_on(self) -> bool {
        matches!(self, Work::Reading | Work::Marking(_))
    }
}

/// Something that went wrong: what happened, what was kept, what to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Problem {
    pub message: String,
    pub fix: Fix,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fix {
    /// The message says what to do.
    Told,
    TryAgain,
    Reload,
}

/// Whether the article will be there at the next visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Yes,
    Refused,
    TooLong,
}

/// What the worker was asked last.
#[derive(Clone)]
enum Question {
    /// To read this, and whether to open the reader on it.
    Read { input: Input, open: bool },
    /// To analyse the open article.
    Again,
}

/// Sentences asked of the engine: as many as the slider offers, so that moving it asks nothing.
pub(super) const SUMMARY: u32 = super::SUMMARY_LENGTHS.1;
/// Files over this size (in bytes) are asked about first.
pub(super) const LARGE: u64 = 20 * 1024 * 1024;
/// Work that takes less than this shows no bar.
const A_BLINK: Duration = Duration::from_millis(300);
const REMEMBERED: &str = "article";
const CORRECTED: &str = "corrections";
/// The number of the open article.
const OPEN_ARTICLE: &str = "desk";

#[derive(Clone, Copy)]
pub struct Session {
    pub article: RwSignal<Option<Shown>>,
    /// The places of the words that the reader is looking for in it.
    pub found: Memo<Vec<Span>>,
    /// How often all of it was drawn: what lights words up has all of them then.
    pub drawn: RwSignal<u32>,
    pub work: RwSignal<Work>,
    /// Whether the present work takes longer than a blink.
    pub long: RwSignal<bool>,
    pub problem: RwSignal<Option<Problem>>,
    /// The publication date that the reader set.
    pub published: RwSignal<Option<String>>,
    pub kept: RwSignal<Kept>,
    /// What the reader corrected in the open article.
    pub history: RwSignal<History>,
    /// Corrections that the text has no place for.
    pub waiting: RwSignal<Vec<Waiting>>,
    /// A file that waits for the reader's word, since it is large.
    pub large: RwSignal<Option<Given>, LocalStorage>,
    request: StoredValue<Request>,
    question: StoredValue<Option<Question>>,
    worker: StoredValue<Option<Client>, LocalStorage>,
    /// The engine's own analysis, without the corrections.
    pub(super) base: StoredValue<Option<Arc<Analysis>>>,
    /// The file that the analysis came from, if it is not the engine's own.
    pub(super) imported: StoredValue<Option<Arc<Imported>>>,
    /// What the open article is kept under, once that was asked: a long text takes its time.
    pub(super) number: StoredValue<Option<String>>,
    pub(super) place: Place,
    pub(super) notices: Notices,
    pub library: Library,
    pub(super) names: Names,
    /// Which state of the article in the library this tab knows.
    pub(super) revision: StoredValue<Option<u32>>,
    saving: StoredValue<Saving>,
}

/// One writing to the library at a time: what comes meanwhile is written after, once, so that this tab never takes its
/// own last state for another tab's.
#[derive(Clone, Copy, PartialEq)]
enum Saving {
    No,
    Now,
    NowAndAgain,
}

impl Session {
    pub fn new(place: Place, notices: Notices, library: Library, names: Names) -> Session {
        let article: RwSignal<Option<Shown>> = RwSignal::new(None);
        // A new analysis of the same text has the same places.
        let text = Memo::new(move |_| article.with(|article| article.as_ref().map(|a| a.document.clone())));
        let asked = Memo::new(move |_| match place.view() {
            View::Reader => place.filter.with(|filter| filter.words.clone()),
            _ => String::new(),
        });
        let found = Memo::new(move |_| {
            text.with(|text| {
                text.as_ref().map_or(Vec::new(), |text| presentation::find(&text.text, &asked.get()))
            })
        });
        let session = Session {
            article,
            found,
            drawn: RwSignal::new(0),
            work: RwSignal::new(Work::Rest),
            long: RwSignal::new(false),
            problem: RwSignal::new(None),
            published: RwSignal::new(None),
            kept: RwSignal::new(Kept::Yes),
            history: RwSignal::new(History::default()),
            waiting: RwSignal::new(Vec::new()),
            base: StoredValue::new(None),
            large: RwSignal::new_local(None),
            request: StoredValue::new(Request(0)),
            question: StoredValue::new(None),
            worker: StoredValue::new_local(None),
            imported: StoredValue::new(None),
            number: StoredValue::new(None),
            place,
            notices,
            library,
            names,
            revision: StoredValue::new(None),
            saving: StoredValue::new(Saving::No),
        };
        session.worker.set_value(Some(Client::new(move |heard| session.hear(heard))));
        if storage::is_refused() {
            session.kept.set(Kept::Refused);
        }
        session
    }

    /// Puts the article of the last visit back: this tab's own, if the tab had one.
    pub fn recall(self) {
        let id = storage::of_this_tab(OPEN_ARTICLE).or_else(|| storage::get(OPEN_ARTICLE));
        let remembered = storage::get(REMEMBERED).as_deref().and_then(Remembered::read);
        match remembered.filter(|kept| id.as_ref().is_none_or(|id| id_of(&kept.document.text) == *id)) {
            Some(remembered) => {
                let corrections = storage::get(CORRECTED).unwrap_or_default();
                self.show_remembered(remembered, &corrections);
            }
            None => {
                let Some(id) = id else { return };
                leptos::task::spawn_local(async move {
                    let all = library_store::all().await.unwrap_or_default();
                    if let Some(kept) = all.into_iter().find(|kept| kept.entry.id == id) {
                        self.show_kept(&kept);
                    }
                });
            }
        }
    }

    /// Opens an article of the library.
    pub fn open_kept(self, kept: &library::Kept) {
        self.open_kept_at(kept, Route::to(View::Reader));
    }

    pub fn open_kept_at(self, kept: &library::Kept, route: Route) {
        self.show_kept(kept);
        self.place.go(route);
    }

    /// The number of the open article.
    pub fn number_on_desk(self) -> Option<String> {
        self.article.with(|article| article.as_ref().map(|article| self.number(&article.document)))
    }

    fn show_kept(self, kept: &library::Kept) {
        let Some(remembered) = Remembered::read(&kept.article) else { return };
        match kept.imported.clone().map(Imported::read) {
            Some(Ok((imported, document))) => {
                let corrections = corrections::from_json(&kept.corrections).unwrap_or_default();
                self.published.set(remembered.published);
                self.show_imported(imported, document, corrections, Some(kept.entry.revision));
            }
            Some(Err(why)) => self.complain(why.to_string(), Fix::Told),
            None => {
                self.show_remembered(remembered, &kept.corrections);
                self.revision.set_value(Some(kept.entry.revision));
            }
        }
    }

    fn show_remembered(self, remembered: Remembered, corrections: &str) {
        if remembered.document.blocks.is_empty() {
            return;
        }
        self.problem.set(None);
        self.published.set(remembered.published);
        self.start_with(corrections::from_json(corrections).unwrap_or_default());
        self.revision.set_value(None);
        self.show_analysis(Arc::new(remembered.document), Arc::default());
        self.ask(Question::Again);
    }

    /// Reads what the reader gave. With `open`, the Reader comes up as soon as the text is there.
    pub fn read(self, input: Input, open: bool) {
        if let Input::Paste { text, html: None } = &input
            && text.trim().is_empty()
        {
            self.complain("There are no words in this. Paste an article, or choose a file.", Fix::Told);
            return;
        }
        if let Input::Paste { text, .. } = &input
            && let Some(file) = export::own_file(text.as_bytes())
        {
            return self.import_native(file);
        }
        self.ask(Question::Read { input, open });
    }

    /// Reads a file, or asks first if it is large.
    pub fn offer(self, file: Given) {
        if file.size() > LARGE {
            self.large.set(Some(file));
        } else {
            self.open(file);
        }
    }

    /// The reader wants the large file.
    pub fn accept(self) {
        if let Some(file) = self.large.try_update(Option::take).flatten() {
            self.open(file);
        }
    }

    pub fn decline(self) {
        self.large.set(None);
    }

    /// Takes what another program shared, once the reader wants it.
    pub fn take_shared(self, shared: Content) {
        match shared {
            Content::Words(text) => self.read(Input::Paste { text, html: None }, true),
            Content::File { name, bytes } => self.take_file(name, bytes),
        }
    }

    fn take_file(self, name: String, bytes: Vec<u8>) {
        match export::own_file(&bytes) {
            Some(file) => self.import_native(file),
            None => self.read(Input::File { name, bytes }, true),
        }
    }

    fn open(self, file: Given) {
        let name = file.name();
        self.notices.say(format!("Reading {name}"));
        leptos::task::spawn_local(async move {
            match file.read().await {
                Some(bytes) => self.take_file(name, bytes),
                None => self.complain(
                    format!(
                        "{name} could not be opened. It may be a folder, or it was moved. Choose a file."
                    ),
                    Fix::Told,
                ),
            }
        });
    }

    /// Counts "Monday" from another day; none for the day that the article names.
    pub fn set_published(self, day: Option<String>) {
        if self.published.get_untracked() != day {
            self.published.set(day);
            self.ask(Question::Again);
        }
    }

    /// Stops the work; the text stays.
    pub fn cancel(self) {
        self.stop_worker();
        self.set_work(Work::Stopped);
        self.notices.say("Stopped. The text is kept.");
    }

    /// Asks the last question again.
    pub fn try_again(self) {
        if let Some(question) = self.question.get_value() {
            self.ask(question);
        }
    }

    /// Closes the article and what is kept of it.
    pub fn clear(self) {
        self.stop_worker();
        storage::remove(REMEMBERED);
        storage::remove(CORRECTED);
        storage::remove(OPEN_ARTICLE);
        storage::set_of_this_tab(OPEN_ARTICLE, "");
        self.question.set_value(None);
        self.start_with(Vec::new());
        self.article.set(None);
        self.problem.set(None);
        self.published.set(None);
        self.set_work(Work::Rest);
        self.notices.tell(match self.library.refused.get_untracked() {
            None => "The desk is clear. The article is still in the library.",
            Some(_) => "The desk is clear.",
        });
    }

    /// Says what went wrong. What is open stays.
    pub fn complain(self, message: impl Into<String>, fix: Fix) {
        self.problem.set(Some(Problem { message: message.into(), fix }));
    }

    /// Has the open article analysed anew.
    pub(super) fn ask_again(self) {
        self.ask(Question::Again);
    }

    fn ask(self, question: Question) {
        self.request.update_value(|request| request.0 = request.0.wrapping_add(1));
        let request = self.request.get_value();
        let Some(message) = self.message(request, &question) else { return };
        self.problem.set(None);
        self.set_work(match &question {
            Question::Read { .. } => Work::Reading,
            Question::Again => Work::Marking(Stage::Names),
        });
        self.question.set_value(Some(question));
        let asked =
            self.worker.with_value(|worker| worker.as_ref().map_or(Ok(()), |worker| worker.ask(&message)));
        if let Err(reason) = asked {
            self.hear(Heard::Broken(reason));
            return;
        }
        set_timeout(
            move || {
                if self.request.get_value() == request && self.work.get_untracked().is_going_on() {
                    self.long.set(true);
                }
            },
            A_BLINK,
        );
    }

    fn message(self, request: Request, question: &Question) -> Option<ToWorker> {
        let options = |published| Options { published, summary: SUMMARY };
        Some(match question {
            Question::Read { input, .. } => {
                ToWorker::Read { request, input: input.clone(), options: options(None) }
            }
            Question::Again => {
                let document = Document::clone(&self.article.get_untracked()?.document);
                ToWorker::Analyze { request, document, options: options(self.published.get_untracked()) }
            }
        })
    }

    fn hear(self, heard: Heard) {
        match heard {
            Heard::Answer(FromWorker::Document { document, .. }) => self.document_received(document),
            Heard::Answer(FromWorker::Stage { stage, analysis, .. }) => self.learn(stage, *analysis),
            Heard::OtherBuild => {
                self.set_work(Work::Failed);
                self.complain(
                    "Two versions of Article Explorer have met: the page is not of the same version as the part \
                     that reads. Your text is kept. Load the page again to go on.",
                    Fix::Reload,
                );
            }
            Heard::Broken(reason) => {
                leptos::logging::error!("the worker broke down: {reason}");
                self.set_work(Work::Failed);
                self.complain(
                    match self.article.with_untracked(Option::is_some) {
                        true => "The analysis broke down. Your text is kept, and you can try again.",
                        false => {
                            "The reading broke down. What you gave is still at hand, and you can try again."
                        }
                    },
                    Fix::TryAgain,
                );
            }
        }
    }

    /// The text is there, or the reason why there is none.
    fn document_received(self, document: Document) {
        let refused = document.diagnostics.iter().find(|said| said.severity == Severity::Error);
        if refused.is_some() || document.blocks.is_empty() {
            let message = refused.map_or("There are no words in this.", |said| said.message.as_str());
            self.refuse(message);
            return;
        }
        let open = self.question.with_value(|q| matches!(q, Some(Question::Read { open: true, .. })));
        // From here on, trying again means this text and not the file it came from.
        self.question.set_value(Some(Question::Again));
        self.published.set(None);
        // The same words were read before: what was corrected then still holds.
        let (corrections, revision) = self.library.corrections_of(&id_of(&document.text));
        self.start_with(corrections);
        self.revision.set_value(revision);
        let document = Arc::new(document);
        self.remember(&document);
        self.show_analysis(document, Arc::default());
        self.set_work(Work::Marking(Stage::Names));
        if open {
            self.place.go(Route::to(View::Reader));
        }
    }

    /// Nothing could be read. The article that was there stays, and its analysis, if it was given up, is resumed.
    pub(super) fn refuse(self, message: &str) {
        self.question.set_value(None);
        if self.article.with_untracked(Option::is_some) {
            self.ask(Question::Again);
            self.complain(format!("{message} The article that was here is still here."), Fix::Told);
        } else {
            self.set_work(Work::Rest);
            self.complain(message, Fix::Told);
        }
    }

    fn learn(self, stage: Stage, analysis: Analysis) {
        let Some(article) = self.article.get_untracked() else { return };
        self.set_work(match stage {
            Stage::Names => Work::Marking(Stage::Quotes),
            Stage::Quotes => Work::Marking(Stage::Done),
            Stage::Done => Work::Rest,
        });
        let base = match self.imported.get_value() {
            None => analysis,
            // All of it is shown already, but for what its file cannot say.
            Some(_) if stage != Stage::Done => return,
            Some(given) => {
                complete(&given.analysis, &analysis, self.published.with_untracked(Option::is_some))
            }
        };
        let known = if stage == Stage::Done { self.known_names(&base) } else { Vec::new() };
        let used = known.len();
        if used > 0 {
            self.history.update(|history| known.into_iter().for_each(|correction| history.push(correction)));
        }
        self.show_analysis(article.document.clone(), Arc::new(base));
        if stage == Stage::Done {
            self.remember(&article.document);
            self.keep_in_library();
            if used > 0 {
                let times = presentation::words::count(used, "correction", "corrections");
                self.notices.tell(format!("Your names were used: {times}. Ctrl Z undoes the last."));
            } else if let Some(article) = self.article.get_untracked() {
                self.notices.say(found(&article));
            }
        }
    }

    /// What the open article is kept under.
    fn number(self, document: &Document) -> String {
        if let Some(number) = self.number.get_value() {
            return number;
        }
        let number = self
            .imported
            .with_value(|given| id_of(given.as_ref().map_or(&document.text, |given| &given.json)));
        self.number.set_value(Some(number.clone()));
        number
    }

    /// What a file calls this article, if it came in one.
    pub fn name_in_file(self) -> Option<String> {
        self.imported.with_value(|given| given.as_ref().map(|given| given.id.clone()))
    }

    fn set_work(self, work: Work) {
        if !work.is_going_on() {
            self.long.set(false);
        }
        self.work.set(work);
    }

    fn stop_worker(self) {
        self.worker.with_value(|worker| worker.iter().for_each(Client::stop));
    }

    pub(super) fn remember(self, document: &Document) {
        let kept = Remembered::write(document, self.published.get_untracked().as_deref());
        let corrections = self.history.with_untracked(|history| corrections::to_json(history.done()));
        let id = self.number(document);
        storage::set_of_this_tab(OPEN_ARTICLE, &id);
        let all = storage::set(OPEN_ARTICLE, &id)
            .and_then(|()| storage::set(REMEMBERED, &kept))
            .and_then(|()| storage::set(CORRECTED, &corrections));
        self.kept.set(match all {
            Ok(()) => Kept::Yes,
            Err(NotKept::Refused) => Kept::Refused,
            Err(NotKept::TooLong) => {
                // The library has more room; rather none here than the one before it.
                storage::remove(REMEMBERED);
                if self.library.refused.get_untracked().is_some() { Kept::TooLong } else { Kept::Yes }
            }
        });
    }

    /// Keeps the open article in the library, with its corrections; takes in what another tab corrected.
    pub(super) fn keep_in_library(self) {
        let Some(article) = self.article.get_untracked() else { return };
        if self.saving.get_value() != Saving::No {
            self.saving.set_value(Saving::NowAndAgain);
            return;
        }
        self.saving.set_value(Saving::Now);
        let corrections = self.history.with_untracked(|history| corrections::to_json(history.done()));
        let published = self.published.get_untracked();
        let imported = self.imported.with_value(|given| given.as_ref().map(|given| given.json.clone()));
        let id = self.number(&article.document);
        let now = platform::now();
        let kept = library::Kept::new(id.clone(), &article, published.as_deref(), corrections, imported, now);
        self.library.keep(kept, self.revision.get_value(), move |outcome| {
            let again = self.saving.get_value() == Saving::NowAndAgain;
            self.saving.set_value(Saving::No);
            // Another article may be open by now.
            let same = self
                .article
                .with_untracked(|now| now.as_ref().is_some_and(|now| self.number(&now.document) == id));
            if let Some((after, theirs)) = outcome.filter(|_| same) {
                self.revision.set_value(Some(after.entry.revision));
                if theirs && let Ok(both) = corrections::from_json(&after.corrections) {
                    self.take_over(both);
                }
            }
            if again && self.work.get_untracked() == Work::Rest {
                self.keep_in_library();
            }
        });
    }
}

/// What an analysis found, in one line.
fn found(article: &Article) -> String {
    let names = presentation::words::count(article.name_count(), "name", "names");
    let quotes = presentation::words::count(article.analysis.quotes.len(), "quote", "quotes");
    format!("Article read: {names}, {quotes}.")
}
