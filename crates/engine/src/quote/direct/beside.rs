//! Speakers who are named beside a quotation without a verb of saying: signatures, lead-ins, and a gesture between its
//! halves.

use std::ops::Range;

use super::Attributor;
use crate::lexicon::Lexicon;
use crate::quote::clause::Clause;
use crate::quote::cue_match::{ContentSide, CueMatch};
use crate::quote::draft::{Why, source};
use crate::quote::weights;
use crate::quote::words::Class;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

impl Attributor<'_> {
    /// “…” – Mayor Ana Tarn, 45: nothing but a name and what belongs to it behind a dash.
    pub(super) fn signed_here(&mut self, clause: Clause, place: usize) -> Option<usize> {
        let dash = place + 1;
        if place != 0 || !is_dash(clause, dash) {
            return None;
        }
        let end = clause.items.len().min(dash + 16);
        let named = clause.phrase_end(dash + 1);
        // ‘It sank’ - harbour master: in a headline a role may stand for the name.
        let role = || {
            named == clause.items.len()
                && named <= dash + 5
                && self.begins_as_speech(clause, place)
                && Lexicon::get().word(clause.normal(named - 1)).is_person_noun()
        };
        let name = (dash + 1..named).any(|i| clause.class(i) == Class::Name) || named > dash + 1 && role();
        let bare = clause.items.len() <= dash + 16
            && (named..end).all(|i| !clause.is_quote(i) && is_beside_name(clause.class(i)));
        (name && bare).then(|| {
            let cue = Some(clause.tokens(dash..dash + 1));
            let found = Some(source(clause, dash + 1..named));
            self.start(found, cue, Why::Signature, weights::SIGNATURE)
        })
    }

    /// Whether the words of a quotation begin with a pronoun or an auxiliary, as no title does.
    pub(super) fn begins_as_speech(&self, clause: Clause, place: usize) -> bool {
        let first = clause.items.get(place).map_or(0, |item| item.tokens.start + 1);
        let tag = self.doc.syntax.tag(first);
        matches!(tag.upos(), Upos::PRON | Upos::AUX | Upos::VERB)
    }

    /// “Nous avons faim” (“We are hungry”), “Es reicht,” said Tarn in German — “It is enough.”: the same words once more.
    pub(super) fn is_translation(&self, clause: Clause, place: usize) -> bool {
        let Some(before) = place.checked_sub(2) else { return false };
        let bracket =
            clause.normal(place - 1) == "(" && clause.normal(place + 1) == ")" && clause.is_quote(before);
        let language = |at: usize| {
            clause.class(at) == Class::Name && at > 0 && clause.normal(at - 1) == "in" && !clause.is_quote(at)
        };
        let dash = is_dash(clause, place - 1)
            && language(before)
            && (0..before).any(|at| clause.is_quote(at))
            && !self.opens_small(clause, place);
        // “Mañana,” Tarn told the crowd (“Tomorrow”).
        let behind_speaker = || {
            clause.normal(place - 1) == "("
                && clause.normal(place + 1) == ")"
                && clause.class(place + 2) == Class::Break
                && (0..before).any(|at| clause.is_quote(at))
                && !self.opens_small(clause, place)
        };
        bracket || dash || behind_speaker()
    }

    /// “The deal” — and here Tarn looked down — “is off.” Who makes the gesture, its verb, and the second half.
    pub(super) fn with_beat(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        place: usize,
    ) -> Option<(Range<usize>, usize, usize)> {
        let second = (place + 2..clause.items.len().min(place + 24)).find(|&i| clause.is_quote(i))?;
        let opens = (0..place).all(|i| matches!(clause.class(i), Class::Conjunction | Class::Comma));
        let dashes = is_aside(clause, place + 1) && is_aside(clause, second - 1);
        let first = self.last_word(clause, place)?;
        let commas = first == "," && clause.class(second - 1) == Class::Comma;
        let goes_on = self.opens_small(clause, second) && !matches!(first, "." | "?" | "!");
        // A verb of saying beside either half says who speaks.
        let told = cue_matches.iter().any(|cue_match| {
            cue_match.cue.start > place
                && cue_match.cue.start < second
                && cue_match.side != ContentSide::After
                || cue_match.span.start > second && cue_match.side != ContentSide::After
        });
        if !opens || !goes_on || told || !(dashes || commas) {
            return None;
        }
        let from = place + 1 + usize::from(dashes);
        let start = (from..second).find(|&i| {
            !matches!(clause.class(i), Class::Conjunction | Class::Adverb | Class::Time | Class::Comma)
        })?;
        let names = (start..second).take_while(|&i| clause.class(i) == Class::Name).count();
        let person = names > 0 || matches!(clause.normal(start), "he" | "she");
        let subject = start..start + names.max(1);
        // "Tarn pauses,": a verb that can be a noun, with nothing else behind the name.
        let verb_form = |at: usize| {
            clause.class(at) == Class::Noun
                && clause.class(at + 1) == Class::Comma
                && clause.normal(at).ends_with('s')
        };
        let verb = (subject.end..second)
            .find(|&i| clause.class(i) == Class::Verb || i == subject.end && verb_form(i))?;
        person.then_some((subject, verb, second))
    }
}

