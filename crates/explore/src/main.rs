//! `explore`: the page's engine as a shell command, for one article or thousands.
//!
//! It reads files and prints; everything it prints comes from facade, engine and export.

mod call;
mod commands;
mod completions;
mod interrupt;
mod lines;
mod man;
mod output;
mod progress;
mod watch;

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::process::ExitCode;

use call::{Call, Command};
use export::Format;
use interrupt::write_whole;
use output::Folder;
use progress::Progress;
use text::{BlockKind, Document};

/// Every file was read.
const ALL_READ: u8 = 0;
/// A file was not read; the others were.
const SOME_UNREAD: u8 = 1;
/// The call makes no sense.
const WRONG_CALL: u8 = 2;

fn main() -> ExitCode {
    let status = match Call::parse(std::env::args_os().skip(1)) {
        Ok(call) => run(&call),
        Err(why) => {
            eprintln!("explore: {why}\n\n{}", commands::usage());
            WRONG_CALL
        }
    };
    ExitCode::from(status)
}

fn run(call: &Call) -> u8 {
    match call.command {
        Command::Help => print_and_forget(&commands::usage()),
        Command::Version => print_and_forget(concat!("explore ", env!("CARGO_PKG_VERSION"))),
        Command::Rules => print_and_forget(&engine::explain::list_rules()),
        Command::Completions(shell) => print_and_forget(&completions::of(shell)),
        Command::Man => print_and_forget(&man::page()),
        Command::Watch(format) => {
            interrupt::leave_whole_lines();
            return watch::watch(call, format);
        }
        Command::Analyze
        | Command::AnalyzeLines
        | Command::Text
        | Command::Export(_)
        | Command::Explain
        | Command::ExplainConllu => {
            interrupt::leave_whole_lines();
            return read_files(call);
        }
    }
    ALL_READ
}

/// Does with each file what is asked, one after another.
fn read_files(call: &Call) -> u8 {
    let mut folder = match call.output.as_deref().map(|path| Folder::of(call, path)).transpose() {
        Ok(folder) => folder,
        Err(why) => {
            eprintln!("explore: {why}");
            return SOME_UNREAD;
        }
    };
    let mut out = io::stdout().lock();
    let mut status = ALL_READ;
    let mut export = match (call.command, &folder) {
        (Command::Export(format), None) => Some(export::Writer::new(format)),
        _ => None,
    };
    let of_lines = call.command == Command::AnalyzeLines;
    let mut progress = Progress::new((!of_lines).then_some(call.files.len()), folder.is_none());
    for name in &call.files {
        let done = match &mut folder {
            Some(folder) => keep_one(call, name, folder, &mut progress),
            None => print_one(call, name, export.as_mut(), &mut out, &mut progress),
        };
        match done {
            Ok(()) => {}
            // Whoever reads the output has seen enough.
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return status,
            Err(Failure::Output(error)) => {
                progress::wipe();
                eprintln!("explore: cannot write the output: {error}");
                return SOME_UNREAD;
            }
            Err(Failure::Input(why)) => {
                complain(name, &why);
                status = SOME_UNREAD;
            }
        }
        if !of_lines {
            progress.step();
        }
    }
    progress::wipe();
    if let Some(export) = export {
        // Whoever reads the output and has gone has seen enough.
        let _ = out.write_all(export.end().as_bytes());
    }
    status
}

/// One line for a file that could not be dealt with.
fn complain(name: &str, why: &str) {
    progress::wipe();
    eprintln!("explore: {name}: {why}");
}

/// Why a file gave no output.
enum Failure {
    /// The file could not be read; the next one may be.
    Input(String),
    /// There is no one left to print to.
    Output(io::Error),
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Failure::Output(error)
    }
}

/// Prints what is asked of one file, through `export` if it is asked in a format.
fn print_one(
    call: &Call,
    name: &str,
    mut export: Option<&mut export::Writer>,
    out: &mut impl Write,
    progress: &mut Progress,
) -> Result<(), Failure> {
    if call.command == Command::AnalyzeLines {
        return lines::analyze(&mut BufReader::new(open(name)?), call, out, progress);
    }
    for document in read(name)? {
        write_whole(out, &output_of(call, name, &document, export.as_deref_mut()))?;
    }
    Ok(())
}

/// The same into a file of its own.
fn keep_one(call: &Call, name: &str, folder: &mut Folder, progress: &mut Progress) -> Result<(), Failure> {
    let place = folder.take(name).map_err(Failure::Input)?;
    let bytes = match call.command {
        Command::AnalyzeLines => {
            let input = open(name)?;
            // It may be longer than the memory: line after line, each of them whole.
            let mut file = File::create(&place)
                .map_err(|error| Failure::Input(format!("{} cannot be written: {error}", place.display())))?;
            return lines::analyze(&mut BufReader::new(input), call, &mut file, progress);
        }
        Command::Export(format) => export_one(call, name, format)?,
        _ => {
            let documents = read(name)?;
            documents.iter().flat_map(|document| output_of(call, name, document, None)).collect()
        }
    };
    output::put(&place, &bytes).map_err(Failure::Input)
}

/// A whole file in a format.
fn export_one(call: &Call, name: &str, format: Format) -> Result<Vec<u8>, Failure> {
    let mut export = export::Writer::new(format);
    let mut bytes = Vec::new();
    for document in read(name)? {
        bytes.extend(output_of(call, name, &document, Some(&mut export)));
    }
    bytes.extend(export.end().as_bytes());
    Ok(bytes)
}

/// What is asked of one article.
fn output_of(call: &Call, name: &str, document: &Document, export: Option<&mut export::Writer>) -> Vec<u8> {
    let analysis = || engine::analyze(document, &call.options);
    if let Some(export) = export {
        return export.add(facade::id(name), document, &analysis()).into_bytes();
    }
    let several = call.files.len() > 1;
    let out = match call.command {
        Command::Text => {
            let read = document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
            let words: Vec<&str> = read.map(|block| block.span.of(&document.text)).collect();
            words.join("\n\n") + "\n"
        }
        Command::Explain => {
            let head = if several { format!("{name}\n\n") } else { String::new() };
            head + &engine::explain::explain(document, &call.options)
        }
        Command::ExplainConllu => {
            let head = if several { format!("# newdoc id = {name}\n") } else { String::new() };
            head + &engine::conllu(document)
        }
        _ => export::json(facade::id(name), document, &analysis()) + "\n",
    };
    out.into_bytes()
}

/// The articles in a file; a file in which there is none is a failure that says why.
fn read(name: &str) -> Result<Vec<Document>, Failure> {
    let mut bytes = Vec::new();
    open(name)?.read_to_end(&mut bytes).map_err(|error| Failure::Input(error.to_string()))?;
    facade::documents(name, &bytes).map_err(Failure::Input)
}

/// A file, or standard input for `-`.
fn open(name: &str) -> Result<Box<dyn Read>, Failure> {
    if name == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    match File::open(name) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(Failure::Input(error.to_string())),
    }
}

/// Help and its like go out whole, or nobody wanted them.
fn print_and_forget(text: &str) {
    let _ = writeln!(io::stdout().lock(), "{}", text.trim_end());
}
