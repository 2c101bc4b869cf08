//! Where an article comes in: one field, a file, or the sample. Analysis starts by itself.

use leptos::prelude::*;
use presentation::{Remembered, Route, View, words};
use protocol::Input;

use crate::components::file_button::FileButton;
use crate::components::icons;
use crate::components::library_list::LibraryList;
use crate::components::name_list::YourNames;
use crate::components::paste::{Field, paste_now};
use crate::platform;
use crate::state::{self, Kept, Session, Shown};

/// An article of our own, with the difficulties that real ones have.
pub const SAMPLE: &str = include_str!("../sample.txt");
/// What a reader may choose: articles, and the files that this page writes.
const READ: &str = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.json,.pdf,.docx,.odt,.epub,.rtf,.eml,.mbox,.mht,.mhtml,.xml,.rss,.atom,.vtt,.srt,.gz,.zip,\
     text/plain,text/markdown,text/html,application/json,application/pdf,message/rfc822";
/// A longer article is not put back into the field to be edited: fields of megabytes are slow.
const LONGEST_EDIT: usize = 200_000;

#[component]
pub fn Start() -> impl IntoView {
    let (session, notices) = (state::session(), state::notices());
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
                {move || {
                    // One red button: the article that is there is read, else one is pasted or what was typed is read.
                    let class = if session.article.with(Option::is_some) { "button" } else { "button first" };
                    match typed.with(|words| words.trim().is_empty()) {
                        true => view! {
                            <button type="button" id="paste-button" class=class on:click=move |_| paste_now(session, notices)>
                                "Paste"
                            </button>
                        }
                        .into_any(),
                        false => view! {
                            <button
                                type="button"
                                id="read-button"
                                class="button first"
                                on:click=move |_| session.read_field(typed.get_untracked(), true)
                            >
                                "Read it"
                            </button>
                        }
                        .into_any(),
                    }
                }}
                <FileButton id="choose" label="Choose a file" accept=READ/>
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

/// What is known of an article by now: what is still being counted is not 0.
pub fn found(article: &Shown, going: bool) -> String {
    let analysis = &article.analysis;
    let length = words::count(article.word_count(), "word", "words");
    if going {
        return format!("{length}; looking for names and quotes …");
    }
    format!(
        "{length}, {}, {}.",
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
            <p class="hint">{found(article, session.work.get().is_going_on())}</p>
            <p class="actions">
                <a class=move || if typed.with(String::is_empty) { "button small first" } else { "button small" } href=Route::to(View::Reader).to_string()>
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
