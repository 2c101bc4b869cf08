//! What the form of a predicate tells: its own, that of its helpers, and for an infinitive that of the verb above it.

use super::{REACH, Tense, View};
use crate::lexicon::Parts;
use crate::quote::cue;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::syntax::verb_class;
use crate::word_class::WordClass;

impl View<'_> {
    pub(super) fn is_predicate(&self, word: usize) -> bool {
        let attributive = matches!(self.relation(word), Relation::AdjectiveOf | Relation::Compound);
        // "higher than expected on Sunday"
        let compared = self.tag(word) == Tag::VerbParticiple
            && self.children(word).any(|child| matches!(&*self.normal(child), "than" | "as"));
        let noun = self.tag(word) == Tag::VerbPresent && self.is_head_noun(word);
        let verb = self.tag(word).upos() == Upos::VERB && !attributive && !compared && !noun;
        verb || self.children(word).any(|child| self.tag(child).upos() == Upos::AUX)
    }

    /// "heard shots near the customs house", "a wall of the guest house": a finite verb is no open complement, and behind a
    /// noun it has its subject.
    fn is_head_noun(&self, word: usize) -> bool {
        let token = self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        let subject = |child| {
            matches!(self.relation(child), Relation::NominalSubject | Relation::PassiveSubject)
                && child < word
        };
        // "A judge freed two boys who had painted the guest house": only what is said stands before its verb.
        let complement = |child| self.relation(child) == Relation::ClausalComplement && child < word;
        let bare = token > self.clause.start
            && self.doc.syntax.tag(token - 1).upos() == Upos::NOUN
            && self.doc.lexeme(token).parts.has_any(Parts::NOUN)
            && (!self.children(word).any(subject) || !self.says(word) && self.children(word).any(complement));
        self.relation(word) == Relation::OpenComplement || bare
    }

    /// What the form of a predicate tells.
    pub(super) fn of_verb(&self, verb: usize, steps: usize) -> Option<Tense> {
        if steps == 0 {
            return None;
        }
        let helpers = || self.children(verb).filter(|&child| self.tag(child).upos() == Upos::AUX);
        let has = |form: VerbForm| helpers().any(|helper| self.tag(helper).verb_form() == Some(form));
        let own = self.tag(verb).verb_form();
        // "May Hale sang": no modal stands by a form of the past.
        let named = || {
            own == Some(VerbForm::Past)
                && helpers().count() == 1
                && helpers().all(|helper| self.is_capital(helper))
        };
        if has(VerbForm::Modal) && !named() {
            return Some(self.of_modal(verb));
        }
        let infinitive = self.children(verb).any(|child| self.tag(child) == Tag::To && child < verb);
        if infinitive && !has(VerbForm::Past) {
            return Some(self.of_infinitive(verb, steps));
        }
        // "is due", "was held", "has left": the first helper has the tense of all.
        let helper = helpers().find(|&helper| self.tag(helper) != Tag::Modal);
        let finite = helper.and_then(|helper| self.tag(helper).verb_form()).or(own)?;
        match finite {
            // "was scheduled to speak" is read at the infinitive; here the deed itself was. "had warned in March" was
            // over before what is told.
            VerbForm::Past => {
                let had = helper.is_some_and(|helper| self.normal(helper) == "had");
                Some(if self.says(verb) && !had { Tense::Told } else { Tense::Past })
            }
            VerbForm::Present
                if helper.is_some_and(|helper| matches!(&*self.normal(helper), "has" | "have" | "'ve")) =>
            {
                Some(Tense::Past)
            }
            VerbForm::Present if self.says(verb) => Some(Tense::Told),
            // "Minister resigns Monday" is how a headline tells what was.
            VerbForm::Present if self.is_headline(verb) && helper.is_none() && !self.is_opening(verb) => {
                Some(Tense::Past)
            }
            VerbForm::Present | VerbForm::Base if self.is_bare_past(verb) => Some(Tense::Past),
            VerbForm::Present => Some(Tense::Future),
            // "let it begin": of the time of the verb above; alone it is a command.
            VerbForm::Base => match self.above(verb).and_then(|above| self.climb(above)) {
                Some(above) => self.of_verb(above, steps - 1),
                None => Some(Tense::Future),
            },
            // "the talks planned on Friday", "the meeting held on Friday"
            VerbForm::Participle => Some(Tense::Past),
            VerbForm::Ing => {
                let above = self.above(verb).and_then(|above| self.climb(above))?;
                self.of_verb(above, steps - 1)
            }
            VerbForm::Modal => Some(Tense::Future),
        }
    }

    /// "A storm cut the road", "They beat Hale": behind a subject in the singular, or before an object, a form without "-s"
    /// that can be a past is one.
    fn is_bare_past(&self, verb: usize) -> bool {
        let token = self.doc.syntax.words.get(verb).map_or(0, |word| word.token as usize);
        let plain = matches!(self.tag(verb), Tag::VerbBase | Tag::VerbPresent)
            && self.doc.lexeme(token).parts.has_any(Parts::VERB_PAST);
        plain
            && !self
                .children(verb)
                .any(|child| self.tag(child).upos() == Upos::AUX || self.tag(child) == Tag::To)
            && self.children(verb).any(|child| {
                let noun = matches!(
                    self.tag(child),
                    Tag::Noun | Tag::Name | Tag::Nouns | Tag::Names | Tag::Personal
                );
                let several = matches!(self.tag(child), Tag::Nouns | Tag::Names | Tag::Personal)
                    || self.children(child).any(|other| self.relation(other) == Relation::Conjunct);
                child < verb
                    && self.relation(child) == Relation::NominalSubject
                    && noun
                    && (!several
                        || self.children(verb).any(|object| self.relation(object) == Relation::Object))
            })
    }

    /// "Jazz festival opens Thursday": a headline tells what begins by itself before it does; "Shares open lower Monday"
    /// is how a market went.
    fn is_opening(&self, verb: usize) -> bool {
        let token = |word: usize| self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        self.doc.is(token(verb), WordClass::BeginsByPlan)
            && !self.children(verb).any(|child| {
                // "begins Monday": the tree may have the day as what is begun.
                let object = matches!(self.relation(child), Relation::Object | Relation::OpenComplement)
                    && !self.doc.is(token(child), WordClass::Weekday);
                object || child > verb && matches!(self.tag(child).upos(), Upos::ADJ | Upos::ADV)
            })
    }

    /// "must have left", "could be seen", "would not speak", "nobody could be reached": past; any other is still to come.
    fn of_modal(&self, verb: usize) -> Tense {
        let children = || self.children(verb);
        let helped = |forms: &[&str]| {
            children()
                .any(|child| self.tag(child).upos() == Upos::AUX && forms.contains(&&*self.normal(child)))
        };
        let subject = |child: usize| {
            matches!(self.relation(child), Relation::NominalSubject | Relation::PassiveSubject)
        };
        let is_none = |normal: &str| matches!(normal, "no" | "none" | "nobody" | "neither" | "nothing");
        let none = |word: usize| is_none(&self.normal(word));
        // "Neither of the two could be reached", whatever the tree makes of it.
        let opens = is_none(self.at(self.clause.start));
        let negated = opens
            || children().any(|child| {
                self.tag(child) == Tag::Not && child < verb
                    || self.normal(child) == "never"
                    || subject(child) && (none(child) || self.children(child).any(none))
                    || child < verb && none(child)
            });
        let could = helped(&["could"]);
        let refused = negated && (could || helped(&["would"]) && (self.has_person(verb) || self.says(verb)));
        let sensed = could && verb_class::is_sensing(&self.lemma(verb));
        if refused || sensed || helped(&["have", "'ve"]) { Tense::Past } else { Tense::Future }
    }

    /// "to meet": still to come, unless it hangs on a deed that is past ("went to meet them").
    fn of_infinitive(&self, verb: usize, steps: usize) -> Tense {
        let Some(above) = self.above(verb) else { return Tense::Future };
        // "plans to meet", "a promise to pay"
        if matches!(self.tag(above).upos(), Upos::NOUN | Upos::PROPN) && !self.is_predicate(above) {
            // "the first ship to dock", "the other states to join": those that did.
            let one_of = self.children(above).any(|child| {
                self.tag(child) == Tag::Superlative
                    || matches!(
                        &*self.normal(child),
                        "first" | "second" | "third" | "last" | "only" | "other"
                    )
            });
            let over = || self.climb(above).and_then(|verb| self.of_verb(verb, steps - 1));
            return if one_of && over() == Some(Tense::Past) { Tense::Past } else { Tense::Future };
        }
        let Some(governor) = self.climb(above) else { return Tense::Future };
        let intends = verb_class::is_set_ahead(&self.normal(governor))
            || cue::verb(&self.normal(governor)).is_some_and(|verb| verb.takes.any(cue::DEED))
            || self.tag(governor).upos() == Upos::ADJ
            || self.children(governor).any(|child| self.relation(child) == Relation::PassiveAuxiliary);
        match self.of_verb(governor, steps - 1) {
            Some(Tense::Past | Tense::Told) => {
                // "had been due to dock": it never came to it.
                let before_past = self.children(governor).any(|child| self.normal(child) == "had")
                    || self.comes_to_nothing(governor);
                if intends && !before_past { Tense::Future } else { Tense::Told }
            }
            _ => Tense::Future,
        }
    }

    /// "was meant to speak on Tuesday but sent a note": what was to be, and what came instead.
    fn comes_to_nothing(&self, governor: usize) -> bool {
        let end = self.words(&self.clause).end.min(governor + REACH);
        (governor + 1..end).any(|but| {
            self.normal(but) == "but"
                && self.above(but).is_some_and(|instead| {
                    instead > but && self.tag(instead).verb_form() == Some(VerbForm::Past)
                })
        })
    }

    fn says(&self, verb: usize) -> bool {
        cue::is_plain_saying(&self.normal(verb))
    }

    /// Whether somebody does it who can refuse to.
    fn has_person(&self, verb: usize) -> bool {
        self.children(verb).any(|child| {
            self.relation(child) == Relation::NominalSubject
                && (self.tag(child) == Tag::Name
                    || self.is_person(child)
                    || self.tag(child) == Tag::Personal && self.normal(child) != "it")
        })
    }

    fn is_capital(&self, word: usize) -> bool {
        let token = self.doc.syntax.words.get(word).and_then(|word| self.doc.tokens.get(word.token as usize));
        token.is_some_and(|token| token.is_capital())
    }

    fn is_person(&self, word: usize) -> bool {
        let token = self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        self.doc.lexeme(token).known.is_person_noun()
    }
}
