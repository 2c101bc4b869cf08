//! How names are cut, and how the lists of this crate read.

use std::path::Path;

use super::cut::words;
use crate::sources::lists::{self, Code};

#[test]
fn names_are_cut_as_the_engine_cuts_text() {
    for (name, cut) in [
        ("Guinea-Bissau", "guinea - bissau"),
        ("São Tomé", "sao tome"),
        ("Côte d'Ivoire", "cote d'ivoire"),
        ("Moody's", "moody 's"),
        ("U.S. Army", "u.s. army"),
        ("St. Louis", "st. louis"),
        ("Acme Inc.", "acme inc"),
        ("AT&T", "at&t"),
        ("Marks & Spencer", "marks & spencer"),
        ("RFE/RL", "rfe / rl"),
        ("People’s Party", "people 's party"),
    ] {
        assert_eq!(words(name), cut, "{name}");
    }
}

#[test]
fn the_lists_are_sound() {
    let lists = Path::new(env!("CARGO_MANIFEST_DIR")).join("lists");
    let countries = lists::things(&lists, "countries.txt", Code::First).expect("the list can be read");
    let ukraine = countries.iter().find(|country| country.code.as_deref() == Some("UA"));
    let ukraine = ukraine.expect("Ukraine is a country");
    assert_eq!(ukraine.names.first().map(|name| name.text.as_str()), Some("Ukraine"));
    assert_eq!(ukraine.demonyms.first().and_then(|people| people.plural.as_deref()), Some("ukrainians"));
    let names = countries.iter().flat_map(|country| &country.names);
    assert!(names.clone().any(|name| name.text == "US" && name.only_in_capitals));
    assert!(names.clone().all(|name| !name.text.is_empty()));
}
