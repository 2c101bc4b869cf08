//! The session in the browser: signals that show what the [`session`] crate knows, and its effects carried out.
//!
//! Everything that happens goes through [`Session::on`]; nothing here decides.

mod effects;
mod reading;

use std::sync::Arc;

use analysis::{Analysis, Document};
use corrections::{Correction, Detail, History};
use leptos::prelude::*;
use presentation::library::{self, Version};
use presentation::{Route, View};
use session::{Context, Event};
pub use session::{Fix, Problem, Shown, Waiting, Work};
use text::Span;

pub(super) use reading::LARGE;

use super::library::Library;
use super::{Names, Notices, Place};
use crate::platform::files::Given;
use crate::platform::worker::{Client, Heard};
use crate::platform::{self, storage};

/// Whether the article will be there at the next visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    Yes,
    Refused,
    TooLong,
}

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
        Effect::new(move |_| {
            library.articles.track();
            untrack(|| {
                if let Some(kept) = session.number_on_desk().and_then(|id| library.of(&id)) {
                    session.on(Event::Changed(Box::new(kept), library.change_is_ours()));
                }
            });
        });
        // An address of an article of the library opens it.
        Effect::new(move |_| {
            let Some(article) = place.wanted.get().and_then(|wanted| wanted.article) else { return };
            let found = library
                .articles
                .with(|all| all.iter().flatten().find(|kept| kept.entry.id.starts_with(&article)).cloned());
            untrack(|| found.into_iter().for_each(|kept| session.on(Event::Open(Box::new(kept), None))));
        });
        Effect::new(move |was_start: Option<bool>| {
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
