//! From the words that name a source to the entity they mean.

use std::ops::Range;

use analysis::{Entity, EntityId, EntityType, MentionKind};

use rustc_hash::FxHashSet;

use super::draft::Source;
use crate::doc::Doc;
use crate::lexicon::{GroupKind, Lexicon};
use crate::word_class::WordClass;

/// Which mention holds each token: looked up once for the whole article.
pub(crate) struct Mentions {
    /// For each token, the place of a mention in `all`, plus one.
    at: Vec<u32>,
    all: Vec<Found>,
    people: FxHashSet<EntityId>,
}

#[derive(Debug, Clone)]
struct Found {
    tokens: Range<usize>,
    kind: MentionKind,
    entity: EntityId,
    type_: EntityType,
}

impl Mentions {
    pub fn new(doc: &Doc, entities: &[Entity]) -> Self {
        let mut at = vec![0; doc.tokens.len()];
        let mut all = Vec::new();
        for entity in entities.iter().filter(|entity| !entity.kind.is_value()) {
            for mention in &entity.mentions {
                let from = doc.token_at(mention.span.start as usize);
                let to = doc.token_at(mention.span.end.saturating_sub(1) as usize) + 1;
                let tokens = from..to.min(at.len());
                all.push(Found {
                    tokens: tokens.clone(),
                    kind: mention.kind,
                    entity: entity.id,
                    type_: entity.kind,
                });
                let own = tokens.clone();
                let number = all.len() as u32;
                for slot in at.get_mut(tokens).unwrap_or_default() {
                    // A name inside "the minister’s aide Tarn" is the closer mention.
                    // "The Finn" is whoever is meant, and not the people.
                    let other = (*slot as usize).checked_sub(1).and_then(|at| all.get(at));
                    let other = other.map(|found: &Found| (found.tokens.clone(), found.kind));
                    let wider = |wide: &Range<usize>, narrow: &Range<usize>| {
                        wide.start < narrow.start && wide.end == narrow.end
                    };
                    let over = match (mention.kind, &other) {
                        (MentionKind::Nominal, Some((name, MentionKind::Name))) => wider(&own, name),
                        (MentionKind::Name, Some((noun, MentionKind::Nominal))) => !wider(noun, &own),
                        (MentionKind::Name, _) => true,
                        _ => false,
                    };
                    if *slot == 0 || over {
                        *slot = number;
                    }
                }
            }
        }
        let people = entities.iter().filter(|entity| entity.kind == EntityType::Person);
        Mentions { at, all, people: people.map(|entity| entity.id).collect() }
    }

    fn get(&self, token: usize) -> Option<&Found> {
        self.at.get(token).and_then(|&n| (n as usize).checked_sub(1)).and_then(|i| self.all.get(i))
    }

    /// The person or body whose mention holds a token.
    pub fn speaker_at(&self, token: usize) -> Option<EntityId> {
        let speaks = |found: &&Found| matches!(found.type_, EntityType::Person | EntityType::Org);
        self.get(token).filter(speaks).map(|found| found.entity)
    }

    /// Whom a source means. A name beside a role says who that is, whoever the role was before.
    pub fn meant(&self, doc: &Doc, source: &Source) -> Option<EntityId> {
        let beside =
            || source.named.as_ref().and_then(|name| self.beside(name, &source.tokens, &source.head));
        let named = beside().filter(|_| !self.ends_in_name(&source.head));
        named.or_else(|| self.entity(doc, source.tokens.clone(), source.head.clone())).or_else(beside)
    }

    /// The person that a source means.
    pub fn person_meant(&self, doc: &Doc, source: &Source) -> Option<EntityId> {
        self.meant(doc, source).filter(|entity| self.people.contains(entity))
    }

    /// Whoever can issue a paper and has a mention that holds a token: also a town, where it is called what it is
    /// ("the municipality").
    pub fn issuer_at(&self, token: usize) -> Option<EntityId> {
        let town = |found: &&Found| found.type_ == EntityType::Gpe && found.kind == MentionKind::Nominal;
        self.speaker_at(token).or_else(|| self.get(token).filter(town).map(|found| found.entity))
    }

    /// Whether a body's mention holds a token.
    pub fn is_body(&self, token: usize) -> bool {
        self.get(token).is_some_and(|found| found.type_ == EntityType::Org)
    }

    /// Whether one of these tokens begins or goes on with a name of this entity.
    pub fn names(&self, entity: EntityId, tokens: Range<usize>) -> bool {
        let named = |found: &Found| found.entity == entity && found.kind == MentionKind::Name;
        tokens.filter_map(|token| self.get(token)).any(named)
    }

