//! Rich Text (RTF): its text, paragraph by paragraph.

use encoding_rs::{Encoding, WINDOWS_1252};

use crate::draft::{Draft, Hint};
use crate::html::pieces::deletions;
use crate::stated::{add_authors, words};

/// Groups deeper than this are read with the state of the one at this depth.
const DEEPEST: usize = 200;

/// What a group does with its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Text,
    Note,
    Title,
    Author,
    Nowhere,
}

#[derive(Debug, Clone, Copy)]
struct State {
    place: Place,
    struck: bool,
    hidden: bool,
    raised: bool,
    /// Characters that stand for one that an old program cannot show.
    fallback: usize,
}

struct Reader<'a, 'd> {
    given: &'a [u8],
    at: usize,
    draft: &'d mut Draft,
    state: State,
    open: Vec<State>,
    /// Groups that are deeper than the deepest.
    deeper: usize,
    encoding: &'static Encoding,
    /// Bytes of a code page that wait for the rest of their character.
    bytes: Vec<u8>,
    /// Characters of a fallback that are still to be passed over.
    skip: usize,
    high: Option<u16>,
    notes: Vec<String>,
    title: String,
    author: String,
    struck: (usize, usize),
    struck_words: String,
    is_row: bool,
    is_item: bool,
}

/// Reads a document.
pub fn read(given: &[u8], draft: &mut Draft) {
    let mut reader = Reader {
        given,
        at: 0,
        draft,
        state: State { place: Place::Text, struck: false, hidden: false, raised: false, fallback: 1 },
        open: Vec::new(),
        deeper: 0,
        encoding: WINDOWS_1252,
        bytes: Vec::new(),
        skip: 0,
        high: None,
        notes: Vec::new(),
        title: String::new(),
        author: String::new(),
        struck: (0, 0),
        struck_words: String::new(),
        is_row: false,
        is_item: false,
    };
    reader.read();
}

impl Reader<'_, '_> {
    fn read(&mut self) {
        while let Some(&byte) = self.given.get(self.at) {
            self.at += 1;
            match byte {
                b'{' => self.begin_group(),
                b'}' => self.end_group(),
                b'\\' => self.control(),
                b'\r' | b'\n' => {}
                _ if self.skip > 0 => self.skip -= 1,
                _ => self.byte(byte),
            }
        }
        self.flush();
        self.end_paragraph();
        self.end_struck();
        for note in std::mem::take(&mut self.notes) {
            note.chars().for_each(|c| self.draft.char(c, self.at, 0));
            self.draft.end(Hint::Note);
        }
        let (count, struck) = self.struck;
        if count > 0 {
            self.draft.about.leave_out("struck out", struck);
            self.draft.about.note("struck-out", deletions(count));
        }
        self.draft.about.stated.title = words(&self.title);
        add_authors(&mut self.draft.about.stated, &self.author);
    }

    fn begin_group(&mut self) {
        self.flush();
        self.skip = 0;
        if self.open.len() < DEEPEST {
            self.open.push(self.state);
        } else {
            self.deeper += 1;
        }
    }

    fn end_group(&mut self) {
        self.flush();
        self.skip = 0;
        if self.deeper > 0 {
            self.deeper -= 1;
        } else if let Some(state) = self.open.pop() {
            self.state = state;
        }
    }

