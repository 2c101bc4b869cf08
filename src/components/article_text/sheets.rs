//! The text, drawn sheet by sheet: the first at once, the others in the pauses after.

use std::time::Duration;

use analysis::BlockKind;
use leptos::prelude::*;
use presentation::{Article, Target};

use super::Foot;
use super::seek::{bring, bring_first, words_of};
use crate::components::article_pieces::sheet_view;
use crate::platform::scroll;
use crate::state::{self, Session, Shown};

/// Sheets drawn before the browser is given a pause.
const AT_ONCE: usize = 3;

/// What each sheet shows now: none before its turn.
pub type Drawn = StoredValue<Vec<RwSignal<Option<Shown>>>>;

#[component]
pub fn Sheets(text: Shown) -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    let sheets: Drawn = StoredValue::new(text.sheets.iter().map(|_| RwSignal::new(None)).collect());
    let round = StoredValue::new(0u32);
    Effect::new(move |_| {
        let Some(article) = session.article.get() else { return };
        round.update_value(|round| *round += 1);
        draw(sheets, article, 0, round, round.get_value(), session);
    });
    Effect::new(move |_| {
        let Some(span) = place.look.get() else { return };
        let Some(article) = session.article.get_untracked() else { return };
        bring(&article, span, sheets);
    });
    Effect::new(move |_| {
        let Some(arrival) = place.arrival.get() else { return };
        let Some(article) = session.article.get_untracked() else { return };
        match (arrival.scrolled, arrival.route.target.and_then(|target| words_of(&article, target, session)))
        {
            (Some(position), _) => request_animation_frame(move || scroll::restore(position)),
            (None, Some(span)) => bring(&article, span, sheets),
            (None, None) => match arrival.route.target {
                Some(Target::Entity(id, None)) if article.entity(id).is_some() => {
                    bring_first(&article, id, sheets)
                }
                // The analysis does not know it yet: what comes next of it may.
                Some(_) => session.article.track(),
                None => {}
            },
        }
    });

    let headline = text.pieces.iter().any(|piece| piece.kind == BlockKind::Headline);
    view! {
        {(!headline).then(|| view! { <h1 class="for-ears">"Article"</h1> })}
        {(0..text.sheets.len())
            .map(|at| {
                let sheet = sheets.with_value(|sheets| sheets.get(at).copied());
                view! {
                    <section class="sheet" style:contain-intrinsic-block-size=format!("auto {}px", height(&text, at))>
                        {move || sheet.and_then(|sheet| sheet.get()).map(|article| sheet_view(&article, at))}
                    </section>
                }
            })
            .collect_view()}
        <Foot session/>
    }
}

/// About how high a sheet will be, in CSS pixels: 66 letters a line, and the room after each block.
fn height(article: &Article, at: usize) -> usize {
    let pieces = article.sheets.get(at).and_then(|range| article.pieces.get(range.clone())).unwrap_or(&[]);
    pieces.iter().map(|piece| piece.span.len().div_ceil(66) * 32 + 20).sum()
}

/// Draws the sheets from `at` on, unless a newer round has begun.
fn draw(sheets: Drawn, article: Shown, at: usize, round: StoredValue<u32>, mine: u32, session: Session) {
    if round.try_get_value() != Some(mine) {
        return;
    }
    let count = sheets.with_value(Vec::len);
    let end = (at + AT_ONCE).min(count);
    for sheet in at..end {
        draw_one(sheets, &article, sheet);
    }
    if end < count {
        set_timeout(move || draw(sheets, article, end, round, mine, session), Duration::from_millis(1));
    } else {
        session.drawn.update(|drawn| *drawn = drawn.wrapping_add(1));
    }
}

pub fn draw_one(sheets: Drawn, article: &Shown, at: usize) {
    if let Some(sheet) = sheets.with_value(|sheets| sheets.get(at).copied())
        && sheet.with_untracked(|drawn| drawn.as_ref() != Some(article))
    {
        sheet.set(Some(article.clone()));
    }
}
