//! Joins the names that mean one thing into entities, each join with its reason.

use analysis::Entity;

use crate::{reading::Reading, tag::Name};

/// The entities behind the names, by first mention.
pub(crate) fn join(_reading: &Reading, _names: &[Name]) -> Vec<Entity> {
    Vec::new()
}
