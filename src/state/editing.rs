//! Which form for a correction is open: it outlives the card and the list, which every correction draws anew.

use analysis::EntityId;
use leptos::prelude::*;
use presentation::Doubt;

/// A form of an entity's card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Merge,
    Rename,
    Kind,
    /// The mention that is selected.
    Mention,
}

#[derive(Clone, Copy)]
pub struct Editing {
    pub entity: RwSignal<Option<(EntityId, Form)>>,
    /// The quote whose speaker is being chosen.
    pub quote: RwSignal<Option<u32>>,
    /// Whether what is unsure is being checked, and what was answered without a correction.
    pub review: RwSignal<bool>,
    pub settled: RwSignal<Vec<Doubt>>,
}

impl Editing {
    pub fn new() -> Editing {
        Editing {
            entity: RwSignal::new(None),
            quote: RwSignal::new(None),
            review: RwSignal::new(false),
            settled: RwSignal::new(Vec::new()),
        }
    }

    /// Opens a form, or closes it if it is open.
    pub fn toggle(self, id: EntityId, form: Form) {
        self.entity.update(|open| *open = (*open != Some((id, form))).then_some((id, form)));
    }

    pub fn is_open(self, id: EntityId, form: Form) -> bool {
        self.entity.get() == Some((id, form))
    }

    pub fn close(self) {
        self.entity.set(None);
        self.quote.set(None);
    }
}
