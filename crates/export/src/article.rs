//! What the exports for people say of an article and its quotes, in plain words.

use std::collections::HashMap;

use analysis::plain::Who;
pub use analysis::plain::one_line;
use analysis::{Analysis, BlockKind, Document, Entity, EntityId, Quote, Span};

/// The words of a span on one line.
pub fn words(document: &Document, span: Span) -> String {
    one_line(span.of(&document.text))
}

/// The first block of a kind, on one line.
pub fn block(document: &Document, kind: BlockKind) -> Option<String> {
    document.blocks.iter().find(|block| block.kind == kind).map(|block| words(document, block.span))
}

/// The entities by their numbers: an article may have thousands of quotes, and each asks who speaks.
pub struct Cast<'a>(HashMap<EntityId, &'a Entity>);

impl<'a> Cast<'a> {
    pub fn of(analysis: &'a Analysis) -> Self {
        Cast(analysis.entities.iter().map(|entity| (entity.id, entity)).collect())
    }

    /// The entity that speaks; none for a source that is no entity, and where nobody is named.
    pub fn speaking(&self, quote: &Quote) -> Option<&'a Entity> {
        self.0.get(&quote.speaker?.entity?).copied()
    }

    /// Who speaks, with the role that the article gives; none if it names nobody.
    pub fn speaker(&self, document: &Document, quote: &Quote) -> Option<String> {
        let speaker = quote.speaker?;
        match (self.speaking(quote), Who::of(quote, &document.text)) {
            (Some(entity), _) => Some(with_role(entity)),
            (None, Who::Nobody) => None,
            (None, _) => Some(words(document, speaker.span)),
        }
    }
}

pub fn with_role(entity: &Entity) -> String {
    match &entity.role {
        Some(role) => format!("{}, {}", entity.name, one_line(&role.text)),
        None => entity.name.clone(),
    }
}
