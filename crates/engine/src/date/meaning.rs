//! What a time expression means before it is known when it was written.

use super::words::{Feast, Unit};
use crate::rules::{self, Rule};

/// What the words say.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
    /// "3 May 2025", "May 3".
    Day {
        year: Option<i16>,
        month: i8,
        day: i8,
    },
    /// "03/04/2025": which of the two is the month is for the reader to say.
    Slashed {
        first: i8,
        second: i8,
        year: i16,
    },
    /// "March 2025", "last March".
    Month {
        year: Option<i16>,
        month: i8,
        side: Side,
    },
    Year(i16),
    /// "the 1990s" is 199.
    Decade(i16),
    /// "the 19th century" is 18.
    Century(i16),
    /// "250 B.C.": a year or century before Christ.
    BeforeChrist(Box<Meaning>),
    /// "the third quarter of 2024".
    Quarter {
        year: Option<i16>,
        quarter: i8,
        side: Side,
    },
    /// "the first half of 2024".
    Half {
        year: Option<i16>,
        half: i8,
    },
    /// "this year's third quarter": the year so many after ours.
    QuarterOf {
        quarter: i8,
        years: i32,
    },
    /// "the quarter", "the year-ago quarter": the one the text spoke of last, so many years on.
    TheQuarter {
        years: i32,
    },
    /// "the latest period", "the same period last year": the quarter the text is about, else the year.
    Period {
        years: i32,
    },
    /// "the 1988 period", "the 1988 quarter": the quarter the text is about, in that year.
    PeriodOf(i16),
    /// "the quarter ended Sept. 30".
    QuarterTo(Box<Meaning>),
    /// "July last year": the year so many after ours.
    MonthOf {
        month: i8,
        years: i32,
    },
    Season {
        year: Option<i16>,
        season: &'static str,
        side: Side,
    },
    Weekday {
        weekday: i8,
        side: Side,
    },
    /// "Monday of last week": the week so many after ours.
    WeekdayOf {
        weekday: i8,
        weeks: i32,
    },
    Weekend(Side),
    Feast {
        feast: Feast,
        year: Option<i16>,
        side: Side,
    },
    /// "this week", "last year": the one so many after ours.
    Whole {
        unit: Unit,
        by: i32,
    },
    /// "two days ago" (-2 days), "three weeks later".
    Away {
        unit: Unit,
        by: i32,
        from: From,
    },
    /// "the fourth quarter of last year", "May 5 last year": in the year so many after ours.
    InYear {
        part: Box<Meaning>,
        years: i32,
    },
    /// "in November that year": in the year the text spoke of last.
    InThatYear(Box<Meaning>),
    /// "the winter before last", "the October after next": so many years beyond the nearest.
    YearsBeyond {
        part: Box<Meaning>,
        years: i16,
    },
    /// "the 23rd of last month": a day of the month so many after ours.
    DayOf {
        day: i8,
        months: i32,
    },
    /// "the following Tuesday", "the previous Friday": from the day the text spoke of last.
    WeekdayFrom {
        weekday: i8,
        ahead: bool,
    },
    /// "a week on Friday", "Tuesday week", "the Friday before last": so many weeks beyond the nearest.
    WeekdayBeyond {
        weekday: i8,
        weeks: i32,
    },
    /// "that summer": of the year the text spoke of last.
    ThatSeason(&'static str),
    /// "the week beginning 15 December": the week that holds the day.
    WeekWith(Box<Meaning>),
    /// "the end of the year", "year-end".
    End(Unit),
    /// Something around a day: "Friday night", "noon on Tuesday".
    At {
        day: Box<Meaning>,
        clock: Clock,
    },
    /// "3–5 May".
    Between(Box<Meaning>, Box<Meaning>),
    Duration {
        count: Count,
        unit: Unit,
    },
    /// "two hours and twenty minutes", as its TIMEX3 value.
    Parts(String),
    /// "every Tuesday", as its TIMEX3 value.
    Set(String),
    /// "a few days later": in the past where what is told is.
    Later,
    /// `PAST_REF` and its like.
    Reference(&'static str),
}

impl Meaning {
    /// A length in two units: "P1Y6M", "PT2H20M"; none where nobody counted.
    pub fn parts(greater: (Count, Unit), smaller: (Count, Unit)) -> Option<Meaning> {
        greater.0.whole().zip(smaller.0.whole())?;
        let first = greater.0.duration(greater.1);
        let second = smaller.0.duration(smaller.1);
        let tail = second.trim_start_matches('P');
        // "P1D" and "PT5H": the sign of times stands once.
        let tail = if first.starts_with("PT") { tail.trim_start_matches('T') } else { tail };
        Some(Meaning::Parts(first + tail))
    }

    /// The rule by which it is read.
    pub fn rule(&self) -> &'static Rule {
        match self {
            Meaning::Day { .. } | Meaning::Slashed { .. } => &rules::DATE_DAY,
            Meaning::Month { .. } | Meaning::MonthOf { .. } => &rules::DATE_MONTH,
            Meaning::Year(_) | Meaning::Decade(_) | Meaning::Century(_) | Meaning::BeforeChrist(_) => {
                &rules::DATE_YEAR
            }
            Meaning::Quarter { .. }
            | Meaning::Half { .. }
            | Meaning::QuarterOf { .. }
            | Meaning::TheQuarter { .. }
            | Meaning::Period { .. }
            | Meaning::PeriodOf(_)
            | Meaning::QuarterTo(_) => &rules::DATE_QUARTER,
            Meaning::Season { .. } => &rules::DATE_SEASON,
            Meaning::Weekday { .. }
            | Meaning::WeekdayOf { .. }
            | Meaning::WeekdayFrom { .. }
            | Meaning::WeekdayBeyond { .. } => &rules::DATE_WEEKDAY,
            Meaning::InYear { part, .. } | Meaning::InThatYear(part) | Meaning::YearsBeyond { part, .. } => {
                part.rule()
            }
            Meaning::DayOf { .. } => &rules::DATE_DAY,
            Meaning::ThatSeason(_) => &rules::DATE_SEASON,
            Meaning::WeekWith(_) => &rules::DATE_WHOLE,
            Meaning::Weekend(_) => &rules::DATE_WEEKEND,
            Meaning::Feast { .. } => &rules::DATE_FEAST,
            Meaning::Whole { .. } => &rules::DATE_WHOLE,
            Meaning::Away { .. } => &rules::DATE_AWAY,
            Meaning::End(_) => &rules::DATE_END,
            Meaning::At { .. } => &rules::DATE_CLOCK,
            Meaning::Between(..) => &rules::DATE_RANGE,
            Meaning::Duration { .. } | Meaning::Parts(_) => &rules::DATE_DURATION,
            Meaning::Set(_) => &rules::DATE_SET,
            Meaning::Later | Meaning::Reference(_) => &rules::DATE_REFERENCE,
        }
    }
}

