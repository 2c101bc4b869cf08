//! A reporter's five questions (who, what, when, where, why), as far as the article answers them.
//!
//! The lead is asked first, since news answers them there ("inverted pyramid": Pöttker, 2003; the scoring by place
//! and mentions follows Giveme5W1H: Hamborg et al., 2019, in small). Nothing is answered from guesses: a question
//! that no words answer stays open.

mod place;
#[cfg(test)]
mod tests;
mod when;
mod why;

use std::cmp::Reverse;

use analysis::{BlockKind, Date, Entity, EntityId, EntityType, Facts, MentionKind, Span, SummarySentence};

use jiff::civil;

use crate::doc::Doc;
use crate::quote::cue;
use crate::quote::marks::Marks;
use crate::sentence::Sentence;
use crate::syntax::relation::Relation;

/// People and organisations named for "who" at most.
const MOST_WHO: usize = 3;
/// Sentences of the lead.
const LEAD: usize = 3;
/// Sentences of the lead that may give the reason: that of the news stands with the news.
const REASONS: usize = 2;
/// How far behind a verb of saying the infinitive stands that makes it a deed, in tokens.
const DEED: usize = 8;
/// The opening tells the event if it is among so many best sentences.
const OPENING_AMONG: usize = 3;

pub(crate) fn answer(
    doc: &Doc,
    marks: &Marks,
    entities: &[Entity],
    dates: &[Date],
    summary: &[SummarySentence],
    published: Option<civil::Date>,
) -> Facts {
    let body: Vec<&Sentence> = doc.sentences.iter().filter(|sentence| is_body(doc, sentence)).collect();
    let lead = &body[..body.len().min(LEAD)];
    let what = what(lead.first().copied(), summary);
    // The sentence of the event is asked first.
    let event = body.iter().copied().find(|sentence| Some(sentence.span) == what);
    let rest = lead.iter().copied().filter(|sentence| Some(sentence.span) != what);
    let asked: Vec<&Sentence> = event.into_iter().chain(rest).collect();
    let late = event.is_some_and(|event| lead.iter().all(|sentence| sentence.span != event.span));
    let reasons = event.into_iter().chain(body.iter().copied().take(REASONS));
    Facts {
        who: who(doc, lead, event.or(lead.first().copied()), entities),
        what,
        when: when::when(doc, marks, &asked, dates, published),
        // Further down, places are of what else is told; before the news, of an anecdote.
        place: place::place(doc, &asked[..asked.len().min(if late { 1 } else { 2 })], entities),
        why: reasons.take(REASONS + 1).find_map(|sentence| why::why(doc, marks, sentence.tokens.clone())),
    }
}

fn is_body(doc: &Doc, sentence: &Sentence) -> bool {
    let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
    matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem))
}

/// The sentence that tells the event: the first where the summary has it among its best, else the best of the summary (the
/// first is then an anecdote, or says little).
fn what(first: Option<&Sentence>, summary: &[SummarySentence]) -> Option<Span> {
    let best = summary.iter().max_by(|a, b| a.score.total_cmp(&b.score))?;
    let opening = summary.iter().find(|sentence| first.is_some_and(|first| first.span == sentence.span));
    let better = opening
        .filter(|opening| summary.iter().filter(|other| other.score > opening.score).count() < OPENING_AMONG);
    Some(better.unwrap_or(best).span)
}

