//! A bar at the words that are selected in the article: mark them as a name or a quote, copy them with their citation,
//! highlight them, write a note beside them. The words stay lit while something is asked about them.

mod asked;

use analysis::{EntityId, EntityType, QuoteKind};
use corrections::Correction;
use leptos::ev;
use leptos::prelude::*;
use presentation::Family;
use text::Span;

use asked::{SaidBy, WriteNote};

use crate::components::{cite, icons};
use crate::platform::{self, highlight, selection};
use crate::state::{self, Session};

/// What opens a quotation.
const MARKS: [char; 6] = ['"', '“', '„', '«', '‘', '‹'];
/// The highlight of the words that something is asked about.
const MARKING: &str = "marking";
const NAMES: [(EntityType, &str); 4] = [
    (EntityType::Person, "Person"),
    (EntityType::Org, "Organisation"),
    (EntityType::Gpe, "Place"),
    (EntityType::Event, "Other name"),
];

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
    // The bar goes with the words.
    let place = move || bar.place();
    platform::on_scroll(place);
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
        let asked = self.asked.get_untracked() != Asked::Nothing;
        self.asked.set(Asked::Nothing);
        self.selected.set(None);
        highlight::clear(MARKING);
        selection::clear();
        if asked {
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

#[component]
fn Tools(bar: Bar, span: Span) -> impl IntoView {
    let notices = state::notices();
    // A press on a button must not take the selection away before it is used.
    let keep = move |event: web_sys::PointerEvent| {
        if bar.asked.get_untracked() == Asked::Nothing {
            event.prevent_default();
        }
    };
    let copy = move |_| {
        let (style, read) = (state::citing().style.get_untracked(), state::today());
        let cited = bar.session.with_article(|document, analysis| {
            Some(export::cite_words(style, document, analysis, span, Some(&read)))
        });
        if let Some(cited) = cited {
            cite::copy(cited, "the words with their citation".to_owned(), notices);
        }
        bar.close();
    };
    let buttons = move || {
        view! {
            {NAMES
                .map(|(kind, label)| {
                    view! {
                        <button
                            type="button"
                            class="button small"
                            data-family=Family::of(kind).key()
                            on:click=move |_| bar.name(span, kind)
                        >
                            {label}
                        </button>
                    }
                })}
            <button type="button" id="mark-quote" class="button small" on:click=move |_| bar.ask(Asked::Speaker)>
                "Quote said by …"
            </button>
            <button type="button" id="mark-copy" class="button small" on:click=copy>
                {icons::copy()}"Copy with citation"
            </button>
            <button
                type="button"
                id="mark-highlight"
                class="button small"
                on:click=move |_| {
                    bar.session.note(span, Some(""));
                    bar.close();
                }
            >
                "Highlight"
            </button>
            <button type="button" id="mark-note" class="button small" on:click=move |_| bar.ask(Asked::Note)>
                {icons::note()}"Note"
            </button>
        }
        .into_any()
    };
    let style = move || match bar.at.get() {
        Some(at) => at.style(),
        None => String::new(),
    };
    view! {
        <div
            class="mark-bar"
            role="toolbar"
            aria-label="Mark the selected words"
            style=style
            on:pointerdown=keep
        >
            {move || match bar.asked.get() {
                Asked::Nothing => buttons(),
                Asked::Speaker => view! { <SaidBy bar span/> }.into_any(),
                Asked::Note => view! { <WriteNote bar span/> }.into_any(),
            }}
        </div>
    }
}
