//! From what a time expression means to when that was: an ISO 8601 or TIMEX3 value.
//!
//! Everything is counted from the day of publication; days of the week and months without a year fall on the
//! side of it that the tense of the clause tells.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::meaning::{From, Meaning, Side};
use super::tense::Tense;
use super::words::{Feast, Unit};

/// What an expression is counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// The day of writing, if known.
    pub published: Option<Date>,
    /// The day that the text spoke of last.
    pub story: Option<Date>,
    pub tense: Tense,
}

/// The value, none where it hangs on a day that is not known.
pub(super) fn value(meaning: &Meaning, context: Context) -> Option<String> {
    match meaning {
        Meaning::Year(year) => Some(format!("{year:04}")),
        Meaning::Decade(decade) => Some(format!("{decade:03}")),
        Meaning::Century(century) => Some(format!("{century:02}")),
        Meaning::Duration { count, unit } => Some(unit.duration(&count.letters())),
        Meaning::Set(value) => Some(value.clone()),
        Meaning::Reference(value) => Some((*value).to_owned()),
        Meaning::Month { year, month, side } => month_value(*year, *month, *side, context),
        Meaning::Quarter { year, quarter, side } => quarter_value(*year, *quarter, *side, context),
        Meaning::Half { year, half } => {
            let year = year.or_else(|| context.published.map(|p| p.year()))?;
            Some(format!("{year:04}-H{half}"))
        }
        Meaning::Season { year, season, side } => season_value(*year, season, *side, context),
        Meaning::Weekend(side) => {
            let saturday = weekend(*side, context)?;
            let sunday = days_after(saturday, 1)?;
            Some(format!("{saturday}/{sunday}"))
        }
        Meaning::Whole { unit, by } => whole(context.published?, *unit, *by),
        Meaning::Away { unit, by, from } => whole(away_from(*from, context)?, *unit, *by),
        Meaning::End(unit) => Some(last_day(context.published?, *unit)?.to_string()),
        Meaning::At { day, clock } => {
            // A time with no day of its own still says its hour where no day is known.
            let bare = matches!(**day, Meaning::Away { unit: Unit::Day, by: 0, .. });
            match self::day(day, context) {
                Some(day) => Some(format!("{day}{}", clock.letters())),
                None => bare.then(|| clock.letters()),
            }
        }
        Meaning::Between(from, to) => Some(format!("{}/{}", value(from, context)?, value(to, context)?)),
        Meaning::Day { .. } | Meaning::Slashed { .. } | Meaning::Weekday { .. } | Meaning::Feast { .. } => {
            day(meaning, context).map(|d| d.to_string())
        }
    }
}

/// The one day that is meant, where it is one.
pub(super) fn day(meaning: &Meaning, context: Context) -> Option<Date> {
    match meaning {
        Meaning::Day { year: Some(year), month, day } => Date::new(*year, *month, *day).ok(),
        Meaning::Day { year: None, month, day } => {
            nearest_year(context, |year| Date::new(year, *month, *day).ok(), Side::Bare)
        }
        Meaning::Slashed { first, second, year } => slashed(*first, *second, *year, context.published),
        Meaning::Weekday { weekday, side } => weekday_near(
            context.published?,
            Weekday::from_monday_one_offset(*weekday).ok()?,
            *side,
            context.tense,
        ),
        Meaning::Feast { feast, year: Some(year), .. } => feast_day(*feast, *year),
        Meaning::Feast { feast, year: None, side } => {
            nearest_year(context, |year| feast_day(*feast, year), *side)
        }
        Meaning::Whole { unit: Unit::Day, by } => days_after(context.published?, i64::from(*by)),
        Meaning::Away { unit: Unit::Day, by, from } => days_after(away_from(*from, context)?, i64::from(*by)),
        Meaning::End(unit) => last_day(context.published?, *unit),
        Meaning::At { day, .. } => self::day(day, context),
        _ => None,
    }
}

fn away_from(from: From, context: Context) -> Option<Date> {
    match from {
        From::Writing => context.published,
        From::Story => context.story.or(context.published),
    }
}

