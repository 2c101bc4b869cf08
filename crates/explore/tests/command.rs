//! The command as a shell sees it: what it prints, and its exit status.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;

const ARTICLE: &str =
    "Bridge vote fails\n\nThe council of Lindmouth met on Tuesday to vote on the old bridge.\n";

struct Ran {
    status: i32,
    out: String,
    err: String,
}

impl Ran {
    /// The lines of the output, each of them JSON.
    fn rows(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
    }
}

fn explore(arguments: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_explore"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A call that does not read its input may end before it is written.
    let _ = child.stdin.take().expect("input is piped").write_all(input);
    let done = child.wait_with_output().expect("the command ends");
    Ran {
        status: done.status.code().expect("no signal ended it"),
        out: String::from_utf8(done.stdout).expect("output is UTF-8"),
        err: String::from_utf8(done.stderr).expect("errors are UTF-8"),
    }
}

/// A file of its own for each test.
fn file(name: &str, bytes: &[u8]) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the file is written");
    path
}

fn name(path: &Path) -> &str {
    path.to_str().expect("the path is UTF-8")
}

#[test]
fn several_threads_write_what_one_writes() {
    let mut lines = String::new();
    for number in 0..100 {
        // A long article between short ones, a line that is none, and a blank one.
        let text = ARTICLE.repeat(if number % 7 == 0 { 30 } else { 1 });
        lines += &format!("{}\n", serde_json::json!({ "id": number, "text": text }));
        lines += if number % 10 == 0 { "no JSON\n\n" } else { "" };
    }
    let one = explore(&["analyze", "--jsonl", "-"], lines.as_bytes());
    let four = explore(&["analyze", "--jsonl", "--threads", "4", "-"], lines.as_bytes());
    assert_eq!(one.rows().len(), 110);
    assert!(four.out == one.out, "the output of four threads is another");
}

#[test]
fn one_file_is_one_analysis() {
    let path = file("one.txt", ARTICLE.as_bytes());
    let ran = explore(&["analyze", "--published", "2025-12-07", name(&path)], b"");
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let rows = ran.rows();
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0]["schema"], "article-explorer/analysis/1");
    assert_eq!(rows[0]["id"], "one.txt");
    assert_eq!(rows[0]["published"], "2025-12-07");
    assert_eq!(rows[0]["blocks"][0]["kind"], "headline");
}

#[test]
fn several_files_are_json_lines_in_order() {
    let (a, b) = (file("a.txt", ARTICLE.as_bytes()), file("b.html", b"<p>Nobody came.</p>"));
    let ran = explore(&["analyze", name(&a), name(&b)], b"");
    let ids: Vec<_> = ran.rows().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, ["a.txt", "b.html"]);
}

#[test]
fn a_dash_is_standard_input() {
    let ran = explore(&["analyze", "-"], ARTICLE.as_bytes());
    assert_eq!((ran.status, ran.rows()[0]["id"].as_str()), (0, Some("-")));
}

#[test]
fn an_unread_file_is_said_and_the_others_are_printed() {
    let (good, picture) =
        (file("good.txt", ARTICLE.as_bytes()), file("bad.png", b"\x89PNG\r\n\x1a\n\x00\x01"));
    let ran = explore(&["analyze", "nowhere.txt", name(&picture), name(&good)], b"");
    assert_eq!(ran.status, 1);
    assert_eq!(ran.rows().len(), 1);
    let complaints: Vec<_> = ran.err.lines().collect();
    assert_eq!(complaints.len(), 2, "{}", ran.err);
    assert!(complaints[0].contains("nowhere.txt"));
    assert!(complaints[1].contains("a PNG image") && complaints[1].contains("copy the words"));
}

#[test]
fn a_wrong_call_is_status_2() {
    for call in
        [&["analyze"][..], &[], &["analyse", "a.txt"], &["export", "a.txt"], &["text", "--loud", "a.txt"]]
    {
        let ran = explore(call, b"");
        assert_eq!((ran.status, ran.out.as_str()), (2, ""), "{call:?}");
        assert!(ran.err.contains("Usage:"));
    }
}

