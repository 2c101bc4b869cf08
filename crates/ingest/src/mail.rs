//! Mail, and what browsers save as one file (MHTML): headers, parts, and the part that holds the text.

use encoding_rs::{Encoding, UTF_8};

use crate::draft::{Draft, Hint};
use crate::stated::{self, add_authors};
use crate::{html, plain};

/// Parts inside of parts that are looked into.
const DEEPEST: usize = 12;
/// Messages of one box that are read.
const MOST: usize = 500;

/// A message or one of its parts.
#[derive(Clone, Copy)]
struct Part<'a> {
    head: &'a [u8],
    body: &'a [u8],
}

/// Whether a file begins as a message does: with lines of headers, one of which every message has.
pub fn is_mail(start: &[u8]) -> bool {
    let start = start.strip_prefix(b"\xef\xbb\xbf").unwrap_or(start);
    let message = after_envelope(start);
    // The line that opens a message in a box tells as much as a header.
    let mut known = usize::from(message.len() < start.len());
    let start = message;
    for line in start.split(|&byte| byte == b'\n').take(60) {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if matches!(line.first(), Some(b' ' | b'\t')) {
            continue;
        }
        let Some(colon) = line.iter().position(|&byte| byte == b':') else { return false };
        let name = line.get(..colon).unwrap_or_default();
        if name.is_empty() || !name.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b'-') {
            return false;
        }
        let name = name.to_ascii_lowercase();
        known += usize::from(matches!(
            name.as_slice(),
            b"from"
                | b"to"
                | b"subject"
                | b"date"
                | b"message-id"
                | b"mime-version"
                | b"content-type"
                | b"received"
                | b"return-path"
        ));
    }
    known >= 3
}

/// The messages of a file: one, or those of a box.
pub fn messages(bytes: &[u8]) -> Vec<&[u8]> {
    if !bytes.starts_with(b"From ") {
        return vec![bytes];
    }
    let mut messages = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut after_blank = false;
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        if after_blank && line.starts_with(b"From ") && messages.len() < MOST {
            messages.push(bytes.get(start..at).unwrap_or_default());
            start = at;
        }
        after_blank = line == b"\n" || line == b"\r\n";
        at += line.len();
    }
    messages.push(bytes.get(start..).unwrap_or_default());
    messages
}

/// Reads one message.
pub fn read(message: &[u8], draft: &mut Draft) {
    let part = Part::of(after_envelope(message));
    let saved_from = part.header("snapshot-content-location");
    let stated = &mut draft.about.stated;
    stated.published = part.header("date").and_then(|date| stated::day(&date));
    if saved_from.is_none()
        && let Some(from) = part.header("from")
    {
        let name = from.split('<').next().unwrap_or("").trim().trim_matches('"').trim();
        add_authors(stated, name);
    }
    let title = part.header("subject").map(|subject| without_prefixes(&subject).to_owned());
    stated.title = title.as_deref().and_then(stated::words);
    let Some((text, is_html)) = text_of(part, 0) else {
        draft.about.note("no-text", "This message has no text, only attachments.");
        return;
    };
    let is_page = saved_from.is_some() || is_html && part.header("from").is_none();
    if is_page {
        let known = std::mem::take(&mut draft.about.stated);
        html::read_page(&text, draft);
        let stated = &mut draft.about.stated;
        // The day of saving says nothing of the article.
        stated.title = stated.title.take().or(known.title);
        stated.url = stated.url.take().or(saved_from.as_deref().and_then(stated::address));
        return;
    }
    if let Some(title) = &draft.about.stated.title.clone() {
        title.chars().for_each(|c| draft.char(c, 0, 0));
        draft.end(Hint::Title);
    }
    if is_html {
        html::read_fragment(&text, draft);
    } else {
        plain::read(&text, draft);
    }
}

