//! Makes the trained weights small: few features, one byte a weight.

use std::collections::HashSet;

use engine::training::{Form, Label, MAGIC, PAIR_STEP};

use super::Example;
use super::perceptron::Trained;
use crate::model_file;
use crate::sources::Error;
use crate::table::{Steps, quantized, scale, spread, table};

/// Log2 of the buckets of the table.
const BUCKETS: u8 = 14;

/// How many features are kept, those whose weights differ most between labels. Twice as many find no more names.
const KEPT: usize = 18_000;

/// The steps of all but the heaviest thousandth of the weights.
const STEPS: f64 = 24.0;

/// The bytes of the model file (its layout is told at `engine::training::Model`).
pub fn pack(trained: &Trained) -> Result<Vec<u8>, Error> {
    let order = best(trained);
    let scale = scale(order.iter().map(|&index| &trained.weights[index]), STEPS);
    let relative = |index: usize| -> [f64; Label::COUNT - 1] {
        let weights = &trained.weights[index];
        std::array::from_fn(|label| weights[label + 1] - weights[0])
    };
    let features = order.into_iter().map(|index| (trained.hashes[index], relative(index))).collect();
    let table = table(features, Form { log: BUCKETS, dropped: 0 }, &Steps { scale, slight: 0.12 });
    let pair = |&weight: &f64| quantized(weight, scale / f64::from(PAIR_STEP)) as u8;
    model_file::write(MAGIC, [trained.pairs.iter().flatten().map(pair).collect(), table])
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
