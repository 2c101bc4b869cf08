//! Time: each phase of the engine natively, and the engine in Chromium beside other libraries.

use crate::shell::{Outcome, cargo, command, output, root, run, say};
use crate::{dist, measure, score, scorecard, tools};

const COPY: &str = "target/speed";
const PORT: &str = "8741";

/// `only` names the parts to run: `phases`, `page`, `large`.
pub fn bench(only: &[&str]) -> Outcome {
    if let Some(unknown) = only.iter().find(|name| !["phases", "page", "large"].contains(name)) {
        return Err(format!("there is no bench {unknown:?}: phases, page and large are there"));
    }
    let wanted = |name| only.is_empty() || only.contains(&name);
    if wanted("phases") {
        phases()?;
    }
    if wanted("page") {
        page()?;
    }
    if wanted("large") {
        large()?;
    }
    Ok(())
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

/// The engine's own benchmarks, at 1, 10 and 100 times the text.
fn phases() -> Outcome {
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--locked", "-p", "engine", "--bench", "phases"]);
    say("cargo bench -p engine --bench phases");
    let printed = output(&mut bench)?;
    print!("{printed}");
    let times = medians(&printed);
    let (mut table, figure) = growth(&times);
    if let Some(rate) = rate(&printed) {
        table += &format!("\nThe tagger alone, with tokens and sentences, reads {rate} tokens a second.\n");
    }
    println!("{table}");
    scorecard::put("phases", &figure, &table)
}

/// How many tokens a second divan saw the tagger read, at the median: "1.6 million".
fn rate(printed: &str) -> Option<String> {
    let (_, after) = printed.split_once("Tagger ×100")?;
    let cell = after.lines().nth(1)?.split('│').filter(|cell| cell.contains("item/s")).nth(2)?;
    let (number, unit) = cell.trim().split_once(' ')?;
    let unit = match unit {
        "Mitem/s" => " million",
        "Kitem/s" => " thousand",
        _ => "",
    };
    Some(format!("{number}{unit}"))
}

/// A phase and its median times in nanoseconds, each with how many times the text it was.
type Times = Vec<(String, Vec<(u32, f64)>)>;

/// The medians of a table that divan printed; its rows are named like `Quotes ×10`.
fn medians(printed: &str) -> Times {
    let mut times = Times::new();
    for line in printed.lines() {
        let row = line.trim_start_matches([' ', '│', '├', '╰', '─']);
        let Some((name, rest)) = row.split_once(" ×") else { continue };
        let scale = rest.split_whitespace().next().and_then(|scale| scale.parse().ok());
        let median = rest.split('│').nth(2).and_then(nanoseconds);
        if let (Some(scale), Some(median)) = (scale, median) {
            match times.iter_mut().find(|(phase, _)| phase == name) {
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

/// A table in microseconds, and the growth of the whole and of the phase that grows most.
fn growth(times: &Times) -> (String, String) {
    let mut table =
        "Medians in microseconds, natively; growth is the time for 100 times the text over that for one.\n\n\
        | phase | ×1 | ×10 | ×100 | growth |\n| --- | ---: | ---: | ---: | ---: |\n"
            .to_owned();
    let (mut whole, mut worst) = (0.0, (0.0, ""));
    for (phase, scales) in times {
        let at = |scale| scales.iter().find(|(s, _)| *s == scale).map_or(0.0, |(_, time)| *time);
        let grown = if at(1) > 0.0 { at(100) / at(1) } else { 0.0 };
        table += &format!(
            "| {phase} | {:.1} | {:.1} | {:.1} | ×{grown:.1} |\n",
            at(1) / 1e3,
            at(10) / 1e3,
            at(100) / 1e3
        );
        match phase.as_str() {
            "All" => whole = grown,
            _ if grown > worst.0 => worst = (grown, phase),
            _ => {}
        }
    }
    (table, format!("time for 100 times the text: all ×{whole:.1}; most, {} ×{:.1}", worst.1, worst.0))
}

/// The page for measuring beside winkNLP and compromise, by the measure that ../shared brings.
fn page() -> Outcome {
    let Some(shared) = score::shared().filter(|shared| shared.join("eval/speed/run.mjs").exists()) else {
        println!("There is no ../shared/eval/speed here, so the page was not timed beside others.");
        return Ok(());
    };
    measure::build()?;
    let chromium = tools::chromium()?;
    let copy = root().join(COPY);
    if !copy.exists() {
        run(command("cp").arg("-r").arg(shared.join("eval/speed")).arg(&copy))?;
        run(command("chmod").args(["-R", "u+w"]).arg(&copy))?;
    }
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
        let printed = "phases          fastest       │ slowest       │ median        │ mean    │ samples │ iters\n\
            ├─ all                        │               │               │         │         │\n\
            │  ├─ Tagger ×100 1.0 ms        │ 2 ms          │ 1.5 ms        │ 2 ms    │ 30      │ 30\n\
            │  │              1.0 Mitem/s   │ 2 Mitem/s     │ 9.9 Mitem/s   │ 2 Kitem/s │         │\n\
            │  ├─ All ×1      1.0 ms        │ 2 ms          │ 1.5 ms        │ 2 ms    │ 30      │ 30\n\
            │  │              1.0 GB/s      │ 2 GB/s        │ 9.9 GB/s      │ 2 GB/s  │         │\n\
            │  ╰─ All ×100    1.0 ms        │ 2 ms          │ 24 ms         │ 2 ms    │ 30      │ 30\n\
            ╰─ phase                      │               │               │         │         │\n\
               ├─ Quotes ×1   1.0 µs        │ 2 µs          │ 500 ns        │ 2 ms    │ 30      │ 30\n\
               ╰─ Quotes ×100 1.0 µs        │ 2 µs          │ 9 µs          │ 2 ms    │ 30      │ 30\n";
        assert_eq!(rate(printed).as_deref(), Some("9.9 million"));
        let (table, figure) = growth(&medians(printed));
        assert_eq!(figure, "time for 100 times the text: all ×16.0; most, Quotes ×18.0");
        assert!(table.contains("| Quotes | 0.5 | 0.0 | 9.0 | ×18.0 |"), "{table}");
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
