//! The parser: trained on its own mistakes, with the tags that the tagger gave to text it had not seen.

use engine::training::{Lemmas, Move, State, Tag, Words};

use super::oracle::costs;
use super::treebank::Sentence;
use super::weights::{Dice, Kept, Trained, Weights, best};

const EPOCHS: usize = 12;
const FIRST_EPOCHS: usize = 8;
/// From this pass on the parser mostly goes its own way, right or wrong.
const EXPLORING: usize = 1;
/// Of ten steps it then takes so many as it would.
const OWN_WAY: usize = 9;
const KEPT: usize = 50_000;
/// So many trainings, each in another order of the sentences, vote.
const VOTERS: u64 = 4;
const ROWS: u8 = 16;
const STEPS: f64 = 12.0;
const CLASSES: usize = 4;

pub fn build(sentences: &[Sentence], tags: &[Vec<Tag>], lemmas: &Lemmas) -> Vec<u8> {
    let first = train(sentences, tags, lemmas, FIRST_EPOCHS, 0, None);
    let kept = first.best(KEPT);
    drop(first);
    Trained::together((0..VOTERS).map(|seed| train(sentences, tags, lemmas, EPOCHS, seed, Some(&kept))))
        .pack(ROWS, STEPS)
}

fn train(
    sentences: &[Sentence],
    tags: &[Vec<Tag>],
    lemmas: &Lemmas,
    epochs: usize,
    seed: u64,
    only: Option<&Kept>,
) -> Trained<CLASSES> {
    let mut weights: Weights<CLASSES> = Weights::new(only);
    let ready: Vec<Words> = sentences.iter().map(|sentence| Words::new(&sentence.forms(), lemmas)).collect();
    let heads: Vec<Vec<u16>> =
        sentences.iter().map(|sentence| sentence.words.iter().map(|word| word.head).collect()).collect();
    let mut state = State::default();
    let mut features = Vec::new();
    let mut dice = Dice::new(seed * 100 + 77);
    for epoch in 0..epochs {
        let (mut right, mut count) = (0, 0);
        for number in Dice::new(seed * 100 + epoch as u64).order(sentences.len()) {
            let gold = &heads[number];
            state.begin(gold.len());
            while !state.is_done() {
                let costs = costs(&state, gold);
                let allowed = |step: usize| Move::ALL.get(step).is_some_and(|&step| state.allows(step));
                let cheapest = (0..Move::COUNT).filter(|&s| allowed(s)).map(|s| costs[s]).min().unwrap_or(0);
                features.clear();
                ready[number].move_features(&tags[number], &state, &mut |hash| features.push(hash));
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
