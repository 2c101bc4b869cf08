//! The columns of CoNLL-2003: a token a line with its part of speech, chunk and name, an empty line after a sentence.
//!
//! Part of speech and chunk are not known here and say so (`-X-` and `O`). Names are tagged as IOB2 with the four types
//! of that task; dates and figures, which it does not have, are no names. Tokens are cut here, plainly: at white space
//! and punctuation, and wherever a name begins or ends, so that a name is always whole tokens.
//! After Tjong Kim Sang and De Meulder, "Introduction to the CoNLL-2003 Shared Task", 2003.

use std::fmt::Write;

use analysis::{Analysis, Document, EntityType, Span};

use crate::names;

/// The article's columns, ended by an empty line.
pub fn columns(document: &Document, analysis: &Analysis) -> String {
    let text = document.text.as_str();
    let names: Vec<(Span, &str)> = names::apart(text, analysis)
        .into_iter()
        .filter_map(|(span, kind)| Some((span, tag(kind)?)))
        .collect();
    let mut out = "-DOCSTART- -X- O O\n\n".to_owned();
    let mut coming = names.as_slice();
    for sentence in sentences(text, analysis, &names) {
        let here = coming.iter().take_while(|(span, _)| span.start < sentence.end).count();
        let (names, later) = coming.split_at(here);
        coming = later;
        let lines = lines(text, sentence, names);
        if !lines.is_empty() {
            out.push_str(&lines);
            out.push('\n');
        }
    }
    out
}

/// The type of the shared task; none for what it does not call a name.
fn tag(kind: EntityType) -> Option<&'static str> {
    use EntityType::*;
    Some(match kind {
        Person => "PER",
        Org => "ORG",
        Gpe | Loc | Fac => "LOC",
        Norp | Product | Event | WorkOfArt | Law | Language => "MISC",
        Date | Time | Percent | Money | Quantity | Ordinal | Cardinal => return None,
    })
}

/// The whole text, cut where a sentence begins or ends; what stands between sentences is a part of its own. A cut
/// inside a name is not made.
fn sentences(text: &str, analysis: &Analysis, names: &[(Span, &str)]) -> Vec<Span> {
    let mut cuts: Vec<u32> = analysis
        .sentences
        .iter()
        .flat_map(|sentence| [sentence.start, sentence.end])
        .filter(|&cut| text.is_char_boundary(cut as usize) && !is_inside(names, cut))
        .collect();
    cuts.push(text.len() as u32);
    cuts.sort_unstable();
    let mut start = 0;
    let mut parts = Vec::with_capacity(cuts.len());
    for cut in cuts {
        if cut > start {
            parts.push(Span { start, end: cut });
            start = cut;
        }
    }
    parts
}

/// Whether a place lies between the borders of one of these names, which are in order and apart.
fn is_inside(names: &[(Span, &str)], at: u32) -> bool {
    let next = names.partition_point(|(span, _)| span.end <= at);
    names.get(next).is_some_and(|(span, _)| span.start < at)
}

fn lines(text: &str, sentence: Span, names: &[(Span, &str)]) -> String {
    let mut out = String::new();
    let mut coming = names.iter().peekable();
    let mut inside: Option<(Span, &str)> = None;
    let mut at = sentence.start;
    while at < sentence.end {
        // Up to the next border of a name, there is one tag, or none.
        inside = inside.filter(|(span, _)| at < span.end);
        let begins = inside.is_none();
        if begins {
            inside = coming.next_if(|(span, _)| span.start <= at).copied();
        }
        let end = match inside {
            Some((span, _)) => span.end,
            None => coming.peek().map_or(sentence.end, |(span, _)| span.start),
        };
        let mut first = true;
        for token in tokens(Span { start: at, end }.of(text)) {
            // Writing to a string has no failure.
            let _ = match inside {
                Some((_, tag)) => {
                    writeln!(
                        out,
                        "{token} -X- O {}-{tag}",
                        if std::mem::take(&mut first) { 'B' } else { 'I' }
                    )
                }
                None => writeln!(out, "{token} -X- O O"),
            };
        }
        at = end;
    }
    out
}

/// Words and marks. A hyphen or an apostrophe between letters, and a point or a comma between digits, is a part of
/// its word, and so are the points of initials; whatever is drawn onto the character before it stays there.
fn tokens(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut open: Option<(usize, bool)> = None;
    let mut before = ' ';
    let mut rest = text.char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let after = rest.peek().map_or(' ', |&(_, c)| c);
        let is_blank = c.is_whitespace() || c.is_control();
        let goes_on = match open {
            None => false,
            Some(_) if is_blank => false,
            Some(_) if is_drawn_onto(c) => true,
            Some((start, is_word)) => {
                is_word
                    && (c.is_alphanumeric()
                        || joins(before, c, after)
                        || abbreviates(&text[start..at], c, after))
            }
        };
        if !goes_on {
            if let Some((start, _)) = open {
                found.push(&text[start..at]);
            }
            open = (!is_blank).then(|| (at, c.is_alphanumeric()));
        }
        if !is_drawn_onto(c) {
            before = c;
        }
    }
    if let Some((start, _)) = open {
        found.push(&text[start..]);
    }
    found
}

fn joins(before: char, c: char, after: char) -> bool {
    match c {
        '-' | '\'' | '’' => before.is_alphanumeric() && after.is_alphanumeric(),
        '.' | ',' => before.is_ascii_digit() && after.is_ascii_digit(),
        _ => false,
    }
}

/// The points of "U.S." and "J.R.R.": after single capitals, unless nothing follows but the end of a sentence.
fn abbreviates(so_far: &str, c: char, after: char) -> bool {
    let is_capital = |letter: &str| {
        let mut letters = letter.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
    };
    c == '.'
        && so_far.len() <= LONGEST_INITIALS
        && so_far.split('.').all(is_capital)
        && (after.is_uppercase() || so_far.contains('.'))
}

/// In bytes; a text of nothing but initials is not looked at again and again.
const LONGEST_INITIALS: usize = 12;

/// Combining marks, joiners, variation selectors and skin tones: the blocks of the Unicode Standard that have no
/// character which stands alone. Marks of single scripts are alphabetic, and so parts of words already.
fn is_drawn_onto(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{20d0}'..='\u{20ff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{fe20}'..='\u{fe2f}' | '\u{feff}' | '\u{1f3fb}'..='\u{1f3ff}'
        | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_at_white_space_and_punctuation() {
        for (text, expected) in [
            ("She left.", &["She", "left", "."][..]),
            ("Ruiz’s Franco-German deal", &["Ruiz’s", "Franco-German", "deal"]),
            ("$1,000.50, “so”", &["$", "1,000.50", ",", "“", "so", "”"]),
            ("e\u{301}tat 👍🏽!", &["e\u{301}tat", "👍🏽", "!"]),
            ("-DOCSTART-", &["-", "DOCSTART", "-"]),
            (" \u{85}\u{1c}\u{0} \u{2028}", &[]),
            ("שלום, עולם", &["שלום", ",", "עולם"]),
            ("U.S. J.R. Plan A.", &["U.S.", "J.R.", "Plan", "A", "."]),
            ("a -- b", &["a", "-", "-", "b"]),
        ] {
            assert_eq!(tokens(text), expected, "{text:?}");
        }
    }
}
