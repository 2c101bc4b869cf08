//! What the exports for people say of an article and its quotes, in plain words.

use analysis::{Analysis, BlockKind, Document, Entity, Quote, QuoteKind, Span};

/// The words of a span on one line.
pub fn words(document: &Document, span: Span) -> String {
    span.of(&document.text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The first block of a kind, on one line.
pub fn block(document: &Document, kind: BlockKind) -> Option<String> {
    document.blocks.iter().find(|block| block.kind == kind).map(|block| words(document, block.span))
}

/// Who speaks, with the role that the article gives; none if it names nobody.
pub fn speaker(document: &Document, analysis: &Analysis, quote: &Quote) -> Option<String> {
    let speaker = quote.speaker?;
    Some(match speaker.entity.and_then(|id| analysis.entity(id)) {
        Some(entity) => with_role(entity),
        None => words(document, speaker.span),
    })
}

pub fn with_role(entity: &Entity) -> String {
    match &entity.role {
        Some(role) => {
            format!("{}, {}", entity.name, role.text.split_whitespace().collect::<Vec<_>>().join(" "))
        }
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
