//! What is known of English grammar: the part of speech and the form of each word, its lemma, and how the words of
//! a sentence hang together.
//!
//! Learned from treebanks (EWT and GUM) by `crates/train`, computed once for an article, and asked by every phase
//! that comes after. Nothing here knows of names, quotes or dates.
//!
//! 1. [`word`] cuts tokens into the words of grammar ("don’t" is "do" and "n’t").
//! 2. [`tagger`] gives each word its part of speech and form ([`tag`]).
//! 3. [`parser`] finds the head of each word, [`marks`] that of each mark, [`relation`] how it hangs from it.
//! 4. [`agree`] mends tags by the tree: a verb agrees with its subject, and what "and" joins is alike.
//! 5. [`lemma`] gives the form that stands in a dictionary, when it is asked for.

mod agree;
pub(crate) mod conllu;
pub(crate) mod lemma;
pub(crate) mod marks;
pub(crate) mod parser;
pub(crate) mod relation;
pub(crate) mod tag;
pub(crate) mod tagger;
#[cfg(test)]
mod tests;
pub(crate) mod verb_class;
mod word;

use rustc_hash::FxHashMap as HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use analysis::Span;

use self::lemma::Lemmas;
use self::marks::Plain;
use self::parser::{Input, Known, Move, State};
use self::relation::{Relation, Tree};
use self::tag::Tag;
use crate::lexeme::{Lexeme, normal_of};
use crate::linear::{OwnSums, Table};
use crate::model_file::sections;
use crate::sentence::Sentence;
use crate::token::Token;

static MODEL: &[u8] = include_bytes!("../../models/syntax.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXS4";

/// A longer sentence is parsed in pieces of so many words.
const LONGEST: usize = 400;

/// The weights and lists, in place in the model file: `MAGIC`, then six parts, each a little-endian `u32` length and
/// that many bytes: the tables of tags, moves and relations, the words that have one tag only (`word tag` a line), and
/// the lemmas (see [`lemma`]); at last
/// the table of where lines ended (`crate::sentence::lines`).
#[derive(Debug, Default)]
pub(crate) struct Model {
    pub tags: Table<{ Tag::COUNT }>,
    pub moves: Table<{ Move::COUNT - 1 }>,
    pub relations: Table<{ Relation::COUNT }>,
    sure: HashMap<&'static str, Tag>,
    pub lemmas: Lemmas,
    pub lines: Table<1>,
}

impl Model {
    /// The committed model.
    pub fn get() -> &'static Model {
        static PARSED: OnceLock<Model> = OnceLock::new();
        PARSED.get_or_init(|| Model::read(MODEL).unwrap_or_default())
    }

    /// A model out of the bytes of its file; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let [tags, moves, relations, sure, lemmas, lines] = sections(bytes, MAGIC)?;
        let (tags, relations) = (Table::read_sparse(tags)?, Table::read_sparse(relations)?);
        let (moves, lines) = (Table::read(moves)?, Table::read(lines)?);
        let sure = std::str::from_utf8(sure).ok()?.lines().filter_map(|line| {
            let (word, tag) = line.split_once(' ')?;
            Some((word, *Tag::ALL.get(tag.parse::<usize>().ok()?)?))
        });
        let sure = sure.collect();
        let lemmas = Lemmas::read(std::str::from_utf8(lemmas).ok()?);
        Some(Model { tags, moves, relations, sure, lemmas, lines })
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
    /// What a word tells by itself; none outside the row.
    #[inline]
    pub fn get(self, at: usize) -> Option<&'a Lexeme> {
        self.lexemes.get(*self.numbers.get(at)? as usize)
    }
}

/// Which words a row is made of.
struct Piece {
    words: Range<usize>,
    /// Whether nearly all words of its sentence have capitals.
    titled: bool,
}

/// Makes the grammar of an article, one step after another.
struct Reader {
    pieces: Vec<Piece>,
    parts: Vec<word::Part>,
    /// For each part the number of its lexeme.
    numbers: Vec<u32>,
    /// Those of the tokens, and after them the halves of contractions.
    lexemes: Vec<Lexeme>,
    tags: Vec<Tag>,
    /// Counted from the first word of the piece; the number of its words for the root.
    heads: Vec<u16>,
    relations: Vec<Relation>,
}

