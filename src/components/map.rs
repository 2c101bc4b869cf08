//! A map of who appears with whom and who speaks about whom, moved through by key, and the same as a table.

use leptos::prelude::*;
use presentation::{
    Article, Direction, Family, LABEL_LETTERS, MAP, Map, Node, Route, Tie, label_size, map, words,
};

use crate::platform;
use crate::state;
use crate::views::compare::{Beside, lead, met_in};

/// Nodes of a map, and rows of its table.
const NODES: usize = 30;
const ROWS: usize = 60;

#[component]
pub fn MapOf(beside: Vec<Beside>) -> impl IntoView {
    let articles: Vec<&Article> = beside.iter().map(|one| &*one.article).collect();
    let map = map(&articles, NODES);
    if map.ties.is_empty() {
        return view! {
            <section class="compared" aria-labelledby="map">
                <h2 id="map">"Who appears with whom"</h2>
                <p class="empty">"Nobody named here shares a paragraph with anybody else."</p>
            </section>
        }
        .into_any();
    }
    let left_out = (map.left_out > 0).then(|| {
        view! { <p class="hint">{format!("The {} that matter most, of {}.", words::number(map.nodes.len()), words::number(map.nodes.len() + map.left_out))}</p> }
    });
    let table = table(&beside, &map);
    view! {
        <section class="compared" aria-labelledby="map">
            <h2 id="map">"Who appears with whom"</h2>
            <p class="hint">
                "A line joins those who share a paragraph; an arrow leads from one who speaks to one spoken about. Arrow keys move, Enter opens the card."
            </p>
            {left_out}
            <div class="map-scroller" tabindex="0" role="region" aria-label="Map">
                <Drawing map beside/>
            </div>
            {table}
        </section>
    }
    .into_any()
}

#[component]
fn Drawing(map: Map, beside: Vec<Beside>) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    // The node under the pointer or the focus, and the one that the Tab key comes to.
    let (highlighted, stop) = (RwSignal::new(None::<usize>), RwSignal::new(0usize));
    let ties = map.ties.iter().rev().map(|tie| line(&map, tie, highlighted)).collect_view();
    let nodes: Vec<AnyView> =
        map.nodes.iter().enumerate().map(|(nth, node)| label(node, nth, highlighted, stop)).collect();
    let all = StoredValue::new(map);
    let open = move |nth: usize| {
        let met = all.with_value(|map| met_in(&beside, &map.nodes.get(nth)?.linked));
        if let Some((one, id)) = met {
            one.open(Route::entity(id), session, place);
        }
    };
    let of_click = open.clone();
    let node_of = |event: &web_sys::Event| -> Option<usize> {
        platform::closest(event, "[data-node]")?.get_attribute("data-node")?.parse().ok()
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let Some(here) = node_of(&event) else { return };
        let way = |way| all.with_value(|map| map.neighbour(here, way));
        let last = all.with_value(|map| map.nodes.len().checked_sub(1));
        let next = match event.key().as_str() {
            "ArrowLeft" => way(Direction::Left),
            "ArrowRight" => way(Direction::Right),
            "ArrowUp" => way(Direction::Up),
            "ArrowDown" => way(Direction::Down),
            "Home" => Some(0),
            "End" => last,
            "Enter" => {
                event.prevent_default();
                return open(here);
            }
            _ => return,
        };
        event.prevent_default();
        if let Some(next) = next {
            stop.set(next);
            platform::focus(&format!("node-{next}"));
        }
    };
    view! {
        <svg
            class="map"
            class:some-highlighted=move || highlighted.get().is_some()
            viewBox=format!("0 0 {} {}", MAP.0, MAP.1)
            role="group"
            aria-label="Who appears with whom, as a map; the table below says the same"
            on:keydown=key
            on:click=move |event| {
                if let Some(nth) = node_of(&event) {
                    of_click(nth);
                }
            }
            on:pointerover=move |event| highlighted.set(node_of(&event))
            on:pointerleave=move |_| highlighted.set(None)
            on:focusin=move |event| highlighted.set(node_of(&event))
            on:focusout=move |_| highlighted.set(None)
        >
            <defs>
                <marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
                    <path d="M0 0 8 4 0 8z"></path>
                </marker>
            </defs>
            {ties}
            {nodes}
        </svg>
    }
}

