//! The eighteen types as a reader thinks of them: seven families, each with a hue, a line and a letter.

use crate::EntityType;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Family {
    People,
    Organisations,
    Places,
    /// Nationalities, religious and political groups.
    Groups,
    /// Works, events, laws, products, languages.
    Others,
    Dates,
    Figures,
}

impl Family {
    pub const ALL: [Family; 7] = [
        Family::People,
        Family::Organisations,
        Family::Places,
        Family::Groups,
        Family::Others,
        Family::Dates,
        Family::Figures,
    ];

    pub fn of(kind: EntityType) -> Family {
        use EntityType::*;
        match kind {
            Person => Family::People,
            Org => Family::Organisations,
            Gpe | Loc | Fac => Family::Places,
            Norp => Family::Groups,
            Product | Event | WorkOfArt | Law | Language => Family::Others,
            Date | Time => Family::Dates,
            Percent | Money | Quantity | Ordinal | Cardinal => Family::Figures,
        }
    }

    /// The name used for classes, settings and addresses.
    pub fn key(self) -> &'static str {
        match self {
            Family::People => "people",
            Family::Organisations => "organisations",
            Family::Places => "places",
            Family::Groups => "groups",
            Family::Others => "others",
            Family::Dates => "dates",
            Family::Figures => "figures",
        }
    }

    pub fn from_key(key: &str) -> Option<Family> {
        Family::ALL.into_iter().find(|family| family.key() == key)
    }

    /// The heading over its members.
    pub fn label(self) -> &'static str {
        match self {
            Family::People => "People",
            Family::Organisations => "Organisations",
            Family::Places => "Places",
            Family::Groups => "Groups",
            Family::Others => "Other names",
            Family::Dates => "Dates and times",
            Family::Figures => "Figures",
        }
    }

    /// What one of them is.
    pub fn one(self) -> &'static str {
        match self {
            Family::People => "person",
            Family::Organisations => "organisation",
            Family::Places => "place",
            Family::Groups => "group",
            Family::Others => "name",
            Family::Dates => "date",
            Family::Figures => "figure",
        }
    }

    /// Whether its marks are on before the reader says anything: dates, figures and nationalities are many and say little
    /// alone, so that they are there on demand.
    pub fn shown_at_first(self) -> bool {
        !matches!(self, Family::Figures | Family::Dates | Family::Groups)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_has_a_family_and_every_family_a_type() {
        for family in Family::ALL {
            assert!(EntityType::ALL.into_iter().any(|kind| Family::of(kind) == family), "{family:?}");
            assert_eq!(Family::from_key(family.key()), Some(family));
        }
    }
}
