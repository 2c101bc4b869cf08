//! Citations to the clipboard, as plain and rich text in the reader's style, and links to a quote.

use analysis::Quote;
use export::{Rich, Style, cite_quote};
use leptos::prelude::*;
use presentation::{Address, Filter, Route, quoted, words};

use crate::components::{icons, menu};
use crate::platform::{address, clipboard};
use crate::state::{self, Notices, Session, Shown};

/// Characters of a quote that a link carries: enough to know it by, and short enough to send.
const CARRIED: usize = 120;

/// Copies what is cited and says so; `what` is what was copied.
pub fn copy(cited: Rich, what: String, notices: Notices) {
    copy_all(vec![cited], what, notices);
}

fn copy_all(cited: Vec<Rich>, what: String, notices: Notices) {
    let plain = cited.iter().map(Rich::plain).collect::<Vec<_>>().join("\n\n");
    let html: String = cited.iter().map(Rich::html).collect();
    leptos::task::spawn_local(async move {
        let copied = clipboard::copy_rich(&plain, &html).await;
        notices.tell(match copied {
            true => format!("Copied: {what}."),
            false => "The browser did not allow copying. Select the words and copy them by hand.".to_owned(),
        });
    });
}

/// Copies these quotes, each with its citation.
pub fn copy_quotes(article: &Shown, quotes: &[&Quote], notices: Notices) {
    let (style, read) = (state::citing().style.get_untracked(), state::today());
    let cite = |quote: &&Quote| cite_quote(style, &article.document, &article.analysis, quote, Some(&read));
    copy_all(quotes.iter().map(cite).collect(), words::count(quotes.len(), "quote", "quotes"), notices);
}

/// Copies one quote with its citation.
pub fn copy_quote(id: u32, session: Session, notices: Notices) {
    let style = state::citing().style.get_untracked();
    let cited = session.article.with_untracked(|article| {
        let article = article.as_ref()?;
        let quote = article.quote(id)?;
        Some(cite_quote(style, &article.document, &article.analysis, quote, Some(&state::today())))
    });
    let how = if style == Style::Plain { String::new() } else { format!(" in {}", style.label()) };
    cited.into_iter().for_each(|cited| copy(cited, format!("the quote with its citation{how}"), notices));
}

/// The address of a quote with its words, which find it again where its number is another.
fn link_to(article: &Shown, quote: &Quote) -> String {
    let words = quoted(article.text(), quote);
    let said = words.chars().take(CARRIED).collect();
    address::whole(&Address {
        route: Route::quote(quote.id),
        filter: Filter { said, ..Filter::default() },
        article: state::place().article.get_untracked(),
    })
}

/// Copies a link to a quote.
pub fn link_button(id: u32) -> AnyView {
    let (session, notices) = (state::session(), state::notices());
    let copy = move |_| {
        let link = session.article.with_untracked(|article| {
            let article = article.as_ref()?;
            Some(link_to(article, article.quote(id)?))
        });
        link.into_iter().for_each(|link| menu::copy(link, "a link to the quote".to_owned(), notices));
    };
    view! {
        <button
            type="button"
            class="tool copy-link"
            aria-label=format!("Copy a link to quote {id}")
            title="Copy link to this quote"
            on:click=copy
        >
            {icons::link()}
        </button>
    }
    .into_any()
}

/// The style of citations.
pub fn style_choice(id: &'static str) -> AnyView {
    let citing = state::citing();
    view! {
        <label class="select">
            <span>"Style"</span>
            <select
                id=id
                on:change=move |event| {
                    if let Some(style) = Style::from_key(&event_target_value(&event)) {
                        citing.set(style);
                    }
                }
            >
                {Style::ALL
                    .map(|style| {
                        let chosen = citing.style.get_untracked() == style;
                        view! { <option value=style.key() selected=chosen>{style.label()}</option> }
                    })}
            </select>
        </label>
    }
    .into_any()
}
