//! Words in marks that are a paragraph of their own: whose they are by the paragraph before, and by the line that heads
//! a list of what people say.
//!
//! A paragraph of nothing but speech goes on with the one whom the paragraph before reports or tells of: the same
//! centre of attention, in the sense of Grosz, Joshi and Weinstein (1995).

use std::ops::Range;

use text::BlockKind;

use super::Attributor;
use crate::quote::clause::Clause;
use crate::quote::cue_match::SourceEvidence;
use crate::quote::draft::{Why, source};
use crate::quote::marks::Marked;
use crate::quote::transcript::speaks_of_self;
use crate::quote::weights;
use crate::quote::words::Class;

/// So many sentences of the paragraph before are asked for a speaker.
const SENTENCES: usize = 4;
/// So many words of a quotation are asked for whom it speaks of.
const WORDS: usize = 60;

impl Attributor<'_> {
    /// "Ruiz says the pump is new. / “It cost us a year.”": whom the paragraph before reports, or tells of.
    pub(super) fn after_paragraph(&mut self, at: usize, block: usize, region: &Marked) -> Option<usize> {
        let last = at.checked_sub(1)?;
        // “Why?” Ruiz went on. “Because …”: whoever is told of right behind the words.
        let behind = self.units.get(at + 1).filter(|next| next.unit.block == block);
        if behind.is_some() && self.clause(at + 1).is_some_and(|clause| self.opens_with_person(clause)) {
            return None;
        }
        let own = |number: usize| {
            self.units.get(number).is_some_and(|read| {
                let start = read.unit.items.first().map_or(0, |item| item.tokens.start);
                let kind = self.doc.block_kind(start);
                read.unit.block + 1 == block && matches!(kind, BlockKind::Paragraph | BlockKind::ListItem)
            })
        };
        let mut told: Option<(Clause, Range<usize>)> = None;
        for number in (0..=last).rev().take(SENTENCES).take_while(|&number| own(number)) {
            let clause = self.clause(number)?;
            let subject = clause.main_subject(0).filter(|subject| self.is_person(clause, subject));
            let said = self.units[number].cue_matches.iter().rev().find_map(|cue_match| {
                let who = cue_match.source.clone()?;
                let own = !matches!(cue_match.how, SourceEvidence::Agent | SourceEvidence::Owner);
                (own && self.can_speak(clause, &who)).then(|| (who, cue_match.cue.clone()))
            });
            if let Some((who, cue)) = said {
                // "“No,” Ruiz said. Pell shook his head. / “…”": two, and either can be meant.
                if told.as_ref().is_some_and(|(there, name)| !self.is_same(clause, &who, *there, name)) {
                    return None;
                }
                let (found, cue) = (source(clause, who), clause.tokens(cue));
                if self.is_spoken_of(&found.tokens, region) || self.is_body_of_one(&found.tokens, region) {
                    return None;
                }
                let weight = weights::PARAGRAPH_BEFORE;
                return Some(self.start(Some(found), Some(cue), Why::ParagraphBefore, weight));
            }
            if told.is_none() {
                told = subject.map(|subject| (clause, subject));
            }
        }
        let (clause, subject) = told?;
        let found = source(clause, subject);
        if self.is_spoken_of(&found.tokens, region) || self.tells_of_another(region) {
            return None;
        }
        Some(self.start(Some(found), None, Why::ParagraphBefore, weights::PARAGRAPH_WITHOUT_CUE))
    }

    fn opens_with_person(&self, clause: Clause) -> bool {
        let subject = clause.main_subject(0).filter(|subject| subject.start == 0);
        subject.is_some_and(|subject| self.is_person(clause, &subject))
    }

    /// Whether a phrase names a person, or stands for one.
    fn is_person(&self, clause: Clause, phrase: &Range<usize>) -> bool {
        let tokens = clause.tokens(phrase.clone());
        phrase.len() == 1 && matches!(clause.normal(phrase.start), "he" | "she")
            || self.mentions.person(tokens).is_some()
    }

    /// Whether a phrase means somebody who can be quoted at length: a person, a body, or a pronoun for one.
    fn can_speak(&self, clause: Clause, phrase: &Range<usize>) -> bool {
        let pronoun = phrase.len() == 1 && matches!(clause.normal(phrase.start), "he" | "she" | "they" | "i");
        let last = clause.tokens(phrase.clone()).end.saturating_sub(1);
        pronoun || self.mentions.speaker_at(last).is_some() || clause.class(phrase.end - 1) == Class::Name
    }

    /// Whether two phrases mean the same person.
    fn is_same(&self, clause: Clause, one: &Range<usize>, there: Clause, other: &Range<usize>) -> bool {
        let who = |clause: Clause, phrase: &Range<usize>| {
            self.mentions.speaker_at(clause.tokens(phrase.clone()).end.saturating_sub(1))
        };
        let known = who(clause, one);
        known.is_some() && known == who(there, other)
    }

    /// Whether the words name the one who is to say them: hardly anybody speaks of himself by his name.
    fn is_spoken_of(&self, who: &Range<usize>, region: &Marked) -> bool {
        let entity = who.end.checked_sub(1).and_then(|last| self.mentions.speaker_at(last));
        entity.is_some_and(|entity| self.mentions.names(entity, region.inner.clone()))
    }

    /// A body that would say "I": “I was never asked” is no ministry's word.
    fn is_body_of_one(&self, who: &Range<usize>, region: &Marked) -> bool {
        let body = who.end.checked_sub(1).is_some_and(|last| self.mentions.is_body(last));
        let one = |at| matches!(self.doc.normal(at), "i" | "i'm" | "i've" | "i'll" | "i'd" | "my" | "me");
        body && region.inner.clone().take(WORDS).any(one)
    }

    /// “He was a good man.”: words that speak of a third person and not of whoever says them.
    fn tells_of_another(&self, region: &Marked) -> bool {
        let words = || region.inner.clone().take(WORDS);
        words().any(|at| matches!(self.doc.normal(at), "he" | "she" | "his" | "her" | "him"))
            && !words().any(|at| speaks_of_self(self.doc, at))
    }
}
