//! Whether a figure is what something rose or fell by, and the word that says so.

use crate::word_class::{self, WordClass};
use std::ops::Range;

use analysis::Change;

use super::Words;

/// Words between a verb and its figure at most: "rose by nearly 18%".
const FURTHEST: usize = 5;

pub(super) struct Told {
    /// The words that tell it, on either side of the figure.
    pub cue: Range<usize>,
    /// None where the verb leads to a level ("rose to 5%"), not a difference.
    pub direction: Option<Change>,
}

impl Words<'_, '_> {
    pub(super) fn change(&self) -> Option<Told> {
        self.told_before().or_else(|| self.told_after())
    }

    /// "rose 18%", "up by some 18%", "fell to 5%", "an increase of 18%".
    fn told_before(&self) -> Option<Told> {
        let mut to = false;
        for at in (self.sentence.start..self.figure.start).rev().take(FURTHEST) {
            let word = self.normal(at);
            if let Some(change) = verb(word).or_else(|| noun(word)) {
                return Some(Told { cue: at..at + 1, direction: (!to).then_some(change) });
            }
            match word {
                "to" => to = true,
                _ if word_class::is(word, WordClass::BeforeFigure) => {}
                _ => return None,
            }
        }
        None
    }

    /// "18% higher", "an 18% drop".
    fn told_after(&self) -> Option<Told> {
        let at = self.figure.end;
        let change = match self.normal(at) {
            "higher" | "more" => Some(Change::Up),
            "lower" | "less" | "fewer" => Some(Change::Down),
            word => noun(word),
        }?;
        // "26 more goats" are counted, not compared.
        let compares = self.normal(at + 1) == "than" || !matches!(self.normal(at), "more" | "less" | "fewer");
        compares.then_some(Told { cue: at..at + 1, direction: Some(change) })
    }
}

fn verb(normal: &str) -> Option<Change> {
    of_lists(normal, WordClass::GoesUp, WordClass::GoesDown)
}

fn noun(normal: &str) -> Option<Change> {
    of_lists(normal, WordClass::IncreaseNoun, WordClass::DecreaseNoun)
}

fn of_lists(normal: &str, up: WordClass, down: WordClass) -> Option<Change> {
    let classes = word_class::of(normal);
    match (classes.has(up), classes.has(down)) {
        (true, _) => Some(Change::Up),
        (_, true) => Some(Change::Down),
        _ => None,
    }
}
