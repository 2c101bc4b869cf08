//! The relations of a tree: trained on the true trees, each word after the relations found before it.

use engine::training::{Lemmas, Relation, Tag, Words, outer_dependents};

use super::treebank::Sentence;
use super::weights::{Dice, Kept, Trained, Weights, best};

const EPOCHS: usize = 8;
const FIRST_EPOCHS: usize = 4;
const KEPT: usize = 9_000;
/// So many trainings, each in another order of the sentences, vote.
const VOTERS: u64 = 4;
const ROWS: u8 = 14;
const STEPS: f64 = 14.0;

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
) -> Trained<{ Relation::COUNT }> {
    let mut weights: Weights<{ Relation::COUNT }> = Weights::new(only);
    let ready: Vec<Words> = sentences.iter().map(|sentence| Words::new(&sentence.forms(), lemmas)).collect();
    let (mut features, mut before) = (Vec::new(), Vec::new());
    for epoch in 0..epochs {
        let (mut wrong, mut count) = (0, 0);
        for number in Dice::new(seed * 100 + epoch as u64).order(sentences.len()) {
            let words = &sentences[number].words;
            let heads: Vec<u16> = words.iter().map(|word| word.head).collect();
            let outer = outer_dependents(&heads);
            before.clear();
            for (at, word) in words.iter().enumerate() {
                let given = match tags[number][at] {
                    _ if usize::from(word.head) == words.len() => Some(Relation::Root),
                    Tag::Mark => Some(Relation::Punctuation),
                    _ => None,
                };
                if let Some(relation) = given {
                    before.push(relation);
                    continue;
                }
                count += 1;
                features.clear();
                let add = &mut |hash| features.push(hash);
                ready[number].relation_features(&tags[number], &heads, &outer, &before, at, add);
                let found = best(&weights.sum(&features), |relation| relation > 0);
                if found != word.relation as usize {
                    wrong += 1;
                    weights.learn(&features, word.relation as usize, found);
                }
                weights.step();
                before.push(Relation::ALL[found]);
            }
        }
        println!("relations, pass {}: {:.2} % wrong", epoch + 1, f64::from(wrong) * 100.0 / f64::from(count));
    }
    weights.finish()
}