fn is_dash(clause: Clause, at: usize) -> bool {
    clause.class(at) == Class::Aside
        && !clause.is_quote(at)
        && !matches!(clause.normal(at), "(" | ")" | "[" | "]")
}

fn is_aside(clause: Clause, at: usize) -> bool {
    clause.class(at) == Class::Aside && !clause.is_quote(at)
}

/// What may stand behind a name in a signature: roles, ages, days, brackets.
pub(in crate::quote) fn is_beside_name(class: Class) -> bool {
    matches!(
        class,
        Class::Name
            | Class::Noun
            | Class::Number
            | Class::Determiner
            | Class::Comma
            | Class::Aside
            | Class::Hyphen
            | Class::Possessive
            | Class::Preposition
            | Class::Conjunction
            | Class::Time
            | Class::Break
    )
}

/// A line of a name and a role: "Ana Tarn, shopkeeper".
pub(super) fn is_byline(clause: Clause) -> bool {
    let names = (0..clause.items.len()).take_while(|&i| clause.class(i) == Class::Name).count();
    let first = clause.items.first().map_or(0, |item| item.tokens.start);
    // The first word of a line may be any word with a capital; it is a name if the grammar says so.
    let named = names >= 2 || names == 0 && clause.is_name(first) && clause.class(1) == Class::Name;
    let last = clause.items.len().saturating_sub(1);
    named
        && clause.items.len() <= 12
        && !matches!(clause.normal(last), "." | ":" | "?" | "!")
        && (1..clause.items.len()).all(|i| is_beside_name(clause.class(i)) && !clause.is_quote(i))
}

/// "From the treasurer, Ana Tarn:", "Ana Tarn, on the budget:": who is named in a line that leads to words in marks.
pub(super) fn lead_in(clause: Clause) -> Option<Range<usize>> {
    let end = clause.items.len().checked_sub(1)?;
    let plain = end <= 14
        && (0..end).all(|i| {
            !clause.is_quote(i) && is_beside_name(clause.class(i)) && !clause.is(i, WordClass::SayingNoun)
        });
    if !plain {
        return None;
    }
    let mut start = 0;
    while start < end && (clause.class(start) == Class::Conjunction || clause.normal(start) == "from") {
        start += 1;
    }
    // "And this from the captain, Ana Tarn:"
    if let Some(from) = (start..end.min(start + 3)).find(|&at| clause.normal(at) == "from") {
        start = from + 1;
    }
    let phrase = start..clause.phrase_end(start).min(end);
    let named = (start..end).any(|i| clause.class(i) == Class::Name);
    (!phrase.is_empty() && named).then_some(phrase)
}
