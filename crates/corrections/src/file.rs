//! The forms in which corrections and name lists are kept: JSON that names its schema, checked when it is read.

use std::fmt;

use analysis::{EntityType, QuoteKind};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::Correction;

/// The name and version of the form in which corrections are kept.
pub const SCHEMA: &str = "article-explorer/corrections/1";

/// Why something that was kept cannot be read: one or two plain sentences for the reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    message: String,
    another_version: bool,
}

impl ReadError {
    fn new(message: String) -> Self {
        ReadError { message, another_version: false }
    }

    /// Whether another version of this crate wrote it, so that it must be left as it is.
    pub fn is_another_version(&self) -> bool {
        self.another_version
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {}

#[derive(Serialize)]
struct Saved<'a> {
    schema: &'static str,
    corrections: &'a [Correction],
}

/// Corrections on one line, without a line end: `{"schema": …, "corrections": [{"op": "rename", …}, …]}`.
///
/// Types have their OntoNotes names. The same corrections give the same bytes, and so do those read from them.
pub fn to_json(corrections: &[Correction]) -> String {
    // Plain data with string keys always has a JSON form.
    serde_json::to_string(&Saved { schema: SCHEMA, corrections }).unwrap_or_default()
}

/// What [`to_json`] wrote.
///
/// # Errors
///
/// What is not JSON, is of another schema or version, or holds an entry that is no correction. Nothing is read then:
/// half of a list would say something else.
pub fn from_json(json: &str) -> Result<Vec<Correction>, ReadError> {
    let mut saved = open(json, SCHEMA, "a list of corrections")?;
    let read: Vec<Correction> =
        entries(saved.get_mut("corrections").map(Value::take), "correction", "corrections")?;
    Ok(read.into_iter().map(Correction::bounded).collect())
}

/// The object that was kept, if it is of this schema.
pub fn open(json: &str, schema: &str, what: &str) -> Result<Value, ReadError> {
    let saved: Value = serde_json::from_str(json)
        .map_err(|_| ReadError::new(format!("This is not {what}: it is not JSON, or it is cut off.")))?;
    let found = saved.get("schema").and_then(Value::as_str).unwrap_or("");
    let family = schema.trim_end_matches(|c: char| c.is_ascii_digit());
    if found == schema {
        Ok(saved)
    } else if found.starts_with(family) {
        let message =
            format!("This is {what} from another version of Article Explorer. Reload to get the newest.");
        Err(ReadError { message, another_version: true })
    } else {
        Err(ReadError::new(format!("This is not {what} of Article Explorer.")))
    }
}

/// Entries of a list at most: more than any reader makes, few enough for a page to go through.
const MOST_ENTRIES: usize = 100_000;

/// A list out of it.
pub fn entries<T: DeserializeOwned>(list: Option<Value>, one: &str, many: &str) -> Result<Vec<T>, ReadError> {
    let Some(Value::Array(list)) = list else {
        return Err(ReadError::new(format!("The list of {many} is missing.")));
    };
    if list.len() > MOST_ENTRIES {
        return Err(ReadError::new(format!("It has {} {many}; {MOST_ENTRIES} are the most.", list.len())));
    }
    let read = |(nth, entry)| {
        serde_json::from_value(entry)
            .map_err(|error| ReadError::new(format!("Entry {nth} cannot be read as a {one}: {error}.")))
    };
    (1..).zip(list).map(read).collect::<Result<_, _>>()
}

/// A type of entity under its OntoNotes name.
pub mod entity_type {
    use serde::{Deserializer, Serializer};

    use super::*;

    pub fn serialize<S: Serializer>(kind: &EntityType, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(kind.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<EntityType, D::Error> {
        let name = String::deserialize(from)?;
        let kind = EntityType::ALL.into_iter().find(|kind| kind.name() == name);
        kind.ok_or_else(|| serde::de::Error::custom(format!("there is no type “{name}”")))
    }
}

/// A kind of quote under its name in the analysis document.
pub mod quote_kind {
    use serde::{Deserializer, Serializer};

    use super::*;

    pub fn serialize<S: Serializer>(kind: &QuoteKind, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(kind.name())
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<QuoteKind, D::Error> {
        let name = String::deserialize(from)?;
        let kinds = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];
        let kind = kinds.into_iter().find(|kind| kind.name() == name);
        kind.ok_or_else(|| serde::de::Error::custom(format!("there is no kind of quote “{name}”")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn every_kind_of_correction_reads_back_to_the_same_bytes() {
        let corrections = fixture::one_of_each();
        let json = to_json(&corrections);
        let read = from_json(&json).expect("what was written is read");
        assert_eq!(read, corrections);
        assert_eq!(to_json(&read), json);
        let ops = [
            "rename",
            "retype",
            "merge",
            "split",
            "move",
            "not-a-name",
            "not-a-mention",
            "add-name",
            "add-quote",
            "set-speaker",
            "not-a-quote",
            "describe",
            "note",
        ];
        for op in ops {
            assert!(json.contains(&format!("{{\"op\":\"{op}\"")), "{op} in {json}");
        }
    }

    #[test]
    fn the_form_does_not_change_unseen() {
        let (document, base) = fixture::article();
        let lisbon = fixture::id(&base, "Lisbon");
        let retype =
            Correction::retype(&document, &base, lisbon, EntityType::WorkOfArt).expect("Lisbon is there");
        assert_eq!(
            to_json(&[retype]),
            "{\"schema\":\"article-explorer/corrections/1\",\"corrections\":[{\"op\":\"retype\",\"entity\":\
             {\"name\":\"Lisbon\",\"kind\":\"GPE\",\"mention\":{\"words\":\"Lisbon\",\"start\":53,\
             \"before\":\" Ruiz said on Monday in\\n\",\"after\":\", few agreed. She left.\\n\",\"nth\":0}},\
             \"kind\":\"WORK_OF_ART\"}]}"
        );
    }

    #[track_caller]
    fn check(json: &str, expected: &str) {
        let error = from_json(json).expect_err("this is no list of corrections").to_string();
        assert!(error.contains(expected), "{error}");
    }

    #[test]
    fn what_cannot_be_read_is_told_in_plain_words() {
        check("", "not JSON");
        check("{\"schema\":\"article-explorer/corr", "cut off");
        check("[]", "not a list of corrections of Article Explorer");
        check("{\"schema\":7}", "not a list of corrections of Article Explorer");
        check("{\"schema\":\"article-explorer/names/1\"}", "not a list of corrections of Article Explorer");
        check("{\"schema\":\"article-explorer/corrections/2\"}", "another version");
        check("{\"schema\":\"article-explorer/corrections/1\"}", "list of corrections is missing");
        check(
            "{\"schema\":\"article-explorer/corrections/1\",\"corrections\":7}",
            "list of corrections is missing",
        );
        let entry = |entry: &str| format!("{{\"schema\":\"{SCHEMA}\",\"corrections\":[{entry}]}}");
        check(&entry("{\"op\":\"explode\"}"), "Entry 1 cannot be read as a correction");
        check(&entry("{\"op\":\"rename\",\"name\":\"A\"}"), "missing field `entity`");
        let kind = to_json(&fixture::one_of_each()).replace("WORK_OF_ART", "ALIEN");
        check(&kind, "there is no type “ALIEN”");
        let more = to_json(&fixture::one_of_each()).replacen("\"name\"", "\"new\":1,\"name\"", 1);
        check(&more, "unknown field `new`");
        check(&"[".repeat(100_000), "not JSON");
    }
}
