//! Whom grammar and the order of speech forbid a pronoun to mean, whatever speaks for them.

use std::ops::Range;

use super::Resolver;
use super::discourse::{
    Function, MentionRecord, Part, Who, clause, clause_around, function, is_saying, quotation,
};
use super::gender::GenderOf;
use super::pronoun::{Case, Pronoun};
use super::ranker::Sort;
use crate::lexicon::Lexicon;
use crate::syntax::tag::Tag;
use crate::word_class::WordClass;

impl Resolver<'_> {
    /// Why somebody cannot be meant by a pronoun; none if they can.
    pub(super) fn barred(
        &self,
        at: usize,
        pronoun: Pronoun,
        who: Who,
        latest: &MentionRecord,
        is_tag: bool,
    ) -> Option<&'static str> {
        let sentence = self.doc.sentence_of(at);
        if let Some(fate) = self.barred_by_gender(pronoun, who, Some(latest), at) {
            return Some(fate);
        }
        if is_tag && self.is_named_in_words(who, sentence) {
            return Some("named in the words that are said");
        }
        let voice = quotation(self.marks, at);
        if voice.is_some() && latest.quotation != voice && self.speaks_here(who, at) {
            return Some("says the words in which the pronoun stands");
        }
        if self.is_beside(at, pronoun, latest) || self.is_object_of(at, pronoun, latest) {
            return Some("ruled out by the grammar of the clause");
        }
        None
    }

    /// A gender that is told bars; one guessed from a name does not bar the subject of the clause: "Andrea Rossi said he".
    pub(super) fn barred_by_gender(
        &self,
        pronoun: Pronoun,
        who: Who,
        latest: Option<&MentionRecord>,
        at: usize,
    ) -> Option<&'static str> {
        let gender = pronoun.gender?;
        let known = self.gender(who);
        if known.told.is_some_and(|told| told != gender) {
            return Some("of the other gender");
        }
        if known.known().is_none_or(|guessed| guessed == gender) {
            return None;
        }
        let own = clause(self.doc, at);
        let is_subject = |clause: usize| self.subject_of(clause, at) == Some(who);
        let subject = is_subject(own) || clause_around(self.doc, own).is_some_and(is_subject);
        (!subject || latest.is_none()).then_some("of the other gender")
    }

    pub(super) fn gender(&self, who: Who) -> GenderOf {
        match who {
            Who::Entity(entity) => self.genders.get(entity).copied().unwrap_or_default(),
            Who::Unnamed(stranger) => {
                let gender = self.strangers.get(stranger).and_then(|stranger| stranger.gender);
                GenderOf { told: gender, guessed: None }
            }
        }
    }

    /// Whether a possessive stands in what is set beside a name: "Haskin, her solicitor," is not her own solicitor.
    fn is_beside(&self, at: usize, pronoun: Pronoun, latest: &MentionRecord) -> bool {
        if pronoun.case != Case::Possessive || latest.tokens.end + 1 != at || self.doc.word(at - 1) != "," {
            return false;
        }
        let mut end = at + 1;
        while end < at + 6 && !matches!(self.doc.word(end), "," | "." | ";" | ":" | "—" | "–" | ")" | "")
        {
            end += 1;
        }
        let last = end - 1;
        let noun = (at + 1..end).any(|at| {
            let word = self.doc.normal(at);
            super::gender::of_noun(word).is_some() || Lexicon::get().word(word).is_person_noun()
        });
        // "Ana Ruiz, her lawyer said, was ill"
        let verb = (at + 1..end)
            .any(|at| matches!(self.doc.syntax.tag(at), Tag::VerbPast | Tag::VerbPresent | Tag::VerbThird));
        noun && !verb && last > at && end < at + 6
            || (at + 1..at + 4).any(|noun| {
                self.doc.syntax.head(at) == Some(noun)
                    && self.doc.syntax.relation(noun) == crate::syntax::relation::Relation::Apposition
                    && self.doc.syntax.head(noun).is_some_and(|head| latest.tokens.contains(&head))
            })
    }

    /// Whether "him" has for its subject whoever is asked about.
    fn is_object_of(&self, at: usize, pronoun: Pronoun, latest: &MentionRecord) -> bool {
        let sentence = self.doc.sentence_of(at);
        if pronoun.case != Case::Object || latest.sentence != sentence {
            return false;
        }
        let own = clause(self.doc, at);
        let subject = latest.function == Function::Subject;
        let behind = function(self.doc, &(at..at + 1));
        let same = self.subject_of(own, at) == Some(latest.who) && behind != Function::Nominal;
        same || subject
            && latest.quotation == quotation(self.marks, at)
            && !(latest.tokens.end..at).any(|at| self.doc.is(at, WordClass::ClauseBetween))
    }

    /// Whether a quotation of the sentence has the name of this entity: in “Kane saved this school,” he said, "he" is
    /// another, since hardly anybody speaks of himself, or to himself, by his name.
    fn is_named_in_words(&self, who: Who, sentence: usize) -> bool {
        let (Who::Entity(entity), Some(sentence)) = (who, self.doc.sentences.get(sentence)) else {
            return false;
        };
        self.marks.outer_in(sentence.tokens.clone()).any(|(_, marked)| {
            let from = self.names.partition_point(|(name, _)| name.start < marked.inner.start);
            let mut names = self.names[from..].iter().take_while(|(name, _)| name.start < marked.inner.end);
            names.any(|(name, named)| {
                *named == entity && !self.names_itself(name) && !self.is_cited(name.start)
            })
        })
    }

    /// "I, Yusuf Tarn, resign": a name by which its speaker calls himself.
    fn names_itself(&self, name: &Range<usize>) -> bool {
        name.start >= 2
            && self.doc.word(name.start - 1) == ","
            && matches!(self.doc.normal(name.start - 2), "i" | "me" | "myself")
    }

    /// Whether a word stands in a quotation within a quotation: “They sang ‘Tarn, Tarn’,” he said.
    fn is_cited(&self, token: usize) -> bool {
        let Some(outer) = self.marks.around(token).map(|marked| marked.inner.clone()) else { return false };
        let from = self.marks.regions.partition_point(|region| region.inner.start <= outer.start);
        let mut inner = self.marks.regions[from..].iter().take_while(|region| region.inner.start < outer.end);
        inner.any(|region| region.nested && region.inner.contains(&token))
    }

    /// The pronoun that is said, right behind a quotation, to speak its words: “He lied,” she said.
    pub(super) fn tag_behind(&self, at: usize) -> Option<usize> {
        let end = self.marks.around(at)?.outer().end;
        let is_tag = |at: usize| {
            self.read_pronoun(at)
                .is_some_and(|pronoun| pronoun.sort == Sort::Person && pronoun.case == Case::Subject)
        };
        if is_saying(self.doc, end) && is_tag(end + 1) {
            return Some(end + 1);
        }
        (is_tag(end) && (end + 1..end + 3).any(|at| is_saying(self.doc, at))).then_some(end)
    }

    /// Whether somebody says the quotation in which a token stands, as far as it is known by now.
    fn speaks_here(&self, who: Who, at: usize) -> bool {
        if let Some(tag) = self.tag_behind(at) {
            return matches!(self.tags.get(&tag), Some(Some((speaker, _))) if *speaker == who);
        }
        if let Some(named) = self.named_behind(at) {
            return who == Who::Entity(named);
        }
        let sentence = self.doc.sentence_of(at);
        let block = self.doc.sentences.get(sentence).map_or(0, |sentence| sentence.block);
        let spoke = |seen: &&MentionRecord| seen.part == Part::Speaker && seen.quotation.is_none();
        let last = self.discourse.seen.iter().rev().find(spoke);
        last.is_some_and(|seen| seen.who == who && (seen.block == block || seen.sentence + 1 >= sentence))
    }

    /// The name said, right behind a quotation, to speak its words: “He knows,” Tarn said.
    fn named_behind(&self, at: usize) -> Option<usize> {
        let end = self.marks.around(at)?.outer().end;
        let from = self.names.partition_point(|(name, _)| name.start < end);
        let (name, entity) = self.names.get(from).filter(|(name, _)| name.start <= end + 5)?;
        let between = end..name.start;
        // Titles and the noun of a role may stand before it: "said Inspector Tarn".
        let plain = between.clone().all(|at| {
            is_saying(self.doc, at)
                || self.doc.tokens.get(at).is_some_and(|token| token.is_word())
                    && !self.doc.is(at, WordClass::ClauseBetween)
        });
        let said =
            is_saying(self.doc, name.end) || between.clone().next().is_some_and(|at| is_saying(self.doc, at));
        (plain && said).then_some(*entity)
    }
}
