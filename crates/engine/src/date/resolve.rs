//! From what a time expression means to when that was: an ISO 8601 or TIMEX3 value.
//!
//! Everything is counted from the day of publication; days of the week and months without a year fall on the
//! side of it that the tense of the clause tells.

use jiff::Span;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::meaning::{Count, From, Meaning, Side};
use super::nearest::{day_number, far, month_value, nearest_year, season_value, weekday_near, weekend};
use super::origin::Order;
use super::tense::Tense;
use super::words::{Feast, Unit};
use super::{feast, iso};

/// What an expression is counted from.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context {
    /// The day of writing, if known.
    pub published: Option<Date>,
    /// How the article's country writes days in figures, if the article tells.
    pub order: Option<Order>,
    pub story: Story,
    pub tense: Tense,
}

/// What the text spoke of last.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Story {
    pub day: Option<Date>,
    /// Year and quarter.
    pub quarter: Option<(i16, i8)>,
    pub year: Option<i16>,
    /// Year and month.
    pub month: Option<(i16, i8)>,
    /// How finely the last time was told, from which "a year later" counts.
    pub grain: Option<Unit>,
    /// Whether a longer time than the quarter was told after it: "in the nine months".
    beyond_quarter: bool,
}

impl Story {
    /// Goes on from an expression and its value.
    pub fn step(&mut self, meaning: &Meaning, context: Context) {
        match meaning {
            Meaning::Duration { unit: Unit::Month | Unit::Year, .. } => self.beyond_quarter = true,
            Meaning::TheQuarter { .. } | Meaning::Period { .. } => self.beyond_quarter = false,
            _ if quarter(meaning, context).is_some() => self.beyond_quarter = false,
            _ => {}
        }
        if let Some(day) = day(meaning, context) {
            self.day = Some(day);
            self.year = Some(day.year());
            self.month = Some((day.year(), day.month()));
            self.grain = Some(Unit::Day);
        } else if let Meaning::Quarter { .. } | Meaning::QuarterOf { .. } | Meaning::QuarterTo(_) = meaning {
            let told = quarter(meaning, context);
            // "the charge in the fourth quarter" to come is not the quarter that the results are of.
            let ahead = told.zip(context.published).is_some_and(|((year, quarter), published)| {
                (year, quarter) >= (published.year(), (published.month() - 1) / 3 + 1)
            });
            if !ahead || self.quarter.is_none() {
                self.quarter = told;
            }
        } else if let Meaning::Year(year) = meaning {
            self.year = Some(*year);
            self.grain = Some(Unit::Year);
        } else if let Meaning::Decade(_) = meaning {
            self.grain = Some(Unit::Decade);
        } else if let Meaning::Month { .. }
        | Meaning::MonthOf { .. }
        | Meaning::Away { .. }
        | Meaning::InYear { .. }
        | Meaning::InThatYear(_)
        | Meaning::YearsBeyond { .. } = meaning
        {
            self.step_to(value(meaning, context));
        }
    }

    /// Goes on to a year or month by its value.
    fn step_to(&mut self, value: Option<String>) {
        let Some(value) = value else { return };
        let (year, month) = value.split_once('-').map_or((value.as_str(), None), |(y, m)| (y, Some(m)));
        let Some(year) = year.parse().ok().filter(|_| year.len() == 4) else { return };
        match month {
            None => {
                self.year = Some(year);
                self.grain = Some(Unit::Year);
            }
            Some(month) => {
                if let Ok(month) = month.parse() {
                    self.year = Some(year);
                    self.month = Some((year, month));
                    self.grain = Some(Unit::Month);
                }
            }
        }
    }
}

