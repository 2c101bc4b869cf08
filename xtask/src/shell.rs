//! Running other programs: each is printed before it runs, and a failure is one sentence.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What a chore ends with: nothing, or a sentence that says what went wrong.
pub type Outcome<T = ()> = Result<T, String>;

/// The project's root folder.
pub fn root() -> PathBuf {
    let xtask = Path::new(env!("CARGO_MANIFEST_DIR"));
    xtask.parent().unwrap_or(xtask).to_path_buf()
}

/// A command that starts in the project's root.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root());
    command
}

/// The cargo that runs this.
pub fn cargo() -> Command {
    command(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Prints the command, runs it to its end, and fails if it does.
pub fn run(command: &mut Command) -> Outcome {
    let shown = shown(command);
    say(&shown);
    let status = command.status().map_err(|error| format!("`{shown}` did not start: {error}"))?;
    if status.success() { Ok(()) } else { Err(format!("`{shown}` failed ({status})")) }
}

/// Runs the command in silence and gives what it printed; its errors still show.
pub fn output(command: &mut Command) -> Outcome<String> {
    let shown = shown(command);
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .map_err(|error| format!("`{shown}` did not start: {error}"))?;
    if !output.status.success() {
        return Err(format!("`{shown}` failed ({})", output.status));
    }
    String::from_utf8(output.stdout).map_err(|_| format!("`{shown}` printed something that is not text"))
}

/// Whether the program is there and answers `--version`.
pub fn answers(program: impl AsRef<OsStr>) -> bool {
    command(program).arg("--version").output().is_ok_and(|output| output.status.success())
}

pub fn say(line: &str) {
    eprintln!("$ {line}");
}

pub fn read(path: &Path) -> Outcome<String> {
    std::fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))
}

pub fn write(path: &Path, contents: &str) -> Outcome {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)
            .map_err(|error| format!("{} cannot be made: {error}", folder.display()))?;
    }
    std::fs::write(path, contents).map_err(|error| format!("{} cannot be written: {error}", path.display()))
}

/// Every file below `folder`, relative to it, with `/` between the parts, sorted.
pub fn files_below(folder: &Path) -> Outcome<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        let unreadable = |error| format!("{} cannot be listed: {error}", next.display());
        for entry in std::fs::read_dir(&next).map_err(unreadable)? {
            let path = entry.map_err(unreadable)?.path();
            if path.is_dir() {
                folders.push(path);
            } else if let Ok(relative) = path.strip_prefix(folder) {
                files.push(relative.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files.sort();
    Ok(files)
}

fn shown(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
