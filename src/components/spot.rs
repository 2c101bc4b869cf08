//! A small card at the words of the article: what they stand for, why, and what can be done with them.

use analysis::Quote;
use leptos::ev;
use leptos::prelude::*;
use presentation::{Route, Target, View};
use text::Span;

use crate::components::steps::around;
use crate::components::{correct, icons, quote_item};
use crate::platform::{self, scroll, selection};
use crate::state::{self, Notices, Place, Session, Shown, Spot, SpotOf};

/// How wide it is, and how high it may become, in CSS pixels.
const WIDE: f64 = 340.0;
const HIGH: f64 = 260.0;
const GAP: f64 = 8.0;
/// Half the height of a line.
const LINE: f64 = 14.0;
/// The margin right of the words, where the summary's marks stand.
const MARGIN: f64 = 34.0;

#[component]
pub fn SpotCard() -> impl IntoView {
    let (session, place) = (state::session(), state::place());
    window_event_listener(ev::pointerdown, move |event| {
        if place.spot.with_untracked(Option::is_some) && platform::closest(&event, ".spot").is_none() {
            place.spot.set(None);
        }
    });
    view! {
        {move || {
            let spot = place.spot.get()?;
            let article = session.article.get()?;
            let (label, body) = match spot.of {
                SpotOf::Quote(id) => ("Quote", of_quote(&article, article.quote(id)?)),
                SpotOf::Summary(rank) => ("Summary", of_summary(&article, rank)?),
            };
            let (wide, high) = platform::window_size();
            let left = (spot.x - WIDE / 2.0).clamp(GAP, (wide - WIDE - GAP).max(GAP));
            // Above the words where there is more room.
            let above = spot.bottom + HIGH > high && spot.top > high - spot.bottom;
            let top = (!above).then(|| format!("{:.0}px", spot.bottom + GAP));
            let bottom = above.then(|| format!("{:.0}px", high - spot.top + GAP));
            Some(view! {
                <div
                    id="spot"
                    class="spot"
                    role="dialog"
                    tabindex="-1"
                    aria-label=label
                    style:left=format!("{left:.0}px")
                    style:top=top
                    style:bottom=bottom
                >
                    <button
                        type="button"
                        class="tool spot-close"
                        aria-label="Close"
                        on:click=move |_| place.spot.set(None)
                    >
                        {icons::close()}
                    </button>
                    {body}
                </div>
            })
        }}
    }
}

fn of_quote(article: &Shown, quote: &Quote) -> AnyView {
    let place = state::place();
    let route = Route::quote(quote.id);
    view! {
        {quote_item::speaker(article, quote)}
        <div class="quote-facts">{quote_item::facts(article, quote)}</div>
        <p class="spot-actions">
            <a href=route.to_string() on:click=move |_| place.spot.set(None)>
                "In the list"
            </a>
            {quote_item::tools(quote)}
        </p>
        {correct::quote::form(quote.id, "spot")}
    }
    .into_any()
}

fn of_summary(article: &Shown, rank: u32) -> Option<AnyView> {
    let best = article.summary(rank as usize);
    let (_, sentence) = best.iter().find(|(of, _)| *of == rank).or(best.last())?;
    let n = article.sentence_at(sentence.span.start)? as u32 + 1;
    let count = article.analysis.summary.len();
    let route = Route::summary(Target::Sentence(n));
    Some(
        view! {
            <p class="quote-speaker">"A sentence of the summary"</p>
            <p class="why">{sentence.why.clone()}</p>
            <p class="spot-actions">
                <a href=route.to_string()>{format!("In the summary, one of {count}")}</a>
            </p>
        }
        .into_any(),
    )
}

/// Frames for which the article may scroll until its words stand still.
const FRAMES: u32 = 90;

/// One quote on or back in the article, by keys: its words come into view, and the focus goes to its card.
pub fn step(by: i64, session: Session, place: Place, notices: Notices) {
    let Some(article) = session.article.get_untracked() else { return };
    let all = article.analysis.quotes.iter().filter_map(|quote| Some((*quote.segments.first()?, quote.id)));
    let mut quotes: Vec<(Span, u32)> = all.collect();
    quotes.sort_unstable();
    let last = place.stepped.get_value().and_then(|id| quotes.iter().position(|(_, quote)| *quote == id));
    let Some(next) = around(last.map(|at| at + 1), by, quotes.len()) else { return };
    let Some(&(words, id)) = quotes.get(next - 1) else { return };
    place.spot.set(None);
    place.stepped.set_value(Some(id));
    place.look.set(Some(words));
    notices.say(format!("Quote {next} of {}", quotes.len()));
    open_when_still(id, None, FRAMES, place);
}

/// Opens the card once the words stand still, which the article scrolls to.
fn open_when_still(id: u32, before: Option<(f64, f64)>, frames: u32, place: Place) {
    request_animation_frame(move || {
        if place.stepped.get_value() != Some(id) || frames == 0 {
            return;
        }
        let now = scroll::height_of(&format!(".q{id}"));
        let Some((top, bottom)) = now.filter(|_| now == before) else {
            return open_when_still(id, now, frames - 1, place);
        };
        let bottom = if has_room(top, bottom) { bottom } else { top + 2.0 * LINE };
        place.spot.set(Some(Spot { of: SpotOf::Quote(id), x: scroll::across(), top, bottom }));
        request_animation_frame(|| platform::focus("spot"));
    });
}

/// Whether the card fits above or below these words, so that none of them is covered.
fn has_room(top: f64, bottom: f64) -> bool {
    let (_, high) = platform::window_size();
    top > HIGH || high - bottom > HIGH
}

/// A press in the article: words quoted, the line beside a paragraph and the mark beside a sentence open what they stand
/// for. A name is a link; selected words are left alone.
pub fn press(event: &ev::MouseEvent, session: Session, place: Place) {
    if event.default_prevented() || selection::selected().is_some() {
        return;
    }
    let number = |selector: &str, attribute: &str| -> Option<u32> {
        let marked = platform::closest(event, selector)?.get_attribute(attribute)?;
        marked.split(' ').next()?.parse().ok()
    };
    let (x, y) = (f64::from(event.client_x()), f64::from(event.client_y()));
    let in_margin = platform::closest(event, "#article p, #article h1, #article h2, #article li")
        .is_some_and(|piece| x > piece.get_bounding_client_rect().right() - MARGIN);
    let of = match number(".opens", "data-s").filter(|_| in_margin) {
        Some(rank) => SpotOf::Summary(rank),
        None if platform::closest(event, "a").is_some() => return,
        None => match number("[data-hair]", "data-hair").or_else(|| number("[data-q]", "data-q")) {
            Some(quote) => SpotOf::Quote(quote),
            None => return,
        },
    };
    event.prevent_default();
    let (top, bottom) = match of {
        SpotOf::Quote(id) => {
            scroll::height_of(&format!(".q{id}")).filter(|(top, bottom)| has_room(*top, *bottom))
        }
        SpotOf::Summary(_) => None,
    }
    .unwrap_or((y - LINE, y + LINE));
    place.spot.set(Some(Spot { of, x, top, bottom }));
    if let SpotOf::Quote(id) = of {
        place.stepped.set_value(Some(id));
    }
    // A list that is open shows the same thing.
    if let (SpotOf::Quote(id), View::Quotes) = (of, place.route.get_untracked().view) {
        let there = session.article.with_untracked(|a| a.as_ref().is_some_and(|a| a.quote(id).is_some()));
        if there {
            place.select(Route::quote(id));
        }
    }
}
