//! Reads the data sets, each in its own format and with its own names for the types.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use engine::lexicon::Lexicon;
use engine::training::Label;
use serde_json::Value;
use text::Span;

use super::gum;
use crate::sources::{Error, files};

/// A sentence: its words, and the label of each.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Sample {
    pub words: Vec<(String, Label)>,
}

/// The types that the sets have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Person,
    Org,
    Place,
    Other,
}

impl Kind {
    pub fn first(self) -> Label {
        match self {
            Kind::Person => Label::PersonFirst,
            Kind::Org => Label::OrgFirst,
            Kind::Place => Label::PlaceFirst,
            Kind::Other => Label::OtherFirst,
        }
    }
}

/// Every set below `folder`.
pub fn read(folder: &Path) -> Result<Vec<Sample>, Error> {
    let mut samples = Vec::new();
    samples.extend(columns(&folder.join("uner_english_ewt/en_ewt-ud-train.FIRSTCOMMIT.iob2"), 1, 2)?);
    let wikigold = columns(&folder.join("wikigold/CONLL-format/data/wikigold.conll.txt"), 0, 1)?;
    for domain in ["politics", "science", "literature", "music", "ai"] {
        for part in ["train", "dev", "test"] {
            samples.extend(columns(&folder.join(format!("crossner/ner_data/{domain}/{part}.txt")), 0, 1)?);
        }
    }
    for file in files(&folder.join("gum/dep"), ".conllu")? {
        samples.extend(gum::sentences(&fs::read_to_string(file)?));
    }
    for part in ["a", "b", "e", "f", "g", "h"] {
        samples.extend(columns(&folder.join(format!("BTC/CONLL-format/data/{part}.conll")), 0, 1)?);
    }
    for part in ["train/wnut17train", "dev/emerging.dev"] {
        samples.extend(columns(&folder.join(format!("WNUT17/CONLL-format/data/{part}.conll")), 0, 1)?);
    }
    samples.extend(gmb(&folder.join("gmb_kaggle/ner_dataset.csv.zip"))?);
    samples.extend(re_docred(&folder.join("re_docred/data/dev_revised.json"))?);
    // Marked by hand and encyclopaedic: worth two looks.
    samples.extend(wikigold.iter().cloned());
    samples.extend(wikigold);
    Ok(samples)
}

/// A file of one word a line, its word and its tag in two of its columns, a blank line between sentences.
fn columns(path: &Path, word: usize, tag: usize) -> Result<Vec<Sample>, Error> {
    let mut samples = vec![];
    let mut tagged = vec![];
    for line in fs::read_to_string(path)?.lines().chain([""]) {
        let cells: Vec<&str> = line.split(['\t', ' ']).collect();
        match (cells.get(word), cells.get(tag)) {
            _ if line.starts_with("# ") => {}
            (Some(&word), Some(&tag)) if !word.is_empty() => tagged.push((word.to_owned(), tag.to_owned())),
            _ if line.trim().is_empty() && !tagged.is_empty() => {
                samples.push(sample(std::mem::take(&mut tagged)))
            }
            _ => {}
        }
    }
    Ok(samples)
}

/// Re-DocRED: documents as lists of sentences of words, and their entities with all their mentions.
fn re_docred(path: &Path) -> Result<Vec<Sample>, Error> {
    let documents: Value = serde_json::from_str(&fs::read_to_string(path)?)?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut samples = Vec::new();
    for document in list(&documents) {
        let first = samples.len();
        for sentence in list(&document["sents"]) {
            let words =
                list(&sentence).iter().filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>();
            samples.push(Sample { words: words.into_iter().map(|word| (word, Label::Outside)).collect() });
        }
        for mention in list(&document["vertexSet"]).iter().flat_map(list) {
            let number = |value: &Value| value.as_u64().and_then(|number| usize::try_from(number).ok());
            let (Some(sentence), Some(start), Some(end)) =
                (number(&mention["sent_id"]), number(&mention["pos"][0]), number(&mention["pos"][1]))
            else {
                continue;
            };
            let Some(words) =
                samples.get_mut(first + sentence).and_then(|s: &mut Sample| s.words.get_mut(start..end))
            else {
                continue;
            };
            let kind = match mention["type"].as_str() {
                Some("PER") => Kind::Person,
                Some("ORG") => Kind::Org,
                // Nationalities are places there.
                Some("LOC") if words.len() > 1 || Lexicon::get().word(&words[0].0).group().is_none() => {
                    Kind::Place
                }
                Some("LOC" | "MISC") => Kind::Other,
                _ => continue,
            };
            for (nth, (_, label)) in words.iter_mut().enumerate() {
                *label = if nth == 0 { kind.first() } else { super::inside(kind.first()) };
            }
        }
    }
    Ok(samples)
}

