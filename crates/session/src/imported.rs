//! Files of our own that come back in: what they say that they are.

use analysis::{Analysis, Document};
use presentation::library::Kept;

/// An analysis that is not the engine's own: it came in a file, with another's corrections in it perhaps.
#[derive(Debug, PartialEq)]
pub struct Imported {
    /// What the file calls its article.
    pub id: String,
    /// The file's content.
    pub json: String,
    pub analysis: Analysis,
}

impl Imported {
    /// # Errors
    /// If the file is no analysis.
    pub fn read(json: String) -> Result<(Imported, Document), export::ReadError> {
        let (id, document, analysis) = export::read_json(&json)?;
        Ok((Imported { id, json, analysis }, document))
    }
}

/// Whether the analysis that an article came with, if it came with one, is of its own words.
pub fn has_its_own_analysis(kept: &Kept) -> bool {
    let Some(json) = &kept.imported else { return true };
    Imported::read(json.clone()).is_ok_and(|(_, document)| kept.text().as_ref() == Some(&document.text))
}

/// A file of JSON, and what it says that it is.
pub struct NativeFile {
    pub schema: String,
    pub json: String,
}

/// A file's content, if it is JSON of ours; of anybody's, if its name says that it is JSON.
pub fn native_file(name: &str, bytes: &[u8]) -> Option<NativeFile> {
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    if begins != Some(&b'{') {
        return None;
    }
    let json = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let schema = export::schema(json).unwrap_or_default();
    let known = schema.starts_with("article-explorer/") || name.to_lowercase().ends_with(".json");
    known.then(|| NativeFile { schema, json: json.to_owned() })
}
