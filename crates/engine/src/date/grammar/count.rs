//! How many of what unit: "two days", "half an hour", "a year and a half", "several months".

use super::{Grammar, Parsed};
use crate::amount::number;
use crate::date::meaning::Count;
use crate::date::words::Unit;
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

impl Grammar<'_, '_> {
    /// "two days", "a year", "several months", "decades": how many of what.
    pub(super) fn counted_unit(&self, at: usize) -> Parsed<(Count, Unit)> {
        let start = self.hedge(at);
        if let Some(found) = self.quarters_of_unit(start) {
            return Some(found);
        }
        let (next, count) = match self.normal(start) {
            "a" | "an" => match (self.normal(start + 1), self.normal(start + 2)) {
                ("few", _) => (start + 2, Count::VAGUE),
                ("couple", "of") => (start + 3, Count::of(Some(2.0))),
                ("dozen", _) => (start + 2, Count::of(Some(12.0))),
                ("hundred", _) => (start + 2, Count::of(Some(100.0))),
                ("number", "of") => (start + 3, Count::VAGUE),
                ("full" | "mere", _) => (start + 2, Count::of(Some(1.0))),
                _ => (start + 1, Count::of(Some(1.0))),
            },
            "half" => {
                let unit_at = if matches!(self.normal(start + 1), "a" | "an") {
                    start + 2
                } else {
                    self.over_hyphen(start + 1)
                };
                (unit_at, Count::HALF)
            }
            "couple" if self.is(start + 1, "of") => (start + 2, Count::of(Some(2.0))),
            "several" | "few" | "many" | "some" => (start + 1, Count::VAGUE),
            _ => match number::read(self.doc, start..self.sentence.end) {
                Some(number) if !number.ordinal => {
                    let of = if number.value.is_none() { self.over(number.end, "of") } else { number.end };
                    // "two to three weeks"
                    match self.to_number(start, number.end) {
                        Some((end, most)) => (end, Count::between(number.value, most)),
                        None => (of, Count::of(number.value)),
                    }
                }
                Some(_) => return None,
                None => (start, Count::VAGUE),
            },
        };
        let unit_at = self.over_hyphen(next);
        let unit_at = if matches!(
            self.normal(unit_at),
            "more" | "consecutive" | "straight" | "full" | "whole" | "long"
        ) {
            unit_at + 1
        } else {
            unit_at
        };
        // "a fortnight"
        if matches!(self.normal(unit_at), "fortnight" | "fortnights") && next > start {
            return Some((unit_at + 1, (count.times(2), Unit::Week)));
        }
        let (unit, plural) = self.unit(unit_at)?;
        // "three-quarters of it", "a quarter of them"
        if unit == Unit::Quarter && (unit_at > next || self.is(unit_at + 1, "of")) {
            return None;
        }
        let bare = next == start;
        // "the 1988 quarter" counts nothing.
        let dated = self.year(start).is_some() && next == start + 1;
        if (bare || dated) && !plural {
            return None;
        }
        // "half a century" is fifty years, "half a year" six months.
        let (count, unit) = match unit {
            Unit::Year if count.is_half() => (Count::of(Some(6.0)), Unit::Month),
            Unit::Hour if count.is_half() => (Count::of(Some(30.0)), Unit::Minute),
            Unit::Century if count != Count::VAGUE => (count.times(100), Unit::Year),
            Unit::Decade if count != Count::VAGUE => (count.times(10), Unit::Year),
            _ => (count, unit),
        };
        // "a year and a half"
        let after = unit_at + 1;
        if self.is(after, "and") && self.is(after + 1, "a") && self.is(after + 2, "half") {
            // "a century and a half" is a hundred and fifty years.
            let half = match self.unit(unit_at) {
                Some((Unit::Century, _)) => 100,
                Some((Unit::Decade, _)) => 10,
                _ => 1,
            };
            return Some((after + 3, (count.and_halves(half), unit)));
        }
        Some((after, (count, unit)))
    }

    /// "to six", "or three", "-to-eight" behind a number, the "and seven" of "between five and seven": where it ends, and how
    /// many it says.
    fn to_number(&self, start: usize, end: usize) -> Parsed<Option<f64>> {
        let at = if self.has_kind(end, TokenKind::Hyphen) && self.is(end + 1, "to") { end + 1 } else { end };
        let joined = matches!(self.normal(at), "to" | "or")
            || self.is(at, "and") && self.before(start) == "between"
            || self.has_kind(at, TokenKind::Hyphen);
        if !joined {
            return None;
        }
        let second_at = if at > end { self.over_hyphen(at + 1) } else { at + 1 };
        let second = number::read(self.doc, second_at..self.sentence.end).filter(|n| !n.ordinal)?;
        let unit_at = self.over_hyphen(second.end);
        self.unit(unit_at).map(|_| (second.end, second.value))
    }

    /// "three quarters of an hour", "a quarter of a century": a unit in parts of it, as lengths in the next smaller one.
    fn quarters_of_unit(&self, at: usize) -> Parsed<(Count, Unit)> {
        let (next, quarters) = match self.normal(at) {
            "a" | "one" => (at + 1, 1),
            "three" => (self.over_hyphen(at + 1), 3),
            _ => return None,
        };
        let named = matches!((quarters, self.normal(next)), (1, "quarter") | (3, "quarters"));
        if !(named && self.is(next + 1, "of") && matches!(self.normal(next + 2), "a" | "an")) {
            return None;
        }
        let (parts, smaller) = match self.unit(next + 3)? {
            (Unit::Hour, false) => (15, Unit::Minute),
            (Unit::Century, false) => (25, Unit::Year),
            _ => return None,
        };
        Some((next + 4, (Count::of(Some(f64::from(quarters * parts))), smaller)))
    }

    /// "at least", "more than": words that TIMEX3 keeps as a modifier of a length.
    fn hedge(&self, at: usize) -> usize {
        if !self.doc.begins(at, WordClass::Hedge) {
            return at;
        }
        let words = (at..self.sentence.end).map(|at| self.normal(at));
        word_class::longest(words, WordClass::Hedge).map_or(at, |(length, _)| at + length)
    }
}
