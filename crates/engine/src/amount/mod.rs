//! Finds figures: money, percentages, quantities, fractions, ordinals and counts, and reads their values.
//!
//! A figure is its number with its unit ("$1.42 billion", "6.1 percent", "12 miles"); a count is the number alone
//! ("26" in "26 animals"). Times and dates are [`crate::date`]'s; what a figure counts is said by [`crate::figure`].

mod exempt;
mod fraction;
pub(crate) mod number;
#[cfg(test)]
mod tests;
mod units;

use std::ops::Range;

use analysis::{Date, EntityType, FigureKind};

use crate::doc::Doc;
use crate::ner::Name;
use crate::syntax::tag::{Tag, Upos};
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};
use number::Number;
use units::{Unit, UnitKind, Units};

/// How far before "from" a verb or a word of change stands, in tokens.
const NEAR: usize = 6;

/// Words of what goes up or down: "an increase from 3 to 5 percent" has two levels, no range.
const CHANGES: [WordClass; 6] = [
    WordClass::GoesUp,
    WordClass::GoesDown,
    WordClass::MovesUp,
    WordClass::MovesDown,
    WordClass::IncreaseNoun,
    WordClass::DecreaseNoun,
];

/// A number with its unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Amount {
    pub tokens: Range<usize>,
    pub kind: AmountKind,
    /// Least and greatest; none where nobody counted ("dozens").
    pub value: Option<(f64, f64)>,
    /// See [`analysis::Figure::unit`].
    pub unit: &'static str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AmountKind {
    Figure(FigureKind),
    /// "third": a place in an order.
    Ordinal,
    /// "one of the leaders", "the two sides": a number that tells no news.
    Small,
}

impl AmountKind {
    /// The type of the amount as an entity.
    pub fn entity(self) -> EntityType {
        match self {
            AmountKind::Ordinal => EntityType::Ordinal,
            AmountKind::Figure(FigureKind::Money) => EntityType::Money,
            AmountKind::Figure(FigureKind::Percent) => EntityType::Percent,
            AmountKind::Figure(FigureKind::Quantity) => EntityType::Quantity,
            AmountKind::Figure(FigureKind::Count | FigureKind::Fraction) | AmountKind::Small => {
                EntityType::Cardinal
            }
        }
    }
}

/// Every amount outside the dates, in order; none overlaps another.
pub(crate) fn find(doc: &Doc, dates: &[Date]) -> Vec<Amount> {
    let mut dates = dates.iter().map(|date| doc.tokens_in(date.span)).peekable();
    let units = Units::new(doc);
    let mut found = Vec::new();
    for sentence in &doc.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            while dates.next_if(|date| date.end <= at).is_some() {}
            if let Some(date) = dates.peek().filter(|date| date.contains(&at)) {
                at = date.end;
                continue;
            }
            if !may_begin(doc, at) {
                at += 1;
                continue;
            }
            let end = dates.peek().map_or(sentence.tokens.end, |date| date.start.min(sentence.tokens.end));
            let numbers = Numbers { units: &units, start: sentence.tokens.start, end };
            match numbers.at(at) {
                Step::Amount(amount) => {
                    at = amount.tokens.end.max(at + 1);
                    found.push(amount);
                }
                Step::Nothing(next) => at = next.max(at + 1),
            }
        }
    }
    found
}

/// The amounts as names, so that they stand in the list of entities (types of OntoNotes 5).
pub(crate) fn names(amounts: &[Amount]) -> impl Iterator<Item = Name> {
    amounts.iter().map(|amount| Name {
        told: false,
        tokens: amount.tokens.clone(),
        kind: amount.kind.entity(),
        confidence: 0.9,
    })
}

/// Whether an amount could begin there, as far as the word alone tells: most words are none.
fn may_begin(doc: &Doc, at: usize) -> bool {
    let Some(token) = doc.tokens.get(at) else { return false };
    let classes = doc.lexeme(at).classes;
    match token.kind {
        TokenKind::Number => true,
        TokenKind::Mark => word_class::is(doc.word(at), WordClass::CurrencySign) || is_minus(doc, at),
        TokenKind::Word => {
            [WordClass::Cardinal, WordClass::Ordinal, WordClass::VagueNumber, WordClass::Fraction]
                .into_iter()
                .any(|class| classes.has(class))
                || matches!(doc.normal(at), "a" | "an" | "several" | "many" | "tens" | "minus")
                || token.is_capital() && token.span.len() <= 6
                || doc.word(at) == "kr"
        }
        _ => false,
    }
}

