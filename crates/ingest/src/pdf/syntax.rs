//! The objects that a PDF is made of, read from its bytes. Nothing here trusts a length or a depth.

use std::rc::Rc;

/// Arrays and dictionaries inside of each other that are read.
const DEEPEST: usize = 40;

/// One object.
#[derive(Debug, Clone)]
pub enum Object {
    Null,
    Bool,
    Number(f64),
    Text(Rc<[u8]>),
    Name(Rc<str>),
    Array(Rc<[Object]>),
    Dict(Dict),
    /// A dictionary, and where its data begins.
    Stream(Dict, usize),
    Reference(u32),
    /// A word of a program: an operator, or "endobj".
    Word(Rc<str>),
}

/// Names and what they stand for, few of them.
#[derive(Debug, Clone, Default)]
pub struct Dict(Rc<[(Rc<str>, Object)]>);

impl Dict {
    pub fn get(&self, key: &str) -> Option<&Object> {
        self.0.iter().find(|(name, _)| &**name == key).map(|(_, value)| value)
    }
}

impl Object {
    pub fn number(&self) -> Option<f64> {
        match self {
            Object::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// A number that counts something.
    pub fn count(&self) -> Option<usize> {
        self.number().filter(|number| (0.0..=4e9).contains(number)).map(|number| number as usize)
    }

    pub fn name(&self) -> Option<&str> {
        match self {
            Object::Name(name) => Some(name),
            _ => None,
        }
    }

    pub fn array(&self) -> Option<&[Object]> {
        match self {
            Object::Array(items) => Some(items),
            _ => None,
        }
    }

    /// A dictionary, that of a stream too.
    pub fn dict(&self) -> Option<&Dict> {
        match self {
            Object::Dict(dict) | Object::Stream(dict, _) => Some(dict),
            _ => None,
        }
    }
}

/// Reads objects one after another.
pub struct Lexer<'a> {
    pub bytes: &'a [u8],
    pub at: usize,
    /// Whether "5 0 R" is a reference: not so in a page's program.
    pub has_references: bool,
}

impl<'a> Lexer<'a> {
    pub fn new(bytes: &'a [u8], at: usize) -> Self {
        Lexer { bytes, at, has_references: true }
    }