#[test]
fn an_id_goes_back_letter_for_letter() {
    let ids = ["1.10", "123456789012345678901234567890", "-0", "1e2", r#""\ud83d""#, r#""\u0061 \/ é""#];
    let lines: Vec<_> =
        ids.iter().map(|id| format!("{{\"text\": \"Nobody came.\", \"id\": {id} }}\n")).collect();
    let ran = explore(&["analyze", "--jsonl", "-"], lines.concat().as_bytes());
    let answers: Vec<_> = ran.out.lines().collect();
    assert_eq!(answers.len(), ids.len());
    for (answer, id) in answers.iter().zip(ids) {
        assert!(answer.contains(&format!("\"id\":{id},\"text\":\"Nobody came.\"")), "{id}: {answer}");
    }
}

#[test]
fn bare_control_characters_in_a_line_are_read() {
    let input = b"{\"id\": 1, \"text\": \"Ana Ruiz came.\tNobody \\\\\x0b else \\\"did\\\" \x1b.\"}\n{\"id\":\t2, \"text\": \"a\x01\n";
    let ran = explore(&["analyze", "--jsonl", "-"], input);
    let rows = ran.rows();
    assert!(rows[0]["text"].as_str().is_some_and(|text| text.starts_with("Ana Ruiz came.")), "{}", ran.out);
    assert!(rows[1]["error"].is_string(), "a line that is cut off is refused as ever");
}

#[test]
fn help_is_no_error() {
    for call in ["--help", "help", "--version"] {
        let ran = explore(&[call], b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert!(ran.out.contains("explore"));
    }
}

#[test]
fn lines_are_answered_in_order_and_a_bad_one_stops_nothing() {
    let mut input = br#"{"id": "a", "text": "Nobody came."}
{"id": 7, "text": "Ana Ruiz met us on Monday.", "published": "2025-12-07", "more": [1]}

{"id": "no text"}
{"id": "no day", "text": "x", "published": "Sunday"}
{"text": "no id"}
not JSON
[1, 2]
{"id": "half", "text": "a\ud83db"}
"#
    .to_vec();
    input.extend(b"{\"id\": \"bytes\", \"text\": \"\xff\"}\n");
    input.extend(br#"{"id": "last", "text": "", "published": null}"#);
    let ran = explore(&["analyze", "--jsonl", "-"], &input);
    assert_eq!((ran.status, ran.err.as_str()), (0, ""));
    let rows = ran.rows();
    let ids: Vec<_> = rows.iter().map(|row| row["id"].to_string()).collect();
    let expected = [
        "\"a\"",
        "7",
        "\"no text\"",
        "\"no day\"",
        "null",
        "null",
        "null",
        "\"half\"",
        "\"bytes\"",
        "\"last\"",
    ];
    assert_eq!(ids, expected);
    let failed: Vec<_> = rows.iter().map(|row| row["error"].is_string()).collect();
    assert_eq!(failed, [false, false, true, true, true, true, true, false, true, false]);
    assert_eq!(rows[1]["published"], "2025-12-07");
    assert_eq!(rows[7]["text"], "a\u{fffd}b");
}

#[test]
fn lines_are_answered_as_they_come() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_explore"))
        .args(["analyze", "--jsonl", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut input = child.stdin.take().expect("input is piped");
    let output = child.stdout.take().expect("output is piped");
    input.write_all(b"{\"id\": \"a\", \"text\": \"Nobody came.\"}\n").expect("the command reads");
    // The answer is there while the input is still open.
    let mut line = String::new();
    std::io::BufRead::read_line(&mut std::io::BufReader::new(output), &mut line)
        .expect("the command answers");
    assert!(line.contains("\"id\":\"a\""));
    drop(input);
    assert!(child.wait().expect("the command ends").success());
}

#[test]
fn text_prints_the_article_alone() {
    let path = file("page.html", b"<nav>Sport</nav><p>One &amp; two.</p><p>Three.</p><script>no()</script>");
    let ran = explore(&["text", name(&path)], b"");
    assert_eq!((ran.status, ran.out.as_str()), (0, "One & two.\n\nThree.\n"));
}

#[test]
fn exports() {
    let path = file("export.txt", ARTICLE.as_bytes());
    let markdown = explore(&["export", "--format", "markdown", name(&path)], b"");
    assert!(markdown.out.starts_with("# Bridge vote fails\n"), "{}", markdown.out);
    let json = explore(&["export", "--format=json", name(&path)], b"");
    assert_eq!(json.out, explore(&["analyze", name(&path)], b"").out);
}

#[test]
fn each_format_is_what_the_page_writes() {
    let path = file("same.txt", ARTICLE.as_bytes());
    let document = ingest::read_file("same.txt", ARTICLE.as_bytes());
    let analysis = engine::analyze(&document, &engine::Options::default());
    for format in export::Format::ALL {
        let ran = explore(&["export", "--format", format.key(), name(&path)], b"");
        assert_eq!((ran.status, ran.err.as_str()), (0, ""));
        assert_eq!(ran.out, export::write(format, "same.txt", &document, &analysis));
    }
}

#[test]
fn several_files_are_one_table() {
    let (a, b) = (file("t1.txt", ARTICLE.as_bytes()), file("t2.txt", ARTICLE.as_bytes()));
    // A file that cannot be read is no reason to leave out the head.
    let ran = explore(&["export", "--format", "csv-entities", "nowhere.txt", name(&a), name(&b)], b"");
    assert_eq!(ran.status, 1);
    let lines: Vec<_> = ran.out.split("\r\n").collect();
    assert!(lines[0].starts_with("\u{feff}article,entity,"), "{}", ran.out);
    assert!(lines[1].starts_with("t1.txt,e1,") && lines.iter().any(|line| line.starts_with("t2.txt,e1,")));
    assert_eq!(ran.out.matches("article,entity").count(), 1);
    assert_eq!(lines.last(), Some(&""));
    let ran = explore(&["export", "--format", "jsonl-doccano", name(&a), name(&b)], b"");
    let ids: Vec<_> = ran.rows().iter().map(|row| row["id"].clone()).collect();
    assert_eq!(ids, ["t1.txt", "t2.txt"]);
}

#[test]
fn the_summary_is_no_longer_than_asked() {
    let text = "Ana Ruiz built a bridge over the river. The bridge fell in May. The river was high. Nobody was hurt.";
    for count in [0, 1, 2] {
        let ran = explore(&["analyze", "--summary", &count.to_string(), "-"], text.as_bytes());
        assert!(ran.rows()[0]["summary"].as_array().is_some_and(|sentences| sentences.len() <= count));
    }
}
