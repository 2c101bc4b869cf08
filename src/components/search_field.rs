//! A field that a list is searched with.

use leptos::prelude::*;

use super::icons;

pub fn search_field(
    id: &'static str,
    label: &'static str,
    placeholder: &'static str,
    value: impl Fn() -> String + Send + 'static,
    typed: impl Fn(String) + 'static,
) -> impl IntoView {
    view! {
        <div class="search">
            {icons::search()}
            <input
                id=id
                type="search"
                autocomplete="off"
                aria-label=label
                placeholder=placeholder
                prop:value=value
                on:input=move |event| typed(event_target_value(&event))
            />
        </div>
    }
}
