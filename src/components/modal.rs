//! A question or a list before everything else: the browser's own dialog, which keeps the focus and closes on Escape.

use leptos::html::Dialog;
use leptos::prelude::*;

#[component]
pub fn Modal(
    id: &'static str,
    label: &'static str,
    #[prop(into)] open: Signal<bool>,
    on_close: impl Fn() + Clone + Send + Sync + 'static,
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<Dialog>::new();
    Effect::new(move |_| {
        let wanted = open.get();
        let Some(dialog) = dialog.get() else { return };
        if wanted && !dialog.open() {
            // Refused only for a dialog that is not in the page.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let closed = on_close.clone();
    view! {
        <dialog
            id=id
            aria-labelledby=format!("{id}-label")
            node_ref=dialog
            on:close=move |_| {
                if open.get_untracked() {
                    closed()
                }
            }
        >
            <header>
                <h2 id=format!("{id}-label")>{label}</h2>
                <button type="button" class="tool" aria-label="Close" on:click=move |_| on_close()>
                    {super::icons::close()}
                </button>
            </header>
            {children()}
        </dialog>
    }
}
