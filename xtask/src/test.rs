//! Every test: the crates natively, then the real page in Chromium.

use crate::shell::{Outcome, cargo, command, run};
use crate::{dist, measure, tools};

/// `only` names the test files of tests/browser to run, such as `offline`, or `native` for none of them.
pub fn test(only: &[&str]) -> Outcome {
    if only.is_empty() || only.contains(&"native") {
        run(cargo().args(["test", "--workspace", "--locked"]))?;
    }
    if only == ["native"] {
        return Ok(());
    }
    dist::dist_if_changed()?;
    measure::build()?;
    run(cargo().args(["build", "--release", "--locked", "--bin", "explore"]))?;
    tools::for_browser()?;

    let files: Vec<String> =
        match only.iter().filter(|name| **name != "native").collect::<Vec<_>>().as_slice() {
            [] => vec!["tests/browser/*.test.mjs".to_owned()],
            names => names.iter().map(|name| format!("tests/browser/{name}.test.mjs")).collect(),
        };
    // One file after another: each drives a browser of its own.
    let mut node = command("sh");
    node.args([
        "-c",
        &format!("exec node --test --test-concurrency=1 --test-reporter=spec {}", files.join(" ")),
    ]);
    run(node.env("CHROMIUM", tools::chromium()?))
}
