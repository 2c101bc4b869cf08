//! What is known of English grammar: the part of speech and the form of each word, its lemma, and how the words of
//! a sentence hang together.
//!
//! Learned from treebanks (EWT and GUM) by `crates/train`, computed once for an article, and asked by every phase
//! that comes after. Nothing here knows of names, quotes or dates.
//!
//! 1. [`word`] cuts tokens into the words of grammar ("don’t" is "do" and "n’t").
//! 2. [`tagger`] gives each word its part of speech and form ([`tag`]).
//! 3. [`parser`] finds the head of each word, [`relation`] how it hangs from it.
//! 4. [`lemma`] gives the form that stands in a dictionary, when it is asked for.

pub(crate) mod conllu;
pub(crate) mod lemma;
pub(crate) mod parser;
pub(crate) mod relation;
pub(crate) mod tag;
pub(crate) mod tagger;
#[cfg(test)]
mod tests;
pub(crate) mod verb_class;
mod word;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use analysis::Span;

use self::lemma::Lemmas;
use self::parser::{Move, State};
use self::relation::{Relation, Tree};
use self::tag::{Tag, Upos};
use self::tagger::OwnSums;
use crate::lexeme::{Lexeme, normal_of};
use crate::lexicon::Parts;
use crate::linear::{SparseTable, Table};
use crate::model_file::sections;
use crate::sentence::Sentence;
use crate::token::Token;

static MODEL: &[u8] = include_bytes!("../../models/syntax.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXS2";

/// A longer sentence is parsed in pieces of so many words.
const LONGEST: usize = 400;

/// The weights and lists, in place in the model file: `MAGIC`, then five parts, each a little-endian `u32` length and
/// that many bytes: the tables of tags, moves and relations, the words that have one tag only (`word tag` a line), and
/// the lemmas (see [`lemma`]).
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub tags: SparseTable<{ Tag::COUNT }>,
    pub moves: Table<{ Move::COUNT - 1 }>,
    pub relations: SparseTable<{ Relation::COUNT }>,
    sure: HashMap<&'static str, Tag>,
    pub lemmas: Lemmas,
}

impl Model {
    /// The committed model.
    pub fn get() -> &'static Model {
        static PARSED: OnceLock<Model> = OnceLock::new();
        PARSED.get_or_init(|| Model::read(MODEL).unwrap_or_default())
    }

    /// A model out of the bytes of its file; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let [tags, moves, relations, sure, lemmas] = sections(bytes, MAGIC)?;
        let (tags, relations) = (SparseTable::read(tags)?, SparseTable::read(relations)?);
        let moves = Table::read(moves)?;
        let sure = std::str::from_utf8(sure).ok()?.lines().filter_map(|line| {
            let (word, tag) = line.split_once(' ')?;
            Some((word, *Tag::ALL.get(tag.parse::<usize>().ok()?)?))
        });
        let sure = sure.collect();
        let lemmas = Lemmas::read(std::str::from_utf8(lemmas).ok()?);
        Some(Model { tags, moves, relations, sure, lemmas })
    }

    /// The tag of a word that can have no other.
    pub fn sure(&self, form: &str, normal: &str) -> Option<Tag> {
        if let Some(&tag) = self.sure.get(normal) {
            return Some(tag);
        }
        let is_mark = |c: char| !c.is_alphanumeric() && !"$£€¥%&+=#@/°§<>*~^|\\".contains(c);
        form.chars().all(is_mark).then_some(Tag::Mark)
    }
}

/// A word of grammar: a token, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Word {
    pub token: u32,
    pub span: Span,
    pub tag: Tag,
    /// The word that it hangs from; itself if from none.
    pub head: u32,
    pub relation: Relation,
}

/// The grammar of an article.
#[derive(Debug, Default)]
pub(crate) struct Syntax {
    pub words: Vec<Word>,
    /// For each token its first word, and at the end the number of words.
    first: Vec<u32>,
}

impl Syntax {
    /// Reads every sentence; `lexemes` are those of the tokens. Each model reads the whole article before the next one
    /// begins, so that its weights stay near the processor.
    pub fn new(text: &str, tokens: &[Token], lexemes: &[Lexeme], sentences: &[Sentence]) -> Syntax {
        let model = Model::get();
        let mut reader = Reader::cut(text, tokens, lexemes, sentences);
        reader.tag(model);
        reader.parse(model);
        reader.relate(model);
        reader.finish(tokens.len())
    }

    /// The words that a token is made of.
    pub fn words_of(&self, token: usize) -> Range<usize> {
        let at = |token: usize| self.first.get(token).map_or(self.words.len(), |&first| first as usize);
        at(token)..at(token + 1)
    }

    /// The word that a token is, or the first of them; none outside the article.
    pub fn word(&self, token: usize) -> Option<&Word> {
        self.words.get(self.words_of(token).start)
    }

    /// The part of speech and form of a token's first word.
    pub fn tag(&self, token: usize) -> Tag {
        self.word(token).map_or(Tag::Mark, |word| word.tag)
    }

    /// How a token's first word hangs from its head.
    pub fn relation(&self, token: usize) -> Relation {
        self.word(token).map_or(Relation::Root, |word| word.relation)
    }

    /// The token that another hangs from; none for the root of a sentence.
    pub fn head(&self, token: usize) -> Option<usize> {
        let word = self.word(token)?;
        let head = self.words.get(word.head as usize)?.token as usize;
        (word.relation != Relation::Root && head != token).then_some(head)
    }
}

/// A row of words: a sentence, or a part of a very long one.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    /// For each word the number of its lexeme.
    pub numbers: &'a [u32],
    pub lexemes: &'a [Lexeme],
}

impl<'a> Row<'a> {
