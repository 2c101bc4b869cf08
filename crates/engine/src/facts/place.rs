//! Where: the place that the lead or the whole article is in.

use std::cmp::Reverse;

use analysis::{BlockKind, Entity, EntityId, MentionKind, Span};

use super::{LEAD, is_of_event, leads_the_text};
use crate::doc::Doc;
use crate::lexicon::Lexicon;
use crate::sentence::Sentence;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::{self, WordClass};

/// How often the place of a whole article is named.
const OFTEN: usize = 3;

/// The dateline's place; else the first place in these sentences that something is in, and not only somebody who speaks.
pub(super) fn place(doc: &Doc, asked: &[&Sentence], entities: &[Entity]) -> Option<EntityId> {
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
        if leads_the_text(doc, span) {
            return true;
        }
        let at = doc.document.blocks.partition_point(|block| block.span.end <= span.start);
        doc.document.blocks.get(at).is_some_and(|block| block.kind == BlockKind::Dateline)
    };
    let stands_in = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let before = (at.saturating_sub(2)..at).rev().find(|at| doc.normal(*at) != "the");
        let preposition = before.map_or("", |before| doc.normal(before));
        // "the highest in the world outside Veldia": what is left out.
        let left_out = preposition == "outside" && doc.normal(at.saturating_sub(2)) == "world";
        asked.iter().any(|sentence| sentence.span.contains(span))
            && !left_out
            && word_class::is(preposition, WordClass::BeforeScene)
            && !speaks_there(doc, at)
            && !is_behind_it(doc, at)
            && is_of_event(doc, at)
    };
    let found = places.iter().find(|(span, _)| is_dateline(*span));
    let in_order = asked.iter().find_map(|sentence| {
        places.iter().find(|(span, _)| sentence.span.contains(*span) && stands_in(*span))
    });
    let of_subject = || place_of_subject(doc, asked.first()?, &places, entities);
    found.or(in_order).map(|(_, id)| *id).or_else(of_subject).or_else(|| place_of_all(doc, entities))
}

/// "because of the war in Veldia", "since the quake in Hale": where what lies behind the event happened.
fn is_behind_it(doc: &Doc, place: usize) -> bool {
    let mut at = place;
    for _ in 0..3 {
        let Some(head) = doc.syntax.head(at) else { return false };
        if doc.syntax.tag(head).upos() != Upos::NOUN {
            return false;
        }
        let case = (head.saturating_sub(4)..head).rev().find(|&at| doc.syntax.tag(at).upos() == Upos::ADP);
        let case = case.filter(|&case| (case + 1..head).all(|at| doc.syntax.tag(at).upos() != Upos::VERB));
        let behind = |case: usize| match doc.normal(case) {
            "by" | "since" | "amid" | "after" | "despite" => true,
            "of" => doc.normal(case.wrapping_sub(1)) == "because",
            "to" => matches!(doc.normal(case.wrapping_sub(1)), "due" | "owing" | "thanks"),
            _ => false,
        };
        if head < place && case.is_some_and(behind) {
            return true;
        }
        at = head;
    }
    false
}

/// The only place of the event's sentence, where it belongs to its subject: "the mayor of Hale", "Hale’s council", "in the
/// centre of Hale".
fn place_of_subject(
    doc: &Doc,
    event: &Sentence,
    places: &[(Span, EntityId)],
    entities: &[Entity],
) -> Option<EntityId> {
    let mut inside = places.iter().filter(|(span, _)| event.span.contains(*span));
    let &(span, id) = inside.next()?;
    let at = doc.token_at(span.start as usize);
    let tokens = doc.tokens_in(span);
    let preposition =
        (at.saturating_sub(2)..at).rev().find(|&at| doc.normal(at) != "the").map_or("", |at| doc.normal(at));
    let owns = doc.syntax.tag(tokens.end) == Tag::Genitive || preposition == "of";
    let before = |at: usize| doc.syntax.tag(at).upos() == Upos::NOUN && !doc.tokens[at].is_capital();
    let joined = doc.syntax.relation(tokens.end - 1) == Relation::Compound && before(tokens.end);
    let name = entities.iter().find(|entity| entity.id == id)?.name.to_lowercase();
    let known = Lexicon::get().phrase(&name).is_some_and(|facts| facts.kind().is_gpe());
    let alone = inside.all(|(_, other)| *other == id);
    ((owns || joined) && known && alone && is_of_event(doc, at) && !speaks_there(doc, at)).then_some(id)
}

/// The place that the whole article is in: named far more than any other, and somewhere as what something is in.
fn place_of_all(doc: &Doc, entities: &[Entity]) -> Option<EntityId> {
    let mut places: Vec<(usize, &Entity)> = entities
        .iter()
        .filter(|entity| entity.kind.is_place())
        .map(|entity| (entity.mentions.len(), entity))
        .collect();
    places.sort_by_key(|(times, entity)| (Reverse(*times), entity.id));
    let &(times, first) = places.first()?;
    let next = places.get(1).map_or(0, |(times, _)| *times);
    let is_scene = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let end = doc.tokens_in(span).end;
        let before = at.checked_sub(1).filter(|&before| doc.normal(before) != "the").or(at.checked_sub(2));
        before.is_some_and(|before| doc.is(before, WordClass::BeforeScene))
            // "on Hale land", "in Hale hospital"
            && !matches!(doc.syntax.tag(end).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ)
    };
    let far = times >= OFTEN && times > next || times == 2 && next < 2 && places.len() < OFTEN;
    let named = |kind: MentionKind| kind == MentionKind::Name;
    let told = first.mentions.iter().any(|mention| named(mention.kind) && is_scene(mention.span));
    // What no gazetteer has may be no place at all.
    let known = Lexicon::get().phrase(&first.name.to_lowercase()).is_some_and(|facts| facts.kind().is_gpe());
    (far && told && known).then_some(first.id)
}

/// "Speaking in Geneva, the minister said": where somebody speaks is not where it happened.
fn speaks_there(doc: &Doc, place: usize) -> bool {
    let mut at = place;
    for _ in 0..4 {
        let Some(head) = doc.syntax.head(at) else { return false };
        if doc.syntax.tag(head).upos() == Upos::VERB {
            return doc.is(head, WordClass::SpeakingForm);
        }
        at = head;
    }
    false
}
