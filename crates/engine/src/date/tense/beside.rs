//! What the words right beside a time expression tell, whatever the tree makes of them: "payable Dec. 7", "Mill to shut on
//! Saturday", and verbs that the tagger took for nouns.

use std::ops::Range;

use super::{HEADLINE, STEPS, Tense, View};
use crate::lexicon::{Lexicon, Parts};
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::syntax::verb_class;
use crate::token::TokenKind;
use crate::word_class::WordClass;

impl View<'_> {
    /// What the words right beside the expression tell, whatever the tree makes of them.
    pub(super) fn of_neighbours(&self, tokens: &Range<usize>, anchor: usize) -> Option<Tense> {
        if !self.is_day_or_month(tokens) {
            return None;
        }
        // "Thursday, when 133 people were arrested", "until Wednesday, when rain is forecast": told by its own clause.
        let when = tokens.end + usize::from(self.at(tokens.end) == ",");
        if self.at(when) == "when" {
            let verb = self.words(&(when..when + 1)).next().and_then(|when| self.above(when));
            let tense = verb.and_then(|verb| self.climb(verb)).and_then(|verb| self.of_verb(verb, STEPS));
            match tense {
                Some(Tense::Past | Tense::Told) => return Some(Tense::Past),
                Some(Tense::Future) => return Some(Tense::Future),
                _ => {}
            }
        }
        // "Its leaders hope that Sunday’s will be larger": what is left out is the subject of the verb behind.
        if self.doc.syntax.tag(tokens.end) == Tag::Genitive
            && self.clause.contains(&(tokens.end + 1))
            && matches!(self.doc.syntax.tag(tokens.end + 1).upos(), Upos::AUX)
        {
            let helper = self.words(&(tokens.end + 1..tokens.end + 2)).next();
            let verb = helper.and_then(|helper| self.climb(helper).or_else(|| self.above(helper)));
            if let Some(tense) = verb.and_then(|verb| self.of_verb(verb, STEPS)) {
                return Some(tense);
            }
        }
        // "regulators, who have until March 15 to decide"
        if matches!(self.at(tokens.start.wrapping_sub(1)), "until" | "till")
            && matches!(self.at(tokens.start.wrapping_sub(2)), "has" | "have")
        {
            return Some(Tense::Future);
        }
        let Some(mut before) = tokens.start.checked_sub(1) else { return self.of_hidden_verb(anchor) };
        let preposition = matches!(self.at(before), "on" | "by" | "until" | "till" | "from" | "in");
        if preposition {
            before = before.saturating_sub(1);
        }
        let word = self.words(&(before..before + 1)).next()?;
        // "payable Dec. 7", "to stock of record Nov. 22", "effective June 1"
        let dated =
            verb_class::is_due(&self.normal(word)) && self.tag(word).upos() == Upos::ADJ && !self.was(word)
                || self.at(before) == "record" && self.at(before.wrapping_sub(1)) == "of";
        // "The count is on Monday", but not "It is Monday" nor "What she remembers is Friday"
        let noun =
            before.checked_sub(1).map(|noun| self.words(&(noun..before))).and_then(|mut words| words.next());
        let fixed = self.tag(word) == Tag::AuxThird
            && self.at(before) != "has"
            && self.clause.contains(&before)
            && noun.is_some_and(|noun| matches!(self.tag(noun), Tag::Noun | Tag::Nouns | Tag::Name))
            && tokens.end < self.clause.end
            && matches!(
                self.doc.tokens.get(tokens.end).map(|t| t.kind),
                Some(TokenKind::Mark | TokenKind::QuoteMark)
            )
            && self.doc.syntax.tag(tokens.end) != Tag::Genitive;
        // "ahead of Saturday’s final"
        let ahead = self.at(before) == "of" && self.at(before.wrapping_sub(1)) == "ahead"
            || self.at(before) == "for" && self.at(before.wrapping_sub(1)) == "time";
        if dated || fixed || ahead || self.is_headline(anchor) && self.is_to_do(tokens.start) {
            return Some(Tense::Future);
        }
        self.of_hidden_verb(anchor).or_else(|| self.of_team(tokens.start, anchor))
    }

    /// "Norway host Croatia on Friday", "Hale travel to Dunmore": a verb in the plural behind the name of a side, where the
    /// tagger took it for a noun and the sentence has no other.
    fn of_team(&self, day: usize, anchor: usize) -> Option<Tense> {
        let name = |at: usize| {
            self.clause.contains(&at)
                && self.doc.tokens[at].is_capital()
                && !self.doc.is(at, WordClass::FunctionWord)
        };
        let verb = (self.clause.start..self.clause.end.min(self.clause.start + 4)).find(|&at| !name(at))?;
        let noun = verb > self.clause.start
            && verb + 1 < day
            && self.doc.syntax.tag(verb) == Tag::Noun
            && self.doc.lexeme(verb).parts.has_any(Parts::VERB_BASE)
            && !self.is_headline(anchor)
            && self.doc.tokens.get(self.clause.end - 1).is_some_and(|last| last.kind == TokenKind::Mark);
        let goes_on = name(verb + 1)
            || matches!(self.doc.syntax.tag(verb + 1), Tag::Determiner | Tag::To | Tag::Preposition)
                && self.at(verb + 1) != "of";
        let bare = || !self.words(&self.clause).any(|word| self.is_predicate(word));
        (noun && goes_on && bare()).then_some(Tense::Future)
    }

    /// "Mill to shut on Saturday": how a headline tells what is to come, whatever the tagger makes of the verb.
    fn is_to_do(&self, day: usize) -> bool {
        let near = (self.clause.start.max(day.saturating_sub(HEADLINE)) + 1)..day;
        near.rev().any(|at| {
            self.at(at) == "to"
                && self.doc.lexeme(at + 1).parts.has_any(Parts::VERB_BASE)
                // "Court to hear plea on Friday" opens with what can be a verb too.
                && (self.doc.syntax.tag(at - 1).upos() != Upos::VERB
                    || at - 1 == self.clause.start && self.doc.lexeme(at - 1).parts.has_any(Parts::NOUN))
        })
    }

    /// "Polling closes on Sunday", "Okoye, the striker, trains alone until Friday": a verb that the tagger took for a noun in
    /// the plural, in a clause that has no other.
    fn of_hidden_verb(&self, anchor: usize) -> Option<Tense> {
        let mut at = anchor;
        // "…, trains alone until Friday": right behind an aside, whatever the tree has above.
        let token = self.doc.syntax.words.get(anchor)?.token as usize;
        let near = (token.saturating_sub(5)..token).rev();
        let behind =
            near.take_while(|&at| self.at(at) != ",").last().filter(|&at| self.at(at.wrapping_sub(1)) == ",");
        let behind = behind.and_then(|at| self.words(&(at..at + 1)).next());
        // "doctors in Hale reported on Monday" has its verb between.
        let bare = |verb: usize| !(verb + 1..anchor).any(|word| self.is_predicate(word));
        if let Some(verb) = behind.filter(|&verb| self.tag(verb) == Tag::Nouns && bare(verb)) {
            at = verb;
        } else {
            for _ in 0..STEPS {
                at = self.above(at)?;
                if self.is_predicate(at) {
                    return None;
                }
                if self.tag(at) == Tag::Nouns {
                    break;
                }
            }
        }
        let token = self.doc.syntax.words.get(at)?.token as usize;
        let before = token.checked_sub(1).filter(|before| self.clause.contains(before))?;
        let behind_aside = self.at(before) == ",";
        let led = self.children(at).any(|child| {
            child < at
                && self.doc.syntax.words.get(child).is_some_and(|child| child.token as usize >= before)
                && !matches!(
                    self.relation(child),
                    Relation::Compound | Relation::Punctuation | Relation::Possessor
                )
                && self.tag(child).verb_form() != Some(VerbForm::Ing)
                && self.tag(child).upos() != Upos::NOUN
        });
        let verb = self.tag(at) == Tag::Nouns && self.can_be_verb(token) && !led;
        // "Minister resigns Monday" was; "Saturday’s deadline looms" is still to come.
        let planned = self.doc.is(before, WordClass::PlannedEvent);
        if !verb || self.is_headline(at) && !planned {
            return None;
        }
        let alone = self.climb(at).is_none()
            && matches!(self.doc.syntax.tag(before), Tag::Noun | Tag::Name | Tag::VerbIng | Tag::Genitive);
        (behind_aside || alone).then_some(Tense::Future)
    }

    /// Whether a word can be a verb of the third person.
    fn can_be_verb(&self, token: usize) -> bool {
        let base = |form: &str| Lexicon::get().look_up(form).1.has_any(Parts::VERB_BASE);
        let word = self.doc.normal(token);
        self.doc.lexeme(token).parts.has_any(Parts::VERB_THIRD)
            || word
                .strip_suffix('s')
                .is_some_and(|form| base(form) || form.strip_suffix('e').is_some_and(base))
    }
}
