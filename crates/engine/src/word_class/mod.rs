//! The lists of English words that rules ask for: verbs of saying, function words, units, the calendar.
//!
//! They are data. `crates/train/lists/words/*.txt` holds them as text to edit, `cargo xtask words` packs them into
//! `models/words.bin`, and [`WordClass`] names them. A token carries its classes in its lexeme, so that a rule asks
//! `doc.is(token, WordClass::Month)`; who has a string only asks [`of`].

mod class;

use std::sync::OnceLock;

pub use class::WordClass;

use crate::lexeme::hash_str;
use crate::model_file::sections;

static MODEL: &[u8] = include_bytes!("../../models/words.bin");

/// The first bytes of the model file; the last of them is the version of its layout.
pub const MAGIC: [u8; 4] = *b"AXW4";

/// How many `u64` a set of classes takes.
const WIDTH: usize = WordClass::ALL.len().div_ceil(64);

/// The classes that a word belongs to: the number of one of the few hundred sets that occur.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Classes(u16);

impl Classes {
    pub const NONE: Classes = Classes(0);

    pub fn has(self, class: WordClass) -> bool {
        let bit = class as usize;
        self.0 != 0 && Words::get().set(self)[bit / 64] >> (bit % 64) & 1 != 0
    }

    /// Whether one of them is among these.
    pub fn has_any(self, set: &ClassSet) -> bool {
        let own = Words::get().set(self);
        self.0 != 0 && own.iter().zip(set.0).any(|(own, of_set)| own & of_set != 0)
    }
}

/// Several classes that are asked for at once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ClassSet([u64; WIDTH]);

impl ClassSet {
    pub const fn of(classes: &[WordClass]) -> ClassSet {
        let (mut set, mut at) = ([0; WIDTH], 0);
        while at < classes.len() {
            let bit = classes[at] as usize;
            set[bit / 64] |= 1 << (bit % 64);
            at += 1;
        }
        ClassSet(set)
    }
}

/// The classes of a word in normal form (in some classes, such as signs and codes of currencies, as it is written).
pub(crate) fn of(word: &str) -> Classes {
    let words = Words::get();
    words.find(word).and_then(|at| words.classes.get(at)).copied().unwrap_or_default()
}

/// The classes of a word, and those of the longer phrases that begin with it.
pub(crate) fn of_word(word: &str) -> (Classes, Classes) {
    let words = Words::get();
    let Some(at) = words.find(word) else { return Default::default() };
    let of = |list: &[Classes]| list.get(at).copied().unwrap_or_default();
    (of(&words.classes), of(&words.opens))
}

/// Whether the word belongs to the class.
pub(crate) fn is(word: &str, class: WordClass) -> bool {
    of(word).has(class)
}

/// The number that stands beside the word in the list of this class.
pub(crate) fn value(word: &str, class: WordClass) -> Option<u64> {
    let words = Words::get();
    let at =
        words.find(word).filter(|&at| words.classes.get(at).is_some_and(|classes| classes.has(class)))?;
    let key = (at as u16, class as u16);
    let found = words.values.binary_search_by_key(&key, |&(word, class, _)| (word, class)).ok()?;
    Some(words.values[found].2)
}

/// The word that stands beside it in the list of this class.
pub(crate) fn word_beside(word: &str, class: WordClass) -> Option<&'static str> {
    Words::get().words.get(value(word, class)? as usize).copied()
}

/// The longest phrase of the list that the words begin with: how many words, and the phrase.
pub(crate) fn longest<'a>(
    words: impl Iterator<Item = &'a str>,
    class: WordClass,
) -> Option<(usize, &'static str)> {
    let lists = Words::get();
    let (mut phrase, mut found) = (String::new(), None);
    for (before, word) in words.enumerate() {
        if before > 0 {
            phrase.push(' ');
        }
        phrase.push_str(word);
        // What begins a phrase stands among the words, so that most searches end with their first word.
        let Some(at) = lists.find(&phrase) else { break };
        if lists.classes.get(at).is_some_and(|classes| classes.has(class)) {
            found = Some((before + 1, lists.words[at]));
        }
    }
    found
}

/// The languages that are told apart, a line each; see [`crate::language`].
pub(crate) fn languages() -> &'static str {
    Words::get().languages
}

/// The lists, read once: the sections of the model file, then the table in which words are found.
#[derive(Debug, Default)]
struct Words {
    /// Sorted; in the file a line each.
    words: Vec<&'static str>,
    /// For each word, its set (`u16`).
    classes: Vec<Classes>,
    /// For each word, the set of the phrases that begin with it and have more words.
    opens: Vec<Classes>,
    /// The sets, the first for no class at all; in the file each is its number of classes and these, all of them `u16`,
    /// laid out as `values` are.
    sets: Vec<[u64; WIDTH]>,
    /// Word (`u16`), class (`u16`) and what stands beside the word (`u64`), sorted; in the file the first bytes of all,
    /// then the second bytes of all, and so on, for then they compress.
    values: Vec<(u16, u16, u64)>,
    /// `code TAB name TAB script TAB letters TAB words` a line.
    languages: &'static str,
    /// By hash, the word's number and one; 0 is free. A power of two, at most half full.
    slots: Vec<u16>,
}

