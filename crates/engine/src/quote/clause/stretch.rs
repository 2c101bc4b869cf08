//! The stretches between commas, brackets and dashes before a place, and which of them are clauses.

use std::ops::Range;

use super::{Clause, REACH};
use crate::quote::words::Class;
use crate::syntax::tag::Tag;
use crate::token::Case;
use crate::word_class::WordClass;

impl Clause<'_> {
    /// The stretches between commas, brackets and dashes that end at `comma`, back to the last quotation or stop.
    pub(super) fn stretches(&self, comma: usize) -> Vec<Range<usize>> {
        let floor = comma.saturating_sub(REACH);
        let mut stretches: Vec<Range<usize>> = Vec::new();
        let mut end = comma;
        let mut at = comma;
        loop {
            let stop = at == floor || self.is_quote(at - 1) || self.class(at - 1) == Class::Break;
            if stop || matches!(self.class(at - 1), Class::Comma | Class::Aside) {
                if at < end && !(at..end).all(|letters| self.is_letters(letters)) {
                    stretches.push(at..end);
                }
                if stop {
                    break;
                }
                end = at - 1;
            }
            at -= 1;
        }
        stretches.reverse();
        stretches
    }

    /// "SC" of "Ida Tarn, SC, said": letters behind a name, which are nobody.
    pub(super) fn is_letters(&self, at: usize) -> bool {
        let capitals = || self.word(at).is_some_and(|token| self.doc.tokens[token].case == Case::Upper);
        self.is(at, WordClass::PostNominal) && capitals()
    }

    /// Whether a noun phrase opens one of the stretches before `comma`.
    pub fn has_subject(&self, comma: usize) -> bool {
        self.stretches(comma).iter().any(|stretch| self.class(stretch.start).opens_phrase())
    }

    /// Whether a clause with a subject and verb of its own ends at `comma`: "The boat sank, said Tarn".
    pub fn has_main_clause(&self, comma: usize) -> bool {
        let stretches = self.stretches(comma);
        // "Ida Tarn, 41, rowed": behind what is set off the predicate goes on.
        let goes_on = |at: usize| {
            let start = stretches[at].start;
            let finite = self.class(start) == Class::Verb
                && self
                    .word(start)
                    .is_some_and(|word| matches!(self.tree.tag(word), Tag::VerbPast | Tag::VerbThird));
            finite && self.class(stretches[0].start).opens_phrase()
        };
        (0..stretches.len()).any(|at| self.is_main_clause(stretches[at].clone()) || at > 0 && goes_on(at))
    }

    /// The county of "On Monday in Leeds, Yorkshire, Mayor Pell, …": a name that only says where the last one is.
    pub(super) fn is_address(
        &self,
        before: &[Range<usize>],
        stretch: &Range<usize>,
        after: &[Range<usize>],
    ) -> bool {
        let names = |stretch: &Range<usize>| stretch.clone().all(|i| self.class(i) == Class::Name);
        let led = before.last().is_some_and(|last| {
            matches!(self.class(last.start), Class::Preposition | Class::Time)
                && self.class(last.end - 1) == Class::Name
        });
        led && stretch.len() <= 2
            && names(stretch)
            && after.iter().any(|later| self.class(later.start) == Class::Name)
    }

    /// Whether a name is the last part of an address that ends a relative clause: "who came from Hale, Yorkshire".
    pub(super) fn ends_relative(&self, name: &Range<usize>) -> bool {
        let comma = name.start.wrapping_sub(1);
        let names = (0..comma.min(self.items.len())).rev().take_while(|&at| self.class(at) == Class::Name);
        let names = names.count();
        self.class(comma) == Class::Comma
            && names > 0
            && name.clone().all(|at| self.class(at) == Class::Name)
            && self.class(comma.wrapping_sub(names + 1)) == Class::Preposition
            && self.stretches(comma).last().is_some_and(|last| self.class(last.start) == Class::Relative)
    }

    pub(super) fn is_main_clause(&self, stretch: Range<usize>) -> bool {
        let opens = self.class(stretch.start);
        !matches!(
            opens,
            Class::Relative
                | Class::Subordinator
                | Class::That
                | Class::Preposition
                | Class::Ing
                | Class::Verb
        ) && self.main_clause_verb(stretch).is_some()
    }

    pub(super) fn main_clause_verb(&self, stretch: Range<usize>) -> Option<usize> {
        let start = stretch.start;
        stretch.clone().find(|&i| {
            i > start
                && matches!(self.class(i), Class::Verb | Class::Auxiliary)
                && !self.is_reduced(i)
                && !self.has_relative(start, i)
        })
    }
}
