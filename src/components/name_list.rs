//! The reader's own names: switched on and off, looked through, taken out as a file and brought in again.

use analysis::EntityType;
use leptos::prelude::*;
use presentation::words;

use crate::components::file_button::FileButton;
use crate::components::{icons, menu};
use crate::state;

#[component]
pub fn YourNames() -> impl IntoView {
    let (names, notices) = (state::names(), state::notices());
    let some = Memo::new(move |_| names.list.with(|list| !list.is_empty()));
    let count = move || names.list.with(|list| list.names().len() + list.not_names().len());
    let save = move |_| {
        let json = names.list.with_untracked(corrections::NameList::to_json);
        let saved = "The list is in your downloads.";
        menu::save_file("article-explorer-names.json", "application/json", &json, saved, notices);
    };
    view! {
        <Show when=move || some.get()>
            <details class="your-names">
                <summary>
                    "Your names" <span class="count">{move || words::number(count())}</span>
                </summary>
                <label class="check">
                    <input
                        id="names-on"
                        type="checkbox"
                        prop:checked=move || names.on.get()
                        on:change=move |event| names.switch(event_target_checked(&event))
                    />
                    "Use them in every new article"
                </label>
                <ul>{entries}</ul>
                <p class="actions">
                    <button type="button" id="names-save" class="button small" on:click=save>
                        "Save as a file"
                    </button>
                    <FileButton id="names-file" label="Add from a file" accept=".json,application/json"/>
                </p>
            </details>
        </Show>
    }
}

fn entries() -> Vec<AnyView> {
    let names = state::names();
    names.list.with(|list| {
        let known = list.names().iter().cloned().map(|known| {
            let also = match known.aliases.as_slice() {
                [] => String::new(),
                aliases => format!(", also {}", aliases.join(", ")),
            };
            entry(known.name.clone(), known.kind, also, move || names.forget(&known))
        });
        let not = list.not_names().iter().cloned().map(|not| {
            entry(format!("not a name: {}", not.name), not.kind, String::new(), move || {
                names.forget_not(&not)
            })
        });
        known.chain(not).collect()
    })
}

fn entry(name: String, kind: EntityType, also: String, forget: impl Fn() + 'static) -> AnyView {
    let label = format!("Forget “{name}”");
    view! {
        <li>
            <span>
                <b>{name}</b>
                <span class="hint">{format!(" {}{also}", words::kind_of(kind))}</span>
            </span>
            <button type="button" class="tool" aria-label=label title="Forget it" on:click=move |_| forget()>
                {icons::close()}
            </button>
        </li>
    }
    .into_any()
}
