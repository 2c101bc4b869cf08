//! The article as it reads best, with its marks.
//!
//! The text is drawn sheet by sheet, the first at once and the others in the pauses after, so that no length of
//! text stops the page. Each stage of the analysis draws the sheets anew with more marks. Article text becomes
//! text nodes and nothing else.

mod seek;
mod sheets;

use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;
use presentation::{Family, Route};

use sheets::Sheets;

use crate::components::spot;
use crate::platform;
use crate::state::{self, Place, Session, Shown};

#[component]
pub fn ArticleText(shown: Memo<bool>) -> impl IntoView {
    let (session, place, settings) = (state::session(), state::place(), state::settings());
    // A new text draws the whole article anew; new marks only fill its sheets.
    let text = Memo::new(move |_| session.article.get().map(SameText));
    let hidden = move || {
        let all = settings.hidden.get();
        all.iter().map(|family| format!("hide-{}", family.key())).collect::<Vec<_>>().join(" ")
    };
    view! {
        <div id="article" class="scroller" tabindex="0" hidden=move || !shown.get() aria-label="Article" role="region">
            <article
                class=hidden
                on:pointerover=move |event| place.pointed.set(entity_under(&event))
                on:pointerleave=move |_| place.pointed.set(None)
                on:focusin=move |event| place.pointed.set(entity_under(&event))
                on:focusout=move |_| place.pointed.set(None)
                on:click=move |event| {
                    select(&event, place);
                    spot::press(&event, session, place);
                }
            >
                {move || text.get().map(|text| view! { <Sheets text=text.0/> })}
            </article>
            <div hidden>
                {Family::ALL
                    .map(|family| view! { <span id=format!("is-{}", family.key())>{family.one()}</span> })
                    .collect_view()}
            </div>
        </div>
    }
}

/// Articles of one and the same text, whatever is known of them.
#[derive(Clone)]
struct SameText(Shown);

impl PartialEq for SameText {
    fn eq(&self, other: &SameText) -> bool {
        Arc::ptr_eq(&self.0.document, &other.0.document)
    }
}

/// The entity that an event happened on.
fn entity_under(event: &web_sys::Event) -> Option<analysis::EntityId> {
    let marked = platform::closest(event, "[data-e]")?.get_attribute("data-e")?;
    marked.split(' ').next()?.parse().ok().map(analysis::EntityId)
}

/// A click on words for someone that are not a link: "he" leads to its card as the name does, while it is highlighted.
fn select(event: &ev::MouseEvent, place: Place) {
    let Some(marked) = platform::closest(event, "span[data-m]") else {
        // Words that the reader marked, and that are nothing else, lead to the note.
        let noted = platform::closest(event, ".noted").filter(|noted| !noted.has_attribute("href"));
        let classes = noted.map(|noted| noted.class_name()).unwrap_or_default();
        let n = classes.split(' ').find_map(|class| class.strip_prefix('n')?.parse().ok());
        n.into_iter().for_each(|n| place.go(Route::note(n)));
        return;
    };
    let Some(mention) = marked.get_attribute("data-m") else { return };
    let Some((entity, mention)) = mention.split(' ').next().and_then(|first| first.split_once('.')) else {
        return;
    };
    if let (Ok(entity), Ok(mention)) = (entity.parse(), mention.parse()) {
        place.go(Route::mention(analysis::EntityId(entity), mention));
    }
}

/// What stands under the article: what was not drawn, or not analysed.
#[component]
fn Foot(session: Session) -> impl IntoView {
    view! {
        {move || {
            let left_out = session.article.with(|article| article.as_ref().map_or(0, |article| article.left_out));
            (left_out > 0)
                .then(|| {
                    let marks = presentation::words::count(left_out, "mark", "marks");
                    view! {
                        <p class="foot">
                            {format!("{marks} further down are not drawn, since there are so many. The lists have them all.")}
                        </p>
                    }
                })
        }}
    }
}
