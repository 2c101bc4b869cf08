//! Parts of a whole: "two-thirds of voters", "a quarter of the crop", "one in five", "half the town".

use super::Numbers;
use super::number;
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How many a share can be out of, where the number is no round one.
const FEW: f64 = 10.0;

impl Numbers<'_, '_, '_> {
    /// The fraction that begins at a token: the token after it, and its value.
    pub(super) fn fraction(&self, at: usize) -> Option<(usize, f64)> {
        self.part(at).or_else(|| self.half(at)).or_else(|| self.share(at))
    }

    /// "two-thirds", "three quarters", "a fifth of", "one-tenth".
    fn part(&self, at: usize) -> Option<(usize, f64)> {
        let doc = self.units.doc;
        let (next, parts) = match self.normal(at) {
            "a" | "an" => (at + 1, 1.0),
            _ => {
                let count = number::read(doc, at..self.end.min(at + 1))?;
                (count.end, count.value.filter(|_| !count.ordinal)?)
            }
        };
        let hyphen = self.is_kind(next, TokenKind::Hyphen);
        let noun = next + usize::from(hyphen);
        let whole = doc.value(noun, WordClass::Fraction).filter(|_| noun < self.end)? as f64;
        let plural = self.normal(noun).ends_with('s');
        if parts >= whole || plural != (parts > 1.0) || parts.fract() != 0.0 {
            return None;
        }
        let end = noun + 1;
        // "a quarter of a million" is a number.
        let scale = end + 2;
        if self.normal(end) == "of" && doc.is(scale, WordClass::Scale) && scale < self.end {
            return None;
        }
        // "two quarters" and "a third" are other things too, unless they are parts of something.
        let of = self.normal(end) == "of" && !self.of_time(end + 1);
        let sure = hyphen && parts > 1.0 || of || self.normal(at.wrapping_sub(1)) == "by" && self.closes(end);
        let quarters = matches!(self.normal(noun), "quarter" | "quarters" | "halves" | "half");
        let named = parts > 1.0 && !quarters && !hyphen && self.closes(end);
        let majority = hyphen && self.normal(end) == "majority";
        // "a two-thirds majority" is one as well.
        (sure || named || majority || self.is_hedged(at) && self.closes(end)).then_some((end, parts / whole))
    }

    /// "half of the town", "half the voters", "half its staff", "more than half".
    fn half(&self, at: usize) -> Option<(usize, f64)> {
        if self.normal(at) != "half" {
            return None;
        }
        let next = at + 1;
        let of = self.normal(next) == "of" && !self.of_time(next + 1);
        let follows = self.tag(next);
        let determined = self.units.doc.is(next, WordClass::Determiner)
            && next < self.end
            && !matches!(self.normal(next), "a" | "an")
            && !self.of_time(next);
        let before = at.checked_sub(1).map_or(Upos::PUNCT, |before| self.tag(before));
        // "the first half of the match", "the other half"
        let named = matches!(before, Upos::ADJ | Upos::DET | Upos::NUM | Upos::NOUN | Upos::PROPN)
            && !self.is_hedged(at);
        let alone = (self.is_hedged(at) || self.normal(at.wrapping_sub(1)) == "by")
            && !matches!(follows, Upos::NOUN | Upos::ADJ | Upos::DET | Upos::NUM)
            && !self.is_kind(next, TokenKind::Hyphen);
        (!named && (of || determined) || alone).then_some((next, 0.5))
    }

    /// "one in five voters", "three out of 10".
    fn share(&self, at: usize) -> Option<(usize, f64)> {
        let doc = self.units.doc;
        let parts = number::read(doc, at..self.end).filter(|n| !n.ordinal && n.end == at + 1)?;
        let (next, out) = match (self.normal(parts.end), self.normal(parts.end + 1)) {
            ("in", "every") => (parts.end + 2, true),
            ("in", _) => (parts.end + 1, false),
            ("out", "of") => (parts.end + 2, true),
            _ => return None,
        };
        let whole = number::read_amount(doc, next..self.end).filter(|n| !n.ordinal)?;
        let (few, all) = (parts.value?, whole.value?);
        let round =
            all <= FEW || (all % 10.0 == 0.0 && (all < 1000.0 || whole.scale > 1.0 || all % 1000.0 == 0.0));
        // "or 16 out of 25": no mark ("scored 16 out of 25") and no place ("came in at 133 out of 156").
        let before = at.checked_sub(1).filter(|&before| before >= self.start).map(|before| self.tag(before));
        let alone = matches!(before, None | Some(Upos::PUNCT | Upos::CCONJ)) || self.is_hedged(at);
        let round = round || out && self.normal(parts.end) == "out" && alone;
        // "scored two in ten games"; "two in 2019"
        let after_verb =
            at.checked_sub(1).is_some_and(|before| self.tag(before) == Upos::VERB && !self.is_hedged(at));
        (few < all && few >= 1.0 && round && (out || !after_verb) && !self.of_time(whole.end))
            .then_some((whole.end, few / all))
    }

    /// "of an hour", "of the year": a length of time.
    fn of_time(&self, at: usize) -> bool {
        let noun = at + usize::from(matches!(self.normal(at), "a" | "an" | "the"));
        self.units.doc.is(noun, WordClass::TimeUnit) && noun < self.end
    }

    /// Whether "nearly", "more than", "about" stands before.
    pub(super) fn is_hedged(&self, at: usize) -> bool {
        (1..=3).any(|back| {
            at.checked_sub(back).is_some_and(|from| {
                from >= self.start && self.units.doc.phrase(from, WordClass::Approximation) == Some(at)
            })
        })
    }

    /// Whether the phrase ends before the token.
    fn closes(&self, at: usize) -> bool {
        at >= self.end || !matches!(self.tag(at), Upos::NOUN | Upos::PROPN | Upos::ADJ | Upos::NUM)
    }
}
