//! Bytes or pasted text in, a clean [`Document`] out.
//!
//! 1. [`kind`] says what the bytes are, [`encoding`] turns them into text.
//! 2. One reader a format ([`plain`], [`markdown`], [`html`]) says where each piece of the article begins and
//!    ends, and puts it into a [`draft`], which drops what nobody sees ([`clean`]) and remembers where every
//!    character came from.
//! 3. [`blocks`] says what each piece is: headline, byline, paragraph, …
//!
//! Reading never fails as a whole: what cannot be read gives an empty document that says why. There is no
//! browser here, no file and no clock, and nothing is known of what the words mean.

mod blocks;
mod clean;
mod data;
mod draft;
mod encoding;
mod html;
mod json;
mod kind;
mod markdown;
mod plain;
mod stated;

use draft::Draft;
use kind::Kind;
use text::Diagnostic;
pub use text::Document;

/// The most that is read, in bytes. Spans count in 32 bits, and HTML may grow as it is read.
const MOST: usize = 1 << 30;

/// Reads a file's bytes; `name` is a hint at what they are, their content has the last word.
pub fn read_file(name: &str, bytes: &[u8]) -> Document {
    if bytes.len() > MOST {
        return unreadable("too-large", "This file is larger than 1 GB; split it and try again.");
    }
    let kind = match kind::of(name, bytes) {
        Ok(kind) => kind,
        Err(other) => return unreadable("unknown-type", &other.sentence()),
    };
    let decoded = encoding::decode(bytes, kind == Kind::Html);
    let mut document = match kind {
        Kind::Plain => read(&decoded.text, plain::read),
        Kind::Markdown => read(&decoded.text, markdown::read),
        Kind::Html => read(&decoded.text, html::read_page),
        Kind::Json => {
            let value = data::value(&decoded.text);
            let articles = value.as_ref().map(data::articles).unwrap_or_default();
            let Some(article) = articles.first() else {
                return unreadable("unknown-type", &kind::Unread::data().sentence());
            };
            let mut document = read(&decoded.text, |_, draft| data::read(article, draft));
            if articles.len() > 1 {
                document.diagnostics.push(Diagnostic::note("several", None, several(articles.len())));
            }
            document
        }
    };
    document.diagnostics.extend(decoded.note);
    document
}

/// Reads what was pasted: its plain text, or better the clipboard's rich form if there is one with words in it.
///
/// Places in the given text (the document's source map) are those of the form that was read.
pub fn read_paste(text: &str, html: Option<&str>) -> Document {
    if text.len().max(html.map_or(0, str::len)) > MOST {
        return unreadable("too-large", "This text is larger than 1 GB; paste it in parts.");
    }
    let rich = html.map(|html| read(html, html::read_fragment));
    match rich {
        Some(document) if !document.blocks.is_empty() => document,
        _ => read(text, plain::read),
    }
}

/// Reads `given` with one of the readers, and names its blocks.
fn read(given: &str, reader: impl FnOnce(&str, &mut Draft)) -> Document {
    let mut draft = Draft::default();
    reader(given, &mut draft);
    let about = std::mem::take(&mut draft.about);
    let (text, source, pieces) = draft.finish();
    let blocks = blocks::name(&text, &pieces);
    let draft::About { stated, left_out, diagnostics } = about;
    Document { text, blocks, source, stated, left_out, diagnostics }
}

fn several(count: usize) -> String {
    format!("This file holds {count} articles; the first of them was read.")
}

fn unreadable(code: &str, sentence: &str) -> Document {
    Document { diagnostics: vec![Diagnostic::error(code, sentence)], ..Document::default() }
}
