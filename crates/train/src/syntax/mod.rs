//! Trains what the engine knows of grammar (`crates/engine/models/syntax.bin`): parts of speech, trees, relations,
//! lemmas and where lines ended, from the English Web Treebank and GUM.

mod lemmas;
mod lines;
mod moves;
mod oracle;
mod relations;
mod tags;
mod tree;
mod treebank;
mod weights;

use std::path::Path;

use engine::training::{Lemmas, SYNTAX_MAGIC, Tag};

use crate::model_file;
use crate::sources::Error;
use tags::Example;
use tree::Tree;

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
    let sure = tags::sure(&sentences);
    let copies = tags::copies(&sentences)?;
    let examples: Vec<Example> = copies.iter().map(|copy| Example::new(copy, &sure, &known)).collect();
    // The first of each sentence is the sentence itself.
    let originals: Vec<&Example> =
        examples.chunk_by(|one, next| one.of == next.of).filter_map(|copies| copies.first()).collect();

    let mut tagged: Vec<Vec<Tag>> = vec![Vec::new(); sentences.len()];
    for fold in 0..FOLDS {
        let others: Vec<&Example> = examples.iter().filter(|example| example.of % FOLDS != fold).collect();
        let unseen: Vec<&Example> = originals.iter().copied().skip(fold).step_by(FOLDS).collect();
        for (example, tags) in unseen.iter().zip(tags::tag_unseen(&others, &unseen)) {
            tagged[example.of] = tags;
        }
    }
    let trees: Vec<Tree> = originals
        .iter()
        .map(|example| Tree::new(&sentences[example.of], &example.words, &tagged[example.of]))
        .collect();

    let tag_table = tags::table(&examples.iter().collect::<Vec<_>>());
    let move_table = moves::table(&trees);
    let relation_table = relations::table(&trees);
    let sure_lines: String = sure.iter().map(|(word, tag)| format!("{word} {}\n", *tag as u8)).collect();
    let line_table = lines::table(&lines::read(data)?);
    let sections =
        [tag_table, move_table, relation_table, sure_lines.into_bytes(), lemmas.into_bytes(), line_table];
    let bytes = model_file::write(SYNTAX_MAGIC, sections)?;
    println!("{} bytes", bytes.len());
    std::fs::write(model, bytes)?;
    Ok(())
}
