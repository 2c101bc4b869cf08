//! Whether a word acts as a verb here, its auxiliaries, and where other verbs stand.

use std::ops::Range;

use super::{Clause, REACH};
use crate::quote::cue::{self, CLAUSE, DEED, HEARER, LABEL, THING};
use crate::quote::words::{Class, is_plural};
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

impl<'a> Clause<'a> {
    /// Where the auxiliaries and adverbs of the verb at `verb` begin: "has also" of "has also said".
    pub fn chain_start(&self, verb: usize) -> usize {
        let mut at = verb;
        while at > 0 && verb - at < 8 {
            // "he’s claiming"
            let short =
                self.class(at - 1) == Class::Possessive && at > 1 && self.class(at - 2) == Class::Subject;
            // "had long said": an adverb that may be another word.
            let adverb = self.class(at - 1) == Class::Noun && self.is_adverb_of(at - 1, verb);
            // "used to say", "likes to say": a habit of saying.
            let habit = self.normal(at - 1) == "to"
                && at > 1
                && matches!(self.normal(at - 2), "used" | "liked" | "likes" | "like" | "loved" | "loves");
            if habit {
                at -= 2;
                continue;
            }
            if !short && !adverb && !matches!(self.class(at - 1), Class::Auxiliary | Class::Adverb) {
                break;
            }
            at -= 1;
        }
        let at = self.before_phrase(at).map_or(at, |auxiliary| self.chain_start(auxiliary));
        self.before_ago(at, verb)
    }

    /// The auxiliary that a phrase parts from its verb: "had at no time said", "would in her letter say".
    fn before_phrase(&self, verb: usize) -> Option<usize> {
        let floor = verb.saturating_sub(6);
        let first = (floor..verb).rev().take_while(|&at| self.is_nominal(at)).last()?;
        let auxiliary = first.checked_sub(2)?;
        let phrase = self.class(first - 1) == Class::Preposition && !self.is_quote(first - 1);
        let helps = self.class(auxiliary) == Class::Auxiliary
            && !self.is_quote(auxiliary)
            && !self.is(auxiliary, WordClass::FormOfBe);
        (phrase && helps).then_some(auxiliary)
    }

    /// Whether the tree has the item for an adverb of the verb, or it is one word that tells a quality between an
    /// auxiliary and its verb, where no subject can stand.
    fn is_adverb_of(&self, at: usize, verb: usize) -> bool {
        self.word(at).is_some_and(|word| {
            let quality = matches!(self.tree.upos(word), Upos::ADJ | Upos::ADV);
            let between = quality && at > 0 && self.class(at - 1) == Class::Auxiliary;
            between
                || self.tree.relation(word) == Relation::Adverbial && self.tree.head(word) == self.word(verb)
        })
    }

    /// "less than two weeks ago" before a verb is as good as an adverb.
    fn before_ago(&self, chain: usize, verb: usize) -> usize {
        if self.normal(chain) != "ago" || chain == verb {
            return chain;
        }
        let mut at = chain;
        while at > 0
            && chain - at < 6
            && (matches!(self.class(at - 1), Class::Number | Class::Time)
                || self.is(at - 1, WordClass::BeforeAgo))
        {
            at -= 1;
        }
        at
    }

    /// Whether a form of "be" stands among the verb's auxiliaries.
    pub fn is_passive(&self, chain: usize, verb: usize) -> bool {
        (chain..verb).any(|at| self.is(at, WordClass::FormOfBe))
            || chain > 0 && matches!(self.normal(chain - 1), "it's" | "he's" | "she's" | "they're" | "i'm")
    }

    /// "a report published by the group", "the man arrested on Monday": a participle behind its noun.
    pub(super) fn is_reduced(&self, verb: usize) -> bool {
        self.class(verb) == Class::Verb
            && verb > 0
            && self.is_nominal(verb - 1)
            && matches!(self.class(verb + 1), Class::Preposition | Class::Time | Class::Adverb)
            && !self.is_quote(verb + 1)
            && self.normal(verb).ends_with("ed")
            && !self.is_finite_past(verb)
    }

