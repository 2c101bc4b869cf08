//! The dates of an article in the order of time: what their TIMEX3 values mean in days, which dates mean one time, and
//! how much lies between one and the next.

use analysis::plain::day::{first_of, monday_of};

use crate::{Article, words};

/// A day, counted from 1970-01-01.
pub type Day = i64;

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Chronology {
    /// In the order of time; what begins on one day, the shorter first.
    pub moments: Vec<Moment>,
    /// Dates without a place in time: durations, "every Monday", and what hangs on a day that is not known.
    pub timeless: Vec<usize>,
}

/// A time that one or more dates of the article mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// Its first and its last day.
    pub from: Day,
    pub to: Day,
    pub measure: Measure,
    /// Places in the analysis's dates, in the order of the text.
    pub dates: Vec<usize>,
}

impl Moment {
    /// What lies between this one and a later one, in words: "3 days later". Between whole months it is counted in
    /// months, between whole years in years, from beginning to beginning: from 2001 to 2002 it is a year, not a day.
    pub fn until(&self, later: &Moment) -> Option<String> {
        if self.measure == later.measure
            && let Some(months) = self.measure.months()
        {
            let apart = months_between(self.from, later.from);
            let (n, one, many) = match months {
                12.. => (apart / 12, "year", "years"),
                _ => (apart, "month", "months"),
            };
            let n = usize::try_from(n).ok().filter(|n| *n > 0)?;
            return Some(format!("{} later", words::count(n, one, many)));
        }
        // Nobody can say how long it is from a day to some day of a year.
        if self.measure.months() > Some(1) || later.measure.months() > Some(1) {
            return self.years_until(later);
        }
        let days = usize::try_from(later.from - self.to).ok().filter(|days| *days > 0)?;
        let (n, one, many) = match days {
            1..=13 => (days, "day", "days"),
            14..=60 => ((days + 3) / 7, "week", "weeks"),
            61..=729 => ((days + 15) / 30, "month", "months"),
            _ => ((days + 182) / 365, "year", "years"),
        };
        Some(format!("{} later", words::count(n, one, many)))
    }
}

impl Moment {
    /// Whole years where one of the two is no finer than that, and they lie far enough apart.
    fn years_until(&self, later: &Moment) -> Option<String> {
        let year = |day: Day| months_between(first_of(0, 1), day).div_euclid(12);
        let years = year(later.from) - year(self.to);
        let n = usize::try_from(years).ok().filter(|n| *n > 1)?;
        Some(format!("about {} later", words::count(n, "year", "years")))
    }
}

/// How finely a time is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// Days, weeks, and spans of them.
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Decade,
    Century,
}

impl Measure {
    fn of(from: Day, to: Day) -> Measure {
        let first = |day: Day| first_of(0, months_between(first_of(0, 1), day) + 1) == day;
        if !(first(from) && first(to + 1)) {
            return Measure::Day;
        }
        match months_between(from, to + 1) {
            1 => Measure::Month,
            3 => Measure::Quarter,
            6 => Measure::Half,
            12 => Measure::Year,
            120 => Measure::Decade,
            1200 => Measure::Century,
            _ => Measure::Day,
        }
    }

    /// How many months it has; none for days.
    fn months(self) -> Option<u16> {
        match self {
            Measure::Day => None,
            Measure::Month => Some(1),
            Measure::Quarter => Some(3),
            Measure::Half => Some(6),
            Measure::Year => Some(12),
            Measure::Decade => Some(120),
            Measure::Century => Some(1200),
        }
    }
}