/// Without the line that opens a message in a box.
fn after_envelope(message: &[u8]) -> &[u8] {
    match message.strip_prefix(b"From ") {
        Some(rest) => {
            let end = rest.iter().position(|&byte| byte == b'\n').map_or(rest.len(), |at| at + 1);
            rest.get(end..).unwrap_or_default()
        }
        None => message,
    }
}

/// "Fwd: Re: Ferry to close"
pub fn without_prefixes(subject: &str) -> &str {
    let mut subject = subject.trim();
    while let Some((prefix, rest)) = subject.split_once(':')
        && ["re", "fw", "fwd", "aw", "wg", "tr", "rv"].contains(&prefix.trim().to_lowercase().as_str())
    {
        subject = rest.trim();
    }
    subject
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Part<'a> {
        let mut at = 0;
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            at += line.len();
            if line == b"\n" || line == b"\r\n" {
                break;
            }
        }
        let (head, body) = bytes.split_at_checked(at).unwrap_or((bytes, &[]));
        Part { head, body }
    }

    /// A header's value, unfolded and decoded.
    fn header(&self, name: &str) -> Option<String> {
        let mut value: Option<Vec<u8>> = None;
        for line in self.head.split(|&byte| byte == b'\n') {
            let line = line.strip_suffix(b"\r").unwrap_or(line);
            if matches!(line.first(), Some(b' ' | b'\t')) {
                if let Some(value) = &mut value {
                    value.extend_from_slice(line);
                }
                continue;
            }
            if value.is_some() {
                break;
            }
            let is_it = line.get(name.len()) == Some(&b':')
                && line.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name.as_bytes()));
            if is_it {
                value = line.get(name.len() + 1..).map(<[u8]>::to_vec);
            }
        }
        let value = value?;
        let value = String::from_utf8(value)
            .unwrap_or_else(|error| encoding_rs::WINDOWS_1252.decode(error.as_bytes()).0.into_owned());
        Some(encoded_words(value.trim()))
    }

    /// A parameter of the content type: `boundary`, `charset`.
    fn parameter(&self, name: &str) -> Option<String> {
        let value = self.header("content-type")?;
        let lower = value.to_ascii_lowercase();
        let at = lower.match_indices(name).find_map(|(at, _)| {
            let rest = lower.get(at + name.len()..)?.trim_start();
            let skipped = lower.len() - rest.len();
            rest.starts_with('=').then_some(skipped + 1)
        })?;
        let rest = value.get(at..)?.trim_start();
        Some(match rest.strip_prefix('"') {
            Some(quoted) => quoted.split('"').next()?.to_owned(),
            None => rest.split([';', ' ', '\t']).next()?.to_owned(),
        })
    }

    fn kind(&self) -> String {
        let kind = self.header("content-type").unwrap_or_default();
        let kind = kind.split(';').next().unwrap_or("").trim().to_ascii_lowercase();
        if kind.is_empty() { "text/plain".to_owned() } else { kind }
    }

    /// The body's bytes, as they were before they were made fit for mail.
    fn decoded(&self) -> Vec<u8> {
        match self.header("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(self.body, false),
            "base64" => base64(self.body),
            _ => self.body.to_vec(),
        }
    }

    fn text(&self) -> String {
        let bytes = self.decoded();
        let named = self.parameter("charset").and_then(|label| Encoding::for_label(label.as_bytes()));
        match named {
            Some(encoding) if encoding != UTF_8 => encoding.decode(&bytes).0.into_owned(),
            _ => crate::encoding::decode(&bytes, true).text,
        }
    }

    fn parts(&self) -> Vec<Part<'a>> {
        let Some(boundary) = self.parameter("boundary").filter(|boundary| !boundary.is_empty()) else {
            return Vec::new();
        };
        let mark = format!("--{boundary}").into_bytes();
        let mut parts = Vec::new();
        let mut start = None;
        let mut at = 0;
        for line in self.body.split_inclusive(|&byte| byte == b'\n') {
            let next = at + line.len();
            if let Some(rest) = line.strip_prefix(mark.as_slice()) {
                if let Some(start) = start {
                    parts.push(Part::of(self.body.get(start..at).unwrap_or_default()));
                }
                start = (!rest.starts_with(b"--")).then_some(next);
                if start.is_none() {
                    break;
                }
            }
            at = next;
        }
        // A mail that was cut off has no last boundary.
        if let Some(start) = start {
            parts.push(Part::of(self.body.get(start..).unwrap_or_default()));
        }
        parts
    }
}

