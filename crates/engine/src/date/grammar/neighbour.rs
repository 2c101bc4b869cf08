//! What lies so many weeks, months or years beyond another day: "the week before last", "a week tomorrow", "the winter
//! before last", "the day before".

use super::{Grammar, Parsed};
use crate::date::meaning::{From, Meaning, Side};
use crate::date::words::{self, Unit};
use crate::syntax::tag::{Upos, VerbForm};
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How far behind "the day before" its clause says "had", in tokens.
const PERFECT: usize = 8;

impl Grammar<'_, '_> {
    /// "the week before last", "the month after next"; "the day before" with nothing that it was before.
    pub(super) fn neighbour(&self, at: usize) -> Parsed<Meaning> {
        // "the Friday after next", "the Friday before last"
        if self.is(at, "the")
            && let Some(weekday) = self.weekday(at + 1)
        {
            let weeks = match (self.normal(at + 2), self.normal(at + 3)) {
                ("after", "next") => 1,
                ("before", "last") => -1,
                _ => return None,
            };
            return Some((at + 4, Meaning::WeekdayBeyond { weekday, weeks }));
        }
        if let Some(found) = self.year_beyond(at) {
            return Some(found);
        }
        let (unit, false) = self.unit(at + 1).filter(|_| self.is(at, "the"))? else {
            return None;
        };
        let by = match self.normal(at + 2) {
            "before" => -1,
            "after" => 1,
            _ => return None,
        };
        let next = at + 3;
        if unit >= Unit::Week && (by, self.normal(next)) == (-1, "last")
            || (by, self.normal(next)) == (1, "next")
        {
            return Some((next + 1, Meaning::Whole { unit, by: 2 * by }));
        }
        let alone = !self.has_kind(next, TokenKind::Word) && !self.has_kind(next, TokenKind::Number)
            || by < 0 && self.tells_further_back(at, next);
        // "the year before" has figures compared rather than a story told.
        ((Unit::Day..=Unit::Month).contains(&unit) && alone)
            .then_some((next, Meaning::Away { unit, by, from: From::Story }))
    }

    /// "the winter before last", "the October after next".
    fn year_beyond(&self, at: usize) -> Parsed<Meaning> {
        if !self.is(at, "the") {
            return None;
        }
        let (side, years) = match (self.normal(at + 2), self.normal(at + 3)) {
            ("before", "last") => (Side::Last, -1),
            ("after", "next") => (Side::Next, 1),
            _ => return None,
        };
        let part = if let Some(month) = self.month(at + 1) {
            Meaning::Month { year: None, month, side }
        } else if self.is_in(at + 1, WordClass::Season) {
            Meaning::Season { year: None, season: words::season(self.normal(at + 1))?, side }
        } else {
            return None;
        };
        Some((at + 4, Meaning::YearsBeyond { part: Box::new(part), years }))
    }

    /// Whether "the day before" opens a clause of its own that tells what had been: "and the day before the army had
    /// sealed the palace", not "the day before the army sealed it, he fled".
    fn tells_further_back(&self, at: usize, next: usize) -> bool {
        let opens = at == self.sentence.start || matches!(self.before(at), "and" | "but" | ";");
        let tag = |at: usize| self.doc.syntax.tag(at);
        let near = next..self.sentence.end.min(next + PERFECT);
        let clause = near.take_while(|&at| self.has_kind(at, TokenKind::Word)).collect::<Vec<_>>();
        let verb = clause.iter().copied().find(|&at| matches!(tag(at).upos(), Upos::VERB | Upos::AUX));
        let Some(had) = verb.filter(|&verb| self.is(verb, "had")) else { return false };
        let perfect = (had + 1..had + 4).any(|at| {
            self.sentence.contains(&at)
                && matches!(tag(at).verb_form(), Some(VerbForm::Participle | VerbForm::Past))
        });
        // Another clause behind a comma would be the one that tells.
        let alone = (had..self.sentence.end).all(|at| !self.is(at, ","));
        opens && perfect && alone
    }

    /// The "tomorrow" of "a week tomorrow", the "today" of "a fortnight today", behind so many weeks: not "for a week
    /// today", nor "it is a week today since".
    pub(super) fn weeks_from_today(&self, at: usize, weeks: i32, today: usize) -> Parsed<Meaning> {
        let days = match self.normal(today) {
            "today" => 0,
            "tomorrow" => 1,
            _ => return None,
        };
        let lasted = matches!(self.before(at), "for" | "been" | "after" | "in" | "within" | "of")
            || matches!(self.before(at), "is" | "was" | "'s") && self.before(at - 1) == "it"
            || self.is(today + 1, "since");
        let by = weeks.checked_mul(7)?.checked_add(days)?;
        (!lasted).then_some((today + 1, Meaning::Whole { unit: Unit::Day, by }))
    }

    /// "that year", "the same year", of a month, season or day: the token after it.
    pub(super) fn that_year(&self, at: usize) -> Option<usize> {
        let year = match (self.normal(at), self.normal(at + 1)) {
            ("that", "year") => at + 1,
            ("the", "same") if self.is(at + 2, "year") => at + 2,
            _ => return None,
        };
        (!self.has_kind(year + 1, TokenKind::Clitic)).then_some(year + 1)
    }
}
