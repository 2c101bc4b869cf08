//! The session in the browser: signals that show what the [`session`] crate knows, and its effects carried out.
//!
//! Everything that happens goes through [`Session::on`]; nothing here decides.

use std::sync::Arc;
use std::time::Duration;

use analysis::{Analysis, Document};
use corrections::{Correction, Detail, History};
use leptos::prelude::*;
use leptos::task::spawn_local;
use presentation::library::{self, Version};
use presentation::{Article, Remembered, Route, View};
use protocol::Input;
use session::{Context, Effect, Event, Journal, Origin};
pub use session::{Fix, Problem, Shown, Waiting, Work};
use text::Span;

use super::library::Library;
use super::{Names, Notices, Place};
use crate::platform::files::Given;
use crate::platform::launch::Content;
use crate::platform::storage::{self, NotKept};
use crate::platform::worker::{Client, Heard};
use crate::platform::{self, library_store};

/// Whether the article will be there at the next visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Yes,
    Refused,
    TooLong,
}

/// Files over this size (in bytes) are asked about first.
pub(super) const LARGE: u64 = 20 * 1024 * 1024;
/// The answer to an address without an article.
const LINK_ALONE: &str = "That is only a link, and nothing is fetched from the web here. Open it, copy the article and paste it, or save the page and drop the file.";
/// Work that takes less than this shows no bar.
const A_BLINK: Duration = Duration::from_millis(300);
/// The number of the open article, as this tab and the last one of all tabs had it.
const OPEN_ARTICLE: &str = "desk";
/// What tabs wrote down of their articles stands under keys that begin so.
const JOURNAL: &str = "journal.";
/// What versions before the journals wrote down: the article, and its corrections.
const REMEMBERED: &str = "article";
const CORRECTED: &str = "corrections";

