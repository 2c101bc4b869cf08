//! The list of corrections with its undo, and its saved form.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::Correction;

const SCHEMA: &str = "article-explorer/corrections/1";
/// More corrections than anybody makes by hand; a saved list of more is not one of ours.
const MOST: usize = 100_000;

/// Everything a reader did to an article, in order, and how much of it stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    all: Vec<Correction>,
    done: usize,
}

/// Why a saved list could not be read, in plain words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotRead(pub String);

impl fmt::Display for NotRead {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved {
    schema: String,
    /// How many of them stand; the others were undone, and can be done again.
    done: usize,
    corrections: Vec<Correction>,
}

impl History {
    /// The corrections that stand.
    pub fn done(&self) -> &[Correction] {
        self.all.get(..self.done).unwrap_or(&[])
    }

    /// Nothing was ever done.
    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// One more; what was undone before it cannot be done again.
    pub fn push(&mut self, correction: Correction) {
        self.all.truncate(self.done);
        self.all.push(correction);
        self.done = self.all.len();
    }

    /// Takes the last one back and gives it; none if none stands.
    pub fn undo(&mut self) -> Option<&Correction> {
        self.done = self.done.checked_sub(1)?;
        self.all.get(self.done)
    }

    /// Does again what was undone last, and gives it.
    pub fn redo(&mut self) -> Option<&Correction> {
        let next = self.all.get(self.done)?;
        self.done += 1;
        Some(next)
    }

    /// What [`History::undo`] would take back.
    pub fn last(&self) -> Option<&Correction> {
        self.done().last()
    }

    /// What [`History::redo`] would do.
    pub fn next(&self) -> Option<&Correction> {
        self.all.get(self.done)
    }

    /// The list as JSON on one line.
    pub fn to_json(&self) -> String {
        let saved = Saved { schema: SCHEMA.to_owned(), done: self.done, corrections: self.all.clone() };
        // Plain data with string keys always has a JSON form.
        serde_json::to_string(&saved).unwrap_or_default()
    }

    /// The list back.
    ///
    /// # Errors
    /// If it is not JSON of the shape that [`History::to_json`] writes.
    pub fn from_json(json: &str) -> Result<History, NotRead> {
        let saved: Saved = serde_json::from_str(json)
            .map_err(|error| NotRead(format!("These are no corrections of Article Explorer ({error}).")))?;
        if saved.schema != SCHEMA {
            return Err(NotRead(format!(
                "These corrections are of a version that this one does not know ({}).",
                saved.schema
            )));
        }
        if saved.done > saved.corrections.len() || saved.corrections.len() > MOST {
            return Err(NotRead(
                "These corrections were changed: their count is not that of the list.".to_owned(),
            ));
        }
        Ok(History { done: saved.done, all: saved.corrections })
    }
}