/// Those the lead is about: who does what its event tells, then those it names who come again, the most mentioned first.
fn who(doc: &Doc, lead: &[&Sentence], event: Option<&Sentence>, entities: &[Entity]) -> Vec<EntityId> {
    let acts = |entity: &Entity| {
        let inside = |span: Span| event.is_some_and(|event| event.span.contains(span));
        let place = entity.kind == EntityType::Gpe;
        entity.mentions.iter().any(|mention| inside(mention.span) && is_subject(doc, mention.span, place))
    };
    let mut named: Vec<(bool, &Entity)> = entities
        .iter()
        .filter(|entity| {
            let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
            names.take(LEAD).any(|mention| lead.iter().any(|sentence| sentence.span.contains(mention.span)))
        })
        .filter(|entity| entity.mentions.iter().all(|mention| !leads_the_text(doc, mention.span)))
        .map(|entity| (acts(entity), entity))
        .filter(|(acts, entity)| match entity.kind {
            EntityType::Person | EntityType::Org => true,
            // "India has agreed to …"
            EntityType::Gpe => *acts,
            _ => false,
        })
        .collect();
    named.sort_by_key(|(acts, entity)| (Reverse(*acts), Reverse(entity.mentions.len()), entity.id));
    // "the Democratic Party" beside "the Democratic Party of Hale", the paper that was told: neither says more.
    let mut kept: Vec<(bool, &Entity)> = Vec::new();
    for (acts, entity) in named {
        // No more are told; and to compare every name of a list with every other takes the square of its length.
        if kept.len() == MOST_WHO {
            break;
        }
        let known = kept.iter().any(|(_, other)| {
            is_longer_of(&entity.name, &other.name) || is_longer_of(&other.name, &entity.name)
        });
        if !known && (acts || !is_told(doc, entity)) {
            kept.push((acts, entity));
        }
    }
    let mut named = kept;
    // Who is named once, and does nothing there, is by the way.
    let sure = named.iter().filter(|(acts, entity)| *acts || entity.mentions.len() > 1).count();
    named.truncate(sure.clamp(1, MOST_WHO));
    named.into_iter().map(|(_, entity)| entity.id).collect()
}

/// Whether a name begins with all the words of another: "Hale Energy Veldia" and "Hale Energy".
fn is_longer_of(long: &str, short: &str) -> bool {
    long.len() > short.len()
        && short.contains(' ')
        && long.strip_prefix(short).is_some_and(|rest| rest.starts_with(' '))
}

/// "a source told the Hale Times": an organisation that only hears it.
fn is_told(doc: &Doc, entity: &Entity) -> bool {
    let hears = |span: Span| {
        let at = doc.token_at(span.start as usize);
        let before = at.checked_sub(1).filter(|&before| doc.normal(before) != "the").or(at.checked_sub(2));
        before.is_some_and(|before| matches!(doc.normal(before), "told" | "tells" | "telling"))
    };
    entity.kind == EntityType::Org && entity.mentions.iter().any(|mention| hears(mention.span))
}

/// Whether a name is the subject of the main verb of its sentence, or (but for a place) joined to it; not of one of saying.
fn is_subject(doc: &Doc, span: Span, alone: bool) -> bool {
    let tokens = doc.tokens_in(span);
    tokens.clone().any(|at| {
        let mut at = at;
        for _ in 0..4 {
            let Some(head) = doc.syntax.head(at) else { return false };
            match doc.syntax.relation(at) {
                Relation::NominalSubject | Relation::PassiveSubject => {
                    // "agreed to share" is a deed.
                    let says = |verb: usize| {
                        let does = |at: usize| {
                            doc.syntax.head(at) == Some(verb)
                                && doc.syntax.relation(at) == Relation::OpenComplement
                        };
                        cue::is_plain_saying(doc.normal(verb)) && !(verb + 1..verb + DEED).any(does)
                    };
                    // "India agreed to …, the paper reported": what is said, not who says it.
                    let said = doc.syntax.relation(head) == Relation::ClausalComplement
                        && doc.syntax.head(head).is_some_and(says);
                    return said || doc.syntax.relation(head) == Relation::Root && !says(head);
                }
                Relation::Flat | Relation::Compound if tokens.contains(&head) => at = head,
                Relation::Conjunct | Relation::Apposition if !alone => at = head,
                _ => return false,
            }
        }
        false
    })
}

/// "Doha: The network said": a place before the colon with which the text begins.
fn leads_the_text(doc: &Doc, span: Span) -> bool {
    let first = doc.sentences.iter().find(|sentence| is_body(doc, sentence));
    first.is_some_and(|first| first.span.start == span.start) && doc.normal(doc.tokens_in(span).end) == ":"
}

/// Whether the words hang on the main clause of their sentence, or on what its verb of saying reports: not in "who resigned
/// because …".
fn is_of_event(doc: &Doc, at: usize) -> bool {
    let mut at = at;
    for _ in 0..8 {
        if matches!(
            doc.syntax.relation(at),
            Relation::RelativeClause | Relation::Clause | Relation::AdverbialRelative | Relation::Apposition
        ) {
            return false;
        }
        match doc.syntax.head(at) {
            Some(head) => at = head,
            None => return true,
        }
    }
    false
}
