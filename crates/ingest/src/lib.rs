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
//!
//! [`read_paste`] is one way in; the other, [`files`], stands behind a feature of this name. What reads pastes alone is
//! built without it, and the linker then drops every format and encoding that only files have.

// Without files, much of what follows has nobody to call it.
#![cfg_attr(not(feature = "files"), allow(dead_code))]

mod agency;
mod archive;
mod blocks;
mod calendar;
mod clean;
mod data;
mod draft;
mod emitter;
mod encoding;
#[cfg(feature = "files")]
mod files;
mod html;
mod json;
mod kind;
mod mail;
mod markdown;
mod mend;
mod office;
mod pdf;
mod plain;
mod rtf;
mod stated;
mod subtitles;
mod xml;

use draft::Draft;
use text::Diagnostic;
pub use text::Document;

#[cfg(feature = "files")]
pub use files::{read_file, read_files, read_whole};

/// The most that is read, in bytes. Spans count in 32 bits, and HTML may grow as it is read.
const MOST: usize = 1 << 30;

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
        // The source of a page, or of a part of one.
        _ if kind::is_html_source(text) => read(text, html::read_fragment),
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
    let draft::About { stated, left_out, parts, diagnostics, .. } = about;
    Document { text, blocks, source, stated, left_out, parts, diagnostics }
}

fn unreadable(code: &str, sentence: &str) -> Document {
    Document { diagnostics: vec![Diagnostic::error(code, sentence)], ..Document::default() }
}
