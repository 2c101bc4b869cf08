//! Tells people what the engine saw in an article: sentence by sentence its words with their grammar, and what each
//! component decided there, by which rule, and among whom.
//!
//! It walks the same pipeline as an analysis, with the trace on. Nothing is decided here.

#[cfg(feature = "explain")]
mod found;
pub(crate) mod trace;
#[cfg(feature = "explain")]
mod write;

#[cfg(feature = "explain")]
use analysis::{Analysis, Document};
pub use trace::{Candidate, Decision};

#[cfg(feature = "explain")]
use crate::{
    Options,
    pipeline::{PIPELINE, State},
};

/// An article's analysis, and every decision that led to it, in the order they were made.
#[cfg(feature = "explain")]
pub fn decisions(document: &Document, options: &Options) -> (Analysis, Vec<Decision>) {
    let (mut state, decisions) = read(document, options);
    (state.shown().clone(), decisions)
}

/// The same as a text for people.
#[cfg(feature = "explain")]
pub fn explain(document: &Document, options: &Options) -> String {
    let (state, decisions) = read(document, options);
    write::article(&state, &decisions)
}

/// Every rule, with what it does and an example, one under the other.
#[cfg(feature = "explain")]
pub fn list_rules() -> String {
    crate::rules::ALL
        .iter()
        .map(|rule| format!("{}\n    {}\n    Example: {}\n", rule.id, rule.does, rule.example))
        .collect()
}

#[cfg(feature = "explain")]
fn read<'a>(document: &'a Document, options: &'a Options) -> (State<'a>, Vec<Decision>) {
    let mut state = State::new(document, options);
    state.trace = trace::Trace::on();
    let mut decisions = Vec::new();
    for component in PIPELINE {
        (component.run)(&mut state);
        found::note(&mut state, component.adds);
        let made = state.trace.take();
        decisions.extend(made.into_iter().map(|made| Decision { component: component.name, ..made }));
    }
    (state, decisions)
}
