//! The views, one a file.

pub mod about;
pub mod compare;
pub mod entities;
pub mod entity_card;
pub mod quotes;
pub mod reader;
pub mod start;
pub mod summary;
pub mod timeline;
