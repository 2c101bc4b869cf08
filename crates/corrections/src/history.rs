//! What the reader has done, and what they took back, so that it can be joined with what another tab did.
//!
//! A history is a set of changes, each with a stamp of its own and a switch (done or taken back) that has a stamp too.
//! Joining two histories takes the changes of both, and of each switch the state with the later stamp: what was taken
//! back anywhere stays so, and the order of joining does not matter (a state-based replicated set with a last-writer
//! register for each element; Shapiro, Preguiça, Baquero and Zawirski, 2011). Stamps are Lamport's clocks (1978).

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::file::{ReadError, entries, open};
use crate::{Correction, SCHEMA, from_json};

/// The name and version of the form in which a history is kept.
const HISTORY: &str = "article-explorer/history/1";

/// When something happened: later than all that its tab knew of. No two tabs give the same stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Stamp {
    pub time: u64,
    pub tab: u64,
}

/// A correction, and whether it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Change {
    made: Stamp,
    /// The last time that it was made, undone or done again.
    switched: Stamp,
    undone: bool,
    correction: Correction,
}

/// The corrections of one article, with undo and redo.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    /// In the order in which they were made.
    changes: Vec<Change>,
    /// The corrections that hold, in that order.
    done: Vec<Correction>,
    /// The tab that the next change is made in.
    tab: u64,
}

impl History {
    /// A history without a change, of this tab: a number that no other tab has.
    pub fn of_tab(tab: u64) -> Self {
        History { tab, ..History::default() }
    }

    /// A history that begins with corrections that were kept as a list. The same list gives the same history.
    pub fn new(done: Vec<Correction>) -> Self {
        let changes = (1..).zip(&done).map(|(time, correction)| {
            let made = Stamp { time, tab: fingerprint(correction) };
            Change { made, switched: made, undone: false, correction: correction.clone() }
        });
        History { changes: changes.collect(), done, tab: 0 }
    }

    /// The same history, going on in this tab.
    #[must_use]
    pub fn in_tab(self, tab: u64) -> Self {
        History { tab, ..self }
    }

    /// Adds a correction. What was undone before it cannot be redone any more.
    pub fn push(&mut self, correction: Correction) {
        let (made, correction) = (self.now(), correction.bounded());
        self.done.push(correction.clone());
        self.changes.push(Change { made, switched: made, undone: false, correction });
    }

    /// Takes the last correction back, and gives it for the notice.
    pub fn undo(&mut self) -> Option<Correction> {
        let at = self.changes.iter().rposition(|change| !change.undone)?;
        self.switch(at, true)
    }

    /// Does again what was undone last, and gives it for the notice.
    pub fn redo(&mut self) -> Option<Correction> {
        let at = self.last_undone()?;
        self.switch(at, false)
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        self.last_undone().is_some()
    }

    /// The corrections to apply, in order.
    pub fn done(&self) -> &[Correction] {
        &self.done
    }

    /// Whether nothing was ever corrected.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// Takes in what was done elsewhere; says whether there was anything new in it.
    pub fn join(&mut self, other: &History) -> bool {
        let (mut new, mut switched) = (Vec::new(), false);
        for theirs in &other.changes {
            match self.changes.binary_search_by_key(&theirs.made, |ours| ours.made) {
                Ok(at) if self.changes[at].switched < theirs.switched => {
                    self.changes[at].switched = theirs.switched;
                    self.changes[at].undone = theirs.undone;
                    switched = true;
                }
                Ok(_) => {}
                Err(_) => new.push(theirs.clone()),
            }
        }
        let any = switched || !new.is_empty();
        if any {
            self.changes.append(&mut new);
            self.changes.sort_by_key(|change| change.made);
            self.changes.dedup_by_key(|change| change.made);
            self.read_done();
        }
        any
    }

    /// A stamp later than all of this history.
    pub fn now(&self) -> Stamp {
        let last = self.changes.iter().map(|change| change.switched.time.max(change.made.time)).max();
        Stamp { time: last.unwrap_or(0).saturating_add(1), tab: self.tab }
    }

