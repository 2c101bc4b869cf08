//! The form of a word that stands in a dictionary.
//!
//! Irregular forms are listed; the endings of the others are taken off by a decision list learned from all verbs of
//! WordNet and from the treebanks: the longest ending that a rule knows decides ("-mming" loses "ming", "-king"
//! only "ing").

use rustc_hash::FxHashMap as HashMap;

use super::tag::{Tag, Upos};
use crate::lexicon::{Lexicon, Parts};

/// A word of more letters is its own lemma: no rule is about it.
const LONGEST: usize = 40;
/// No ending in a rule is longer.
pub const ENDING: usize = 7;

/// Lists in the model file, a line each: `form tag lemma` for an exception, `-ending tag strip add` for a rule.
#[derive(Debug, Default)]
pub struct Lemmas {
    exceptions: HashMap<(&'static str, &'static str), &'static str>,
    rules: HashMap<(&'static str, &'static str), (usize, &'static str)>,
}

impl Lemmas {
    pub fn read(lines: &'static str) -> Lemmas {
        let mut lemmas = Lemmas::default();
        for line in lines.lines() {
            let mut cells = line.split(' ');
            let (Some(form), Some(tag), Some(third)) = (cells.next(), cells.next(), cells.next()) else {
                continue;
            };
            match form.strip_prefix('-').filter(|ending| !ending.is_empty()) {
                Some(ending) => {
                    let rule = (third.parse().unwrap_or(0), cells.next().unwrap_or(""));
                    lemmas.rules.insert((ending, tag), rule);
                }
                None => {
                    lemmas.exceptions.insert((form, tag), third);
                }
            }
        }
        lemmas
    }

    /// The bit of a past form in [`Lemmas::irregular`].
    pub(crate) const PAST: u8 = 1;
    /// Those of any form of a verb.
    pub(crate) const VERB: u8 = 0b111;

    /// Which irregular forms a word can be, a bit each: past, participle, base, plural.
    pub fn irregular(&self, normal: &str) -> u8 {
        let listed = |(bit, kind)| u8::from(self.exceptions.contains_key(&(normal, kind))) << bit;
        [(0, "VBD"), (1, "VBN"), (2, "VB"), (3, "NNS")].into_iter().map(listed).sum()
    }

    /// The lemma of a word as written, whose normal form is `normal`.
    pub(crate) fn of(&self, form: &str, normal: &str, tag: Tag) -> String {
        if let Some(&lemma) = self.exceptions.get(&(normal, kind(tag))) {
            return lemma.to_owned();
        }
        let kind = match tag {
            Tag::Names => "NNS",
            _ => kind(tag),
        };
        let ends = match tag.upos() {
            Upos::PROPN => tag == Tag::Names,
            Upos::PUNCT | Upos::SYM | Upos::X => return form.to_owned(),
            Upos::ADJ if tag == Tag::AdjectiveInName => return form.to_owned(),
            Upos::NUM => return if is_capitals(form) { form.to_owned() } else { normal.to_owned() },
            Upos::NOUN | Upos::VERB | Upos::AUX | Upos::ADJ | Upos::ADV => true,
            _ => return normal.to_owned(),
        };
        let (strip, add) = if ends { self.ending(normal, kind) } else { (0, "") };
        let cut = |word: &str| match word.len().checked_sub(strip).and_then(|end| word.get(..end)) {
            Some(stem) if !stem.is_empty() => [stem, add].concat(),
            _ => word.to_owned(),
        };
        match tag.upos() {
            Upos::PROPN => cut(form),
            Upos::NOUN | Upos::ADJ if keeps_capitals(form) => cut(form),
            _ => cut(normal),
        }
    }

    /// How many bytes to take off the end of a word, and what to add.
    fn ending(&self, normal: &str, kind: &'static str) -> (usize, &'static str) {
        if normal.len() > LONGEST {
            return (0, "");
        }
        let endings = normal.char_indices().map(|(at, _)| &normal[at..]);
        let rule = endings
            .filter(|ending| ending.len() <= ENDING)
            .find_map(|ending| self.rules.get(&(ending, kind)));
        rule.copied().unwrap_or((0, ""))
    }
}

/// "DVD", "L2", "II".
fn is_capitals(form: &str) -> bool {
    form.chars().any(char::is_uppercase) && !form.chars().any(char::is_lowercase)
}

/// Whether a noun or an adjective is written with capitals wherever it stands: "Kenyan", "DVDs", "L2".
fn keeps_capitals(form: &str) -> bool {
    if !form.starts_with(char::is_uppercase) {
        return false;
    }
    let (known, parts) = Lexicon::get().look_up(form);
    let stem = form.strip_suffix('s').unwrap_or(form);
    known.group().is_some() || stem.len() > 1 && is_capitals(stem) && parts == Parts::default()
}

/// What lemmas tell apart: the Penn tag, but one for both kinds of verbs.
pub fn kind(tag: Tag) -> &'static str {
    match tag.upos() {
        Upos::PUNCT => "PUNCT",
        Upos::ADV => match tag.penn() {
            "RBR" => "JJR",
            "RBS" => "JJS",
            penn => penn,
        },
        _ => tag.penn(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexeme::normal_of;
    use crate::syntax::Model;

    #[test]
    fn lemmas_as_a_dictionary_has_them() {
        for (form, tag, lemma) in [
            ("I", Tag::Personal, "I"),
            ("Us", Tag::Personal, "we"),
            ("people", Tag::Nouns, "people"),
            ("Kenyan", Tag::Adjective, "Kenyan"),
            ("Red", Tag::Adjective, "red"),
            ("Canadians", Tag::Names, "Canadian"),
            ("Rivers", Tag::Names, "River"),
            ("Sept.", Tag::Name, "September"),
            ("Ode", Tag::Name, "Ode"),
            ("XJ9", Tag::Noun, "XJ9"),
            ("WATER", Tag::Noun, "water"),
            ("IV", Tag::Number, "IV"),
            ("Three", Tag::Number, "three"),
            ("Houses", Tag::Nouns, "house"),
            ("went", Tag::VerbPast, "go"),
            ("Running", Tag::VerbIng, "run"),
        ] {
            assert_eq!(Model::get().lemmas.of(form, &normal_of(form), tag), lemma, "{form}");
        }
    }
}
