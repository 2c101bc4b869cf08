//! Names and figures of several articles: spelled differently, in disagreement, in several, in one only.

use leptos::prelude::*;
use presentation::{Comparison, Family, LinkedEntity, Route, words};

use super::{Beside, LISTED, lead, letter, section};

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

/// One name in several spellings: who writes it how, and how often.
pub fn spellings(beside: &[Beside], found: &Comparison) -> AnyView {
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
pub fn figures(beside: &[Beside], found: &Comparison) -> AnyView {
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
pub fn shared(beside: &[Beside], found: &Comparison) -> AnyView {
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
pub fn single(beside: &[Beside], found: &Comparison) -> AnyView {
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
