//! One saying in several articles.

use leptos::prelude::*;
use presentation::{Comparison, Route, SameQuote, Speakers, Wording, words};

use super::{Beside, LISTED, lead, letter, section};
use crate::components::quote_item;

/// One saying in several articles, side by side, with what differs marked.
pub fn quotes(beside: &[Beside], found: &Comparison) -> AnyView {
    let inside = if found.quotes.is_empty() {
        view! { <p class="empty">"No saying stands in more than one of these articles."</p> }.into_any()
    } else {
        found.quotes.iter().take(LISTED).map(|same| same_quote(beside, same)).collect_view().into_any()
    };
    section("same-quotes", "The same quote", found.quotes.len(), inside)
}

fn same_quote(beside: &[Beside], same: &SameQuote) -> AnyView {
    let wording = match same.wording {
        Wording::Same => "The same words",
        Wording::Cut => "Cut shorter in one",
        Wording::Other => "In other words",
    };
    let speakers = match same.speakers {
        Speakers::Same => "the same speaker",
        Speakers::Unclear => "not everywhere a name for the speaker",
        Speakers::Other => "given to another speaker",
    };
    let differs = same.wording != Wording::Same || same.speakers != Speakers::Same;
    let members = same.members.iter().filter_map(|said| {
        let one = beside.get(said.article)?;
        let quote = one.article.quote(said.quote)?;
        let speaker =
            quote.speaker.map(|speaker| match speaker.entity.and_then(|id| one.article.entity(id)) {
                Some(entity) => entity.name.clone(),
                None => one.article.words(speaker.span).to_owned(),
            });
        let runs = said
            .runs
            .iter()
            .map(|run| match run.shared {
                true => run.text.clone().into_any(),
                false => view! { <mark>{run.text.clone()}</mark> }.into_any(),
            })
            .collect_view();
        Some(view! {
            <li>
                <p class="beside-of">
                    <b class="letter" aria-hidden="true">{letter(said.article)}</b>
                    {lead(one, Route::quote(quote.id), words::shortened(&one.title, 60))}
                </p>
                <blockquote class="serif">{runs}</blockquote>
                <p class="hint">
                    {speaker.unwrap_or_else(|| "No speaker named".to_owned())} ", "
                    {words::quote_kind(quote.kind).to_lowercase()} " "
                    {quote_item::note(quote)}
                </p>
            </li>
        })
    });
    view! {
        <article class="same-quote" class:differs=differs>
            <h3>{format!("{wording}, {speakers}")}</h3>
            <ul class="side-by-side">{members.collect_view()}</ul>
        </article>
    }
    .into_any()
}
