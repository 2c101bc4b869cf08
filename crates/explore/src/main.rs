//! `explore`: the page's engine as a shell command, for one article or thousands.
//!
//! It reads files and prints; everything it prints comes from facade, engine and export.

mod call;
mod lines;

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::process::ExitCode;

use call::{Call, Command, USAGE};
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
            eprintln!("explore: {why}\n\n{USAGE}");
            WRONG_CALL
        }
    };
    ExitCode::from(status)
}

fn run(call: &Call) -> u8 {
    let mut out = io::stdout().lock();
    let mut status = ALL_READ;
    let mut export = match call.command {
        Command::Export(format) => Some(export::Writer::new(format)),
        _ => None,
    };
    for name in &call.files {
        match print_one(call, name, export.as_mut(), &mut out) {
            Ok(()) => {}
            // Whoever reads the output has seen enough.
            Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => return status,
            Err(Failure::Output(error)) => {
                eprintln!("explore: cannot write the output: {error}");
                return SOME_UNREAD;
            }
            Err(Failure::Input(why)) => {
                eprintln!("explore: {name}: {why}");
                status = SOME_UNREAD;
            }
        }
    }
    if let Some(export) = export {
        // Whoever reads the output and has gone has seen enough.
        let _ = out.write_all(export.end().as_bytes());
    }
    match call.command {
        Command::Help => print_and_forget(&mut out, USAGE),
        Command::Version => print_and_forget(&mut out, concat!("explore ", env!("CARGO_PKG_VERSION"))),
        Command::Rules => print_and_forget(&mut out, engine::explain::list_rules().trim_end()),
        Command::Analyze
        | Command::AnalyzeLines
        | Command::Text
        | Command::Export(_)
        | Command::Explain
        | Command::ExplainConllu => {}
    }
    status
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
) -> Result<(), Failure> {
    if call.command == Command::AnalyzeLines {
        return lines::analyze(&mut BufReader::new(open(name)?), call, out);
    }
    for document in read(name)? {
        print_document(call, name, &document, export.as_deref_mut(), out)?;
    }
    Ok(())
}

/// Prints what is asked of one article.
fn print_document(
    call: &Call,
    name: &str,
    document: &Document,
    export: Option<&mut export::Writer>,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let analysis = || engine::analyze(document, &call.options);
    if let Some(export) = export {
        out.write_all(export.add(facade::id(name), document, &analysis()).as_bytes())?;
        return Ok(out.flush()?);
    }
    match call.command {
        Command::Text => {
            let read = document.blocks.iter().filter(|block| block.kind != BlockKind::Furniture);
            let words: Vec<&str> = read.map(|block| block.span.of(&document.text)).collect();
            writeln!(out, "{}", words.join("\n\n"))?;
        }
        Command::Explain => {
            if call.files.len() > 1 {
                writeln!(out, "{name}\n")?;
            }
            out.write_all(engine::explain::explain(document, &call.options).as_bytes())?;
        }
        Command::ExplainConllu => {
            if call.files.len() > 1 {
                writeln!(out, "# newdoc id = {name}")?;
            }
            out.write_all(engine::conllu(document).as_bytes())?;
        }
        _ => writeln!(out, "{}", export::json(facade::id(name), document, &analysis()))?,
    }
    out.flush()?;
    Ok(())
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

/// Help and version go out whole, or nobody wanted them.
fn print_and_forget(out: &mut impl Write, text: &str) {
    let _ = writeln!(out, "{text}");
}
