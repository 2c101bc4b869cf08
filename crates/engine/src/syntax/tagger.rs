//! Part-of-speech tagging, from left to right, each word by what it is, what stands around it and the two tags before.
//!
//! An averaged perceptron (Collins, EMNLP 2002) that decides greedily, as in Honnibal's tagger of 2013; it is trained
//! on its own mistakes, so a wrong tag before does not surprise it. The templates are those of Ratnaparkhi (1996)
//! with word clusters (Owoputi et al., NAACL 2013).

use super::lemma::Lemmas;
use super::tag::{Tag, Upos};
use super::{Model, Row};
use crate::lexeme::{Lexeme, hash_str};
use crate::lexicon::{Parts, Title};
use crate::linear::{OwnSums, atom, atoms, best, templates};

/// Adds the tags of a row's words to `tags`. In a `titled` row nearly all words have capitals, so that a capital says
/// nothing; `own` holds what was summed for the words before.
pub(crate) fn tag(
    model: &Model,
    row: Row,
    titled: bool,
    own: &mut OwnSums<{ Tag::COUNT }>,
    tags: &mut Vec<Tag>,
) {
    let start = tags.len();
    for (at, &number) in row.numbers.iter().enumerate() {
        let lexeme = &row.lexemes[number as usize];
        let mut tag = lexeme.sure.unwrap_or_else(|| {
            let make = || {
                let mut sums = [0; Tag::COUNT];
                model.tags.add(&own_features(lexeme, titled, at == 0), &mut sums);
                sums
            };
            let mut sums = if titled || at == 0 { make() } else { own.of(number, make) };
            model.tags.add(&features(row, titled, at, &tags[start..]), &mut sums);
            Tag::ALL[best(&sums, 0)]
        });
        // "Ms Roche": a title right before a name is part of it, with a stop or without.
        let next = row.numbers.get(at + 1).map(|&next| &row.lexemes[next as usize]);
        if tag.upos() == Upos::NOUN && is_honorific(lexeme) && next.is_some_and(|next| next.shape == CAPITAL)
        {
            tag = Tag::Name;
        }
        // "the ferry to Quarn": what is no verb that anybody knows, and has a capital, is a name.
        if tag.upos() == Upos::VERB && at > 0 && is_strange_name(lexeme) {
            tag = Tag::Name;
            if tags.last() == Some(&Tag::To) {
                tags.pop();
                tags.push(Tag::Preposition);
            }
        }
        tags.push(tag);
    }
}

/// The shape of a word with a capital first.
const CAPITAL: u32 = hash_str("Xxx");

/// "Ms", "Dr", "Sir", written with a capital.
fn is_honorific(lexeme: &Lexeme) -> bool {
    lexeme.shape == CAPITAL && lexeme.known.title() == Some(Title::Honorific)
}

/// Whether a word is written with a capital and cannot be a verb.
fn is_strange_name(lexeme: &Lexeme) -> bool {
    const VERB: Parts = Parts::VERB_BASE.or(Parts::VERB_THIRD).or(Parts::VERB_PAST).or(Parts::VERB_ING);
    lexeme.shape == CAPITAL && !lexeme.parts.has_any(VERB) && lexeme.irregular & Lemmas::VERB == 0
}

/// A word's shape as far as it tells something: a capital tells nothing in a headline.
fn written(lexeme: &Lexeme, titled: bool) -> u32 {
    if titled { 3 } else { lexeme.shape }
}

/// How many features a word has by itself.
pub const OWN_FEATURES: usize = 15;

/// The features of a word by itself; `first` if it is the first of its sentence, whose capital tells little.
pub(crate) fn own_features(lexeme: &Lexeme, titled: bool, first: bool) -> [u32; OWN_FEATURES] {
    let &Lexeme { prefixes, suffixes, known, .. } = lexeme;
    let word = atom(10, lexeme.word);
    let shape = atom(11, written(lexeme, titled));
    let first = atom(12, u32::from(first));
    let [suffix2, suffix3, suffix4] = [atom(13, suffixes[0]), atom(14, suffixes[1]), atom(15, suffixes[2])];
    let cluster = atom(16, u32::from(known.cluster()));
    let (parts, irregular) = (atom(19, u32::from(lexeme.parts.0)), atom(20, u32::from(lexeme.irregular)));
    templates(
        1000,
        [
            0,
            word,
            word ^ shape ^ first,
            suffix2,
            suffix3,
            suffix4,
            suffix3 ^ shape,
            atom(21, prefixes[0]),
            atom(22, prefixes[1]),
            shape ^ first,
            cluster ^ shape,
            atom(17, u32::from(known.cluster_group())),
            atom(18, known.levels()) ^ first ^ shape,
            atom(23, lexeme.facts) ^ first,
            parts ^ irregular,
        ],
    )
}

