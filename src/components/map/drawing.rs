//! The map as it is drawn, moved through by key.

use leptos::prelude::*;
use presentation::{Direction, Family, LABEL_LETTERS, MAP, Map, Node, Route, Tie, label_size, words};

use super::told;
use crate::platform;
use crate::state;
use crate::views::compare::{Beside, met_in};

#[component]
pub fn Drawing(map: Map, beside: Vec<Beside>) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    // The node under the pointer or the focus, and the one that the Tab key comes to.
    let (highlighted, stop) = (RwSignal::new(None::<usize>), RwSignal::new(0usize));
    let ties = map.ties.iter().enumerate().rev();
    let ties = ties.map(|(nth, tie)| line(&map, tie, nth, highlighted)).collect_view();
    let nodes: Vec<AnyView> =
        map.nodes.iter().enumerate().map(|(nth, node)| label(node, nth, highlighted, stop)).collect();
    let all = StoredValue::new(map);
    let lead = beside.clone();
    let open = move |nth: usize| {
        let met = all.with_value(|map| met_in(&beside, &map.nodes.get(nth)?.linked));
        if let Some((one, id)) = met {
            one.open(Route::entity(id), session, place);
        }
    };
    let of_click = open.clone();
    let follow = move |nth: usize| {
        let met = all.with_value(|map| map.ties.get(nth).and_then(|tie| tie.met));
        if let Some((one, route)) = met.and_then(|(nth, route)| Some((lead.get(nth)?, route))) {
            one.open(route, session, place);
        }
    };
    let number = |event: &web_sys::Event, attribute: &str| -> Option<usize> {
        platform::closest(event, &format!("[{attribute}]"))?.get_attribute(attribute)?.parse().ok()
    };
    let node_of = move |event: &web_sys::Event| number(event, "data-node");
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
                match (node_of(&event), number(&event, "data-tie")) {
                    (Some(nth), _) => of_click(nth),
                    (None, Some(nth)) => follow(nth),
                    (None, None) => {}
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

/// A line between two, from edge to edge of their labels, thicker the more they share, with what it stands for as its
/// title. A wider one that is not seen takes the pointer.
fn line(map: &Map, tie: &Tie, nth: usize, highlighted: RwSignal<Option<usize>>) -> AnyView {
    let (Some(a), Some(b)) = (map.nodes.get(tie.a), map.nodes.get(tie.b)) else { return ().into_any() };
    let ((x1, y1), (x2, y2)) = (edge(a, b), edge(b, a));
    let (one, other) = (tie.a, tie.b);
    let spoken = tie.a_about_b + tie.b_about_a > 0;
    let head = |about: usize| (about > 0).then_some("url(#arrow)");
    let [x1, y1, x2, y2] = [x1, y1, x2, y2].map(|place| format!("{place:.1}"));
    view! {
        <line
            class=if spoken { "tie spoken" } else { "tie" }
            class:highlighted=move || highlighted.get().is_some_and(|highlighted| highlighted == one || highlighted == other)
            x1=x1.clone()
            y1=y1.clone()
            x2=x2.clone()
            y2=y2.clone()
            stroke-width=format!("{:.1}", 1.0 + (tie.strength() as f64).sqrt() / 2.0)
            marker-start=head(tie.b_about_a)
            marker-end=head(tie.a_about_b)
        ></line>
        <line class="tie-reach" data-tie=nth x1=x1 y1=y1 x2=x2 y2=y2>
            <title>{told(map, tie)}</title>
        </line>
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
