//! Where lines ended once: learned from the treebanks' texts with the sentences of each paragraph in one line, as EWT has
//! them too.

use std::fs;
use std::path::Path;

use engine::training::line_ends;
use text::Document;

use super::treebank;
use super::weights::{Kept, Plan, Trained, Weights, best, order};
use crate::sources::Error;

const PLAN: Plan = Plan { epochs: 10, first_epochs: 6, kept: 1_000, buckets: 9, dropped: 2, steps: 40.0 };

/// By how much the truth should be likelier than the other.
const MARGIN: i32 = 20;

/// A place where a sentence could end, and whether it does.
pub struct Place {
    features: Vec<u32>,
    ends: bool,
}

/// The documents of the treebanks below `data`.
pub fn read(data: &Path) -> Result<Vec<Vec<Place>>, Error> {
    let mut documents = Vec::new();
    for file in treebank::training_files(data)? {
        documents.extend(documents_of(&fs::read_to_string(file)?));
    }
    Ok(documents)
}

/// The places of each document of a file.
pub fn documents_of(file: &str) -> Vec<Vec<Place>> {
    let (mut text, mut starts) = (String::new(), Vec::new());
    let mut documents = Vec::new();
    let mut opens = true;
    for line in file.lines() {
        let Some((key, value)) = line.strip_prefix('#').and_then(|comment| comment.split_once('=')) else {
            opens |= line.starts_with("# newpar");
            continue;
        };
        match key.trim() {
            "newdoc id" => {
                documents.push(places(&std::mem::take(&mut text), &std::mem::take(&mut starts)));
                opens = true;
            }
            "newpar id" => opens = true,
            "text" => {
                if !text.is_empty() {
                    text.push_str(if opens { "\n\n" } else { " " });
                }
                opens = false;
                starts.push(text.len() as u32);
                text.push_str(value.trim());
            }
            _ => {}
        }
    }
    documents.push(places(&text, &starts));
    documents
}

fn places(text: &str, starts: &[u32]) -> Vec<Place> {
    let document = Document::from_paragraphs(text);
    let ends = line_ends(&document, starts).into_iter();
    ends.map(|place| Place {
        ends: starts.binary_search(&place.start).is_ok(),
        features: place.features.to_vec(),
    })
    .collect()
}

/// The table of the model that ships.
pub fn table(documents: &[Vec<Place>]) -> Vec<u8> {
    let places: Vec<&Place> = documents.iter().flatten().collect();
    // Only the difference counts.
    PLAN.table(|epochs, seed, only| train(&places, epochs, seed, only), |[goes_on, ends]| [ends - goes_on])
}

fn train(places: &[&Place], epochs: usize, seed: u64, only: Option<&Kept>) -> Trained<2> {
    let mut weights: Weights<2> = Weights::new(only);
    for epoch in 0..epochs {
        let mut wrong = 0;
        for number in order(places.len(), seed, epoch) {
            let Place { features, ends } = places[number];
            let sums = weights.sum(features);
            let gold = usize::from(*ends);
            wrong += usize::from(best(&sums, |_| true) != gold);
            weights.learn_unless_sure(features, &sums, (gold, 1 - gold), MARGIN);
            weights.step();
        }
        println!("lines, pass {}: {wrong} of {} wrong", epoch + 1, places.len());
    }
    weights.finish()
}
