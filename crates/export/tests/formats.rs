//! Every format over hostile and arbitrary articles: read back as its readers do, with the words and places checked.

mod common;

use std::collections::HashSet;

use analysis::{Analysis, MentionKind, Span};
use common::{Article, any_article, hostile};
use export::{Document, Format, Writer, write};
use proptest::prelude::*;
use serde_json::Value;

fn written(article: &Article, format: Format) -> String {
    write(format, "a.txt", &article.document, &article.analysis)
}

/// The words at a place that counts code points, as Python cuts them.
fn cut(text: &str, start: usize, end: usize) -> String {
    text.chars().take(end).skip(start).collect()
}

fn number(value: &Value) -> usize {
    value.as_u64().unwrap_or_else(|| panic!("{value} is a number")) as usize
}

fn list(value: &Value) -> &[Value] {
    value.as_array().unwrap_or_else(|| panic!("{value} is a list"))
}

/// Rows and cells as RFC 4180 has them; fails on anything else.
fn rows(csv: &str) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut rest = csv.chars().peekable();
    let mut quoted = false;
    while let Some(c) = rest.next() {
        let row = rows.last_mut().expect("there is a row");
        let cell = row.last_mut().expect("there is a cell");
        match c {
            '"' if quoted && rest.peek() == Some(&'"') => cell.push(rest.next().expect("it was peeked at")),
            '"' if quoted => quoted = false,
            '"' => {
                assert!(cell.is_empty(), "a mark inside of a bare cell: {csv}");
                quoted = true;
            }
            ',' if !quoted => row.push(String::new()),
            '\r' if !quoted => {
                assert_eq!(rest.next(), Some('\n'));
                rows.push(vec![String::new()]);
            }
            '\r' | '\n' => panic!("a row is more than a line: {csv}"),
            c => cell.push(c),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends with a CRLF");
    rows
}

fn check_csv(article: &Article) {
    for (format, expected) in [
        (Format::CsvQuotes, article.analysis.quotes.len()),
        (Format::CsvEntities, article.analysis.entities.len()),
        (Format::CsvNotes, article.analysis.notes.len()),
        (Format::CsvMentions, article.analysis.entities.iter().map(|entity| entity.mentions.len()).sum()),
    ] {
        let csv = written(article, format);
        let rows = rows(csv.strip_prefix('\u{feff}').expect("a byte order mark"));
        assert_eq!(rows.len(), expected + 1, "{csv}");
        for row in &rows {
            assert_eq!(row.len(), rows[0].len(), "{csv}");
            for cell in row {
                assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{cell:?} is a formula");
            }
        }
        let mut writer = Writer::new(format);
        writer.add("a", &article.document, &article.analysis);
        let next = writer.add("b", &article.document, &article.analysis);
        assert!(!next.contains('\u{feff}') || article.document.text.contains('\u{feff}'));
        assert_eq!(self::rows(&next).len(), expected);
    }
}

/// The tags of a page nest, ids are there once, links lead somewhere, and nothing can run.
fn check_page(page: &str) {
    let mut open = Vec::new();
    let (mut ids, mut links) = (HashSet::new(), Vec::new());
    let body = page.split_once("</style>").expect("one style").1;
    for tag in page.split('<').skip(1) {
        let (tag, _) = tag.split_once('>').expect("a tag ends");
        let name = tag.split(' ').next().expect("a part");
        match name.strip_prefix('/') {
            Some(name) => assert_eq!(open.pop(), Some(name), "{page}"),
            None if matches!(name, "!doctype" | "meta") => {}
            None => open.push(name),
        }
        assert!(!matches!(name, "script" | "img" | "iframe" | "object" | "link" | "base" | "form"), "{tag}");
        let mut rest = tag[name.len()..].trim_start();
        // What stands in a tag is a name, an equals sign and a value in marks, over and over.
        while let Some((attribute, value)) = rest.split_once("=\"") {
            assert!(attribute.bytes().all(|b| b.is_ascii_lowercase() || b == b'-'), "{tag}");
            let (value, after) = value.split_once('"').expect("a value ends");
            match attribute {
                "id" => assert!(ids.insert(value), "{value} twice"),
                "href" => links.push(value.strip_prefix('#').expect("a link stays on the page")),
                _ => {}
            }
            rest = after.trim_start();
        }
        assert!(rest.is_empty() || name == "!doctype", "{tag}");
    }
    assert!(open.is_empty(), "{open:?} stay open");
    for link in links {
        assert!(ids.contains(link), "#{link} leads nowhere");
    }
    assert!(!body.contains("<style") && !body.contains("<script"));
    assert!(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""));
}

