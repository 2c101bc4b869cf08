//! Finds figures: money, percentages, quantities, ordinals and counts.
//!
//! A figure is its number with its unit ("$1.42 billion", "6.1 percent", "12 miles"); a count is the number alone
//! ("26" in "26 animals"). Times and dates are [`crate::date`]'s, and what a figure counts is not said here.

pub(crate) mod number;
#[cfg(test)]
mod tests;
mod units;

use std::ops::Range;

use analysis::{Date, EntityType};

use crate::reading::Reading;
use crate::tag::Name;
use crate::token::TokenKind;

/// Every figure outside the dates, in order; none overlaps another.
pub(crate) fn find(reading: &Reading, dates: &[Date]) -> Vec<Name> {
    let mut dates = dates.iter().map(|date| reading.tokens_in(date.span)).peekable();
    let mut found = Vec::new();
    for sentence in &reading.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while dates.next_if(|date| date.end <= at).is_some() {}
            if let Some(date) = dates.peek().filter(|date| date.contains(&at)) {
                at = date.end;
                continue;
            }
            let end = dates.peek().map_or(sentence.tokens.end, |date| date.start.min(sentence.tokens.end));
            match (Figures { reading, end }).at(at) {
                Some((tokens, kind)) => {
                    at = tokens.end.max(at + 1);
                    found.push(Name { tokens, kind, confidence: 0.9 });
                }
                None => at += 1,
            }
        }
    }
    found
}

/// The rules, up to the end of a sentence or the next date.
struct Figures<'r, 'a> {
    reading: &'r Reading<'a>,
    end: usize,
}

impl Figures<'_, '_> {
    fn at(&self, at: usize) -> Option<(Range<usize>, EntityType)> {
        if let Some(end) = self.money_before(at) {
            return Some((at..end, EntityType::Money));
        }
        let first = number::read(self.reading, at..self.end)?;
        if first.ordinal {
            return self.is_ordinal(at).then_some((at..first.end, EntityType::Ordinal));
        }
        let after = self.range_end(first.end, |next| {
            number::read(self.reading, next..self.end).filter(|n| !n.ordinal).map(|n| n.end)
        });
        if let Some((end, kind)) = self.unit(after) {
            return Some((at..end, kind));
        }
        if let Some((end, kind)) = self.unit(first.end) {
            return Some((at..end, kind));
        }
        self.is_count(at, first.end).then_some((at..after, EntityType::Cardinal))
    }

    /// "$1.42 billion", "US$5", "USD 5 million", "£5m-£7m".
    fn money_before(&self, at: usize) -> Option<usize> {
        let amount = |at: usize| {
            let sign = self.sign_end(at)?;
            number::read(self.reading, sign..self.end).filter(|n| !n.ordinal).map(|n| n.end)
        };
        let end = amount(at)?;
        let plain = |next| number::read(self.reading, next..self.end).filter(|n| !n.ordinal).map(|n| n.end);
        Some(self.range_end(end, |next| amount(next).or_else(|| plain(next))))
    }

    fn sign_end(&self, at: usize) -> Option<usize> {
        if units::is_currency_sign(self.word(at)) {
            return Some(at + 1);
        }
        if units::is_currency_code(self.word(at)) {
            let sign = at + 1;
            return Some(if units::is_currency_sign(self.word(sign)) { sign + 1 } else { sign });
        }
        (matches!(self.word(at), "US" | "A" | "C" | "NZ" | "HK" | "S" | "R" | "U.S.")
            && self.glued_sign(at + 1))
        .then_some(at + 2)
    }

    fn glued_sign(&self, at: usize) -> bool {
        units::is_currency_sign(self.word(at)) && self.reading.tokens.get(at).is_some_and(|t| t.glued)
    }

    /// The end of "10 to 12", "5-7"; `end` itself where no range goes on.
    fn range_end(&self, end: usize, next: impl Fn(usize) -> Option<usize>) -> usize {
        let joined = self.is_kind(end, TokenKind::Hyphen)
            || self.reading.normal(end) == "to" && end < self.end
            || matches!(self.word(end), "-" | "–") && self.reading.tokens.get(end).is_some_and(|t| t.glued);
        if joined { next(end + 1).unwrap_or(end) } else { end }
    }

    /// The unit that stands at `at`: "percent", "dollars", "square miles", "-foot".
    fn unit(&self, at: usize) -> Option<(usize, EntityType)> {
        let at = at + usize::from(self.is_kind(at, TokenKind::Hyphen));
        let next = self.normal(at + 1);
        match self.normal(at) {
            "%" | "percent" | "pct" => return Some((at + 1, EntityType::Percent)),
            "per" if next == "cent" => return Some((at + 2, EntityType::Percent)),
            "percentage" if matches!(next, "point" | "points") => return Some((at + 2, EntityType::Percent)),
            "square" | "cubic" | "nautical" | "metric" if units::is_measure(next) => {
                return Some((at + 2, EntityType::Quantity));
            }
            "degrees" if matches!(next, "celsius" | "fahrenheit") => {
                return Some((at + 2, EntityType::Quantity));
            }
            _ => {}
        }
        if units::is_currency_word(self.normal(at)) {
            return Some((at + 1, EntityType::Money));
        }
        // "five U.S. dollars", "300 million Swiss francs"
        if self.reading.tokens.get(at).is_some_and(|t| t.is_capital()) && units::is_currency_word(next) {
            return Some((at + 2, EntityType::Money));
        }
        units::is_measure(self.normal(at)).then_some((at + 1, EntityType::Quantity))
    }

    /// "second" is a time after "a" or a number, "first" opens many a phrase that ranks nothing.
    fn is_ordinal(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.reading.normal(before));
        match self.reading.normal(at) {
            "second" => !matches!(before, "a" | "per" | "one" | "split"),
            // "first-hand", "first-ever"
            "first" => before != "at" && !self.is_kind(at + 1, TokenKind::Hyphen),
            _ => true,
        }
    }

    /// Whether a number alone counts something; "one" mostly stands for a thing instead.
    fn is_count(&self, at: usize, end: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.reading.normal(before));
        let after = self.normal(end);
        if self.reading.normal(at) == "one" && end == at + 1 {
            return after == "of" && !matches!(before, "no" | "any" | "every" | "this" | "that");
        }
        // A number that is part of a name ("Boeing 737") is the tagger's.
        self.reading.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word)
            || number::digits_value(self.reading.normal(at)).is_some()
            || self.reading.normal(at).ends_with(char::is_alphabetic)
    }

    fn word(&self, at: usize) -> &str {
        if at < self.end { self.reading.word(at) } else { "" }
    }

    fn normal(&self, at: usize) -> &str {
        if at < self.end { self.reading.normal(at) } else { "" }
    }

    fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        at < self.end && self.reading.tokens.get(at).is_some_and(|t| t.kind == kind)
    }
}
