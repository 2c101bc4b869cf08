//! Dates that name their month or day of the week.

use super::{Grammar, Parsed};
use crate::amount::number;
use crate::date::meaning::{Meaning, Side};
use crate::date::words::{self, Feast};
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::WordClass;

impl Grammar<'_, '_> {
    /// A date by the calendar.
    pub(super) fn calendar(&self, at: usize) -> Parsed<Meaning> {
        self.weekday_date(at)
            .or_else(|| self.nth_weekday(at))
            .or_else(|| self.month_date(at))
            .or_else(|| self.day_month(at))
            .or_else(|| self.numeric(at))
            .or_else(|| self.part_of_year(at, Side::Bare))
            .or_else(|| self.feast(at, Side::Bare))
            .or_else(|| self.season(at, Side::Bare))
            .or_else(|| self.decade(at))
            .or_else(|| self.year_alone(at))
    }

    /// "Monday", "Monday, May 5, 2025", "Monday of last week".
    fn weekday_date(&self, at: usize) -> Parsed<Meaning> {
        if !self.is_capital(at) {
            return None;
        }
        let weekday = self.weekday(at)?;
        // "Monday 15, Tuesday 16 and Wednesday 17 December"
        if let Some(day) = self.day_of_month(at + 1)
            && let Some((1.., Meaning::Day { month, year, .. })) = self.month_of_list(at + 1)
        {
            return Some((at + 2, Meaning::Day { year, month, day }));
        }
        // "Tuesday week", "Monday fortnight"
        let weeks = match self.normal(at + 1) {
            "week" => Some(1),
            "fortnight" => Some(2),
            _ => None,
        };
        if let Some(weeks) = weeks.filter(|_| self.ends_phrase(at + 2)) {
            return Some((at + 2, Meaning::WeekdayBeyond { weekday, weeks }));
        }
        let next = self.over(self.over(at + 1, ","), "the");
        if let Some((end, day @ Meaning::Day { .. })) = self.month_date(next).or_else(|| self.day_month(next))
        {
            return Some((end, day));
        }
        let week_at = self.over(at + 1, "of");
        let weeks = match self.normal(week_at) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            _ => None,
        };
        if let Some(weeks) = weeks.filter(|_| self.is(week_at + 1, "week")) {
            return Some((week_at + 2, Meaning::WeekdayOf { weekday, weeks }));
        }
        Some((at + 1, Meaning::Weekday { weekday, side: Side::Bare }))
    }

    /// "the first Monday in May", "the last Sunday of October 2024", "the first Monday of each month".
    fn nth_weekday(&self, at: usize) -> Parsed<Meaning> {
        let start = self.over(at, "the");
        let nth = match self.normal(start) {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            "last" => -1,
            _ => return None,
        };
        let weekday = self.weekday(start + 1).filter(|_| self.is_capital(start + 1))?;
        let of = start + 2;
        if !matches!(self.normal(of), "of" | "in") {
            return None;
        }
        if matches!(self.normal(of + 1), "each" | "every") && self.is(of + 2, "month") {
            return Some((of + 3, Meaning::Set("P1M".to_owned())));
        }
        let month = self.month(of + 1)?;
        let feast = Feast::Nth(month, weekday, nth);
        let year_at = self.over(of + 2, ",");
        Some(match self.year(year_at) {
            Some(year) => (year_at + 1, Meaning::Feast { feast, year: Some(year), side: Side::Bare }),
            None => (of + 2, Meaning::Feast { feast, year: None, side: Side::Bare }),
        })
    }

    /// "May 5", "May 5, 2025", "May 5-7", "May 2025", "May".
    pub(super) fn month_date(&self, at: usize) -> Parsed<Meaning> {
        let month = self.month(at)?;
        if let Some((end, day)) = self.told_ordinal(at) {
            let (end, year) = self.year_after(end);
            return Some((end, Meaning::Day { year, month, day }));
        }
        // "October twenty-third", "April first, 1921"
        if let Some((end, day)) = self.spelled_day(at + 1) {
            let (end, year) = self.year_after(end);
            return Some((end, Meaning::Day { year, month, day }));
        }
        // "May and June 2024": one year for both.
        if matches!(self.normal(at + 1), "and" | "or")
            && let Some(year) =
                self.month(at + 2).and_then(|_| self.year(self.over(self.over(at + 3, ","), "of")))
        {
            return Some((at + 1, Meaning::Month { year: Some(year), month, side: Side::Bare }));
        }
        if let Some(day) = self.day_of_month(at + 1) {
            if let Some(range) = self.to_date(at + 2, month, day) {
                return Some(range);
            }
            let (days_end, last) = match self.to_day(at + 2) {
                Some((end, last)) => (end, Some(last)),
                None => (at + 2, None),
            };
            let (end, year) = self.year_after(days_end);
            return Some((end, between(year, month, day, last)));
        }
        let year_at = self.over(self.over(at + 1, ","), "of");
        if let Some(year) = self.year(year_at) {
            return Some((year_at + 1, Meaning::Month { year: Some(year), month, side: Side::Bare }));
        }
        if let Some((end, year)) = self.spelled_year(at + 1) {
            return Some((end, Meaning::Month { year: Some(year), month, side: Side::Bare }));
        }
        if let Some(years) = self.side_of_year(at + 1) {
            return Some((at + 3, Meaning::MonthOf { month, years }));
        }
        self.month_alone(at).then_some((at + 1, Meaning::Month { year: None, month, side: Side::Bare }))
    }

    /// "5 May 2025", "the 5th of May", "3–5 May".
    pub(super) fn day_month(&self, at: usize) -> Parsed<Meaning> {
        let at = if self.is(at, "the") && self.has_kind(at + 1, TokenKind::Number) { at + 1 } else { at };
        if let Some(found) = self.ordinal_of(at) {
            return Some(found);
        }
        let day = self.day_of_month(at)?;
        let (next, last) = match self.to_day(at + 1).or_else(|| self.to_day_of_month(at + 1)) {
            Some((end, last)) => (end, Some(last)),
            None => (at + 1, None),
        };
        let month_at = self.over(next, "of");
        let month = self.month(month_at)?;
        if let Some(range) = self.to_date(month_at + 1, month, day).filter(|_| last.is_none()) {
            return Some(range);
        }
        let (end, year) = self.year_after(month_at + 1);
        Some((end, between(year, month, day, last)))
    }

    /// "the first of October", "the 2nd of this month".
    fn ordinal_of(&self, at: usize) -> Parsed<Meaning> {
        let (next, day) = match self.spelled_day(self.over(at, "the")) {
            Some(found) => found,
            None => (at + 1, self.day_of_month(at)?),
        };
        if !self.is(next, "of") {
            return None;
        }
        let months = match self.normal(next + 1) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            _ => None,
        };
        if let Some(months) = months {
            return self.is(next + 2, "month").then_some((next + 3, Meaning::DayOf { day, months }));
        }
        let month = self.month(next + 1)?;
        // "the second of October's three winners"
        if self.has_kind(next + 2, TokenKind::Clitic) || self.has_kind(at, TokenKind::Number) {
            return None;
        }
        let (end, year) = self.year_after(next + 2);
        Some((end, Meaning::Day { year, month, day }))
    }

    /// The day of "March the fourth", "June the 6th", but not "in March the third ship left".
    fn told_ordinal(&self, month: usize) -> Parsed<i8> {
        if !self.is(month + 1, "the") || self.before(month) == "in" {
            return None;
        }
        let digits = || {
            let ordinal = self.normal(month + 2).ends_with(|c: char| c.is_ascii_alphabetic());
            self.day_of_month(month + 2).filter(|_| ordinal).map(|day| (month + 3, day))
        };
        let (end, day) = self.spelled_day(month + 2).or_else(digits)?;
        let counts = self.is(end, "of")
            || self.sentence.contains(&end)
                && matches!(self.doc.syntax.tag(end).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ);
        (!counts).then_some((end, day))
    }

    /// "first", "twenty-third": a day of the month in words.
    fn spelled_day(&self, at: usize) -> Parsed<i8> {
        if !self.is_in(at, WordClass::Ordinal) && !self.is_in(at, WordClass::Cardinal) {
            return None;
        }
        let nth = number::read(self.doc, at..self.sentence.end).filter(|n| n.ordinal)?;
        let day = nth.value.filter(|v| (1.0..=31.0).contains(v))?;
        // "October's second half", "May first-quarter"
        let noun = matches!(
            self.normal(self.over_hyphen(nth.end)),
            "half" | "quarter" | "week" | "time" | "half-year"
        );
        (!noun).then_some((nth.end, day as i8))
    }

    /// "2025-12-07", "03/04/2025", "03-04-2025".
    fn numeric(&self, at: usize) -> Parsed<Meaning> {
        if let (Some(year), Some(month), Some(day)) =
            (self.year(at), self.digits(at + 2, 2), self.digits_before_time(at + 4))
            && (at + 1..at + 5).all(|i| self.is_glued(i))
            && self.has_kind(at + 1, TokenKind::Hyphen)
            && self.has_kind(at + 3, TokenKind::Hyphen)
        {
            let (month, day) = (month_number(month)?, day_number(day)?);
            return Some((at + 5, Meaning::Day { year: Some(year), month, day }));
        }
        if let (Some(first), Some(second), Some(year)) =
            (self.digits(at, 2), self.digits(at + 2, 2), self.year(at + 4))
            && (at + 1..at + 5).all(|i| self.is_glued(i))
            && self.has_kind(at + 1, TokenKind::Hyphen)
            && self.has_kind(at + 3, TokenKind::Hyphen)
        {
            return Some((at + 5, slashed(first, second, year)?));
        }
        let word = self.normal(at);
        let sign = if word.contains('/') { '/' } else { '.' };
        // "BA.2.12.1", "version 2.12.10": the numbers of a name.
        let named = sign == '.'
            && (self.is_glued(at) && !matches!(self.before(at), "(" | "[" | "|")
                || self.follows(at, WordClass::Designator)
                || at > self.sentence.start
                    && self.is_capital(at - 1)
                    && self.doc.syntax.tag(at - 1).upos() == Upos::PROPN);
        if named
            || !matches!(word.rsplit(sign).next().map(str::len), Some(2 | 4)) && word.find(sign) != Some(4)
        {
            return None;
        }
        let mut parts = word.split(sign).map(|p| p.parse::<i16>().ok());
        let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
        if parts.next().is_some() || !self.has_kind(at, TokenKind::Number) {
            return None;
        }
        if (1000..2100).contains(&first) {
            let (month, day) = (month_number(second)?, day_number(year)?);
            return Some((at + 1, Meaning::Day { year: Some(first), month, day }));
        }
        let year = match year {
            0..50 => 2000 + year,
            50..100 => 1900 + year,
            1000..2100 => year,
            _ => return None,
        };
        Some((at + 1, slashed(first, second, year)?))
    }

    /// "07", and the "07" of "07T10:30".
    fn digits_before_time(&self, at: usize) -> Option<i16> {
        let word = self.normal(at);
        match word.split_once('t') {
            Some((day, _)) if day.len() == 2 => day.parse().ok(),
            Some(_) => None,
            None => self.digits(at, 2),
        }
    }

    pub(super) fn month(&self, at: usize) -> Option<i8> {
        if self.is_capital(at) { words::month(self.normal(at)) } else { None }
    }

    /// Whether a month's name, standing alone, is one: "May" after "in", not "May said".
    fn month_alone(&self, at: usize) -> bool {
        if !words::month_is_common(self.normal(at)) && !self.normal(at).ends_with('.') {
            return self.normal(at).len() > 3;
        }
        self.follows(at, WordClass::BeforeMonth)
            && !(self.is_capital(at + 1) && words::month(self.normal(at + 1)).is_none())
            || (self.before(at) == "and" && at > 1 && words::month(self.normal(at - 2)).is_some())
    }

    pub(super) fn day_of_month(&self, at: usize) -> Option<i8> {
        if !self.has_kind(at, TokenKind::Number) {
            return None;
        }
        let word = self.normal(at);
        let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        if !matches!(&word[digits.len()..], "" | "st" | "nd" | "rd" | "th") || digits.len() > 2 {
            return None;
        }
        day_number(digits.parse().ok()?)
    }

    /// The "–5" of "3–5 May", the "through 5" of "May 3 through 5".
    fn to_day(&self, at: usize) -> Parsed<i8> {
        let joined = self.is_joined(at) || self.is(at, "through");
        self.day_of_month(at + 1).filter(|_| joined).map(|day| (at + 2, day))
    }

    /// The "to 5" of "3 to 5 May", the " – 5" of "3 – 5 May": only the month behind it makes it a day.
    fn to_day_of_month(&self, at: usize) -> Parsed<i8> {
        let joined = self.is(at, "to")
            || self.is(at, "and") && at > 1 && self.before(at - 1) == "between"
            || matches!(self.normal(at), "-" | "–" | "‒" | "—");
        let day = self.day_of_month(at + 1).filter(|_| joined)?;
        self.month(at + 2).map(|_| (at + 2, day))
    }

    /// The "–May 3" of "April 30–May 3", the "–3 May" of "30 April–3 May", with the day before it.
    fn to_date(&self, at: usize, month: i8, day: i8) -> Parsed<Meaning> {
        if !self.is_joined(at) {
            return None;
        }
        let (end, last) = self.month_date(at + 1).or_else(|| self.day_month(at + 1))?;
        let Meaning::Day { year, .. } = last else { return None };
        Some((end, Meaning::Between(Box::new(Meaning::Day { year, month, day }), Box::new(last))))
    }

    /// A hyphen or dash with no space before it.
    fn is_joined(&self, at: usize) -> bool {
        self.has_kind(at, TokenKind::Hyphen)
            || (matches!(self.normal(at), "-" | "–" | "‒") && self.is_glued(at))
    }

    /// Whether no further word of the phrase follows.
    pub(super) fn ends_phrase(&self, at: usize) -> bool {
        !self.has_kind(at, TokenKind::Word) || crate::sentence::is_function_word(self.normal(at))
    }
}

fn between(year: Option<i16>, month: i8, day: i8, last: Option<i8>) -> Meaning {
    let first = Meaning::Day { year, month, day };
    match last {
        Some(last) if last > day => {
            Meaning::Between(Box::new(first), Box::new(Meaning::Day { year, month, day: last }))
        }
        _ => first,
    }
}

/// Two figures of which one can be a month.
fn slashed(first: i16, second: i16, year: i16) -> Option<Meaning> {
    let (first, second) = (day_number(first)?, day_number(second)?);
    (first <= 12 || second <= 12).then_some(Meaning::Slashed { first, second, year })
}

fn month_number(number: i16) -> Option<i8> {
    i8::try_from(number).ok().filter(|m| (1..=12).contains(m))
}

fn day_number(number: i16) -> Option<i8> {
    i8::try_from(number).ok().filter(|d| (1..=31).contains(d))
}
