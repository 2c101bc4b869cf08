//! The open article: its text, what was found in it, and what the reader said of it.

use std::ops::Deref;
use std::sync::Arc;

use analysis::{Analysis, Document};
use corrections::{History, Stamp};
use presentation::library::{Kept, Version};
use presentation::{Article, Remembered};

use crate::Imported;

/// The article and all that is known of it so far. Two are equal if they are the same one.
#[derive(Clone)]
pub struct Shown(Arc<Article>);

impl PartialEq for Shown {
    fn eq(&self, other: &Shown) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Shown {
    pub fn new(article: Article) -> Shown {
        Shown(Arc::new(article))
    }
}

impl Deref for Shown {
    type Target = Article;

    fn deref(&self) -> &Article {
        &self.0
    }
}

/// A correction that this text has no place for: what it was, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    pub told: String,
    pub why: String,
}

pub struct Open {
    /// What it is kept under, for good.
    pub id: String,
    pub shown: Shown,
    /// The article as it was read, without what the reader calls it.
    read: Arc<Document>,
    /// The engine's own analysis, or the imported one, without the corrections.
    pub base: Arc<Analysis>,
    pub history: History,
    /// Corrections that the text has no place for.
    pub waiting: Vec<Waiting>,
    /// The publication date that the reader set.
    pub published: Option<String>,
    /// The file that the analysis came from, if it is not the engine's own.
    pub imported: Option<Arc<Imported>>,
    /// When the text was last edited, and the date last set.
    pub(crate) written: Stamp,
    pub(crate) dated: Stamp,
    /// The texts before this one, oldest first.
    pub versions: Vec<Version>,
    /// Whether its text is being typed: that comes into the library when the reader opens it, corrects it or leaves,
    /// and not at every pause.
    pub(crate) typing: bool,
    /// What the library is known to have of it.
    pub(crate) saved: Option<Kept>,
    /// What this tab wrote down of it last.
    pub(crate) journal: Option<String>,
    /// Whether there is more of it than could be written down.
    pub(crate) unwritten: bool,
}

/// What is to be kept of an article that is read without being opened.
pub fn kept_of(document: Document, history: History, now: u64) -> Kept {
    let id = presentation::library::id_of(&document.text);
    Open::new(id, document, history).row(now)
}

impl Open {
    pub(crate) fn new(id: String, document: Document, history: History) -> Open {
        let (document, base) = (Arc::new(document), Arc::<Analysis>::default());
        Open {
            id,
            shown: Shown::new(Article::new(document.clone(), base.clone())),
            read: document,
            base,
            history,
            waiting: Vec::new(),
            published: None,
            imported: None,
            written: Stamp::default(),
            dated: Stamp::default(),
            versions: Vec::new(),
            typing: false,
            saved: None,
            journal: None,
            unwritten: false,
        }
    }

    /// What is kept, opened; none if there are no words in it or its analysis cannot be read.
    pub(crate) fn of(kept: &Kept, tab: u64) -> Option<Open> {
        let remembered = Remembered::read(&kept.article)?;
        let history = kept.history().ok()?.in_tab(tab);
        let (document, imported) = match kept.imported.clone() {
            None => (remembered.document, None),
            Some(json) => {
                let (imported, document) = Imported::read(json).ok()?;
                (document, Some(Arc::new(imported)))
            }
        };
        if document.blocks.is_empty() {
            return None;
        }
        let mut open = Open::new(kept.entry.id.clone(), document, history);
        open.published = remembered.published;
        (open.written, open.dated) = (kept.written, kept.dated);
        open.versions.clone_from(&kept.versions);
        if let Some(imported) = &imported {
            open.base = Arc::new(imported.analysis.clone());
        }
        open.imported = imported;
        open.show(false);
        Some(open)
    }

    /// The article as it was read.
    pub fn document(&self) -> &Arc<Document> {
        &self.read
    }

    /// The same words, read anew.
    pub(crate) fn read_again(&mut self, document: Document) {
        self.read = Arc::new(document);
        self.show(false);
    }

    /// The article as the reader calls it; the same as before where nothing of that has changed.
    fn described(&self) -> Arc<Document> {
        let stated = corrections::described(&self.read.stated, self.history.done());
        if stated == self.read.stated {
            return self.read.clone();
        }
        let before = &self.shown.document;
        let same = Document { stated: before.stated.clone(), ..Document::clone(&self.read) } == **before;
        if same && before.stated == stated {
            return before.clone();
        }
        Arc::new(Document { stated, ..Document::clone(&self.read) })
    }

    pub fn text(&self) -> &str {
        &self.shown.document.text
    }

    /// Lays the corrections over the analysis. With `all`, the analysis is complete, and what has no place is told;
    /// before, what is missing may be only still to come.
    pub(crate) fn show(&mut self, all: bool) {
        let document = self.document().clone();
        let analysis = match self.history.done() {
            [] => {
                self.waiting.clear();
                self.base.clone()
            }
            done => {
                let corrected = corrections::apply(&document, &self.base, done);
                if all {
                    let waiting = corrected.unfit.into_iter().filter_map(|unfit| {
                        Some(Waiting { told: done.get(unfit.index)?.describe(), why: unfit.why })
                    });
                    self.waiting = waiting.collect();
                }
                Arc::new(corrected.analysis)
            }
        };
        self.shown = Shown::new(Article::new(self.described(), analysis));
    }

    /// Another text of the same article, in the place of this one, which becomes a version if it was more than a pause
    /// in typing.
    pub(crate) fn edit(&mut self, document: Document, written: Stamp) {
        if !self.typing {
            let before = Remembered::write(self.document(), self.published.as_deref());
            self.versions.push(Version { written: self.written, article: before });
        }
        self.written = written;
        // An analysis that came in a file is of the text that it came with.
        self.imported = None;
        self.base = Arc::default();
        self.read_again(document);
    }

    /// What is to be kept of it.
    pub(crate) fn row(&self, now: u64) -> Kept {
        let imported = self.imported.as_ref().map(|given| given.json.clone());
        let mut kept = Kept::new(self.id.clone(), &self.shown, self.published.as_deref(), imported, now);
        kept.article = Remembered::write(&self.read, self.published.as_deref());
        kept.corrections = self.history.to_json();
        (kept.written, kept.dated) = (self.written, self.dated);
        kept.versions.clone_from(&self.versions);
        kept.keep_versions();
        kept
    }

    /// Whether the library lacks anything of it.
    pub(crate) fn is_unsaved(&self, row: &Kept) -> bool {
        let joined = self.saved.as_ref().map(|saved| (saved, saved.join(row)));
        !matches!(joined, Some((saved, Ok(joined))) if joined.is_same(saved))
    }
}
