//! A reader's edits as a list of operations laid over an analysis.
//!
//! The engine's [`Analysis`] is never edited. The page keeps it, with a [`History`] of [`Correction`]s, and shows
//! [`apply()`]`(&document, &base, history.done())`: undoing is applying one less.
//!
//! A correction points at things by their words and their place ([`TextAnchor`], [`EntityAnchor`], [`QuoteAnchor`]), never
//! by a number alone, so that it can be laid over the analysis of a newer engine, or of a text that has changed a
//! little. One that finds no hold is told in [`Corrected::unfit`], and changes nothing.
//!
//! A history is kept with its article, and joined with what another tab made of it: see [`History::join`]. [`to_json`] and
//! [`from_json`] keep the bare list of corrections. A [`NameList`] takes what the reader
//! said of names to the next article.
//!
//! This crate reads no language: which words are a name or a quote is the engine's or the reader's to say. It knows
//! no browser, no files and no clock.

mod anchor;
mod apply;
mod correction;
mod file;
mod history;
mod names;
mod place;
mod reader;
mod spelling;
mod words;

pub use analysis::{Analysis, Document, EntityId, EntityType, QuoteKind, Span};
pub use anchor::{EntityAnchor, QuoteAnchor};
pub use apply::{Corrected, Unfit, apply};
pub use correction::Correction;
pub use file::{ReadError, SCHEMA, from_json, to_json};
pub use history::{History, Stamp};
pub use names::{KnownName, MergeEffect, NameList, NotName};
pub use place::TextAnchor;
pub use reader::{Detail, described};

#[cfg(test)]
mod any_list;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod tests;