    /// The history on one line, as it is kept with its article.
    pub fn to_json(&self) -> String {
        #[derive(Serialize)]
        struct Saved<'a> {
            schema: &'static str,
            changes: &'a [Change],
        }
        // Plain data with string keys always has a JSON form.
        serde_json::to_string(&Saved { schema: HISTORY, changes: &self.changes }).unwrap_or_default()
    }

    /// What [`History::to_json`] wrote, or the list of corrections that earlier versions kept.
    ///
    /// # Errors
    ///
    /// As [`from_json`]: nothing is read of what cannot be read whole.
    pub fn from_json(json: &str) -> Result<History, ReadError> {
        if json.contains(SCHEMA) {
            return from_json(json).map(History::new);
        }
        let mut saved = open(json, HISTORY, "a history of corrections")?;
        let mut changes: Vec<Change> =
            entries(saved.get_mut("changes").map(Value::take), "correction", "corrections")?;
        for change in &mut changes {
            change.correction = change.correction.clone().bounded();
        }
        let mut history = History::default();
        history.join(&History { changes, ..History::default() });
        Ok(history)
    }

    /// What was undone last, if nothing was made since.
    fn last_undone(&self) -> Option<usize> {
        let made = self.changes.iter().map(|change| change.made).max()?;
        let undone = self.changes.iter().enumerate().filter(|(_, change)| change.undone);
        let (at, last) = undone.max_by_key(|(_, change)| change.switched)?;
        (last.switched > made).then_some(at)
    }

    fn switch(&mut self, at: usize, undone: bool) -> Option<Correction> {
        let now = self.now();
        let change = self.changes.get_mut(at)?;
        (change.switched, change.undone) = (now, undone);
        let correction = change.correction.clone();
        self.read_done();
        Some(correction)
    }

    fn read_done(&mut self) {
        let done = self.changes.iter().filter(|change| !change.undone);
        self.done = done.map(|change| change.correction.clone()).collect();
    }
}

