//! Files of every format: bytes and a name in, the articles that they hold out.

use text::{Diagnostic, Document};

use crate::draft::Draft;
use crate::kind::{self, Kind};
use crate::{
    MOST, agency, archive, data, encoding, html, mail, markdown, office, pdf, plain, rtf, subtitles, xml,
};
use crate::{read, unreadable};

/// Files of one archive that are read, and bytes that they unpack to, all together.
const MOST_FILES: usize = 500;
const MOST_UNPACKED: usize = 256 << 20;

/// Archives inside of archives that are opened.
const DEEPEST: usize = 2;

/// Reads a file's bytes; `name` is a hint at what they are, their content has the last word.
///
/// Of a file that holds several articles it is the first; see [`read_files`].
pub fn read_file(name: &str, bytes: &[u8]) -> Document {
    let mut documents = read_files(name, bytes);
    let count = documents.len();
    let mut first = if documents.is_empty() { Document::default() } else { documents.swap_remove(0) };
    if count > 1 {
        let sentence = format!("This file holds {count} articles; the first of them was read.");
        first.diagnostics.push(Diagnostic::note("several", None, sentence));
    }
    first
}

/// Reads a saved page with everything that it shows, where its article was not found whole; other files as
/// [`read_file`] does.
pub fn read_whole(name: &str, bytes: &[u8]) -> Document {
    if kind::of(name, bytes) != Ok(Kind::Html) {
        return read_file(name, bytes);
    }
    let decoded = encoding::decode(bytes, true);
    let mut document = read(&decoded.text, html::read_whole_page);
    document.diagnostics.extend(decoded.note);
    document
}

/// Reads all articles of a file: most hold one, a feed or a box of mail several.
pub fn read_files(name: &str, bytes: &[u8]) -> Vec<Document> {
    read_at(name, bytes, 0)
}

fn read_at(name: &str, bytes: &[u8], depth: usize) -> Vec<Document> {
    if bytes.len() > MOST {
        return vec![unreadable("too-large", "This file is larger than 1 GB; split it and try again.")];
    }
    let kind = match kind::of(name, bytes) {
        Ok(kind) => kind,
        Err(other) => return vec![unreadable("unknown-type", &other.sentence())],
    };
    match kind {
        Kind::Gzip if depth < DEEPEST => {
            let inner = name.strip_suffix(".gz").unwrap_or(name);
            match archive::gunzip(bytes) {
                Ok(bytes) => read_at(inner, &bytes, depth + 1),
                Err(fault) => vec![unreadable("damaged", fault.sentence())],
            }
        }
        Kind::Zip if depth < DEEPEST => read_zip(bytes, depth),
        Kind::Gzip | Kind::Zip => vec![unreadable("unknown-type", &kind::Unread::archives().sentence())],
        Kind::Docx => vec![read_office(bytes, office::read_docx)],
        Kind::Odt => vec![read_office(bytes, office::read_odt)],
        Kind::Epub => vec![read_office(bytes, office::read_epub)],
        Kind::Pdf => vec![read_pdf(bytes)],
        Kind::Mail => mail::messages(bytes)
            .into_iter()
            .map(|message| read("", |_, draft| mail::read(message, draft)))
            .collect(),
        Kind::Rtf => vec![read("", |_, draft| rtf::read(bytes, draft))],
        Kind::Plain | Kind::Markdown | Kind::Html | Kind::Json | Kind::Xml | Kind::Subtitles => {
            read_text(kind, bytes)
        }
    }
}

/// Reads a format that is text as it stands.
fn read_text(kind: Kind, bytes: &[u8]) -> Vec<Document> {
    let decoded = encoding::decode(bytes, matches!(kind, Kind::Html | Kind::Xml));
    let given = &decoded.text;
    let mut documents = match kind {
        Kind::Markdown => vec![read(given, markdown::read)],
        Kind::Html => vec![read(given, html::read_page)],
        Kind::Subtitles => vec![read(given, subtitles::read)],
        Kind::Json => {
            let value = data::value(given);
            let articles = value.as_ref().map(data::articles).unwrap_or_default();
            articles.iter().map(|article| read(given, |_, draft| data::read(article, draft))).collect()
        }
        Kind::Xml => {
            let xml = xml::Xml::read(given);
            let articles = agency::articles(&xml);
            articles
                .iter()
                .map(|&number| read(given, |given, draft| agency::read(&xml, number, given, draft)))
                .collect()
        }
        _ => vec![read(given, plain::read)],
    };
    if documents.is_empty() {
        documents
            .push(unreadable("unknown-type", &kind::Unread::without_article(kind == Kind::Json).sentence()));
    }
    for document in &mut documents {
        document.diagnostics.extend(decoded.note.clone());
    }
    documents
}

/// Reads the files of an archive: of one file all that it holds, of several each that can be read. What cannot is
/// told with the first.
fn read_zip(bytes: &[u8], depth: usize) -> Vec<Document> {
    let zip = match archive::Zip::open(bytes) {
        Ok(zip) => zip,
        Err(fault) => return vec![unreadable("damaged", fault.sentence())],
    };
    let is_hidden = |name: &str| {
        name.starts_with("__MACOSX/") || name.rsplit('/').next().is_some_and(|n| n.starts_with('.'))
    };
    let names: Vec<&str> = zip.names().filter(|name| !is_hidden(name)).collect();
    let is_one = names.len() == 1;
    let (mut documents, mut refused, mut unpacked) = (Vec::new(), Vec::new(), 0);
    for name in names.iter().take(MOST_FILES) {
        let read = match zip.read(name) {
            _ if unpacked > MOST_UNPACKED => vec![unreadable("damaged", archive::Fault::TooLarge.sentence())],
            Ok(bytes) => {
                unpacked += bytes.len();
                read_at(name, &bytes, depth + 1)
            }
            Err(fault) => vec![unreadable("damaged", fault.sentence())],
        };
        for document in read {
            match document.diagnostics.iter().find(|said| said.severity == text::Severity::Error) {
                Some(said) if !is_one => refused.push(format!("{name}: {}", said.message)),
                _ if document.blocks.is_empty() && !is_one => {
                    refused.push(format!("{name}: There are no words in it."))
                }
                _ => documents.push(document),
            }
        }
    }
    if names.len() > MOST_FILES {
        refused.push(format!(
            "Of the {} files in this archive the first {MOST_FILES} were looked at.",
            names.len()
        ));
    }
    match documents.first_mut() {
        Some(first) => {
            let note = |sentence| Diagnostic::note("not-read", None, sentence);
            first.diagnostics.extend(refused.into_iter().map(note));
        }
        None => documents.push(unreadable("unknown-type", &kind::Unread::archives().sentence())),
    }
    documents
}

fn read_office(
    bytes: &[u8],
    reader: fn(&archive::Zip, &mut Draft) -> Result<(), archive::Fault>,
) -> Document {
    let mut fault = None;
    let document = read("", |_, draft| {
        fault = archive::Zip::open(bytes).and_then(|zip| reader(&zip, draft)).err();
    });
    match fault {
        Some(fault) => unreadable("damaged", fault.sentence()),
        None => document,
    }
}

fn read_pdf(bytes: &[u8]) -> Document {
    let mut fault = None;
    let document = read("", |_, draft| fault = pdf::read(bytes, draft).err());
    match fault {
        Some(fault) => unreadable("damaged", fault.sentence()),
        None => document,
    }
}
