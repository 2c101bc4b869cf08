//! Who is who, case by case. Names are marked in the text: P person, O organisation, G place (country, town),
//! L other place, N people, E event, D date.

use std::fmt::Write;

use analysis::{Entity, EntityType};
use text::Document;

use super::*;

/// A text without its marks, and the names that were marked in it.
pub(crate) fn marked(marked: &str) -> (Document, Vec<(usize, usize, EntityType)>) {
    let (mut text, mut spans) = (String::new(), Vec::new());
    let mut rest = marked;
    while let Some(at) = rest.find('[') {
        let (before, inside) = rest.split_at(at);
        text.push_str(before);
        let (name, after) = inside[3..].split_once(']').unwrap();
        let kind = match &inside[1..3] {
            "P:" => EntityType::Person,
            "O:" => EntityType::Org,
            "G:" => EntityType::Gpe,
            "L:" => EntityType::Loc,
            "N:" => EntityType::Norp,
            "E:" => EntityType::Event,
            "D:" => EntityType::Date,
            other => panic!("no such mark: {other}"),
        };
        spans.push((text.len(), text.len() + name.len(), kind));
        text.push_str(name);
        rest = after;
    }
    text.push_str(rest);
    (Document::from_paragraphs(&text), spans)
}

pub(crate) fn names(doc: &Doc, spans: &[(usize, usize, EntityType)]) -> Vec<Name> {
    let at = |byte| doc.token_at(byte);
    spans
        .iter()
        .map(|&(start, end, kind)| Name {
            tokens: at(start)..at(end - 1) + 1,
            kind,
            confidence: 0.9,
            told: false,
        })
        .collect()
}

/// The entities behind the names, with their roles.
pub(crate) fn join(doc: &Doc, names: &[Name]) -> Vec<Entity> {
    let mut entities = link(doc, names, &mut Trace::off());
    read_roles(doc, &mut entities, &mut Trace::off());
    entities
}

pub(crate) fn entities(text: &str) -> (Document, Vec<Entity>) {
    let (document, spans) = marked(text);
    let doc = Doc::new(&document);
    let names = names(&doc, &spans);
    let entities = join(&doc, &names);
    (document, entities)
}

