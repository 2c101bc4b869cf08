//! JSON that leads back to its source: every string knows its place.
//!
//! Pages write it by hand and by template, so a line end inside a string, a comma too many or a missing end spoil
//! nothing but themselves.

/// Lists and objects deeper than this are passed over.
const DEEPEST: usize = 48;

#[derive(Debug)]
pub enum Value<'a> {
    Text(Text<'a>),
    List(Vec<Value<'a>>),
    Object(Vec<(Text<'a>, Value<'a>)>),
    /// A number, a truth, nothing.
    Other,
}

/// A string as it is written, without its quotation marks.
#[derive(Debug, Clone, Copy)]
pub struct Text<'a> {
    written: &'a str,
    /// Where that stands, in bytes from the start of what was read.
    at: usize,
}

impl<'a> Value<'a> {
    /// The value of a field of an object.
    pub fn get(&self, name: &str) -> Option<&Value<'a>> {
        match self {
            Value::Object(fields) => {
                fields.iter().find(|(key, _)| key.written == name).map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The first of these fields that there is, whatever the case of its name.
    pub fn first(&self, names: &[&str]) -> Option<&Value<'a>> {
        let Value::Object(fields) = self else { return None };
        names.iter().find_map(|name| {
            let found = fields.iter().find(|(key, _)| key.written.eq_ignore_ascii_case(name));
            found.map(|(_, value)| value).filter(|value| !value.is_empty())
        })
    }

    fn is_empty(&self) -> bool {
        match self {
            Value::Text(text) => text.written.trim().is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            Value::Other => true,
        }
    }

    pub fn text(&self) -> Option<Text<'a>> {
        match self {
            Value::Text(text) => Some(*text),
            _ => None,
        }
    }

    pub fn string(&self) -> Option<String> {
        self.text().map(|text| text.string())
    }
}

impl Text<'_> {
    pub fn string(self) -> String {
        self.chars().map(|(c, ..)| c).collect()
    }

    /// Its characters, each with the place and the length of what stands for it.
    pub fn chars(self) -> impl Iterator<Item = (char, usize, usize)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            let rest = self.written.get(at..)?;
            let (c, length) = character(rest)?;
            at += length;
            Some((c, self.at + at - length, length))
        })
    }
}

/// The first character that is written there, and the length of what is written for it.
pub fn character(rest: &str) -> Option<(char, usize)> {
    let c = rest.chars().next()?;
    let Some(escape) = rest.strip_prefix('\\') else { return Some((c, c.len_utf8())) };
    let plain = match escape.chars().next() {
        None => return Some(('\\', 1)),
        Some('n') => '\n',
        Some('r') => '\r',
        Some('t') => '\t',
        Some('b' | 'f') => ' ',
        Some('u') => return Some(unit(escape)),
        Some(other) => return Some((other, 1 + other.len_utf8())),
    };
    Some((plain, 2))
}

/// `\u201c`, or two of them for one character.
fn unit(escape: &str) -> (char, usize) {
    let hex = |from: usize| u16::from_str_radix(escape.get(from..from + 4)?, 16).ok();
    let Some(first) = hex(1) else { return ('u', 2) };
    if let Some(c) = char::from_u32(u32::from(first)) {
        return (c, 6);
    }
    let second = escape.get(5..7).filter(|next| *next == "\\u").and_then(|_| hex(7));
    match second.and_then(|second| char::decode_utf16([first, second]).next()?.ok()) {
        Some(c) => (c, 12),
        None => ('\u{fffd}', 6),
    }
}

/// The value that stands at byte `at` of `source`.
pub fn read_from(source: &str, at: usize) -> Option<Value<'_>> {
    Reader { source, at }.value(0)
}

struct Reader<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Reader<'a> {
    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or("")
    }

    /// The next character that is no white space.
    fn peek(&mut self) -> Option<char> {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start().len();
        self.rest().chars().next()
    }

    fn take(&mut self, c: char) -> bool {
        let is_next = self.peek() == Some(c);
        self.at += usize::from(is_next);
        is_next
    }

    fn value(&mut self, depth: usize) -> Option<Value<'a>> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            '"' => self.text().map(Value::Text),
            '[' => {
                self.at += 1;
                let mut list = Vec::new();
                while !self.take(']') {
                    let Some(value) = self.value(depth + 1) else { break };
                    list.push(value);
                    self.take(',');
                }
                Some(Value::List(list))
            }
            '{' => {
                self.at += 1;
                let mut fields = Vec::new();
                while !self.take('}') && self.peek() == Some('"') {
                    let Some(name) = self.text() else { break };
                    if !self.take(':') {
                        break;
                    }
                    let Some(value) = self.value(depth + 1) else { break };
                    fields.push((name, value));
                    self.take(',');
                }
                Some(Value::Object(fields))
            }
            _ => {
                let rest = self.rest();
                let end = rest.find(|c: char| !(c.is_ascii_alphanumeric() || "+-.".contains(c)));
                let word = rest.get(..end.unwrap_or(rest.len())).filter(|word| !word.is_empty())?;
                self.at += word.len();
                Some(Value::Other)
            }
        }
    }

    fn text(&mut self) -> Option<Text<'a>> {
        let start = self.at + 1;
        let body = self.source.get(start..)?;
        let mut escaped = false;
        let end = body.bytes().position(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            ends
        })?;
        self.at = start + end + 1;
        Some(Text { written: body.get(..end)?, at: start })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(source: &str) -> Option<Value<'_>> {
        read_from(source, 0)
    }

    #[test]
    fn values_and_their_places() {
        let source = r#" {"a": ["x", 1.5e3, null, {"b": "\u201cNo,\u201d\n\ud83c\udf89"}], "C": "yes"} "#;
        let value = read(source).unwrap();
        let Some(Value::List(list)) = value.get("a") else { panic!("{value:?}") };
        assert_eq!(list[0].string().as_deref(), Some("x"));
        assert!(matches!(list[1], Value::Other));
        let text = list[3].get("b").and_then(Value::text).unwrap();
        assert_eq!(text.string(), "“No,”\n🎉");
        for (c, at, length) in text.chars().filter(|(c, ..)| c.is_ascii_alphabetic()) {
            assert_eq!(&source[at..at + length], c.to_string());
        }
        assert!(value.first(&["none", "c"]).is_some());
    }

    #[test]
    fn what_is_broken_spoils_itself_alone() {
        assert_eq!(
            read("{\"a\": \"two\nlines\",}").unwrap().get("a").unwrap().string().unwrap(),
            "two\nlines"
        );
        assert!(read("{\"a\": \"x\", \"b\": \"cut o").unwrap().get("a").is_some());
        assert!(read("").is_none());
        assert!(read(&"[".repeat(100_000)).is_some());
    }
}
