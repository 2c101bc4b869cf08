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
use crate::linear::Table;
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
    pub tags: Table<{ Tag::COUNT }>,
    pub moves: Table<{ Move::COUNT - 1 }>,
    pub relations: Table<{ Relation::COUNT }>,
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
        let (tags, moves, relations) = (Table::read(tags)?, Table::read(moves)?, Table::read(relations)?);
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
    /// Reads every sentence; `lexemes` are those of the tokens.
    pub fn new(text: &str, tokens: &[Token], lexemes: &[Lexeme], sentences: &[Sentence]) -> Syntax {
        let mut reader = Reader::new(text, tokens, lexemes);
        for sentence in sentences {
            reader.read(sentence.tokens.clone());
        }
        reader.finish()
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

/// Reads one sentence after another; what it works in is made once.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    lexemes: &'a [Lexeme],
    model: &'static Model,
    syntax: Syntax,
    parts: Vec<word::Part>,
    /// The halves of contractions met so far, each with a number after those of `lexemes`.
    cut: HashMap<&'a str, (Lexeme, u32)>,
    row: Vec<Lexeme>,
    /// The number of each word of the row.
    numbers: Vec<u32>,
    own: OwnSums,
    tags: Vec<Tag>,
    state: State,
    relations: Vec<Relation>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, tokens: &'a [Token], lexemes: &'a [Lexeme]) -> Reader<'a> {
        Reader {
            text,
            tokens,
            lexemes,
            model: Model::get(),
            syntax: Syntax {
                words: Vec::with_capacity(tokens.len() + tokens.len() / 16),
                first: Vec::with_capacity(tokens.len() + 1),
            },
            parts: Vec::new(),
            cut: HashMap::new(),
            row: Vec::new(),
            numbers: Vec::new(),
            own: OwnSums::default(),
            tags: Vec::new(),
            state: State::default(),
            relations: Vec::new(),
        }
    }

    fn read(&mut self, sentence: Range<usize>) {
        self.parts.clear();
        for token in sentence.clone() {
            word::cut(self.text, token, &self.tokens[token], &mut self.parts);
        }
        let titled = is_titled(self.tokens[sentence].iter().map(|token| token.span.of(self.text)));
        let parts = std::mem::take(&mut self.parts);
        for piece in parts.chunks(LONGEST) {
            self.parse(piece, titled);
        }
        self.parts = parts;
    }

    fn parse(&mut self, parts: &[word::Part], titled: bool) {
        self.row.clear();
        self.numbers.clear();
        for part in parts {
            let token = &self.tokens[part.token];
            let (lexeme, number) = if part.span == token.span {
                (self.lexemes[token.lexeme as usize], token.lexeme)
            } else {
                let form = part.span.of(self.text);
                let number = (self.lexemes.len() + self.cut.len()) as u32;
                *self.cut.entry(form).or_insert_with(|| (Lexeme::of(form, &normal_of(form)), number))
            };
            self.row.push(lexeme);
            self.numbers.push(number);
        }
        let row = tagger::Row { lexemes: &self.row, titled };
        tagger::tag(self.model, row, &self.numbers, &mut self.own, &mut self.tags);
        parser::parse(self.model, &self.row, &self.tags, &mut self.state);
        let tree = Tree { lexemes: &self.row, tags: &self.tags, heads: &self.state.heads };
        relation::choose(self.model, tree, &mut self.relations);
        self.join_likes();
        let base = self.syntax.words.len();
        for (at, part) in parts.iter().enumerate() {
            while self.syntax.first.len() <= part.token {
                self.syntax.first.push((base + at) as u32);
            }
            let head = usize::from(self.state.heads[at]);
            self.syntax.words.push(Word {
                token: part.token as u32,
                span: part.span,
                tag: self.tags[at],
                head: (base + if head < parts.len() { head } else { at }) as u32,
                relation: self.relations[at],
            });
        }
    }

    /// "It closed in May and opens in June": "and" joins like with like, so what it joins to a verb, and can be one, is
    /// one, unless something before it makes it a noun.
    fn join_likes(&mut self) {
        for at in 0..self.tags.len() {
            let head = usize::from(self.state.heads[at]);
            let to_verb = self.relations[at] == Relation::Conjunct
                && self.tags.get(head).is_some_and(|tag| tag.upos() == Upos::VERB);
            if !to_verb || self.tags[at] != Tag::Nouns || !self.row[at].parts.has_any(Parts::VERB_THIRD) {
                continue;
            }
            let before = at.saturating_sub(8)..at;
            let led = before.clone().any(|word| {
                usize::from(self.state.heads[word]) == at
                    && !matches!(
                        self.relations[word],
                        Relation::Coordinator | Relation::Adverbial | Relation::Punctuation
                    )
            });
            if !led {
                self.tags[at] = Tag::VerbThird;
            }
        }
    }

    fn finish(mut self) -> Syntax {
        let count = self.syntax.words.len() as u32;
        self.syntax.first.resize(self.tokens.len() + 1, count);
        self.syntax
    }
}

/// Whether most words have capitals, as in a headline, so that a capital says little.
pub(crate) fn is_titled<'a>(forms: impl Iterator<Item = &'a str>) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for form in forms {
        match form.chars().next() {
            Some(first) if first.is_uppercase() => capitals += 1,
            Some(first) if first.is_lowercase() && form.len() > 3 => small += 1,
            _ => {}
        }
    }
    capitals > 3 && capitals > small * 2
}
