//! The whole window takes a file or words that are dropped on it.

use leptos::ev;
use leptos::prelude::*;

use crate::components::batch_list::BatchList;
use crate::components::modal::Modal;
use crate::components::paste;
use crate::platform::files::Given;
use crate::state;

#[component]
pub fn DropZone() -> impl IntoView {
    let (session, batch) = (state::session(), state::batch());
    let over = RwSignal::new(false);
    let takes = |event: &ev::DragEvent| event.data_transfer().is_some();
    window_event_listener(ev::dragover, move |event| {
        if takes(&event) {
            event.prevent_default();
            over.set(true);
        }
    });
    window_event_listener(ev::dragleave, move |event| {
        // Leaving one element for another is not leaving the window.
        if event.related_target().is_none() {
            over.set(false);
        }
    });
    window_event_listener(ev::drop, move |event| {
        event.prevent_default();
        over.set(false);
        let Some(data) = event.data_transfer() else { return };
        let files = Given::dropped(&data);
        if batch.wants(&files) {
            batch.read(files);
        } else {
            paste::take(&data, session);
        }
    });
    view! {
        <Show when=move || over.get()>
            <div class="drop" aria-hidden="true">
                <p>"Drop it to read it"</p>
            </div>
        </Show>
        <AskFirst/>
        <BatchList/>
    }
}

/// A large file is read only when the reader says so.
#[component]
fn AskFirst() -> impl IntoView {
    let session = state::session();
    let open = Signal::derive(move || session.large.with(Option::is_some));
    let size = move || session.large.with(|file| file.as_ref().map_or(0, Given::size) / (1024 * 1024));
    let name = move || session.large.with(|file| file.as_ref().map(Given::name));
    view! {
        <Modal id="large" label="A large file" open on_close=move || session.decline()>
            <p>
                <b>{name}</b>
                {move || format!(" has {} MB. Reading it may take a while; you can stop it at any time.", size())}
            </p>
            <p class="actions">
                <button type="button" class="button first" on:click=move |_| session.accept()>
                    "Read it"
                </button>
                <button type="button" class="button" on:click=move |_| session.decline()>
                    "Leave it"
                </button>
            </p>
        </Modal>
    }
}
