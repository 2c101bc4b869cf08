//! The name of a build: the same sources and compiler give the same name.

use crate::shell::{Outcome, command, files_below, output, root};

/// What goes into the site. Tests, documents and native commands do not.
const SOURCES: &[&str] = &[
    ".cargo",
    "Cargo.lock",
    "Cargo.toml",
    "Trunk.toml",
    "crates",
    // The About page shows figures of it.
    "docs/scorecard.md",
    "index.html",
    "public",
    "src",
    "style",
    "xtask/integrity.mjs",
    "xtask/src",
];

/// Sixteen hexadecimal digits over every file that goes into the site, and the compiler.
pub fn build_id() -> Outcome<String> {
    let mut hash = Fnv::new();
    hash.add(output(command("rustc").arg("--version"))?.as_bytes());
    for source in SOURCES {
        let path = root().join(source);
        if path.is_dir() {
            for file in files_below(&path)? {
                hash.add(file.as_bytes());
                hash.add_file(&path.join(file))?;
            }
        } else {
            hash.add(source.as_bytes());
            hash.add_file(&path)?;
        }
    }
    Ok(format!("{:016x}", hash.0))
}

/// FNV-1a, 64 bits: tells builds apart, guards against nobody.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Fnv(0xcbf2_9ce4_8422_2325)
    }

    /// Adds a part and its end, so that two parts are not one.
    fn add(&mut self, bytes: &[u8]) {
        for byte in bytes.iter().copied().chain((bytes.len() as u64).to_le_bytes()) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    fn add_file(&mut self, path: &std::path::Path) -> Outcome {
        let bytes =
            std::fs::read(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
        self.add(&bytes);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(parts: &[&str]) -> u64 {
        let mut hash = Fnv::new();
        parts.iter().for_each(|part| hash.add(part.as_bytes()));
        hash.0
    }

    #[test]
    fn what_moves_from_one_file_to_the_next_changes_the_name() {
        assert_ne!(id(&["ab", "c"]), id(&["a", "bc"]));
        assert_eq!(id(&["ab", "c"]), id(&["ab", "c"]));
    }
}
