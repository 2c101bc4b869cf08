//! What a caller asks for on the command line.

use std::ffi::OsString;

use engine::Options;
use export::Format;

pub const USAGE: &str = "\
Usage:
  explore analyze [--published DATE] [--summary N] FILE…           the analysis of each file, as JSON
  explore analyze --jsonl [--threads N] [--published DATE] [--summary N] FILE…
                                                                   of each line {\"id\", \"text\", \"published\"?}
  explore text FILE…                                               the article's text alone
  explore export --format FORMAT FILE…                             as the page exports it, one after another
  explore explain [--published DATE] [--summary N] FILE…           what the engine saw and decided, by which rule
  explore explain --format conllu FILE…                            the grammar of each sentence, as CoNLL-U
  explore explain --rules                                          every rule, with an example

  FORMAT              json, markdown, html, csv-quotes, csv-entities, csv-mentions, csv-figures, csv-dates,
                      csv-notes, csl-json, ris, bibtex, web-annotations, conll,
                      jsonl-spacy or jsonl-doccano; --published and --summary as above
  FILE                a text, page, mail, feed, Word, OpenDocument, EPUB or RTF file; - is standard input
  --published DATE    the day that \"Monday\" is counted from, such as 2025-12-07
  --summary N         how many sentences the summary has (3)
  --threads N         how many lines are analysed at a time (1); the output is the same, in order

Exit status: 0 if every file was read, 1 if one was not, 2 for a wrong call.";

/// More than any machine has cores, and few enough to start.
const MOST_THREADS: usize = 1024;

#[derive(Debug, PartialEq)]
pub struct Call {
    pub command: Command,
    pub options: Options,
    /// How many lines of JSON Lines are analysed at a time.
    pub threads: usize,
    pub files: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Command {
    Analyze,
    /// The input is JSON Lines, an article a line.
    AnalyzeLines,
    Text,
    Export(Format),
    /// What was seen and decided in each sentence, for people.
    Explain,
    /// The grammar of each sentence, as CoNLL-U.
    ExplainConllu,
    /// Every rule that an explanation can name.
    Rules,
    Help,
    Version,
}

impl Call {
    /// Reads the arguments after the program's name; an error is one line for the caller.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Call, String> {
        let rest = arguments.into_iter().collect::<Vec<_>>().into_iter();
        let mut arguments = Arguments { rest, only_files: false };
        let first = arguments.next()?.ok_or("say what to do: analyze, text, export or explain")?;
        match first.as_str() {
            "analyze" => analyze(arguments),
            "text" => text(arguments),
            "export" => export(arguments),
            "explain" => explain(arguments),
            "help" | "--help" | "-h" => Ok(Call::alone(Command::Help)),
            "--version" | "-V" => Ok(Call::alone(Command::Version)),
            other => {
                Err(format!("there is no command {other:?}; there are analyze, text, export and explain"))
            }
        }
    }

    fn alone(command: Command) -> Call {
        Call { command, options: Options::default(), threads: 1, files: Vec::new() }
    }

    fn with_files(self) -> Result<Call, String> {
        match (self.command, self.files.is_empty()) {
            (Command::Help | Command::Rules, _) | (_, false) => Ok(self),
            (_, true) => Err("name at least one file, or - for standard input".to_owned()),
        }
    }
}

fn analyze(mut arguments: Arguments) -> Result<Call, String> {
    let mut call = Call::alone(Command::Analyze);
    while let Some(argument) = arguments.take()? {
        match argument {
            Argument::File(name) => call.files.push(name),
            Argument::Option(name, value) => match name.as_str() {
                "--jsonl" => {
                    no_value(&name, value)?;
                    call.command = Command::AnalyzeLines;
                }
                "--threads" => call.threads = threads(&arguments.value(&name, value)?)?,
                _ => common_option(&mut call, &mut arguments, &name, value)?,
            },
        }
        if call.command == Command::Help {
            break;
        }
    }
    if call.threads > 1 && call.command == Command::Analyze {
        return Err("--threads is for --jsonl".to_owned());
    }
    call.with_files()
}

fn text(mut arguments: Arguments) -> Result<Call, String> {
    let mut call = Call::alone(Command::Text);
    while let Some(argument) = arguments.take()? {
        match argument {
            Argument::File(name) => call.files.push(name),
            Argument::Option(name, _) if is_help(&name) => return Ok(Call::alone(Command::Help)),
            Argument::Option(name, _) => return Err(unknown(&name)),
        }
    }
    call.with_files()
}

fn export(mut arguments: Arguments) -> Result<Call, String> {
    let mut call = Call::alone(Command::Export(Format::Json));
    let mut format = None;
    while let Some(argument) = arguments.take()? {
        match argument {
            Argument::File(name) => call.files.push(name),
            Argument::Option(name, value) => match name.as_str() {
                "--format" => format = Some(format_named(&arguments.value(&name, value)?)?),
                _ => common_option(&mut call, &mut arguments, &name, value)?,
            },
        }
        if call.command == Command::Help {
            return Ok(call);
        }
    }
    call.command = Command::Export(format.ok_or_else(|| format!("say which --format: {}", formats()))?);
    call.with_files()
}

fn explain(mut arguments: Arguments) -> Result<Call, String> {
    let mut call = Call::alone(Command::Explain);
    while let Some(argument) = arguments.take()? {
        match argument {
            Argument::File(name) => call.files.push(name),
            Argument::Option(name, value) => match name.as_str() {
                "--format" => {
                    let format = arguments.value(&name, value)?;
                    if format != "conllu" {
                        return Err(format!("there is no format {format:?} here; there is conllu"));
                    }
                    call.command = Command::ExplainConllu;
                }
                "--rules" => {
                    no_value(&name, value)?;
                    return Ok(Call::alone(Command::Rules));
                }
                _ => common_option(&mut call, &mut arguments, &name, value)?,
            },
        }
        if call.command == Command::Help {
            break;
        }
    }
    call.with_files()
}

/// The options of everything that analyses.
fn common_option(
    call: &mut Call,
    arguments: &mut Arguments,
    name: &str,
    value: Option<String>,
) -> Result<(), String> {
    match name {
        "--published" => call.options.published = Some(facade::day(&arguments.value(name, value)?)?),
        "--summary" => call.options.summary = count(&arguments.value(name, value)?)?,
        _ if is_help(name) => *call = Call::alone(Command::Help),
        _ => return Err(unknown(name)),
    }
    Ok(())
}

fn count(written: &str) -> Result<usize, String> {
    written.parse().map_err(|_| format!("{written:?} is not a number of sentences"))
}

fn threads(written: &str) -> Result<usize, String> {
    match written.parse() {
        Ok(number @ 1..=MOST_THREADS) => Ok(number),
        _ => Err(format!("{written:?} is not a number of threads from 1 to {MOST_THREADS}")),
    }
}

fn format_named(name: &str) -> Result<Format, String> {
    Format::from_key(name).ok_or_else(|| format!("there is no format {name:?}; there are {}", formats()))
}

/// The name of each format, in a row.
fn formats() -> String {
    let names = Format::ALL.map(Format::key);
    let [rest @ .., last] = &names;
    format!("{} and {last}", rest.join(", "))
}

fn is_help(name: &str) -> bool {
    matches!(name, "--help" | "-h")
}

fn unknown(name: &str) -> String {
    format!("there is no option {name} here")
}

fn no_value(name: &str, value: Option<String>) -> Result<(), String> {
    match value {
        Some(_) => Err(format!("{name} takes no value")),
        None => Ok(()),
    }
}

enum Argument {
    File(String),
    /// `--name`, or `--name=value` in one.
    Option(String, Option<String>),
}

struct Arguments {
    rest: std::vec::IntoIter<OsString>,
    only_files: bool,
}

impl Arguments {
    fn next(&mut self) -> Result<Option<String>, String> {
        match self.rest.next().map(OsString::into_string) {
            None => Ok(None),
            Some(Ok(argument)) => Ok(Some(argument)),
            Some(Err(argument)) => Err(format!("{argument:?} is not written in Unicode")),
        }
    }

    /// The next file or option; after `--` everything is a file.
    fn take(&mut self) -> Result<Option<Argument>, String> {
        let Some(argument) = self.next()? else { return Ok(None) };
        if argument == "--" && !self.only_files {
            self.only_files = true;
            return self.take();
        }
        if self.only_files || argument == "-" || !argument.starts_with('-') {
            return Ok(Some(Argument::File(argument)));
        }
        Ok(Some(match argument.split_once('=') {
            Some((name, value)) => Argument::Option(name.to_owned(), Some(value.to_owned())),
            None => Argument::Option(argument, None),
        }))
    }

    /// An option's value: the one behind its `=`, or the next argument.
    fn value(&mut self, name: &str, joined: Option<String>) -> Result<String, String> {
        match joined {
            Some(value) => Ok(value),
            None => self.next()?.ok_or_else(|| format!("{name} wants a value")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Call, String> {
        Call::parse(line.split_whitespace().map(OsString::from))
    }

    #[test]
    fn options_stand_anywhere() {
        for line in [
            "analyze --published 2025-12-07 --summary 5 a.txt b.txt",
            "analyze a.txt --published=2025-12-07 b.txt --summary=5",
        ] {
            let call = parse(line).unwrap();
            assert_eq!(call.command, Command::Analyze);
            assert_eq!(call.files, ["a.txt", "b.txt"]);
            assert_eq!(call.options.summary, 5);
            assert_eq!(call.options.published.map(|day| day.to_string()).as_deref(), Some("2025-12-07"));
        }
    }

    #[test]
    fn commands() {
        assert_eq!(parse("analyze --jsonl -").unwrap().command, Command::AnalyzeLines);
        assert_eq!(parse("analyze --jsonl --threads 4 -").unwrap().threads, 4);
        assert_eq!(parse("text a.html").unwrap().command, Command::Text);
        for format in Format::ALL {
            let call = parse(&format!("export --format {} a", format.key())).unwrap();
            assert_eq!(call.command, Command::Export(format));
            assert!(USAGE.contains(format.key()), "{}", format.key());
        }
        assert_eq!(parse("explain a.txt").unwrap().command, Command::Explain);
        assert_eq!(parse("explain --summary 2 a.txt").unwrap().options.summary, 2);
        assert_eq!(parse("explain a.txt --format conllu").unwrap().command, Command::ExplainConllu);
        assert_eq!(parse("explain --rules").unwrap().command, Command::Rules);
        assert_eq!(parse("explain --format conllu a b").unwrap().files, ["a", "b"]);
        assert_eq!(parse("--help").unwrap().command, Command::Help);
        assert_eq!(parse("analyze --help").unwrap().command, Command::Help);
        assert_eq!(parse("text -- --jsonl").unwrap().files, ["--jsonl"]);
    }

    #[test]
    fn wrong_calls_say_what_is_wrong() {
        for (line, part) in [
            ("", "say what to do"),
            ("frobnicate", "there is no command"),
            ("analyze", "name at least one file"),
            ("analyze --loud a.txt", "there is no option --loud"),
            ("analyze --jsonl=yes a.txt", "takes no value"),
            ("analyze a.txt --summary", "wants a value"),
            ("analyze --summary many a.txt", "is not a number"),
            ("analyze --jsonl --threads 0 a.jsonl", "is not a number of threads"),
            ("analyze --threads 2 a.txt", "is for --jsonl"),
            ("analyze --published 2025-13-01 a.txt", "is not a day"),
            ("analyze --published Sunday a.txt", "is not a day"),
            ("export a.txt", "say which --format"),
            ("export --format pdf a.txt", "there is no format"),
            ("explain --format json a.txt", "there is no format"),
            ("text --summary 3 a.txt", "there is no option --summary"),
        ] {
            let why = parse(line).expect_err(line);
            assert!(why.contains(part), "{line}: {why}");
        }
    }
}
