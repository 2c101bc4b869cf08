//! Whom grammar rules in and out: the binding of pronouns in their clause and in the noun phrase that they stand in, and
//! what a quotation tells of who speaks it.

use std::ops::Range;

use analysis::{EntityType, Mention, MentionKind};

use super::Resolver;
use super::discourse::{MentionRecord, Part, Who, quotation};
use super::nominal::{is_body, is_person};
use super::pronoun::Case;
use super::teller::outermost;
use crate::doc::Doc;
use crate::lexicon::Gender;
use crate::rules;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

/// So many steps are gone up the tree.
const STEPS: usize = 10;
/// So many words before a verb its subject is looked for.
const REACH: usize = 40;
/// So many words may stand before the comma behind which the subject of a participle stands.
const OPENING: usize = 24;

impl Resolver<'_> {
    /// Whom grammar rules out: the subject of the same clause for "him", the speaker for a pronoun in his own words.
    pub(super) fn is_barred(
        &self,
        who: Who,
        at: usize,
        case: Case,
        sentence: usize,
        voice: Option<usize>,
    ) -> bool {
        let Some(latest) = self.discourse.latest(who) else { return true };
        if voice.is_some() && latest.quotation != voice && self.is_speaker_here(who, sentence) {
            return true;
        }
        if voice.is_some() && (self.speaks_behind(who, at) || self.voices.get(&voice) == Some(&Some(who))) {
            return true;
        }
        if case == Case::Subject && self.opens_under(&latest.tokens, at) {
            return true;
        }
        // "Tarn picked Velk as his deputy": whoever picks has the deputy.
        let made = self.doc.normal(at - 1) == "as" && latest.tokens.end + 1 == at;
        if case == Case::Possessive && (made || self.stands_beside(who, at)) {
            return true;
        }
        if case != Case::Object || latest.sentence != sentence || latest.quotation != voice {
            return false;
        }
        let subject = matches!(latest.part, Part::Subject | Part::Speaker);
        match clause_subject(self.doc, at) {
            // "Tarn says he hit her": the subject of "hit" is another.
            Some(word) => {
                let token = self.doc.syntax.words.get(word).map_or(usize::MAX, |word| word.token as usize);
                latest.tokens.contains(&token)
                    || self.stands_for(&latest.tokens, word)
                    || subject && !self.clause_between(latest.tokens.end, at) && token < latest.tokens.start
            }
            None => subject && !self.clause_between(latest.tokens.end, at),
        }
    }

    /// "Their daughter, Isla, survives her": whether a name is in apposition to a word.
    fn stands_for(&self, name: &Range<usize>, word: usize) -> bool {
        let words = &self.doc.syntax.words;
        // "Ms" stands between in "The nurse, Ms Dorn,".
        let above = |at: &usize| {
            let within = words.get(*at).filter(|w| {
                matches!(w.relation, Relation::Apposition | Relation::Flat | Relation::Descriptor)
            });
            within.map(|within| within.head as usize)
        };
        let last = self.doc.syntax.words_of(name.end - 1).start;
        std::iter::successors(Some(last), above).take(3).skip(1).any(|at| at == word)
    }

    /// "Torvald Tarn, her lawyer,": the name before is hers no more than the noun is.
    fn stands_beside(&self, who: Who, at: usize) -> bool {
        let beside = at >= 2 && self.doc.word(at - 1) == ",";
        let name = self.name_at(at.wrapping_sub(2)).filter(|(name, _)| beside && name.end == at - 1);
        let noun = (at + 1..at + 4).find(|&at| self.doc.syntax.tag(at).upos() == Upos::NOUN);
        name.is_some_and(|(_, entity)| who == Who::Entity(entity))
            && noun.is_some_and(|noun| is_person(self.doc.normal(noun)))
    }

    /// Whether another clause begins between two tokens.
    fn clause_between(&self, from: usize, to: usize) -> bool {
        (from..to).any(|at| self.doc.is(at, WordClass::ClauseBetween))
    }

    /// "Asked how Velk could tell, he said": the participle in front has the pronoun for its subject, so that whoever is
    /// named within it is another (principle C of binding).
    fn opens_under(&self, mention: &Range<usize>, at: usize) -> bool {
        let comma = at.checked_sub(1).filter(|&comma| self.doc.word(comma) == ",");
        let sentence = self.doc.sentences.get(self.doc.sentence_of(at));
        let (Some(comma), Some(sentence)) = (comma, sentence) else { return false };
        let start = sentence.tokens.start;
        let pronoun = self.doc.syntax.tag(mention.start).upos() == Upos::PRON;
        if pronoun || mention.start < start || mention.end > comma || comma - start > OPENING {
            return false;
        }
        let participle = |token: usize| {
            // No sentence that has its subject behind a comma begins with a finite verb.
            matches!(
                self.doc.syntax.tag(token),
                Tag::VerbIng | Tag::VerbParticiple | Tag::VerbPast | Tag::AuxIng
            )
        };
        // "When asked", "after praising"
        let led = matches!(self.doc.syntax.tag(start).upos(), Upos::SCONJ | Upos::ADP | Upos::ADV);
        participle(start) || led && participle(start + 1)
    }

    /// Whether somebody owns the phrase that a pronoun stands in: "Velk’s attempt to end his trial".
    pub(super) fn owns_phrase(&self, who: Who, at: usize, sentence: usize) -> bool {
        let owner = self.discourse.latest(who).filter(|seen| {
            seen.part == Part::Possessor && seen.sentence == sentence && seen.tokens.end <= at
        });
        let Some(owner) = owner else { return false };
        let words = &self.doc.syntax.words;
        let head = |word: usize| words.get(word).map(|word| word.head as usize);
        let own = self.doc.syntax.words_of(owner.tokens.start).start
            ..self.doc.syntax.words_of(owner.tokens.end - 1).end;
        let owned = own.clone().find_map(|word| {
            let owns = words.get(word)?.relation == Relation::Possessor;
            head(word).filter(|head| owns && !own.contains(head))
        });
        // "Velk’s brother, who sold his house": there the brother is another.
        let noun = |owned: &usize| {
            let noun = self.doc.normal(words[*owned].token as usize);
            !is_person(noun) && !is_body(noun)
        };
        let Some(owned) = owned.filter(noun) else { return false };
        let mut word = self.doc.syntax.words_of(at).start;
        (0..STEPS).any(|_| match head(word) {
            Some(above) if above != word => {
                word = above;
                word == owned
            }
            _ => false,
        })
    }

    /// The subjects of the clause that a pronoun stands in, if it is not one of them itself, and of those above it, from
    /// within outwards, as far as they stand before it; for "who" and "which" the noun that their clause tells of, which
    /// is marked so.
    pub(super) fn subjects_above(&self, at: usize) -> Vec<(usize, bool)> {
        let words = &self.doc.syntax.words;
        let own = self.doc.syntax.words_of(at).start;
        let mut found = Vec::new();
        let Some(pronoun) = words.get(own) else { return found };
        // The subject of "hit it" is another.
        let object =
            matches!(pronoun.relation, Relation::Object | Relation::IndirectObject | Relation::Oblique)
                && self.read_pronoun(at).is_none_or(|pronoun| pronoun.case != Case::Reflexive);
        // "Osk has few teachers of it"
        let of_noun = pronoun.relation == Relation::Nominal
            && self.read_pronoun(at).is_none_or(|pronoun| pronoun.case != Case::Reflexive);
        let mut word = match pronoun.head as usize {
            head if object => head,
            head if of_noun => words.get(head).map_or(own, |noun| noun.head as usize),
            _ => own,
        };
        for _ in 0..STEPS {
            let Some(clause) = words.get(word).map(|word| word.head as usize).filter(|&above| above != word)
            else {
                break;
            };
            // "A law which it lacks": one clause has one subject.
            let itself = word == own && pronoun.relation != Relation::Possessor && !object;
            let subject = (clause.saturating_sub(REACH)..own).find(|&other| {
                other != word
                    && !itself
                    && words[other].head as usize == clause
                    && matches!(words[other].relation, Relation::NominalSubject | Relation::PassiveSubject)
            });
            if let Some(subject) = subject {
                let relative = words[clause].relation == Relation::RelativeClause
                    && words[subject].tag.upos() == Upos::PRON
                    && matches!(self.doc.normal(words[subject].token as usize), "who" | "which" | "that");
                let meant = if relative { words[clause].head as usize } else { subject };
                found.push((words[meant].token as usize, relative));
            }
            word = clause;
        }
        found
    }

    /// The mention before a pronoun that holds a token of its sentence, or the name that a noun is set beside: "Tarn, an
    /// officer".
    pub(super) fn mention_at(&self, token: usize, at: usize) -> Option<&MentionRecord> {
        let voice = quotation(self.marks, at);
        let sentence = self.doc.sentence_of(at);
        let noun = self.doc.syntax.words_of(token).start;
        let body = is_body(self.doc.normal(token));
        let mut here = self.discourse.seen.iter().rev().take_while(|seen| seen.sentence == sentence);
        // "the daily Velmont", "the Velmont movement"; of "Velmont and Dorn Steel", neither stands for both.
        let joined = |first: usize| first > 0 && self.doc.normal(first - 1) == "and";
        here.find(|seen| {
            seen.quotation == voice
                && (seen.tokens.contains(&token)
                    || outermost(self.doc, &seen.tokens) == Some(noun) && !joined(seen.tokens.start)
                    || body && seen.tokens.end == token)
        })
        .or_else(|| {
            let word = self.doc.syntax.word(token)?;
            let name = self.doc.syntax.words.get(word.head as usize)?.token as usize;
            let apposed = word.relation == Relation::Apposition && name < token;
            apposed.then(|| self.mention_at(name, at)).flatten()
        })
    }

    /// "Tarn, an officer who lost his post": whom the clause that a pronoun stands in tells of.
    pub(super) fn head_of_relative(&self, at: usize, case: Case) -> Option<Who> {
        let &(head, relative) = self.subjects_above(at).first()?;
        if !relative || case == Case::Object {
            return None;
        }
        Some(self.mention_at(head, at)?.who)
    }

    /// "Speaking beside his wife, Tarn said", "In his first year as mayor, Tarn built": the subject behind the comma, where
    /// the text before knows nobody, or where a participle opens the sentence, whose subject it is.
    pub(super) fn named_ahead(&self, at: usize, gender: Gender, known: Option<Who>) -> Option<usize> {
        let sentence = self.doc.sentences.get(self.doc.sentence_of(at))?.tokens.clone();
        let participle = matches!(self.doc.syntax.tag(sentence.start), Tag::VerbIng | Tag::VerbParticiple);
        let here =
            |seen: &MentionRecord| seen.tokens.start >= sentence.start && self.can_be(seen.who, gender);
        if known.is_some() && !participle || self.discourse.seen.iter().any(here) {
            return None;
        }
        let words = &self.doc.syntax.words;
        let own = self.doc.syntax.words_of(at).start;
        let mut word = own;
        for _ in 0..STEPS {
            let above = words.get(word)?.head as usize;
            if above == word {
                return None;
            }
            let subject = (own + 1..above).find(|&other| {
                other != word
                    && words[other].head as usize == above
                    && matches!(words[other].relation, Relation::NominalSubject | Relation::PassiveSubject)
            });
            if let Some(subject) = subject {
                let mut ahead =
                    self.names.iter().skip(self.names.partition_point(|(name, _)| name.start < at));
                let (name, entity) = ahead.find(|(name, _)| {
                    name.start >= sentence.end || outermost(self.doc, name) == Some(subject)
                })?;
                let set_off = (at..name.start).any(|at| self.doc.word(at) == ",");
                let same = name.end <= sentence.end
                    && quotation(self.marks, name.start) == quotation(self.marks, at);
                let person = self.kind(Who::Entity(*entity)) == Some(EntityType::Person);
                return (set_off && same && person && self.can_be(Who::Entity(*entity), gender))
                    .then_some(*entity);
            }
            word = above;
        }
        None
    }

    /// Gives a pronoun to whoever is named behind it.
    pub(super) fn note_ahead(&mut self, at: usize, entity: usize) {
        if self.trace.is_on() {
            self.note(&rules::COREF_AHEAD, at..at + 1, Some(Who::Entity(entity)), Vec::new());
        }
        let kind = MentionKind::Pronoun;
        self.found.push((entity, Mention { span: self.doc.span(at..at + 1), kind }));
    }

    /// Whether somebody is the only person who has said something in the article so far.
    pub(super) fn is_only_voice(&self, who: Who) -> bool {
        matches!(self.spoken.as_slice(), [only] if who == Who::Entity(*only))
    }

    /// Whether the reporter has made another than the one voice the subject of this sentence or of the one before, who
    /// could be meant: "Ruiz wept. “…,” she said."
    pub(super) fn has_other_subject(&self, sentence: usize, gender: Gender) -> bool {
        let mut near = self.discourse.told().take_while(|seen| self.distance(seen, sentence) <= 1);
        near.any(|seen| {
            matches!(seen.part, Part::Subject | Part::Speaker)
                && !self.is_only_voice(seen.who)
                && self.can_be(seen.who, gender)
        })
    }

    /// Whoever can say the words that "he said" stands behind: who was told of lately, and the one voice of the article.
    pub(super) fn tellers(&self, sentence: usize) -> Vec<Who> {
        let mut present = self.told_of(sentence);
        if let [only] = self.spoken.as_slice()
            && !present.contains(&Who::Entity(*only))
        {
            present.push(Who::Entity(*only));
        }
        present
    }

    /// Who says a paragraph of nothing but words in marks, by all that was said before: the one voice of the article.
    pub(super) fn voice_alone(&self, marked: &Range<usize>) -> Option<Who> {
        let block = |token: usize| {
            self.doc.tokens.get(token)?;
            self.doc.sentences.get(self.doc.sentence_of(token)).map(|sentence| sentence.block)
        };
        let own = block(marked.start);
        let before = marked.start.checked_sub(1).and_then(block);
        let alone = before != own && block(marked.end) != own;
        match self.spoken.as_slice() {
            [only] if alone => Some(Who::Entity(*only)),
            _ => None,
        }
    }
}

/// The subject of the clause whose object a token is, as the tree has it, also where a verb shares it with the one before.
fn clause_subject(doc: &Doc, at: usize) -> Option<usize> {
    let words = &doc.syntax.words;
    let pronoun = doc.syntax.words_of(at).start;
    let object = words.get(pronoun)?;
    if !matches!(object.relation, Relation::Object | Relation::IndirectObject | Relation::Oblique) {
        return None;
    }
    let mut verb = object.head as usize;
    for _ in 0..3 {
        let near = verb.saturating_sub(30)..words.len().min(verb + 8);
        let subject = near.into_iter().find(|&word| {
            words[word].head as usize == verb
                && word != verb
                && matches!(words[word].relation, Relation::NominalSubject | Relation::PassiveSubject)
        });
        if subject.is_some() {
            return subject;
        }
        let shares = matches!(words.get(verb)?.relation, Relation::Conjunct | Relation::OpenComplement);
        if !shares {
            return None;
        }
        verb = words[verb].head as usize;
    }
    None
}
