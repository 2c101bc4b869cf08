//! A reporter's five questions (who, what, when, where, why), as far as the article answers them.
//!
//! The lead is asked first, since news answers them there ("inverted pyramid": Pöttker, 2003; the scoring by place
//! and mentions follows Giveme5W1H: Hamborg et al., 2019, in small). Nothing is answered from guesses: a question
//! that no words answer stays open.

#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::ops::Range;

use analysis::{
    BlockKind, Date, DateKind, Entity, EntityId, EntityType, Facts, MentionKind, Span, SummarySentence,
};

use crate::doc::Doc;
use crate::quote::marks::Marks;
use crate::quote::words::{Class, class};
use crate::sentence::Sentence;
use crate::word_class::{self, WordClass};

/// People and organisations named for "who" at most.
const MOST_WHO: usize = 3;
/// Sentences of the lead.
const LEAD: usize = 3;
/// Sentences that are looked through for a reason.
const REASONS: usize = 12;

pub(crate) fn answer(
    doc: &Doc,
    marks: &Marks,
    entities: &[Entity],
    dates: &[Date],
    summary: &[SummarySentence],
) -> Facts {
    let body: Vec<&Sentence> = doc.sentences.iter().filter(|sentence| is_body(doc, sentence)).collect();
    let lead = &body[..body.len().min(LEAD)];
    Facts {
        who: who(lead, entities),
        what: summary.iter().max_by(|a, b| a.score.total_cmp(&b.score)).map(|best| best.span),
        when: when(lead, dates),
        place: place(doc, lead, entities),
        why: body.iter().take(REASONS).find_map(|sentence| why(doc, marks, sentence.tokens.clone())),
    }
}

fn is_body(doc: &Doc, sentence: &Sentence) -> bool {
    let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
    matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem))
}

/// Those the lead names, the most mentioned first.
fn who(lead: &[&Sentence], entities: &[Entity]) -> Vec<EntityId> {
    let mut named: Vec<&Entity> = entities
        .iter()
        .filter(|entity| matches!(entity.kind, EntityType::Person | EntityType::Org))
        .filter(|entity| {
            let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
            names.take(LEAD).any(|mention| lead.iter().any(|sentence| sentence.span.contains(mention.span)))
        })
        .collect();
    named.sort_by_key(|entity| (Reverse(entity.mentions.len()), entity.id));
    named.into_iter().take(MOST_WHO).map(|entity| entity.id).collect()
}

/// The first day or time that the lead names; else its first month or year.
fn when(lead: &[&Sentence], dates: &[Date]) -> Option<Span> {
    let told = || {
        dates.iter().filter(|date| {
            matches!(date.kind, DateKind::Date | DateKind::Time)
                && lead.iter().any(|sentence| sentence.span.contains(date.span))
        })
    };
    let is_day = |date: &&Date| date.value.as_deref().is_some_and(|value| value.len() >= "2025-12-07".len());
    told()
        .find(is_day)
        .or_else(|| told().find(|date| date.value.as_deref().is_some_and(is_calendar)))
        .map(|date| date.span)
}

/// "2025-12", not "PAST_REF".
fn is_calendar(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
}

/// The dateline's place; else the first place in the lead that something is in.
fn place(doc: &Doc, lead: &[&Sentence], entities: &[Entity]) -> Option<EntityId> {
    let mut places: Vec<(Span, EntityId)> = entities
        .iter()
        .filter(|entity| entity.kind.is_place())
        .flat_map(|entity| {
            let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
            names.take(LEAD).map(|mention| (mention.span, entity.id))
        })
        .collect();
    places.sort_unstable();
    let is_dateline = |span: Span| {
        let at = doc.document.blocks.partition_point(|block| block.span.end <= span.start);
        doc.document.blocks.get(at).is_some_and(|block| block.kind == BlockKind::Dateline)
    };
    let stands_in = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let before = (at.saturating_sub(2)..at).rev().find(|at| doc.normal(*at) != "the");
        let preposition = before.map_or("", |before| doc.normal(before));
        lead.iter().any(|sentence| sentence.span.contains(span))
            && word_class::is(preposition, WordClass::BeforeScene)
    };
    let found = places.iter().find(|(span, _)| is_dateline(*span));
    found.or_else(|| places.iter().find(|(span, _)| stands_in(*span))).map(|(_, id)| *id)
}

/// "because the pumps failed", "due to the storm": the words to the end of their clause, in the reporter's voice.
fn why(doc: &Doc, marks: &Marks, sentence: Range<usize>) -> Option<Span> {
    let start = sentence.clone().find(|at| gives_reason(doc, *at) && marks.around(*at).is_none())?;
    let end = (start + 1..sentence.end)
        .find(|at| matches!(class(doc, *at, false), Class::Comma | Class::Break | Class::Aside))
        .unwrap_or(sentence.end);
    (end > start + 2).then(|| doc.span(start..end))
}

fn gives_reason(doc: &Doc, at: usize) -> bool {
    let normal = |at| doc.normal(at);
    match normal(at) {
        "because" => !matches!(normal(at.wrapping_sub(1)), "just" | "simply" | "not"),
        "due" => {
            normal(at + 1) == "to" && !matches!(normal(at.wrapping_sub(1)), "is" | "are" | "was" | "were")
        }
        _ => doc.phrase(at, WordClass::ReasonOpener).is_some(),
    }
}
