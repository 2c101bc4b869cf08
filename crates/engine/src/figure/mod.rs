//! What the figures of an article say: their values, their units, what they count, and whether they rose or fell.
//!
//! [`crate::amount`] has found the words ("up `[18%]`", "`[26]` goats"); here they are read together with the words
//! around them, by the shallow word classes that the quotes use too. What the text does not say is left open: no
//! currency is guessed for a bare "$".

mod change;
#[cfg(test)]
mod tests;
mod unit;

use std::ops::Range;

use analysis::{Entity, EntityType, Figure, Span};

use crate::amount::number;
use crate::quote::words::{Class, class, is_plural};
use crate::reading::Reading;

/// The longest phrase that is taken for what a figure counts, in tokens.
const LONGEST: usize = 6;

/// Every figure among the entities, in the order of the text.
pub(crate) fn read(reading: &Reading, entities: &[Entity]) -> Vec<Figure> {
    let mut spans: Vec<(Span, EntityType)> = entities
        .iter()
        .filter(|entity| {
            use EntityType::*;
            matches!(entity.kind, Money | Percent | Quantity | Cardinal)
        })
        .flat_map(|entity| entity.mentions.iter().map(|mention| (mention.span, entity.kind)))
        .collect();
    spans.sort_unstable_by_key(|(span, _)| *span);
    spans.into_iter().map(|(span, kind)| Words::around(reading, span).figure(span, kind)).collect()
}

/// A figure's tokens within those of its sentence.
struct Words<'r, 'a> {
    reading: &'r Reading<'a>,
    sentence: Range<usize>,
    figure: Range<usize>,
}

impl<'r, 'a> Words<'r, 'a> {
    fn around(reading: &'r Reading<'a>, span: Span) -> Self {
        let figure = reading.tokens_in(span);
        let sentence = reading.sentences.get(reading.sentence_of(figure.start));
        let sentence = sentence.map_or(figure.clone(), |sentence| sentence.tokens.clone());
        Words { reading, sentence, figure }
    }

    fn figure(&self, span: Span, kind: EntityType) -> Figure {
        let counted = match kind {
            EntityType::Cardinal => self.phrase_after(self.figure.end),
            EntityType::Money if self.normal(self.figure.end) == "in" => {
                self.phrase_after(self.figure.end + 1)
            }
            _ if self.normal(self.figure.end) == "of" => self.phrase_after(self.figure.end + 1),
            _ => None,
        };
        // "They lost 26 goats": what is counted was not 26 more before.
        let change = if kind == EntityType::Cardinal && counted.is_some() { None } else { self.change() };
        let subject = || self.phrase_before(change.as_ref()?.cue.start.min(self.figure.start));
        let of = counted.or_else(subject).map(|tokens| self.reading.span(tokens));
        let end = change.as_ref().map_or(self.figure.end, |change| change.cue.end.max(self.figure.end));
        Figure {
            span,
            kind,
            value: self.value(),
            unit: unit::of(self.reading, self.figure.clone(), kind),
            of,
            against: self.against(end),
            change: change.and_then(|change| change.direction),
        }
    }

    /// The least and the greatest number of the figure, with the scale that only the last one of a range has
    /// ("3 to 4 million").
    fn value(&self) -> Option<(f64, f64)> {
        let mut numbers = Vec::new();
        let mut at = self.figure.start;
        while at < self.figure.end && numbers.len() < 2 {
            match number::read(self.reading, at..self.figure.end) {
                Some(number) if !number.ordinal => {
                    numbers.push((number.value?, number.end - at));
                    at = number.end;
                }
                _ => at += 1,
            }
        }
        let (first, last) = match numbers.as_slice() {
            [(value, _)] => (*value, *value),
            [(first, 1), (last, tokens)] if *tokens > 1 && *first < 1000.0 && *last >= 1000.0 => {
                (first * self.scale_of(*last), *last)
            }
            [(first, _), (last, _)] => (*first, *last),
            _ => return None,
        };
        Some((first.min(last), first.max(last)))
    }

    fn scale_of(&self, value: f64) -> f64 {
        [1e12, 1e9, 1e6, 1e3].into_iter().find(|scale| value >= *scale).unwrap_or(1.0)
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
            // "26 goats vanished": behind a plural comes no noun.
            if is_plural(self.normal(end - 1)) && self.normal(end - 1).len() > 3 {
                break;
            }
        }
        while end > start && matches!(self.class(end - 1), Class::Hyphen | Class::Ing) {
            end -= 1;
        }
        (end > start && self.reading.tokens.get(start).is_some_and(|token| token.is_word()))
            .then_some(start..end)
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
        (end > start).then(|| self.reading.span(start..end))
    }

    fn class(&self, at: usize) -> Class {
        if self.sentence.contains(&at) { class(self.reading, at, false) } else { Class::Break }
    }

    fn normal(&self, at: usize) -> &str {
        if self.sentence.contains(&at) { self.reading.normal(at) } else { "" }
    }
}