#[derive(Clone, Copy)]
pub struct Session {
    core: StoredValue<session::Session, LocalStorage>,
    pub article: RwSignal<Option<Shown>>,
    /// The places of the words that the reader is looking for in it.
    pub found: Memo<Vec<Span>>,
    /// How often all of it was drawn: what highlights words has all of them then.
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
    /// Whether more stands on the page that the open article was found in, and can be read.
    pub has_more: RwSignal<bool>,
    /// Corrections that the text has no place for.
    pub waiting: RwSignal<Vec<Waiting>>,
    /// The texts of the open article before this one, oldest first.
    pub versions: RwSignal<Vec<Version>>,
    /// What stands in the field and was not read yet: the reader still types.
    typed: StoredValue<Option<String>>,
    /// A file that waits for the reader's word, since it is large.
    pub large: RwSignal<Option<Given>, LocalStorage>,
    worker: StoredValue<Option<Client>, LocalStorage>,
    pub(super) place: Place,
    pub(super) notices: Notices,
    pub library: Library,
    pub(super) names: Names,
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
            core: StoredValue::new_local(session::Session::new(platform::random())),
            article,
            found,
            drawn: RwSignal::new(0),
            work: RwSignal::new(Work::Rest),
            long: RwSignal::new(false),
            problem: RwSignal::new(None),
            published: RwSignal::new(None),
            kept: RwSignal::new(Kept::Yes),
            history: RwSignal::new(History::default()),
            has_more: RwSignal::new(false),
            waiting: RwSignal::new(Vec::new()),
            versions: RwSignal::new(Vec::new()),
            typed: StoredValue::new(None),
            large: RwSignal::new_local(None),
            worker: StoredValue::new_local(None),
            place,
            notices,
            library,
            names,
        };
        session.worker.set_value(Some(Client::new(move |heard| {
            session.on(match heard {
                Heard::Answer(answer) => Event::Answer(answer),
                Heard::OtherBuild => Event::OtherBuild,
                Heard::Broken(reason) => {
                    leptos::logging::error!("the worker broke down: {reason}");
                    Event::Broken(reason)
                }
            });
        })));
        if storage::is_refused() {
            session.kept.set(Kept::Refused);
        }
        // What another tab put into the library is heard of by looking at it again.
        leptos::prelude::Effect::new(move |_| {
            library.articles.track();
            untrack(|| {
                if let Some(kept) = session.number_on_desk().and_then(|id| library.of(&id)) {
                    session.on(Event::Changed(Box::new(kept), library.change_is_ours()));
                }
            });
        });
        // An address of an article of the library opens it.
        leptos::prelude::Effect::new(move |_| {
            let Some(article) = place.wanted.get().and_then(|wanted| wanted.article) else { return };
            let found = library
                .articles
                .with(|all| all.iter().flatten().find(|kept| kept.entry.id.starts_with(&article)).cloned());
            untrack(|| found.into_iter().for_each(|kept| session.on(Event::Open(Box::new(kept), None))));
        });
        leptos::prelude::Effect::new(move |was_start: Option<bool>| {
            let is_start = place.view() == View::Start;
            if was_start == Some(true) && !is_start {
                untrack(|| session.leave());
            }
            is_start
        });
        platform::on_leave(move || session.leave());
        session
    }

    /// Something happened: the session decides, its effects are carried out, and the signals show what is there now.
    pub fn on(self, event: Event) {
        let names = self.names.on.get_untracked().then(|| self.names.list.get_untracked());
        let effects = self.library.articles.with_untracked(|articles| {
            let context = Context {
                now: platform::now(),
                names: names.as_ref(),
                library: articles.as_deref().unwrap_or(&[]),
            };
            self.core.try_update_value(|core| core.on(event, &context))
        });
        self.show();
        effects.into_iter().flatten().for_each(|effect| self.carry_out(effect));
    }

    fn show(self) {
        self.core.with_value(|core| {
            let open = core.open.as_ref();
            let shown = open.map(|open| open.shown.clone());
            let id = open.map(|open| open.id.clone());
            set_if_new(self.published, open.and_then(|open| open.published.clone()));
            set_if_new(self.history, open.map(|open| open.history.clone()).unwrap_or_default());
            set_if_new(self.waiting, open.map(|open| open.waiting.clone()).unwrap_or_default());
            set_if_new(self.versions, open.map(|open| open.versions.clone()).unwrap_or_default());
            set_if_new(self.problem, core.problem.clone());
            set_if_new(self.has_more, core.has_more());
            if !core.work.is_going_on() {
                self.long.set(false);
            }
            // Each answer of the worker is a step, also where the work that is left has the same name.
            self.work.set(core.work);
            set_if_new(self.article, shown);
            self.place.opened(id.as_deref());
        });
    }

    fn carry_out(self, effect: Effect) {
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
            Effect::Write(Journal { key, json }) => self.write(&key, &json),
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
    fn watch(self) {
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

    fn write(self, key: &str, json: &str) {
        let key = format!("{JOURNAL}{key}");
        self.kept.set(match storage::set(&key, json) {
            Ok(()) => Kept::Yes,
            Err(NotKept::Refused) => Kept::Refused,
            Err(NotKept::TooLong | NotKept::Newer) => {
                // The library has more room; rather none here than the one before it.
                storage::remove(&key);
                if self.library.refused.get_untracked().is_some() { Kept::TooLong } else { Kept::Yes }
            }
        });
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

    /// Opens an article of the library.
    pub fn open_kept(self, kept: &library::Kept) {
        self.open_kept_at(kept, Route::to(View::Reader));
    }

    pub fn open_kept_at(self, kept: &library::Kept, route: Route) {
        self.on(Event::Open(Box::new(kept.clone()), Some(route)));
    }

    /// The number of the open article.
    pub fn number_on_desk(self) -> Option<String> {
        self.article.track();
        self.core.with_value(|core| core.open.as_ref().map(|open| open.id.clone()))
    }

    /// What a file calls this article, if it came in one.
    pub fn name_in_file(self) -> Option<String> {
        self.core.with_value(|core| Some(core.open.as_ref()?.imported.as_ref()?.id.clone()))
    }

    /// Reads what the reader gave, and opens the Reader on it as soon as the text is there.
    pub fn read(self, input: Input) {
        self.read_from(input, Origin::Given, true);
    }

    /// The field has the text of the open article, to be edited.
    pub fn edit(self) {
        self.on(Event::Edit);
    }

    /// The reader types: this stands in the field now.
    pub fn type_in(self, words: String) {
        if words.is_empty() {
            self.on(Event::Emptied);
        }
        self.typed.set_value(Some(words));
    }

    /// Reads what was typed and not read yet, if there are words in it.
    pub fn read_typed(self) {
        let typed = self.typed.try_update_value(Option::take).flatten();
        if let Some(words) = typed.filter(|words| !words.trim().is_empty()) {
            self.read_field(words, false);
        }
    }

    /// The reader goes elsewhere, or the page may be gone in a moment.
    fn leave(self) {
        self.read_typed();
        self.on(Event::Leave);
    }

    /// Reads what the field holds; with `show`, the Reader comes up as soon as the text is there.
    pub fn read_field(self, text: String, show: bool) {
        self.typed.set_value(None);
        self.read_from(Input::Paste { text, html: None }, Origin::Field, show);
    }

    fn read_from(self, input: Input, origin: Origin, show: bool) {
        if let Input::Paste { text, .. } = &input
            && presentation::incoming::is_link(text)
        {
            // One that is still being typed may be the first of more words.
            if show {
                self.complain(LINK_ALONE, Fix::Told);
            }
            return;
        }
        let file = match &input {
            Input::Paste { text, .. } => export::own_file(text.as_bytes()),
            Input::File { bytes, .. } => export::own_file(bytes),
        };
        match file {
            Some(file) => self.import_native(file),
            None => self.on(Event::Read { input, origin, show }),
        }
    }

    /// Reads everything that the page shows which the open article was found in.
    pub fn use_whole(self) {
        self.on(Event::UseWhole);
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
            Content::Words(text) => self.read(Input::Paste { text, html: None }),
            Content::File { name, bytes } => self.read(Input::File { name, bytes }),
        }
    }

    fn open(self, file: Given) {
        let name = file.name();
        self.notices.say(format!("Reading {name}"));
        spawn_local(async move {
            match file.read().await {
                Some(bytes) => self.read(Input::File { name, bytes }),
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
        self.on(Event::SetPublished(day));
    }

    /// Stops the work; the text stays.
    pub fn cancel(self) {
        self.on(Event::Cancel);
    }

    /// Asks the last question again.
    pub fn try_again(self) {
        self.on(Event::TryAgain);
    }

    /// Takes the article off the desk. It stays in the library.
    pub fn clear(self) {
        self.on(Event::Clear);
    }

    /// Says what went wrong. What is open stays.
    pub fn complain(self, message: impl Into<String>, fix: Fix) {
        self.on(Event::Complain(message.into(), fix));
    }

    /// Makes a correction; none is what can no longer be pointed at.
    pub fn correct(self, correction: Option<Correction>) {
        self.on(Event::Correct(correction));
    }

    /// Gives an article of the library another title.
    pub fn rename_kept(self, id: &str, title: &str) {
        if title.trim().is_empty() {
            self.notices.tell("A title has at least one word.");
        } else if self.number_on_desk().as_deref() == Some(id) {
            self.describe(Detail::Title, title);
        } else {
            let tab = platform::random();
            self.library.rename(id.to_owned(), title.to_owned(), tab);
        }
    }

    /// Says what the open article is called, by whom it is, where.
    pub fn describe(self, detail: Detail, value: &str) {
        self.on(Event::Correct(Some(Correction::describe_article(detail, value))));
    }

    /// Marks words of the open article, with a note if there is one; none takes mark and note away.
    pub fn note(self, span: Span, note: Option<&str>) {
        self.correct(self.with_article(|document, _| Correction::note(document, span, note)));
    }

    pub fn undo(self) {
        self.on(Event::Undo);
    }

    pub fn redo(self) {
        self.on(Event::Redo);
    }

    /// Opens the text that the article had before: its place among the versions.
    pub fn revert(self, version: usize) {
        self.on(Event::Revert(version));
    }

    /// The article that is shown, made by `make` from its document and analysis.
    pub fn with_article<T>(self, make: impl FnOnce(&Document, &Analysis) -> Option<T>) -> Option<T> {
        self.article.with_untracked(|article| {
            let article = article.as_ref()?;
            make(&article.document, &article.analysis)
        })
    }

    /// The engine's own analysis of the open article, without the corrections.
    pub(super) fn base(self) -> Option<Arc<Analysis>> {
        self.core.with_value(|core| core.open.as_ref().map(|open| open.base.clone()))
    }
}

/// Whoever hears of a signal need not hear of the same again.
fn set_if_new<T: PartialEq + Send + Sync + 'static>(signal: RwSignal<T>, value: T) {
    if signal.with_untracked(|now| *now != value) {
        signal.set(value);
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
