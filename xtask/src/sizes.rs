//! How large the site is, and what a reader's first visit may cost at most: all as brotli at its best.

use crate::dist::FOLDER;
use crate::shell::{Outcome, command, files_below, output, root};

/// What a browser fetches until the first article can be read: the page, the worker with its models, and all that comes
/// along on the way (fonts, icons, the service worker). It is everything but what [`is_later`] names.
const FIRST_VISIT: u64 = 2_600_000;
/// With everything that comes later: the whole of dist/.
const ALL: u64 = 3_600_000;

/// What nobody waits for at a first visit: the readers of files, which the service worker fetches when the page stands
/// already; the letters of other languages, which a browser asks for where an article has them and before that the
/// service worker in the same way; pictures that only an installer shows; settings for the host, which no browser asks
/// for. The script around the readers is not among them, since the worker starts with it.
fn is_later(file: &str) -> bool {
    file.ends_with("/readers_bg.wasm")
        || file.ends_with("-latin-ext.woff2")
        || file.starts_with("screenshots/")
        || file == "_headers"
}

struct Size {
    file: String,
    raw: u64,
    brotli: u64,
}

/// A table of every file of 1 KB or more, and the sums.
pub fn print() -> Outcome {
    let sizes = sizes()?;
    println!("{:>10} {:>10}  file", "raw", "brotli");
    for size in sizes.iter().filter(|size| size.raw >= 1024) {
        let when = if is_later(&size.file) { " (later)" } else { "" };
        println!("{:>10} {:>10}  {}{when}", size.raw, size.brotli, size.file);
    }
    for (what, sum, budget) in sums(&sizes) {
        println!("{:>10} {sum:>10}  {what}, of {budget} allowed", "");
    }
    Ok(())
}

pub fn within_budget() -> Outcome {
    for (what, sum, budget) in sums(&sizes()?) {
        if sum > budget {
            return Err(format!("{what} is {sum} bytes in brotli, over its budget of {budget}"));
        }
        println!("{what}: {sum} bytes in brotli of {budget}");
    }
    Ok(())
}

/// Each sum with its name and its budget.
fn sums(sizes: &[Size]) -> [(&'static str, u64, u64); 2] {
    let sum = |counts: &dyn Fn(&Size) -> bool| -> u64 {
        sizes.iter().filter(|size| counts(size)).map(|size| size.brotli).sum()
    };
    [
        ("the first visit", sum(&|size| !is_later(&size.file)), FIRST_VISIT),
        ("the whole site", sum(&|_| true), ALL),
    ]
}

fn sizes() -> Outcome<Vec<Size>> {
    let folder = root().join(FOLDER);
    let files = files_below(&folder)?;
    // Node has brotli built in; each line it prints is "raw brotli".
    let printed =
        output(command("node").arg(root().join("xtask/brotli.mjs")).args(&files).current_dir(&folder))?;
    let mut sizes: Vec<Size> = files
        .into_iter()
        .zip(printed.lines())
        .filter_map(|(file, line)| {
            let (raw, brotli) = line.split_once(' ')?;
            Some(Size { file, raw: raw.parse().ok()?, brotli: brotli.parse().ok()? })
        })
        .collect();
    sizes.sort_by(|a, b| b.brotli.cmp(&a.brotli).then_with(|| a.file.cmp(&b.file)));
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_readers_of_files_come_later_and_what_starts_with_the_page_does_not() {
        let files = [
            ("build-7/worker_bg.wasm", 1),
            ("build-7/readers.js", 2),
            ("fonts/text.woff2", 4),
            ("index.html", 8),
            ("build-7/readers_bg.wasm", 16),
            ("screenshots/wide.webp", 32),
            ("_headers", 64),
        ];
        let sizes = files.map(|(file, brotli)| Size { file: file.to_owned(), raw: 0, brotli });
        assert_eq!(sums(&sizes).map(|(_, sum, _)| sum), [15, 127]);
    }
}
