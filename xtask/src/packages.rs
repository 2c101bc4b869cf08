//! The engine for others: the npm package and the Python wheel, built, packed and tried as a stranger installs them.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::measure::target_folder;
use crate::shell::{Outcome, cargo, command, files_below, output, read, root, run, write};
use crate::tools::{self, WASM_OPT_FEATURES, Wasm};

/// What is packed, as it will lie in `node_modules`.
pub const NPM_FOLDER: &str = "target/npm/package";
/// The most that the npm package may take, all its files as brotli.
const NPM_BUDGET: u64 = 2_000_000;
/// Whose WebAssembly lies in it.
const NPM_STAMP: &str = "target/npm/engine.stamp";

/// Packs `packages/js` into `target/npm`, and says where.
pub fn npm() -> Outcome<PathBuf> {
    let folder = root().join(NPM_FOLDER);
    engine_for_npm(&folder)?;
    let sources = root().join("packages/js");
    for name in files_below(&sources)? {
        let shown =
            !name.contains('/') && [".js", ".d.ts", ".json", ".md"].iter().any(|end| name.ends_with(end));
        if shown {
            copy(&sources.join(&name), &folder.join(&name))?;
        }
    }
    for name in ["LICENSE-MIT", "LICENSE-APACHE", "ATTRIBUTION.md"] {
        copy(&root().join(name), &folder.join(name))?;
    }
    copy(&root().join("docs/analysis.schema.json"), &folder.join("analysis.schema.json"))?;
    let mut pack = command("npm");
    let packed = output(pack.args(["pack", "--silent", "--pack-destination", ".."]).current_dir(&folder))?;
    let tarball = root().join("target/npm").join(packed.trim());
    let size = brotli(&folder)?;
    println!("{} is {size} bytes in brotli; {NPM_BUDGET} are allowed.", tarball.display());
    if size > NPM_BUDGET {
        return Err("the npm package is over its budget".to_owned());
    }
    Ok(tarball)
}

/// The WebAssembly and what wasm-bindgen writes around it; what is not built anew is not optimised anew.
fn engine_for_npm(folder: &Path) -> Outcome {
    let wasm = Wasm::ready()?;
    run(cargo().args([
        "build",
        "--locked",
        "--profile",
        "engine",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        "article-explorer-js",
    ]))?;
    let built = target_folder()?.join("wasm32-unknown-unknown/engine/article_explorer_js.wasm");
    let stamp = stamp(&built)?;
    if folder.join("engine_bg.wasm").exists() && read(&root().join(NPM_STAMP)).is_ok_and(|last| last == stamp)
    {
        return Ok(());
    }
    run(wasm
        .wasm_bindgen()
        .args(["--target", "web", "--no-typescript", "--out-name", "engine", "--out-dir"])
        .arg(folder)
        .arg(&built))?;
    let module = folder.join("engine_bg.wasm");
    run(wasm.wasm_opt().arg("-O3").args(WASM_OPT_FEATURES).arg(&module).arg("-o").arg(&module))?;
    write(&root().join(NPM_STAMP), &stamp)
}

/// Installs the tarball into an empty Node project and an empty Vite project and runs the README's examples in them.
pub fn test_npm() -> Outcome {
    let tarball = npm()?;
    tools::for_browser()?;
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", "packages/js/test/package.test.mjs"]);
    node.env("NPM_PACKAGE", tarball).env("CHROMIUM", tools::chromium()?);
    run(&mut node)
}

/// Which build this is: when it was written, and how long it is.
fn stamp(built: &Path) -> Outcome<String> {
    let told = |error| format!("{} cannot be looked at: {error}", built.display());
    let metadata = built.metadata().map_err(told)?;
    let since = metadata.modified().map_err(told)?.duration_since(UNIX_EPOCH).unwrap_or_default();
    Ok(format!("{} {}", since.as_nanos(), metadata.len()))
}

fn copy(from: &Path, to: &Path) -> Outcome {
    std::fs::copy(from, to).map_err(|error| format!("{} cannot be copied: {error}", from.display()))?;
    Ok(())
}

/// All files of a folder as brotli.
fn brotli(folder: &Path) -> Outcome<u64> {
    let files = files_below(folder)?;
    let printed =
        output(command("node").arg(root().join("xtask/brotli.mjs")).args(&files).current_dir(folder))?;
    Ok(printed.lines().filter_map(|line| line.split_once(' ')?.1.parse::<u64>().ok()).sum())
}
