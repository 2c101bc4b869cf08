//! A button that asks for a file and gives it to the session, which knows what to do with it by what is in it.

use leptos::html::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

use crate::platform::files::Given;
use crate::state;

#[component]
pub fn FileButton(
    id: &'static str,
    label: &'static str,
    accept: &'static str,
    #[prop(default = false)] multiple: bool,
    #[prop(default = "button small")] class: &'static str,
) -> impl IntoView {
    let (session, batch) = (state::session(), state::batch());
    let input = NodeRef::<Input>::new();
    let ask = move |_| {
        if let Some(input) = input.get_untracked() {
            input.click();
        }
    };
    let chosen = move |event: web_sys::Event| {
        let input = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlInputElement>().ok());
        let Some(input) = input else { return };
        let files = Given::all(input.files());
        if batch.wants(&files) {
            batch.read(files);
        } else {
            files.into_iter().for_each(|file| session.offer(file));
        }
        // The same file may be chosen again after it was changed.
        input.set_value("");
    };
    view! {
        <button type="button" id=id class=class on:click=ask>
            {label}
        </button>
        <input
            node_ref=input
            id=format!("{id}-input")
            type="file"
            class="for-ears"
            tabindex="-1"
            aria-hidden="true"
            accept=accept
            multiple=multiple
            on:change=chosen
        />
    }
}
