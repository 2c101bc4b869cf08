//! The command with folders, shells and signals: `--output`, `watch`, `completions`, `man`, Ctrl-C.

use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use serde_json::Value;

const ARTICLE: &str = "Bridge vote fails\n\n“We lost,” said Mara Lindqvist on Tuesday.\n";
/// Longer than anything here takes on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_explore"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

fn explore(arguments: &[&str]) -> Output {
    command(arguments).output().expect("the command runs")
}

/// An empty folder of its own for each test.
fn folder(name: &str) -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&path);
    std::fs::create_dir_all(&path).expect("the folder is made");
    path
}

fn name(path: &Path) -> &str {
    path.to_str().expect("the path is UTF-8")
}

fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).expect("the folder is there");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("it is listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Waits until it is so.
fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < PATIENCE, "waited in vain: {what}");
        sleep(Duration::from_millis(20));
    }
}

/// Presses Ctrl-C.
fn interrupt(child: &Child) {
    let sent = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill is there");
    assert!(sent.success());
}

#[test]
fn each_file_has_one_in_the_folder_with_what_would_be_printed() {
    let home = folder("output");
    for (name, text) in [("a.txt", ARTICLE), ("b.md", "# Nobody came\n\nNobody came to the bridge.\n")] {
        std::fs::write(home.join(name), text).expect("the file is written");
    }
    let (a, b, out) = (home.join("a.txt"), home.join("b.md"), home.join("out/deep"));
    for (call, ending) in [
        (&["analyze", "--published", "2025-12-07"][..], "json"),
        (&["text"], "txt"),
        (&["export", "--format", "markdown"], "md"),
        (&["export", "--format", "csv-quotes"], "quotes.csv"),
        (&["export", "--format", "html"], "html"),
    ] {
        let kept = explore(&[call, &["--output", name(&out), name(&a), name(&b)]].concat());
        assert!(kept.status.success() && kept.stdout.is_empty(), "{call:?}: {kept:?}");
        for file in [&a, &b] {
            let printed = explore(&[call, &[name(file)]].concat());
            let base = file.file_name().and_then(|name| name.to_str()).expect("it has a name");
            let written = read(&out.join(format!("{base}.{ending}")));
            assert_eq!(written, String::from_utf8_lossy(&printed.stdout), "{call:?} {base}");
        }
    }
    assert_eq!(names_in(&out).len(), 10, "nothing is left beside them");
}

#[test]
fn two_files_of_one_name_do_not_write_over_each_other() {
    let home = folder("output-twice");
    for part in ["x", "y"] {
        std::fs::create_dir(home.join(part)).expect("the folder is made");
        std::fs::write(home.join(part).join("a.txt"), format!("Only in {part}.\n"))
            .expect("the file is written");
    }
    let out = home.join("out");
    let (x, y) = (home.join("x/a.txt"), home.join("y/a.txt"));
    let ran = explore(&["text", "--output", name(&out), name(&x), name(&y)]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("another file of that name"));
    assert_eq!(read(&out.join("a.txt.txt")), "Only in x.\n");
    // Called again it writes anew: that is another call.
    assert!(explore(&["text", "--output", name(&out), name(&y)]).status.success());
    assert_eq!(read(&out.join("a.txt.txt")), "Only in y.\n");
}

#[test]
fn lines_go_into_one_file() {
    let home = folder("output-lines");
    let lines: String =
        (0..50).map(|id| format!("{}\n", serde_json::json!({ "id": id, "text": ARTICLE }))).collect();
    let (input, out) = (home.join("archive.jsonl"), home.join("out"));
    std::fs::write(&input, lines).expect("the file is written");
    let call = ["analyze", "--jsonl", "--threads", "2"];
    let kept = explore(&[&call[..], &["--output", name(&out), name(&input)]].concat());
    assert!(kept.status.success(), "{kept:?}");
    let printed = explore(&[&call[..], &[name(&input)]].concat());
    assert_eq!(read(&out.join("archive.jsonl.analyses.jsonl")), String::from_utf8_lossy(&printed.stdout));
}

