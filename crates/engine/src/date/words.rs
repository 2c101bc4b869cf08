//! The words dates are made of. General knowledge of English; the one place for it.

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
    Some(match word {
        "second" => (Unit::Second, false),
        "seconds" => (Unit::Second, true),
        "minute" => (Unit::Minute, false),
        "minutes" | "min." | "mins" => (Unit::Minute, true),
        "hour" => (Unit::Hour, false),
        "hours" | "hrs" | "hr." => (Unit::Hour, true),
        "day" => (Unit::Day, false),
        "days" => (Unit::Day, true),
        "week" => (Unit::Week, false),
        "weeks" => (Unit::Week, true),
        "month" => (Unit::Month, false),
        "months" => (Unit::Month, true),
        "quarter" => (Unit::Quarter, false),
        "quarters" => (Unit::Quarter, true),
        "year" => (Unit::Year, false),
        "years" => (Unit::Year, true),
        "decade" => (Unit::Decade, false),
        "decades" => (Unit::Decade, true),
        "century" => (Unit::Century, false),
        "centuries" => (Unit::Century, true),
        _ => return None,
    })
}

/// The month, 1 to 12; `word` in small letters, an abbreviation with its stop or without.
pub(super) fn month(word: &str) -> Option<i8> {
    Some(match word.trim_end_matches('.') {
        "january" | "jan" => 1,
        "february" | "feb" => 2,
        "march" | "mar" => 3,
        "april" | "apr" => 4,
        "may" => 5,
        "june" | "jun" => 6,
        "july" | "jul" => 7,
        "august" | "aug" => 8,
        "september" | "sept" | "sep" => 9,
        "october" | "oct" => 10,
        "november" | "nov" => 11,
        "december" | "dec" => 12,
        _ => return None,
    })
}

/// Whether a month's name, in this spelling, is also a common word or a person's name.
pub(super) fn month_is_common(word: &str) -> bool {
    matches!(
        word.trim_end_matches('.'),
        "may" | "march" | "mar" | "april" | "june" | "august" | "jan" | "sep" | "dec"
    )
}

/// The day of the week, Monday 1 to Sunday 7.
pub(super) fn weekday(word: &str) -> Option<i8> {
    Some(match word {
        "monday" | "mon." => 1,
        "tuesday" | "tue." | "tues." => 2,
        "wednesday" | "wed." => 3,
        "thursday" | "thu." | "thur." | "thurs." => 4,
        "friday" | "fri." => 5,
        "saturday" | "sat." => 6,
        "sunday" | "sun." => 7,
        _ => return None,
    })
}

/// "Mondays": the day of the week that comes again and again.
pub(super) fn weekdays(word: &str) -> Option<i8> {
    word.strip_suffix('s').and_then(weekday)
}

/// The TIMEX3 letters of a season.
pub(super) fn season(word: &str) -> Option<&'static str> {
    Some(match word {
        "spring" => "SP",
        "summer" => "SU",
        "autumn" | "fall" => "FA",
        "winter" => "WI",
        _ => return None,
    })
}

/// The TIMEX3 letters of a part of the day.
pub(super) fn part_of_day(word: &str) -> Option<&'static str> {
    Some(match word {
        "morning" | "dawn" => "MO",
        "afternoon" => "AF",
        "evening" | "dusk" => "EV",
        "night" | "overnight" => "NI",
        _ => return None,
    })
}

/// How often, as a word: the TIMEX3 value.
pub(super) fn frequency(word: &str) -> Option<&'static str> {
    Some(match word {
        "hourly" => "PT1H",
        "daily" => "P1D",
        "weekly" => "P1W",
        "monthly" => "P1M",
        "annually" | "yearly" => "P1Y",
        _ => return None,
    })
}

/// Single words that point at no day in particular, by TIMEX3.
pub(super) fn reference(word: &str) -> Option<&'static str> {
    Some(match word {
        "now" | "currently" | "nowadays" | "presently" => "PRESENT_REF",
        "recently" | "lately" => "PAST_REF",
        "soon" => "FUTURE_REF",
        _ => return None,
    })
}

/// A feast, by how its day is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Feast {
    /// The same day each year: month, day.
    Fixed(i8, i8),
    /// A weekday of a month: month, weekday, which one (-1 the last).
    Nth(i8, i8, i8),
}

/// Feasts with their words; longer ones first where one begins another.
pub(super) const FEASTS: [(&[&str], Feast); 16] = [
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["new", "year", "'s", "eve"], Feast::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], Feast::Fixed(1, 1)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["valentine", "'s", "day"], Feast::Fixed(2, 14)),
    (&["independence", "day"], Feast::Fixed(7, 4)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["thanksgiving", "day"], Feast::Nth(11, 4, 4)),
    (&["thanksgiving"], Feast::Nth(11, 4, 4)),
    (&["labor", "day"], Feast::Nth(9, 1, 1)),
    (&["memorial", "day"], Feast::Nth(5, 1, -1)),
    (&["columbus", "day"], Feast::Nth(10, 1, 2)),
    (&["martin", "luther", "king", "day"], Feast::Nth(1, 1, 3)),
];

/// A time zone after a clock time.
pub(super) fn is_zone(word: &str) -> bool {
    matches!(
        word,
        "gmt"
            | "utc"
            | "bst"
            | "cet"
            | "est"
            | "edt"
            | "et"
            | "cst"
            | "cdt"
            | "ct"
            | "mst"
            | "mdt"
            | "pst"
            | "pdt"
            | "pt"
    )
}
