//! What the figures of an article say: their values, their units, what they count, and whether they rose or fell.
//!
//! [`crate::amount`] has read the words and their values ("up `[18%]`", "`[26]` goats"); here they are read together with
//! the words around them. What the text does not say is left open.

mod change;
#[cfg(test)]
mod tests;

use std::ops::Range;

use analysis::{Entity, EntityType, Figure, FigureKind, Span};

use crate::amount::{Amount, AmountKind};
use crate::doc::Doc;
use crate::quote::words::{Class, class, is_plural};
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

/// The longest phrase that is taken for what a figure counts, in tokens.
const LONGEST: usize = 6;
/// The longest run of words that says how exact a figure is, in tokens ("no more than").
const HEDGE: usize = 4;
/// How far before a figure its clause may say what it is the number of, in tokens.
const REACH: usize = 20;

/// Every amount that is a figure, in the order of the text.
pub(crate) fn read(doc: &Doc, amounts: &[Amount], entities: &[Entity]) -> Vec<Figure> {
    let names = names(doc, entities);
    let mut names = names.iter().peekable();
    let mut figures: Vec<Figure> = Vec::new();
    for amount in amounts {
        let AmountKind::Figure(kind) = amount.kind else { continue };
        while names.next_if(|name| name.end <= amount.tokens.start).is_some() {}
        // The number of a name ("the Group of 77", "Boeing 737") is no figure.
        let named = names
            .peek()
            .is_some_and(|name| name.start < amount.tokens.start && name.end >= amount.tokens.end)
            || names.peek().is_some_and(|name| **name == amount.tokens && kind == FigureKind::Count);
        if named {
            continue;
        }
        let words = Words::around(doc, amount, kind);
        let mut figure = words.figure(amount);
        // "lost 300 points, or 2.1%": said in another unit, it is the same change.
        if figure.change.is_none()
            && let Some(before) = figures.last()
            && words.says_again(doc.tokens_in(before.span))
        {
            figure.change = before.change;
            figure.of = figure.of.or(before.of);
        }
        figures.push(figure);
    }
    figures
}

/// The tokens of every mention by name that is no amount itself, in order.
fn names(doc: &Doc, entities: &[Entity]) -> Vec<Range<usize>> {
    use EntityType::*;
    let mut names: Vec<Range<usize>> = entities
        .iter()
        .filter(|entity| {
            !matches!(entity.kind, Money | Percent | Quantity | Cardinal | Ordinal | Date | Time)
        })
        .flat_map(|entity| entity.mentions.iter().map(|mention| doc.tokens_in(mention.span)))
        .collect();
    names.sort_unstable_by_key(|name| (name.start, name.end));
    names
}

/// A figure's tokens within those of its sentence.
struct Words<'r, 'a> {
    doc: &'r Doc<'a>,
    sentence: Range<usize>,
    figure: Range<usize>,
    kind: FigureKind,
    unit: &'static str,
}

impl<'r, 'a> Words<'r, 'a> {
    fn around(doc: &'r Doc<'a>, amount: &Amount, kind: FigureKind) -> Self {
        let figure = amount.tokens.clone();
        let sentence = doc.sentences.get(doc.sentence_of(figure.start));
        let sentence = sentence.map_or(figure.clone(), |sentence| sentence.tokens.clone());
        Words { doc, sentence, figure, kind, unit: amount.unit }
    }

