//! An [`Analysis`] in the forms that other programs and people read.
//!
//! [`json`] writes the analysis document, whose every offset counts code points; [`markdown`] a brief for
//! people; [`citation`] one quote with its source. This crate finds nothing out: it only says, in another form,
//! what document and analysis hold.

mod article;
mod citation;
mod json;
mod markdown;
mod table;

pub use analysis::{Analysis, Document};
pub use citation::citation;
pub use json::{SCHEMA, json};
pub use markdown::markdown;
pub use table::{dates_table, figures_table};

#[cfg(test)]
mod tests;
