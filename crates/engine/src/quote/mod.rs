//! Who said what: quotation marks, what stands in them, and whose words they are.

pub(crate) mod marks;

use analysis::{Diagnostic, Entity, Quote};

use crate::reading::Reading;

/// Every quote with its speaker, in order; and what was odd about the marks.
pub(crate) fn attribute(
    _reading: &Reading,
    _marks: &marks::Marks,
    _entities: &[Entity],
) -> (Vec<Quote>, Vec<Diagnostic>) {
    (Vec::new(), Vec::new())
}
