//! The opening words and shapes that give a piece away.
//!
//! Everything here looks at a bounded part of a piece, or goes through it once.

mod byline;
mod caption;
mod dateline;
mod furniture;
mod lists;
mod speaker;

pub use byline::{is_byline, is_date_line};
pub use caption::{is_caption, is_picture_credit};
pub use dateline::dateline_before;
pub use furniture::{
    credits_behind, is_address, is_furniture, is_over_others, is_sign_off, is_slug, is_trail,
};
pub use speaker::{is_name, speaker_label, speaks};

/// Whether a line begins as an item of a list does: "- ", "• ", "1. ", "2) ".
pub fn starts_item(words: &str) -> bool {
    let mut rest = words.chars();
    match rest.next() {
        Some('-' | '*' | '–') => rest.next().is_some_and(char::is_whitespace) && rest.next().is_some(),
        Some('•' | '‣' | '▪' | '●' | '◦' | '■' | '·' | '▶' | '►' | '➤' | '✓' | '✔') => {
            !rest.as_str().trim().is_empty()
        }
        Some(c) if c.is_ascii_digit() => {
            let rest = words.trim_start_matches(|c: char| c.is_ascii_digit());
            let digits = words.len() - rest.len();
            let mut rest = rest.chars();
            digits <= 2
                && matches!(rest.next(), Some('.' | ')'))
                && rest.next().is_some_and(char::is_whitespace)
                && rest.next().is_some()
        }
        _ => false,
    }
}

/// Whether words begin so, in small letters or capitals; `opening` is in small letters.
fn starts_with(words: &str, opening: &str) -> bool {
    words.get(..opening.len()).is_some_and(|start| start.eq_ignore_ascii_case(opening))
}

/// Whether words end so, in small letters or capitals; `ending` is in small letters.
fn ends_with(words: &str, ending: &str) -> bool {
    let end = words.len().checked_sub(ending.len()).and_then(|at| words.get(at..));
    end.is_some_and(|end| end.eq_ignore_ascii_case(ending))
}