    /// "The crew insisted on Monday that": a verb in the past with a clause behind it, and a subject by the grammar.
    fn is_finite_past(&self, verb: usize) -> bool {
        let reports = self.cue(verb).is_some_and(|verb| verb.takes.any(CLAUSE));
        let that = (verb + 1..self.items.len().min(verb + 8)).find(|&at| {
            matches!(self.class(at), Class::That | Class::Comma | Class::Verb | Class::Auxiliary)
        });
        reports
            && that.is_some_and(|that| self.class(that) == Class::That && !self.is_common_noun(that - 1))
            && self.word(verb).is_some_and(|word| {
                self.tree.tag(word) == Tag::VerbPast
                    && self.tree.subject(word).is_some_and(|subject| subject < word)
            })
    }

    pub(super) fn has_relative(&self, from: usize, to: usize) -> bool {
        let near = from.max(to.saturating_sub(12));
        (near..to).any(|i| {
            self.class(i) == Class::Relative
                || self.class(i) == Class::That && i > 0 && self.is_common_noun(i - 1)
        })
    }

    pub(super) fn is_verb_like(&self, at: usize) -> bool {
        matches!(self.class(at), Class::Verb | Class::Auxiliary)
            || !self.is_noun(at)
                && self.cue(at).is_some_and(|v| v.form != cue::Form::Base && v.form != cue::Form::Ing)
    }

    pub(super) fn is_verb_after(&self, from: usize, to: usize) -> bool {
        (from..to).any(|i| self.is_verb_like(i))
    }

    /// Whether a verb in this form stands here as a verb, judged by what is before it.
    pub fn acts(&self, at: usize, verb: cue::Verb) -> bool {
        let chain = self.chain_start(at);
        let Some(before) = chain.checked_sub(1) else {
            return !matches!(verb.form, cue::Form::Base);
        };
        if self.is_quote(before) {
            return true;
        }
        let class = self.class(before);
        let helped = (chain..at).any(|i| self.class(i) == Class::Auxiliary || self.normal(i) == "to")
            || self.is_asked_for(at);
        if class == Class::Hyphen || self.class(at + 1) == Class::Hyphen {
            return false;
        }
        // "2,000 pledged seats", "western states": no verb, if the grammar has none.
        let word = self.word(at);
        let attribute = word.is_some_and(|word| {
            matches!(self.tree.relation(word), Relation::AdjectiveOf | Relation::Compound)
        });
        // "had at no time described passengers", "the note on the door informed visitors that"
        let parted = (chain..at).any(|i| self.class(i) == Class::Preposition);
        let hearer = || {
            let noun = |at: usize| {
                self.word(at).is_some_and(|word| matches!(self.tree.upos(word), Upos::NOUN | Upos::PROPN))
            };
            let behind = noun(before) || class == Class::Comma;
            let that = (at + 1..self.items.len().min(at + 8)).find(|&i| !self.is_nominal(i));
            behind
                && verb.form == cue::Form::Past
                && verb.takes.any(HEARER)
                && that.is_some_and(|that| self.class(that) == Class::That)
        };
        if attribute && self.is_common_noun(at + 1) && !parted && !hearer() {
            return false;
        }
        let counts = self.is(before, WordClass::CountingWord);
        let reports = verb.takes.any(CLAUSE | HEARER | THING | DEED | LABEL);
        let sure = reports && self.is_sure_verb(at);
        let infinitive = class == Class::Preposition
            && self.normal(before) == "to"
            && word.is_some_and(|word| self.tree.tag(word) == Tag::VerbBase);
        if !helped
            && !sure
            && !infinitive
            && cue::is_nounable(self.normal(at))
            && !matches!(verb.form, cue::Form::Past | cue::Form::Ing)
        {
            let person = matches!(class, Class::Name | Class::Subject | Class::Relative);
            let complement = match self.class(at + 1) {
                _ if self.is_quote(at + 1) => true,
                Class::That | Class::Subject => true,
                Class::Break => self.normal(at + 1) == ":",
                Class::Determiner | Class::Comma | Class::Object | Class::Name => person,
                Class::Subordinator => person && self.normal(at + 1) != "as",
                Class::Preposition => person && self.normal(at + 1) == "to",
                _ => class == Class::Subject,
            };
            if !complement || class == Class::Determiner {
                return false;
            }
        }
        match verb.form {
            _ if helped => true,
            _ if sure => true,
            cue::Form::Base if self.is_heard(at) => true,
            cue::Form::Ing => !matches!(class, Class::Determiner | Class::Possessive),
            cue::Form::Participle => false,
            _ if matches!(class, Class::Determiner) => counts,
            // "who in 2010 said"
            _ if class == Class::Number => verb.form == cue::Form::Past,
            _ if class == Class::Possessive => false,
            cue::Form::Past => class != Class::Preposition,
            cue::Form::Third => {
                let loose = cue::is_nounable(self.normal(at)) && class == Class::Noun;
                class != Class::Preposition && (!loose || self.has_determiner(before))
            }
            cue::Form::Base => match class {
                Class::Subject => matches!(self.normal(before), "they" | "we" | "i" | "you"),
                Class::Preposition => self.normal(before) == "to",
                // "nine out of ten say", "38 per cent say"
                Class::Number => verb.lemma == "say" && before > 0 && self.normal(before - 1) != "in",
                Class::Noun | Class::Name => is_plural(self.normal(before)) || self.plural_subject(before),
                Class::Relative | Class::Conjunction => !cue::is_noun(self.normal(at)),
                Class::Comma | Class::Aside => verb.lemma == "say",
                _ => false,
            },
        }
    }

