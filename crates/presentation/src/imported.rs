//! An analysis that came from a file, and what the engine adds to it.

use std::collections::HashMap;

use analysis::{Analysis, EntityId, Facts, Span};

/// A given analysis with what its file cannot say, out of what the engine found in the same text: the figures, the
/// five Ws, and where the publication date stands. Whatever the file does say stays. With `redated`, the reader has
/// counted the days from another one, so that the dates are the engine's.
pub fn complete(given: &Analysis, found: &Analysis, redated: bool) -> Analysis {
    let mut whole = given.clone();
    if given.figures.is_empty() {
        whole.figures.clone_from(&found.figures);
    }
    if given.facts == Facts::default() {
        whole.facts = with_numbers_of(given, found);
    }
    let day = |analysis: &Analysis| analysis.published.as_ref().map(|published| published.date.clone());
    if redated || day(given) == day(found) {
        whole.published.clone_from(&found.published);
    }
    if redated {
        whole.dates.clone_from(&found.dates);
    }
    whole
}

/// The engine's facts about the entities that the given analysis has at the same words.
fn with_numbers_of(given: &Analysis, found: &Analysis) -> Facts {
    let at: HashMap<Span, EntityId> = given
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(|mention| (mention.span, entity.id)))
        .collect();
    let number = |id: EntityId| {
        let entity = found.entity(id)?;
        entity.mentions.iter().find_map(|mention| at.get(&mention.span).copied())
    };
    let mut who: Vec<EntityId> = Vec::new();
    for id in found.facts.who.iter().filter_map(|&id| number(id)) {
        if !who.contains(&id) {
            who.push(id);
        }
    }
    Facts { who, place: found.facts.place.and_then(number), ..found.facts.clone() }
}

#[cfg(test)]
mod tests {
    use analysis::Published;

    use super::*;
    use crate::fixture::{article, entity_named};

    fn published(date: &str, span: Option<Span>) -> Option<Published> {
        Some(Published { date: date.to_owned(), span })
    }

    #[test]
    fn facts_point_at_the_entities_of_the_file() {
        let article = article();
        let (ana, lisbon) = (entity_named(&article, "Ana Ruiz"), entity_named(&article, "Lisbon"));
        let mut given = Analysis::clone(&article.analysis);
        for entity in &mut given.entities {
            entity.id = EntityId(entity.id.0 + 40);
        }
        let found = Analysis {
            facts: Facts { who: vec![ana, ana], place: Some(lisbon), ..Facts::default() },
            ..Analysis::clone(&article.analysis)
        };
        let whole = complete(&given, &found, false);
        assert_eq!(whole.facts.who, [EntityId(ana.0 + 40)]);
        assert_eq!(whole.facts.place, Some(EntityId(lisbon.0 + 40)));
        assert_eq!(whole.entities, given.entities);
    }

    #[test]
    fn the_day_of_the_file_stays_unless_the_reader_sets_another() {
        let given = Analysis { published: published("2026-03-03", None), ..Analysis::default() };
        let same =
            Analysis { published: published("2026-03-03", Some(Span::new(2, 9))), ..Analysis::default() };
        let other = Analysis { published: published("2026-05-01", None), ..Analysis::default() };
        assert_eq!(complete(&given, &same, false).published, same.published);
        assert_eq!(complete(&given, &other, false).published, given.published);
        assert_eq!(complete(&given, &other, true).published, other.published);
    }
}
