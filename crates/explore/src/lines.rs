//! JSON Lines in, an analysis a line out: a stream that holds one article at a time.
//!
//! A line that cannot be read gives a line that says so; it never ends the stream.

use std::io::{BufRead, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};

use engine::Options;
use serde_json::{Map, Value};

use crate::{Failure, call, surrogates};

/// Answers each line of `input` that is not blank, in order.
pub fn analyze(input: &mut impl BufRead, options: &Options, out: &mut impl Write) -> Result<(), Failure> {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.read_until(b'\n', &mut line).map_err(|error| Failure::Input(error.to_string()))?;
        if read == 0 {
            return Ok(());
        }
        let bytes = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&line).trim_ascii();
        if !bytes.is_empty() {
            writeln!(out, "{}", answer(bytes, options))?;
            out.flush()?;
        }
    }
}

/// The analysis of one line, or `{"id", "error"}`.
fn answer(line: &[u8], options: &Options) -> String {
    let Ok(line) = str::from_utf8(line) else {
        // Its name may be readable all the same.
        let row = object(&String::from_utf8_lossy(line)).unwrap_or_default();
        return failure(id_of(&row), "the line is no UTF-8");
    };
    let row = match object(line) {
        Ok(row) => row,
        Err(error) => return failure(&Value::Null, &format!("not a JSON object: {error}")),
    };
    let id = id_of(&row);
    match article(&row, options) {
        Ok((text, options)) => analysis(id, text, &options),
        Err(why) => failure(id, &why),
    }
}

/// The object that a line is; half characters in it are replaced.
fn object(line: &str) -> Result<Map<String, Value>, serde_json::Error> {
    serde_json::from_str(line)
        .or_else(|error| serde_json::from_str(&surrogates::mend(line)).map_err(|_| error))
}

fn id_of(row: &Map<String, Value>) -> &Value {
    row.get("id").unwrap_or(&Value::Null)
}

/// The text of a line, and the options that hold for it.
fn article<'a>(row: &'a Map<String, Value>, options: &Options) -> Result<(&'a str, Options), String> {
    match row.get("id") {
        Some(Value::String(_) | Value::Number(_)) => {}
        Some(_) => return Err("the \"id\" is neither a string nor a number".to_owned()),
        None => return Err("there is no \"id\"".to_owned()),
    }
    let text = match row.get("text") {
        Some(Value::String(text)) => text,
        Some(_) => return Err("the \"text\" is not a string".to_owned()),
        None => return Err("there is no \"text\"".to_owned()),
    };
    let mut options = options.clone();
    match row.get("published") {
        None | Some(Value::Null) => {}
        Some(Value::String(day)) => options.published = Some(call::day(day)?),
        Some(_) => return Err("the \"published\" is not a string".to_owned()),
    }
    Ok((text, options))
}

fn analysis(id: &Value, text: &str, options: &Options) -> String {
    // The engine takes any text. Should it fail all the same, one article is not worth the thousands after it.
    let analyzed = catch_unwind(AssertUnwindSafe(|| {
        let document = ingest::read_paste(text, None);
        export::json(id, &document, &engine::analyze(&document, options))
    }));
    analyzed.unwrap_or_else(|_| failure(id, "the analysis broke down; please report this text"))
}

fn failure(id: &Value, why: &str) -> String {
    format!("{{\"id\":{id},\"error\":{}}}", Value::from(why))
}
