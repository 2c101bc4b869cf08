//! What the article calls its people, and which of them a noun for a person means: "the minister", "the lawmaker".

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use analysis::{Entity, EntityType};

use super::Resolver;
use super::discourse::{Who, is_saying};
use super::gender;
use super::nominal::{Phrase, REACH, is_body, is_person};
use crate::doc::Doc;
use crate::lexicon::{Title, normalize};
use crate::rules::{self, Rule};
use crate::word_class::{self, WordClass};

/// So many mentions of a person are asked for the title before the name.
const TITLED: usize = 8;

/// What the article calls its people and organisations: by noun, the entities.
#[derive(Debug, Default)]
pub(super) struct RoleNouns {
    nouns: HashMap<String, Vec<usize>>,
    /// The same by the kind of role: a "lawmaker" is whom the article called "assemblyman".
    kinds: HashMap<u64, Vec<usize>>,
}

impl RoleNouns {
    pub fn of(doc: &Doc, entities: &[Entity]) -> RoleNouns {
        let mut nouns: HashMap<String, Vec<usize>> = HashMap::default();
        let mut kinds: HashMap<u64, Vec<usize>> = HashMap::default();
        for (index, entity) in entities.iter().enumerate() {
            let words = match entity.kind {
                EntityType::Person => entity.role.as_ref().map_or("", |role| role.text.as_str()),
                EntityType::Org => entity.name.as_str(),
                _ => continue,
            };
            // What stands behind "of" or "at" is where one works, not what one is.
            let own =
                words.split_whitespace().take_while(|word| !matches!(*word, "at" | "of" | "for" | "to"));
            // "Professor Lind" is the professor, whatever fuller role the article gives her elsewhere.
            let titles = entity.mentions.iter().take(TITLED).filter_map(|mention| {
                let before = doc.tokens_in(mention.span).start.checked_sub(1)?;
                let title = entity.kind == EntityType::Person
                    && doc.tokens[before].is_capital()
                    && (doc.lexeme(before).known.title() == Some(Title::Role)
                        || doc.is(before, WordClass::NobleTitle));
                title.then(|| doc.normal(before).to_owned())
            });
            for word in own.map(normalize).chain(titles) {
                let fits = if entity.kind == EntityType::Person { is_person(&word) } else { is_body(&word) };
                if let Some(kind) = role_kind(&word).filter(|_| entity.kind == EntityType::Person) {
                    let called = kinds.entry(kind).or_default();
                    if called.last() != Some(&index) {
                        called.push(index);
                    }
                }
                if fits {
                    let called = nouns.entry(word).or_default();
                    if called.last() != Some(&index) {
                        called.push(index);
                    }
                }
            }
        }
        RoleNouns { nouns, kinds }
    }

