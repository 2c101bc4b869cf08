//! The openly licensed corpora: how often a word is small and how often capital, and the names of people.

use std::io::Read;
use std::path::Path;

use super::{Error, files, read};

pub struct Word {
    pub text: String,
    /// Whether it is part of a person's name.
    place: LabelPosition,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum LabelPosition {
    Outside,
    First,
    Next,
}

pub type Sentence = Vec<Word>;

/// The names of people as marked, word by word.
pub fn people(sentence: &Sentence) -> Vec<Vec<&str>> {
    let mut names: Vec<Vec<&str>> = Vec::new();
    let mut before = LabelPosition::Outside;
    for word in sentence {
        match (word.place, names.last_mut()) {
            (LabelPosition::Outside, _) => {}
            (LabelPosition::Next, Some(name)) if before != LabelPosition::Outside => name.push(&word.text),
            _ => names.push(vec![&word.text]),
        }
        before = word.place;
    }
    names
}

/// Corpora of edited text with marked names; tweets would blur what is capital and what is not.
pub fn marked(data: &Path) -> Result<Vec<Sentence>, Error> {
    let mut sentences = Vec::new();
    let columns = [
        ("wikigold", ".conll.txt", ' ', 0),
        ("uner_english_ewt", ".iob2", '\t', 1),
        ("crossner/ner_data", ".txt", '\t', 0),
    ];
    for (folder, ending, separator, word_column) in columns {
        for file in files(&data.join(folder), ending)? {
            let lines = read(&file)?;
            let rows = lines.lines().map(|line| {
                let mut columns = line.split(separator).skip(word_column);
                Some((columns.next()?.trim(), columns.next()?.trim()))
            });
            sentences.extend(gather(rows.map(|row| row.filter(|(word, _)| !word.is_empty()))));
        }
    }
    sentences.extend(gmb(data)?);
    Ok(sentences)
}

/// Corpora whose words count and whose names are not marked, or in another way.
pub fn plain(data: &Path) -> Result<Vec<Sentence>, Error> {
    let mut sentences = Vec::new();
    for (folder, ending, word_column) in [("gum/dep", ".conllu", 1), ("litbank/coref/conll", ".conll", 3)] {
        for file in files(&data.join(folder), ending)? {
            let lines = read(&file)?;
            let rows = lines.lines().filter(|line| !line.starts_with('#'));
            sentences.extend(gather(rows.map(|line| {
                let word = line.split('\t').nth(word_column)?;
                Some((word, "O"))
            })));
        }
    }
    Ok(sentences)
}

/// The Groningen Meaning Bank as one zipped table: sentence number (on its first word), word, part, tag.
fn gmb(data: &Path) -> Result<Vec<Sentence>, Error> {
    let path = data.join("gmb_kaggle/ner_dataset.csv.zip");
    let file = std::fs::File::open(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut bytes = Vec::new();
    zip::ZipArchive::new(file)?.by_index(0)?.read_to_end(&mut bytes)?;
    // Written in Windows' Western code; the few letters beyond ASCII do not matter here.
    let table = String::from_utf8_lossy(&bytes);
    let mut rows = Vec::new();
    for line in table.lines().skip(1) {
        if line.starts_with("Sentence") {
            rows.push(None);
        }
        // The word itself may be a quoted comma; the tag never is.
        let word = line.split_once(',').and_then(|(_, rest)| rest.split(',').next());
        let tag = line.rsplit(',').next();
        if let (Some(word), Some(tag)) = (word, tag)
            && !word.is_empty()
        {
            rows.push(Some((word, tag)));
        }
    }
    Ok(gather(rows.into_iter()))
}

/// Sentences out of words with tags, parted by rows that have none.
fn gather<'a>(rows: impl Iterator<Item = Option<(&'a str, &'a str)>>) -> Vec<Sentence> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::new();
    for row in rows.chain([None]) {
        match row {
            Some((word, tag)) => {
                let place = match tag.split_once('-') {
                    Some(("B", kind)) if is_person(kind) => LabelPosition::First,
                    Some((_, kind)) if is_person(kind) => LabelPosition::Next,
                    _ => LabelPosition::Outside,
                };
                sentence.push(Word { text: word.to_owned(), place });
            }
            None if !sentence.is_empty() => sentences.push(std::mem::take(&mut sentence)),
            None => {}
        }
    }
    sentences
}

fn is_person(kind: &str) -> bool {
    matches!(
        kind,
        "PER" | "per" | "person" | "politician" | "writer" | "musicalartist" | "scientist" | "researcher"
    )
}
