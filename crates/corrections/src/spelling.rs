//! The spellings of an entity counted anew after its mentions have changed, each with the reason that was known
//! for it before; and the name that it goes by when its own is gone.

use std::cmp::Reverse;
use std::collections::HashMap;

use analysis::{Alias, AliasReason, Entity, Mention, MentionKind};

use crate::words::{collapse, collapsed};

/// A spelling that the reader joined.
pub fn joined_by_reader(text: String) -> Alias {
    Alias { text, count: 0, why: AliasReason::User, confidence: 1.0 }
}

/// Gives an entity another name. The name it had becomes a spelling: as near to the new name as that was to it
/// where one is written for the other, the reader's word otherwise.
pub fn rename(entity: &mut Entity, name: String) {
    let known = entity.aliases.iter().find(|alias| alias.text == name && alias.why.is_drift());
    let (why, confidence) = known.map_or((AliasReason::User, 1.0), |alias| (alias.why, alias.confidence));
    let old = std::mem::replace(&mut entity.name, name);
    if !entity.aliases.iter().any(|alias| alias.text == old) {
        entity.aliases.push(Alias { text: old, count: 0, why, confidence });
    }
}

/// Counts the entity's spellings in the text. Those that stand nowhere any more go; new ones are the reader's.
pub fn recount(text: &str, entity: &mut Entity) {
    let mut aliases: Vec<Alias> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    for alias in std::mem::take(&mut entity.aliases) {
        let next = aliases.len();
        if alias.text != entity.name && *places.entry(alias.text.clone()).or_insert(next) == next {
            aliases.push(Alias { count: 0, ..alias });
        }
    }
    for mention in entity.mentions.iter().filter(|mention| mention.kind != MentionKind::Pronoun) {
        let words = collapsed(text, mention.span);
        let is_title = |at: &usize| aliases.get(*at).is_some_and(|alias| alias.why == AliasReason::Title);
        let title = Some(called(&words)).filter(|title| places.get(*title).is_some_and(is_title));
        let spelling = match title {
            Some(title) => title.to_owned(),
            None if mention.kind == MentionKind::Name && words != entity.name => words,
            None => continue,
        };
        let next = aliases.len();
        let at = *places.entry(spelling.clone()).or_insert(next);
        if at == next {
            aliases.push(joined_by_reader(spelling));
        }
        if let Some(alias) = aliases.get_mut(at) {
            alias.count = alias.count.saturating_add(1);
        }
    }
    aliases.retain(|alias| alias.count > 0);
    aliases.sort_by_key(|alias| Reverse(alias.count));
    entity.aliases = aliases;
}

/// The title in "the minister".
fn called(words: &str) -> &str {
    let (first, rest) = words.split_once(' ').unwrap_or(("", words));
    let opens = ["the", "this"].iter().any(|word| first.eq_ignore_ascii_case(word));
    if opens { rest } else { words }
}

/// The name for an entity whose own has gone with the mentions it has lost: of the names left to it the one of most
/// words, the most frequent of those. None where its name is still in the text, was never there, or no other is.
pub fn name_instead(text: &str, entity: &Entity, lost: &[Mention]) -> Option<String> {
    let is_name = |mention: &&Mention| mention.kind == MentionKind::Name;
    let words = |mention: &Mention| collapsed(text, mention.span);
    let lost_it = lost.iter().filter(is_name).any(|mention| words(mention) == entity.name);
    let left: Vec<String> = entity.mentions.iter().filter(is_name).map(words).collect();
    if !lost_it || left.contains(&entity.name) {
        return None;
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for name in &left {
        *counts.entry(name).or_default() += 1;
    }
    let rank = |name: &&String| {
        let mixed = name.chars().any(char::is_lowercase);
        (mixed, name.split(' ').count(), counts.get(name.as_str()).copied())
    };
    // Of two that rank alike, the one that was written first.
    left.iter().rev().max_by_key(rank).map(|name| collapse(name))
}

#[cfg(test)]
mod tests {
    use analysis::{Document, EntityType};

    use super::*;

    #[test]
    fn counting_anew_changes_nothing_where_nothing_was_changed() {
        let text = "President Mira Kovalenko of Ukraine met Jonas Pell in Oslo on Monday. Kovalenko said that Pell was right. \
            “We agreed,” the president said.\nMr. Pell, the head of the World Relief Board (WRB), thanked Kovalenco. \
            The WRB paid 3 million dollars, and the WORLD RELIEF BOARD was praised by the President. She left on Tuesday.";
        let document = Document::from_paragraphs(text);
        let found = engine::analyze(&document, &engine::Options::default());
        assert!(found.entities.iter().filter(|entity| !entity.aliases.is_empty()).count() >= 3);
        for entity in &found.entities {
            let mut again = entity.clone();
            recount(text, &mut again);
            let sorted = |entity: &Entity| {
                let mut aliases: Vec<_> = entity
                    .aliases
                    .iter()
                    .map(|alias| (alias.text.clone(), alias.count, alias.why.name()))
                    .collect();
                aliases.sort();
                aliases
            };
            assert_eq!(sorted(&again), sorted(entity), "{}", entity.name);
        }
    }

    #[test]
    fn a_name_that_was_renamed_to_its_drift_stays_drift() {
        let alias = Alias { text: "Witkoff".into(), count: 1, why: AliasReason::Spelling, confidence: 0.9 };
        let mut entity = Entity {
            id: analysis::EntityId(1),
            kind: EntityType::Person,
            name: "Witkov".into(),
            aliases: vec![alias],
            role: None,
            salience: 0.0,
            mentions: Vec::new(),
        };
        rename(&mut entity, "Witkoff".into());
        let old =
            entity.aliases.iter().find(|alias| alias.text == "Witkov").expect("the old name is a spelling");
        assert_eq!(old.why, AliasReason::Spelling);
    }
}
