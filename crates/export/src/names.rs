//! The names of an article as those forms need them that can say one thing of a word only: no two overlap.

use analysis::{Analysis, EntityType, MentionKind, Span};

/// Every mention by name in the order of the text. Where two overlap, the one that begins first stays, and of two
/// that begin together the longer. Empty ones, and those that are no part of `text`, are left out.
pub fn apart(text: &str, analysis: &Analysis) -> Vec<(Span, EntityType)> {
    let mut all: Vec<(Span, EntityType)> = analysis
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention, entity.kind)))
        .filter(|(mention, _)| mention.kind == MentionKind::Name)
        .map(|(mention, kind)| (mention.span, kind))
        .filter(|(span, _)| !span.is_empty() && span.fits(text))
        .collect();
    all.sort_by_key(|&(span, kind)| (span.start, std::cmp::Reverse(span.end), kind));
    let mut free = 0;
    all.retain(|(span, _)| {
        let stays = span.start >= free;
        if stays {
            free = span.end;
        }
        stays
    });
    all
}
