//! What came from outside of the page: shared by another program, opened with the app, sent by another site. It does
//! nothing before the reader has said yes.

use export::{OwnKind, own_file};
use leptos::prelude::*;
use presentation::{incoming::beginning, words};

use super::session::{LARGE, Session};
use crate::platform::files::Given;
use crate::platform::launch::{Content, Launched, Shared};

/// How much of a text is shown of what is shared.
const BEGINNING: usize = 160;

#[derive(Clone, Copy)]
pub struct Incoming {
    /// What waits for the reader's word.
    pub offered: RwSignal<Option<Shared>>,
}

impl Incoming {
    pub fn new() -> Incoming {
        Incoming { offered: RwSignal::new(None) }
    }

    pub fn offer(self, shared: Shared) {
        self.offered.set(Some(shared));
    }

    /// A file that the page is opened with: asked about, unless the reader has asked for it.
    pub fn take_launched(self, launched: Launched, session: Session) {
        match launched.file {
            Ok(file) if launched.by_reader => session.offer(file),
            Ok(file) => self.offer_file(file, session),
            Err(why) if launched.by_reader => session.complain(why, super::Fix::Told),
            // The system tells its readers itself what it cannot open.
            Err(_) => {}
        }
    }

    fn offer_file(self, file: Given, session: Session) {
        if file.size() > LARGE {
            // That is asked about in any case.
            session.offer(file);
            return;
        }
        leptos::task::spawn_local(async move {
            let name = file.name();
            match file.read().await {
                Some(bytes) => self.offer(Shared { content: Content::File { name, bytes }, from: None }),
                None => session.complain(format!("{name} could not be opened."), super::Fix::Told),
            }
        });
    }

    pub fn accept(self, session: Session) {
        if let Some(shared) = self.offered.try_update(Option::take).flatten() {
            session.take_shared(shared.content);
        }
    }

    pub fn decline(self) {
        self.offered.set(None);
    }
}

/// What it is, in a few words.
pub fn kind_of(content: &Content) -> String {
    let bytes = match content {
        Content::Words(text) => text.as_bytes(),
        Content::File { bytes, .. } => bytes,
    };
    let size = words::count(bytes.len().div_ceil(1024), "KB", "KB");
    match (own_file(bytes).map(|file| file.kind), content) {
        (Some(OwnKind::Analysis), _) => "An analysis of an article.".to_owned(),
        (Some(OwnKind::Backup), _) => "A backup of a library.".to_owned(),
        (Some(OwnKind::Names), _) => "A list of names.".to_owned(),
        (Some(OwnKind::Other), _) => format!("A file of JSON, {size}."),
        (None, Content::File { .. }) => format!("A file, {size}."),
        (None, Content::Words(text)) => {
            format!("A text of {}.", words::count(text.split_whitespace().count(), "word", "words"))
        }
    }
}

/// Its name or its first words.
pub fn name_of(content: &Content) -> String {
    match content {
        Content::Words(text) => beginning(text, BEGINNING),
        Content::File { name, .. } => beginning(name, BEGINNING),
    }
}
