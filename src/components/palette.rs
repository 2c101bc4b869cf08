//! Everything that can be done, found by typing: views, names, earlier articles, exports.

use export::Format;
use leptos::html::Input as Field;
use leptos::prelude::*;
use presentation::library::Kept;
use presentation::{Route, View, words};
use protocol::Input;

use crate::components::library_list::title_of;
use crate::components::menu;
use crate::components::modal::Modal;
use crate::platform;
use crate::state::{self, Shown};
use crate::views::start::SAMPLE;

/// Entries shown at once.
const SHOWN: usize = 12;
/// Entries that there can be of names and of articles: the heaviest and the newest.
const OF_EACH: usize = 2_000;

#[derive(Clone)]
enum Act {
    Go(Route),
    Find,
    Export(Format),
    CopyQuotes,
    Undo,
    Redo,
    Theme,
    Sample,
    Keys,
    Open(Box<Kept>),
}

#[derive(Clone)]
struct Command {
    label: String,
    /// What kind of thing it leads to.
    kind: &'static str,
    act: Act,
}

impl Command {
    fn new(label: impl Into<String>, kind: &'static str, act: Act) -> Command {
        Command { label: label.into(), kind, act }
    }

    /// Whether every word typed begins a word of it.
    fn answers(&self, typed: &str) -> bool {
        let said = words::fold(&format!("{} {}", self.label, self.kind));
        let mut said = said.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>();
        said.retain(|word| !word.is_empty());
        words::fold(typed).split_whitespace().all(|typed| said.iter().any(|word| word.starts_with(typed)))
    }
}

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
    let fitting = move || {
        let typed = typed.get();
        all.with_value(|all| {
            all.iter().filter(|one| one.answers(&typed)).take(SHOWN).cloned().collect::<Vec<_>>()
        })
    };
    let run = move |command: &Command| {
        open.set(false);
        let article = session.article.get_untracked();
        match &command.act {
            Act::Go(route) => place.go(*route),
            Act::Find => {
                place.go(Route::to(View::Reader));
                request_animation_frame(|| platform::focus("search"));
            }
            Act::Export(format) => {
                if let Some(article) = &article {
                    menu::save(*format, session, article, None, notices);
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
        let count = untrack(fitting).len();
        match event.key().as_str() {
            "ArrowDown" => at.update(|at| *at = (*at + 1).min(count.saturating_sub(1))),
            "ArrowUp" => at.update(|at| *at = at.saturating_sub(1)),
            "Enter" => {
                if let Some(command) = untrack(fitting).get(at.get_untracked()) {
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
                fitting()
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
        <Show when=move || fitting().is_empty()>
            <p class="empty">"Nothing here goes by that."</p>
        </Show>
    }
}

/// Everything that can be done now, the commonest first.
fn commands() -> Vec<Command> {
    let (session, library) = (state::session(), state::library());
    let article = session.article.get_untracked();
    let mut all: Vec<Command> =
        View::ALL.iter().map(|view| Command::new(view.label(), "view", Act::Go(Route::to(*view)))).collect();
    if article.is_some() {
        all.push(Command::new("Find in the article", "search", Act::Find));
        all.extend(
            Format::ALL.iter().map(|format| {
                Command::new(format!("Export {}", format.label()), "file", Act::Export(*format))
            }),
        );
        all.push(Command::new("Copy all quotes", "clipboard", Act::CopyQuotes));
        all.push(Command::new("Undo the last correction", "Ctrl Z", Act::Undo));
        all.push(Command::new("Do it again", "Ctrl Shift Z", Act::Redo));
    }
    all.push(Command::new("Change the colours: system, light, dark", "look", Act::Theme));
    all.push(Command::new("Try the sample article", "article", Act::Sample));
    all.push(Command::new("Keys", "help", Act::Keys));
    all.extend(article.iter().flat_map(names));
    library.articles.with_untracked(|kept| {
        let kept = kept.as_deref().unwrap_or(&[]).iter().take(OF_EACH);
        all.extend(
            kept.map(|kept| {
                Command::new(title_of(&kept.entry), "article", Act::Open(Box::new(kept.clone())))
            }),
        );
    });
    all
}

fn names(article: &Shown) -> Vec<Command> {
    let mut all: Vec<_> = article.analysis.entities.iter().filter(|entity| !entity.kind.is_value()).collect();
    all.sort_by_key(|entity| std::cmp::Reverse(article.weight(entity.id)));
    let name = |entity: &&analysis::Entity| {
        Command::new(entity.name.clone(), words::kind_of(entity.kind), Act::Go(Route::entity(entity.id)))
    };
    all.iter().take(OF_EACH).map(name).collect()
}