/// The Groningen Meaning Bank, as a zipped table in Latin-1.
fn gmb(path: &Path) -> Result<Vec<Sample>, Error> {
    let mut unzip = Command::new("unzip").arg("-p").arg(path).stdout(Stdio::piped()).spawn()?;
    let mut bytes = Vec::new();
    if let Some(output) = unzip.stdout.as_mut() {
        output.read_to_end(&mut bytes)?;
    }
    unzip.wait()?;
    let table: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    let (mut samples, mut tagged) = (vec![], vec![]);
    for line in table.lines().skip(1) {
        let cells = cells(line);
        let [number, word, _, tag] = &cells[..] else { continue };
        if !number.is_empty() && !tagged.is_empty() {
            samples.push(cleaned(sample(std::mem::take(&mut tagged))));
        }
        tagged.push((word.clone(), tag.clone()));
    }
    samples.push(cleaned(sample(tagged)));
    Ok(samples)
}

/// The cells of a line of a table; a cell in double quotes may hold commas.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => {
                if let Some(cell) = cells.last_mut() {
                    cell.push(c);
                }
            }
        }
    }
    cells
}

fn sample(tagged: Vec<(String, String)>) -> Sample {
    let mut words = Vec::with_capacity(tagged.len());
    let mut before = String::new();
    for (word, tag) in tagged {
        let (head, name) = tag.split_once('-').unwrap_or(("O", ""));
        let label = match kind(name, &word) {
            // Some sets mark a first word only where it follows a name of its own type.
            Some(kind) if head == "B" || before != name => kind.first(),
            Some(kind) => super::inside(kind.first()),
            None => Label::Outside,
        };
        before = name.to_owned();
        words.push((word, label));
    }
    Sample { words }
}

fn kind(name: &str, word: &str) -> Option<Kind> {
    Some(match name {
        "" | "tim" => return None,
        "PER" | "per" | "person" | "politician" | "scientist" | "writer" | "musicalartist" | "researcher" => {
            Kind::Person
        }
        "ORG" | "org" | "corporation" | "group" | "organisation" | "university" | "politicalparty"
        | "band" => Kind::Org,
        "LOC" | "geo" | "location" | "country" => Kind::Place,
        // Of the Groningen bank's "gpe" most are nationalities, the others countries.
        "gpe" if Lexicon::get().word(word).group().is_none() => Kind::Place,
        _ => Kind::Other,
    })
}

/// The Groningen bank counts titles to a person's name; the engine does not.
fn cleaned(mut sample: Sample) -> Sample {
    for at in 0..sample.words.len() {
        let (word, label) = &sample.words[at];
        let title =
            Lexicon::get().word(word).title().is_some() || word == "Mr." || word == "Mrs." || word == "Ms.";
        let next = sample.words.get(at + 1).map(|next| next.1);
        if title && *label == Label::PersonFirst && next == Some(Label::PersonNext) {
            sample.words[at].1 = Label::Outside;
            sample.words[at + 1].1 = Label::PersonFirst;
        }
    }
    sample
}

/// Adds a sentence to a text, as a paragraph of its own, and the places of its words to `marked`.
pub fn write(sample: &Sample, text: &mut String, marked: &mut Vec<(Span, Label)>) {
    let mut glue = true;
    for (index, (word, label)) in sample.words.iter().enumerate() {
        let next = sample.words.get(index + 1).map_or("", |next| next.0.as_str());
        let hyphen =
            word == "-" && next.starts_with(char::is_alphanumeric) && text.ends_with(char::is_alphanumeric);
        let clings =
            hyphen || word.starts_with(['\'', '’', ',', '.', ')', ';', ':', '?', '!', '%']) || word == "n't";
        if !glue && !clings {
            text.push(' ');
        }
        let start = text.len();
        text.push_str(word);
        marked.push((Span::new(start, text.len()), *label));
        glue = hyphen || matches!(word.as_str(), "(" | "$");
    }
    text.push('\n');
}