/// The value, none where it hangs on a day that is not known.
pub(super) fn value(meaning: &Meaning, context: Context) -> Option<String> {
    match meaning {
        Meaning::Year(year) => Some(format!("{year:04}")),
        Meaning::Decade(decade) => Some(format!("{decade:03}")),
        Meaning::Century(century) => Some(format!("{century:02}")),
        Meaning::BeforeChrist(year) => value(year, context).map(|year| format!("BC{year}")),
        Meaning::Duration { count, unit } => Some(count.duration(*unit)),
        Meaning::Set(value) | Meaning::Parts(value) => Some(value.clone()),
        Meaning::Reference(value) => Some((*value).to_owned()),
        Meaning::Month { year, month, side } => month_value(*year, *month, *side, context),
        Meaning::MonthOf { month, years } => {
            Some(format!("{:04}-{month:02}", year_in(context.published?, i64::from(*years))?))
        }
        Meaning::Quarter { .. }
        | Meaning::QuarterOf { .. }
        | Meaning::TheQuarter { .. }
        | Meaning::QuarterTo(_) => {
            quarter(meaning, context).map(|(year, quarter)| format!("{year:04}-Q{quarter}"))
        }
        Meaning::Half { year, half } => {
            let year = year.or_else(|| context.published.map(|p| p.year()))?;
            Some(format!("{year:04}-H{half}"))
        }
        Meaning::Season { year, season, side } => season_value(*year, season, *side, context),
        Meaning::Weekend(side) => {
            let saturday = weekend(*side, context)?;
            let sunday = days_after(saturday, 1)?;
            Some(format!("{}/{}", iso::write(saturday), iso::write(sunday)))
        }
        Meaning::Whole { unit, by } => whole(context.published?, *unit, *by),
        // "a year earlier" in a text about a quarter is that quarter of the year before.
        Meaning::Away { unit: Unit::Year, by: -1, .. }
            if context.story.quarter.is_some() && !context.story.beyond_quarter =>
        {
            value(&Meaning::TheQuarter { years: -1 }, context)
        }
        Meaning::Away { unit: Unit::Year, by: 0, from: From::Story } => {
            context.story.year.or(context.published.map(|p| p.year())).map(|year| format!("{year:04}"))
        }
        // "an hour later": at least how much later.
        Meaning::Away { unit, by, from: From::Story } if *unit < Unit::Day => from_story(*unit, *by, context)
            .or_else(|| Some(Count::of(Some(f64::from(by.unsigned_abs()))).duration(*unit))),
        Meaning::Away { unit, by, from: From::Story } => from_story(*unit, *by, context),
        // "66 million years ago": before any calendar.
        Meaning::Away { unit, by, from } => whole(away_from(*from, context)?, *unit, *by)
            .or_else(|| Some(if *by < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned())),
        Meaning::InYear { part, years } => in_year(part, *years, context),
        Meaning::InThatYear(part) => value(&dated(part, context.story.year?)?, context),
        Meaning::YearsBeyond { part, years } => {
            let near = value(part, context)?;
            let (year, rest) = near.split_at_checked(4)?;
            Some(format!("{:04}{rest}", year.parse::<i16>().ok()?.checked_add(*years)?))
        }
        Meaning::ThatSeason(season) => context.story.year.map(|year| format!("{year:04}-{season}")),
        Meaning::WeekWith(day) => whole(self::day(day, context)?, Unit::Week, 0),
        Meaning::End(unit) => Some(iso::write(last_day(context.published?, *unit)?)),
        Meaning::At { day, clock } => {
            // A time with no day of its own still says its hour where no day is known.
            let bare = matches!(**day, Meaning::Away { unit: Unit::Day, by: 0, from: From::Story });
            // "The vote is on 30 June. The blast happened at 5 p.m.": not on a day that is still to come.
            let ahead = context.tense != Tense::Future
                && context.published.is_some_and(|p| context.story.day > Some(p));
            match self::day(day, context).filter(|_| !(bare && ahead)) {
                Some(day) => Some(iso::write(day) + &clock.letters()),
                None => bare.then(|| clock.letters()),
            }
        }
        Meaning::Between(from, to) => {
            let (from, to) = with_one_year(from, to, context).unwrap_or(((**from).clone(), (**to).clone()));
            Some(format!("{}/{}", value(&from, context)?, value(&to, context)?))
        }
        Meaning::Day { .. }
        | Meaning::Slashed { .. }
        | Meaning::Weekday { .. }
        | Meaning::WeekdayOf { .. }
        | Meaning::WeekdayFrom { .. }
        | Meaning::WeekdayBeyond { .. }
        | Meaning::DayOf { .. } => day(meaning, context).map(iso::write),
        Meaning::Feast { feast, year, side } => feast::value(*feast, *year, *side, context),
        Meaning::Later if context.tense == Tense::Future => Some("FUTURE_REF".to_owned()),
        Meaning::Later => Some("PAST_REF".to_owned()),
        Meaning::Period { years } => match context.story.quarter {
            Some(_) => value(&Meaning::TheQuarter { years: *years }, context),
            None if *years < 0 => whole(context.published?, Unit::Year, *years),
            None => None,
        },
        Meaning::PeriodOf(year) => Some(match context.story.quarter {
            Some((_, quarter)) => format!("{year:04}-Q{quarter}"),
            None => format!("{year:04}"),
        }),
    }
}

