//! Trains whom a pronoun means (`crates/engine/models/coref.bin`): a log-linear model over candidates, from GUM, whose
//! every mention is marked.
//!
//! The features depend on what was understood before, so the model is trained a few times, each time on articles as the
//! last one reads them.

mod gum;

use std::fs;
use std::path::Path;

use engine::training::{COREF_MAGIC, Lesson, Ranker, UNIT, pronouns};

use crate::model_file;
use crate::sources::{Error, files};

/// How often the articles are read again.
const ROUNDS: usize = 5;
/// How often each reading is learned from.
const PASSES: usize = 30;
const RATE: f32 = 0.15;
/// What each weight loses to zero at each pass, so that what is rare stays small.
const DECAY: f32 = 0.004;
/// Into how many parts the articles are cut to see how the model does on what it has not learned from.
const FOLDS: usize = 5;

/// A pronoun with the candidates that are right; none where nobody is.
struct Example {
    lesson: Lesson,
    right: Vec<bool>,
    /// The article.
    of: usize,
    /// Of GUM, and of somebody with a name.
    named: bool,
}

/// Reads the articles below `data`, trains, and writes the model.
pub fn build(data: &Path, model: &Path) -> Result<(), Error> {
    let mut articles = Vec::new();
    for file in files(&data.join("gum/dep"), ".conllu")? {
        articles.push(gum::article(&fs::read_to_string(file)?));
    }
    let mut bytes = Vec::new();
    for round in 0..ROUNDS {
        let ranker = Ranker::read(&bytes);
        let mut examples = Vec::new();
        for (of, article) in articles.iter().enumerate() {
            let lessons = pronouns(&article.document, &ranker);
            examples.extend(lessons.into_iter().map(|lesson| article.example(lesson, of)));
        }
        bytes = train(&examples, |_| true);
        println!("round {}: {} pronouns", round + 1, examples.len());
        if round + 1 == ROUNDS {
            report(&examples);
        }
    }
    fs::write(model, model_file::write(COREF_MAGIC, [bytes])?)?;
    Ok(())
}

/// The weights that make the right candidates of these examples likeliest, a byte each.
fn train(examples: &[Example], fits: impl Fn(&Example) -> bool) -> Vec<u8> {
    let mut weights = vec![0.0f32; Ranker::WEIGHTS];
    let mut squares = vec![1e-3f32; Ranker::WEIGHTS];
    for _ in 0..PASSES {
        for example in examples.iter().filter(|example| fits(example)) {
            let base = example.lesson.sort() * Ranker::FEATURES;
            let shares = example.shares(&weights);
            let right: f32 =
                shares.iter().zip(&example.right).filter(|(_, right)| **right).map(|(s, _)| s).sum();
            for ((row, share), is_right) in example.rows().zip(&shares).zip(&example.right) {
                let wanted = if *is_right { share / right.max(1e-6) } else { 0.0 };
                let step = share - wanted;
                for &(feature, value) in row {
                    let at = base + usize::from(feature);
                    let gradient = step * value;
                    squares[at] += gradient * gradient;
                    weights[at] -= RATE * gradient / squares[at].sqrt();
                }
            }
        }
        weights.iter_mut().for_each(|weight| *weight *= 1.0 - DECAY);
    }
    weights.iter().map(|weight| (weight * UNIT).round().clamp(-127.0, 127.0) as i8 as u8).collect()
}

impl Example {
    /// The features of each candidate, and at the end those of nobody.
    fn rows(&self) -> impl Iterator<Item = &[(u8, f32)]> {
        let candidates = self.lesson.candidates.iter().map(|candidate| candidate.row.features());
        candidates.chain([self.lesson.nobody.features()])
    }

    fn shares(&self, weights: &[f32]) -> Vec<f32> {
        let base = self.lesson.sort() * Ranker::FEATURES;
        let score = |row: &[(u8, f32)]| -> f32 {
            row.iter().map(|&(feature, value)| weights[base + usize::from(feature)] * value).sum()
        };
        let scores: Vec<f32> = self.rows().map(score).collect();
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        let all: Vec<f32> = scores.iter().map(|score| (score - most).exp()).collect();
        let sum: f32 = all.iter().sum();
        all.iter().map(|share| share / sum).collect()
    }
}

/// Prints how often the answers are right on articles that were not learned from, by how sure one must be.
fn report(examples: &[Example]) {
    let mut answers: Vec<(usize, f32, bool)> = Vec::new();
    let mut asked = [0; 3];
    for fold in 0..FOLDS {
        let bytes = train(examples, |example| example.of % FOLDS != fold);
        let weights: Vec<f32> = bytes.iter().map(|&byte| f32::from(byte as i8) / UNIT).collect();
        for example in examples.iter().filter(|example| example.of % FOLDS == fold) {
            let sort = example.lesson.sort();
            asked[sort] += usize::from(example.named);
            let shares = example.shares(&weights);
            let best =
                (0..shares.len()).fold(0, |best, at| if shares[at] > shares[best] { at } else { best });
            let named = example.lesson.candidates.get(best).is_some_and(|candidate| candidate.named);
            if named && example.named {
                answers.push((sort, shares[best], example.right[best]));
            } else if named {
                answers.push((sort, shares[best], false));
            }
        }
    }
    for sort in 0..3 {
        let named = examples.iter().filter(|e| e.named && e.lesson.sort() == sort);
        println!(
            "sort {sort}: {} of {} have the right one among them",
            named.clone().filter(|e| !e.right[e.right.len() - 1]).count(),
            named.count()
        );
    }
    for (sort, asked) in asked.into_iter().enumerate() {
        for enough in [0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9] {
            let given = answers.iter().filter(|(of, share, _)| *of == sort && *share >= enough);
            let right = given.clone().filter(|(.., right)| *right).count();
            let given = given.count();
            let of_hundred = |part: usize, all: usize| 100.0 * part as f32 / all.max(1) as f32;
            println!(
                "sort {sort} from {enough}: {given} answers for {asked} of named ({:.1} %), right {:.1} %",
                of_hundred(right, asked),
                of_hundred(right, given)
            );
        }
    }
}
