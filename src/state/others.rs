//! Other articles of the library beside the open one: analysed one after another by a worker of their own, each
//! with its corrections, and kept as long as they do not change.

use std::collections::HashMap;
use std::sync::Arc;

use analysis::{Analysis, Document};
use leptos::prelude::*;
use presentation::library::Kept;
use presentation::{Article, Remembered, complete};
use protocol::{FromWorker, Options, Request, Stage, ToWorker};

use session::{Imported, SUMMARY, Shown};

use crate::platform::worker::{Client, Heard};

/// An article that waits or is being analysed.
struct Asked {
    kept: Kept,
    document: Arc<Document>,
    published: Option<String>,
    /// The analysis that came with it, if it came in a file.
    given: Option<Analysis>,
}

#[derive(Clone, Copy)]
pub struct Others {
    /// By number, with the revision that it was made of.
    ready: RwSignal<HashMap<String, (u32, Shown)>>,
    /// The articles that could not be analysed.
    pub failed: RwSignal<Vec<String>>,
    /// The first is the one that the worker is at.
    queue: StoredValue<Vec<Asked>>,
    request: StoredValue<Request>,
    worker: StoredValue<Option<Client>, LocalStorage>,
}

impl Others {
    pub fn new() -> Others {
        let others = Others {
            ready: RwSignal::new(HashMap::new()),
            failed: RwSignal::new(Vec::new()),
            queue: StoredValue::new(Vec::new()),
            request: StoredValue::new(Request(0)),
            worker: StoredValue::new_local(None),
        };
        others.worker.set_value(Some(Client::new(move |heard| others.hear(heard))));
        others
    }

    /// The analysed article, if it is there in its present state.
    pub fn get(self, kept: &Kept) -> Option<Shown> {
        self.ready.with(|ready| {
            let (revision, article) = ready.get(&kept.entry.id)?;
            (*revision == kept.entry.revision).then(|| article.clone())
        })
    }

    /// Has these analysed, as far as they are not yet; whatever else was waiting is given up.
    pub fn want(self, all: &[Kept]) {
        self.worker.with_value(|worker| worker.iter().for_each(Client::stop));
        self.failed.set(Vec::new());
        let missing = all.iter().filter(|kept| untrack(|| self.get(kept)).is_none());
        let (asked, broken): (Vec<_>, Vec<_>) =
            missing.map(|kept| (kept, asked(kept))).partition(|(_, a)| a.is_some());
        self.failed.set(broken.into_iter().map(|(kept, _)| kept.entry.id.clone()).collect());
        self.queue.set_value(asked.into_iter().filter_map(|(_, asked)| asked).collect());
        self.next();
    }

    fn next(self) {
        self.request.update_value(|request| request.0 = request.0.wrapping_add(1));
        let request = self.request.get_value();
        let message = self.queue.with_value(|queue| {
            queue.first().map(|asked| ToWorker::Analyze {
                request,
                document: Document::clone(&asked.document),
                options: Options { published: asked.published.clone(), summary: SUMMARY },
            })
        });
        let Some(message) = message else { return };
        let sent =
            self.worker.with_value(|worker| worker.as_ref().map_or(Ok(()), |worker| worker.ask(&message)));
        if let Err(why) = sent {
            self.hear(Heard::Broken(why));
        }
    }

    fn hear(self, heard: Heard) {
        match heard {
            Heard::Answer(FromWorker::Stage { stage: Stage::Done, analysis, .. }) => {
                if let Some(asked) = self.take_first() {
                    let (id, revision) = (asked.kept.entry.id.clone(), asked.kept.entry.revision);
                    let article = shown(asked, *analysis);
                    self.ready.update(|ready| {
                        ready.insert(id, (revision, article));
                    });
                }
            }
            Heard::Answer(_) => return,
            // The session says so too, as soon as it asks something.
            Heard::OtherBuild | Heard::Broken(_) => {
                if let Some(asked) = self.take_first() {
                    self.failed.update(|failed| failed.push(asked.kept.entry.id));
                }
            }
        }
        self.next();
    }

    fn take_first(self) -> Option<Asked> {
        self.queue.try_update_value(|queue| (!queue.is_empty()).then(|| queue.remove(0))).flatten()
    }
}

/// What there is to ask of a kept article; none if it cannot be read.
fn asked(kept: &Kept) -> Option<Asked> {
    let Remembered { document, published } = Remembered::read(&kept.article)?;
    let (document, given) = match &kept.imported {
        Some(json) => {
            let (imported, document) = Imported::read(json.clone()).ok()?;
            (document, Some(imported.analysis))
        }
        None => (document, None),
    };
    Some(Asked { kept: kept.clone(), document: Arc::new(document), published, given })
}

fn shown(asked: Asked, found: Analysis) -> Shown {
    let base = match &asked.given {
        Some(given) => complete(given, &found, asked.published.is_some()),
        None => found,
    };
    let history = asked.kept.history().unwrap_or_default();
    let corrected = match history.done() {
        [] => base,
        some => corrections::apply(&asked.document, &base, some).analysis,
    };
    Shown::new(Article::new(asked.document, Arc::new(corrected)))
}
