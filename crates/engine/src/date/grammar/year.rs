//! Years, decades and centuries: "1995", "2023/24", "nineteen ninety-six", "the 1990s", "the 19th century".

use super::{Grammar, Parsed};
use crate::amount::number;
use crate::date::meaning::Meaning;
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

impl Grammar<'_, '_> {
    /// "the 1990s", "the '90s", "the 19th century".
    pub(super) fn decade(&self, at: usize) -> Parsed<Meaning> {
        let start = self.over(at, "the");
        let word = self.normal(start);
        if let Some(digits) = word.strip_suffix('s').map(|w| w.trim_start_matches(['\'', '’', '‘'])) {
            let short = word.len() > digits.len() + 1;
            if digits.ends_with('0') && digits.bytes().all(|b| b.is_ascii_digit()) {
                match (digits.len(), digits.parse::<i16>()) {
                    // "the 1700s" are a century; the 2000s are mostly their first ten years.
                    (4, Ok(year)) if (1000..2000).contains(&year) && year % 100 == 0 => {
                        return Some((start + 1, Meaning::Century(year / 100)));
                    }
                    (4, Ok(year)) if (1000..2100).contains(&year) => {
                        return Some((start + 1, Meaning::Decade(year / 10)));
                    }
                    (2, Ok(year)) if short || year >= 20 && self.is_of_time(start) => {
                        return Some((start + 1, Meaning::Decade(190 + year / 10)));
                    }
                    _ => {}
                }
            }
        }
        if start > at || self.is_narrowed(start) {
            let decade = match word {
                "twenties" => 192,
                "thirties" => 193,
                "forties" => 194,
                "fifties" => 195,
                "sixties" => 196,
                "seventies" => 197,
                "eighties" => 198,
                "nineties" => 199,
                _ => 0,
            };
            if decade > 0 {
                return Some((start + 1, Meaning::Decade(decade)));
            }
        }
        let nth = number::read(self.doc, start..self.sentence.end).filter(|n| n.ordinal)?;
        let century_at = self.over_hyphen(nth.end);
        let count = nth.value.filter(|v| (2.0..=30.0).contains(v))? as i16;
        if !self.is(century_at, "century") {
            return None;
        }
        let century = Meaning::Century(count - 1);
        Some(match self.era(century_at + 1) {
            Some(true) => (century_at + 2, Meaning::BeforeChrist(Box::new(century))),
            Some(false) => (century_at + 2, century),
            None => (century_at + 1, century),
        })
    }

    /// Whether "the late", "the mid-" stands before a decade: "in her late seventies" is an age.
    fn is_narrowed(&self, at: usize) -> bool {
        let word = if at > 0 && self.has_kind(at - 1, TokenKind::Hyphen) { at - 1 } else { at };
        matches!(self.before(word), "early" | "late" | "mid") && word > 1 && self.before(word - 1) == "the"
    }

    /// Whether "80s" is a decade: "in the 80s", "since the late 80s", where the sentence tells of no heat.
    fn is_of_time(&self, at: usize) -> bool {
        let narrowed = self.is_narrowed(at);
        let hyphen = usize::from(at > 0 && self.has_kind(at - 1, TokenKind::Hyphen));
        let article = if narrowed { at.checked_sub(2 + hyphen) } else { at.checked_sub(1) };
        let Some(article) = article.filter(|&article| self.is(article, "the")) else { return false };
        let preposition = matches!(
            self.before(article),
            "in" | "of" | "during" | "since" | "from" | "until" | "by" | "through"
        );
        let measured = |at: usize| self.is_in(at, WordClass::Heat);
        preposition && !self.sentence.clone().any(measured)
    }

