//! The article's length as a strip, with a tick for each mention.

use leptos::prelude::*;
use presentation::Article;
use text::Span;

/// `label` says in words what the ticks show.
pub fn strip(article: &Article, spans: impl Iterator<Item = Span>, class: &str, label: String) -> AnyView {
    let ticks = article.strip(spans);
    let length = presentation::STRIP;
    view! {
        <svg
            class=format!("strip {class}")
            viewBox=format!("0 0 {} 12", length + 3)
            preserveAspectRatio="none"
            role="img"
            aria-label=label
        >
            <rect class="strip-line" x="0" y="5.5" width=length + 3 height="1"></rect>
            {ticks
                .into_iter()
                .map(|x| view! { <rect class="tick" x=x y="0" width="3" height="12"></rect> })
                .collect_view()}
        </svg>
    }
    .into_any()
}
