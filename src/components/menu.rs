//! What can be taken out of the page: the analysis in every form, and every quote with its citation.

use export::Format;
use leptos::ev;
use leptos::prelude::*;

use crate::components::icons;
use crate::platform::{self, clipboard, download};
use crate::state::{self, Desk, Notices, Shown};

#[component]
pub fn ExportMenu() -> impl IntoView {
    let (desk, notices) = (state::desk(), state::notices());
    let open = RwSignal::new(false);
    let close = move |event: &web_sys::Event| {
        if platform::closest(event, ".menu").is_none() {
            open.set(false);
        }
    };
    window_event_listener(ev::click, move |event| close(&event));
    let act = move |how: &dyn Fn(&Shown, Notices)| {
        open.set(false);
        match desk.article.get_untracked() {
            Some(article) => how(&article, notices),
            None => notices.tell("There is no article to export yet."),
        }
    };
    view! {
        <div
            class="menu"
            on:keydown=move |event| {
                if event.key() == "Escape" && open.get_untracked() {
                    event.prevent_default();
                    open.set(false);
                    platform::focus("export");
                }
            }
        >
            <button
                type="button"
                id="export"
                class="tool"
                aria-label="Export"
                title="Export"
                aria-expanded=move || open.get().to_string()
                aria-controls="export-menu"
                disabled=move || no_article(desk)
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {icons::export()}
            </button>
            <div id="export-menu" class="menu-list" hidden=move || !open.get()>
                {Format::ALL
                    .map(|format| {
                        view! {
                            <button
                                type="button"
                                id=format!("export-{}", format.key())
                                on:click=move |_| act(&|article, notices| save(format, desk, article, notices))
                            >
                                <b>{format.label()}</b>
                                <span>{format.hint()}</span>
                            </button>
                        }
                    })}
                <button type="button" id="copy-quotes" on:click=move |_| act(&copy_quotes)>
                    <b>"Copy all quotes"</b>
                    <span>"each with its citation"</span>
                </button>
            </div>
        </div>
    }
}

fn no_article(desk: Desk) -> bool {
    desk.article.with(Option::is_none)
}

pub fn save(format: Format, desk: Desk, article: &Shown, notices: Notices) {
    let name = file_name(article);
    // An analysis that came in a file keeps the name it had there, so that it goes out as it came.
    let id = desk.name_in_file().unwrap_or_else(|| name.clone());
    let content = export::write(format, &id, &article.document, &article.analysis);
    let saved = download::save(&format!("{name}.{}", format.extension()), format.mime(), &content);
    told(saved, notices);
}

fn told(saved: bool, notices: Notices) {
    notices.tell(if saved { "Saved to your downloads." } else { "The browser did not allow the download." });
}

pub fn copy_quotes(article: &Shown, notices: Notices) {
    let quotes = article.analysis.quotes.iter();
    let all: Vec<String> =
        quotes.map(|quote| export::citation(&article.document, &article.analysis, quote)).collect();
    copy(all.join("\n\n"), reading::words::count(all.len(), "quote", "quotes"), notices);
}

/// Copies words and says so; `what` is what was copied.
pub fn copy(words: String, what: String, notices: Notices) {
    leptos::task::spawn_local(async move {
        let copied = clipboard::copy(&words).await;
        notices.tell(if copied {
            format!("Copied: {what}.")
        } else {
            "The browser did not allow copying. Select the words and copy them by hand.".to_owned()
        });
    });
}

/// A file's name from the first words of the article.
fn file_name(article: &Shown) -> String {
    let first = article.pieces.first().map_or("", |piece| article.words(piece.span));
    let words = reading::words::shortened(first, 48);
    let mut name = String::new();
    for c in words.chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "article".to_owned() } else { name.to_owned() }
}