    /// Whether the grammar takes the item for a finite verb with a subject before it.
    fn is_sure_verb(&self, at: usize) -> bool {
        let Some(item) = self.items.get(at) else { return false };
        let word = self.tree.word(item.tokens.start);
        let finite = matches!(self.tree.tag(word), Tag::VerbThird | Tag::VerbPast | Tag::VerbPresent);
        finite && self.tree.subject(word).is_some_and(|subject| subject < word)
    }

    /// "heard Tarn shout": an infinitive without "to" behind a verb of hearing or seeing.
    fn is_heard(&self, at: usize) -> bool {
        let floor = at.saturating_sub(8);
        let heard = (floor..at).rev().find(|&i| !self.is_nominal(i));
        heard.is_some_and(|i| i + 1 < at && self.is(i, WordClass::HearingVerb))
    }

    /// "should Tarn call", "at no point did Tarn call": the auxiliary stands before the subject.
    fn is_asked_for(&self, verb: usize) -> bool {
        let Some(word) = self.word(verb) else { return false };
        let subject = self.tree.dependents(word).find(|&w| self.tree.relation(w) == Relation::NominalSubject);
        let asked = subject.is_some_and(|subject| {
            subject < word
                && self
                    .tree
                    .dependents(word)
                    .any(|w| w < subject && self.tree.relation(w) == Relation::Auxiliary)
        });
        asked || self.tree.inversion(word).is_some()
    }

    /// "Opposing counsel said": a participle that says what its noun is like, and opens no clause, since the finite verb
    /// behind the noun has no other subject.
    pub fn is_attributive(&self, at: usize) -> bool {
        if self.class(at) != Class::Ing || at > 0 {
            return false;
        }
        let nominal = |&i: &usize| self.is_nominal(i) && self.class(i) != Class::Determiner;
        let end = at + 1 + (at + 1..self.items.len().min(at + 6)).take_while(nominal).count();
        let verb = (end..end + 3).find(|&i| !matches!(self.class(i), Class::Auxiliary | Class::Adverb));
        end > at + 1 && verb.is_some_and(|verb| self.is(verb, WordClass::PlainSaying) && !self.is_quote(verb))
    }

    fn plural_subject(&self, last: usize) -> bool {
        (last.saturating_sub(6)..last).any(|i| self.normal(i) == "and" && self.class(i + 1) == Class::Name)
    }

    fn has_determiner(&self, noun: usize) -> bool {
        (noun.saturating_sub(5)..noun)
            .any(|i| matches!(self.class(i), Class::Determiner | Class::Possessive | Class::Name))
    }

    /// Whether a finite verb stands within these items.
    pub fn has_verb(&self, items: Range<usize>) -> bool {
        let end = items.end.min(items.start + REACH).min(self.items.len());
        (items.start..end).any(|i| self.is_verb_like(i) || self.class(i) == Class::Ing)
    }
}
