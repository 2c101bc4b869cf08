//! Builds the engine's models from open data. `docs/models.md` tells the commands, where each source
//! comes from and how the folders are laid out.

mod dice;
mod lexicon;
mod model_file;
mod names;
mod sources;
mod syntax;
mod table;
mod words;

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["names", data, model] => names::build(Path::new(data), Path::new(model)),
        ["lexicon", data, packages, model] => {
            lexicon::build(Path::new(data), Path::new(packages), Path::new(model))
        }
        ["syntax", data, model] => syntax::build(Path::new(data), Path::new(model)),
        ["words", model] => words::build(Path::new(model)),
        _ => {
            eprintln!("usage: train words MODEL_FILE");
            eprintln!("       train names DATA_FOLDER MODEL_FILE");
            eprintln!("       train syntax DATA_FOLDER MODEL_FILE");
            eprintln!("       train lexicon DATA_FOLDER PACKAGES_FOLDER MODEL_FILE");
            return ExitCode::from(2);
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("train: {error}");
            ExitCode::FAILURE
        }
    }
}
