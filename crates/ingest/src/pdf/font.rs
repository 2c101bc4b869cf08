//! What the codes of a PDF's fonts stand for, and how wide their letters are.

use std::collections::BTreeMap;

use super::file::File;
use super::syntax::{Dict, Lexer, Object};

/// Names of letters and their code points, as fonts call them (Adobe's list, as far as newspapers go).
const GLYPHS: &str = include_str!("glyphs.txt");
/// Codes that a table gives a meaning to, at most.
const MOST_CODES: usize = 200_000;

pub struct Font {
    /// Codes are one byte, with these letters; else two.
    simple: Option<Box<[Option<String>; 256]>>,
    meanings: Codes,
    widths: BTreeMap<u32, f64>,
    /// Of a code without a width of its own.
    width: Option<f64>,
    /// Codes are UTF-16.
    is_unicode: bool,
    is_typewriter: bool,
}

/// The letters that codes stand for, and how many bytes codes have.
#[derive(Default)]
struct Codes {
    single: BTreeMap<u32, String>,
    /// From, to, and the letters of the first.
    ranges: Vec<(u32, u32, Vec<u16>)>,
    lengths: Vec<(usize, u32, u32)>,
}

impl Font {
    pub fn read(file: &File, dict: &Dict) -> Font {
        let kind = file.entry(dict, "Subtype");
        let meanings = match file.entry(dict, "ToUnicode") {
            Object::Stream(map, start) => Codes::read(&file.data(&map, start)),
            _ => Codes::default(),
        };
        let base = file.entry(dict, "BaseFont").name().unwrap_or("").to_owned();
        let mut font = Font {
            simple: None,
            meanings,
            widths: BTreeMap::new(),
            width: None,
            is_unicode: false,
            is_typewriter: base.contains("Courier"),
        };
        if kind.name() == Some("Type0") {
            font.read_composite(file, dict);
        } else {
            font.read_simple(file, dict, kind.name() == Some("Type3"));
        }
        font
    }

    fn read_composite(&mut self, file: &File, dict: &Dict) {
        match file.entry(dict, "Encoding") {
            Object::Name(name) => self.is_unicode = name.contains("UCS2") || name.contains("UTF16"),
            Object::Stream(map, start) => {
                let codes = Codes::read(&file.data(&map, start));
                if self.meanings.lengths.is_empty() {
                    self.meanings.lengths = codes.lengths;
                }
            }
            _ => {}
        }
        let below = super::file::list(file.entry(dict, "DescendantFonts"));
        let Some(below) = below.first().map(|font| file.resolve(font)) else { return };
        let Some(below) = below.dict() else { return };
        self.width = Some(file.entry(below, "DW").number().unwrap_or(1000.0) / 1000.0);
        let widths = super::file::list(file.entry(below, "W"));
        let mut at = 0;
        while let Some(first) = widths.get(at).and_then(|first| file.resolve(first).count()) {
            match widths.get(at + 1).map(|next| file.resolve(next)) {
                Some(Object::Array(list)) => {
                    for (offset, width) in list.iter().enumerate() {
                        if let Some(width) = file.resolve(width).number() {
                            self.widths.insert((first + offset) as u32, width / 1000.0);
                        }
                    }
                    at += 2;
                }
                Some(Object::Number(last)) => {
                    let Some(width) = widths.get(at + 2).and_then(|width| file.resolve(width).number())
                    else {
                        return;
                    };
                    let last = (last.max(0.0) as usize).min(first + 0xffff);
                    for code in first..=last {
                        self.widths.insert(code as u32, width / 1000.0);
                    }
                    at += 3;
                }
                _ => return,
            }
            if self.widths.len() > MOST_CODES {
                return;
            }
        }
    }

