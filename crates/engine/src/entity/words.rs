//! The words of names, folded for comparison: initials, legal forms, and words that say little by themselves.

use crate::lexicon::{Lexicon, normalize};
use crate::word_class::{self, WordClass};

/// The words of a name in small plain letters, without a leading article, possessives, or the stops of an
/// abbreviation.
pub(super) fn fold(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    for word in name.split_whitespace() {
        let word = normalize(word);
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '&' && c != '.');
        let word = word.strip_suffix("'s").unwrap_or(word);
        let letters: String = word.chars().filter(|&c| c != '.').collect();
        if !letters.is_empty() {
            words.push(letters);
        }
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    if words.is_empty() {
        words.push(name.to_owned());
    }
    words
}

/// The text of a name on one line.
pub(super) fn collapse(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The initials of a name: of all its words, and of those that carry weight.
pub(super) fn initials(words: &[String]) -> Vec<String> {
    let parts = || words.iter().flat_map(|word| word.split('-'));
    let first = |word: &str| word.chars().next();
    let all: String = parts().filter_map(first).collect();
    let small = |word: &&str| !word_class::is(word, WordClass::SmallInName);
    let weighty: String = parts().filter(small).filter_map(first).collect();
    let mut both = vec![all, weighty];
    both.dedup();
    both
}

/// The words of a name without a legal form at its end, and without "& Sons".
pub(super) fn without_legal_form(words: &[String]) -> &[String] {
    let mut core = words;
    loop {
        core = match core {
            [rest @ .., and, last] if matches!(and.as_str(), "&" | "and") && is_family(last) => rest,
            [rest @ .., last] if is_legal_form(last) || *last == "&" => rest,
            _ => break,
        };
        if core.is_empty() {
            return words;
        }
    }
    core
}

fn is_family(word: &str) -> bool {
    matches!(word, "sons" | "son" | "daughters" | "brothers" | "partners" | "associates" | "co" | "company")
}

/// The ends that lists of companies give them, and those that are words besides.
fn is_legal_form(word: &str) -> bool {
    Lexicon::get().word(word).is_company_form()
        || matches!(word, "as" | "lp" | "company" | "corporation" | "holdings" | "group")
}

/// Words that no organisation is called by alone, as many begin or end with them.
pub(super) fn is_generic(word: &str) -> bool {
    let lexicon = Lexicon::get();
    let facts = lexicon.word(word);
    facts.is_org_word()
        || facts.is_fac_word()
        || facts.group().is_some()
        || facts.is_person_noun()
        || lexicon.phrase(word).is_some_and(|facts| facts.kind().is_gpe())
        || word_class::is(word, WordClass::GenericInName)
}

/// Whether the lexicon has the words as a town, a state or a country.
pub(super) fn is_known_place(words: &[String]) -> bool {
    let gpe = |name: &str| Lexicon::get().phrase(name).is_some_and(|facts| facts.kind().is_gpe());
    // Folded words have lost their capitals, by which "US" is known from "us".
    match words {
        [word] if word.len() <= 3 => gpe(&word.to_uppercase()) || gpe(word),
        _ => gpe(&words.join(" ")),
    }
}

/// Adds a value to a list of bearers, which needs to tell one from several.
pub(super) fn push_once(list: &mut Vec<usize>, value: usize) {
    // Two are as unclear as many, and a list that stays short keeps hostile text cheap.
    if list.len() < 2 && !list.contains(&value) {
        list.push(value);
    }
}
