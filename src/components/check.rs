//! A box that is ticked or not.

use leptos::prelude::*;

#[component]
pub fn Check(
    #[prop(optional)] id: Option<&'static str>,
    on: RwSignal<bool>,
    #[prop(default = "check")] class: &'static str,
    #[prop(into)] label: String,
) -> impl IntoView {
    view! {
        <label class=class>
            <input
                id=id
                type="checkbox"
                prop:checked=move || on.get()
                on:change=move |event| on.set(event_target_checked(&event))
            />
            {label}
        </label>
    }
}
