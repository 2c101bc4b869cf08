//! What the exports for people say of an article and its quotes, in plain words.

use std::collections::HashMap;

use analysis::{Analysis, BlockKind, Document, Entity, EntityId, Quote, QuoteKind, Span};

/// The words of a span on one line.
pub fn words(document: &Document, span: Span) -> String {
    one_line(span.of(&document.text))
}

/// The text with each run of white space as one space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first block of a kind, on one line.
pub fn block(document: &Document, kind: BlockKind) -> Option<String> {
    document.blocks.iter().find(|block| block.kind == kind).map(|block| words(document, block.span))
}

/// Who wrote it: as the article says, or else as its file states.
pub fn authors(document: &Document) -> Option<String> {
    let authors = &document.stated.authors;
    block(document, BlockKind::Byline)
        .or_else(|| (!authors.is_empty()).then(|| format!("By {}", authors.join(", "))))
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
        Some(match self.speaking(quote) {
            Some(entity) => with_role(entity),
            None => words(document, speaker.span),
        })
    }
}

pub fn with_role(entity: &Entity) -> String {
    match &entity.role {
        Some(role) => format!("{}, {}", entity.name, one_line(&role.text)),
        None => entity.name.clone(),
    }
}

/// A quote's exact words, each part in marks of its own; an indirect one has none.
pub fn quoted(document: &Document, quote: &Quote) -> String {
    let parts = quote.segments.iter().map(|&segment| match quote.kind {
        QuoteKind::Direct | QuoteKind::Mixed => format!("“{}”", words(document, segment)),
        QuoteKind::Indirect => words(document, segment),
    });
    parts.collect::<Vec<_>>().join(" … ")
}
