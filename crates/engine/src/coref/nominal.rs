//! "The minister", "the 26-year-old", "the company": whom or what a noun with an article stands for, and who is
//! a stranger to the article's names.
//!
//! A noun means someone if the article called them so, alone of all; "the company" is the only one spoken of. What
//! has an "of …" behind it says itself whom it means, and is left alone.

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;

use analysis::{Entity, EntityType, MentionKind};

use super::Resolver;
use super::described::Description;
use super::discourse::{MentionRecord, Part, Who, is_saying, part};
use super::gender;
use super::teller;
use crate::doc::Doc;
use crate::explain::trace::Candidate;
use crate::lexicon::{Gender, Lexicon, PhraseKind, Title, normalize};
use crate::quote::cue::{self, CLAUSE};
use crate::rules::{self, Rule};
use crate::sentence::is_function_word;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// How many strangers, and people of one calling, are remembered.
const MEMORY: usize = 32;
/// How many sentences back "the company" may have been named last.
const REACH: usize = 3;
/// How many sentences back the town may have been named last that speaks as one.
const TOWN: usize = 6;
/// So many mentions of a person are asked for the title before the name.
const TITLED: usize = 8;
/// How much nearer one of two ministers must be, in sentences.
const NEARER: usize = 3;
/// So many words of a clause may stand between a noun and the name beside it.
const LONGEST_CLAUSE: usize = 16;

/// Someone without a name.
#[derive(Debug, Clone)]
pub(super) struct Unnamed {
    pub noun: String,
    pub gender: Option<Gender>,
}

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

    fn of_kind(&self, noun: &str) -> &[usize] {
        role_kind(noun).and_then(|kind| self.kinds.get(&kind)).map_or(&[], Vec::as_slice)
    }

    fn of_noun(&self, noun: &str) -> &[usize] {
        self.nouns.get(noun).map_or(&[], Vec::as_slice)
    }
}

/// A noun phrase: "the [Finnish prime] minister".
struct Phrase {
    tokens: Range<usize>,
    noun: String,
    /// Names inside it, as written small.
    owners: Vec<String>,
    /// "26" of "the 26-year-old".
    age: Option<String>,
    /// What stands behind tells who is meant: "the minister of Oslo".
    told: bool,
}

