//! How the article is set: the size of its letters, how wide and how open its lines are, and how wide the panel is.

use leptos::prelude::*;

use crate::components::dropdown::Dropdown;
use crate::components::icons;
use crate::state::{self, LOOKS, Look};

#[component]
pub fn LookMenu() -> impl IntoView {
    let settings = state::settings();
    let open = RwSignal::new(false);
    let group = move |look: &'static Look| {
        let chosen = move || settings.looks.with(|looks| looks.of(look));
        let steps = look.steps.map(|(key, label)| {
            view! {
                <button
                    type="button"
                    data-step=key
                    aria-pressed=move || (chosen() == key).to_string()
                    on:click=move |_| settings.looks.update(|looks| looks.set(look, key))
                >
                    {label}
                </button>
            }
        });
        view! {
            <p class="look-label">{look.label}</p>
            <div class="segmented" role="group" aria-label=look.label data-look=look.key>
                {steps.collect_view()}
            </div>
        }
    };
    view! {
        <Dropdown
            id="look"
            label="Type and panel"
            title="Text size, width, spacing, panel"
            icon=icons::letters().into_any()
            open
            class="menu-list looks"
        >
            {LOOKS.iter().map(group).collect_view()}
        </Dropdown>
    }
}
