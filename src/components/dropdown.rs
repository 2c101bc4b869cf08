//! A tool with a list below it, which a second press, Escape and a press elsewhere close.

use leptos::ev;
use leptos::prelude::*;

use crate::platform;

/// `id` is the tool's; its list is `ID-menu`.
#[component]
pub fn Dropdown(
    id: &'static str,
    label: &'static str,
    title: &'static str,
    icon: AnyView,
    open: RwSignal<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
    #[prop(default = "menu-list")] class: &'static str,
    children: Children,
) -> impl IntoView {
    let list = format!("{id}-menu");
    let own = format!("#{id}, #{list}");
    window_event_listener(ev::click, move |event| {
        if platform::closest(&event, &own).is_none() {
            open.set(false);
        }
    });
    view! {
        <div
            class="menu"
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.prevent_default();
                    open.set(false);
                    platform::focus(id);
                }
            }
        >
            <button
                type="button"
                id=id
                class="tool"
                aria-label=label
                title=title
                aria-expanded=move || open.get().to_string()
                aria-controls=list.clone()
                disabled=move || disabled.get()
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icon}
            </button>
            <div id=list class=class hidden=move || !open.get()>
                {children()}
            </div>
        </div>
    }
}
