//! The subject of a verb: the noun phrase before it that only appositions, relative clauses and adverbials part from it.

use std::ops::Range;

use super::{Clause, REACH};
use crate::quote::words::Class;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// Who does what a verb says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Subject {
    /// A noun phrase, as items.
    Phrase(Range<usize>),
    /// The subject of the verb that this one is joined to ("said … and believed", "…, adding").
    Shared,
    /// Nobody who is named.
    None,
}

impl<'a> Clause<'a> {
    /// The subject of a verb whose auxiliaries begin at `chain`: what the words before it tell, or else the tree.
    pub fn subject(&self, chain: usize) -> Subject {
        self.by_tree(chain, self.subject_before(chain))
    }

    /// The subject by the words before `chain` alone.
    fn subject_before(&self, chain: usize) -> Subject {
        let Some(before) = chain.checked_sub(1) else { return Subject::None };
        if self.is_quote(before) {
            return Subject::None;
        }
        match self.class(before) {
            Class::Subject => match self.normal(before) {
                "there" => Subject::None,
                _ => Subject::Phrase(before..before + 1),
            },
            Class::Conjunction => Subject::Shared,
            Class::Preposition if self.normal(before) == "to" => Subject::Shared,
            Class::Relative => self.antecedent(before),
            Class::That if self.is_nominal(before.wrapping_sub(1)) => self.antecedent(before),
            // "one of them", "a source close to her"
            Class::Object if before > 0 && self.class(before - 1) == Class::Preposition => {
                self.subject_beside(chain)
            }
            Class::Break | Class::That | Class::Subordinator | Class::Verb | Class::Object => Subject::None,
            // "The coach whom she had fallen out with said"
            Class::Preposition => Subject::None,
            Class::Comma | Class::Aside if before > 0 && self.is_quote(before - 1) => {
                self.subject_before_aside(before - 1)
            }
            Class::Comma | Class::Aside => {
                // ", then said" goes on with whoever did something before.
                let goes_on = || (self.normal(chain) == "then").then_some(Subject::Shared);
                let joined = self.joined_subject(chain).or_else(goes_on);
                joined.unwrap_or_else(|| self.subject_before_comma(before))
            }
            _ => self.subject_beside(chain),
        }
    }

    /// "Tarn sees Ruiz, then said": the subject of the verb that the tree joins this one to, if it has none of its own.
    fn joined_subject(&self, chain: usize) -> Option<Subject> {
        let syntax = &self.doc.syntax;
        // "Tarn, asked about the fire, had said": a verb with an auxiliary of its own behind a mere comma goes on with
        // what stands before an aside.
        if syntax.tag(self.items.get(chain)?.tokens.start).upos() == Upos::AUX
            || self.class(chain) == Class::Auxiliary
        {
            return None;
        }
        let verb = (chain..self.items.len().min(chain + 8)).find(|&at| self.class(at) == Class::Verb)?;
        let mut token = self.items.get(verb)?.tokens.start;
        let subject_of = |verb: usize| {
            (verb.saturating_sub(REACH)..verb).rev().find(|&token| {
                matches!(syntax.relation(token), Relation::NominalSubject | Relation::PassiveSubject)
                    && syntax.head(token) == Some(verb)
            })
        };
        if syntax.relation(token) != Relation::Conjunct || subject_of(token).is_some() {
            return None;
        }
        token = syntax.head(token).filter(|&head| head < token)?;
        let head = subject_of(token)?;
        let first =
            (head.saturating_sub(12)..head).find(|&word| syntax.head(word) == Some(head)).unwrap_or(head);
        let last = (head..token)
            .take_while(|&word| {
                word == head || syntax.relation(word) == Relation::Flat && syntax.head(word) == Some(head)
            })
            .last()?;
        let item = |token: usize| self.items.partition_point(|item| item.tokens.end <= token);
        let (start, end) = (item(first), item(last) + 1);
        // "Tarn shouted: “No!” Then the mayor, Ida Ruiz, said": another sentence.
        let own = (end..chain).any(|at| self.is_quote(at))
            && self.class(chain - 1) == Class::Comma
            && self.class(chain.wrapping_sub(2)) == Class::Name;
        if own {
            return None;
        }
        (start < end && end <= verb && !self.is_quote(start)).then(|| self.phrase(start, end))
    }

