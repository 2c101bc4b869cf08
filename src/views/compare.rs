//! Articles of the library beside each other: who is in all of them, what is quoted in several and how it differs,
//! what disagrees, and a map of who appears with whom.

use analysis::EntityId;
use leptos::prelude::*;
use presentation::library::Kept;
use presentation::{
    Article, Comparison, Family, LinkedEntity, Route, SameQuote, Speakers, Wording, compare, words,
};

use crate::components::compare_chooser::Choose;
use crate::components::library_list::title_of;
use crate::components::map::MapOf;
use crate::components::quote_item;
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

/// A table of things and of their forms: see [`row`].
fn two_columns(first: &'static str, second: String, rows: Vec<AnyView>) -> AnyView {
    view! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{first}</th>
                    <th scope="col">{second}</th>
                </tr>
            </thead>
            <tbody>{rows}</tbody>
        </table>
    }
    .into_any()
}

fn row(thing: String, forms: Vec<AnyView>) -> AnyView {
    view! {
        <tr>
            <th scope="row">{thing}</th>
            <td>
                <ul class="forms">{forms}</ul>
            </td>
        </tr>
    }
    .into_any()
}

/// One saying in several articles, side by side, with what differs marked.
fn quotes(beside: &[Beside], found: &Comparison) -> AnyView {
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

/// One name in several spellings: who writes it how, and how often.
fn spellings(beside: &[Beside], found: &Comparison) -> AnyView {
    if found.spellings.is_empty() {
        return ().into_any();
    }
    let rows = found.spellings.iter().take(LISTED).map(|one| {
        let forms = one.forms.iter().map(|form| {
            let counts = form.counts.iter().enumerate().filter(|(_, count)| **count > 0);
            let counts: Vec<String> =
                counts.map(|(nth, count)| format!("{} ×{count}", letter(nth))).collect();
            view! {
                <li>
                    <b>{form.text.clone()}</b>
                    <span class="hint">{format!(" {}", counts.join(", "))}</span>
                </li>
            }
            .into_any()
        });
        row(one.name.clone(), forms.collect())
    });
    let table = two_columns("Name", format!("Spellings ({})", legend(beside)), rows.collect());
    section("spellings", "Spelled differently", found.spellings.len(), table)
}

fn legend(beside: &[Beside]) -> String {
    let each = beside
        .iter()
        .enumerate()
        .map(|(nth, one)| format!("{} {}", letter(nth), words::shortened(&one.title, 24)));
    each.collect::<Vec<_>>().join(" · ")
}

/// Figures about one thing that disagree, each with a way to its place.
fn figures(beside: &[Beside], found: &Comparison) -> AnyView {
    if found.figures.is_empty() {
        return ().into_any();
    }
    let rows = found.figures.iter().take(LISTED).map(|clash| {
        let members = clash.members.iter().filter_map(|at| {
            let (nth, figure) = *at;
            let one = beside.get(nth)?;
            let words = format!(
                "{}: {}",
                letter(nth),
                one.article.words(one.article.analysis.figures.get(figure)?.span)
            );
            let route = Route::timeline(presentation::Target::Figure(figure as u32 + 1));
            Some(view! { <li>{lead(one, route, words)}</li> }.into_any())
        });
        row(clash.what.clone(), members.collect())
    });
    let table = two_columns("What", "Figures".to_owned(), rows.collect());
    section("figures", "Figures that disagree", found.figures.len(), table)
}

/// Who and what is in several of them, with how often.
fn shared(beside: &[Beside], found: &Comparison) -> AnyView {
    if found.shared.is_empty() {
        let none =
            view! { <p class="empty">"Nobody and nothing named is in more than one of these articles."</p> };
        return section("shared", "In several", 0, none.into_any());
    }
    let rows = found.shared.iter().take(LISTED).map(|linked| shared_row(beside, linked));
    let heads = beside.iter().enumerate().map(|(nth, one)| {
        view! { <th scope="col" class="number" title=one.title.clone()>{letter(nth)}</th> }
    });
    let table = view! {
        <table>
            <caption class="hint">{legend(beside)}</caption>
            <thead>
                <tr>
                    <th scope="col">"Name"</th>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
    };
    section("shared", "In several", found.shared.len(), table.into_any())
}

fn shared_row(beside: &[Beside], linked: &LinkedEntity) -> AnyView {
    let cells = beside.iter().enumerate().map(|(nth, one)| {
        let ids = || linked.members.iter().filter(|(other, _)| *other == nth).map(|(_, id)| id);
        let count: usize = ids().filter_map(|id| one.article.entity(*id)).map(|e| e.mentions.len()).sum();
        let inside = match ids().next() {
            Some(id) => lead(one, Route::entity(*id), words::number(count)),
            None => "–".into_any(),
        };
        view! { <td class="number">{inside}</td> }
    });
    view! {
        <tr>
            <th scope="row">
                <span class=format!("mark sample {}", Family::of(linked.kind).key())>{linked.name.clone()}</span>
                <span class="hint">{format!(" {}", words::kind_of(linked.kind))}</span>
            </th>
            {cells.collect_view()}
        </tr>
    }
    .into_any()
}

/// Who is in one of them only.
fn single(beside: &[Beside], found: &Comparison) -> AnyView {
    let lists = found.single.iter().zip(beside).enumerate().map(|(nth, (ids, one))| {
        let names = ids.iter().take(LISTED).filter_map(|id| {
            let entity = one.article.entity(*id)?;
            Some(view! { <li>{lead(one, Route::entity(*id), entity.name.clone())}</li> })
        });
        let more = ids.len().saturating_sub(LISTED);
        view! {
            <div>
                <h3>
                    <b class="letter" aria-hidden="true">{letter(nth)}</b>
                    {words::shortened(&one.title, 60)}
                </h3>
                <ul>{names.collect_view()}</ul>
                {(more > 0).then(|| view! { <p class="hint">{format!("and {} more", words::number(more))}</p> })}
            </div>
        }
    });
    let inside = view! { <div class="side-by-side">{lists.collect_view()}</div> };
    section("single", "In one only", found.single.iter().map(Vec::len).sum(), inside.into_any())
}
