//! What became of several files that were given at once: what came in, what did not and why, and how far it is.

use leptos::prelude::*;
use presentation::words;

use crate::components::modal::Modal;
use crate::state;

#[component]
pub fn BatchList() -> impl IntoView {
    let (batch, library, session) = (state::batch(), state::library(), state::session());
    let close = move || {
        batch.cancel();
        batch.open.set(false);
    };
    let far = move || batch.outcomes.with(Vec::len);
    let summary = move || {
        let came = batch.outcomes.with(|all| all.iter().map(|outcome| outcome.articles.len()).sum::<usize>());
        match batch.is_going_on() {
            true => format!("{} of {} files are read …", far(), batch.count.get()),
            false => format!("{} came into the library.", words::count(came, "article", "articles")),
        }
    };
    let open = move |id: &str| {
        if let Some(kept) = library.of(id) {
            close();
            session.open_kept(&kept);
        }
    };
    view! {
        <Modal id="batch" label="Several files" open=batch.open on_close=close>
            <p role="status">{summary}</p>
            <Show when=move || batch.is_going_on()>
                <p class="actions">
                    <progress
                        aria-label="Reading the files"
                        max=move || batch.count.get().to_string()
                        value=move || far().to_string()
                    ></progress>
                    <button type="button" class="button small" on:click=move |_| batch.cancel()>
                        "Cancel"
                    </button>
                </p>
            </Show>
            <ul class="batch">
                {move || {
                    batch
                        .outcomes
                        .get()
                        .into_iter()
                        .map(|outcome| {
                            let articles = outcome.articles.into_iter().map(|(id, title)| {
                                view! {
                                    <li>
                                        <button type="button" class="link" on:click=move |_| open(&id)>
                                            {title}
                                        </button>
                                    </li>
                                }
                            });
                            let articles = articles.collect_view();
                            let refused = outcome.refused.into_iter().map(|why| view! { <li>{why}</li> });
                            view! {
                                <li>
                                    <b>{outcome.file}</b>
                                    <ul>{articles} {refused.collect_view()}</ul>
                                </li>
                            }
                        })
                        .collect_view()
                }}
            </ul>
        </Modal>
    }
}