/// The MUSTs of the Web Annotation Data Model that concern what is written: 3.1 annotations, 3.2.4 textual bodies,
/// 4 specific resources, 4.2.4 and 4.2.5 selectors of text, 5.1 and 5.2 collections and pages.
fn check_annotations(json: &str, document: &Document, analysis: &Analysis) {
    assert!(!json.contains('<'), "it can stand in a script element: {json}");
    let collection: Value = serde_json::from_str(json).expect("it is JSON");
    let mut ids = HashSet::new();
    let mut is_new_iri = |value: &Value| {
        let iri = value.as_str().expect("one IRI");
        let (uuid, fragment) =
            iri.strip_prefix("urn:uuid:").and_then(|rest| rest.split_once('#')).expect("a name");
        assert_eq!(uuid.len(), 36);
        assert!(uuid.bytes().all(|b| b.is_ascii_hexdigit() || b == b'-'), "{uuid}");
        assert_eq!((&uuid[14..15], uuid[19..20].contains(['8', '9', 'a', 'b'])), ("8", true), "{uuid}");
        assert!(fragment.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'), "{fragment}");
        assert!(ids.insert(iri.to_owned()), "{iri} twice");
    };
    assert_eq!(collection["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert_eq!(collection["type"], "AnnotationCollection");
    assert_eq!(collection["label"], "a.txt");
    is_new_iri(&collection["id"]);
    let total = number(&collection["total"]);
    let mentions: usize = analysis.entities.iter().map(|entity| entity.mentions.len()).sum();
    assert_eq!(total, mentions + analysis.quotes.len() + analysis.summary.len() + analysis.notes.len());
    let Some(page) = collection.get("first") else { return assert_eq!(total, 0) };
    is_new_iri(&page["id"]);
    assert_eq!((&page["type"], number(&page["startIndex"])), (&Value::from("AnnotationPage"), 0));
    // An embedded page should not have a context of its own.
    assert!(page.get("@context").is_none());
    assert!(!list(&page["items"]).is_empty());
    assert_eq!(list(&page["items"]).len(), total);
    for annotation in list(&page["items"]) {
        is_new_iri(&annotation["id"]);
        assert_eq!(annotation["type"], "Annotation");
        assert!(
            ["identifying", "describing", "highlighting", "commenting"]
                .contains(&annotation["motivation"].as_str().expect("it is a string"))
        );
        for body in annotation.get("body").map(list).unwrap_or_default() {
            assert_eq!(body["type"], "TextualBody");
            assert!(body["value"].is_string() && body["format"] == "text/plain");
            let purpose = body["purpose"].as_str().expect("it is a string");
            assert!(["identifying", "tagging", "describing", "commenting"].contains(&purpose));
        }
        assert!(!list(&annotation["target"]).is_empty());
        for target in list(&annotation["target"]) {
            assert_eq!(target["type"], "SpecificResource");
            let source = target["source"].as_str().expect("exactly one source");
            assert!(collection["id"].as_str().expect("it is a string").starts_with(&format!("{source}#")));
            let [position, quote] = list(&target["selector"]) else { panic!("two selectors: {target}") };
            assert_eq!(
                (&position["type"], &quote["type"]),
                (&"TextPositionSelector".into(), &"TextQuoteSelector".into())
            );
            let (start, end) = (number(&position["start"]), number(&position["end"]));
            let exact = quote["exact"].as_str().expect("exactly one exact");
            assert_eq!(exact, cut(&document.text, start, end));
            assert_eq!(quote["prefix"], cut(&document.text, start.saturating_sub(32), start));
            assert_eq!(quote["suffix"], cut(&document.text, end, end + 32));
        }
    }
}

/// Token, tag and sentence of every line.
fn check_conll(conll: &str, document: &Document) {
    let mut lines =
        conll.strip_prefix("-DOCSTART- -X- O O\n\n").expect("a document begins").lines().peekable();
    let mut tokens = String::new();
    let mut before = "O".to_owned();
    while let Some(line) = lines.next() {
        if line.is_empty() {
            before = "O".to_owned();
            assert!(lines.peek().is_none_or(|next| !next.is_empty()), "one empty line between sentences");
            continue;
        }
        let columns: Vec<&str> = line.split(' ').collect();
        let [token, "-X-", "O", tag] = columns[..] else { panic!("{line:?} has four columns") };
        assert!(!token.chars().any(|c| c.is_whitespace() || c.is_control()), "{token:?}");
        if let Some(kind) = tag.strip_prefix("I-") {
            assert!(before.ends_with(&format!("-{kind}")), "{tag} after {before}");
        }
        assert!(matches!(tag, "O") || ["PER", "ORG", "LOC", "MISC"].contains(&&tag[2..]), "{tag}");
        tokens.push_str(token);
        before = tag.to_owned();
    }
    let visible: String = document.text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    assert_eq!(tokens, visible, "every character is a part of some token");
}

fn check_labels(article: &Article) {
    let spacy: Value = serde_json::from_str(&written(article, Format::JsonlSpacy)).expect("it is JSON");
    let doccano: Value = serde_json::from_str(&written(article, Format::JsonlDoccano)).expect("it is JSON");
    assert_eq!(
        (spacy["text"].as_str(), &spacy["meta"]["id"]),
        (Some(&*article.document.text), &"a.txt".into())
    );
    assert_eq!((doccano["text"].as_str(), &doccano["id"]), (Some(&*article.document.text), &"a.txt".into()));
    let names: HashSet<(String, &str)> = article
        .analysis
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention, entity.kind.name())))
        .filter(|(mention, _)| mention.kind == MentionKind::Name)
        .map(|(mention, kind)| (mention.span.of(&article.document.text).to_owned(), kind))
        .collect();
    assert_eq!(list(&spacy["spans"]).len(), list(&doccano["label"]).len());
    let mut free = 0;
    for (span, label) in list(&spacy["spans"]).iter().zip(list(&doccano["label"])) {
        let (start, end) = (number(&span["start"]), number(&span["end"]));
        assert_eq!(*label, serde_json::json!([start, end, span["label"]]));
        assert!(free <= start && start < end, "{spacy}");
        free = end;
        let name = (cut(&article.document.text, start, end), span["label"].as_str().expect("it is a string"));
        assert!(names.contains(&name), "{name:?} is no name");
    }
    assert_eq!(names.is_empty(), list(&spacy["spans"]).is_empty());
}

