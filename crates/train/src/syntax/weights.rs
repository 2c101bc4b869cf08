//! Averaged perceptron weights over hashed features (Collins 2002), and how they are made small.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::panic::resume_unwind;

use engine::training::Form;

use crate::dice::Dice;
use crate::table::{Steps, scale, spread, table};

/// A weight of less than this share of the heaviest in its row is left out: many small ones cost more room than they
/// decide.
const SLIGHT: f64 = 0.12;

/// The keys are hashes already.
#[derive(Default)]
pub struct Same(u64);

impl Hasher for Same {
    fn finish(&self) -> u64 {
        self.0
    }
    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.0 = self.0.rotate_left(8) ^ u64::from(byte));
    }
    fn write_u32(&mut self, key: u32) {
        self.0 = u64::from(key).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }
}

type Plain = BuildHasherDefault<Same>;
pub type Kept = HashSet<u32, Plain>;

/// How one of the models is learned.
pub struct Plan {
    /// Passes over the data for the model that ships.
    pub epochs: usize,
    /// Passes to see which features matter.
    pub first_epochs: usize,
    /// How many features are kept, and log2 of the buckets of their table.
    pub kept: usize,
    pub buckets: u8,
    /// How many bits of a feature's check are left out: see [`Form`].
    pub dropped: u8,
    /// What the heaviest weights are cut to; see [`Trained::pack`].
    pub steps: f64,
}

/// So many trainings, each in another order of the sentences, vote.
const VOTERS: u64 = 4;

impl Plan {
    /// Trains once to see which features matter, then with these alone, and gives the table. `train` takes the number
    /// of passes, a seed for the order of the sentences, and the features to keep to; `row` makes a row of the table
    /// out of the weights of the classes.
    pub fn table<const C: usize, const R: usize>(
        &self,
        train: impl Fn(usize, u64, Option<&Kept>) -> Trained<C> + Sync,
        row: impl Fn([f64; C]) -> [f64; R],
    ) -> Vec<u8> {
        let kept = train(self.first_epochs, 0, None).best(self.kept);
        vote(|seed| train(self.epochs, seed, Some(&kept))).pack(self, row)
    }
}

/// Several trainings side by side, added up in their order.
pub fn vote<const C: usize>(train: impl Fn(u64) -> Trained<C> + Sync) -> Trained<C> {
    let train = &train;
    std::thread::scope(|scope| {
        let voters: Vec<_> = (0..VOTERS).map(|seed| scope.spawn(move || train(seed))).collect();
        let joined =
            voters.into_iter().map(|voter| voter.join().unwrap_or_else(|panic| resume_unwind(panic)));
        Trained::together(joined)
    })
}

/// The order of `count` sentences in a pass.
pub fn order(count: usize, seed: u64, epoch: usize) -> Vec<usize> {
    dice(seed * 100 + epoch as u64).order(count)
}

/// Dice that differ for each seed.
pub fn dice(seed: u64) -> Dice {
    Dice::new(seed.wrapping_mul(0x1234_5678_9abc_def1))
}

/// Weights that know the sum of all they have been.
pub struct Weights<'a, const C: usize> {
    rows: HashMap<u32, u32, Plain>,
    hashes: Vec<u32>,
    now: Vec<[i32; C]>,
    /// Each change times the step it was made at.
    late: Vec<[i64; C]>,
    step: i64,
    /// Only these features, if given.
    only: Option<&'a Kept>,
}

/// The mean weights, and what feature each row is of.
pub struct Trained<const C: usize> {
    rows: HashMap<u32, u32, Plain>,
    hashes: Vec<u32>,
    means: Vec<[f64; C]>,
}

impl<'a, const C: usize> Weights<'a, C> {
    pub fn new(only: Option<&'a Kept>) -> Self {
        let (rows, hashes, now, late) = Default::default();
        Weights { rows, hashes, now, late, step: 1, only }
    }

