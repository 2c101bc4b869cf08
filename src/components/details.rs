//! What is known of the article as a whole, mended where it is shown, and its citation.

use corrections::Detail;
use export::{Details, cite_article};
use leptos::prelude::*;
use presentation::{plain_date, words};

use crate::components::cite;
use crate::state::{self, Shown};

/// Who wrote it, where and when, in a line that unfolds into a form; below it the article cited.
#[component]
pub fn ArticleDetails() -> impl IntoView {
    let session = state::session();
    // Its fields are drawn once, so that the focus goes on from one to the next.
    let details = Memo::new(move |_| {
        session.article.with(|article| {
            let article = article.as_ref();
            article.map(|article| export::details(&article.document, &article.analysis)).unwrap_or_default()
        })
    });
    view! {
        <details class="article-details" id="article-details">
            <summary>
                <span>{move || details.with(in_a_line)}</span>
                <span class="hint">"Details and citation"</span>
            </summary>
            {form(details)}
            <Citation/>
        </details>
    }
}

fn in_a_line(details: &Details) -> String {
    let by = details.by().map(|by| format!("By {by}"));
    let day = details.day.as_deref().map(plain_date);
    let parts: Vec<String> = [by, details.site.clone(), day].into_iter().flatten().collect();
    match parts.is_empty() {
        true => "No author, source or day is known".to_owned(),
        false => parts.join(" · "),
    }
}

/// What a detail is now, as it stands in its field.
fn value_of(details: &Details, detail: Detail) -> String {
    match detail {
        Detail::Title => details.title.clone().unwrap_or_default(),
        Detail::Authors => details.authors.iter().map(export::Author::name).collect::<Vec<_>>().join("; "),
        Detail::Site => details.site.clone().unwrap_or_default(),
        Detail::Url => details.url.clone().unwrap_or_default(),
    }
}

fn form(details: Memo<Details>) -> AnyView {
    let session = state::session();
    let fields = [
        (Detail::Title, "detail-title", ""),
        (Detail::Authors, "detail-authors", "Ana Ruiz; Ito Pell"),
        (Detail::Site, "detail-site", ""),
        (Detail::Url, "detail-url", "https://"),
    ];
    view! {
        <div class="detail-fields">
            {fields
                .map(|(detail, id, hint)| {
                    let value = move || details.with(|details| value_of(details, detail));
                    let set = move |event: web_sys::Event| {
                        let said = event_target_value(&event);
                        if said.trim() != untrack(value) {
                            session.describe(detail, &said);
                        }
                    };
                    view! {
                        <label for=id>{detail.label()}</label>
                        <input id=id type="text" autocomplete="off" placeholder=hint prop:value=value on:change=set/>
                    }
                })}
            <label for="detail-day">"Day"</label>
            <input
                id="detail-day"
                type="date"
                prop:value=move || details.with(|details| details.day.clone().unwrap_or_default())
                // The day is set when the field is left: each digit of a year would be a day of its own.
                on:blur=move |event| set_day(&event_target_value(&event))
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        set_day(&event_target_value(&event));
                    }
                }
            />
        </div>
    }
    .into_any()
}

/// A day that an article can have been published on.
fn set_day(day: &str) {
    const FIRST: &str = "1600";
    let session = state::session();
    let shown = session.article.with_untracked(|article| {
        article.as_ref().and_then(|article| article.analysis.published.as_ref().map(|day| day.date.clone()))
    });
    let asked = Some(day.to_owned()).filter(|day| !day.is_empty());
    let sound = asked.as_deref().is_none_or(|day| day.len() == 10 && day > FIRST);
    if sound && asked != shown {
        session.set_published(asked);
    }
}

#[component]
fn Citation() -> impl IntoView {
    let (session, citing, notices) = (state::session(), state::citing(), state::notices());
    let cited = move |article: &Shown| {
        let read = state::today();
        cite_article(citing.style.get(), &article.document, &article.analysis, Some(&read))
    };
    let shown = move || session.article.with(|article| article.as_ref().map(cited));
    view! {
        <div class="citation">
            {cite::style_choice("cite-style")}
            <p id="cited" class="serif" dir="auto">
                {move || {
                    let cited = shown().map(|cited| cited.plain()).filter(|words| !words.is_empty());
                    cited.unwrap_or_else(|| "There is nothing to cite it by yet.".to_owned())
                }}
            </p>
            <button
                type="button"
                id="copy-citation"
                class="button small"
                disabled=move || shown().is_none_or(|cited| cited.is_empty())
                on:click=move |_| {
                    if let Some(cited) = untrack(shown) {
                        cite::copy(cited, "the citation of the article".to_owned(), notices);
                    }
                }
            >
                "Copy citation"
            </button>
        </div>
    }
}

/// The article's own day and source, for a row of the library.
pub fn row_source(site: &str, day: &str) -> Option<String> {
    let day = (!day.is_empty()).then(|| plain_date(day));
    let parts: Vec<String> =
        [Some(site.to_owned()).filter(|site| !site.is_empty()), day].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| words::shortened(&parts.join(", "), 80))
}
