//! Parts of a year by name: quarters, halves, seasons and feasts.

use super::{Grammar, Parsed};
use crate::date::meaning::{Meaning, Side};
use crate::date::words;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How far a sentence is looked through for what it is about, in tokens.
const LOOK: usize = 60;

impl Grammar<'_, '_> {
    /// "the third quarter of 2024", "third-quarter", "the first half", "Q3".
    pub(super) fn part_of_year(&self, at: usize, side: Side) -> Parsed<Meaning> {
        let start = self.over(at, "the");
        // "the last half of the 1980s"
        if matches!(self.normal(start), "first" | "second" | "last" | "latter")
            && self.is(start + 1, "half")
            && self.is(start + 2, "of")
            && let Some((end, decade)) = self.decade(start + 3)
        {
            return Some((end, decade));
        }
        if let Some((end, meaning)) = self.quarter_of_year(start) {
            return Some((end, meaning));
        }
        // "the third-quarter loss" keeps its article to itself.
        if start > at && self.has_kind(start + 1, TokenKind::Hyphen) {
            return None;
        }
        let start = self.over(start, "fiscal");
        let (next, nth) = match self.normal(start) {
            // "1Q25"
            "1q" | "2q" | "3q" | "4q" if self.is_glued(start + 1) && self.digits(start + 1, 4).is_some() => {
                let quarter = self.normal(start).trim_end_matches('q').parse().ok()?;
                let year = self.digits(start + 1, 4)?;
                let year = if year < 100 { 2000 + year } else { year };
                return Some((start + 2, Meaning::Quarter { year: Some(year), quarter, side }));
            }
            "q1" => (start + 1, 1),
            "q2" => (start + 1, 2),
            "q3" => (start + 1, 3),
            "q4" => (start + 1, 4),
            word => {
                let nth = match word {
                    "first" | "1st" => 1,
                    "second" | "2nd" => 2,
                    "last" if self.is(start + 1, "half") => 2,
                    // "the last quarter of 2023": of a year that is named.
                    "last" | "final" if self.is(start + 1, "quarter") && self.is(start + 2, "of") => {
                        let year_at = start + 3;
                        if self.year(year_at).is_none() && self.side_of_year(year_at).is_none() {
                            return None;
                        }
                        4
                    }
                    "third" | "3rd" => 3,
                    "fourth" | "4th" => 4,
                    _ => return None,
                };
                let fiscal = self.over(self.over_hyphen(start + 1), "fiscal");
                match self.normal(fiscal) {
                    "quarter" => (fiscal + 1, nth),
                    "half" | "semester" if nth <= 2 && start > at && (self.ends_phrase(fiscal + 1)) => {
                        let year_at = self.over(fiscal + 1, "of");
                        let of_year = year_at > fiscal + 1
                            && self.is(year_at, "the")
                            && self.is(year_at + 1, "year")
                            && !self.has_kind(year_at + 2, TokenKind::Clitic);
                        let (end, year) = match self.year(year_at) {
                            Some(year) => (year_at + 1, Some(year)),
                            None if of_year => (year_at + 2, None),
                            None => (fiscal + 1, None),
                        };
                        // "spring and summer of 2023" aside: in a match a half is no part of a year.
                        let told = year.is_some()
                            || self.is(fiscal, "half")
                                && (of_year || self.side_of_year(year_at).is_some() || self.is_business());
                        return told.then_some((end, Meaning::Half { year, half: nth }));
                    }
                    _ => return None,
                }
            }
        };
        let year_at = self.over(self.over(self.over(next, ","), "of"), "fiscal");
        let (end, year) = match self.year(year_at) {
            Some(year) => (year_at + 1, Some(year)),
            None => (next, None),
        };
        if year.is_none() && (self.is_game() || self.about.game) {
            return None;
        }
        Some((end, Meaning::Quarter { year, quarter: nth, side }))
    }

    /// Whether the sentence is about a match, by two of its words or one and a score, and not about money.
    fn is_game(&self) -> bool {
        let count = |list| self.sentence.clone().take(LOOK).filter(|&at| self.doc.is(at, list)).count();
        let game = count(WordClass::GameWord);
        let scored = || self.sentence.clone().take(LOOK).any(|at| self.is_score(at));
        (game > 1 || game > 0 && scored()) && count(WordClass::BusinessWord) < 2
    }

    /// "14-10".
    fn is_score(&self, at: usize) -> bool {
        self.digits(at, 3).is_some()
            && self.has_kind(at + 1, TokenKind::Hyphen)
            && self.digits(at + 2, 3).is_some()
            && self.is_glued(at + 1)
            && self.is_glued(at + 2)
    }

