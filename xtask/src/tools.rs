//! The tools that the chores need, in the versions that are known to work together.
//!
//! Each function asks what is there and installs only what is missing, into a cache that outlives `target/`
//! and serves every checkout. Nothing here changes the project's own files.

use std::path::PathBuf;
use std::process::Command;

use crate::shell::{Outcome, answers, command, output, read, root, run, say, write};

const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// The one that `Cargo.lock` has: page and tool must speak the same tongue.
const WASM_BINDGEN: &str = "0.2.129";
/// 0.22 wants a later compiler.
const TRUNK: &str = "0.21.14";
/// From npm: Debian's is too old for what the compiler writes.
const BINARYEN: &str = "132.0.0";

/// What the compiler uses and no more: `--all-features` would write what browsers refuse.
/// index.html gives Trunk the same list.
pub const WASM_OPT_FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-call-indirect-overlong",
    "--enable-simd",
];

/// All of them, for `cargo xtask setup`.
pub fn everything() -> Outcome {
    for_checks()?;
    Wasm::ready()?;
    for_browser()
}

/// What turns Rust into a site.
pub struct Wasm {
    trunk: PathBuf,
    wasm_bindgen: PathBuf,
    wasm_opt: PathBuf,
}

impl Wasm {
    pub fn ready() -> Outcome<Self> {
        target()?;
        Ok(Wasm {
            trunk: cargo_tool("trunk", TRUNK, "trunk")?,
            wasm_bindgen: cargo_tool("wasm-bindgen-cli", WASM_BINDGEN, "wasm-bindgen")?,
            wasm_opt: binaryen()?,
        })
    }

    /// Trunk, with the tools it calls first on its path.
    pub fn trunk(&self) -> Command {
        let mut folders = vec![folder_of(&self.wasm_bindgen), folder_of(&self.wasm_opt)];
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut trunk = command(&self.trunk);
        if let Ok(path) = std::env::join_paths(folders) {
            trunk.env("PATH", path);
        }
        // It would ask the network for newer versions of itself; and it takes `NO_COLOR=1` for a wrong value.
        trunk.env("TRUNK_SKIP_VERSION_CHECK", "true").env_remove("NO_COLOR");
        trunk
    }

    pub fn wasm_bindgen(&self) -> Command {
        command(&self.wasm_bindgen)
    }

    pub fn wasm_opt(&self) -> Command {
        command(&self.wasm_opt)
    }
}

