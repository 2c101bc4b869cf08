//! Many files at once: each is read by a worker of its own into an article of the library, one after another, with a
//! list of what came in and what did not.

use std::collections::VecDeque;

use corrections::History;
use leptos::prelude::*;
use leptos::task::spawn_local;
use protocol::{FromWorker, Request, ToWorker};
use session::kept_of;
use text::{Document, Severity};

use super::Library;
use crate::platform;
use crate::platform::files::Given;
use crate::platform::worker::{Client, Heard};

/// Files larger than this (in bytes) are not read among others: alone they are asked about.
const LARGE: u64 = super::session::LARGE;

/// What became of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub file: String,
    /// The articles that came in, by number and title.
    pub articles: Vec<(String, String)>,
    /// What did not, and why.
    pub refused: Vec<String>,
}

#[derive(Clone, Copy)]
pub struct Batch {
    /// Whether the list is shown.
    pub open: RwSignal<bool>,
    pub outcomes: RwSignal<Vec<Outcome>>,
    /// How many files were given, all together.
    pub count: RwSignal<usize>,
    /// The first is the one that the worker is at.
    queue: StoredValue<VecDeque<Given>, LocalStorage>,
    request: StoredValue<Request>,
    worker: StoredValue<Option<Client>, LocalStorage>,
    library: Library,
}

impl Batch {
    pub fn new(library: Library) -> Batch {
        let batch = Batch {
            open: RwSignal::new(false),
            outcomes: RwSignal::new(Vec::new()),
            count: RwSignal::new(0),
            queue: StoredValue::new_local(VecDeque::new()),
            request: StoredValue::new(Request(0)),
            worker: StoredValue::new_local(None),
            library,
        };
        batch.worker.set_value(Some(Client::new(move |heard| batch.hear(heard))));
        batch
    }

    /// Whether these come into the library, as several do: one file alone is read and shown.
    pub fn wants(self, files: &[Given]) -> bool {
        files.len() > 1 || files.iter().any(Given::holds_several)
    }

    /// Reads these; what waits from before is given up.
    pub fn read(self, files: Vec<Given>) {
        self.cancel();
        self.outcomes.set(Vec::new());
        self.count.set(files.len());
        self.queue.set_value(files.into());
        self.open.set(true);
        self.next();
    }

    pub fn is_going_on(self) -> bool {
        self.outcomes.with(Vec::len) < self.count.get()
    }

    /// Leaves what was not read yet; what came in stays.
    pub fn cancel(self) {
        self.worker.with_value(|worker| worker.iter().for_each(Client::stop));
        self.request.update_value(|request| request.0 = request.0.wrapping_add(1));
        self.queue.update_value(VecDeque::clear);
        self.count.set(self.outcomes.with_untracked(Vec::len));
    }

    fn next(self) {
        let Some(file) = self.queue.with_value(|queue| queue.front().cloned()) else {
            // A worker that has nothing to do is memory for nothing.
            self.worker.with_value(|worker| worker.iter().for_each(Client::stop));
            return;
        };
        self.request.update_value(|request| request.0 = request.0.wrapping_add(1));
        let request = self.request.get_value();
        if file.size() > LARGE {
            return self.done(Vec::new(), Some("It is over 20 MB; give it alone.".to_owned()));
        }
        spawn_local(async move {
            let bytes = file.read().await;
            if self.request.get_value() != request {
                return;
            }
            let Some(bytes) = bytes else {
                return self.done(Vec::new(), Some("It could not be opened; a folder, perhaps.".to_owned()));
            };
            if export::own_file(&bytes).is_some() {
                return self
                    .done(Vec::new(), Some("It was made by Article Explorer; give it alone.".to_owned()));
            }
            let message = ToWorker::ReadAll { request, name: file.name(), bytes };
            let sent = self
                .worker
                .with_value(|worker| worker.as_ref().map_or(Ok(()), |worker| worker.ask(&message)));
            if sent.is_err() {
                self.done(Vec::new(), Some("The part that reads could not be started.".to_owned()));
            }
        });
    }

    fn hear(self, heard: Heard) {
        match heard {
            Heard::Answer(FromWorker::Documents { documents, .. }) => self.done(documents, None),
            Heard::Answer(_) => {}
            Heard::OtherBuild => {
                self.done(Vec::new(), Some("The page must be loaded again to read it.".to_owned()));
            }
            Heard::Broken(_) => {
                self.done(Vec::new(), Some("The reading broke down; nothing else is lost.".to_owned()));
            }
        }
    }

    /// The first file was read, or could not be.
    fn done(self, documents: Vec<Document>, why: Option<String>) {
        let Some(file) = self.queue.try_update_value(VecDeque::pop_front).flatten() else { return };
        let mut outcome =
            Outcome { file: file.name(), articles: Vec::new(), refused: why.into_iter().collect() };
        for document in documents {
            let error = document.diagnostics.iter().find(|said| said.severity == Severity::Error);
            let not_read = document.diagnostics.iter().filter(|said| said.code == "not-read");
            outcome.refused.extend(not_read.map(|said| said.message.clone()));
            if error.is_some() || document.blocks.is_empty() {
                let why = error.map_or("There are no words in it.", |said| said.message.as_str());
                outcome.refused.push(why.to_owned());
                continue;
            }
            let kept = kept_of(document, History::of_tab(platform::random()), platform::now());
            outcome.articles.push((kept.entry.id.clone(), kept.entry.title.clone()));
            // A library that keeps nothing says so itself, wherever it is shown.
            self.library.keep(kept, |_| {});
        }
        self.outcomes.update(|outcomes| outcomes.push(outcome));
        self.next();
    }
}
