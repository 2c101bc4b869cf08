//! Times of day: "5 p.m. on Tuesday", "10:30 GMT", "Friday night", "noon".

use super::{Grammar, Parsed};
use crate::date::meaning::{Clock, From, Meaning};
use crate::date::words::{self, Unit};
use crate::token::TokenKind;

impl Grammar<'_, '_> {
    /// A time of day, with its day if that follows.
    pub(super) fn clock(&self, at: usize) -> Parsed<Meaning> {
        let (next, clock) = self.clock_time(at)?;
        let day_at = self.over(self.over(next, ","), "on");
        let of = self.is(next, "of") && matches!(clock, Clock::Part(_));
        let day_at = if of { next + 1 } else { day_at };
        let (end, day) = match self.relative(day_at).or_else(|| self.calendar(day_at)) {
            // "at noon, Friday night too" are two.
            Some((end, day)) if is_day(&day) && words::part_of_day(self.normal(end)).is_none() => (end, day),
            _ => (next, Meaning::Away { unit: Unit::Day, by: 0, from: From::Story }),
        };
        Some((end, Meaning::At { day: Box::new(day), clock }))
    }

    /// "5 p.m.", "10:30", "noon", "the morning".
    fn clock_time(&self, at: usize) -> Parsed<Clock> {
        let word = self.normal(at);
        match word {
            "noon" | "midday" => return Some((at + 1, Clock::Minute(12, 0))),
            "midnight" => return Some((at + 1, Clock::Minute(24, 0))),
            // "mid-afternoon"
            "mid" => {
                let part_at = self.over_hyphen(at + 1);
                return words::part_of_day(self.normal(part_at)).map(|part| (part_at + 1, Clock::Part(part)));
            }
            "the" => {
                let part = words::part_of_day(self.normal(at + 1))?;
                // "on the evening of 5 April"
                let of = self.is(at + 2, "of");
                if of && self.month_date(at + 3).or_else(|| self.day_month(at + 3)).is_some() {
                    return Some((at + 2, Clock::Part(part)));
                }
                let common = part == "NI" && of;
                // "the night-time curfew"
                let joined = self.has_kind(at + 2, TokenKind::Hyphen);
                return (!common && !joined && self.ends_phrase(at + 2))
                    .then_some((at + 2, Clock::Part(part)));
            }
            _ => {}
        }
        if !self.has_kind(at, TokenKind::Number) {
            return None;
        }
        // "0900 GMT", "at 1539 hours"; in brackets it says again what stands before them: "10:35 a.m. (0735 GMT)".
        if let Some(time) = self.digits(at, 4).filter(|_| word.len() == 4 && self.before(at) != "(")
            && let next = if self.before(at) == "at" { self.over(at + 1, "hours") } else { at + 1 }
            && self.over_zone(next) > at + 1
            && let (Ok(hour @ ..=24), Ok(minute @ ..60)) =
                (u8::try_from(time / 100), u8::try_from(time % 100))
        {
            return Some((self.over_zone(next), Clock::Minute(hour, minute)));
        }
        // "5pm", "10:30am" are one token.
        let letters_from = word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len());
        let (figure, letters) = word.split_at(letters_from);
        let (hour, minute) = match figure.split_once([':', '.']) {
            Some((hour, minute)) if minute.len() == 2 => {
                (hour.parse::<u8>().ok()?, Some(minute.parse::<u8>().ok()?))
            }
            Some(_) => return None,
            None => (figure.parse::<u8>().ok()?, None),
        };
        if hour > 24 || minute.is_some_and(|m| m > 59) {
            return None;
        }
        let (half, next) = match letters {
            "" => match self.half_of_day(at + 1) {
                Some((next, half)) => (Some(half), next),
                None => (None, at + 1),
            },
            "am" => (Some(Half::Morning), at + 1),
            "pm" => (Some(Half::Afternoon), at + 1),
            _ => return None,
        };
        let hour = match half {
            Some(_) if hour > 12 || hour == 0 => return None,
            Some(Half::Morning) => hour % 12,
            Some(Half::Afternoon) => hour % 12 + 12,
            Some(Half::Unsaid) => hour,
            // "10:30" alone is a time; "10.30" and "10" are not.
            None if figure.contains(':') && minute.is_some() => hour,
            None => return None,
        };
        Some((self.over_zone(next), Clock::Minute(hour, minute.unwrap_or(0))))
    }

    /// "p.m.", "in the morning", "o'clock" after an hour.
    fn half_of_day(&self, at: usize) -> Parsed<Half> {
        match self.normal(at) {
            "a.m." | "am" | "a.m" => return Some((at + 1, Half::Morning)),
            "p.m." | "pm" | "p.m" => return Some((at + 1, Half::Afternoon)),
            "o'clock" => return Some(self.in_the(at + 1).unwrap_or((at + 1, Half::Unsaid))),
            _ => {}
        }
        self.in_the(at)
    }

    fn in_the(&self, at: usize) -> Parsed<Half> {
        if !(self.is(at, "in") && self.is(at + 1, "the")) {
            return None;
        }
        match self.normal(at + 2) {
            "morning" => Some((at + 3, Half::Morning)),
            "afternoon" | "evening" => Some((at + 3, Half::Afternoon)),
            _ => None,
        }
    }

    fn over_zone(&self, at: usize) -> usize {
        if words::is_zone(self.normal(at)) && self.is_capital(at) {
            return at + 1;
        }
        if matches!(self.normal(at), "local" | "eastern" | "pacific" | "central") && self.is(at + 1, "time") {
            return at + 2;
        }
        at
    }

    /// A day with the time that follows it: "Friday night", "Tuesday at 5 p.m.".
    pub(super) fn with_clock(&self, (end, day): (usize, Meaning)) -> (usize, Meaning) {
        if !is_day(&day) || matches!(day, Meaning::At { .. }) {
            return (end, day);
        }
        match self.clock_behind(end) {
            Some((end, clock)) => (end, Meaning::At { day: Box::new(day), clock }),
            None => (end, day),
        }
    }

    /// The time of day behind its day: "night", "at 5 p.m.".
    pub(super) fn clock_behind(&self, at: usize) -> Parsed<Clock> {
        if let Some(part) = words::part_of_day(self.normal(at)) {
            return Some((at + 1, Clock::Part(part)));
        }
        let clock_at = self.over(self.over(at, ","), "at");
        let hour = self.has_kind(clock_at, TokenKind::Number)
            || matches!(self.normal(clock_at), "noon" | "midnight");
        if hour { self.clock_time(clock_at) } else { None }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Afternoon,
    /// "o'clock" says nothing of it.
    Unsaid,
}

fn is_day(meaning: &Meaning) -> bool {
    match meaning {
        Meaning::Day { .. }
        | Meaning::Slashed { .. }
        | Meaning::Weekday { .. }
        | Meaning::WeekdayOf { .. }
        | Meaning::Feast { .. } => true,
        Meaning::Whole { unit, .. } | Meaning::Away { unit, .. } => *unit == Unit::Day,
        _ => false,
    }
}
