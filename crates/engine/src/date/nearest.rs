//! Which of several days, months or seasons of one name is meant: the nearest, and the tense of the clause moves the middle.

use jiff::civil::{Date, Weekday};

use super::meaning::Side;
use super::resolve::{Context, days_after};
use super::tense::Tense;

/// A day of the week near the day of writing.
///
/// In the past, "Monday" in a story written on a Monday is that same day: papers of the day do so, while
/// stories about the day before name the day before.
pub(super) fn weekday_near(from: Date, weekday: Weekday, side: Side, tense: Tense) -> Option<Date> {
    let here = from.weekday();
    let back = i64::from(weekday.until(here));
    let ahead = i64::from(here.until(weekday));
    let by = match (side, tense) {
        (Side::Last | Side::Past, _) if back == 0 => -7,
        (Side::Last | Side::Past, _) => -back,
        (Side::Next, _) if ahead == 0 => 7,
        // "next Monday" is Monday of next week.
        (Side::Next, _) => {
            i64::from(7 - here.to_monday_zero_offset()) + i64::from(weekday.to_monday_zero_offset())
        }
        (Side::This, _) => {
            i64::from(weekday.to_monday_zero_offset()) - i64::from(here.to_monday_zero_offset())
        }
        (Side::Bare, Tense::Future) if ahead == 0 => 0,
        (Side::Bare, Tense::Future) => ahead,
        (Side::Bare, _) => -back,
    };
    days_after(from, by)
}

/// The Saturday of a weekend near the day of writing.
pub(super) fn weekend(side: Side, context: Context) -> Option<Date> {
    let from = context.published?;
    let until_saturday = i64::from(5 - from.weekday().to_monday_zero_offset());
    let weekend_now = until_saturday <= 0;
    let weeks = match (side, context.tense) {
        (Side::Last | Side::Past, _) => -1,
        (Side::Next, _) if weekend_now => 1,
        (Side::Next, _) => 0,
        // Early in the week "the weekend" that was is the one just over.
        (_, Tense::Past | Tense::Told) if !weekend_now => -1,
        _ => 0,
    };
    days_after(from, until_saturday + 7 * weeks)
}

/// A day that comes once a year, in the year that fits best: the nearest, and the tense moves the middle.
pub(super) fn nearest_year(
    context: Context,
    in_year: impl Fn(i16) -> Option<Date>,
    side: Side,
) -> Option<Date> {
    let from = context.published?;
    let mut days = (-1..=1).filter_map(|by| in_year(from.year() + by));
    match side {
        Side::Last | Side::Past => days.filter(|d| *d < from).last(),
        Side::Next => days.find(|d| *d > from),
        Side::This => in_year(from.year()),
        Side::Bare => days.min_by_key(|day| felt(*day, context)),
    }
}

/// How far off a day is felt from the day of writing.
pub(super) fn felt(day: Date, context: Context) -> i64 {
    let from = context.published.unwrap_or(day);
    far(i64::from(day_number(day)) - i64::from(day_number(from)), context.tense)
}

/// How far off something is, in any unit, felt: against the tense it is farther.
pub(super) fn far(ahead: i64, tense: Tense) -> i64 {
    match tense {
        Tense::Future if ahead < 0 => -6 * ahead,
        Tense::Past if ahead > 0 => 30 * ahead,
        Tense::Told if ahead > 0 => 4 * ahead,
        _ => ahead.abs(),
    }
}

pub(super) fn day_number(date: Date) -> i32 {
    Date::ZERO.until(date).map_or(0, |span| span.get_days())
}

pub(super) fn month_value(year: Option<i16>, month: i8, side: Side, context: Context) -> Option<String> {
    let year = match year {
        Some(year) => year,
        None => {
            let from = context.published?;
            let months_ahead = |years: i16| i64::from(years) * 12 + i64::from(month - from.month());
            let years = match side {
                // In March, "last February" is not the month just over.
                Side::Last => (-2..=0).rev().find(|years| months_ahead(*years) < -1)?,
                Side::Past => (-1..=0).rev().find(|years| months_ahead(*years) < 1)?,
                Side::Next => (0..=1).find(|years| months_ahead(*years) > 0)?,
                Side::This => 0,
                Side::Bare => (-1..=1).min_by_key(|years| far(months_ahead(*years), context.tense))?,
            };
            from.year() + years
        }
    };
    Some(format!("{year:04}-{month:02}"))
}

pub(super) fn season_value(year: Option<i16>, season: &str, side: Side, context: Context) -> Option<String> {
    let year = match year {
        Some(year) => year,
        None => {
            let from = context.published?;
            // The month in its middle; a winter has the year that it began in.
            let middle = match season {
                "SP" => 4,
                "SU" => 7,
                "FA" => 10,
                _ => 13,
            };
            let now = i16::from(from.month());
            // How many months the middle of that of the year so many after ours lies ahead.
            let months = |years: i16| years * 12 + middle - now;
            let ahead = match (side, context.tense) {
                (Side::Last, _) => (-2..=0).rev().find(|years| months(*years) < -1)?,
                (Side::Past, _) => (-2..=0).rev().find(|years| months(*years) < 2)?,
                (Side::Next, _) => (-1..=1).find(|years| months(*years) > 0)?,
                (Side::This, _) if season != "WI" => 0,
                (Side::This, tense) => (-1..=0).min_by_key(|years| far(i64::from(months(*years)), tense))?,
                (Side::Bare, Tense::Future) => (-1..=1).find(|years| months(*years) > -2)?,
                (Side::Bare, _) => (-2..=0).rev().find(|years| months(*years) < 2)?,
            };
            from.year() + ahead
        }
    };
    Some(format!("{year:04}-{season}"))
}
