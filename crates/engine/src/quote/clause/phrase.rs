//! Where a noun phrase begins and ends.

use std::ops::Range;

use super::subject::Subject;
use super::{Clause, REACH};
use crate::quote::words::{Class, is_plural};

impl<'a> Clause<'a> {
    /// A noun phrase without what only leads to it or hangs from it.
    pub(super) fn phrase(&self, mut start: usize, mut end: usize) -> Subject {
        while start < end && self.time_end(start).is_none_or(|timed| timed >= end) {
            let leads = matches!(
                self.class(start),
                Class::Conjunction
                    | Class::Adverb
                    | Class::Subordinator
                    | Class::Comma
                    | Class::Aside
                    | Class::That
                    | Class::Relative
            ) || self.class(start) == Class::Time
                && start + 1 < end
                && self.class(start + 1) != Class::Possessive;
            if !leads {
                break;
            }
            start += 1;
        }
        // "this time the port", "earlier that year the port": when it was said.
        if let Some(timed) = self.time_end(start).filter(|&timed| timed < end)
            && self.class(timed).opens_phrase()
            && !self.is_verb_like(timed)
        {
            start = timed;
        }
        if self.class(start) == Class::Preposition && !self.is_amount(start) {
            start = self.after_opening_phrase(start, end);
        }
        // "yelling at people on their way": nobody who speaks.
        // "Visiting doctors said": but what only begins the sentence, and says what its noun is like, is a part of it.
        let attribute = || {
            let word = self.word(start);
            word.is_some_and(|word| {
                self.tree.relation(word) == crate::syntax::relation::Relation::AdjectiveOf
            })
        };
        let describes = start == 0
            && (start + 1..end).all(|at| self.is_nominal(at))
            && (end.checked_sub(1).is_some_and(|last| self.is_plural_at(last))
                || attribute()
                || self.is_attributive(start));
        if self.class(start) == Class::Ing && start + 1 < end && !describes {
            return Subject::None;
        }
        for at in start + 1..end {
            // "The president last week ordered"
            let cut = self.time_end(at) == Some(end)
                || match self.class(at) {
                    Class::Relative | Class::Subordinator | Class::Verb | Class::Auxiliary | Class::Time => {
                        true
                    }
                    // "the timing of"
                    Class::Ing if self.class(at - 1) == Class::Determiner => false,
                    Class::Ing => {
                        at + 1 < end && !self.is_nominal(at + 1) || self.class(at + 1) == Class::Determiner
                    }
                    Class::Object => self.class(at - 1) != Class::Preposition,
                    Class::That => true,
                    Class::Comma | Class::Aside => !self.is_list_comma(start, at, end),
                    Class::Preposition => self.class(at + 1) == Class::Time || self.ends_name(start, at),
                    _ => false,
                };
            if cut {
                end = at;
                break;
            }
        }
        while end > start
            && matches!(self.class(end - 1), Class::Adverb | Class::Preposition | Class::Conjunction)
        {
            end -= 1;
        }
        let speaks = (start..end).any(|i| self.class(i).opens_phrase());
        if start < end && speaks { Subject::Phrase(start..end) } else { Subject::None }
    }

    /// "over 4,000 crews": about how many, and no phrase of its own.
    pub(super) fn is_amount(&self, at: usize) -> bool {
        matches!(self.normal(at), "about" | "around" | "over" | "under")
            && self.class(at + 1) == Class::Number
    }

    /// A plural by its form, or by the grammar: "staff".
    fn is_plural_at(&self, at: usize) -> bool {
        let tag = self.word(at).map(|word| self.tree.tag(word));
        is_plural(self.normal(at)) || tag == Some(crate::syntax::tag::Tag::Nouns)
    }

    /// In "Tarn, Ruiz and Pell" a comma joins.
    fn is_list_comma(&self, start: usize, at: usize, end: usize) -> bool {
        at > start
            && self.class(at - 1) == Class::Name
            && self.class(at + 1) == Class::Name
            && (at..end).any(|i| self.normal(i) == "and")
            && (start..at).all(|i| self.class(i) == Class::Name || self.class(i) == Class::Comma)
    }

