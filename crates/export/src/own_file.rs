//! Which files are the program's own: JSON that names its schema, whatever way it came in.

use crate::schema;

/// What every schema of ours begins with.
const OURS: &str = "article-explorer/";
/// A file of ours that is cut off has its schema's name in its first bytes all the same.
const HEAD: usize = 1_000;

/// What a file of ours is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnKind {
    Analysis,
    /// A backup of the library.
    Backup,
    /// A list of names.
    Names,
    /// Cut off, or none of these.
    Other,
}

/// A file's JSON, and what it says that it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnFile {
    pub kind: OwnKind,
    pub json: String,
}

/// A file's content, if it is JSON of ours, or several in a list or in lines. All else is for ingest to read.
pub fn own_file(bytes: &[u8]) -> Option<OwnFile> {
    let json = std::str::from_utf8(bytes).ok()?.trim_start_matches('\u{feff}');
    if !json.trim_start().starts_with(['{', '[']) {
        return None;
    }
    let kind = match schema(json) {
        Some(schema) => match schema.strip_prefix(OURS)?.split('/').next() {
            Some("analysis") => OwnKind::Analysis,
            Some("backup") => OwnKind::Backup,
            Some("names") => OwnKind::Names,
            _ => OwnKind::Other,
        },
        None if json[..json.floor_char_boundary(HEAD)].contains(&format!("\"{OURS}")) => OwnKind::Other,
        None => return None,
    };
    Some(OwnFile { kind, json: json.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(content: &str) -> Option<OwnKind> {
        own_file(content.as_bytes()).map(|file| file.kind)
    }

    #[test]
    fn files_of_ours_are_known_by_their_schema() {
        for (schema, is) in
            [("analysis", OwnKind::Analysis), ("backup", OwnKind::Backup), ("names", OwnKind::Names)]
        {
            let json = format!("{{\"schema\":\"article-explorer/{schema}/1\"}}");
            assert_eq!(kind(&format!("\u{feff} {json}")), Some(is));
            assert_eq!(kind(&format!("[{json}, {json}]")), Some(is));
            assert_eq!(kind(&format!("{json}\n{json}\n")), Some(is));
        }
        assert_eq!(kind("{\"schema\":\"article-explorer/poem/1\"}"), Some(OwnKind::Other));
        assert_eq!(kind("{\"schema\":\"article-explorer/analysis/1\",\"te"), Some(OwnKind::Other));
    }

    #[test]
    fn what_is_not_ours_is_left_to_others() {
        for other in [
            "null",
            "7",
            "[]",
            "[Updated] The hall will close.",
            "{sic} he wrote",
            "{\"schema\":\"somebody/else\"}",
            "{\"schema\":\"somebody/else\",\"note\":\"article-explorer/names/1\"}",
            "{\"headline\": \"article-explorer is out\"",
            "Ana Ruiz met us on Monday.",
        ] {
            assert_eq!(kind(other), None, "{other}");
        }
        assert_eq!(own_file(b"{\xff}"), None);
    }
}
