//! The relations of a tree: trained on the true trees, each word after the relations found before it.

use engine::training::{Relation, Tag, outer_dependents};

use super::tree::Tree;
use super::weights::{Kept, Plan, Trained, Weights, best, order};

const PLAN: Plan = Plan { epochs: 8, first_epochs: 4, kept: 9_000, buckets: 13, dropped: 2, steps: 14.0 };

/// By how much the right relation should be likelier than any other.
const MARGIN: i32 = 20;

pub fn table(trees: &[Tree]) -> Vec<u8> {
    PLAN.table(|epochs, seed, only| train(trees, epochs, seed, only), |row| row)
}

fn train(trees: &[Tree], epochs: usize, seed: u64, only: Option<&Kept>) -> Trained<{ Relation::COUNT }> {
    let mut weights: Weights<{ Relation::COUNT }> = Weights::new(only);
    let mut before = Vec::new();
    for epoch in 0..epochs {
        let (mut wrong, mut count) = (0, 0);
        for number in order(trees.len(), seed, epoch) {
            let Tree { words, tags, heads, relations } = &trees[number];
            let outer = outer_dependents(heads);
            before.clear();
            for (at, &gold) in relations.iter().enumerate() {
                let given = match tags[at] {
                    _ if usize::from(heads[at]) == heads.len() => Some(Relation::Root),
                    Tag::Mark => Some(Relation::Punctuation),
                    _ => None,
                };
                if let Some(relation) = given {
                    before.push(relation);
                    continue;
                }
                count += 1;
                let features = words.relation_features(tags, heads, &outer, &before, at);
                let sums = weights.sum(&features);
                let found = best(&sums, |relation| relation > 0);
                wrong += u32::from(found != gold as usize);
                let rival = best(&sums, |relation| relation > 0 && relation != gold as usize);
                weights.learn_unless_sure(&features, &sums, (gold as usize, rival), MARGIN);
                weights.step();
                before.push(Relation::ALL[found]);
            }
        }
        println!("relations, pass {}: {:.2} % wrong", epoch + 1, f64::from(wrong) * 100.0 / f64::from(count));
    }
    weights.finish()
}
