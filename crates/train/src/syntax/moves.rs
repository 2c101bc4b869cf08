//! The parser: trained on its own mistakes, with the tags that the tagger gave to text it had not seen.

use engine::training::{Move, State, Unmarked};

use super::oracle::costs;
use super::tree::Tree;
use super::weights::{Kept, Plan, Trained, Weights, best, dice, order, vote};

const PLAN: Plan = Plan { epochs: 12, first_epochs: 8, kept: 46_500, buckets: 15, dropped: 0, steps: 12.0 };
/// From this pass on the parser mostly goes its own way, right or wrong.
const EXPLORING: usize = 1;
/// By how much a good move should be likelier than a bad one.
const MARGIN: i32 = 60;
/// Of ten steps it then takes so many as it would.
const OWN_WAY: usize = 9;

pub fn table(trees: &[Tree]) -> Vec<u8> {
    // Only differences count, so a row holds by how much the other moves are likelier than a shift.
    let relative = |[shift, left, right]: [f64; Move::COUNT]| [left - shift, right - shift];
    let plain: Vec<Plain> = trees.iter().map(Plain::new).collect();
    let kept = train(&plain, PLAN.first_epochs, 0, None).best(PLAN.kept);
    let trained = vote(|seed| train(&plain, PLAN.epochs, seed, Some(&kept)).map(relative));
    trained.pack(&PLAN, |row| row)
}

/// A tree without its marks.
struct Plain<'a> {
    words: Unmarked<'a>,
    heads: Vec<u16>,
}

impl<'a> Plain<'a> {
    fn new(tree: &Tree<'a>) -> Plain<'a> {
        let words = tree.words.without_marks(tree.tags);
        let root = words.places().len() as u16;
        let number = |place: u16| words.places().binary_search(&place).ok();
        let head = |&place: &u16| {
            // What hangs from a mark hangs from the mark's head.
            let mut head = tree.heads[usize::from(place)];
            for _ in 0..tree.heads.len() {
                match tree.heads.get(usize::from(head)) {
                    Some(&above) if number(head).is_none() => head = above,
                    _ => break,
                }
            }
            number(head).map_or(root, |number| number as u16)
        };
        let heads = words.places().iter().map(head).collect();
        Plain { words, heads }
    }
}

fn train(trees: &[Plain], epochs: usize, seed: u64, only: Option<&Kept>) -> Trained<{ Move::COUNT }> {
    let mut weights: Weights<{ Move::COUNT }> = Weights::new(only);
    let mut state = State::default();
    let mut dice = dice(seed * 100 + 77);
    for epoch in 0..epochs {
        let (mut right, mut count) = (0, 0);
        for number in order(trees.len(), seed, epoch) {
            let Plain { words, heads: gold } = &trees[number];
            state.begin(gold.len());
            while !state.is_done() {
                let costs = costs(&state, gold);
                let allowed = |step: usize| Move::ALL.get(step).is_some_and(|&step| state.allows(step));
                let cheapest = (0..Move::COUNT).filter(|&s| allowed(s)).map(|s| costs[s]).min().unwrap_or(0);
                let features = words.move_features(&state);
                let sums = weights.sum(&features);
                let found = best(&sums, allowed);
                let good = best(&sums, |step| allowed(step) && costs[step] == cheapest);
                let dear = |step: usize| allowed(step) && costs[step] > cheapest;
                if (0..Move::COUNT).any(dear) {
                    weights.learn_unless_sure(&features, &sums, (good, best(&sums, dear)), MARGIN);
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
