//! Finds names in the text and says of what type each is.
//!
//! What the engine asks of a tagger is one trait, so that a trained model can stand where rules stand today.
//! Which names mean the same thing is not decided here but in [`crate::entity`].

use std::ops::Range;

use analysis::EntityType;

use crate::reading::Reading;

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

/// The tagger that ships: rules over the lexicon.
pub(crate) struct RuleTagger;

impl Tagger for RuleTagger {
    fn names(&self, _reading: &Reading) -> Vec<Name> {
        Vec::new()
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
