//! Pairs quotation marks, whatever their shape, without knowing who speaks.

use std::ops::Range;

/// The quotations of an article, in order of their opening marks; a nested one follows the one around it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Marks {
    pub regions: Vec<Marked>,
}

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// The opening mark's token; none where a paragraph goes on with a quotation and has no mark of its own.
    pub open: Option<usize>,
    /// The closing mark's token; none where it is missing, or the quotation goes on in the next paragraph.
    pub close: Option<usize>,
    /// Stands inside another quotation.
    pub nested: bool,
}

impl Marks {
    /// The outermost quotation that holds the token.
    pub fn around(&self, token: usize) -> Option<&Marked> {
        let before = self.regions.partition_point(|r| r.inner.start <= token);
        self.regions[..before].iter().rev().find(|r| !r.nested).filter(|r| r.inner.contains(&token))
    }
}

/// Pairs the marks of an article.
pub(crate) fn pair(_reading: &crate::reading::Reading) -> Marks {
    Marks::default()
}
