//! The analysis document written and read back, and what is said of files that are none.

mod common;

use common::{any_article, hostile};
use export::{ReadError, is_day, json, read_json};
use proptest::prelude::*;

#[test]
fn what_was_written_is_read_back() {
    let article = hostile();
    let (id, document, analysis) =
        read_json(&json("a/ü.txt", &article.document, &article.analysis)).expect("it is there");
    assert_eq!(id, "a/ü.txt");
    assert_eq!(document, article.document);
    assert_eq!(analysis, article.analysis);
}

#[test]
fn a_role_is_found_over_a_line_end_and_nearest_to_its_name() {
    let mut article = hostile();
    article.document.text = "The mayor left. Ana Ruiz, the\nmayor, and the mayor of Velm stayed.".to_owned();
    let text = &article.document.text;
    article.document.blocks = vec![analysis::Block {
        span: analysis::Span::new(0, text.len()),
        kind: analysis::BlockKind::Paragraph,
    }];
    let at = text.find("Ana Ruiz").expect("it is there");
    let mut person = article.analysis.entities.remove(1);
    person.mentions.truncate(1);
    person.mentions[0].span = analysis::Span::new(at, at + 8);
    let role_at = text.find("the\nmayor").expect("it is there");
    person.role = Some(analysis::Role {
        text: "the mayor".to_owned(),
        span: analysis::Span::new(role_at, role_at + 9),
    });
    article.analysis = analysis::Analysis { entities: vec![person], ..analysis::Analysis::default() };
    let (_, _, read) = read_json(&json("a", &article.document, &article.analysis)).expect("it is there");
    assert_eq!(read.entities, article.analysis.entities);
    // Words that stand nowhere have an empty place.
    article.analysis.entities[0].role.as_mut().expect("it is there").text = "chief".to_owned();
    let (_, _, read) = read_json(&json("a", &article.document, &article.analysis)).expect("it is there");
    assert_eq!(read.entities[0].role.as_ref().expect("it is there").span, analysis::Span::new(at, at));
}

#[test]
fn an_id_that_is_a_number_is_read_as_its_digits() {
    let article = hostile();
    assert_eq!(read_json(&json(7, &article.document, &article.analysis)).expect("it is there").0, "7");
    // As they were written: an id is no quantity.
    for id in ["1.10", "123456789012345678901234567890", "-0"] {
        assert_eq!(read_json(&changed_id(id)).expect("it is there").0, id);
    }
}

/// The hostile article's document with one part of it put otherwise.
fn changed(from: &str, to: &str) -> ReadError {
    let article = hostile();
    let json = json("a", &article.document, &article.analysis);
    assert!(json.contains(from), "{from} is not in {json}");
    read_json(&json.replacen(from, to, 1)).expect_err(to)
}

