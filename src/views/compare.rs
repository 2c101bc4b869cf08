//! Articles of the library beside each other: who is in all of them, what is quoted in several and how it differs,
//! what disagrees, and a map of who appears with whom.

mod quotes;
mod tables;

use analysis::EntityId;
use leptos::prelude::*;
use presentation::library::Kept;
use presentation::{Article, LinkedEntity, Route, compare, words};
use quotes::quotes;
use tables::{figures, shared, single, spellings};

use crate::components::compare_chooser::Choose;
use crate::components::library_list::title_of;
use crate::components::map::MapOf;
use crate::state::{self, Place, Session, Shown};

/// Entries listed of a kind before the rest is counted.
const LISTED: usize = 60;

/// One of the articles compared.
#[derive(Clone, PartialEq)]
pub struct Beside {
    pub id: String,
    pub title: String,
    /// None for the open article.
    pub kept: Option<Kept>,
    pub article: Shown,
}

#[component]
pub fn Compare() -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let (library, others) = (state::library(), state::others());
    let on_desk = Memo::new(move |_| session.number_on_desk());
    // The numbers asked for; at first the open article alone.
    let asked = Memo::new(move |_| {
        let with = place.filter.with(|filter| filter.with.clone());
        if with.is_empty() { on_desk.get().into_iter().collect() } else { with }
    });
    let kept = Memo::new(move |_| {
        library.articles.with(|all| {
            let all = all.as_deref().unwrap_or(&[]);
            let find = |id: &String| all.iter().find(|kept| kept.entry.id == *id).cloned();
            asked
                .get()
                .iter()
                .filter(|id| Some(*id) != on_desk.get().as_ref())
                .filter_map(find)
                .collect::<Vec<_>>()
        })
    });
    Effect::new(move |_| kept.with(|kept| others.want(kept)));
    let beside = Memo::new(move |_| {
        let mut all = Vec::new();
        for id in asked.get() {
            if Some(&id) == on_desk.get().as_ref() {
                let article = session.article.get();
                all.extend(article.map(|article| Beside {
                    id,
                    title: article.title(120),
                    kept: None,
                    article,
                }));
            } else if let Some(kept) = kept.with(|kept| kept.iter().find(|kept| kept.entry.id == id).cloned())
            {
                let title = title_of(&kept.entry);
                all.extend(others.get(&kept).map(|article| Beside { id, title, kept: Some(kept), article }));
            }
        }
        all
    });
    let waiting = move || asked.with(Vec::len) > beside.with(Vec::len) + others.failed.with(Vec::len);
    view! {
        <section class="compare">
            <header>
                <h1>"Compare"</h1>
                <p class="lead">
                    "Who is in several articles, what is quoted differently, what disagrees; and who appears with whom."
                </p>
            </header>
            <Choose asked=asked on_desk=on_desk/>
            <Show when=waiting>
                <p class="hint" role="status">
                    "Reading the others …"
                </p>
            </Show>
            <Show when=move || others.failed.with(|failed| !failed.is_empty())>
                <p class="notes" role="status">
                    "One of these articles could not be read. The others are compared."
                </p>
            </Show>
            {move || {
                let beside = beside.get();
                match beside.as_slice() {
                    [] => ().into_any(),
                    [_] => view! { <MapOf beside=beside.clone()/> }.into_any(),
                    _ => {
                        let articles: Vec<&Article> = beside.iter().map(|one| &*one.article).collect();
                        let found = compare(&articles);
                        view! {
                            {quotes(&beside, &found)}
                            {spellings(&beside, &found)}
                            {figures(&beside, &found)}
                            {shared(&beside, &found)}
                            {single(&beside, &found)}
                            <MapOf beside=beside.clone()/>
                        }
                            .into_any()
                    }
                }
            }}
        </section>
    }
}

impl Beside {
    /// Goes to a place of this article, which must first be opened if it is not there.
    pub fn open(&self, route: Route, session: Session, place: Place) {
        match &self.kept {
            Some(kept) => session.open_kept_at(kept, route),
            None => place.go(route),
        }
    }
}

/// Which article to meet one of these in: the open one before any that must first come to it.
pub fn met_in<'a>(beside: &'a [Beside], linked: &LinkedEntity) -> Option<(&'a Beside, EntityId)> {
    let mut members = linked.members.iter().filter_map(|(nth, id)| Some((beside.get(*nth)?, *id)));
    members.clone().find(|(one, _)| one.kept.is_none()).or_else(|| members.next())
}

/// A way to a place of one of the articles: a link for the open one, which any other must first come to.
pub fn lead(beside: &Beside, route: Route, words: String) -> AnyView {
    let session = state::session();
    match beside.kept.clone() {
        None => view! { <a href=route.to_string()>{words}</a> }.into_any(),
        Some(kept) => {
            let title = format!("Opens “{}”", words::shortened(&beside.title, 60));
            view! {
                <button type="button" class="link" title=title on:click=move |_| session.open_kept_at(&kept, route)>
                    {words}
                </button>
            }
            .into_any()
        }
    }
}

fn letter(nth: usize) -> String {
    char::from_u32('A' as u32 + nth as u32).map_or_else(|| (nth + 1).to_string(), String::from)
}

fn section(id: &'static str, title: &'static str, count: usize, inside: AnyView) -> AnyView {
    view! {
        <section class="compared" aria-labelledby=id>
            <h2 id=id>
                {title} <span class="count">{words::number(count)}</span>
            </h2>
            {inside}
        </section>
    }
    .into_any()
}
