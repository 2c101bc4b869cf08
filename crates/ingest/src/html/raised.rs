//! Superscripts: a power, the mark of a note, or letters that are written small.

use std::collections::HashSet;
use std::ops::Range;

use super::nature::Nature;
use super::tag::Tag;
use super::tree::{Content, Tree};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Raised {
    /// Leads to a note, and is no part of the text.
    Mark,
    Power,
    Plain,
}

/// Units that have powers.
const UNITS: [&str; 12] = ["m", "km", "cm", "mm", "dm", "nm", "ft", "in", "mi", "yd", "s", "h"];

/// What is raised in these nodes, behind the words `before`.
pub fn of(tree: &Tree, nodes: Range<usize>, before: &str) -> Raised {
    let words = tree.text_of(nodes.clone(), 20);
    let words = words.trim();
    let (start, end) = (nodes.start, nodes.end);
    let leads = nodes.filter_map(|number| tree.element(number)).any(|element| {
        element.nature.is(Nature::NOTE_MARK)
            || element.tag == Tag::Link
                && element.value.as_deref().is_some_and(|address| address.contains('#'))
    });
    let apart = tree
        .text_of(start.saturating_sub(1)..start, usize::MAX)
        .ends_with(|c: char| c.is_whitespace() || c == '(');
    if !leads && apart && is_isotope(words, before, &tree.text_of(end..end + 1, 3)) {
        return Raised::Power;
    }
    kind(words, before, leads)
}

/// "dated by ¹⁴C": behind a space, with the sign of an element written on to it; a note's mark is written on to the word
/// before.
fn is_isotope(words: &str, before: &str, behind: &str) -> bool {
    let mut letters = behind.chars();
    let (first, second, third) = (letters.next(), letters.next(), letters.next());
    let is_small = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase());
    let sign = first.is_some_and(|c| c.is_ascii_uppercase())
        && !(if is_small(second) { third } else { second }).is_some_and(char::is_alphanumeric);
    let number = (1..=3).contains(&words.len()) && words.bytes().all(|b| b.is_ascii_digit());
    let sentence = before.trim_end().ends_with(['.', '!', '?', '”', '"']);
    number && sign && !sentence
}

/// "CO₂", "H₂SO₄": digits behind the signs of elements.
pub fn is_formula(words: &str, before: &str) -> bool {
    let base = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or("");
    let sign = base.starts_with(|c: char| c.is_ascii_uppercase())
        && base.len() <= 12
        && base.chars().filter(char::is_ascii_lowercase).count() * 2 <= base.len()
        && base.chars().all(|c| c.is_ascii_alphabetic() || low_digit(c));
    let digits = words.trim();
    sign && (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
}

fn low_digit(c: char) -> bool {
    ('₀'..='₉').contains(&c)
}

/// A digit as it stands in a formula.
pub fn low(c: char) -> Option<char> {
    char::from_u32(u32::from('₀') + c.to_digit(10)?)
}

/// What is raised, by its words, those before it, and whether it leads to a note.
pub fn kind(words: &str, before: &str, leads: bool) -> Raised {
    let digits = words.trim_start_matches(['-', '−', '–', '+']);
    let is_signed = digits.len() < words.len();
    if leads {
        return Raised::Mark;
    }
    if words.is_empty()
        || digits.len() > 3
        || digits.is_empty()
        || !digits.bytes().all(|b| b.is_ascii_digit())
    {
        let is_mark =
            words.starts_with('[') && words.ends_with(']') || matches!(words, "*" | "**" | "†" | "‡");
        return if is_mark { Raised::Mark } else { Raised::Plain };
    }
    let base = before.rsplit(|c: char| !(c.is_alphanumeric() || c == '.' || c == ',')).next().unwrap_or("");
    let is_letter = base.chars().count() == 1 && base.chars().all(char::is_alphabetic);
    let is_power = is_signed || base == "10" || base == "2" || is_letter || UNITS.contains(&base);
    if is_power { Raised::Power } else { Raised::Mark }
}

/// A digit or sign as it stands in a power.
pub fn high(c: char) -> Option<char> {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    match c {
        '-' | '−' | '–' => Some('⁻'),
        '+' => Some('⁺'),
        _ => c.to_digit(10).and_then(|digit| DIGITS.get(digit as usize).copied()),
    }
}

/// The ids of the notes that marks lead to.
pub fn targets<'a>(tree: &'a Tree) -> HashSet<&'a str> {
    let mut targets = HashSet::new();
    let mut mark_end = 0;
    for (number, node) in tree.nodes.iter().enumerate() {
        let Content::Element(element) = &node.content else { continue };
        if element.tag == Tag::Raised || element.nature.is(Nature::NOTE_MARK) {
            mark_end = mark_end.max(node.end);
        }
        // A mark may stand in a link, too.
        let holds_mark = tree.element(number + 1).is_some_and(|inner| inner.tag == Tag::Raised);
        if element.tag == Tag::Link
            && (number < mark_end || holds_mark)
            && let Some((_, target)) = element.value.as_deref().and_then(|address| address.split_once('#'))
        {
            targets.insert(target);
        }
    }
    targets.remove("");
    targets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn powers_marks_and_letters() {
        for (before, words, leads, expected) in [
            ("about 10", "6", false, Raised::Power),
            ("5 km", "2", false, Raised::Power),
            ("E = mc", "2", false, Raised::Mark),
            ("an area of x", "2", false, Raised::Power),
            ("per m", "-3", false, Raised::Power),
            ("rose by 4.5", "3", false, Raised::Mark),
            ("in 1911.", "1", false, Raised::Mark),
            ("since 2019", "12", false, Raised::Mark),
            ("5 km", "2", true, Raised::Mark),
            ("the 21", "st", false, Raised::Plain),
            ("they say", "[4]", false, Raised::Mark),
        ] {
            assert_eq!(kind(words, before, leads), expected, "{before}^{words}");
        }
    }
}
