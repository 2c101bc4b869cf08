//! Numbers that count nothing: ages, the numbers of rooms and roads, telephone numbers, scores, parts of names.

use super::Numbers;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// "phase", "stages": what goes by numbered steps.
fn is_step(normal: &str) -> bool {
    let one = normal.strip_suffix('s').unwrap_or(normal);
    matches!(one, "phase" | "stage" | "level" | "tier" | "grade" | "type" | "step" | "category")
}

impl Numbers<'_, '_, '_> {
    /// Whether the bare number `at..end` is no figure.
    pub(super) fn counts_nothing(&self, at: usize, end: usize) -> bool {
        let digits = self.is_kind(at, TokenKind::Number);
        digits
            && (self.is_part_of_name(at, end)
                || self.is_designator(at, end)
                || self.is_house(at, end)
                || self.is_chain(at, end)
                || self.numbers_an_item(at, end))
            || self.is_age(at, end)
            || self.is_score(at, end)
            || self.is_named(at, end)
    }

    /// "Chapter Five of the convention", "the Big Three": a number in words that is the end of a name.
    fn is_named(&self, at: usize, end: usize) -> bool {
        let token = &self.units.doc.tokens;
        let the = || {
            at > self.start + 1
                && self.normal(at - 2) == "the"
                && (!token[at - 2].is_capital() || self.units.doc.begins_sentence(at - 2))
        };
        at > self.start
            && end == at + 1
            && token[at].is_word()
            && token[at].is_capital()
            && token[at - 1].is_capital()
            && (self.units.doc.is(at - 1, WordClass::Designator) || the() && !self.opens_noun(end))
    }

    /// "Covid-19", "VX-2", "Apollo 13", "Hale Rovers 2".
    fn is_part_of_name(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= self.start) else { return false };
        let token = &self.units.doc.tokens;
        let glued = token[at].glued;
        if glued && matches!(token[before].kind, TokenKind::Hyphen) {
            return true;
        }
        if glued && self.normal(before) == "/" {
            return true;
        }
        // "the Group of 77", "the Gang of Eight"
        let body = self.normal(before) == "of"
            && before > self.start
            && token[before - 1].is_capital()
            && !self.units.doc.begins_sentence(before - 1)
            && self.units.doc.syntax.tag(before - 1) != Tag::Nouns
            && !self.opens_noun(end);
        if body {
            return true;
        }
        // "BA.4", "GMT+7"
        let of_word = |at: usize| {
            at > self.start && token[at].glued && token[at - 1].is_word() && token[at - 1].case != Case::Lower
        };
        if glued && matches!(self.normal(before), "." | "+") && of_word(before) {
            return true;
        }
        // "on calle 39": a number that the tree has as a part of the noun before it.
        let numbered = self.units.doc.syntax.relation(at) == Relation::Flat
            && self.units.doc.syntax.head(at) == Some(before)
            && self.units.doc.syntax.tag(before) == Tag::Noun
            && !self.opens_noun(end);
        // "iPhone 14" too
        let name = token[before].is_word()
            && token[before].case != Case::Lower
            && self.tag(before) == Upos::PROPN
            && !self.units.doc.is(before, WordClass::FunctionWord);
        // "Article VIII(5)"
        let clause = glued && self.normal(before) == "(" && before > self.start && token[before].glued && {
            token[before - 1].is_capital() && token[before - 1].is_word() && self.normal(end) == ")"
        };
        // "Apollo 13 crew", "Boeing 737 jets", but "in Sall 400 people"
        let syntax = &self.units.doc.syntax;
        let joined = syntax.relation(before) == Relation::Compound && syntax.head(before) == Some(end)
            || self.units.doc.is(before, WordClass::Designator);
        clause
            || numbered
            || name && (!self.opens_noun(end) || end == at + 1 && (syntax.tag(end) == Tag::Noun || joined))
    }

    /// "Room 101", "page 14", "No. 5".
    pub(super) fn is_designator(&self, at: usize, end: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|&before| before >= self.start) else { return false };
        let stop = self.normal(before) == "." && before > self.start;
        let word = if stop { before - 1 } else { before };
        let doc = self.units.doc;
        if matches!(self.normal(before), "#" | "№") {
            return true;
        }
        let capital = doc.tokens[word].is_capital() && !doc.begins_sentence(word);
        // "phase 3 trials", "stage 6 load shedding"
        let step = !stop
            && end == at + 1
            && is_step(self.normal(word))
            && (self.tag(word) != Upos::VERB || doc.begins_sentence(word))
            && self.normal(at).len() == 1;
        if step {
            return true;
        }
        let marked = doc.is(word, WordClass::Designator)
            && (capital || self.tag(word) != Upos::VERB)
            && (!stop || matches!(self.normal(word), "no" | "nos" | "vol" | "fig"));
        // "the train 300 people were on"
        // "chapter 5 of the book", "version 2.0 of the app"
        let of = self.normal(end) == "of" && end == at + 1;
        marked && (capital || of || !self.opens_noun(end) || self.normal(word).starts_with("no"))
    }

    /// "9 Mill Lane", "1600 Hale Avenue".
    fn is_house(&self, at: usize, end: usize) -> bool {
        let doc = self.units.doc;
        let mut next = end;
        while next < self.end.min(end + 4)
            && doc.tokens[next].is_word()
            && doc.tokens[next].case != Case::Lower
        {
            if next > end && doc.is(next, WordClass::StreetNoun) {
                return end == at + 1;
            }
            next += 1;
        }
        false
    }

    /// "020 7946 0958", "978-3-16", "192.168.0.1": numbers in a row.
    fn is_chain(&self, at: usize, end: usize) -> bool {
        let number = |at: usize| self.is_kind(at, TokenKind::Number);
        let joined = |at: usize| self.is_kind(at, TokenKind::Hyphen) || matches!(self.normal(at), "-" | "–");
        // "By 2020 500 had come": a year before it is a date.
        let before = at > self.start && number(at - 1) && end == at + 1 && !self.is_year(at - 1);
        let after = number(end) && end == at + 1 && !self.is_year(at);
        let hyphens = joined(end) && number(end + 1) && joined(end + 2) && number(end + 3);
        let zero =
            self.normal(at).len() > 1 && self.normal(at).starts_with('0') && !self.normal(at).contains('.');
        before && !self.opens_noun(end) || after && !self.opens_noun(end) || hyphens || zero
    }

    fn is_year(&self, at: usize) -> bool {
        self.normal(at).len() == 4
            && self.normal(at).parse().is_ok_and(|year: u16| (1000..2100).contains(&year))
    }

    /// The number of an item in a list: "1. Open the gate".
    fn numbers_an_item(&self, at: usize, end: usize) -> bool {
        at == self.start
            && matches!(self.normal(end), "." | ")")
            && self.units.doc.tokens.get(end).is_some_and(|token| token.glued)
            && self.normal(at).len() <= 2
    }

    /// "41" of "Ode Pell, 41, said", "aged 41", "41 years old".
    fn is_age(&self, at: usize, end: usize) -> bool {
        // "at the age of only 39"
        let hedged = at > self.start && matches!(self.normal(at - 1), "just" | "only" | "barely");
        let at = at - usize::from(hedged);
        let digits = at + usize::from(hedged);
        let before = if at > self.start { self.normal(at - 1) } else { "" };
        let after = self.normal(end);
        let value = self.normal(digits).parse::<u16>().is_ok_and(|age| (0..120).contains(&age));
        let aside = value
            && matches!(before, "," | "(")
            && (matches!(after, "," | ")" | "." | ";") || end >= self.end)
            && at > self.start + 1
            && self.is_person_noun(at - 2);
        // "She was 91.", "a 26-year-old"
        let is_person =
            |at: usize| matches!(self.normal(at), "he" | "she" | "i") || self.tag(at) == Upos::PROPN;
        let copula = value
            && matches!(before, "is" | "was" | "turned" | "turns")
            && at > self.start + 1
            && is_person(at - 2)
            && (end >= self.end
                || matches!(self.tag(end), Upos::PUNCT | Upos::CCONJ | Upos::SCONJ | Upos::ADP));
        // "Pell became minister at just 25"
        let reached = value && hedged && before == "at" && !self.opens_noun(end) && {
            let verb = self.units.doc.syntax.head(digits);
            let somebody = |of: usize| {
                self.units.doc.syntax.relation(of) == Relation::NominalSubject
                    && self.units.doc.syntax.head(of) == verb
                    && is_person(of)
            };
            (self.start..at).any(somebody)
        };
        let unit = end + usize::from(self.is_kind(end, TokenKind::Hyphen));
        let years = self.units.doc.is(unit, WordClass::TimeUnit)
            && self
                .normal(unit + 1 + usize::from(self.is_kind(unit + 1, TokenKind::Hyphen)))
                .starts_with("old");
        let word = |back: usize| if at >= self.start + back { self.normal(at - back) } else { "" };
        let age = |word: &str| matches!(word, "aged" | "age" | "ages");
        // "a boy of 11", but "a family of 11"
        let doc = self.units.doc;
        let somebody = value
            && before == "of"
            && at > self.start + 2
            && doc.syntax.tag(at - 2) == Tag::Noun
            && doc.is(at - 2, WordClass::OneOfAnAge)
            && !self.opens_noun(end);
        // "at the age of 11", "ages 5 to 11"
        let told = age(before)
            || before == "of" && age(word(2)) && self.is_kind(digits, TokenKind::Number)
            || matches!(before, "to" | "and" | "or" | "-" | "–")
                && age(word(3))
                && self.is_kind(at - 2, TokenKind::Number);
        aside || copula || reached || somebody || years || self.is_part_of_age(digits, end) || told
    }

    /// "10 years and 164 days old", "at the age of 12 years 295 days": either number.
    fn is_part_of_age(&self, at: usize, end: usize) -> bool {
        let doc = self.units.doc;
        let unit = |at: usize| at < self.end && doc.is(at, WordClass::TimeUnit);
        if !unit(end) {
            return false;
        }
        let of_age = |at: usize| {
            at > self.start + 1
                && self.normal(at - 1) == "of"
                && matches!(self.normal(at - 2), "age" | "ages")
        };
        let next = end + 1 + usize::from(self.normal(end + 1) == "and");
        let old = unit(next + 1) && self.normal(next + 2) == "old" && self.is_kind(next, TokenKind::Number);
        let last = at.saturating_sub(usize::from(at > self.start && self.normal(at - 1) == "and"));
        let second = last > self.start + 1 && unit(last - 1) && self.is_kind(last - 2, TokenKind::Number);
        old || of_age(at) || second && (of_age(last - 2) || self.normal(end + 1) == "old")
    }

    /// "the woman, 41," has a noun before its comma, "Friday, 41," or "3, 41," none of a person.
    fn is_person_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Upos::NOUN | Upos::PROPN)
            && !self.units.doc.is(at, WordClass::Weekday)
            && !self.units.doc.is(at, WordClass::Month)
    }

    /// "3-2", "a 52-48 vote", "10-1 odds": numbers that stand against each other.
    fn is_score(&self, at: usize, end: usize) -> bool {
        let dash = |at: usize| self.is_kind(at, TokenKind::Hyphen) || matches!(self.normal(at), "-" | "–");
        let number = |at: usize| self.is_kind(at, TokenKind::Number);
        dash(end) && number(end + 1)
            || at > self.start + 1 && dash(at - 1) && number(at - 2)
            || dash(end)
                && self.units.doc.is(end + 1, WordClass::Cardinal)
                && self.units.doc.is(at, WordClass::Cardinal)
    }

    /// Whether something that can be counted stands behind: a noun, perhaps with adjectives before it.
    pub(super) fn opens_noun(&self, at: usize) -> bool {
        let of = self.normal(at) == "of";
        let mut at = at + usize::from(matches!(self.normal(at), "of" | "more" | "other" | "new"));
        // "drove a Fiat 500 the wrong way": only "of" has an article behind the number.
        at += usize::from(of && matches!(self.normal(at), "the" | "its" | "their" | "these" | "those"));
        for _ in 0..4 {
            match self.tag(at) {
                Upos::NOUN => return true,
                Upos::ADJ | Upos::ADV if at < self.end => at += 1,
                Upos::PUNCT if self.is_kind(at, TokenKind::Hyphen) => at += 1,
                Upos::VERB if self.units.doc.normal(at).ends_with("ed") => at += 1,
                Upos::PROPN => {
                    return self.units.doc.tokens.get(at).is_some_and(|token| token.is_capital())
                        && at < self.end
                        && self.units.doc.syntax.tag(at + 1).upos() == Upos::NOUN;
                }
                _ => return false,
            }
        }
        false
    }
}
