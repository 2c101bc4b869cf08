//! A place in a text told by its words, so that it is found again when the text has changed around it.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};
use text::Span;

use crate::words::{is_whole, occurrences};

/// How many characters of the text on either side are kept with a place.
const CONTEXT: usize = 24;

/// Exact words, where they stood, and what stood around them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TextAnchor {
    pub words: String,
    /// The byte at which they began.
    pub start: u32,
    /// Up to 24 characters before them.
    pub before: String,
    /// Up to 24 characters after them.
    pub after: String,
    /// How many times the same words stood earlier in the text.
    pub nth: u32,
}

impl TextAnchor {
    /// None if the span holds no words of the text.
    pub(crate) fn of(text: &str, span: Span) -> Option<TextAnchor> {
        let words = span.of(text);
        let (before, after) = around(text, span)?;
        let cut = |(at, _): (usize, char)| at;
        let from = before.char_indices().rev().take(CONTEXT).last().map_or(before.len(), cut);
        let to = after.char_indices().nth(CONTEXT).map_or(after.len(), cut);
        (!words.trim().is_empty()).then(|| TextAnchor {
            words: words.to_owned(),
            start: span.start,
            before: before.get(from..).unwrap_or("").to_owned(),
            after: after.get(..to).unwrap_or("").to_owned(),
            nth: occurrences(text, words).take_while(|other| other.start < span.start).count() as u32,
        })
    }

    /// Ready to be asked how well other places of the text fit this one.
    pub(crate) fn search<'a>(&'a self, text: &'a str) -> Search<'a> {
        let starts = occurrences(text, &self.words).map(|span| span.start).collect();
        Search { place: self, text, starts }
    }

    /// The same words in the same surroundings.
    pub(crate) fn find_sure(&self, text: &str) -> Option<Span> {
        let search = self.search(text);
        search.best(search.all()).filter(|(fit, _)| fit.is_sure()).map(|(_, span)| span)
    }

    /// The same words in the same surroundings, or else where they stand whole and the surroundings are likest.
    pub(crate) fn find(&self, text: &str) -> Option<Span> {
        self.find_sure(text).or_else(|| {
            let search = self.search(text);
            search.best(search.all().filter(|&span| is_whole(text, span))).map(|(_, span)| span)
        })
    }
}

/// What stands before and after a span; none if it does not lie on characters of the text.
fn around(text: &str, span: Span) -> Option<(&str, &str)> {
    Some((text.get(..span.start as usize)?, text.get(span.end as usize..)?))
}

/// The look for one place in one text.
pub(crate) struct Search<'a> {
    place: &'a TextAnchor,
    text: &'a str,
    /// Where the same words stand.
    starts: Vec<u32>,
}

impl Search<'_> {
    /// Wherever the words stand, where they stood before first.
    pub fn all(&self) -> impl Iterator<Item = Span> {
        let length = self.place.words.len();
        let still = Span::new(self.place.start as usize, (self.place.start as usize).saturating_add(length));
        let still = Some(still).filter(|_| length > 0);
        still
            .into_iter()
            .chain(self.starts.iter().map(move |&start| Span::new(start as usize, start as usize + length)))
    }

    /// How well a span fits; none where other words stand.
    pub fn fit(&self, span: Span) -> Option<Fit> {
        let place = self.place;
        let (before, after) = around(self.text, span)?;
        if span.is_empty() || span.of(self.text) != place.words {
            return None;
        }
        let same_before = before.chars().rev().zip(place.before.chars().rev()).take_while(|(a, b)| a == b);
        let same_after = after.chars().zip(place.after.chars()).take_while(|(a, b)| a == b);
        let nth = self.starts.partition_point(|&start| start < span.start);
        Some(Fit {
            context: same_before.count() + same_after.count(),
            same_nth: nth == place.nth as usize,
            far: Reverse(span.start.abs_diff(place.start)),
            of: place.before.chars().count() + place.after.chars().count(),
        })
    }

    /// The span that fits best.
    pub fn best(&self, spans: impl Iterator<Item = Span>) -> Option<(Fit, Span)> {
        spans.filter_map(|span| Some((self.fit(span)?, span))).max_by_key(|(fit, _)| *fit)
    }
}

