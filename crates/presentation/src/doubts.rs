//! What the engine is unsure of, in the order of the text, for a reader who checks an article.

use analysis::{EntityId, EntityType, QuoteKind, Sense};
use text::Span;

use crate::Article;
use crate::cross_article::{near, words_of};

/// A quote's speaker, or an alias's join, that is at least so sure is not asked about: what the page calls "sure" of a
/// speaker, and more than "perhaps" of a join.
const SURE_SPEAKER: f32 = 0.85;
const SURE_ALIAS: f32 = 0.6;
/// Names compared with each other at most, the heaviest.
const COMPARED: usize = 150;

/// One question to the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// Whether this quote is said by whom it is given to.
    Speaker(u32),
    /// Who says this quote: nobody was found.
    Nobody(u32),
    /// Whether these words, of which this is the first place, mean this entity.
    Alias(EntityId, String),
    /// Whether the one is the other under another spelling.
    Same(EntityId, EntityId),
}

impl Article {
    /// Everything to be checked, in the order of the text.
    pub fn doubts(&self) -> Vec<Doubt> {
        let quotes = self.analysis.quotes.iter().filter(|quote| quote.sense == Sense::Speech);
        let mut all: Vec<(u32, Doubt)> = quotes
            .filter_map(|quote| {
                let at = quote.segments.first()?.start;
                match quote.speaker {
                    Some(_) if quote.confidence < SURE_SPEAKER => Some((at, Doubt::Speaker(quote.id))),
                    None if quote.kind == QuoteKind::Direct && quote.confidence < 1.0 => {
                        Some((at, Doubt::Nobody(quote.id)))
                    }
                    _ => None,
                }
            })
            .collect();
        for entity in self.names() {
            for alias in entity.aliases.iter().filter(|alias| alias.confidence < SURE_ALIAS) {
                let place = self.first_of(entity.id, &alias.text);
                all.extend(place.map(|at| (at.start, Doubt::Alias(entity.id, alias.text.clone()))));
            }
        }
        all.extend(self.perhaps_one());
        all.sort_by_key(|(at, _)| *at);
        all.into_iter().map(|(_, doubt)| doubt).collect()
    }

    /// The words that a question is about.
    pub fn place_of_doubt(&self, doubt: &Doubt) -> Option<Span> {
        match doubt {
            Doubt::Speaker(quote) | Doubt::Nobody(quote) => self.quote(*quote)?.segments.first().copied(),
            Doubt::Alias(id, words) => self.first_of(*id, words),
            Doubt::Same(id, _) => self.entity(*id)?.mentions.first().map(|mention| mention.span),
        }
    }

    /// Which of an entity's mentions (from 0) is the first by these words.
    pub fn mention_by(&self, id: EntityId, words: &str) -> Option<usize> {
        let wanted = || words.split_whitespace();
        let mentions = &self.entity(id)?.mentions;
        mentions.iter().position(|mention| self.words(mention.span).split_whitespace().eq(wanted()))
    }

    fn first_of(&self, id: EntityId, words: &str) -> Option<Span> {
        let at = self.mention_by(id, words)?;
        self.entity(id)?.mentions.get(at).map(|mention| mention.span)
    }

    /// People, bodies and places whose last words are spellings of each other, and whose other words do not differ.
    fn perhaps_one(&self) -> Vec<(u32, Doubt)> {
        let is_asked = |kind| matches!(kind, EntityType::Person | EntityType::Org | EntityType::Gpe);
        let mut names: Vec<_> = self.names().filter(|entity| is_asked(entity.kind)).collect();
        names.sort_by_key(|entity| std::cmp::Reverse(self.weight(entity.id)));
        names.truncate(COMPARED);
        let words: Vec<Vec<String>> = names.iter().map(|entity| words_of(&entity.name)).collect();
        let mut found = Vec::new();
        for (i, (one, a)) in names.iter().zip(&words).enumerate() {
            for (other, b) in names.iter().zip(&words).skip(i + 1) {
                if one.kind == other.kind && may_be_one(a, b) {
                    // The lighter is asked about, and would be joined to the heavier.
                    let at = other.mentions.first().map_or(0, |mention| mention.span.start);
                    found.push((at, Doubt::Same(other.id, one.id)));
                }
            }
        }
        found
    }
}

/// "Jonas Vik" and "Jonas Vick", "J. Vik" and "Vick"; not "Jonas Vik" and "Karin Vik".
fn may_be_one(a: &[String], b: &[String]) -> bool {
    let (Some((last_a, first_a)), Some((last_b, first_b))) = (a.split_last(), b.split_last()) else {
        return false;
    };
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    let agree = |(a, b): (&String, &String)| near(a, b) || initial(a, b) || initial(b, a);
    near(last_a, last_b) && first_a.iter().zip(first_b).all(agree)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::article;

    #[test]
    fn only_what_is_unsure_is_asked_about_in_the_order_of_the_text() {
        let article = article();
        assert_eq!(article.doubts(), [], "all speakers of the fixture are sure");
        let mut analysis = (*article.analysis).clone();
        for quote in &mut analysis.quotes {
            quote.confidence = 0.7;
        }
        analysis.quotes[1].speaker = None;
        let unsure = Article::new(article.document.clone(), std::sync::Arc::new(analysis));
        let expected = [Doubt::Speaker(1), Doubt::Nobody(2), Doubt::Speaker(3)];
        assert_eq!(unsure.doubts(), expected, "words in marks that nobody says need no speaker");
        assert_eq!(
            unsure.place_of_doubt(&expected[1]).map(|span| unsure.words(span)),
            Some("Ruiz never asked us")
        );
    }

    #[test]
    fn spellings_of_one_name_are_asked_about_and_other_people_are_not() {
        let words = |name: &str| words_of(name);
        let check = |a: &str, b: &str, expected: bool| {
            assert_eq!(may_be_one(&words(a), &words(b)), expected, "{a}, {b}");
        };
        check("Jonas Vik", "Jonas Vick", true);
        check("J. Vik", "Vick", true);
        check("Jonas Vik", "Karin Vik", false);
        check("Jonas Vik", "Jonas Holm", false);
    }
}
