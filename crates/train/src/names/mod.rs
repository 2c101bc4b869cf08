//! Trains the tagger of names (`crates/engine/models/names.bin`) on openly licensed text whose names are marked.

mod data;
mod gum;
mod pack;
mod perceptron;

use std::path::Path;

use engine::training::{Label, sentences};
use text::{Document, Span};

use crate::sources::Error;
use data::Sample;

/// Passes over the data. More change little and fit the training text too closely.
const EPOCHS: usize = 6;
/// So many trainings, each in another order of the sentences, vote.
const VOTERS: u64 = 4;
/// Passes to see which features matter.
const FIRST_EPOCHS: usize = 3;

/// Reads the data sets below `data`, trains, and writes the model.
pub fn build(data: &Path, model: &Path) -> Result<(), Error> {
    let samples = data::read(data)?;
    println!("{} sentences", samples.len());
    let mut examples = examples(&samples);
    // A first training shows which features tell labels apart; the second has only these, and so makes up for
    // the others itself.
    let first = perceptron::train(&examples, FIRST_EPOCHS, 0);
    pack::keep_best(&first, &mut examples);
    let voters = (0..VOTERS).map(|seed| perceptron::train(&examples, EPOCHS, seed));
    let trained = perceptron::together(voters);
    let bytes = pack::pack(&trained)?;
    println!("{} bytes, from {} features", bytes.len(), trained.hashes.len());
    std::fs::write(model, bytes)?;
    Ok(())
}

/// A sentence with its features and its labels.
pub struct Example {
    pub features: Vec<Vec<u32>>,
    pub labels: Vec<Label>,
}

/// The samples as the engine cuts them: its tokens are not those of the data.
fn examples(samples: &[Sample]) -> Vec<Example> {
    let mut examples = Vec::new();
    for batch in samples.chunks(500) {
        let (mut text, mut marked) = (String::new(), Vec::new());
        for sample in batch {
            data::write(sample, &mut text, &mut marked);
        }
        let document = Document::from_paragraphs(&text);
        let mut at = 0;
        for seen in sentences(&document) {
            let labels = seen.tokens.iter().map(|&token| label(token, &marked, &mut at)).collect();
            examples.push(Example { features: seen.features, labels });
        }
    }
    examples
}

/// The label of a token: that of the data's word it begins in.
fn label(token: Span, marked: &[(Span, Label)], at: &mut usize) -> Label {
    while marked.get(*at).is_some_and(|(word, _)| word.end <= token.start) {
        *at += 1;
    }
    match marked.get(*at) {
        Some(&(word, label)) if word.start < token.end => {
            if token.start > word.start {
                inside(label)
            } else {
                label
            }
        }
        _ => Label::Outside,
    }
}

/// The label of what follows a first word.
pub(crate) fn inside(label: Label) -> Label {
    match label as usize {
        first if first % 2 == 1 => Label::ALL[first + 1],
        _ => label,
    }
}
