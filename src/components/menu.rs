//! What can be taken out of the page: the analysis in every form, and every quote with its citation.

use analysis::{Analysis, EntityId};
use export::Format;
use leptos::prelude::*;
use presentation::{Filter, Target, View, with_summary_of, words};

use crate::components::check::Check;
use crate::components::dropdown::Dropdown;
use crate::components::{cite, icons};
use crate::platform::{clipboard, download};
use crate::state::{self, Notices, Place, Session, Shown};

#[component]
pub fn ExportMenu() -> impl IntoView {
    let (session, place, notices) = (state::session(), state::place(), state::notices());
    let length = state::settings().summary_length;
    let open = RwSignal::new(false);
    let only = RwSignal::new(false);
    let act = move |how: &dyn Fn(&Shown, Notices)| {
        open.set(false);
        match session.article.get_untracked() {
            Some(article) => how(&article, notices),
            None => notices.tell("There is no article to export yet."),
        }
    };
    view! {
        <Dropdown
            id="export"
            label="Export"
            title="Export"
            icon=icons::export().into_any()
            open
            disabled=Signal::derive(move || no_article(session))
        >
                {move || {
                    let part = Part::selected(place)?;
                    let name = session.article.with(|article| part.name(article.as_ref()?))?;
                    let label = format!("Only {name}");
                    Some(view! { <Check id="export-only" on=only class="check only" label/> })
                }}
                {Format::ALL
                    .map(|format| {
                        view! {
                            <button
                                type="button"
                                id=format!("export-{}", format.key())
                                on:click=move |_| act(&|article, notices| {
                                    let part = untrack(|| Part::selected(place)).filter(|_| only.get_untracked());
                                    let part = part.map(|part| part.of(article));
                                    save(format, session, article, part, length.get_untracked(), notices);
                                })
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
        </Dropdown>
    }
}

fn no_article(session: Session) -> bool {
    session.article.with(Option::is_none)
}

/// What the reader has selected, if it is less than the article.
enum Part {
    Entity(EntityId),
    /// The quotes that a filter lets through.
    Quotes(Filter),
}

impl Part {
    fn selected(place: Place) -> Option<Part> {
        let route = place.route.get();
        if let Some(Target::Entity(id, _)) = route.target {
            return Some(Part::Entity(id));
        }
        let filter = place.filter.get();
        (route.view == View::Quotes && filter.lets_not_all()).then_some(Part::Quotes(filter))
    }

    fn name(&self, article: &Shown) -> Option<String> {
        match self {
            Part::Entity(id) => Some(words::shortened(&article.entity(*id)?.name, 40)),
            Part::Quotes(filter) => {
                let count =
                    article.speakers.iter().map(|speaker| article.shown(speaker, filter).count()).sum();
                Some(format!("{} shown", words::count(count, "quote", "quotes")))
            }
        }
    }

    fn of(&self, article: &Shown) -> Analysis {
        match self {
            Part::Entity(id) => article.only_entity(*id),
            Part::Quotes(filter) => article.only_quotes(filter),
        }
    }
}

/// Saves the article, or only a part of it. What is there to be read has as many sentences in its summary as the page
/// shows; data has them all.
pub fn save(
    format: Format,
    session: Session,
    article: &Shown,
    part: Option<Analysis>,
    length: u32,
    notices: Notices,
) {
    let name = file_name(article);
    // An analysis that came in a file keeps the name it had there, so that it goes out as it came.
    let id = session.name_in_file().unwrap_or_else(|| name.clone());
    let mut analysis = part.unwrap_or_else(|| article.analysis.as_ref().clone());
    if matches!(format, Format::Markdown | Format::Html) {
        analysis = with_summary_of(analysis, length as usize);
    }
    let content = export::write(format, &id, &article.document, &analysis);
    let saved = "Saved to your downloads.";
    save_file(&format!("{name}.{}", format.extension()), format.mime(), &content, saved, notices);
}

/// Saves a file and says so, or that the browser did not allow it.
pub fn save_file(name: &str, media_type: &str, content: &str, saved: &'static str, notices: Notices) {
    let allowed = download::save(name, media_type, content);
    notices.tell(if allowed { saved } else { "The browser did not allow the download." });
}

pub fn copy_quotes(article: &Shown, notices: Notices) {
    let quotes: Vec<_> = article.analysis.quotes.iter().collect();
    cite::copy_quotes(article, &quotes, notices);
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
    let mut name = String::new();
    for c in article.title(48).chars() {
        if c.is_alphanumeric() {
            name.extend(c.to_lowercase());
        } else if !name.ends_with('-') && !name.is_empty() {
            name.push('-');
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() { "article".to_owned() } else { name.to_owned() }
}