/// Bytes of a word, a class and what stands beside the word.
const VALUE: usize = 12;

fn read_sets(numbers: &[u16]) -> Vec<[u64; WIDTH]> {
    let mut sets = Vec::new();
    let mut rest = numbers;
    while let Some((classes, behind)) =
        rest.split_first().and_then(|(count, rest)| rest.split_at_checked(usize::from(*count)))
    {
        let mut set = [0; WIDTH];
        for class in classes {
            if let Some(bits) = set.get_mut(usize::from(*class) / 64) {
                *bits |= 1 << (class % 64);
            }
        }
        sets.push(set);
        rest = behind;
    }
    sets
}

/// Rows of numbers of which the file has the first bytes of all, then the second bytes of all, and so on.
fn rows<const BYTES: usize>(bytes: &[u8]) -> impl Iterator<Item = [u8; BYTES]> {
    let rows = bytes.len() / BYTES;
    (0..rows).map(move |at| std::array::from_fn(|place| bytes[place * rows + at]))
}

impl Words {
    fn get() -> &'static Words {
        static WORDS: OnceLock<Words> = OnceLock::new();
        WORDS.get_or_init(|| Words::read(MODEL).unwrap_or_default())
    }

    fn read(bytes: &'static [u8]) -> Option<Words> {
        let [words, classes, sets, values, languages] = sections::<5>(bytes, MAGIC)?;
        let words: Vec<&str> = std::str::from_utf8(words).ok()?.lines().collect();
        let number =
            |bytes: &[u8]| bytes.iter().rev().fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        let classes = classes.chunks_exact(2).map(|set| Classes(number(set) as u16)).collect();
        let value =
            |row: [u8; VALUE]| (number(&row[..2]) as u16, number(&row[2..4]) as u16, number(&row[4..]));
        let sets: Vec<u16> = rows(sets).map(u16::from_le_bytes).collect();
        let mut slots = vec![0_u16; (2 * words.len()).next_power_of_two()];
        for (at, word) in words.iter().enumerate() {
            let mut slot = hash_str(word) as usize & (slots.len() - 1);
            while slots[slot] != 0 {
                slot = (slot + 1) & (slots.len() - 1);
            }
            slots[slot] = at as u16 + 1;
        }
        let mut lists = Words {
            words,
            classes,
            opens: Vec::new(),
            sets: read_sets(&sets),
            values: rows(values).map(value).collect(),
            languages: std::str::from_utf8(languages).ok()?,
            slots,
        };
        lists.find_openers();
        Some(lists)
    }

    /// Notes at the first word of each phrase which phrases it may open.
    fn find_openers(&mut self) {
        let mut opens: Vec<[u64; WIDTH]> = vec![[0; WIDTH]; self.words.len()];
        for (phrase, classes) in self.words.iter().zip(&self.classes) {
            let first = phrase.split_once(' ').and_then(|(first, _)| self.find(first));
            if let Some(first) = first.and_then(|first| opens.get_mut(first)) {
                first.iter_mut().zip(self.set(*classes)).for_each(|(bits, more)| *bits |= more);
            }
        }
        let number = |set: [u64; WIDTH]| {
            let at = self.sets.iter().position(|known| *known == set).unwrap_or_else(|| {
                self.sets.push(set);
                self.sets.len() - 1
            });
            Classes(at as u16)
        };
        self.opens = opens.into_iter().map(number).collect();
    }

    fn set(&self, classes: Classes) -> &[u64; WIDTH] {
        const NONE: [u64; WIDTH] = [0; WIDTH];
        self.sets.get(usize::from(classes.0)).unwrap_or(&NONE)
    }

    fn find(&self, word: &str) -> Option<usize> {
        let mask = self.slots.len().checked_sub(1)?;
        let mut slot = hash_str(word) as usize & mask;
        loop {
            let at = usize::from(self.slots[slot]).checked_sub(1)?;
            if self.words.get(at) == Some(&word) {
                return Some(at);
            }
            slot = (slot + 1) & mask;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_classes_of_their_lists() {
        assert!(is("the", WordClass::FunctionWord));
        assert!(!is("harbour", WordClass::FunctionWord));
        assert!(!is("", WordClass::FunctionWord));
        assert_eq!(word_beside("told", WordClass::SayingPast), Some("tell"));
        assert_eq!(value("harbour", WordClass::SayingPast), None);
    }

    #[test]
    fn a_word_knows_the_phrases_that_begin_with_it() {
        let opens = |word, class| of_word(word).1.has(class);
        assert!(opens("more", WordClass::Hedge) && opens("christmas", WordClass::Feast));
        assert!(!opens("nearly", WordClass::Hedge) && !opens("more", WordClass::Feast));
        let time = ClassSet::of(&[WordClass::Month, WordClass::Weekday]);
        assert!(of("monday").has_any(&time) && !of("harbour").has_any(&time) && !of("the").has_any(&time));
    }

    #[test]
    fn every_class_has_words() {
        for class in WordClass::ALL {
            let words = Words::get();
            assert!(words.classes.iter().any(|classes| classes.has(*class)), "{}", class.name());
        }
    }
}
