//! The tagger: training copies, the words that have one tag only, and the training itself.

use std::collections::{BTreeMap, HashMap};

use engine::training::{Lemmas, Tag, Words, normal};

use super::treebank::Sentence;
use super::weights::{Dice, Kept, Trained, Weights, best};
use crate::sources::{Error, lists};

/// Passes over the data for the model that ships, and for those that only tag what the parser learns from.
const EPOCHS: usize = 8;
pub const FOLD_EPOCHS: usize = 4;
/// Passes to see which features matter.
const FIRST_EPOCHS: usize = 4;
/// So many trainings, each in another order of the sentences, vote.
const VOTERS: u64 = 4;
/// How many features are kept, and log2 of the rows of their table.
const KEPT: usize = 22_000;
const ROWS: u8 = 15;
const STEPS: f64 = 14.0;

/// A word has one tag only if it was seen so often, and this share of it with that tag.
const SURE_COUNT: usize = 30;
const SURE_SHARE: f64 = 0.998;

pub type Sure = BTreeMap<String, Tag>;

/// A sentence to learn from: one of the treebank's (its number is `of`), or one of it written in another way.
pub struct Copy {
    pub of: usize,
    pub sentence: Sentence,
}

/// The sentences, some of them again With Capitals and IN CAPITALS, and some with other verbs in place of theirs, so that
/// the model learns from a verb's surroundings what no treebank of this size can tell of the verb itself.
pub fn copies(sentences: &[Sentence]) -> Result<Vec<Copy>, Error> {
    let all = lists::verbs()?;
    let irregular: Vec<_> = all.iter().filter(|forms| !forms[1].ends_with("ed")).cloned().collect();
    let mut dice = Dice::new(5);
    let mut copies = Vec::new();
    for (of, sentence) in sentences.iter().enumerate() {
        copies.push(Copy { of, sentence: sentence.clone() });
        match of % 12 {
            0 => copies.push(Copy { of, sentence: written(sentence, titled) }),
            6 => copies.push(Copy { of, sentence: written(sentence, |form| form.to_uppercase()) }),
            1 | 4 | 7 | 10 => {
                let mut copy = sentence.clone();
                for word in &mut copy.words {
                    let column = match word.tag {
                        Tag::VerbPast => 1,
                        Tag::VerbParticiple => 2,
                        Tag::VerbIng => 4,
                        _ => continue,
                    };
                    // Every third of these verbs is an irregular one, whose ending tells nothing.
                    let verbs = if dice.below(3) == 0 { &irregular } else { &all };
                    if dice.below(2) == 0 {
                        word.form.clone_from(&verbs[dice.below(verbs.len())][column]);
                    }
                }
                if copy != *sentence {
                    copies.push(Copy { of, sentence: copy });
                }
            }
            _ => {}
        }
    }
    Ok(copies)
}

fn written(sentence: &Sentence, form: impl Fn(&str) -> String) -> Sentence {
    let mut copy = sentence.clone();
    for word in &mut copy.words {
        word.form = form(&word.form);
    }
    copy
}

/// As in a headline: small words stay small.
fn titled(form: &str) -> String {
    let small =
        matches!(form, "a" | "an" | "the" | "of" | "in" | "on" | "to" | "and" | "for" | "at" | "by" | "n't");
    let mut letters = form.chars();
    match letters.next() {
        Some(first) if !small => first.to_uppercase().chain(letters).collect(),
        _ => form.to_owned(),
    }
}

/// The words that have one tag only.
pub fn sure(sentences: &[Sentence]) -> Sure {
    let mut counts: HashMap<String, BTreeMap<u8, usize>> = HashMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        *counts.entry(normal(&word.form)).or_default().entry(word.tag as u8).or_default() += 1;
    }
    let of_word = |(word, tags): (String, BTreeMap<u8, usize>)| {
        let all: usize = tags.values().sum();
        let (&tag, &most) = tags.iter().max_by_key(|(_, count)| **count)?;
        let sure = all >= SURE_COUNT && most as f64 >= all as f64 * SURE_SHARE && !word.contains(' ');
        sure.then(|| (word, Tag::ALL[usize::from(tag)]))
    };
    counts.into_iter().filter_map(of_word).collect()
}

fn known(sentence: &Sentence, sure: &Sure) -> Vec<Option<Tag>> {
    sentence.words.iter().map(|word| sure.get(&normal(&word.form)).copied()).collect()
}

/// Trains once to see which features matter, then with these alone, and gives the table.
pub fn build(sentences: &[&Sentence], sure: &Sure, lemmas: &Lemmas) -> Vec<u8> {
    let first = train(sentences, sure, lemmas, FIRST_EPOCHS, 0, None);
    let kept = first.best(KEPT);
    drop(first);
    Trained::together((0..VOTERS).map(|seed| train(sentences, sure, lemmas, EPOCHS, seed, Some(&kept))))
        .pack(ROWS, STEPS)
}

pub fn train(
    sentences: &[&Sentence],
    sure: &Sure,
    lemmas: &Lemmas,
    epochs: usize,
    seed: u64,
    only: Option<&Kept>,
) -> Trained<{ Tag::COUNT }> {
    let mut weights: Weights<{ Tag::COUNT }> = Weights::new(only);
    let ready: Vec<Words> = sentences.iter().map(|sentence| Words::new(&sentence.forms(), lemmas)).collect();
    let known: Vec<_> = sentences.iter().map(|sentence| known(sentence, sure)).collect();
    let (mut features, mut tags) = (Vec::new(), Vec::new());
    for epoch in 0..epochs {
        let (mut wrong, mut count) = (0, 0);
        for number in Dice::new(seed * 100 + epoch as u64).order(sentences.len()) {
            tags.clear();
            for (at, word) in sentences[number].words.iter().enumerate() {
                count += 1;
                if let Some(tag) = known[number][at] {
                    tags.push(tag);
                    continue;
                }
                features.clear();
                ready[number].tag_features(at, &tags, &mut |hash| features.push(hash));
                let found = best(&weights.sum(&features), |_| true);
                if found != word.tag as usize {
                    wrong += 1;
                    weights.learn(&features, word.tag as usize, found);
                }
                weights.step();
                tags.push(Tag::ALL[found]);
            }
        }
        println!("tags, pass {}: {:.2} % wrong", epoch + 1, f64::from(wrong) * 100.0 / f64::from(count));
    }
    weights.finish()
}

pub fn tag(trained: &Trained<{ Tag::COUNT }>, sentence: &Sentence, sure: &Sure, lemmas: &Lemmas) -> Vec<Tag> {
    let words = Words::new(&sentence.forms(), lemmas);
    let (mut features, mut tags) = (Vec::new(), Vec::new());
    for known in known(sentence, sure) {
        let tag = known.unwrap_or_else(|| {
            features.clear();
            words.tag_features(tags.len(), &tags, &mut |hash| features.push(hash));
            Tag::ALL[best(&trained.sum(&features), |_| true)]
        });
        tags.push(tag);
    }
    tags
}
