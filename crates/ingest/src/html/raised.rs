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
    let leads = nodes.filter_map(|number| tree.element(number)).any(|element| {
        element.nature.is(Nature::NOTE_MARK)
            || element.tag == Tag::Link
                && element.value.as_deref().is_some_and(|address| address.contains('#'))
    });
    kind(words, before, leads)
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
