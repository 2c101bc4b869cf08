//! The phrases that an article is about.

use analysis::{Entity, KeyPhrase};

use crate::reading::Reading;

/// The key phrases, best first.
pub(crate) fn phrases(_reading: &Reading, _entities: &[Entity]) -> Vec<KeyPhrase> {
    Vec::new()
}
