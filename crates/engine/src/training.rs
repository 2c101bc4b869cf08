//! The trainer's door: the very features that the models read, for sentences whose answers are known.

use analysis::{Document, Span};

use crate::doc::Doc;
use crate::lexeme::{Lexeme, normal_of};
pub use crate::linear::{Form, PLACES};
use crate::ner::features::{FEATURES, OWN_FEATURES, clues, features, is_titled, own_features};
pub use crate::ner::model::{Label, MAGIC, Model, PAIR_STEP, best_path};
use crate::sentence::lines;
pub use crate::syntax::MAGIC as SYNTAX_MAGIC;
pub use crate::syntax::lemma::{ENDING, Lemmas, kind as lemma_kind};
use crate::syntax::marks::Plain;
pub use crate::syntax::parser::{Move, NONE, State};
pub use crate::syntax::relation::Relation;
pub use crate::syntax::tag::Tag;
use crate::syntax::{Row, is_titled as titled, parser, relation, tagger};
pub use crate::word_class::{MAGIC as WORDS_MAGIC, WordClass};

/// A sentence as the tagger sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    pub tokens: Vec<Span>,
    /// The features of each token.
    pub features: Vec<Vec<u32>>,
}

/// The sentences of a document.
pub fn sentences(document: &Document) -> Vec<Seen> {
    let mut doc = Doc::unread(document);
    doc.tokenize();
    doc.split_by_rules();
    doc.parse();
    let clues = clues(&doc);
    let seen = doc.sentences.iter().map(|sentence| {
        let titled = is_titled(&doc, &sentence.tokens);
        let of_token = |token: usize| {
            let mut all = Vec::with_capacity(OWN_FEATURES + FEATURES);
            all.extend(own_features(&clues[token]));
            all.extend(features(&clues, &sentence.tokens, titled, token));
            all
        };
        Seen {
            tokens: doc.tokens[sentence.tokens.clone()].iter().map(|token| token.span).collect(),
            features: sentence.tokens.clone().map(of_token).collect(),
        }
    });
    seen.collect()
}

/// A place where a sentence could end without a stop: the byte where the next one would begin, and its features.
pub struct LineEnd {
    pub start: u32,
    pub features: [u32; lines::FEATURES],
}

/// The places of a document whose sentences begin at these bytes.
pub fn line_ends(document: &Document, starts: &[u32]) -> Vec<LineEnd> {
    let mut doc = Doc::unread(document);
    doc.tokenize();
    let mut places = Vec::new();
    for block in doc.blocks() {
        let row = lines::Row::new(doc.text, &doc.tokens[..block.end], &doc.lexemes, block.start);
        let mut start = block.start;
        for at in block.clone() {
            let byte = doc.tokens[at].span.start;
            if row.is_candidate(start, at) {
                places.push(LineEnd { start: byte, features: row.features(start, at) });
            }
            if starts.binary_search(&byte).is_ok() {
                start = at;
            }
        }
    }
    places
}

/// A sentence of a treebank as the grammar's models see it: its words as they are written there.
pub struct Words {
    lexemes: Vec<Lexeme>,
    /// One after another.
    numbers: Vec<u32>,
    titled: bool,
}

impl Words {
    /// `lemmas` are those that will stand in the model beside what is learned.
    pub fn new(forms: &[String], lemmas: &Lemmas) -> Words {
        let lexeme = |form: &String| {
            let normal = normal_of(form);
            Lexeme { irregular: lemmas.irregular(&normal), ..Lexeme::of(form, &normal) }
        };
        Words {
            lexemes: forms.iter().map(lexeme).collect(),
            numbers: (0..forms.len() as u32).collect(),
            titled: titled(forms.iter().map(String::as_str)),
        }
    }

    fn row(&self) -> Row<'_> {
        Row { numbers: &self.numbers, lexemes: &self.lexemes }
    }

    /// The features of a word's tag, after the tags `before`.
    pub fn tag_features(&self, at: usize, before: &[Tag]) -> [u32; TAG_FEATURES] {
        let own = tagger::own_features(&self.lexemes[at], self.titled, at == 0);
        let here = tagger::features(self.row(), self.titled, at, before);
        std::array::from_fn(|nth| if nth < own.len() { own[nth] } else { here[nth - own.len()] })
    }

    /// What the parser sees: the words that these tags call no marks.
    pub fn without_marks(&self, tags: &[Tag]) -> Unmarked<'_> {
        let mut plain = Plain::default();
        plain.set(self.row(), tags);
        Unmarked { words: self, plain }
    }

    /// The features of a word's relation, after the relations `before`.
    pub fn relation_features(
        &self,
        tags: &[Tag],
        heads: &[u16],
        outer: &[[u16; 2]],
        before: &[Relation],
        at: usize,
    ) -> [u32; relation::FEATURES] {
        relation::features(relation::Tree { row: self.row(), tags, heads }, outer, before, at)
    }
}

/// A sentence as the parser sees it: without its marks.
pub struct Unmarked<'a> {
    words: &'a Words,
    plain: Plain,
}

impl Unmarked<'_> {
    /// For each of its words the number in the whole sentence.
    pub fn places(&self) -> &[u16] {
        &self.plain.places
    }

    /// The heads of all words of the sentence, out of those of these words.
    pub fn attach(&self, tags: &[Tag], heads: &[u16]) -> Vec<u16> {
        let mut all = Vec::new();
        self.plain.attach(self.words.row(), tags, heads, &mut all);
        all
    }

    /// The features of what the parser does next.
    pub fn move_features(&self, state: &State) -> [u32; parser::FEATURES] {
        let Plain { numbers, tags, marks, .. } = &self.plain;
        let row = Row { numbers, lexemes: &self.words.lexemes };
        parser::features(parser::Input { row, tags, marks }, state)
    }
}

const TAG_FEATURES: usize = tagger::OWN_FEATURES + tagger::FEATURES;

/// For each word the first and the last that hangs from it.
pub fn outer_dependents(heads: &[u16]) -> Vec<[u16; 2]> {
    relation::first_dependents(heads)
}

/// Small letters and straight apostrophes.
pub fn normal(form: &str) -> String {
    normal_of(form)
}
