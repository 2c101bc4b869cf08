//! Files of our own that come back in: an analysis, a backup of the library, a list of names.

use std::sync::Arc;

use analysis::{Analysis, Document};
use leptos::prelude::*;
use presentation::library::id_of;
use presentation::{Route, View};

use super::session::{Fix, Session};

/// An analysis that is not the engine's own: it came in a file, with another's corrections in it perhaps.
pub struct Imported {
    /// What the file calls its article.
    pub id: String,
    /// The file's content.
    pub json: String,
    pub analysis: Analysis,
}

impl Imported {
    pub fn read(json: String) -> Result<(Imported, Document), export::ReadError> {
        let (id, document, analysis) = export::read_json(&json)?;
        Ok((Imported { id, json, analysis }, document))
    }
}

/// A file of JSON, and what it says that it is.
pub struct NativeFile {
    schema: String,
    json: String,
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

impl Session {
    /// Takes in what [`native_file`] has found, whatever it is.
    pub(super) fn import_native(self, NativeFile { schema, json }: NativeFile) {
        if schema.starts_with("article-explorer/backup/") {
            self.library.offer(&json, self);
        } else if schema.starts_with("article-explorer/names/") {
            self.import_names(&json);
        } else {
            self.import(json);
        }
    }

    /// An analysis is shown as its file has it.
    fn import(self, json: String) {
        match Imported::read(json) {
            Ok((_, document)) if document.blocks.is_empty() => {
                self.refuse("There are no words in this analysis.");
            }
            Ok((imported, document)) => {
                let (corrections, revision) = self.library.corrections_of(&id_of(&imported.json));
                // The day is the file's, whatever the reader set for the article before it.
                self.published.set(None);
                self.show_imported(imported, document, corrections, revision);
                self.place.go(Route::to(View::Reader));
            }
            Err(why) => self.complain(why.to_string(), Fix::Told),
        }
    }

    pub(super) fn show_imported(
        self,
        imported: Imported,
        document: Document,
        corrections: Vec<corrections::Correction>,
        revision: Option<u32>,
    ) {
        let base = Arc::new(imported.analysis.clone());
        self.problem.set(None);
        self.start_with(corrections);
        self.imported.set_value(Some(Arc::new(imported)));
        self.revision.set_value(revision);
        self.show_analysis(Arc::new(document), base);
        self.ask_again();
    }
}
