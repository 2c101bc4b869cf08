//! How large the site is: what a reader's first visit may cost at most.

use crate::dist::FOLDER;
use crate::shell::{Outcome, command, files_below, output, root};

/// Of everything in dist/, as brotli at its best.
const BUDGET: u64 = 3_000_000;

struct Size {
    file: String,
    raw: u64,
    brotli: u64,
}

/// A table of every file of 1 KB or more, and the sum of all.
pub fn print() -> Outcome {
    let sizes = sizes()?;
    println!("{:>10} {:>10}  file", "raw", "brotli");
    for size in sizes.iter().filter(|size| size.raw >= 1024) {
        println!("{:>10} {:>10}  {}", size.raw, size.brotli, size.file);
    }
    let raw: u64 = sizes.iter().map(|size| size.raw).sum();
    println!("{raw:>10} {:>10}  all {} files, of {BUDGET} allowed", total(&sizes), sizes.len());
    Ok(())
}

pub fn within_budget() -> Outcome {
    match total(&sizes()?) {
        total if total <= BUDGET => {
            println!("The site is {total} bytes in brotli; the budget is {BUDGET}.");
            Ok(())
        }
        total => Err(format!("the site is {total} bytes in brotli, over its budget of {BUDGET}")),
    }
}

fn total(sizes: &[Size]) -> u64 {
    sizes.iter().map(|size| size.brotli).sum()
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
