//! The sentences that carry an article.

use analysis::{Entity, KeyPhrase, SummarySentence};

use crate::reading::Reading;

/// The `count` best sentences, in the order of the text.
pub(crate) fn choose(
    _reading: &Reading,
    _entities: &[Entity],
    _phrases: &[KeyPhrase],
    _count: usize,
) -> Vec<SummarySentence> {
    Vec::new()
}
