//! The days of feasts: by the calendar, from Easter, or by the Islamic calendar.

use jiff::civil::{Date, Weekday};

use super::iso;
use super::meaning::Side;
use super::nearest::{felt, nearest_year};
use super::resolve::{Context, days_after};
use super::words::Feast;

/// The day of a feast.
pub(super) fn day(feast: Feast, year: Option<i16>, side: Side, context: Context) -> Option<Date> {
    match year {
        Some(year) => feast_day(feast, year),
        None if feast == Feast::Eid => {
            let either = [Feast::Islamic(10, 1), Feast::Islamic(12, 10)];
            let days = either.into_iter().filter_map(|feast| day(feast, None, side, context));
            days.min_by_key(|day| felt(*day, context))
        }
        None => nearest_year(context, |year| feast_day(feast, year), side),
    }
}

/// The value: a day, or a whole month of the Islamic calendar as an interval.
pub(super) fn value(feast: Feast, year: Option<i16>, side: Side, context: Context) -> Option<String> {
    let first = day(feast, year, side, context)?;
    let Feast::IslamicMonth(month) = feast else { return Some(iso::write(first)) };
    // Odd months have thirty days, even ones 29 (the last one 30 in a leap year, which no feast asks for).
    let last = days_after(first, if month % 2 == 1 { 29 } else { 28 })?;
    Some(format!("{}/{}", iso::write(first), iso::write(last)))
}

/// Easter Sunday of a year in the Gregorian calendar ("Anonymous Gregorian algorithm", Meeus, Astronomical Algorithms).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

fn feast_day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Easter(days) => days_after(easter(year)?, i64::from(days)),
        Feast::After(month, weekday, nth, days) => {
            days_after(feast_day(Feast::Nth(month, weekday, nth), year)?, i64::from(days))
        }
        Feast::Islamic(month, day) => islamic(year, month, day),
        Feast::IslamicMonth(month) => islamic(year, month, 1),
        // Both in a year, about seventy days apart: that of the fast's end stands for the year.
        Feast::Eid => islamic(year, 10, 1),
        Feast::Nth(month, weekday, nth) => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
        }
    }
}

/// The first such day of the Islamic calendar in a year of ours, by the tabular calendar (leap years 2, 5, 7, 10, 13, 16, 18, 21,
/// 24, 26 and 29 of thirty; Reingold and Dershowitz, Calendrical Calculations). What is seen in the sky may differ by a
/// day.
fn islamic(year: i16, month: i8, day: i8) -> Option<Date> {
    // The Islamic year is some eleven days shorter than ours; one of three begins or holds the day.
    let about = (i64::from(year) - 622) * 33 / 32;
    (about - 1..=about + 2).find_map(|islamic| {
        let (month, day) = (i64::from(month), i64::from(day));
        let julian = (11 * islamic + 3) / 30 + 354 * islamic + 30 * month - (month - 1) / 2 + day + 1_948_055;
        // The Julian day number of 1 January 1970.
        let date = days_after(Date::constant(1970, 1, 1), julian - 2_440_588)?;
        (date.year() == year).then_some(date)
    })
}
