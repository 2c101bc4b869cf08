//! Trains what the engine knows of grammar (`crates/engine/models/syntax.bin`): parts of speech, trees, relations and
//! lemmas, from the English Web Treebank and GUM.

mod lemmas;
mod moves;
mod oracle;
mod relations;
mod tags;
mod treebank;
mod weights;

use std::path::Path;

use engine::training::{Lemmas, SYNTAX_MAGIC, Tag};

use crate::sources::Error;
use treebank::Sentence;

/// How many parts the treebanks are cut into, so that the parser learns from tags that the tagger gave to text it had
/// not seen.
const FOLDS: usize = 4;

/// Reads the treebanks below `data` and the lists, trains, and writes the model.
pub fn build(data: &Path, model: &Path) -> Result<(), Error> {
    let sentences = treebank::read(data)?;
    let words: usize = sentences.iter().map(|sentence| sentence.words.len()).sum();
    println!("{} sentences, {words} words", sentences.len());
    let lemmas = lemmas::learn(&sentences)?;
    println!("lemmas: {} bytes", lemmas.len());
    let known = Lemmas::read(lemmas.clone().leak());
    let known = &known;
    let sure = tags::sure(&sentences);
    let learned = tags::copies(&sentences)?;

    let mut tagged: Vec<Vec<Tag>> = vec![Vec::new(); sentences.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Sentence> =
            learned.iter().filter(|copy| copy.of % FOLDS != fold).map(|c| &c.sentence).collect();
        let trained = tags::train(&others, &sure, known, tags::FOLD_EPOCHS, 0, None);
        let right: usize = (fold..sentences.len())
            .step_by(FOLDS)
            .map(|at| {
                tagged[at] = tags::tag(&trained, &sentences[at], &sure, known);
                let gold = sentences[at].words.iter().map(|word| word.tag);
                tagged[at].iter().zip(gold).filter(|(tag, gold)| **tag == *gold).count()
            })
            .sum();
        let count: usize = (fold..sentences.len()).step_by(FOLDS).map(|at| sentences[at].words.len()).sum();
        println!("fold {fold}: {:.2} % of tags right", right as f64 * 100.0 / count as f64);
    }

    let all: Vec<&Sentence> = learned.iter().map(|copy| &copy.sentence).collect();
    let tag_table = tags::build(&all, &sure, known);
    let move_table = moves::build(&sentences, &tagged, known);
    let relation_table = relations::build(&sentences, &tagged, known);
    let sure_lines: String = sure.iter().map(|(word, tag)| format!("{word} {}\n", *tag as u8)).collect();
    let mut bytes = SYNTAX_MAGIC.to_vec();
    for part in [tag_table, move_table, relation_table, sure_lines.into_bytes(), lemmas.into_bytes()] {
        bytes.extend((part.len() as u32).to_le_bytes());
        bytes.extend(part);
    }
    println!("{} bytes", bytes.len());
    std::fs::write(model, bytes)?;
    Ok(())
}