#[cfg(unix)]
#[test]
fn ctrl_c_leaves_whole_lines() {
    let home = folder("interrupted");
    // Each analysis is longer than a pipe takes at once.
    let text = ARTICLE.repeat(400);
    let lines: String =
        (0..3000).map(|id| format!("{}\n", serde_json::json!({ "id": id, "text": text }))).collect();
    let input = home.join("archive.jsonl");
    std::fs::write(&input, lines).expect("the file is written");
    for threads in ["1", "3"] {
        let mut child =
            command(&["analyze", "--jsonl", "--threads", threads, name(&input)]).spawn().expect("it starts");
        let mut out = BufReader::new(child.stdout.take().expect("output is piped"));
        let mut got = Vec::new();
        // In the midst of a line.
        while got.len() < 100_000 {
            let part = out.fill_buf().expect("it writes").to_vec();
            out.consume(part.len());
            got.extend(part);
        }
        interrupt(&child);
        out.read_to_end(&mut got).expect("it ends");
        assert_eq!(child.wait().expect("it ends").code(), Some(130));
        assert!(got.ends_with(b"\n"), "the last line is whole");
        let rows = got.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
        let ids: Vec<u64> = rows
            .map(|line| {
                serde_json::from_slice::<Value>(line).expect("every line is JSON")["id"]
                    .as_u64()
                    .expect("an id")
            })
            .collect();
        assert!(ids.len() < 3000 && ids.iter().copied().eq(0..ids.len() as u64), "{} lines", ids.len());
    }
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_call_that_waits_for_its_input() {
    let mut child = command(&["analyze", "--jsonl", "-"]).stdin(Stdio::piped()).spawn().expect("it starts");
    let mut input = child.stdin.take().expect("input is piped");
    input.write_all(b"{\"text\": \"Nobody came.\"}\n").expect("it is read");
    input.flush().expect("it is read");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("output is piped")).read_line(&mut line).expect("a line comes");
    interrupt(&child);
    assert_eq!(child.wait().expect("it ends").code(), Some(130));
    drop(input);
}

#[cfg(unix)]
#[test]
fn a_watched_folder_is_read_as_files_come() {
    let home = folder("watched");
    let (inbox, out) = (home.join("inbox"), home.join("out"));
    std::fs::create_dir(&inbox).expect("the folder is made");
    std::fs::write(inbox.join("there.txt"), ARTICLE).expect("the file is written");
    let child = command(&["watch", "--output", name(&out), name(&inbox)]).spawn().expect("it starts");
    let is_there = |name: &str| out.join(name).exists();
    until("a file that was there", || is_there("there.txt.json"));

    // What is not whole, what is hidden, and what holds no article.
    for (name, bytes) in [
        ("page.html.part", &b"<p>Nobody"[..]),
        (".hidden.txt", b"Nobody came."),
        ("picture.png", b"\x89PNG\r\n\x1a\n\x00\x01"),
    ] {
        std::fs::write(inbox.join(name), bytes).expect("the file is written");
    }
    std::fs::write(inbox.join("late.html"), "<p>Ana Ruiz resigned.</p>").expect("the file is written");
    until("a file that came", || is_there("late.html.json"));
    assert!(read(&out.join("late.html.json")).contains("Ana Ruiz"));
    // What changes is read again.
    std::fs::write(inbox.join("late.html"), "<p>Pedro Quintela resigned yesterday.</p>")
        .expect("the file is written");
    until("a file that changed", || read(&out.join("late.html.json")).contains("Pedro Quintela"));
    until("the end of a download", || {
        let _ = std::fs::rename(inbox.join("page.html.part"), inbox.join("page.html"));
        is_there("page.html.json")
    });
    interrupt(&child);
    let done = child.wait_with_output().expect("it ends");
    assert_eq!(done.status.code(), Some(130));
    let mut told: Vec<String> = String::from_utf8_lossy(&done.stdout)
        .lines()
        .map(|line| Path::new(line).file_name().expect("a file").to_string_lossy().into_owned())
        .collect();
    told.sort();
    assert_eq!(told, ["late.html.json", "late.html.json", "page.html.json", "there.txt.json"]);
    let complaints = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(complaints.lines().count(), 1, "{complaints}");
    assert!(complaints.contains("picture.png"), "{complaints}");
    assert_eq!(names_in(&out), ["late.html.json", "page.html.json", "there.txt.json"]);

    // What has its export is not read anew.
    let again = command(&["watch", "--output", name(&out), name(&inbox)]).spawn().expect("it starts");
    std::fs::write(inbox.join("new.txt"), ARTICLE).expect("the file is written");
    until("another file", || is_there("new.txt.json"));
    interrupt(&again);
    let told = again.wait_with_output().expect("it ends").stdout;
    assert_eq!(String::from_utf8_lossy(&told).lines().count(), 1);
}

