//! The commands and their options, described once: the parser, the usage text, the man page and the completions of the
//! shells are all made from this.

use export::Format;

/// A command of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Name {
    Analyze,
    Text,
    Export,
    Explain,
    Watch,
    Completions,
    Man,
}

impl Name {
    pub const ALL: [Name; 7] =
        [Name::Analyze, Name::Text, Name::Export, Name::Explain, Name::Watch, Name::Completions, Name::Man];

    pub fn word(self) -> &'static str {
        match self {
            Name::Analyze => "analyze",
            Name::Text => "text",
            Name::Export => "export",
            Name::Explain => "explain",
            Name::Watch => "watch",
            Name::Completions => "completions",
            Name::Man => "man",
        }
    }

    pub fn about(self) -> &'static str {
        match self {
            Name::Analyze => "Print the analysis of each file, as JSON; of each line of it with --jsonl",
            Name::Text => "Print the article's text alone",
            Name::Export => "Print what the page exports, one file after another",
            Name::Explain => "Print what the engine saw and decided in each sentence, and by which rule",
            Name::Watch => "Write the export of each file that comes into a folder, until it is stopped",
            Name::Completions => "Print what a shell completes the command with",
            Name::Man => "Print the manual page",
        }
    }

    /// The options that it takes, in the order in which they are told.
    pub fn flags(self) -> &'static [Flag] {
        match self {
            Name::Analyze => {
                &[Flag::Jsonl, Flag::Threads, Flag::Published, Flag::Summary, Flag::Output, Flag::Help]
            }
            Name::Text => &[Flag::Output, Flag::Help],
            Name::Export => &[Flag::Format, Flag::Published, Flag::Summary, Flag::Output, Flag::Help],
            Name::Explain => &[Flag::Grammar, Flag::Rules, Flag::Published, Flag::Summary, Flag::Help],
            Name::Watch => &[Flag::Output, Flag::Format, Flag::Published, Flag::Summary, Flag::Help],
            Name::Completions | Name::Man => &[Flag::Help],
        }
    }

    /// Whether a call without this option says too little.
    pub fn needs(self, flag: Flag) -> bool {
        matches!((self, flag), (Name::Export, Flag::Format) | (Name::Watch, Flag::Output))
    }

    pub fn operand(self) -> Operand {
        match self {
            Name::Analyze | Name::Text | Name::Export | Name::Explain => Operand::Files,
            Name::Watch => Operand::Folder,
            Name::Completions => Operand::Shell,
            Name::Man => Operand::Nothing,
        }
    }

    /// How it is called: `text [--output FOLDER] FILE…`.
    pub fn synopsis(self) -> String {
        let mut words = vec![self.word().to_owned()];
        for flag in self.flags().iter().filter(|flag| **flag != Flag::Help) {
            let written = flag.written();
            words.push(if self.needs(*flag) { written } else { format!("[{written}]") });
        }
        words.extend(self.operand().written().map(str::to_owned));
        words.join(" ")
    }
}

/// What a command is given beside its options.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operand {
    Files,
    Folder,
    Shell,
    Nothing,
}

impl Operand {
    pub fn written(self) -> Option<&'static str> {
        match self {
            Operand::Files => Some("FILE…"),
            Operand::Folder => Some("FOLDER"),
            Operand::Shell => Some("SHELL"),
            Operand::Nothing => None,
        }
    }
}

/// An option. Two may have one word, in different commands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flag {
    Jsonl,
    Threads,
    Published,
    Summary,
    Format,
    /// `--format conllu` of `explain`.
    Grammar,
    Rules,
    Output,
    Help,
}

impl Flag {
    pub const ALL: [Flag; 9] = [
        Flag::Format,
        Flag::Grammar,
        Flag::Jsonl,
        Flag::Output,
        Flag::Published,
        Flag::Rules,
        Flag::Summary,
        Flag::Threads,
        Flag::Help,
    ];

    pub fn word(self) -> &'static str {
        match self {
            Flag::Jsonl => "--jsonl",
            Flag::Threads => "--threads",
            Flag::Published => "--published",
            Flag::Summary => "--summary",
            Flag::Format | Flag::Grammar => "--format",
            Flag::Rules => "--rules",
            Flag::Output => "--output",
            Flag::Help => "--help",
        }
    }

    pub fn value(self) -> Value {
        match self {
            Flag::Jsonl | Flag::Rules | Flag::Help => Value::Nothing,
            Flag::Threads | Flag::Summary => Value::Word("N"),
            Flag::Published => Value::Word("DATE"),
            Flag::Format => Value::OneOf("FORMAT", Format::ALL.map(Format::key).to_vec()),
            Flag::Grammar => Value::OneOf("conllu", vec!["conllu"]),
            Flag::Output => Value::Folder,
        }
    }

    pub fn about(self) -> &'static str {
        match self {
            Flag::Jsonl => "each line of a file is an article, {\"id\", \"text\", \"published\"?}",
            Flag::Threads => {
                "how many lines of --jsonl are analysed at a time (1); the output is the same, in order"
            }
            Flag::Published => "the day that \"Monday\" is counted from, such as 2025-12-07",
            Flag::Summary => "how many sentences the summary has (3)",
            Flag::Format => "what is exported",
            Flag::Grammar => "the grammar of each sentence alone, as CoNLL-U (explain)",
            Flag::Rules => "every rule, with an example",
            Flag::Output => "a file there for each file that is read, in place of printing",
            Flag::Help => "this text",
        }
    }

    /// With the word for its value: `--summary N`.
    pub fn written(self) -> String {
        match self.value() {
            Value::Nothing => self.word().to_owned(),
            Value::Word(value) | Value::OneOf(value, _) => format!("{} {value}", self.word()),
            Value::Folder => format!("{} FOLDER", self.word()),
        }
    }
}

