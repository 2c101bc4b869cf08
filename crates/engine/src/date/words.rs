//! The words dates are made of, out of their lists (`crates/train/lists/words/time.txt`).

use crate::word_class::{self, WordClass};

/// A unit that time is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl Unit {
    const NAMES: [(&str, Unit); 10] = [
        ("second", Unit::Second),
        ("minute", Unit::Minute),
        ("hour", Unit::Hour),
        ("day", Unit::Day),
        ("week", Unit::Week),
        ("month", Unit::Month),
        ("quarter", Unit::Quarter),
        ("year", Unit::Year),
        ("decade", Unit::Decade),
        ("century", Unit::Century),
    ];

    fn named(name: &str) -> Option<Unit> {
        Unit::NAMES.iter().find(|(known, _)| *known == name).map(|&(_, unit)| unit)
    }

    /// How many of it, in the letters of an ISO 8601 duration: "P3D", "PT5H"; decades and centuries in years.
    pub fn duration(self, count: &str) -> String {
        match self {
            Unit::Second => format!("PT{count}S"),
            Unit::Minute => format!("PT{count}M"),
            Unit::Hour => format!("PT{count}H"),
            Unit::Day => format!("P{count}D"),
            Unit::Week => format!("P{count}W"),
            Unit::Month => format!("P{count}M"),
            Unit::Quarter => format!("P{count}Q"),
            Unit::Year => format!("P{count}Y"),
            Unit::Decade => format!("P{count}DE"),
            Unit::Century => format!("P{count}CE"),
        }
    }
}

/// A unit and whether it is in the plural.
pub(super) fn unit(word: &str) -> Option<(Unit, bool)> {
    let name = word_class::word_beside(word, WordClass::TimeUnit)?;
    Some((Unit::named(name)?, word != name))
}

/// The month, 1 to 12; `word` in small letters, an abbreviation with its stop or without.
pub(super) fn month(word: &str) -> Option<i8> {
    word_class::value(word.trim_end_matches('.'), WordClass::Month)?.try_into().ok()
}

/// Whether a month's name, in this spelling, is also a common word or a person's name.
pub(super) fn month_is_common(word: &str) -> bool {
    word_class::is(word.trim_end_matches('.'), WordClass::CommonMonth)
}

/// The day of the week, Monday 1 to Sunday 7.
pub(super) fn weekday(word: &str) -> Option<i8> {
    word_class::value(word, WordClass::Weekday)?.try_into().ok()
}

/// "Mondays": the day of the week that comes again and again.
pub(super) fn weekdays(word: &str) -> Option<i8> {
    word.strip_suffix('s').and_then(weekday)
}

/// The TIMEX3 letters of a season.
pub(super) fn season(word: &str) -> Option<&'static str> {
    word_class::word_beside(word, WordClass::Season)
}

/// The TIMEX3 letters of a part of the day.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    word_class::word_beside(word, WordClass::PartOfDay)
}

/// How often, as a word: the TIMEX3 value.
pub(super) fn frequency(word: &str) -> Option<&'static str> {
    word_class::word_beside(word, WordClass::Frequency)
}

/// Single words that point at no day in particular, by TIMEX3.
pub(super) fn reference(word: &str) -> Option<&'static str> {
    word_class::word_beside(word, WordClass::VagueTime)
}

/// A feast, by how its day is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// The same day each year: month, day.
    Fixed(i8, i8),
    /// A weekday of a month: month, weekday, which one (-1 the last).
    Nth(i8, i8, i8),
    /// So many days after Easter Sunday.
    Easter(i16),
    /// So many days after a weekday of a month.
    After(i8, i8, i8, i16),
    /// A day of a month of the Islamic calendar.
    Islamic(i8, i8),
    /// A whole month of it.
    IslamicMonth(i8),
    /// "Eid": either of the two, the nearer.
    Eid,
}

/// The feast that the words begin with, and how many of them it takes.
pub(super) fn feast<'a>(words: impl Iterator<Item = &'a str>) -> Option<(usize, Feast)> {
    let (length, name) = word_class::longest(words, WordClass::Feast)?;
    // "12-25", or "11-thursday-4" and "5-monday-last"
    let mut parts = word_class::word_beside(name, WordClass::Feast)?.split('-');
    // "easter-39", "easter-before-2"
    let when = word_class::word_beside(name, WordClass::Feast)?;
    if let Some(days) = when.strip_prefix("easter-") {
        let (sign, days) = days.strip_prefix("before-").map_or((1, days), |days| (-1, days));
        return Some((length, Feast::Easter(sign * days.parse::<i16>().ok()?)));
    }
    // "islamic-10-1", "islamic-9"
    if let Some(when) = when.strip_prefix("islamic-") {
        if when == "eid" {
            return Some((length, Feast::Eid));
        }
        let feast = match when.split_once('-') {
            Some((month, day)) => Feast::Islamic(month.parse().ok()?, day.parse().ok()?),
            None => Feast::IslamicMonth(when.parse().ok()?),
        };
        return Some((length, feast));
    }
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?;
    let feast = match parts.next() {
        None => Feast::Fixed(month, day.parse().ok()?),
        Some("last") => Feast::Nth(month, weekday(day)?, -1),
        // "11-thursday-4-1": the day after.
        Some(nth) => match parts.next() {
            None => Feast::Nth(month, weekday(day)?, nth.parse().ok()?),
            Some(days) => Feast::After(month, weekday(day)?, nth.parse().ok()?, days.parse().ok()?),
        },
    };
    Some((length, feast))
}

/// A time zone after a clock time.
pub(super) fn is_zone(word: &str) -> bool {
    word_class::is(word, WordClass::TimeZone)
}