    /// "Tarn, who once called polls “a fog”, told": the subject before an aside that words in marks end.
    fn subject_before_aside(&self, marks: usize) -> Subject {
        let floor = marks.saturating_sub(REACH);
        let open = (floor..marks).rev().find(|&at| {
            self.is_quote(at) || matches!(self.class(at), Class::Comma | Class::Aside | Class::Break)
        });
        match open {
            Some(open)
                if !self.is_quote(open)
                    && self.class(open) == Class::Comma
                    && self.class(open + 1) == Class::Relative =>
            {
                self.antecedent(open + 1)
            }
            _ => Subject::None,
        }
    }

    /// "who", "which" at `relative`: what stands before it.
    fn antecedent(&self, relative: usize) -> Subject {
        let mut end = relative;
        if end > 0 && self.class(end - 1) == Class::Comma {
            end -= 1;
        }
        // "Ida Tarn (Osk), who rows,"
        if end > 0 && self.normal(end - 1) == ")" {
            end = (end.saturating_sub(8)..end).rev().find(|&at| self.normal(at) == "(").unwrap_or(end);
        }
        match end.checked_sub(1) {
            Some(last) if self.is_nominal(last) || self.class(last) == Class::Subject => {
                self.subject_beside(end)
            }
            _ => Subject::None,
        }
    }

    /// The noun phrase that ends right before `end`.
    fn subject_beside(&self, end: usize) -> Subject {
        let floor = end.saturating_sub(REACH);
        let mut start = end;
        // Where the last "and" stood that a new noun phrase begins behind.
        let mut joined = None;
        // Where a clause of its own begins: "There was a fire after the crew said".
        let mut opened = None;
        while start > floor {
            let at = start - 1;
            if self.is_quote(at) {
                break;
            }
            // A word right after "I" or "they" is their verb.
            if at > floor && self.class(at - 1) == Class::Subject && self.class(at) == Class::Noun {
                break;
            }
            match self.class(at) {
                Class::Comma | Class::Aside | Class::Break => break,
                Class::Object if at > floor && self.class(at - 1) == Class::Preposition => start = at,
                Class::Subordinator | Class::Object => break,
                Class::Subject => break,
                Class::Relative => {
                    // "the man who shot Tarn said": the man; "what Tarn said": Tarn.
                    let own = self.is_verb_after(at + 1, end)
                        || matches!(self.class(at + 1), Class::Preposition | Class::Adverb | Class::Time);
                    return if own { self.antecedent(at) } else { self.phrase(start, end) };
                }
                Class::That => {
                    let relative = self.is_verb_after(at + 1, end) && at > 0 && self.is_nominal(at - 1);
                    return if relative { self.antecedent(at) } else { self.phrase(start, end) };
                }
                // “…,” retired general Ida Tarn said.
                Class::Verb
                    if self.normal(at).ends_with("ed")
                        && at + 1 < end
                        && self.is_nominal(at + 1)
                        && (at == 0 || self.is_quote(at - 1)) =>
                {
                    start = at;
                    break;
                }
                Class::Verb | Class::Auxiliary => {
                    let reduced = self.is_reduced(at);
                    // "A man asked for a picture and Tarn said"
                    if let Some(joined) = joined.filter(|_| reduced && self.normal(at + 1) != "by") {
                        start = joined;
                        break;
                    }
                    if !reduced && !self.has_relative(floor, at) {
                        start = opened.unwrap_or(start);
                        break;
                    }
                    start = at;
                }
                Class::Preposition if self.is(at, WordClass::OpensClause) => {
                    opened = opened.or(Some(start).filter(|_| start < end));
                    start = at;
                }
                Class::Conjunction => {
                    joined = joined.or(Some(start).filter(|_| self.normal(at) == "and" && start < end));
                    start = at;
                }
                _ => start = at,
            }
        }
        if start == end {
            return Subject::None;
        }
        // "This after Tarn had said": a sentence that only says when.
        if let Some(opened) =
            opened.filter(|&opened| opened == start + 2 && self.class(start) == Class::Determiner)
        {
            start = opened;
        }
        // "Tarn, in a speech thanked the crew": what a comma parts from the subject, and no comma from the verb.
        let phrase_alone = self.class(start) == Class::Preposition
            && start > 1
            && matches!(self.class(start - 1), Class::Comma | Class::Aside)
            && !self.is_quote(start - 1)
            && !self.is_quote(start - 2)
            && (start + 1..end).all(|at| self.is_nominal(at))
            && self.class(end - 1) == Class::Noun
            && (start + 2..end).all(|at| self.class(at) != Class::Determiner)
            && self.class(start + 1) == Class::Determiner;
        if phrase_alone && let Subject::Phrase(phrase) = self.subject_before_comma(start - 1) {
            return Subject::Phrase(phrase);
        }
        // "Tarn, Ruiz and Pell said"
        if start > 1
            && self.class(start - 1) == Class::Comma
            && (start..end).any(|i| self.normal(i) == "and")
            && self.class(start) == Class::Name
        {
            let mut first = start;
            while first > floor
                && (matches!(self.class(first - 1), Class::Name)
                    || self.class(first - 1) == Class::Comma
                        && first > 1
                        && self.class(first - 2) == Class::Name)
            {
                first -= 1;
            }
            // "Doctors from Osk, Hale and Dunmore said": the names are those of places to which the doctors belong.
            if self.class(first.wrapping_sub(1)) == Class::Preposition
                && first > 1
                && self.is_common_noun(first - 2)
            {
                first -= 1;
                while first > floor && self.is_nominal(first - 1) {
                    first -= 1;
                }
                return Subject::Phrase(first..end);
            }
            if first < start {
                return self.phrase(first, end);
            }
        }
        self.phrase(start, end)
    }

