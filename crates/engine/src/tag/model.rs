//! A linear-chain model of names: one weight for each feature and label, one for each pair of labels in a row.
//!
//! Trained by the averaged structured perceptron (Collins, "Discriminative training methods for hidden Markov
//! models", EMNLP 2002) in `crates/train`; the best sequence is found by Viterbi's algorithm. All sums are
//! integers, so that every machine finds the same names.

use std::sync::OnceLock;

use super::Group;
use super::features::{Clue, features};

static MODEL: &[u8] = include_bytes!("../../models/names.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXN1";

/// How many places a feature is looked for from its own on.
pub const REACH: usize = 4;

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

    /// Whether the label can stand after another: a name goes on only after its own beginning.
    pub fn follows(self, before: Label) -> bool {
        let (this, before) = (self as u8, before as u8);
        this == 0 || this % 2 == 1 || before == this || before == this - 1
    }
}

/// The weights, in place in the model file.
///
/// Layout: `MAGIC`, log2 of the number of rows (one byte), the weights of label pairs (81 × `i8`, in steps of
/// eight), a check byte for each row (0 marks an empty one), then for each label its weight in every row (`i8`).
/// A feature's row is the first, from the low bits of its hash on, whose check is that of its high bits.
pub struct Model {
    rows: usize,
    pairs: [[i32; Label::COUNT]; Label::COUNT],
    checks: &'static [u8],
    weights: &'static [u8],
}

impl Model {
    /// The committed model.
    pub fn get() -> &'static Model {
        static PARSED: OnceLock<Model> = OnceLock::new();
        PARSED.get_or_init(|| {
            Model::read(MODEL).unwrap_or(Model {
                rows: 0,
                pairs: [[0; Label::COUNT]; Label::COUNT],
                checks: &[],
                weights: &[],
            })
        })
    }

    /// A model out of the bytes of its file; none if they are not of this layout.
    pub fn read(bytes: &'static [u8]) -> Option<Model> {
        let (&log, rest) = bytes.strip_prefix(&MAGIC)?.split_first()?;
        let rows = 1usize.checked_shl(u32::from(log))?;
        let (pair_bytes, rest) = rest.split_at_checked(Label::COUNT * Label::COUNT)?;
        let (checks, weights) = rest.split_at_checked(rows)?;
        let mut pairs = [[0; Label::COUNT]; Label::COUNT];
        for (index, &byte) in pair_bytes.iter().enumerate() {
            pairs[index / Label::COUNT][index % Label::COUNT] = i32::from(byte as i8) * 8;
        }
        (weights.len() == rows * Label::COUNT).then_some(Model { rows, pairs, checks, weights })
    }

    /// The best labels of a sentence, and for each token how much worse the best labels are that give it another
    /// type, or none (differences of max-marginals).
    pub(crate) fn label(
        &self,
        clues: &[Clue],
        sentence: &std::ops::Range<usize>,
        titled: bool,
    ) -> Vec<(Label, Odds)> {
        let scores: Vec<_> =
            sentence.clone().map(|token| self.score(clues, sentence, titled, token)).collect();
        let best = best_path(&scores, &self.pairs);
        let through = best_through(&scores, &self.pairs);
        best.into_iter()
            .zip(&through)
            .map(|(label, through)| {
                let mut odds = Odds { none: through[0] - through[label as usize], groups: [NEVER; 4] };
                for other in Label::ALL {
                    if let Some(group) = other.group() {
                        let group = &mut odds.groups[group as usize];
                        *group = (*group).max(through[other as usize] - through[label as usize]);
                    }
                }
                (label, odds)
            })
            .collect()
    }

    fn score(
        &self,
        clues: &[Clue],
        sentence: &std::ops::Range<usize>,
        titled: bool,
        token: usize,
    ) -> [i32; Label::COUNT] {
        let mut scores = [0; Label::COUNT];
        features(clues, sentence, titled, token, |hash| {
            if let Some(row) = self.row(hash) {
                for (label, score) in scores.iter_mut().enumerate() {
                    *score += i32::from(self.weights[label * self.rows + row] as i8);
                }
            }
        });
        scores
    }

    fn row(&self, hash: u32) -> Option<usize> {
        let check = check_of(hash);
        (0..REACH)
            .map(|step| (hash as usize + step) & self.rows.wrapping_sub(1))
            .find(|&row| self.checks.get(row) == Some(&check))
    }
}

/// The byte that tells a row's own feature from others that fall on it; never 0.
pub fn check_of(hash: u32) -> u8 {
    ((hash >> 24) as u8).max(1)
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

/// The sequence of labels with the highest sum (Viterbi).
pub fn best_path(scores: &[Scores], pairs: &[Scores; Label::COUNT]) -> Vec<Label> {
    let mut came_from: Vec<[u8; Label::COUNT]> = Vec::with_capacity(scores.len());
    let mut sums = [NEVER; Label::COUNT];
    for (place, score) in scores.iter().enumerate() {
        let from;
        (sums, from) =
            if place == 0 { (opening(score, pairs), [0; Label::COUNT]) } else { step(&sums, score, pairs) };
        came_from.push(from);
    }
    let mut label = (0..Label::COUNT).rev().max_by_key(|&label| sums[label]).unwrap_or(0);
    let mut path = Vec::with_capacity(scores.len());
    for from in came_from.iter().rev() {
        path.push(Label::ALL[label]);
        label = usize::from(from[label]).min(Label::COUNT - 1);
    }
    path.reverse();
    path
}

/// The sums up to the first token, one for each of its labels.
fn opening(score: &Scores, pairs: &[Scores; Label::COUNT]) -> Scores {
    let mut sums = [NEVER; Label::COUNT];
    for label in Label::ALL.into_iter().filter(|label| label.follows(Label::Outside)) {
        sums[label as usize] = score[label as usize] + pairs[0][label as usize];
    }
    sums
}

/// The best sums up to the next token, one for each of its labels, and the label before that each comes from.
fn step(sums: &Scores, score: &Scores, pairs: &[Scores; Label::COUNT]) -> (Scores, [u8; Label::COUNT]) {
    let mut next = [NEVER; Label::COUNT];
    let mut from = [0; Label::COUNT];
    for label in Label::ALL {
        let this = label as usize;
        for before in Label::ALL.into_iter().filter(|&before| label.follows(before)) {
            let sum = sums[before as usize] + pairs[before as usize][this] + score[this];
            if sum > next[this] {
                (next[this], from[this]) = (sum, before as u8);
            }
        }
    }
    (next, from)
}

/// For each token and label the highest sum of a sequence that goes through it.
fn best_through(scores: &[Scores], pairs: &[Scores; Label::COUNT]) -> Vec<Scores> {
    let mut through: Vec<Scores> = Vec::with_capacity(scores.len());
    for score in scores {
        through.push(through.last().map_or_else(|| opening(score, pairs), |sums| step(sums, score, pairs).0));
    }
    // What comes after each token, from the last one back.
    let mut rest = [0; Label::COUNT];
    for (place, sums) in through.iter_mut().enumerate().rev() {
        for (sum, rest) in sums.iter_mut().zip(rest) {
            *sum = sum.saturating_add(rest).max(NEVER);
        }
        let mut before = [NEVER; Label::COUNT];
        for label in Label::ALL {
            let this = label as usize;
            let sum = rest[this] + scores[place][this];
            for earlier in Label::ALL.into_iter().filter(|&earlier| label.follows(earlier)) {
                before[earlier as usize] = before[earlier as usize].max(sum + pairs[earlier as usize][this]);
            }
        }
        rest = before;
    }
    through
}