    fn read_simple(&mut self, file: &File, dict: &Dict, is_drawn: bool) {
        let scale = match file.entry(dict, "FontMatrix").array() {
            Some([scale, ..]) if is_drawn => scale.number().unwrap_or(0.001).abs(),
            _ => 0.001,
        };
        let first = file.entry(dict, "FirstChar").count().unwrap_or(0);
        for (offset, width) in super::file::list(file.entry(dict, "Widths")).iter().take(256).enumerate() {
            if let Some(width) = file.resolve(width).number() {
                self.widths.insert((first + offset) as u32, width * scale);
            }
        }
        let descriptor = file.entry(dict, "FontDescriptor");
        let descriptor = descriptor.dict();
        self.width = descriptor.and_then(|dict| file.entry(dict, "MissingWidth").number()).map(|w| w * scale);
        if self.widths.is_empty() {
            self.width = None;
        }
        let encoding = file.entry(dict, "Encoding");
        let base = match &encoding {
            Object::Name(name) => Some(name.to_string()),
            other => other.dict().and_then(|dict| file.entry(dict, "BaseEncoding").name().map(str::to_owned)),
        };
        let mut letters = base_letters(base.as_deref(), is_embedded(file, descriptor));
        if let (None, Some(descriptor)) = (&base, descriptor)
            && let Object::Stream(program, start) = file.entry(descriptor, "FontFile")
        {
            own_letters(&file.data(&program, start), &mut letters);
        }
        if let Some(differences) =
            encoding.dict().map(|dict| super::file::list(file.entry(dict, "Differences")))
        {
            let mut code = 0;
            for item in &differences {
                match file.resolve(item) {
                    Object::Number(number) => code = number.max(0.0) as usize,
                    Object::Name(name) => {
                        if let Some(place) = letters.get_mut(code) {
                            *place = letters_of(&name);
                        }
                        code += 1;
                    }
                    _ => {}
                }
            }
        }
        self.simple = Some(Box::new(letters));
    }

    /// Goes through a string's codes: for each its letters, if they are known, its width, and whether it is the one
    /// byte of a space.
    pub fn each(&self, text: &[u8], mut take: impl FnMut(Option<&str>, f64, bool)) {
        let mut at = 0;
        let mut letters = String::new();
        while at < text.len() {
            let length = if self.simple.is_some() { 1 } else { self.meanings.length_at(text, at) };
            let bytes = text.get(at..(at + length).min(text.len())).unwrap_or_default();
            at += length;
            let code = bytes.iter().fold(0_u32, |code, &byte| code << 8 | u32::from(byte));
            letters.clear();
            let mut known = self.meanings.letters(code, &mut letters);
            if !known && let Some(simple) = &self.simple {
                let letter = simple.get(code as usize).and_then(Option::as_deref);
                known = letter.is_some();
                letters.push_str(letter.unwrap_or(""));
            }
            if !known
                && self.is_unicode
                && let Some(c) = char::from_u32(code)
            {
                known = true;
                letters.push(c);
            }
            let width = self.widths.get(&code).copied().or(self.width);
            let width = width.unwrap_or_else(|| usual_width(&letters, self.is_typewriter));
            take(known.then_some(letters.as_str()), width, length == 1 && code == 32);
        }
    }
}

impl Codes {
    /// Reads the table in which a program says what codes stand for.
    fn read(bytes: &[u8]) -> Codes {
        let mut codes = Codes::default();
        let mut lexer = Lexer::program(bytes);
        let mut before: Vec<Object> = Vec::new();
        let mut count = 0;
        while let Some(object) = lexer.next() {
            let Object::Word(word) = &object else {
                before.push(object);
                count += 1;
                if count > MOST_CODES {
                    break;
                }
                continue;
            };
            match &**word {
                "endcodespacerange" => {
                    for pair in before.chunks_exact(2) {
                        if let [Object::Text(from), Object::Text(to)] = pair {
                            codes.lengths.push((from.len().clamp(1, 4), number(from), number(to)));
                        }
                    }
                }
                "endbfchar" => {
                    for pair in before.chunks_exact(2) {
                        if let [Object::Text(code), Object::Text(letters)] = pair {
                            codes.single.insert(number(code), String::from_utf16_lossy(&units(letters)));
                        }
                    }
                }
                "endbfrange" => {
                    for row in before.chunks_exact(3) {
                        let [Object::Text(from), Object::Text(to), letters] = row else { continue };
                        let (from, to) = (number(from), number(to));
                        match letters {
                            Object::Text(letters) => codes.ranges.push((from, to, units(letters))),
                            Object::Array(list) => {
                                for (code, letters) in (from..=to).zip(list.iter()) {
                                    if let Object::Text(letters) = letters {
                                        codes.single.insert(code, String::from_utf16_lossy(&units(letters)));
                                    }
                                }
                            }
                            _ => {}
                        }
                    }
                }
                _ => {}
            }
            before.clear();
        }
        codes.ranges.sort_by_key(|range| range.0);
        codes
    }

