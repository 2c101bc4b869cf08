//! A shallow parse around a verb: the noun phrase that is its subject, and what follows it.
//!
//! It knows no grammar tree. Looking left from a verb, the words fall into stretches between commas; the subject
//! is the first stretch that could be a noun phrase and has only appositions, relative clauses and adverbials
//! between it and the verb. Nothing is looked for further away than [`REACH`] items, so that the cost of a
//! sentence grows with its length.

mod complement;
mod grammar;
mod phrase;
mod stretch;
mod subject;
mod verb;

use std::ops::Range;

pub(crate) use self::complement::Next;
pub(crate) use self::subject::Subject;
use super::cue::{self};
use super::tree::Tree;
use super::unit::Item;
use super::words::Class;
use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// How many items a look to the left or right goes.
const REACH: usize = 80;

/// A unit's items with the text they stand for.
#[derive(Clone, Copy)]
pub(crate) struct Clause<'a> {
    pub doc: &'a Doc<'a>,
    pub tree: &'a Tree<'a>,
    pub items: &'a [Item],
}

impl<'a> Clause<'a> {
    pub fn class(&self, at: usize) -> Class {
        self.items.get(at).map_or(Class::Break, |item| item.class)
    }

    pub fn is_quote(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| item.region.is_some())
    }

    pub fn normal(&self, at: usize) -> &'a str {
        let doc: &'a Doc<'a> = self.doc;
        match self.items.get(at) {
            Some(item) if item.region.is_none() => doc.normal(item.tokens.start),
            _ => "",
        }
    }

    /// The cue verb that the item may be.
    pub fn cue(&self, at: usize) -> Option<cue::Verb> {
        let item = self.items.get(at).filter(|item| item.region.is_none())?;
        let token = item.tokens.start;
        cue::verb_of(self.doc.lexeme(token).classes, self.doc.normal(token))
    }

    /// Whether the grammar takes the item for a noun.
    pub fn is_noun(&self, at: usize) -> bool {
        self.items.get(at).is_some_and(|item| self.doc.syntax.tag(item.tokens.start).upos() == Upos::NOUN)
    }

    /// Whether the grammar takes the token for a name.
    pub fn is_name(&self, token: usize) -> bool {
        self.doc.syntax.tag(token).upos() == Upos::PROPN
    }

    /// The token of the verb whose object the item is.
    pub fn governor(&self, at: usize) -> Option<usize> {
        let word = self.tree.word(self.items.get(at)?.tokens.start);
        let object = self.tree.relation(word) == Relation::Object;
        self.tree.head(word).filter(|_| object).map(|head| self.tree.token(head))
    }

    /// Whether the item is a word of the list.
    pub fn is(&self, at: usize, list: WordClass) -> bool {
        self.items.get(at).is_some_and(|item| item.region.is_none() && self.doc.is(item.tokens.start, list))
    }

    pub fn tokens(&self, items: Range<usize>) -> Range<usize> {
        match self.items.get(items) {
            Some([first, .., last]) => first.tokens.start..last.tokens.end,
            Some([only]) => only.tokens.clone(),
            _ => 0..0,
        }
    }

    pub fn is_common_noun(&self, at: usize) -> bool {
        self.class(at) == Class::Noun && !self.is_quote(at)
    }

    pub fn is_nominal(&self, at: usize) -> bool {
        !self.is_quote(at)
            && at < self.items.len()
            && matches!(self.class(at), Class::Name | Class::Noun | Class::Number | Class::Determiner)
    }
}
