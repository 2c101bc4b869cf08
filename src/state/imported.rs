//! Files of our own that come back in: an analysis, a backup of the library, a list of names.

use std::sync::Arc;

use analysis::{Analysis, Document};
use export::{OwnFile, OwnKind};
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

impl Session {
    /// Takes in a file of our own, whatever it is. Lists of names and backups are asked about first.
    pub(super) fn import_native(self, OwnFile { kind, json }: OwnFile) {
        match kind {
            OwnKind::Backup => self.library.offer(&json, self),
            OwnKind::Names => self.offer_names(&json),
            OwnKind::Analysis | OwnKind::Other => self.import(json),
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
