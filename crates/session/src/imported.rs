//! An analysis that came in a file.

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