/// How many months after the month of one day that of another is.
fn months_between(from: Day, to: Day) -> i64 {
    // As in [`first_of`], the other way round.
    let month = |day: Day| {
        let day = day + 719_468;
        let era = day.div_euclid(146_097);
        let of_era = day.rem_euclid(146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        (year + era * 400) * 12 + month
    };
    month(to) - month(from)
}

impl Article {
    pub fn chronology(&self) -> Chronology {
        let mut chronology = Chronology::default();
        let mut placed: Vec<(Day, Day, usize)> = Vec::new();
        for (nth, date) in self.analysis.dates.iter().enumerate() {
            match date.value.as_deref().and_then(days) {
                Some((from, to)) => placed.push((from, to, nth)),
                None => chronology.timeless.push(nth),
            }
        }
        placed.sort_unstable();
        for (from, to, nth) in placed {
            match chronology.moments.last_mut().filter(|last| (last.from, last.to) == (from, to)) {
                Some(last) => last.dates.push(nth),
                None => {
                    let measure = Measure::of(from, to);
                    chronology.moments.push(Moment { from, to, measure, dates: vec![nth] });
                }
            }
        }
        chronology
    }
}

/// First and last day of a TIMEX3 value; none for durations, sets, references and anything unknown in it.
fn days(value: &str) -> Option<(Day, Day)> {
    if let Some((from, to)) = value.split_once('/') {
        let (from, to) = (days(from)?.0, days(to)?.1);
        return (from <= to).then_some((from, to));
    }
    let value = value.split('T').next()?;
    let parts: Vec<&str> = value.split('-').collect();
    let number = |part: &str, length: usize| -> Option<i64> {
        (part.len() == length && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
    };
    match parts.as_slice() {
        [century] if century.len() == 2 => {
            let century = number(century, 2)?;
            Some((first_of(century * 100, 1), first_of(century * 100 + 100, 1) - 1))
        }
        [decade] if decade.len() == 3 => {
            let decade = number(decade, 3)?;
            Some((first_of(decade * 10, 1), first_of(decade * 10 + 10, 1) - 1))
        }
        [year] => months(number(year, 4)?, 1, 12),
        [year, part] => {
            let year = number(year, 4)?;
            match *part {
                "SP" => months(year, 3, 3),
                "SU" => months(year, 6, 3),
                "FA" => months(year, 9, 3),
                // The winter of a year begins in it.
                "WI" => months(year, 12, 3),
                part => {
                    let n = |letter: char| part.strip_prefix(letter).and_then(|n| n.parse::<i64>().ok());
                    if let Some(week) = n('W') {
                        let monday = monday_of(year, week)?;
                        return Some((monday, monday + 6));
                    }
                    if let Some(quarter) = n('Q').filter(|n| (1..=4).contains(n)) {
                        return months(year, quarter * 3 - 2, 3);
                    }
                    if let Some(half) = n('H').filter(|n| (1..=2).contains(n)) {
                        return months(year, half * 6 - 5, 6);
                    }
                    months(year, number(part, 2).filter(|month| (1..=12).contains(month))?, 1)
                }
            }
        }
        [year, week, "WE"] => {
            let monday = monday_of(number(year, 4)?, week.strip_prefix('W')?.parse().ok()?)?;
            Some((monday + 5, monday + 6))
        }
        [year, month, day] => {
            let (year, month, day) = (number(year, 4)?, number(month, 2)?, number(day, 2)?);
            let (first, last) = months(year, Some(month).filter(|month| (1..=12).contains(month))?, 1)?;
            let day = first + day - 1;
            (first..=last).contains(&day).then_some((day, day))
        }
        _ => None,
    }
}

fn months(year: i64, first: i64, count: i64) -> Option<(Day, Day)> {
    Some((first_of(year, first), first_of(year, first + count) - 1))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use analysis::{Analysis, Date, DateKind, Span};
    use text::Document;

    use super::*;

    #[test]
    fn values_are_days() {
        let day = |value: &str| days(value).map(|(from, to)| (from, to - from + 1));
        assert_eq!(day("1970-01-01"), Some((0, 1)));
        assert_eq!(day("2000-03-01"), Some((11_017, 1)));
        assert_eq!(day("2026-03-06T14:30"), days("2026-03-06").map(|(from, _)| (from, 1)));
        assert_eq!(day("2024-02").map(|(_, days)| days), Some(29));
        assert_eq!(day("2023").map(|(_, days)| days), Some(365));
        assert_eq!(day("199").map(|(_, days)| days), Some(3_652));
        assert_eq!(day("19").map(|(_, days)| days), Some(36_524));
        assert_eq!(day("2026-Q2").map(|(_, days)| days), Some(91));
        assert_eq!(day("2026-H2").map(|(_, days)| days), Some(184));
        assert_eq!(day("2025-WI").map(|(_, days)| days), Some(90));
        assert_eq!(days("2026-W10"), days("2026-03-02/2026-03-08"));
        assert_eq!(days("2020-W53-WE"), days("2021-01-02/2021-01-03"));
    }

    #[test]
    fn what_has_no_place_in_time_has_none() {
        for value in [
            "",
            "P3D",
            "PT2H",
            "PRESENT_REF",
            "XXXX-03-06",
            "2026-13",
            "2026-02-30",
            "2026-W54",
            "2026-Q7",
            "2026-XX",
            "é",
            "2026-03-09/2026-03-01",
            "/",
            "T14:00",
            "--",
        ] {
            assert_eq!(days(value), None, "{value}");
        }
    }

    fn article(values: &[Option<&str>]) -> Article {
        let date = |(nth, value): (usize, &Option<&str>)| Date {
            span: Span::new(nth, nth + 1),
            kind: DateKind::Date,
            value: value.map(str::to_owned),
        };
        let analysis =
            Analysis { dates: values.iter().enumerate().map(date).collect(), ..Analysis::default() };
        Article::new(Arc::new(Document::from_paragraphs("Some words.")), Arc::new(analysis))
    }

    #[test]
    fn dates_come_in_the_order_of_time_and_those_of_one_time_together() {
        let chronology = article(&[
            Some("2026-03-06"),
            Some("2023"),
            None,
            Some("P3D"),
            Some("2026-03-06TEV"),
            Some("2026"),
        ])
        .chronology();
        let order: Vec<_> = chronology.moments.iter().map(|moment| moment.dates.as_slice()).collect();
        assert_eq!(order, [&[1][..], &[5], &[0, 4]]);
        assert_eq!(chronology.timeless, [2, 3]);
    }

    #[test]
    fn what_lies_between_is_told_in_a_fitting_measure() {
        let between = |a: &str, b: &str| {
            let chronology = article(&[Some(a), Some(b)]).chronology();
            chronology.moments[0].until(&chronology.moments[1])
        };
        assert_eq!(between("2026-03-06", "2026-03-07").as_deref(), Some("1 day later"));
        assert_eq!(between("2026-03-06", "2026-04-03").as_deref(), Some("4 weeks later"));
        assert_eq!(between("2025-03-06", "2026-03-06").as_deref(), Some("12 months later"));
        assert_eq!(between("1991", "2026-03-06").as_deref(), Some("about 35 years later"));
        assert_eq!(between("2001", "2002").as_deref(), Some("1 year later"));
        assert_eq!(between("1911", "1950").as_deref(), Some("39 years later"));
        assert_eq!(between("2025-03", "2025-04").as_deref(), Some("1 month later"));
        assert_eq!(between("2025-04", "2025-06").as_deref(), Some("2 months later"));
        assert_eq!(between("196", "198").as_deref(), Some("20 years later"));
        assert_eq!(between("2024", "2025-03-06"), None);
        assert_eq!(between("2026", "2026-03-06"), None);
    }
}