    fn figure(&self, amount: &Amount) -> Figure {
        let of = self.normal(self.figure.end) == "of";
        let counted = match self.kind {
            FigureKind::Count if self.counts_a_part() => Some(self.figure.end + 1..self.figure.end + 2),
            // "12% fewer goats"
            FigureKind::Percent if matches!(self.normal(self.figure.end), "more" | "fewer" | "less") => {
                self.phrase_after(self.figure.end + 1)
            }
            FigureKind::Count if self.normal(self.figure.end + 1) == "strong" => {
                self.phrase_after(self.figure.end + 2)
            }
            FigureKind::Count => self.phrase_after(self.figure.end),
            // "in damages", not "in the shop"
            FigureKind::Money
                if self.normal(self.figure.end) == "in"
                    && self.doc.syntax.tag(self.figure.end + 1) != Tag::Determiner
                    && !self.doc.tokens.get(self.figure.end + 1).is_some_and(|token| token.is_capital()) =>
            {
                self.phrase_after(self.figure.end + 1)
            }
            FigureKind::Fraction => self.phrase_after(self.figure.end),
            _ if of => self.phrase_after(self.figure.end + 1),
            _ => None,
        };
        // "They lost 26 goats": what is counted was not 26 more before.
        let points = matches!(self.normal(self.figure.end), "point" | "points");
        let counts = self.kind == FigureKind::Count && counted.is_some() && !points;
        let change = if counts { self.counted_change() } else { self.change() };
        let subject = || self.changed(&change.as_ref()?.cue);
        let total = || self.total().filter(|_| self.kind == FigureKind::Count);
        let measured = || self.measured().filter(|_| self.kind == FigureKind::Quantity);
        let counted_of =
            counted.or_else(subject).or_else(total).or_else(measured).map(|tokens| self.doc.span(tokens));
        let end = change.as_ref().map_or(self.figure.end, |change| change.cue.end.max(self.figure.end));
        Figure {
            span: self.doc.span(self.hedge()..self.figure.end),
            kind: self.kind,
            value: amount.value.map(|(low, high)| (rounded(low, self.kind), rounded(high, self.kind))),
            unit: amount.unit.to_owned(),
            of: counted_of,
            against: self.against(end),
            change: change.and_then(|change| change.direction),
        }
    }

    /// What a word of change is said of: "the wealth of tycoons on the Hale list rose", "boosted annual revenue by".
    fn changed(&self, cue: &Range<usize>) -> Option<Range<usize>> {
        let syntax = &self.doc.syntax;
        let nearest = self.phrase_before(cue.start.min(self.figure.start));
        let verb = cue.clone().find(|&at| syntax.tag(at).upos() == Upos::VERB && at < self.figure.start);
        let Some(verb) = verb else { return nearest };
        let child = |at: &usize| syntax.head(*at) == Some(verb);
        let mut object = (verb + 1..self.figure.start).filter(child);
        let noun = |at: usize| matches!(syntax.tag(at).upos(), Upos::NOUN | Upos::PROPN);
        if let Some(object) = object.find(|&at| syntax.relation(at) == Relation::Object && noun(at)) {
            return self.phrase_after(cue.end).filter(|phrase| phrase.contains(&object)).or(nearest);
        }
        let mut subject = (self.sentence.start..verb).filter(child);
        let subject = subject
            .find(|&at| matches!(syntax.relation(at), Relation::NominalSubject | Relation::PassiveSubject));
        match (subject, nearest) {
            (Some(subject), Some(near)) if subject < near.start => {
                let start = self.phrase_before(subject + 1).filter(|_| noun(subject))?.start;
                let of = self.normal(subject + 1) == "of";
                let end = if of { self.phrase_after(subject + 2).map(|of| of.end) } else { None };
                Some(start..end.filter(|end| *end <= verb).unwrap_or(subject + 1))
            }
            (_, nearest) => nearest,
        }
    }

    /// "the 61-seat council", "a 300-page report": what is counted stands at the hyphen; of "a 300-strong crowd" it is the
    /// crowd.
    fn counts_a_part(&self) -> bool {
        let noun = self.figure.end + 1;
        self.class(self.figure.end) == Class::Hyphen
            && self.sentence.contains(&noun)
            && self.doc.syntax.tag(noun).upos() == Upos::NOUN
            && self.normal(noun) != "strong"
    }