/// How far back a verb that governs the next one is looked for.
const REACH: usize = 8;

/// The last verb, auxiliary or "to" before a word, and whether a noun or a pronoun stands between, a mark, or a word that
/// joins: "has the ward ever been closed", "did they all leave".
fn governor(before: &[Tag], at: usize) -> u32 {
    let mut between = 0;
    for &tag in before[..at].iter().rev().take(REACH) {
        match tag.upos() {
            Upos::VERB | Upos::AUX => return tag as u32 | between << 6,
            _ if tag == Tag::To => return tag as u32 | between << 6,
            Upos::NOUN | Upos::PROPN | Upos::PRON => between |= 1,
            Upos::PUNCT => between |= 2,
            Upos::CCONJ | Upos::SCONJ => between |= 4,
            _ => {}
        }
    }
    99 | between << 6
}

/// How many features a word has where it stands.
pub const FEATURES: usize = 43;

/// The features of the word at `at` where it stands; `before` holds the tags of the words before it.
pub(crate) fn features(row: Row, titled: bool, at: usize, before: &[Tag]) -> [u32; FEATURES] {
    const OUTSIDE: [Lexeme; 2] = [Lexeme::outside(1), Lexeme::outside(2)];
    struct Word {
        word: u32,
        shape: u32,
        suffix: u32,
        cluster: u32,
        group: u32,
        parts: u32,
    }
    let lexeme = |offset: isize| match at.checked_add_signed(offset).and_then(|at| row.get(at)) {
        Some(lexeme) => lexeme,
        None => &OUTSIDE[usize::from(offset.abs() > 1)],
    };
    let word = |role: u32, offset: isize| {
        let lexeme = lexeme(offset);
        let [word, shape, suffix, cluster, group, parts, ..] = atoms(
            [role, role + 1, role + 4, role + 6, role + 7, role + 9, 0, 0],
            [
                lexeme.word,
                written(lexeme, titled),
                lexeme.suffixes[1],
                u32::from(lexeme.known.cluster()),
                u32::from(lexeme.known.cluster_group()),
                u32::from(lexeme.parts.0),
                0,
                0,
            ],
        );
        Word { word, shape, suffix, cluster, group, parts }
    };
    let (c, p, n, pp, nn) = (word(10, 0), word(30, -1), word(40, 1), word(50, -2), word(60, 2));
    let tag = |role: u32, back: usize| atom(role, at.checked_sub(back).map_or(99, |i| before[i] as u32));
    let (t1, t2) = (tag(70, 1), tag(71, 2));
    let c_suffix2 = atom(13, lexeme(0).suffixes[0]);
    let irregular = atom(20, u32::from(lexeme(0).irregular));
    let governor = atom(72, governor(before, at));
    #[rustfmt::skip]
    let features = [
        governor ^ c.parts,
        governor ^ irregular,
        governor ^ c.suffix ^ t1,
        governor ^ c.word,
        governor ^ c_suffix2 ^ n.group,
        irregular ^ t1,
        irregular ^ t1 ^ c.shape ^ n.shape,
        irregular ^ p.group ^ n.group,
        c.parts ^ t1,
        c.parts ^ t2 ^ t1,
        c.parts ^ t1 ^ n.parts,
        p.parts ^ c.parts ^ n.parts,
        c.parts ^ n.parts ^ nn.parts,
        c.parts ^ n.word,
        c.parts ^ p.word,
        c.parts ^ c.suffix ^ t1,
        t1,
        t2 ^ t1,
        t1 ^ c.word,
        t1 ^ c.cluster,
        t2 ^ t1 ^ c.cluster,
        t1 ^ c.suffix,
        t1 ^ c_suffix2 ^ c.shape,
        t1 ^ n.word,
        t1 ^ n.cluster,
        t1 ^ c.cluster ^ n.cluster,
        t1 ^ c.suffix ^ n.group,
        t1 ^ n.suffix,
        p.word,
        pp.word,
        n.word,
        nn.word,
        p.word ^ c.word,
        c.word ^ n.word,
        n.word ^ nn.word,
        c.word ^ n.cluster,
        p.word ^ c.suffix,
        p.suffix,
        n.suffix,
        nn.suffix,
        n.shape ^ c.shape,
        p.shape ^ c.shape ^ n.shape,
        c.cluster ^ n.cluster ^ nn.cluster,
    ];
    templates(1100, features)
}
