//! Which characters a reader sees.
//!
//! Text that was copied from pages and PDFs is full of characters that are not seen but split words and spoil
//! searches. This says what becomes of each; it never changes a letter or a mark.

/// What becomes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Keep,
    /// White space of any width: one plain space stands for a run of it.
    Space,
    /// Not seen, and no part of a word.
    Drop,
}

/// The fate of `c`, which follows `before` in the clean text.
pub fn fate(c: char, before: Option<char>) -> Fate {
    match c {
        '!'..='~' => Fate::Keep,
        ' ' | '\t' | '\n' | '\r' => Fate::Space,
        // Joiners hold emoji and the letters of some scripts together; between Latin letters they are dirt.
        '\u{200c}' | '\u{200d}' if before.is_some_and(needs_joiners) => Fate::Keep,
        _ if is_unseen(c) => Fate::Drop,
        _ if c.is_whitespace() => Fate::Space,
        _ if c.is_control() => Fate::Drop,
        _ => Fate::Keep,
    }
}

/// Whether `c` is shown to nobody, wherever it stands.
pub fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{ad}'                      // soft hyphen
        | '\u{180e}'
        | '\u{200b}'..='\u{200f}'     // zero-width space, joiners, direction marks
        | '\u{202a}'..='\u{202e}'     // direction overrides
        | '\u{2060}'..='\u{206f}'     // word joiner, invisible operators, direction isolates
        | '\u{feff}'                  // byte order mark
        | '\u{fff9}'..='\u{fffc}'     // notes between lines, the place of an object
    )
}

/// Marks over and under one letter at most, as in the Stream-Safe Text Format (Unicode, UAX #15): words of no language
/// have a third of them, and towers of thousands are made to be slow.
pub const MOST_MARKS: usize = 30;

/// Whether `c` is drawn over or under the letter before it.
pub fn is_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}'
        | '\u{483}'..='\u{489}'
        | '\u{591}'..='\u{5bd}'
        | '\u{610}'..='\u{61a}'
        | '\u{64b}'..='\u{65f}'
        | '\u{e34}'..='\u{e3a}'
        | '\u{e47}'..='\u{e4e}'
        | '\u{1ab0}'..='\u{1aff}'
        | '\u{1dc0}'..='\u{1dff}'
        | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}'
    )
}

/// Hebrew and everything behind it in Unicode, except for general punctuation: the scripts that use joiners,
/// and emoji with their selectors.
fn needs_joiners(before: char) -> bool {
    before >= '\u{590}' && !('\u{1e00}'..='\u{206f}').contains(&before)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(given: &str, clean: &str) {
        let mut out = String::new();
        for c in given.chars() {
            match fate(c, out.chars().last()) {
                Fate::Keep => out.push(c),
                Fate::Space => out.push(' '),
                Fate::Drop => {}
            }
        }
        assert_eq!(out, clean, "of {given:?}");
    }

    #[test]
    fn unseen_characters_go() {
        check("\u{feff}zero\u{200b}width", "zerowidth");
        check("hy\u{ad}phen", "hyphen");
        check("join\u{2060}er\u{200d}s", "joiners");
        check("a\u{202e}b\u{0}c\u{7f}", "abc");
        check("picture\u{fffc}", "picture");
    }

    #[test]
    fn spaces_of_any_width_are_spaces() {
        check("a\u{a0}b\u{202f}c\u{3000}d\te\u{2009}f", "a b c d e f");
    }

    #[test]
    fn letters_marks_and_emoji_stay() {
        for text in [
            "e\u{301}le\u{300}ve",
            "👩\u{200d}🚀 👍🏽 ❤\u{fe0f}",
            "שלום עולם",
            "می\u{200c}خواهم",
            "\u{fffd}",
            "“Ω”",
        ] {
            check(text, text);
        }
    }
}
