//! How the article is set: the size of its letters, how wide and how open its lines are, and how wide the panel is.

use leptos::ev;
use leptos::prelude::*;

use crate::components::icons;
use crate::platform;
use crate::state::{self, LOOKS, Look};

#[component]
pub fn LookMenu() -> impl IntoView {
    let settings = state::settings();
    let open = RwSignal::new(false);
    window_event_listener(ev::click, move |event| {
        if platform::closest(&event, "#look-menu, #look").is_none() {
            open.set(false);
        }
    });
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
        <div
            class="menu"
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.prevent_default();
                    open.set(false);
                    platform::focus("look");
                }
            }
        >
            <button
                type="button"
                id="look"
                class="tool"
                aria-label="Type and panel"
                title="Text size, width, spacing, panel"
                aria-expanded=move || open.get().to_string()
                aria-controls="look-menu"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icons::letters()}
            </button>
            <div id="look-menu" class="menu-list looks" hidden=move || !open.get()>
                {LOOKS.iter().map(group).collect_view()}
            </div>
        </div>
    }
}
