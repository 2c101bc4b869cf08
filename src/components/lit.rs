//! Which marks are lit: the entity pointed at, the one selected with its present mention, the quote selected, the
//! summary's sentences, and every place of a key phrase.

use leptos::prelude::*;
use reading::{Article, Target, View};
use text::Span;

use crate::platform::highlight;
use crate::platform::lit::LitSheet;
use crate::state;

/// The highlights of a key phrase, of words that were looked for, and of the place the reader is at; and how many
/// places are lit at most.
const PHRASE: &str = "phrase";
const FOUND: &str = "found";
const PRESENT: &str = "present";
const PLACES: usize = 1_000;

/// Draws nothing itself: it keeps a small style sheet up to date.
#[component]
pub fn Lit() -> impl IntoView {
    let (desk, place, settings) = (state::desk(), state::place(), state::settings());
    Effect::new(move |_| {
        let Some(article) = desk.article.get() else { return };
        match place.route.get().target {
            // The words may be drawn only now.
            Some(Target::Phrase(n)) => request_animation_frame(move || light_phrase(&article, n)),
            _ => highlight::clear(PHRASE),
        }
    });
    Effect::new(move |_| {
        desk.drawn.track();
        let found = desk.found.get();
        let present = match place.route.get().target {
            Some(Target::Found(n)) => (n as usize).checked_sub(1).and_then(|at| found.get(at).copied()),
            _ => None,
        };
        desk.article.with_untracked(|article| {
            if let Some(article) = article {
                light(article, FOUND, found.iter().take(PLACES));
                light(article, PRESENT, present.iter());
            }
        });
    });
    let sheet = StoredValue::new_local(LitSheet::new());
    Effect::new(move |_| {
        let route = place.route.get();
        let mut rules = String::new();
        let mut add = |selector: String, style: &str| {
            rules.push_str(&format!("#article {selector}{{{style}}}\n"));
        };
        for rank in 1..=settings.summary_length.get() {
            add(format!(".opens.s{rank}::before"), "opacity:1");
            if route.view == View::Summary {
                add(format!(".s{rank}"), "background-color:var(--summary-wash)");
            }
        }
        if let Some(id) = place.pointed.get() {
            add(format!(".e{}", id.0), "background-color:var(--mark-hover)");
        }
        match route.target {
            Some(Target::Entity(id, mention)) => {
                add(format!(".e{}", id.0), "background-color:var(--mark-lit)");
                if let Some(mention) = mention {
                    add(
                        format!(".m{}-{mention}", id.0),
                        "outline:2px solid var(--mark-line);outline-offset:1px;border-radius:2px",
                    );
                }
            }
            Some(Target::Quote(id)) => {
                add(format!(".q{id}"), "background-color:var(--quote-wash)");
            }
            _ => {}
        }
        sheet.with_value(|sheet| sheet.set(&rules));
    });
}

fn light_phrase(article: &Article, n: u32) {
    let phrase = (n as usize).checked_sub(1).and_then(|at| article.analysis.keyphrases.get(at));
    let mentions = phrase.into_iter().flat_map(|phrase| &phrase.mentions).take(PLACES);
    light(article, PHRASE, mentions);
}

/// Lights these words under a name of the style sheet.
fn light<'a>(article: &Article, name: &str, spans: impl Iterator<Item = &'a Span>) {
    let words = spans.filter_map(|span| {
        let piece = article.piece_at(span.start)?;
        Some((piece, article.units_into(piece, span.start), article.units_into(piece, span.end)))
    });
    highlight::draw_words(name, words);
}
