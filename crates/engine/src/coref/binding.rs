//! Whom grammar rules in and out: the binding of pronouns in their clause and in the noun phrase that they stand in, and
//! what a quotation tells of who speaks it.

use std::ops::Range;

use super::Resolver;
use super::discourse::{Part, Who};
use super::nominal::{is_body, is_person};
use super::pronoun::Case;
use crate::doc::Doc;
use crate::lexicon::Gender;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

/// So many steps are gone up the tree.
const STEPS: usize = 10;
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
        if case == Case::Possessive && self.stands_beside(who, at) {
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