#[test]
fn a_damaged_document_is_refused_in_plain_words() {
    for (from, to, said) in [
        (
            "\"start\":0,\"end\":26,\"kind\":\"headline\"",
            "\"start\":0,\"end\":9999,\"kind\":\"headline\"",
            "0 to 9999 of the blocks",
        ),
        (
            "\"start\":0,\"end\":26,\"kind\":\"headline\"",
            "\"start\":9,\"end\":8,\"kind\":\"headline\"",
            "9 to 8 of the blocks",
        ),
        (
            "\"start\":0,\"end\":26,\"kind\":\"headline\"",
            "\"start\":0,\"end\":33,\"kind\":\"headline\"",
            "the blocks are out of order",
        ),
        (
            "\"start\":0,\"end\":26,\"kind\":\"headline\"",
            "\"start\":0,\"end\":3,\"kind\":\"headline\"",
            "words outside of all blocks",
        ),
        ("\"headline\"", "\"heading-line\"", "no block of the kind"),
        ("\"type\":\"ORG\"", "\"type\":\"COMPANY\"", "no entity of the kind"),
        ("\"id\":\"e2\"", "\"id\":\"e1\"", "there are two e1"),
        ("\"id\":\"e2\"", "\"id\":\"e+2\"", "\"e+2\" is not e and a number"),
        ("\"id\":\"e2\"", "\"id\":\"e4294967296\"", "is not e and a number"),
        ("\"id\":\"q2\"", "\"id\":\"q1\"", "there are two q1"),
        (
            "\"speaker\":{\"entity\":\"e2\"",
            "\"speaker\":{\"entity\":\"e9\"",
            "q1 is spoken by e9, which is not there",
        ),
        ("\"confidence\":0.875", "\"confidence\":1.5", "the confidence of q1 is not from 0 to 1"),
        ("\"confidence\":0.875", "\"confidence\":null", "invalid type: null"),
        ("\"why\":\"transliteration\"", "\"why\":\"magic\"", "no reason of an alias of the kind"),
        ("\"published\":\"2026-05-06\"", "\"published\":\"2026-13-06\"", "is no day of publication"),
        ("\"published\":\"2026-05-06\"", "\"published\":\"2025-02-31\"", "is no day of publication"),
        ("\"published\":\"2026-05-06\"", "\"published\":\"2026-06-31\"", "is no day of publication"),
        ("\"published\":\"2026-05-06\"", "\"published\":\"2100-02-29\"", "is no day of publication"),
        ("\"published\":\"2026-05-06\"", "\"published\":\"2026-00-10\"", "is no day of publication"),
        ("\"language\":\"en\"", "\"language\":\"\\\" onclick\"", "is no code of a language"),
        ("\"text\":\"", "\"words\":\"", "missing field `text`"),
        ("\"id\":\"a\"", "\"id\":[[1]]", "neither a name nor a number"),
    ] {
        let error = changed(from, to);
        assert!(matches!(error, ReadError::Wrong(_)), "{to}: {error:?}");
        assert!(error.to_string().contains(said), "{to}: {error}");
    }
}

#[test]
fn a_day_of_the_calendar_is_told_from_its_looks() {
    for day in ["2024-02-29", "2000-02-29", "2025-12-31", "1605-11-30"] {
        assert!(is_day(day), "{day}");
    }
    for none in
        ["2025-02-29", "1900-02-29", "2025-04-31", "2025-1-031", "+025-01-01", "2025-01-00", "2025-01-1", ""]
    {
        assert!(!is_day(none), "{none}");
    }
}

#[test]
fn several_analyses_in_one_file_are_told_to_be_several() {
    let article = hostile();
    let one = json("a", &article.document, &article.analysis);
    for several in [format!("[{one},{one}]"), format!(" [ {one} ]"), format!("{one}\n{one}\n")] {
        assert_eq!(read_json(&several), Err(ReadError::Several), "{several:.30}");
    }
    assert_eq!(read_json(&format!("[7,{one}]")), Err(ReadError::NotAnAnalysis));
    assert!(read_json(&format!("{one}\n")).is_ok(), "a line end is no second one");
}

/// The hostile article's document, changed as a value.
fn altered(change: impl FnOnce(&mut serde_json::Value)) -> Result<analysis::Analysis, ReadError> {
    let article = hostile();
    let mut value = serde_json::from_str(&json("a", &article.document, &article.analysis))
        .expect("what was written is JSON");
    change(&mut value);
    read_json(&value.to_string()).map(|(_, _, analysis)| analysis)
}

