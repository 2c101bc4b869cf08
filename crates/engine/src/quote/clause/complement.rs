//! What follows a verb: whoever is spoken to, adverbials, and then the clause, the words in marks or the deed.

use std::ops::Range;

use super::Clause;
use crate::quote::cue::{CLAUSE, DEED, Form, HEARER, LABEL, Valency};
use crate::quote::words::Class;
use crate::syntax::tag::Tag;
use crate::word_class::WordClass;

/// What follows a verb, after its adverbials and whoever is spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    End,
    /// A comma and more of the sentence.
    Comma(usize),
    /// Words in marks.
    Marks(usize),
    /// A clause that "that" opens; the place after "that".
    That(usize),
    /// Something that may be a clause, or a thing.
    Words(usize),
    /// "to …"
    Deed(usize),
}

impl<'a> Clause<'a> {
    /// What follows a verb that ends before `from`.
    pub fn next(&self, from: usize, takes: Valency) -> Next {
        let mut at = from;
        let mut heard = !takes.any(HEARER | LABEL);
        for _ in 0..30 {
            if self.is_quote(at) {
                return Next::Marks(at);
            }
            if at >= self.items.len() {
                return Next::End;
            }
            match self.class(at) {
                Class::That if self.time_end(at).is_none() => return Next::That(at + 1),
                Class::Subordinator => {
                    return match self.normal(at) {
                        "whether" | "if" | "what" | "how" | "why" | "where" | "whatever" => Next::Words(at),
                        "as" if takes.any(LABEL) => Next::Words(at + 1),
                        "so" if at == from => Next::Words(at),
                        _ => Next::End,
                    };
                }
                Class::Break if self.normal(at) == ":" => {
                    return if self.is_quote(at + 1) { Next::Marks(at + 1) } else { Next::Words(at + 1) };
                }
                Class::Break => return Next::End,
                Class::Comma | Class::Aside => {
                    if self.is_quote(at + 1) {
                        return Next::Marks(at + 1);
                    }
                    match self.after_aside(at, takes) {
                        Some(after) => at = after,
                        None => return Next::Comma(at),
                    }
                }
                Class::Time
                    if self.class(at + 1) == Class::Possessive
                        || self.is(at + 1, WordClass::PartOfDay)
                            && self.class(at + 2) == Class::Possessive =>
                {
                    return Next::Words(at);
                }
                _ if self.time_end(at).is_some_and(|end| !self.is_verb_like(end)) => {
                    at = self.time_end(at).unwrap_or(at + 1);
                }
                // "said nearly forty boats had left"
                Class::Adverb if self.class(at + 1) == Class::Number && self.time_end(at + 1).is_none() => {
                    return Next::Words(at);
                }
                Class::Adverb | Class::Time => at += 1,
                // "told the judges hearing the case, that"
                Class::Ing if at > from && takes.any(HEARER) => return self.that_behind(at),
                // "said at a meeting announcing that": the clause is the meeting's.
                Class::Ing if at > from => return Next::End,
                Class::Auxiliary | Class::Verb => return Next::Words(at),
                Class::Object if !heard || takes.any(HEARER) => {
                    heard = true;
                    at += 1;
                }
                Class::Preposition
                    if self.normal(at) == "to" && takes.any(DEED) && self.is_infinitive(at + 1) =>
                {
                    return Next::Deed(at);
                }
                Class::Preposition => {
                    let end = self.adverbial_end(at);
                    // "confirmed about 1,200 jobs"
                    if end == at || self.is_amount(at) {
                        return Next::Words(at);
                    }
                    at = end;
                }
                Class::Name | Class::Noun | Class::Determiner | Class::Number if !heard => {
                    heard = true;
                    let end = self.hearer_end(at);
                    if let Some(subject) = self.subject_behind_hearer(at..end).filter(|_| takes.any(HEARER)) {
                        return Next::Words(subject);
                    }
                    if end == at || self.is_verb_like(end) {
                        return Next::Words(at);
                    }
                    if takes.any(LABEL)
                        && !takes.any(HEARER)
                        && !self.is_quote(end)
                        && self.normal(end) != "as"
                    {
                        return Next::Words(at);
                    }
                    at = end;
                }
                Class::Conjunction | Class::Relative | Class::Possessive => return Next::End,
                _ => return Next::Words(at),
            }
        }
        Next::End
    }

    /// "told the court Ms Tarn had left", "told the hall Tarn had left": where the subject of the clause begins that a
    /// noun phrase before a verb ends in.
    fn subject_behind_hearer(&self, phrase: Range<usize>) -> Option<usize> {
        if !self.is_verb_like(phrase.end) || self.is_quote(phrase.end) {
            return None;
        }
        let own = |at: usize| {
            !self.is_quote(at)
                && match self.class(at) {
                    Class::Name => {
                        self.is_common_noun(at - 1)
                            || self.is(at, WordClass::MaleTitle)
                            || self.is(at, WordClass::FemaleTitle)
                    }
                    _ => false,
                }
                && (at..phrase.end).all(|at| matches!(self.class(at), Class::Name | Class::Hyphen))
        };
        // "told the daily repairs had begun", "told the news agency officials had left"
        let media = |at: usize| self.is(at, WordClass::MediaNoun);
        let by_paper = || {
            let paper = (phrase.start + 1..phrase.end).find(|&at| media(at) && !media(at + 1))?;
            let opens = self.class(phrase.start) == Class::Determiner && paper <= phrase.start + 2;
            (opens && paper + 1 < phrase.end && self.is_common_noun(paper + 1)).then_some(paper + 1)
        };
        let by_words = (phrase.start + 1..phrase.end).find(|&at| own(at)).or_else(by_paper);
        let by_tree = || {
            let verb = (phrase.end..self.items.len().min(phrase.end + 4))
                .find(|&at| self.class(at) != Class::Auxiliary && self.class(at) != Class::Adverb)?;
            let subject = self.item(self.tree.subject(self.word(verb)?)?);
            let start = self.item(self.tree.first(self.word(subject)?));
            let whole = start > phrase.start && subject < phrase.end;
            let joined = matches!(
                self.class(start.wrapping_sub(1)),
                Class::Preposition
                    | Class::Conjunction
                    | Class::Possessive
                    | Class::Hyphen
                    | Class::Determiner
            );
            (whole && !joined).then_some(start)
        };
        by_words.or_else(by_tree)
    }

