//! An analysis that came in a file.

use analysis::{Analysis, Document};
use presentation::library::{self, Backup, Kept};

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

/// Reads a backup of the library.
///
/// # Errors
/// Why nothing can be taken from the file, for the reader.
pub fn read_backup(json: &str) -> Result<Backup, String> {
    let backup = library::read_backup(json).map_err(|why| why.to_string())?;
    // An analysis that came in a file must be one of the very words that are kept.
    match backup.articles.iter().find(|kept| !has_its_own_analysis(kept)) {
        Some(kept) => Err(format!(
            "The analysis of “{}” in this backup is not one of its words. Nothing was taken from the file.",
            presentation::words::shortened(&kept.entry.title, 60)
        )),
        None => Ok(backup),
    }
}

/// Whether the analysis that an article came with, if it came with one, is of its own words.
fn has_its_own_analysis(kept: &Kept) -> bool {
    let Some(json) = &kept.imported else { return true };
    Imported::read(json.clone()).is_ok_and(|(_, document)| kept.text().as_ref() == Some(&document.text))
}
