//! Who is a he and who is a she: by given names, titles, words of kinship, and pronouns already resolved.

use analysis::{Entity, EntityType, MentionKind};

use super::discourse::{Part, part};
use crate::doc::Doc;
use crate::lexeme::normal_of;
use crate::lexicon::{Gender, Lexicon};
use crate::name_order::puts_surname_first;
use crate::word_class::{self, WordClass};

/// The gender of each entity, where it is known: by what is told of it, or because the article's "she" can be nobody
/// else.
pub(super) fn of_people(doc: &Doc, entities: &[Entity]) -> Vec<Option<Gender>> {
    let mut genders: Vec<_> = entities.iter().map(|entity| of_person(doc, entity)).collect();
    let people = || entities.iter().enumerate().filter(|(_, entity)| entity.kind == EntityType::Person);
    let mut unknown = people().map(|(index, _)| index).filter(|&index| genders[index].is_none());
    let (Some(left), None) = (unknown.next(), unknown.next()) else { return genders };
    let Some(first) = entities[left].mentions.first().map(|mention| doc.tokens_in(mention.span)) else {
        return genders;
    };
    // Who is told of as one who acts; what else has a capital may be no person at all.
    if !matches!(part(doc, &first), Part::Subject | Part::Speaker) {
        return genders;
    }
    let from = first.start;
    let told = |class: WordClass, pronouns: [&str; 3]| {
        let named = (0..doc.tokens.len()).any(|at| doc.is(at, class));
        let meant = (from..doc.tokens.len()).any(|at| pronouns.contains(&doc.normal(at)));
        (named, meant)
    };
    let known = |gender: Gender| people().any(|(index, _)| genders[index] == Some(gender));
    let (man, he) = told(WordClass::MaleNoun, ["he", "him", "his"]);
    let (woman, she) = told(WordClass::FemaleNoun, ["she", "her", "herself"]);
    // Each pronoun but the one has somebody else whom it can mean.
    let left_for = |gender: Gender, meant: bool, noun: bool, other: Gender, other_meant: bool| {
        meant && !noun && !known(gender) && (!other_meant || known(other))
    };
    if left_for(Gender::Female, she, woman, Gender::Male, he) {
        genders[left] = Some(Gender::Female);
    } else if left_for(Gender::Male, he, man, Gender::Female, she) {
        genders[left] = Some(Gender::Male);
    }
    genders
}

/// The gender of a person, where the article or the name tells; none where it does not, or tells both.
pub(super) fn of_person(doc: &Doc, entity: &Entity) -> Option<Gender> {
    if entity.kind != EntityType::Person {
        return None;
    }
    let lexicon = Lexicon::get();
    let mut told: Option<Gender> = None;
    for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
        let Some(before) = doc.token_at(mention.span.start as usize).checked_sub(1) else { continue };
        let word = doc.normal(before);
        if let Some(gender) = of_title(word).or_else(|| of_noun(word)) {
            match told {
                None => told = Some(gender),
                Some(known) if known != gender => return None,
                Some(_) => {}
            }
        }
    }
    let role = || {
        entity
            .role
            .as_ref()?
            .text
            .split(|c: char| !c.is_alphanumeric())
            .find_map(|w| of_noun(&w.to_lowercase()))
    };
    let given = || {
        let mut words =
            entity.name.split(|c: char| c.is_whitespace() || c == '-').filter(|word| !word.is_empty());
        let first = words.next()?;
        // "Han Zheng", "Tsai Ing-wen": the surname comes first, and is no woman's or man's.
        let folded: Vec<String> = entity.name.split_whitespace().map(normal_of).collect();
        if puts_surname_first(&folded) {
            return lexicon.word(folded.last()?).gender().filter(|&gender| gender != Gender::Both);
        }
        if word_class::is(&normal_of(first), WordClass::GivenNameOfBoth) {
            return None;
        }
        let facts = lexicon.word(first);
        words.next().and_then(|_| facts.gender()).filter(|&gender| gender != Gender::Both)
    };
    told.or_else(role).or_else(given)
}

fn of_title(normal: &str) -> Option<Gender> {
    let known = of_lists(normal, WordClass::MaleTitle, WordClass::FemaleTitle);
    known.or_else(|| Lexicon::get().word(normal).title_gender()).filter(|&gender| gender != Gender::Both)
}

/// The gender that a noun for a person has by itself.
pub(super) fn of_noun(normal: &str) -> Option<Gender> {
    of_lists(normal, WordClass::MaleNoun, WordClass::FemaleNoun)
}

fn of_lists(normal: &str, male: WordClass, female: WordClass) -> Option<Gender> {
    let classes = word_class::of(normal);
    match (classes.has(male), classes.has(female)) {
        (true, _) => Some(Gender::Male),
        (_, true) => Some(Gender::Female),
        _ => None,
    }
}
