//! The analysis document written and read back, and what is said of files that are none.

mod common;

use common::{any_article, hostile};
use export::{ReadError, json, read_json};
use proptest::prelude::*;

#[test]
fn what_was_written_is_read_back() {
    let article = hostile();
    let (id, document, analysis) = read_json(&json("a/ü.txt", &article.document, &article.analysis)).unwrap();
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
    let at = text.find("Ana Ruiz").unwrap();
    let mut person = article.analysis.entities.remove(1);
    person.mentions.truncate(1);
    person.mentions[0].span = analysis::Span::new(at, at + 8);
    let role_at = text.find("the\nmayor").unwrap();
    person.role = Some(analysis::Role {
        text: "the mayor".to_owned(),
        span: analysis::Span::new(role_at, role_at + 9),
    });
    article.analysis = analysis::Analysis { entities: vec![person], ..analysis::Analysis::default() };
    let (_, _, read) = read_json(&json("a", &article.document, &article.analysis)).unwrap();
    assert_eq!(read.entities, article.analysis.entities);
    // Words that stand nowhere have an empty place.
    article.analysis.entities[0].role.as_mut().unwrap().text = "chief".to_owned();
    let (_, _, read) = read_json(&json("a", &article.document, &article.analysis)).unwrap();
    assert_eq!(read.entities[0].role.as_ref().unwrap().span, analysis::Span::new(at, at));
}

#[test]
fn an_id_that_is_a_number_is_read_as_its_digits() {
    let article = hostile();
    assert_eq!(read_json(&json(7, &article.document, &article.analysis)).unwrap().0, "7");
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
        ("\"language\":\"en\"", "\"language\":\"\\\" onclick\"", "is no code of a language"),
        ("\"text\":\"", "\"words\":\"", "missing field `text`"),
        ("\"id\":\"a\"", "\"id\":[[1]]", "neither a name nor a number"),
    ] {
        let error = changed(from, to);
        assert!(matches!(error, ReadError::Wrong(_)), "{to}: {error:?}");
        assert!(error.to_string().contains(said), "{to}: {error}");
    }
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