    /// The "that" which a comma parts from whoever is told, where a participle describes them.
    fn that_behind(&self, from: usize) -> Next {
        let comma = (from..self.items.len().min(from + 16)).find(|&at| {
            self.is_quote(at) || matches!(self.class(at), Class::Comma | Class::Break | Class::That)
        });
        match comma {
            Some(comma) if self.class(comma) == Class::Comma && self.class(comma + 1) == Class::That => {
                Next::That(comma + 2)
            }
            _ => Next::End,
        }
    }

    /// The end of "this week", "last year", "two days ago", "earlier that month", "Monday evening" that begins at `at`:
    /// when something was said, and no part of what was.
    pub fn time_end(&self, at: usize) -> Option<usize> {
        if self.class(at) == Class::Time
            && self.is(at + 1, WordClass::PartOfDay)
            && self.class(at + 2) != Class::Possessive
        {
            return Some(at + 2);
        }
        let unit = |at: usize| {
            self.is(at, WordClass::TimeUnit)
                || self.is(at, WordClass::TimeNoun)
                || self.is(at, WordClass::Month)
                || self.is(at, WordClass::Weekday)
        };
        let points = matches!(self.normal(at), "this" | "last" | "next" | "that" | "every");
        let time = points && self.normal(at + 1) == "time" && at + 2 < self.items.len();
        if (points && unit(at + 1) || time) && self.class(at + 2) != Class::Possessive {
            return Some(at + 2);
        }
        let counts = self.class(at) == Class::Number || self.is(at, WordClass::Cardinal);
        (counts && unit(at + 1) && matches!(self.normal(at + 2), "ago" | "later" | "earlier"))
            .then_some(at + 3)
    }

    /// ", however," or ", on Monday," at a comma: where the sentence goes on, if it does so with "that" or marks.
    fn after_aside(&self, comma: usize, takes: Valency) -> Option<usize> {
        let close = (comma + 1..self.items.len().min(comma + 14))
            .find(|&i| matches!(self.class(i), Class::Comma | Class::Aside) || self.is_quote(i))?;
        // ", adding, “…”": what is added has a cue of its own.
        if self.cue(comma + 1).is_some_and(|verb| verb.form == Form::Ing && verb.takes.any(CLAUSE)) {
            return None;
        }
        // "ordered the pilot, Bo Tarn, to leave"
        let deed = takes.any(HEARER)
            && takes.any(DEED)
            && self.normal(close + 1) == "to"
            && self.is_infinitive(close + 2)
            && self.class(comma + 1).opens_phrase();
        let goes_on = deed || self.class(close + 1) == Class::That || self.is_quote(close + 1);
        (!self.is_quote(close) && goes_on).then_some(close + 1)
    }

    pub fn is_infinitive(&self, at: usize) -> bool {
        // "pledged to voters that": a plural is no infinitive.
        let plural = || {
            self.class(at) == Class::Noun
                && self.word(at).is_some_and(|word| self.tree.tag(word) == Tag::Nouns)
        };
        matches!(self.class(at), Class::Noun | Class::Auxiliary | Class::Verb | Class::Adverb)
            && !self.is_quote(at)
            && !plural()
    }

    /// The end of "in a statement", "on Monday", "to reporters" that begins at `at`.
    fn adverbial_end(&self, at: usize) -> usize {
        if self.class(at + 1) == Class::Time {
            return self.time_end(at + 1).unwrap_or(at + 2);
        }
        if self.class(at + 1) == Class::Ing {
            return at + 1;
        }
        let mut end = at + 1;
        let limit = self.items.len().min(at + 14);
        while end < limit && !self.is_quote(end) {
            let opens = end == at + 1;
            match self.class(end) {
                Class::Determiner
                    if !opens
                        && self.class(end - 1) != Class::Determiner
                        && self.class(end - 1) != Class::Preposition =>
                {
                    break;
                }
                Class::Determiner
                | Class::Noun
                | Class::Name
                | Class::Number
                | Class::Possessive
                | Class::Hyphen
                | Class::Time => {}
                Class::Object if opens => {}
                Class::Preposition => {}
                Class::Ing if opens => {}
                Class::Conjunction
                    if self.normal(end) == "and"
                        && matches!(self.class(end + 1), Class::Name | Class::Noun) => {}
                _ => break,
            }
            end += 1;
        }
        // "on NBC’s “Morning Call” that": the title of where it was said.
        if self.is_quote(end)
            && matches!(self.class(end - 1), Class::Possessive | Class::Preposition)
            && matches!(self.class(end + 1), Class::That | Class::Subject | Class::Time | Class::Comma)
            && !self.is_quote(end + 1)
        {
            return end + 1;
        }
        // "said in London officials would": the last noun belongs to the clause if a verb follows it.
        if end < limit && self.is_verb_like(end) && end > at + 2 {
            let mut start = end - 1;
            while start > at + 2 && self.class(start - 1) == Class::Name && self.class(start) == Class::Name {
                start -= 1;
            }
            if start > at + 1 {
                end = start;
            }
        }
        end
    }
}
