//! Correcting an entity on its card: joined with another, renamed, of another kind, or no name at all.

use std::sync::Arc;

use analysis::EntityId;
use corrections::Correction;
use leptos::prelude::*;
use presentation::{Article, Route, View, words};

use super::rename::rename;
use super::{KINDS, choices, closer, correct, mention, name_of};
use crate::components::check::Check;
use crate::components::chooser::{Choice, Question, chooser};
use crate::platform;
use crate::state::{self, Form, Shown};

/// The actions, and under them the form that is open.
pub fn entity(article: &Shown, id: EntityId) -> AnyView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    let Some(entity) = article.entity(id) else { return ().into_any() };
    let is_name = !entity.kind.is_value();
    let shown = article.clone();
    let form = move || {
        let (_, form) = editing.entity.get().filter(|(of, _)| *of == id)?;
        Some(match form {
            Form::Merge => merge(&shown, id),
            Form::Rename => rename(&shown, id),
            Form::Kind => kind(&shown, id),
            Form::Mention => mention::form(&shown, id),
        })
    };
    let action = move |form: Form, at: &'static str, label: &'static str, title: &'static str| {
        view! {
            <button
                type="button"
                id=at
                class="quiet"
                title=title
                aria-expanded=move || editing.is_open(id, form).to_string()
                on:click=move |_| editing.toggle(id, form)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="correct" id="correct" role="group" aria-label="Correct">
            <p class="correct-actions">
                {is_name.then(|| action(Form::Merge, "merge-open", "Same as …", "The same as another name (m)"))}
                {action(Form::Rename, "rename-open", "Rename", "Another name (e)")}
                {KINDS.contains(&entity.kind).then(|| action(Form::Kind, "retype-open", "Kind", "Another kind of name"))}
                <button
                    type="button"
                    id="not-a-name"
                    class="quiet"
                    title="Take the marks away"
                    on:click=move |_| {
                        correct(session, |document, analysis| Correction::not_a_name(document, analysis, id));
                        place.step_to(Route::to(View::Entities));
                        request_animation_frame(|| platform::focus("search"));
                    }
                >
                    "Not a name"
                </button>
            </p>
            {form}
        </div>
    }
    .into_any()
}

/// "3 mentions and 1 quote".
fn belongings(article: &Article, id: EntityId) -> String {
    let mentions = article.entity(id).map_or(0, |entity| entity.mentions.len());
    let mentions = words::count(mentions, "mention", "mentions");
    match article.said_by(id).count() {
        0 => mentions,
        quotes => format!("{mentions} and {}", words::count(quotes, "quote", "quotes")),
    }
}

fn merge(article: &Shown, id: EntityId) -> AnyView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    // Which of the two names stays: the chosen one, unless the reader says so.
    let keeps = RwSignal::new(false);
    let (shown, name) = (article.clone(), name_of(article, id.0));
    let own = name.clone();
    let preview = move |other: u32| {
        let from = if keeps.get() { EntityId(other) } else { id };
        let stays = if keeps.get() { own.clone() } else { name_of(&shown, other) };
        let goes = if keeps.get() { name_of(&shown, other) } else { own.clone() };
        format!("{} of “{goes}” join “{stays}”. The name “{stays}” stays.", belongings(&shown, from))
    };
    let act = move |other: u32| {
        let other = EntityId(other);
        let (from, into) = if keeps.get_untracked() { (other, id) } else { (id, other) };
        editing.close();
        correct(session, |document, analysis| Correction::merge(document, analysis, from, into));
        place.step_to(Route::entity(into));
        request_animation_frame(|| platform::focus("card-name"));
    };
    chooser(Question {
        id: "merge".to_owned(),
        label: format!("“{name}” is the same as"),
        choices: choices(article, article.likely_same(id)),
        preview: Arc::new(preview),
        verb: "Merge",
        act: Arc::new(act),
        close: closer("merge-open"),
        more: view! { <Check id="merge-keeps" on=keeps label=format!("Keep the name “{name}”")/> }.into_any(),
    })
}

fn kind(article: &Shown, id: EntityId) -> AnyView {
    let (session, editing) = (state::session(), state::editing());
    let Some(entity) = article.entity(id) else { return ().into_any() };
    let (name, mentions) =
        (name_of(article, id.0), words::count(entity.mentions.len(), "mention", "mentions"));
    let others = KINDS.into_iter().enumerate().filter(|(_, kind)| *kind != entity.kind);
    let choices = others
        .map(|(nth, kind)| Choice {
            key: nth as u32,
            label: words::kind_of(kind).to_owned(),
            hint: String::new(),
        })
        .collect();
    let of = |key: u32| KINDS.get(key as usize).copied();
    let preview = move |key: u32| {
        let kind = of(key).map_or("", words::kind_of).to_lowercase();
        format!("“{name}” becomes: {kind}. Its {mentions} get the line of that kind.")
    };
    let act = move |key: u32| {
        editing.close();
        if let Some(kind) = of(key) {
            correct(session, |document, analysis| Correction::retype(document, analysis, id, kind));
        }
        request_animation_frame(|| platform::focus("retype-open"));
    };
    chooser(Question {
        id: "retype".to_owned(),
        label: format!("“{}” is", name_of(article, id.0)),
        choices,
        preview: Arc::new(preview),
        verb: "Change the kind",
        act: Arc::new(act),
        close: closer("retype-open"),
        more: ().into_any(),
    })
}