    /// "1995", "fiscal 1995": a year with nothing more.
    pub(super) fn year_alone(&self, at: usize) -> Parsed<Meaning> {
        if self.is(at, "the") && self.is(at + 1, "year") {
            return match (self.year(at + 2), self.normal(at + 2), self.normal(at + 3)) {
                (Some(year), ..) => Some((at + 3, Meaning::Year(year))),
                (None, "two", "thousand") => Some((at + 4, Meaning::Year(2000))),
                _ => None,
            };
        }
        if self.is(at, "fiscal") {
            let year_at = self.over(at + 1, "year");
            return Some((year_at + 1, Meaning::Year(self.year(year_at)?)));
        }
        if let Some((end, year)) = self.spelled_year(at) {
            return Some((end, Meaning::Year(year)));
        }
        // "2023/24", "2023/2024"
        if let Some((first, last)) = self.normal(at).split_once('/')
            && let (Ok(year), Ok(short)) = (first.parse::<i16>(), last.parse::<i16>())
            && (1900..2100).contains(&year)
        {
            let last = if last.len() == 2 { year / 100 * 100 + short } else { short };
            let next = if last % 100 == 0 && last < year { last + 100 } else { last };
            if next == year + 1 {
                return Some((
                    at + 1,
                    Meaning::Between(Box::new(Meaning::Year(year)), Box::new(Meaning::Year(next))),
                ));
            }
        }
        if let Some(found) = self.of_an_era(at) {
            return Some(found);
        }
        let year = self.year(at)?;
        let before = self.before(at);
        let after_time_word = word_class::is(before, WordClass::BeforeYear);
        let modern = (1900..2060).contains(&year);
        // "in 2150 homes": so far ahead a number is one of things sooner than a year.
        let things = year >= 2100
            && self.sentence.contains(&(at + 1))
            && matches!(self.doc.syntax.tag(at + 1).upos(), Upos::NOUN | Upos::ADJ | Upos::PROPN);
        let counted = things || self.is_counted(at + 1);
        // "Nora Vane (1785-1815)", "Queen Ada (r. 1558-1603)"
        let reign = (1..=3).find(|&back| at >= back && self.is(at - back, "("));
        let bracket = reign.is_some_and(|back| back == 1 || matches!(self.normal(at + 1 - back), "r" | "r."));
        let life = bracket && self.has_kind(at + 1, TokenKind::Hyphen) && self.is(at + 3, ")");
        let money = word_class::is(before, WordClass::BeforeNoYear);
        if money
            || counted
            || !(modern
                || life
                || after_time_word
                    && !matches!(before, "the" | "and" | "-" | "–" | "about" | "around" | "to"))
        {
            return None;
        }
        // "1991-97", "2010–2014"
        if self.has_kind(at + 1, TokenKind::Hyphen)
            && let Some(last) = self.year(at + 2).or_else(|| self.short_year(at + 2, year))
            && last > year
        {
            return Some((
                at + 3,
                Meaning::Between(Box::new(Meaning::Year(year)), Box::new(Meaning::Year(last))),
            ));
        }
        Some((at + 1, Meaning::Year(year)))
    }

    /// "250 B.C.", "A.D. 120", "44 BCE": a year told with its era.
    fn of_an_era(&self, at: usize) -> Parsed<Meaning> {
        if let Some(before) = at.checked_sub(1).map(|before| self.era(before))
            && before == Some(false)
        {
            return Some((at + 1, Meaning::Year(self.digits(at, 4)?)));
        }
        let year = self.digits(at, 4).filter(|&year| year > 0)?;
        let meaning = Meaning::Year(year);
        Some(match self.era(at + 1)? {
            true => (at + 2, Meaning::BeforeChrist(Box::new(meaning))),
            false => (at + 2, meaning),
        })
    }

    /// Whether an era is told, and is that before Christ.
    fn era(&self, at: usize) -> Option<bool> {
        match self.normal(at) {
            "bc" | "b.c." | "bce" | "b.c.e." if self.is_upper(at) => Some(true),
            "ad" | "a.d." | "ce" | "c.e." if self.is_upper(at) => Some(false),
            _ => None,
        }
    }

    fn is_upper(&self, at: usize) -> bool {
        self.doc.word(at).chars().all(|c| !c.is_lowercase())
    }

    /// "97" after "1991-".
    fn short_year(&self, at: usize, first: i16) -> Option<i16> {
        let short = self.digits(at, 2).filter(|_| self.normal(at).len() == 2)?;
        Some(first / 100 * 100 + short)
    }

    /// "nineteen ninety-six".
    pub(super) fn spelled_year(&self, at: usize) -> Parsed<i16> {
        let century = match self.normal(at) {
            "nineteen" => 1900,
            "eighteen" => 1800,
            _ => return None,
        };
        let rest = number::read(self.doc, at + 1..self.sentence.end).filter(|n| !n.ordinal)?;
        let rest_value =
            rest.value.filter(|v| (10.0..100.0).contains(v) && self.has_kind(at + 1, TokenKind::Word))?;
        Some((rest.end, century + rest_value as i16))
    }

    /// Whether what follows shows that a number of four digits counts something.
    fn is_counted(&self, at: usize) -> bool {
        // "2022 year-end inflation"
        self.unit(at).is_some_and(|(_, plural)| plural) || self.is_in(at, WordClass::CountedThing)
    }

    /// The year after a day and month, and where the date ends then.
    pub(super) fn year_after(&self, at: usize) -> (usize, Option<i16>) {
        let year_at = self.over(self.over(at, ","), "of");
        match self.year(year_at) {
            Some(year) if !self.is_counted(year_at + 1) => (year_at + 1, Some(year)),
            _ => (at, None),
        }
    }

    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let year = self.digits(at, 4).filter(|year| (1000..2200).contains(year))?;
        (self.normal(at).len() == 4).then_some(year)
    }
}