#[test]
fn words_without_end_are_cut_and_lists_without_end_refused() {
    let endless = "Wulfe".repeat(200_000);
    let read = altered(|value| {
        for entity in value["entities"].as_array_mut().expect("it is there") {
            entity["name"] = endless.clone().into();
            entity["role"] = endless.clone().into();
        }
        value["entities"][1]["aliases"][0]["text"] = endless.clone().into();
        value["quotes"][0]["why"] = endless.clone().into();
        value["dates"][0]["value"] = endless.clone().into();
        value["summary"][0]["why"] = endless.clone().into();
        value["keyphrases"][0]["text"] = endless.clone().into();
        value["diagnostics"][0]["message"] = endless.clone().into();
    })
    .expect("it is there");
    let labels = read.entities.iter().flat_map(|entity| {
        let role = entity.role.iter().map(|role| &role.text);
        role.chain(entity.aliases.iter().map(|alias| &alias.text)).chain([&entity.name])
    });
    let others = [
        &read.quotes[0].why,
        read.dates[0].value.as_ref().expect("it is there"),
        &read.summary[0].why,
        &read.keyphrases[0].text,
        &read.diagnostics[0].message,
    ];
    assert!(labels.chain(others).all(|label| label.chars().count() <= 1_001));
    assert!(read.entities[0].name.ends_with("Wulfe…"));

    for list in ["blocks", "entities", "quotes", "dates", "summary", "keyphrases", "diagnostics"] {
        let error = altered(|value| {
            let items = value[list].as_array_mut().expect("it is there");
            let last = items.last().expect("it is there").clone();
            items.resize(5_000, last);
        });
        let said = error.expect_err(list).to_string();
        assert!(said.contains("it has 5000"), "{list}: {said}");
    }
    let error = altered(|value| value["entities"][0]["id"] = endless.clone().into()).unwrap_err();
    assert!(error.to_string().len() < 300, "what is wrong does not quote the whole file");
}

/// The hostile article's document with something else for its id.
fn changed_id(id: &str) -> String {
    let article = hostile();
    json("a", &article.document, &article.analysis).replacen("\"id\":\"a\"", &format!("\"id\":{id}"), 1)
}

#[test]
fn other_files_are_told_apart() {
    assert_eq!(
        changed("article-explorer/analysis/1", "article-explorer/analysis/2"),
        ReadError::OtherVersion("article-explorer/analysis/2".to_owned())
    );
    assert_eq!(changed("article-explorer/analysis/1", "somebody/else/1"), ReadError::NotAnAnalysis);
    for other in ["{}", "[]", "7", "null", "{\"schema\":7}", "\"article-explorer/analysis/1\""] {
        assert_eq!(read_json(other), Err(ReadError::NotAnAnalysis), "{other}");
    }
    for broken in ["", "{", "Ana Ruiz met us.", "{\"text\":\"\\ud800\"}"] {
        assert!(matches!(read_json(broken), Err(ReadError::NotJson { .. })), "{broken:.20}");
    }
    assert!(read_json(&"[".repeat(100_000)).is_err(), "no depth of brackets overflows the stack");
    assert!(read_json(&changed_id(&"[".repeat(100_000))).is_err());
    let article = hostile();
    let whole = json("a", &article.document, &article.analysis);
    let half = &whole[..whole.floor_char_boundary(whole.len() / 2)];
    assert!(matches!(read_json(half), Err(ReadError::NotJson { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn written_read_and_written_again_is_the_same(article in any_article(), id in ".*") {
        let first = json(&id, &article.document, &article.analysis);
        let (read_id, document, analysis) = match read_json(&first) {
            Ok(read) => read,
            Err(error) => panic!("{error}\n{first}"),
        };
        prop_assert_eq!(json(&read_id, &document, &analysis), first);
    }

    #[test]
    fn a_byte_put_otherwise_never_panics_and_never_gives_places_outside_of_the_text(
        article in any_article(), at in any::<prop::sample::Index>(), byte in 0x20_u8..0x7f,
    ) {
        let mut bytes = json("a", &article.document, &article.analysis).into_bytes();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        if let Ok(Ok((_, document, analysis))) = String::from_utf8(bytes).map(|json| read_json(&json)) {
            let spans = analysis.entities.iter().flat_map(|entity| entity.mentions.iter().map(|mention| mention.span));
            let segments = analysis.quotes.iter().flat_map(|quote| quote.segments.iter().copied());
            prop_assert!(spans.chain(segments).all(|span| span.fits(&document.text)));
        }
    }
}
