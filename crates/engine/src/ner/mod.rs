//! Named entity recognition (NER): finds names in the text and says of what type each is.
//!
//! A trained model labels each sentence by itself ([`model`], [`features`]). [`phrases`] keeps whole what the lexicon has
//! whole, [`titles`] finds the people behind their titles; [`trim`] then cuts what is left to
//! the name alone, [`extend`] gives it what belongs to it, [`bodies`] and [`things`] know organisations, laws and events by
//! their form, [`document_consistency`] lets the rest of the article decide what one
//! sentence leaves open, and [`types`] turns its four types into those of the contract with the lexicon's help.
//! Which names mean the same thing is not decided here but in [`crate::entity`].

mod bodies;
mod class_noun;
mod document_consistency;
mod evidence;
mod extend;
pub(crate) mod features;
mod lists;
mod lower;
pub(crate) mod model;
mod phrases;
pub(crate) mod renamed;
mod scores;
mod split;
mod things;
mod titles;
mod told;
mod trim;
mod types;
mod weights;

use std::ops::Range;

use analysis::EntityType;

use crate::doc::Doc;
use crate::explain::trace::Trace;
use crate::rules;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;
use features::{Clue, clues, is_titled};
use model::{Labelled, Labeller, Odds};
use told::Told;

/// A name in the text: the name alone, without title, article or possessive.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Name {
    pub tokens: Range<usize>,
    pub kind: EntityType,
    /// How sure the tagger is, 0 to 1.
    pub confidence: f32,
    /// What stands beside it says of what type it is here, whatever its words mean elsewhere in the article.
    pub told: bool,
}

/// Finds names. Answers are in order and do not overlap.
pub(crate) fn names(doc: &Doc, trace: &mut Trace) -> Vec<Name> {
    let clues = clues(doc);
    let mut guesses = Vec::new();
    let mut labeller = Labeller::new(doc, &clues);
    let mut titled = Vec::with_capacity(doc.sentences.len());
    for sentence in &doc.sentences {
        let is_titled = is_titled(doc, &sentence.tokens);
        titled.push(is_titled);
        labeller.label(&sentence.tokens, is_titled, |labelled| collect(&labelled, &mut guesses));
    }
    let mut told = Told { doc, trace, before: Vec::new() };
    told.after(&rules::NER_MODEL, &guesses);
    let guesses = phrases::keep_whole(doc, &clues, guesses);
    told.after(&rules::NER_PHRASE, &guesses);
    let things = class_noun::things(doc, &clues);
    let guesses = titles::people(doc, &clues, &titled, &things, guesses);
    told.after(&rules::NER_TITLE, &guesses);
    let guesses = scores::split_card(doc, guesses);
    told.after(&rules::NER_SCORE, &guesses);
    let guesses = split::parts(doc, &clues, guesses);
    told.after(&rules::NER_SPLIT, &guesses);
    let guesses = trim::trim(doc, &clues, guesses);
    told.after(&rules::NER_TRIM, &guesses);
    let guesses = extend::widen(doc, &clues, guesses);
    told.after(&rules::NER_EXTEND, &guesses);
    let guesses = bodies::by_form(doc, &clues, guesses);
    told.after(&rules::NER_BODY, &guesses);
    let guesses = things::by_form(doc, &clues, guesses);
    told.after(&rules::NER_THING, &guesses);
    let guesses = class_noun::settle(doc, &clues, &things, guesses);
    told.after(&rules::NER_CLASS_NOUN, &guesses);
    let guesses = renamed::settle(doc, &clues, guesses);
    let guesses = lists::consistent(doc, &clues, guesses);
    told.after(&rules::NER_LIST, &guesses);
    let guesses = document_consistency::settle(doc, &clues, &titled, guesses);
    told.after(&rules::NER_CONSISTENCY, &guesses);
    let guesses = scores::sides(doc, &clues, guesses);
    told.after(&rules::NER_SCORE, &guesses);
    let guesses = lower::places(doc, guesses);
    told.after(&rules::NER_LOWER, &guesses);
    let names = types::names(doc, &clues, &guesses);
    told.types(&names);
    names
}

