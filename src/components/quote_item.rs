//! One quote with its speaker, how sure that is and why, as it stands in a list.

use analysis::Quote;
use leptos::prelude::*;
use presentation::{Article, Route, Who, quoted, words};

use crate::components::article_pieces::hue_class;
use crate::components::{cite, correct, icons};
use crate::state::{self, Shown};

/// One line for a card: the words alone, leading to their place.
pub fn short(article: &Article, quote: &Quote) -> AnyView {
    view! {
        <li>
            <a class=format!("said {}", hue_class(article.hue(quote))) href=Route::quote(quote.id).to_string()>
                {words::shortened(&quoted(article.text(), quote), 180)}
            </a>
            {note(quote)}
        </li>
    }
    .into_any()
}

/// The whole of it. With `named`, it begins with who speaks.
pub fn full(article: &Shown, quote: &Quote, named: bool) -> AnyView {
    let place = state::place();
    let id = quote.id;
    let selected = move || place.route.get().target == Some(presentation::Target::Quote(id));
    let unsure = words::confidence(quote.confidence) == "perhaps";
    view! {
        <li
            class=format!("quote {} {}", hue_class(article.hue(quote)), if unsure { "unsure" } else { "" })
            data-quote=id
            aria-current=move || selected().then_some("true")
        >
            <a class="quote-words" href=Route::quote(id).to_string()>
                {quoted(article.text(), quote)}
            </a>
            {named.then(|| speaker(article, quote))}
            <div class="quote-foot">
                <div class="quote-facts">{facts(article, quote)}</div>
                {tools(quote)}
            </div>
            {correct::quote::form(id, "list")}
        </li>
    }
    .into_any()
}

/// Of what kind it is, how sure its speaker is, and why.
pub fn facts(article: &Article, quote: &Quote) -> AnyView {
    let sure = words::confidence(quote.confidence);
    let cue = quote.cue.map(|span| article.words(span).to_owned()).filter(|cue| !cue.trim().is_empty());
    view! {
        {note(quote)}
        <span class="fact">{words::quote_kind(quote.kind)}</span>
        {cue.map(|cue| view! { <span class="fact cue">{cue}</span> })}
        {quote.speaker.is_some().then(|| view! { <span class="fact sure">{sure}</span> })}
        <span class="why">{quote.why.clone()}</span>
    }
    .into_any()
}

/// What can be done with it: copied, and corrected.
pub fn tools(quote: &Quote) -> AnyView {
    let (session, notices) = (state::session(), state::notices());
    let id = quote.id;
    view! {
        <div class="quote-tools">
            <button
                type="button"
                class="tool copy"
                aria-label=format!("Copy quote {id} with its citation")
                title="Copy with citation (c)"
                on:click=move |_| cite::copy_quote(id, session, notices)
            >
                {icons::copy()}
            </button>
            {cite::link_button(id)}
            {correct::quote::button(quote)}
        </div>
    }
    .into_any()
}

/// That the words were not said, or perhaps not, or only thought.
pub fn note(quote: &Quote) -> AnyView {
    words::quote_note(quote).map(|note| view! { <strong class="fact note">{note}</strong> }).into_any()
}

/// Who speaks, by the fullest name, with the article's own words for them where they differ.
pub fn speaker(article: &Article, quote: &Quote) -> AnyView {
    let Some(speaker) = quote.speaker else {
        return view! { <p class="quote-speaker nobody">"No speaker named"</p> }.into_any();
    };
    let said = article.words(speaker.span).to_owned();
    match speaker.entity.and_then(|id| article.entity(id)) {
        Some(entity) => {
            let role = entity.role.as_ref().map(|role| role.text.clone());
            // Nothing is told twice: not "Ana Ruiz, mayor, as “Mayor Ana Ruiz”".
            let (whole, added) = words::said_beside(&said, &entity.name, role.as_deref());
            let other = added.then(|| view! { <span class="as">{format!("as “{said}”")}</span> });
            let role = role.filter(|_| whole).map(|role| view! { <span class="role">{role}</span> });
            view! {
                <p class="quote-speaker">
                    <a href=Route::entity(entity.id).to_string()>{entity.name.clone()}</a>
                    {role}
                    {other}
                </p>
            }
            .into_any()
        }
        None if Who::of(quote, article.text()) == Who::Nobody => {
            view! { <p class="quote-speaker nobody">"No speaker named" <span class="as">{format!("“{said}”")}</span></p> }
                .into_any()
        }
        None => view! { <p class="quote-speaker">{said}</p> }.into_any(),
    }
}
