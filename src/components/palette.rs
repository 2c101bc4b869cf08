//! Everything that can be done, found by typing: views, names, earlier articles, exports, words of the article, and what
//! can be done with what is selected.

use leptos::html::Input as Field;
use leptos::prelude::*;
use presentation::{Filter, Route, View, words};
use protocol::Input;

use crate::components::commands::{Act, Command, commands, fitting};
use crate::components::keys::Reach;
use crate::components::modal::Modal;
use crate::components::{menu, row_keys};
use crate::platform;
use crate::state;
use crate::views::start::SAMPLE;

#[component]
pub fn Palette(open: RwSignal<bool>, keys_open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Modal id="palette" label="What would you like to do?" open on_close=move || open.set(false)>
            <Show when=move || open.get()>
                <Commands open keys_open/>
            </Show>
        </Modal>
    }
}

#[component]
fn Commands(open: RwSignal<bool>, keys_open: RwSignal<bool>) -> impl IntoView {
    let (typed, at) = (RwSignal::new(String::new()), RwSignal::new(0usize));
    let all = StoredValue::new(commands());
    let (session, place, notices, settings) =
        (state::session(), state::place(), state::notices(), state::settings());
    let found = RwSignal::new(Vec::new());
    Effect::new(move |_| {
        let typed = typed.get();
        found.set(all.with_value(|all| fitting(all, &typed, session)));
    });
    let reach: Reach = expect_context();
    let run = move |command: &Command| {
        open.set(false);
        let article = session.article.get_untracked();
        match &command.act {
            Act::Go(route) => place.go(*route),
            Act::Find => {
                place.go(Route::to(View::Reader));
                request_animation_frame(|| platform::focus("search"));
            }
            Act::FindWords(words) => {
                let filter = Filter { words: words.clone(), ..Filter::default() };
                place.go_narrowed(Route::found(1), filter);
            }
            Act::Key(key) => {
                let key: &'static str = key;
                // The dialog gives the focus back first.
                set_timeout(
                    move || {
                        row_keys::on_selected(key, reach);
                    },
                    platform::A_FRAME,
                );
            }
            Act::SetDate => {
                place.go(Route::to(View::Timeline));
                request_animation_frame(|| platform::focus("published"));
            }
            Act::Export(format) => {
                if let Some(article) = &article {
                    let length = settings.summary_length.get_untracked();
                    menu::save(*format, session, article, None, length, notices);
                }
            }
            Act::CopyQuotes => {
                if let Some(article) = &article {
                    menu::copy_quotes(article, notices);
                }
            }
            Act::Undo => session.undo(),
            Act::Redo => session.redo(),
            Act::Theme => settings.theme.update(|theme| *theme = theme.next()),
            Act::Sample => session.read(Input::Paste { text: SAMPLE.to_owned(), html: None }),
            Act::Keys => keys_open.set(true),
            Act::Open(kept) => session.open_kept(kept),
        }
    };
    let key = move |event: web_sys::KeyboardEvent| {
        let count = found.with_untracked(Vec::len);
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(count.saturating_sub(1))),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                if let Some(command) = found.get_untracked().get(at.get_untracked()) {
                    run(command);
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    // Without delay, or the first letters of a fast hand are lost. If the dialog opens after this, it gives the focus to
    // what asks for it by its attribute.
    let field = NodeRef::<Field>::new();
    Effect::new(move |_| {
        if let Some(field) = field.get() {
            // Refused only for a field that is not in the page.
            let _ = field.focus();
        }
    });
    view! {
        <div class="search">
            {super::icons::search()}
            <input
                id="command"
                node_ref=field
                autofocus=true
                type="search"
                role="combobox"
                autocomplete="off"
                aria-label="Type what you look for"
                aria-expanded="true"
                aria-controls="commands"
                aria-activedescendant=move || format!("command-{}", at.get())
                placeholder="A name, a view, an export, an earlier article"
                on:input=move |event| {
                    typed.set(event_target_value(&event));
                    at.set(0);
                }
                on:keydown=key
            />
        </div>
        <ul id="commands" role="listbox" aria-label="What there is">
            {move || {
                found.get()
                    .into_iter()
                    .enumerate()
                    .map(|(nth, command)| {
                        let (label, kind) = (words::shortened(&command.label, 70), command.kind);
                        view! {
                            <li
                                id=format!("command-{nth}")
                                role="option"
                                aria-selected=move || (at.get() == nth).to_string()
                                on:click=move |_| run(&command)
                            >
                                <span>{label}</span>
                                <span class="hint">{kind}</span>
                            </li>
                        }
                    })
                    .collect_view()
            }}
        </ul>
        <Show when=move || found.with(Vec::is_empty)>
            <p class="empty">"Nothing here goes by that."</p>
        </Show>
    }
}
