//! What holds for every input whatsoever.

use ingest::{Document, read_file, read_paste};
use proptest::prelude::*;

/// What a document promises (see `text::Document`), and that it leads back to what was `given`.
fn check(document: &Document, given: Option<&str>) {
    let mut end = 0;
    for block in &document.blocks {
        let range = block.span.range();
        assert!(block.span.fits(&document.text), "{block:?} lies on character boundaries");
        assert!(!block.span.is_empty() && range.start >= end, "{block:?} begins behind the one before");
        assert_eq!(block.span.trim(&document.text), block.span, "no white space at the edges of {block:?}");
        assert!(is_blank(&document.text, end, range.start), "blocks cover the text before {block:?}");
        end = range.end;
    }
    assert!(is_blank(&document.text, end, document.text.len()), "blocks cover the end of the text");
    if let Some(given) = given {
        for (at, c) in document.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let source = given.get(document.source.source_of(at)..).unwrap_or_default();
            assert!(source.starts_with(c) || source.starts_with('&'), "{c:?} at {at} came from {source:?}");
        }
    }
}

/// The text, if a file of it is read as such: zeros beside letters are UTF-16.
fn as_utf8(text: &str) -> Option<&str> {
    (!text.contains('\0')).then_some(text)
}

fn is_blank(text: &str, start: usize, end: usize) -> bool {
    text.get(start..end).is_some_and(|between| between.trim().is_empty())
}

/// Text of the characters that give a reader of articles trouble.
fn tricky() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("\r\n"),
        Just("\n"),
        Just("\n\n"),
        Just("\u{2028}"),
        Just("\u{c}"),
        Just(" "),
        Just("\u{a0}"),
        Just("\u{200b}"),
        Just("\u{ad}"),
        Just("\u{200d}"),
        Just("-\n"),
        Just("—\n"),
        Just("“"),
        Just("\""),
        Just("- "),
        Just("1. "),
        Just("By Ana Ruiz"),
        Just("ODESA (Wire) — "),
        Just("Dec. 7, 2025"),
        Just("e\u{301}"),
        Just("🎉"),
        Just("שלום"),
        Just("wrapped lines go on and on"),
        Just("A sentence."),
        Just("&amp;"),
        Just("&"),
        Just("<p>"),
        Just("</p>"),
        Just("<br>"),
        Just("<b>"),
        Just("<li>"),
        Just("<td>"),
        Just("<h1>"),
        Just("<!--"),
        Just("-->"),
        Just("<script>"),
        Just("</script>"),
        Just("<nav>"),
        Just("# "),
        Just("> "),
        Just("|"),
        Just("`"),
        Just("***"),
        Just("\u{fffd}"),
        Just("\0"),
        Just("\u{1}"),
        Just("\u{ffff}"),
        Just("<"),
        Just("</"),
        Just("&#"),
        Just("&#x41;"),
        Just("&eacute"),
        Just("<textarea>"),
        Just("<a href='x"),
    ];
    prop::collection::vec(part, 0..60).prop_map(|parts| parts.concat())
}

proptest! {
    // Nothing is written beside the tests: a case that failed becomes a test with a name.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_pasted_text(text in any::<String>()) {
        check(&read_paste(&text, None), Some(&text));
    }

    #[test]
    fn tricky_pasted_text(text in tricky()) {
        let document = read_paste(&text, None);
        check(&document, Some(&text));
        prop_assert_eq!(document, read_paste(&text, None));
    }

    #[test]
    fn tricky_html(html in tricky()) {
        check(&read_paste("", Some(&html)), Some(&html));
        check(&read_file("page.html", html.as_bytes()), as_utf8(&html));
    }

    #[test]
    fn tricky_markdown(text in tricky()) {
        check(&read_file("page.md", text.as_bytes()), as_utf8(&text));
    }

    #[test]
    fn any_bytes(bytes in any::<Vec<u8>>(), ending in "(txt|md|html|pdf|)") {
        check(&read_file(&format!("file.{ending}"), &bytes), None);
    }

    #[test]
    fn no_letter_of_a_plain_text_is_lost(text in "[a-zA-Z .,\n“”é-]{0,400}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&read_paste(&text, None).text), letters(&text));
    }
}

#[test]
fn long_inputs_take_time_in_proportion() {
    let inputs = [
        "word".repeat(1_250_000),
        "\"".repeat(1_000_000),
        "A line.\n\n".repeat(100_000),
        "wrapped on and on and on-\n".repeat(100_000),
        "\u{200b}".repeat(500_000),
        "- ".repeat(500_000),
        "a\n".repeat(500_000),
    ];
    for input in &inputs {
        check(&read_paste(input, None), None);
        check(&read_file("a.md", input.as_bytes()), None);
        check(&read_file("a.html", input.as_bytes()), None);
    }
}
