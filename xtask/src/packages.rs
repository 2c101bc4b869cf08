//! The engine for others: the npm package and the Python wheel, built, packed and tried as a stranger installs them.

use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use crate::measure::{bind, build_engine, target_folder};
use crate::peers::python_with;
use crate::shell::{Outcome, answers, cargo, command, files_below, output, read, root, run, say, write};
use crate::test::{COMMAND, spacy};
use crate::tools;

/// What is packed, as it will lie in `node_modules`.
pub const NPM_FOLDER: &str = "target/npm/package";
/// The most that the npm package may take, all its files as brotli.
const NPM_BUDGET: u64 = 2_000_000;
const WHEEL_FOLDER: &str = "target/wheels";
/// The most that the wheel may take, as it is.
const WHEEL_BUDGET: u64 = 8_000_000;
const MATURIN: &str = "maturin==1.16.0\n";
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
    let built = build_engine("article-explorer-js", "article_explorer_js", "npm")?;
    let stamp = stamp(&built)?;
    if folder.join("engine_bg.wasm").exists() && read(&root().join(NPM_STAMP)).is_ok_and(|last| last == stamp)
    {
        return Ok(());
    }
    bind(&built, "engine", folder)?;
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

/// Builds the wheel into `target/wheels`, and says where it is.
pub fn wheel() -> Outcome<PathBuf> {
    let folder = root().join(WHEEL_FOLDER);
    // One wheel, of one version.
    let _ = std::fs::remove_dir_all(&folder);
    let python = python_with("maturin", MATURIN)?;
    let mut maturin = command(python.with_file_name("maturin"));
    maturin.args(["build", "--release", "--locked", "--manifest-path", "packages/python/Cargo.toml"]);
    run(maturin.arg("--interpreter").arg(&python).arg("--out").arg(&folder))?;
    let wheels = files_below(&folder)?;
    let Some(wheel) = wheels.first().map(|name| folder.join(name)) else {
        return Err("maturin built no wheel".to_owned());
    };
    let size = wheel.metadata().map_err(|error| format!("the wheel is not there: {error}"))?.len();
    println!("{} is {size} bytes; {WHEEL_BUDGET} are allowed.", wheel.display());
    if size > WHEEL_BUDGET {
        return Err("the wheel is over its budget".to_owned());
    }
    Ok(wheel)
}

/// Installs the wheel into an empty environment, without an index to take anything else from, and tests it there. What the
/// tests need lies in an environment of its own, and so does spaCy, where `cargo xtask score peers` put it.
pub fn test_wheel() -> Outcome {
    if !has_python() {
        say("no Python 3.11 or later with venv here: the wheel is not built");
        return Ok(());
    }
    let python = installed_wheel()?;
    let requirements = read(&root().join("packages/python/tests/requirements.txt"))?;
    let mut others = vec![python_with("wheel-tests", &requirements)?];
    others.extend(spacy()?);
    let folders = others.iter().map(|python| site_packages(python)).collect::<Outcome<Vec<_>>>()?;
    let path = std::env::join_paths(folders).map_err(|error| error.to_string())?;
    let mut pytest = command(&python);
    pytest.args(["-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "packages/python/tests"]);
    run(pytest.env("PYTHONPATH", path).env("PYTHONDONTWRITEBYTECODE", "1"))
}

/// The Python of an environment that has the wheel alone.
pub fn installed_wheel() -> Outcome<PathBuf> {
    let wheel = wheel()?;
    let home = root().join("target/wheel-environment");
    let _ = std::fs::remove_dir_all(&home);
    run(command("python3").args(["-m", "venv"]).arg(&home))?;
    let python = home.join("bin/python3");
    let mut pip = command(&python);
    pip.args(["-m", "pip", "install", "--quiet", "--no-index", "--disable-pip-version-check"]);
    run(pip.arg(&wheel))?;
    Ok(python)
}

/// The same articles through command, npm package and wheel.
pub fn test_doors() -> Outcome {
    run(cargo().args(COMMAND))?;
    npm()?;
    tools::for_browser()?;
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", "tests/doors/doors.test.mjs"]);
    node.env("EXPLORE", target_folder()?.join("release/explore")).env("CHROMIUM", tools::chromium()?);
    if has_python() {
        node.env("PYTHON", installed_wheel()?);
    }
    run(&mut node)
}

/// Whether there is a Python that the wheel is for, and that makes environments.
fn has_python() -> bool {
    let asked = "import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))";
    answers("python3") && output(command("python3").args(["-c", asked])).is_ok()
}

/// Where that Python has its packages.
pub fn site_packages(python: &Path) -> Outcome<PathBuf> {
    let asked = "import sysconfig; print(sysconfig.get_path('purelib'))";
    Ok(PathBuf::from(output(command(python).args(["-c", asked]))?.trim()))
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