/// rustfmt and clippy.
pub fn for_checks() -> Outcome {
    for (component, program) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        if !answers(program) {
            run(command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

/// Chromium, Firefox and WebKit, and the packages that drive them.
pub fn for_browser() -> Outcome {
    node()?;
    chromium()?;
    other_browsers();
    packages(&root().join("tests/browser"))
}

/// The Chromium to drive: `CHROMIUM` names another one.
pub fn chromium() -> Outcome<PathBuf> {
    let path = PathBuf::from(std::env::var_os("CHROMIUM").unwrap_or_else(|| "/usr/bin/chromium".into()));
    if !path.exists() {
        if !answers("apt-get") {
            return Err("no Chromium was found; install one and name it in CHROMIUM".to_owned());
        }
        apt_install(&["chromium"])?;
    }
    Ok(path)
}

/// Firefox, and the WebKit of GTK with its driver and a display for it. A system that has none of these under the names
/// of Debian goes without: the tests say so, as tests that were left out.
fn other_browsers() {
    let there = |path: &str| PathBuf::from(path).exists();
    let mut missing = Vec::new();
    if !there("/usr/bin/firefox-esr") && std::env::var_os("FIREFOX").is_none() {
        missing.push("firefox-esr");
    }
    if !there("/usr/bin/WebKitWebDriver") && std::env::var_os("WEBKIT_DRIVER").is_none() {
        missing.push("webkit2gtk-driver");
    }
    if !there("/usr/bin/Xvfb") {
        missing.push("xvfb");
    }
    if missing.is_empty() || !answers("apt-get") {
        return;
    }
    if let Err(why) = apt_install(&missing) {
        say(&format!(
            "{} could not be installed ({why}): the tests leave out what needs them",
            missing.join(", ")
        ));
    }
}

fn apt_install(packages: &[&str]) -> Outcome {
    run(as_root("apt-get").args(["update"]))?;
    run(as_root("apt-get")
        .args(["install", "--yes", "--no-install-recommends"])
        .args(packages)
        .env("DEBIAN_FRONTEND", "noninteractive"))
}

/// The npm packages that a folder's lock file names, if they are not those already.
pub fn packages(folder: &std::path::Path) -> Outcome {
    node()?;
    let lock = read(&folder.join("package-lock.json"))?;
    let installed = folder.join("node_modules/.installed-from");
    if read(&installed).is_ok_and(|last| last == lock) {
        return Ok(());
    }
    run(command("npm").args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]).current_dir(folder))?;
    write(&installed, &lock)
}

/// The program of this compiler that reads how often parts of a program ran.
pub fn llvm_profdata() -> Outcome<PathBuf> {
    let told = output(command("rustc").arg("-vV"))?;
    let host =
        told.lines().find_map(|line| line.strip_prefix("host: ")).ok_or("rustc does not say its host")?;
    let path = sysroot()?.join("lib/rustlib").join(host).join("bin/llvm-profdata");
    if !path.is_file() {
        run(command("rustup").args(["component", "add", "llvm-tools"]))?;
    }
    Ok(path)
}

fn sysroot() -> Outcome<PathBuf> {
    Ok(PathBuf::from(output(command("rustc").args(["--print", "sysroot"]))?.trim()))
}

fn target() -> Outcome {
    if sysroot()?.join("lib/rustlib").join(WASM_TARGET).exists() {
        return Ok(());
    }
    run(command("rustup").args(["target", "add", WASM_TARGET]))
}

fn cargo_tool(package: &str, version: &str, program: &str) -> Outcome<PathBuf> {
    // The folder's name is the program's, so that one look tells what is installed.
    let name = package.trim_end_matches("-cli");
    let folder = cache()?.join(format!("{name}-{version}"));
    let path = folder.join("bin").join(program);
    if !path.exists() {
        let exact = format!("{package}@{version}");
        let mut install = crate::shell::cargo();
        // Built outside the project: its settings and its target folder are not the tool's.
        install.current_dir(std::env::temp_dir()).env_remove("CARGO_TARGET_DIR");
        run(install.args(["install", "--locked", "--root"]).arg(&folder).arg(exact))?;
    }
    Ok(path)
}

fn binaryen() -> Outcome<PathBuf> {
    node()?;
    let folder = cache()?.join(format!("binaryen-{BINARYEN}"));
    let path = folder.join("node_modules/.bin/wasm-opt");
    if !path.exists() {
        write(&folder.join("package.json"), "{ \"private\": true }\n")?;
        let exact = format!("binaryen@{BINARYEN}");
        run(command("npm").args(["install", "--no-audit", "--no-fund", "--prefix"]).arg(&folder).arg(exact))?;
    }
    Ok(path)
}

fn node() -> Outcome {
    if answers("node") && answers("npm") {
        return Ok(());
    }
    Err("Node with npm is needed (20 or later), for wasm-opt and for the browser tests".to_owned())
}

/// The folder of all that is fetched: it outlives `target/` and serves every checkout.
pub fn cache() -> Outcome<PathBuf> {
    let base = match (std::env::var_os("XDG_CACHE_HOME"), std::env::var_os("HOME")) {
        (Some(cache), _) if !cache.is_empty() => PathBuf::from(cache),
        (_, Some(home)) => PathBuf::from(home).join(".cache"),
        _ => return Err("neither HOME nor XDG_CACHE_HOME is set: there is no place to keep tools".to_owned()),
    };
    Ok(base.join("article-explorer/tools"))
}

fn as_root(program: &str) -> Command {
    let root = output(command("id").arg("-u")).is_ok_and(|id| id.trim() == "0");
    if root {
        return command(program);
    }
    let mut sudo = command("sudo");
    sudo.arg(program);
    sudo
}

fn folder_of(path: &std::path::Path) -> PathBuf {
    path.parent().map(PathBuf::from).unwrap_or_default()
}
