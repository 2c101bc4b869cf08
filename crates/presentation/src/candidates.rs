//! Whom a reader may mean when a name is to be joined with another, or a quote given to somebody: the likely ones first.

use analysis::{Entity, EntityId, EntityType};

use crate::cross_article::{near, words_of};
use crate::{Article, Family};

/// Somebody to choose, and why they are likely, if they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate {
    pub id: EntityId,
    pub why: Option<&'static str>,
}

impl Article {
    /// The names that an entity may be another spelling of: those alike first, then those of its type, then the
    /// heaviest. Dates and figures are no names.
    pub fn likely_same(&self, id: EntityId) -> Vec<Candidate> {
        let Some(entity) = self.entity(id) else { return Vec::new() };
        let forms = forms(entity);
        let mut all: Vec<_> = self
            .names()
            .filter(|other| other.id != id)
            .map(|other| {
                let alike = alike(&forms, &self::forms(other));
                let kind = other.kind == entity.kind;
                let family = Family::of(other.kind) == Family::of(entity.kind);
                (
                    (kind && alike.is_some(), kind, family, alike.is_some(), self.weight(other.id)),
                    other.id,
                    alike,
                )
            })
            .collect();
        all.sort_by_key(|(rank, ..)| std::cmp::Reverse(*rank));
        all.into_iter().map(|(_, id, why)| Candidate { id, why }).collect()
    }

    /// Who may have said a quote: those named in its paragraph first, people before bodies, bodies before places.
    pub fn likely_speakers(&self, quote: u32) -> Vec<Candidate> {
        let at = self.quote(quote).and_then(|quote| quote.segments.first()).map(|span| span.start);
        let piece =
            at.and_then(|at| self.piece_at(at)).and_then(|at| self.pieces.get(at)).map(|piece| piece.span);
        let mut all: Vec<_> = self
            .names()
            .map(|entity| {
                let beside =
                    piece.is_some_and(|piece| entity.mentions.iter().any(|m| piece.contains(m.span)));
                let speaks = match entity.kind {
                    EntityType::Person => 3,
                    EntityType::Org => 2,
                    EntityType::Gpe | EntityType::Norp => 1,
                    _ => 0,
                };
                let why = (beside && speaks > 1).then_some("named beside it");
                ((why.is_some(), speaks, self.weight(entity.id)), entity.id, why)
            })
            .collect();
        all.sort_by_key(|(rank, ..)| std::cmp::Reverse(*rank));
        all.into_iter().map(|(_, id, why)| Candidate { id, why }).collect()
    }

    /// Another entity that has this name already, whatever its case.
    pub fn namesake(&self, id: EntityId, name: &str) -> Option<&Entity> {
        let wanted = words_of(name);
        self.names().find(|other| other.id != id && !wanted.is_empty() && words_of(&other.name) == wanted)
    }

    /// What is neither a date nor a figure.
    pub(crate) fn names(&self) -> impl Iterator<Item = &Entity> {
        self.analysis.entities.iter().filter(|entity| !entity.kind.is_value())
    }
}

/// The words of every way that the article writes a name.
fn forms(entity: &Entity) -> Vec<Vec<String>> {
    let all = entity.aliases.iter().map(|alias| alias.text.as_str());
    let all = std::iter::once(entity.name.as_str()).chain(all).map(words_of);
    all.filter(|words| !words.is_empty()).collect()
}

/// What two names have in common, if it is more than a small word.
fn alike(ours: &[Vec<String>], theirs: &[Vec<String>]) -> Option<&'static str> {
    let pairs = || ours.iter().flat_map(|a| theirs.iter().map(move |b| (a, b)));
    let last = |words: &[String]| words.last().cloned().unwrap_or_default();
    if pairs().any(|(a, b)| last(a) == last(b)) {
        return Some("same last word");
    }
    if pairs().any(|(a, b)| near(&last(a), &last(b))) {
        return Some("spelled alike");
    }
    let initials = |words: &[String]| words.iter().filter_map(|word| word.chars().next()).collect::<String>();
    let short = |a: &[String], b: &[String]| a.len() == 1 && b.len() > 1 && a.first() == Some(&initials(b));
    if pairs().any(|(a, b)| short(a, b) || short(b, a)) {
        return Some("its initials");
    }
    let long = |word: &&String| word.chars().count() >= 4;
    let shared = pairs().any(|(a, b)| a.iter().filter(long).any(|word| b.contains(word)));
    shared.then_some("a word in common")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{article, article_of, entity_named};

    fn of_names(names: &[(EntityType, &str)]) -> Article {
        let text = names.iter().map(|(_, name)| *name).collect::<Vec<_>>().join("\n");
        article_of(&text, names)
    }

    fn first(article: &Article, id: u32) -> (&str, Option<&'static str>) {
        let first = article.likely_same(EntityId(id))[0];
        (article.entity(first.id).expect("it is there").name.as_str(), first.why)
    }

    #[test]
    fn names_alike_and_of_one_type_come_first() {
        use EntityType::{Gpe, Org, Person};
        let article = of_names(&[
            (Person, "Petra Holm"),
            (Gpe, "Oslo"),
            (Org, "Holm Shipping"),
            (Person, "Jonas Vik"),
            (Person, "P. Holm"),
            (Person, "Jonas Vick"),
            (Org, "Baltic Rail Union"),
            (Org, "BRU"),
        ]);
        assert_eq!(first(&article, 1), ("P. Holm", Some("same last word")));
        assert_eq!(first(&article, 4), ("Jonas Vick", Some("spelled alike")));
        assert_eq!(first(&article, 8), ("Baltic Rail Union", Some("its initials")));
        // A place has nothing alike here, so that nothing is said to be likely.
        assert_eq!(first(&article, 2).1, None);
    }

    #[test]
    fn a_name_that_is_taken_is_known_whatever_its_case() {
        let article = of_names(&[(EntityType::Person, "Petra Holm"), (EntityType::Gpe, "Oslo")]);
        assert_eq!(article.namesake(EntityId(2), "petra  holm").map(|entity| entity.id), Some(EntityId(1)));
        assert!(article.namesake(EntityId(1), "Petra Holm").is_none(), "its own name is nobody else's");
        assert!(article.namesake(EntityId(2), " ").is_none());
    }

    #[test]
    fn who_is_named_beside_a_quote_is_the_likeliest_to_have_said_it() {
        let article = article();
        let first = article.likely_speakers(2)[0];
        assert_eq!(first.why, Some("named beside it"));
        let lisbon = entity_named(&article, "Lisbon");
        assert_eq!(
            article.likely_speakers(2).last().map(|last| last.id),
            Some(lisbon),
            "people before places"
        );
    }
}
