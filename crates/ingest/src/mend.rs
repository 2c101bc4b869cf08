//! Characters that were damaged on their way: text that was read in another encoding than it was written in
//! (mojibake), and references to characters that nobody resolved.
//!
//! A run is repaired only where its bytes, written back in the wrong encoding, are sound UTF-8: no text in any
//! language has such runs by itself. What was repaired is counted, and told once.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

use crate::draft::Draft;
use crate::json;
use crate::stated;

/// UTF-8 marks as the code page 850 shows them, of which there is no table here.
const OF_850: [(&str, char); 7] =
    [("ÔÇ£", '“'), ("ÔÇØ", '”'), ("ÔÇÖ", '’'), ("ÔÇÿ", '‘'), ("ÔÇô", '–'), ("ÔÇö", '—'), ("ÔÇª", '…')];

/// Adds words that stand in the given text from byte `at` on, with what is damaged repaired.
pub fn copy(words: &str, at: usize, draft: &mut Draft) {
    let mut rest = words;
    let mut from = at;
    while let Some(c) = rest.chars().next() {
        let (length, mended) = match c {
            // What a string of data has in place of a character: "\u201c".
            '\\' => match json::character(rest).filter(|_| is_escape(rest)) {
                Some((c, length)) => (length, Some(c.to_string())),
                None => (1, None),
            },
            '&' => match stated::entity(rest) {
                Some((c, length)) => (length, Some(c.to_string())),
                None => (1, None),
            },
            _ if c.is_ascii() => {
                // As far as nothing can be damaged.
                let end = rest.bytes().position(|byte| !byte.is_ascii() || matches!(byte, b'&' | b'\\'));
                let end = end.unwrap_or(rest.len());
                draft.copy(rest.get(..end).unwrap_or(""), from);
                (rest, from) = (rest.get(end..).unwrap_or(""), from + end);
                continue;
            }
            _ => match run(rest, draft.last_char()) {
                Some((length, mended)) => (length, Some(mended)),
                None => (c.len_utf8(), None),
            },
        };
        match mended {
            Some(mended) => {
                mended.chars().for_each(|c| draft.char(c, from, length));
                draft.about.mended += usize::from(c != '&' && c != '\\');
            }
            None => draft.char(c, from, length),
        }
        (rest, from) = (rest.get(length..).unwrap_or(""), from + length);
    }
}

/// Whether this is an escape, and no path or formula: `\u201c`, `\"`.
fn is_escape(rest: &str) -> bool {
    let hex = rest.get(2..6).is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    rest.starts_with("\\u") && hex || rest.starts_with("\\\"") || rest.starts_with("\\/")
}

/// Whether a text was copied out of a string of data: its line ends are written `\n`, and its marks are escaped, too.
pub fn is_data(given: &str) -> bool {
    let holds = |escape: &str| given.contains(escape);
    let is_marked = || {
        holds("\\\"")
            || given.match_indices("\\u").take(100).any(|(at, _)| given.get(at..).is_some_and(is_escape))
    };
    holds("\\n\\n") || holds("\\r\\n") || holds("\\n") && is_marked()
}

/// Says that characters were repaired, if any were.
pub fn tell(draft: &mut Draft) {
    let count = std::mem::take(&mut draft.about.mended);
    if count > 0 {
        let places = if count == 1 { "one place".to_owned() } else { format!("{count} places") };
        draft.about.note("mended", format!("Letters or marks were damaged by a wrong encoding (like “â€œ”); they were repaired in {places}."));
    }
}

