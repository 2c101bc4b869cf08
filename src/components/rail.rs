//! The views and the tools: a rail, a bar on narrower windows; on a phone five views at the thumb and the rest behind
//! "More".

use leptos::ev;
use leptos::prelude::*;
use presentation::{Route, View};

use crate::components::icons;
use crate::components::look_menu::LookMenu;
use crate::components::menu::ExportMenu;
use crate::platform;
use crate::state;

/// Views that always stand in the bar, the first of them.
const ALWAYS: usize = 5;

#[component]
pub fn Rail(keys_open: RwSignal<bool>, palette_open: RwSignal<bool>) -> impl IntoView {
    let (place, settings) = (state::place(), state::settings());
    let more = RwSignal::new(false);
    window_event_listener(ev::click, move |event| {
        let stays = "#more-button, .menu, #theme";
        if more.get_untracked() && platform::closest(&event, stays).is_none() {
            more.set(false);
        }
    });
    let link = move |view: View| {
        view! {
            <a href=Route::to(view).to_string() aria-current=move || (place.view() == view).then_some("page")>
                {icons::view(view)}
                <span>{view.label()}</span>
            </a>
        }
    };
    let is_more = move || View::ALL.iter().skip(ALWAYS).any(|view| *view == place.view());
    view! {
        <header
            class="rail"
            class:more-open=move || more.get()
            on:keydown=move |event| {
                if event.key() == "Escape" && more.get_untracked() && !event.default_prevented() {
                    event.prevent_default();
                    more.set(false);
                    platform::focus("more-button");
                }
            }
        >
            <a
                class="skip"
                href="#main"
                on:click=move |event| {
                    // The address stays: what stands after its # is a place of ours.
                    event.prevent_default();
                    platform::focus(match place.view() {
                        View::Start => "paste",
                        view if view.beside_article() => "article",
                        _ => "main",
                    });
                }
            >
                {move || if place.view() == View::Start { "Skip to the field" } else { "Skip to the article" }}
            </a>
            <a class="brand" href="#/start" aria-label="Article Explorer">
                {icons::brand()}
                <span class="brand-name" aria-hidden="true">"Article Explorer"</span>
            </a>
            <nav class="views" aria-label="Views">
                {View::ALL.into_iter().take(ALWAYS).map(link).collect_view()}
                <button
                    type="button"
                    id="more-button"
                    class:within=is_more
                    aria-expanded=move || more.get().to_string()
                    on:click=move |_| more.update(|more| *more = !*more)
                >
                    {icons::more()}
                    <span>"More"</span>
                </button>
                <div class="more-views">{View::ALL.into_iter().skip(ALWAYS).map(link).collect_view()}</div>
            </nav>
            <div class="tools">
                <button
                    type="button"
                    id="palette-button"
                    class="tool"
                    aria-label="Find anything"
                    title="Find anything (Ctrl K)"
                    on:click=move |_| palette_open.set(true)
                >
                    {icons::search()}
                </button>
                <ExportMenu/>
                <LookMenu/>
                <button
                    type="button"
                    id="theme"
                    class="tool"
                    aria-label=move || format!("Colours: {}", settings.theme.get().label())
                    title=move || format!("Colours: {}", settings.theme.get().label())
                    on:click=move |_| settings.theme.update(|theme| *theme = theme.next())
                >
                    {move || icons::theme(settings.theme.get())}
                </button>
                <button
                    type="button"
                    id="keys-button"
                    class="tool"
                    aria-label="Keys"
                    title="Keys (?)"
                    on:click=move |_| keys_open.set(true)
                >
                    {icons::keys()}
                </button>
            </div>
        </header>
    }
}
