//! Whether a clause speaks of what was or of what will be, from the verb that a time expression hangs on.
//!
//! From the expression the tree is climbed to its verb, and the form of that verb tells: "The talks would resume on
//! Monday, she said Friday" has a future Monday and a past Friday. An infinitive is as far as the verb it hangs on
//! lets it be. Where no verb is found above, the nearest one in the clause tells.

use std::ops::Range;

use analysis::BlockKind;

use crate::doc::Doc;
use crate::quote::cue;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos, VerbForm};
use crate::syntax::verb_class;

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
/// How far from the expression a verb is looked for where the tree has none, in tokens.
const REACH: usize = 30;

/// The tense around `tokens` within its clause (a sentence, or what stands of it in a quotation).
pub(super) fn tense(doc: &Doc, clause: Range<usize>, tokens: Range<usize>) -> Tense {
    let view = View { doc, clause };
    view.of_expression(tokens.clone()).or_else(|| view.of_nearest(tokens.clone())).unwrap_or(Tense::Unknown)
}

/// The words of one clause. Words are those of [`crate::syntax`], numbered through the article.
struct View<'a> {
    doc: &'a Doc<'a>,
    clause: Range<usize>,
}

impl View<'_> {
    fn of_expression(&self, tokens: Range<usize>) -> Option<Tense> {
        let words = self.words(&tokens);
        if self.is_day_or_month(&tokens) && words.clone().any(|word| self.is_fixed_for(word)) {
            return Some(Tense::Future);
        }
        let anchor = words.clone().find(|&word| !words.contains(&self.head(word)))?;
        let possessive = self.doc.syntax.tag(tokens.end) == Tag::Genitive;
        let before = tokens.start.checked_sub(1).map_or("", |before| self.doc.normal(before));
        let ahead_of =
            possessive && before == "of" && tokens.start > 1 && self.doc.normal(tokens.start - 2) == "ahead";
        if ahead_of || self.is_due(anchor) {
            return Some(Tense::Future);
        }
        let verb = self.climb(anchor)?;
        // "announced a meeting for Friday": what it is for is still to come.
        if before == "for" && !possessive && self.is_day_or_month(&tokens) {
            return Some(if self.is_over(verb) { Tense::Told } else { Tense::Future });
        }
        if matches!(before, "until" | "to" | "from") && !possessive && self.is_moved(verb) {
            return Some(Tense::Future);
        }
        let tense = self.of_verb(verb, STEPS);
        // "is below Friday’s close", where only a subject ("Friday’s deadline looms") is of the time of its verb.
        let elsewhere = possessive && tense == Some(Tense::Future) && !self.is_in_subject(anchor);
        if elsewhere { Some(Tense::Unknown) } else { tense }
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
            && self.children(word).any(|child| matches!(self.normal(child).as_str(), "than" | "as"));
        let verb = self.tag(word).upos() == Upos::VERB && !attributive && !compared;
        verb || self.children(word).any(|child| self.tag(child).upos() == Upos::AUX)
    }

    /// What the form of a predicate tells.
    fn of_verb(&self, verb: usize, steps: usize) -> Option<Tense> {
        if steps == 0 {
            return None;
        }
        let helpers: Vec<usize> =
            self.children(verb).filter(|&child| self.tag(child).upos() == Upos::AUX).collect();
        let negated = self
            .children(verb)
            .any(|child| self.tag(child) == Tag::Not && child < verb || self.normal(child) == "never");
        let has = |form: VerbForm| helpers.iter().any(|&helper| self.tag(helper).verb_form() == Some(form));
        let helped = |lemma: &str| helpers.iter().any(|&helper| self.lemma(helper) == lemma);
        if has(VerbForm::Modal) {
            // "must have left", "could be seen", "would not speak"
            let perfect = helped("have");
            let past =
                helpers.iter().any(|&helper| matches!(self.normal(helper).as_str(), "could" | "would"));
            let refused = past && negated && self.has_person(verb);
            let could = helpers.iter().any(|&helper| self.normal(helper) == "could");
            let sensed = could && (negated || verb_class::is_sensing(&self.lemma(verb)));
            return Some(if perfect || refused || sensed { Tense::Past } else { Tense::Future });
        }
        let infinitive = self.children(verb).any(|child| self.tag(child) == Tag::To && child < verb);
        let own = self.tag(verb).verb_form();
        if infinitive && !has(VerbForm::Past) {
            return Some(self.of_infinitive(verb, steps));
        }
        // "is due", "was held", "has left": the first helper has the tense of all.
        let finite = helpers.first().and_then(|&helper| self.tag(helper).verb_form()).or(own)?;
        match finite {
            VerbForm::Past => {
                // "was scheduled to speak" is read at the infinitive; here the deed itself was.
                Some(if self.says(verb) { Tense::Told } else { Tense::Past })
            }
            VerbForm::Present if helpers.first().is_some_and(|&helper| self.lemma(helper) == "have") => {
                Some(Tense::Past)
            }
            VerbForm::Present if self.says(verb) => Some(Tense::Told),
            // "Minister resigns Monday" is how a headline tells what was.
            VerbForm::Present if self.is_headline(verb) && helpers.is_empty() => Some(Tense::Past),
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

    /// "to meet": still to come, unless it hangs on a deed that is past ("went to meet them").
    fn of_infinitive(&self, verb: usize, steps: usize) -> Tense {
        let Some(above) = self.above(verb) else { return Tense::Future };
        // "plans to meet", "a promise to pay"
        if matches!(self.tag(above).upos(), Upos::NOUN | Upos::PROPN) && !self.is_predicate(above) {
            return Tense::Future;
        }
        let Some(governor) = self.climb(above) else { return Tense::Future };
        let intends = verb_class::is_set_ahead(&self.normal(governor))
            || cue::verb(&self.normal(governor)).is_some_and(|verb| verb.takes.any(cue::DEED))
            || self.tag(governor).upos() == Upos::ADJ
            || self.children(governor).any(|child| self.relation(child) == Relation::PassiveAuxiliary);
        match self.of_verb(governor, steps - 1) {
            Some(Tense::Past | Tense::Told) => {
                // "had been due to dock": it never came to it.
                let before_past = self.children(governor).any(|child| self.normal(child) == "had");
                if intends && !before_past { Tense::Future } else { Tense::Told }
            }
            _ => Tense::Future,
        }
    }

    /// The verb nearest to the expression, before it first.
    fn of_nearest(&self, tokens: Range<usize>) -> Option<Tense> {
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
                    || self.tag(child) == Tag::Personal && self.normal(child) != "it")
        })
    }

    fn is_headline(&self, word: usize) -> bool {
        let token = self.doc.syntax.words.get(word).map_or(0, |word| word.token as usize);
        self.doc.block_kind(token) == BlockKind::Headline
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

    fn normal(&self, word: usize) -> String {
        let span = self.doc.syntax.words.get(word).map(|word| word.span).unwrap_or_default();
        crate::lexeme::normal_of(span.of(self.doc.text))
    }

    fn lemma(&self, word: usize) -> String {
        self.doc.lemma(word)
    }
}
