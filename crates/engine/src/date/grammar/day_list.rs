//! Lists of days of one month: "May 5, 6 and 9", "3, 7 and 11 January".

use super::{Grammar, Parsed};
use crate::date::meaning::Meaning;
use crate::syntax::tag::Upos;
use crate::token::TokenKind;

impl Grammar<'_, '_> {
    /// "6" and "9" of "May 5, 6 and 9", "3" and "7" of "3, 7 and 11 January".
    pub(super) fn day_in_list(&self, at: usize) -> Parsed<Meaning> {
        let day = self.day_of_month(at).filter(|_| self.has_kind(at, TokenKind::Number))?;
        if let Some((steps, Meaning::Day { month, year, .. })) = self.month_of_list(at)
            && steps > 0
            && (steps > 1 || self.before(at) != "between")
        {
            return Some((at + 1, Meaning::Day { year, month, day }));
        }
        // Back to the month: days with "," and "and" between them.
        let mut back = at;
        for _ in 0..8 {
            let joint = back.checked_sub(1).filter(|joint| self.sentence.contains(joint))?;
            let joint = match self.normal(joint) {
                "and" if self.is(joint.wrapping_sub(1), ",") => joint - 1,
                "and" | "," => joint,
                _ => return None,
            };
            let number = joint.checked_sub(1)?;
            self.day_of_month(number)?;
            let month_at = number.checked_sub(1)?;
            if let Some(month) = self.month(month_at) {
                let more =
                    self.is(at + 1, "and") || self.is(at + 1, ",") && self.day_of_month(at + 2).is_some();
                let last = self.is(at - 1, "and");
                let noun = matches!(
                    self.doc.syntax.tag(at + 1).upos(),
                    Upos::NOUN | Upos::ADJ | Upos::PROPN | Upos::SYM
                ) && self.sentence.contains(&(at + 1));
                if !(more || last) || noun {
                    return None;
                }
                let (end, year) = self.year_after(at + 1);
                return Some((end, Meaning::Day { year, month, day }));
            }
            back = number;
        }
        None
    }

    /// The month at the end of a list of days that begins with this one, and how many days stand before its last.
    pub(super) fn month_of_list(&self, at: usize) -> Parsed<Meaning> {
        let (mut next, mut steps) = (at, 0);
        loop {
            let day = self.day_of_month(next)?;
            if let Some(month) = self.month(self.over(next + 1, "of")) {
                let (_, year) = self.year_after(self.over(next + 1, "of") + 1);
                return Some((steps, Meaning::Day { year, month, day }));
            }
            let joint = match self.normal(next + 1) {
                "," => self.over(next + 2, "and"),
                "and" => next + 2,
                _ => return None,
            };
            next = if self.weekday(joint).is_some() { joint + 1 } else { joint };
            steps += 1;
            if steps > 6 {
                return None;
            }
        }
    }
}
