//! Words found in the article: a field, how many places there are, and steps from one to the next.

use leptos::prelude::*;
use presentation::{Route, Target, words};

use crate::components::icons;
use crate::components::steps;
use crate::state;

#[component]
pub fn Find() -> impl IntoView {
    let (session, place, notices) = (state::session(), state::place(), state::notices());
    let typed = move || place.filter.with(|filter| filter.words.clone());
    let step = move |by| steps::find(by, session, place, notices);
    let says = move || {
        let count = session.found.with(Vec::len);
        match place.route.get().target {
            _ if typed().trim().is_empty() => String::new(),
            Some(Target::Found(n)) if count > 0 => format!("{n} of {count}"),
            _ if count == 0 => "nowhere".to_owned(),
            _ => words::count(count, "place", "places"),
        }
    };
    // By keys alone, words are found and then selected: the bar of marks comes up at them.
    let mark = move || {
        let n = match place.route.get_untracked().target {
            Some(Target::Found(n)) => n,
            _ => {
                place.step_to(Route::found(1));
                1
            }
        };
        let nth = (n as usize).saturating_sub(1);
        place.take.set(session.found.with_untracked(|found| found.get(nth).copied()));
    };
    let none = move || session.found.with(Vec::is_empty);
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Enter" {
            event.prevent_default();
            step(if event.shift_key() { -1 } else { 1 });
        }
    };
    view! {
        <div class="search find" role="search">
            {icons::search()}
            <input
                id="search"
                type="search"
                autocomplete="off"
                aria-label="Find in the article"
                placeholder="Find in the article"
                prop:value=typed
                on:input=move |event| place.narrow(|filter| filter.words = event_target_value(&event))
                on:keydown=key
            />
            <span class="find-count" role="status">{says}</span>
            <button type="button" class="tool" aria-label="Place before" disabled=none on:click=move |_| step(-1)>
                {icons::up()}
            </button>
            <button type="button" class="tool" aria-label="Next place" disabled=none on:click=move |_| step(1)>
                {icons::down()}
            </button>
            <button
                type="button"
                id="mark-found"
                class="tool"
                aria-label="Mark this place"
                title="Mark, note or copy these words"
                disabled=none
                on:click=move |_| mark()
            >
                {icons::note()}
            </button>
        </div>
    }
}
