//! Interviews and debates printed as transcripts: `PELL: I disagree.`
//!
//! A label is trusted only if the article has several turns, since a colon after words in capitals may be
//! anything once.

use std::collections::HashSet;
use std::ops::Range;

use analysis::QuoteKind;

use super::draft::{Draft, Source, Why};
use super::unit::Unit;
use crate::reading::Reading;
use crate::token::TokenKind;

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

/// A block that begins with a label.
struct Turn {
    block: usize,
    label: Range<usize>,
    words: Range<usize>,
    /// A quotation mark stands before the label: the whole transcript is quoted.
    marked: bool,
}

/// The turns of an article, if it is a transcript.
pub(crate) fn turns(reading: &Reading) -> Turns {
    let mut blocks: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &reading.sentences {
        match blocks.last_mut() {
            Some((block, tokens)) if *block == sentence.block => tokens.end = sentence.tokens.end,
            _ => blocks.push((sentence.block, sentence.tokens.clone())),
        }
    }
    let found: Vec<Turn> =
        blocks.into_iter().filter_map(|(block, tokens)| turn(reading, block, tokens)).collect();
    let mut turns = Turns::default();
    if found.len() < ENOUGH {
        return turns;
    }
    for turn in found {
        turns.blocks.insert(turn.block);
        turns.drafts.push(Draft {
            // Without marks a turn is, by the words of the contract, no direct quote, though it is as exact.
            kind: if turn.marked { QuoteKind::Direct } else { QuoteKind::Indirect },
            segments: vec![reading.span(turn.words)],
            cue: Some(turn.label.end..turn.label.end + 1),
            source: Some(Source { head: turn.label.clone(), tokens: turn.label, named: None }),
            confidence: 0.9,
            why: Why::Transcript,
        });
    }
    turns
}

/// The block as a turn, if it begins with a label in capitals.
fn turn(reading: &Reading, block: usize, tokens: Range<usize>) -> Option<Turn> {
    let is_mark = |i: usize| reading.tokens.get(i).is_some_and(|t| t.kind == TokenKind::QuoteMark);
    let marked = is_mark(tokens.start);
    let start = tokens.start + usize::from(marked);
    let colon = (start + 1..tokens.end.min(start + 7)).find(|&i| reading.word(i) == ":")?;
    let label = reading.words(start..colon);
    let letters = || label.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() > 1 && letters().all(char::is_uppercase);
    let mut end = tokens.end;
    while end > colon + 1 && is_mark(end - 1) {
        end -= 1;
    }
    let words = colon + 1..end;
    (capitals && !words.is_empty()).then_some(Turn { block, label: start..colon, words, marked })
}
