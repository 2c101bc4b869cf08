//! Correcting one mention, or all of an entity by the same words: somebody else, somebody new, or no name.

use std::sync::Arc;

use analysis::EntityId;
use corrections::Correction;
use leptos::prelude::*;
use presentation::{Route, Target, words};

use super::{NOBODY, choices, closer, correct, name_of};
use crate::components::check::Check;
use crate::components::chooser::{Choice, Question, chooser};
use crate::platform;
use crate::state::{self, Form, Shown};

/// The mention that is selected: the button for its form, with why it is one.
pub fn of_mention(article: &Shown, id: EntityId) -> AnyView {
    let (place, editing) = (state::place(), state::editing());
    let article = article.clone();
    let line = move || {
        let at = selected(place.route.get().target, id)?;
        let entity = article.entity(id)?;
        let mention = entity.mentions.get(at)?;
        let said = article.words(mention.span);
        let alias = entity.aliases.iter().find(|alias| alias.text == said);
        let why = alias.map(|alias| words::alias_reason(entity, alias));
        let why = why.unwrap_or_else(|| words::mention_kind(mention.kind).to_owned());
        Some(view! {
            <p class="mention-line">
                <span>
                    {format!("“{}”", words::shortened(said, 30))} <span class="why">{why}</span>
                </span>
                <button
                    type="button"
                    id="mention-open"
                    class="quiet"
                    aria-expanded=move || editing.is_open(id, Form::Mention).to_string()
                    on:click=move |_| editing.toggle(id, Form::Mention)
                >
                    "Correct"
                </button>
            </p>
        })
    };
    view! { {line} }.into_any()
}

fn selected(target: Option<Target>, id: EntityId) -> Option<usize> {
    match target {
        Some(Target::Entity(same, Some(n))) if same == id => (n as usize).checked_sub(1),
        _ => None,
    }
}

/// Somebody else, somebody new, or nobody; this once, or wherever the entity is meant by the same words.
pub fn form(article: &Shown, id: EntityId) -> AnyView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    let at = selected(place.route.get().target, id);
    let Some((at, entity)) = at.zip(article.entity(id)) else {
        return view! { <p class="hint">"Step to a mention first (n)."</p> }.into_any();
    };
    let Some(of) = entity.mentions.get(at) else { return ().into_any() };
    let said = article.words(of.span).to_owned();
    let same = |other: &&analysis::Mention| article.words(other.span) == said && other.kind == of.kind;
    let count = entity.mentions.iter().filter(same).count();
    let several = entity.mentions.len() > 1;
    let every = RwSignal::new(false);
    let mut all = choices(article, article.likely_same(id));
    if several {
        let hint = "an entity of its own".to_owned();
        all.insert(0, Choice { key: NOBODY, label: "Somebody new".to_owned(), hint });
    }
    let (shown, words_said) = (article.clone(), words::shortened(&said, 30));
    let told = words_said.clone();
    let preview = move |key: u32| {
        let which = match every.get() {
            true => format!("All {count} mentions by “{told}”"),
            false => format!("This mention, “{told}”,"),
        };
        match key {
            NOBODY => format!("{which} will be a name of their own."),
            other => format!("{which} will mean “{}”.", name_of(&shown, other)),
        }
    };
    let span = of.span;
    let done = move |open: EntityId| {
        editing.close();
        // The mention is another's now, or nobody's.
        place.step_to(Route::entity(open));
        request_animation_frame(|| platform::focus("card-name"));
    };
    let act = move |key: u32| {
        let every = every.get_untracked();
        correct(session, |document, analysis| match key {
            NOBODY => Correction::split(document, analysis, id, at, every),
            other => Correction::move_mention(document, analysis, id, at, EntityId(other), every),
        });
        // The card goes where the mention went.
        done(session.article.with_untracked(|article| article.as_ref()?.meant_at(span)).unwrap_or(id));
    };
    let more = view! {
        {(count > 1)
            .then(|| {
                let label = format!("Every “{words_said}” ({count})");
                view! { <Check id="every" on=every label/> }
            })}
        <button
            type="button"
            class="quiet"
            on:click=move |_| {
                correct(session, |document, analysis| Correction::not_a_mention(document, analysis, id, at));
                done(id);
            }
        >
            "Not a name here"
        </button>
    };
    chooser(Question {
        id: "move".to_owned(),
        label: format!("“{}” means", words::shortened(&said, 30)),
        choices: all,
        preview: Arc::new(preview),
        verb: "Change it",
        act: Arc::new(act),
        close: closer("mention-open"),
        more: more.into_any(),
    })
}
