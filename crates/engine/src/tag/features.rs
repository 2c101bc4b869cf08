//! What the model looks at: the word, its neighbours, their shapes and endings, and what the lexicon knows.
//!
//! Each feature is the hash of a template's number and of what fills it. The templates are those of Ratinov and
//! Roth ("Design challenges and misconceptions in named entity recognition", CoNLL 2009) where one sentence is
//! enough to fill them; what the rest of the article says is weighed afterwards, in [`super::consistency`].

use crate::lexeme::{Lexeme, mix};
use crate::lexicon::{Lexicon, WordFacts};
use crate::reading::Reading;
use crate::token::Case;

/// What is asked of each token once, so that its neighbours need not ask again.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Clue {
    word: u32,
    shape: u32,
    prefixes: [u32; 3],
    suffixes: [u32; 3],
    /// What the lexicon says of the word, folded to what matters here.
    facts: u32,
    /// The kind of lexicon phrase it stands in and whether it begins it; 0 for none.
    phrase: u32,
    pub known: WordFacts,
}

impl From<&Lexeme> for Clue {
    fn from(lexeme: &Lexeme) -> Clue {
        let &Lexeme { word, shape, prefixes, suffixes, facts, known, .. } = lexeme;
        Clue { word, shape, prefixes, suffixes, facts, phrase: 0, known }
    }
}

/// The clues of every token of the article.
pub(crate) fn clues(reading: &Reading) -> Vec<Clue> {
    let lexicon = Lexicon::get();
    let mut clues: Vec<Clue> =
        (0..reading.tokens.len()).map(|token| Clue::from(reading.lexeme(token))).collect();
    for sentence in &reading.sentences {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            let mut words = (token..sentence.tokens.end).map(|i| reading.word(i));
            let capital = !matches!(reading.tokens[token].case, Case::Lower | Case::None);
            let found = if capital { lexicon.longest(&mut words) } else { None };
            let Some((length, phrase)) = found else {
                token += 1;
                continue;
            };
            let length = length.clamp(1, sentence.tokens.end - token);
            let code = 1
                + (phrase.kind() as u32) * 8
                + u32::from(phrase.is_ambiguous()) * 4
                + u32::from(phrase.level());
            for (nth, clue) in clues[token..token + length].iter_mut().enumerate() {
                clue.phrase = code * 2 + u32::from(nth > 0);
            }
            token += length;
        }
    }
    clues
}

/// Calls `add` with the hash of each feature of a token in its sentence.
pub(crate) fn features(
    clues: &[Clue],
    sentence: &std::ops::Range<usize>,
    titled: bool,
    token: usize,
    mut add: impl FnMut(u32),
) {
    let outside = Clue { word: 1, shape: 1, ..Clue::default() };
    let outer = Clue { word: 2, shape: 2, ..Clue::default() };
    let at = |offset: isize| {
        let index = token.wrapping_add_signed(offset);
        if sentence.contains(&index) {
            &clues[index]
        } else if offset.abs() == 1 {
            &outside
        } else {
            &outer
        }
    };
    let (c, p, n, pp, nn) = (at(0), at(-1), at(1), at(-2), at(2));
    let mut template = 0;
    let mut put = |parts: &[u32]| {
        template += 1;
        add(parts.iter().fold(mix(0, template), |hash, &part| mix(hash, part)));
    };
    let names = |clue: &Clue| clue.known.levels();
    let first = u32::from(token == sentence.start);
    put(&[c.word]);
    put(&[c.word, c.shape]);
    put(&[p.word]);
    put(&[n.word]);
    put(&[pp.word]);
    put(&[nn.word]);
    put(&[p.word, c.word]);
    put(&[c.word, n.word]);
    put(&[p.word, n.word]);
    put(&[pp.word, p.word]);
    put(&[n.word, nn.word]);
    put(&[c.shape, first, u32::from(titled)]);
    put(&[p.shape, c.shape, n.shape]);
    put(&[pp.shape, p.shape, c.shape]);
    put(&[c.shape, n.shape, nn.shape]);
    put(&[p.word, c.shape]);
    put(&[n.word, c.shape]);
    put(&[p.word, c.shape, n.shape]);
    put(&[p.shape, c.shape, n.word]);
    for ends in c.prefixes {
        put(&[ends]);
    }
    for ends in c.suffixes {
        put(&[ends, c.shape]);
    }
    put(&[p.suffixes[1]]);
    put(&[n.suffixes[1]]);
    put(&[c.facts, c.shape]);
    put(&[p.facts, c.shape]);
    put(&[n.facts, c.shape]);
    put(&[p.facts, c.facts, n.facts]);
    put(&[pp.facts, p.facts]);
    put(&[n.facts, nn.facts]);
    put(&[names(c), first]);
    put(&[names(p), names(c)]);
    put(&[names(c), names(n)]);
    put(&[u32::from(c.known.given_name()), u32::from(n.known.surname()), c.shape, n.shape]);
    put(&[c.phrase, c.shape]);
    put(&[c.phrase, p.word]);
    put(&[c.phrase, names(c)]);
    put(&[p.phrase, c.phrase, n.phrase]);
    put(&[p.phrase, c.shape]);
    put(&[n.phrase, c.shape]);
    put(&[c.phrase, n.facts, p.facts]);
    let cluster = |clue: &Clue| u32::from(clue.known.cluster());
    put(&[cluster(c)]);
    put(&[cluster(p)]);
    put(&[cluster(n)]);
    put(&[cluster(pp)]);
    put(&[cluster(nn)]);
    put(&[cluster(p), cluster(c)]);
    put(&[cluster(c), cluster(n)]);
    put(&[cluster(c), c.shape, first]);
    put(&[cluster(p), c.shape]);
    put(&[cluster(n), c.shape]);
    let group = |clue: &Clue| u32::from(clue.known.cluster_group());
    put(&[group(c)]);
    put(&[group(p)]);
    put(&[group(n)]);
    put(&[group(pp)]);
    put(&[group(nn)]);
    put(&[group(p), group(c), group(n)]);
    put(&[group(c), p.shape, c.shape, n.shape]);
    put(&[group(p), group(c), c.shape]);
    put(&[group(c), group(n), c.shape]);
}

/// Whether most words of a sentence are capitalised, as in a headline, so that a capital says little.
pub(crate) fn is_titled(reading: &Reading, sentence: &std::ops::Range<usize>) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for token in &reading.tokens[sentence.clone()] {
        match token.case {
            Case::Title | Case::Upper => capitals += 1,
            Case::Lower if token.span.len() > 3 => small += 1,
            _ => {}
        }
    }
    capitals > 3 && capitals > small * 2
}
