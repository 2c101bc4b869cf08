//! Where an article comes in: one field, a file, or the sample. Analysis starts by itself.

use gloo_timers::callback::Timeout;
use leptos::ev;
use leptos::prelude::*;
use presentation::{Remembered, Route, View, words};
use protocol::Input;

use crate::components::file_button::FileButton;
use crate::components::icons;
use crate::components::library_list::LibraryList;
use crate::components::name_list::YourNames;
use crate::platform::{self, clipboard};
use crate::state::{self, Kept, Session, Shown};

/// An article of our own, with the difficulties that real ones have.
pub const SAMPLE: &str = include_str!("../sample.txt");
/// What a reader types is analysed when they pause for this long.
const PAUSE_MS: u32 = 700;
/// So many characters at once are a paste, however they came.
const A_PASTE: usize = 120;
/// What a reader may choose: articles, and the files that this page writes.
const READ: &str =
    ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.json,text/plain,text/markdown,text/html,application/json";
/// A longer article is not put back into the field to be edited: fields of megabytes are slow.
const LONGEST_EDIT: usize = 200_000;

#[component]
pub fn Start() -> impl IntoView {
    let session = state::session();
    let typed = RwSignal::new(String::new());
    view! {
        <section class="start">
            <h1>"Read an article closely"</h1>
            <p class="lead">
                "Paste it, and see who is in it, who said what, and what it says. Every mark leads back to the exact words."
            </p>
            <OnTheDesk typed/>
            <Field typed/>
            <div class="start-ways">
                <FileButton id="choose" label="Choose a file" accept=READ class="button first"/>
                <button
                    type="button"
                    id="sample"
                    class="button"
                    on:click=move |_| session.read(Input::Paste { text: SAMPLE.to_owned(), html: None })
                >
                    "Try the sample article"
                </button>
                <p class="hint">"Or drop a file anywhere: text, Markdown, a saved web page, or an analysis saved from here."</p>
            </div>
            <LibraryList/>
            <YourNames/>
            <p class="promise">
                {icons::lock()}
                <span>
                    <b>"Nothing leaves this device."</b>
                    {move || match session.kept.get() {
                        Kept::Yes => " The article is read here, in your browser, and kept only here.",
                        Kept::Refused => {
                            " This browser does not let the page keep anything: the article will be gone when you close it."
                        }
                        Kept::TooLong => {
                            " This article is too long for the browser to keep: it will be gone when you close the page."
                        }
                    }}
                </span>
            </p>
        </section>
    }
}

#[component]
fn Field(typed: RwSignal<String>) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let pause = StoredValue::new_local(None::<Timeout>);
    let show_typed = move || session.read_field(typed.get_untracked(), true);
    let on_input = move |event: ev::Event| {
        let words = event_target_value(&event);
        let grown = words.len().saturating_sub(typed.with_untracked(String::len));
        typed.set(words.clone());
        session.type_in(words);
        // The next letter begins the pause anew.
        pause.set_value(None);
        if grown >= A_PASTE {
            show_typed();
            return;
        }
        pause.set_value(Some(Timeout::new(PAUSE_MS, move || session.read_typed())));
    };
    // The first paste goes straight to the reader, with the clipboard's rich form; later ones are edits.
    let on_paste = move |event: ev::ClipboardEvent| {
        if !typed.with_untracked(|words| words.trim().is_empty()) {
            return;
        }
        match clipboard::pasted(&event) {
            Some(rich) => {
                event.prevent_default();
                session.read(Input::Paste { text: rich.text, html: rich.html });
            }
            None => {
                event.prevent_default();
                session.read(Input::Paste { text: String::new(), html: None });
            }
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) {
            event.prevent_default();
            show_typed();
        }
    };
    let read_so_far = move || {
        let blank = typed.with(|words| words.trim().is_empty());
        session.article.get().filter(|_| !blank && !session.work.get().is_going_on())
    };
    view! {
        <div class="field">
            <label for="paste">"Article text"</label>
            <textarea
                id="paste"
                rows="9"
                spellcheck="false"
                autocomplete="off"
                placeholder="Paste or type an article here"
                aria-describedby="paste-hint"
                prop:value=move || typed.get()
                on:input=on_input
                on:paste=on_paste
                on:keydown=on_keydown
            ></textarea>
            <p id="paste-hint" class="hint">
                {move || match read_so_far() {
                    Some(article) => {
                        view! {
                            <span>{found(&article)}</span>
                            " "
                            <a href=Route::to(View::Reader).to_string() on:click=move |_| place.pointed.set(None)>
                                "Open it in the Reader"
                            </a>
                        }
                            .into_any()
                    }
                    None => "Marks appear by themselves. Typing works too; Ctrl Enter opens the Reader.".into_any(),
                }}
            </p>
        </div>
    }
}

fn found(article: &Shown) -> String {
    let analysis = &article.analysis;
    format!(
        "{}, {}, {}.",
        words::count(article.word_count(), "word", "words"),
        words::count(article.name_count(), "name", "names"),
        words::count(analysis.quotes.len(), "quote", "quotes"),
    )
}

/// The article that is there already: nothing is lost by coming here.
#[component]
fn OnTheDesk(typed: RwSignal<String>) -> impl IntoView {
    let session = state::session();
    view! {
        {move || {
            let article = session.article.get().filter(|_| typed.with(|words| words.is_empty()))?;
            Some(desk_card(&article, session, typed))
        }}
    }
}

fn desk_card(article: &Shown, session: Session, typed: RwSignal<String>) -> AnyView {
    let text = (article.text().len() <= LONGEST_EDIT).then(|| article.text().to_owned());
    view! {
        <div class="on-desk">
            <p class="eyebrow">"On your desk"</p>
            <p class="on-desk-title">
                <a href=Route::to(View::Reader).to_string()>{article.title(120)}</a>
            </p>
            <p class="hint">{found(article)}</p>
            <p class="actions">
                <a class="button small first" href=Route::to(View::Reader).to_string()>
                    "Read"
                </a>
                {text
                    .map(|text| {
                        view! {
                            <button
                                type="button"
                                class="button small"
                                on:click=move |_| {
                                    typed.set(text.clone());
                                    session.edit();
                                    request_animation_frame(|| platform::focus("paste"));
                                }
                            >
                                "Edit"
                            </button>
                        }
                    })}
                <button type="button" class="button small" on:click=move |_| session.clear()>
                    "Clear the desk"
                </button>
            </p>
            {move || versions(session)}
        </div>
    }
    .into_any()
}

/// The texts that the article had before it was edited, the newest first, each to be had back.
fn versions(session: Session) -> Option<AnyView> {
    let versions = session.versions.get();
    let count =
        (!versions.is_empty()).then(|| words::count(versions.len(), "earlier text", "earlier texts"))?;
    let list = versions.iter().enumerate().rev().filter_map(|(at, version)| {
        let kept = Remembered::read(&version.article)?;
        let opening = words::shortened(kept.document.text.trim(), 90);
        Some(view! {
            <li>
                <span>{opening}</span>
                " "
                <button type="button" class="button small" on:click=move |_| session.revert(at)>
                    "Have it back"
                </button>
            </li>
        })
    });
    Some(
        view! {
            <details class="versions">
                <summary>{count}</summary>
                <ul>{list.collect_view()}</ul>
            </details>
        }
        .into_any(),
    )
}