/// A line between two, from edge to edge of their labels, thicker the more they share.
fn line(map: &Map, tie: &Tie, highlighted: RwSignal<Option<usize>>) -> AnyView {
    let (Some(a), Some(b)) = (map.nodes.get(tie.a), map.nodes.get(tie.b)) else { return ().into_any() };
    let ((x1, y1), (x2, y2)) = (edge(a, b), edge(b, a));
    let (one, other) = (tie.a, tie.b);
    let spoken = tie.a_about_b + tie.b_about_a > 0;
    let head = |about: usize| (about > 0).then_some("url(#arrow)");
    view! {
        <line
            class=if spoken { "tie spoken" } else { "tie" }
            class:highlighted=move || highlighted.get().is_some_and(|highlighted| highlighted == one || highlighted == other)
            x1=format!("{x1:.1}")
            y1=format!("{y1:.1}")
            x2=format!("{x2:.1}")
            y2=format!("{y2:.1}")
            stroke-width=format!("{:.1}", 1.0 + (tie.strength() as f64).sqrt() / 2.0)
            marker-start=head(tie.b_about_a)
            marker-end=head(tie.a_about_b)
        ></line>
    }
    .into_any()
}

/// Where the line from one label's middle to another's leaves the first label.
fn edge(from: &Node, to: &Node) -> (f64, f64) {
    let (wide, high) = label_size(&from.linked.name);
    let (dx, dy) = (to.x - from.x, to.y - from.y);
    let part = (wide / 2.0 / dx.abs().max(1e-6)).min(high / 2.0 / dy.abs().max(1e-6)).min(1.0);
    (from.x + dx * part, from.y + dy * part)
}

fn label(node: &Node, nth: usize, highlighted: RwSignal<Option<usize>>, stop: RwSignal<usize>) -> AnyView {
    let (wide, high) = label_size(&node.linked.name);
    let family = Family::of(node.linked.kind);
    let mut name: String = node.linked.name.chars().take(LABEL_LETTERS).collect();
    if node.linked.name.chars().count() > LABEL_LETTERS {
        name.push('…');
    }
    view! {
        <g
            id=format!("node-{nth}")
            class=format!("node {}", family.key())
            class:highlighted=move || highlighted.get() == Some(nth)
            data-node=nth
            role="link"
            tabindex=move || if stop.get() == nth { "0" } else { "-1" }
            aria-label=format!("{}, {}", node.linked.name, words::kind_of(node.linked.kind))
            transform=format!("translate({:.1} {:.1})", node.x, node.y)
        >
            <rect
                x=format!("{:.1}", -wide / 2.0)
                y=format!("{:.1}", -high / 2.0)
                width=format!("{wide:.1}")
                height=format!("{high:.1}")
                rx="7"
            ></rect>
            <text text-anchor="middle" dy="0.32em">
                {name}
            </text>
        </g>
    }
    .into_any()
}

/// The ties as rows, strongest first.
fn table(beside: &[Beside], map: &Map) -> AnyView {
    let name = |at: usize| -> AnyView {
        let Some(node) = map.nodes.get(at) else { return ().into_any() };
        match met_in(beside, &node.linked) {
            Some((one, id)) => lead(one, Route::entity(id), node.linked.name.clone()),
            None => node.linked.name.clone().into_any(),
        }
    };
    let said = |tie: &Tie| {
        let short = |at: usize| map.nodes.get(at).map_or("", |node| node.linked.name.as_str());
        let one = |from: usize, to: usize, count: usize| {
            (count > 0).then(|| {
                format!("{} about {}, {}", short(from), short(to), words::count(count, "quote", "quotes"))
            })
        };
        let both = [one(tie.a, tie.b, tie.a_about_b), one(tie.b, tie.a, tie.b_about_a)];
        both.into_iter().flatten().collect::<Vec<_>>().join("; ")
    };
    let rows = map.ties.iter().take(ROWS).map(|tie| {
        view! {
            <tr>
                <th scope="row">{name(tie.a)}</th>
                <td>{name(tie.b)}</td>
                <td class="number">{words::number(tie.sentences)}</td>
                <td class="number">{words::number(tie.paragraphs)}</td>
                <td>{said(tie)}</td>
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