/// What an option is given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    Nothing,
    /// Anything, called so.
    Word(&'static str),
    /// One of these, called so.
    OneOf(&'static str, Vec<&'static str>),
    Folder,
}

/// A shell that the command can be completed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shell {
    Bash,
    Zsh,
    Fish,
}

impl Shell {
    pub const ALL: [Shell; 3] = [Shell::Bash, Shell::Zsh, Shell::Fish];

    pub fn word(self) -> &'static str {
        match self {
            Shell::Bash => "bash",
            Shell::Zsh => "zsh",
            Shell::Fish => "fish",
        }
    }
}

/// What files are read, in words.
pub const FILES: &str =
    "a text, page, mail, feed, PDF, Word, OpenDocument, EPUB or RTF file; - is standard input";
/// What the exit status says, in words.
pub const STATUS: [(&str, &str); 4] = [
    ("0", "every file was read"),
    ("1", "one was not, or something could not be written"),
    ("2", "the call makes no sense"),
    ("130", "it was stopped (Ctrl-C); what was written is whole"),
];

/// Words in a row: "bash, zsh and fish".
pub fn in_a_row(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [rest @ .., last] => format!("{} and {last}", rest.join(", ")),
    }
}

/// The text that `--help` prints.
pub fn usage() -> String {
    let mut out = "Usage:\n".to_owned();
    for name in Name::ALL {
        for line in wrapped(&format!("explore {}", name.synopsis()), 104) {
            out += &format!("  {line}\n");
        }
        out += &format!("      {}\n", name.about());
    }
    out.push('\n');
    let row = |word: &str, about: &str| {
        let mut rows = String::new();
        for (number, line) in wrapped(about, 90).iter().enumerate() {
            rows += &format!("  {:<20}{line}\n", if number == 0 { word } else { "" });
        }
        rows
    };
    for flag in Flag::ALL {
        out += &row(&flag.written(), flag.about());
    }
    out += &row("--version", "which version this is");
    out += &row("FORMAT", &in_a_row(&Format::ALL.map(Format::key)));
    out += &row("FILE", FILES);
    out += &row("SHELL", &in_a_row(&Shell::ALL.map(Shell::word)));
    out.push('\n');
    let status: Vec<String> = STATUS.iter().map(|(number, what)| format!("{number} if {what}")).collect();
    for line in wrapped(&format!("Exit status: {}.", status.join(", ")), 110) {
        out += &line;
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out
}

/// The text in lines of at most so many characters, broken between words; what stands in brackets stays together.
fn wrapped(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut open = false;
    for word in text.split(' ') {
        let fits = |line: &String| open || line.chars().count() + 1 + word.chars().count() <= most;
        match lines.last_mut().filter(|line| fits(line)) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
        open = (open || word.starts_with('[')) && !word.ends_with(']');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_usage_tells_every_command_option_and_format() {
        let usage = usage();
        for name in Name::ALL {
            assert!(usage.contains(&format!("  explore {}", name.word())), "{name:?}");
            assert!(name.flags().contains(&Flag::Help), "{name:?}");
        }
        for flag in Flag::ALL {
            assert!(usage.contains(&flag.written()), "{flag:?}");
        }
        for format in Format::ALL {
            assert!(usage.contains(format.key()), "{}", format.key());
        }
        assert!(usage.lines().all(|line| line.chars().count() <= 120), "{usage}");
    }

    #[test]
    fn what_must_be_said_stands_without_brackets() {
        assert_eq!(Name::Text.synopsis(), "text [--output FOLDER] FILE…");
        assert!(Name::Export.synopsis().starts_with("export --format FORMAT ["));
        assert_eq!(Name::Man.synopsis(), "man");
    }

    #[test]
    fn every_option_is_of_some_command() {
        for flag in Flag::ALL {
            assert!(Name::ALL.iter().any(|name| name.flags().contains(&flag)), "{flag:?}");
        }
    }
}
