//! Whether what is reported of somebody is speech, a thought, or a plan.

use analysis::{QuoteKind, Sense};

use super::clause::{Clause, Next};
use super::cue::{THOUGHT, Valency};
use crate::word_class::{self, WordClass};

/// The sense of what a cue reports: of its verb or noun, and of what stands behind it.
pub(crate) fn sense(clause: Clause, cue: usize, takes: Valency, next: Next, kind: QuoteKind) -> Sense {
    let verb = clause.cue(cue);
    let infinitive = matches!(next, Next::Deed(_));
    if clause.is(cue, WordClass::SayingNoun) && verb.is_none_or(|_| clause.is_noun(cue)) {
        return match (clause.is(cue, WordClass::PlanNoun), clause.is(cue, WordClass::MindNoun)) {
            _ if kind != QuoteKind::Indirect => Sense::Speech,
            (true, _) => Sense::Plan,
            (_, true) if infinitive => Sense::Plan,
            (_, true) => Sense::Thought,
            _ => Sense::Speech,
        };
    }
    let lemma = verb.map_or("", |verb| verb.lemma);
    let thought = takes.any(THOUGHT) && !word_class::is(lemma, WordClass::FindingVerb);
    let plan = word_class::is(lemma, WordClass::PlanVerb);
    let attitude = word_class::is(lemma, WordClass::AttitudeVerb);
    match kind {
        // Words in marks within the reporter's sentence were said, whatever they tell.
        QuoteKind::Mixed => Sense::Speech,
        QuoteKind::Direct if thought && !plan => Sense::Thought,
        QuoteKind::Direct => Sense::Speech,
        QuoteKind::Indirect if plan || thought && infinitive => Sense::Plan,
        QuoteKind::Indirect if thought || attitude => Sense::Thought,
        QuoteKind::Indirect => Sense::Speech,
    }
}
