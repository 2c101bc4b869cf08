use analysis::Document;

use super::names;
use crate::doc::Doc;
use crate::explain::trace::Trace;

/// Names as `TYPE name`, in order.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    let found: Vec<_> = names(&doc, &mut Trace::off())
        .iter()
        .map(|name| format!("{} {}", name.kind.name(), doc.words(name.tokens.clone())))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_name_over_a_particle() {
    check("Chief Executive Anneliese van der Merwe resigned.", &["PERSON Anneliese van der Merwe"]);
}

#[test]
fn an_organisation_by_its_last_word() {
    check("The Korea Fair Trade Commission is reviewing the deal.", &["ORG Korea Fair Trade Commission"]);
}

#[test]
fn a_company_by_its_legal_form() {
    check("Its rival Nordhavn Oyj gained.", &["ORG Nordhavn Oyj"]);
}

#[test]
fn a_person_without_title_or_possessive() {
    check("Anna Keller’s office denied it.", &["PERSON Anna Keller"]);
}

#[test]
fn a_guess_that_is_cut_to_nothing() {
    // Found by chance: the last word of the text was all that was left of a name, and then that went too.
    for text in ["Ana Ruiz-Turkish ", "@namedays-İstanbul ", "Dale Huston (D-"] {
        let document = Document::from_paragraphs(text);
        let doc = Doc::new(&document);
        names(&doc, &mut Trace::off());
    }
}
