//! The speed of the packages beside others: the npm package in Node beside winkNLP and compromise, the wheel beside
//! spaCy's small pipeline, all on the articles that the page is timed with.

use std::path::Path;

use crate::shell::{Outcome, command, output, root, say, write};
use crate::test::spacy;
use crate::{packages, scorecard, tools};

/// How a contender of `node_speed.mjs` is called, and what it is.
const IN_NODE: [(&str, &str); 4] = [
    ("explorer", "npm package, Node"),
    ("wink", "winkNLP 2.4.0, Node"),
    ("compromise", "compromise 14.17.0, all that it finds, Node"),
    ("compromise-parse", "compromise 14.17.0, its parse alone, Node"),
];

/// The same for `wheel_speed.py`.
const IN_PYTHON: [(&str, &str); 2] = [("wheel", "wheel, Python"), ("spacy", "spaCy 3.8.7 sm, Python")];

/// Our package as a contender.
const CONTENDER: &str = "import { load } from '../../npm/package/node.js'\n\nconst engine = await load()\n\
                         export default () => text => engine.analyze(text)\n";

/// Writes the articles down for Python, and prints how many words they have.
const CORPUS: &str = "import { corpus, describe } from './corpus.mjs'; import { writeFileSync } from 'node:fs'; \
                      const all = corpus(process.argv[1]); writeFileSync('corpus.json', JSON.stringify(all)); \
                      console.log(JSON.stringify({ words: [describe(all).words] }))";

/// `copy` is a copy of ../shared/eval/speed in target/.
pub fn bench(shared: &Path, copy: &Path) -> Outcome {
    let Some(spacy) = spacy()? else {
        return Err("spaCy is not there; `cargo xtask score peers names` puts it there".to_owned());
    };
    packages::npm()?;
    let wheel = packages::site_packages(&packages::installed_wheel()?)?;
    tools::packages(copy)?;
    write(&copy.join("contenders/explorer.mjs"), CONTENDER)?;
    let words = write_corpus(shared, copy)?;

    let mut spent = Vec::new();
    for (call, name) in IN_NODE {
        say(&format!("node node_speed.mjs {call}"));
        let mut node = command("node");
        node.args(["node_speed.mjs", call]).arg(shared).current_dir(copy);
        spent.push((name, median(&output(&mut node)?, "cpu")?));
    }
    say("python3 xtask/peers/wheel_speed.py");
    let mut python = command(&spacy);
    python.arg(root().join("xtask/peers/wheel_speed.py")).arg(copy.join("corpus.json"));
    let printed = output(python.env("PYTHONPATH", wheel))?;
    let sentences = median(&printed, "sentences")?;
    for (call, name) in IN_PYTHON {
        spent.push((name, median(&printed, call)?));
    }
    let table = table(&spent, words, sentences) + &load();
    println!("{table}");
    scorecard::put("packages", &figure(&spent, words), &table)
}

/// How busy the machine was: processor time grows too where others share its caches.
fn load() -> String {
    match std::fs::read_to_string("/proc/loadavg") {
        Ok(load) => {
            let averages: Vec<&str> = load.split(' ').take(3).collect();
            format!(
                "\nLoad average at the end: {}; 1 is what the measuring itself makes.\n",
                averages.join(" ")
            )
        }
        Err(_) => String::new(),
    }
}

/// Writes the articles into `copy` as corpus.json, and says how many words they have.
pub fn write_corpus(shared: &Path, copy: &Path) -> Outcome<f64> {
    let mut node = command("node");
    node.args(["--input-type=module", "-e", CORPUS, "--"]).arg(shared).current_dir(copy);
    median(&output(&mut node)?, "words")
}

fn table(spent: &[(&str, f64)], words: f64, sentences: f64) -> String {
    let mut out = format!(
        "200 articles, {words} words in {sentences} sentences (as the engine splits them), one after another on one thread. \
         Time is processor time of the process, with garbage collection and compilation; the median of up to three \
         passes.\n\n| contender | ms | words a second | sentences a second |\n| --- | ---: | ---: | ---: |\n"
    );
    for (name, spent) in spent {
        let rate = |count: f64| (count / spent * 1e3).round();
        out += &format!("| {name} | {spent:.0} | {} | {} |\n", rate(words), rate(sentences));
    }
    out += "\nWhat they find differs: winkNLP and compromise find no speakers and join no names, spaCy no quotes; spaCy's \
            small pipeline has vectors of its own for every word, ours none.\n";
    out
}

fn figure(spent: &[(&str, f64)], words: f64) -> String {
    let rates: Vec<String> =
        spent.iter().map(|(name, spent)| format!("{name} {:.0}", words / spent * 1e3)).collect();
    format!("words a second on one core: {}", rates.join("; "))
}

/// The median of the list of numbers that printed JSON has under `name`.
fn median(printed: &str, name: &str) -> Outcome<f64> {
    let list = printed.split_once(&format!("\"{name}\":")).and_then(|(_, rest)| {
        let (list, _) = rest.trim_start().strip_prefix('[')?.split_once(']')?;
        Some(list)
    });
    let mut passes: Vec<f64> =
        list.unwrap_or_default().split(',').filter_map(|number| number.trim().parse().ok()).collect();
    passes.sort_by(f64::total_cmp);
    passes.get(passes.len() / 2).copied().ok_or_else(|| format!("no {name} was printed"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rates_are_counts_over_processor_seconds() {
        let printed = r#"{"load":[7], "cpu": [2000.0, 500, 1000.0], "seed": []}"#;
        let passes = median(printed, "cpu").unwrap();
        let spent = [("wheel", passes), ("other", 4000.0)];
        assert_eq!(figure(&spent, 3000.0), "words a second on one core: wheel 3000; other 750");
        assert!(table(&spent, 3000.0, 100.0).contains("| other | 4000 | 750 | 25 |"));
        assert!(median(printed, "seed").is_err());
    }
}