/// The text of a part, and whether it is HTML: of several forms of it, the plain one if it has words.
fn text_of(part: Part, depth: usize) -> Option<(String, bool)> {
    let kind = part.kind();
    let is_attached = part
        .header("content-disposition")
        .is_some_and(|how| how.to_ascii_lowercase().starts_with("attachment"));
    if depth > DEEPEST || is_attached && !kind.starts_with("message/") {
        return None;
    }
    match kind.as_str() {
        "text/html" | "application/xhtml+xml" => Some((part.text(), true)),
        "message/rfc822" => text_of(Part::of(part.body), depth + 1),
        kind if kind.starts_with("text/") => Some((part.text(), false)),
        kind if kind.starts_with("multipart/") => {
            let parts = part.parts();
            let mut texts = parts.iter().filter_map(|&part| text_of(part, depth + 1));
            let is_alternative = kind == "multipart/alternative";
            let first = texts.find(|(text, _)| !text.trim().is_empty())?;
            // A plain form that only says that there is another one.
            let is_stub = is_alternative && !first.1 && first.0.trim().len() < 80;
            Some(if is_stub { texts.next().unwrap_or(first) } else { first })
        }
        _ => None,
    }
}

/// `=?utf-8?q?St=C3=A4rke?=` in a header.
fn encoded_words(value: &str) -> String {
    let mut out = String::new();
    let mut rest = value;
    let mut after_word = false;
    while let Some(at) = rest.find("=?") {
        let (before, from) = rest.split_at(at);
        let Some((decoded, length)) = encoded_word(from) else {
            out.push_str(before);
            out.push_str("=?");
            rest = from.get(2..).unwrap_or("");
            after_word = false;
            continue;
        };
        // White space between two of them is none.
        if !(after_word && before.trim().is_empty()) {
            out.push_str(before);
        }
        out.push_str(&decoded);
        rest = from.get(length..).unwrap_or("");
        after_word = true;
    }
    out + rest
}

fn encoded_word(from: &str) -> Option<(String, usize)> {
    let mut parts = from.get(2..)?.splitn(3, '?');
    let (charset, how, rest) = (parts.next()?, parts.next()?, parts.next()?);
    let end = rest.find("?=")?;
    let words = rest.get(..end)?;
    let bytes = match how {
        "q" | "Q" => quoted_printable(words.as_bytes(), true),
        "b" | "B" => base64(words.as_bytes()),
        _ => return None,
    };
    let encoding = Encoding::for_label(charset.split('*').next()?.as_bytes()).unwrap_or(UTF_8);
    let length = 2 + charset.len() + 1 + how.len() + 1 + end + 2;
    Some((encoding.decode(&bytes).0.into_owned(), length))
}

/// In a header an underscore is a space.
fn quoted_printable(given: &[u8], is_header: bool) -> Vec<u8> {
    let hex = |byte: u8| (byte as char).to_digit(16).map(|digit| digit as u8);
    let mut out = Vec::with_capacity(given.len());
    let mut at = 0;
    while let Some(&byte) = given.get(at) {
        at += 1;
        match byte {
            b'=' => {
                let rest = given.get(at..).unwrap_or_default();
                match (rest.first().copied(), rest.get(1).copied()) {
                    (Some(b'\r'), Some(b'\n')) => at += 2,
                    (Some(b'\n'), _) => at += 1,
                    (Some(high), Some(low)) => match (hex(high), hex(low)) {
                        (Some(high), Some(low)) => {
                            out.push(high << 4 | low);
                            at += 2;
                        }
                        _ => out.push(b'='),
                    },
                    _ => out.push(b'='),
                }
            }
            b'_' if is_header => out.push(b' '),
            _ => out.push(byte),
        }
    }
    out
}

