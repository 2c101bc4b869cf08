//! The browser extension: the built site, with a button that gives it the page of the active tab.

use std::path::{Path, PathBuf};

use crate::dist::{self, POLICY};
use crate::shell::{Outcome, command, files_below, read, root, run, write};
use crate::tools;

/// What is loaded unpacked.
const FOLDER: &str = "target/extension/unpacked";
/// The same for a store, or for `about:debugging`.
const ARCHIVE: &str = "target/extension/article-explorer.zip";
/// Of the site and not of the extension: what keeps it offline, what hosts and installers read.
const LEFT_OUT: &[&str] = &["service-worker.js", "_headers", "manifest.webmanifest", "screenshots/"];
const MANIFEST_LINK: &str = "<link rel=\"manifest\" href=\"manifest.webmanifest\">";

/// Builds it, and says where it is.
pub fn extension() -> Outcome<PathBuf> {
    dist::dist_if_changed()?;
    let folder = root().join(FOLDER);
    // It holds one version.
    let _ = std::fs::remove_dir_all(&folder);
    let site = root().join(dist::FOLDER);
    for name in files_below(&site)?.into_iter().filter(|name| !is_left_out(name)) {
        copy(&site.join(&name), &folder.join(&name))?;
    }
    let sources = root().join("packages/extension");
    for name in ["background.js", "read-tab.js"] {
        copy(&sources.join(name), &folder.join(name))?;
    }
    let index = folder.join("index.html");
    write(&index, &page(&read(&index)?)?)?;
    write(&folder.join("manifest.json"), &manifest(&read(&sources.join("manifest.json"))?)?)?;

    let files = files_below(&folder)?;
    let mut zip = command("node");
    zip.arg(root().join("xtask/zip.mjs")).arg(root().join(ARCHIVE)).args(&files).current_dir(&folder);
    run(&mut zip)?;
    println!("{} is to be loaded unpacked; {ARCHIVE} is the same in one file.", folder.display());
    Ok(folder)
}

/// Loads it into Chromium and Firefox and reads a page with it.
pub fn test() -> Outcome {
    let folder = extension()?;
    tools::for_browser()?;
    let mut node = command("node");
    node.args(["--test", "--test-reporter=spec", "packages/extension/test/extension.test.mjs"]);
    run(node.env("EXTENSION", folder).env("CHROMIUM", tools::chromium()?))
}

/// The page reads the tab that it is opened for; a page of an extension is no app that could be installed.
fn page(index: &str) -> Outcome<String> {
    let marks = [MANIFEST_LINK, "<script type=\"module\" src=\"boot.js\""];
    if let Some(missing) = marks.into_iter().find(|mark| !index.contains(mark)) {
        return Err(format!("index.html has no {missing}"));
    }
    let [link, boot] = marks;
    let reads = format!("<script src=\"read-tab.js\"></script>\n    {boot}");
    Ok(index.replacen(link, "", 1).replacen(boot, &reads, 1))
}

fn manifest(source: &str) -> Outcome<String> {
    let version = format!("\"version\": \"{}\"", env!("CARGO_PKG_VERSION"));
    let marks = ["\"version\": \"0.0.0\"", "{policy}"];
    match marks.into_iter().find(|mark| !source.contains(mark)) {
        Some(missing) => Err(format!("the extension's manifest has no place {missing}")),
        None => Ok(source.replacen(marks[0], &version, 1).replacen(marks[1], POLICY, 1)),
    }
}

fn is_left_out(name: &str) -> bool {
    LEFT_OUT.iter().any(|left_out| match left_out.ends_with('/') {
        true => name.starts_with(left_out),
        false => name == *left_out,
    })
}

fn copy(from: &Path, to: &Path) -> Outcome {
    let told = |error| format!("{} cannot be copied: {error}", from.display());
    if let Some(folder) = to.parent() {
        std::fs::create_dir_all(folder).map_err(told)?;
    }
    std::fs::copy(from, to).map_err(told)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_keeps_a_site_offline_is_no_part_of_an_extension() {
        for name in ["service-worker.js", "_headers", "screenshots/wide.webp"] {
            assert!(is_left_out(name), "{name}");
        }
        assert!(!is_left_out("build-7/worker.js"));
    }

    #[test]
    fn the_page_reads_the_tab_before_it_starts() {
        let index =
            format!("<head>{MANIFEST_LINK}<script type=\"module\" src=\"boot.js\" data-js=\"a\"></script>");
        let page = page(&index).unwrap();
        assert!(page.find("read-tab.js").unwrap() < page.find("boot.js").unwrap());
        assert!(!page.contains("webmanifest"));
        assert!(super::page("<head>").is_err());
    }

    #[test]
    fn the_manifest_asks_for_the_active_tab_alone() {
        let source = read(&root().join("packages/extension/manifest.json")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest(&source).unwrap()).unwrap();
        assert_eq!(manifest["permissions"], serde_json::json!(["activeTab", "scripting"]));
        assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(manifest["content_security_policy"]["extension_pages"], POLICY);
        for more in
            ["host_permissions", "optional_permissions", "content_scripts", "web_accessible_resources"]
        {
            assert!(manifest[more].is_null(), "{more}");
        }
    }
}
