//! Gives pronouns and titles ("he", "the minister") to the entities they stand for, where the text is clear.
//!
//! The article is read once, from its start; who was mentioned lately, and how, is kept in [`discourse`]. People and
//! things without a name compete too: where one of them is meant most likely, the pronoun stays open. So does the
//! "I" of a quotation, which is its speaker's, and the "it" of "it rained".

mod binding;
mod body;
mod described;
mod discourse;
mod gender;
mod it;
mod nominal;
mod pronoun;
mod role;
mod teller;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_it;
mod weights;

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use analysis::{Alias, Entity, EntityId, EntityType, Mention, MentionKind, Span};

use crate::explain::trace::{Candidate, Decision, Trace};
use crate::lexicon::Gender;
use crate::rules::{self, Rule};
use crate::token::TokenKind;
use crate::{doc::Doc, quote::marks::Marks};
use discourse::{Discourse, MentionRecord, Part, Who, part};

/// Adds pronoun and nominal mentions to the entities, and the titles that stand for people to their aliases;
/// mentions stay sorted, and so do the entities, by their first mentions.
pub(crate) fn resolve(doc: &Doc, marks: &Marks, entities: &mut [Entity], trace: &mut Trace) {
    let found = Resolver::new(doc, marks, entities, trace).run();
    for (entity, mention) in found {
        if let Some(entity) = entities.get_mut(entity) {
            if mention.kind != MentionKind::Pronoun && entity.kind == EntityType::Person {
                note_title(entity, doc, mention.span, trace);
            }
            entity.mentions.push(mention);
        }
    }
    for entity in entities.iter_mut().filter(|entity| entity.mentions.len() > 1) {
        entity.mentions.sort_by_key(|mention| mention.span.start);
    }
    // "In his first year as mayor in 2019, Tarn": a pronoun may come before the name, and before others. Nothing knows the
    // entities by their numbers yet.
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span.start));
    for (number, entity) in (1..).zip(entities.iter_mut()) {
        entity.id = EntityId(number);
    }
}

/// Counts a title that a person is called by: "prime minister" for "the prime minister".
fn note_title(entity: &mut Entity, doc: &Doc, phrase: Span, trace: &mut Trace) {
    let mut words = doc.tokens_in(phrase);
    words.start += usize::from(matches!(doc.normal(words.start), "the" | "this"));
    let text = doc.words(words).split_whitespace().collect::<Vec<_>>().join(" ");
    let join = &rules::COREF_TITLE;
    if trace.is_on() {
        let what = format!("“{text}” is a title of {}", entity.name);
        trace.add(Decision::new(&join.rule, phrase, what).because(join.reason.name()));
    }
    match entity.aliases.iter_mut().find(|alias| alias.why == join.reason && alias.text == text) {
        Some(alias) => alias.count += 1,
        None => entity.aliases.push(Alias {
            text,
            count: 1,
            why: join.reason,
            confidence: weights::TITLE_CONFIDENCE,
        }),
    }
}

/// So many voices are remembered.
const VOICES: usize = 16;

/// One reading of the article.
struct Resolver<'a> {
    doc: &'a Doc<'a>,
    marks: &'a Marks,
    entities: &'a [Entity],
    /// For each entity, what its names, titles and pronouns so far tell.
    genders: Vec<Option<Gender>>,
    /// For each entity, how often it was mentioned so far.
    counts: Vec<u32>,
    /// The people who have said something so far, each once, at most a few.
    spoken: Vec<usize>,
    strangers: Vec<nominal::Unnamed>,
    discourse: Discourse,
    /// For each sentence, how many of the reporter's stand before it.
    own_sentences: Vec<usize>,
    /// Who says the words in marks, where a pronoun behind them tells.
    voices: HashMap<Option<usize>, Option<Who>>,
    /// Every name's tokens and entity, in order.
    names: Vec<(Range<usize>, usize)>,
    /// The tokens of dates and figures, in order: no other mention holds one of them.
    values: Vec<Range<usize>>,
    callings: role::RoleNouns,
    /// "41" for whom the article calls 41 years old.
    ages: HashMap<String, usize>,
    found: Vec<(usize, Mention)>,
    trace: &'a mut Trace,
}

impl<'a> Resolver<'a> {
    fn new(doc: &'a Doc<'a>, marks: &'a Marks, entities: &'a [Entity], trace: &'a mut Trace) -> Self {
        Resolver {
            doc,
            marks,
            entities,
            genders: gender::of_people(doc, entities),
            counts: vec![0; entities.len()],
            spoken: Vec::new(),
            strangers: Vec::new(),
            discourse: Discourse::default(),
            voices: HashMap::default(),
            own_sentences: teller::own_sentences(doc, marks),
            names: mentions(doc, entities, |entity| !entity.kind.is_value()),
            values: mentions(doc, entities, |entity| entity.kind.is_value())
                .into_iter()
                .map(|(tokens, _)| tokens)
                .collect(),
            callings: role::RoleNouns::of(doc, entities),
            ages: HashMap::default(),
            found: Vec::new(),
            trace,
        }
    }

