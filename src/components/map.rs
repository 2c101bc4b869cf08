//! A map of who appears with whom and who speaks about whom, which can be narrowed and enlarged, and the same as a table.

mod drawing;
mod table;

use drawing::Drawing;
use leptos::prelude::*;
use presentation::{Article, Family, Map, Narrowed, ON_MAP, Tie, map, words};
use table::table;

use crate::views::compare::Beside;

/// Nodes of a map.
const NODES: usize = 30;
/// How many paragraphs two must share, to choose from.
const LEAST: [usize; 4] = [1, 2, 3, 5];
/// How large the map can be, in hundredths of the room it has; each has a class in the style sheet.
const SIZES: [usize; 4] = [100, 150, 200, 300];

#[component]
pub fn MapOf(beside: Vec<Beside>) -> impl IntoView {
    let (narrowed, size) =
        (RwSignal::new(Narrowed { least: 1, ..Narrowed::default() }), RwSignal::new(0usize));
    let drawn = move || {
        let articles: Vec<&Article> = beside.iter().map(|one| &*one.article).collect();
        let narrowed = narrowed.get();
        let map = map(&articles, NODES, &narrowed);
        if map.ties.is_empty() {
            let why = match narrowed.least < 2 && narrowed.without.is_empty() {
                true => "Nobody named here shares a paragraph with anybody else.",
                false => "Nobody of those chosen shares so many paragraphs with another.",
            };
            return view! { <p class="empty">{why}</p> }.into_any();
        }
        let (shown, all) = (map.nodes.len(), map.nodes.len() + map.left_out);
        let left_out = (map.left_out > 0).then(|| {
            view! { <p class="hint">{format!("The {} that matter most, of {}.", words::number(shown), words::number(all))}</p> }
        });
        let table = table(&beside, &map);
        view! {
            {left_out}
            <div class=move || format!("map-scroller size-{}", SIZES.get(size.get()).unwrap_or(&100)) tabindex="0" role="region" aria-label="Map">
                <Drawing map beside=beside.clone()/>
            </div>
            {table}
        }
        .into_any()
    };
    view! {
        <section class="compared" aria-labelledby="map">
            <h2 id="map">"Who appears with whom"</h2>
            <p class="hint">
                "A line joins those who share a paragraph and leads to the first they share; an arrow goes from one who speaks to one named in those words. Arrow keys move, Enter opens the card."
            </p>
            <Narrowing narrowed size/>
            {drawn}
        </section>
    }
}

/// What the map shows, and how large.
#[component]
fn Narrowing(narrowed: RwSignal<Narrowed>, size: RwSignal<usize>) -> impl IntoView {
    let family = |family: Family| {
        let flip = move |event| {
            let checked = event_target_checked(&event);
            narrowed.update(|narrowed| {
                narrowed.without.retain(|one| *one != family);
                if !checked {
                    narrowed.without.push(family);
                }
            });
        };
        view! {
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || narrowed.with(|narrowed| !narrowed.without.contains(&family))
                    on:change=flip
                />
                {family.label()}
            </label>
        }
    };
    let least = LEAST.map(|least| {
        let words = words::count(least, "paragraph", "paragraphs");
        view! { <option value=least.to_string()>{words}</option> }
    });
    let choose = move |event| {
        let least = event_target_value(&event).parse().unwrap_or(1);
        narrowed.update(|narrowed| narrowed.least = least);
    };
    let last = SIZES.len() - 1;
    view! {
        <div class="filter-row map-tools">
            {ON_MAP.map(family).collect_view()}
            <label class="select">
                <span>"Together in at least"</span>
                <select id="map-least" on:change=choose>
                    {least.collect_view()}
                </select>
            </label>
            <div class="segmented" role="group" aria-label="Size of the map">
                <button
                    type="button"
                    aria-label="Smaller"
                    disabled=move || size.get() == 0
                    on:click=move |_| size.update(|size| *size = size.saturating_sub(1))
                >
                    "−"
                </button>
                <span role="status">{move || format!("{} %", SIZES.get(size.get()).unwrap_or(&100))}</span>
                <button
                    type="button"
                    aria-label="Larger"
                    disabled=move || size.get() == last
                    on:click=move |_| size.update(|size| *size = last.min(*size + 1))
                >
                    "+"
                </button>
            </div>
        </div>
    }
}

fn name(map: &Map, at: usize) -> &str {
    map.nodes.get(at).map_or("", |node| node.linked.name.as_str())
}

/// What joins two: "Ana Ruiz and Ben Adeyemi: 2 sentences, 3 paragraphs; Ben Adeyemi about Ana Ruiz, 1 quote".
fn told(map: &Map, tie: &Tie) -> String {
    let (sentences, paragraphs) = (tie.sentences, tie.paragraphs);
    let shared = match paragraphs {
        0 => "no paragraph".to_owned(),
        _ => format!(
            "{}, {}",
            words::count(sentences, "sentence", "sentences"),
            words::count(paragraphs, "paragraph", "paragraphs")
        ),
    };
    let about = about(map, tie);
    let join = if about.is_empty() { "" } else { "; " };
    format!("{} and {}: {shared}{join}{about}", name(map, tie.a), name(map, tie.b))
}

/// Who of the two speaks about the other, and how often.
fn about(map: &Map, tie: &Tie) -> String {
    let one = |from: usize, to: usize, count: usize| {
        (count > 0).then(|| {
            format!("{} about {}, {}", name(map, from), name(map, to), words::count(count, "quote", "quotes"))
        })
    };
    let both = [one(tie.a, tie.b, tie.a_about_b), one(tie.b, tie.a, tie.b_about_a)];
    both.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
