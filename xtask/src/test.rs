//! Every test: the crates natively, what the command exports in the programs of others, the packages, then the real page in
//! Chromium.

use std::path::PathBuf;

use crate::shell::{Outcome, answers, cargo, command, run, say};
use crate::{dist, extension, measure, packages, tools};

/// What is tested without a browser, or with one of its own.
const NOT_BROWSER: &[&str] = &["native", "readers", "work", "npm", "wheel", "doors", "extension"];

/// How the native command is built.
pub const COMMAND: [&str; 5] = ["build", "--release", "--locked", "--bin", "explore"];

/// `only` names the test files of tests/browser to run, such as `offline`, or some of [`NOT_BROWSER`].
pub fn test(only: &[&str]) -> Outcome {
    if only.is_empty() || only.contains(&"native") {
        run(cargo().args(["test", "--workspace", "--locked"]))?;
    }
    if only == ["native"] {
        return Ok(());
    }
    run(cargo().args(COMMAND))?;
    if only.is_empty() || only.contains(&"readers") {
        readers()?;
    }
    if only.is_empty() || only.contains(&"work") {
        work()?;
    }
    let of_packages = |name| only.is_empty() || only.contains(&name);
    if of_packages("npm") {
        packages::test_npm()?;
    }
    if of_packages("wheel") {
        packages::test_wheel()?;
    }
    if of_packages("doors") {
        packages::test_doors()?;
    }
    if of_packages("extension") {
        extension::test()?;
    }
    let browser: Vec<_> = only.iter().filter(|name| !NOT_BROWSER.contains(name)).collect();
    if !only.is_empty() && browser.is_empty() {
        return Ok(());
    }
    dist::dist_if_changed()?;
    tools::for_browser()?;

    let files: Vec<String> = match browser.as_slice() {
        [] => vec!["tests/browser/*.test.mjs".to_owned()],
        names => names.iter().map(|name| format!("tests/browser/{name}.test.mjs")).collect(),
    };
    // One file after another: each drives a browser of its own.
    let mut node = command("sh");
    node.args([
        "-c",
        &format!("exec node --test --test-concurrency=1 --test-reporter=spec {}", files.join(" ")),
    ]);
    node.env("CHROMIUM", tools::chromium()?);
    if let Some(spacy) = spacy()? {
        node.env("SPACY", spacy);
    }
    run(&mut node)
}

/// What `explore export` writes, read by Python's own readers, and by spaCy where `cargo xtask score peers` put it.
fn readers() -> Outcome {
    if !answers("python3") {
        say("no python3 here: the exports are not read back");
        return Ok(());
    }
    let mut reader = command("python3");
    reader.arg("tests/readers/read.py").arg("--bin").arg(measure::target_folder()?.join("release/explore"));
    if let Some(spacy) = spacy()? {
        reader.arg("--spacy").arg(spacy);
    }
    let wanted = crate::shell::read(&crate::shell::root().join("tests/readers/requirements.txt"))?;
    match crate::peers::python_with("readers", &wanted) {
        Ok(python) => drop(reader.arg("--bibliography").arg(python)),
        Err(why) => say(&format!("the entries for reference managers are not read back: {why}")),
    }
    run(&mut reader)
}

/// The work that the command has with twice the text, counted and not timed: a rule that takes the square of a text's length
/// fails here on every machine.
fn work() -> Outcome {
    if !answers("python3") {
        say("no python3 here: the work is not counted");
        return Ok(());
    }
    let profdata = tools::llvm_profdata()?;
    let target = measure::target_folder()?.join("work");
    run(cargo().args(COMMAND).arg("--target-dir").arg(&target).env("RUSTFLAGS", "-C instrument-coverage"))?;
    let mut counted = command("python3");
    counted.arg("xtask/growth.py").arg("work").arg(target.join("release/explore")).arg(profdata);
    run(&mut counted)
}

/// The Python that has spaCy, where `cargo xtask score peers` put it.
pub fn spacy() -> Outcome<Option<PathBuf>> {
    let python = tools::cache()?.join("spacy/bin/python3");
    Ok(python.is_file().then_some(python))
}
