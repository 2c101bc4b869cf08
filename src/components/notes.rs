//! The reader's own marks and notes, in the order of the text: each leads to its words, and is changed or taken away here.

use analysis::Note;
use leptos::prelude::*;
use presentation::{Route, Target, words};

use crate::components::icons;
use crate::state;

/// Characters of the marked words that are shown.
const SHOWN: usize = 90;

#[component]
pub fn YourNotes() -> impl IntoView {
    let session = state::session();
    // Other corrections leave the list, and a note that is being written, as they are.
    let notes = Memo::new(move |_| {
        session.article.with(|article| {
            article.as_ref().map_or(Vec::new(), |article| {
                let words = |note: &Note| words::shortened(article.words(note.span), SHOWN);
                article.analysis.notes.iter().map(|note| (note.clone(), words(note))).collect::<Vec<_>>()
            })
        })
    });
    view! {
        {move || {
            let notes = notes.get();
            (!notes.is_empty())
                .then(|| {
                    let count = words::number(notes.len());
                    view! {
                        <section class="your-notes" aria-labelledby="notes-label">
                            <h3 id="notes-label">"Your notes " <span class="count">{count}</span></h3>
                            <ul>{notes.into_iter().zip(1..).map(|((note, words), n)| item(note, words, n)).collect_view()}</ul>
                        </section>
                    }
                })
        }}
    }
}

fn item(note: Note, marked: String, n: u32) -> AnyView {
    let (session, place) = (state::session(), state::place());
    let span = note.span;
    let here = move || (place.route.get().target == Some(Target::Note(n))).then_some("true");
    let before = note.words.clone();
    let label = format!("Note on “{marked}”");
    let remove = format!("Remove the mark on “{marked}”");
    view! {
        <li aria-current=here data-note=n>
            <a class="serif" href=Route::note(n).to_string()>
                {format!("“{marked}”")}
            </a>
            <div class="note-row">
                <textarea
                    rows="1"
                    aria-label=label
                    placeholder="add a note"
                    prop:value=note.words.clone()
                    on:change=move |event| {
                        let words = event_target_value(&event);
                        if words.trim() != before {
                            session.note(span, Some(&words));
                        }
                    }
                ></textarea>
                <button type="button" class="tool" aria-label=remove title="Remove" on:click=move |_| session.note(span, None)>
                    {icons::close()}
                </button>
            </div>
        </li>
    }
    .into_any()
}
