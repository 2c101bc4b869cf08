//! What was found in plain words, for whoever reads it: the page, citations, tables and briefs say it through here, so
//! that all say the same.

pub mod day;
mod family;
mod quoted;
mod speakers;

pub use family::Family;
pub use quoted::{capitalized, confidence, one_line, quoted};
pub use speakers::{HUES, Speaker, Who, hue, speakers};

use crate::DateKind;

/// The months as they are written out, January first.
pub const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// An ISO 8601 or TIMEX3 value in words: "6 December 2025", "spring 2026", "3 days", "every Monday". What is no such value
/// stays as it is.
pub fn date(kind: DateKind, value: &str) -> String {
    if let Some((from, to)) = value.split_once('/') {
        if let (Some(from), Some(to)) = (calendar_day(from), calendar_day(to)) {
            return span(from, to);
        }
        return format!("{} to {}", date(kind, from), date(kind, to));
    }
    if let Some(each) = value.strip_prefix("XXXX-").and_then(of_any_year) {
        return each;
    }
    if let Some(year) = value.strip_prefix("BC") {
        return format!("{} BC", date(kind, year).trim_start_matches('0'));
    }
    match value {
        "PRESENT_REF" => return "now".to_owned(),
        "PAST_REF" => return "in the past".to_owned(),
        "FUTURE_REF" => return "in the future".to_owned(),
        _ => {}
    }
    if let Some(length) = duration(value) {
        return match kind {
            DateKind::Set => format!("every {}", length.strip_prefix("1 ").unwrap_or(&length)),
            _ => length,
        };
    }
    if let Some(time) = value.strip_prefix('T') {
        return part_of_day(time).to_owned();
    }
    if let Some((day, time)) = value.split_once('T') {
        return format!("{}, {}", date(kind, day), part_of_day(time));
    }
    let parts: Vec<&str> = value.split('-').collect();
    let month = |digits: &str| digits.parse::<usize>().ok().and_then(|m| MONTHS.get(m.checked_sub(1)?));
    let number =
        |part: &str, letter: char| part.trim_start_matches(letter).trim_start_matches('0').to_owned();
    let digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        // Hardly anybody counts weeks: the days say which one it is.
        [year, week, "WE"] if is_year(year) => {
            week_of(year, week).map_or(value.to_owned(), |(monday, sunday)| span(monday + 5, sunday))
        }
        [year, m, day] if is_year(year) => match (month(m), day.parse::<u32>()) {
            (Some(name), Ok(day)) => format!("{day} {name} {year}"),
            _ => value.to_owned(),
        },
        [decade] if decade.len() == 3 && digits(decade) => format!("the {decade}0s"),
        [century] if century.len() == 2 && digits(century) => {
            century.parse::<u32>().map_or(value.to_owned(), |n| format!("the {} century", nth(n + 1)))
        }
        [year, season @ ("SP" | "SU" | "FA")] if is_year(year) => {
            let season = match *season {
                "SP" => "spring",
                "SU" => "summer",
                _ => "autumn",
            };
            format!("{season} {year}")
        }
        // The winter of a year begins in it.
        [year, "WI"] if is_year(year) => {
            let next = year.parse::<u32>().map_or(0, |year| (year + 1) % 100);
            format!("winter {year}–{next:02}")
        }
        [year, "H1"] if is_year(year) => format!("first half of {year}"),
        [year, "H2"] if is_year(year) => format!("second half of {year}"),
        [year, week] if is_year(year) && week.starts_with('W') => {
            week_of(year, week).map_or(value.to_owned(), |(monday, sunday)| span(monday, sunday))
        }
        [year, quarter] if is_year(year) && quarter.starts_with('Q') => {
            format!("quarter {} of {year}", number(quarter, 'Q'))
        }
        [year, m] if is_year(year) => month(m).map_or(value.to_owned(), |name| format!("{name} {year}")),
        _ => value.to_owned(),
    }
}

/// The Monday and the Sunday of a week such as `W10`.
fn week_of(year: &str, week: &str) -> Option<(i64, i64)> {
    let monday = day::monday_of(year.parse().ok()?, week.strip_prefix('W')?.parse().ok()?)?;
    Some((monday, monday + 6))
}

/// The day that `2026-03-06` names.
fn calendar_day(value: &str) -> Option<i64> {
    let parts: Vec<&str> = value.split('-').collect();
    let [year, month, of_month] = parts.as_slice() else { return None };
    let (month, of_month) = (month.parse::<i64>().ok()?, of_month.parse::<i64>().ok()?);
    // Files of others may say anything.
    if !is_year(year) || !(1..=12).contains(&month) || !(1..=31).contains(&of_month) {
        return None;
    }
    let day = day::first_of(year.parse().ok()?, month) + of_month - 1;
    // There is no 31 February.
    (day::date_of(day).1 == month && day::date_of(day).2 == of_month).then_some(day)
}

/// "6–7 March 2026", "28 February to 1 March 2026": from a day to another, with nothing said twice.
fn span(from: i64, to: i64) -> String {
    let ((year, month, first), (last_year, last_month, last)) = (day::date_of(from), day::date_of(to));
    let name = |month: i64| MONTHS[(month - 1).rem_euclid(12) as usize];
    let end = format!("{last} {} {last_year}", name(last_month));
    if (year, month) == (last_year, last_month) && first < last {
        format!("{first}–{end}")
    } else if year == last_year {
        format!("{first} {} to {end}", name(month))
    } else {
        format!("{first} {} {year} to {end}", name(month))
    }
}

