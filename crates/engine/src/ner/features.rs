//! What the model looks at: the word, its neighbours, their shapes and endings, and what the lexicon knows.
//!
//! How a feature is made of atoms is told in [`crate::linear`]. The templates are those of Ratinov and
//! Roth ("Design challenges and misconceptions in named entity recognition", CoNLL 2009) where one sentence is
//! enough to fill them; what the rest of the article says is weighed afterwards, in [`super::document_consistency`].

use std::ops::Range;

use crate::doc::Doc;
use crate::lexeme::Lexeme;
use crate::lexicon::{Lexicon, PhraseFacts, WordFacts};
use crate::linear::{atom, atoms, templates};
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
    /// How many words the lexicon phrase has that begins here; 0 where none does.
    phrase_length: u8,
    phrase_facts: PhraseFacts,
    pub known: WordFacts,
}

impl Clue {
    /// The longest phrase of the lexicon that begins here, with a capital: how many tokens, and what it names.
    pub fn phrase_here(&self) -> Option<(usize, PhraseFacts)> {
        (self.phrase_length > 0).then_some((usize::from(self.phrase_length), self.phrase_facts))
    }
}

impl From<&Lexeme> for Clue {
    fn from(lexeme: &Lexeme) -> Clue {
        let &Lexeme { word, shape, prefixes, suffixes, facts, known, .. } = lexeme;
        Clue { word, shape, prefixes, suffixes, facts, known, ..Clue::default() }
    }
}

/// The clues of every token of the article.
pub(crate) fn clues(doc: &Doc) -> Vec<Clue> {
    let lexicon = Lexicon::get();
    let mut clues: Vec<Clue> = (0..doc.tokens.len()).map(|token| Clue::from(doc.lexeme(token))).collect();
    for sentence in &doc.sentences {
        let mut token = sentence.tokens.start;
        while token < sentence.tokens.end {
            let mut words = (token..sentence.tokens.end).map(|i| doc.word(i));
            let capital = !matches!(doc.tokens[token].case, Case::Lower | Case::None);
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
            clues[token].phrase_length = u8::try_from(length).unwrap_or(0);
            clues[token].phrase_facts = phrase;
            for (nth, clue) in clues[token..token + length].iter_mut().enumerate() {
                clue.phrase = code * 2 + u32::from(nth > 0);
            }
            token += length;
        }
    }
    clues
}

/// How many features a word has by itself.
pub const OWN_FEATURES: usize = 11;

/// The features of a word by itself.
pub(crate) fn own_features(clue: &Clue) -> [u32; OWN_FEATURES] {
    let word = atom(10, clue.word);
    let shape = atom(11, clue.shape);
    let ([prefix2, prefix3, prefix4], [suffix2, suffix3, suffix4]) = (clue.prefixes, clue.suffixes);
    templates(
        100,
        [
            word,
            word ^ shape,
            atom(20, prefix2),
            atom(21, prefix3),
            atom(22, prefix4),
            atom(23, suffix2) ^ shape,
            atom(24, suffix3) ^ shape,
            atom(25, suffix4) ^ shape,
            atom(12, clue.facts) ^ shape,
            atom(13, u32::from(clue.known.cluster())),
            atom(14, u32::from(clue.known.cluster_group())),
        ],
    )
}

/// How many features a token has where it stands.
pub const FEATURES: usize = 52;

/// The features of a token where it stands in its sentence.
pub(crate) fn features(
    clues: &[Clue],
    sentence: &Range<usize>,
    titled: bool,
    token: usize,
) -> [u32; FEATURES] {
    struct Word {
        word: u32,
        shape: u32,
        facts: u32,
        cluster: u32,
        group: u32,
        names: u32,
        phrase: u32,
        suffix: u32,
    }
    let outside = Clue { word: 1, shape: 1, ..Clue::default() };
    let outer = Clue { word: 2, shape: 2, ..Clue::default() };
    let clue = |offset: isize| {
        let index = token.wrapping_add_signed(offset);
        if sentence.contains(&index) {
            &clues[index]
        } else if offset.abs() == 1 {
            &outside
        } else {
            &outer
        }
    };
    let word = |role: u32, offset: isize| {
        let clue = clue(offset);
        let [word, shape, facts, cluster, group, names, phrase, suffix] = atoms(
            std::array::from_fn(|nth| role + nth as u32),
            [
                clue.word,
                clue.shape,
                clue.facts,
                u32::from(clue.known.cluster()),
                u32::from(clue.known.cluster_group()),
                clue.known.levels(),
                clue.phrase,
                clue.suffixes[1],
            ],
        );
        Word { word, shape, facts, cluster, group, names, phrase, suffix }
    };
    let (c, p, n, pp, nn) = (word(10, 0), word(30, -1), word(40, 1), word(50, -2), word(60, 2));
    let first = atom(70, u32::from(token == sentence.start));
    let titled = atom(71, u32::from(titled));
    let given_name = atom(72, u32::from(clue(0).known.given_name()));
    let next_surname = atom(73, u32::from(clue(1).known.surname()));
    #[rustfmt::skip]
    let features = [
        p.word,
        n.word,
        pp.word,
        nn.word,
        p.word ^ c.word,
        c.word ^ n.word,
        p.word ^ n.word,
        pp.word ^ p.word,
        n.word ^ nn.word,
        c.shape ^ first ^ titled,
        p.shape ^ c.shape ^ n.shape,
        pp.shape ^ p.shape ^ c.shape,
        c.shape ^ n.shape ^ nn.shape,
        p.word ^ c.shape,
        n.word ^ c.shape,
        p.word ^ c.shape ^ n.shape,
        p.shape ^ c.shape ^ n.word,
        p.suffix,
        n.suffix,
        p.facts ^ c.shape,
        n.facts ^ c.shape,
        p.facts ^ c.facts ^ n.facts,
        pp.facts ^ p.facts,
        n.facts ^ nn.facts,
        c.names ^ first,
        p.names ^ c.names,
        c.names ^ n.names,
        given_name ^ next_surname ^ c.shape ^ n.shape,
        c.phrase ^ c.shape,
        c.phrase ^ p.word,
        c.phrase ^ c.names,
        p.phrase ^ c.phrase ^ n.phrase,
        p.phrase ^ c.shape,
        n.phrase ^ c.shape,
        c.phrase ^ n.facts ^ p.facts,
        p.cluster,
        n.cluster,
        pp.cluster,
        nn.cluster,
        p.cluster ^ c.cluster,
        c.cluster ^ n.cluster,
        c.cluster ^ c.shape ^ first,
        p.cluster ^ c.shape,
        n.cluster ^ c.shape,
        p.group,
        n.group,
        pp.group,
        nn.group,
        p.group ^ c.group ^ n.group,
        c.group ^ p.shape ^ c.shape ^ n.shape,
        p.group ^ c.group ^ c.shape,
        c.group ^ n.group ^ c.shape,
    ];
    templates(1, features)
}

/// Whether most words of a sentence are capitalised, as in a headline, so that a capital says little.
pub(crate) fn is_titled(doc: &Doc, sentence: &Range<usize>) -> bool {
    let (mut capitals, mut small) = (0, 0);
    for token in &doc.tokens[sentence.clone()] {
        match token.case {
            Case::Title | Case::Upper => capitals += 1,
            Case::Lower if token.span.len() > 3 => small += 1,
            _ => {}
        }
    }
    capitals > 3 && capitals > small * 2
}
