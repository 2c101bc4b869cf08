//! The site for hosting: built by Trunk, then finished here.
//!
//! Trunk leaves three things open. Every file that belongs to one build moves into a folder named after it, so that two
//! builds can stand side by side while one replaces the other. The policy and the build's name are written where
//! the sources leave a place for them; boot.js learns the build's files too, so that whichever of it and index.html comes
//! first, one of them names a build that is whole. The service worker learns what to keep: everything that is then in the
//! folder, with its hash.

use std::path::Path;

use crate::build_id::build_id;
use crate::shell::{Outcome, command, files_below, output, read, root, run, write};
use crate::sizes;
use crate::tools::Wasm;

pub const FOLDER: &str = "dist";
/// Which build stands in dist/.
const STAMP: &str = "target/dist.build";

/// What the page and its workers may do: run what this site brings, and connect to nothing else.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'none'; form-action 'none'";

const WORKER_FILES: &[&str] =
    &["worker.js", "worker_bg.wasm", "worker_loader.js", "readers.js", "readers_bg.wasm"];
/// Not for offline use: the service worker itself, hosts' settings, pictures that only an installer shows.
const NOT_KEPT: &[&str] = &["service-worker.js", "_headers", "screenshots/"];

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
    let index = folder.join("index.html");
    let page = into_its_own_folder(folder, build)?;
    replace(
        &folder.join("boot.js"),
        "const MADE_WITH = null",
        &format!("const MADE_WITH = {}", page.json()),
    )?;

    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    let named = format!("{policy}\n    <meta name=\"build\" content=\"{build}\">");
    replace(&index, "<meta name=\"build\" content=\"development\">", &named)?;
    // As part of the page the icon is never asked for; as a file it would be, at each change of the address.
    let icon = read(&folder.join("icons/icon.svg"))?;
    replace(&index, "href=\"icons/icon.svg\"", &format!("href=\"{}\"", data_address(&icon)))?;
    // A policy inside of a page cannot say who may show it in a frame; a header can.
    let header = format!("{POLICY}; frame-ancestors 'none'");
    replace(&folder.join("_headers"), "{policy}", &header)?;

    let service_worker = folder.join("service-worker.js");
    replace(&service_worker, "const BUILD = 'development'", &format!("const BUILD = '{build}'"))?;
    replace(&service_worker, "const POLICY = ``", &format!("const POLICY = `{header}`"))?;
    let kept: Vec<String> = files_below(folder)?.into_iter().filter(|file| is_kept(file)).collect();
    let hashes =
        output(command("node").arg(root().join("xtask/integrity.mjs")).args(&kept).current_dir(folder))?;
    replace(&service_worker, "const FILES = []", &format!("const FILES = [\n{}]", lines(&kept, &hashes)))
}

/// Moves what Trunk made for this build alone into a folder of its own, and has index.html look for it there.
fn into_its_own_folder(folder: &Path, build: &str) -> Outcome<Page> {
    let own = format!("build-{build}");
    std::fs::create_dir_all(folder.join(&own)).map_err(|error| format!("{own} cannot be made: {error}"))?;
    let index = folder.join("index.html");
    let mut page = read(&index)?;
    for name in files_below(folder)?.into_iter().filter(|name| is_of_one_build(name)) {
        std::fs::rename(folder.join(&name), folder.join(&own).join(&name))
            .map_err(|error| format!("{name} cannot be moved: {error}"))?;
        page = page.replace(&format!("\"./{name}\""), &format!("\"{own}/{name}\""));
    }
    write(&index, &page)?;
    Page::of(build, &page)
}

/// Trunk's own names with a hash in them, and the worker's, at the root of the site.
fn is_of_one_build(name: &str) -> bool {
    let hashed = ["css", "js", "wasm"].iter().any(|ending| name.ends_with(&format!(".{ending}")))
        && name.rsplit('-').next().and_then(|rest| rest.get(..16)).is_some_and(is_hex);
    !name.contains('/') && (hashed || WORKER_FILES.contains(&name))
}