fn base64(given: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(given.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for &byte in given {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use text::BlockKind::*;

    use crate::html::shown;
    use crate::read_file;

    const HEAD: &str = "From: Ana Ruiz <ana@gazette.example>\r\nTo: desk@gazette.example\r\nDate: Tue, 5 Mar 2024 23:10:00 -0500\r\nSubject: ";

    #[test]
    fn a_message_in_quoted_printable() {
        let mail = format!(
            "{HEAD}=?utf-8?q?F=C3=A4hre_?= =?utf-8?b?c2NobGllw590?=\r\nContent-Type: text/plain; charset=\"utf-8\"\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n=E2=80=9CNobody is gla=\r\nd,=E2=80=9D said Tilda Marsh.\r\n"
        );
        let document = read_file("a.eml", mail.as_bytes());
        assert_eq!(
            shown(&document),
            [(Headline, "Fähre schließt"), (Paragraph, "“Nobody is glad,” said Tilda Marsh.")]
        );
        assert_eq!(document.stated.published.as_deref(), Some("2024-03-05"));
        assert_eq!(document.stated.authors, ["Ana Ruiz"]);
    }

    #[test]
    fn one_of_two_forms_is_read() {
        let mail = format!(
            "{HEAD}Re: Ferry\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=\"=x=\"\r\n\r\n\
             --=x=\r\nContent-Type: text/plain\r\n\r\nThe landing closes.\r\n--=x=\r\nContent-Type: text/html\r\n\r\n<p>The landing closes.</p>\r\n--=x=--\r\n"
        );
        let document = read_file("b.eml", mail.as_bytes());
        assert_eq!(document.text.matches("The landing closes.").count(), 1);
        assert_eq!(shown(&document)[0], (Headline, "Ferry"));
    }

    #[test]
    fn a_box_of_messages_and_one_that_is_cut_off() {
        let one = format!("From ana@x Tue Mar  5 10:00:00 2024\n{HEAD}One\n\nThe first message is here.\n\n");
        let document = read_file("a.mbox", format!("{one}{one}").as_bytes());
        assert!(document.text.contains("The first message is here.") && !document.text.contains("From ana"));
        assert!(document.diagnostics.iter().any(|said| said.code == "several"));
        let cut =
            format!("{HEAD}Cut\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\nThe text goes on un");
        assert!(read_file("c.eml", cut.as_bytes()).text.contains("The text goes on un"));
    }

    #[test]
    fn a_page_that_was_saved_as_one_file() {
        let paragraph = "The town council of Lindmouth voted on Tuesday to close the old ferry landing, which nobody had used for years.";
        let saved = format!(
            "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://gazette.example/1\r\nSubject: Ferry\r\nDate: Wed, 6 Mar 2024 09:00:00 -0000\r\n\
             MIME-Version: 1.0\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"--z\"\r\n\r\n----z\r\nContent-Type: text/html\r\n\
             Content-Transfer-Encoding: quoted-printable\r\n\r\n<html><body class=3Dx><nav>Home</nav><h1>Ferry landing to close</h1><p>{paragraph}</p></body></html>\r\n\
             ----z\r\nContent-Type: text/css\r\n\r\np {{ color: red }}\r\n----z--\r\n"
        );
        let document = read_file("a.mhtml", saved.as_bytes());
        assert_eq!(shown(&document), [(Headline, "Ferry landing to close"), (Paragraph, paragraph)]);
        assert_eq!(document.stated.url.as_deref(), Some("https://gazette.example/1"));
        assert_eq!(document.stated.published, None);
    }

    #[test]
    fn a_letter_is_no_mail() {
        let document = read_file("-", b"From: the mayor\nTo: all\n\nWe close the landing.\n");
        assert!(document.text.contains("the mayor"));
    }
}
