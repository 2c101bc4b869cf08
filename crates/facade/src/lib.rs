//! The whole way in one call: a text, a file or a line of JSON in, the analysis document out.
//!
//! The native command, the npm package and the Python wheel are all written on this crate, so that what one of them
//! answers the others answer too, to the byte. It opens no file and prints nothing.

mod line;
mod surrogates;

use std::path::Path;

pub use engine::{Document, Options};
use jiff::civil::Date;
pub use line::line;
use serde_json::value::RawValue;
use text::Severity;

/// A day written as 2025-12-07; the error is a sentence for the caller.
pub fn day(written: &str) -> Result<Date, String> {
    engine::day(written).ok_or_else(|| format!("{written:?} is not a day; write it as 2025-12-07"))
}

/// What a caller in another language asks for, each left out where it is the usual.
pub fn options(published: Option<&str>, summary: Option<usize>) -> Result<Options, String> {
    let usual = Options::default();
    Ok(Options { published: published.map(day).transpose()?, summary: summary.unwrap_or(usual.summary) })
}

/// The analysis of a text, read as if it were pasted. `id` is a JSON string or number and goes back letter for letter;
/// without it the analysis has `"id": null`.
pub fn text(id: Option<&str>, text: &str, options: &Options) -> Result<String, String> {
    let id: Option<&RawValue> = match id {
        None => None,
        Some(json) if line::is_id(json) => {
            Some(serde_json::from_str(json).map_err(|_| line::NO_ID.to_owned())?)
        }
        Some(_) => return Err(line::NO_ID.to_owned()),
    };
    let document = ingest::read_paste(text, None);
    Ok(export::json(id, &document, &engine::analyze(&document, options)))
}

/// The analysis of each article in a file's bytes; `name` is a hint at what they are, and its last part is the `id`.
/// A file in which there is no article is an error that says why.
pub fn file(name: &str, bytes: &[u8], options: &Options) -> Result<Vec<String>, String> {
    let analysis =
        |document: &Document| export::json(id(name), document, &engine::analyze(document, options));
    Ok(documents(name, bytes)?.iter().map(analysis).collect())
}

/// The articles in a file's bytes, as [`file()`] reads them.
pub fn documents(name: &str, bytes: &[u8]) -> Result<Vec<Document>, String> {
    let documents = ingest::read_files(name, bytes);
    let error = |document: &Document| {
        document.diagnostics.iter().find(|diagnostic| diagnostic.severity == Severity::Error).cloned()
    };
    let failed = documents.iter().find_map(error);
    let read: Vec<Document> = documents.into_iter().filter(|document| error(document).is_none()).collect();
    // One article that can be read is enough.
    match failed.filter(|_| read.is_empty()) {
        Some(error) => Err(error.message),
        None => Ok(read),
    }
}

/// What an article is called in its analysis: the file's name without its folders.
pub fn id(name: &str) -> &str {
    Path::new(name).file_name().and_then(|last| last.to_str()).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ARTICLE: &str = "Bridge vote fails\n\n“We lost,” said Mara Lindqvist on Tuesday.\n";

    #[test]
    fn a_text_and_the_line_that_holds_it_have_one_analysis() {
        let options = options(Some("2025-12-07"), Some(1)).unwrap();
        let row = serde_json::json!({ "id": 7, "text": ARTICLE, "published": "2025-12-07" }).to_string();
        let one = Options { summary: 1, ..Options::default() };
        assert_eq!(text(Some("7"), ARTICLE, &options).unwrap(), line(row.as_bytes(), &one));
    }

    #[test]
    fn a_file_is_called_by_its_last_name() {
        let analyses = file("inbox/bridge.txt", ARTICLE.as_bytes(), &Options::default()).unwrap();
        assert_eq!(analyses.len(), 1);
        assert!(analyses[0].contains("\"id\":\"bridge.txt\""), "{}", analyses[0]);
        assert!(file("bridge.zip", b"PK\x03\x04broken", &Options::default()).is_err());
    }

    #[test]
    fn wrong_options_are_told_in_a_sentence() {
        assert!(options(Some("Sunday"), None).unwrap_err().contains("is not a day"));
        assert!(text(Some("{}"), ARTICLE, &Options::default()).unwrap_err().contains("neither"));
        assert!(text(Some("\"unclosed"), ARTICLE, &Options::default()).is_err());
    }
}
