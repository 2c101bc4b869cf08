//! What the bar at the selection asks about the words: who said them, and what to note beside them.

use analysis::EntityId;
use leptos::ev;
use leptos::prelude::*;
use presentation::{Article, Family, words};
use text::Span;

use super::Bar;
use crate::components::icons;
use crate::platform;

/// Speakers offered at once.
const OFFERED: usize = 6;

/// The people and bodies that may have said it: those that answer to what is typed, the nearest before the words first.
fn speakers(article: &Article, span: Span, typed: &str) -> Vec<(EntityId, String)> {
    let speaks = |kind| matches!(Family::of(kind), Family::People | Family::Organisations | Family::Groups);
    let near = |entity: &analysis::Entity| {
        let away = entity.mentions.iter().map(|mention| mention.span.start.abs_diff(span.start)).min();
        (Family::of(entity.kind) != Family::People, away)
    };
    let mut all: Vec<_> = article
        .analysis
        .entities
        .iter()
        .filter(|entity| speaks(entity.kind) && words::answers(entity, typed))
        .map(|entity| (near(entity), entity.id, entity.name.clone()))
        .collect();
    all.sort();
    all.into_iter().take(OFFERED).map(|(_, id, name)| (id, words::shortened(&name, 40))).collect()
}

#[component]
pub fn SaidBy(bar: Bar, span: Span) -> impl IntoView {
    let typed = RwSignal::new(String::new());
    let fitting = move || {
        bar.session.article.with(|article| {
            article.as_ref().map_or(Vec::new(), |article| speakers(article, span, &typed.get()))
        })
    };
    request_animation_frame(|| platform::focus("said-by"));
    let enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            if let Some((first, _)) = untrack(fitting).first() {
                bar.quote(span, Some(*first));
            }
        }
    };
    view! {
        <label for="said-by">"Said by"</label>
        <input
            id="said-by"
            type="text"
            autocomplete="off"
            placeholder="type a name; Enter takes the first"
            prop:value=move || typed.get()
            on:input=move |event| typed.set(event_target_value(&event))
            on:keydown=enter
        />
        <div class="mark-offers">
            {move || {
                fitting()
                    .into_iter()
                    .map(|(id, name)| {
                        view! {
                            <button type="button" class="button small" on:click=move |_| bar.quote(span, Some(id))>
                                {name}
                            </button>
                        }
                    })
                    .collect_view()
            }}
            <button type="button" class="button small" on:click=move |_| bar.quote(span, None)>
                "No speaker named"
            </button>
            <button type="button" class="tool" aria-label="Close" on:click=move |_| bar.close()>
                {icons::close()}
            </button>
        </div>
    }
}

#[component]
pub fn WriteNote(bar: Bar, span: Span) -> impl IntoView {
    let words = RwSignal::new(String::new());
    request_animation_frame(|| platform::focus("note-words"));
    let save = move || {
        bar.session.note(span, Some(&words.get_untracked()));
        bar.close();
    };
    let enter = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            save();
        }
    };
    view! {
        <label for="note-words">"Note"</label>
        <textarea
            id="note-words"
            rows="2"
            placeholder=(!platform::has_fingers()).then_some("Ctrl Enter keeps it")
            prop:value=move || words.get()
            on:input=move |event| words.set(event_target_value(&event))
            on:keydown=enter
        ></textarea>
        <div class="mark-offers">
            <button type="button" id="note-keep" class="button small first" on:click=move |_| save()>
                "Keep the note"
            </button>
            <button type="button" class="button small" on:click=move |_| bar.close()>
                "Cancel"
            </button>
        </div>
    }
}
