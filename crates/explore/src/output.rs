//! A folder with a file for each file that was read. Each is there whole or not at all.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::call::{Call, Command};
use crate::interrupt;

pub struct Folder {
    path: PathBuf,
    ending: String,
    /// What this call has written there.
    written: HashSet<PathBuf>,
}

impl Folder {
    /// The folder that the call asks for, made if it is not there.
    pub fn of(call: &Call, path: &Path) -> Result<Folder, String> {
        fs::create_dir_all(path).map_err(|error| format!("{} cannot be made: {error}", path.display()))?;
        Ok(Folder { path: path.to_owned(), ending: ending(call.command), written: HashSet::new() })
    }

    /// Where the output of this file belongs: under its name with an ending behind it, so that `a.txt` and `a.html` do
    /// not fall together.
    pub fn place(&self, name: &str) -> PathBuf {
        let name = if name == "-" { "standard-input" } else { facade::id(name) };
        self.path.join(format!("{name}.{}", self.ending))
    }

    /// The same, taken: two files of one name in two folders would be one in this.
    pub fn take(&mut self, name: &str) -> Result<PathBuf, String> {
        let place = self.place(name);
        match self.written.insert(place.clone()) {
            true => Ok(place),
            false => Err(format!("{} is of another file of that name", place.display())),
        }
    }
}

/// Writes the file beside its place and moves it there.
pub fn put(place: &Path, bytes: &[u8]) -> Result<(), String> {
    let told = |error| format!("{} cannot be written: {error}", place.display());
    let name = place.file_name().unwrap_or_default().to_string_lossy();
    let beside = place.with_file_name(format!(".{name}.part"));
    let _whole = interrupt::writing();
    let done = fs::write(&beside, bytes).and_then(|()| fs::rename(&beside, place)).map_err(told);
    if done.is_err() {
        // It may never have been made.
        let _ = fs::remove_file(&beside);
    }
    done
}

fn ending(command: Command) -> String {
    match command {
        Command::AnalyzeLines => "analyses.jsonl",
        Command::Text => "txt",
        Command::Export(format) | Command::Watch(format) => format.extension(),
        _ => "json",
    }
    .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use export::Format;

    #[test]
    fn every_format_has_an_ending_of_its_own() {
        let endings: HashSet<String> =
            Format::ALL.into_iter().map(|format| ending(Command::Export(format))).collect();
        assert_eq!(endings.len(), Format::ALL.len());
    }
}
