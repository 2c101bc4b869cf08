//! Reads treebanks in the format of Universal Dependencies (CoNLL-U).

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use engine::training::{Relation, Tag};

use crate::sources::conllu::{Row, rows};
use crate::sources::{Error, files};

#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    pub form: String,
    pub lemma: String,
    pub tag: Tag,
    /// The number of words for the root.
    pub head: u16,
    pub relation: Relation,
}

#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sentence {
    pub words: Vec<Word>,
}

impl Sentence {
    pub fn forms(&self) -> Vec<String> {
        self.words.iter().map(|word| word.form.clone()).collect()
    }
}

/// The training parts of EWT and GUM below `data`.
pub fn read(data: &Path) -> Result<Vec<Sentence>, Error> {
    let mut sentences = Vec::new();
    for file in training_files(data)? {
        sentences.extend(sentences_of(&fs::read_to_string(file)?));
    }
    Ok(sentences)
}

/// Their files. EWT keeps a file a document and says in a list which are whose.
pub fn training_files(data: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut all = files(&data.join("gum/dep"), ".conllu")?;
    let ewt = data.join("ud_english_ewt/not-to-release");
    let list = fs::read_to_string(ewt.join("file-lists/files.train"))?;
    let named: HashSet<PathBuf> = list.lines().map(|line| ewt.join("sources").join(line.trim())).collect();
    for genre in ["answers", "email", "newsgroup", "reviews", "weblog"] {
        let of_genre = files(&ewt.join("sources").join(genre), ".conllu")?;
        all.extend(of_genre.into_iter().filter(|file| named.contains(file)));
    }
    Ok(all)
}

/// The sentences of one file.
pub fn sentences_of(file: &str) -> Vec<Sentence> {
    file.split("\n\n").map(sentence).filter(|sentence| !sentence.words.is_empty()).collect()
}

fn sentence(block: &str) -> Sentence {
    let rows: Vec<Row> = rows(block).collect();
    let words = rows.iter().map(|row| Word {
        form: row.form.to_owned(),
        lemma: row.lemma.to_owned(),
        tag: Tag::of(row.upos, row.xpos),
        head: row.head.checked_sub(1).unwrap_or(rows.len()) as u16,
        relation: Relation::of(row.relation),
    });
    Sentence { words: words.collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_become_words() {
        let file = "# text = It's on\n1-2\tIt's\t_\t_\t_\t_\t_\t_\t_\t_\n1\tIt\tit\tPRON\tPRP\t_\t3\tnsubj\t_\t_\n\
                    2\t's\tbe\tAUX\tVBZ\t_\t3\tcop\t_\t_\n3\ton\ton\tADV\tRB\t_\t0\troot\t_\t_\n";
        let sentences = sentences_of(file);
        let words = &sentences[0].words;
        assert_eq!(words.iter().map(|word| word.head).collect::<Vec<_>>(), [2, 2, 3]);
        assert_eq!(words[1].tag, Tag::AuxThird);
    }
}
