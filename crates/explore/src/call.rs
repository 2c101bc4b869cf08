//! What a caller asks for on the command line, read by the description in [`commands`](crate::commands).

use std::ffi::OsString;
use std::path::PathBuf;

use engine::Options;
use export::Format;

use crate::commands::{Flag, Name, Operand, Shell, Value, in_a_row};

/// More than any machine has cores, and few enough to start.
const MOST_THREADS: usize = 1024;

#[derive(Debug, PartialEq)]
pub struct Call {
    pub command: Command,
    pub options: Options,
    /// How many lines of JSON Lines are analysed at a time.
    pub threads: usize,
    /// Where a file for each file goes, in place of standard output.
    pub output: Option<PathBuf>,
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
    /// The same export of each file that comes into a folder, the one name in `files`.
    Watch(Format),
    Completions(Shell),
    Man,
    Help,
    Version,
}

impl Call {
    /// Reads the arguments after the program's name; an error is one line for the caller.
    pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Call, String> {
        let rest = arguments.into_iter().collect::<Vec<_>>().into_iter();
        let mut arguments = Arguments { rest, only_files: false };
        let all = || in_a_row(&Name::ALL.map(Name::word));
        let first = arguments.next()?.ok_or_else(|| format!("say what to do: {}", all()))?;
        match first.as_str() {
            "help" | "--help" | "-h" => return Ok(Call::alone(Command::Help)),
            "--version" | "-V" => return Ok(Call::alone(Command::Version)),
            _ => {}
        }
        let name = Name::ALL.into_iter().find(|name| name.word() == first);
        let name = name.ok_or_else(|| format!("there is no command {first:?}; there are {}", all()))?;
        Said::of(name, arguments)?.call()
    }

    fn alone(command: Command) -> Call {
        Call { command, options: Options::default(), threads: 1, output: None, files: Vec::new() }
    }
}

/// What was said to a command, its options not yet understood.
struct Said {
    name: Name,
    /// In the order in which they stand: a later one holds.
    flags: Vec<(Flag, String)>,
    operands: Vec<String>,
}

impl Said {
    fn of(name: Name, mut arguments: Arguments) -> Result<Said, String> {
        let mut said = Said { name, flags: Vec::new(), operands: Vec::new() };
        while let Some(argument) = arguments.take()? {
            let (word, joined) = match argument {
                Argument::File(operand) => {
                    said.operands.push(operand);
                    continue;
                }
                Argument::Option(word, joined) => (word, joined),
            };
            let named = |flag: &&Flag| flag.word() == word || (**flag == Flag::Help && word == "-h");
            let flag = *name.flags().iter().find(named).ok_or(format!("there is no option {word} here"))?;
            let value = match (flag.value(), joined) {
                (Value::Nothing, Some(_)) => return Err(format!("{word} takes no value")),
                (Value::Nothing, None) => String::new(),
                (_, Some(value)) => value,
                (_, None) => arguments.next()?.ok_or_else(|| format!("{word} wants a value"))?,
            };
            if let Value::OneOf(_, words) = flag.value()
                && !words.contains(&value.as_str())
            {
                let are = if words.len() == 1 { "is" } else { "are" };
                return Err(format!("there is no format {value:?} here; there {are} {}", in_a_row(&words)));
            }
            said.flags.push((flag, value));
        }
        Ok(said)
    }

    fn has(&self, flag: Flag) -> bool {
        self.value(flag).is_some()
    }

    fn value(&self, flag: Flag) -> Option<&str> {
        self.flags.iter().rev().find(|(said, _)| *said == flag).map(|(_, value)| value.as_str())
    }

