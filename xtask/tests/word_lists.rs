//! Lists of words are data, in `crates/train/lists/words`: no rule of the engine holds a long one. The folders of grammar
//! and lexicon may, and so may tests.

use std::path::{Path, PathBuf};

/// The longest list that may stand in a rule.
const LONGEST: usize = 8;

/// Sentences that a reader is shown, by their first words; they look like a list in one string.
const SENTENCES: [&str; 2] = ["goes on from", "says much of"];

/// What stands in a source but for white space and comments.
#[derive(Debug, PartialEq)]
enum Piece {
    Text(String, usize),
    Other(char),
}

/// The string literals of a source with what is between them.
fn pieces(source: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut line = 1;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\n' => line += 1,
            '/' if chars.peek() == Some(&'/') => while chars.next_if(|&c| c != '\n').is_some() {},
            '"' => {
                let (mut text, begins) = (String::new(), line);
                while let Some(c) = chars.next().filter(|&c| c != '"') {
                    line += usize::from(c == '\n');
                    text.push(c);
                    if c == '\\' {
                        let escaped = chars.next();
                        line += usize::from(escaped == Some('\n'));
                        text.extend(escaped);
                    }
                }
                pieces.push(Piece::Text(text, begins));
            }
            // A character: its quotation mark or slash begins nothing. A lifetime has no second apostrophe.
            '\'' => {
                let mut ahead = chars.clone();
                let first = ahead.next();
                let escaped = first == Some('\\');
                if escaped {
                    ahead.next();
                }
                let closes = if escaped {
                    ahead.by_ref().take(9).any(|c| c == '\'')
                } else {
                    ahead.next() == Some('\'')
                };
                if closes {
                    chars = ahead;
                }
                pieces.push(Piece::Other('\''));
            }
            c if c.is_whitespace() => {}
            c => pieces.push(Piece::Other(c)),
        }
    }
    pieces
}

/// Whether two strings with this between them stand in one list: "a" | "b", ["a", "b"], "a" => 1, "b" => 2.
fn joins(between: &str) -> bool {
    let plain = |text: &str| text.chars().all(|c| matches!(c, '|' | ',' | '&'));
    let value = |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.');
    match between.split_once("=>") {
        None => plain(between),
        Some((before, after)) => before.is_empty() && plain(after.trim_start_matches(value)),
    }
}

/// Lists that are too long: the line each begins in, and its first words.
fn long_lists(source: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut run: Vec<(String, usize)> = Vec::new();
    let mut between = String::new();
    let mut end = |run: &mut Vec<(String, usize)>| {
        let words: Vec<&str> =
            run.iter().map(|(word, _)| word.as_str()).filter(|word| is_word(word)).collect();
        if words.len() > LONGEST {
            found.push((run[0].1, words[..3].join(" ")));
        }
        run.clear();
    };
    for piece in pieces(source) {
        match piece {
            Piece::Other(c) => between.push(c),
            Piece::Text(text, line) => {
                if !joins(&between) {
                    end(&mut run);
                }
                between.clear();
                // "add argue insist …": a list in one string.
                let words: Vec<String> =
                    text.split_whitespace().filter(|word| *word != "\\").map(str::to_owned).collect();
                if words.iter().all(|word| word.chars().all(|c| c.is_lowercase() || c == '\'' || c == '-')) {
                    run.extend(words.into_iter().map(|word| (word, line)));
                } else {
                    run.push((text, line));
                }
            }
        }
    }
    end(&mut run);
    found
}

/// A word or a name of few words, not a mark, a format or a sentence.
fn is_word(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && text.split_whitespace().count() <= 3 && !text.contains('{')
}

/// The source without its tests, which stand at its end.
fn without_tests(source: &str) -> &str {
    let tests = source.match_indices("#[cfg(test)]").find(|(at, mark)| {
        let after = source[at + mark.len()..].trim_start();
        after.starts_with("mod ")
            && after.split_once('\n').is_some_and(|(first, _)| first.trim_end().ends_with('{'))
    });
    tests.map_or(source, |(at, _)| &source[..at])
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be listed").path();
        let knows_language = ["syntax", "lexicon"].iter().any(|name| path.ends_with(name));
        if path.is_dir() && !knows_language {
            files.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}

#[test]
fn no_rule_of_the_engine_holds_a_long_list_of_words() {
    let engine = Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/engine/src");
    let mut long = Vec::new();
    for file in sources(&engine) {
        let source = std::fs::read_to_string(&file).expect("a source is text");
        let name = file.strip_prefix(&engine).expect("it is below").display().to_string();
        let lists = long_lists(without_tests(&source)).into_iter();
        for (line, words) in lists.filter(|(_, words)| !SENTENCES.contains(&words.as_str())) {
            long.push(format!("crates/engine/src/{name}:{line}: {words} …"));
        }
    }
    assert!(
        long.is_empty(),
        "lists of more than {LONGEST} words belong into crates/train/lists/words (CONTRIBUTING.md):\n{}",
        long.join("\n"),
    );
}

#[test]
fn lists_are_found_in_each_of_their_shapes() {
    let nine = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    let quoted: Vec<String> = nine.iter().map(|word| format!("{word:?}")).collect();
    for source in [
        format!("matches!(word, {})", quoted.join(" | ")),
        format!("const WORDS: &[&str] = &[{}];", quoted.join(", // a comment with \"marks\"\n")),
        format!("match word {{ {} => 1, _ => 2 }}", quoted.join(" => Some::Value,\n")),
        format!("static WORDS: &str = \"{} \\\n {}\";", nine[..5].join(" "), nine[5..].join(" ")),
        format!("let mark = '\"'; f(['\\'', {}])", quoted.join(", ")),
    ] {
        assert_eq!(long_lists(&source).len(), 1, "{source}");
    }
    for source in [
        format!("matches!(word, {})", quoted[1..].join(" | ")),
        format!("let a = f({}); let b = f({});", quoted[..5].join(", "), quoted[5..].join(", ")),
        "match mark { \"“\" | \"„\" | \"‟\" | \"«\" | \"‹\" | \"‘\" | \"‚\" | \"‛\" | \"``\" | \"「\" => 1 }"
            .to_owned(),
        "note(\"This looks like another language, so that many of its names are missed.\")".to_owned(),
    ] {
        assert!(long_lists(&source).is_empty(), "{source}");
    }
    assert_eq!(without_tests("fn a() {}\n#[cfg(test)]\nmod tests {\n}\n"), "fn a() {}\n");
}
