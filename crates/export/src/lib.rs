//! An [`Analysis`] in the forms that other programs and people read, and back from the one that holds it whole.
//!
//! [`write()`] gives an article in any [`Format`]. [`json()`] is the analysis document, whose every offset counts code
//! points, and [`read_json`] reads it back; [`markdown()`] is a brief for people, [`cite_quote`] and [`cite_article`] cite in
//! the usual styles; the tables are for the clipboard. This crate finds nothing out: it only says, in another form, what document
//! and analysis hold.

mod annotations;
mod article;
mod bibliography;
mod cite;
mod conll;
mod csv;
mod details;
mod format;
mod html;
mod json;
mod labelled;
mod markdown;
mod names;
mod own_file;
mod read;
#[cfg(feature = "schema")]
mod schema;
mod table;

pub use analysis::{Analysis, Document};
pub use cite::{Rich, Style, cite_article, cite_quote, cite_words};
pub use details::{Author, Details, details, is_web, names as authors_of};
pub use format::{Format, Writer, write};
use html::escape as html_escape;
pub use json::{SCHEMA, json};
pub use markdown::markdown;
pub use own_file::{OwnFile, OwnKind, own_file};
pub use read::{ReadError, is_day, read_json, schema};
#[cfg(feature = "schema")]
pub use schema::json_schema;
pub use table::{dates_table, figures_table};

#[cfg(test)]
mod tests;
