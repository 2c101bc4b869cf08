//! What an engine for archives costs: Spark with the wheel beside one process of the command, on the same articles.

use std::path::Path;

use crate::shell::{Outcome, answers, cargo, command, output, read, root, run, say};
use crate::{measure, package_speed, packages, peers, scorecard, test, tools};

/// `ARTICLES` asks for another number.
const ARTICLES: f64 = 20_000.0;
const FOLDER: &str = "target/archive-speed";

/// A run: what it is called, and how many processors it has.
const RUNS: [(&str, f64); 4] = [("command 1", 1.0), ("command 2", 2.0), ("spark 1", 1.0), ("spark 2", 2.0)];

/// `copy` is a copy of ../shared/eval/speed in target/.
pub fn bench(shared: &Path, copy: &Path) -> Outcome {
    if !answers("java") || !answers("taskset") {
        println!("Spark needs a Java and the measuring needs taskset: it was not measured.");
        return Ok(());
    }
    let python = peers::python_with("spark", &read(&root().join("xtask/peers/requirements-spark.txt"))?)?;
    run(cargo().args(test::COMMAND))?;
    let wheel = packages::site_packages(&packages::installed_wheel()?)?;
    tools::packages(copy)?;
    package_speed::write_corpus(shared, copy)?;
    let count = std::env::var("ARTICLES").ok().and_then(|count| count.parse().ok()).unwrap_or(ARTICLES);
    say("python3 xtask/peers/spark_speed.py");
    let mut measured = command(&python);
    measured.arg(root().join("xtask/peers/spark_speed.py"));
    measured.arg(measure::target_folder()?.join("release/explore")).arg(copy.join("corpus.json"));
    measured.arg(count.to_string()).arg(root().join(FOLDER)).env("PYTHONPATH", wheel);
    let printed = output(&mut measured)?;
    println!("{printed}");
    let (figure, table) = told(&printed, count)?;
    scorecard::put("archives", &figure, &table)
}

fn told(printed: &str, count: f64) -> Outcome<(String, String)> {
    if !printed.contains("\"same\": true") {
        return Err("Spark did not write what the command writes".to_owned());
    }
    let mut table = format!(
        "{count} articles (the 200 of [packages](#packages), again and again) as JSON Lines; every run writes the same \
         analyses. Processor time is that of all processes of a run, with Java's and its start. The time that went by, in \
         brackets, says something only where nothing else ran.\n\n\
         | run | articles a second of processor time | over the command's time | articles a second of the clock |\n\
         | --- | ---: | ---: | ---: |\n"
    );
    let mut spark = 0.0;
    for (call, cores) in RUNS {
        let (cpu, wall) = (number(printed, call, "cpu")?, number(printed, call, "wall")?);
        let (name, on) = call.split_once(' ').unwrap_or((call, ""));
        let over = cpu / number(printed, &format!("command {on}"), "cpu")?;
        if call == "spark 2" {
            spark = over;
        }
        table += &format!(
            "| {name}, {cores} {} | {:.0} | {over:.2} | ({:.0}) |\n",
            if cores > 1.0 { "processors" } else { "processor" },
            count / cpu,
            count / wall
        );
    }
    Ok((format!("Spark on two processors takes {spark:.2} times the command's processor time"), table))
}

/// A number of a run in the printed JSON.
fn number(printed: &str, run: &str, name: &str) -> Outcome<f64> {
    let found = printed.split_once(&format!("\"{run}\": {{")).and_then(|(_, rest)| {
        let (_, rest) = rest.split_once('}')?.0.split_once(&format!("\"{name}\": "))?;
        rest.split([',', '}']).next()?.trim().parse().ok()
    });
    found.ok_or_else(|| format!("no {name} of {run} was printed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{"articles": 20000, "same": true, "command 1": {"wall": 50.0, "cpu": 40.0},
        "spark 1": {"wall": 70.5, "job": 61, "cpu": 60.0}, "command 2": {"wall": 25, "cpu": 40},
        "spark 2": {"wall": 40, "job": 32, "cpu": 50}}"#;

    #[test]
    fn overhead_is_processor_time_over_that_of_the_command() {
        let (figure, table) = told(PRINTED, ARTICLES).unwrap();
        assert_eq!(figure, "Spark on two processors takes 1.25 times the command's processor time");
        assert!(table.contains("| spark, 1 processor | 333 | 1.50 | (284) |"), "{table}");
    }

    #[test]
    fn other_analyses_are_no_figures() {
        assert!(told(&PRINTED.replace("\"same\": true", "\"same\": false"), ARTICLES).is_err());
    }
}
