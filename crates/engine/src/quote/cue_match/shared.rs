//! The source of a verb that has no subject of its own: "said … and added", ", saying".

use std::ops::Range;

use super::{CueMatch, SourceEvidence};
use crate::lexicon::Lexicon;
use crate::quote::clause::{Clause, Next, Subject};
use crate::quote::cue::{self, CLAUSE, Form, HEARER, MARKS_ONLY, THOUGHT};
use crate::quote::words::Class;
use crate::word_class::WordClass;

/// The source of the cue match before, or the subject of a verb nearby, or of the unit.
pub(super) fn shared(
    clause: Clause,
    chain: usize,
    verb: cue::Verb,
    before: &[CueMatch],
) -> Option<(Option<Range<usize>>, SourceEvidence)> {
    let sourced =
        |cue_match: &&CueMatch| cue_match.source.is_some() && cue_match.how != SourceEvidence::Phrase;
    let mut said = before.iter().rev().filter(sourced);
    let mut last = said.next();
    // "told her that the crew hopes to stay, calling the plan “a farce”": a thought within what is told is none of those
    // that a participle behind the whole goes on with.
    let hangs = verb.form == Form::Ing && chain > 0 && clause.class(chain - 1) == Class::Comma;
    let thought = last.is_some_and(|last| last.takes.any(THOUGHT) && !last.takes.any(HEARER));
    // "said the crew would meet and praised the pilot": a past is not joined to what "would" opens.
    let future = last.is_some_and(|last| {
        let chain = clause.chain_start(last.cue.start);
        (chain..last.cue.start)
            .any(|at| matches!(clause.normal(at), "would" | "will" | "could" | "can" | "to"))
            || chain > 0 && clause.normal(chain - 1) == "to"
    });
    let past = verb.form == Form::Past && chain > 0 && clause.class(chain - 1) == Class::Conjunction;
    if hangs && thought || past && future {
        let tells = |cue_match: &&CueMatch| {
            matches!(cue_match.next, Next::That(_) | Next::Words(_))
                && clause.is(cue_match.cue.start, WordClass::PlainSaying)
        };
        last = said.find(tells).or(last);
    }
    let from = last.map_or(0, |cue_match| cue_match.cue.end);
    let near = near_subject(clause, from, chain);
    // "She warned that we could not be idle, noting that": the one who warned, and no "we" of the warning.
    let goes_on = chain > 0
        && verb.form == Form::Ing
        && verb.takes.any(CLAUSE)
        && clause.class(chain - 1) == Class::Comma;
    let joined = chain > 0 && matches!(clause.class(chain - 1), Class::Conjunction | Class::Comma);
    let pronoun = near.clone().filter(|near| {
        clause.class(near.start) == Class::Subject
            && !goes_on
            && (!joined || !matches!(clause.normal(near.start), "it" | "we" | "i" | "you" | "there"))
    });
    let after_preposition = chain > 0 && clause.class(chain - 1) == Class::Preposition;
    let source = match last {
        // "Tarn said that she hopes so but said": Tarn.
        Some(cue_match) => {
            let inner = near.filter(|near| is_heard_of(clause, chain, verb, near, cue_match));
            parallel(clause, chain, verb, before).or(pronoun).or(inner).or(cue_match.source.clone())
        }
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

/// "Tarn told the court that the surgeon had leaned over and muttered: “…”", "Tarn said Pell had come in and told her:
/// “…”": a way of speaking, or words to the one who tells of them, are the inner subject's. In "Tarn said the mayor had
/// left and added: “…”" they are not.
fn is_heard_of(clause: Clause, chain: usize, verb: cue::Verb, near: &Range<usize>, last: &CueMatch) -> bool {
    let joined = chain > 0 && clause.class(chain - 1) == Class::Conjunction;
    let within = matches!(last.next, Next::That(at) | Next::Words(at) if at <= near.start);
    let person = near
        .clone()
        .any(|at| clause.class(at) == Class::Name || Lexicon::get().word(clause.normal(at)).is_person_noun());
    let manner = verb.takes.any(MARKS_ONLY);
    let teller =
        verb.takes.any(HEARER) && matches!(clause.normal(chain + 1), "me" | "us" | "her" | "him" | "them");
    joined && within && person && verb.form == Form::Past && (manner || teller)
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
