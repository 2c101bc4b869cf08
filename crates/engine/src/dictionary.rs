//! The words of an article, each looked at once: interning, over one dictionary for all articles.
//!
//! Nine in ten distinct words of an article stood in the ones before it too. What is kept of a word depends on the
//! word alone, so that an article has the same analysis whatever was read before it.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use crate::lexeme::Lexeme;
use crate::token::Token;

/// How many words, and bytes of them, are kept for the next article; of more all are forgotten.
const WORDS: usize = 1 << 15;
const BYTES: usize = 1 << 19;

/// Gives each token the number of its word in the article, and the words in the order in which they are first met.
pub(crate) fn intern(text: &str, normals: &str, tokens: &mut [Token]) -> Vec<Lexeme> {
    thread_local! {
        static DICTIONARY: RefCell<Dictionary> = RefCell::default();
    }
    DICTIONARY.with_borrow_mut(|dictionary| dictionary.intern(text, normals, tokens))
}

#[derive(Default)]
struct Dictionary {
    /// The entry of each word as it is written.
    numbers: FxHashMap<Box<str>, u32>,
    entries: Vec<Entry>,
    /// How many articles were read.
    articles: u32,
    bytes: usize,
}

struct Entry {
    lexeme: Lexeme,
    /// The article that the word was met in last, and its number there.
    article: u32,
    number: u32,
}

impl Dictionary {
    fn intern(&mut self, text: &str, normals: &str, tokens: &mut [Token]) -> Vec<Lexeme> {
        self.articles = self.articles.wrapping_add(1);
        let mut lexemes = Vec::with_capacity(tokens.len() / 3);
        for token in tokens {
            let form = token.span.of(text);
            let entry = match self.numbers.get(form) {
                Some(&entry) => entry as usize,
                None => self.add(form, Lexeme::of(form, token.normal.of(normals))),
            };
            let entry = &mut self.entries[entry];
            if entry.article != self.articles {
                (entry.article, entry.number) = (self.articles, lexemes.len() as u32);
                lexemes.push(entry.lexeme);
            }
            token.lexeme = entry.number;
        }
        if self.entries.len() > WORDS || self.bytes > BYTES {
            *self = Dictionary::default();
        }
        lexemes
    }

    fn add(&mut self, form: &str, lexeme: Lexeme) -> usize {
        let entry = self.entries.len();
        self.numbers.insert(form.into(), entry as u32);
        self.entries.push(Entry { lexeme, article: self.articles.wrapping_sub(1), number: 0 });
        self.bytes += form.len();
        entry
    }
}

#[cfg(test)]
mod tests {
    use analysis::Document;

    use super::*;
    use crate::doc::Doc;

    /// The numbers of the tokens, and the hashes of the words.
    fn read(dictionary: &mut Dictionary, text: &str) -> (Vec<u32>, Vec<u32>) {
        let document = Document::from_paragraphs(text);
        let mut doc = Doc::unread(&document);
        doc.tokenize();
        let normals: String = document.text.to_lowercase();
        let mut tokens = doc.tokens;
        tokens.iter_mut().for_each(|token| token.normal = token.span);
        let lexemes = dictionary.intern(&document.text, &normals, &mut tokens);
        (
            tokens.iter().map(|token| token.lexeme).collect(),
            lexemes.iter().map(|lexeme| lexeme.word).collect(),
        )
    }

    #[test]
    fn an_article_has_its_own_numbers_whatever_was_read_before() {
        let text = "The ferry met the ferry.";
        let (numbers, words) = read(&mut Dictionary::default(), text);
        assert_eq!(numbers, [0, 1, 2, 3, 1, 4]);
        let mut used = Dictionary::default();
        read(&mut used, "Nobody met the old ferry in May.");
        assert_eq!(read(&mut used, text), (numbers, words));
    }

    #[test]
    fn what_is_kept_is_bounded() {
        let mut dictionary = Dictionary::default();
        let text = (0..WORDS + 9).map(|number| format!("word{number}")).collect::<Vec<_>>().join(" ");
        let (numbers, words) = read(&mut dictionary, &text);
        assert_eq!((numbers.len(), words.len()), (WORDS + 9, WORDS + 9));
        assert!(dictionary.entries.is_empty());
    }
}
