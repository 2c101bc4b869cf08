//! Files written by hand: each as small as what it is about allows.

use crate::{Document, read_file};

/// A PDF of pages whose programs are given; fonts are Helvetica as F1.
pub fn pdf(pages: &[&str]) -> Vec<u8> {
    pdf_with(pages, "")
}

fn pdf_with(pages: &[&str], trailer: &str) -> Vec<u8> {
    let mut out = String::from("%PDF-1.4\n");
    let mut places = Vec::new();
    let mut add = |number: usize, body: String| {
        places.push((number, out.len()));
        out.push_str(&format!("{number} 0 obj\n{body}\nendobj\n"));
    };
    let kids: Vec<String> = (0..pages.len()).map(|at| format!("{} 0 R", 10 + 2 * at)).collect();
    add(1, "<< /Type /Catalog /Pages 2 0 R >>".to_owned());
    add(
        2,
        format!(
            "<< /Type /Pages /Kids [{}] /Count {} /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >> >>",
            kids.join(" "),
            pages.len()
        ),
    );
    add(3, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>".to_owned());
    for (at, program) in pages.iter().enumerate() {
        add(10 + 2 * at, format!("<< /Type /Page /Parent 2 0 R /Contents {} 0 R >>", 11 + 2 * at));
        add(11 + 2 * at, format!("<< /Length {} >>\nstream\n{program}\nendstream", program.len()));
    }
    let start = out.len();
    out.push_str("xref\n");
    for (number, place) in &places {
        out.push_str(&format!("{number} 1\n{place:010} 00000 n \n"));
    }
    out.push_str(&format!("trailer\n<< /Size 99 /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF"));
    out.into_bytes()
}

/// Lines from the top of a page down.
pub fn text(lines: &[&str]) -> String {
    let mut program = String::from("BT /F1 10 Tf 12 TL 72 720 Td\n");
    for line in lines {
        program.push_str(&format!("({line}) Tj T*\n"));
    }
    program + "ET"
}

fn read(bytes: &[u8]) -> Document {
    read_file("paper.pdf", bytes)
}

#[track_caller]
fn check(bytes: &[u8], expected: &[&str]) {
    let document = read(bytes);
    let blocks: Vec<_> = document.blocks.iter().map(|block| block.span.of(&document.text)).collect();
    assert_eq!(blocks, expected, "{:?}", document.diagnostics);
}

#[track_caller]
fn check_refused(bytes: &[u8], with: &str) {
    let document = read(bytes);
    assert!(document.blocks.is_empty());
    assert!(
        document.diagnostics.iter().any(|said| said.message.contains(with)),
        "{:?}",
        document.diagnostics
    );
}

#[test]
fn lines_become_paragraphs_and_broken_words_whole() {
    check(
        &pdf(&[&text(&[
            "The council of Lindmouth voted on Tuesday to close the infor-",
            "mation desk at the ferry landing, which nobody had used since",
            "the spring.",
            "Tilda Marsh, who has led the state-run harbour board for twenty-",
            "one years, said that she was among the losers and would not come",
            "back.",
        ])]),
        &[
            "The council of Lindmouth voted on Tuesday to close the information desk at the ferry landing, which nobody had used since the spring.",
            "Tilda Marsh, who has led the state-run harbour board for twenty-one years, said that she was among the losers and would not come back.",
        ],
    );
}

#[test]
fn a_sentence_goes_on_over_a_page() {
    let fill = |words: &str, number: usize| {
        let mut lines = Vec::from(["LINDMOUTH GAZETTE".to_owned(), String::new()]);
        lines.extend(
            (0..6).map(|_| format!("words of the long story that fills page {number} to its right edge and")),
        );
        lines.push(words.to_owned());
        lines.extend([String::new(), number.to_string()]);
        lines
    };
    let pages: Vec<String> = [
        fill("then the council of the town of Lindmouth voted on Tuesday to close", 12),
        fill("the landing in the spring.", 13),
    ]
    .iter()
    .map(|lines| text(&lines.iter().map(String::as_str).collect::<Vec<_>>()))
    .collect();
    let document = read(&pdf(&[&pages[0], &pages[1]]));
    assert!(document.text.contains("voted on Tuesday to close words of the long story"), "{}", document.text);
    assert!(!document.text.contains("GAZETTE") && !document.text.contains("13\n"), "{}", document.text);
    assert!(document.left_out.iter().any(|left| left.what.contains("page heads")));
    let parts: Vec<_> = document.parts.iter().map(|part| part.name.as_str()).collect();
    assert_eq!(parts, ["page 1", "page 2"]);
}

#[test]
fn objects_are_found_without_their_table() {
    let whole = pdf(&[&text(&["The landing was closed on Tuesday, and nobody came to see it go."])]);
    let place = String::from_utf8_lossy(&whole).find("xref").unwrap();
    check(&whole[..place], &["The landing was closed on Tuesday, and nobody came to see it go."]);
    let moved: Vec<u8> = [&b"%PDF-1.4\n% some bytes in front of everything\n"[..], &whole[9..]].concat();
    check(&moved, &["The landing was closed on Tuesday, and nobody came to see it go."]);
}

#[test]
fn each_that_cannot_be_read_has_its_sentence() {
    check_refused(&pdf_with(&[&text(&["Words"])], "/Encrypt 3 0 R"), "encrypted");
    check_refused(b"%PDF-1.4\nnothing else", "damaged");
    check_refused(&pdf(&["BI /W 1 ID \x01\x02 EI"]), "no text");
    check_refused(&pdf(&["0 0 m"]), "no words");
}

#[test]
fn words_that_lie_on_their_side_are_left_out() {
    let program = format!(
        "{}\nBT /F1 10 Tf 0 1 -1 0 20 300 Tm (a mark in the margin) Tj ET",
        text(&["The landing was closed on Tuesday, and nobody came to see it go."])
    );
    let document = read(&pdf(&[&program]));
    assert_eq!(document.text, "The landing was closed on Tuesday, and nobody came to see it go.");
    assert!(document.left_out.iter().any(|left| left.what.contains("side")));
}

#[test]
fn what_asks_for_itself_ends() {
    let bytes = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj 2 0 obj <</Kids [2 0 R 3 0 R 4 0 R]>> endobj 3 0 obj 3 0 R endobj 4 0 obj <</Contents 4 0 R /Resources 4 0 R>> endobj trailer <</Root 1 0 R /Prev 0>>";
    let _ = read(bytes);
}

#[test]
fn damaged_files_are_read_to_their_end() {
    let whole = pdf(&[
        &text(&["The landing was closed on Tuesday,", "and nobody came to see it go."]),
        &text(&["A second page."]),
    ]);
    for hundredth in 0..100 {
        let at = whole.len() * hundredth / 100;
        let _ = read(&whole[..at]);
        let mut flipped = whole.clone();
        flipped[at] ^= 0x15;
        let _ = read(&flipped);
    }
}