    fn control(&mut self) {
        let Some(&byte) = self.given.get(self.at) else { return };
        if byte.is_ascii_alphabetic() {
            let name_end = self.end_of(self.at, |byte| byte.is_ascii_alphabetic());
            let number_start = name_end + usize::from(self.given.get(name_end) == Some(&b'-'));
            let number_end = self.end_of(number_start, |byte| byte.is_ascii_digit());
            let name = self.given.get(self.at..name_end).unwrap_or_default();
            let has_number = number_end > number_start;
            let number = self.given.get(name_end..number_end).filter(|_| has_number);
            let number = number.and_then(|number| str::from_utf8(number).ok()?.parse::<i32>().ok());
            self.at = if has_number { number_end } else { name_end };
            self.at += usize::from(self.given.get(self.at) == Some(&b' '));
            if name == b"bin" {
                self.at = self.at.saturating_add(number.unwrap_or(0).max(0) as usize);
                return;
            }
            if name != b"u" {
                self.flush();
            }
            self.word(name, number);
            return;
        }
        self.at += 1;
        match byte {
            b'\'' => {
                let hex = self.given.get(self.at..self.at + 2).and_then(|hex| str::from_utf8(hex).ok());
                let value = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok());
                self.at += 2;
                match value {
                    _ if self.skip > 0 => self.skip -= 1,
                    Some(value) => self.byte(value),
                    None => {}
                }
            }
            b'*' => self.state.place = Place::Nowhere,
            b'~' => self.char(' '),
            b'_' => self.char('-'),
            b'\n' | b'\r' => self.end_paragraph(),
            b'\\' | b'{' | b'}' => self.byte(byte),
            _ => {}
        }
    }

    fn end_of(&self, from: usize, belongs: impl Fn(u8) -> bool) -> usize {
        let rest = self.given.get(from..).unwrap_or_default();
        from + rest.iter().take_while(|&&byte| belongs(byte)).count()
    }

    fn word(&mut self, name: &[u8], number: Option<i32>) {
        let is_on = number != Some(0);
        match name {
            b"u" => {
                self.flush();
                self.unit(number.unwrap_or(0) as u16);
                self.skip = self.state.fallback;
            }
            b"uc" => self.state.fallback = number.unwrap_or(1).clamp(0, 16) as usize,
            b"ansicpg" => {
                let label = format!("windows-{}", number.unwrap_or(1252));
                self.encoding = Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252);
            }
            b"mac" => self.encoding = encoding_rs::MACINTOSH,
            b"par" | b"sect" | b"page" => self.end_paragraph(),
            b"pard" => {
                self.is_row = false;
                self.is_item = false;
            }
            b"intbl" => self.is_row = true,
            b"ls" | b"pntext" | b"listtext" => {
                self.is_item = true;
                if name != b"ls" {
                    self.state.place = Place::Nowhere;
                }
            }
            b"cell" if self.draft.last_char().is_some() => {
                self.draft.space(self.at);
                self.draft.mark('|');
                self.draft.space(self.at);
            }
            b"row" => self.draft.end(Hint::TableRow),
            b"line" | b"tab" => self.char(' '),
            b"strike" | b"striked" => {
                self.end_struck();
                self.state.struck = is_on;
            }
            b"deleted" => self.state.struck = is_on,
            b"v" => self.state.hidden = is_on,
            b"super" => self.state.raised = is_on,
            b"nosupersub" => self.state.raised = false,
            b"plain" => {
                (self.state.struck, self.state.hidden, self.state.raised) = (false, false, false);
            }
            b"footnote" => {
                self.state.place = Place::Note;
                self.state.raised = false;
                self.notes.push(String::new());
            }
            b"title" if self.state.place == Place::Nowhere => self.state.place = Place::Title,
            b"author" if self.state.place == Place::Nowhere => self.state.place = Place::Author,
            b"fonttbl" | b"colortbl" | b"stylesheet" | b"info" | b"pict" | b"object" | b"header"
            | b"headerl" | b"headerr" | b"headerf" | b"footer" | b"footerl" | b"footerr" | b"footerf"
            | b"annotation" | b"atnid" | b"atnauthor" | b"fldinst" | b"listtable" | b"revtbl"
            | b"themedata" | b"nonshppict" | b"xe" | b"tc" => self.state.place = Place::Nowhere,
            b"emdash" => self.char('—'),
            b"endash" => self.char('–'),
            b"lquote" => self.char('‘'),
            b"rquote" => self.char('’'),
            b"ldblquote" => self.char('“'),
            b"rdblquote" => self.char('”'),
            b"bullet" => self.char('•'),
            b"emspace" | b"enspace" | b"qmspace" => self.char(' '),
            _ => {}
        }
    }

    /// A unit of UTF-16.
    fn unit(&mut self, unit: u16) {
        let high = self.high.take();
        if (0xd800..0xdc00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units = high.into_iter().chain([unit]);
        let c = char::decode_utf16(units).next().and_then(Result::ok).unwrap_or('\u{fffd}');
        self.char(c);
    }

    fn byte(&mut self, byte: u8) {
        self.bytes.push(byte);
        if byte.is_ascii() {
            self.flush();
        }
    }

    fn flush(&mut self) {
        if !self.bytes.is_empty() {
            let bytes = std::mem::take(&mut self.bytes);
            let (text, ..) = self.encoding.decode(&bytes);
            text.chars().for_each(|c| self.char(c));
        }
    }

    fn char(&mut self, c: char) {
        match self.state.place {
            Place::Nowhere => {}
            Place::Title => self.title.push(c),
            Place::Author => self.author.push(c),
            Place::Note => {
                if let Some(note) = self.notes.last_mut() {
                    note.push(c);
                }
            }
            Place::Text if self.state.hidden => {}
            Place::Text if self.state.struck => self.struck_words.push(c),
            Place::Text => {
                self.end_struck();
                // A raised digit is the mark of a note, unless it is a power.
                let is_mark = self.state.raised && c.is_ascii_digit();
                let base = self.draft.open_words();
                match is_mark.then(|| crate::html::raised::kind(c.encode_utf8(&mut [0; 4]), base, false)) {
                    Some(crate::html::raised::Raised::Mark) => {}
                    Some(crate::html::raised::Raised::Power) => {
                        let high = crate::html::raised::high(c).unwrap_or(c);
                        self.draft.char(high, self.at, 0);
                    }
                    _ => self.draft.char(c, self.at, 0),
                }
            }
        }
    }

    fn end_struck(&mut self) {
        let words = self.struck_words.split_whitespace().count();
        if words > 0 {
            self.struck = (self.struck.0 + 1, self.struck.1 + words);
        }
        self.struck_words.clear();
    }

    fn end_paragraph(&mut self) {
        match self.state.place {
            Place::Text if self.is_row => self.draft.space(self.at),
            Place::Text => self.draft.end(if self.is_item { Hint::ListItem } else { Hint::Text }),
            Place::Note => self.char(' '),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use text::BlockKind::*;

    use crate::html::shown;
    use crate::read_file;

    #[test]
    fn paragraphs_characters_notes_and_deletions() {
        let rtf = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\*\generator X;}{\info{\title Ferry}{\author Ana Ruiz}}
\pard\b Ferry to close\b0\par\pard \ldblquote It closes,\rdblquote  said Jos\'e9 Mu\u241?oz.{\footnote In part.} A caf\'e9
 {\strike was }\u8220?went\u8221? too {\v no}\'97 so.\par{\header Draft}{\pict 00ff}\par}";
        let document = read_file("a.rtf", rtf.as_bytes());
        assert_eq!(
            shown(&document),
            [
                (Headline, "Ferry to close"),
                (Paragraph, "“It closes,” said José Muñoz. A café “went” too — so."),
                (Note, "In part."),
            ]
        );
        assert_eq!(document.stated.title.as_deref(), Some("Ferry"));
        assert_eq!(document.stated.authors, ["Ana Ruiz"]);
        assert!(document.diagnostics.iter().any(|said| said.code == "struck-out"));
    }

    #[test]
    fn broken_and_deep_documents_end() {
        for rtf in [
            "{\\rtf1".to_owned() + &"{".repeat(100_000),
            "{\\rtf1 \\'".to_owned(),
            "{\\rtf1 \\bin99999999 x".to_owned(),
            "{\\rtf1 \\u".to_owned(),
        ] {
            read_file("a.rtf", rtf.as_bytes());
        }
    }
}