    fn run(mut self) -> Vec<(usize, Mention)> {
        let mut next = 0;
        let mut at = 0;
        while at < self.doc.tokens.len() {
            while self.names.get(next).is_some_and(|(tokens, _)| tokens.start < at) {
                next += 1;
            }
            if let Some((tokens, entity)) =
                self.names.get(next).filter(|(tokens, _)| tokens.start == at).cloned()
            {
                at = tokens.end.max(at + 1);
                self.note_age(&tokens, entity);
                self.see(Who::Entity(entity), tokens);
                continue;
            }
            self.pronoun(at);
            // "her" may be a pronoun and open a noun phrase, "her mother".
            if let Some(finn) = self.finn(at) {
                at = finn;
                continue;
            }
            self.nominal(at);
            at += 1;
        }
        self.found
    }

    /// The name that holds a token, with its entity.
    fn name_at(&self, token: usize) -> Option<(Range<usize>, usize)> {
        let after = self.names.partition_point(|(tokens, _)| tokens.start <= token);
        self.names[..after].last().filter(|(tokens, _)| tokens.contains(&token)).cloned()
    }

    /// Whether a date or a figure stands within these tokens.
    fn holds_value(&self, tokens: &Range<usize>) -> bool {
        let after = self.values.partition_point(|value| value.end <= tokens.start);
        self.values.get(after).is_some_and(|value| value.start < tokens.end)
    }

    /// Remembers the age in "Ruiz, 41, a baker".
    fn note_age(&mut self, name: &Range<usize>, entity: usize) {
        let age = self.doc.tokens.get(name.end + 1).is_some_and(|token| token.kind == TokenKind::Number);
        if age && self.doc.word(name.end) == "," && self.doc.word(name.end + 2) == "," {
            self.ages.entry(self.doc.normal(name.end + 1).to_owned()).or_insert(entity);
        }
    }

    fn see(&mut self, who: Who, tokens: Range<usize>) {
        if let Who::Entity(entity) = who
            && let Some(count) = self.counts.get_mut(entity)
        {
            *count += 1;
        }
        let part = self.listed_with(who, &tokens).unwrap_or_else(|| part(self.doc, &tokens));
        let seen = MentionRecord::new(self.doc, self.marks, who, tokens, part);
        if let Who::Entity(entity) = who
            && seen.part == Part::Speaker
            && seen.quotation.is_none()
            && self.kind(who) == Some(EntityType::Person)
            && self.spoken.len() < VOICES
            && !self.spoken.contains(&entity)
        {
            self.spoken.push(entity);
        }
        self.discourse.add(seen);
    }

    /// The part of the mention before, in "Ruiz and Mr Pell": who stands in one list plays one part.
    fn listed_with(&self, who: Who, tokens: &Range<usize>) -> Option<Part> {
        let last = self.discourse.seen.back()?;
        let gap = last.tokens.end..tokens.start;
        let list = (1..=4).contains(&gap.len())
            && matches!(self.doc.normal(gap.start), "and" | "or" | ",")
            && gap.clone().skip(1).all(|at| {
                self.doc.normal(at) == "and"
                    || self.doc.tokens.get(at).is_some_and(|token| token.is_capital())
            });
        let ends_here = self.doc.sentence_of(tokens.start) == last.sentence;
        let alike = self.kind(who) == self.kind(last.who);
        (list && ends_here && alike && last.part != Part::Speaker).then_some(last.part)
    }

    /// Gives the words to an entity.
    fn give(&mut self, tokens: Range<usize>, entity: usize, kind: MentionKind) {
        self.give_as(tokens.clone(), tokens, entity, kind);
    }

    /// Gives words to an entity; the mention may be less than the phrase.
    fn give_as(&mut self, mention: Range<usize>, tokens: Range<usize>, entity: usize, kind: MentionKind) {
        self.found.push((entity, Mention { span: self.doc.span(mention), kind }));
        self.see(Who::Entity(entity), tokens);
    }

    /// Notes whom words were given to, if to anybody.
    fn note(&mut self, rule: &'static Rule, tokens: Range<usize>, who: Option<Who>, among: Vec<Candidate>) {
        let span = self.doc.span(tokens);
        let meant = who.map_or("nobody".to_owned(), |who| self.called(who));
        let what = format!("“{}” is {meant}", span.of(self.doc.text));
        self.trace.add(Decision::new(rule, span, what).among(among));
    }

    /// What somebody is called, for the trace.
    fn called(&self, who: Who) -> String {
        match who {
            Who::Entity(entity) => self.entities.get(entity).map_or("", |entity| &entity.name).to_owned(),
            Who::Unnamed(number) => {
                let noun = self.strangers.get(number).map_or("", |stranger| &stranger.noun);
                format!("an unnamed “{noun}”")
            }
        }
    }

    fn kind(&self, who: Who) -> Option<EntityType> {
        match who {
            Who::Entity(entity) => self.entities.get(entity).map(|entity| entity.kind),
            Who::Unnamed(_) => None,
        }
    }
}

/// Every mention of some of the entities, in order, each with its entity.
fn mentions(doc: &Doc, entities: &[Entity], of: impl Fn(&Entity) -> bool) -> Vec<(Range<usize>, usize)> {
    let mut mentions = Vec::new();
    for (index, entity) in entities.iter().enumerate().filter(|(_, entity)| of(entity)) {
        mentions.extend(entity.mentions.iter().map(|mention| (doc.tokens_in(mention.span), index)));
    }
    mentions.sort_by_key(|(tokens, _): &(Range<usize>, usize)| (tokens.start, tokens.end));
    mentions
}
