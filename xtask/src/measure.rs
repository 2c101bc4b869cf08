//! The bare page around the engine that timing uses: `target/measure/`.

use std::path::PathBuf;

use crate::shell::{Outcome, cargo, output, root, run};
use crate::tools::{WASM_OPT_FEATURES, Wasm};

pub const FOLDER: &str = "target/measure";

/// Builds it as Trunk builds the worker: same profile, same optimiser.
pub fn build() -> Outcome {
    let wasm = Wasm::ready()?;
    run(cargo().args([
        "build",
        "--locked",
        "--profile",
        "engine",
        "--target",
        "wasm32-unknown-unknown",
        "-p",
        "measure",
    ]))?;
    let built = target_folder()?.join("wasm32-unknown-unknown/engine/measure.wasm");
    let folder = root().join(FOLDER);
    run(wasm
        .wasm_bindgen()
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(&folder)
        .arg(&built))?;
    let module = folder.join("measure_bg.wasm");
    run(wasm.wasm_opt().arg("-O3").args(WASM_OPT_FEATURES).arg(&module).arg("-o").arg(&module))?;
    for page in ["index.html", "tagger.html"] {
        let from = root().join("tests/measure").join(page);
        std::fs::copy(&from, folder.join(page))
            .map_err(|error| format!("{} cannot be copied: {error}", from.display()))?;
    }
    Ok(())
}

/// Where cargo puts what it builds; `CARGO_TARGET_DIR` may have moved it.
pub fn target_folder() -> Outcome<PathBuf> {
    let metadata = output(cargo().args(["metadata", "--format-version", "1", "--no-deps", "--offline"]))?;
    let after = metadata.split_once("\"target_directory\":\"").map(|(_, after)| after);
    match after.and_then(|after| after.split_once('"')) {
        Some((folder, _)) => Ok(PathBuf::from(folder)),
        None => Err("cargo did not say where its target folder is".to_owned()),
    }
}
