//! The walls between the parts, as docs/architecture.md names them. The compiler keeps most of them, since the
//! parts are crates; these tests keep anyone from building a door by adding a dependency.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What only a page, a worker, or a program with a runtime of its own needs.
const BROWSER: &[&str] = &[
    "web-sys",
    "js-sys",
    "wasm-bindgen",
    "wasm-bindgen-futures",
    "gloo",
    "leptos",
    "reactive_graph",
    "getrandom",
    "rand",
    "tokio",
    "async-std",
    "reqwest",
    "hyper",
    "instant",
    "web-time",
    "chrono",
];

/// Each crate of the workspace with everything that ends up in its build, itself left out.
struct Trees(BTreeMap<String, BTreeSet<String>>);

impl Trees {
    fn read() -> Self {
        let metadata = metadata();
        let mut names = BTreeMap::new();
        let mut needs = BTreeMap::new();
        for package in list(&metadata["packages"]) {
            names.insert(word(&package["id"]), word(&package["name"]));
        }
        for node in list(&metadata["resolve"]["nodes"]) {
            let built_in = list(&node["deps"]).iter().filter(|dependency| {
                // What builds or tests a crate is not in it.
                list(&dependency["dep_kinds"]).iter().any(|kind| kind["kind"].is_null())
            });
            needs.insert(
                word(&node["id"]),
                built_in.map(|dependency| word(&dependency["pkg"])).collect::<Vec<_>>(),
            );
        }
        let members = list(&metadata["workspace_members"]).iter().map(word);
        Trees(members.map(|id| (names[&id].clone(), tree(&id, &needs, &names))).collect())
    }

    fn of(&self, name: &str) -> &BTreeSet<String> {
        self.0.get(name).unwrap_or_else(|| panic!("the workspace has no crate {name}"))
    }

    /// Fails with the names of those that `name` is built with and should not be.
    #[track_caller]
    fn keep_out(&self, name: &str, unwanted: &[&str]) {
        let found: Vec<_> = unwanted.iter().filter(|other| self.of(name).contains(**other)).collect();
        assert!(found.is_empty(), "{name} is built with {found:?}");
    }
}

fn metadata() -> Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--filter-platform",
            "wasm32-unknown-unknown",
        ])
        .current_dir(root())
        .output()
        .expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON")
}

fn tree(
    id: &str,
    needs: &BTreeMap<String, Vec<String>>,
    names: &BTreeMap<String, String>,
) -> BTreeSet<String> {
    let mut seen = BTreeSet::new();
    let mut next = needs[id].clone();
    while let Some(id) = next.pop() {
        if seen.insert(id.clone()) {
            next.extend(needs[&id].iter().cloned());
        }
    }
    seen.iter().map(|id| names[id].clone()).collect()
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn word(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every file with this ending below the folder.
fn sources(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be listed").path();
        if path.is_dir() && !path.ends_with("target") && !path.ends_with("node_modules") {
            files.extend(sources(&path, ending));
        } else if path.extension().is_some_and(|extension| extension == ending) {
            files.push(path);
        }
    }
    files
}

#[test]
fn what_reads_articles_knows_no_browser_and_no_runtime() {
    let trees = Trees::read();
    for name in [
        "text",
        "analysis",
        "corrections",
        "ingest",
        "engine",
        "export",
        "facade",
        "protocol",
        "presentation",
        "session",
    ] {
        trees.keep_out(name, BROWSER);
    }
}

#[test]
fn text_is_built_from_the_standard_library_alone() {
    let metadata = metadata();
    let text = list(&metadata["packages"]).iter().find(|package| package["name"] == "text");
    let text = text.expect("the workspace has a crate text");
    // Others may ask it to be ready for `serde`; by itself it needs nothing.
    let needed = list(&text["dependencies"])
        .iter()
        .filter(|dependency| dependency["kind"].is_null() && dependency["optional"] == false);
    assert_eq!(needed.count(), 0);
    assert!(list(&text["features"]["default"]).is_empty());
}

#[test]
fn the_page_knows_no_linguistics() {
    Trees::read().keep_out("article-explorer", &["engine", "ingest", "worker", "explore", "train"]);
}

#[test]
fn the_engine_does_not_know_who_calls_it() {
    let trees = Trees::read();
    trees.keep_out("engine", &["ingest", "export", "protocol", "worker", "serde_json"]);
    trees.keep_out("ingest", &["engine", "analysis", "export", "protocol"]);
    trees.keep_out("readers", &["engine", "export", "worker"]);
    trees.keep_out("export", &["engine", "ingest", "protocol"]);
    trees.keep_out("protocol", &["engine", "ingest", "export"]);
    trees.keep_out("corrections", &["engine", "ingest", "export", "protocol", "presentation"]);
    trees.keep_out("presentation", &["engine", "ingest", "export", "protocol", "session"]);
    trees.keep_out("session", &["engine", "ingest"]);
}

/// The worker that a first visit waits for reads pastes alone; the readers of files are a module of their own.
#[test]
fn the_worker_is_built_without_the_readers_of_files() {
    let metadata = metadata();
    let package = |name: &str| list(&metadata["packages"]).iter().find(|package| package["name"] == name);
    let features = |name: &str| -> (bool, Vec<String>) {
        let package = package(name).expect("the workspace has this crate");
        let ingest = list(&package["dependencies"])
            .iter()
            .find(|dependency| dependency["name"] == "ingest" && dependency["kind"].is_null())
            .expect("it reads");
        let features = list(&ingest["features"]).iter().map(word).collect();
        (ingest["uses_default_features"] == true, features)
    };
    assert_eq!(features("worker"), (false, Vec::new()));
    assert_eq!(features("readers").1, ["files"]);
}

#[test]
fn an_articles_words_reach_the_page_as_text_only() {
    for file in sources(&root().join("src"), "rs") {
        let source = std::fs::read_to_string(&file).expect("a source is text");
        for way_in in ["inner_html", "innerHTML", "outer_html", "insert_adjacent_html", "document.write"] {
            assert!(!source.contains(way_in), "{} uses {way_in}", file.display());
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    let silent: Vec<_> = ["crates", "xtask", "src"]
        .iter()
        .flat_map(|folder| sources(&root().join(folder), "rs"))
        .filter(|file| {
            let source = std::fs::read_to_string(file).expect("a source is text");
            // Tests in a file of their own belong to the module that they stand beside.
            !source.starts_with("//!") && !file.ends_with("tests.rs")
        })
        .collect();
    assert!(silent.is_empty(), "these do not open with what they are for: {silent:#?}");
}

/// The policy refuses styles that stand in an attribute; those that are set one by one (`style:left`) it lets through.
#[test]
fn no_view_writes_a_style_attribute() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src");
    let mut folders = vec![src];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            seen += usize::from(path.extension().is_some_and(|ending| ending == "rs"));
            let found = text.lines().find(|line| {
                line.split_once("style=").is_some_and(|(before, _)| {
                    before.is_empty() || before.ends_with(char::is_whitespace) && !before.contains("let ")
                })
            });
            assert_eq!(found, None, "{}", path.display());
        }
    }
    assert!(seen > 50, "the views are looked at: {seen}");
}