fn check_all(article: &Article) {
    for format in Format::ALL {
        let written = written(article, format);
        assert!(written.ends_with('\n'), "{}", format.key());
        let lines = written.matches('\n').count();
        if matches!(format, Format::Json | Format::WebAnnotations | Format::JsonlSpacy | Format::JsonlDoccano)
        {
            assert_eq!(lines, 1, "{}", format.key());
        }
    }
    check_csv(article);
    check_page(&written(article, Format::Html));
    check_annotations(&written(article, Format::WebAnnotations), &article.document, &article.analysis);
    check_conll(&written(article, Format::Conll), &article.document);
    check_labels(article);
}

#[test]
fn a_hostile_article_in_every_format() {
    check_all(&hostile());
}

#[test]
fn an_empty_article_in_every_format() {
    check_all(&Article { document: Document::default(), analysis: Analysis::default() });
}

#[test]
fn a_format_is_known_by_its_key() {
    let keys: HashSet<_> = Format::ALL.map(Format::key).into();
    assert_eq!(keys.len(), Format::ALL.len());
    for format in Format::ALL {
        assert_eq!(Format::from_key(format.key()), Some(format));
        assert!(!format.label().is_empty() && !format.mime().is_empty());
        assert!(format.hint().len() <= 48 && !format.extension().starts_with('.'));
    }
    assert_eq!(Format::from_key("pdf"), None);
}

#[test]
fn quotes_as_a_table() {
    let article = hostile();
    let csv = written(&article, Format::CsvQuotes);
    let rows = rows(csv.trim_start_matches('\u{feff}'));
    let column = |row: usize, name: &str| {
        let at = rows[0].iter().position(|column| column == name).expect("it is there");
        rows[row][at].as_str()
    };
    assert_eq!(column(1, "words"), "“He said ‘no & never’ to me,” … “or \"maybe\".”");
    assert_eq!(column(1, "speaker"), "'@Zoë \"O’Neill\"");
    assert_eq!(column(1, "speaker_words"), "Zoe\u{301} O’Neill");
    assert_eq!(
        (column(1, "speaker_entity"), column(1, "cue"), column(1, "confidence")),
        ("e2", "told", "0.88")
    );
    assert_eq!((column(1, "segments"), column(1, "start")), ("2", "60"));
    assert_eq!(cut(&article.document.text, 60, 87), "He said ‘no & never’ to me,");
    assert!(column(1, "parts").starts_with("60..87 "));
    assert_eq!((column(2, "words"), column(2, "why")), ("'+49  | Nothing “else”", "'=nobody"));
    assert_eq!((column(2, "speaker"), column(2, "role")), ("", ""));
    assert_eq!((column(1, "polarity"), column(1, "sense")), ("negative", "speech"));
    assert_eq!(
        (column(1, "note"), column(2, "note")),
        ("not said, or denied", "left open whether it is thought")
    );
}

