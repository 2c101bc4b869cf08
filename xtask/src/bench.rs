//! Time: each component of the engine natively, and the engine in Chromium beside other libraries.

use std::path::{Path, PathBuf};

use crate::shell::{Outcome, cargo, command, output, root, run, say};
use crate::{archive_speed, dist, measure, package_speed, score, scorecard, tools};

const COPY: &str = "target/speed";
const PORT: &str = "8741";

/// What can be measured: its name, and what measures it.
type Part = (&'static str, fn() -> Outcome);

const PARTS: [Part; 6] = [
    ("components", components),
    ("growth", series),
    ("page", page),
    ("large", large),
    ("packages", packages),
    ("archives", archives),
];

/// `only` names the parts to run; all without it.
pub fn bench(only: &[&str]) -> Outcome {
    if let Some(unknown) = only.iter().find(|name| PARTS.iter().all(|(part, _)| part != *name)) {
        let names: Vec<&str> = PARTS.iter().map(|(part, _)| *part).collect();
        return Err(format!("there is no bench {unknown:?}; there are {}", names.join(", ")));
    }
    let wanted = |name| only.is_empty() || only.contains(&name);
    PARTS.iter().filter(|(name, _)| wanted(*name)).try_for_each(|(_, part)| part())
}

/// The command on texts that tempt a rule into the square of their length, from 100 KB to 5 MB.
fn series() -> Outcome {
    let explore = score::explore()?;
    say("python3 xtask/growth.py time");
    let printed = output(command("python3").arg(root().join("xtask/growth.py")).arg("time").arg(explore))?;
    print!("{printed}");
    let (table, figure) = printed.trim_end().rsplit_once('\n').ok_or("growth.py printed no table")?;
    let told = "Seconds of processor time of the native command, the least of three runs (5 MB: of one), less those for an \
        empty text. Each text is one paragraph of the pieces named, but where lines or paragraphs are said.";
    scorecard::put("growth", figure, &format!("{told}\n\n{table}"))
}

/// The finished page with a long article beside the same page with a short one.
fn large() -> Outcome {
    dist::dist_if_changed()?;
    tools::for_browser()?;
    say("node tests/browser/large.mjs");
    let mut node = command("node");
    let printed = output(node.arg("tests/browser/large.mjs").env("CHROMIUM", tools::chromium()?))?;
    print!("{printed}");
    let row = |name: &str| -> String {
        let row = printed.lines().find(|line| line.starts_with(&format!("| {name}"))).unwrap_or_default();
        row.split('|').nth(3).and_then(|cell| cell.split_whitespace().next()).unwrap_or("?").to_owned()
    };
    let figure = format!(
        "1 MB article: words on the screen after {} ms, all of it {} ms, longest blocked while reading {} ms, {} MB",
        row("words"),
        row("all"),
        row("longest blocked, reading"),
        row("memory"),
    );
    let told = "Medians of three with the least and the greatest, in Chromium at 1440 px; times count from the paste. \
        Reading is scrolling by a hundred screens, to the end and back, opening a card, ten steps through its mentions and the list of \
        quotes; blocked is the longest task of the page's main thread. Memory is the page's process with its worker.";
    scorecard::put("large", &figure, &format!("{told}\n\n{}", printed.trim()))
}

/// How many times the text the long case of each benchmark is.
const LONG: u32 = 16;

/// The kinds of text beside the article that the engine's benchmarks have, and what they are.
const HARD: [(&str, &str); 3] = [
    ("names", "a list of names without a full stop"),
    ("initials", "“A. B. C. …”"),
    ("labels", "lines of `NAME: words`"),
];

/// The engine's own benchmarks, at 1 and 16 times the text.
fn components() -> Outcome {
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--locked", "-p", "engine", "--bench", "pipeline"]);
    say("cargo bench -p engine --bench pipeline");
    let printed = output(&mut bench)?;
    print!("{printed}");
    let times = medians(&printed);
    let (mut table, figure) = growth(&times);
    if let Some(rate) = rate(&printed) {
        table += &format!(
            "\nNames alone, with the tokens, sentences and grammar they are measured with, come at {rate} tokens a second.\n"
        );
    }
    println!("{table}");
    scorecard::put("components", &figure, &table)
}

/// How many tokens a second divan saw in the search for names, at the median: "1.6 million".
fn rate(printed: &str) -> Option<String> {
    let (_, after) = printed.split_once("names alone ×16")?;
    let cell = after.lines().nth(1)?.split('│').filter(|cell| cell.contains("item/s")).nth(2)?;
    let (number, unit) = cell.trim().split_once(' ')?;
    let unit = match unit {
        "Mitem/s" => " million",
        "Kitem/s" => " thousand",
        _ => "",
    };
    Some(format!("{number}{unit}"))
}

/// A component and its median times in nanoseconds, each with how many times the text it was. On another text than the
/// article its name ends in the kind of the text: "dates, names".
type Times = Vec<(String, Vec<(u32, f64)>)>;

/// The medians of a table that divan printed; its rows are named like `attribution ×16`.
fn medians(printed: &str) -> Times {
    let mut times = Times::new();
    for line in printed.lines() {
        let row = line.trim_start_matches([' ', '│', '├', '╰', '─']);
        let Some((name, rest)) = row.split_once(" ×") else { continue };
        let scale = rest.split_whitespace().next().and_then(|scale| scale.parse().ok());
        let median = rest.split('│').nth(2).and_then(nanoseconds);
        if let (Some(scale), Some(median)) = (scale, median) {
            match times.iter_mut().find(|(component, _)| component == name) {
                Some((_, scales)) => scales.push((scale, median)),
                None => times.push((name.to_owned(), vec![(scale, median)])),
            }
        }
    }
    times
}

fn nanoseconds(written: &str) -> Option<f64> {
    let (number, unit) = written.trim().split_once(' ')?;
    let unit = match unit {
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * unit)
}

/// A table in microseconds, and the growth of the whole and of the component that grows most.
fn growth(times: &Times) -> (String, String) {
    let at = |row: &str, scale: u32| {
        let (_, scales) = times.iter().find(|(name, _)| name == row)?;
        scales.iter().find(|(s, _)| *s == scale).map(|(_, time)| *time).filter(|time| *time > 0.0)
    };
    let grown = |row: &str| Some(at(row, LONG)? / at(row, 1)?);
    let kinds = HARD.map(|(kind, what)| format!("{kind}: {what}")).join("; ");
    let mut table = format!(
        "Medians in microseconds, natively, on one article and {LONG}; growth is the time for {LONG} times the text over \
        that for one. The last columns are the growth on texts of another kind ({kinds}).\n\n\
        | component | ×1 | ×{LONG} | growth |{}\n| --- | ---: | ---: | ---: |{}\n",
        HARD.map(|(kind, _)| format!(" {kind} |")).concat(),
        " ---: |".repeat(HARD.len()),
    );
    let mut worst = (0.0, String::new());
    for (component, _) in times.iter().filter(|(name, _)| !name.contains(", ")) {
        let micros = |scale| at(component, scale).map_or("".to_owned(), |time| format!("{:.1}", time / 1e3));
        let told = |row: &str| grown(row).map_or("".to_owned(), |grown| format!("×{grown:.1}"));
        let hard = HARD.map(|(kind, _)| (kind, format!("{component}, {kind}")));
        table += &format!("| {component} | {} | {} | {} |", micros(1), micros(LONG), told(component));
        table += &hard.clone().map(|(_, row)| format!(" {} |", told(&row))).concat();
        table += "\n";
        if component == "all" {
            continue;
        }
        let rows = hard.map(|(kind, row)| (row, format!("{component} on {kind}")));
        for (row, name) in std::iter::once((component.clone(), component.clone())).chain(rows) {
            if let Some(grown) = grown(&row).filter(|grown| *grown > worst.0) {
                worst = (grown, name);
            }
        }
    }
    let whole = grown("all").unwrap_or_default();
    (table, format!("time for {LONG} times the text: all ×{whole:.1}; most, {} ×{:.1}", worst.1, worst.0))
}

/// The page for measuring beside winkNLP and compromise, by the measure that ../shared brings.
fn page() -> Outcome {
    let Some(shared) = score::shared().filter(|shared| shared.join("eval/speed/run.mjs").exists()) else {
        println!("There is no ../shared/eval/speed here, so the page was not timed beside others.");
        return Ok(());
    };
    measure::build()?;
    let chromium = tools::chromium()?;
    let copy = copy_of_speed(&shared)?;
    tools::packages(&copy)?;

    let mut server = command("node");
    server.arg("tests/browser/serve.mjs").args([measure::FOLDER, PORT]);
    let mut server = server.spawn().map_err(|error| format!("the measuring page is not served: {error}"))?;
    let mut speed = command("node");
    speed
        .args(["run.mjs", "--shared"])
        .arg(&shared)
        .args(["--page", &format!("explorer=http://127.0.0.1:{PORT}/")])
        .args(["--page", &format!("tagger=http://127.0.0.1:{PORT}/tagger.html")]);
    speed.args(["--baseline", "wink"]).current_dir(&copy).env("CHROMIUM", chromium);
    say("node run.mjs --page explorer=…");
    let printed = output(&mut speed);
    // The server is ours and does nothing else; if it is gone already, so much the better.
    let _ = server.kill();
    let printed = printed?;
    print!("{printed}");
    scorecard::put("page", &ratios(&printed), printed.trim())
}

/// The packages beside other libraries, on the articles that ../shared brings.
fn packages() -> Outcome {
    match of_speed() {
        Some(shared) => package_speed::bench(&shared, &copy_of_speed(&shared)?),
        None => Ok(()),
    }
}

fn archives() -> Outcome {
    match of_speed() {
        Some(shared) => archive_speed::bench(&shared, &copy_of_speed(&shared)?),
        None => Ok(()),
    }
}

/// The folder whose articles the packages are timed on.
fn of_speed() -> Option<PathBuf> {
    let shared = score::shared().filter(|shared| shared.join("eval/speed/node_speed.mjs").exists());
    if shared.is_none() {
        println!("There is no ../shared/eval/speed here, so the packages were not timed.");
    }
    shared
}

/// A copy of ../shared/eval/speed, to install packages in.
fn copy_of_speed(shared: &Path) -> Outcome<PathBuf> {
    let copy = root().join(COPY);
    if !copy.exists() {
        run(command("mkdir").arg("-p").arg(root().join("target")))?;
        run(command("cp").arg("-r").arg(shared.join("eval/speed")).arg(&copy))?;
        run(command("chmod").args(["-R", "u+w"]).arg(&copy))?;
    }
    Ok(copy)
}

/// What the scorecard's first table says of the page: its times over winkNLP's.
fn ratios(printed: &str) -> String {
    let table = printed.split("\nRatios").nth(1).unwrap_or_default();
    let row = |name: &str| -> Vec<&str> {
        let row = table.lines().find(|line| line.starts_with(&format!("| {name} ")));
        row.unwrap_or_default().split('|').map(str::trim).collect()
    };
    match (row("explorer").as_slice(), row("tagger").as_slice()) {
        ([_, _, _, _, articles, _, seed, long, ..], [_, _, _, _, tagger, ..]) => format!(
            "times over winkNLP's: 200 articles {articles}, one article {seed}, long document {long}; \
             the tagger alone, 200 articles {tagger}"
        ),
        _ => "see the tables".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn growth_is_read_from_the_medians() {
        let printed = "pipeline        fastest       │ slowest       │ median        │ mean    │ samples │ iters\n\
            ├─ all                        │               │               │         │         │\n\
            │  ├─ all ×1      1.0 ms        │ 2 ms          │ 1.5 ms        │ 2 ms    │ 30      │ 30\n\
            │  │              1.0 GB/s      │ 2 GB/s        │ 9.9 GB/s      │ 2 GB/s  │         │\n\
            │  ╰─ all ×16     1.0 ms        │ 2 ms          │ 24 ms         │ 2 ms    │ 30      │ 30\n\
            ├─ names_alone                │               │               │         │         │\n\
            │  ├─ names alone ×16 1.0 ms    │ 2 ms          │ 1.5 ms        │ 2 ms    │ 30      │ 30\n\
            │  │              1.0 Mitem/s   │ 2 Mitem/s     │ 9.9 Mitem/s   │ 2 Kitem/s │         │\n\
            ╰─ component                  │               │               │         │         │\n\
               ├─ key phrases ×1   1.0 µs   │ 2 µs          │ 500 ns        │ 2 ms    │ 30      │ 30\n\
               ├─ key phrases ×16  1.0 µs   │ 2 µs          │ 9 µs          │ 2 ms    │ 30      │ 30\n\
               ├─ key phrases, labels ×1 1.0 µs │ 2 µs      │ 500 ns        │ 2 ms    │ 30      │ 30\n\
               ╰─ key phrases, labels ×16 1.0 µs │ 2 µs     │ 20 µs         │ 2 ms    │ 30      │ 30\n";
        assert_eq!(rate(printed).as_deref(), Some("9.9 million"));
        let (table, figure) = growth(&medians(printed));
        assert_eq!(figure, "time for 16 times the text: all ×16.0; most, key phrases on labels ×40.0");
        assert!(table.contains("| key phrases | 0.5 | 9.0 | ×18.0 |  |  | ×40.0 |"), "{table}");
    }

    #[test]
    fn the_figure_is_the_pages_row_of_the_ratios() {
        let printed = "| explorer | 9 |\n\nRatios, each …\n\n| contender | ready | first result | 200 articles | CPU | seed | long document | CPU |\n\
            | explorer | 1.1 | 1.2 | 1.3 (1–2) | 1.4 | 1.5 | 1.6 | 1.7 |\n\
            | tagger | 1.1 | 1.2 | 0.8 (0–1) | 1.4 | 1.5 | 1.6 | 1.7 |\n";
        assert_eq!(
            ratios(printed),
            "times over winkNLP's: 200 articles 1.3 (1–2), one article 1.5, long document 1.6; the tagger alone, \
             200 articles 0.8 (0–1)"
        );
    }
}