fn is_hex(word: &str) -> bool {
    word.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// What boot.js has to know of a build to start it.
struct Page {
    build: String,
    js: String,
    wasm: String,
    css: Vec<String>,
}

impl Page {
    /// As its index.html names it.
    fn of(build: &str, index: &str) -> Outcome<Page> {
        let named = |before: &str| -> Vec<String> {
            let found = index.split(before).skip(1);
            found.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
        };
        let one = |before: &str| {
            named(before).into_iter().next().ok_or(format!("index.html has no {before}\u{2026}\""))
        };
        let css = named("<link rel=\"stylesheet\" href=\"");
        let page = Page { build: build.to_owned(), js: one("data-js=\"")?, wasm: one("data-wasm=\"")?, css };
        let own = format!("build-{build}/");
        let all_own = [&page.js, &page.wasm].into_iter().chain(&page.css).all(|file| file.starts_with(&own));
        if all_own && !page.css.is_empty() {
            Ok(page)
        } else {
            Err(format!("index.html names files outside of {own}: {}", page.json()))
        }
    }

    /// File names of ours need no escapes.
    fn json(&self) -> String {
        let Page { build, js, wasm, css } = self;
        let css: Vec<_> = css.iter().map(|file| format!("\"{file}\"")).collect();
        format!(
            "{{ \"build\": \"{build}\", \"js\": \"{js}\", \"wasm\": \"{wasm}\", \"css\": [{}] }}",
            css.join(", ")
        )
    }
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

/// Each file with its hash; the page itself under the address that a host has for it.
fn lines(files: &[String], hashes: &str) -> String {
    let address = |file: &str| if file == "index.html" { "./".to_owned() } else { file.to_owned() };
    let files = files.iter().zip(hashes.lines());
    files.map(|(file, hash)| format!("  ['{}', '{hash}'],\n", address(file))).collect()
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
        let kept = ["index.html", "fonts/text.woff2", "build-7/worker.js", "icons/icon.svg"];
        let left_out = ["service-worker.js", "_headers", "screenshots/reader.png"];
        assert!(kept.iter().all(|file| is_kept(file)));
        assert!(!left_out.iter().any(|file| is_kept(file)));
    }

    #[test]
    fn the_page_is_kept_under_its_address_and_every_file_with_its_hash() {
        let files = ["boot.js".to_owned(), "index.html".to_owned()];
        assert_eq!(
            lines(&files, "sha256-a\nsha256-b\n"),
            "  ['boot.js', 'sha256-a'],\n  ['./', 'sha256-b'],\n"
        );
    }

    #[test]
    fn files_of_one_build_are_told_from_those_of_all() {
        for own in [
            "page-c521d641a63d188d.js",
            "page-c521d641a63d188d_bg.wasm",
            "a-c521d641a63d188d.css",
            "worker.js",
        ] {
            assert!(is_of_one_build(own), "{own}");
        }
        for shared in
            ["boot.js", "service-worker.js", "fonts/a-c521d641a63d188d.css", "icon-192.png", "index.html"]
        {
            assert!(!is_of_one_build(shared), "{shared}");
        }
    }

    #[test]
    fn boot_learns_what_index_names() {
        let index = r#"<link rel="stylesheet" href="build-7/a.css" integrity="x"/><link rel="stylesheet" href="build-7/b.css"/>
            <script type="module" src="boot.js" data-js="build-7/p.js" data-wasm="build-7/p.wasm"></script>"#;
        let json = Page::of("7", index).unwrap().json();
        assert_eq!(
            json,
            r#"{ "build": "7", "js": "build-7/p.js", "wasm": "build-7/p.wasm", "css": ["build-7/a.css", "build-7/b.css"] }"#
        );
        assert!(Page::of("8", index).is_err(), "files of another build");
    }
}
