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
        let is_mended = document.diagnostics.iter().any(|said| said.code == "mended");
        for (at, c) in document.text.char_indices().filter(|(_, c)| !c.is_whitespace()) {
            let source = given.get(document.source.source_of(at)..).unwrap_or_default();
            // A reference or an escape stands for a character; a bar between two cells stands for nothing.
            let is_escaped = source.starts_with(['&', '\\']);
            // Signs that chance made a damaged letter of ("Ã¥") stand for that letter, and the document says so.
            let is_mended = is_mended && !source.starts_with(|c: char| c.is_ascii());
            let is_its = source.starts_with(c) || is_escaped || is_mended || c == '|';
            assert!(is_its, "{c:?} at {at} came from {source:?}");
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
        Just("\\u201c"),
        Just("\\n"),
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
    fn any_bytes(bytes in any::<Vec<u8>>(), ending in "(txt|md|html|pdf|eml|xml|json|vtt|rtf|docx|gz|)") {
        check(&read_file(&format!("file.{ending}"), &bytes), None);
    }

    #[test]
    fn no_letter_of_a_plain_text_is_lost(text in "[a-zA-Z .,\n“”é-]{0,400}") {
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        prop_assert_eq!(letters(&read_paste(&text, None).text), letters(&text));
    }
}

/// A small file of each format that is text underneath.
const SAMPLES: [(&str, &str); 7] = [
    (
        "a.eml",
        "From: Ana Ruiz <a@b>\r\nTo: c@d\r\nSubject: =?utf-8?q?F=C3=A4hre?=\r\nDate: Tue, 5 Mar 2024 10:00:00 +0000\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Transfer-Encoding: base64\r\n\r\nVGhlIGxhbmRpbmcgY2xvc2VzLg==\r\n--x--\r\n",
    ),
    (
        "a.xml",
        "<?xml version='1.0'?><rss><channel><title>G</title><item><title>Ferry</title><pubDate>Tue, 05 Mar 2024</pubDate><description><![CDATA[<p>It closes &amp; rots away.</p>]]></description></item></channel></rss>",
    ),
    (
        "b.xml",
        "<nitf><body><body.head><hedline><hl1>Ferry</hl1></hedline></body.head><body.content><p>The landing is to close.</p></body.content></body></nitf>",
    ),
    (
        "a.json",
        "{\"title\": \"Ferry\", \"author\": [{\"name\": \"Ana\"}], \"body\": \"The landing \\u201cis\\u201d to close.\"}",
    ),
    ("a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ana Ruiz>The landing closes.\n"),
    (
        "a.rtf",
        "{\\rtf1\\ansi{\\fonttbl{\\f0 T;}}\\pard Ferry {\\strike no}\\u8220?yes\\'94{\\footnote x}\\par}",
    ),
    (
        "a.html",
        "<html><head><script type='application/ld+json'>{\"@type\": \"Article\", \"articleBody\": \"x\"}</script></head><body><article><h1>Ferry</h1><p>It <del>was</del> is<sup>2</sup> <q>shut</q>.</p><table><tr><td>1<td>2</table></article></body></html>",
    ),
];

#[test]
fn damaged_files_are_read_as_far_as_they_go() {
    for (name, whole) in SAMPLES {
        let whole = whole.as_bytes();
        check(&read_file(name, whole), None);
        for at in 0..whole.len() {
            check(&read_file(name, &whole[..at]), None);
            let mut flipped = whole.to_vec();
            flipped[at] ^= 0x15;
            check(&read_file(name, &flipped), None);
        }
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
