//! Makes the trained weights small: few rows, one byte a weight.

use std::collections::HashSet;

use engine::training::{Label, MAGIC, REACH, check_of};

use super::Example;
use super::perceptron::Trained;
use crate::rows::{place, spread};

/// Log2 of the rows of the table.
const ROWS: u32 = 15;

/// How many features are kept, those whose weights differ most between labels. Twice as many find no more names.
const KEPT: usize = 18_000;

/// The steps of all but the heaviest thousandth of the weights.
const STEPS: f64 = 24.0;

/// The bytes of the model file (its layout is told at `engine::training::Model`).
pub fn pack(trained: &Trained) -> Vec<u8> {
    let rows = 1 << ROWS;
    let order = best(trained);
    let scale = scale(trained, &order);

    let mut checks = vec![0u8; rows];
    let mut weights = vec![0u8; rows * Label::COUNT];
    for index in order {
        let hash = trained.hashes[index];
        let Some(row) = place(&checks, hash, check_of(hash), REACH) else { continue };
        checks[row] = check_of(hash);
        for (label, &weight) in trained.weights[index].iter().enumerate() {
            weights[label * rows + row] = (weight * scale).round().clamp(-127.0, 127.0) as i8 as u8;
        }
    }
    let pairs = trained
        .pairs
        .iter()
        .flatten()
        .map(|&weight| (weight * scale / 8.0).round().clamp(-127.0, 127.0) as i8 as u8);
    MAGIC.into_iter().chain([ROWS as u8]).chain(pairs).chain(checks).chain(weights).collect()
}

/// Takes all features but those that will be kept out of the examples.
pub fn keep_best(trained: &Trained, examples: &mut [Example]) {
    let kept: HashSet<u32> = best(trained).into_iter().map(|index| trained.hashes[index]).collect();
    for features in examples.iter_mut().flat_map(|example| &mut example.features) {
        features.retain(|hash| kept.contains(hash));
    }
}

/// The features that are kept, best first.
fn best(trained: &Trained) -> Vec<usize> {
    let mut order: Vec<usize> = (0..trained.hashes.len()).collect();
    order.sort_by(|&a, &b| {
        spread(&trained.weights[b]).total_cmp(&spread(&trained.weights[a])).then(a.cmp(&b))
    });
    order.truncate(KEPT);
    order
}

/// The factor that brings all but the heaviest thousandth of the weights to [`STEPS`] or less.
fn scale(trained: &Trained, order: &[usize]) -> f64 {
    let mut heights: Vec<f64> = order.iter().flat_map(|&i| trained.weights[i]).map(f64::abs).collect();
    heights.sort_by(f64::total_cmp);
    let top = heights.get(heights.len() - heights.len() / 1000 - 1).copied().unwrap_or(1.0);
    STEPS / top.max(1e-9)
}
