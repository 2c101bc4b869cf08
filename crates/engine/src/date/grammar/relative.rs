//! Dates counted from another day: "yesterday", "last March", "two weeks ago", "the next day".

use super::{Grammar, Parsed};
use crate::date::meaning::{Clock, Count, From, Meaning, Side};
use crate::date::words::{self, Unit};
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::WordClass;

impl Grammar<'_, '_> {
    /// A date that hangs on another day.
    pub(super) fn relative(&self, at: usize) -> Parsed<Meaning> {
        self.quarter_of_year(at)
            .or_else(|| self.today(at))
            .or_else(|| self.neighbour(at))
            .or_else(|| self.sided(at))
            .or_else(|| self.distance(at))
            .or_else(|| self.year_ago(at))
            .or_else(|| self.reference(at))
    }

    /// "today", "the day before yesterday", "tonight".
    fn today(&self, at: usize) -> Parsed<Meaning> {
        let day = |by| Meaning::Whole { unit: Unit::Day, by };
        Some(match self.normal(at) {
            "today" => (at + 1, day(0)),
            "yesterday" => (at + 1, day(-1)),
            "tomorrow" => (at + 1, day(1)),
            "tonight" => (at + 1, Meaning::At { day: Box::new(day(0)), clock: Clock::Part("NI") }),
            // "overnight Friday"
            "overnight" if self.is_capital(at + 1) && self.weekday(at + 1).is_some() => {
                let weekday = self.weekday(at + 1)?;
                let day = Box::new(Meaning::Weekday { weekday, side: Side::Bare });
                (at + 2, Meaning::At { day, clock: Clock::Part("NI") })
            }
            "overnight" => (at + 1, Meaning::At { day: Box::new(day(0)), clock: Clock::Part("NI") }),
            "the" if self.is(at + 1, "day") => match (self.normal(at + 2), self.normal(at + 3)) {
                ("before", "yesterday") => (at + 4, day(-2)),
                ("after", "tomorrow") => (at + 4, day(2)),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// "last week", "this weekend", "next Monday", "the following day", "the same month".
    fn sided(&self, at: usize) -> Parsed<Meaning> {
        let determined = matches!(self.normal(at), "the" | "that");
        let word_at = self.over(at, "the");
        let (side, by, story) = match self.normal(word_at) {
            "this" => (Side::This, 0, false),
            "current" if determined => (Side::This, 0, false),
            "last" | "past" => (Side::Last, -1, false),
            "next" => (Side::Next, 1, determined),
            "coming" => (Side::Next, 1, false),
            "previous" if determined => (Side::Last, -1, true),
            "following" if determined => (Side::Next, 1, true),
            "same" if determined => (Side::This, 0, true),
            "that" => (Side::This, 0, true),
            _ => return None,
        };
        let next = match self.normal(word_at + 1) {
            "coming" | "past" | "current" if side == Side::This => word_at + 2,
            "fiscal" | "calendar" => word_at + 2,
            _ => word_at + 1,
        };
        let past = next > word_at + 1 && self.is(word_at + 1, "past");
        let side = if past { Side::Past } else { side };
        let word = self.normal(next);
        if let Some((unit, false)) = words::unit(word) {
            if matches!(unit, Unit::Second | Unit::Minute | Unit::Hour) {
                return None;
            }
            // "to this day": until now.
            if unit == Unit::Day
                && self.is(word_at, "this")
                && matches!(self.before(at), "to" | "until" | "till")
            {
                return Some((next + 1, Meaning::Reference("PRESENT_REF")));
            }
            // "the last year of the war", "last day": the end of something, counted from nothing.
            let led = word_at == at && self.before(at) == "the";
            if side == Side::Last && !story && (led || unit == Unit::Day) {
                return None;
            }
            // "the past year", "the last decade": a length up to now. Without "the" it is that year.
            if determined && !story && matches!(self.normal(word_at), "last" | "past" | "coming") {
                return None;
            }
            // "this year's first quarter" and "last year" keep their unit only.
            let meaning = if story {
                Meaning::Away { unit, by, from: From::Story }
            } else {
                Meaning::Whole { unit, by }
            };
            return Some((next + 1, meaning));
        }
        // "the next morning", "that night"
        let shift = matches!(self.doc.syntax.tag(next + 1).upos(), Upos::NOUN | Upos::ADJ)
            && self.sentence.contains(&(next + 1));
        if story && let Some(part) = words::part_of_day(word).filter(|_| !shift) {
            let day = Box::new(Meaning::Away { unit: Unit::Day, by, from: From::Told });
            return Some((next + 1, Meaning::At { day, clock: Clock::Part(part) }));
        }
        // "that summer"
        if story
            && by == 0
            && self.is(word_at, "that")
            && self.is_in(next, WordClass::Season)
            && self.ends_phrase(next + 1)
        {
            return words::season(word).map(|season| (next + 1, Meaning::ThatSeason(season)));
        }
        if determined && side != Side::Last && side != Side::Next {
            return None;
        }
        if let Some(weekday) = words::weekday(word).filter(|_| self.is_capital(next)) {
            // "the last Sunday of September"
            if self.is(word_at, "last")
                && matches!(self.normal(next + 1), "of" | "in")
                && self.month(next + 2).is_some()
                && (determined || self.is(next + 1, "of"))
            {
                return None;
            }
            // "this Friday, July 8, 2022": one day, told twice.
            if side == Side::This
                && let Some((end, day @ Meaning::Day { year: Some(_), .. })) = self
                    .month_date(self.over(next + 1, ","))
                    .or_else(|| self.day_month(self.over(next + 1, ",")))
            {
                return Some((end, day));
            }
            if story {
                return Some((next + 1, Meaning::WeekdayFrom { weekday, ahead: side == Side::Next }));
            }
            return Some((next + 1, Meaning::Weekday { weekday, side }));
        }
        if let Some(month) = words::month(word).filter(|_| self.is_capital(next)) {
            if let Some((end, day @ Meaning::Day { .. })) = self.month_date(next) {
                return Some((end, day));
            }
            return Some((next + 1, Meaning::Month { year: None, month, side }));
        }
        match word {
            "weekend" => return Some((next + 1, Meaning::Weekend(side))),
            "night" if side != Side::Next => {
                let day =
                    Box::new(Meaning::Whole { unit: Unit::Day, by: if side == Side::Last { -1 } else { 0 } });
                return Some((next + 1, Meaning::At { day, clock: Clock::Part("NI") }));
            }
            _ => {}
        }
        if let Some(part) = words::part_of_day(word).filter(|_| side == Side::This) {
            let day = Box::new(Meaning::Whole { unit: Unit::Day, by: 0 });
            return Some((next + 1, Meaning::At { day, clock: Clock::Part(part) }));
        }
        self.season(next, side).or_else(|| self.feast(next, side))
    }

    /// "two days ago", "a year earlier", "three weeks later", "a month from now".
    fn distance(&self, at: usize) -> Parsed<Meaning> {
        let (end, (count, unit)) = self.counted_unit(at)?;
        // "a week on Friday"
        if unit == Unit::Week
            && let Some(weeks) = count.whole()
            && self.is(end, "on")
            && let Some(weekday) = self.weekday(end + 1)
        {
            return Some((end + 2, Meaning::WeekdayBeyond { weekday, weeks }));
        }
        if unit == Unit::Week
            && let Some(found) = count.whole().and_then(|weeks| self.weeks_from_today(at, weeks, end))
        {
            return Some(found);
        }
        // "a week or so ago"
        let end =
            if self.is(end, "or") && matches!(self.normal(end + 1), "so" | "more") { end + 2 } else { end };
        let (after, sign, from) = match self.normal(end) {
            // "three years ago this month"
            "ago" if unit == Unit::Year && self.is(end + 1, "this") && self.is(end + 2, "month") => {
                let by = count.whole()?.checked_mul(-12)?;
                return Some((end + 3, Meaning::Away { unit: Unit::Month, by, from: From::Writing }));
            }
            "ago" => (end + 1, -1, From::Writing),
            // "two years later than planned"
            "later" | "earlier" if self.is(end + 1, "than") => {
                return Some((end + 1, Meaning::Duration { count, unit }));
            }
            "earlier" | "previously" => (end + 1, -1, From::Story),
            "before"
                if !self.has_kind(end + 1, TokenKind::Word) && !self.has_kind(end + 1, TokenKind::Number) =>
            {
                (end + 1, -1, From::Story)
            }
            "later" | "afterward" | "afterwards" => (end + 1, 1, From::Story),
            "hence" => (end + 1, 1, From::Writing),
            "from" if matches!(self.normal(end + 1), "now" | "today") => (end + 2, 1, From::Writing),
            _ => return None,
        };
        let meaning = match count.whole() {
            Some(count) => Meaning::Away { unit, by: sign * count, from },
            // "years ago": nobody says how many.
            None if count.is_open() && sign > 0 && from == From::Story => Meaning::Later,
            None if count.is_open() => Meaning::Reference(if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }),
            None => Meaning::Duration { count, unit },
        };
        // "three decades ago last week" does not happen; "two years ago today" does, and stays apart.
        Some((after, meaning))
    }

    /// "the year-ago quarter", "year-earlier", "the latest quarter", "the same period last year": by the quarter the text is
    /// about.
    fn year_ago(&self, at: usize) -> Parsed<Meaning> {
        let start = self.over(at, "the");
        if start > at
            && matches!(self.normal(start), "latest" | "corresponding" | "comparable" | "same" | "like")
        {
            let (next, years) = self.a_year_back(start + 2).unwrap_or((start + 2, 0));
            return match (self.normal(start), self.normal(start + 1)) {
                ("latest", "quarter") => Some((next, Meaning::TheQuarter { years })),
                ("latest", "period") | (_, "quarter" | "period") if years < 0 || self.is(start, "latest") => {
                    Some((next, Meaning::Period { years }))
                }
                _ => None,
            };
        }
        let start = if start > at { self.over(start, "comparable") } else { start };
        let joined = self.is(start, "year")
            && self.has_kind(start + 1, TokenKind::Hyphen)
            && matches!(self.normal(start + 2), "ago" | "earlier");
        if !joined {
            return None;
        }
        let next = start + 3;
        if let Some((end, quarter)) = self.nth_quarter(next).filter(|_| start > at) {
            return Some((end, Meaning::QuarterOf { quarter, years: -1 }));
        }
        match self.normal(next) {
            "quarter" if start > at => Some((next + 1, Meaning::TheQuarter { years: -1 })),
            "period" if start > at => Some((next + 1, Meaning::Period { years: -1 })),
            // "the year-earlier loss" leaves its article to the loss.
            _ if start == at => Some((next, Meaning::Away { unit: Unit::Year, by: -1, from: From::Story })),
            _ => None,
        }
    }

    /// "last year", "a year ago", "a year earlier" behind a part of a year.
    fn a_year_back(&self, at: usize) -> Parsed<i32> {
        match (self.normal(at), self.normal(at + 1), self.normal(at + 2)) {
            ("last", "year", _) if !self.has_kind(at + 2, TokenKind::Clitic) => Some((at + 2, -1)),
            ("a", "year", "ago" | "earlier" | "before") => Some((at + 3, -1)),
            ("of", "last", "year") => Some((at + 3, -1)),
            _ => None,
        }
    }

    /// "the end of the year", "year-end", "the weekend", "the week".
    pub(super) fn edge(&self, at: usize) -> Parsed<Meaning> {
        if let Some((unit @ (Unit::Year | Unit::Month), false)) = self.unit(at) {
            let end_at = self.over_hyphen(self.over(at + 1, "'s"));
            let told =
                end_at > at + 1 || matches!(self.before(at), "by" | "at" | "around" | "before" | "until");
            if told && self.is(end_at, "end") {
                return Some((end_at + 1, Meaning::End(unit)));
            }
        }
        // "the week beginning 15 December", "the week of Sept. 29"
        let week = self.over(at, "the");
        if self.is(week, "week")
            && matches!(self.normal(week + 1), "beginning" | "starting" | "commencing" | "of")
        {
            let day_at = self.over(week + 2, "on");
            if let Some((end, day @ Meaning::Day { .. })) =
                self.month_date(day_at).or_else(|| self.day_month(day_at))
            {
                return Some((end, Meaning::WeekWith(Box::new(day))));
            }
        }
        if !self.is(at, "the") {
            return None;
        }
        // "the quarter ended Sept. 30", "the year ending June 30, 1990"
        let long = self.over(self.over(at + 1, "full"), "fiscal");
        if let Some((unit @ (Unit::Quarter | Unit::Year), false)) = self.unit(long) {
            let last =
                matches!(self.normal(long + 1), "ended" | "ending" | "to").then(|| self.over(long + 2, "on"));
            let last = last.and_then(|last| self.month_date(last).or_else(|| self.day_month(last)));
            match (unit, last) {
                (Unit::Quarter, Some((_, day @ Meaning::Day { .. }))) => {
                    return Some((long + 1, Meaning::QuarterTo(Box::new(day))));
                }
                (Unit::Year, Some(_)) => {
                    return Some((long + 1, Meaning::Duration { count: Count::of(Some(1.0)), unit }));
                }
                (Unit::Year, None) if long > at + 1 && self.ends_phrase(long + 1) => {
                    return Some((long + 1, Meaning::Whole { unit, by: 0 }));
                }
                _ => {}
            }
        }
        if self.is(at + 1, "end") && self.is(at + 2, "of") {
            let unit_at = if matches!(self.normal(at + 3), "the" | "this") { at + 4 } else { at + 3 };
            if let Some((unit @ (Unit::Week | Unit::Month | Unit::Year), false)) = self.unit(unit_at) {
                return (unit_at > at + 3).then_some((unit_at + 1, Meaning::End(unit)));
            }
        }
        // "the year's end"
        if let Some((unit @ (Unit::Month | Unit::Year), false)) = self.unit(at + 1)
            && self.is(at + 2, "'s")
            && self.is(at + 3, "end")
        {
            return Some((at + 4, Meaning::End(unit)));
        }
        // "most days of the year": of any.
        let days = at > 2 && self.before(at) == "of" && matches!(self.unit(at - 2), Some((_, true)));
        if days && matches!(self.normal(at - 3), "most" | "all" | "many" | "some" | "other") {
            return None;
        }
        // "later in the day"
        if self.is(at + 1, "day")
            && self.before(at) == "in"
            && matches!(self.before(at - 1), "later" | "earlier" | "late" | "early")
            && self.ends_phrase(at + 2)
        {
            return Some((at + 2, Meaning::Away { unit: Unit::Day, by: 0, from: From::Story }));
        }
        match (self.normal(at + 1), self.unit(at + 1)) {
            ("weekend", _) => Some((at + 2, Meaning::Weekend(Side::Bare))),
            (_, Some((_, false))) if self.has_kind(at + 2, TokenKind::Hyphen) => None,
            (_, Some((Unit::Quarter, false))) if self.a_year_back(at + 2).is_some() => {
                let (end, years) = self.a_year_back(at + 2)?;
                Some((end, Meaning::TheQuarter { years }))
            }
            (_, Some((Unit::Quarter, false)))
                if self.ends_phrase(at + 2) || matches!(self.normal(at + 2), "ended" | "ending") =>
            {
                Some((at + 2, Meaning::TheQuarter { years: 0 }))
            }
            (_, Some((unit @ (Unit::Week | Unit::Month | Unit::Year), false)))
                if self.ends_phrase(at + 2)
                    && !matches!(self.normal(at + 2), "after" | "before" | "of" | "when") =>
            {
                Some((at + 2, Meaning::Whole { unit, by: 0 }))
            }
            _ => None,
        }
    }

    /// "now", "recently", "the future", "at the moment": the moment is said without a day.
    fn reference(&self, at: usize) -> Parsed<Meaning> {
        let word = self.normal(at);
        let idiom = word == "soon" && (self.before(at) == "as" || self.is(at + 1, "after"));
        if let Some(value) = words::reference(word).filter(|_| !idiom) {
            return Some((at + 1, Meaning::Reference(value)));
        }
        let value = match (word, self.normal(at + 1)) {
            ("right" | "just", "now") => "PRESENT_REF",
            ("more" | "most", "recently") => "PAST_REF",
            ("the", "future") => "FUTURE_REF",
            // "consigned to the past", "a thing of the past": no time.
            ("the", "past") if self.ends_phrase(at + 2) && !matches!(self.before(at), "to" | "of") => {
                "PAST_REF"
            }
            ("the", "present") if self.ends_phrase(at + 2) => "PRESENT_REF",
            ("the", "moment") if self.before(at) == "at" && !self.is(at + 2, "of") => "PRESENT_REF",
            ("the", "near") | ("the", "foreseeable") if self.is(at + 2, "future") => {
                return Some((at + 3, Meaning::Reference("FUTURE_REF")));
            }
            ("the", "recent") if self.is(at + 2, "past") => {
                return Some((at + 3, Meaning::Reference("PAST_REF")));
            }
            ("this", "time") if self.before(at) == "at" => "PRESENT_REF",
            ("that" | "the", "time") if self.before(at) == "at" && !self.is(at + 2, "of") => "PAST_REF",
            _ => return None,
        };
        Some((at + 2, Meaning::Reference(value)))
    }
}
