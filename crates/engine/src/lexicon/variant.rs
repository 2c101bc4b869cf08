//! Whether two parts of a name are spellings of one name.

use super::normal::Normal;
use super::{Lexicon, normalize};

/// Name groups below this are spellings of one name; from here on a group is a name with its short forms, as
/// twice its number, plus one for the full form itself.
pub const NAME_GROUPS: u16 = 0xC000;

/// How two parts of a name hang together, closest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameVariant {
    /// The same but for case, apostrophes and marks on letters: "Muñoz", "Munoz".
    Same,
    /// Known as spellings of one name: "Mohamed", "Muhammad".
    Listed,
    /// What one name comes to when it is written from another script by another rule: "Zelenskyy", "Selenskij".
    Transliteration,
}

impl Lexicon {
    /// Whether two given names, or two surnames, are spellings of one name.
    pub fn same_name_part(&self, a: &str, b: &str) -> Option<NameVariant> {
        let (normal_a, normal_b) = (Normal::of(a), Normal::of(b));
        if normal_a.as_bytes() == normal_b.as_bytes() {
            return Some(NameVariant::Same);
        }
        let groups_b = || self.name_groups(normal_b.as_bytes());
        let shared = self
            .name_groups(normal_a.as_bytes())
            .any(|group| group < NAME_GROUPS && groups_b().any(|other| other == group));
        if shared {
            return Some(NameVariant::Listed);
        }
        let (key_a, key_b) = (transliteration_key(a), transliteration_key(b));
        (key_a == key_b && key_a.len() >= 3).then_some(NameVariant::Transliteration)
    }

    /// Whether one is a short form of the other: "Bill", "William".
    pub fn nickname(&self, a: &str, b: &str) -> bool {
        let (normal_a, normal_b) = (Normal::of(a), Normal::of(b));
        let groups_b = || self.name_groups(normal_b.as_bytes());
        self.name_groups(normal_a.as_bytes()).any(|group| {
            // The two numbers of a group differ in their last bit: one is the full form, the other a short one.
            group >= NAME_GROUPS && groups_b().any(|other| other == group ^ 1)
        })
    }

    fn name_groups(&self, normal: &[u8]) -> impl Iterator<Item = u16> + '_ {
        let start = match self.words.find(normal).exact {
            Some(word) => u16::from_le_bytes(self.word_names.plane(word)),
            None => 0,
        };
        let start = usize::from(start);
        let length = if start == 0 { 0 } else { usize::from(self.name_sets.u16(start)) };
        (start + 1..start + 1 + length).map(|index| self.name_sets.u16(index))
    }
}

/// The letters of a name with the differences between ways of transliteration taken out: w and v, y, i and j,
/// sh and sch, x and ks, doubled letters. The end of the name stays, so that "Ivanov" is not "Ivanova".
pub fn transliteration_key(name: &str) -> String {
    let normal = normalize(name);
    let mut rest = normal.as_str();
    let mut key = String::with_capacity(rest.len());
    while let (Some(first), Some(&byte)) = (rest.chars().next(), rest.as_bytes().first()) {
        let (from, to) = RULES
            .iter()
            .find(|(from, _)| from.as_bytes()[0] == byte && rest.starts_with(from))
            .copied()
            .unwrap_or((rest.get(..first.len_utf8()).unwrap_or_default(), ""));
        // Letters without a rule stand for themselves.
        let to = if to.is_empty() && !SILENT.contains(&from) { from } else { to };
        for c in to.chars() {
            if !key.ends_with(c) {
                key.push(c);
            }
        }
        rest = rest.get(from.len()..).unwrap_or_default();
    }
    key
}

const SILENT: &[&str] = &["'", "-", "`"];

/// What is written for what, longest first where one begins another.
const RULES: &[(&str, &str)] = &[
    ("shch", "sh"),
    ("schtsch", "sh"),
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("sz", "sh"),
    ("cz", "ch"),
    ("zh", "zh"),
    ("kh", "h"),
    ("ch", "ch"),
    ("ck", "k"),
    ("ph", "f"),
    ("th", "t"),
    ("dj", "j"),
    ("dzh", "j"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("iy", "i"),
    ("yi", "i"),
    ("ij", "i"),
    ("ii", "i"),
    ("yy", "i"),
    ("ye", "e"),
    ("je", "e"),
    ("w", "v"),
    ("x", "ks"),
    ("q", "k"),
    ("c", "k"),
    ("y", "i"),
    ("j", "i"),
    ("'", ""),
    ("-", ""),
    ("`", ""),
];