/// The names in order, without overlaps: of two that overlap the longer one stays, and of two as long the one
/// that came first.
pub(crate) fn without_overlaps(mut names: Vec<Name>) -> Vec<Name> {
    names.sort_by_key(|name| (name.tokens.start, std::cmp::Reverse(name.tokens.end)));
    let mut kept: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        match kept.last_mut() {
            Some(last) if name.tokens.start < last.tokens.end => {
                if name.tokens.len() > last.tokens.len() {
                    *last = name;
                }
            }
            _ => kept.push(name),
        }
    }
    kept
}

/// What the model tells apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Group {
    Person,
    Org,
    Place,
    Other,
}

/// A name as the model found it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Guess {
    pub tokens: Range<usize>,
    pub group: Group,
    pub confidence: f32,
    /// How likely each type is, given that it is a name.
    pub leanings: [f32; 4],
    /// The type of the contract, where the form of the name tells it.
    pub kind: Option<EntityType>,
    /// Its form or what stands beside it leaves no doubt: later steps leave it as it is.
    pub proven: bool,
    /// … and it holds here alone, against the rest of the article: "Florence, Italy" beside a Florence Akers.
    pub told: bool,
}

impl Guess {
    /// A name of whose type nothing else speaks.
    fn sure(tokens: Range<usize>, group: Group, confidence: f32) -> Guess {
        let mut guess =
            Guess { tokens, group, confidence, leanings: [0.0; 4], kind: None, proven: false, told: false };
        guess.settle_on(group, confidence);
        guess
    }

    /// Gives the name a type by its form, at least as sure as this.
    fn settle_on(&mut self, group: Group, confidence: f32) {
        self.group = group;
        self.confidence = self.confidence.max(confidence);
        self.leanings = [0.0; 4];
        self.leanings[group as usize] = 1.0;
    }

    /// The name as the odds of its tokens have it: it is as sure as the least sure of them.
    fn of_odds(tokens: Range<usize>, group: Group, odds: &[Odds]) -> Guess {
        let margin = |odds: &Odds| {
            let others = odds.groups.iter().enumerate().filter(|&(other, _)| other != group as usize);
            -others.map(|(_, &odds)| odds).max().unwrap_or(odds.none).max(odds.none)
        };
        let confidence = confidence(odds.iter().map(margin).min().unwrap_or(0));
        let mut leanings = [0.0; 4];
        for (leaning, at) in leanings.iter_mut().zip(0..) {
            let mean = odds.iter().map(|odds| odds.groups[at] as f32).sum::<f32>() / odds.len().max(1) as f32;
            // Not the compiler's own: it differs from machine to machine.
            *leaning = libm::expf(mean / weights::SOFT);
        }
        let sum: f32 = leanings.iter().sum();
        Guess {
            tokens,
            group,
            confidence,
            leanings: leanings.map(|leaning| leaning / sum.max(f32::MIN_POSITIVE)),
            kind: None,
            proven: false,
            told: false,
        }
    }
}

/// The guesses with what was found in the place of those that it overlaps. What overlaps a region goes too. All lists are
/// in order; of two that were found in one place the first stays.
fn overlay(guesses: Vec<Guess>, regions: &[Range<usize>], found: Vec<Guess>) -> Vec<Guess> {
    if regions.is_empty() && found.is_empty() {
        return guesses;
    }
    let mut out = Vec::with_capacity(guesses.len() + found.len());
    let (mut regions, mut found) = (regions.iter().peekable(), found.into_iter().peekable());
    for guess in guesses {
        while regions.next_if(|region| region.end <= guess.tokens.start).is_some() {}
        while let Some(new) = found.next_if(|new| new.tokens.end <= guess.tokens.start) {
            push_apart(&mut out, new);
        }
        let gone = regions.peek().is_some_and(|region| region.start < guess.tokens.end);
        let replaced = found.peek().is_some_and(|new| new.tokens.start < guess.tokens.end);
        if !gone && !replaced {
            push_apart(&mut out, guess);
        }
    }
    found.for_each(|new| push_apart(&mut out, new));
    out
}

/// The guesses without those that a later one has been widened over.
fn without_inner(guesses: Vec<Guess>) -> Vec<Guess> {
    let mut out: Vec<Guess> = Vec::with_capacity(guesses.len());
    for guess in guesses {
        while out.last().is_some_and(|last| last.tokens.start >= guess.tokens.start) {
            out.pop();
        }
        push_apart(&mut out, guess);
    }
    out
}

