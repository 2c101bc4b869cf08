//! What can be done with the words that are selected.

use analysis::EntityType;
use leptos::prelude::*;
use presentation::Family;
use presentation::words::shortened;
use text::Span;

use super::asked::{SaidBy, WriteNote};
use super::{Asked, BAR, Bar};
use crate::components::{cite, icons};
use crate::platform::selection;
use crate::state;

const NAMES: [(EntityType, &str); 4] = [
    (EntityType::Person, "Person"),
    (EntityType::Org, "Organisation"),
    (EntityType::Gpe, "Place"),
    (EntityType::Event, "Other name"),
];

#[component]
pub fn Tools(bar: Bar, span: Span) -> impl IntoView {
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
    let replaced = bar.session.article.with_untracked(|article| {
        let names = article.as_ref().map(|article| article.names_under(span)).unwrap_or_default();
        let names: Vec<String> = names.into_iter().map(|name| format!("“{}”", shortened(name, 30))).collect();
        (!names.is_empty()).then(|| format!("Marked as a name, they take the place of {}.", names.join(", ")))
    });
    let buttons = move || {
        view! {
            {replaced.clone().map(|told| view! { <p class="hint replaced">{told}</p> })}
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
    // Through the style object: the policy refuses an attribute with a style in it.
    let side = move |side: fn(&selection::Placed) -> Option<f64>| {
        move || bar.at.get().and_then(|at| side(&at.placed())).map(|px| format!("{px}px"))
    };
    view! {
        <section id=BAR class="mark-bar" aria-label="Selected words" style:left=side(|at| Some(at.left)) style:top=side(|at| at.top) style:bottom=side(|at| at.bottom) on:pointerdown=keep>
            <div
                class="mark-tools"
                role=move || if bar.asked.get() == Asked::Nothing { "toolbar" } else { "group" }
                aria-label="Mark the selected words"
            >
                {move || match bar.asked.get() {
                    Asked::Nothing => buttons(),
                    Asked::Speaker => view! { <SaidBy bar span/> }.into_any(),
                    Asked::Note => view! { <WriteNote bar span/> }.into_any(),
                }}
            </div>
        </section>
    }
}
