//! A bar at the words that are selected in the article: mark them as a name or a quote, copy them with their citation,
//! highlight them, write a note beside them. The words stay lit while something is asked about them.

mod asked;
mod tools;

use analysis::{EntityId, EntityType, QuoteKind};
use corrections::Correction;
use leptos::ev;
use leptos::prelude::*;
use text::Span;

use tools::Tools;

use crate::platform::{self, highlight, selection};
use crate::state::{self, Session};

/// What opens a quotation.
const MARKS: [char; 6] = ['"', '“', '„', '«', '‘', '‹'];
/// The bar's element.
const BAR: &str = "mark-bar";
/// Its button that takes the focus when the words were selected by keys.
const FIRST: &str = "mark-highlight";
/// The highlight of the words that something is asked about.
const MARKING: &str = "marking";
/// What is asked about the words.
#[derive(Clone, Copy, PartialEq)]
enum Asked {
    Nothing,
    Speaker,
    Note,
}

#[derive(Clone, Copy)]
struct Bar {
    session: Session,
    selected: RwSignal<Option<Span>>,
    asked: RwSignal<Asked>,
    /// Left, top and bottom of the words in the window.
    at: RwSignal<Option<selection::Box>>,
}

#[component]
pub fn SelectionBar() -> impl IntoView {
    let session = state::session();
    let bar = Bar {
        session,
        selected: RwSignal::new(None),
        asked: RwSignal::new(Asked::Nothing),
        at: RwSignal::new(None),
    };
    selection::on_change(move || bar.look());
    let place = state::place();
    Effect::new(move |_| {
        if let Some(span) = place.take.get() {
            // The words may still be drawn, and so may the bar.
            request_animation_frame(move || {
                bar.take(span);
                request_animation_frame(|| platform::focus(FIRST));
            });
        }
    });
    // What is asked about words ends where they are left behind.
    let text =
        Memo::new(move |_| session.article.with(|article| article.as_ref().map(|a| a.document.clone())));
    Effect::new(move |before: Option<()>| {
        text.track();
        place.view();
        if before.is_some() && bar.asked.get_untracked() != Asked::Nothing {
            bar.close();
        }
    });
    // The bar goes with the words.
    platform::on_scroll(move || bar.place());
    window_event_listener(ev::resize, move |_| bar.place());
    window_event_listener(ev::keydown, move |event| {
        if event.key() == "Escape"
            && bar.selected.with_untracked(Option::is_some)
            && !event.default_prevented()
        {
            event.prevent_default();
            bar.close();
        }
    });
    let shown = Memo::new(move |_| bar.selected.get());
    view! { {move || shown.get().map(|span| view! { <Tools bar span/> })} }
}

impl Bar {
    /// The selection has changed.
    fn look(self) {
        // While something is asked, the field has the selection.
        if self.asked.get_untracked() != Asked::Nothing {
            return;
        }
        let span = selection::selected().and_then(|((first, from), (last, to))| {
            self.session.article.with_untracked(|article| {
                let article = article.as_ref()?;
                let span = Span { start: article.place_of(first, from), end: article.place_of(last, to) };
                Some(span.trim(article.text())).filter(|span| !span.is_empty())
            })
        });
        if self.selected.get_untracked() != span {
            self.selected.set(span);
        }
        self.place();
    }

    /// Selects words, as a reader does with the mouse.
    fn take(self, span: Span) {
        let at =
            self.session.article.with_untracked(|article| article.as_ref()?.units_of(span).first().copied());
        if let Some((piece, from, to)) = at {
            selection::select(piece, from, to);
            // Here and not when the browser tells of it: the bar is there for the focus then.
            self.look();
        }
    }

    fn place(self) {
        let at = match self.asked.get_untracked() {
            Asked::Nothing => selection::place_in_window(),
            // The words are no selection any more.
            _ => return,
        };
        if self.at.get_untracked() != at {
            self.at.set(at);
        }
    }

    fn ask(self, asked: Asked) {
        self.asked.set(asked);
        if let Some(span) = self.selected.get_untracked() {
            self.session.article.with_untracked(|article| {
                let words = article.iter().flat_map(|article| article.units_of(span));
                highlight::draw_words(MARKING, words);
            });
        }
    }

    fn close(self) {
        let has_focus = platform::has_focus_in(BAR);
        self.asked.set(Asked::Nothing);
        self.selected.set(None);
        highlight::clear(MARKING);
        selection::clear();
        if has_focus {
            platform::focus("article");
        }
    }

    fn name(self, span: Span, kind: EntityType) {
        let made = self.session.with_article(|document, analysis| {
            Correction::add_name(document, analysis, span, kind, None, true)
        });
        self.session.correct(made);
        self.close();
    }

    fn quote(self, span: Span, speaker: Option<EntityId>) {
        let made = self.session.with_article(|document, analysis| {
            Correction::add_quote(document, analysis, &[span], quote_kind(&document.text, span), speaker)
        });
        self.session.correct(made);
        self.close();
    }
}

/// Words right behind a quotation mark are speech as it was spoken; others are the reporter's.
fn quote_kind(text: &str, span: Span) -> QuoteKind {
    let before = text.get(..span.start as usize).unwrap_or("");
    let marked = span.of(text).starts_with(MARKS) || before.ends_with(MARKS);
    if marked { QuoteKind::Direct } else { QuoteKind::Indirect }
}