    /// "passengers" of "the number of passengers is expected to reach 36 million": what its clause says it is the number of.
    fn total(&self) -> Option<Range<usize>> {
        let near = self.sentence.start.max(self.figure.start.saturating_sub(REACH))..self.figure.start;
        let clause = near.rev().take_while(|&at| !matches!(self.class(at), Class::Comma | Class::Break));
        let number =
            clause.filter(|&at| matches!(self.normal(at), "number" | "total") && self.normal(at + 1) == "of");
        let phrase = self.phrase_after(number.last()? + 1)?;
        let verb = (phrase.end..self.figure.start)
            .any(|at| matches!(self.class(at), Class::Verb | Class::Auxiliary));
        (verb && phrase.end <= self.figure.start).then_some(phrase)
    }

    /// "rainfall" of "rainfall was 371mm", "gusts" of "gusts reached 140 km/h": the subject of the verb right before the
    /// figure, where that is a thing.
    fn measured(&self) -> Option<Range<usize>> {
        let verb = self.hedge().checked_sub(1).filter(|before| self.sentence.contains(before))?;
        let of_a_level = self.doc.syntax.words_of(verb).any(|word| {
            matches!(self.doc.lemma(word).as_str(), "be" | "reach" | "hit" | "average" | "total" | "exceed")
        });
        let phrase = self.phrase_before(verb).filter(|_| of_a_level && self.class(verb) != Class::Noun)?;
        (self.doc.syntax.tag(phrase.end - 1).upos() == Upos::NOUN).then_some(phrase)
    }

    /// A count changes what it counts only by "by": "rose by 300 jobs".
    fn counted_change(&self) -> Option<change::Told> {
        let by = self
            .hedge()
            .checked_sub(1)
            .is_some_and(|before| self.sentence.contains(&before) && self.normal(before) == "by");
        if by { self.change() } else { None }
    }

    /// Where the figure begins with what says how exact it is: "more than", "about", "up to".
    fn hedge(&self) -> usize {
        let start = self.figure.start;
        (1..=HEDGE)
            .rev()
            .filter_map(|back| start.checked_sub(back).filter(|from| *from >= self.sentence.start))
            .find(|&from| {
                self.doc.phrase(from, WordClass::Approximation) == Some(start)
                    && self.doc.syntax.tag(from).upos() != Upos::VERB
                    // "the vase over 30 people signed" is rare; "moved up 5" is not.
                    && !matches!(self.normal(from), "under" | "above" | "below" | "only" | "just")
            })
            .unwrap_or(start)
    }

    /// "300 points, or 2.1%", "300 points (2.1%)".
    fn says_again(&self, before: Range<usize>) -> bool {
        let start = self.hedge();
        let between = before.end..start;
        if !self.sentence.contains(&before.start) || between.start > start || between.len() > 5 {
            return false;
        }
        let word = |at: usize| self.normal(at);
        let last = start.checked_sub(1).map_or("", word);
        let noun = |at: usize| {
            matches!(word(at), "point" | "points" | "," | "or" | "(")
                || self.doc.syntax.tag(at).upos() == Upos::PUNCT
        };
        matches!(last, "or" | "(") && between.into_iter().all(noun)
    }

