//! Addresses that lead to another article than the open one, and links to a quote by its words.

use leptos::prelude::*;
use presentation::{Route, Target, words};

use crate::state::{self, Work};

/// So much of the words that a link leads to is shown.
const SHOWN: usize = 160;

/// In the place of an article that is not the open one: it is opened if the library has it, and missed in plain words if
/// not.
#[component]
pub fn Elsewhere() -> impl IntoView {
    let (session, place, library) = (state::session(), state::place(), state::library());
    let said = move || place.wanted.with(|wanted| wanted.as_ref().map(|wanted| wanted.filter.said.clone()));
    view! {
        <section class="nothing elsewhere">
            <Show
                when=move || library.articles.with(Option::is_some)
                fallback=|| view! { <p role="status">"Opening the article …"</p> }
            >
                <h1>"This link is to an article that is not in this browser"</h1>
                {move || {
                    said().filter(|said| !said.is_empty()).map(|said| {
                        view! {
                            <p>
                                "It leads to these words of it: "
                                <q class="serif">{words::shortened(said.trim_matches(['“', '”']), SHOWN)}</q>
                            </p>
                        }
                    })
                }}
                <p>"Paste or choose the article, and it can be read here. Nothing of what you have was changed."</p>
                <p class="actions">
                    <button type="button" class="button first" on:click=move |_| place.give_up()>
                        "Paste or choose it"
                    </button>
                    {move || {
                        let title = session.article.with(|article| Some(article.as_ref()?.title(60)))?;
                        Some(
                            view! {
                                <button type="button" class="button" on:click=move |_| place.go(Route::to(presentation::View::Reader))>
                                    {format!("Back to “{title}”")}
                                </button>
                            },
                        )
                    }}
                </p>
            </Show>
        </section>
    }
}

/// Draws nothing: a link that carries a quote's words leads to the quote that has them now.
#[component]
pub fn FollowWords() -> impl IntoView {
    let (session, place, notices) = (state::session(), state::place(), state::notices());
    Effect::new(move |_| {
        let (route, said) = (place.route.get(), place.filter.with(|filter| filter.said.clone()));
        let Some(Target::Quote(id)) = route.target.filter(|_| !said.is_empty()) else { return };
        if place.wanted.with(Option::is_some) || session.work.get() != Work::Rest {
            return;
        }
        let found = session.article.with(|article| Some(article.as_ref()?.quote_of(id, &said)));
        let Some(found) = found else { return };
        place.narrow(|filter| filter.said.clear());
        match found {
            Some(found) if found == id => {}
            Some(found) => place.step_to(Route::quote(found)),
            None => {
                place.step_to(Route::to(route.view));
                notices.tell(format!(
                    "{} is no quote of this article any more.",
                    words::shortened(&said, SHOWN)
                ));
            }
        }
    });
}
