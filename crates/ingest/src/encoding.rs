//! Bytes into text, whatever their encoding.
//!
//! A byte order mark is believed, then UTF-8 and UTF-16 are recognised by their shape, then a page's own word
//! for it; what is left is a legacy encoding, guessed from its letters.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use text::Diagnostic;

/// How far into a page its encoding may be named (the HTML standard's own bound).
const DECLARED_WITHIN: usize = 1024;

pub struct Decoded {
    pub text: String,
    /// What the reader of the article should know of it.
    pub note: Option<Diagnostic>,
}

/// The text of these bytes; a page may name its encoding in a `meta` tag.
pub fn decode(bytes: &[u8], is_page: bool) -> Decoded {
    // UTF-16 without a mark is sound UTF-8, too, with a zero beside each letter.
    let wide = utf16(bytes);
    if let (None, Ok(text)) = (wide, str::from_utf8(bytes)) {
        return Decoded { text: text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), note: None };
    }
    let encoding = Encoding::for_bom(bytes)
        .map(|(encoding, _)| encoding)
        .or(wide)
        .or_else(|| is_page.then(|| declared(bytes)).flatten())
        .unwrap_or_else(|| guessed(bytes));
    let (text, encoding, broken) = encoding.decode(bytes);
    let note = match (broken, encoding == UTF_8 || encoding == UTF_16LE || encoding == UTF_16BE) {
        (true, _) => {
            Some(format!("Some bytes are no {} text; \u{fffd} stands where they were.", encoding.name()))
        }
        (false, false) => Some(format!("Read as {}, as its letters suggest.", encoding.name())),
        (false, true) => None,
    };
    Decoded {
        text: text.into_owned(),
        note: note.map(|sentence| Diagnostic::note("encoding", None, sentence)),
    }
}

/// The UTF-16 that these bytes are: told by its mark, or by the zeros that most letters and spaces then have.
pub fn utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let start = bytes.get(..4096).unwrap_or(bytes);
    let pairs = start.chunks_exact(2);
    let count = pairs.len();
    let (mut low, mut high) = (0, 0);
    for pair in pairs {
        match pair {
            [0, 0] => return None,
            [_, 0] => low += 1,
            [0, _] => high += 1,
            _ => {}
        }
    }
    // Even a text in another script has spaces, digits and full stops.
    let enough = (count / 10).max(2);
    match (low >= enough, high >= enough) {
        (true, _) if high * 20 <= low => Some(UTF_16LE),
        (_, true) if low * 20 <= high => Some(UTF_16BE),
        _ => None,
    }
}

/// The encoding that a page names for itself.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..DECLARED_WITHIN).unwrap_or(bytes);
    let start = String::from_utf8_lossy(start).to_ascii_lowercase();
    let (_, rest) = start.split_once("charset=").or_else(|| start.split_once("encoding="))?;
    let label = rest.trim_start_matches(['"', '\'', ' ']);
    let label = label.split(|c: char| !(c.is_ascii_alphanumeric() || "-_:".contains(c))).next()?;
    // It was no UTF-8 when it was tried, whatever it says.
    Encoding::for_label(label.as_bytes()).filter(|&encoding| encoding != UTF_8)
}

fn guessed(bytes: &[u8]) -> &'static Encoding {
    // Mostly sound UTF-8 with a few broken bytes is still UTF-8.
    let broken = bytes.utf8_chunks().filter(|chunk| !chunk.invalid().is_empty()).count();
    let sound = bytes
        .utf8_chunks()
        .map(|chunk| chunk.valid().chars().filter(|c| !c.is_ascii()).count())
        .sum::<usize>();
    if broken * 10 < sound {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8], text: &str) {
        assert_eq!(decode(bytes, false).text, text);
    }

    fn utf16_bytes(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(unit).collect()
    }

    const WORDS: &str = "Łódź’s mayor said: “Fine.”";

    #[test]
    fn utf_8_with_and_without_its_mark() {
        check(WORDS.as_bytes(), WORDS);
        check("\u{feff}Hey".as_bytes(), "Hey");
    }

    #[test]
    fn utf_16_of_both_orders_with_and_without_its_mark() {
        for unit in [u16::to_le_bytes, u16::to_be_bytes] {
            check(&utf16_bytes(WORDS, unit), WORDS);
            check(&utf16_bytes(&format!("\u{feff}{WORDS}"), unit), WORDS);
        }
    }

    #[test]
    fn a_legacy_encoding_is_guessed_and_said() {
        let decoded = decode(b"\x93Fine,\x94 said the caf\xe9\x92s owner, Ren\xe9e.", false);
        assert_eq!(decoded.text, "“Fine,” said the café’s owner, Renée.");
        assert!(decoded.note.is_some_and(|note| note.message.contains("windows-1252")));
    }

    #[test]
    fn a_page_names_its_encoding() {
        let page = b"<meta charset=\"iso-8859-2\"><p>\xa3\xf3d\xbc";
        assert_eq!(decode(page, true).text, "<meta charset=\"iso-8859-2\"><p>Łódź");
    }

    #[test]
    fn a_few_broken_bytes_leave_utf_8_what_it_is() {
        let mut bytes = "é".repeat(40).into_bytes();
        bytes.push(0xff);
        let decoded = decode(&bytes, false);
        assert_eq!(decoded.text, "é".repeat(40) + "\u{fffd}");
        assert!(decoded.note.is_some());
    }
}
