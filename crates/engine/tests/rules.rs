//! Every reason in the analysis of whole articles is one rule's, and `explain` tells of each.

use analysis::Document;
use engine::Options;
use engine::explain::{explain, list_rules};

mod whys;

const CORPUS: [&str; 6] = [
    include_str!("../../../tests/corpus/bakery-strike.txt"),
    include_str!("../../../tests/corpus/comet.txt"),
    include_str!("../../../tests/corpus/council.md"),
    include_str!("../../../tests/corpus/fishing-accord.txt"),
    include_str!("../../../tests/corpus/hard-wrapped.txt"),
    include_str!("../../../tests/corpus/regatta.html"),
];

#[test]
fn whole_articles() {
    for text in CORPUS {
        whys::have_one_rule_each(&Document::from_paragraphs(text));
    }
}

#[test]
fn a_choice_is_told_with_those_who_were_not_taken() {
    let text = "Ana Orr and Tom Orr met. Mrs Orr left. Orr spoke. Ana Orr met Ira Pell. She left. Pell spoke. \
                Kestrel Inc said it would sell.";
    let told = explain(&Document::from_paragraphs(text), &Options::default());
    for part in [
        "“Orr” is Ana Orr  [linking.choice.only]",
        "Tom Orr: the title is of another gender",
        "“She” is Ana Orr  [coref.pronoun.salience]",
        "“it” is Kestrel Inc  [coref.pronoun.it]",
        "“Pell” is Ira Pell, confidence 0.95  [linking.person.surname]",
    ] {
        assert!(told.contains(part), "{part}\n{told}");
    }
}

#[test]
fn every_rule_is_listed() {
    let list = list_rules();
    assert!(engine::rules::ALL.iter().all(|rule| list.contains(rule.id) && list.contains(rule.does)));
}
