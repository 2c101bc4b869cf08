//! The words of a quote as they are shown and cited.

use crate::{Quote, QuoteKind, Span};

/// The text with each run of white space as one space.
pub fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A quote's exact words on one line, each part in marks of its own; an indirect one has none. An ellipsis stands
/// between two parts only where the article has words there, and outside of the marks: nothing of the speech is left out.
pub fn quoted(text: &str, quote: &Quote) -> String {
    let mut said = String::new();
    let mut before: Option<Span> = None;
    for &segment in &quote.segments {
        let words = one_line(segment.of(text));
        if let Some(before) = before {
            let between = text.get(before.end as usize..segment.start as usize).unwrap_or("…");
            let leaves_out = between.chars().any(|c| c.is_alphanumeric() || c == '…');
            said.push_str(if leaves_out { " … " } else { " " });
        }
        match quote.kind {
            QuoteKind::Direct | QuoteKind::Mixed => said.push_str(&format!("“{words}”")),
            QuoteKind::Indirect => said.push_str(&words),
        }
        before = Some(segment);
    }
    said
}

/// How sure something is.
pub fn confidence(value: f32) -> &'static str {
    if value >= 0.85 {
        "sure"
    } else if value >= 0.6 {
        "likely"
    } else {
        "perhaps"
    }
}

/// The words with a capital first.
pub fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Polarity, Sense};

    fn quote(text: &str, kind: QuoteKind, parts: &[&str]) -> Quote {
        let segment = |part: &&str| {
            let start = text.find(*part).expect("the text has the part");
            Span::new(start, start + part.len())
        };
        Quote {
            id: 1,
            kind,
            segments: parts.iter().map(segment).collect(),
            speaker: None,
            cue: None,
            confidence: 1.0,
            why: String::new(),
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        }
    }

    #[test]
    fn each_part_has_marks_of_its_own() {
        let text = "“Wet days remain,” Orr said, “but the\n dyke holds.”";
        let split = quote(text, QuoteKind::Direct, &["Wet days remain,", "but the\n dyke holds."]);
        assert_eq!(quoted(text, &split), "“Wet days remain,” … “but the dyke holds.”");
    }

    #[test]
    fn an_ellipsis_stands_for_words_alone() {
        let text = "“The dyke holds.\n\n“It held in May.” Orr left. She said that it rains, again, and that it pours.";
        let carried = quote(text, QuoteKind::Direct, &["The dyke holds.", "It held in May."]);
        assert_eq!(quoted(text, &carried), "“The dyke holds.” “It held in May.”");
        let indirect = quote(text, QuoteKind::Indirect, &["it rains, again,", "it pours"]);
        assert_eq!(quoted(text, &indirect), "it rains, again, … it pours");
        let together = quote(text, QuoteKind::Indirect, &["it rains,", "again,"]);
        assert_eq!(quoted(text, &together), "it rains, again,");
    }

    #[test]
    fn how_sure_in_words() {
        assert_eq!([0.97, 0.7, 0.2].map(confidence), ["sure", "likely", "perhaps"]);
    }
}