#[test]
fn what_was_not_said_is_told_in_words_wherever_a_quote_is_shown() {
    let article = hostile();
    for format in [Format::CsvQuotes, Format::Markdown, Format::Html, Format::WebAnnotations] {
        let written = written(&article, format);
        for note in ["not said, or denied", "left open whether it is thought"] {
            assert!(written.contains(note), "{}: {note}", format.key());
        }
    }
    for style in export::Style::ALL {
        let quote = &article.analysis.quotes[0];
        let citation = export::cite_quote(style, &article.document, &article.analysis, quote, None).plain();
        assert!(citation.contains("not said, or denied"), "{citation}");
    }
    let json = written(&article, Format::Json);
    assert!(json.contains("\"polarity\":\"negative\"") && json.contains("\"sense\":\"thought\""));
    let mut plain = hostile();
    for quote in &mut plain.analysis.quotes {
        (quote.polarity, quote.sense) = (analysis::Polarity::Positive, analysis::Sense::Speech);
    }
    let json = written(&plain, Format::Json);
    assert!(!json.contains("polarity") && !json.contains("sense"));
}

#[test]
fn marks_that_cross_are_cut_and_named_once() {
    let page = written(&hostile(), Format::Html);
    // The summary's sentence begins in the quote's first segment and ends in its second.
    assert!(page.contains(
        "id=\"words-1-1\" title=\"Quote 1, direct; not said, or denied: @Zoë &quot;O’Neill&quot;, the &lt;script&gt;alert(1)&lt;/script&gt; \
         mayor\">He said ‘no &amp; never’ </span><span class=\"summary\" id=\"summary-1\""
    ));
    assert!(
        page.contains(
            "to me,</span>” the &lt;script&gt;alert(1)&lt;/script&gt; mayor, <mark class=\"people\""
        )
    );
    assert!(page.contains("maybe&quot;.</span>”<a class=\"number v0\" href=\"#quote-1\""));
    assert!(!page.contains("<script") && !page.contains("<i>key"));
}

#[test]
fn names_of_conll_are_whole_tokens_with_the_types_of_2003() {
    let conll = written(&hostile(), Format::Conll);
    for lines in [
        "\n\n= -X- O B-MISC\nSUM -X- O I-MISC\n( -X- O I-MISC\nA1 -X- O I-MISC\n) -X- O I-MISC\nwins -X- O O\n",
        "“ -X- O O\nZoë -X- O B-PER\n” -X- O O\n",
        "Zoe\u{301} -X- O B-PER\nO’Neill -X- O I-PER\n, -X- O O\n",
        "e\u{301}tat -X- O B-ORG\n👩\u{200d} -X- O I-ORG\n🚒 -X- O I-ORG\nTV -X- O I-ORG\n",
        "May -X- O O\n5 -X- O O\n",
    ] {
        assert!(conll.contains(lines), "{lines}\nis not in\n{conll}");
    }
}

#[test]
fn a_sentence_is_not_cut_inside_of_a_name() {
    let mut article = hostile();
    let at = article.document.text.find(" O’Neill, told").expect("it is there");
    article.analysis.sentences = vec![Span::new(0, at), Span::new(at, article.document.text.len())];
    assert!(written(&article, Format::Conll).contains("Zoe\u{301} -X- O B-PER\nO’Neill -X- O I-PER\n"));
}

#[test]
fn a_place_outside_of_the_text_harms_nothing() {
    let mut article = hostile();
    article.analysis.quotes[0].segments.push(Span::new(3, 900_000));
    article.analysis.entities[1].mentions[0].span = Span::new(31, 32);
    article.document.blocks[0].span = Span::new(5, 700_000);
    for format in Format::ALL {
        assert!(!written(&article, format).is_empty());
    }
}

#[test]
fn costs_grow_with_the_marks_and_not_with_their_square() {
    let mut article = hostile();
    let whole = Span::new(0, article.document.text.len());
    let quote = article.analysis.quotes[1].clone();
    article.analysis.quotes =
        (1..=20_000).map(|id| analysis::Quote { id, segments: vec![whole], ..quote.clone() }).collect();
    let page = written(&article, Format::Html);
    assert!(page.len() < 20_000 * 800, "{} bytes", page.len());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_article_in_every_format(article in any_article()) {
        check_all(&article);
    }

    #[test]
    fn any_name_of_an_article(id in ".*") {
        let article = hostile();
        for format in Format::ALL {
            let written = write(format, &id, &article.document, &article.analysis);
            match format {
                Format::Html => check_page(&written),
                Format::CsvQuotes => assert_eq!(rows(&written[3..]).len(), 3),
                Format::WebAnnotations | Format::JsonlSpacy | Format::JsonlDoccano | Format::Json => {
                    serde_json::from_str::<Value>(&written).expect("it is JSON");
                }
                _ => {}
            }
        }
    }
}
