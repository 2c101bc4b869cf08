//! What the reader has done, and what they took back.

use crate::Correction;

/// The corrections of one article, with undo and redo.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct History {
    done: Vec<Correction>,
    /// The last one undone is the last here.
    undone: Vec<Correction>,
}

impl History {
    /// A history that begins with corrections that were kept.
    pub fn new(done: Vec<Correction>) -> Self {
        History { done, undone: Vec::new() }
    }

    /// Adds a correction. What was undone before it cannot be redone any more.
    pub fn push(&mut self, correction: Correction) {
        self.undone.clear();
        self.done.push(correction);
    }

    /// Takes the last correction back, and gives it for the notice.
    pub fn undo(&mut self) -> Option<&Correction> {
        self.undone.push(self.done.pop()?);
        self.undone.last()
    }

    /// Does again what was undone last, and gives it for the notice.
    pub fn redo(&mut self) -> Option<&Correction> {
        self.done.push(self.undone.pop()?);
        self.done.last()
    }

    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The corrections to apply, in order.
    pub fn done(&self) -> &[Correction] {
        &self.done
    }

    /// Forgets everything, what was undone too.
    pub fn clear(&mut self) {
        *self = History::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn names(history: &History) -> Vec<String> {
        history.done().iter().map(Correction::describe).collect()
    }

    #[test]
    fn what_is_undone_can_be_redone_until_something_else_is_done() {
        let (document, base) = fixture::article();
        let ruiz = fixture::id(&base, "Ana Ruiz");
        let rename = |name: &str| Correction::rename(&document, &base, ruiz, name).expect("Ruiz is there");
        let mut history = History::default();
        assert!(!history.can_undo() && history.undo().is_none() && history.redo().is_none());

        history.push(rename("A"));
        history.push(rename("B"));
        assert_eq!(history.undo(), Some(&rename("B")));
        assert!(history.can_undo() && history.can_redo());
        assert_eq!(history.redo(), Some(&rename("B")));
        assert_eq!(history.undo(), Some(&rename("B")));
        history.push(rename("C"));
        assert!(!history.can_redo());
        assert_eq!(names(&history), ["Renamed “Ana Ruiz” to “A”", "Renamed “Ana Ruiz” to “C”"]);
        history.clear();
        assert_eq!(history, History::default());
    }
}
