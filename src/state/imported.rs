//! Files of our own that come back in: an analysis, a backup of the library, a list of names.

use export::{OwnFile, OwnKind};
use session::Event;

use super::session::Session;

impl Session {
    /// Takes in a file of our own, whatever it is. Lists of names and backups are asked about first.
    pub(super) fn import_native(self, OwnFile { kind, json }: OwnFile) {
        match kind {
            OwnKind::Backup => self.library.offer(&json, self),
            OwnKind::Names => self.offer_names(&json),
            OwnKind::Analysis | OwnKind::Other => self.on(Event::Import(json)),
        }
    }
}