impl Resolver<'_> {
    /// Reads a noun phrase that begins at the token, if one does, and gives it to whom it means.
    pub(super) fn nominal(&mut self, at: usize) {
        let determiner = self.doc.normal(at);
        let (known, this) = (determiner == "the", determiner == "this");
        if !known && !self.doc.is(at, WordClass::OpensNominal) {
            return;
        }
        let Some(phrase) = self.phrase(at) else { return };
        if self.is_named_behind(&phrase) {
            return;
        }
        if phrase.told
            && let Some((entity, rule)) = self.only_person_so_far(&phrase, known)
        {
            if self.trace.is_on() {
                self.note_nominal(&phrase, Some((entity, rule)));
            }
            self.give(phrase.tokens, entity, MentionKind::Nominal);
            return;
        }
        if phrase.told {
            if is_person(&phrase.noun) && !self.is_named_later(&phrase) {
                self.see_stranger(phrase, known);
            }
            return;
        }
        let title = self.title(&phrase);
        // "This President" is the one that "the President" is.
        let known = known || this && title.is_some();
        let person = phrase.age.is_some() || is_person(&phrase.noun);
        let found = match (known, person) {
            (true, true) => self.person_called(&phrase),
            (true, false) => self.body_called(&phrase),
            _ => None,
        };
        let found = found.or_else(|| self.described_as(&phrase, known));
        if self.trace.is_on() {
            self.note_nominal(&phrase, found);
        }
        match found {
            // A title with a capital is written as a name.
            Some((entity, rule)) => match title.filter(|_| person) {
                Some(title) => self.give(title, entity, MentionKind::Name),
                None if rule.id == rules::COREF_DESCRIPTION.id => {
                    let own = self.behind_names(&phrase.tokens);
                    self.give_as(own, phrase.tokens, entity, MentionKind::Nominal);
                }
                None => self.give(phrase.tokens, entity, MentionKind::Nominal),
            },
            // "… where the lawmaker stands": a noun for the one lawmaker of the article brings nobody new.
            None if known
                && self.people_so_far() == 1
                && !self.met(self.callings.of_kind(&phrase.noun)).is_empty() => {}
            None if person => self.see_stranger(phrase, known),
            None => {}
        }
    }

    /// "striker" of "the Ambry striker": a name inside is a mention of its own.
    fn behind_names(&self, tokens: &Range<usize>) -> Range<usize> {
        let named = tokens.clone().filter_map(|at| self.name_at(at)).map(|(name, _)| name.end).max();
        named.unwrap_or(tokens.start)..tokens.end
    }

    /// Whom a description means that nobody was called by: "the midfielder", "the 19-year-old".
    fn described_as(&self, phrase: &Phrase, known: bool) -> Option<(usize, &'static Rule)> {
        let at = phrase.tokens.end - 1;
        let describes =
            phrase.age.is_some() || self.doc.is(at, WordClass::DescribesPerson) && phrase.owners.len() < 2;
        if !known || !describes || !self.called_so(&phrase.noun).is_empty() {
            return None;
        }
        let gender = gender::of_noun(&phrase.noun);
        let found = Description { tokens: phrase.tokens.clone(), noun: &phrase.noun, gender, home: None };
        Some((self.described(&found)?, &rules::COREF_DESCRIPTION))
    }

    /// Gives "the Finn" of "the Finn said" to whoever that is; answers where it ends.
    pub(super) fn finn(&mut self, at: usize) -> Option<usize> {
        if self.doc.normal(at) != "the" {
            return None;
        }
        let tokens = self.demonym(at)?;
        let noun = self.doc.normal(at + 1).to_owned();
        let home = Lexicon::get().word(&noun).home();
        let found =
            self.described(&Description { tokens: tokens.clone(), noun: &noun, gender: None, home })?;
        if self.trace.is_on() {
            let rule = &rules::COREF_DESCRIPTION;
            self.note(rule, tokens.clone(), Some(Who::Entity(found)), Vec::new());
        }
        let end = tokens.end;
        self.give(tokens, found, MentionKind::Nominal);
        Some(end)
    }

    /// "Her lawyer, Ruth Tarn,": the one who is named right behind, and no stranger beside her.
    fn is_named_behind(&self, phrase: &Phrase) -> bool {
        let Some(comma) = self.comma_behind(phrase) else { return false };
        // "The coach, Mama Ruth Dorn,": a title that is no part of the name.
        let mut start = comma + 1;
        while start < comma + 3 && self.name_at(start).is_none() && self.doc.tokens[start].is_capital() {
            start += 1;
        }
        let Some((name, entity)) = self.name_at(start) else { return false };
        let closed = matches!(self.doc.word(name.end), "," | "." | ":" | "—" | "–");
        closed
            && match self.kind(Who::Entity(entity)) {
                Some(EntityType::Person) => is_person(&phrase.noun),
                Some(EntityType::Org) => is_body(&phrase.noun),
                _ => false,
            }
    }

    /// The comma right behind a phrase, or behind the clause that tells of it: "a biologist who advised the state, Dorn,".
    fn comma_behind(&self, phrase: &Phrase) -> Option<usize> {
        let end = phrase.tokens.end;
        if !matches!(self.doc.normal(end), "who" | "that") {
            return (self.doc.word(end) == "," && end + 2 < self.doc.tokens.len()).then_some(end);
        }
        let sentence = self.doc.sentences.get(self.doc.sentence_of(end))?;
        let clause = end..sentence.tokens.end.min(end + LONGEST_CLAUSE);
        clause
            .into_iter()
            .find(|&at| self.doc.word(at) == ",")
            .filter(|comma| comma + 2 < sentence.tokens.end)
    }

    /// "The owner of the boats, Ida Tarn,": a name beside the noun, behind what belongs to it.
    fn is_named_later(&self, phrase: &Phrase) -> bool {
        let noun = self.doc.syntax.words_of(phrase.tokens.end - 1).start;
        let from = self.names.partition_point(|(name, _)| name.start < phrase.tokens.end);
        let near = self.names[from..].iter().take_while(|(name, _)| name.start < phrase.tokens.end + 12);
        near.filter(|(_, entity)| self.kind(Who::Entity(*entity)) == Some(EntityType::Person))
            .any(|(name, _)| teller::stands_beside(self.doc, name, noun))
    }

    /// Notes whom a noun was given to, and who else was called so.
    fn note_nominal(&mut self, phrase: &Phrase, found: Option<(usize, &'static Rule)>) {
        let called = self.called_so(&phrase.noun).to_vec();
        if found.is_none() && called.len() < 2 {
            return;
        }
        let sentence = self.doc.sentence_of(phrase.tokens.start);
        let winner = found.map(|(entity, _)| entity);
        let among = called.iter().map(|&entity| {
            let lately = match self.discourse.latest(Who::Entity(entity)) {
                Some(seen) => {
                    format!("mentioned {} sentences before", sentence.saturating_sub(seen.sentence))
                }
                None => "not mentioned lately".to_owned(),
            };
            let fate = if winner == Some(entity) { format!("meant; {lately}") } else { lately };
            Candidate::new(self.called(Who::Entity(entity)), None, fate)
        });
        let among = among.collect();
        let rule = found.map_or(&rules::COREF_NOMINAL_UNCLEAR, |(_, rule)| rule);
        self.note(rule, phrase.tokens.clone(), winner.map(Who::Entity), among);
    }

    /// The title of a phrase that is written as a name, without its article: "Prime Minister" of "the Prime Minister".
    fn title(&self, phrase: &Phrase) -> Option<Range<usize>> {
        // "The Hague President": the name in it is a mention of its own.
        let capital = |&at: &usize| {
            self.doc.tokens[at].case == Case::Title
                && !self.doc.is(at, WordClass::FunctionWord)
                && self.name_at(at).is_none()
        };
        let end = phrase.tokens.end;
        let count = (phrase.tokens.start + 1..end).rev().take_while(capital).count();
        (count > 0).then(|| end - count..end)
    }

    fn see_stranger(&mut self, phrase: Phrase, known: bool) {
        let gender = gender::of_noun(&phrase.noun);
        let lately = self.strangers.len().saturating_sub(MEMORY);
        let same = self.strangers.iter().skip(lately).rposition(|stranger| stranger.noun == phrase.noun);
        let stranger = same.filter(|_| known).map(|at| at + lately).unwrap_or_else(|| {
            self.strangers.push(Unnamed { noun: phrase.noun, gender });
            self.strangers.len() - 1
        });
        self.see(Who::Unnamed(stranger), phrase.tokens);
    }

    /// The phrase from an article to its noun; none where it is a title of a name or set beside one.
    fn phrase(&self, start: usize) -> Option<Phrase> {
        let mut owners = Vec::new();
        let mut noun = None;
        let mut age = None;
        let mut at = start + 1;
        let sentence_end = self.doc.sentences.get(self.doc.sentence_of(start))?.tokens.end;
        let is_noun = |word: &str| {
            is_person(word)
                || is_body(word)
                || word == "country"
                || word_class::is(word, WordClass::PlaceNoun)
        };
        while at < sentence_end && at < start + 7 {
            if let Some((tokens, entity)) = self.name_at(at) {
                let kind = self.entities.get(entity).map(|entity| entity.kind)?;
                if kind == EntityType::Person || noun.is_some() {
                    break;
                }
                owners.push(self.doc.words(tokens.clone()).to_lowercase());
                at = tokens.end.max(at + 1);
                continue;
            }
            let token = self.doc.tokens.get(at)?;
            let word = self.doc.normal(at);
            match token.kind {
                TokenKind::Number if at == start + 1 && self.doc.normal(at + 2) == "year" => {
                    age = Some(word.to_owned());
                }
                TokenKind::Hyphen => {}
                TokenKind::Clitic if !owners.is_empty() => {}
                TokenKind::Word if age.is_some() && word == "old" => noun = Some(at),
                TokenKind::Word if is_function_word(word) => break,
                // "this work Dorn": a name begins behind a common noun.
                TokenKind::Word if token.is_capital() && self.is_common_noun(at - 1) => break,
                TokenKind::Word if is_noun(word) && self.is_noun(at) => noun = Some(at),
                TokenKind::Word => {}
                _ => break,
            }
            at += 1;
        }
        let noun = noun?;
        if self.is_of_another(noun) {
            return None;
        }
        let title = self.name_at(noun + 1).is_some();
        let compound = self.doc.tokens.get(noun + 1).is_some_and(|token| token.kind == TokenKind::Hyphen);
        let beside = start.checked_sub(2).is_some_and(|before| {
            self.doc.word(start - 1) == ","
                && self.name_at(before).is_some_and(|(tokens, _)| tokens.end == start - 1)
        });
        let known_noun = self.doc.normal(noun).to_owned();
        let told = matches!(self.doc.normal(noun + 1), "of" | "for" | "who" | "in" | "from" | "at")
            && !self.tells_role(noun, &known_noun)
            // "the father of two"
            && !(self.doc.normal(noun + 1) == "of" && self.doc.syntax.tag(noun + 2).upos() == Upos::NUM);
        let phrase = Phrase { tokens: start..noun + 1, noun: known_noun, owners, age, told };
        // "the talks Q3 board": words that ran together.
        let value = phrase.age.is_none() && self.holds_value(&phrase.tokens);
        (!title && !compound && !beside && !value).then_some(phrase)
    }

    /// Whether a word is a noun here: not "better" in "a better world".
    fn is_noun(&self, at: usize) -> bool {
        matches!(self.doc.syntax.tag(at).upos(), Upos::NOUN | Upos::PROPN)
    }

    fn is_common_noun(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| token.is_word() && !token.is_capital())
            && self.doc.syntax.tag(at).upos() == Upos::NOUN
    }

    /// "A customer service": a noun before another that is no name, which is what is meant.
    fn is_of_another(&self, noun: usize) -> bool {
        let next = noun + 1;
        self.doc.tokens.get(next).is_some_and(|token| token.is_word())
            && self.doc.sentence_of(next) == self.doc.sentence_of(noun)
            && self.doc.syntax.tag(next).upos() == Upos::NOUN
            && self.name_at(next).is_none()
            && self.doc.syntax.relation(noun) == Relation::Compound
    }

    /// Whom the article called so up to here, those it came to last if they are many.
    fn called_so(&self, noun: &str) -> &[usize] {
        self.met(self.callings.of_noun(noun))
    }

    /// Those of some entities that the article has named up to here, the latest if they are many.
    fn met<'b>(&self, all: &'b [usize]) -> &'b [usize] {
        // Entities are in the order of their first mentions, so that those met already stand first.
        let met = all.partition_point(|&index| self.counts.get(index).is_some_and(|&count| count > 0));
        all.get(met.saturating_sub(MEMORY)..met).unwrap_or_default()
    }

    /// Whether someone's whole role stands at a noun: "President of the United States".
    fn tells_role(&self, noun: usize, word: &str) -> bool {
        let start = self.doc.span(noun..noun + 1).start as usize;
        let rest = self.doc.text.get(start..).unwrap_or_default();
        self.called_so(word).iter().any(|&index| {
            let role = self.entities.get(index).and_then(|entity| entity.role.as_ref());
            role.is_some_and(|role| role.text.contains(" of ") && rest.starts_with(role.text.as_str()))
        })
    }

    /// The one person that the article called so.
    fn person_called(&self, phrase: &Phrase) -> Option<(usize, &'static Rule)> {
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
        let called: Vec<usize> = self.called_so(&phrase.noun).iter().filter(fits).copied().collect();
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

    /// Whether a phrase opens its sentence or stands beside a verb of saying. "He said that the writer has to wait" tells
    /// of writers.
    fn leads(&self, tokens: &Range<usize>) -> bool {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(tokens.start));
        let opens = sentence.is_some_and(|sentence| sentence.tokens.start == tokens.start);
        opens || is_saying(self.doc, tokens.end) || tokens.start > 0 && is_saying(self.doc, tokens.start - 1)
    }

    /// Whether nobody else was told of lately whose role the article does not tell.
    fn is_told_of_alone(&self, only: usize, sentence: usize) -> bool {
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
    fn only_person_so_far(&self, phrase: &Phrase, known: bool) -> Option<(usize, &'static Rule)> {
        // "The minister of Osk", where a minister was named: another one.
        let lone = known && self.strangers.is_empty() && self.called_so(&phrase.noun).is_empty();
        if !lone || self.doc.normal(phrase.tokens.end) != "of" {
            return None;
        }
        let found = self.person_called(phrase).filter(|_| !self.is_named_later(phrase))?;
        (self.people_so_far() == 1).then_some(found)
    }

    /// How many people were named so far; two are as good as more.
    fn people_so_far(&self) -> usize {
        let met = |&(index, &count): &(usize, &u32)| {
            count > 0 && self.kind(Who::Entity(index)) == Some(EntityType::Person)
        };
        self.counts.iter().enumerate().filter(met).take(2).count()
    }

    /// The organisation or country that is meant.
    fn body_called(&self, phrase: &Phrase) -> Option<(usize, &'static Rule)> {
        if !phrase.owners.is_empty() {
            return None;
        }
        let sentence = self.doc.sentence_of(phrase.tokens.start);
        if phrase.noun == "country" {
            let countries = self.only_one(sentence, |kind| kind == EntityType::Gpe)?;
            let name = &self.entities.get(countries)?.name;
            let country =
                Lexicon::get().phrase(name).is_some_and(|facts| facts.kind() == PhraseKind::Country);
            return country.then_some((countries, &rules::COREF_COUNTRY));
        }
        let called = self.called_so(&phrase.noun);
        if let Some(named) = self.nearest(called, sentence) {
            return Some((named, &rules::COREF_ROLE));
        }
        // "The municipality said": the only town that was told of.
        if self.doc.is(phrase.tokens.end - 1, WordClass::PlaceNoun) {
            let only = || self.only_town(sentence);
            return only().filter(|_| self.town_speaks(phrase)).map(|only| (only, &rules::COREF_TOWN));
        }
        let general = matches!(phrase.noun.as_str(), "company" | "firm") || phrase.noun.ends_with("maker");
        let only = || self.only_one(sentence, |kind| kind == EntityType::Org);
        // "The party said": the only body that was told of, as the one who acts.
        let acts = || {
            let noun = phrase.tokens.end - 1;
            let speaks = part(self.doc, &phrase.tokens) == Part::Speaker;
            let body = self.doc.is(noun, WordClass::CompanyNoun) || self.doc.is(noun, WordClass::MediaNoun);
            let only = self.only_body(sentence).filter(|_| body && speaks)?;
            Some((only, &rules::COREF_ONLY_COMPANY))
        };
        only().filter(|_| general).map(|only| (only, &rules::COREF_ONLY_COMPANY)).or_else(acts)
    }

    /// The only one of these mentioned so far, or the one mentioned clearly later than the others.
    fn nearest(&self, among: &[usize], sentence: usize) -> Option<usize> {
        let mut seen: Vec<(usize, usize)> = among
            .iter()
            .map(|&index| {
                let latest = self
                    .discourse
                    .latest(Who::Entity(index))
                    .map_or(usize::MAX, |seen| sentence - seen.sentence);
                (latest, index)
            })
            .collect();
        seen.sort_unstable();
        match seen.as_slice() {
            [] => None,
            [(_, only)] => Some(*only),
            [(first, nearest), (second, _), ..] => {
                (*first <= REACH && second.saturating_sub(*first) >= NEARER).then_some(*nearest)
            }
        }
    }

    /// The only organisation of which the reporter told as of one who acts or speaks.
    fn only_body(&self, sentence: usize) -> Option<usize> {
        let near = |seen: &&MentionRecord| self.distance(seen, sentence) <= REACH;
        let lately = self.discourse.seen.iter().rev().take_while(near);
        let mut bodies = lately.filter_map(|seen| match seen.who {
            Who::Entity(entity)
                if self.kind(seen.who) == Some(EntityType::Org)
                    && seen.quotation.is_none()
                    && matches!(seen.part, Part::Subject | Part::Speaker | Part::Possessor) =>
            {
                Some(entity)
            }
            _ => None,
        });
        let first = bodies.next()?;
        bodies.all(|body| body == first).then_some(first)
    }

    /// Whether the noun for a place stands right beside a verb of saying: "the city said", "…,” said the city."
    fn town_speaks(&self, phrase: &Phrase) -> bool {
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        let country = matches!(
            phrase.noun.as_str(),
            "state" | "nation" | "kingdom" | "republic" | "capital" | "emirate"
        );
        let inverted = start > 0
            && is_saying(self.doc, start - 1)
            && matches!(self.doc.word(end), "." | ",")
            && self.marks.outer_before(start).next().is_some();
        let saying = |at: usize| is_saying(self.doc, at) || self.doc.is(at, WordClass::PlainSaying);
        let confirms = cue::verb(self.doc.normal(end)).is_some_and(|verb| verb.takes.any(CLAUSE));
        !country && (saying(end) || confirms || inverted)
    }

    /// The only place smaller than a country that was told of lately.
    fn only_town(&self, sentence: usize) -> Option<usize> {
        let country = |entity: &Entity| {
            Lexicon::get().phrase(&entity.name).is_some_and(|facts| facts.kind() == PhraseKind::Country)
        };
        let mut lately = self.discourse.present(sentence, TOWN).into_iter().filter_map(|who| match who {
            Who::Entity(entity) => {
                let place = self.entities.get(entity)?;
                (place.kind == EntityType::Gpe && !country(place)).then_some(entity)
            }
            Who::Unnamed(_) => None,
        });
        lately.next().filter(|_| lately.next().is_none())
    }

    /// The only thing of a kind that was mentioned lately.
    fn only_one(&self, sentence: usize, fits: fn(EntityType) -> bool) -> Option<usize> {
        let mut lately = self.discourse.present(sentence, REACH).into_iter().filter_map(|who| match who {
            Who::Entity(entity) if self.kind(who).is_some_and(fits) => Some(entity),
            _ => None,
        });
        lately.next().filter(|_| lately.next().is_none())
    }
}

/// The kind of role that a noun tells of, by its number in the list.
fn role_kind(normal: &str) -> Option<u64> {
    word_class::value(normal, WordClass::RoleKind)
}

pub(super) fn is_person(normal: &str) -> bool {
    word_class::of(normal).has(WordClass::DescribesPerson)
        || gender::of_noun(normal).is_some()
        || Lexicon::get().word(normal).is_person_noun() && normal != "people"
}

/// Nouns for organisations that stand for one with an article.
pub(super) fn is_body(normal: &str) -> bool {
    normal.ends_with("maker") && normal.len() > 6
        || Lexicon::get().word(normal).is_org_word() && !Lexicon::get().word(normal).is_company_form()
        || word_class::of(normal).has(WordClass::CompanyNoun)
        || word_class::of(normal).has(WordClass::MediaNoun)
}
