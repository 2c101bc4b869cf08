use super::tag::Tag;
use crate::doc::Doc;
use crate::{Document, syntax};

/// Each word with its tag: "She/PRON:PRP".
fn tagged(text: &str) -> String {
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    let words = doc.syntax.words.iter();
    words
        .map(|word| format!("{}/{}", word.span.of(text), word.tag.penn_of(".")))
        .collect::<Vec<_>>()
        .join(" ")
}

#[test]
fn a_word_is_what_its_sentence_makes_of_it() {
    assert_eq!(tagged("They report the report."), "They/PRP report/VBP the/DT report/NN ./.");
    assert!(tagged("The surgeon who oversaw the ward left.").contains("oversaw/VBD"));
}

#[test]
fn a_strange_word_with_a_capital_is_a_name() {
    assert!(tagged("He took the ferry to Quarn on Monday.").contains("to/IN Quarn/NNP"));
    assert!(tagged("They went to Zib by boat.").contains("to/IN Zib/NNP"));
    // What can be a verb is left to its sentence.
    assert!(tagged("She plans to sail to Quarn.").contains("to/TO sail/VB"));
}

#[test]
fn every_token_has_its_words() {
    let document = Document::from_paragraphs("He’ll say they don’t know.\n\nShe left.");
    let doc = Doc::new(&document);
    assert_eq!(doc.syntax.words_of(0), 0..2);
    assert_eq!(doc.syntax.tag(0), Tag::Personal);
    let last = doc.tokens.len() - 1;
    assert_eq!(doc.syntax.words_of(last).len(), 1);
    assert_eq!(doc.syntax.words_of(last + 1).len(), 0);
    assert!(syntax::Model::get().sure("the", "the").is_some());
}

#[test]
fn a_verb_agrees_with_its_subject() {
    for past in [
        "It shut at noon.",
        "The bridge shut at 5 p.m. on Tuesday.",
        "She cut the budget.",
        "The dean quit in May.",
    ] {
        assert!(tagged(past).contains("/VBD"), "{}", tagged(past));
    }
    for other in ["They shut on Mondays.", "The shops shut at noon on Sundays.", "It was shut on Tuesday."] {
        assert!(!tagged(other).contains("shut/VBD"), "{}", tagged(other));
    }
}

#[test]
fn a_base_form_and_a_present_are_told_apart_by_what_stands_before() {
    for (text, expected) in [
        ("The actors rehearse at noon and perform at five.", "perform/VBP"),
        ("She will come and stay for a week.", "stay/VB "),
        ("They plan to sell the mill and move to Hale.", "move/VB "),
        ("We swim and run every day.", "run/VBP"),
        ("She let the boys leave.", "leave/VB "),
        ("He made the twins swim.", "swim/VB "),
        ("She saw the ships sink.", "sink/VB "),
        ("She heard they leave tomorrow.", "leave/VBP"),
        ("I want to help them win.", "win/VB "),
    ] {
        assert!(tagged(text).contains(expected), "{}", tagged(text));
    }
}

#[test]
fn what_stands_behind_a_joined_verb_goes_with_it() {
    let head = |text: &str, word: &str| {
        let document = Document::from_paragraphs(text);
        let doc = Doc::new(&document);
        let at = doc.tokens.iter().position(|token| token.span.of(text) == word).expect("the word");
        doc.syntax.head(at).map(|head| doc.tokens[head].span.of(text).to_owned())
    };
    assert_eq!(head("It closed two days ago, and opens in three weeks.", "weeks").as_deref(), Some("opens"));
    assert_eq!(head("The mill shut in May and reopened in June.", "May").as_deref(), Some("shut"));
    assert_eq!(head("They sold the mill in May.", "May").as_deref(), Some("sold"));
    let aside = "Ms Roche, warning that the “roof is rotten,” added: “I will not go in.”";
    assert_eq!(head(aside, "Roche").as_deref(), Some("added"));
}

#[test]
fn some_words_can_be_one_thing_only_where_they_stand() {
    assert!(tagged("Farmers have long wanted a bridge.").contains("long/RB"));
    assert!(tagged("The mill has since been sold.").contains("since/RB"));
    assert!(tagged("She had long hair.").contains("long/JJ"));
    assert!(tagged("Ms Ode, asked why, left.").starts_with("Ms/NNP Ode/NNP"));
    assert!(tagged("The report calls the plan a gamble.").contains("calls/VBZ"));
    assert!(tagged("The calls the ministry made were taped.").contains("calls/NNS"));
    assert!(tagged("A friend close to the dean left.").contains("close/JJ"));
    assert!(tagged("She stood close to the quay.").contains("close/RB"));
}