    /// How many bytes the code has that begins here.
    fn length_at(&self, text: &[u8], at: usize) -> usize {
        for length in 1..=4 {
            let Some(bytes) = text.get(at..at + length) else { break };
            let code = number(bytes);
            if self.lengths.iter().any(|&(of, from, to)| of == length && (from..=to).contains(&code)) {
                return length;
            }
        }
        // Two bytes, unless the table knows codes of one byte alone.
        if !self.lengths.is_empty() && self.lengths.iter().all(|&(length, ..)| length == 1) { 1 } else { 2 }
    }

    fn letters(&self, code: u32, out: &mut String) -> bool {
        if let Some(letters) = self.single.get(&code) {
            out.push_str(letters);
            return true;
        }
        let behind = self.ranges.partition_point(|range| range.0 <= code);
        let Some((from, to, first)) = behind.checked_sub(1).and_then(|at| self.ranges.get(at)) else {
            return false;
        };
        if code > *to {
            return false;
        }
        let mut letters = first.clone();
        if let Some(last) = letters.last_mut() {
            *last = last.wrapping_add((code - from) as u16);
        }
        out.push_str(&String::from_utf16_lossy(&letters));
        true
    }
}

fn number(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |code, &byte| code << 8 | u32::from(byte))
}

fn units(bytes: &[u8]) -> Vec<u16> {
    match bytes {
        [one] => Vec::from([u16::from(*one)]),
        _ => bytes.chunks_exact(2).map(|two| u16::from_be_bytes([two[0], two[1]])).collect(),
    }
}

fn is_embedded(file: &File, descriptor: Option<&Dict>) -> bool {
    descriptor.is_some_and(|dict| {
        ["FontFile", "FontFile2", "FontFile3"]
            .iter()
            .any(|key| matches!(file.entry(dict, key), Object::Stream(..)))
    })
}

/// The letters that the codes of an encoding stand for.
fn base_letters(name: Option<&str>, is_embedded: bool) -> [Option<String>; 256] {
    std::array::from_fn(|code| {
        let byte = code as u8;
        if byte < 32 {
            return None;
        }
        let c = match name {
            Some("MacRomanEncoding") => decode(encoding_rs::MACINTOSH, byte),
            Some("WinAnsiEncoding") => decode(encoding_rs::WINDOWS_1252, byte),
            None if is_embedded => decode(encoding_rs::WINDOWS_1252, byte),
            _ => standard(byte),
        };
        c.map(|c| c.to_string())
    })
}

fn decode(encoding: &'static encoding_rs::Encoding, byte: u8) -> Option<char> {
    encoding.decode_without_bom_handling(&[byte]).0.chars().next()
}

/// Adobe's own encoding, that of fonts which state none.
fn standard(byte: u8) -> Option<char> {
    const HIGH: &str = "¡¢£⁄¥ƒ§¤'“«‹›ﬁﬂ\0–†‡·\0¶•‚„”»…‰\0¿\0`´ˆ˜¯˘˙¨\0˚¸\0˝˛ˇ—";
    match byte {
        b'\'' => Some('’'),
        b'`' => Some('‘'),
        0xe1 => Some('Æ'),
        0xe8 => Some('Ł'),
        0xe9 => Some('Ø'),
        0xea => Some('Œ'),
        0xf1 => Some('æ'),
        0xf5 => Some('ı'),
        0xf8 => Some('ł'),
        0xf9 => Some('ø'),
        0xfa => Some('œ'),
        0xfb => Some('ß'),
        0x20..0x7f => Some(char::from(byte)),
        0xa1.. => HIGH.chars().nth(usize::from(byte - 0xa1)).filter(|&c| c != '\0'),
        _ => None,
    }
}

