//! Lengths of time, and what comes again: "18 months", "the past two weeks", "every Tuesday".

use super::{Grammar, Parsed};
use crate::amount::number;
use crate::date::meaning::{Count, Meaning};
use crate::date::words::{self, Unit};
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

/// Hours from which a number of them is a sum of times rather than a length.
const MOST_HOURS: i32 = 1000;

impl Grammar<'_, '_> {
    /// "three days", "a two-year deal", "the past decade", "recent weeks".
    pub(super) fn length(&self, at: usize) -> Parsed<Meaning> {
        let (end, (count, unit)) = self.counted_unit(at)?;
        // "1,539 hours of sunshine": so many are a sum of times, none that anything took.
        let summed = unit == Unit::Hour && count.whole().is_some_and(|hours| hours >= MOST_HOURS);
        if summed || unit == Unit::Second && self.is(at, "a") {
            return None;
        }
        // "a year-earlier loss"
        let joined =
            self.has_kind(end, TokenKind::Hyphen) && matches!(self.normal(end + 1), "earlier" | "ago");
        let bare = self.unit(at).is_some();
        if joined || bare && !self.lasts(at) {
            return None;
        }
        // "fell by a quarter", "over a quarter of them": a part, not three months.
        if unit == Unit::Quarter
            && matches!(self.normal(at), "a" | "one")
            && !matches!(self.before(at), "for" | "in" | "within" | "every" | "last")
        {
            return None;
        }
        if self.is(at, "some") && end == at + 2 || self.follows_age(at) {
            return None;
        }
        // "a quarter of an hour" is no rate.
        let part = self.is(at + 1, "quarter");
        if matches!(self.normal(at), "a" | "an") && !part && !self.stands_as_length(at, end)
            || self.is_age(end)
        {
            return None;
        }
        if let Some((end, smaller)) = self.smaller_unit(end, unit)
            && let Some(parts) = Meaning::parts((count, unit), smaller)
        {
            return Some((end, parts));
        }
        Some((self.adjective_end(end), Meaning::Duration { count, unit }))
    }

    /// "and twenty minutes", ", 295 days" behind a length in a greater unit.
    fn smaller_unit(&self, at: usize, greater: Unit) -> Parsed<(Count, Unit)> {
        let next = match self.normal(at) {
            "and" => at + 1,
            "," => self.over(at + 1, "and"),
            _ => at,
        };
        if !self.has_kind(next, TokenKind::Number) && !self.is_in(next, WordClass::Cardinal) {
            return None;
        }
        let (end, (count, unit)) = self.counted_unit(next)?;
        let one_below = matches!(
            (greater, unit),
            (Unit::Year, Unit::Month | Unit::Week | Unit::Day)
                | (Unit::Month | Unit::Week, Unit::Day | Unit::Week)
                | (Unit::Day, Unit::Hour)
                | (Unit::Hour, Unit::Minute | Unit::Second)
                | (Unit::Minute, Unit::Second)
        );
        (one_below && unit < greater && !self.is_age(end)).then_some((end, (count, unit)))
    }

    /// "the past two months", "the next year", "the first nine months", "recent weeks", "the weeks ahead".
    pub(super) fn framed(&self, at: usize) -> Parsed<Meaning> {
        let word_at = self.over(at, "the");
        let frame = self.normal(word_at);
        if self.is(at, "at") && matches!(self.normal(at + 1), "least" | "most") && self.is(at + 2, "the") {
            return self.framed(at + 2);
        }
        let framed = word_class::is(frame, WordClass::LengthFrame)
            || (word_at > at && matches!(frame, "first" | "second"));
        let inner = if framed { word_at + 1 } else { word_at };
        if !framed && word_at == at {
            return None;
        }
        // "the last day of the fair", "the last quarter of 2023": its end, no length up to now.
        if matches!(frame, "last" | "final")
            && self.unit(inner).is_some_and(|(_, plural)| !plural)
            && self.is(inner + 1, "of")
        {
            return None;
        }
        if let Some((unit, plural)) = self.unit(inner) {
            let long = unit > Unit::Hour;
            return match (plural, framed) {
                // "the past year": one of it; "a second" is no length here
                (false, true)
                    if word_at > at
                        && long
                        // "The next year the railway went": the one after what was told.
                        && (frame != "next"
                            || self.follows(at, WordClass::BeforeLength)
                            || matches!(self.before(at), "during" | "throughout" | "through" | "until" | "by"))
                        && matches!(frame, "past" | "last" | "next" | "coming")
                        && (unit, frame) != (Unit::Day, "next") =>
                {
                    Some((inner + 1, self.duration(Count::of(Some(1.0)), unit)))
                }
                (true, true) if !matches!(frame, "first" | "second") && long => {
                    Some((inner + 1, self.duration(Count::VAGUE, unit)))
                }
                (true, false) if self.is(inner + 1, "ahead") => {
                    Some((inner + 2, self.duration(Count::VAGUE, unit)))
                }
                _ => None,
            };
        }
        let (end, (count, unit)) = self.counted_unit(inner)?;
        let hyphen = (inner..end).any(|i| self.has_kind(i, TokenKind::Hyphen));
        if self.is(inner, "a") || self.is(inner, "an") || (hyphen && !framed) || self.is_age(end) {
            return None;
        }
        Some((end, self.duration(count, unit)))
    }

    fn duration(&self, count: Count, unit: Unit) -> Meaning {
        match unit {
            Unit::Decade if count != Count::VAGUE => {
                Meaning::Duration { count: count.times(10), unit: Unit::Year }
            }
            Unit::Century if count != Count::VAGUE => {
                Meaning::Duration { count: count.times(100), unit: Unit::Year }
            }
            _ => Meaning::Duration { count, unit },
        }
    }

