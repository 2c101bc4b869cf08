//! The lists of this crate, `lists/*.txt`: facts about the world written for this project.
//!
//! A line that begins with `#` is a comment. What a line holds is told at the head of each list; the parts are
//! always the same: `;` between things, `|` between the names of one thing, `:` before the words for its people,
//! `=` before what it belongs to.

use std::path::{Path, PathBuf};

use super::{Error, files, read};

/// Something with one or more names, best known name first.
#[derive(Debug, Default)]
pub struct Thing {
    pub code: Option<String>,
    pub names: Vec<Name>,
    pub demonyms: Vec<Demonym>,
    pub belongs_to: Option<String>,
}

#[derive(Debug)]
pub struct Name {
    pub text: String,
    /// Only in capitals is it this name ("US").
    pub only_in_capitals: bool,
}

/// A word for the people of a place, which is an adjective too, and its plural if it has one.
#[derive(Debug)]
pub struct Demonym {
    pub word: String,
    pub plural: Option<String>,
}

/// Whether the things of a list stand behind a code, such as that of their country.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    None,
    First,
}

pub fn things(lists: &Path, list: &str, code: Code) -> Result<Vec<Thing>, Error> {
    let mut things = Vec::new();
    for line in lines(lists, list)? {
        let (code, rest) = match code {
            Code::None => (None, line.as_str()),
            Code::First => {
                line.split_once(' ').map_or((None, line.as_str()), |(code, rest)| (Some(code), rest))
            }
        };
        for item in rest.split(" ; ") {
            things.push(thing(item, code));
        }
    }
    Ok(things)
}

fn thing(item: &str, code: Option<&str>) -> Thing {
    let (item, belongs_to) = item.split_once(" = ").map_or((item, None), |(item, to)| (item, Some(to)));
    let (names, demonyms) = item.split_once(" : ").unwrap_or((item, ""));
    Thing {
        code: code.map(str::to_owned),
        names: names
            .split('|')
            .map(|name| {
                let name = name.trim();
                let text = name.strip_suffix('!').unwrap_or(name);
                Name { text: text.to_owned(), only_in_capitals: text.len() < name.len() }
            })
            .collect(),
        demonyms: demonyms.split_whitespace().map(demonym).collect(),
        belongs_to: belongs_to.map(|to| to.trim().to_owned()),
    }
}

fn demonym(text: &str) -> Demonym {
    let text = text.replace('_', " ");
    match text.split_once('/') {
        Some((word, plural)) => Demonym { word: word.to_owned(), plural: Some(plural.to_owned()) },
        None => Demonym { word: text, plural: None },
    }
}

/// Lists of plain words: the kind that a line begins with, and a word of it with its plural, if given.
pub fn words(lists: &Path, list: &str) -> Result<Vec<(String, Demonym)>, Error> {
    let mut words = Vec::new();
    for line in lines(lists, list)? {
        let mut parts = line.split_whitespace();
        let Some(kind) = parts.next() else { continue };
        words.extend(parts.map(|word| (kind.to_owned(), demonym(word))));
    }
    Ok(words)
}

/// Lists whose lines each hold the words that belong together.
pub fn word_groups(lists: &Path, list: &str) -> Result<Vec<Vec<String>>, Error> {
    Ok(lines(lists, list)?.iter().map(|line| line.split_whitespace().map(str::to_owned).collect()).collect())
}

fn lines(lists: &Path, list: &str) -> Result<Vec<String>, Error> {
    let text = read(&lists.join(list))?;
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}

/// The lists that stand in this crate.
fn own(list: &str) -> Result<Vec<String>, Error> {
    lines(&own_folder(), list)
}

fn own_folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("lists")
}

/// The lines of the lists of words, `words/*.txt`: under which heading they stand, in which file.
pub fn word_lines() -> Result<Vec<WordLine>, Error> {
    let mut found = Vec::new();
    for path in files(&own_folder().join("words"), ".txt")? {
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut heading = String::new();
        for (number, text) in read(&path)?.lines().map(str::trim).enumerate() {
            let place = format!("words/{file}:{}", number + 1);
            if let Some(name) = text.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
                name.clone_into(&mut heading);
            } else if !text.is_empty() && !text.starts_with("# ") && text != "#" {
                found.push(WordLine { heading: heading.clone(), text: text.to_owned(), place });
            }
        }
    }
    Ok(found)
}

/// The languages that are told apart: code, name, script, letters, words.
pub fn languages() -> Result<Vec<[String; 5]>, Error> {
    let mut languages: Vec<[String; 5]> = Vec::new();
    let text = read(&own_folder().join("languages.txt"))?;
    for line in text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        if let Some(words) = line.strip_prefix("  ") {
            let last = languages.last_mut().ok_or("languages.txt begins with words")?;
            if !last[4].is_empty() {
                last[4].push(' ');
            }
            last[4].push_str(words.trim());
            continue;
        }
        let [code, name, script, letters] = line.split(' ').collect::<Vec<_>>()[..] else {
            return Err(format!("languages.txt: {line:?} is not code, name, script and letters").into());
        };
        let letters = if letters == "-" { "" } else { letters };
        languages.push([
            code.to_owned(),
            name.replace('_', " "),
            script.to_owned(),
            letters.to_owned(),
            String::new(),
        ]);
    }
    Ok(languages)
}

/// A line of a list of words.
#[derive(Debug)]
pub struct WordLine {
    pub heading: String,
    pub text: String,
    /// File and line, for whoever wrote it.
    pub place: String,
}

/// Every verb of English: base, past, participle, third person, -ing.
pub fn verbs() -> Result<Vec<[String; 5]>, Error> {
    let row = |line: &String| {
        let cells: Vec<String> = line.split('\t').map(str::to_owned).collect();
        cells.try_into().map_err(|_| Error::from(format!("verbs.txt: {line:?} is not five forms")))
    };
    own("verbs.txt")?.iter().map(row).collect()
}

/// Irregular forms, each with its Penn tag and its lemma.
pub fn irregular() -> Result<Vec<(String, &'static str, String)>, Error> {
    let mut forms = Vec::new();
    for line in own("irregular.txt")? {
        let [form, lemma, kinds] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(format!("irregular.txt: {line:?} is not a form, a lemma and what it is").into());
        };
        for kind in kinds.split('+') {
            let tag = match kind {
                "past" => "VBD",
                "participle" => "VBN",
                "ing" => "VBG",
                "third" => "VBZ",
                "plural" => "NNS",
                "comparative" => "JJR",
                "superlative" => "JJS",
                "base" => "VB",
                _ => return Err(format!("irregular.txt: there is no kind {kind:?}").into()),
            };
            forms.push((form.to_owned(), tag, lemma.to_owned()));
        }
    }
    Ok(forms)
}
