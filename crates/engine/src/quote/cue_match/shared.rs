//! The source of a verb that has no subject of its own: "said … and added", ", saying".

use std::ops::Range;

use super::{CueMatch, SourceEvidence};
use crate::quote::clause::{Clause, Next, Subject};
use crate::quote::cue::{self, Form};
use crate::quote::words::Class;
use crate::word_class::WordClass;

/// The source of the cue match before, or the subject of a verb nearby, or of the unit.
pub(super) fn shared(
    clause: Clause,
    chain: usize,
    verb: cue::Verb,
    before: &[CueMatch],
) -> Option<(Option<Range<usize>>, SourceEvidence)> {
    let last = before
        .iter()
        .rev()
        .find(|cue_match| cue_match.source.is_some() && cue_match.how != SourceEvidence::Phrase);
    let from = last.map_or(0, |cue_match| cue_match.cue.end);
    let near = near_subject(clause, from, chain);
    let pronoun = near.clone().filter(|s| clause.class(s.start) == Class::Subject);
    let after_preposition = chain > 0 && clause.class(chain - 1) == Class::Preposition;
    let source = match last {
        // "Tarn said that she hopes so but said": Tarn.
        Some(cue_match) => parallel(clause, chain, verb, before).or(pronoun).or(cue_match.source.clone()),
        None if after_preposition && near.is_some() => near,
        None => alone(clause, chain),
    };
    source.map(|source| (Some(source), SourceEvidence::Shared))
}

/// The source of an earlier saying that this one stands beside, and not within what it reports: "said that …, but
/// said", "told them that …, saying". In "Tarn said … after she attacked Ruiz and blamed" it is she who blamed.
fn parallel(clause: Clause, chain: usize, verb: cue::Verb, before: &[CueMatch]) -> Option<Range<usize>> {
    let lemma = |cue_match: &CueMatch| clause.cue(cue_match.cue.start).map(|verb| verb.lemma);
    let joined = chain.checked_sub(1).map(|before| clause.class(before));
    let hangs = joined == Some(Class::Comma) && verb.form == Form::Ing;
    let said = before.iter().rev().find(|cue_match| {
        clause.is(cue_match.cue.start, WordClass::PlainSaying) && matches!(cue_match.next, Next::That(_))
    })?;
    let beside =
        hangs && verb.lemma == "say" || joined == Some(Class::Conjunction) && lemma(said) == Some(verb.lemma);
    said.source.clone().filter(|_| beside)
}

/// Whose a participle is, or a verb joined to no other cue.
fn alone(clause: Clause, chain: usize) -> Option<Range<usize>> {
    let led = |at: usize| matches!(clause.class(at), Class::Ing | Class::Preposition | Class::Subordinator);
    // "After saying she was “tired”, Tarn left": the sentence's own subject stands behind the comma.
    if chain <= 1 && led(0) {
        let comma =
            (chain..clause.items.len()).find(|&i| clause.is_quote(i) || clause.class(i) == Class::Comma);
        if let Some(subject) = comma.and_then(|comma| clause.main_subject(comma + 1)) {
            return Some(subject);
        }
    }
    // "Tarn, despite admitting that he was late, signed"
    if chain > 1 && clause.class(chain - 1) == Class::Preposition && clause.class(chain - 2) == Class::Comma {
        return match clause.subject(chain - 1) {
            Subject::Phrase(phrase) => Some(phrase),
            _ => None,
        };
    }
    clause.main_subject(0).filter(|subject| subject.end <= chain || led(0))
}

/// The subject of the last verb between two places.
pub(super) fn near_subject(clause: Clause, from: usize, to: usize) -> Option<Range<usize>> {
    let floor = from.max(to.saturating_sub(24));
    let verbs = (floor..to).rev().filter(|&i| matches!(clause.class(i), Class::Verb | Class::Auxiliary));
    verbs.take(3).find_map(|verb| match clause.subject(clause.chain_start(verb)) {
        Subject::Phrase(phrase) if phrase.start >= from => Some(phrase),
        _ => None,
    })
}