    /// Whom the name set off by commas behind the words for a source means: "her lawyer, Ira Pell,", "the operator,
    /// Nordvind,". A body's name may belong to a noun nearer by: "a lecturer at her university, Osk,".
    fn beside(&self, name: &Range<usize>, phrase: &Range<usize>, head: &Range<usize>) -> Option<EntityId> {
        let found = self.get(name.end.checked_sub(1)?).filter(|found| found.kind == MentionKind::Name)?;
        let body =
            found.type_ == EntityType::Org && head.end == phrase.end && found.tokens.start <= name.start;
        (found.type_ == EntityType::Person || body).then_some(found.entity)
    }

    /// Whether the words for a source end in a name.
    fn ends_in_name(&self, head: &Range<usize>) -> bool {
        let last = head.end.checked_sub(1).and_then(|last| self.get(last));
        last.is_some_and(|found| found.kind == MentionKind::Name)
    }

    /// The person whose mention holds a token.
    pub fn person_at(&self, token: usize) -> Option<EntityId> {
        self.get(token).filter(|found| found.type_ == EntityType::Person).map(|found| found.entity)
    }

    /// The entity whose mention holds a token.
    pub fn at_token(&self, token: usize) -> Option<EntityId> {
        self.get(token).map(|found| found.entity)
    }

    /// The person that these tokens name.
    pub fn person(&self, name: Range<usize>) -> Option<EntityId> {
        let found = self.get(name.end.checked_sub(1)?)?;
        (found.type_ == EntityType::Person && found.kind == MentionKind::Name).then_some(found.entity)
    }

    /// "University of Dunmore physicist Ida Tarn": a name that ends the phrase, behind the noun for what she is, where
    /// the words before are a body's. "A spokesman for Ida Tarn" is another.
    fn named_behind(&self, doc: &Doc, phrase: &Range<usize>, head: usize) -> Option<EntityId> {
        let person_noun = |at: usize| Lexicon::get().word(doc.normal(at)).is_person_noun();
        let name = phrase.end.checked_sub(1).and_then(|last| self.get(last))?;
        let person = name.type_ == EntityType::Person && name.kind == MentionKind::Name;
        let mut before = name.tokens.start.checked_sub(1).filter(|&before| before > head)?;
        if doc.word(before) == "." || doc.is(before, WordClass::MaleTitle) || doc.normal(before) == "dr" {
            before = before.checked_sub(1)?;
        }
        let role = doc.tokens.get(before).is_some_and(|token| token.is_word())
            && before > head
            && !doc.is(before, WordClass::FunctionWord)
            && person_noun(before);
        let body = !person_noun(head) && !(phrase.start..before).any(|at| doc.word(at) == ",");
        (person && role && body && name.tokens.end == phrase.end).then_some(name.entity)
    }

    /// Who the noun phrase `phrase` means; `head` ends where its first preposition stands.
    pub fn entity(&self, doc: &Doc, phrase: Range<usize>, head: Range<usize>) -> Option<EntityId> {
        let last_of_head = head.end.checked_sub(1)?;
        if head.clone().any(|i| doc.normal(i) == "and") {
            // "Tarn and Ruiz" are two, unless one name holds them both.
            return self.get(last_of_head).filter(|f| f.tokens.start <= head.start).map(|f| f.entity);
        }
        if let Some(named) = self.named_behind(doc, &phrase, last_of_head) {
            return Some(named);
        }
        if let Some(found) = self.get(last_of_head) {
            // "The Italian said": one of a people, and not the people.
            let word = Lexicon::get().word(doc.normal(last_of_head));
            let nation = matches!(word.group(), Some(GroupKind::Nationality | GroupKind::Resident));
            let whole = word.is_group_plural()
                || doc.word(last_of_head).ends_with(['h', 's'])
                || doc.word(last_of_head).ends_with("se");
            let one = found.type_ == EntityType::Norp && doc.normal(head.start) == "the" && nation && !whole;
            return (!one).then_some(found.entity);
        }
        // "Ambassador to the United States Olga Tarn": a title, then the person. Not "a spokesman for Olga Tarn".
        let title = !matches!(doc.normal(head.start), "a" | "an" | "the") && head.end < phrase.end;
        let last = phrase.end.checked_sub(1).and_then(|i| self.get(i));
        let person = last.filter(|f| {
            f.type_ == EntityType::Person && f.kind == MentionKind::Name && f.tokens.start > head.end + 1
        });
        let written = doc.tokens.get(last_of_head).is_some_and(|t| t.is_capital());
        // "member of parliament Olga Tarn", but not "wife of mayor Olga Tarn".
        let office = |f: &Found| {
            let noun = f.tokens.start - 1;
            let small = doc.tokens.get(noun).is_some_and(|t| t.is_word() && !t.is_capital());
            doc.normal(head.end) == "of"
                && small
                && !doc.is(noun, WordClass::FunctionWord)
                && !Lexicon::get().word(doc.normal(noun)).is_person_noun()
        };
        person.filter(|f| title && (written || office(f))).map(|f| f.entity)
    }
}
