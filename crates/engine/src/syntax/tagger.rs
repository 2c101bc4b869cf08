//! Part-of-speech tagging, from left to right, each word by what it is, what stands around it and the two tags before.
//!
//! An averaged perceptron (Collins, EMNLP 2002) that decides greedily, as in Honnibal's tagger of 2013; it is trained
//! on its own mistakes, so a wrong tag before does not surprise it. The templates are those of Ratnaparkhi (1996)
//! with word clusters (Owoputi et al., NAACL 2013).

use super::Model;
use super::tag::Tag;
use crate::lexeme::{Lexeme, mix};

/// A sentence as the tagger sees it.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    /// One for each word.
    pub lexemes: &'a [Lexeme],
    /// Whether nearly all words have capitals, so that a capital says nothing.
    pub titled: bool,
}

/// The tags of a sentence's words, into `tags`.
pub(crate) fn tag(model: &Model, row: Row, tags: &mut Vec<Tag>) {
    tags.clear();
    for at in 0..row.lexemes.len() {
        let tag = match row.lexemes[at].sure {
            Some(tag) => tag,
            None => {
                let mut sums = [0i16; Tag::COUNT];
                features(row, at, tags, &mut |hash| model.tags.add(hash, &mut sums));
                best(&sums)
            }
        };
        tags.push(tag);
    }
}

/// The first of the tags with the highest sum.
fn best(sums: &[i16; Tag::COUNT]) -> Tag {
    let mut best = 0;
    for (at, sum) in sums.iter().enumerate() {
        if *sum > sums[best] {
            best = at;
        }
    }
    Tag::ALL[best]
}

/// Calls `add` with the hash of each feature of the word at `at`; `before` holds the tags of the words before it.
pub(crate) fn features(row: Row, at: usize, before: &[Tag], add: &mut dyn FnMut(u32)) {
    const OUTSIDE: [Lexeme; 2] = [Lexeme::outside(1), Lexeme::outside(2)];
    let lexeme = |offset: isize| match at.checked_add_signed(offset).and_then(|i| row.lexemes.get(i)) {
        Some(lexeme) => lexeme,
        None => &OUTSIDE[usize::from(offset.abs() > 1)],
    };
    let (c, p, n, pp, nn) = (lexeme(0), lexeme(-1), lexeme(1), lexeme(-2), lexeme(2));
    let tag = |back: usize| at.checked_sub(back).map_or(99, |i| before[i] as u32);
    let (t1, t2) = (tag(1), tag(2));
    let cluster = |lexeme: &Lexeme| u32::from(lexeme.known.cluster());
    let group = |lexeme: &Lexeme| u32::from(lexeme.known.cluster_group());
    let names = |lexeme: &Lexeme| lexeme.known.levels();
    // A capital tells nothing in a headline, and little in a first word.
    let first = u32::from(at == 0);
    let written = |lexeme: &Lexeme| if row.titled { 3 } else { lexeme.shape };
    let (c_shape, n_shape, p_shape) = (written(c), written(n), written(p));
    let mut template = 1000;
    let mut put = |parts: &[u32]| {
        template += 1;
        add(parts.iter().fold(mix(0, template), |hash, &part| mix(hash, part)));
    };
    put(&[]);
    put(&[c.word]);
    put(&[c.word, c_shape, first]);
    put(&[c.suffixes[0]]);
    put(&[c.suffixes[1]]);
    put(&[c.suffixes[2]]);
    put(&[c.suffixes[1], c_shape]);
    put(&[c.prefixes[0]]);
    put(&[c.prefixes[1]]);
    put(&[c_shape, first]);
    put(&[cluster(c), c_shape]);
    put(&[group(c)]);
    put(&[names(c), first, c_shape]);
    put(&[c.facts, first]);
    let irregular = u32::from(c.irregular);
    put(&[irregular, t1]);
    put(&[irregular, t1, c_shape, n_shape]);
    put(&[irregular, group(p), group(n)]);
    let parts = |lexeme: &Lexeme| u32::from(lexeme.parts.0);
    put(&[parts(c), irregular]);
    put(&[parts(c), t1]);
    put(&[parts(c), t2, t1]);
    put(&[parts(c), t1, parts(n)]);
    put(&[parts(p), parts(c), parts(n)]);
    put(&[parts(c), parts(n), parts(nn)]);
    put(&[parts(c), n.word]);
    put(&[parts(c), p.word]);
    put(&[parts(c), t1, n.word]);
    put(&[parts(c), c.suffixes[1], t1]);
    put(&[t1]);
    put(&[t2, t1]);
    put(&[t1, c.word]);
    put(&[t2, t1, c.word]);
    put(&[t1, cluster(c)]);
    put(&[t2, t1, cluster(c)]);
    put(&[t1, c.suffixes[1]]);
    put(&[t1, c.suffixes[0], c_shape]);
    put(&[t1, n.word]);
    put(&[t1, cluster(n)]);
    put(&[t1, cluster(c), cluster(n)]);
    put(&[t1, c.suffixes[1], group(n)]);
    put(&[t1, n.suffixes[1]]);
    put(&[p.word]);
    put(&[pp.word]);
    put(&[n.word]);
    put(&[nn.word]);
    put(&[p.word, c.word]);
    put(&[c.word, n.word]);
    put(&[p.word, n.word]);
    put(&[n.word, nn.word]);
    put(&[c.word, cluster(n)]);
    put(&[c.word, cluster(nn), group(n)]);
    put(&[p.word, c.suffixes[1]]);
    put(&[p.suffixes[1]]);
    put(&[n.suffixes[1]]);
    put(&[nn.suffixes[1]]);
    put(&[n_shape, c_shape]);
    put(&[p_shape, c_shape, n_shape]);
    put(&[cluster(p), cluster(c)]);
    put(&[cluster(c), cluster(n)]);
    put(&[cluster(c), cluster(n), cluster(nn)]);
}