/// "every Monday", "every spring", "every 24 December".
fn of_any_year(value: &str) -> Option<String> {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    if let Some((value, time)) = value.split_once('T') {
        return Some(format!("{}, {}", of_any_year(value)?, part_of_day(time)));
    }
    if let Some(day) = value.strip_prefix("WXX-").and_then(|day| day.parse::<usize>().ok()) {
        return DAYS.get(day.checked_sub(1)?).map(|day| format!("every {day}"));
    }
    match value {
        "SP" => Some("every spring".to_owned()),
        "SU" => Some("every summer".to_owned()),
        "FA" => Some("every autumn".to_owned()),
        "WI" => Some("every winter".to_owned()),
        _ => {
            let (month, day) = value.split_once('-')?;
            let name = MONTHS.get(month.parse::<usize>().ok()?.checked_sub(1)?)?;
            Some(format!("{} {name} of no named year", day.parse::<u32>().ok()?))
        }
    }
}

/// "14:30", or "evening" for `EV`.
fn part_of_day(time: &str) -> &str {
    match time {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        time => time,
    }
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit())
}

/// "3 days" for `P3D`, "2 years 6 months" for `P2Y6M`, "some weeks" for `PXW`.
fn duration(value: &str) -> Option<String> {
    let mut rest = value.strip_prefix('P')?;
    let mut in_time = false;
    let mut parts: Vec<String> = Vec::new();
    while !rest.is_empty() {
        if let Some(time) = rest.strip_prefix('T').filter(|_| !in_time) {
            (rest, in_time) = (time, true);
            continue;
        }
        let letters = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | 'X')))?;
        let (count, unit) = rest.split_at(letters);
        // A decade and a century have two letters.
        let name = ["DE", "CE"].into_iter().find(|name| unit.starts_with(name)).or(unit.get(..1))?;
        let (one, many) = match (name, in_time) {
            ("D", false) => ("day", "days"),
            ("W", false) => ("week", "weeks"),
            ("M", false) => ("month", "months"),
            ("Q", false) => ("quarter", "quarters"),
            ("Y", false) => ("year", "years"),
            ("DE", false) => ("decade", "decades"),
            ("CE", false) => ("century", "centuries"),
            ("H", true) => ("hour", "hours"),
            ("M", true) => ("minute", "minutes"),
            ("S", true) => ("second", "seconds"),
            _ => return None,
        };
        parts.push(match count {
            "X" => format!("some {many}"),
            "1" => format!("1 {one}"),
            count if count.parse::<f64>().is_ok() => format!("{count} {many}"),
            _ => return None,
        });
        rest = &unit[name.len()..];
    }
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// "21st"
fn nth(n: u32) -> String {
    let end = match (n % 100, n % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{n}{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_of_dates_in_words() {
        let check =
            |value: &str, expected: &str| assert_eq!(date(DateKind::Date, value), expected, "{value}");
        check("2026-03-01", "1 March 2026");
        check("2026-03", "March 2026");
        check("2026", "2026");
        check("2026-W09", "23 February to 1 March 2026");
        check("2026-W10", "2–8 March 2026");
        check("2025-W01", "30 December 2024 to 5 January 2025");
        check("2026-W54", "2026-W54");
        check("2026-Q3", "quarter 3 of 2026");
        check("2026-02-28/2026-03-01", "28 February to 1 March 2026");
        check("PRESENT_REF", "now");
        check("2026-SU", "summer 2026");
        check("2026-WI", "winter 2026–27");
        check("2026-03-06TEV", "6 March 2026, evening");
        check("2026-03-06T14:30", "6 March 2026, 14:30");
        check("T14:30", "14:30");
        check("TEV", "evening");
        check("199", "the 1990s");
        check("18", "the 19th century");
        check("20", "the 21st century");
        check("2026-W10-WE", "7–8 March 2026");
        check("2025-12-06/2025-12-07", "6–7 December 2025");
        check("2025-12-31/2026-01-01", "31 December 2025 to 1 January 2026");
        check("2026-02-30/2026-03-01", "30 February 2026 to 1 March 2026");
        check("2026-03/2026-05", "March 2026 to May 2026");
        check("2026-H1", "first half of 2026");
        check("XXXX-SP", "every spring");
        check("XXXX-WXX-1", "every Monday");
        check("XXXX-WXX-1TEV", "every Monday, evening");
        check("XXXX-03-06", "6 March of no named year");
        check("BC0250", "250 BC");
        check("BC04", "the 5th century BC");
        check("XXXX-WXX-9", "XXXX-WXX-9");
        check("2026-13-40", "2026-13-40");
        check("2026-9223372036854775807-1/2026-03-06", "2026-9223372036854775807-1 to 6 March 2026");
        check("2026-W9223372036854775807", "2026-W9223372036854775807");
        check("P", "P");
        check("", "");
    }

    #[test]
    fn lengths_and_repetitions_in_words() {
        let length = |value| date(DateKind::Duration, value);
        let set = |value| date(DateKind::Set, value);
        assert_eq!(length("P3D"), "3 days");
        assert_eq!(length("PT1H"), "1 hour");
        assert_eq!(length("PT1H30M"), "1 hour 30 minutes");
        assert_eq!(length("P2Y6M"), "2 years 6 months");
        assert_eq!(length("PXW"), "some weeks");
        assert_eq!(length("P0.5M"), "0.5 months");
        assert_eq!(set("P1D"), "every day");
        assert_eq!(set("P2W"), "every 2 weeks");
    }
}
