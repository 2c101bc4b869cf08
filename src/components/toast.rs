//! What was done, for those who listen; and in a line that goes away, for those who look, with the way back.

use leptos::prelude::*;

use crate::platform;
use crate::state::{self, Turn};

#[component]
pub fn Toast() -> impl IntoView {
    let (session, notices) = (state::session(), state::notices());
    let turn = move || {
        let turn = notices.turn.get()?;
        let (id, label, title) = match turn {
            Turn::Undo => ("toast-undo", "Undo", "Undo (Ctrl Z)"),
            Turn::Redo => ("toast-redo", "Redo", "Do it again (Ctrl Shift Z)"),
        };
        let act = move |_| {
            match turn {
                Turn::Undo => session.undo(),
                Turn::Redo => session.redo(),
            }
            // The button is another one by now: the focus must not fall out of the page.
            request_animation_frame(move || {
                platform::focus(if turn == Turn::Undo { "toast-redo" } else { "toast-undo" });
            });
        };
        Some(
            view! { <button type="button" id=id class="button small" title=title on:click=act>{label}</button> },
        )
    };
    view! {
        <p id="status" role="status" class="for-ears">
            {notices.aloud}
        </p>
        <Show when=move || notices.line.with(Option::is_some)>
            <div
                class="passing"
                class:acts=move || notices.turn.get().is_some()
                on:pointerenter=move |_| notices.hold(true)
                on:pointerleave=move |_| notices.hold(false)
                on:focusin=move |_| notices.hold(true)
                on:focusout=move |_| notices.hold(false)
            >
                <span aria-hidden="true">{move || notices.line.get()}</span>
                {turn}
            </div>
        </Show>
    }
}
