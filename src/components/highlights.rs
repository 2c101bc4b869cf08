//! Which marks are highlighted: the entity pointed at, the one selected with its present mention, the quote selected, the
//! summary's sentences, and every place of a key phrase.

use leptos::prelude::*;
use presentation::{Article, Target, View};
use text::Span;

use crate::platform::class_toggle::{ClassToggle, HighlightSheet};
use crate::platform::highlight;
use crate::state::{self, Session, SpotOf};

/// The highlights of a key phrase, of words that were looked for, and of the place the reader is at; and how many
/// places are highlighted at most.
const PHRASE: &str = "phrase";
const FOUND: &str = "found";
const PRESENT: &str = "present";
const ABOUT: &str = "about";
const PLACES: usize = 1_000;

/// Draws nothing itself: it keeps a small style sheet up to date.
#[component]
pub fn Highlights() -> impl IntoView {
    let (session, place, settings) = (state::session(), state::place(), state::settings());
    Effect::new(move |_| {
        let Some(article) = session.article.get() else { return };
        match place.route.get().target {
            // The words may be drawn only now.
            Some(Target::Phrase(n)) => request_animation_frame(move || highlight_phrase(&article, n)),
            _ => highlight::clear(PHRASE),
        }
    });
    Effect::new(move |_| {
        session.drawn.track();
        session.found.with(|found| highlight_now(session, FOUND, found.iter().take(PLACES)));
    });
    let target = Memo::new(move |_| place.route.get().target);
    Effect::new(move |_| {
        session.drawn.track();
        let present = match target.get() {
            Some(Target::Found(n)) => {
                (n as usize).checked_sub(1).and_then(|at| session.found.with(|all| all.get(at).copied()))
            }
            _ => None,
        };
        highlight_now(session, PRESENT, present.iter());
    });
    let spot = Memo::new(move |_| match place.spot.get()?.of {
        SpotOf::Quote(id) => Some(id),
        SpotOf::Summary(_) => None,
    });
    let light = |class| StoredValue::new_local(ClassToggle::new(class));
    let (hovered, highlighted, here, said) =
        (light("hovered"), light("highlighted"), light("here"), light("said-here"));
    let set = |light: StoredValue<ClassToggle, LocalStorage>, selector: Option<String>| {
        light.with_value(|light| light.set(selector.as_deref()));
    };
    Effect::new(move |_| {
        session.drawn.track();
        set(hovered, place.pointed.get().map(|id| format!(".e{}", id.0)));
    });
    Effect::new(move |_| {
        session.drawn.track();
        let (mut entity, mut mention, mut quote) = (None, None, None);
        match target.get() {
            Some(Target::Entity(id, which)) => {
                entity = Some(format!(".e{}", id.0));
                mention = which.map(|which| format!(".m{}-{which}", id.0));
            }
            Some(Target::Quote(id)) => quote = Some(format!(".q{id}")),
            Some(Target::Note(n)) => quote = Some(format!(".n{n}")),
            _ => {}
        }
        // The card at the words is nearest to the reader.
        if let Some(id) = spot.get() {
            quote = Some(format!(".q{id}"));
        }
        set(highlighted, entity);
        set(here, mention);
        set(said, quote);
    });
    let sheet = StoredValue::new_local(HighlightSheet::new());
    let in_summary = Memo::new(move |_| place.view() == View::Summary);
    let about = Memo::new(move |_| match target.get() {
        Some(Target::About(id)) => Some(id),
        _ => None,
    });
    // Seen from somebody, the article lights what is listed and nothing else.
    Effect::new(move |_| {
        session.drawn.track();
        let Some(id) = about.get() else { return highlight::clear(ABOUT) };
        let length = settings.summary_length.get() as usize;
        let spans =
            session.article.with_untracked(|a| a.as_ref().map_or(Vec::new(), |a| a.about(id, length)));
        highlight_now(session, ABOUT, spans.iter());
    });
    Effect::new(move |_| {
        let mut rules = String::new();
        if about.get().is_some() {
            return sheet.with_value(|sheet| sheet.set(""));
        }
        for rank in 1..=settings.summary_length.get() {
            rules.push_str(&format!("#article .opens.s{rank}::before{{opacity:1}}\n"));
            if in_summary.get() {
                rules.push_str(&format!("#article .s{rank}{{background-color:var(--summary-wash)}}\n"));
            }
        }
        sheet.with_value(|sheet| sheet.set(&rules));
    });
}

fn highlight_phrase(article: &Article, n: u32) {
    let phrase = (n as usize).checked_sub(1).and_then(|at| article.analysis.keyphrases.get(at));
    let mentions = phrase.into_iter().flat_map(|phrase| &phrase.mentions).take(PLACES);
    light(article, PHRASE, mentions);
}

/// Lights words of the article that is shown.
fn highlight_now<'a>(session: Session, name: &str, spans: impl Iterator<Item = &'a Span>) {
    session.article.with_untracked(|article| {
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
