//! What the dependency tree has for the subject of a verb, and for the end of what it reports.

use std::ops::Range;

use super::{Clause, Next, Subject};
use crate::quote::cue::{CLAUSE, DEED, Valency};
use crate::quote::words::Class;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};
use crate::word_class::WordClass;

impl Clause<'_> {
    /// The first word of grammar of an item.
    pub fn word(&self, at: usize) -> Option<usize> {
        Some(self.tree.word(self.items.get(at)?.tokens.start))
    }

    /// The item that holds a word of grammar.
    pub fn item(&self, word: usize) -> usize {
        let token = self.tree.token(word);
        self.items.partition_point(|item| item.tokens.end <= token)
    }

    /// The noun phrase around its head, without what a comma sets off and without clauses.
    fn noun_phrase(&self, head: usize) -> Option<Range<usize>> {
        let tree = self.tree;
        let belongs = |word: usize| {
            use Relation::{AdjectiveOf, Compound, Determiner, Flat, NumberOf, Possessor};
            matches!(tree.relation(word), Determiner | AdjectiveOf | Compound | Flat | NumberOf | Possessor)
        };
        let mut first = head;
        while let Some(before) =
            tree.dependents(first).chain(tree.dependents(head)).find(|&w| w < first && belongs(w))
        {
            first = before;
        }
        let (start, mut end) = (self.item(first), self.item(head) + 1);
        // "a spokesman for the port", but not what a comma or a "who" parts from it.
        for word in tree.dependents(head).filter(|&word| word > head) {
            let last = self.item(tree.last(word)) + 1;
            let joins = belongs(word) || tree.relation(word) == Relation::Nominal;
            let plain = (end..last).all(|at| {
                self.is_nominal(at)
                    || matches!(self.class(at), Class::Preposition | Class::Possessive | Class::Hyphen)
            });
            if joins && plain && last > end {
                end = last;
            } else if joins && belongs(word) {
                end = end.max(self.item(word) + 1);
            }
        }
        let free = start < end && end <= self.items.len() && !(start..end).any(|at| self.is_quote(at));
        free.then_some(start..end)
    }

    /// The subject found by the words before a verb, or the one of the tree where they have none, or only a time.
    /// Where both have one, the words before the verb were right oftener by far (on the training part of PolNeAR).
    pub(super) fn by_tree(&self, chain: usize, found: Subject) -> Subject {
        let tree = self.tree;
        // "nobody at the mill said"
        if let Subject::Phrase(phrase) = &found
            && let Some(at) =
                (phrase.start.saturating_sub(3)..phrase.start).rev().find(|&at| !self.is_nominal(at))
            && self.class(at) == Class::Preposition
            && at > 0
            && self.is(at - 1, WordClass::NobodyWord)
        {
            return Subject::Phrase(at - 1..phrase.end);
        }
        let verb = (chain..self.items.len().min(chain + 8))
            .find(|&at| self.class(at) == Class::Verb || self.cue(at).is_some());
        let Some(verb) = verb.and_then(|verb| self.word(verb)) else { return found };
        let Some(subject) = tree.subject(verb).filter(|&subject| subject < verb) else { return found };
        let at = self.item(subject);
        let timed = || self.is(at, WordClass::TimeNoun) || self.is(at, WordClass::TimeUnit);
        if matches!(self.class(at), Class::Relative | Class::That) {
            return self.antecedent_by_tree(verb, found);
        }
        if self.class(at) == Class::Time || timed() {
            return found;
        }
        match &found {
            Subject::Shared => return found,
            // "Last month, the Herald, a local paper, revealed": when it was said is nobody who said it.
            // "The miner, who came from Hale, Yorkshire said": no comma ends the relative clause.
            Subject::Phrase(phrase)
                if self.time_end(phrase.start) != Some(phrase.end) && !self.ends_relative(phrase) =>
            {
                return found;
            }
            _ => {}
        }
        // "Tarn, who calls the pier “a wreck”, added": marks in an aside, which a comma ends.
        let aside = chain > 0
            && match self.is_quote(chain - 1) {
                // “a wreck,” with the comma among the words
                true => self.items[chain - 1].tokens.clone().rev().take(2).any(|at| self.doc.word(at) == ","),
                false => self.class(chain - 1) == Class::Comma,
            };
        match self.noun_phrase(subject) {
            Some(phrase)
                if phrase.end <= chain && (aside || !(phrase.end..chain).any(|at| self.is_quote(at))) =>
            {
                Subject::Phrase(phrase)
            }
            _ => found,
        }
    }

    /// Whom "who" means: of "alarm among the crew, who said", the crew alone. The parser may join the clause to it.
    fn antecedent_by_tree(&self, verb: usize, found: Subject) -> Subject {
        let tree = self.tree;
        let relative = matches!(tree.relation(verb), Relation::RelativeClause | Relation::Conjunct);
        let head = tree.head(verb).filter(|&head| relative && head < verb);
        let Some(phrase) = head.and_then(|head| self.noun_phrase(head)) else { return found };
        match found {
            Subject::Phrase(wide)
                if wide.start < phrase.start && phrase.start < wide.end && phrase.end <= wide.end =>
            {
                Subject::Phrase(phrase.start..wide.end)
            }
            // "kept praising Tarn, who, at a rally, had said"
            Subject::None if tree.relation(verb) == Relation::RelativeClause => Subject::Phrase(phrase),
            found => found,
        }
    }

    /// Where the tree ends what a cue reports: with the cue's own part of the sentence ("while Tarn has said that she
    /// rows, Ruiz …"), and before a verb that is joined to the cue ("Tarn said that she rows and called on Ruiz").
    pub fn report_end(&self, cue: usize, takes: Valency, from: usize) -> usize {
        let tree = self.tree;
        let Some(word) = self.word(cue) else { return self.items.len() };
        let joined = tree
            .dependents(word)
            .filter(|&other| {
                tree.relation(other) == Relation::Conjunct
                    && tree.upos(other) == Upos::VERB
                    && tree.subject(other).is_none()
                    && !(takes.any(CLAUSE | DEED) && self.is_of_another_tense(word, other))
            })
            .map(|other| self.item(tree.first(other)))
            // "should be increased and continued care"
            .find(|&at| {
                let within = self.class(at) == Class::Conjunction && self.acts_before(at);
                at > from && !within && !self.is_parallel(from, at)
            });
        let own = self.item(tree.last(word)) + 1;
        let end = joined.map_or(own, |joined| own.min(joined));
        // A clause is not over before its verb, whatever the tree makes of "feared the crew would leave".
        let ends = match self.class(end) {
            // "wants the plan to come from the crew and be kept by it"
            Class::Conjunction
                if self.is_base_behind(end) && (from..end).any(|at| self.normal(at) == "to") =>
            {
                false
            }
            Class::Comma | Class::Aside | Class::Break | Class::Conjunction | Class::Subordinator => true,
            Class::Verb | Class::Auxiliary => !takes.any(CLAUSE),
            _ => false,
        };
        if ends && end > from + 1 { end } else { self.items.len() }
    }

    /// "said the air was warm and was blown from the sea": what is joined has the form of the report's own verb.
    fn is_parallel(&self, from: usize, conjunction: usize) -> bool {
        let be = |at: usize| self.is(at, WordClass::FormOfBe).then(|| self.normal(at));
        let first = (from..conjunction).find(|&at| matches!(self.class(at), Class::Verb | Class::Auxiliary));
        first.and_then(be).is_some_and(|verb| be(conjunction + 1) == Some(verb))
    }

    /// "said the pier was safe and needs no roof", "asked to sell it or at least close it": what is joined in the present
    /// or the infinitive goes on with the report, and not with a cue in the past.
    fn is_of_another_tense(&self, cue: usize, joined: usize) -> bool {
        self.tree.tag(cue) == Tag::VerbPast
            && matches!(self.tree.tag(joined), Tag::VerbThird | Tag::VerbPresent | Tag::VerbBase)
    }

    /// Whether a verb stands right before a place.
    fn acts_before(&self, at: usize) -> bool {
        at > 0 && matches!(self.class(at - 1), Class::Verb | Class::Auxiliary) && !self.is_quote(at - 1)
    }

    /// Whether an infinitive goes on behind "and".
    fn is_base_behind(&self, conjunction: usize) -> bool {
        let verb = self.word(conjunction + 1);
        self.normal(conjunction + 1) == "be"
            || self.class(conjunction + 1) == Class::Verb
                && verb.is_some_and(|verb| self.tree.tag(verb) == Tag::VerbBase)
    }

    /// The clause with "that" which the tree has for what a cue reports: "said by a wide margin that", "noted, again
    /// falsely, that".
    pub fn that_clause(&self, cue: usize, from: usize) -> Option<Next> {
        let tree = self.tree;
        let word = self.word(cue)?;
        let report = tree
            .dependents(word)
            .find(|&other| other > word && tree.relation(other) == Relation::ClausalComplement)?;
        let that = tree
            .dependents(report)
            .find(|&other| other < report && tree.relation(other) == Relation::Marker)?;
        let at = self.item(that);
        let reaches = self.class(at) == Class::That && at >= from && at - from <= 16;
        (reaches && !(from..at).any(|at| self.is_quote(at))).then_some(Next::That(at + 1))
    }

    /// Whether the tree has a name or a quality behind the object: "called the plan a farce".
    pub fn is_labelled(&self, cue: usize) -> bool {
        let tree = self.tree;
        let Some(word) = self.word(cue) else { return false };
        let object = tree.dependents(word).find(|&w| w > word && tree.relation(w) == Relation::Object);
        // "calling the plan unfair": the quality may hold what it is said of.
        let quality = tree.dependents(word).any(|w| {
            w > word
                && tree.relation(w) == Relation::ClausalComplement
                && tree.upos(w) == Upos::ADJ
                && !tree.dependents(w).any(|w| tree.relation(w) == Relation::Copula)
        });
        quality
            || object.is_some_and(|object| {
                tree.dependents(word).any(|w| {
                    w > object
                        && tree.relation(w) == Relation::OpenComplement
                        && matches!(tree.upos(w), Upos::NOUN | Upos::PROPN | Upos::ADJ)
                })
            })
    }

    /// Whether the tree has an object behind a cue, and no clause: "added a hundred jobs".
    pub fn has_object(&self, cue: usize) -> bool {
        let tree = self.tree;
        let Some(word) = self.word(cue) else { return false };
        let behind =
            |relation| tree.dependents(word).any(|other| other > word && tree.relation(other) == relation);
        behind(Relation::Object) && !behind(Relation::ClausalComplement)
    }
}
