//! What must hold before a change is kept: the format, clippy, the documentation's links, the size of the site.

use crate::shell::{Outcome, cargo, run};
use crate::{dist, sizes, tools};

pub fn check() -> Outcome {
    tools::for_checks()?;
    run(cargo().args(["fmt", "--all", "--check"]))?;
    run(cargo().args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))?;
    // For those who work on it: private items too, and links to them. The page is empty natively and so left out.
    run(cargo()
        .args([
            "doc",
            "--workspace",
            "--exclude",
            "article-explorer",
            "--no-deps",
            "--document-private-items",
        ])
        .arg("--locked")
        .env("RUSTDOCFLAGS", "-D warnings -A rustdoc::private_intra_doc_links"))?;
    // The page is empty natively: it is checked as what it is.
    tools::Wasm::ready()?;
    run(cargo().args([
        "clippy",
        "--locked",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        "article-explorer",
        "-p",
        "worker",
        "-p",
        "readers",
        "-p",
        "measure",
        "-p",
        "article-explorer-js",
        "--",
        "-D",
        "warnings",
    ]))?;
    dist::dist_if_changed()?;
    sizes::within_budget()
}
