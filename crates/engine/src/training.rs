//! The trainer's door: the very features that the tagger reads, for sentences whose names are known.

use analysis::{Document, Span};

use crate::reading::Reading;
use crate::tag::features::{clues, features, is_titled};
pub use crate::tag::model::{Label, MAGIC, Model, REACH, best_path, check_of};

/// A sentence as the tagger sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub tokens: Vec<Span>,
    /// The hashes of each token's features.
    pub features: Vec<Vec<u32>>,
}

/// The sentences of a document.
pub fn sentences(document: &Document) -> Vec<Seen> {
    let reading = Reading::new(document);
    let clues = clues(&reading);
    let seen = reading.sentences.iter().map(|sentence| {
        let titled = is_titled(&reading, &sentence.tokens);
        let of_token = |token| {
            let mut hashes = Vec::with_capacity(48);
            features(&clues, &sentence.tokens, titled, token, |hash| hashes.push(hash));
            hashes
        };
        Seen {
            tokens: reading.tokens[sentence.tokens.clone()].iter().map(|token| token.span).collect(),
            features: sentence.tokens.clone().map(of_token).collect(),
        }
    });
    seen.collect()
}
