//! Files that other programs wrote, all of one article: its words come out of each, and nothing comes out of the way
//! where a file is damaged.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use ingest::{Document, read_file, read_files};
use text::BlockKind;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/fixtures")
}

/// The files, each under its name.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .expect("the fixture is there")
        .map(|entry| entry.expect("the fixture is there").path())
        .filter(|path| {
            path.is_file()
                && !["sh", "md"].contains(
                    &path.extension().expect("the fixture is there").to_str().expect("the fixture is there"),
                )
        })
        .map(|path| {
            (
                path.file_name()
                    .expect("the fixture is there")
                    .to_str()
                    .expect("the fixture is there")
                    .to_owned(),
                std::fs::read(path).expect("the fixture is there"),
            )
        })
        .collect();
    files.sort();
    files
}

/// The blocks of the article, as its source has them.
fn article() -> Vec<String> {
    let source = std::fs::read_to_string(folder().join("source/ferry.html")).expect("the fixture is there");
    let mut blocks = Vec::new();
    for line in source.lines().filter(|line| ["<h", "<p>", "<li>"].iter().any(|tag| line.starts_with(tag))) {
        let mut words = String::new();
        let mut is_tag = false;
        for c in line.chars() {
            match c {
                '<' => is_tag = true,
                '>' => is_tag = false,
                c if !is_tag => words.push(c),
                _ => {}
            }
        }
        blocks.push(words);
    }
    blocks.retain(|words| !words.is_empty());
    blocks
}

/// The words of a document's blocks, one block each. Marks of lists are not words; programs print the author under the
/// title, and some the title once more.
fn blocks(document: &Document) -> Vec<String> {
    let text =
        |block: &text::Block| block.span.of(&document.text).trim_start_matches(['•', '·', '–', '-', ' ']);
    let mut blocks: Vec<String> = document
        .blocks
        .iter()
        .filter(|block| !matches!(block.kind, BlockKind::Byline | BlockKind::Dateline))
        .map(|block| text(block).to_owned())
        .filter(|words| words != "Ana Ruiz")
        .collect();
    blocks.dedup();
    blocks
}

#[test]
fn the_article_comes_out_of_every_file() {
    let expected = article();
    assert_eq!(expected.len(), 9);
    let mut wrong = Vec::new();
    for (name, bytes) in files() {
        if name == "libreoffice-columns.pdf" || name.starts_with("talk.") {
            continue;
        }
        let document = read_file(&name, &bytes);
        let read = blocks(&document);
        if read != expected {
            let odd: Vec<_> = read.iter().filter(|block| !expected.contains(block)).collect();
            let missing: Vec<_> = expected.iter().filter(|block| !read.contains(block)).collect();
            wrong.push(format!("{name}: odd {odd:?}, missing {missing:?}, {:?}", document.diagnostics));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn subtitles_are_turns() {
    for name in ["talk.vtt", "talk.srt"] {
        let bytes = std::fs::read(folder().join(name)).expect("the fixture is there");
        let read: Vec<_> =
            blocks(&read_file(name, &bytes)).iter().map(|words| words.to_lowercase()).collect();
        let expected = [
            "tilda marsh: nobody is glad of it tonight, and i am among them.",
            "ito pell: they never asked us; they wrote to us.",
        ];
        assert_eq!(read, expected, "{name}");
    }
}

#[test]
fn columns_are_read_in_order_without_page_heads() {
    let bytes = std::fs::read(folder().join("libreoffice-columns.pdf")).expect("the fixture is there");
    let document = read_file("columns.pdf", &bytes);
    let paragraphs: Vec<String> = article().into_iter().filter(|words| words.len() > 80).collect();
    let expected: Vec<String> = std::iter::once("Ferry landing to close".to_owned())
        .chain(std::iter::repeat_n(paragraphs, 6).flatten())
        .collect();
    assert_eq!(blocks(&document), expected);
    assert!(document.parts.len() > 1 && document.parts[1].name == "page 2", "{:?}", document.parts);
}

#[test]
fn a_box_of_mail_gives_every_letter() {
    let bytes = std::fs::read(folder().join("python.mbox")).expect("the fixture is there");
    let titles: Vec<_> =
        read_files("python.mbox", &bytes).into_iter().map(|document| document.stated.title).collect();
    assert_eq!(titles, ["Ferry landing to close", "The lamp stays"].map(|title| Some(title.to_owned())));
}

/// Damaged copies are read to their end, none in much more time than the whole.
#[test]
fn damaged_copies_are_read_to_their_end() {
    for (name, bytes) in files() {
        let began = Instant::now();
        read_files(&name, &bytes);
        // An unoptimised program on a busy machine; what is looked for is a copy that never ends.
        let bound = Duration::from_secs(20) + 50 * began.elapsed();
        for hundredth in 0..100 {
            let at = bytes.len() * hundredth / 100;
            let mut changed = bytes.clone();
            changed[at] ^= 0x2a;
            let mut doubled = bytes.clone();
            doubled.splice(at..at, bytes[at / 2..at].iter().copied());
            for copy in [&bytes[..at], &changed, &doubled] {
                let began = Instant::now();
                for document in read_files(&name, copy) {
                    let end = document.text.len();
                    assert!(document.blocks.iter().all(|block| block.span.end as usize <= end));
                }
                assert!(began.elapsed() < bound, "{name} damaged at {at} took {:?}", began.elapsed());
            }
        }
    }
}

/// Many more damaged copies, for a machine with time: `MUTATIONS=50000 cargo test --release -p ingest --test fixtures --
/// --ignored`. Each has a few bytes changed, left out, doubled or put elsewhere; none may take ten times as long as the
/// slowest whole file.
#[test]
#[ignore = "takes minutes"]
fn mutated_copies_are_read_in_the_time_of_their_like() {
    let count: u64 = std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(2000);
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    let files = files();
    let time = |name: &str, bytes: &[u8]| {
        let began = Instant::now();
        read_files(name, bytes);
        began.elapsed()
    };
    for (name, bytes) in &files {
        let like = (0..5).map(|_| time(name, bytes)).max().expect("the fixture is there");
        for number in 0..count / files.len() as u64 + 1 {
            let mut copy = bytes.clone();
            for _ in 0..1 + random(8) {
                let (from, to) = (random(copy.len()), random(copy.len()));
                let length = random(64).min(copy.len() - from);
                match random(4) {
                    0 => copy[from] ^= 1 << random(8),
                    1 => copy[from] = random(256) as u8,
                    2 => drop(copy.drain(from..from + length)),
                    _ => {
                        let moved = copy[from..from + length].to_vec();
                        copy.splice(to..to, moved);
                    }
                }
            }
            let taken = time(name, &copy);
            let bound = 10 * like + Duration::from_millis(200);
            assert!(taken < bound, "{name}, copy {number}: {taken:?} where the whole takes {like:?}");
        }
    }
}
