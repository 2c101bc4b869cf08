//! Stepping from mention to mention, and from quote to quote.

use leptos::prelude::*;
use presentation::{Route, Target, View};

use crate::platform;
use crate::state::{Notices, Place, Session};
use crate::views::quotes::in_list;

/// One step on or back through the places of the words that were asked for, around the end.
pub fn find(by: i64, session: Session, place: Place, notices: Notices) {
    let present = match place.route.get_untracked().target {
        Some(Target::Found(n)) => Some(n as usize),
        _ => None,
    };
    let count = session.found.with_untracked(Vec::len);
    let Some(next) = around(present, by, count) else { return };
    place.step_to(Route::found(next as u32));
    notices.say(format!("Place {next} of {count}"));
}

/// One step on (`1`) or back (`-1`) through what is selected, around the end.
pub fn step(by: i64, session: Session, place: Place, notices: Notices) {
    let Some(article) = session.article.get_untracked() else { return };
    let route = place.route.get_untracked();
    match (route.view, route.target) {
        (_, Some(Target::Entity(id, mention))) => {
            let count = article.entity(id).map_or(0, |entity| entity.mentions.len());
            let Some(next) = around(mention.map(|m| m as usize), by, count) else { return };
            place.step_to(Route::mention(id, next as u32));
            notices.say(format!("Mention {next} of {count}"));
        }
        (View::Reader, _) => find(by, session, place, notices),
        (View::Quotes, target) => {
            let filter = place.filter.get_untracked();
            let quotes = in_list(&article, &filter);
            let present = match target {
                Some(Target::Quote(id)) => quotes.iter().position(|quote| quote.id == id).map(|at| at + 1),
                _ => None,
            };
            let Some(next) = around(present, by, quotes.len()) else { return };
            if let Some(quote) = quotes.get(next - 1) {
                place.step_to(Route::quote(quote.id));
                notices.say(format!("Quote {next} of {}", quotes.len()));
                let at = format!("[data-quote='{}'] .quote-words", quote.id);
                // The next key may come before the next frame.
                if !platform::focus_in_panel(&at) {
                    request_animation_frame(move || {
                        platform::focus_in_panel(&at);
                    });
                }
            }
        }
        (View::Entities, _) => platform::focus_next("#panel .row", by),
        (View::Summary, _) => platform::focus_next("#panel .sentences a", by),
        (View::Timeline, _) => platform::focus_next("#panel .moment-said a, #panel .figure-table a", by),
        _ => {}
    }
}

/// The next of `1..=count`, around the end; from nowhere to the first or the last.
pub fn around(present: Option<usize>, by: i64, count: usize) -> Option<usize> {
    let count = i64::try_from(count).ok().filter(|count| *count > 0)?;
    let next = match present {
        Some(at) => (at as i64 - 1 + by).rem_euclid(count),
        None if by > 0 => 0,
        None => count - 1,
    };
    Some(next as usize + 1)
}