/// Which of several days of one name is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Nothing said: the tense of the clause tells.
    Bare,
    This,
    Last,
    Next,
    /// "this past October": the one that was last, however near.
    Past,
}

/// What a distance is counted from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// "ago": the day of writing.
    Writing,
    /// "earlier", "later": the day the text spoke of last.
    Story,
    /// "that night": the day the text spoke of last, if it spoke of one.
    Told,
}

/// How many; parts of one exist, and vague ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Count {
    /// In thousandths; none where nobody counted ("several").
    thousandths: Option<i64>,
    /// The most of "five to seven", in thousandths.
    most: Option<i64>,
}

impl Count {
    pub const VAGUE: Count = Count { thousandths: None, most: None };
    pub const HALF: Count = Count { thousandths: Some(500), most: None };

    pub fn of(value: Option<f64>) -> Self {
        // Far more than any count of years; a cast beyond would saturate anyway.
        let thousandths = value.filter(|v| (0.0..1e9).contains(v)).map(|v| libm::round(v * 1000.0) as i64);
        Count { thousandths: thousandths.filter(|t| *t > 0 || value == Some(0.0)), most: None }
    }

    /// "five to seven": vague where either is, or where the second is not the greater.
    pub fn between(least: Option<f64>, most: Option<f64>) -> Self {
        let (least, most) = (Count::of(least), Count::of(most));
        match (least.thousandths, most.thousandths) {
            (Some(low), Some(high)) if low < high => Count { most: Some(high), ..least },
            _ => Count::VAGUE,
        }
    }

    /// Whether nobody says one number.
    pub fn is_open(self) -> bool {
        self.thousandths.is_none() || self.most.is_some()
    }

    pub fn whole(self) -> Option<i32> {
        self.thousandths
            .filter(|t| t % 1000 == 0 && self.most.is_none())
            .and_then(|t| i32::try_from(t / 1000).ok())
    }

    pub fn is_half(self) -> bool {
        self == Count::HALF
    }

    /// So many times as much.
    pub fn times(self, times: i64) -> Count {
        let times = |count: Option<i64>| count.and_then(|t| t.checked_mul(times));
        Count { thousandths: times(self.thousandths), most: times(self.most) }
    }

    /// And so many halves more.
    pub fn and_halves(self, halves: i64) -> Count {
        Count { thousandths: self.thousandths.and_then(|t| t.checked_add(halves * 500)), ..self }
    }

    /// As in a duration: "3", "2.5", "X".
    pub fn letters(self) -> String {
        match self.thousandths {
            None => "X".to_owned(),
            Some(t) if t % 1000 == 0 => (t / 1000).to_string(),
            Some(t) => format!("{}.{:03}", t / 1000, t % 1000).trim_end_matches('0').to_owned(),
        }
    }

    /// As a duration: "P3D"; half of a unit in the next smaller one where that comes out even ("P2Y6M"); "P5Y/P7Y" of five
    /// to seven years.
    pub fn duration(self, unit: Unit) -> String {
        if let Some(most) = self.most {
            let one = |thousandths| Count { thousandths, most: None }.duration(unit);
            return format!("{}/{}", one(self.thousandths), one(Some(most)));
        }
        let whole = self.thousandths.filter(|t| t % 1000 == 500).map(|t| (t / 1000).to_string());
        match (whole, unit) {
            (Some(whole), Unit::Year) => format!("P{whole}Y6M"),
            (Some(whole), Unit::Day) => format!("P{whole}DT12H"),
            (Some(whole), Unit::Hour) => format!("PT{whole}H30M"),
            (Some(whole), Unit::Minute) => format!("PT{whole}M30S"),
            _ => unit.duration(&self.letters()),
        }
    }
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clock {
    /// Hours and minutes, hours to 24.
    Minute(u8, u8),
    /// The TIMEX3 letters of a part of the day ("MO").
    Part(&'static str),
}

impl Clock {
    pub fn letters(self) -> String {
        match self {
            Clock::Minute(hour, minute) => format!("T{hour:02}:{minute:02}"),
            Clock::Part(part) => format!("T{part}"),
        }
    }
}
