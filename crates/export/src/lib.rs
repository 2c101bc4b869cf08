//! An [`Analysis`] in the forms that other programs and people read.
//!
//! [`json`] writes the analysis document, whose every offset counts code points.
//! This crate finds nothing out: it only says, in another form, what document and analysis hold.

mod json;

pub use analysis::{Analysis, Document};
pub use json::{SCHEMA, json};
