//! The eighteen types in the seven families that have a colour and a line.

use analysis::EntityType;

/// A family's class, the heading of its list, and what one of it is called.
pub struct Family {
    pub class: &'static str,
    pub heading: &'static str,
    pub one: &'static str,
}

impl Family {
    const fn new(class: &'static str, heading: &'static str, one: &'static str) -> Family {
        Family { class, heading, one }
    }

    pub fn of(kind: EntityType) -> &'static Family {
        use EntityType::*;
        match kind {
            Person => &PEOPLE,
            Org => &ORGANISATIONS,
            Gpe | Loc | Fac => &PLACES,
            Norp => &GROUPS,
            Product | Event | WorkOfArt | Law | Language => &OTHERS,
            Date | Time => &DATES,
            Percent | Money | Quantity | Ordinal | Cardinal => &FIGURES,
        }
    }
}

pub static PEOPLE: Family = Family::new("people", "People", "Person");
pub static ORGANISATIONS: Family = Family::new("organisations", "Organisations", "Organisation");
pub static PLACES: Family = Family::new("places", "Places", "Place");
pub static GROUPS: Family = Family::new("groups", "Groups", "Group");
pub static OTHERS: Family = Family::new("others", "Other names", "Name");
pub static DATES: Family = Family::new("dates", "Dates", "Date");
pub static FIGURES: Family = Family::new("figures", "Figures", "Figure");

/// Those that have a list of entities, in its order. Dates have one of their own.
pub static LISTED: [&Family; 6] = [&PEOPLE, &ORGANISATIONS, &PLACES, &GROUPS, &OTHERS, &FIGURES];
