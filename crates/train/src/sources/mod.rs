//! One reader for each kind of source. Each gives what the source says and knows nothing of the model.

pub mod conllu;
pub mod corpus;
pub mod faker;
pub mod geonames;
pub mod glove;
pub mod lists;
pub mod names;
pub mod wordnet;

use std::path::Path;

/// What went wrong, with the file it went wrong in.
pub type Error = Box<dyn std::error::Error>;

/// The text of a file, whose name any error tells.
pub fn read(path: &Path) -> Result<String, Error> {
    let bytes = std::fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// The files of a folder with this ending, sorted, in sub-folders too.
pub fn files(folder: &Path, ending: &str) -> Result<Vec<std::path::PathBuf>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}