    fn call(self) -> Result<Call, String> {
        if self.has(Flag::Help) {
            return Ok(Call::alone(Command::Help));
        }
        if self.has(Flag::Rules) {
            return Ok(Call::alone(Command::Rules));
        }
        let format = self.value(Flag::Format).and_then(Format::from_key);
        if let Some(flag) = self.name.flags().iter().find(|flag| self.name.needs(**flag) && !self.has(**flag))
        {
            let words = match flag.value() {
                Value::OneOf(_, words) => format!(": {}", in_a_row(&words)),
                _ => String::new(),
            };
            return Err(format!("say which {}{words}", flag.written()));
        }
        let command = match self.name {
            Name::Analyze if self.has(Flag::Jsonl) => Command::AnalyzeLines,
            Name::Analyze => Command::Analyze,
            Name::Text => Command::Text,
            Name::Export => Command::Export(format.unwrap_or(Format::Json)),
            Name::Explain if self.has(Flag::Grammar) => Command::ExplainConllu,
            Name::Explain => Command::Explain,
            Name::Watch => Command::Watch(format.unwrap_or(Format::Json)),
            Name::Completions => Command::Completions(self.shell()?),
            Name::Man => Command::Man,
        };
        let mut call = Call::alone(command);
        if let Some(day) = self.value(Flag::Published) {
            call.options.published = Some(facade::day(day)?);
        }
        if let Some(count) = self.value(Flag::Summary) {
            call.options.summary =
                count.parse().map_err(|_| format!("{count:?} is not a number of sentences"))?;
        }
        if let Some(count) = self.value(Flag::Threads) {
            call.threads = threads(count)?;
            if call.threads > 1 && command != Command::AnalyzeLines {
                return Err("--threads is for --jsonl".to_owned());
            }
        }
        call.output = self.value(Flag::Output).map(PathBuf::from);
        match (self.name.operand(), self.operands.as_slice()) {
            (Operand::Files, []) => return Err("name at least one file, or - for standard input".to_owned()),
            (Operand::Folder, [_]) | (Operand::Files, _) => call.files = self.operands,
            (Operand::Folder, _) => return Err("name one folder".to_owned()),
            (Operand::Nothing, [more, ..]) => return Err(format!("{more:?} is too much")),
            (Operand::Nothing, []) | (Operand::Shell, _) => {}
        }
        Ok(call)
    }

    fn shell(&self) -> Result<Shell, String> {
        let all = in_a_row(&Shell::ALL.map(Shell::word));
        match self.operands.as_slice() {
            [word] => Shell::ALL
                .into_iter()
                .find(|shell| shell.word() == word)
                .ok_or_else(|| format!("there are no completions for {word:?}; there are some for {all}")),
            _ => Err(format!("name one shell: {all}")),
        }
    }
}

fn threads(written: &str) -> Result<usize, String> {
    match written.parse() {
        Ok(number @ 1..=MOST_THREADS) => Ok(number),
        _ => Err(format!("{written:?} is not a number of threads from 1 to {MOST_THREADS}")),
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
        }
        assert_eq!(parse("explain a.txt").unwrap().command, Command::Explain);
        assert_eq!(parse("explain --summary 2 a.txt").unwrap().options.summary, 2);
        assert_eq!(parse("explain a.txt --format conllu").unwrap().command, Command::ExplainConllu);
        assert_eq!(parse("explain --rules").unwrap().command, Command::Rules);
        assert_eq!(parse("explain --format conllu a b").unwrap().files, ["a", "b"]);
        assert_eq!(parse("watch inbox --output out").unwrap().command, Command::Watch(Format::Json));
        assert_eq!(
            parse("watch inbox --output out --format ris").unwrap().command,
            Command::Watch(Format::from_key("ris").unwrap())
        );
        assert_eq!(parse("analyze --output out a").unwrap().output, Some(PathBuf::from("out")));
        assert_eq!(parse("completions zsh").unwrap().command, Command::Completions(Shell::Zsh));
        assert_eq!(parse("man").unwrap().command, Command::Man);
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
            ("watch inbox", "say which --output FOLDER"),
            ("watch --output out", "name one folder"),
            ("watch --output out a b", "name one folder"),
            ("completions", "name one shell: bash, zsh and fish"),
            ("completions tcsh", "no completions for"),
            ("man explore", "is too much"),
        ] {
            let why = parse(line).expect_err(line);
            assert!(why.contains(part), "{line}: {why}");
        }
    }
}
