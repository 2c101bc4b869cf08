//! What a file is, told by its first bytes and, where they do not tell, by its name.

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Markdown,
    Html,
    Json,
}

/// A file of a type that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    what: &'static str,
}

impl Unread {
    /// One sentence for the reader: what this is, and what works.
    pub fn sentence(&self) -> String {
        format!("This is {}, which cannot be read yet; .txt, .md and .html files can.", self.what)
    }

    /// JSON that is no article by any name that is known.
    pub fn data() -> Unread {
        Unread { what: "a JSON file in which no article was found" }
    }
}

/// How many bytes are looked at.
const LOOK: usize = 4096;

/// The first bytes of formats that are no text.
const SIGNATURES: [(&[u8], &str); 25] = [
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"{\\rtf", "a Rich Text (RTF) file"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\x01\0", "an icon"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"\0asm", "a WebAssembly program"),
    (b"SQLite format 3\0", "a database"),
    (b"OggS", "an Ogg sound file"),
    (b"ID3", "an MP3 sound file"),
    (b"fLaC", "a FLAC sound file"),
    (b"\x1a\x45\xdf\xa3", "a film"),
    (b"wOF2", "a font"),
];

/// What stands near the start of a ZIP archive that is a document.
const INSIDE_ZIP: [(&[u8], &str); 6] = [
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument.text", "an ODT document"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"word/", "a Word (DOCX) document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
];

/// Names that say more than a ZIP archive's first bytes do.
const ZIP_NAMES: [(&str, &str); 5] = [
    ("docx", "a Word (DOCX) document"),
    ("odt", "an ODT document"),
    ("epub", "an EPUB book"),
    ("xlsx", "an Excel workbook"),
    ("pptx", "a PowerPoint presentation"),
];

pub fn of(name: &str, bytes: &[u8]) -> Result<Kind, Unread> {
    let start = bytes.get(..LOOK).unwrap_or(bytes);
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if let Some(what) = binary(start, &ending) {
        return Err(Unread { what });
    }
    Ok(match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Kind::Markdown,
        "html" | "htm" | "xhtml" => Kind::Html,
        "txt" | "text" => Kind::Plain,
        "json" => Kind::Json,
        "" if looks_like_json(start) => Kind::Json,
        _ if looks_like_html(start) => Kind::Html,
        _ => Kind::Plain,
    })
}

/// What these bytes are, if they are no text.
fn binary(start: &[u8], ending: &str) -> Option<&'static str> {
    if start.starts_with(b"PK\x03\x04") {
        let inside = INSIDE_ZIP.iter().find(|(mark, _)| holds(start, mark));
        let named = || ZIP_NAMES.iter().find(|(name, _)| *name == ending).map(|&(_, what)| what);
        return inside.map(|&(_, what)| what).or_else(named).or(Some("a ZIP archive"));
    }
    if let Some(&(_, what)) = SIGNATURES.iter().find(|(mark, _)| start.starts_with(mark)) {
        return Some(what);
    }
    match (start.get(..4), start.get(4..8), start.get(8..12)) {
        (Some(b"RIFF"), _, Some(b"WEBP")) => return Some("a WebP image"),
        (Some(b"RIFF"), ..) => return Some("a sound or film file"),
        (_, Some(b"ftyp"), _) => return Some("a film or image file"),
        _ => {}
    }
    is_binary(start).then_some("a binary file of an unknown type")
}

/// Whether the bytes hold what no text in any encoding does: zeros (other than UTF-16's), many control codes.
fn is_binary(start: &[u8]) -> bool {
    if crate::encoding::utf16(start).is_some() {
        return false;
    }
    let odd = start
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b))
        .count();
    odd * 20 > start.len()
}

fn looks_like_html(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start).to_lowercase();
    let words = start.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']);
    ["<!doctype html", "<html", "<head", "<body", "<article", "<!-- saved from url"]
        .iter()
        .any(|mark| words.starts_with(mark))
        || (words.starts_with("<?xml") || words.starts_with("<!--")) && words.contains("<html")
}

fn looks_like_json(start: &[u8]) -> bool {
    let start = String::from_utf8_lossy(start);
    let mut words = start.trim_start_matches('\u{feff}').split_whitespace().flat_map(str::chars);
    matches!((words.next(), words.next()), (Some('{'), Some('"')) | (Some('['), Some('{')))
}

fn holds(bytes: &[u8], mark: &[u8]) -> bool {
    bytes.windows(mark.len()).any(|window| window == mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, bytes: &[u8], expected: Result<Kind, &str>) {
        assert_eq!(of(name, bytes).map_err(|unread| unread.what), expected, "{name}");
    }

    #[test]
    fn names_tell_text_apart() {
        check("a.txt", b"<html>", Ok(Kind::Plain));
        check("a.MD", b"# Title", Ok(Kind::Markdown));
        check("a.htm", b"Hello", Ok(Kind::Html));
        check("-", b"Hello", Ok(Kind::Plain));
        check("empty", b"", Ok(Kind::Plain));
    }

    #[test]
    fn a_page_without_a_name_is_known_by_its_start() {
        check("-", b"\n <!DOCTYPE HTML><p>Hello", Ok(Kind::Html));
        check("download", b"<?xml version='1.0'?><html xmlns='x'>", Ok(Kind::Html));
        check("-", b"<html> is a tag", Ok(Kind::Html));
        check("-", b"The <html> tag", Ok(Kind::Plain));
    }

    #[test]
    fn content_is_believed_before_the_name() {
        check("notes.txt", b"%PDF-1.7 \x01", Err("a PDF"));
        check("notes.txt", b"PK\x03\x04....word/document.xml", Err("a Word (DOCX) document"));
        check("notes.docx", b"PK\x03\x04....", Err("a Word (DOCX) document"));
        check("book", b"PK\x03\x04....mimetypeapplication/epub+zip", Err("an EPUB book"));
        check("photo.html", b"\xff\xd8\xff\xe0", Err("a JPEG image"));
        check("photo", b"RIFF\0\0\0\0WEBPVP8", Err("a WebP image"));
        check("noise.txt", &[0, 1, 2, 3, 0, 0, 0, 9], Err("a binary file of an unknown type"));
    }

    #[test]
    fn utf_16_is_no_binary_file() {
        check("a.txt", b"\xff\xfeH\0e\0y\0", Ok(Kind::Plain));
        check("a.txt", b"H\0e\0l\0l\0o\0 \0y\0o\0u\0", Ok(Kind::Plain));
    }
}
