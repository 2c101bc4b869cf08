//! The order of the parts of a person's name.

use crate::lexicon::Lexicon;
use crate::word_class::{self, WordClass};

/// Whether the first word is a surname that is written before the given name, as in Korea, China and Vietnam.
pub(crate) fn puts_surname_first(words: &[String]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let east_asian = word_class::is(first, WordClass::SurnameFirst);
    let western = |word: &String| Lexicon::get().word(word).given_name() >= 3;
    // Two syllables are short; longer ones are no surname of the West ("Lee Harrison").
    let syllables = rest.iter().all(|word| {
        word.contains('-') || word.len() <= 6 || word.len() <= 8 && Lexicon::get().word(word).surname() == 0
    });
    east_asian && !rest.is_empty() && rest.len() <= 2 && syllables && !rest.last().is_some_and(western)
}