/// The damaged run that the text begins with, behind the character `before`, and what it was.
fn run(rest: &str, before: Option<char>) -> Option<(usize, String)> {
    if let Some((written, c)) = OF_850.iter().find(|(written, _)| rest.starts_with(written)) {
        return Some((written.len(), c.to_string()));
    }
    let mut characters = rest.chars();
    let (first, second, third) = (characters.next()?, characters.next()?, characters.next());
    // A mark that may stand behind a letter by right: “IRMÔ.
    let is_mark = matches!(second, '‘'..='”' | '–' | '—' | '•' | '…' | '‹' | '›' | '«' | '»');
    let goes_on = third.is_some_and(char::is_lowercase);
    let encoding = match first {
        'â' | 'ï' | 'ð' => WINDOWS_1252,
        'Â' | 'Ã' if !is_mark || goes_on => WINDOWS_1252,
        // A capital in the middle of a word.
        'Ä' | 'Å' if before.is_some_and(char::is_lowercase) => WINDOWS_1252,
        '‚' if second == 'Ä' => MACINTOSH,
        '√' | '¬' => MACINTOSH,
        _ => return None,
    };
    let (length, mended) = unit(rest, encoding)?;
    // It may have happened twice.
    match run_within(&mended, rest.get(length..)?) {
        Some((more, twice)) => Some((length + more, twice)),
        None => Some((length, mended)),
    }
}

/// A character that became a damaged run itself: what follows belongs to it.
fn run_within(first: &str, rest: &str) -> Option<(usize, String)> {
    let lead = first.chars().next().filter(|c| matches!(c, 'Ã' | 'Â' | 'â'))?;
    let mut mended = lead.to_string();
    let mut length = 0;
    while mended.chars().count() < 4 {
        let next = rest.get(length..)?;
        let (taken, c) = unit(next, WINDOWS_1252)?;
        length += taken;
        mended.push_str(&c);
        if let Some((whole, once)) = unit(&mended, WINDOWS_1252)
            && whole == mended.len()
        {
            return Some((length, once));
        }
    }
    None
}

/// The one character whose UTF-8 the text begins with, read as that encoding.
fn unit(rest: &str, encoding: &'static Encoding) -> Option<(usize, String)> {
    let mut bytes = Vec::with_capacity(4);
    let mut length = 0;
    for c in rest.chars().take(4) {
        let mut buffer = [0; 4];
        let (encoded, _, unknown) = encoding.encode(c.encode_utf8(&mut buffer));
        let byte = match (&*encoded, unknown) {
            ([byte], false) if *byte >= 0x80 => *byte,
            _ => break,
        };
        bytes.push(byte);
        length += c.len_utf8();
        if let Ok(text) = str::from_utf8(&bytes) {
            return Some((length, text.to_owned()));
        }
    }
    // The closing mark's last byte has no character there, and was lost.
    let is_closing_mark = bytes == b"\xe2\x80" && encoding == WINDOWS_1252;
    is_closing_mark.then(|| (length, "”".to_owned()))
}

#[cfg(test)]
mod tests {
    use crate::read_paste;

    #[track_caller]
    fn check(given: &str, expected: &str, is_told: bool) {
        let document = read_paste(given, None);
        assert_eq!(document.text, expected);
        assert_eq!(document.diagnostics.iter().any(|said| said.code == "mended"), is_told, "{given}");
    }

    #[test]
    fn utf_8_that_was_read_as_something_else() {
        check(
            "â€œNo,â€\u{9d} said JosÃ© MuÃ±oz. It isnâ€™t his cafÃ©.",
            "“No,” said José Muñoz. It isn’t his café.",
            true,
        );
        check("â€œNo,â€ said Tilda Marsh.", "“No,” said Tilda Marsh.", true);
        check("‚ÄúNo,‚Äù said Tilda Marsh.", "“No,” said Tilda Marsh.", true);
        check("ÔÇ£No,ÔÇØ said Tilda Marsh.", "“No,” said Tilda Marsh.", true);
        check("The cafÃƒÂ© is open.", "The café is open.", true);
    }

    #[test]
    fn letters_that_only_look_damaged() {
        for text in [
            "SÃO BENTO and “IRMÃ” Ângela sang.",
            "It costs £40 – or €45 – at Café Noël.",
            "L’Â est là.",
            "ÂÃ",
        ] {
            check(text, text, false);
        }
    }

    #[test]
    fn references_to_characters() {
        check("&ldquo;No,&rdquo; said AT&amp;T&#8217;s Q&A; team.", "“No,” said AT&T’s Q&A; team.", false);
    }
}