    pub fn sum(&self, features: &[u32]) -> [i32; C] {
        let mut sums = [0; C];
        for row in features.iter().filter_map(|hash| self.rows.get(hash)) {
            for (sum, weight) in sums.iter_mut().zip(&self.now[*row as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    /// Learns if `good` is not so much likelier than `bad` as it should be: a perceptron with margin (Krauth and Mézard
    /// 1987), which learns from what was right by luck too.
    pub fn learn_unless_sure(
        &mut self,
        features: &[u32],
        sums: &[i32; C],
        (good, bad): (usize, usize),
        margin: i32,
    ) {
        if sums[good] - sums[bad] <= margin {
            self.learn(features, good, bad);
        }
    }

    /// Makes `good` likelier than it was where these features are, and `bad` less so.
    pub fn learn(&mut self, features: &[u32], good: usize, bad: usize) {
        for &hash in features {
            if self.only.is_some_and(|only| !only.contains(&hash)) {
                continue;
            }
            let row = *self.rows.entry(hash).or_insert_with(|| {
                self.hashes.push(hash);
                self.now.push([0; C]);
                self.late.push([0; C]);
                self.hashes.len() as u32 - 1
            }) as usize;
            self.now[row][good] += 1;
            self.now[row][bad] -= 1;
            self.late[row][good] += self.step;
            self.late[row][bad] -= self.step;
        }
    }

    pub fn step(&mut self) {
        self.step += 1;
    }

    pub fn finish(self) -> Trained<C> {
        let steps = self.step as f64;
        let mean = |(now, late): (&[i32; C], &[i64; C])| {
            std::array::from_fn(|class| f64::from(now[class]) - late[class] as f64 / steps)
        };
        let means = self.now.iter().zip(&self.late).map(mean).collect();
        Trained { rows: self.rows, hashes: self.hashes, means }
    }
}

impl<const C: usize> Trained<C> {
    /// Several trainings as one: a sum of linear models is the linear model of the summed weights, so this is their
    /// vote at no cost.
    pub fn together(trained: impl IntoIterator<Item = Trained<C>>) -> Trained<C> {
        let mut trained = trained.into_iter();
        let Some(mut all) = trained.next() else { return Weights::new(None).finish() };
        for one in trained {
            for (row, hash) in one.hashes.iter().enumerate() {
                let at = *all.rows.entry(*hash).or_insert_with(|| {
                    all.hashes.push(*hash);
                    all.means.push([0.0; C]);
                    all.hashes.len() as u32 - 1
                }) as usize;
                for (sum, weight) in all.means[at].iter_mut().zip(one.means[row]) {
                    *sum += weight;
                }
            }
        }
        all
    }

    pub fn sum(&self, features: &[u32]) -> [f64; C] {
        let mut sums = [0.0; C];
        for row in features.iter().filter_map(|hash| self.rows.get(hash)) {
            for (sum, weight) in sums.iter_mut().zip(&self.means[*row as usize]) {
                *sum += weight;
            }
        }
        sums
    }

    /// The same features with other classes.
    pub fn map<const R: usize>(&self, row: impl Fn([f64; C]) -> [f64; R]) -> Trained<R> {
        let means = self.means.iter().map(|&means| row(means)).collect();
        Trained { rows: self.rows.clone(), hashes: self.hashes.clone(), means }
    }

    /// The features that tell most, at most `count`.
    pub fn best(&self, count: usize) -> Kept {
        self.order(count).into_iter().map(|row| self.hashes[row]).collect()
    }

    fn order(&self, count: usize) -> Vec<usize> {
        let spread = |row: usize| spread(&self.means[row]);
        let mut order: Vec<usize> = (0..self.hashes.len()).collect();
        order.sort_by(|&a, &b| spread(b).total_cmp(&spread(a)).then(self.hashes[a].cmp(&self.hashes[b])));
        order.truncate(count);
        order
    }

    /// The bytes of a table (`engine::linear`). The heaviest thousandth of the weights is cut to the steps of the plan.
    pub fn pack<const R: usize>(&self, plan: &Plan, row: impl Fn([f64; C]) -> [f64; R]) -> Vec<u8> {
        let rows: Vec<(u32, [f64; R])> = self
            .order(self.hashes.len())
            .into_iter()
            .map(|at| (self.hashes[at], row(self.means[at])))
            .collect();
        let steps = Steps { scale: scale(rows.iter().map(|(_, row)| row), plan.steps), slight: SLIGHT };
        table(rows, Form { log: plan.buckets, dropped: plan.dropped }, &steps)
    }
}

/// The number with the highest value; the first of equals.
pub fn best<T: PartialOrd + Copy>(values: &[T], allowed: impl Fn(usize) -> bool) -> usize {
    let mut best: Option<usize> = None;
    for (at, value) in values.iter().enumerate() {
        if allowed(at) && best.is_none_or(|best| *value > values[best]) {
            best = Some(at);
        }
    }
    best.unwrap_or(0)
}
