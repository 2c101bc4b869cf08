//! All names of the article by their place, so that a role finds those inside it.

use std::ops::Range;

use analysis::{Entity, EntityType};

use crate::doc::Doc;

/// The names, in order.
pub(super) struct Names {
    /// Tokens and type, in order.
    all: Vec<(Range<usize>, EntityType)>,
}

impl Names {
    pub fn of(doc: &Doc, entities: &[Entity]) -> Names {
        let mut all: Vec<(Range<usize>, EntityType)> = Vec::new();
        for entity in entities.iter().filter(|entity| !entity.kind.is_value()) {
            all.extend(entity.mentions.iter().map(|mention| (doc.tokens_in(mention.span), entity.kind)));
        }
        all.sort_by_key(|(tokens, _)| (tokens.start, tokens.end));
        Names { all }
    }

    /// The name that holds a token.
    pub fn at(&self, token: usize) -> Option<&(Range<usize>, EntityType)> {
        let after = self.all.partition_point(|(tokens, _)| tokens.start <= token);
        self.all[..after].last().filter(|(tokens, _)| tokens.contains(&token))
    }
}