fn push_apart(out: &mut Vec<Guess>, guess: Guess) {
    if out.last().is_none_or(|last| last.tokens.end <= guess.tokens.start) && !guess.tokens.is_empty() {
        out.push(guess);
    }
}

/// Joins the labels of a row into guesses.
fn collect(Labelled { start, labels }: &Labelled, guesses: &mut Vec<Guess>) {
    let odds: Vec<Odds> = labels.iter().map(|&(_, odds)| odds).collect();
    let mut open: Option<(usize, Group)> = None;
    let mut close = |open: &mut Option<(usize, Group)>, end: usize| {
        if let Some((from, group)) = open.take() {
            guesses.push(Guess::of_odds(start + from..start + end, group, &odds[from..end]));
        }
    };
    for (at, (label, _)) in labels.iter().enumerate() {
        match label.group() {
            None => close(&mut open, at),
            Some(group) if label.is_first() || open.is_none() => {
                close(&mut open, at);
                open = Some((at, group));
            }
            Some(_) => {}
        }
    }
    close(&mut open, labels.len());
}

/// A lead in score, as a number from 0 to 1: half where the next best label is as good.
fn confidence(margin: i32) -> f32 {
    let margin = margin as f32 / weights::LEAD;
    (0.5 + 0.5 * margin / (1.0 + margin.abs())).clamp(0.05, 0.99)
}

/// The article, and what each of its tokens says by itself: what the rules that mend names look at.
struct Look<'a> {
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
}

impl Look<'_> {
    fn is_name(&self, token: usize) -> bool {
        is_namelike(self.doc, self.clues, token)
    }
}

/// Whether a token can stand in a name by its form.
fn is_namelike(doc: &Doc, clues: &[Clue], token: usize) -> bool {
    doc.tokens.get(token).is_some_and(|t| t.is_word() && t.is_capital())
        && !clues[token].known.is_weekday()
        && (!doc.is(token, WordClass::FunctionWord) || is_syllable_pair(doc, clues, token))
}

/// "Do-hwan", "In-hye": of a given name in two syllables, the first may be a word elsewhere.
fn is_syllable_pair(doc: &Doc, clues: &[Clue], token: usize) -> bool {
    let glued = |at: usize, kind| doc.tokens.get(at).is_some_and(|t| t.kind == kind && t.glued);
    let surname = token.checked_sub(1).is_some_and(|at| doc.is(at, WordClass::SurnameFirst));
    let second = token + 2;
    surname
        && glued(token + 1, TokenKind::Hyphen)
        && glued(second, TokenKind::Word)
        && doc.tokens[second].case == Case::Lower
        && clues[second].known.common_word() == 0
}

/// The most words of a nickname in marks.
const NICKNAME: usize = 3;

/// Where the surname begins behind a nickname in marks, "“El Duque” Mujica": the token after the closing mark.
fn nickname_end(doc: &Doc, opening: usize) -> Option<usize> {
    let mark = |at: usize| doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark);
    let word = |at: &usize| doc.tokens.get(*at).is_some_and(|token| token.is_word());
    let from = opening + 1;
    if !mark(opening) || !doc.tokens.get(from).is_some_and(|token| token.is_word() && token.is_capital()) {
        return None;
    }
    let close = from + (from..from + NICKNAME).take_while(word).count();
    let named = |at: usize| doc.tokens.get(at).is_some_and(|token| token.is_word() && token.is_capital());
    (mark(close) && doc.tokens[close - 1].is_capital() && named(close + 1)).then_some(close + 1)
}

/// "Jr", "Sr": which of two of one name is meant.
fn is_generation(normal: &str) -> bool {
    matches!(normal, "jr" | "jr." | "sr" | "sr.")
}

/// Whether a word like "in" stands before a name: that is where something is.
pub(crate) fn is_located(doc: &Doc, name: usize) -> bool {
    name.checked_sub(1).is_some_and(|before| doc.is(before, WordClass::BeforePlace))
}

/// The same, with an article between: "in the Tolna Hospital". What something is of is not where it is.
fn is_scene(doc: &Doc, name: usize) -> bool {
    let before = name.checked_sub(1).filter(|&before| doc.normal(before) != "the").or(name.checked_sub(2));
    before.is_some_and(|before| {
        doc.is(before, WordClass::BeforePlace) && !matches!(doc.normal(before), "of" | "from" | "through")
    })
}

#[cfg(test)]
mod tests;
