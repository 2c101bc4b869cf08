//! The list of all that was corrected, with undo and redo, and what the text has no place for.

use leptos::prelude::*;
use presentation::words;

use crate::state;

#[component]
pub fn Corrections() -> impl IntoView {
    let session = state::session();
    view! {
        {move || {
            let history = session.history.get();
            (history.can_undo() || history.can_redo())
                .then(|| {
                    let count = match history.done().len() {
                        0 => "Corrections taken back".to_owned(),
                        count => words::count(count, "correction", "corrections"),
                    };
                    let list = history.done().iter().rev().take(20).map(|one| view! { <li>{one.describe()}</li> }).collect_view();
                    let waiting = session.waiting.get();
                    view! {
                        <section class="corrections" aria-labelledby="corrections-label">
                            <h3 id="corrections-label">{count}</h3>
                            <p class="actions">
                                <button
                                    type="button"
                                    id="undo"
                                    class="button small"
                                    disabled=!history.can_undo()
                                    on:click=move |_| session.undo()
                                >
                                    "Undo"
                                </button>
                                <button
                                    type="button"
                                    id="redo"
                                    class="button small"
                                    disabled=!history.can_redo()
                                    on:click=move |_| session.redo()
                                >
                                    "Redo"
                                </button>
                                <button
                                    type="button"
                                    id="learn-names"
                                    class="button small"
                                    title="Names you corrected go into a list that later articles can be read with"
                                    disabled=!history.can_undo()
                                    on:click=move |_| session.learn_names()
                                >
                                    "Remember these names"
                                </button>
                            </p>
                            <ol class="done" reversed>{list}</ol>
                            {(!waiting.is_empty())
                                .then(|| {
                                    view! {
                                        <div class="notes">
                                            <p>"These fit nowhere in the text as it is now. They are kept:"</p>
                                            <ul>
                                                {waiting
                                                    .into_iter()
                                                    .map(|one| view! { <li>{format!("{}: {}", one.told, one.why)}</li> })
                                                    .collect_view()}
                                            </ul>
                                        </div>
                                    }
                                })}
                        </section>
                    }
                })
        }}
    }
}
