//! Finds figures: money, percentages, quantities, ordinals and counts.

use crate::{reading::Reading, tag::Name};

/// Every figure, in order; none overlaps another.
pub(crate) fn find(_reading: &Reading) -> Vec<Name> {
    Vec::new()
}
