//! The tagger: training copies, the words that have one tag only, and the training itself.

use std::collections::{BTreeMap, HashMap};

use engine::training::{Lemmas, Tag, Words, normal};

use super::treebank::Sentence;
use super::weights::{Kept, Plan, Trained, Weights, best, dice, order};
use crate::sources::{Error, lists};

const PLAN: Plan = Plan { epochs: 8, first_epochs: 4, kept: 21_000, buckets: 14, dropped: 1, steps: 14.0 };
/// Passes for the taggers that only tag what the parser learns from.
const FOLD_EPOCHS: usize = 4;

/// By how much the right tag should be likelier than any other.
const MARGIN: i32 = 30;

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
    let mut dice = dice(5);
    let mut copies = Vec::new();
    for (of, sentence) in sentences.iter().enumerate() {
        copies.push(Copy { of, sentence: sentence.clone() });
        match of % 12 {
            0 => copies.push(Copy { of, sentence: written(sentence, titled) }),
            6 => copies.push(Copy { of, sentence: written(sentence, |form| form.to_uppercase()) }),
            1 | 4 | 7 | 10 => {
                let mut copy = sentence.clone();
                let mut to = false;
                for word in &mut copy.words {
                    // "To chair", "to host": of many bases that are nouns too, the treebanks have none.
                    let after_to = std::mem::replace(&mut to, word.tag == Tag::To);
                    let column = match word.tag {
                        Tag::VerbBase if after_to => 0,
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

/// A sentence as the tagger sees it, and the tags that it should find.
pub struct Example {
    /// The number of the treebank's sentence that it is, or is a copy of.
    pub of: usize,
    pub words: Words,
    sure: Vec<Option<Tag>>,
    gold: Vec<Tag>,
}

impl Example {
    pub fn new(copy: &Copy, sure: &Sure, lemmas: &Lemmas) -> Example {
        let words = &copy.sentence.words;
        Example {
            of: copy.of,
            words: Words::new(&copy.sentence.forms(), lemmas),
            sure: words.iter().map(|word| sure.get(&normal(&word.form)).copied()).collect(),
            gold: words.iter().map(|word| word.tag).collect(),
        }
    }
}

/// The table of the model that ships.
pub fn table(examples: &[&Example]) -> Vec<u8> {
    PLAN.table(|epochs, seed, only| train(examples, epochs, seed, only), |row| row)
}

/// Tags sentences with what was learned from others, and prints how many are right.
pub fn tag_unseen(others: &[&Example], unseen: &[&Example]) -> Vec<Vec<Tag>> {
    let trained = train(others, FOLD_EPOCHS, 0, None);
    let tags: Vec<Vec<Tag>> = unseen.iter().map(|example| tag(&trained, example)).collect();
    let pairs = || unseen.iter().zip(&tags).flat_map(|(example, tags)| example.gold.iter().zip(tags));
    let right = pairs().filter(|(gold, tag)| gold == tag).count();
    let form = |tag: &Tag| tag.is_verb().then(|| tag.penn());
    let both = pairs().filter(|(gold, tag)| gold.is_verb() && form(gold) == form(tag)).count();
    let verbs: usize =
        pairs().map(|(gold, tag)| usize::from(gold.is_verb()) + usize::from(tag.is_verb())).sum();
    let share = |part: usize, whole: usize| part as f64 * 100.0 / whole as f64;
    println!(
        "unseen: {:.2} % of tags right, verb forms {:.2}",
        share(right, pairs().count()),
        share(2 * both, verbs)
    );
    tags
}

fn train(examples: &[&Example], epochs: usize, seed: u64, only: Option<&Kept>) -> Trained<{ Tag::COUNT }> {
    let mut weights: Weights<{ Tag::COUNT }> = Weights::new(only);
    let mut tags = Vec::new();
    for epoch in 0..epochs {
        let (mut wrong, mut count) = (0, 0);
        for number in order(examples.len(), seed, epoch) {
            let example = examples[number];
            tags.clear();
            for (at, (&gold, &sure)) in example.gold.iter().zip(&example.sure).enumerate() {
                count += 1;
                if let Some(tag) = sure {
                    tags.push(tag);
                    continue;
                }
                let features = example.words.tag_features(at, &tags);
                let sums = weights.sum(&features);
                let found = best(&sums, |_| true);
                wrong += u32::from(found != gold as usize);
                let rival = best(&sums, |tag| tag != gold as usize);
                weights.learn_unless_sure(&features, &sums, (gold as usize, rival), MARGIN);
                weights.step();
                tags.push(Tag::ALL[found]);
            }
        }
        println!("tags, pass {}: {:.2} % wrong", epoch + 1, f64::from(wrong) * 100.0 / f64::from(count));
    }
    weights.finish()
}

fn tag(trained: &Trained<{ Tag::COUNT }>, example: &Example) -> Vec<Tag> {
    let mut tags = Vec::new();
    for &sure in &example.sure {
        let tag = sure.unwrap_or_else(|| {
            let features = example.words.tag_features(tags.len(), &tags);
            Tag::ALL[best(&trained.sum(&features), |_| true)]
        });
        tags.push(tag);
    }
    tags
}
