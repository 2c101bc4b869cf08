//! The manual page, in the language of `man`.

use export::Format;

use crate::commands::{FILES, Flag, Name, STATUS, Shell, in_a_row};

/// Read by `man -l`.
pub fn page() -> String {
    let mut out =
        format!(".TH EXPLORE 1 \"\" \"Article Explorer {}\" \"User Commands\"\n", env!("CARGO_PKG_VERSION"));
    let mut put = |macro_name: &str, text: &str| {
        out.push_str(macro_name);
        out.push_str(&escaped(text));
        out.push('\n');
    };
    put(".SH ", "NAME");
    put("", "explore - read news articles: who is in them, who said what, when, and what they say");
    put(".SH ", "SYNOPSIS");
    for name in Name::ALL {
        put(".B ", "explore");
        put("", &name.synopsis());
        put(".br", "");
    }
    put(".SH ", "DESCRIPTION");
    put(
        "",
        "Reads files and prints what the engine of Article Explorer finds in them, in the bytes that the page, the npm package and the Python wheel give too. Nothing is sent anywhere.",
    );
    put(".SH ", "COMMANDS");
    for name in Name::ALL {
        put(".TP", "");
        put(".B ", name.word());
        put("", &format!("{}.", name.about()));
    }
    put(".SH ", "OPTIONS");
    for flag in Flag::ALL {
        put(".TP", "");
        put(".B ", &flag.written());
        put("", &format!("{}.", flag.about()));
    }
    for (word, meaning) in [
        ("FORMAT", in_a_row(&Format::ALL.map(Format::key))),
        ("FILE", FILES.to_owned()),
        ("SHELL", in_a_row(&Shell::ALL.map(Shell::word))),
    ] {
        put(".TP", "");
        put(".I ", word);
        put("", &format!("{meaning}."));
    }
    put(".SH ", "OUTPUT FOLDER");
    put(
        "",
        "With --output each file has one file there, called by its whole name with an ending behind it: the analysis of a.html is a.html.json. It is there whole or not at all; of --jsonl each line is. watch looks only at what lies in the folder itself, waits until a file does not change any more, and leaves alone what has a newer export.",
    );
    put(".SH ", "EXIT STATUS");
    for (number, meaning) in STATUS {
        put(".TP", "");
        put(".B ", number);
        put("", &format!("{meaning}."));
    }
    put(".SH ", "EXAMPLES");
    for (words, call) in [
        ("The analysis of an article:", "explore analyze --published 2025-12-07 article.txt"),
        (
            "The quotes of many pages as one table:",
            "explore export --format csv-quotes pages/*.html > quotes.csv",
        ),
        (
            "An archive, an article a line:",
            "explore analyze --jsonl --threads 8 articles.jsonl > analyses.jsonl",
        ),
        ("Every page that is saved to a folder:", "explore watch --output analyses ~/Downloads"),
        ("Completion in bash:", "source <(explore completions bash)"),
    ] {
        put(".PP", "");
        put("", words);
        put(".PP", "");
        put(".RS", "");
        put("", call);
        put(".RE", "");
    }
    out
}

/// Words as `man` takes them for words: no macros, no escapes, hyphens that can be copied.
fn escaped(text: &str) -> String {
    let text = text.replace('\\', "\\e").replace('-', "\\-").replace('…', "\\&...").replace('~', "\\(ti");
    match text.starts_with(['.', '\'']) {
        true => format!("\\&{text}"),
        false => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_and_option_is_told() {
        let page = page();
        for word in Name::ALL.map(Name::word) {
            assert!(page.contains(&format!(".B {word}\n")), "{word}");
        }
        for flag in Flag::ALL {
            assert!(page.contains(&format!(".B {}\n", escaped(&flag.written()))), "{flag:?}");
        }
    }

    #[test]
    fn words_are_no_macros() {
        assert_eq!(escaped(".TH \\n -x"), "\\&.TH \\en \\-x");
        assert!(page().lines().all(|line| !line.is_empty()), "an empty line is a break");
    }
}
