//! Which parts of speech a word can be, in which form: WordNet's lemmas and what is inflected from them.

use std::collections::BTreeMap;

use engine::lexicon::Parts;

use super::words::plural_of;
use crate::sources::wordnet::WordNet;
use crate::sources::{Error, lists};

pub fn of_words(wordnet: &WordNet) -> Result<BTreeMap<String, Parts>, Error> {
    let mut parts: BTreeMap<String, Parts> = BTreeMap::new();
    let mut add = |word: &str, part: Parts| {
        let known = parts.entry(word.to_owned()).or_default();
        *known = known.or(part);
    };
    let irregular = lists::irregular()?;
    for (word, [noun, _, adjective, adverb]) in &wordnet.parts {
        if *noun {
            add(word, Parts::NOUN);
            add(&plural_of(word), Parts::NOUN_PLURAL);
        }
        if *adjective {
            add(word, Parts::ADJECTIVE);
        }
        if *adverb {
            add(word, Parts::ADVERB);
        }
    }
    for [base, past, participle, third, ing] in lists::verbs()? {
        if wordnet.parts.get(&base).is_none_or(|&[_, verb, ..]| verb) {
            add(&base, Parts::VERB_BASE);
            add(&third, Parts::VERB_THIRD);
            add(&ing, Parts::VERB_ING);
            add(&past, Parts::VERB_PAST);
            add(&participle, Parts::VERB_PAST);
        }
    }
    for (form, kind, _) in irregular {
        match kind {
            "NNS" => add(&form, Parts::NOUN_PLURAL),
            "VBD" | "VBN" => add(&form, Parts::VERB_PAST),
            _ => {}
        }
    }
    Ok(parts)
}
