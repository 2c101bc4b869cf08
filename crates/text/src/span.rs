//! A stretch of a text, in bytes, that can be cut out without a panic whatever the text is.

use std::ops::Range;

/// A part of a text: bytes `start..end` of its UTF-8, both on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Span {
    pub start: u32,
    pub end: u32,
}

impl Span {
    /// The bytes `start..end`. An end before the start gives an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        // A text is held to under 4 GiB at the door (`Document`), so that a span takes eight bytes.
        let start = start as u32;
        Span { start, end: (end as u32).max(start) }
    }

    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The words of this span; empty if it lies outside of `text` or cuts a character in two.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn holds(self, at: usize) -> bool {
        self.range().contains(&at)
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// From the start of the earlier to the end of the later.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The span without the white space at its edges.
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text);
        let start = self.start as usize + (words.len() - words.trim_start().len());
        Span::new(start, start + words.trim().len())
    }

    /// Whether the span can be cut out of `text`: inside it, on character boundaries.
    pub fn fits(self, text: &str) -> bool {
        text.get(self.range()).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_never_ends_before_it_starts() {
        assert_eq!(Span::new(5, 3), Span::new(5, 5));
    }

    #[test]
    fn words_of_a_span_that_cuts_a_character_are_empty() {
        assert_eq!(Span::new(0, 1).of("é"), "");
        assert!(!Span::new(0, 1).fits("é"));
        assert_eq!(Span::new(0, 2).of("é"), "é");
    }

    #[test]
    fn trimming_drops_white_space_of_any_width() {
        let text = "\u{a0} a b \n";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "a b");
        assert!(Span::new(0, 2).trim(text).is_empty());
    }
}
