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
