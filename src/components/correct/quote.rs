//! Correcting a quote: who said it, or that it is none.

use std::sync::Arc;

use analysis::{EntityId, Quote, plain};
use corrections::Correction;
use leptos::prelude::*;
use presentation::words;

use super::{NOBODY, choices, correct, name_of};
use crate::components::chooser::{Choice, Question, chooser};
use crate::components::icons;
use crate::platform;
use crate::state::{self, Shown, SpotOf};

/// The button that opens the form.
pub fn button(quote: &Quote) -> AnyView {
    let editing = state::editing();
    let id = quote.id;
    view! {
        <button
            type="button"
            class="tool correct-quote"
            aria-label=format!("Correct quote {id}")
            title="Correct who said it (s)"
            aria-expanded=move || (editing.quote.get() == Some(id)).to_string()
            on:click=move |_| editing.quote.update(|open| *open = (*open != Some(id)).then_some(id))
        >
            {icons::pencil()}
        </button>
    }
    .into_any()
}

/// The form, while it is open. Of the two places that a quote can stand in, the card at its words has it if it is there.
pub fn form(id: u32, at: &'static str) -> AnyView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    let is_spot = move || place.spot.with(|spot| spot.is_some_and(|spot| spot.of == SpotOf::Quote(id)));
    let done = move || {
        editing.close();
        // The quote may stand elsewhere by now: the focus follows it.
        set_timeout(
            move || {
                platform::focus_in_panel(&format!("[data-quote='{id}'] .quote-words"));
            },
            platform::A_FRAME,
        );
    };
    view! {
        {move || {
            let open = editing.quote.get() == Some(id) && is_spot() == (at == "spot");
            let article = session.article.get_untracked().filter(|_| open)?;
            Some(speaker(&article, id, Arc::new(done)))
        }}
    }
    .into_any()
}

/// Who said a quote, to be chosen; `done` is called once it is, or is not.
pub fn speaker(article: &Shown, id: u32, done: Arc<dyn Fn() + Send + Sync>) -> AnyView {
    let session = state::session();
    let Some(quote) = article.quote(id) else { return ().into_any() };
    let now = quote.speaker.and_then(|speaker| speaker.entity);
    let mut all = choices(article, article.likely_speakers(id));
    all.retain(|choice| Some(EntityId(choice.key)) != now);
    if quote.speaker.is_some() {
        let nobody = Choice { key: NOBODY, label: "No speaker named".to_owned(), hint: String::new() };
        all.insert(all.len().min(5), nobody);
    }
    let said = words::shortened(&plain::quoted(article.text(), quote), 60);
    let shown = article.clone();
    let preview = move |key: u32| match key {
        NOBODY => format!("{said} will have no speaker."),
        who => format!("{said} will be said by {}.", name_of(&shown, who)),
    };
    let closed = done.clone();
    let act = move |key: u32| {
        let who = (key != NOBODY).then_some(EntityId(key));
        closed();
        correct(session, |document, analysis| Correction::set_speaker(document, analysis, id, who));
    };
    let gone = done.clone();
    let more = view! {
        <button
            type="button"
            class="quiet not-a-quote"
            on:click=move |_| {
                gone();
                correct(session, |document, analysis| Correction::not_a_quote(document, analysis, id));
            }
        >
            "Not a quote"
        </button>
    };
    chooser(Question {
        id: format!("speaker-{id}"),
        label: "Said by".to_owned(),
        choices: all,
        preview: Arc::new(preview),
        verb: "Set the speaker",
        act: Arc::new(act),
        close: done,
        more: more.into_any(),
    })
}
