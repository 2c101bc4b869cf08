//! How well each candidate fits a pronoun: a log-linear model (a softmax over candidates, with "nobody" among them)
//! over what the parse and the article so far say of them.
//!
//! Learned by `crates/train` from GUM; `models/coref.md` is its card.

use std::sync::OnceLock;

use analysis::EntityType;

use crate::model_file::sections;

static MODEL: &[u8] = include_bytes!("../../models/coref.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXC1";

/// What kinds of pronouns there are, each with weights of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    /// "he", "she"
    Person,
    /// "it"
    Thing,
    /// "they"
    Plural,
}

impl Sort {
    pub const COUNT: usize = 3;
}

/// Weights are written as bytes, so many to the unit.
pub const UNIT: f32 = 16.0;

/// Where the features of each kind begin. Those of a candidate are counted together with the pronoun's case, or the
/// distance to the last mention.
pub(super) mod feature {
    /// Part of the last mention × case × same sentence, the one before, further.
    pub const PART: usize = 0;
    /// Subject by the parse × case × same sentence, further.
    pub const SUBJECT: usize = PART + 5 * 4 * 3;
    /// The same grammatical role: in the same sentence, further.
    pub const PARALLEL: usize = SUBJECT + 8;
    /// Sentences since the last mention.
    pub const DISTANCE: usize = PARALLEL + 2;
    /// Subject of the pronoun’s own clause × case.
    pub const OWN_CLAUSE: usize = DISTANCE + 6;
    /// Subject of the clause around × case.
    pub const CLAUSE_AROUND: usize = OWN_CLAUSE + 4;
    pub const SALIENCE: usize = CLAUSE_AROUND + 4;
    /// The sum that rules give ([`super::weights::by_rule`]), who has most of it, and clearly most.
    pub const BY_RULE: usize = SALIENCE + 1;
    pub const MOST_BY_RULE: usize = BY_RULE + 1;
    pub const CLEAR_BY_RULE: usize = MOST_BY_RULE + 1;
    pub const MOST_SALIENT: usize = CLEAR_BY_RULE + 1;
    pub const SECOND_SALIENT: usize = MOST_SALIENT + 1;
    /// Mentioned last, before, further back.
    pub const RECENCY: usize = SECOND_SALIENT + 1;
    /// Known to be the same, not known, guessed to be another.
    pub const GENDER: usize = RECENCY + 3;
    /// Name, noun, pronoun.
    pub const KIND: usize = GENDER + 3;
    /// The last such pronoun meant the same: near, further.
    pub const CHAIN: usize = KIND + 3;
    pub const MENTIONS: usize = CHAIN + 2;
    /// Nobody was mentioned more often.
    pub const MOST_MENTIONED: usize = MENTIONS + 1;
    /// How often the whole article names them; nobody is named more often.
    pub const NAMED: usize = MOST_MENTIONED + 1;
    pub const MOST_NAMED: usize = NAMED + 1;
    /// Same voice outside quotations, the same quotation, another voice.
    pub const VOICE: usize = MOST_NAMED + 1;
    pub const SAME_BLOCK: usize = VOICE + 3;
    /// First mention of its sentence: this one, one before.
    pub const OPENS: usize = SAME_BLOCK + 1;
    /// Without a name × case.
    pub const UNNAMED: usize = OPENS + 2;
    /// Person, organisation, country, other place, group, other name, noun for a thing.
    pub const TYPE: usize = UNNAMED + 4;
    /// "he said" beside a quotation: of whoever spoke last, of anybody else.
    pub const TAG: usize = TYPE + 7;
    /// Named in the main clause behind: "In his speech, Ruiz …"
    pub const AHEAD: usize = TAG + 2;
    /// Set off at the start of the sentence, right before the pronoun.
    pub const BESIDE: usize = AHEAD + 1;
    pub const ONLY: usize = BESIDE + 1;
    pub const PLURAL: usize = ONLY + 1;
    pub const HEADLINE: usize = PLURAL + 1;
    /// Nobody that the article names or calls by a noun × case.
    pub const NOBODY: usize = HEADLINE + 1;
    /// The pronoun is an expletive, and other signs that "it" means nothing.
    pub const EMPTY: usize = NOBODY + 4;
    pub const COUNT: usize = EMPTY + 4;
}

/// What is said of one candidate: which features it has, and how much of each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Row(Vec<(u8, f32)>);

impl Row {
    pub(super) fn put(&mut self, feature: usize, value: f32) {
        self.0.push((feature as u8, value));
    }

    pub(super) fn put_if(&mut self, holds: bool, feature: usize) {
        if holds {
            self.put(feature, 1.0);
        }
    }

    pub(super) fn has(&self, feature: usize) -> bool {
        self.0.iter().any(|&(own, value)| usize::from(own) == feature && value > 0.0)
    }

    #[cfg(feature = "training")]
    pub fn features(&self) -> &[(u8, f32)] {
        &self.0
    }
}

/// The weights of the features for each [`Sort`] of pronoun.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranker(Vec<f32>);

impl Ranker {
    #[cfg(feature = "training")]
    pub const FEATURES: usize = feature::COUNT;
    /// The number of weights.
    pub const WEIGHTS: usize = feature::COUNT * Sort::COUNT;

    /// The committed model.
    pub fn get() -> &'static Ranker {
        static PARSED: OnceLock<Ranker> = OnceLock::new();
        PARSED.get_or_init(|| {
            let weights = sections(MODEL, MAGIC).map_or(&[][..], |[weights]| weights);
            Ranker::read(weights)
        })
    }

    /// A model out of its weights, a signed byte each; those that are missing are none.
    pub fn read(weights: &[u8]) -> Ranker {
        let mut all: Vec<f32> = weights.iter().map(|&byte| f32::from(byte as i8) / UNIT).collect();
        all.resize(Ranker::WEIGHTS, 0.0);
        Ranker(all)
    }

    /// How well a candidate fits; the higher the better.
    pub(super) fn score(&self, sort: Sort, row: &Row) -> f32 {
        let weights = &self.0[sort as usize * feature::COUNT..];
        row.0.iter().map(|&(feature, value)| weights[usize::from(feature)] * value).sum()
    }
}

/// Scores as shares of one whole (softmax).
pub(super) fn shares(scores: &mut [f32]) {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let mut sum = 0.0;
    for score in scores.iter_mut() {
        *score = libm::expf(*score - most);
        sum += *score;
    }
    for score in scores {
        *score /= sum;
    }
}

/// The place of a type among the [`feature::TYPE`]s.
pub(super) fn of_type(kind: Option<EntityType>, person: bool) -> usize {
    match kind {
        Some(EntityType::Person) => 0,
        Some(EntityType::Org) => 1,
        Some(EntityType::Gpe) => 2,
        Some(EntityType::Loc | EntityType::Fac) => 3,
        Some(EntityType::Norp) => 4,
        Some(_) => 5,
        None if person => 0,
        None => 6,
    }
}
