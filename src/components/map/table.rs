//! The map as a table.

use leptos::prelude::*;
use presentation::{Map, Route, Tie, words};

use super::about;
use crate::views::compare::{Beside, lead, met_in};

/// Rows of the table.
const ROWS: usize = 60;

/// The ties as rows, strongest first.
pub fn table(beside: &[Beside], map: &Map) -> AnyView {
    let name = |at: usize| -> AnyView {
        let Some(node) = map.nodes.get(at) else { return ().into_any() };
        match met_in(beside, &node.linked) {
            Some((one, id)) => lead(one, Route::entity(id), node.linked.name.clone()),
            None => node.linked.name.clone().into_any(),
        }
    };
    let paragraphs = |tie: &Tie| -> AnyView {
        let count = words::number(tie.paragraphs);
        match tie.met.and_then(|(nth, route)| Some((beside.get(nth)?, route))) {
            Some((one, route)) if tie.paragraphs > 0 => lead(one, route, count),
            _ => count.into_any(),
        }
    };
    let rows = map.ties.iter().take(ROWS).map(|tie| {
        view! {
            <tr>
                <th scope="row">{name(tie.a)}</th>
                <td>{name(tie.b)}</td>
                <td class="number">{words::number(tie.sentences)}</td>
                <td class="number">{paragraphs(tie)}</td>
                <td>{about(map, tie)}</td>
            </tr>
        }
    });
    let more = map.ties.len().saturating_sub(ROWS);
    view! {
        <details class="map-table" open>
            <summary>"As a table"</summary>
            <div class="table-scroller" tabindex="0" role="region" aria-label="Who appears with whom, as a table">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">"Who"</th>
                            <th scope="col">"With whom"</th>
                            <th scope="col" class="number">
                                "Sentences"
                            </th>
                            <th scope="col" class="number">
                                "Paragraphs"
                            </th>
                            <th scope="col">"Speaks about"</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
            {(more > 0).then(|| view! { <p class="hint">{format!("and {} weaker ties", words::number(more))}</p> })}
        </details>
    }
    .into_any()
}
