//! Words that are written with a full stop which does not, by itself, end a sentence.
//!
//! General knowledge of English newspaper style; the one place for it.

use crate::word_class::{self, WordClass};

/// What an abbreviation says about the word after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// Before a name ("Mr.", "Gen.", "Mt."): never ends a sentence.
    BeforeName,
    /// Before a number ("No.", "p.", "Jan."): ends none if a number follows.
    BeforeNumber,
    /// After something ("Inc.", "Jr.", "a.m.", "etc."): ends one if the next word begins like a sentence.
    After,
}

/// What `word`, written without its stop, is as an abbreviation.
pub(crate) fn abbreviation(word: &str) -> Option<Abbreviation> {
    if word.len() > 6 {
        return None;
    }
    let lower = word.to_ascii_lowercase();
    let capital = word.starts_with(|c: char| c.is_ascii_uppercase());
    // The time zone, not "estimated" or "established".
    if word == "EST" {
        return None;
    }
    let classes = word_class::of(&lower);
    LISTS.iter().find(|(list, cased, _)| classes.has(*list) && (capital || !cased)).map(|&(.., kind)| kind)
}

/// The lists, in the order they are asked; of some an abbreviation is only with a capital.
const LISTS: [(WordClass, bool, Abbreviation); 6] = [
    (WordClass::TitleAbbreviation, true, Abbreviation::BeforeName),
    (WordClass::LinkAbbreviation, false, Abbreviation::BeforeName),
    (WordClass::CapitalNumberAbbreviation, true, Abbreviation::BeforeNumber),
    (WordClass::NumberAbbreviation, false, Abbreviation::BeforeNumber),
    (WordClass::CapitalEndAbbreviation, true, Abbreviation::After),
    (WordClass::EndAbbreviation, false, Abbreviation::After),
];