/// A day of the week near the day of writing.
///
/// In the past, "Monday" in a story written on a Monday is that same day: papers of the day do so, while
/// stories about the day before name the day before.
fn weekday_near(from: Date, weekday: Weekday, side: Side, tense: Tense) -> Option<Date> {
    let here = from.weekday();
    let back = i64::from(weekday.until(here));
    let ahead = i64::from(here.until(weekday));
    let by = match (side, tense) {
        (Side::Last, _) if back == 0 => -7,
        (Side::Last, _) => -back,
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
fn weekend(side: Side, context: Context) -> Option<Date> {
    let from = context.published?;
    let until_saturday = i64::from(5 - from.weekday().to_monday_zero_offset());
    let weekend_now = until_saturday <= 0;
    let weeks = match (side, context.tense) {
        (Side::Last, _) => -1,
        (Side::Next, _) if weekend_now => 1,
        (Side::Next, _) => 0,
        // Early in the week "the weekend" that was is the one just over.
        (_, Tense::Past) if !weekend_now => -1,
        _ => 0,
    };
    days_after(from, until_saturday + 7 * weeks)
}

/// A day that comes once a year, in the year that fits best.
fn nearest_year(context: Context, in_year: impl Fn(i16) -> Option<Date>, side: Side) -> Option<Date> {
    let from = context.published?;
    let days: Vec<Date> = (-1..=1).filter_map(|by| in_year(from.year() + by)).collect();
    let distance = |day: &Date| (i64::from(day_number(*day)) - i64::from(day_number(from))).abs();
    match (side, context.tense) {
        (Side::Last, _) => days.into_iter().rev().find(|d| *d < from),
        (Side::Next, _) => days.into_iter().find(|d| *d > from),
        (Side::This, _) => in_year(from.year()),
        (Side::Bare, Tense::Future) => days.into_iter().find(|d| *d >= from),
        (Side::Bare, Tense::Past) => days.into_iter().rev().find(|d| *d <= from),
        (Side::Bare, Tense::Unknown) => days.into_iter().min_by_key(distance),
    }
}

fn day_number(date: Date) -> i32 {
    Date::ZERO.until(date).map_or(0, |span| span.get_days())
}

fn month_value(year: Option<i16>, month: i8, side: Side, context: Context) -> Option<String> {
    let year = match year {
        Some(year) => year,
        None => {
            let from = context.published?;
            let ahead = match (side, context.tense) {
                (Side::Last, _) => i16::from(month < from.month()) - 1,
                (Side::Next, _) => i16::from(month <= from.month()),
                (Side::This, _) => 0,
                (Side::Bare, Tense::Future) => i16::from(month < from.month()),
                (Side::Bare, Tense::Past) => -i16::from(month > from.month()),
                // With nothing said, the nearest, rather behind than ahead.
                (Side::Bare, Tense::Unknown) => match month - from.month() {
                    5.. => -1,
                    ..-7 => 1,
                    _ => 0,
                },
            };
            from.year() + ahead
        }
    };
    Some(format!("{year:04}-{month:02}"))
}

fn quarter_value(year: Option<i16>, quarter: i8, side: Side, context: Context) -> Option<String> {
    let year = match year {
        Some(year) => year,
        None => {
            let from = context.published?;
            let ours = (from.month() - 1) / 3 + 1;
            let ahead = match (side, context.tense) {
                (Side::Last, _) => -1,
                (Side::Next, _) => 1,
                (_, Tense::Future) => i16::from(quarter < ours),
                (_, Tense::Past) => -i16::from(quarter > ours),
                // In January, "the fourth quarter" is the one just over.
                _ => -i16::from(quarter - ours >= 2),
            };
            from.year() + ahead
        }
    };
    Some(format!("{year:04}-Q{quarter}"))
}

fn season_value(year: Option<i16>, season: &str, side: Side, context: Context) -> Option<String> {
    let year = match year {
        Some(year) => year,
        None => {
            let from = context.published?;
            let middle = match season {
                "SP" => 4,
                "SU" => 7,
                "FA" => 10,
                _ => 1,
            };
            let month = i16::from(from.month());
            let ahead = match (side, context.tense) {
                (Side::Last, _) => -i16::from(middle + 1 >= month),
                (Side::Next, _) => i16::from(middle <= month),
                (Side::This, _) => 0,
                (Side::Bare, Tense::Future) => i16::from(middle + 1 < month),
                (Side::Bare, _) => -i16::from(middle > month + 1),
            };
            from.year() + ahead
        }
    };
    Some(format!("{year:04}-{season}"))
}

/// The day, week, month, … so many after the one that holds `from`.
fn whole(from: Date, unit: Unit, by: i32) -> Option<String> {
    let by = i64::from(by);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(from.to_string()),
        Unit::Day => Some(days_after(from, by)?.to_string()),
        Unit::Week => {
            let week: ISOWeekDate = days_after(from, by * 7)?.iso_week_date();
            Some(format!("{:04}-W{:02}", week.year(), week.week()))
        }
        Unit::Month => {
            let day = months_after(from, by)?;
            Some(format!("{:04}-{:02}", day.year(), day.month()))
        }
        Unit::Quarter => {
            let day = months_after(from, by * 3)?;
            Some(format!("{:04}-Q{}", day.year(), (day.month() - 1) / 3 + 1))
        }
        Unit::Year => year_in(from, by).map(|year| format!("{year:04}")),
        Unit::Decade => year_in(from, by * 10).map(|year| format!("{:03}", year / 10)),
        Unit::Century => year_in(from, by * 100).map(|year| format!("{:02}", year / 100)),
    }
}

/// None beyond the calendar's end: no count in a text may fail the reading of it.
fn days_after(from: Date, days: i64) -> Option<Date> {
    from.checked_add(Span::new().try_days(days).ok()?).ok()
}

fn months_after(from: Date, months: i64) -> Option<Date> {
    from.checked_add(Span::new().try_months(months).ok()?).ok()
}

fn year_in(from: Date, by: i64) -> Option<i64> {
    Some(i64::from(from.year()) + by).filter(|year| (1..=9999).contains(year))
}

/// The last day of the unit that holds `from`.
fn last_day(from: Date, unit: Unit) -> Option<Date> {
    Some(match unit {
        Unit::Week => days_after(from, 6 - i64::from(from.weekday().to_monday_zero_offset()))?,
        Unit::Month => from.last_of_month(),
        Unit::Year => from.last_of_year(),
        _ => return None,
    })
}

fn feast_day(feast: Feast, year: i16) -> Option<Date> {
    match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, weekday, nth) => {
            let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
            Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()
        }
    }
}

/// "03/04/2025": the month stands first unless only the other reading is a day, or comes nearer to the day of
/// writing.
fn slashed(first: i8, second: i8, year: i16, published: Option<Date>) -> Option<Date> {
    let month_first = Date::new(year, first, second).ok();
    let day_first = Date::new(year, second, first).ok();
    let (Some(a), Some(b)) = (month_first, day_first) else { return month_first.or(day_first) };
    let Some(published) = published else { return Some(a) };
    let distance = |day: Date| (day_number(day) - day_number(published)).abs();
    Some(if distance(b) < distance(a) { b } else { a })
}
