//! A linear-chain model of names: one weight for each feature and label, one for each pair of labels in a row.
//!
//! Trained by the averaged structured perceptron (Collins, "Discriminative training methods for hidden Markov
//! models", EMNLP 2002) in `crates/train`; the best sequence is found by Viterbi's algorithm. All sums are
//! integers, so that every machine finds the same names.

use std::ops::Range;
use std::sync::OnceLock;

use super::Group;
use super::features::{Clue, own_features};
use crate::doc::Doc;
use crate::linear::{OwnSums, Table};
use crate::model_file::sections;
use crate::token::{Case, TokenKind};

static MODEL: &[u8] = include_bytes!("../../models/names.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXN2";

/// The weights of label pairs are in the file in steps of so much.
pub const PAIR_STEP: i32 = 8;

/// What a token is, as the model sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Label {
    Outside,
    PersonFirst,
    PersonNext,
    OrgFirst,
    OrgNext,
    PlaceFirst,
    PlaceNext,
    /// Names of other types: nationalities, events, works, products.
    OtherFirst,
    OtherNext,
}

impl Label {
    pub const COUNT: usize = 9;
    pub const ALL: [Label; Label::COUNT] = {
        use Label::*;
        [Outside, PersonFirst, PersonNext, OrgFirst, OrgNext, PlaceFirst, PlaceNext, OtherFirst, OtherNext]
    };

    /// The type of the name; none outside of names.
    pub(crate) fn group(self) -> Option<Group> {
        match self {
            Label::Outside => None,
            Label::PersonFirst | Label::PersonNext => Some(Group::Person),
            Label::OrgFirst | Label::OrgNext => Some(Group::Org),
            Label::PlaceFirst | Label::PlaceNext => Some(Group::Place),
            Label::OtherFirst | Label::OtherNext => Some(Group::Other),
        }
    }

    /// Whether a name begins with it.
    pub(crate) fn is_first(self) -> bool {
        self as u8 % 2 == 1
    }
}

/// The weights, in place in the model file: `MAGIC`, then two parts, each behind its length: the weights of label pairs
/// (81 × `i8`, in steps of [`PAIR_STEP`]), and the table of features.
#[derive(Debug, Default)]
pub struct Model {
    pairs: [Scores; Label::COUNT],
    /// By how much a feature makes each label likelier than [`Label::Outside`].
    features: Table<{ Label::COUNT - 1 }>,
}

impl Model {
    /// The committed model.
    pub fn get() -> &'static Model {
        static PARSED: OnceLock<Model> = OnceLock::new();
        PARSED.get_or_init(|| Model::read(MODEL).unwrap_or_default())
    }

    /// A model out of the bytes of its file; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let [pair_bytes, features] = sections(bytes, MAGIC)?;
        if pair_bytes.len() != Label::COUNT * Label::COUNT {
            return None;
        }
        let mut pairs = [[0; Label::COUNT]; Label::COUNT];
        for (index, &byte) in pair_bytes.iter().enumerate() {
            pairs[index / Label::COUNT][index % Label::COUNT] = i32::from(byte as i8) * PAIR_STEP;
        }
        Some(Model { pairs, features: Table::read(features)? })
    }
}

/// Labels the sentences of an article, one after another.
pub(crate) struct Labeller<'a> {
    model: &'static Model,
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
    own: OwnSums<{ Label::COUNT - 1 }>,
    scores: Vec<Scores>,
}

/// Tokens in a row that may be of names, and for each its label and how much worse the best labels are that give it
/// another type, or none (differences of max-marginals).
pub(crate) struct Labelled {
    pub start: usize,
    pub labels: Vec<(Label, Odds)>,
}

/// How many tokens without a capital may stand before a name's first capital ("van der Berg") and after its last; both
/// together may stand between two of them ("Ministry of the Interior").
const BEFORE: usize = 2;
const AFTER: usize = 1;

/// Whether a token by its form can be the first or the main word of a name.
fn can_be_named(doc: &Doc, token: usize) -> bool {
    let token = &doc.tokens[token];
    !matches!(token.case, Case::Lower | Case::None) || token.kind == TokenKind::Number
}

impl<'a> Labeller<'a> {
    pub fn new(doc: &'a Doc, clues: &'a [Clue]) -> Labeller<'a> {
        let own = OwnSums::new(doc.lexemes.len());
        Labeller { model: Model::get(), doc, clues, own, scores: Vec::new() }
    }

    /// The rows of a sentence that may hold names; what lies outside of them holds none.
    pub fn label(&mut self, sentence: &Range<usize>, titled: bool, mut found: impl FnMut(Labelled)) {
        let doc = self.doc;
        let mut open: Option<Range<usize>> = None;
        for token in sentence.clone().filter(|&token| can_be_named(doc, token)) {
            let row = token.saturating_sub(BEFORE).max(sentence.start)..(token + 1 + AFTER).min(sentence.end);
            open = Some(match open {
                Some(before) if row.start <= before.end => before.start..row.end,
                Some(before) => {
                    found(self.label_row(sentence, titled, before));
                    row
                }
                None => row,
            });
        }
        if let Some(row) = open {
            found(self.label_row(sentence, titled, row));
        }
    }

    fn label_row(&mut self, sentence: &Range<usize>, titled: bool, row: Range<usize>) -> Labelled {
        self.scores.clear();
        for token in row.clone() {
            let clue = &self.clues[token];
            let features = &self.model.features;
            let mut sums = self.own.of(self.doc.tokens[token].lexeme, || {
                let mut sums = [0; Label::COUNT - 1];
                features.add(&own_features(clue), &mut sums);
                sums
            });
            features.add(&super::features::features(self.clues, sentence, titled, token), &mut sums);
            let mut scores = [0; Label::COUNT];
            for (score, sum) in scores[1..].iter_mut().zip(sums) {
                *score = i32::from(sum);
            }
            self.scores.push(scores);
        }
        let (path, through) = best_and_through(&self.scores, &self.model.pairs, row.end < sentence.end);
        let odds = |label: Label, through: &Scores| {
            let mut odds = Odds { none: through[0] - through[label as usize], groups: [NEVER; 4] };
            for other in Label::ALL {
                if let Some(group) = other.group() {
                    let group = &mut odds.groups[group as usize];
                    *group = (*group).max(through[other as usize] - through[label as usize]);
                }
            }
            (label, odds)
        };
        let labels = path.into_iter().zip(&through).map(|(label, through)| odds(label, through)).collect();
        Labelled { start: row.start, labels }
    }
}

