//! What an engine for archives costs: Spark beside one process of the command, on the same articles.

use std::path::Path;

use crate::shell::{Outcome, answers, cargo, command, output, read, root, run, say};
use crate::{measure, package_speed, packages, peers, scorecard, test, tools};

/// `ARTICLES` asks for another number.
const ARTICLES: f64 = 20_000.0;
const FOLDER: &str = "target/archive-speed";

/// What the articles go through: what the program that measures calls it, and its name in words.
const WAYS: [(&str, &str); 3] = [
    ("command", "the command"),
    ("spark_pipe", "Spark and the command"),
    ("spark_wheel", "Spark and the wheel"),
];

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
         analyses. Processor time is that of all processes of a run, with Java's and its start. The clock says something \
         only where nothing else ran; Spark's is read once it has started.\n\n\
         | run | processors | articles a second of processor time | over the command's time | articles a second of the \
         clock | over the command's rate |\n\
         | --- | ---: | ---: | ---: | ---: | ---: |\n"
    );
    let mut figures = Vec::new();
    for (way, name) in WAYS {
        for cores in ["1", "2"] {
            let of = |way: &str, clock| {
                let run = format!("{way} {cores}");
                Ok::<_, String>((number(printed, &run, "cpu")?, number(printed, &run, clock)?))
            };
            let (least, alone) = of("command", "wall")?;
            let (cpu, clock) = of(way, if way == "command" { "wall" } else { "job" })?;
            table += &format!(
                "| {name} | {cores} | {:.0} | {:.2} | {:.0} | {:.2} |\n",
                count / cpu,
                cpu / least,
                count / clock,
                alone / clock
            );
            if way != "command" && cores == "2" {
                figures.push(format!("{name} {:.2}", cpu / least));
            }
        }
    }
    Ok((format!("processor time over the command's, two processors: {}", figures.join(", ")), table))
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
        "spark_pipe 1": {"wall": 60, "job": 55, "cpu": 50}, "spark_wheel 1": {"wall": 70.5, "job": 61, "cpu": 60.0},
        "command 2": {"wall": 25, "cpu": 40}, "spark_pipe 2": {"wall": 30, "job": 27, "cpu": 44},
        "spark_wheel 2": {"wall": 40, "job": 32, "cpu": 50}}"#;

    #[test]
    fn overhead_is_beside_the_command_on_as_many_processors() {
        let (figure, table) = told(PRINTED, ARTICLES).unwrap();
        assert!(figure.ends_with("Spark and the command 1.10, Spark and the wheel 1.25"), "{figure}");
        assert!(table.contains("| Spark and the wheel | 1 | 333 | 1.50 | 328 | 0.82 |"), "{table}");
        assert!(table.contains("| the command | 2 | 500 | 1.00 | 800 | 1.00 |"), "{table}");
    }

    #[test]
    fn other_analyses_are_no_figures() {
        assert!(told(&PRINTED.replace("\"same\": true", "\"same\": false"), ARTICLES).is_err());
    }
}
