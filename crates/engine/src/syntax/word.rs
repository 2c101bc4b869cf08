//! Cuts tokens into the words of grammar, where English writes two as one: "don’t", "he’ll", "cannot", "gonna".
//! They are cut as in the English treebanks.

use analysis::Span;

use crate::token::{Token, TokenKind};

/// A token, or a part of one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub token: usize,
    pub span: Span,
}

/// The words of a token, added to `parts`.
pub(super) fn cut(text: &str, number: usize, token: &Token, parts: &mut Vec<Part>) {
    let span = token.span;
    let tail = if token.kind == TokenKind::Word { tail(span.of(text)) } else { 0 };
    if tail == 0 {
        parts.push(Part { token: number, span });
        return;
    }
    let middle = span.end as usize - tail;
    parts.push(Part { token: number, span: Span::new(span.start as usize, middle) });
    parts.push(Part { token: number, span: Span::new(middle, span.end as usize) });
}

/// Endings that are words of their own behind an apostrophe.
const CLITICS: &[&str] = &["ll", "re", "ve", "d", "m"];

/// Words without an apostrophe that are two, and how long the second is.
const JOINED: &[(&str, usize)] =
    &[("cannot", 3), ("gonna", 2), ("gotta", 2), ("wanna", 2), ("lemme", 2), ("gimme", 2)];

/// How many bytes at the end of a word are a word of their own; 0 for none.
fn tail(word: &str) -> usize {
    if let Some(&(_, tail)) = JOINED.iter().find(|(joined, _)| joined.eq_ignore_ascii_case(word)) {
        return tail;
    }
    let Some(apostrophe) = word.rfind(['\'', '’']) else { return 0 };
    let behind = word[apostrophe..].trim_start_matches(['\'', '’']);
    if apostrophe > 1 && behind.eq_ignore_ascii_case("t") && word[..apostrophe].ends_with(['n', 'N']) {
        return word.len() - apostrophe + 1;
    }
    if apostrophe > 0 && CLITICS.iter().any(|clitic| behind.eq_ignore_ascii_case(clitic)) {
        return word.len() - apostrophe;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contractions_are_two_words() {
        for (word, second) in [
            ("don't", "n't"),
            ("Couldn’t", "n’t"),
            ("he’ll", "’ll"),
            ("I'm", "'m"),
            ("cannot", "not"),
            ("O’Neil", ""),
            ("rock'n'roll", ""),
            ("ain't", "n't"),
            ("D’Angelo", ""),
        ] {
            assert_eq!(&word[word.len() - tail(word)..], second, "{word}");
        }
    }
}
