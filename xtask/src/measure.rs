//! The engine as WebAssembly outside of the page; and the bare page around it that timing uses: `target/measure/`.

use std::path::{Path, PathBuf};

use crate::shell::{Outcome, cargo, output, root, run};
use crate::tools::{WASM_OPT_FEATURES, Wasm};

pub const FOLDER: &str = "target/measure";

/// Builds the bare page, its engine as Trunk builds the worker: same profile, same optimiser.
pub fn build() -> Outcome {
    let built = build_engine("measure", "measure", "engine")?;
    let folder = root().join(FOLDER);
    bind(&built, "measure", &folder)?;
    for page in ["index.html", "tagger.html"] {
        let from = root().join("tests/measure").join(page);
        std::fs::copy(&from, folder.join(page))
            .map_err(|error| format!("{} cannot be copied: {error}", from.display()))?;
    }
    Ok(())
}

/// Builds a package for WebAssembly in a profile, as Trunk builds the worker in `engine`; where the WebAssembly is, which has
/// the name of the crate.
pub fn build_engine(package: &str, name: &str, profile: &str) -> Outcome<PathBuf> {
    // What is missing for the target is said before anything is built.
    Wasm::ready()?;
    let target = ["--profile", profile, "--target", "wasm32-unknown-unknown"];
    run(cargo().args(["build", "--locked"]).args(target).args(["-p", package]))?;
    Ok(target_folder()?.join(format!("wasm32-unknown-unknown/{profile}/{name}.wasm")))
}

/// Writes what JavaScript needs around WebAssembly into `folder`, as `name`.js and `name`_bg.wasm, and optimises it.
pub fn bind(built: &Path, name: &str, folder: &Path) -> Outcome {
    let wasm = Wasm::ready()?;
    let options = ["--target", "web", "--no-typescript", "--out-name", name, "--out-dir"];
    run(wasm.wasm_bindgen().args(options).arg(folder).arg(built))?;
    let module = folder.join(format!("{name}_bg.wasm"));
    run(wasm.wasm_opt().arg("-O3").args(WASM_OPT_FEATURES).arg(&module).arg("-o").arg(&module))
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
