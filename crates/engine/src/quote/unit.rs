//! Cuts a block into units: sentences, but joined where a quotation holds the boundary between them.
//!
//! In a unit each outer quotation is one item, so that the reporter's sentence around it can be read by itself.

use std::ops::Range;

use super::marks::Marks;
use super::words::{Class, class};
use crate::doc::Doc;
use crate::lexicon::Parts;
use crate::token::Case;
use crate::word_class::WordClass;

/// A reporter's sentence with the quotations in it.
#[derive(Debug)]
pub(crate) struct Unit {
    pub block: usize,
    pub items: Vec<Item>,
}

/// A token, or a quotation as a whole.
#[derive(Debug, Clone)]
pub(crate) struct Item {
    pub tokens: Range<usize>,
    /// Which of the article's quotations it is.
    pub region: Option<usize>,
    pub class: Class,
}

/// A unit has no more items than this. No sentence has so many, and what looks at all items of a unit for each
/// of its cues stays within the length of the text.
const LONGEST: usize = 400;

/// The units of an article, in order.
pub(crate) fn units(doc: &Doc, marks: &Marks) -> Vec<Unit> {
    let mut out: Vec<Unit> = Vec::new();
    let mut regions = marks.outer_in(0..doc.tokens.len()).peekable();
    // Where the last quotation ends: a sentence that begins before it belongs to the unit before.
    let mut held_until = 0;
    for sentence in &doc.sentences {
        let (mut at, end) = (sentence.tokens.start, sentence.tokens.end);
        let goes_on = at < held_until && out.last().is_some_and(|unit| unit.block == sentence.block);
        if !goes_on {
            out.push(Unit { block: sentence.block, items: Vec::new() });
        }
        at = at.max(held_until);
        let headline = is_headline(doc, sentence.tokens.clone());
        while at < end {
            if out.last().is_some_and(|unit| unit.items.len() >= LONGEST) {
                out.push(Unit { block: sentence.block, items: Vec::new() });
            }
            let Some(unit) = out.last_mut() else { break };
            match regions.next_if(|(_, region)| region.outer().start <= at) {
                Some((number, region)) => {
                    let tokens = region.outer();
                    at = tokens.end.max(at + 1);
                    held_until = held_until.max(at);
                    unit.items.push(Item { tokens, region: Some(number), class: Class::Break });
                }
                None => {
                    let class = class(doc, at, headline);
                    unit.items.push(Item { tokens: at..at + 1, region: None, class });
                    at += 1;
                }
            }
        }
    }
    for unit in &mut out {
        read_nicknames(doc, &mut unit.items);
        read_relatives(doc, &mut unit.items);
        read_joined_verbs(doc, &mut unit.items);
        read_deeds(&mut unit.items);
        read_speakers(doc, &mut unit.items);
    }
    out
}

/// Whether a sentence is written With Capitals Throughout, as some headlines are.
fn is_headline(doc: &Doc, sentence: Range<usize>) -> bool {
    if sentence.len() > 40 {
        return false;
    }
    let words = || doc.tokens[sentence.clone()].iter().filter(|t| t.is_word() && t.span.len() > 3);
    let (all, capitals) = (words().count(), words().filter(|t| t.is_capital()).count());
    all >= 4 && capitals * 10 >= all * 9
}

/// "the dog that bit Ana Ruiz": right behind "who", a word that can be a verb is one, however seldom it is.
fn read_relatives(doc: &Doc, items: &mut [Item]) {
    for at in 1..items.len() {
        let [before, item] = [&items[at - 1], &items[at]];
        let token = item.tokens.start;
        let parts = doc.lexeme(token).parts;
        let behind = items.get(at + 1).map(|next| next.class);
        // "who uniformed Ana Ruiz", where it is followed by what it is done to
        let governs = matches!(behind, Some(Class::Name | Class::Determiner | Class::Object))
            && !parts.has_any(Parts::NOUN_PLURAL);
        if before.class == Class::Relative
            && item.class == Class::Noun
            && item.region.is_none()
            && doc.tokens[token].case == Case::Lower
            && (governs || parts.has_any(Parts::VERB_PAST.or(Parts::VERB_THIRD)))
            && matches!(doc.normal(before.tokens.start), "who" | "which")
        {
            items[at].class = Class::Verb;
        }
    }
}

/// "the lawyer who cross-examined Ana Ruiz": a verb of two words.
fn read_joined_verbs(doc: &Doc, items: &mut [Item]) {
    for at in 1..items.len().saturating_sub(3) {
        let token = items[at + 2].tokens.start;
        let object = matches!(items[at + 3].class, Class::Name | Class::Determiner | Class::Object);
        if items[at - 1].class == Class::Relative
            && items[at + 1].class == Class::Hyphen
            && items[at + 2].region.is_none()
            && object
            && doc.lexeme(token).parts.has_any(Parts::VERB_PAST.or(Parts::VERB_THIRD))
        {
            items[at + 2].class = Class::Verb;
        }
    }
}

/// "the hearing", "in a committee hearing,": a noun made of a verb.
fn read_deeds(items: &mut [Item]) {
    for at in 1..items.len() {
        let class = |at: usize| items.get(at).filter(|item| item.region.is_none()).map(|item| item.class);
        if class(at) != Some(Class::Ing) {
            continue;
        }
        let ends = matches!(class(at + 1), None | Some(Class::Comma | Class::Break));
        let noun = match class(at - 1) {
            Some(Class::Determiner | Class::Possessive) => true,
            Some(Class::Noun | Class::Name) => {
                at > 1 && matches!(class(at - 2), Some(Class::Determiner | Class::Noun))
            }
            _ => false,
        };
        if noun && ends {
            items[at].class = Class::Noun;
        }
    }
}

/// "the party’s strategists said", "those surveyed say": right before a verb of saying no other verb stands.
fn read_speakers(doc: &Doc, items: &mut [Item]) {
    for at in 1..items.len().saturating_sub(1) {
        let [before, item, behind] = [&items[at - 1], &items[at], &items[at + 1]];
        let says = behind.region.is_none() && doc.is(behind.tokens.start, WordClass::PlainSaying);
        let plural = doc.normal(item.tokens.start).ends_with('s')
            && matches!(before.class, Class::Determiner | Class::Noun | Class::Name | Class::Possessive);
        if item.class == Class::Verb
            && item.region.is_none()
            && says
            && (plural || before.class == Class::Determiner)
        {
            items[at].class = Class::Noun;
        }
    }
}

/// In “Ana ‘Duke’ Ruiz” the marks belong to the name.
fn read_nicknames(doc: &Doc, items: &mut [Item]) {
    for at in 1..items.len().saturating_sub(1) {
        let short = items[at].region.is_some() && items[at].tokens.len() <= 5;
        let between_names = items[at - 1].class == Class::Name && items[at + 1].class == Class::Name;
        if short && between_names {
            let inner = items[at].tokens.start + 1..items[at].tokens.end.saturating_sub(1);
            let names = inner
                .clone()
                .all(|i| !doc.tokens[i].is_word() || doc.tokens[i].is_capital() || doc.normal(i).len() < 4);
            let ends = inner.clone().last().is_some_and(|i| matches!(doc.word(i), "," | "." | "?" | "!"));
            if names && !ends {
                items[at].region = None;
                items[at].class = Class::Name;
            }
        }
    }
}