/// The one day that is meant, where it is one.
pub(super) fn day(meaning: &Meaning, context: Context) -> Option<Date> {
    match meaning {
        Meaning::Day { year: Some(year), month, day } => Date::new(*year, *month, *day).ok(),
        Meaning::Day { year: None, month, day } => {
            nearest_year(context, |year| Date::new(year, *month, *day).ok(), Side::Bare)
        }
        Meaning::Slashed { first, second, year } => slashed(*first, *second, *year, context),
        Meaning::Weekday { weekday, side } => weekday_near(
            context.published?,
            Weekday::from_monday_one_offset(*weekday).ok()?,
            *side,
            context.tense,
        ),
        Meaning::WeekdayOf { weekday, weeks } => {
            let from = context.published?;
            let monday = -i64::from(from.weekday().to_monday_zero_offset()) + 7 * i64::from(*weeks);
            days_after(from, monday + i64::from(*weekday) - 1)
        }
        Meaning::WeekdayFrom { weekday, ahead } => {
            let day = Weekday::from_monday_one_offset(*weekday).ok()?;
            let (from, story) = (context.story.day.or(context.published)?, context.story.day.is_some());
            let side = if *ahead { Side::Next } else { Side::Last };
            if !story {
                return weekday_near(from, day, side, context.tense);
            }
            let (back, ahead_by) =
                (i64::from(day.until(from.weekday())), i64::from(from.weekday().until(day)));
            let by = match (*ahead, back) {
                (true, 0) => 7,
                (true, _) => ahead_by,
                (false, 0) => -7,
                (false, _) => -back,
            };
            days_after(from, by)
        }
        Meaning::WeekdayBeyond { weekday, weeks } => {
            let day = Weekday::from_monday_one_offset(*weekday).ok()?;
            let tense = if *weeks > 0 { Tense::Future } else { Tense::Past };
            let near = weekday_near(context.published?, day, Side::Bare, tense)?;
            days_after(near, 7 * i64::from(*weeks))
        }
        Meaning::DayOf { day, months } => {
            let month = months_after(context.published?.first_of_month(), i64::from(*months))?;
            Date::new(month.year(), month.month(), *day).ok()
        }
        Meaning::InYear { part, years } => {
            let year = i16::try_from(year_in(context.published?, i64::from(*years))?).ok()?;
            day(&dated(part, year)?, context)
        }
        Meaning::InThatYear(part) => day(&dated(part, context.story.year?)?, context),
        Meaning::Feast { feast: Feast::IslamicMonth(_), .. } => None,
        Meaning::Feast { feast, year, side } => feast::day(*feast, *year, *side, context),
        Meaning::Whole { unit: Unit::Day, by } => days_after(context.published?, i64::from(*by)),
        Meaning::Away { unit: Unit::Day, by, from } => days_after(away_from(*from, context)?, i64::from(*by)),
        Meaning::End(unit) => last_day(context.published?, *unit),
        Meaning::At { day, .. } => self::day(day, context),
        _ => None,
    }
}

/// Counted from what the text spoke of last, as finely as it was told: "in 2009 … a year later" is 2010, and "three days
/// later" then is some day. A "later" that would lie beyond the day of writing is none that was.
fn from_story(unit: Unit, by: i32, context: Context) -> Option<String> {
    let story = context.story;
    let first = |year: i16, month: i8| Date::new(year, month, 1).ok();
    let (from, finest) = match story.grain {
        Some(Unit::Day) => (story.day?, Unit::Second),
        Some(Unit::Month) => {
            let (year, month) = story.month?;
            (first(year, month)?, Unit::Month)
        }
        Some(Unit::Year) => (first(story.year?, 1)?, Unit::Year),
        Some(_) if by != 0 => return None,
        _ => (context.published?, Unit::Second),
    };
    let told = story.grain.is_some();
    // "a minute later": of a day that was told, else of none.
    if unit < Unit::Day && story.grain != Some(Unit::Day) {
        return None;
    }
    if unit < finest {
        // "that week", "the same day": said of a day that was told before.
        return if by == 0 { whole(story.day.or(context.published)?, unit, 0) } else { None };
    }
    if !told && by > 0 && context.tense != Tense::Future && unit != Unit::Second {
        return None;
    }
    let value = whole(from, unit, by)?;
    let year: Option<i16> = value.get(..4).and_then(|year| year.parse().ok());
    let late = by > 0
        && context.tense != Tense::Future
        && context.published.zip(year).is_some_and(|(p, year)| year > p.year());
    (!late).then_some(value)
}

/// A part of a year, in the year so many after ours.
fn in_year(part: &Meaning, years: i32, context: Context) -> Option<String> {
    match part {
        // "the same quarter last year", "the same month last year"
        Meaning::TheQuarter { .. } => value(&Meaning::TheQuarter { years }, context),
        Meaning::Away { unit: Unit::Quarter, .. } => value(&Meaning::TheQuarter { years }, context),
        Meaning::Away { unit: Unit::Month, .. } => {
            let (year, month) = context.story.month.or(context.published.map(|p| (p.year(), p.month())))?;
            Some(format!("{:04}-{month:02}", i32::from(year) + years))
        }
        _ => {
            let year = i16::try_from(year_in(context.published?, i64::from(years))?).ok()?;
            value(&dated(part, year)?, context)
        }
    }
}

