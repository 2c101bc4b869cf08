//! Words found in an article as a reader types them: in whatever case, with or without accents, with straight marks for
//! curly ones.

use text::Span;

use crate::fold::{Folded, fold};

/// Every place of the words, in order; none overlaps another. A place never goes over the end of a line.
pub fn find(text: &str, words: &str) -> Vec<Span> {
    let wanted = fold(words.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    Folded::of(text).find(&wanted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'a>(text: &'a str, words: &str) -> Vec<&'a str> {
        find(text, words).into_iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn case_and_the_form_of_marks_make_no_difference() {
        assert_eq!(found("Éva’s boat, the BOAT", "boat"), ["boat", "BOAT"]);
        assert_eq!(found("Éva’s boat", "éva's"), ["Éva’s"]);
        assert_eq!(found("Éva’s boat", "eva"), ["Éva"]);
        assert_eq!(found("He said “no”.", "\"no\""), ["“no”"]);
        assert_eq!(found("a wide\u{a0}gap", "wide gap"), ["wide\u{a0}gap"]);
    }

    #[test]
    fn letters_that_grow_in_small_keep_their_places() {
        // İ becomes two characters in small letters.
        assert_eq!(found("İzmir and İzmit", "and"), ["and"]);
        assert_eq!(found("İzmir and İzmit", "zmit"), ["zmit"]);
    }

    #[test]
    fn nothing_asked_and_nothing_there_is_nothing() {
        assert!(find("words", "  ").is_empty());
        assert!(find("", "words").is_empty());
        assert!(find("end\nstart", "end start").is_empty());
    }
}