/// A sign that makes the number on to which it is written negative: "−5 °C".
fn is_minus(doc: &Doc, at: usize) -> bool {
    let number = |at: usize| doc.tokens.get(at).is_some_and(|t| t.glued && t.kind == TokenKind::Number);
    matches!(doc.word(at), "-" | "−" | "–") && number(at + 1) && !doc.tokens[at].glued
}

/// What stands at a token.
enum Step {
    Amount(Amount),
    /// None, and where to look next.
    Nothing(usize),
}

/// A number with its unit, read by itself: one end of a range, or all of it.
#[derive(Debug, Clone, Copy)]
struct Piece {
    end: usize,
    number: Number,
    unit: Option<Unit>,
    /// A fraction without a unit.
    part: bool,
}

impl Piece {
    /// In the unit of the symbol.
    fn value(&self) -> Option<f64> {
        let of_one = self.unit.map_or(1.0, |unit| unit.of_one);
        self.number.value.map(|value| value * of_one)
    }
}

/// The rules, in one sentence up to its end or the next date.
struct Numbers<'u, 'r, 'a> {
    units: &'u Units<'r, 'a>,
    start: usize,
    end: usize,
}

impl Numbers<'_, '_, '_> {
    fn at(&self, at: usize) -> Step {
        let minus = self.normal(at) == "minus" || is_minus(self.units.doc, at);
        let first_at = at + usize::from(minus);
        let Some(first) = self.piece(first_at) else { return Step::Nothing(at + 1) };
        if first.number.ordinal {
            if !self.is_ordinal(at) {
                return Step::Nothing(first.end);
            }
            let amount = Amount { tokens: at..first.end, kind: AmountKind::Ordinal, value: None, unit: "" };
            return Step::Amount(amount);
        }
        // "Gate 12C", "Room 4B"
        if first.end == first_at + 1
            && first.unit.is_some()
            && !minus
            && self.is_designator(first_at, first.end)
        {
            return Step::Nothing(first.end);
        }
        if let Some(amount) = self.range(at, first).filter(|_| !minus) {
            return Step::Amount(amount);
        }
        let first = self.with_unit_of_the_other(at, first);
        let mut value = first.value();
        if minus {
            value = value.map(|value| -value);
        }
        let kind = match first.unit {
            Some(unit) => AmountKind::Figure(kind_of(unit.kind)),
            None if first.part => AmountKind::Figure(FigureKind::Fraction),
            None if minus && first_at == at => return Step::Nothing(first.end),
            None if self.counts_nothing(first_at, first.end) => return Step::Nothing(first.end),
            None if !self.is_count(first_at, &first.number) => return Step::Nothing(first.end),
            None if self.is_small(first_at, first.end) => AmountKind::Small,
            None => AmountKind::Figure(FigureKind::Count),
        };
        Step::Amount(Amount {
            tokens: at..first.end,
            kind,
            value: value.map(|value| (value, value)),
            unit: first.unit.map_or("", |unit| unit.symbol),
        })
    }

    /// The number at a token with the unit before or behind it.
    fn piece(&self, at: usize) -> Option<Piece> {
        let doc = self.units.doc;
        if let Some((next, code)) = self.units.before(at, self.end) {
            let mut number = number::read(doc, next..self.end).filter(|n| !n.ordinal)?;
            // "£2m": on money, m is a million.
            let mut unit = Unit { end: number.end, kind: UnitKind::Money, symbol: code, of_one: 1.0 };
            // "$5 US", "$20 Canadian", "$3 million dollars"
            let behind = doc.word(number.end);
            if number.end < self.end
                && word_class::is(behind, WordClass::DollarPrefix)
                && code == "USD"
                && behind.len() > 1
            {
                unit.symbol = word_class::word_beside(behind, WordClass::DollarPrefix).unwrap_or(code);
                number.end += 1;
            }
            // "$5 pesos", "$3 million dollars": the word behind says which.
            let named = self.units.behind(number.end, self.end, number.value, false).filter(|unit| {
                unit.kind == UnitKind::Money && doc.syntax.tag(number.end).upos() == Upos::NOUN
            });
            if let Some(named) = named.filter(|_| doc.word(at) == "$") {
                unit.symbol = named.symbol;
                number.end = named.end;
            }
            unit.end = number.end;
            return Some(Piece { end: number.end, number, unit: Some(unit), part: false });
        }
        if let Some((end, value)) = self.fraction(at) {
            return Some(self.of_fraction(end, value));
        }
        if let Some(piece) = self.with_glued_unit(at) {
            return Some(piece);
        }
        let number = number::read_amount(doc, at..self.end)?;
        if number.ordinal {
            return Some(Piece { end: number.end, number, unit: None, part: false });
        }
        // "millions of dollars"
        let of = number.value.is_none() && self.normal(number.end) == "of";
        let unit_at = number.end + usize::from(of);
        // "the 92+ kg class"
        let plus = self.normal(unit_at) == "+" && self.is_glued(unit_at);
        let unit_at = unit_at + usize::from(plus);
        let scaled = number.scale >= 1000.0;
        let unit = self.units.behind(unit_at, self.end, number.value, scaled).filter(|unit| {
            // "9 a.m.", "5 in a row", "one foot in the grave" are no measures; nor is "the two sides’ 3 points".
            !(of && unit.kind == UnitKind::Measure)
        });
        let end = unit.map_or(number.end, |unit| unit.end);
        Some(Piece { end, number, unit, part: false })
    }

    /// "half a percent", "a quarter of a mile", "two-thirds of a percentage point": parts of a unit.
    fn of_fraction(&self, end: usize, value: f64) -> Piece {
        let of = end + usize::from(self.normal(end) == "of");
        let article = matches!(self.normal(of), "a" | "an");
        let unit =
            if article && of > end { self.units.behind(of + 1, self.end, Some(value), false) } else { None };
        let number = Number { end, value: Some(value), ordinal: false, scale: 1.0 };
        Piece { end: unit.map_or(end, |unit| unit.end), number, unit, part: unit.is_none() }
    }

    /// "5km", "40C", "200m": a unit in the letters of the number.
    fn with_glued_unit(&self, at: usize) -> Option<Piece> {
        let doc = self.units.doc;
        if !self.is_kind(at, TokenKind::Number) {
            return None;
        }
        let word = doc.word(at);
        let letters_from = word.find(|c: char| c.is_alphabetic() || c == 'µ')?;
        let (figure, letters) = word.split_at(letters_from);
        let value = number::digits_value(figure)?;
        if matches!(letters, "m" | "M") && self.is_million(at, value) {
            return None;
        }
        let mut unit = self.units.glued_to(letters, at + 1, self.end)?;
        let mut end = unit.end;
        // "3,000km squared" is rare; "1.2km²" is not.
        if matches!(unit.symbol, "km" | "m" | "cm")
            && matches!(self.normal(end), "²" | "2")
            && self.is_glued(end)
        {
            end += 1;
            unit.symbol = match unit.symbol {
                "km" => "km²",
                "m" => "m²",
                _ => "cm²",
            };
        }
        let number = Number { end: at + 1, value: Some(value), ordinal: false, scale: 1.0 };
        Some(Piece { end, number, unit: Some(unit), part: false })
    }

    /// Whether the "m" of "5m" is a million: something that can be counted in millions stands behind or before.
    fn is_million(&self, at: usize, value: f64) -> bool {
        let doc = self.units.doc;
        let next = at + 1;
        let behind = next + usize::from(self.is_kind(next, TokenKind::Hyphen));
        // "the 1.5m-strong congregation"
        if behind > next && self.normal(behind) == "strong" {
            return true;
        }
        if behind < self.end
            && (doc.is(behind, WordClass::LengthAdjective) || doc.is(behind, WordClass::Race))
        {
            return false;
        }
        // "5m votes", "3m registered voters"
        let mut noun = next;
        while noun < self.end.min(next + 3) && matches!(self.tag(noun), Upos::ADJ) {
            noun += 1;
        }
        let plural = self.tag(noun) == Upos::NOUN
            && (doc.syntax.tag(noun) == Tag::Nouns || self.normal(noun) == "people");
        // "3m people bought the record": what stands behind the noun is not raced over, but in "the 100m women's final" it is.
        let owner = plural && doc.syntax.tag(noun + 1) != Tag::Genitive;
        let last = if owner { noun + 1 } else { next + 4 };
        let race = (next..self.end.min(last)).any(|at| doc.is(at, WordClass::Race));
        // "the 300m-forint deal"
        let money = doc.is(behind, WordClass::CurrencyWord) && behind < self.end;
        let before = (self.start.max(at.saturating_sub(4))..at).any(|at| doc.is(at, WordClass::CountedMass));
        (plural && !race && value < 5000.0) || money || before
    }

    /// "3 to 4 percent", "$3-4 million", "between 50 and 60 people".
    fn range(&self, at: usize, first: Piece) -> Option<Amount> {
        let before = if at > self.start { self.normal(at - 1) } else { "" };
        let joint = first.end;
        let dash = self.is_kind(joint, TokenKind::Hyphen)
            || matches!(self.normal(joint), "-" | "–") && self.is_glued(joint) == self.is_glued(joint + 1);
        let joined = match self.normal(joint) {
            "to" => before != "from" || self.spans(at - 1),
            "and" => before == "between",
            "or" => self.next_is_near(joint, &first),
            _ => dash,
        };
        if !joined || joint >= self.end {
            return None;
        }
        let last = self.piece(joint + 1).filter(|last| !last.number.ordinal && !last.part)?;
        let unit = match (first.unit, last.unit) {
            (None, unit) => unit,
            (Some(one), None) if one.kind == UnitKind::Money => Some(one),
            (Some(one), Some(other)) if one.symbol == other.symbol => Some(other),
            _ => return None,
        };
        if first.part {
            return None;
        }
        let (mut low, mut high) = (first.number.value?, last.number.value?);
        // "$3 to $4 million", "3 to 4 million people": the scale is that of both.
        if first.number.scale == 1.0 && last.number.scale > 1.0 && low < last.number.scale {
            low *= last.number.scale;
        } else if last.number.scale == 1.0
            && first.number.scale > 1.0
            && high < first.number.scale
            && unit.is_some()
        {
            high *= first.number.scale;
        }
        if unit.is_none() {
            // Scores, odds and votes stand against each other.
            let sure = before == "between" || high > low && self.opens_noun(last.end);
            if !sure
                || self.is_kind(joint + 2, TokenKind::Hyphen) && self.is_kind(joint + 3, TokenKind::Number)
            {
                return None;
            }
        }
        let of_one = |piece: &Piece| piece.unit.or(unit).map_or(1.0, |unit| unit.of_one);
        let (a, b) = (low * of_one(&first), high * of_one(&last));
        let kind = unit.map_or(FigureKind::Count, |unit| kind_of(unit.kind));
        let end = last.end.max(joint + 1);
        Some(Amount {
            tokens: at..end,
            kind: AmountKind::Figure(kind),
            value: Some((a.min(b), a.max(b))),
            unit: unit.map_or("", |unit| unit.symbol),
        })
    }

    /// "rose from 3 to 5 percent": both are percent.
    fn with_unit_of_the_other(&self, at: usize, first: Piece) -> Piece {
        let from = at > self.start && self.normal(at - 1) == "from";
        if !from || first.unit.is_some() || first.part || self.normal(first.end) != "to" {
            return first;
        }
        let other = self.piece(first.end + 1).filter(|other| !other.number.ordinal && !other.part);
        let unit = other.and_then(|other| other.unit);
        Piece { unit, ..first }
    }

    /// "prices range from $3 to $5": the verb before "from" says that it is one range.
    fn spans(&self, from: usize) -> bool {
        let range = |at: usize| {
            let word = self.normal(at);
            word.starts_with("rang") || word.starts_with("vary") || word.starts_with("varie")
        };
        // "depths from 300 to 2,000 metres", "sailed at depths from": of things, not of what moved.
        let noun = from > self.start && self.tag(from - 1) == Upos::NOUN && {
            let led = from > self.start + 1 && self.tag(from - 2) == Upos::ADP;
            let clause = (self.start.max(from.saturating_sub(NEAR))..from).rev();
            !clause.take_while(|&at| self.tag(at) != Upos::PUNCT).any(|at| {
                let classes = self.units.doc.lexeme(at).classes;
                CHANGES.into_iter().any(|list| classes.has(list)) || !led && self.tag(at) == Upos::VERB
            })
        };
        noun || (self.start.max(from.saturating_sub(3))..from).any(range)
    }

    /// "five or six", "10 or 12": one number with its neighbour.
    fn next_is_near(&self, joint: usize, first: &Piece) -> bool {
        let Some(value) = first.number.value.filter(|_| first.unit.is_none()) else { return false };
        let next = number::read(self.units.doc, joint + 1..self.end);
        next.and_then(|next| next.value).is_some_and(|next| next > value && next <= value + 2.0)
    }

    /// "second" is a time after "a" or a number, "first" opens many a phrase that ranks nothing.
    fn is_ordinal(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |before| self.units.doc.normal(before));
        match self.units.doc.normal(at) {
            "second" => !matches!(before, "a" | "per" | "one" | "split"),
            // "first-hand", "first-ever"
            "first" => before != "at" && !self.is_kind(at + 1, TokenKind::Hyphen),
            _ => true,
        }
    }

    /// Whether a number alone counts something; "one" mostly stands for a thing instead.
    fn is_count(&self, at: usize, number: &Number) -> bool {
        let doc = self.units.doc;
        let before = at.checked_sub(1).map_or("", |before| doc.normal(before));
        let after = self.normal(number.end);
        if doc.normal(at) == "one" && number.end == at + 1 {
            let person = matches!(after, "person" | "death" | "fatality" | "case" | "arrest" | "injury");
            return person || after == "of" && !matches!(before, "no" | "any" | "every" | "this" | "that");
        }
        // "two-wheeler", "four-time champion": a word made with a number counts nothing of the article.
        // "zero tolerance", "net zero": none of what cannot be counted.
        if doc.normal(at) == "zero"
            && (doc.syntax.tag(number.end) == Tag::Noun && number.end < self.end || before == "net")
        {
            return false;
        }
        let word = doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Word);
        let compound = self.is_kind(number.end, TokenKind::Hyphen);
        if word && compound && number.value.is_some_and(|value| value < 13.0) {
            return false;
        }
        // A number that is part of a name ("Boeing 737") is the tagger's.
        word || number.scale > 1.0
            || number.end > at + 1
            || number::digits_value(doc.normal(at)).is_some()
            || doc.normal(at).ends_with(char::is_alphabetic)
    }

    /// "one" and "two" that tell no news: "one of the leaders", "the two sides".
    fn is_small(&self, at: usize, end: usize) -> bool {
        let doc = self.units.doc;
        let before = at.checked_sub(1).map_or("", |before| doc.normal(before));
        match doc.normal(at) {
            "one" => end == at + 1 && self.normal(end) == "of",
            "two" | "both" if end == at + 1 => {
                word_class::is(before, WordClass::Determiner)
                    || !self.opens_noun(end)
                    || self.normal(end) == "of"
            }
            _ => false,
        }
    }

    fn normal(&self, at: usize) -> &str {
        if at < self.end { self.units.doc.normal(at) } else { "" }
    }

    fn tag(&self, at: usize) -> Upos {
        if at < self.end { self.units.doc.syntax.tag(at).upos() } else { Upos::PUNCT }
    }

    fn is_kind(&self, at: usize, kind: TokenKind) -> bool {
        at < self.end && self.units.doc.tokens.get(at).is_some_and(|t| t.kind == kind)
    }

    fn is_glued(&self, at: usize) -> bool {
        at < self.end && self.units.doc.tokens.get(at).is_some_and(|t| t.glued)
    }
}

fn kind_of(unit: UnitKind) -> FigureKind {
    match unit {
        UnitKind::Money => FigureKind::Money,
        UnitKind::Percent => FigureKind::Percent,
        UnitKind::Measure => FigureKind::Quantity,
    }
}
