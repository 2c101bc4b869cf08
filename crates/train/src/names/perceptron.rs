//! The averaged structured perceptron (Collins 2002): after each sentence that comes out wrong, the weights of
//! what was right go up by one and of what was found go down by one; what ships is the mean over all steps.

use std::collections::HashMap;

use engine::training::{Label, best_path};

use super::Example;
use crate::dice::Dice;

/// A feature seen fewer times is left out.
const RARE: u32 = 3;

type Row<T> = [T; Label::COUNT];

/// What was learned: the mean weights, and what each row's feature is.
pub struct Trained {
    pub hashes: Vec<u32>,
    pub weights: Vec<Row<f64>>,
    pub pairs: Row<Row<f64>>,
}

/// Weights that know the sum of all they have been.
#[derive(Clone, Copy, Default)]
struct Averaged {
    now: Row<i32>,
    /// Each change times the step it was made at.
    late: Row<i64>,
}

impl Averaged {
    fn change(&mut self, label: Label, by: i32, step: i64) {
        self.now[label as usize] += by;
        self.late[label as usize] += i64::from(by) * step;
    }

    fn mean(&self, steps: i64) -> Row<f64> {
        let mut mean = [0.0; Label::COUNT];
        for (mean, (&now, &late)) in mean.iter_mut().zip(self.now.iter().zip(&self.late)) {
            *mean = f64::from(now) - late as f64 / steps as f64;
        }
        mean
    }
}

/// `seed` is for the order of the sentences.
pub fn train(examples: &[Example], epochs: usize, seed: u64) -> Trained {
    let (hashes, rows) = number(examples);
    let coded: Vec<Vec<Vec<u32>>> = examples.iter().map(|e| code(e, &rows)).collect();
    let mut weights = vec![Averaged::default(); hashes.len()];
    let mut pairs = [Averaged::default(); Label::COUNT];
    let mut step: i64 = 1;
    for epoch in 0..epochs {
        let mut wrong = 0;
        for index in Dice::new(seed * 100 + epoch as u64).order(examples.len()) {
            let (example, features) = (&examples[index], &coded[index]);
            let transitions = pairs.map(|row| row.now);
            let scores: Vec<Row<i32>> = features.iter().map(|rows| sum(&weights, rows)).collect();
            let found = best_path(&scores, &transitions);
            if found != example.labels {
                wrong += 1;
                let mut before = (Label::Outside, Label::Outside);
                for (place, (&good, &bad)) in example.labels.iter().zip(&found).enumerate() {
                    if good != bad {
                        for &row in &features[place] {
                            weights[row as usize].change(good, 1, step);
                            weights[row as usize].change(bad, -1, step);
                        }
                    }
                    if (before.0, good) != (before.1, bad) {
                        pairs[before.0 as usize].change(good, 1, step);
                        pairs[before.1 as usize].change(bad, -1, step);
                    }
                    before = (good, bad);
                }
            }
            step += 1;
        }
        println!("pass {}: {wrong} of {} sentences wrong", epoch + 1, examples.len());
    }
    Trained {
        hashes,
        weights: weights.iter().map(|w| w.mean(step)).collect(),
        pairs: pairs.map(|w| w.mean(step)),
    }
}

/// Several trainings on the same examples as one: the sum of linear models is their vote.
pub fn together(mut voters: impl Iterator<Item = Trained>) -> Trained {
    let Some(mut all) = voters.next() else {
        return Trained { hashes: vec![], weights: vec![], pairs: Row::default() };
    };
    for voter in voters {
        let rows = all.weights.iter_mut().chain(&mut all.pairs);
        for (sums, weights) in rows.zip(voter.weights.iter().chain(&voter.pairs)) {
            for (sum, weight) in sums.iter_mut().zip(weights) {
                *sum += weight;
            }
        }
    }
    all
}

/// Gives each feature that is not rare a number, in the order they are first seen.
fn number(examples: &[Example]) -> (Vec<u32>, HashMap<u32, u32>) {
    let all = || examples.iter().flat_map(|e| &e.features).flatten().copied();
    let mut counts: HashMap<u32, u32> = HashMap::new();
    all().for_each(|hash| *counts.entry(hash).or_default() += 1);
    let (mut hashes, mut rows) = (Vec::new(), HashMap::new());
    for hash in all() {
        if counts.get(&hash).is_some_and(|&count| count >= RARE) && !rows.contains_key(&hash) {
            rows.insert(hash, hashes.len() as u32);
            hashes.push(hash);
        }
    }
    (hashes, rows)
}

fn code(example: &Example, rows: &HashMap<u32, u32>) -> Vec<Vec<u32>> {
    example
        .features
        .iter()
        .map(|hashes| hashes.iter().filter_map(|hash| rows.get(hash).copied()).collect())
        .collect()
}

fn sum(weights: &[Averaged], rows: &[u32]) -> Row<i32> {
    let mut sum = [0; Label::COUNT];
    for &row in rows {
        for (sum, weight) in sum.iter_mut().zip(&weights[row as usize].now) {
            *sum += weight;
        }
    }
    sum
}
