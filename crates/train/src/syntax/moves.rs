//! The parser: trained on its own mistakes, with the tags that the tagger gave to text it had not seen.

use engine::training::{Move, State};

use super::oracle::costs;
use super::tree::Tree;
use super::weights::{Kept, Plan, Trained, Weights, best, dice, order};

const PLAN: Plan = Plan { epochs: 12, first_epochs: 8, kept: 50_000, buckets: 15, steps: 12.0 };
/// From this pass on the parser mostly goes its own way, right or wrong.
const EXPLORING: usize = 1;
/// Of ten steps it then takes so many as it would.
const OWN_WAY: usize = 9;

pub fn table(trees: &[Tree]) -> Vec<u8> {
    // Only differences count, so a row holds by how much the other moves are likelier than a shift.
    let relative = |[shift, left, right]: [f64; Move::COUNT]| [left - shift, right - shift];
    PLAN.table(|epochs, seed, only| train(trees, epochs, seed, only), relative)
}

fn train(trees: &[Tree], epochs: usize, seed: u64, only: Option<&Kept>) -> Trained<{ Move::COUNT }> {
    let mut weights: Weights<{ Move::COUNT }> = Weights::new(only);
    let mut state = State::default();
    let mut dice = dice(seed * 100 + 77);
    for epoch in 0..epochs {
        let (mut right, mut count) = (0, 0);
        for number in order(trees.len(), seed, epoch) {
            let Tree { words, tags, heads: gold, .. } = &trees[number];
            state.begin(gold.len());
            while !state.is_done() {
                let costs = costs(&state, gold);
                let allowed = |step: usize| Move::ALL.get(step).is_some_and(|&step| state.allows(step));
                let cheapest = (0..Move::COUNT).filter(|&s| allowed(s)).map(|s| costs[s]).min().unwrap_or(0);
                let features = words.move_features(tags, &state);
                let sums = weights.sum(&features);
                let found = best(&sums, allowed);
                let good = best(&sums, |step| allowed(step) && costs[step] == cheapest);
                if costs[found] > cheapest {
                    weights.learn(&features, good, found);
                }
                weights.step();
                let own = epoch >= EXPLORING && dice.below(10) < OWN_WAY;
                state.make(Move::ALL[if own { found } else { good }]);
            }
            count += gold.len();
            right += state.heads.iter().zip(gold).filter(|(found, gold)| found == gold).count();
        }
        println!("trees, pass {}: {:.2} % of heads right", epoch + 1, right as f64 * 100.0 / count as f64);
    }
    weights.finish()
}
