//! Finds names in the text and says of what type each is.
//!
//! A trained model labels each sentence by itself ([`model`], [`features`]); [`edges`] then cuts what it found to
//! the name alone and [`wholes`] gives it what belongs to it, [`kind`] turns its four types into those of the contract with the lexicon's help, and
//! [`consistency`] lets the rest of the article decide what one sentence leaves open.
//! Which names mean the same thing is not decided here but in [`crate::entity`].

mod consistency;
mod edges;
pub(crate) mod features;
mod kind;
pub(crate) mod model;
mod wholes;

use std::ops::Range;

use analysis::EntityType;

use crate::reading::Reading;
use features::{Clue, clues, is_titled};
use model::{Label, Model};

/// A name in the text: the name alone, without title, article or possessive.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    pub tokens: Range<usize>,
    pub kind: EntityType,
    /// How sure the tagger is, 0 to 1.
    pub confidence: f32,
}

/// Finds names. Answers are in order and do not overlap.
pub(crate) trait Tagger {
    fn names(&self, reading: &Reading) -> Vec<Name>;
}

/// The tagger that ships.
pub(crate) struct ModelTagger;

impl Tagger for ModelTagger {
    fn names(&self, reading: &Reading) -> Vec<Name> {
        let clues = clues(reading);
        let mut guesses = Vec::new();
        for sentence in &reading.sentences {
            let titled = is_titled(reading, &sentence.tokens);
            let labels = Model::get().label(&clues, &sentence.tokens, titled);
            collect(sentence.tokens.start, &labels, &mut guesses);
        }
        let guesses = edges::trim(reading, &clues, guesses);
        let guesses = wholes::widen(reading, &clues, guesses);
        let guesses = consistency::settle(reading, &clues, guesses);
        kind::names(reading, &clues, &guesses)
    }
}

/// The names in order, without overlaps: of two that overlap the longer one stays, and of two as long the one
/// that came first.
pub(crate) fn without_overlaps(mut names: Vec<Name>) -> Vec<Name> {
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        match kept.last_mut() {
            Some(last) if name.tokens.start < last.tokens.end => {
                if name.tokens.len() > last.tokens.len() {
                    *last = name;
                }
            }
            _ => kept.push(name),
        }
    }
    kept
}
/// What the model tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Group {
    Person,
    Org,
    Place,
    Other,
}

/// A name as the model found it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Guess {
    pub tokens: Range<usize>,
    pub group: Group,
    pub confidence: f32,
}

/// Joins the labels of a sentence that begins at token `start` into guesses.
fn collect(start: usize, labels: &[(Label, i32)], guesses: &mut Vec<Guess>) {
    let mut open: Option<(usize, Group, i32)> = None;
    let mut close = |open: &mut Option<(usize, Group, i32)>, end: usize| {
        if let Some((from, group, margin)) = open.take() {
            guesses.push(Guess { tokens: from..end, group, confidence: confidence(margin) });
        }
    };
    for (token, &(label, margin)) in (start..).zip(labels) {
        let Some(group) = label.group() else {
            close(&mut open, token);
            continue;
        };
        match &mut open {
            Some((_, _, least)) if !label.is_first() => *least = margin.min(*least),
            _ => {
                close(&mut open, token);
                open = Some((token, group, margin));
            }
        }
    }
    close(&mut open, start + labels.len());
}

/// The margin of the least sure token, as a number from 0 to 1: half where the next best label is as good.
fn confidence(margin: i32) -> f32 {
    let margin = margin as f32 / 60.0;
    (0.5 + 0.5 * margin / (1.0 + margin.abs())).clamp(0.05, 0.99)
}

/// Whether a token can stand in a name by its form.
fn is_namelike(reading: &Reading, clues: &[Clue], token: usize) -> bool {
    reading.tokens.get(token).is_some_and(|t| t.is_word() && t.is_capital())
        && !clues[token].known.is_weekday()
        && !(crate::sentence::is_function_word(reading.normal(token)))
}

/// Whether a word like "in" stands before a name: that is where something is.
pub(crate) fn is_located(reading: &Reading, name: usize) -> bool {
    let before = name.checked_sub(1).map_or("", |before| reading.normal(before));
    matches!(
        before,
        "in" | "at" | "from" | "near" | "to" | "into" | "outside" | "around" | "across" | "through" | "of"
    )
}

#[cfg(test)]
mod tests;