    /// A comma or bracket stands before the verb: the subject stands before what the commas enclose.
    fn subject_before_comma(&self, comma: usize) -> Subject {
        let stretches = self.stretches(comma);
        // A stretch that is a clause by itself ends what came before.
        let first = stretches
            .iter()
            .rposition(|s| self.is_main_clause(s.clone()))
            .map_or(0, |i| if i + 1 == stretches.len() { i } else { i + 1 });
        let candidates = &stretches[first..];
        // "Pell met Tarn, who on Monday, at a rally of the crews, had said": a relative clause whose verb is this one.
        let relative = candidates.iter().rposition(|stretch| self.class(stretch.start) == Class::Relative);
        if let Some(at) = relative
            && candidates[at..].iter().all(|stretch| !self.has_verb(stretch.clone()))
            && candidates[at + 1..].iter().all(|stretch| !self.class(stretch.start).opens_phrase())
        {
            return self.antecedent(candidates[at].start);
        }
        for (at, stretch) in candidates.iter().enumerate() {
            let timed = self.time_end(stretch.start) == Some(stretch.end);
            if timed && at + 1 < candidates.len() {
                continue;
            }
            if self.is_address(&candidates[..at], stretch, &candidates[at + 1..]) {
                continue;
            }
            let opens = self.class(stretch.start);
            let conjunction = opens == Class::Conjunction && stretch.len() > 1;
            let opens = if conjunction { self.class(stretch.start + 1) } else { opens };
            if opens.opens_phrase() {
                return match self.main_clause_verb(stretch.clone()) {
                    // "but Tarn, …" after a whole clause without a comma: its own subject is not ours.
                    Some(verb) if !self.has_relative(stretch.start, verb) => self.subject_beside(stretch.end),
                    _ => self.phrase(stretch.start, stretch.end),
                };
            }
        }
        // "It burned after Tarn, asked about the pay under Pell, had said"
        let aside = candidates
            .last()
            .is_some_and(|last| matches!(self.class(last.start), Class::Verb | Class::Ing | Class::Relative));
        let opened =
            stretches.iter().rev().nth(1).filter(|_| aside).and_then(|stretch| self.opened_at(stretch));
        match (opened, candidates.last()) {
            (Some(opened), _) => self.phrase(opened.start, opened.end),
            (None, Some(last)) => self.subject_beside(last.end),
            _ => Subject::None,
        }
    }

    /// The noun phrase that ends a stretch and begins a clause there: "Tarn" of "came up after Tarn".
    fn opened_at(&self, stretch: &Range<usize>) -> Option<Range<usize>> {
        let start = stretch.clone().rev().find(|&i| !self.is_nominal(i))? + 1;
        let opens = self.is(start - 1, WordClass::OpensClause);
        (opens && start < stretch.end).then_some(start..stretch.end)
    }

    /// The first noun phrase from a place on that a verb follows.
    pub fn main_subject(&self, from: usize) -> Option<Range<usize>> {
        let mut at = from;
        while at < self.items.len().min(from + REACH) {
            let verb = (at..self.items.len().min(at + REACH))
                .find(|&i| matches!(self.class(i), Class::Verb | Class::Auxiliary) || self.is_verb_like(i))?;
            let chain = self.chain_start(verb);
            match self.subject(chain) {
                Subject::Phrase(phrase) if phrase.start >= from => return Some(phrase),
                _ => at = verb + 1,
            }
        }
        None
    }
}
