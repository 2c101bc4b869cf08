//! Files of our own that come back in: an analysis, a backup of the library, a list of names.

use session::{Event, NativeFile};

use super::session::Session;

impl Session {
    /// Takes in what [`session::native_file`] has found, whatever it is.
    pub(super) fn import_native(self, NativeFile { schema, json }: NativeFile) {
        if schema.starts_with("article-explorer/backup/") {
            self.library.offer(&json, self);
        } else if schema.starts_with("article-explorer/names/") {
            self.import_names(&json);
        } else {
            self.on(Event::Import(json));
        }
    }
}
