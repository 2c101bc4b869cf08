//! Interviews and debates printed as transcripts: `PELL: I disagree.`
//!
//! A label is trusted only if the article has several turns, since a colon after words in capitals may be
//! anything once.

use rustc_hash::FxHashSet as HashSet;
use std::ops::Range;

use analysis::{Polarity, QuoteKind, Sense};
use text::BlockKind;

use super::draft::{Draft, Source, Why};
use super::unit::Unit;
use super::weights;
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
    let found: Vec<(usize, Turn)> = blocks
        .iter()
        .enumerate()
        .filter_map(|(at, (block, tokens))| Some((at, turn(reading, *block, tokens.clone())?)))
        .collect();
    let mut turns = Turns::default();
    if found.len() < ENOUGH {
        return turns;
    }
    for (at, turn) in &found {
        turns.blocks.insert(turn.block);
        let mut segments = vec![reading.span(turn.words.clone())];
        // A turn of several paragraphs in marks: each opens with a mark, and only the first has the label.
        for (block, tokens) in blocks[at + 1..].iter().take_while(|_| turn.marked) {
            let labelled = found.binary_search_by_key(block, |(_, turn)| turn.block).is_ok();
            let speech = reading.block_kind(tokens.start) != BlockKind::Furniture;
            if labelled || !speech || !is_mark(reading, tokens.start) {
                break;
            }
            turns.blocks.insert(*block);
            let words = within_marks(reading, tokens.start + 1..tokens.end);
            // "(CROSSTALK)" is the printer's.
            let aside = reading.word(words.start) == "(" && reading.word(words.end.saturating_sub(1)) == ")";
            if !aside && !words.is_empty() {
                segments.push(reading.span(words));
            }
        }
        turns.drafts.push(Draft {
            // Without marks a turn is, by the words of the contract, no direct quote, though it is as exact.
            kind: if turn.marked { QuoteKind::Direct } else { QuoteKind::Indirect },
            segments,
            cue: Some(turn.label.end..turn.label.end + 1),
            source: Some(Source { head: turn.label.clone(), tokens: turn.label.clone(), named: None }),
            confidence: weights::TRANSCRIPT,
            why: Why::Transcript,
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        });
    }
    turns
}

fn is_mark(reading: &Reading, at: usize) -> bool {
    reading.tokens.get(at).is_some_and(|t| t.kind == TokenKind::QuoteMark)
}

/// Without the marks that close it.
fn within_marks(reading: &Reading, mut tokens: Range<usize>) -> Range<usize> {
    while !tokens.is_empty() && is_mark(reading, tokens.end - 1) {
        tokens.end -= 1;
    }
    tokens
}

/// The block as a turn, if it begins with a label in capitals.
fn turn(reading: &Reading, block: usize, tokens: Range<usize>) -> Option<Turn> {
    let marked = is_mark(reading, tokens.start);
    let start = tokens.start + usize::from(marked);
    let colon = (start + 1..tokens.end.min(start + 7)).find(|&i| reading.word(i) == ":")?;
    let label = reading.words(start..colon);
    let letters = || label.chars().filter(|c| c.is_alphabetic());
    let capitals = letters().count() > 1 && letters().all(char::is_uppercase);
    let words = within_marks(reading, colon + 1..tokens.end);
    (capitals && !words.is_empty()).then_some(Turn { block, label: start..colon, words, marked })
}