    /// "Pell of Dunmore", "Tarn in London": a person's name ends before the preposition; "Bank of Ural" does not.
    fn ends_name(&self, start: usize, at: usize) -> bool {
        let names = (start..at).all(|i| self.class(i) == Class::Name);
        names
            && at - start >= 2
            && self.normal(at) != "of"
            && !(at + 2 < self.items.len() && self.normal(at) == "to")
    }

    /// "In a statement Tarn", "In the end the minister": where the subject begins.
    fn after_opening_phrase(&self, start: usize, end: usize) -> usize {
        let determiner = (start + 2..end)
            .rev()
            .find(|&i| self.class(i) == Class::Determiner && self.class(i - 1) != Class::Preposition);
        if let Some(at) = determiner {
            return at;
        }
        let mut at = end;
        // "With Han Seo-jun"
        let hyphened = |at: usize| at > start + 3 && self.class(at - 2) == Class::Hyphen;
        while at > start && (self.class(at - 1) == Class::Name || hyphened(at)) {
            at -= if hyphened(at) { 3 } else { 1 };
        }
        if at == end {
            // "after the front-runner"
            if matches!(self.normal(start), "after" | "before" | "since" | "until") {
                return start + 1;
            }
            // "In London officials"
            at = (start + 1..end).rev().find(|&i| self.class(i) != Class::Noun).map_or(end, |i| i + 1);
        }
        at
    }

    /// Where the noun phrase that begins at `start` ends; `start` itself if none does.
    pub fn phrase_end(&self, start: usize) -> usize {
        let limit = self.items.len().min(start + REACH);
        if self.class(start) == Class::Subject || self.class(start) == Class::Object {
            return start + 1;
        }
        let mut at = start;
        while at < limit && !self.is_quote(at) {
            match self.class(at) {
                Class::Determiner
                    if at > start
                        && !matches!(
                            self.class(at - 1),
                            Class::Preposition | Class::Conjunction | Class::Determiner | Class::Possessive
                        ) =>
                {
                    break;
                }
                Class::Determiner
                | Class::Name
                | Class::Noun
                | Class::Number
                | Class::Possessive
                | Class::Hyphen => {}
                Class::Preposition => {
                    let joins =
                        matches!(self.normal(at), "of" | "for" | "from" | "at" | "to" | "in" | "with" | "on");
                    let person = at > start + 1
                        && (start..at).all(|i| self.class(i) == Class::Name)
                        && self.normal(at) != "of";
                    let goes_on = matches!(
                        self.class(at + 1),
                        Class::Name | Class::Noun | Class::Determiner | Class::Number
                    );
                    // "urged Pell to resign": no noun phrase goes on with a small word after "to".
                    let deed = self.normal(at) == "to" && self.class(at + 1) == Class::Noun;
                    if !joins || person || deed || !goes_on || at == start {
                        break;
                    }
                }
                Class::Conjunction => {
                    let joins = self.normal(at) == "and" && at > start;
                    if !joins
                        || !matches!(self.class(at + 1), Class::Name | Class::Determiner)
                        || self.is_quote(at + 1)
                    {
                        break;
                    }
                }
                Class::Adverb if at == start => {}
                _ => break,
            }
            at += 1;
        }
        while at > start && matches!(self.class(at - 1), Class::Preposition | Class::Conjunction) {
            at -= 1;
        }
        at
    }

    /// The end of whoever is spoken to: a noun phrase, which may have a place or a body hanging from it.
    pub(super) fn hearer_end(&self, start: usize) -> usize {
        let mut at = self.phrase_end(start);
        // "told Tarn the boat sank": a new determiner begins the clause, and phrase_end has stopped before it.
        while matches!(self.class(at), Class::Possessive) {
            at += 1;
        }
        // "told hotels and travel agencies to"
        if self.normal(at) == "and" && self.class(at + 1) == Class::Noun && at > start {
            let end = self.phrase_end(at + 1);
            if end > at + 1 && !self.is_verb_like(end) {
                at = end;
            }
        }
        if self.is_quote(at) && at > start && self.class(at - 1) == Class::Possessive {
            at += 1;
        }
        at
    }

    /// Whose something is: the noun phrase right before "’s".
    pub fn owner(&self, possessive: usize) -> Option<Range<usize>> {
        let mut start = possessive;
        while start > 0 && possessive - start < REACH && self.is_nominal(start - 1) {
            start -= 1;
            if self.class(start) == Class::Determiner {
                break;
            }
        }
        (start < possessive).then_some(start..possessive)
    }
}
