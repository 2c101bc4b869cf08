//! What every other part counts in: spans, blocks, documents, and the maps between ways of counting.
//!
//! Inside the program a place in a text is a range of UTF-8 bytes on character boundaries.
//! Unicode code points and UTF-16 units exist only at the two edges (exports and the DOM): [`Offsets`].
//! This crate knows no format, no language and no browser, and uses the standard library alone.

pub mod bounds;
mod document;
mod offsets;
mod span;

pub use document::{Block, BlockKind, Diagnostic, Document, LeftOut, Part, Severity, SourceMap, Stated};
pub use offsets::Offsets;
pub use span::Span;
