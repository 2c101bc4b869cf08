use analysis::Document;

use super::{ModelTagger, Tagger};
use crate::reading::Reading;

/// Names as `TYPE name`, in order.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let document = Document::from_paragraphs(text);
    let reading = Reading::new(&document);
    let found: Vec<_> = ModelTagger
        .names(&reading)
        .iter()
        .map(|name| format!("{} {}", name.kind.name(), reading.words(name.tokens.clone())))
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn a_person_without_title_or_possessive() {
    check("Anna Keller’s office denied it.", &["PERSON Anna Keller"]);
}