    /// Whether the sentence is about money: "profit rose in the first half".
    fn is_business(&self) -> bool {
        let mut near = self.sentence.clone().take(LOOK);
        near.any(|at| self.doc.is(at, WordClass::BusinessWord) && !self.is(at, "quarter"))
            && !self.is_game()
            && !self.about.game
    }

    /// "1988 third quarter", "1988 period", "this year's third quarter".
    pub(super) fn quarter_of_year(&self, start: usize) -> Parsed<Meaning> {
        if let Some(years) = self.side_of_year(start).filter(|_| self.has_kind(start + 2, TokenKind::Clitic))
        {
            if self.is(start + 3, "quarter") {
                return Some((start + 4, Meaning::TheQuarter { years }));
            }
            let quarter = self.nth_quarter(start + 3)?;
            return Some((quarter.0, Meaning::QuarterOf { quarter: quarter.1, years }));
        }
        let year = self.year(start)?;
        // "2022 year-end"
        if self.is(start + 1, "year")
            && self.has_kind(start + 2, TokenKind::Hyphen)
            && self.is(start + 3, "end")
        {
            return Some((start + 4, Meaning::Day { year: Some(year), month: 12, day: 31 }));
        }
        if let Some((end, quarter)) = self.nth_quarter(start + 1) {
            return Some((end, Meaning::Quarter { year: Some(year), quarter, side: Side::Bare }));
        }
        matches!(self.normal(start + 1), "period" | "quarter").then_some((start + 2, Meaning::PeriodOf(year)))
    }

    /// "third quarter", "fiscal second-quarter".
    pub(super) fn nth_quarter(&self, at: usize) -> Parsed<i8> {
        let at = self.over(at, "fiscal");
        let nth = match self.normal(at) {
            "first" => 1,
            "second" => 2,
            "third" => 3,
            "fourth" => 4,
            _ => return None,
        };
        let next = self.over_hyphen(at + 1);
        self.is(next, "quarter").then_some((next + 1, nth))
    }

    /// "last year", "this year", "next year": which year, counted from ours.
    pub(super) fn side_of_year(&self, at: usize) -> Option<i32> {
        if !self.is(at + 1, "year") {
            return None;
        }
        match self.normal(at) {
            "last" => Some(-1),
            "this" => Some(0),
            "next" => Some(1),
            _ => None,
        }
    }

    /// "Christmas Day", "Thanksgiving 2024".
    pub(super) fn feast(&self, at: usize, side: Side) -> Parsed<Meaning> {
        if !self.is_capital(at) || !self.doc.begins(at, WordClass::Feast) {
            return None;
        }
        let (length, feast) = words::feast((at..self.sentence.end).map(|at| self.normal(at)))?;
        let next = at + length;
        // "New Year's resolutions"
        if self.has_kind(next - 1, TokenKind::Clitic) && !self.ends_phrase(next) {
            return None;
        }
        let year_at = self.over(next, ",");
        let (end, year) = match self.year(year_at) {
            Some(year) => (year_at + 1, Some(year)),
            None => (next, None),
        };
        Some((end, Meaning::Feast { feast, year, side }))
    }

    /// "the summer of 2024", "summer 2024"; alone only after a word that makes it a time.
    pub(super) fn season(&self, at: usize, side: Side) -> Parsed<Meaning> {
        let start = self.over(at, "the");
        if !self.is_in(start, WordClass::Season) {
            return None;
        }
        let season = words::season(self.normal(start))?;
        let year_at = self.over(start + 1, "of");
        if let Some(year) = self.year(year_at) {
            return Some((year_at + 1, Meaning::Season { year: Some(year), season, side }));
        }
        // "the spring and summer of 2023"
        if self.is(start + 1, "and")
            && self.is_in(start + 2, WordClass::Season)
            && let Some(year) = self.year(self.over(start + 3, "of"))
        {
            return Some((start + 1, Meaning::Season { year: Some(year), season, side }));
        }
        if let Some((end, year)) = self.spelled_year(year_at) {
            return Some((end, Meaning::Season { year: Some(year), season, side }));
        }
        let timely = side != Side::Bare
            || self.side_of_year(year_at).is_some()
            || self.follows(at, WordClass::BeforeSeason) && (start > at || self.before(at) != "by");
        // "the fall of the wall", "in spring water"
        let noun_follows = self.is(start + 1, "of") && self.side_of_year(year_at).is_none()
            || (start == at && self.has_kind(start + 1, TokenKind::Hyphen));
        let common = matches!(season, "FA" | "SP")
            && side == Side::Bare
            && start > at
            && self.normal(start) != "autumn";
        let alone = !common || self.ends_phrase(start + 1);
        (timely && !noun_follows && alone)
            .then_some((start + 1, Meaning::Season { year: None, season, side }))
    }
}
