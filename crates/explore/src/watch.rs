//! A folder that is looked at again and again: each file that comes or changes gets its export.

use std::collections::HashMap;
use std::convert::Infallible;
use std::fs::{self, Metadata};
use std::path::Path;
use std::thread;
use std::time::{Duration, SystemTime};

use export::Format;

use crate::call::Call;
use crate::output::{self, Folder};
use crate::{Failure, SOME_UNREAD, complain, export_one, interrupt};

const PAUSE: Duration = Duration::from_millis(500);
/// Browsers and others call a file so until it is whole.
const UNFINISHED: [&str; 4] = [".part", ".crdownload", ".download", ".tmp"];

/// What a file was like when it was last looked at.
#[derive(PartialEq, Clone, Copy)]
struct Stamp {
    length: u64,
    modified: Option<SystemTime>,
}

impl Stamp {
    fn of(metadata: &Metadata) -> Stamp {
        Stamp { length: metadata.len(), modified: metadata.modified().ok() }
    }
}

struct Seen {
    stamp: Stamp,
    is_done: bool,
}

/// Goes on until it is stopped, or until the folder is gone.
pub fn watch(call: &Call, format: Format) -> u8 {
    match watch_folder(call, format) {
        // Whoever reads what was written has gone.
        Err(Failure::Output(_)) => 0,
        Err(Failure::Input(why)) => {
            complain(call.files.first().map_or("", String::as_str), &why);
            SOME_UNREAD
        }
        Ok(never) => match never {},
    }
}

fn watch_folder(call: &Call, format: Format) -> Result<Infallible, Failure> {
    let (Some(source), Some(target)) = (call.files.first(), &call.output) else {
        return Err(Failure::Input("there is nothing to watch".to_owned()));
    };
    let told = |error: std::io::Error| Failure::Input(error.to_string());
    let source = fs::canonicalize(source).map_err(told)?;
    let folder = Folder::of(call, target).map_err(Failure::Input)?;
    if fs::canonicalize(target).map_err(told)? == source {
        return Err(Failure::Input(
            "what is written would be read again; give --output another folder".to_owned(),
        ));
    }
    let mut known: HashMap<String, Seen> = HashMap::new();
    loop {
        let files = files_in(&source).map_err(told)?;
        known.retain(|name, _| files.iter().any(|(other, _)| other == name));
        for (name, metadata) in files {
            let (stamp, place) = (Stamp::of(&metadata), folder.place(&name));
            match known.get_mut(&name) {
                Some(seen) if seen.stamp == stamp => {
                    if std::mem::replace(&mut seen.is_done, true) {
                        continue;
                    }
                }
                // It is new, or somebody is still writing it: the next look tells.
                seen => {
                    let is_done = seen.is_none() && is_newer(&place, stamp);
                    known.insert(name, Seen { stamp, is_done });
                    continue;
                }
            }
            let path = source.join(&name);
            match export_one(call, &path.to_string_lossy(), format) {
                Ok(bytes) => {
                    output::put(&place, &bytes).map_err(Failure::Input)?;
                    interrupt::write_whole(
                        &mut std::io::stdout(),
                        format!("{}\n", place.display()).as_bytes(),
                    )?;
                }
                Err(Failure::Input(why)) => complain(&name, &why),
                Err(gone) => return Err(gone),
            }
        }
        thread::sleep(PAUSE);
    }
}

/// Whether the file was written after what it is made from.
fn is_newer(place: &Path, source: Stamp) -> bool {
    let written = fs::metadata(place).and_then(|metadata| metadata.modified()).ok();
    written.is_some_and(|written| source.modified.is_some_and(|modified| written >= modified))
}

/// The files that lie in the folder itself and are whole, in the order of their names.
fn files_in(folder: &Path) -> std::io::Result<Vec<(String, Metadata)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_whole = !name.starts_with('.') && !UNFINISHED.iter().any(|ending| name.ends_with(ending));
        // A file may be gone since the folder was listed; a link leads to one.
        if let Ok(metadata) = fs::metadata(entry.path())
            && is_whole
            && metadata.is_file()
        {
            files.push((name, metadata));
        }
    }
    files.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(files)
}
