//! Whether a clause speaks of what was or of what will be, from the verb that a time expression hangs on.
//!
//! From the expression the tree is climbed to its verb, and the form of that verb tells: "The talks would resume on
//! Monday, she said Friday" has a future Monday and a past Friday. An infinitive is as far as the verb it hangs on
//! lets it be. Where no verb is found above, the nearest one in the clause tells.

use std::borrow::Cow;
use std::ops::Range;

use analysis::BlockKind;

use crate::doc::Doc;
use crate::lexicon::{Lexicon, Parts};
use crate::quote::cue;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::syntax::verb_class;
use crate::token::TokenKind;
use crate::word_class::WordClass;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    /// The verb that it hangs on is in the past.
    Past,
    /// A verb in the past, but one of saying, or one farther off: what was said or wanted may be still to come.
    Told,
    Future,
    Unknown,
}

/// How many steps up the tree a verb is looked for.
const STEPS: usize = 8;
/// Tokens of a headline at most.
const HEADLINE: usize = 16;
/// How far from the expression a verb is looked for where the tree has none, in tokens.
const REACH: usize = 30;

/// The tense around `tokens` within its clause (a sentence, or what stands of it in a quotation).
pub(super) fn tense(doc: &Doc, clause: Range<usize>, tokens: Range<usize>) -> Tense {
    let view = View { doc, clause };
    let words = view.words(&tokens);
    let outer = |word: &usize| view.head(*word) == *word || !words.contains(&view.head(*word));
    let Some(anchor) = words.clone().find(outer) else { return Tense::Unknown };
    if let Some(tense) = view.of_neighbours(&tokens, anchor) {
        return tense;
    }
    let tense = view.of_expression(&tokens, anchor).or_else(|| view.of_nearest(&tokens));
    match (tense, view.noun_of(&tokens, anchor)) {
        (Some(Tense::Future), Some(noun)) if !view.is_planned(noun) && !view.is_in_subject(anchor) => {
            // "is below Friday’s close", "under a June agreement": only a subject ("Friday’s deadline looms") or what
            // is planned ("will attend Friday’s hearing") is of the time of its verb.
            Tense::Unknown
        }
        (Some(tense), _) => tense,
        (None, Some(noun)) if view.is_planned(noun) => Tense::Future,
        (None, _) => Tense::Unknown,
    }
}

/// The words of one clause. Words are those of [`crate::syntax`], numbered through the article.
struct View<'a> {
    doc: &'a Doc<'a>,
    clause: Range<usize>,
}

