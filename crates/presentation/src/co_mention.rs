//! Who stands beside whom in an article.

use analysis::{Entity, EntityId};

use crate::{Article, Family, Route};

/// Someone who appears with an entity, and how often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CoMention {
    pub entity: EntityId,
    /// Sentences that mention both.
    pub sentences: usize,
    /// Blocks that mention both.
    pub paragraphs: usize,
}

/// Sentences and pieces, by number.
pub(crate) type Places = (Vec<usize>, Vec<usize>);

impl Article {
    /// Those who share a paragraph with an entity, closest first. Dates and figures are left out.
    pub fn co_mentions(&self, id: EntityId) -> Vec<CoMention> {
        let Some(one) = self.entity(id) else { return Vec::new() };
        let (sentences, paragraphs) = self.places(one);
        let mut all: Vec<CoMention> = self
            .analysis
            .entities
            .iter()
            .filter(|entity| entity.id != id)
            .filter(|entity| !matches!(Family::of(entity.kind), Family::Dates | Family::Figures))
            .filter_map(|entity| {
                let (theirs, around) = self.places(entity);
                let paragraphs = in_both(&paragraphs, &around);
                (paragraphs > 0).then(|| CoMention {
                    entity: entity.id,
                    sentences: in_both(&sentences, &theirs),
                    paragraphs,
                })
            })
            .collect();
        all.sort_by_key(|with| std::cmp::Reverse((with.sentences, with.paragraphs)));
        all
    }

    /// Where two meet first: the second one's mention, or the first one's if that comes later, in the first sentence that
    /// mentions both; if there is none, in the first paragraph.
    pub(crate) fn meeting(&self, one: &Entity, other: &Entity) -> Option<Route> {
        let (of_one, of_other) = (self.places(one), self.places(other));
        let mention = |entity: &Entity, is_there: &dyn Fn(u32) -> bool| {
            let at = entity.mentions.iter().position(|mention| is_there(mention.span.start))?;
            Some((entity.mentions.get(at)?.span.start, Route::mention(entity.id, at as u32 + 1)))
        };
        let later = |is_there: &dyn Fn(u32) -> bool| {
            let both = [one, other].map(|entity| mention(entity, is_there));
            both.into_iter().flatten().max_by_key(|(start, _)| *start).map(|(_, route)| route)
        };
        match (first_in_both(&of_one.0, &of_other.0), first_in_both(&of_one.1, &of_other.1)) {
            (Some(sentence), _) => later(&|at| self.sentence_at(at) == Some(sentence)),
            (None, Some(piece)) => later(&|at| self.piece_at(at) == Some(piece)),
            (None, None) => None,
        }
    }

    /// The sentences and the pieces that mention an entity, each once, in order.
    pub(crate) fn places(&self, entity: &Entity) -> Places {
        let starts = || entity.mentions.iter().map(|mention| mention.span.start);
        let mut sentences: Vec<usize> = starts().filter_map(|at| self.sentence_at(at)).collect();
        let mut pieces: Vec<usize> = starts().filter_map(|at| self.piece_at(at)).collect();
        sentences.dedup();
        pieces.dedup();
        (sentences, pieces)
    }
}

/// The first member that two sorted lists share.
fn first_in_both(a: &[usize], b: &[usize]) -> Option<usize> {
    a.iter().copied().find(|member| b.binary_search(member).is_ok())
}

/// How many members two sorted lists share.
pub(crate) fn in_both(a: &[usize], b: &[usize]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        shared += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    shared
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{article, entity_named};

    #[test]
    fn those_of_one_sentence_come_before_those_of_one_paragraph() {
        let article = article();
        let with = article.co_mentions(entity_named(&article, "Ana Ruiz"));
        let names: Vec<_> = with
            .iter()
            .map(|with| {
                (article.entity(with.entity).map(|e| e.name.as_str()), with.sentences, with.paragraphs)
            })
            .collect();
        assert_eq!(names, [(Some("Ben Adeyemi"), 1, 1), (Some("Lisbon"), 0, 1)]);
    }

    #[test]
    fn sorted_lists_share_what_both_have() {
        assert_eq!(in_both(&[1, 2, 5], &[2, 3, 5, 9]), 2);
        assert_eq!(in_both(&[], &[1]), 0);
    }
}
