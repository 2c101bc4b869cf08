//! A line of JSON Lines in, an analysis out. A line that cannot be read gives a line that says so.

use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use engine::Options;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::{day, surrogates};

/// What is said of an id of another kind.
pub const NO_ID: &str = "the \"id\" is neither a string nor a number";

/// The fields of a line as they stand in it, so that an id goes back letter for letter: `1.10` is not `1.1`.
type Row<'a> = HashMap<String, &'a RawValue>;

/// The analysis of one line `{"id", "text", "published"?}`, or `{"id", "error"}`.
pub fn line(line: &[u8], options: &Options) -> String {
    let Ok(line) = str::from_utf8(line) else {
        // Its name may be readable all the same.
        let line = String::from_utf8_lossy(line);
        return failure(id_of(&row(&line).unwrap_or_default()), "the line is no UTF-8");
    };
    let escaped;
    let row = match row(line) {
        Ok(row) => row,
        Err(error) => {
            escaped = controls_escaped(line);
            match row(&escaped) {
                Ok(row) => row,
                Err(_) => return failure("null", &format!("not a JSON object: {error}")),
            }
        }
    };
    let id = id_of(&row);
    match article(&row, options) {
        Ok((text, options)) => analysis(id, &text, &options),
        Err(why) => failure(id, &why),
    }
}

/// The object that a line is.
fn row(line: &str) -> Result<Row<'_>, serde_json::Error> {
    serde_json::from_str(line)
}

/// The line with the control characters in its strings escaped: JSON forbids bare ones, and scrapers write them.
fn controls_escaped(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let (mut in_string, mut escape) = (false, false);
    for c in line.chars() {
        match c {
            '"' if !escape => in_string = !in_string,
            c if in_string && c < ' ' => {
                // Behind a backslash it would be an escape that there is not.
                if escape {
                    out.push('\\');
                }
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
                escape = false;
                continue;
            }
            _ => {}
        }
        escape = in_string && c == '\\' && !escape;
        out.push(c);
    }
    out
}

/// The id as it stands in the line, if it is one.
fn id_of<'a>(row: &Row<'a>) -> &'a str {
    row.get("id").map(|id| id.get()).filter(|id| is_id(id)).unwrap_or("null")
}

/// Whether this JSON is a string or a number.
pub fn is_id(json: &str) -> bool {
    json.starts_with(|c: char| c == '"' || c == '-' || c.is_ascii_digit())
}

/// The text of a line, and the options that hold for it.
fn article(row: &Row, options: &Options) -> Result<(String, Options), String> {
    match row.get("id") {
        Some(id) if is_id(id.get()) => {}
        Some(_) => return Err(NO_ID.to_owned()),
        None => return Err("there is no \"id\"".to_owned()),
    }
    let text = match row.get("text") {
        Some(text) => string(text).ok_or("the \"text\" is not a string")?,
        None => return Err("there is no \"text\"".to_owned()),
    };
    let mut options = options.clone();
    match row.get("published") {
        None => {}
        Some(none) if none.get() == "null" => {}
        Some(published) => {
            let written = string(published).ok_or("the \"published\" is not a string")?;
            options.published = Some(day(&written)?);
        }
    }
    Ok((text, options))
}

/// The words of a JSON string; half characters in it are replaced.
fn string(json: &RawValue) -> Option<String> {
    let read = serde_json::from_str(json.get());
    read.or_else(|_| serde_json::from_str(&surrogates::mend(json.get()))).ok()
}

fn analysis(id: &str, text: &str, options: &Options) -> String {
    // The engine takes any text. Should it fail all the same, one article is not worth the thousands after it.
    let analyzed = catch_unwind(AssertUnwindSafe(|| {
        let document = ingest::read_paste(text, None);
        let id: Option<&RawValue> = serde_json::from_str(id).ok();
        export::json(id, &document, &engine::analyze(&document, options))
    }));
    analyzed.unwrap_or_else(|_| failure(id, "the analysis broke down; please report this text"))
}

fn failure(id: &str, why: &str) -> String {
    format!("{{\"id\":{id},\"error\":{}}}", Value::from(why))
}