/// How well a span fits a place; the better is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Fit {
    /// Characters of the surroundings that are the same, up to the first that is not.
    context: usize,
    same_nth: bool,
    far: Reverse<u32>,
    /// How many there are in all.
    of: usize,
}

impl Fit {
    /// Whether the surroundings are the same at least by half: one side of them may have been written anew.
    pub fn is_sure(&self) -> bool {
        self.context * 2 >= self.of
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Pell left. He said no.\nRuiz stayed, and he said yes. Later he said no.";

    fn place(words: &str, nth: usize) -> TextAnchor {
        let span = occurrences(TEXT, words).nth(nth).expect("the words are there");
        TextAnchor::of(TEXT, span).expect("a place has words")
    }

    #[track_caller]
    fn check(place: &TextAnchor, text: &str, expected: Option<usize>) {
        assert_eq!(place.find_sure(text).map(|span| span.start as usize), expected, "in {text:?}");
    }

    #[test]
    fn in_the_same_text_a_place_is_itself() {
        for words in ["he", "he said no", "Pell", "."] {
            for span in occurrences(TEXT, words) {
                let place = TextAnchor::of(TEXT, span).expect("a place has words");
                assert_eq!(place.find_sure(TEXT), Some(span));
            }
        }
    }

    #[test]
    fn words_that_moved_are_known_by_their_surroundings() {
        let text = format!("Words put first.\n{TEXT}");
        check(&place("he", 1), &text, text.rfind("he "));
    }

    #[test]
    fn one_side_written_anew_is_forgiven() {
        let text = TEXT.replace("Ruiz stayed, and he", "It was in the evening, long after all this, that he");
        check(&place("he", 0), &text, text.find("he said yes"));
    }

    #[test]
    fn the_same_word_in_other_surroundings_is_another() {
        check(&place("he", 0), "But then, when it was all over, he left by train.", None);
    }

    #[test]
    fn of_repeated_paragraphs_the_same_one_is_taken() {
        let text = "he said so.\n".repeat(5);
        let second = TextAnchor::of(&text, Span::new(12, 14)).expect("a place has words");
        check(&second, &format!("New.\n{text}"), Some(17));
    }

    #[test]
    fn a_name_is_found_where_it_stands_whole() {
        let name = place("Pell", 0);
        let text = "Nobody knew. The Pellworm dyke, as Mr Pell had seen it, broke.";
        assert_eq!(name.find_sure(text), None);
        assert_eq!(name.find(text).map(|span| span.start as usize), text.find("Pell had"));
        assert_eq!(name.find("Nobody of that name"), None);
    }

    #[test]
    fn surroundings_are_cut_between_characters() {
        let text = format!("{}Pell{}", "é🎉".repeat(30), "🎉é".repeat(30));
        let start = text.find("Pell").expect("the words are there");
        let place = TextAnchor::of(&text, Span::new(start, start + 4)).expect("a place has words");
        assert_eq!((place.before.chars().count(), place.after.chars().count()), (24, 24));
    }

    #[test]
    fn blanks_and_broken_spans_are_no_place() {
        assert_eq!(TextAnchor::of("a  b", Span::new(1, 3)), None);
        assert_eq!(TextAnchor::of("é", Span::new(0, 1)), None);
        assert_eq!(TextAnchor::of("a", Span::new(5, 9)), None);
        let hostile = TextAnchor {
            words: String::new(),
            start: u32::MAX,
            before: "x".into(),
            after: String::new(),
            nth: 9,
        };
        assert_eq!(hostile.find(TEXT), None);
        let far = TextAnchor { words: "he".into(), start: u32::MAX, ..hostile };
        assert!(far.find(TEXT).is_some());
    }
}
