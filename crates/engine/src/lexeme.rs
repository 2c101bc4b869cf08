//! What one word tells by itself, whoever asks: its hashes, its shape, what the lexicon knows of it.
//!
//! Of an article's words about one in nine is new; each distinct word is looked at once, and a token carries the
//! number of its [`Lexeme`].

use crate::keyword::words;
use crate::lexicon::{GroupKind, Lexicon, Parts, Title, WordFacts};
use crate::syntax::Model;
use crate::syntax::tag::Tag;
use crate::token::normalize_into;
use crate::word_class::{self, Classes};

/// A word as it is written, looked at alone.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Lexeme {
    /// Hash of the normal form; numbers of one form share it.
    pub word: u32,
    pub shape: u32,
    /// The first 2, 3 and 4 letters; 0 where the word is shorter.
    pub prefixes: [u32; 3],
    /// The last 2, 3 and 4 letters.
    pub suffixes: [u32; 3],
    /// What the lexicon says of the word, folded into the few bits that tell names from words.
    pub facts: u32,
    pub known: WordFacts,
    /// Which parts of speech it can be.
    pub parts: Parts,
    /// Which irregular forms of a verb or noun it can be; see [`crate::syntax::lemma::Lemmas::irregular`].
    pub irregular: u8,
    /// The part of speech of a word that can have no other.
    pub sure: Option<Tag>,
    /// What kind of mark it is if it is one; see [`crate::syntax::marks::kind`].
    pub mark: u8,
    /// The lists it stands in.
    pub classes: Classes,
    /// Whether it is a verb wherever it stands, and whether it ends as adjectives and adverbs do; see
    /// [`crate::keyword::words`].
    pub is_verb: bool,
    pub ends_like_an_adjective: bool,
    /// The lists that have a phrase which begins with it.
    pub opens: Classes,
}

impl Lexeme {
    /// `form` as written and in normal form (see [`crate::token`]).
    pub fn of(form: &str, normal: &str) -> Lexeme {
        let first = form.chars().next().unwrap_or(' ');
        let second = form.chars().nth(1);
        let number = first.is_numeric()
            || !first.is_alphabetic() && second.is_some_and(|second| second.is_ascii_digit());
        let (known, parts) =
            if first.is_alphabetic() { Lexicon::get().search(form) } else { Default::default() };
        let ends = |length: usize| {
            normal.char_indices().rev().nth(length - 1).map_or(0, |(at, _)| hash_str(&normal[at..]))
        };
        let starts =
            |length: usize| normal.char_indices().nth(length).map_or(0, |(at, _)| hash_str(&normal[..at]));
        let (classes, opens) = word_class::of_word(normal);
        Lexeme {
            word: if number { hash_digits(normal) } else { hash_str(normal) },
            shape: hash_str(&shape(form)),
            prefixes: [starts(2), starts(3), starts(4)],
            suffixes: [ends(2), ends(3), ends(4)],
            facts: fold(known),
            known,
            parts,
            irregular: Model::get().lemmas.irregular(normal),
            sure: Model::get().sure(form, normal),
            mark: crate::syntax::marks::kind(form),
            is_verb: words::is_verb(normal),
            ends_like_an_adjective: words::ends_like_an_adjective(normal),
            classes,
            opens,
        }
    }

    /// A word that stands in no text, such as what is before a sentence.
    pub const fn outside(number: u32) -> Lexeme {
        Lexeme {
            word: number,
            shape: number,
            prefixes: [0; 3],
            suffixes: [0; 3],
            facts: 0,
            known: WordFacts::NONE,
            parts: Parts(0),
            irregular: 0,
            sure: None,
            is_verb: false,
            ends_like_an_adjective: false,
            mark: 0,
            classes: Classes::NONE,
            opens: Classes::NONE,
        }
    }
}

/// Small letters and straight apostrophes.
pub(crate) fn normal_of(form: &str) -> String {
    let mut normal = String::with_capacity(form.len());
    normalize_into(form, &mut normal);
    normal
}

/// The facts that tell names from words, in a few bits.
fn fold(facts: WordFacts) -> u32 {
    let group = match facts.group() {
        None => 0,
        Some(GroupKind::Nationality | GroupKind::Resident) => 1,
        Some(_) => 2,
    };
    let title = match facts.title() {
        None => 0,
        Some(Title::Honorific) => 1,
        Some(Title::Role) => 2,
    };
    let noun = u32::from(facts.is_person_noun() || facts.is_person_plural());
    let place = if facts.is_org_word() || facts.is_company_form() {
        1
    } else if facts.is_fac_word() {
        2
    } else if facts.is_loc_word() {
        3
    } else if facts.is_event_word() || facts.is_law_word() {
        4
    } else {
        0
    };
    let time = u32::from(facts.is_month() || facts.is_weekday());
    group | title << 2 | noun << 4 | place << 5 | time << 8
}

/// "Witkov" is "Xx", "U.S." "X.X.", "COVID" "XX", "1,420" "0,0": runs of one kind are written once, or twice if longer.
fn shape(word: &str) -> String {
    let mut shape = String::with_capacity(8);
    let mut run = 0;
    let mut last = '\0';
    for c in word.chars() {
        let kind = if c.is_uppercase() {
            'X'
        } else if c.is_alphabetic() {
            'x'
        } else if c.is_numeric() {
            '0'
        } else {
            c
        };
        run = if kind == last { run + 1 } else { 1 };
        last = kind;
        if run <= 2 && shape.len() < 12 {
            shape.push(kind);
        }
    }
    shape
}

pub(crate) const fn hash_str(text: &str) -> u32 {
    let bytes = text.as_bytes();
    let mut hash: u32 = 0x811c_9dc5;
    let mut at = 0;
    while at < bytes.len() {
        hash = (hash ^ bytes[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Numbers of one form are one word.
fn hash_digits(text: &str) -> u32 {
    text.bytes().fold(7, |hash: u32, byte| {
        let byte = if byte.is_ascii_digit() { b'0' } else { byte };
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}