impl Reader {
    /// Cuts the tokens into words.
    fn cut(text: &str, tokens: &[Token], lexemes: &[Lexeme], sentences: &[Sentence]) -> Reader {
        let room = tokens.len() + tokens.len() / 16;
        let (mut pieces, mut parts) = (Vec::new(), Vec::with_capacity(room));
        let (mut numbers, mut lexemes) = (Vec::with_capacity(room), lexemes.to_vec());
        let mut halves: HashMap<&str, u32> = HashMap::default();
        for sentence in sentences {
            let from = parts.len();
            let mut token = sentence.tokens.start;
            while token < sentence.tokens.end {
                token += word::cut(text, token, &tokens[token..sentence.tokens.end], &mut parts);
            }
            let of_sentence = tokens[sentence.tokens.clone()].iter();
            let titled = is_titled(of_sentence.map(|token| token.span.of(text)));
            for part in &parts[from..] {
                let token = &tokens[part.token];
                numbers.push(if part.span == token.span {
                    token.lexeme
                } else {
                    let form = part.span.of(text);
                    *halves.entry(form).or_insert_with(|| {
                        lexemes.push(Lexeme::of(form, &normal_of(form)));
                        lexemes.len() as u32 - 1
                    })
                });
            }
            for start in (from..parts.len()).step_by(LONGEST) {
                pieces.push(Piece { words: start..parts.len().min(start + LONGEST), titled });
            }
        }
        let (tags, heads, relations) = Default::default();
        Reader { pieces, parts, numbers, lexemes, tags, heads, relations }
    }

    fn tag(&mut self, model: &Model) {
        self.tags.reserve(self.parts.len());
        let mut own = OwnSums::new(self.lexemes.len());
        for piece in &self.pieces {
            let row = Row { numbers: &self.numbers[piece.words.clone()], lexemes: &self.lexemes };
            let start = self.tags.len();
            tagger::tag(model, row, piece.titled, &mut own, &mut self.tags);
            agree::settle(row, &mut self.tags[start..]);
        }
    }

    fn parse(&mut self, model: &Model) {
        self.heads.reserve(self.parts.len());
        let (mut state, mut plain) = (State::default(), Plain::default());
        let mut known = Known::new(model, self.lexemes.len());
        for piece in &self.pieces {
            let row = Row { numbers: &self.numbers[piece.words.clone()], lexemes: &self.lexemes };
            let tags = &self.tags[piece.words.clone()];
            plain.set(row, tags);
            let words = Row { numbers: &plain.numbers, lexemes: &self.lexemes };
            let input = Input { row: words, tags: &plain.tags, marks: &plain.marks };
            parser::parse(model, input, &mut known, &mut state);
            plain.attach(row, tags, &state.heads, &mut self.heads);
        }
    }

    fn relate(&mut self, model: &Model) {
        self.relations.reserve(self.parts.len());
        for piece in &self.pieces {
            let words = piece.words.clone();
            let tree = Tree {
                row: Row { numbers: &self.numbers[words.clone()], lexemes: &self.lexemes },
                tags: &self.tags[words.clone()],
                heads: &self.heads[words],
            };
            relation::choose(model, tree, &mut self.relations);
        }
    }

    fn finish(mut self, tokens: usize) -> Syntax {
        let pieces = std::mem::take(&mut self.pieces);
        let mut syntax =
            Syntax { words: Vec::with_capacity(self.parts.len()), first: Vec::with_capacity(tokens + 1) };
        for piece in pieces {
            self.join_likes(&piece.words);
            self.crown(&piece.words);
            self.attach_near(&piece.words);
            self.agree(&piece.words);
            self.level(&piece.words);
            for at in piece.words.clone() {
                let part = self.parts[at];
                // What is one word with the tokens before it has that word, too.
                let before = at.checked_sub(1).map_or(0, |before| before as u32);
                while syntax.first.len() < part.token {
                    syntax.first.push(before);
                }
                if syntax.first.len() == part.token {
                    syntax.first.push(at as u32);
                }
                let head = piece.words.start + usize::from(self.heads[at]);
                syntax.words.push(Word {
                    token: part.token as u32,
                    span: part.span,
                    tag: self.tags[at],
                    head: if head < piece.words.end { head } else { at } as u32,
                    relation: self.relations[at],
                });
            }
        }
        let count = syntax.words.len() as u32;
        syntax.first.resize(tokens.max(syntax.first.len()), count.saturating_sub(1));
        syntax.first.push(count);
        syntax
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
