//! The article's length as a strip, with a tick for each mention; a press leads to the mention that is nearest.

use analysis::Entity;
use leptos::prelude::*;
use presentation::{Article, Family, Route, STRIP, words};
use wasm_bindgen::JsCast;

use crate::state;

/// A tick is so wide, of the strip's [`STRIP`] parts.
const TICK: u32 = 3;

/// `label` says in words what the ticks show.
pub fn strip(article: &Article, entity: &Entity, label: String) -> AnyView {
    let place = state::place();
    let id = entity.id;
    let family = Family::of(entity.kind).key();
    let ticks = article.strip(entity.mentions.iter().map(|mention| mention.span));
    let length = article.text().len().max(1) as f64;
    let starts: Vec<f64> =
        entity.mentions.iter().map(|mention| f64::from(mention.span.start) / length).collect();
    let press = move |event: web_sys::MouseEvent| {
        let strip = event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let Some(strip) = strip.map(|strip| strip.get_bounding_client_rect()) else { return };
        let at = (f64::from(event.client_x()) - strip.left()) / strip.width().max(1.0);
        let away = |start: &f64| (start - at).abs();
        let nearest = starts.iter().enumerate().min_by(|(_, a), (_, b)| away(a).total_cmp(&away(b)));
        if let Some((nth, _)) = nearest {
            // The row that the strip stands in leads to the card and no further.
            event.prevent_default();
            place.go(Route::mention(id, nth as u32 + 1));
        }
    };
    view! {
        <svg
            class=format!("strip {family}")
            viewBox=format!("0 0 {} 12", STRIP + TICK)
            preserveAspectRatio="none"
            role="img"
            aria-label=label
            on:click=press
        >
            // All of its height takes a press.
            <rect class="strip-ground" width=STRIP + TICK height="12"></rect>
            <rect class="strip-line" x="0" y="5.5" width=STRIP + TICK height="1"></rect>
            {ticks
                .into_iter()
                .map(|x| view! { <rect class="tick" x=x y="0" width=TICK height="12"></rect> })
                .collect_view()}
        </svg>
    }
    .into_any()
}

/// "7 mentions", for a row.
pub fn of_row(article: &Article, entity: &Entity) -> AnyView {
    strip(article, entity, words::count(entity.mentions.len(), "mention", "mentions"))
}
