//! HTML: a saved page, or what a browser puts on the clipboard.
//!
//! [`tokens`] and [`tree`] read the tags into elements, [`article`] picks those of a page that hold the article, [`pieces`]
//! goes through them and writes down headings, paragraphs, list items and captions. Scripts, styles, forms and
//! what a page hides are never read, and nothing is ever run or fetched.

mod article;
mod pieces;
mod tag;
mod tokens;
mod tree;

use crate::draft::{Draft, Hint};

/// Reads the article out of a saved page.
pub fn read_page(given: &str, draft: &mut Draft) {
    let tree = tree::read(given);
    let article = article::find(&tree);
    pieces::write(&tree, &article, 0, draft);
}

/// Reads all of a fragment, as it was selected on a page.
pub fn read_fragment(given: &str, draft: &mut Draft) {
    read_part(given, 0, draft);
}

/// Reads all of a fragment that stands in the given text from byte `offset` on.
pub fn read_part(given: &str, offset: usize, draft: &mut Draft) {
    let tree = tree::read(given);
    pieces::write(&tree, &article::all(&tree), offset, draft);
    draft.end(Hint::Text);
}

#[cfg(test)]
mod tests;
