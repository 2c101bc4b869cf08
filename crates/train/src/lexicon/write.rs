//! Lays the lexicon out as `engine::lexicon` reads it.

use std::collections::BTreeMap;

use engine::lexicon::{BLOCK, MAGIC, Parts};

use super::clusters::Clusters;
use super::phrases::Phrases;
use super::variants::Variants;
use super::words::Words;
use crate::model_file::{self, planes};
use crate::sources::Error;

/// The whole model file; the sections in the order of `engine::lexicon::Section`.
pub fn model(
    words: &Words,
    variants: &Variants,
    phrases: &Phrases,
    clusters: &Clusters,
    parts: &BTreeMap<String, Parts>,
) -> Result<Vec<u8>, Error> {
    let texts: Vec<&str> = words.iter().map(|(text, _)| text).collect();
    let (word_values, word_facts) = distinct(words.iter().map(|(_, word)| word.facts().bits()))?;

    let mut sets: BTreeMap<Vec<u16>, u16> = BTreeMap::new();
    let mut word_names = Vec::new();
    let mut name_sets = vec![0u16];
    for text in &texts {
        let Some(groups) = variants.of_word(text) else {
            word_names.push(0);
            continue;
        };
        let groups: Vec<u16> = groups.iter().copied().collect();
        let next = u16::try_from(name_sets.len())?;
        let set = *sets.entry(groups.clone()).or_insert_with(|| {
            name_sets.push(groups.len() as u16);
            name_sets.extend(groups);
            next
        });
        word_names.push(set);
    }

    let phrase_texts: Vec<&str> = phrases.iter().map(|(text, _)| text).collect();
    let (phrase_values, phrase_facts) = distinct(phrases.iter().map(|(_, facts)| facts.bits()))?;

    let (mut things, mut thing_starts) = (Vec::new(), vec![0u32, 0]);
    let (mut places, mut kinds) = (vec![0u16], vec![0u8]);
    for thing in phrases.things() {
        things.extend_from_slice(thing.name.as_bytes());
        thing_starts.push(u32::try_from(things.len())?);
        places.push(thing.belongs_to.map_or(0, |place| place.0));
        kinds.push(thing.kind as u8);
    }

    let sections = [
        table(&texts)?,
        planes(word_values.iter().map(|value| value.to_le_bytes())),
        planes(word_facts.iter().map(|facts| facts.to_le_bytes())),
        texts.iter().map(|text| clusters.of_word(text)).collect(),
        texts.iter().map(|text| parts.get(*text).map_or(0, |parts| parts.0)).collect(),
        clusters.groups.clone(),
        planes(word_names.iter().map(|set| set.to_le_bytes())),
        name_sets.iter().flat_map(|number| number.to_le_bytes()).collect(),
        table(&phrase_texts)?,
        planes(phrase_values.iter().map(|value| value.to_le_bytes())),
        planes(phrase_facts.iter().map(|facts| facts.to_le_bytes())),
        things,
        planes(thing_starts.iter().map(|start| start.to_le_bytes())),
        planes(places.iter().map(|place| place.to_le_bytes())),
        kinds,
    ];
    model_file::write(MAGIC, sections)
}

/// Sorted strings in blocks, each but the first of a block without what it shares with the one before.
fn table(texts: &[&str]) -> Result<Vec<u8>, Error> {
    let (mut starts, mut blocks) = (Vec::new(), Vec::new());
    let mut before = "";
    for (index, text) in texts.iter().enumerate() {
        let shared = if index % BLOCK == 0 {
            starts.extend(u32::try_from(blocks.len())?.to_le_bytes());
            0
        } else {
            before.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count()
        };
        let suffix = text.as_bytes().get(shared..).unwrap_or_default();
        blocks.push(u8::try_from(shared)?);
        blocks.push(u8::try_from(suffix.len())?);
        blocks.extend_from_slice(suffix);
        before = text;
    }
    let mut bytes = u32::try_from(texts.len())?.to_le_bytes().to_vec();
    bytes.extend(starts);
    bytes.extend(blocks);
    Ok(bytes)
}

/// Which of the distinct numbers each one is, and these, most frequent first.
fn distinct(numbers: impl Iterator<Item = u64> + Clone) -> Result<(Vec<u16>, Vec<u64>), Error> {
    let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
    for number in numbers.clone() {
        *counts.entry(number).or_default() += 1;
    }
    let mut ranked: Vec<u64> = counts.keys().copied().collect();
    ranked.sort_by_key(|number| (std::cmp::Reverse(counts.get(number).copied()), *number));
    if ranked.len() > usize::from(u16::MAX) {
        return Err("more combinations of facts than can be counted".into());
    }
    let rank: BTreeMap<u64, u16> = ranked.iter().zip(0..).map(|(number, rank)| (*number, rank)).collect();
    Ok((numbers.filter_map(|number| rank.get(&number).copied()).collect(), ranked))
}