    /// The noun phrase that begins at a token, without its article: "injured people" of "of the injured people".
    fn phrase_after(&self, from: usize) -> Option<Range<usize>> {
        let mut start = from;
        while start < self.sentence.end
            && (matches!(self.normal(start), "of" | "more" | "fewer" | "additional" | "or" | "so")
                || matches!(self.class(start), Class::Determiner | Class::Hyphen))
            && start < from + 3
        {
            start += 1;
        }
        let mut end = start;
        // "1,200 injured people": a participle before its noun.
        let is_participle = |at: usize| {
            self.class(at) == Class::Verb
                && self.normal(at).ends_with("ed")
                && matches!(self.class(at + 1), Class::Noun | Class::Name)
        };
        while end < self.sentence.end.min(start + LONGEST)
            && (matches!(self.class(end), Class::Noun | Class::Name | Class::Ing | Class::Hyphen)
                || is_participle(end))
        {
            end += 1;
            // "a tenth of the world's trade" is of trade.
            if self.class(end) == Class::Possessive
                && matches!(self.class(end + 1), Class::Noun | Class::Name)
            {
                start = end + 1;
                end = start;
                continue;
            }
            // "26 goats vanished": behind a plural comes no noun.
            // "fifty police precinct chiefs": but within a compound there may be.
            let compound = self.doc.syntax.relation(end - 1) == Relation::Compound
                && self.doc.syntax.head(end - 1).is_some_and(|head| head >= end);
            if is_plural(self.normal(end - 1)) && self.normal(end - 1).len() > 3 && !compound {
                break;
            }
        }
        // "four of the top five banks" are of banks.
        if end > start
            && self.doc.syntax.tag(end - 1).upos() == Upos::ADJ
            && self.sentence.contains(&end)
            && self.doc.is(end, WordClass::Cardinal)
            && end < from + LONGEST
        {
            return self.phrase_after(end + 1);
        }
        while end > start && matches!(self.class(end - 1), Class::Hyphen | Class::Ing) {
            end -= 1;
        }
        (end > start && self.doc.tokens.get(start).is_some_and(|token| token.is_word())).then_some(start..end)
    }

    /// The noun phrase that ends before a token, with what "of" joins to it, without its article.
    fn phrase_before(&self, verb: usize) -> Option<Range<usize>> {
        let mut end = verb;
        while end > self.sentence.start && matches!(self.class(end - 1), Class::Auxiliary | Class::Adverb) {
            end -= 1;
        }
        let mut start = end;
        while start > self.sentence.start && end - start < 2 * LONGEST {
            match self.class(start - 1) {
                Class::Noun | Class::Name | Class::Hyphen | Class::Possessive | Class::Determiner => {
                    start -= 1
                }
                Class::Preposition
                    if matches!(self.normal(start - 1), "of" | "in" | "for") && start < end =>
                {
                    start -= 1
                }
                _ => break,
            }
        }
        while start < end
            && (matches!(
                self.class(start),
                Class::Determiner | Class::Preposition | Class::Possessive | Class::Hyphen
            ))
        {
            start += 1;
        }
        (start < end).then_some(start..end)
    }

    /// "a year earlier" of "up 18% from a year earlier".
    fn against(&self, from: usize) -> Option<Span> {
        let start = match (self.normal(from), self.normal(from + 1)) {
            ("from" | "than" | "versus", _) => from + 1,
            ("compared" | "compares" | "against", "with" | "to") => from + 2,
            _ => return None,
        };
        let limit = self.sentence.end.min(start + 2 * LONGEST);
        let end = (start..limit)
            .find(|at| {
                matches!(
                    self.class(*at),
                    Class::Comma | Class::Break | Class::Aside | Class::Verb | Class::Auxiliary
                ) || matches!(self.normal(*at), "to" | "and" | "as" | "after" | "but")
            })
            .unwrap_or(limit);
        (end > start).then(|| self.doc.span(start..end))
    }

    fn class(&self, at: usize) -> Class {
        if self.sentence.contains(&at) { class(self.doc, at, false) } else { Class::Break }
    }

    fn normal(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.doc.normal(at) } else { "" }
    }
}

/// Fractions to four places, as a reader would say them; others to nine, which takes off what cannot be written in
/// halves (1.1 million is 1100000, not 1100000.0000000001).
fn rounded(value: f64, kind: FigureKind) -> f64 {
    let places = if kind == FigureKind::Fraction { 1e4 } else { 1e9 };
    if value.abs() > 1e6 { libm::round(value * 1e3) / 1e3 } else { libm::round(value * places) / places }
}