    pub(super) fn of_kind(&self, noun: &str) -> &[usize] {
        role_kind(noun).and_then(|kind| self.kinds.get(&kind)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn of_noun(&self, noun: &str) -> &[usize] {
        self.nouns.get(noun).map_or(&[], Vec::as_slice)
    }
}

impl Resolver<'_> {
    /// The one person that the article called so.
    pub(super) fn person_called(&self, phrase: &Phrase) -> Option<(usize, &'static Rule)> {
        if let Some(age) = &phrase.age {
            let sentence = self.doc.sentence_of(phrase.tokens.start);
            let only = || self.only_one(sentence, |kind| kind == EntityType::Person);
            let told = self.ages.get(age).map(|&person| (person, &rules::COREF_AGE));
            return told.or_else(|| Some((only()?, &rules::COREF_ONLY_PERSON)));
        }
        let fits = |&&index: &&usize| {
            let role = self.entities.get(index).and_then(|entity| entity.role.as_ref());
            let role = role.map(|role| role.text.to_lowercase()).unwrap_or_default();
            phrase.owners.iter().all(|owner| role.contains(owner.as_str()))
        };
        let sentence = self.doc.sentence_of(phrase.tokens.start);
        let mut called: Vec<usize> = self.called_so(&phrase.noun).iter().filter(fits).copied().collect();
        // "The deputy mayor" is the mayor’s deputy.
        if let Some(rank) = &phrase.rank {
            called.extend(self.called_so(rank));
            called.sort_unstable();
            called.dedup();
            called.retain(|&index| self.role_has(index, rank));
            return Some((self.nearest(&called, sentence)?, &rules::COREF_ROLE));
        }
        if let Some(who) = self.nearest(&called, sentence) {
            return Some((who, &rules::COREF_ROLE));
        }
        // "The lawmaker" where the article has one assemblyman, and nobody who was called a lawmaker.
        let alike = called.is_empty() && !self.strangers.iter().any(|stranger| stranger.noun == phrase.noun);
        let gender = gender::of_noun(&phrase.noun);
        let mut kind = self.met(self.callings.of_kind(&phrase.noun)).iter().filter(|&&index| {
            let known = self.gender(Who::Entity(index));
            gender.is_none() || known.is_none() || known == gender
        });
        let (Some(&only), None) = (kind.next().filter(|_| alike), kind.next()) else { return None };
        if !self.leads(&phrase.tokens) || !self.is_told_of_alone(only, sentence) {
            return None;
        }
        // "The Dunmore lawmaker" is hers if nothing tells of another place.
        let bare = || {
            let role = self.entities.get(only).and_then(|entity| entity.role.as_ref());
            role.is_some_and(|role| role.text.split_whitespace().count() == 1)
        };
        (phrase.owners.is_empty() || fits(&&only) || bare()).then_some((only, &rules::COREF_ROLE))
    }

    fn role_has(&self, entity: usize, word: &str) -> bool {
        let role = self.entities.get(entity).and_then(|entity| entity.role.as_ref());
        role.is_some_and(|role| role.text.split_whitespace().any(|other| normalize(other) == word))
    }

    /// Whether a phrase opens its sentence or stands beside a verb of saying. "He said that the writer has to wait" tells
    /// of writers.
    pub(super) fn leads(&self, tokens: &Range<usize>) -> bool {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(tokens.start));
        let opens = sentence.is_some_and(|sentence| sentence.tokens.start == tokens.start);
        opens || is_saying(self.doc, tokens.end) || tokens.start > 0 && is_saying(self.doc, tokens.start - 1)
    }

    /// Whether nobody else was told of lately whose role the article does not tell.
    pub(super) fn is_told_of_alone(&self, only: usize, sentence: usize) -> bool {
        let near = self.discourse.told().take_while(|seen| self.distance(seen, sentence) <= REACH);
        let mut near = near.map(|seen| seen.who);
        let mut told = false;
        let clear = near.all(|who| match who {
            Who::Entity(entity) => {
                told |= entity == only;
                let person = self.kind(who) == Some(EntityType::Person);
                let role = self.entities.get(entity).is_some_and(|entity| entity.role.is_some());
                entity == only || !person || role
            }
            Who::Unnamed(_) => true,
        });
        clear && told
    }

    /// "The lawmaker of the Dunmore party", where nobody but one assemblyman was told of so far.
    pub(super) fn only_person_so_far(&self, phrase: &Phrase, known: bool) -> Option<(usize, &'static Rule)> {
        // "The minister of Osk", where a minister was named: another one.
        let lone = known && self.strangers.is_empty() && self.called_so(&phrase.noun).is_empty();
        if !lone || self.doc.normal(phrase.tokens.end) != "of" {
            return None;
        }
        let found = self.person_called(phrase).filter(|_| !self.is_named_later(phrase))?;
        (self.people_so_far() == 1).then_some(found)
    }

    /// How many people were named so far; two are as good as more.
    pub(super) fn people_so_far(&self) -> usize {
        let met = |&(index, &count): &(usize, &u32)| {
            count > 0 && self.kind(Who::Entity(index)) == Some(EntityType::Person)
        };
        self.counts.iter().enumerate().filter(met).take(2).count()
    }
}

/// The kind of role that a noun tells of, by its number in the list.
fn role_kind(normal: &str) -> Option<u64> {
    word_class::value(normal, WordClass::RoleKind)
}
