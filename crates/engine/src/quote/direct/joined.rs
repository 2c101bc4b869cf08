//! Words in marks that go on with others before them.

use super::Attributor;
use crate::quote::clause::Clause;
use crate::quote::cue::CLAUSE;
use crate::quote::cue_match::{ContentSide, CueMatch, SourceEvidence};
use crate::quote::draft::Why;
use crate::quote::words::Class;

impl<'a> Attributor<'a> {
    /// Whether words that open a paragraph are somebody else's than those that the paragraph before left open: their
    /// own sentence names another speaker.
    pub(super) fn is_another(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        place: usize,
        draft: usize,
    ) -> bool {
        // Whom the paragraph before reports is a guess, and whoever is named beside the words is none.
        if self.drafts[draft].why == Why::ParagraphBefore {
            return false;
        }
        let known = self.drafts[draft].source.as_ref();
        let cue_match = self.frame_of(clause, cue_matches, place).map(|cue_match| &cue_matches[cue_match]);
        let source = cue_match.and_then(|cue_match| cue_match.source.clone());
        let (Some(known), Some(source)) = (known, source) else { return false };
        let Some(name) = source.rev().find(|&at| clause.class(at) == Class::Name) else { return false };
        let name = clause.normal(name);
        !known.tokens.clone().any(|old| self.doc.normal(old) == name)
    }

    /// “If they lose,” Tarn said, looking up, “we pay.” The second half goes on where the first broke off.
    pub(super) fn takes_up(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        last: usize,
        place: usize,
    ) -> bool {
        let (Some(first), Some(second)) = (self.region(clause, last), self.region(clause, place)) else {
            return false;
        };
        let broken_off = self.doc.word(first.inner.end.saturating_sub(1)) == ",";
        let lower = self.doc.tokens.get(second.inner.start).is_some_and(|t| t.is_word() && !t.is_capital());
        let told = cue_matches.iter().position(|f| {
            f.span.start > last
                && f.span.start <= last + 2
                && f.span.end <= place
                && f.side != ContentSide::After
        });
        let Some(told) = told else { return false };
        // No other cue stands between, but a participle that hangs from the first ("referring to").
        // What stands between two dashes is the reporter's.
        let from = cue_matches[told].span.end;
        let aside = from < place
            && clause.class(from) == Class::Aside
            && clause.class(place - 1) == Class::Aside
            && from + 1 < place;
        let hangs = cue_matches[told + 1..].iter().take_while(|f| f.cue.start < place).all(|f| {
            aside
                || f.how == SourceEvidence::Shared
                    && clause.class(f.span.start - usize::from(f.span.start > 0)) == Class::Comma
                    && !f.takes.any(CLAUSE)
        });
        let set_off = place > 0
            && matches!(
                clause.class(place - 1),
                Class::Comma | Class::Aside | Class::Adverb | Class::Conjunction
            );
        broken_off && lower && hangs && set_off
    }

    /// “long” “and” “short” without a word between.
    pub(super) fn only_marks_between(&self, clause: Clause, from: usize, to: usize) -> bool {
        to - from <= 2 && (from + 1..to).all(|i| matches!(clause.class(i), Class::Comma | Class::Conjunction))
    }

    /// “human leech” and a “spoiled brat”, “long” and at times “bitter”: a second thing that the same cue reports.
    pub(super) fn listed(&self, clause: Clause, last: usize, place: usize) -> bool {
        let between = last + 1..place;
        let joined = clause.class(last + 1) == Class::Conjunction && !clause.is_quote(last + 1);
        let short = |place: usize| self.region(clause, place).is_some_and(|region| region.inner.len() <= 12);
        let linked = between.clone().skip(1).all(|i| {
            matches!(
                clause.class(i),
                Class::Determiner
                    | Class::Noun
                    | Class::Adverb
                    | Class::Number
                    | Class::Preposition
                    | Class::Time
            )
        });
        joined && linked && between.len() <= 4 && short(last) && short(place)
    }
}
