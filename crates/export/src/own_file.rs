//! Which files are the program's own: JSON that names its schema, whatever way it came in.

use crate::schema;

/// What a file of JSON is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnKind {
    Analysis,
    /// A backup of the library.
    Backup,
    /// A list of names.
    Names,
    /// JSON by its name, and none of these.
    Other,
}

/// A file's JSON, and what it says that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    pub kind: OwnKind,
    pub json: String,
}

/// A file's content, if it is JSON of ours; of anybody's, if its name says that it is JSON. All else is an article.
pub fn own_file(name: &str, bytes: &[u8]) -> Option<OwnFile> {
    let json = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    let name = name.to_lowercase();
    let says_json = [".json", ".jsonl", ".ndjson"].iter().any(|ending| name.ends_with(ending));
    let is_structure = json.trim_start().starts_with(['{', '[']);
    let is_json = || serde_json::from_str::<serde::de::IgnoredAny>(json).is_ok();
    if !(is_structure || says_json && is_json()) {
        return None;
    }
    let schema = schema(json).unwrap_or_default();
    let kind = match schema.strip_prefix("article-explorer/").and_then(|kind| kind.split('/').next()) {
        Some("analysis") => OwnKind::Analysis,
        Some("backup") => OwnKind::Backup,
        Some("names") => OwnKind::Names,
        Some(_) => OwnKind::Other,
        None if says_json => OwnKind::Other,
        None => return None,
    };
    Some(OwnFile { kind, json: json.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(name: &str, content: &str) -> Option<OwnKind> {
        own_file(name, content.as_bytes()).map(|file| file.kind)
    }

    #[test]
    fn files_of_ours_are_known_by_their_schema_under_any_name() {
        for (schema, is) in
            [("analysis", OwnKind::Analysis), ("backup", OwnKind::Backup), ("names", OwnKind::Names)]
        {
            let json = format!("\u{feff} {{\"schema\":\"article-explorer/{schema}/1\"}}");
            assert_eq!(kind("", &json), Some(is));
            assert_eq!(kind("note.txt", &json), Some(is));
            assert_eq!(kind("", &format!("[{json}, {json}]").replace('\u{feff}', "")), Some(is));
        }
    }

    #[test]
    fn json_by_name_is_no_article_whatever_is_in_it() {
        for json in [
            "null",
            " 7 ",
            "true",
            "\"words\"",
            "[]",
            "[1, 2]",
            "{}",
            "{\"schema\": 7}",
            "{\"a\": [",
            "[{\"schema\":",
        ] {
            assert_eq!(kind("A.JSON", json), Some(OwnKind::Other), "{json}");
        }
        assert_eq!(kind("lines.jsonl", "{\"id\":1}\n{\"id\":2}\n"), Some(OwnKind::Other));
    }

    #[test]
    fn words_are_an_article_whatever_they_look_like() {
        for words in [
            "null",
            "7",
            "[Updated] The hall will close.",
            "{sic} he wrote",
            "[]",
            "{\"schema\":\"somebody/else\"}",
        ] {
            assert_eq!(kind("", words), None, "{words}");
            assert_eq!(kind("a.txt", words), None, "{words}");
        }
        assert_eq!(kind("a.json", "Ana Ruiz met us on Monday."), None);
        assert_eq!(own_file("a.json", b"{\xff}"), None);
    }
}