/// By how much the best labels of a sentence are better than those that say something else of one token: 0 for what
/// they say, less for all else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Odds {
    /// That the token is outside of names.
    pub none: i32,
    pub groups: [i32; 4],
}

type Scores = [i32; Label::COUNT];

/// Less than any sum of a sentence, and far from overflow.
const NEVER: i32 = i32::MIN / 4;

/// The labels in the order in which one can stand before each: a name goes on only after its own beginning.
const BEFORE_EACH: [&[Label]; Label::COUNT] = {
    use Label::*;
    [
        &Label::ALL,
        &Label::ALL,
        &[PersonFirst, PersonNext],
        &Label::ALL,
        &[OrgFirst, OrgNext],
        &Label::ALL,
        &[PlaceFirst, PlaceNext],
        &Label::ALL,
        &[OtherFirst, OtherNext],
    ]
};

/// The sequence of labels with the highest sum (Viterbi).
#[cfg(feature = "training")]
pub fn best_path(scores: &[Scores], pairs: &[Scores; Label::COUNT]) -> Vec<Label> {
    best_and_through(scores, pairs, false).0
}

/// The sequence of labels with the highest sum (Viterbi), and for each token and label the highest sum of a sequence
/// that goes through it. If the row is `closed`, what comes after it is outside of names.
fn best_and_through(
    scores: &[Scores],
    pairs: &[Scores; Label::COUNT],
    closed: bool,
) -> (Vec<Label>, Vec<Scores>) {
    let mut through: Vec<Scores> = Vec::with_capacity(scores.len());
    let mut came_from: Vec<[u8; Label::COUNT]> = Vec::with_capacity(scores.len());
    for score in scores {
        let (sums, from) = match through.last() {
            Some(sums) => step(sums, score, pairs),
            None => (opening(score, pairs), [0; Label::COUNT]),
        };
        through.push(sums);
        came_from.push(from);
    }
    // What comes after each token, from the last one back.
    let mut rest = if closed { pairs.map(|after| after[0]) } else { [0; Label::COUNT] };
    let last = through.last().map_or(0, |sums| {
        let sum = |label: &usize| sums[*label].saturating_add(rest[*label]);
        (0..Label::COUNT).rev().max_by_key(sum).unwrap_or(0)
    });
    for (place, sums) in through.iter_mut().enumerate().rev() {
        for (sum, rest) in sums.iter_mut().zip(rest) {
            *sum = sum.saturating_add(rest).max(NEVER);
        }
        let mut before = [NEVER; Label::COUNT];
        for (this, earlier) in BEFORE_EACH.iter().enumerate() {
            let sum = rest[this] + scores[place][this];
            for &earlier in *earlier {
                before[earlier as usize] = before[earlier as usize].max(sum + pairs[earlier as usize][this]);
            }
        }
        rest = before;
    }
    let mut label = last;
    let mut path = Vec::with_capacity(scores.len());
    for from in came_from.iter().rev() {
        path.push(Label::ALL[label]);
        label = usize::from(from[label]).min(Label::COUNT - 1);
    }
    path.reverse();
    (path, through)
}

/// The sums up to the first token, one for each of its labels.
fn opening(score: &Scores, pairs: &[Scores; Label::COUNT]) -> Scores {
    let mut sums = [NEVER; Label::COUNT];
    for (this, _) in BEFORE_EACH.iter().enumerate().filter(|(_, before)| before.contains(&Label::Outside)) {
        sums[this] = score[this] + pairs[0][this];
    }
    sums
}

/// The best sums up to the next token, one for each of its labels, and the label before that each comes from.
fn step(sums: &Scores, score: &Scores, pairs: &[Scores; Label::COUNT]) -> (Scores, [u8; Label::COUNT]) {
    let mut next = [NEVER; Label::COUNT];
    let mut from = [0; Label::COUNT];
    for (this, before) in BEFORE_EACH.iter().enumerate() {
        for &before in *before {
            let sum = sums[before as usize] + pairs[before as usize][this];
            if sum > next[this] {
                (next[this], from[this]) = (sum, before as u8);
            }
        }
        next[this] += score[this];
    }
    (next, from)
}
