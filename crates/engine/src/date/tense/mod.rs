//! Whether a clause speaks of what was or of what will be, from the verb that a time expression hangs on.
//!
//! From the expression the tree is climbed to its verb, and the form of that verb tells: "The talks would resume on
//! Monday, she said Friday" has a future Monday and a past Friday. An infinitive is as far as the verb it hangs on
//! lets it be. Where no verb is found above, the nearest one in the clause tells.

mod beside;
mod verb;

use std::borrow::Cow;
use std::ops::Range;

use analysis::BlockKind;

use crate::doc::Doc;
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
            && self.doc.syntax.words.get(noun).is_some_and(|word| word.token as usize <= tokens.end + 4);
        // "following the Eid break" is of its own time.
        let time = self.doc.syntax.words.get(noun).map_or("", |word| self.doc.normal(word.token as usize));
        let time = matches!(time, "break" | "holiday" | "holidays" | "recess" | "vacation");
        (possessive || attributive && !time).then_some(noun)
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
        if is_day && let Some(present) = words.clone().find(|&word| self.is_now(word)) {
            return Some(if self.is_fixed_for(present) { Tense::Future } else { Tense::Unknown });
        }
        let possessive = self.doc.syntax.tag(tokens.end) == Tag::Genitive;
        let before = tokens.start.checked_sub(1).map_or("", |before| self.doc.normal(before));
        if self.is_due(anchor) {
            return Some(Tense::Future);
        }
        let verb = self.climb(anchor)?;
        if is_day && self.is_remembered(verb, tokens) {
            return Some(Tense::Past);
        }
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

    /// "will remember Friday as", "may look back on Sunday": the day is what is thought of, not when.
    fn is_remembered(&self, verb: usize, tokens: &Range<usize>) -> bool {
        let token = self.doc.syntax.words.get(verb).map_or(0, |verb| verb.token as usize);
        let lemma = self.lemma(verb);
        let back =
            lemma == "look" && self.at(token + 1) == "back" && matches!(self.at(token + 2), "on" | "at");
        let at = if back { token + 3 } else { token + 1 };
        (back || verb_class::thinks_back(&lemma)) && tokens.start == at
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

    /// "it’s Monday": the day itself is said to be.
    fn is_now(&self, day: usize) -> bool {
        self.children(day).any(|child| {
            self.relation(child) == Relation::Copula && self.tag(child).verb_form() == Some(VerbForm::Present)
        })
    }

    /// "The deadline is Friday", but not "It is Friday".
    fn is_fixed_for(&self, day: usize) -> bool {
        self.children(day).any(|child| {
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
