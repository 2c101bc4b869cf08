//! A reader's corrections: a list of operations that is laid over the engine's analysis.
//!
//! The analysis itself is never changed. What the reader sees is [`apply`] of all operations done so far, so that
//! undoing one is leaving it out, and a newer engine's analysis of the same article takes the same list. Each
//! operation points at its words by themselves and by what stands around them ([`Anchor`]), never by a number alone;
//! what fits nowhere any more is told ([`Unfit`]), never dropped.
//!
//! This crate finds nothing in a text but the words an operation names, and knows neither page nor storage.

mod anchor;
mod apply;
mod correction;
mod history;
mod names;
#[cfg(test)]
mod tests;

pub use anchor::Anchor;
pub use apply::{Corrected, Unfit, apply};
pub use correction::{Correction, Whom};
pub use history::{History, NotRead};
pub use names::{KnownName, NameList};
