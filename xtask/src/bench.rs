//! Time: each phase of the engine natively, and the engine in Chromium beside other libraries.

use crate::shell::{Outcome, cargo, command, output, root, run, say};
use crate::{measure, score, scorecard, tools};

const COPY: &str = "target/speed";
const PORT: &str = "8741";

pub fn bench() -> Outcome {
    phases()?;
    page()
}

/// The engine's own benchmarks, at 1, 4 and 16 times the text.
fn phases() -> Outcome {
    let mut bench = cargo();
    bench.args(["bench", "--quiet", "--locked", "-p", "engine", "--bench", "phases"]);
    say("cargo bench -p engine --bench phases");
    let printed = output(&mut bench)?;
    print!("{printed}");
    let figure = printed.lines().rfind(|line| line.starts_with("growth")).unwrap_or("see the table");
    scorecard::put("phases", figure, &format!("```text\n{}\n```", printed.trim()))
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
        .args(["--page", &format!("explorer=http://127.0.0.1:{PORT}/")]);
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
    let row = printed
        .split("\nRatios")
        .nth(1)
        .and_then(|table| table.lines().find(|line| line.starts_with("| explorer")));
    let cells: Vec<&str> = row.unwrap_or_default().split('|').map(str::trim).collect();
    match cells.as_slice() {
        [_, _, _, _, articles, _, seed, long, ..] => {
            format!("times over winkNLP's: 200 articles {articles}, one article {seed}, long document {long}")
        }
        _ => "see the tables".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_figure_is_the_pages_row_of_the_ratios() {
        let printed = "| explorer | 9 |\n\nRatios, each …\n\n| contender | ready | first result | 200 articles | CPU | seed | long document | CPU |\n\
            | explorer | 1.1 | 1.2 | 1.3 (1–2) | 1.4 | 1.5 | 1.6 | 1.7 |\n";
        assert_eq!(
            ratios(printed),
            "times over winkNLP's: 200 articles 1.3 (1–2), one article 1.5, long document 1.6"
        );
    }
}