/// One line an entity: its name, and each alias with its reason.
fn told(entities: &[Entity]) -> Vec<String> {
    entities
        .iter()
        .map(|entity| {
            let mut line = entity.name.clone();
            for alias in &entity.aliases {
                write!(line, " | {} ({})", alias.text, alias.why.name()).unwrap();
            }
            line
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(&entities(text).1), expected);
}

/// How many entities there are.
#[track_caller]
fn count(text: &str, expected: usize) {
    let found = told(&entities(text).1);
    assert_eq!(found.len(), expected, "{found:?}");
}

#[test]
fn a_surname_of_two_words_behind_its_particle() {
    check(
        "[P:Benito Salas de Santa Rita] marched. [P:Santa Rita] fell.",
        &["Benito Salas de Santa Rita | Santa Rita (surname)"],
    );
    // Without the particle the second is as like as not somebody else.
    check("[P:Benito Salas] marched. [P:Rita Salas] fell.", &["Benito Salas", "Rita Salas"]);
}

#[test]
fn a_surname_after_the_full_name() {
    check("[P:Ana Ruiz] left. [P:Ruiz] said so. “No,” [P:Ruiz] said.", &["Ana Ruiz | Ruiz (surname)"]);
}

#[test]
fn a_surname_before_the_full_name() {
    check("[P:Ruiz] leaves. [P:Ana Ruiz] said so.", &["Ana Ruiz | Ruiz (surname)"]);
}

#[test]
fn a_given_name() {
    check("[P:Rustan Ode] left. Later [P:Rustan] wept.", &["Rustan Ode | Rustan (given name)"]);
}

#[test]
fn one_surname_two_people() {
    check("[P:Ana Ruiz] and [P:Bruno Ruiz] met.", &["Ana Ruiz", "Bruno Ruiz"]);
}

#[test]
fn a_surname_of_two_goes_to_the_one_talked_of() {
    check(
        "[P:Ana Velk] spoke. [P:Velk] left.\n\nA. \n\nB. \n\nC. \n\nD. \n\n[P:Bruno Velk] came. [P:Velk] sat.",
        &["Ana Velk | Velk (surname)", "Bruno Velk | Velk (surname)"],
    );
}

#[test]
fn a_surname_of_two_in_one_sentence_stays_alone() {
    count("[P:Ana Velk] met [P:Bruno Velk]. [P:Velk] laughed.", 3);
}

#[test]
fn spelling_drifts_inside_one_article() {
    for (full, bare) in [
        ("Petro Karvenko", "Karvenka"),
        ("Ilya Khorstin", "Horstin"),
        ("Ilya Khratov", "Ratov"),
        ("Sten Orloff", "Orlov"),
        ("Vadim Dobrinskiy", "Dobrinsky"),
        ("Oleh Velashin", "Velasin"),
    ] {
        let (_, found) = entities(&format!("[P:{full}] spoke.\n\nMr [P:{bare}] agreed."));
        assert_eq!(found.len(), 1, "{full} {bare}");
        assert_eq!(found[0].name, full);
        assert!(found[0].aliases[0].why.is_drift(), "{full} {bare}");
    }
}

#[test]
fn drift_never_joins_two_that_stand_together() {
    count("[P:Petro Karvenko] spoke. He met [P:Karvenko] and [P:Karvenka].", 2);
}

#[test]
fn near_and_distinct() {
    count("[P:Oleg Dravanov] and [P:Vera Dravanova] met. [P:Dravanova] left.", 2);
    count("[G:Iran] and [G:Iraq] talked. [G:Austria] and [G:Australia] did not.", 4);
}

#[test]
fn near_to_two_is_nobody() {
    count("[P:Petro Karvenko] spoke. [P:Ivan Karvenki] too. Later [P:Karvenka] left.", 3);
}

#[test]
fn given_names_contradict() {
    count("[P:Petro Dorn] spoke. [P:Hilde Dorn] too.", 2);
}

#[test]
fn initials() {
    check("[P:Jonas Pell] spoke. [P:J. Pell] sat.", &["Jonas Pell | J. Pell (full name)"]);
    count("[P:Jonas Pell] spoke. [P:K. Pell] sat.", 2);
}

#[test]
fn particles() {
    check(
        "[P:Anna van der Holt] spoke. [P:Van der Holt] left. So did [P:Holt].",
        &["Anna van der Holt | Van der Holt (surname) | Holt (surname)"],
    );
    check("[P:Samir al-Tarif] spoke. [P:Tarif] left.", &["Samir al-Tarif | Tarif (surname)"]);
    check("[P:Luz de la Vara] spoke. [P:De la Vara] left.", &["Luz de la Vara | De la Vara (surname)"]);
}

#[test]
fn hyphens_and_apostrophes() {
    check("[P:Rita Mora-Diaz] spoke. [P:Mora-Diaz] left.", &["Rita Mora-Diaz | Mora-Diaz (surname)"]);
    check("[P:Ed O’Brann] spoke. [P:O'Brann] left.", &["Ed O’Brann | O'Brann (surname)"]);
}

#[test]
fn marks_on_letters_and_capitals() {
    check(
        "[P:RITA MUÑEZ] WINS\n\n[P:Rita Muñez] won. [P:Munez] left.",
        &["Rita Muñez | RITA MUÑEZ (full name) | Munez (surname)"],
    );
}

#[test]
fn a_surname_that_comes_first() {
    check("[P:Kim Tae-sol] spoke. [P:Kim] left.", &["Kim Tae-sol | Kim (surname)"]);
}

#[test]
fn father_and_son() {
    count("[P:Ira Pell] spoke. [P:Ira Pell Jr.] sat.", 2);
}

#[test]
fn an_organisation_without_its_legal_form() {
    check(
        "[O:Velmont Semiconductor Inc.] rose. [O:Velmont] fell. [O:Velmont Semiconductor] too.",
        &["Velmont Semiconductor Inc. | Velmont (full name) | Velmont Semiconductor (full name)"],
    );
}

#[test]
fn an_acronym_with_its_definition() {
    check(
        "The [O:World Weather Office] ([O:WWO]) spoke. The [O:WWO] left.",
        &["World Weather Office | WWO (acronym)"],
    );
    check("The [O:WRB] ([O:World Relief Board]) spoke.", &["World Relief Board | WRB (acronym)"]);
    check("The [O:Broad Front] ([O:FA]) won. The [O:FA] cheered.", &["Broad Front | FA (acronym)"]);
}

#[test]
fn an_acronym_by_its_initials() {
    check(
        "The [O:Board of Harbour Pilots] spoke. [O:BHP] left.",
        &["Board of Harbour Pilots | BHP (acronym)"],
    );
}

#[test]
fn two_organisations_with_a_general_first_word() {
    count("The [O:National Bank] and the [O:National Guard] met.", 2);
    count("[O:Nordhavn Bank] and [O:Nordhavn Shipping] met. [O:Nordhavn] rose.", 3);
}

#[test]
fn a_people_is_no_country() {
    count("[N:Velmish] troops left [G:Velmia]. The [N:Velmish] won.", 2);
}

#[test]
fn one_people_in_singular_and_plural() {
    check("A [N:Velmian] spoke to [N:Velmians].", &["Velmian | Velmians (demonym)"]);
}

#[test]
fn dates_are_one_only_in_the_same_words() {
    count("On [D:Monday] and [D:Tuesday] and [D:Monday].", 2);
}

#[test]
fn names_may_come_in_any_order() {
    let (document, mut spans) = marked("[P:Ana Ruiz] saw [O:Acme] on [D:Monday].");
    spans.reverse();
    let doc = Doc::new(&document);
    let found = join(&doc, &names(&doc, &spans));
    assert_eq!(told(&found), ["Ana Ruiz", "Acme", "Monday"]);
    assert_eq!(found[0].id.0, 1);
}

#[test]
fn a_surname_taken_for_something_else() {
    let (_, found) = entities("[P:Ana Tolnay] spoke. [O:Tolnay] left. [P:Tolnay] sat.");
    assert_eq!(told(&found), ["Ana Tolnay | Tolnay (surname)"]);
    assert_eq!(found[0].kind, EntityType::Person);
}

#[test]
fn many_names_take_little_time() {
    let mut text = String::new();
    for i in 0..6000u32 {
        let letters: String =
            (0..6).map(|k| char::from(b'a' + ((i * 7 + i / 26 * k + k * k * 3) % 26) as u8)).collect();
        write!(text, "[P:Ana X{letters}] met [P:Y{letters}n]. ").unwrap();
    }
    assert!(!entities(&text).1.is_empty());
}

#[test]
fn a_surname_that_is_a_town_too() {
    let (_, found) =
        entities("[P:Solveig Aarhus] spoke in [G:Bergen]. [G:Aarhus] agreed. She lives in [G:Aarhus].");
    assert_eq!(told(&found), ["Solveig Aarhus | Aarhus (surname)", "Bergen", "Aarhus"]);
}

#[test]
fn one_word_has_one_sense_without_a_full_name() {
    let (_, found) =
        entities("[P:Velm] is old. They came to [G:Velm]. [P:Velm] has a port. He left from [G:Velm].");
    assert_eq!(told(&found), ["Velm"]);
    assert_eq!(found[0].kind, EntityType::Gpe);
}

#[test]
fn a_company_by_its_first_word() {
    let (_, found) = entities("[O:Kesterell Semiconductor Inc.] rose. Shares of [P:Kesterell] fell.");
    assert_eq!(told(&found), ["Kesterell Semiconductor Inc. | Kesterell (full name)"]);
    // Of a word that is also somebody's surname, the text before that person is the company's.
    check(
        "[P:Forde] hires. [P:Betty Forde] works at [O:Forde Motor Co.] Mr [P:Forde] does too.",
        &["Forde Motor Co. | Forde (full name)", "Betty Forde", "Forde"],
    );
}

#[test]
fn an_organisation_under_each_name_of_its_country() {
    check(
        "The [O:United States Congress] met. The [O:U.S. Congress] rose. [O:Congress] left.",
        &["United States Congress | U.S. Congress (full name) | Congress (full name)"],
    );
}

#[test]
fn an_organisation_by_the_word_for_what_it_is() {
    check(
        "The [O:House of Representatives] met. The [O:House] voted. The [O:White House] was silent.",
        &["House of Representatives | House (full name)", "White House"],
    );
    count("The [O:Church of Velm] and the [O:Church of Dorn] met. The [O:Church] spoke.", 3);
}

#[test]
fn places_by_initials_and_in_the_plural() {
    check("[G:Velm Dorn Bay] is far. [G:V.D.B.] is near.", &["Velm Dorn Bay | V.D.B. (acronym)"]);
    check(
        "The [L:Chattam Islands] are far. The [L:Chattams] are near.",
        &["Chattam Islands | Chattams (full name)"],
    );
}

#[test]
fn rulers() {
    check(
        "[P:Joshua Velk] ruled. [P:Velk I] was mad. [P:Henry II] met [P:Henry III] and [P:Thierry Henry].",
        &["Joshua Velk | Velk I (surname)", "Henry II", "Henry III", "Thierry Henry"],
    );
}

#[test]
fn a_parent_is_not_what_belongs_to_it() {
    count("[O:Norvane] fell. [O:Norvane Music], its record label, rose. [O:Norvane] said so.", 2);
    count("[O:Tolna Ferro] and its parent, [O:Ferro Holdings], fell.", 2);
    // The full name of what was named for short.
    count("[O:Norvane] fell. [O:Norvane Music] said so.", 1);
}

#[test]
fn a_viscount_and_a_lady_of_one_name_are_two() {
    let number = |text: &str| entities(text).1.len();
    assert_eq!(number("Viscount [P:Velmore] kept the lake, Lady [P:Velmore] the barn."), 2);
    assert_eq!(number("The Countess [P:Velmore] left. Lord [P:Velmore] stayed."), 2);
    assert_eq!(number("Viscount [P:Velmore] left. Lord [P:Velmore] was ill."), 1);
}

#[test]
fn a_name_that_the_article_gives_as_another_is_one() {
    count("[G:Orelva], also known as [G:El Cuvo], burned. [G:El Cuvo] has one road.", 1);
    count("[O:Ostra Telecom], formerly [O:Velm Line], said so.", 1);
    count("[P:Lil Velm], whose real name is [P:Tom Ayres], left. [P:Ayres] was calm.", 1);
    count("[P:Ana Ruiz], née [P:Pell], died. As [P:Ana Pell] she won.", 1);
    count("The [O:Salvation Front] party, or [O:FIS], won.", 1);
    count("[P:Ana Ruiz], or [P:Ben Orr], will win.", 2);
    count("[G:Velm], [G:Tolna], or [G:Arle], will burn.", 3);
}

#[test]
fn brothers_of_one_surname_are_not_one_of_them() {
    count("[P:Atul Velka] fled. The [P:Velka] brothers deny it. [P:Velka] was held.", 2);
    count("The [P:Velka] brothers deny it. The [P:Velka] family is rich.", 1);
}
