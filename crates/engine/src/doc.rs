//! An article as the components see it: its tokens, sentences and grammar, and the questions they all ask of them.

use std::ops::Range;

use analysis::{BlockKind, Document, Span};

use crate::dictionary;
use crate::lexeme::{Lexeme, normal_of};
use crate::sentence::{Sentence, split};
use crate::syntax::{Model, Syntax};
use crate::token::{Token, TokenKind, tokenize};
use crate::word_class::{self, WordClass};

/// The text of an article with its tokens and sentences. Indices that lie outside answer with nothing.
pub(crate) struct Doc<'a> {
    pub document: &'a Document,
    pub text: &'a str,
    pub tokens: Vec<Token>,
    pub sentences: Vec<Sentence>,
    /// The distinct words, in the order they are first met.
    pub lexemes: Vec<Lexeme>,
    pub syntax: Syntax,
    /// The tokens of each block.
    blocks: Vec<Range<usize>>,
    normals: String,
}

impl<'a> Doc<'a> {
    /// An article that nobody has read yet.
    pub fn unread(document: &'a Document) -> Self {
        Doc {
            document,
            text: document.text.as_str(),
            tokens: Vec::new(),
            sentences: Vec::new(),
            lexemes: Vec::new(),
            syntax: Syntax::default(),
            blocks: Vec::new(),
            normals: String::new(),
        }
    }

    /// An article with its tokens, sentences and grammar.
    #[cfg(test)]
    pub fn new(document: &'a Document) -> Self {
        let mut doc = Doc::unread(document);
        doc.tokenize();
        doc.split_sentences();
        doc.parse();
        doc
    }

    /// The tokenizer: cuts each block into tokens, and looks at each distinct word once.
    pub fn tokenize(&mut self) {
        let text = self.text;
        self.tokens = Vec::with_capacity(text.len() / 5);
        self.normals = String::with_capacity(text.len());
        self.blocks.clear();
        for block in &self.document.blocks {
            let from = self.tokens.len();
            if block.span.fits(text) {
                tokenize(text, block.span, &mut self.tokens, &mut self.normals);
            }
            self.blocks.push(from..self.tokens.len());
        }
        self.lexemes = dictionary::intern(text, &self.normals, &mut self.tokens);
    }

    /// The sentence splitter: joins the tokens of each block to sentences.
    pub fn split_sentences(&mut self) {
        self.split(true);
    }

    /// The same by its rules alone: what the recognizer of names is trained on does not move with the grammar's model.
    #[cfg(feature = "training")]
    pub fn split_by_rules(&mut self) {
        self.split(false);
    }

    fn split(&mut self, with_model: bool) {
        self.sentences.clear();
        let lexemes = if with_model { &self.lexemes[..] } else { &[] };
        for (number, block) in self.blocks.iter().enumerate() {
            let (text, normals) = (self.text, &self.normals);
            split(text, normals, &self.tokens, lexemes, block.clone(), number, &mut self.sentences);
        }
    }

    /// The tokens of each block.
    #[cfg(feature = "training")]
    pub fn blocks(&self) -> &[Range<usize>] {
        &self.blocks
    }

    /// The part-of-speech tagger and the dependency parser.
    pub fn parse(&mut self) {
        self.syntax = Syntax::new(self.text, &self.tokens, &self.lexemes, &self.sentences);
    }

    /// What the token tells by itself.
    pub fn lexeme(&self, token: usize) -> &Lexeme {
        const OUTSIDE: Lexeme = Lexeme::outside(1);
        self.tokens.get(token).and_then(|t| self.lexemes.get(t.lexeme as usize)).unwrap_or(&OUTSIDE)
    }

    /// Whether the token's word stands in the list.
    pub fn is(&self, token: usize, class: WordClass) -> bool {
        self.lexeme(token).classes.has(class)
    }

    /// Whether the token's word stands in the list, or opens a phrase of it.
    pub fn begins(&self, token: usize, class: WordClass) -> bool {
        let lexeme = self.lexeme(token);
        lexeme.classes.has(class) || lexeme.opens.has(class)
    }

    /// The longest phrase of the list that begins with the token, within the sentence: the token after it.
    pub fn phrase(&self, token: usize, class: WordClass) -> Option<usize> {
        if !self.begins(token, class) {
            return None;
        }
        let end = self.sentences.get(self.sentence_of(token)).map_or(token, |sentence| sentence.tokens.end);
        let words = (token..end).map(|at| self.normal(at));
        word_class::longest(words, class).map(|(length, _)| token + length)
    }

    /// The number that stands beside the token's word in the list.
    pub fn value(&self, token: usize, class: WordClass) -> Option<u64> {
        // The bit is cheap, and few words are in such a list.
        if self.is(token, class) { word_class::value(self.normal(token), class) } else { None }
    }

    /// The lemma of a word of [`Syntax::words`]; empty outside the article.
    pub fn lemma(&self, word: usize) -> String {
        let Some(word) = self.syntax.words.get(word) else { return String::new() };
        let form = word.span.of(self.text);
        Model::get().lemmas.of(form, &normal_of(form), word.tag)
    }

    /// The token as it is written; empty outside the article.
    pub fn word(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.span.of(self.text))
    }

    /// The token in small letters with straight apostrophes; empty outside the article.
    pub fn normal(&self, token: usize) -> &str {
        self.tokens.get(token).map_or("", |t| t.normal.of(&self.normals))
    }

    /// The words from one token to another, as written.
    pub fn words(&self, tokens: Range<usize>) -> &'a str {
        self.span(tokens).of(self.text)
    }

    pub fn span(&self, tokens: Range<usize>) -> Span {
        match self.tokens.get(tokens.clone()) {
            Some([first, .., last]) => first.span.join(last.span),
            Some([only]) => only.span,
            _ => Span::default(),
        }
    }

    /// The first token that ends after this byte.
    pub fn token_at(&self, byte: usize) -> usize {
        self.tokens.partition_point(|t| t.span.end as usize <= byte)
    }

    /// The tokens that lie within a span.
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.start < span.start);
        let to = self.tokens.partition_point(|t| t.span.end <= span.end);
        from..to.max(from)
    }

    /// The index of the sentence that holds the token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences.partition_point(|s| s.tokens.end <= token)
    }

    /// The kind of the block that holds the token.
    pub fn block_kind(&self, token: usize) -> BlockKind {
        let sentence = self.sentences.get(self.sentence_of(token));
        sentence.and_then(|s| self.document.blocks.get(s.block)).map_or(BlockKind::Paragraph, |b| b.kind)
    }

    /// Whether the token is the first word of its sentence, whatever marks stand before it.
    pub fn begins_sentence(&self, token: usize) -> bool {
        let Some(sentence) = self.sentences.get(self.sentence_of(token)) else { return false };
        // Marks before a first word are few; looking further back would cost the square of a line of marks.
        let before = sentence.tokens.start.max(token.saturating_sub(6))..token;
        before.start == sentence.tokens.start
            && before
                .into_iter()
                .all(|i| matches!(self.tokens[i].kind, TokenKind::QuoteMark | TokenKind::Mark))
    }
}