    /// "for years", "within days": a bare plural is a length after such a word.
    fn lasts(&self, at: usize) -> bool {
        self.follows(at, WordClass::BeforeLength)
    }

    /// "$1 billion a year" is a rate; "within a week", "a week after" are lengths.
    fn stands_as_length(&self, at: usize, end: usize) -> bool {
        at == self.sentence.start
            || matches!(self.normal(end), "after" | "before" | "of" | "when" | "long")
            || self.is(end - 1, "half")
            || self.follows(at, WordClass::BeforeALength)
    }

    /// "26-year-old", "52 years old", "10 years and 64 days old": an age is no time.
    fn is_age(&self, end: usize) -> bool {
        let more = self.over(end, "and");
        let part = self.has_kind(more, TokenKind::Number) && self.unit(more + 1).is_some();
        self.is(self.over_hyphen(end), "old") || part && self.is(more + 2, "old")
    }

    /// "at the age of 12 years 295 days": neither of the two is a time.
    fn follows_age(&self, at: usize) -> bool {
        let age =
            |at: usize| at > 1 && self.is(at - 1, "of") && matches!(self.before(at - 1), "age" | "ages");
        let part = at > 1 && self.has_kind(at - 2, TokenKind::Number) && self.unit(at - 1).is_some();
        age(at) || part && age(at - 2)
    }

    /// The end with "-long" ("day-long").
    fn adjective_end(&self, end: usize) -> usize {
        let word_at = self.over_hyphen(end);
        if word_at > end && self.is(word_at, "long") { word_at + 1 } else { end }
    }

    /// "a local daily said", "the Hale daily reported": a paper, with nothing behind that it could be a word for.
    fn is_paper(&self, at: usize) -> bool {
        let tag = |at: usize| self.doc.syntax.tag(at).upos();
        if !self.normal(at).ends_with("ly") || matches!(tag(at + 1), Upos::NOUN | Upos::ADJ | Upos::PROPN) {
            return false;
        }
        let led = (self.sentence.start.max(at.saturating_sub(4))..at).rev();
        let article = led.map(tag).find(|tag| !matches!(tag, Upos::ADJ | Upos::NOUN | Upos::PROPN));
        let said = tag(at + 1) == Upos::VERB && at > self.sentence.start && tag(at - 1) == Upos::PROPN;
        article == Some(Upos::DET) && !matches!(tag(at - 1), Upos::NOUN) || said
    }

    /// The token after "once", "twice", "three times".
    fn times(&self, at: usize) -> Option<usize> {
        if matches!(self.normal(at), "once" | "twice") {
            return Some(at + 1);
        }
        let number = number::read(self.doc, at..self.sentence.end).filter(|number| !number.ordinal)?;
        self.is(number.end, "times").then_some(number.end + 1)
    }

    /// "every Tuesday", "each year", "daily", "Mondays", "once a week".
    pub(super) fn frequency(&self, at: usize) -> Parsed<Meaning> {
        let word = self.normal(at);
        if let Some(value) = words::frequency(word).filter(|_| !self.is_paper(at)) {
            return Some((at + 1, Meaning::Set(value.to_owned())));
        }
        // "on Saturday nights", "Monday mornings"
        if let Some(weekday) = self.weekday(at).filter(|_| self.is_capital(at))
            && let Some(part) = self.normal(at + 1).strip_suffix('s').and_then(words::part_of_day)
        {
            return Some((at + 2, Meaning::Set(format!("XXXX-WXX-{weekday}T{part}"))));
        }
        if let Some(weekday) = words::weekdays(word).filter(|_| self.is_capital(at)) {
            return Some((at + 1, Meaning::Set(format!("XXXX-WXX-{weekday}"))));
        }
        if let Some(times) = self.times(at)
            && matches!(self.normal(times), "a" | "an" | "each" | "every" | "per")
            && let Some((unit, false)) = self.unit(times + 1)
        {
            return Some((times + 2, Meaning::Set(unit.duration("1"))));
        }
        if !matches!(word, "every" | "each") {
            return None;
        }
        let other = self.is(at + 1, "other");
        let next = if other { at + 2 } else { at + 1 };
        let each = self.normal(next);
        if let Some(weekday) = words::weekday(each) {
            let day = format!("XXXX-WXX-{weekday}");
            // "every Tuesday at noon", "every Friday night"
            return Some(match self.clock_behind(next + 1) {
                Some((end, clock)) => (end, Meaning::Set(day + &clock.letters())),
                None => (next + 1, Meaning::Set(day)),
            });
        }
        if let Some(month) = words::month(each).filter(|_| self.is_capital(next)) {
            return Some((next + 1, Meaning::Set(format!("XXXX-{month:02}"))));
        }
        if let Some(season) = words::season(each) {
            return Some((next + 1, Meaning::Set(format!("XXXX-{season}"))));
        }
        if let Some(part) = words::part_of_day(each) {
            return Some((next + 1, Meaning::Set(format!("XXXX-XX-XXT{part}"))));
        }
        if let Some((unit, false)) = words::unit(each) {
            return Some((next + 1, Meaning::Set(unit.duration(if other { "2" } else { "1" }))));
        }
        let (end, (count, unit)) = self.counted_unit(next)?;
        let each = if count.is_open() { count.duration(unit) } else { unit.duration(&count.letters()) };
        Some((end, Meaning::Set(each)))
    }
}
