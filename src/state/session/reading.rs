//! What comes in: typed, pasted, dropped, chosen, shared; each an event for the session.

use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::Input;
use session::{Event, Fix, Origin};

use super::Session;
use crate::platform::files::Given;
use crate::platform::launch::Content;

/// Files over this size (in bytes) are asked about first.
pub(in crate::state) const LARGE: u64 = 20 * 1024 * 1024;
/// The answer to an address without an article.
const LINK_ALONE: &str = "That is only a link, and nothing is fetched from the web here. Open it, copy the article and paste it, or save the page and drop the file.";

impl Session {
    /// Reads what the reader gave, and opens the Reader on it as soon as the text is there.
    pub fn read(self, input: Input) {
        self.read_from(input, Origin::Given, true);
    }

    /// The field has the text of the open article, to be edited.
    pub fn edit(self) {
        self.on(Event::Edit);
    }

    /// The reader types: this stands in the field now.
    pub fn type_in(self, words: String) {
        if words.is_empty() {
            self.on(Event::Emptied);
        }
        self.typed.set_value(Some(words));
    }

    /// Reads what was typed and not read yet, if there are words in it.
    pub fn read_typed(self) {
        let typed = self.typed.try_update_value(Option::take).flatten();
        if let Some(words) = typed.filter(|words| !words.trim().is_empty()) {
            self.read_field(words, false);
        }
    }

    /// The reader goes elsewhere, or the page may be gone in a moment.
    pub(super) fn leave(self) {
        self.read_typed();
        self.on(Event::Leave);
    }

    /// Reads what the field holds; with `show`, the Reader comes up as soon as the text is there.
    pub fn read_field(self, text: String, show: bool) {
        self.typed.set_value(None);
        self.read_from(Input::Paste { text, html: None }, Origin::Field, show);
    }

    pub(super) fn read_from(self, input: Input, origin: Origin, show: bool) {
        if let Input::Paste { text, .. } = &input
            && presentation::incoming::is_link(text)
        {
            // One that is still being typed may be the first of more words.
            if show {
                self.complain(LINK_ALONE, Fix::Told);
            }
            return;
        }
        let file = match &input {
            Input::Paste { text, .. } => export::own_file(text.as_bytes()),
            Input::File { bytes, .. } => export::own_file(bytes),
        };
        match file {
            Some(file) => self.import_native(file),
            None => self.on(Event::Read { input, origin, show }),
        }
    }

    /// Reads everything that the page shows which the open article was found in.
    pub fn use_whole(self) {
        self.on(Event::UseWhole);
    }

    /// Reads a file, or asks first if it is large.
    pub fn offer(self, file: Given) {
        if file.size() > LARGE {
            self.large.set(Some(file));
        } else {
            self.open(file);
        }
    }

    /// The reader wants the large file.
    pub fn accept(self) {
        if let Some(file) = self.large.try_update(Option::take).flatten() {
            self.open(file);
        }
    }

    pub fn decline(self) {
        self.large.set(None);
    }

    /// Takes what another program shared, once the reader wants it.
    pub fn take_shared(self, shared: Content) {
        match shared {
            Content::Words(text) => self.read(Input::Paste { text, html: None }),
            Content::File { name, bytes } => self.read(Input::File { name, bytes }),
        }
    }

    pub(super) fn open(self, file: Given) {
        let name = file.name();
        self.notices.say(format!("Reading {name}"));
        spawn_local(async move {
            match file.read().await {
                Some(bytes) => self.read(Input::File { name, bytes }),
                None => self.complain(
                    format!(
                        "{name} could not be opened. It may be a folder, or it was moved. Choose a file."
                    ),
                    Fix::Told,
                ),
            }
        });
    }
}
