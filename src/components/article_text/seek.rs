//! Brings the words into view that a place speaks of.

use analysis::MentionKind;
use leptos::prelude::*;
use presentation::{Article, Target};
use text::Span;

use super::sheets::{Drawn, draw_one};
use crate::platform::scroll;
use crate::state::{Session, Shown};

/// Scrolls to words, once the sheet that holds them is drawn.
pub fn bring(article: &Shown, span: Span, sheets: Drawn) {
    let Some(piece) = article.piece_at(span.start) else { return };
    draw_one(sheets, article, article.sheet_of(piece));
    let (from, to) = (article.units_into(piece, span.start), article.units_into(piece, span.end));
    request_animation_frame(move || scroll::show(piece, from, to));
}

/// An entity as a whole is where it is named first, unless one of its mentions is seen already.
pub fn bring_first(article: &Shown, id: analysis::EntityId, sheets: Drawn) {
    let Some(entity) = article.entity(id) else { return };
    let named = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Name);
    let Some(first) = named.or(entity.mentions.first()).map(|mention| mention.span) else { return };
    let mentions = format!(".e{}", id.0);
    if !scroll::is_seen(&mentions) {
        bring(article, first, sheets);
        return;
    }
    // It may be seen in passing only, on the way to what was opened before it; and the article may go on by a frame
    // before it stays.
    scroll::stay();
    let article = article.clone();
    request_animation_frame(move || {
        if !scroll::is_seen(&mentions) {
            bring(&article, first, sheets);
        }
    });
}

/// The words that a place speaks of; none for an entity as a whole.
pub fn words_of(article: &Article, target: Target, session: Session) -> Option<Span> {
    let nth = |n: u32| (n as usize).checked_sub(1);
    match target {
        Target::Entity(id, mention) => {
            article.entity(id)?.mentions.get(nth(mention?)?).map(|mention| mention.span)
        }
        Target::Quote(id) => article.quote(id)?.segments.first().copied(),
        Target::Sentence(n) => article.analysis.sentences.get(nth(n)?).copied(),
        Target::Date(n) => article.analysis.dates.get(nth(n)?).map(|date| date.span),
        Target::Figure(n) => article.analysis.figures.get(nth(n)?).map(|figure| figure.span),
        Target::Phrase(n) => article.analysis.keyphrases.get(nth(n)?)?.mentions.first().copied(),
        Target::Found(n) => session.found.with_untracked(|found| found.get(nth(n)?).copied()),
        Target::Note(n) => article.analysis.notes.get(nth(n)?).map(|note| note.span),
        Target::About(_) => None,
    }
}