/// A number that tells a correction from others: FNV-1a of 64 bits over its JSON form.
fn fingerprint(correction: &Correction) -> u64 {
    let json = serde_json::to_string(correction).unwrap_or_default();
    json.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::fixture;

    fn names(history: &History) -> Vec<String> {
        history.done().iter().map(Correction::describe).collect()
    }

    fn rename(name: &str) -> Correction {
        let (document, base) = fixture::article();
        let ruiz = fixture::id(&base, "Ana Ruiz");
        Correction::rename(&document, &base, ruiz, name).expect("Ruiz is there")
    }

    #[test]
    fn what_is_undone_can_be_redone_until_something_else_is_done() {
        let mut history = History::default();
        assert!(!history.can_undo() && history.undo().is_none() && history.redo().is_none());

        history.push(rename("A"));
        history.push(rename("B"));
        assert_eq!(history.undo(), Some(rename("B")));
        assert!(history.can_undo() && history.can_redo());
        assert_eq!(history.redo(), Some(rename("B")));
        assert_eq!(history.undo(), Some(rename("B")));
        history.push(rename("C"));
        assert!(!history.can_redo());
        assert_eq!(names(&history), ["Renamed “Ana Ruiz” to “A”", "Renamed “Ana Ruiz” to “C”"]);
    }

    #[test]
    fn several_are_undone_and_redone_in_turn() {
        let mut history = History::default();
        for name in ["A", "B", "C"] {
            history.push(rename(name));
        }
        for name in ["C", "B", "A"] {
            assert_eq!(history.undo(), Some(rename(name)));
        }
        for name in ["A", "B", "C"] {
            assert_eq!(history.redo(), Some(rename(name)));
        }
        assert!(!history.can_redo());
    }

    #[test]
    fn what_is_undone_here_stays_undone_when_another_tab_still_has_it() {
        let mut here = History::of_tab(1);
        here.push(rename("A"));
        let mut there = here.clone().in_tab(2);
        here.undo();
        there.push(rename("B"));
        let before = here.clone();
        assert!(here.join(&there));
        assert_eq!(names(&here), ["Renamed “Ana Ruiz” to “B”"]);
        assert!(there.join(&before) && !there.join(&here));
        assert_eq!(names(&there), names(&here));
    }

    #[test]
    fn a_history_reads_back_whole_and_the_older_form_too() {
        let mut history = History::of_tab(u64::MAX);
        history.push(rename("A"));
        history.push(rename("B"));
        history.undo();
        let read = History::from_json(&history.to_json()).expect("what was written is read");
        assert_eq!(read.in_tab(u64::MAX), history);
        let list = crate::to_json(&[rename("A")]);
        let old = History::from_json(&list).expect("a list is read");
        assert_eq!(old.done(), [rename("A")]);
        assert_eq!(old, History::from_json(&list).expect("again"));
        for wrong in ["", "{}", "{\"schema\":\"article-explorer/history/9\",\"changes\":[]}"] {
            assert!(History::from_json(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn names_notes_and_details_without_end_are_cut() {
        let long = "x".repeat(1_000_000);
        let json: Vec<String> = fixture::one_of_each()
            .into_iter()
            .map(|correction| {
                let mut history = History::of_tab(1);
                history.push(correction);
                history.to_json()
            })
            .collect();
        let (mut cut, mut kept) = (0, 0);
        for json in json {
            let mut value: Value = serde_json::from_str(&json).expect("it is JSON");
            for field in [
                "/name",
                "/entity/name",
                "/from/name",
                "/into/name",
                "/to/name",
                "/speaker/name",
                "/note",
                "/value",
            ] {
                let path = format!("/changes/0/correction{field}");
                if let Some(found) = value.pointer_mut(&path).filter(|found| found.is_string()) {
                    *found = Value::String(long.clone());
                    cut += 1;
                }
            }
            let read = History::from_json(&value.to_string()).expect("it can be read");
            let written = read.to_json();
            assert!(written.len() < 25_000, "{}", written.len());
            assert_eq!(
                History::from_json(&written).map(|again| again.to_json()),
                Ok(written),
                "it is cut once"
            );
            // What a reader makes themselves is cut alike: it comes back as it was told.
            let mut again = History::of_tab(2);
            read.done().iter().cloned().for_each(|correction| again.push(correction));
            assert_eq!(again.done(), read.done());
            kept += 1;
        }
        assert!(cut >= 11 && kept >= 13, "{cut} of {kept}");
    }

    proptest! {
        /// Three tabs that correct, undo and redo apart: in whatever order they are joined, they end alike, and
        /// nothing holds that its own tab took back last.
        #[test]
        fn joining_has_no_order(acts in prop::collection::vec((0..3_usize, 0..4_u8), 0..24)) {
            let mut tabs = [1, 2, 3].map(History::of_tab);
            for (nth, (tab, act)) in acts.into_iter().enumerate() {
                let history = &mut tabs[tab];
                match act {
                    0 | 1 => history.push(rename(&format!("N{nth}"))),
                    2 => drop(history.undo()),
                    _ => drop(history.redo()),
                }
            }
            let join = |order: [usize; 3]| {
                let mut all = tabs[order[0]].clone();
                all.join(&tabs[order[1]]);
                all.join(&tabs[order[2]]);
                all.in_tab(0)
            };
            let one = join([0, 1, 2]);
            prop_assert_eq!(&one, &join([2, 0, 1]));
            prop_assert_eq!(&one, &join([1, 2, 0]));
            for tab in &tabs {
                let held: Vec<_> = one.done().iter().filter(|held| tab.changes.iter().any(|c| c.correction == **held)).collect();
                prop_assert_eq!(held.len(), tab.done().len());
            }
        }
    }
}