/// The encoding that stands in a font itself: "dup 65 /A put".
fn own_letters(program: &[u8], letters: &mut [Option<String>; 256]) {
    let end = super::file::find(program, b"eexec").unwrap_or(program.len().min(20_000));
    let Some(start) = super::file::find(program, b"/Encoding") else { return };
    let mut lexer = Lexer::program(program.get(..end).unwrap_or_default());
    lexer.at = start;
    let mut code = None;
    while let Some(object) = lexer.next() {
        match object {
            Object::Number(number) => code = Some(number.max(0.0) as usize),
            Object::Name(name) => {
                if let Some(place) = code.take().and_then(|code| letters.get_mut(code))
                    && let Some(letter) = letters_of(&name)
                {
                    *place = Some(letter);
                }
            }
            Object::Word(word) if matches!(&*word, "def" | "readonly") => break,
            _ => {}
        }
    }
}

/// The letters that a name of a glyph stands for: "eacute", "uni00E9", "f_f_i", "a.alt".
fn letters_of(name: &str) -> Option<String> {
    let name = name.split('.').next().filter(|name| !name.is_empty())?;
    if name.contains('_') {
        return name.split('_').map(letters_of).collect();
    }
    if name.len() == 1 {
        return Some(name.to_owned());
    }
    let mut words = GLYPHS.split_ascii_whitespace();
    while let (Some(known), Some(code)) = (words.next(), words.next()) {
        if known == name {
            return u32::from_str_radix(code, 16).ok().and_then(char::from_u32).map(String::from);
        }
    }
    let hex = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    let digits = hex.get(..if name.starts_with("uni") { 4.min(hex.len()) } else { hex.len() })?;
    u32::from_str_radix(digits, 16)
        .ok()
        .filter(|_| digits.len() >= 4)
        .and_then(char::from_u32)
        .map(String::from)
}

/// About how wide a letter is in a font that does not say so.
fn usual_width(letters: &str, is_typewriter: bool) -> f64 {
    if is_typewriter {
        return 0.6;
    }
    letters
        .chars()
        .map(|c| match c {
            ' ' | '.' | ',' | ':' | ';' | '!' | '\'' | 'i' | 'j' | 'l' | 't' | 'f' | 'I' | '’' | '‘'
            | '|' => 0.28,
            'r' | '-' | '(' | ')' | '[' | ']' => 0.33,
            'm' | 'w' | 'M' | 'W' | '—' | '@' | '%' => 0.85,
            _ if c.is_uppercase() => 0.68,
            _ => 0.52,
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_letters() {
        for (name, letters) in [
            ("eacute", "é"),
            ("A", "A"),
            ("quotedblleft", "“"),
            ("uni00E9", "é"),
            ("u1F600", "😀"),
            ("f_f_i", "ffi"),
            ("a.alt", "a"),
        ] {
            assert_eq!(letters_of(name).as_deref(), Some(letters), "{name}");
        }
        assert_eq!(letters_of("g37"), None);
        assert_eq!(letters_of(".notdef"), None);
        assert_eq!([0x27, 0xaa, 0xba, 0xd0].map(standard), ['’', '“', '”', '—'].map(Some));
    }

    #[test]
    fn a_table_of_codes() {
        let codes = Codes::read(
            b"1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfchar <0003> <0020> endbfchar \
              2 beginbfrange <0024> <0026> <0041> <0030> <0031> [<00660069> <2019>] endbfrange",
        );
        let read = |code| {
            let mut out = String::new();
            codes.letters(code, &mut out).then_some(out)
        };
        assert_eq!(read(3).as_deref(), Some(" "));
        assert_eq!(read(0x26).as_deref(), Some("C"));
        assert_eq!(read(0x30).as_deref(), Some("fi"));
        assert_eq!(read(0x31).as_deref(), Some("’"));
        assert_eq!(read(0x27), None);
        assert_eq!(codes.length_at(&[0, 36], 0), 2);
    }
}
