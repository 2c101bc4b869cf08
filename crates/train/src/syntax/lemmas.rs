//! Learns how the ending of a word is taken off: a decision list over endings, and the words that no rule has right.

use std::collections::{BTreeMap, BTreeSet};

use engine::training::{ENDING, Tag, lemma_kind, normal};

use super::treebank::Sentence;
use crate::sources::{Error, lists};

/// An ending is a rule of its own if at least so many words are behind it.
const SUPPORT: usize = 3;
/// A word of the treebanks whose lemma no rule gives is listed if it was seen so often.
const SEEN: usize = 2;
/// A name in the plural if it was seen so often: there are too many.
const SEEN_NAMES: usize = 4;

/// How many bytes to take off, and what to add.
type Edit = (usize, String);
/// Form, tag, lemma.
type Pair = (String, &'static str, String);

/// The lines of the model file: see `engine::syntax::lemma`.
pub fn learn(sentences: &[Sentence]) -> Result<String, Error> {
    let mut seen: BTreeMap<(String, &'static str), BTreeMap<String, usize>> = BTreeMap::new();
    for word in sentences.iter().flat_map(|sentence| &sentence.words) {
        let form = normal(&word.form);
        let as_written = matches!(word.tag, Tag::AdjectiveInName | Tag::Foreign | Tag::ItemNumber);
        // Of names only what is said in another way is learned: "Sept.".
        let name = word.tag == Tag::Name && word.lemma.to_lowercase() == form;
        if !as_written && !name && !form.contains(' ') && !word.lemma.contains(' ') && word.lemma != "_" {
            *seen.entry((form, lemma_kind(word.tag))).or_default().entry(word.lemma.clone()).or_default() +=
                1;
        }
    }
    // The commonest lemma of each word and tag, and how often it was seen.
    let commonest: Vec<(Pair, usize)> = seen
        .into_iter()
        .filter_map(|((form, kind), lemmas)| {
            let (lemma, count) = lemmas.into_iter().max_by_key(|(_, count)| *count)?;
            Some(((form, kind, lemma), count))
        })
        .collect();

    let irregular = lists::irregular()?;
    let listed: BTreeSet<(&str, &str)> =
        irregular.iter().map(|(form, kind, _)| (form.as_str(), *kind)).collect();
    let mut regular: BTreeSet<Pair> = commonest
        .iter()
        .map(|(pair, _)| pair.clone())
        .filter(|(form, kind, _)| is_inflected(kind) && !listed.contains(&(form.as_str(), kind)))
        .map(|(form, kind, lemma)| (form, kind, lemma.to_lowercase()))
        .collect();
    for forms in lists::verbs()? {
        for (form, kind) in [(&forms[1], "VBD"), (&forms[2], "VBN"), (&forms[3], "VBZ"), (&forms[4], "VBG")] {
            if !listed.contains(&(form.as_str(), kind)) {
                regular.insert((form.clone(), kind, forms[0].clone()));
            }
        }
    }
    let rules = decision_list(&regular);
    let mut lines = String::new();
    let mut exceptions: BTreeMap<(String, &str), String> =
        irregular.iter().map(|(form, kind, lemma)| ((form.clone(), *kind), lemma.clone())).collect();
    for ((form, kind, lemma), count) in commonest {
        // The engine gives names and their plurals their capital.
        let seen = if kind == "NNPS" { SEEN_NAMES } else { SEEN };
        let known = match exceptions.get(&(form.clone(), kind)) {
            Some(listed) => listed.clone(),
            None if kind == "NNPS" => capital(&apply(&rules, &form, "NNS")),
            None if kind == "NNP" => capital(&form),
            None => apply(&rules, &form, kind),
        };
        if count >= seen && known != lemma {
            exceptions.insert((form, kind), lemma);
        }
    }
    for ((form, kind), lemma) in exceptions {
        lines.push_str(&format!("{form} {kind} {lemma}\n"));
    }
    for ((ending, kind), (strip, add)) in rules {
        lines.push_str(&format!("-{ending} {kind} {strip} {add}\n"));
    }
    Ok(lines)
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn is_inflected(kind: &str) -> bool {
    matches!(kind, "VBD" | "VBN" | "VBZ" | "VBG" | "NNS" | "JJR" | "JJS")
}

/// For each kind and ending what to do, where it is not what the next shorter ending says.
fn decision_list(pairs: &BTreeSet<Pair>) -> BTreeMap<(String, &'static str), Edit> {
    let mut votes: BTreeMap<(usize, String, &'static str), BTreeMap<Edit, usize>> = BTreeMap::new();
    for (form, kind, lemma) in pairs {
        let edit = edit(form, lemma);
        for (at, _) in form.char_indices().skip(1) {
            let ending = &form[at..];
            if ending.len() <= ENDING {
                let votes = votes.entry((ending.len(), ending.to_owned(), kind)).or_default();
                *votes.entry(edit.clone()).or_default() += 1;
            }
        }
    }
    let mut rules: BTreeMap<(String, &'static str), Edit> = BTreeMap::new();
    // Shorter endings come first, so the rule of the next shorter one is known.
    for ((_, ending, kind), votes) in votes {
        let Some((edit, &count)) = votes.iter().max_by_key(|(_, count)| **count) else { continue };
        let shorter =
            ending.char_indices().skip(1).find_map(|(at, _)| rules.get(&(ending[at..].to_owned(), kind)));
        let all: usize = votes.values().sum();
        let clear = count * 3 > all * 2 || shorter.is_none();
        if shorter != Some(edit) && count >= SUPPORT && clear {
            rules.insert((ending, kind), edit.clone());
        }
    }
    rules
}

fn apply(rules: &BTreeMap<(String, &'static str), Edit>, form: &str, kind: &'static str) -> String {
    let endings = form.char_indices().map(|(at, _)| &form[at..]).filter(|ending| ending.len() <= ENDING);
    let rule =
        endings.filter(|_| is_inflected(kind)).find_map(|ending| rules.get(&(ending.to_owned(), kind)));
    match rule {
        Some((strip, add)) if *strip < form.len() && form.is_char_boundary(form.len() - strip) => {
            [&form[..form.len() - strip], add].concat()
        }
        _ => form.to_owned(),
    }
}

fn edit(form: &str, lemma: &str) -> Edit {
    let same = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    (form.len() - same, lemma[same..].to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_decide() {
        let pairs = [
            ("walked", "walk"),
            ("talked", "talk"),
            ("barked", "bark"),
            ("baked", "bake"),
            ("faked", "fake"),
            ("raked", "rake"),
        ];
        let pairs = pairs.iter().map(|(form, lemma)| (form.to_string(), "VBD", lemma.to_string())).collect();
        let rules = decision_list(&pairs);
        assert_eq!(apply(&rules, "marked", "VBD"), "mark");
        assert_eq!(apply(&rules, "slaked", "VBD"), "slake");
    }
}
