//! "It", "its", "they": which organisation or place a pronoun stands for that means no single person.
//!
//! A thing without a name is meant more often than one with a name, so that the tree has to say who is meant: the subject
//! of the clause, of the clause above it, or of the sentence before that goes on. Where a noun of the pronoun's number
//! stands nearer, it stays open.

use std::ops::Range;

use analysis::EntityType;

use super::Resolver;
use super::discourse::{MentionRecord, Part, Who, quotation};
use super::nominal::{is_body, is_person};
use super::pronoun::{Case, Pronoun};
use crate::explain::trace::Candidate;
use crate::lexicon::Lexicon;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

/// So many words behind "it was" may stand before the clause that is meant.
const CLEFT: usize = 10;
/// So many words may stand between an organisation and its pronoun where the tree does not tell.
const NEAR: usize = 16;
/// The same where the pronoun is "their".
const BESIDE: usize = 6;

impl Resolver<'_> {
    /// The organisation or place that "it" or "they" stands for.
    pub(super) fn body(&self, at: usize, pronoun: Pronoun, among: &mut Vec<Candidate>) -> Option<Who> {
        if pronoun.case == Case::Subject && self.is_empty_it(at) {
            return None;
        }
        let found = self.body_before(at, pronoun).or_else(|| self.body_here(at, pronoun));
        if self.trace.is_on() {
            let sentence = self.doc.sentence_of(at);
            let lately = self.discourse.seen.iter().rev().take_while(|seen| seen.sentence + 1 >= sentence);
            let bodies = lately.filter(|seen| self.fits(seen.who, pronoun)).map(|seen| seen.who);
            for who in bodies {
                let called = self.called(who);
                if !among.iter().any(|other| other.name == called) {
                    let fate =
                        if found == Some(who) { "meant" } else { "not the subject that it goes on with" };
                    among.push(Candidate::new(called, None, fate));
                }
            }
        }
        found
    }

    /// Whether somebody is of the kind that a pronoun means: several are a body or a people.
    fn fits(&self, who: Who, pronoun: Pronoun) -> bool {
        self.kind(who).is_some_and(|kind| match kind {
            EntityType::Org => true,
            EntityType::Gpe => !pronoun.plural,
            EntityType::Norp => pronoun.plural && self.is_a_people(who),
            _ => false,
        })
    }

    /// "The Finns", where "the Finn" and "Finnish" are no people.
    fn is_a_people(&self, who: Who) -> bool {
        let last = self.discourse.latest(who).map(|seen| seen.tokens.end - 1);
        last.is_some_and(|last| Lexicon::get().word(self.doc.normal(last)).is_group_plural())
    }

    /// "The port said no. It added that", "It will close": what the sentence before is about, where the pronoun is the
    /// subject of a sentence that goes on with it, and nothing else stands between.
    fn body_before(&self, at: usize, pronoun: Pronoun) -> Option<Who> {
        let sentence = self.doc.sentence_of(at);
        let told = |seen: &&MentionRecord| seen.quotation.is_none();
        let opens = self.doc.sentences.get(sentence).is_some_and(|sentence| sentence.tokens.start == at);
        let outside = quotation(self.marks, at).is_none();
        let says = pronoun.case == Case::Subject && outside && self.says(at);
        // "Velmont said it would close": the body of the same sentence comes first.
        let lately = || self.discourse.seen.iter().rev().filter(told);
        let here =
            lately().take_while(|seen| seen.sentence == sentence).any(|seen| self.fits(seen.who, pronoun));
        if here || !outside || !(opens && self.goes_on(at) || says) {
            return None;
        }
        let near = |seen: &&MentionRecord| seen.sentence + 2 >= sentence;
        let mut before = lately().take_while(near);
        let last = before.find(|seen| seen.sentence < sentence && self.fits(seen.who, pronoun))?.sentence;
        if !says && last + 1 != sentence {
            return None;
        }
        let there =
            || self.discourse.seen.iter().filter(|seen| seen.sentence == last && seen.quotation.is_none());
        let first = there().find(|seen| self.fits(seen.who, pronoun))?;
        let subject = matches!(first.part, Part::Speaker | Part::Subject);
        if pronoun.plural {
            let words = self.doc.sentences.get(last)?.tokens.clone();
            return (subject && !self.has_several(words, first.who)).then_some(first.who);
        }
        let alone = there().filter(|seen| self.fits(seen.who, pronoun)).all(|seen| seen.who == first.who);
        let person = there()
            .any(|seen| matches!(seen.part, Part::Subject | Part::Speaker) && !self.fits(seen.who, pronoun));
        (subject || !says && person && alone && first.part == Part::Object).then_some(first.who)
    }

    /// "Osk was a village when it became a town", "Velmont sold its plant": the subject of the clause that the pronoun
    /// stands in, or of the clause above it.
    fn body_here(&self, at: usize, pronoun: Pronoun) -> Option<Who> {
        // "The first of its kind"
        if self.doc.normal(at + 1) == "kind" {
            return None;
        }
        for (subject, _) in self.subjects_above(at) {
            if let Some(seen) = self.mention_at(subject, at).filter(|seen| self.fits(seen.who, pronoun)) {
                return (!self.has_other(seen, at, pronoun)).then_some(seen.who);
            }
            let (tag, noun) = (self.doc.syntax.tag(subject), self.doc.normal(subject));
            // "A statement from Velmont says it": the paper is nobody, and a body is told of by its name.
            let other = match tag.upos() {
                Upos::NOUN
                    if is_person(noun) || is_body(noun) || self.doc.is(subject, WordClass::IssuedPaper) =>
                {
                    false
                }
                Upos::NOUN => (tag == Tag::Nouns) == pronoun.plural,
                Upos::PRON => {
                    // "If someone has lost their keys"
                    let one = pronoun.plural && tag == Tag::Something;
                    one || self
                        .read_pronoun(subject)
                        .is_some_and(|other| other.gender == pronoun.gender && other.plural == pronoun.plural)
                }
                _ => false,
            };
            if other {
                return None;
            }
        }
        if pronoun.plural {
            return None;
        }
        let voice = quotation(self.marks, at);
        let sentence = self.doc.sentence_of(at);
        let lately = self.discourse.seen.iter().rev().take_while(|seen| seen.sentence == sentence);
        let here: Vec<_> =
            lately.filter(|seen| seen.quotation == voice && self.fits(seen.who, pronoun)).collect();
        let first = here.last()?;
        let subject = match pronoun.case {
            Case::Subject => first.part == Part::Speaker,
            _ => matches!(first.part, Part::Speaker | Part::Subject),
        };
        let alone = here.iter().all(|seen| seen.who == first.who);
        (subject && alone && at - first.tokens.end < NEAR).then_some(first.who)
    }

    /// Whether somebody or something else stands between a mention and a pronoun that it could mean: "Velmont bought the
    /// plant after it closed".
    fn has_other(&self, mention: &MentionRecord, at: usize, pronoun: Pronoun) -> bool {
        if pronoun.plural {
            // "The force said they": a body is several where it speaks, or right beside it.
            let near = mention.part == Part::Speaker && pronoun.case == Case::Subject
                || at - mention.tokens.end < BESIDE
                || self.kind(mention.who) == Some(EntityType::Norp);
            if !near
                || [mention.tokens.start.saturating_sub(1), mention.tokens.end]
                    .iter()
                    .any(|&at| self.doc.normal(at) == "and")
            {
                return true;
            }
            let start = self.doc.sentences.get(mention.sentence).map_or(at, |sentence| sentence.tokens.start);
            return self.has_several(start..at, mention.who);
        }
        let between = mention.tokens.end..at;
        // "The court heard Osk’s appeal over its ban"
        let named = |seen: &MentionRecord| {
            seen.who != mention.who
                && between.contains(&seen.tokens.start)
                && self.fits(seen.who, pronoun)
                && (pronoun.case == Case::Subject || seen.part != Part::Oblique)
        };
        let speaks = mention.part == Part::Speaker;
        let thing = |at: usize| {
            let core = matches!(
                self.doc.syntax.relation(at),
                Relation::Object | Relation::NominalSubject | Relation::PassiveSubject | Relation::Oblique
            );
            core && matches!(self.doc.syntax.tag(at), Tag::Noun | Tag::Name)
                && !self.doc.is(at, WordClass::TimeUnit)
                && !self.doc.is(at, WordClass::Weekday)
        };
        !speaks && self.discourse.seen.iter().any(named)
            || pronoun.case == Case::Subject && between.clone().any(thing)
    }

    /// Whether several of a kind are told of among these tokens, or two people, beside one who may be meant: "the
    /// drivers", "Tarn and Ruiz", "the Finns", "they".
    fn has_several(&self, tokens: Range<usize>, beside: Who) -> bool {
        let plural = |at: usize| {
            let tag = self.doc.syntax.tag(at);
            let noun = tag == Tag::Nouns || Lexicon::get().word(self.doc.normal(at)).is_person_plural();
            noun && !self.doc.is(at, WordClass::TimeUnit) && self.name_at(at).is_none()
                || matches!(tag, Tag::Something | Tag::This)
        };
        let here = || self.discourse.seen.iter().filter(|seen| tokens.contains(&seen.tokens.start));
        let people = here().filter(|seen| self.kind(seen.who).is_none_or(|kind| kind == EntityType::Person));
        let open = |at: usize| {
            self.read_pronoun(at).is_some_and(|pronoun| pronoun.plural)
                && !here().any(|seen| seen.who == beside && seen.tokens.start == at)
        };
        people.count() > 1
            || here().any(|seen| seen.who != beside && self.kind(seen.who) == Some(EntityType::Norp))
            || tokens.clone().any(|at| plural(at) || open(at))
    }

    /// Whether a pronoun opens a sentence about a thing: not "it rained", "it is a pity".
    fn goes_on(&self, at: usize) -> bool {
        let words = &self.doc.syntax.words;
        let Some(pronoun) = self.doc.syntax.word(at) else { return false };
        let subject = |relation| matches!(relation, Relation::NominalSubject | Relation::PassiveSubject);
        let Some(told) = words.get(pronoun.head as usize) else { return false };
        if pronoun.relation == Relation::Possessor {
            // "Its lawyers asked"
            return subject(told.relation);
        }
        let token = told.token as usize;
        let empty = self.doc.is(token, WordClass::EmptyItVerb);
        // An action of its own, or what a place or a body is: "It is the largest town".
        let kind = || self.doc.is(token, WordClass::PlaceNoun) || is_body(self.doc.normal(token));
        subject(pronoun.relation) && (told.tag.upos() == Upos::VERB && !empty || kind())
    }

    /// "It is clear that", "it was Tarn who", "it was only then that", "it is time to": the clause behind is what is meant.
    fn is_empty_it(&self, at: usize) -> bool {
        let words = &self.doc.syntax.words;
        let Some(pronoun) = self.doc.syntax.word(at).filter(|_| self.doc.normal(at) == "it") else {
            return false;
        };
        // "How easy it is to", "made it clear that"
        let adjective = |at: usize| self.doc.syntax.tag(at).upos() == Upos::ADJ;
        let leads = |at: usize| matches!(self.doc.normal(at), "that" | "to" | "for");
        if at > 0 && adjective(at - 1) || adjective(at + 1) && leads(at + 2) {
            return true;
        }
        let (verb, is) = (pronoun.head as usize, self.doc.is(at + 1, WordClass::FormOfBe));
        let Some(told) = words.get(verb) else { return false };
        let clause = (verb..words.len().min(verb + 12)).any(|word| {
            words[word].head as usize == verb
                && matches!(words[word].relation, Relation::ClausalSubject | Relation::Expletive)
        });
        let token = told.token as usize;
        let end = self.doc.sentences.get(self.doc.sentence_of(at)).map_or(at, |sentence| sentence.tokens.end);
        let mut behind = (at + 2..end.min(at + CLEFT)).take_while(|&at| self.doc.word(at) != ",");
        // "was sold" is an action, "was only when Tarn came" none.
        let action = told.tag.upos() == Upos::VERB && token < at + 5;
        let determined =
            token.checked_sub(1).is_some_and(|before| self.doc.syntax.tag(before).upos() == Upos::DET);
        let bare = told.tag.upos() == Upos::ADJ || !determined;
        let mut cleft = || {
            behind.any(|at| matches!(self.doc.normal(at), "that" | "who" | "when" | "whether" | "if"))
                || bare && leads(token + 1)
        };
        pronoun.relation == Relation::Expletive || clause || is && !action && cleft()
    }
}