    /// Of a program.
    pub fn program(bytes: &'a [u8]) -> Self {
        Lexer { bytes, at: 0, has_references: false }
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub fn skip_space(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| byte != b'\n' && byte != b'\r') {
                    self.at += 1;
                }
            } else if is_space(byte) {
                self.at += 1;
            } else {
                break;
            }
        }
    }

    /// The next object; none at the end.
    pub fn next(&mut self) -> Option<Object> {
        self.object(0)
    }

    fn object(&mut self, depth: usize) -> Option<Object> {
        self.skip_space();
        let byte = self.peek()?;
        if depth > DEEPEST {
            return None;
        }
        match byte {
            b'/' => Some(Object::Name(self.name())),
            b'(' => Some(Object::Text(self.string().into())),
            b'<' if self.bytes.get(self.at + 1) == Some(&b'<') => self.dict(depth),
            b'<' => Some(Object::Text(self.hex().into())),
            b'[' => {
                self.at += 1;
                let mut items = Vec::new();
                loop {
                    self.skip_space();
                    match self.peek() {
                        None => break,
                        Some(b']') => {
                            self.at += 1;
                            break;
                        }
                        Some(_) => items.push(self.object(depth + 1)?),
                    }
                }
                Some(Object::Array(items.into()))
            }
            b'0'..=b'9' | b'+' | b'-' | b'.' => Some(self.number()),
            b')' | b']' | b'{' | b'}' | b'>' => {
                self.at += 1;
                Some(Object::Word("".into()))
            }
            _ => Some(self.word()),
        }
    }

    fn word(&mut self) -> Object {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        let word = String::from_utf8_lossy(self.bytes.get(start..self.at).unwrap_or_default());
        match &*word {
            "true" | "false" => Object::Bool,
            "null" => Object::Null,
            word => Object::Word(word.into()),
        }
    }

    fn name(&mut self) -> Rc<str> {
        self.at += 1;
        let mut name = Vec::new();
        while let Some(byte) = self.peek().filter(|&byte| is_regular(byte)) {
            let hex = self.bytes.get(self.at + 1..self.at + 3).and_then(|two| str::from_utf8(two).ok());
            match hex.and_then(|two| u8::from_str_radix(two, 16).ok()).filter(|_| byte == b'#') {
                Some(byte) => {
                    name.push(byte);
                    self.at += 3;
                }
                None => {
                    name.push(byte);
                    self.at += 1;
                }
            }
        }
        String::from_utf8_lossy(&name).into()
    }

    fn number(&mut self) -> Object {
        let start = self.at;
        let (mut value, mut scale, mut is_negative, mut digits) = (0.0, 0.0, false, 0);
        while let Some(byte) = self.peek() {
            match byte {
                b'-' if self.at == start => is_negative = true,
                b'+' | b'-' => {}
                b'.' if scale == 0.0 => scale = 1.0,
                b'0'..=b'9' => {
                    digits += 1;
                    value = value * 10.0 + f64::from(byte - b'0');
                    scale *= 10.0;
                }
                _ => break,
            }
            self.at += 1;
        }
        if self.at == start {
            self.at += 1;
        }
        let value = if scale > 1.0 { value / scale } else { value };
        let value = if is_negative { -value } else { value };
        if self.has_references
            && !is_negative
            && scale == 0.0
            && digits > 0
            && let Some(number) = self.reference(value)
        {
            return Object::Reference(number);
        }
        Object::Number(value)
    }

    /// "0 R" behind a number.
    fn reference(&mut self, number: f64) -> Option<u32> {
        let mut ahead = Lexer { at: self.at, ..*self };
        ahead.skip_space();
        let start = ahead.at;
        while ahead.peek().is_some_and(|byte| byte.is_ascii_digit()) {
            ahead.at += 1;
        }
        if ahead.at == start || ahead.at > start + 5 {
            return None;
        }
        ahead.skip_space();
        let is_reference = ahead.peek() == Some(b'R')
            && !ahead.bytes.get(ahead.at + 1).copied().is_some_and(is_regular)
            && number <= 1e8;
        if is_reference {
            self.at = ahead.at + 1;
        }
        is_reference.then_some(number as u32)
    }

    fn string(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut out, mut depth) = (Vec::new(), 1);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' => {
                    depth -= 1;
                    if depth == 0 {
                        break;
                    }
                }
                b'\\' => {
                    let Some(escaped) = self.peek() else { break };
                    self.at += 1;
                    match escaped {
                        b'n' => out.push(b'\n'),
                        b'r' => out.push(b'\r'),
                        b't' => out.push(b'\t'),
                        b'b' => out.push(8),
                        b'f' => out.push(12),
                        b'\r' => self.at += usize::from(self.peek() == Some(b'\n')),
                        b'\n' => {}
                        b'0'..=b'7' => {
                            let mut code = u32::from(escaped - b'0');
                            for _ in 0..2 {
                                let Some(digit @ b'0'..=b'7') = self.peek() else { break };
                                code = code * 8 + u32::from(digit - b'0');
                                self.at += 1;
                            }
                            out.push(code as u8);
                        }
                        other => out.push(other),
                    }
                    continue;
                }
                _ => {}
            }
            out.push(byte);
        }
        out
    }

    fn hex(&mut self) -> Vec<u8> {
        self.at += 1;
        let (mut out, mut half) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(digit) = char::from(byte).to_digit(16) else { continue };
            half = match half {
                None => Some(digit),
                Some(first) => {
                    out.push((first * 16 + digit) as u8);
                    None
                }
            };
        }
        out.extend(half.map(|digit| (digit * 16) as u8));
        out
    }

    fn dict(&mut self, depth: usize) -> Option<Object> {
        self.at += 2;
        let mut entries = Vec::new();
        loop {
            self.skip_space();
            match self.peek() {
                None => break,
                Some(b'>') => {
                    self.at += 1 + usize::from(self.bytes.get(self.at + 1) == Some(&b'>'));
                    break;
                }
                Some(b'/') => {
                    let name = self.name();
                    self.skip_space();
                    if self.peek() == Some(b'>') {
                        continue;
                    }
                    let before = self.at;
                    let value = self.object(depth + 1)?;
                    // Cut off: the object behind it has begun.
                    if matches!(&value, Object::Word(word) if matches!(&**word, "endobj" | "stream")) {
                        self.at = before;
                        break;
                    }
                    entries.push((name, value));
                }
                Some(_) => {
                    let before = self.at;
                    if matches!(self.object(depth + 1)?, Object::Word(word) if matches!(&*word, "endobj" | "stream"))
                    {
                        self.at = before;
                        break;
                    }
                }
            }
        }
        let dict = Dict(entries.into());
        if !self.has_references {
            return Some(Object::Dict(dict));
        }
        let mut ahead = Lexer { at: self.at, ..*self };
        ahead.skip_space();
        if ahead.bytes.get(ahead.at..).is_some_and(|rest| rest.starts_with(b"stream")) {
            let mut start = ahead.at + b"stream".len();
            start += usize::from(self.bytes.get(start) == Some(&b'\r'));
            start += usize::from(self.bytes.get(start) == Some(&b'\n'));
            self.at = start;
            return Some(Object::Stream(dict, start));
        }
        Some(Object::Dict(dict))
    }
}

pub fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_space(byte) && !b"()<>[]{}/%".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn objects_of_every_kind() {
        let read = |bytes: &[u8]| format!("{:?}", Lexer::new(bytes, 0).next());
        assert!(read(b"<< /A#20B [1 -2.5 (a\\(b\\)\\101) <414> ] /C 5 0 R >>").contains("\"A B\""));
        assert_eq!(Lexer::new(b"-2.5", 0).next().and_then(|object| object.number()), Some(-2.5));
        assert!(matches!(Lexer::new(b"12 0 R", 0).next(), Some(Object::Reference(12))));
        assert!(matches!(Lexer::program(b"12 0 R").next(), Some(Object::Number(12.0))));
        assert!(matches!(Lexer::new(b"<</L 3>>\nstream\r\nabc", 0).next(), Some(Object::Stream(_, 17))));
        assert!(
            matches!(Lexer::new(b"(a(b)\\\nc", 0).next(), Some(Object::Text(text)) if &*text == b"a(b)c")
        );
    }

    #[test]
    fn anything_is_read_to_its_end() {
        for bytes in [&b"<< /A << /B [ ( < "[..], b"]]]>>)){{", b"/", b"<", b"- . + 1e9", b"<<<<<<<<"] {
            let mut lexer = Lexer::new(bytes, 0);
            let mut count = 0;
            while lexer.next().is_some() {
                count += 1;
                assert!(count < 100);
            }
        }
        let deep = b"[".repeat(100_000);
        assert!(Lexer::new(&deep, 0).next().is_none());
    }
}
