//! Files of our own that come back in: an analysis, a backup of the library, a list of names.

use std::sync::Arc;

use analysis::{Analysis, Document};
use leptos::prelude::*;
use reading::library::id_of;
use reading::{Route, View};

use super::desk::{Desk, Fix};

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
pub struct Ours {
    schema: String,
    json: String,
}

/// A file's content, if it is JSON of ours; of anybody's, if its name says that it is JSON.
pub fn ours(name: &str, bytes: &[u8]) -> Option<Ours> {
    let begins = bytes.iter().find(|byte| !byte.is_ascii_whitespace() && !b"\xef\xbb\xbf".contains(byte));
    if begins != Some(&b'{') {
        return None;
    }
    let json = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let schema = export::schema(json).unwrap_or_default();
    let known = schema.starts_with("article-explorer/") || name.to_lowercase().ends_with(".json");
    known.then(|| Ours { schema, json: json.to_owned() })
}

impl Desk {
    /// Takes in what [`ours`] has found, whatever it is.
    pub(super) fn take_ours(self, Ours { schema, json }: Ours) {
        if schema.starts_with("article-explorer/backup/") {
            self.library.offer(&json, self);
        } else if schema.starts_with("article-explorer/names/") {
            self.import_names(&json);
        } else {
            self.import(json);
        }
    }

    /// An analysis goes on the desk as its file has it.
    fn import(self, json: String) {
        match Imported::read(json) {
            Ok((_, document)) if document.blocks.is_empty() => {
                self.refuse("There are no words in this analysis.");
            }
            Ok((imported, document)) => {
                let (corrections, revision) = self.library.corrections_of(&id_of(&imported.json));
                // The day is the file's, whatever the reader set for the article before it.
                self.published.set(None);
                self.lay_imported(imported, document, corrections, revision);
                self.place.go(Route::to(View::Reader));
            }
            Err(why) => self.complain(why.to_string(), Fix::Told),
        }
    }

    pub(super) fn lay_imported(
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
        self.lay_down(Arc::new(document), base);
        self.ask_again();
    }
}