impl View<'_> {
    /// What the words right beside the expression tell, whatever the tree makes of them.
    fn of_neighbours(&self, tokens: &Range<usize>, anchor: usize) -> Option<Tense> {
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
        self.of_hidden_verb(anchor)
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

    /// Whether what a word says is told of the past: "was due Friday".
    fn was(&self, word: usize) -> bool {
        let past =
            |of: usize| self.children(of).any(|child| self.tag(child).verb_form() == Some(VerbForm::Past));
        past(word) || self.above(word).is_some_and(|above| self.tag(above).upos() == Upos::AUX && past(above))
    }

    /// The noun that the expression stands before: "Friday’s deadline", "a June agreement".
    fn noun_of(&self, tokens: &Range<usize>, anchor: usize) -> Option<usize> {
        let possessive = self.doc.syntax.tag(tokens.end) == Tag::Genitive;
        let noun = self.above(anchor)?;
        let attributive = noun > anchor
            && self.relation(anchor) == Relation::Compound
            && self.doc.syntax.words.get(noun).is_some_and(|word| word.token as usize <= tokens.end + 2);
        (possessive || attributive).then_some(noun)
    }

    /// Whether it is a noun for what is known beforehand: "hearing", "deadline".
    fn is_planned(&self, noun: usize) -> bool {
        let token = self.doc.syntax.words.get(noun).map_or(0, |word| word.token as usize);
        self.doc.is(token, WordClass::PlannedEvent)
    }

    /// The token as a normal form, if it is of the clause.
    fn at(&self, token: usize) -> &str {
        if self.clause.contains(&token) { self.doc.normal(token) } else { "" }
    }

    fn of_expression(&self, tokens: &Range<usize>, anchor: usize) -> Option<Tense> {
        let words = self.words(tokens);
        let is_day = self.is_day_or_month(tokens);
        if is_day && words.clone().any(|word| self.is_fixed_for(word)) {
            return Some(Tense::Future);
        }
        let possessive = self.doc.syntax.tag(tokens.end) == Tag::Genitive;
        let before = tokens.start.checked_sub(1).map_or("", |before| self.doc.normal(before));
        if self.is_due(anchor) {
            return Some(Tense::Future);
        }
        let verb = self.climb(anchor)?;
        if let Some(nearer) = self.nearer(verb, tokens) {
            return self.of_verb(nearer, STEPS);
        }
        // "announced a meeting for Friday": what it is for is still to come.
        if before == "for" && !possessive && is_day {
            return Some(if self.is_over(verb) { Tense::Told } else { Tense::Future });
        }
        let moved = matches!(before, "until" | "till" | "to" | "from" | "through") && !possessive;
        if moved && self.is_moved(verb) || is_day && !possessive && self.is_arranged(verb, tokens) {
            return Some(Tense::Future);
        }
        self.of_verb(verb, STEPS)
    }

    /// The verb of the clause that the expression ends, where the tree has hung it too high: "It is not known why the guard
    /// was alone on Sunday", "Hale, who beat Dunmore in July, will start".
    fn nearer(&self, verb: usize, tokens: &Range<usize>) -> Option<usize> {
        let token = |word: usize| self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        let behind = token(verb) >= tokens.end;
        if behind && self.at(tokens.end) != "," {
            return None;
        }
        let from = self.clause.start.max(tokens.start.saturating_sub(REACH));
        let between = (from..tokens.start).rev().take_while(|&at| self.at(at) != "," && token(verb) != at);
        let nearest =
            between.filter_map(|at| self.words(&(at..at + 1)).next()).find(|&at| self.is_predicate(at))?;
        if nearest == verb || self.of_verb(nearest, STEPS) != Some(Tense::Past) {
            return None;
        }
        let relative = self.relation(nearest) == Relation::RelativeClause;
        let helped = |form| self.children(verb).any(|child| self.tag(child).verb_form() == Some(form));
        let known = self.relation(nearest) == Relation::AdverbialClause
            || self.relation(nearest) == Relation::ClausalComplement;
        let below = self.above(nearest) == Some(verb);
        let finite = self.tag(nearest).verb_form() == Some(VerbForm::Past)
            || self.children(nearest).any(|child| self.tag(child).verb_form() == Some(VerbForm::Past));
        let told = finite && (behind && relative || !behind && known && below && !helped(VerbForm::Modal));
        told.then_some(nearest)
    }

    /// "has scheduled a hearing Thursday", "invited them to a ceremony on March 12": what is arranged is still to come.
    fn is_arranged(&self, verb: usize, tokens: &Range<usize>) -> bool {
        let active = !self.children(verb).any(|child| {
            matches!(self.relation(child), Relation::PassiveSubject | Relation::PassiveAuxiliary)
        });
        let perfect = self.children(verb).any(|child| self.normal(child) == "had");
        if !active || perfect || self.tag(verb).upos() != Upos::VERB {
            return false;
        }
        let token = |word: usize| self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        let object = self.children(verb).find(|&child| {
            child > verb && self.relation(child) == Relation::Object && token(child) < tokens.start
        });
        let Some(object) = object else { return false };
        if verb_class::invites(&self.normal(verb)) {
            return self.children(verb).chain(self.children(object)).any(|to| {
                to > verb
                    && matches!(self.relation(to), Relation::Oblique | Relation::Nominal)
                    && self.children(to).any(|case| self.normal(case) == "to")
                    && token(to) < tokens.start
            });
        }
        verb_class::schedules(&self.normal(verb))
    }

    /// "The deadline is Friday", but not "It is Friday" or "The deadline was Friday".
    fn is_fixed_for(&self, day: usize) -> bool {
        let mut children = self.children(day);
        let present = self.children(day).any(|child| {
            self.relation(child) == Relation::Copula && self.tag(child).verb_form() == Some(VerbForm::Present)
        });
        present
            && children.any(|child| {
                self.relation(child) == Relation::NominalSubject && self.tag(child).upos() == Upos::NOUN
            })
    }

    /// "for the second quarter" and "for three days" are no points ahead.
    fn is_day_or_month(&self, tokens: &Range<usize>) -> bool {
        let known = |token: usize| self.doc.lexeme(token).known;
        tokens.clone().any(|token| known(token).is_weekday() || known(token).is_month())
    }

    /// "A service planned for Saturday was cancelled": what was planned is over.
    fn is_over(&self, verb: usize) -> bool {
        let above = || self.above(verb).and_then(|above| self.climb(above));
        self.relation(verb) == Relation::Clause
            && matches!(above().and_then(|above| self.of_verb(above, 2)), Some(Tense::Past | Tense::Told))
    }

    fn is_in_subject(&self, word: usize) -> bool {
        self.above(word).is_some_and(|noun| {
            matches!(self.relation(noun), Relation::NominalSubject | Relation::PassiveSubject)
        })
    }

    /// The first word above `from`, itself included, that is a predicate: a verb, or what a form of "be" makes one.
    fn climb(&self, from: usize) -> Option<usize> {
        let mut at = from;
        for _ in 0..STEPS {
            // "fell on Friday to close at $20": Friday is not in the infinitive behind it.
            let behind =
                self.children(at).any(|child| self.tag(child) == Tag::To && child > from && child < at);
            if self.is_predicate(at) && !behind {
                return Some(at);
            }
            at = self.above(at)?;
        }
        None
    }

    /// "payable Dec. 7", "due Friday": to come, whatever the verb.
    fn is_due(&self, anchor: usize) -> bool {
        self.above(anchor).is_some_and(|above| {
            verb_class::is_due(&self.normal(above))
                && !self.children(above).any(|child| self.tag(child).verb_form() == Some(VerbForm::Past))
        })
    }

    fn is_predicate(&self, word: usize) -> bool {
        let attributive = matches!(self.relation(word), Relation::AdjectiveOf | Relation::Compound);
        // "higher than expected on Sunday"
        let compared = self.tag(word) == Tag::VerbParticiple
            && self.children(word).any(|child| matches!(&*self.normal(child), "than" | "as"));
        // "heard shots near the customs house": a finite verb is no open complement.
        let noun = self.tag(word) == Tag::VerbPresent && self.relation(word) == Relation::OpenComplement;
        let verb = self.tag(word).upos() == Upos::VERB && !attributive && !compared && !noun;
        verb || self.children(word).any(|child| self.tag(child).upos() == Upos::AUX)
    }

    /// What the form of a predicate tells.
    fn of_verb(&self, verb: usize, steps: usize) -> Option<Tense> {
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
            VerbForm::Present if self.is_headline(verb) && helper.is_none() => Some(Tense::Past),
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

    /// The verb nearest to the expression, before it first.
    fn of_nearest(&self, tokens: &Range<usize>) -> Option<Tense> {
        let from = tokens.start.saturating_sub(REACH).max(self.clause.start);
        let to = self.clause.end.min(tokens.end + REACH);
        let before = (from..tokens.start).rev();
        let verb = before
            .chain(tokens.end..to)
            .find_map(|token| self.words(&(token..token + 1)).find(|&word| self.is_predicate(word)))?;
        match self.of_verb(verb, STEPS)? {
            Tense::Past => Some(Tense::Told),
            tense => Some(tense),
        }
    }

    /// "postponed to May", "given until Friday".
    fn is_moved(&self, verb: usize) -> bool {
        verb_class::moves_a_day(&self.lemma(verb))
            || cue::verb(&self.normal(verb)).is_some_and(|verb| verb.takes.any(cue::DEED))
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

    /// Whether it stands in a headline, or in what is written like one: words above all others, without a full stop.
    fn is_headline(&self, word: usize) -> bool {
        let token = self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        let last = self.clause.end.checked_sub(1).and_then(|last| self.doc.tokens.get(last));
        let bare = self.clause.start == 0
            && self.clause.len() < HEADLINE
            && last.is_some_and(|last| matches!(last.kind, TokenKind::Word | TokenKind::Number));
        bare || self.doc.block_kind(token) == BlockKind::Headline
    }

    fn words(&self, tokens: &Range<usize>) -> Range<usize> {
        let syntax = &self.doc.syntax;
        syntax.words_of(tokens.start).start..syntax.words_of(tokens.end.max(1) - 1).end
    }

    fn tag(&self, word: usize) -> Tag {
        self.doc.syntax.words.get(word).map_or(Tag::Mark, |word| word.tag)
    }

    fn relation(&self, word: usize) -> Relation {
        self.doc.syntax.words.get(word).map_or(Relation::Root, |word| word.relation)
    }

    fn head(&self, word: usize) -> usize {
        self.doc.syntax.words.get(word).map_or(word, |word| word.head as usize)
    }

    /// The head of a word, if it stands in the clause.
    fn above(&self, word: usize) -> Option<usize> {
        let head = self.head(word);
        let token = self.doc.syntax.words.get(head)?.token as usize;
        (head != word && self.clause.contains(&token)).then_some(head)
    }

    /// The words that hang from another, near to it.
    fn children(&self, word: usize) -> impl Iterator<Item = usize> {
        let near = self.words(&self.clause);
        let near = near.start.max(word.saturating_sub(REACH))..near.end.min(word + REACH);
        near.filter(move |&child| child != word && self.head(child) == word)
    }

    /// The word as a normal form: that of its token, unless it is a part of one.
    fn normal(&self, word: usize) -> Cow<'_, str> {
        let Some(word) = self.doc.syntax.words.get(word) else { return Cow::Borrowed("") };
        let token = word.token as usize;
        match self.doc.tokens.get(token) {
            Some(of) if of.span == word.span => Cow::Borrowed(self.doc.normal(token)),
            _ => Cow::Owned(crate::lexeme::normal_of(word.span.of(self.doc.text))),
        }
    }

    fn lemma(&self, word: usize) -> String {
        self.doc.lemma(word)
    }
}
