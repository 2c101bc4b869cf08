//! The engine on marked articles, which are no part of this repository: a folder `shared` beside it holds them
//! and the scorer. Without it there is nothing to do.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::shell::{Outcome, answers, cargo, command, output, root, run};
use crate::test::COMMAND;
use crate::{scorecard, syntax};

const TASKS: &[&str] = &[
    "articles",
    "ner",
    "coref",
    "quotes",
    "dates",
    "sentences",
    "syntax",
    "summary",
    "leaning",
    "extract",
    "calibration",
    "causes",
    "salience",
    "lint",
    "speakers",
];

/// Scores the tasks named, or all.
pub fn score(tasks: &[&str]) -> Outcome {
    let Some(shared) = shared() else {
        println!("There are no marked articles in ../shared here, so nothing was scored.");
        return Ok(());
    };
    if tasks != ["syntax"] && !answers("python3") {
        return Err("the scorer needs python3".to_owned());
    }
    let explore = explore()?;
    for task in if tasks.is_empty() { TASKS } else { tasks } {
        let printed = match *task {
            "syntax" => syntax::measure(&shared, &explore.display().to_string()).map(|all| all.report()),
            task => output(&mut scorer(task, &shared, &explore)),
        };
        match printed {
            Ok(printed) => {
                print!("\n{task}\n{printed}");
                put(task, &printed)?;
            }
            // One task whose data is missing does not keep the others from being scored.
            Err(message) => eprintln!("{task} was not scored: {message}"),
        }
    }
    Ok(())
}

/// The script that scores the task.
fn scorer(task: &str, shared: &Path, explore: &Path) -> Command {
    let mut scorer = command("python3");
    match task {
        "calibration" | "causes" => {
            scorer.arg(root().join("xtask/quotes.py")).arg(task);
            scorer.args([shared.join("eval"), shared.join("data/dev")]).arg(explore);
        }
        "lint" => {
            scorer.arg(root().join("xtask/names.py")).arg(task);
            scorer.args([shared.join("eval"), shared.join("data/dev")]).arg(explore);
        }
        "speakers" => {
            scorer.arg(root().join("xtask/coref_quotes.py")).arg("score");
            scorer.args([shared.join("eval"), shared.join("data/dev")]).arg(explore);
        }
        "leaning" => {
            scorer.arg(root().join("xtask/summaries.py"));
            scorer.args([shared.join("eval"), shared.join("data/dev")]).arg(explore);
        }
        _ => {
            scorer.arg(shared.join("eval/score.py")).args([task, "--bin"]).arg(explore);
        }
    }
    scorer
}

/// The native command, built.
pub fn explore() -> Outcome<PathBuf> {
    run(cargo().args(COMMAND))?;
    Ok(crate::measure::target_folder()?.join("release/explore"))
}

/// The folder beside the project that holds the marked articles, if it is there.
pub fn shared() -> Option<PathBuf> {
    let shared = root().parent()?.join("shared");
    shared.join("eval/score.py").exists().then_some(shared)
}

/// The scorer's table, its last line as the figure. How long it took is left out: that is for `bench`.
fn put(task: &str, printed: &str) -> Outcome {
    let lines: Vec<&str> = printed.lines().filter(|line| !line.starts_with("note:")).collect();
    let Some((figure, table)) = lines.split_last() else {
        return Err(format!("the scorer printed nothing for {task}"));
    };
    scorecard::put(task, figure, &format!("{figure}\n\n```text\n{}\n```", table.join("\n")))
}
