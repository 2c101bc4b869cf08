//! Which words of the lexicon are spellings of one name, or short forms of another.

use std::collections::{BTreeMap, BTreeSet};

use engine::lexicon::{NAME_GROUPS, normalize, transliteration_key};

use super::words::{Words, is_name};
use crate::sources::names::NameGroup;

/// The groups that each word is in, as the engine counts them.
#[derive(Debug, Default)]
pub struct Variants {
    of_word: BTreeMap<String, BTreeSet<u16>>,
    groups: usize,
}

impl Variants {
    pub fn of(words: &Words, groups: &[NameGroup], nicknames: &[(String, String)]) -> Variants {
        let known = |form: &str| words.get(form).is_some_and(|word| word.given > 0 || word.surname > 0);
        let mut distinct = BTreeSet::new();
        for group in groups {
            let forms: BTreeSet<String> = group
                .iter()
                .map(|form| normalize(form))
                .filter(|form| is_name(form) && form.len() > 2 && known(form))
                .collect();
            // One item may hold a man's and a woman's form of a surname; these are two names.
            let forms: BTreeSet<String> =
                forms.iter().filter(|form| !is_feminine_of_another(form, &forms)).cloned().collect();
            let keys: BTreeSet<String> = forms.iter().map(|form| transliteration_key(form)).collect();
            if keys.len() > 1 {
                distinct.insert(forms);
            }
        }
        let mut variants = Variants { groups: distinct.len(), ..Variants::default() };
        // Smaller numbers for larger groups, which are met more often.
        let mut distinct: Vec<BTreeSet<String>> = distinct.into_iter().collect();
        distinct.sort_by_key(|forms| (std::cmp::Reverse(forms.len()), forms.first().cloned()));
        for (number, forms) in distinct.into_iter().take(usize::from(NAME_GROUPS)).enumerate() {
            for form in forms {
                variants.of_word.entry(form).or_default().insert(number as u16);
            }
        }
        let mut full_forms: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (full, short) in nicknames {
            if known(full) && known(short) {
                full_forms.entry(full).or_default().push(short);
            }
        }
        let room = usize::from((u16::MAX - NAME_GROUPS) / 2);
        for (number, (full, shorts)) in full_forms.into_iter().take(room).enumerate() {
            let code = NAME_GROUPS + 2 * number as u16;
            variants.of_word.entry(full.to_owned()).or_default().insert(code + 1);
            for short in shorts {
                variants.of_word.entry(short.to_owned()).or_default().insert(code);
            }
        }
        variants
    }

    pub fn groups(&self) -> usize {
        self.groups
    }

    pub fn of_word(&self, word: &str) -> Option<&BTreeSet<u16>> {
        self.of_word.get(word)
    }
}

fn is_feminine_of_another(form: &str, forms: &BTreeSet<String>) -> bool {
    let endings = [
        ("a", ""),
        ("ova", ""),
        ("aia", "y"),
        ("aya", "y"),
        ("aja", "ij"),
        ("aya", "iy"),
        ("aya", "i"),
        ("aja", "i"),
        ("aia", "i"),
        ("aja", "y"),
        ("a", "y"),
        ("a", "i"),
        ("ska", "sky"),
        ("yte", "as"),
        ("aite", "as"),
        ("iene", "as"),
    ];
    endings.iter().any(|(feminine, masculine)| {
        form.strip_suffix(feminine).is_some_and(|stem| {
            // Only of names long enough for the ending to be one: "Maria" is no feminine of "Mari".
            stem.len() >= 4 && forms.contains(&format!("{stem}{masculine}"))
        })
    })
}
