//! Which sentences are not understood by themselves: "But he", "That would be", "It was".
//!
//! What they mean stands in the sentence before. In a summary they come behind it or not at all, whoever the
//! engine thinks that "he" is: a reader should not have to take its word for it.

use std::ops::Range;

use super::features::is_word;
use crate::doc::Doc;
use crate::word_class::{self, WordClass};

/// What a sentence hangs on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leans {
    /// It stands by itself.
    Nowhere,
    /// On the candidate of this number, which is the sentence before it.
    On(usize),
    /// On a sentence that can be in no summary, or on none at all.
    OnNothing,
}

/// What the sentence of these tokens hangs on; `before` is the candidate that the sentence before it is.
pub(super) fn leans(doc: &Doc, tokens: Range<usize>, before: Option<usize>) -> Leans {
    let first = tokens.clone().find(|at| is_word(doc, *at)).unwrap_or(tokens.start);
    let is_loose = match doc.normal(first) {
        // "This week", "those who": the noun says what is meant.
        "this" | "these" if first + 1 < tokens.end && is_time(doc.normal(first + 1)) => false,
        word => is_loose(word),
    };
    match before {
        _ if !is_loose => Leans::Nowhere,
        Some(before) => Leans::On(before),
        None => Leans::OnNothing,
    }
}

/// A pronoun, or a word that sets the sentence against the one before or draws a conclusion from it.
fn is_loose(normal: &str) -> bool {
    // "it's", "they'd": tokens keep a contraction whole where it is glued by a typographic apostrophe.
    let stem = normal.split(['\'', '’']).next().unwrap_or(normal);
    word_class::is(stem, WordClass::LeaningWord)
}

fn is_time(normal: &str) -> bool {
    word_class::is(normal, WordClass::TimeNoun)
}