/// What has no year yet, in this one.
fn dated(part: &Meaning, in_year: i16) -> Option<Meaning> {
    let mut part = part.clone();
    match &mut part {
        Meaning::Day { year, .. }
        | Meaning::Month { year, .. }
        | Meaning::Quarter { year, .. }
        | Meaning::Half { year, .. }
        | Meaning::Season { year, .. }
        | Meaning::Feast { year, .. } => *year = Some(in_year),
        _ => return None,
    }
    Some(part)
}

/// Two ends without a year, each in its own: the ends of one range share the choice, and the first is before the last.
pub(super) fn with_one_year(from: &Meaning, to: &Meaning, context: Context) -> Option<(Meaning, Meaning)> {
    let key = |meaning: &Meaning| match meaning {
        Meaning::Day { year: None, month, day } => Some((*month, *day)),
        Meaning::Month { year: None, month, side: Side::Bare } => Some((*month, 0)),
        _ => None,
    };
    let (first, last) = (key(from)?, key(to)?);
    let published = context.published?;
    let over = i16::from(last < first);
    let ahead = |(month, day): (i8, i8), year: i16| {
        i64::from(year - published.year()) * 372
            + i64::from(month - published.month()) * 31
            + if day == 0 { 0 } else { i64::from(day - published.day()) }
    };
    // Where nobody says, what goes on at the day of writing is that time.
    let years = (-1..=1).min_by_key(|by| {
        let year = published.year() + by;
        far(ahead(first, year), context.tense) + far(ahead(last, year + over), context.tense)
    })?;
    let year = published.year() + years;
    Some((dated(from, year)?, dated(to, year + over)?))
}

fn away_from(from: From, context: Context) -> Option<Date> {
    match from {
        From::Writing => context.published,
        From::Story => context.story.day.or(context.published),
        From::Told => context.story.day,
    }
}

/// Year and quarter.
fn quarter(meaning: &Meaning, context: Context) -> Option<(i16, i8)> {
    let ours = |date: Date| (date.month() - 1) / 3 + 1;
    match meaning {
        Meaning::Quarter { year: Some(year), quarter, .. } => Some((*year, *quarter)),
        Meaning::Quarter { year: None, quarter, side } => {
            let from = context.published?;
            let quarters_ahead = |years: i16| i64::from(years) * 4 + i64::from(quarter - ours(from));
            let years = match side {
                Side::Last | Side::Past => -1,
                Side::Next => 1,
                Side::This => 0,
                // What is expected of the quarter just over is its results.
                Side::Bare => (-1..=1).min_by_key(|years| match quarters_ahead(*years) {
                    -1 => 0,
                    ahead => far(2 * ahead, context.tense),
                })?,
            };
            Some((from.year() + years, *quarter))
        }
        Meaning::QuarterOf { quarter, years } => {
            let year = year_in(context.published?, i64::from(*years))?;
            Some((i16::try_from(year).ok()?, *quarter))
        }
        // That of the firm, if the text has told it; else the quarter that most of the three months before the day are in.
        Meaning::QuarterTo(_) if context.story.quarter.is_some() => context.story.quarter,
        Meaning::QuarterTo(last) => {
            let within = days_after(day(last, context)?, -45)?;
            Some((within.year(), ours(within)))
        }
        Meaning::TheQuarter { years } => {
            let (year, quarter) = match context.story.quarter {
                Some(told) => told,
                None => {
                    let before = months_after(context.published?, -3)?;
                    (before.year(), ours(before))
                }
            };
            Some((year.checked_add(i16::try_from(*years).ok()?)?, quarter))
        }
        _ => None,
    }
}

/// The day, week, month, … so many after the one that holds `from`.
fn whole(from: Date, unit: Unit, by: i32) -> Option<String> {
    let by = i64::from(by);
    match unit {
        Unit::Second | Unit::Minute | Unit::Hour => Some(iso::write(from)),
        Unit::Day => Some(iso::write(days_after(from, by)?)),
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
pub(super) fn days_after(from: Date, days: i64) -> Option<Date> {
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

/// "03/04/2025": day and month in the order of the article's country, if only that reading is not a day the other.
/// Where nothing tells the country, the reading nearer to the day of writing.
fn slashed(first: i8, second: i8, year: i16, context: Context) -> Option<Date> {
    let month_first = Date::new(year, first, second).ok();
    let day_first = Date::new(year, second, first).ok();
    let (Some(a), Some(b)) = (month_first, day_first) else { return month_first.or(day_first) };
    match (context.order, context.published) {
        (Some(Order::MonthFirst), _) | (None, None) => Some(a),
        (Some(Order::DayFirst), _) => Some(b),
        (None, Some(published)) => {
            let distance = |day: Date| (day_number(day) - day_number(published)).abs();
            Some(if distance(b) < distance(a) { b } else { a })
        }
    }
}