#[test]
fn a_folder_is_not_watched_into_itself() {
    let home = folder("itself");
    for call in
        [["watch", "--output", name(&home), name(&home)], ["watch", "--output", name(&home), "nowhere"]]
    {
        let ran = explore(&call);
        assert_eq!(ran.status.code(), Some(1), "{call:?}");
        assert_eq!(String::from_utf8_lossy(&ran.stderr).lines().count(), 1);
    }
}

/// What bash would offer for the words, the last of which is being typed.
fn completed(words: &[&str]) -> Vec<String> {
    let script = format!(
        "source <({} completions bash)\nCOMP_WORDS=(explore {})\nCOMP_CWORD={}\n_explore\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n",
        env!("CARGO_BIN_EXE_explore"),
        words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(" "),
        words.len()
    );
    let ran = Command::new("bash").args(["--norc", "-c", &script]).output().expect("bash is there");
    assert!(ran.stderr.is_empty(), "{}", String::from_utf8_lossy(&ran.stderr));
    String::from_utf8_lossy(&ran.stdout).lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

#[cfg(target_os = "linux")]
#[test]
fn bash_completes_commands_options_and_values() {
    assert_eq!(completed(&["ex"]), ["export", "explain"]);
    assert_eq!(completed(&["analyze", "--p"]), ["--published"]);
    assert!(completed(&["text", "--f"]).is_empty(), "an option of another command");
    assert_eq!(completed(&["export", "--format", "csv-q"]), ["csv-quotes"]);
    assert_eq!(completed(&["explain", "--format", ""]), ["conllu"]);
    assert_eq!(completed(&["completions", ""]), ["bash", "zsh", "fish"]);
    assert!(completed(&["analyze", "Cargo.t"]).contains(&"Cargo.toml".to_owned()), "files");
    assert_eq!(completed(&["watch", "--output", "sr"]), ["src"], "folders alone");
}

/// Whether the shell takes the script for one of its own; none where the shell is not here.
#[cfg(target_os = "linux")]
#[test]
fn the_other_shells_can_read_theirs() {
    for shell in ["zsh", "fish"] {
        let script = explore(&["completions", shell]);
        assert!(script.status.success());
        let path = folder(&format!("completions-{shell}")).join("script");
        std::fs::write(&path, &script.stdout).expect("the script is written");
        let Ok(read) = Command::new(shell).args(["-n", name(&path)]).output() else { continue };
        assert!(read.status.success() && read.stderr.is_empty(), "{}", String::from_utf8_lossy(&read.stderr));
    }
}

#[cfg(target_os = "linux")]
#[test]
fn the_manual_page_is_one() {
    let page = explore(&["man"]);
    assert!(page.status.success());
    let path = folder("man").join("explore.1");
    std::fs::write(&path, &page.stdout).expect("the page is written");
    let Ok(read) = Command::new("groff").args(["-man", "-ww", "-Tutf8", name(&path)]).output() else {
        return;
    };
    assert!(read.status.success() && read.stderr.is_empty(), "{}", String::from_utf8_lossy(&read.stderr));
    // A letter that is struck twice is bold.
    let struck = String::from_utf8_lossy(&read.stdout).into_owned();
    let mut shown = String::new();
    for letter in struck.chars() {
        match letter {
            '\u{8}' => drop(shown.pop()),
            other => shown.push(other),
        }
    }
    for words in ["SYNOPSIS", "--published", "completions", "csv-quotes", "130"] {
        assert!(shown.contains(words), "{words}: {shown}");
    }
}
