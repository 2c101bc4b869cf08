//! Who and what is in the article: a list by family, and a card for each.

use analysis::EntityId;
use leptos::prelude::*;
use presentation::{Family, Route, Target, words};

use super::entity_card::card;
use crate::components::search_field::search_field;
use crate::components::strip;
use crate::state::{self, Form, Shown};

/// Members of a family shown in the list before the reader asks for more.
const FAMILY: usize = 200;

#[component]
pub fn Entities() -> impl IntoView {
    let (session, place, editing) = (state::session(), state::place(), state::editing());
    let opened = Memo::new(move |_| match place.route.get().target {
        Some(Target::Entity(id, _)) => {
            session.article.with(|article| article.as_ref()?.entity(id).map(|entity| entity.id))
        }
        _ => None,
    });
    // A form that was left open is not open at the next visit.
    Effect::new(move |before: Option<Option<EntityId>>| {
        let now = opened.get();
        let form = editing.entity.get_untracked();
        if before.is_some_and(|before| before != now) && form.is_some_and(|(of, _)| Some(of) != now) {
            editing.entity.set(None);
        }
        now
    });
    // Which mention a form is about changes with a step.
    Effect::new(move |_| {
        place.route.track();
        if let Some((_, Form::Mention)) = editing.entity.get_untracked() {
            editing.entity.set(None);
        }
    });
    view! {
        {move || match opened.get() {
            // A correction draws the card anew, and not the panel.
            Some(id) => (move || session.article.get().map(|article| card(&article, id))).into_any(),
            None => view! { <List/> }.into_any(),
        }}
    }
}

/// What a row of the list shows.
#[derive(Clone, PartialEq, Eq, Hash)]
struct Row {
    id: EntityId,
    name: String,
    role: Option<String>,
    drift: Vec<String>,
    mentions: Vec<u32>,
}

type Group = (Family, Vec<Row>);

fn groups(article: &Shown, typed: &str) -> Vec<Group> {
    let row = |entity: &&analysis::Entity| Row {
        id: entity.id,
        name: entity.name.clone(),
        role: entity.role.as_ref().map(|role| role.text.clone()),
        drift: words::drift(entity).into_iter().map(str::to_owned).collect(),
        mentions: entity.mentions.iter().map(|mention| mention.span.start).collect(),
    };
    let families = article.families().into_iter();
    let fitting = families.map(|(family, members)| {
        (family, members.iter().filter(|entity| words::answers(entity, typed)).map(row).collect::<Vec<_>>())
    });
    fitting.filter(|(_, rows)| !rows.is_empty()).collect()
}

#[component]
fn List() -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let typed = Memo::new(move |_| place.filter.with(|filter| filter.words.clone()));
    let groups = Memo::new(move |_| {
        session
            .article
            .with(|article| article.as_ref().map_or(Vec::new(), |a| typed.with(|typed| groups(a, typed))))
    });
    let names = Memo::new(move |_| session.article.with(|a| a.as_ref().map_or(0, |a| a.name_count())));
    let going = Memo::new(move |_| session.work.get().is_going_on());
    let families = move || groups.with(|all| all.iter().map(|(family, _)| *family).collect::<Vec<_>>());
    let empty = move || {
        if !groups.with(Vec::is_empty) {
            return None;
        }
        Some(match typed.get().trim() {
            "" if going.get() => "Looking for names …".to_owned(),
            "" => "No names were found in this text.".to_owned(),
            typed => format!("No name here has “{typed}” in it."),
        })
    };
    view! {
        <header class="panel-head">
            <h2>"Entities"</h2>
            <p class="hint">
                {move || match (names.get(), going.get()) {
                    (0, true) => String::new(),
                    (names, _) => format!("{}, the weightiest first", words::count(names, "name", "names")),
                }}
            </p>
        </header>
        {search_field(
            "search",
            "Search the names",
            "Search names, spellings, roles",
            move || typed.get(),
            move |typed| place.narrow(|filter| filter.words = typed),
        )}
        {move || empty().map(|words| view! { <p class="empty">{words}</p> })}
        // Keyed: what a correction does not change is not drawn anew.
        <For each=families key=|family| *family let:family>
            {group(family, groups)}
        </For>
    }
}

fn group(family: Family, groups: Memo<Vec<Group>>) -> AnyView {
    let label = format!("family-{}", family.key());
    let id = label.clone();
    let rows = Memo::new(move |_| {
        let all = groups.with(|all| all.iter().find(|(of, _)| *of == family).map(|(_, rows)| rows.clone()));
        all.unwrap_or_default()
    });
    let shown = move || rows.get().into_iter().take(FAMILY).collect::<Vec<_>>();
    let more = move || rows.with(Vec::len).saturating_sub(FAMILY);
    view! {
        <section class="family" aria-labelledby=label>
            <h3 id=id>
                <span class=format!("mark sample {}", family.key()) aria-hidden="true">"Aa"</span>
                {family.label()}
                <span class="count">{move || words::number(rows.with(Vec::len))}</span>
            </h3>
            <ul>
                <For each=shown key=|row| row.clone() let:row>
                    {row_view(row)}
                </For>
            </ul>
            {move || {
                (more() > 0)
                    .then(|| view! { <p class="hint">{format!("and {} more: search for them", words::number(more()))}</p> })
            }}
        </section>
    }
    .into_any()
}

fn row_view(row: Row) -> AnyView {
    let (session, place) = (state::session(), state::place());
    let Row { id, name, role, drift, mentions } = row;
    let ticks = session.article.with_untracked(|article| {
        let article = article.as_ref()?;
        Some(strip::of_row(article, article.entity(id)?))
    });
    view! {
        <li>
            <a
                class="row"
                href=Route::entity(id).to_string()
                data-row=id.0
                on:pointerenter=move |_| place.pointed.set(Some(id))
                on:pointerleave=move |_| place.pointed.set(None)
                on:focus=move |_| place.pointed.set(Some(id))
                on:blur=move |_| place.pointed.set(None)
            >
                <span class="row-name">
                    {name}
                    {(!drift.is_empty())
                        .then(|| view! { <span class="flag">{format!("also spelled {}", drift.join(", "))}</span> })}
                </span>
                <span class="row-count">{words::number(mentions.len())}</span>
                {role.map(|role| view! { <span class="row-role">{role}</span> })}
                {ticks}
            </a>
        </li>
    }
    .into_any()
}
