//! Interviews and debates printed as transcripts: `PELL: I disagree.`
//!
//! A label is trusted only if the article has several turns, since a colon after a name in capitals may be
//! anything once.

use std::collections::HashSet;

use analysis::QuoteKind;

use super::clause::Clause;
use super::draft::{Draft, Why, source};
use super::unit::Unit;
use super::words::Class;
use crate::reading::Reading;

/// The turns of a transcript.
#[derive(Default)]
pub(crate) struct Turns {
    pub drafts: Vec<Draft>,
    blocks: HashSet<usize>,
}

impl Turns {
    /// Whether the unit is somebody's turn as a whole.
    pub fn covers(&self, unit: &Unit) -> bool {
        self.blocks.contains(&unit.block)
    }
}

/// The fewest turns that make a transcript.
const ENOUGH: usize = 3;

/// The turns of an article, if it is a transcript.
pub(crate) fn turns(reading: &Reading, units: &[Unit]) -> Turns {
    let labels: Vec<(usize, usize)> = units
        .iter()
        .enumerate()
        .filter_map(|(at, unit)| label_end(reading, units, at, unit).map(|end| (at, end)))
        .collect();
    let mut turns = Turns::default();
    if labels.len() < ENOUGH {
        return turns;
    }
    for (at, colon) in labels {
        let unit = &units[at];
        let clause = Clause { reading, items: &unit.items };
        let first = unit.items.get(colon + 1).map_or(0, |item| item.tokens.start);
        let last = units[at..].iter().take_while(|u| u.block == unit.block).last();
        let end = last.and_then(|u| u.items.last()).map_or(first, |item| item.tokens.end);
        let span = reading.span(first..end);
        if span.is_empty() {
            continue;
        }
        turns.blocks.insert(unit.block);
        turns.drafts.push(Draft {
            kind: QuoteKind::Indirect,
            segments: vec![span],
            source: Some(source(clause, 0..colon)),
            cue: Some(clause.tokens(colon..colon + 1)),
            confidence: 0.9,
            why: Why::Transcript,
        });
    }
    turns
}

/// The colon after a label in capitals that begins a block.
fn label_end(reading: &Reading, units: &[Unit], at: usize, unit: &Unit) -> Option<usize> {
    if at > 0 && units[at - 1].block == unit.block {
        return None;
    }
    let clause = Clause { reading, items: &unit.items };
    let colon = (1..unit.items.len().min(6)).find(|&i| clause.normal(i) == ":")?;
    let label = (0..colon).all(|i| {
        clause.class(i) == Class::Name
            || matches!(clause.class(i), Class::Hyphen)
            || reading.tokens[unit.items[i].tokens.start].is_capital()
    });
    let words = reading.words(clause.tokens(0..colon));
    let capitals = words.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    (label && capitals && !clause.is_quote(colon + 1) && colon + 1 < unit.items.len()).then_some(colon)
}
