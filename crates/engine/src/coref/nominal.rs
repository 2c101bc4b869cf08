//! "The minister", "the 26-year-old", "the company": whom or what a noun with an article stands for, and who is
//! a stranger to the article's names.
//!
//! A noun means someone if the article called them so, alone of all; "the company" is the only one spoken of. What
//! has an "of …" behind it says itself whom it means, and is left alone.

use std::ops::Range;

use analysis::{BlockKind, EntityType, MentionKind};

use super::Resolver;
use super::described::Description;
use super::discourse::{Who, is_saying};
use super::gender;
use super::pronoun;
use super::teller;
use crate::explain::trace::Candidate;
use crate::lexicon::{Gender, Lexicon};
use crate::rules::{self, Rule};
use crate::sentence::is_function_word;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// How many strangers, and people of one calling, are remembered.
const MEMORY: usize = 32;
/// How many sentences back "the company" may have been named last.
pub(super) const REACH: usize = 3;
/// So many words of a clause may stand between a noun and the name beside it.
const LONGEST_CLAUSE: usize = 16;

/// Someone without a name.
#[derive(Debug, Clone)]
pub(super) struct Unnamed {
    pub noun: String,
    pub gender: Option<Gender>,
}

/// A noun phrase: "the [Finnish prime] minister".
pub(super) struct Phrase {
    pub tokens: Range<usize>,
    pub noun: String,
    /// Names inside it, as written small.
    pub owners: Vec<String>,
    /// "26" of "the 26-year-old".
    pub age: Option<String>,
    /// What stands behind tells who is meant: "the minister of Oslo".
    pub told: bool,
    /// "deputy" of "the deputy minister", who is not the minister.
    pub rank: Option<String>,
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
            let general = self.is_general(determiner, &phrase);
            if is_person(&phrase.noun) && !general && !self.is_named_later(&phrase) {
                self.see_stranger(phrase, known);
            }
            return;
        }
        let title = self.title(&phrase);
        // "This President" is the one that "the President" is.
        let known = known || this && title.is_some();
        let person = phrase.age.is_some() || is_person(&phrase.noun);
        let found = match (known, person) {
            (true, true) => {
                let body = || self.body_called(&phrase).filter(|_| is_body(&phrase.noun));
                self.person_called(&phrase).or_else(body)
            }
            (true, false) => self.body_called(&phrase),
            _ => None,
        };
        let found = found.or_else(|| self.described_as(&phrase, known));
        if self.trace.is_on() {
            self.note_nominal(&phrase, found);
        }
        match found {
            // A title with a capital is written as a name.
            Some((entity, rule)) => {
                match title.filter(|_| self.kind(Who::Entity(entity)) == Some(EntityType::Person)) {
                    Some(title) => self.give(title, entity, MentionKind::Name),
                    None if rule.id == rules::COREF_DESCRIPTION.id => {
                        let own = self.behind_names(&phrase.tokens);
                        self.give_as(own, phrase.tokens, entity, MentionKind::Nominal);
                    }
                    None => self.give(phrase.tokens, entity, MentionKind::Nominal),
                }
            }
            // "… where the lawmaker stands": a noun for the one lawmaker of the article brings nobody new.
            None if known
                && self.people_so_far() == 1
                && !self.met(self.callings.of_kind(&phrase.noun)).is_empty() => {}
            // "The former minister" was told of before, by whatever name.
            None if known && phrase.rank.as_deref() == Some("former") => {}
            None if person && !self.is_general(determiner, &phrase) => self.see_stranger(phrase, known),
            None => {}
        }
    }

    /// "A nurse earns little", "A person with the fever has no cough": what holds of all of a kind brings nobody new. A
    /// headline tells news so.
    fn is_general(&self, determiner: &str, phrase: &Phrase) -> bool {
        if !matches!(determiner, "a" | "an") {
            return false;
        }
        let noun = phrase.tokens.end - 1;
        let syntax = &self.doc.syntax;
        let verb = syntax.head(noun).filter(|_| syntax.relation(noun) == Relation::NominalSubject);
        let plain = |verb: usize| {
            let tag = syntax.tag(verb);
            tag.upos() == Upos::VERB
                && tag.verb_form() == Some(VerbForm::Present)
                && !is_saying(self.doc, verb)
        };
        // "has risen", "is led" have their tense in an auxiliary.
        let helped = |verb: usize| {
            (noun..verb).any(|at| syntax.tag(at).upos() == Upos::AUX && syntax.head(at) == Some(verb))
        };
        verb.is_some_and(|verb| plain(verb) && !helped(verb))
            && self.marks.around(noun).is_none()
            && self.doc.block_kind(noun) == BlockKind::Paragraph
    }

    /// "striker" of "the Ambry striker": a name inside is a mention of its own.
    fn behind_names(&self, tokens: &Range<usize>) -> Range<usize> {
        let named = tokens.clone().filter_map(|at| self.name_at(at)).map(|(name, _)| name.end).max();
        named.unwrap_or(tokens.start)..tokens.end
    }

    /// Whom a description means that nobody was called by: "the midfielder", "the 19-year-old".
    fn described_as(&self, phrase: &Phrase, known: bool) -> Option<(usize, &'static Rule)> {
        let at = phrase.tokens.end - 1;
        // A judge or an officer may be somebody new, whatever "legend" is nobody else.
        let alone = || self.people_so_far() == 1 && !is_person(&phrase.noun) && self.is_he_or_she(at);
        let describes = phrase.age.is_some()
            || self.doc.is(at, WordClass::DescribesPerson) && phrase.owners.len() < 2
            || alone();
        if !known || !describes || !self.called_so(&phrase.noun).is_empty() {
            return None;
        }
        let gender = gender::of_noun(&phrase.noun);
        let found = Description { tokens: phrase.tokens.clone(), noun: &phrase.noun, gender, home: None };
        Some((self.described(&found)?, &rules::COREF_DESCRIPTION))
    }

    /// "The rugby legend said he": a noun for whoever is a "he" or a "she" right behind the verb of saying, and no paper that
    /// tells of somebody.
    fn is_he_or_she(&self, noun: usize) -> bool {
        is_saying(self.doc, noun + 1)
            && self.doc.syntax.tag(noun) == Tag::Noun
            && self
                .read_pronoun(noun + 2 + usize::from(self.doc.normal(noun + 2) == "that"))
                .is_some_and(|pronoun| pronoun.gender.is_some() && pronoun.case == pronoun::Case::Subject)
            && !self.doc.is(noun, WordClass::IssuedPaper)
            && !self.doc.is(noun, WordClass::EvidenceNoun)
            && !is_body(self.doc.normal(noun))
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
    pub(super) fn is_named_later(&self, phrase: &Phrase) -> bool {
        let noun = self.doc.syntax.words_of(phrase.tokens.end - 1).start;
        let from = self.names.partition_point(|(name, _)| name.start < phrase.tokens.end);
        let near = self.names[from..].iter().take_while(|(name, _)| name.start < phrase.tokens.end + 12);
        let start = self.doc.span(phrase.tokens.end - 1..phrase.tokens.end).start;
        let role = |entity: &usize| {
            let role = self.entities.get(*entity).and_then(|entity| entity.role.as_ref());
            role.is_some_and(|role| (role.span.start..role.span.end).contains(&start))
        };
        near.filter(|(_, entity)| self.kind(Who::Entity(*entity)) == Some(EntityType::Person))
            .any(|(name, entity)| role(entity) || teller::stands_beside(self.doc, name, noun))
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
                TokenKind::Word if is_function_word(word) && word != "former" => break,
                // "The group said guards": the phrase is over.
                TokenKind::Word if noun.is_some() && self.is_verb(at) => break,
                // "this work Dorn": a name begins behind a common noun.
                TokenKind::Word if token.is_capital() && self.is_common_noun(at - 1) => break,
                TokenKind::Word if (is_noun(word) || self.is_he_or_she(at)) && self.is_noun(at) => {
                    noun = Some(at);
                }
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
        let known_noun = self.doc.normal(noun).to_owned();
        // "Tarn, the mayor"; not "In Osk, the mayor".
        let beside = start.checked_sub(2).is_some_and(|before| {
            let name = self.name_at(before).filter(|(tokens, _)| tokens.end == start - 1);
            self.doc.word(start - 1) == ","
                && name.is_some_and(|(_, entity)| {
                    self.kind(Who::Entity(entity)) == Some(EntityType::Person) || !is_person(&known_noun)
                })
        });
        let told = matches!(self.doc.normal(noun + 1), "of" | "for" | "who" | "in" | "from" | "at")
            && !self.tells_role(noun, &known_noun)
            // "the father of two"
            && !(self.doc.normal(noun + 1) == "of" && self.doc.syntax.tag(noun + 2).upos() == Upos::NUM);
        let rank = (start + 1..noun)
            .map(|at| self.doc.normal(at))
            .find(|&word| word == "former" || word_class::is(word, WordClass::RankBelow));
        let rank = rank.map(str::to_owned);
        let phrase = Phrase { tokens: start..noun + 1, noun: known_noun, owners, age, told, rank };
        // "the talks Q3 board": words that ran together.
        let value = phrase.age.is_none() && self.holds_value(&phrase.tokens);
        (!title && !compound && !beside && !value).then_some(phrase)
    }

    /// Whether a word is a noun here: not "better" in "a better world".
    fn is_noun(&self, at: usize) -> bool {
        matches!(self.doc.syntax.tag(at).upos(), Upos::NOUN | Upos::PROPN)
    }

    fn is_verb(&self, at: usize) -> bool {
        matches!(self.doc.syntax.tag(at).upos(), Upos::VERB | Upos::AUX)
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
    pub(super) fn called_so(&self, noun: &str) -> &[usize] {
        self.met(self.callings.of_noun(noun))
    }

    /// Those of some entities that the article has named up to here, the latest if they are many.
    pub(super) fn met<'b>(&self, all: &'b [usize]) -> &'b [usize] {
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
