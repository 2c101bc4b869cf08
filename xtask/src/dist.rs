//! The site for hosting: built by Trunk, then finished here.
//!
//! Trunk leaves three things open. The worker's files carry no hash, so they move into a folder named after the
//! build. The policy and the build's name are written where the sources leave a place for them. The service
//! worker learns what to keep: everything that is then in the folder.

use std::path::Path;

use crate::build_id::build_id;
use crate::shell::{Outcome, files_below, read, root, run, write};
use crate::sizes;
use crate::tools::Wasm;

pub const FOLDER: &str = "dist";
/// Which build stands in dist/.
const STAMP: &str = "target/dist.build";

/// What the page and its workers may do: run what this site brings, and connect to nothing else.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

const WORKER_FILES: &[&str] = &["worker.js", "worker_bg.wasm", "worker_loader.js"];
/// Not for offline use: the service worker itself, hosts' settings, pictures that only an installer shows.
const NOT_KEPT: &[&str] = &["service-worker.js", "_headers", "screenshots/", "index.html"];

pub fn dist() -> Outcome {
    build(&build_id()?)?;
    sizes::print()?;
    sizes::within_budget()
}

/// Builds only if the sources are not those of what stands in dist/.
pub fn dist_if_changed() -> Outcome {
    let build_now = build_id()?;
    let there = root().join(FOLDER).join("index.html").exists();
    if there && read(&root().join(STAMP)).is_ok_and(|last| last == build_now) {
        return Ok(());
    }
    build(&build_now)
}

fn build(build: &str) -> Outcome {
    let wasm = Wasm::ready()?;
    let folder = root().join(FOLDER);
    run(wasm
        .trunk()
        .args(["build", "--release", "--locked", "--dist", FOLDER])
        .env("ARTICLE_EXPLORER_BUILD", build))?;
    finish(&folder, build)?;
    write(&root().join(STAMP), build)
}

fn finish(folder: &Path, build: &str) -> Outcome {
    let workers = folder.join(format!("worker-{build}"));
    std::fs::create_dir_all(&workers)
        .map_err(|error| format!("{} cannot be made: {error}", workers.display()))?;
    for name in WORKER_FILES {
        std::fs::rename(folder.join(name), workers.join(name))
            .map_err(|error| format!("the worker's {name} cannot be moved: {error}"))?;
    }

    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let named = format!("{policy}\n    <meta name=\"build\" content=\"{build}\">");
    replace(&folder.join("index.html"), "<meta name=\"build\" content=\"development\">", &named)?;
    // As part of the page the icon is never asked for; as a file it would be, at each change of the address.
    let icon = read(&folder.join("icons/icon.svg"))?;
    replace(
        &folder.join("index.html"),
        "href=\"icons/icon.svg\"",
        &format!("href=\"{}\"", data_address(&icon)),
    )?;
    replace(&folder.join("_headers"), "{policy}", &format!("{POLICY}; frame-ancestors 'none'"))?;

    let service_worker = folder.join("service-worker.js");
    let kept: Vec<String> = files_below(folder)?.into_iter().filter(|file| is_kept(file)).collect();
    replace(&service_worker, "const BUILD = 'development'", &format!("const BUILD = '{build}'"))?;
    replace(&service_worker, "const POLICY = ``", &format!("const POLICY = `{POLICY}`"))?;
    replace(&service_worker, "const FILES = []", &format!("const FILES = [\n{}]", lines(&kept)))
}

/// A drawing as an address that holds it.
fn data_address(svg: &str) -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for c in svg.chars() {
        match c {
            '\n' | '\r' => {}
            '"' => address.push('\''),
            '<' | '>' | '#' | '%' | '&' => address.push_str(&format!("%{:02x}", u32::from(c))),
            _ => address.push(c),
        }
    }
    address
}

fn is_kept(file: &str) -> bool {
    !NOT_KEPT.iter().any(|left_out| match left_out.ends_with('/') {
        true => file.starts_with(left_out),
        false => file == *left_out,
    })
}

fn lines(files: &[String]) -> String {
    files.iter().map(|file| format!("  '{file}',\n")).collect()
}

/// Puts `with` where the file has `place`, which it must have.
fn replace(path: &Path, place: &str, with: &str) -> Outcome {
    let before = read(path)?;
    if !before.contains(place) {
        return Err(format!("{} has no place for {place:?}", path.display()));
    }
    write(path, &before.replacen(place, with, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_becomes_an_address_that_fits_into_an_attribute() {
        assert_eq!(data_address("<a b=\"#1\">\n</a>"), "data:image/svg+xml,%3ca b='%231'%3e%3c/a%3e");
    }

    #[test]
    fn what_an_offline_page_needs_is_kept() {
        let kept = ["page-1.wasm", "fonts/text.woff2", "worker-7/worker.js", "icons/icon.svg"];
        let left_out = ["index.html", "service-worker.js", "_headers", "screenshots/reader.png"];
        assert!(kept.iter().all(|file| is_kept(file)));
        assert!(!left_out.iter().any(|file| is_kept(file)));
    }
}
