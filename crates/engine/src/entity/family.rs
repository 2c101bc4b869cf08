//! Coarse entity types: what names may be joined within.

use analysis::EntityType;

/// Types whose names are joined with one another: a tagger wavers inside a family more than between two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Family {
    Person,
    Organisation,
    Place,
    Group,
    /// Events, works, laws, products, languages.
    Thing,
    /// Dates and figures.
    Value,
}

impl Family {
    pub fn of(kind: EntityType) -> Family {
        match kind {
            EntityType::Person => Family::Person,
            EntityType::Org => Family::Organisation,
            EntityType::Norp => Family::Group,
            kind if kind.is_place() => Family::Place,
            kind if kind.is_value() => Family::Value,
            _ => Family::Thing,
        }
    }

    pub const COUNT: usize = 6;
}

pub(super) const FAMILIES: [Family; Family::COUNT] =
    [Family::Person, Family::Organisation, Family::Place, Family::Group, Family::Thing, Family::Value];
