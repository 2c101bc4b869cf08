//! Which marks are lit: the entity pointed at, the one selected with its present mention, the quote selected, the
//! summary's sentences, and every place of a key phrase.

use leptos::prelude::*;
use reading::{Article, Target, View};
use text::Span;

use crate::platform::highlight;
use crate::platform::lit::{Light, LitSheet};
use crate::state::{self, Desk};

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
        desk.found.with(|found| light_now(desk, FOUND, found.iter().take(PLACES)));
    });
    let target = Memo::new(move |_| place.route.get().target);
    Effect::new(move |_| {
        desk.drawn.track();
        let present = match target.get() {
            Some(Target::Found(n)) => {
                (n as usize).checked_sub(1).and_then(|at| desk.found.with(|all| all.get(at).copied()))
            }
            _ => None,
        };
        light_now(desk, PRESENT, present.iter());
    });
    let light = |class| StoredValue::new_local(Light::new(class));
    let (hovered, lit, here, said) = (light("hovered"), light("lit"), light("here"), light("said-here"));
    let give = |light: StoredValue<Light, LocalStorage>, selector: Option<String>| {
        light.with_value(|light| light.give(selector.as_deref()));
    };
    Effect::new(move |_| {
        desk.drawn.track();
        give(hovered, place.pointed.get().map(|id| format!(".e{}", id.0)));
    });
    Effect::new(move |_| {
        desk.drawn.track();
        let (mut entity, mut mention, mut quote) = (None, None, None);
        match target.get() {
            Some(Target::Entity(id, which)) => {
                entity = Some(format!(".e{}", id.0));
                mention = which.map(|which| format!(".m{}-{which}", id.0));
            }
            Some(Target::Quote(id)) => quote = Some(format!(".q{id}")),
            _ => {}
        }
        give(lit, entity);
        give(here, mention);
        give(said, quote);
    });
    let sheet = StoredValue::new_local(LitSheet::new());
    let in_summary = Memo::new(move |_| place.view() == View::Summary);
    Effect::new(move |_| {
        let mut rules = String::new();
        for rank in 1..=settings.summary_length.get() {
            rules.push_str(&format!("#article .opens.s{rank}::before{{opacity:1}}\n"));
            if in_summary.get() {
                rules.push_str(&format!("#article .s{rank}{{background-color:var(--summary-wash)}}\n"));
            }
        }
        sheet.with_value(|sheet| sheet.set(&rules));
    });
}

fn light_phrase(article: &Article, n: u32) {
    let phrase = (n as usize).checked_sub(1).and_then(|at| article.analysis.keyphrases.get(at));
    let mentions = phrase.into_iter().flat_map(|phrase| &phrase.mentions).take(PLACES);
    light(article, PHRASE, mentions);
}

/// Lights words of the article that is shown.
fn light_now<'a>(desk: Desk, name: &str, spans: impl Iterator<Item = &'a Span>) {
    desk.article.with_untracked(|article| {
        if let Some(article) = article {
            light(article, name, spans);
        }
    });
}

/// Lights these words under a name of the style sheet.
fn light<'a>(article: &Article, name: &str, spans: impl Iterator<Item = &'a Span>) {
    let words = spans.filter_map(|span| {
        let piece = article.piece_at(span.start)?;
        Some((piece, article.units_into(piece, span.start), article.units_into(piece, span.end)))
    });
    highlight::draw_words(name, words);
}
