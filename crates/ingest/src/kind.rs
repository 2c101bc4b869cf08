//! What a file is, told by its first bytes and, where they do not tell, by its name.

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Plain,
    Markdown,
    Html,
    Json,
    Xml,
    Mail,
    Subtitles,
    Rtf,
    Gzip,
    Zip,
    Docx,
    Odt,
    Epub,
    Pdf,
}

/// A file of a type that is not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unread {
    what: &'static str,
}

impl Unread {
    /// One sentence for the reader: what this is, and what works.
    pub fn sentence(&self) -> String {
        format!("This is {}, which cannot be read{}", self.what, self.way_on())
    }

    fn way_on(&self) -> &'static str {
        match self.what {
            "an old Microsoft Office file" => "; open it and save it as DOCX, or copy its text.",
            "an Outlook message" => "; open it and save it as text or as an .eml file, or copy its text.",
            "a WordPerfect document" | "a Pages document" => {
                "; open it and export it as DOCX, or copy its text."
            }
            what if what.ends_with("image") => "; copy the words that stand in it.",
            _ => "; texts, pages, mails, feeds, PDF, Word, OpenDocument, EPUB and RTF files can.",
        }
    }

    /// Data in which no article was found.
    pub fn without_article(is_json: bool) -> Unread {
        Unread {
            what: if is_json { "a JSON file without an article" } else { "an XML file without an article" },
        }
    }

    /// An archive of many files.
    pub fn archives() -> Unread {
        Unread { what: "an archive without an article" }
    }
}

/// How many bytes are looked at.
const LOOK: usize = 4096;

/// The first bytes of formats that are no text.
const SIGNATURES: [(&[u8], &str); 23] = [
    (b"\xffWPC", "a WordPerfect document"),
    (b"PK\x05\x06", "an empty ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office file"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"\0\0\x01\0", "an icon"),
    (b"bplist00", "a web archive of Safari"),
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

/// What stands near the start of a ZIP archive that is a document, or in the list at its end.
const INSIDE_ZIP: [(&[u8], Result<Kind, &str>); 8] = [
    (b"application/epub+zip", Ok(Kind::Epub)),
    (b"application/vnd.oasis.opendocument.text", Ok(Kind::Odt)),
    (b"application/vnd.oasis.opendocument", Err("an OpenDocument file")),
    (b"word/document.xml", Ok(Kind::Docx)),
    (b"word/", Ok(Kind::Docx)),
    (b"xl/", Err("an Excel workbook")),
    (b"ppt/", Err("a PowerPoint presentation")),
    (b"Index/Document.iwa", Err("a Pages document")),
];

/// Names that say more than a ZIP archive's bytes do.
const ZIP_NAMES: [(&str, Result<Kind, &str>); 6] = [
    ("docx", Ok(Kind::Docx)),
    ("odt", Ok(Kind::Odt)),
    ("epub", Ok(Kind::Epub)),
    ("pages", Err("a Pages document")),
    ("xlsx", Err("an Excel workbook")),
    ("pptx", Err("a PowerPoint presentation")),
];

pub fn of(name: &str, bytes: &[u8]) -> Result<Kind, Unread> {
    let start = bytes.get(..LOOK).unwrap_or(bytes);
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, ending)| ending.to_ascii_lowercase());
    if start.starts_with(b"PK\x03\x04") {
        return in_zip(bytes, &ending).map_err(|what| Unread { what });
    }
    if start.starts_with(b"\x1f\x8b") {
        return Ok(Kind::Gzip);
    }
    // Some programs put a few bytes in front of a PDF.
    if start.get(..1024).unwrap_or(start).windows(5).any(|window| window == b"%PDF-") && is_pdf(start) {
        return Ok(Kind::Pdf);
    }
    if start.trim_ascii_start().starts_with(b"{\\rtf") {
        return Ok(Kind::Rtf);
    }
    if let Some(what) = binary(start, &ending) {
        return Err(Unread { what });
    }
    let is_plain = matches!(ending.as_str(), "txt" | "text" | "md" | "markdown");
    if !is_plain && crate::mail::is_mail(start) {
        return Ok(Kind::Mail);
    }
    let words = String::from_utf8_lossy(start);
    if crate::subtitles::are_subtitles(&words) {
        return Ok(Kind::Subtitles);
    }
    if !is_plain && is_known_xml(&words) {
        return Ok(Kind::Xml);
    }
    Ok(match ending.as_str() {
        "md" | "markdown" | "mdown" | "mkd" => Kind::Markdown,
        "html" | "htm" | "xhtml" => Kind::Html,
        "txt" | "text" => Kind::Plain,
        "json" => Kind::Json,
        "xml" | "rss" | "atom" | "nitf" if !looks_like_html(start) => Kind::Xml,
        "" if looks_like_json(start) => Kind::Json,
        _ if looks_like_html(start) => Kind::Html,
        _ => Kind::Plain,
    })
}

/// Whether bytes that name PDF somewhere near their start are one: it begins so, or goes on as no text does.
fn is_pdf(start: &[u8]) -> bool {
    start.trim_ascii_start().starts_with(b"%PDF-") || is_binary(start)
}

/// What a ZIP archive is.
fn in_zip(bytes: &[u8], ending: &str) -> Result<Kind, &'static str> {
    let ends = [bytes.get(..LOOK), bytes.get(bytes.len().saturating_sub(4 * LOOK)..)];
    let [start, end] = ends.map(|part| part.unwrap_or(bytes));
    let inside = INSIDE_ZIP.iter().find(|(mark, _)| holds(start, mark) || holds(end, mark));
    let named = || ZIP_NAMES.iter().find(|(name, _)| *name == ending).map(|&(_, what)| what);
    inside.map(|&(_, what)| what).or_else(named).unwrap_or(Ok(Kind::Zip))
}

/// Whether a text begins as the source of a page or of a part of one does.
pub fn is_html_source(text: &str) -> bool {
    const OPENINGS: [&str; 8] = ["<!doctype html", "<html", "<body", "<article", "<div", "<p>", "<p ", "<h1"];
    let start: String = text.trim_start().chars().take(20).flat_map(char::to_lowercase).collect();
    let is_closed = || {
        ["</p>", "</div>", "</body>", "</article>", "</html>", "</h1>"].iter().any(|end| text.contains(end))
    };
    OPENINGS.iter().any(|opening| start.starts_with(opening)) && is_closed()
}

/// Whether a document is XML of a kind that holds articles.
fn is_known_xml(start: &str) -> bool {
    let start = start.trim_start_matches('\u{feff}').trim_start();
    let root = |start: &str| {
        ["<rss", "<feed", "<nitf", "<newsItem", "<newsMessage", "<rdf:RDF", "<NewsML"]
            .iter()
            .any(|root| start.starts_with(root))
    };
    const INSIDE: [&str; 7] = ["<rss", "<feed", "<nitf", "<newsItem", "<newsMessage", "<rdf:RDF", "<article"];
    let is_paper = start.starts_with("<article") && start.contains("<article-meta");
    let is_xml = start.starts_with("<?xml") && INSIDE.iter().any(|root| start.contains(root));
    // An item of news may hold a page.
    let is_page = start.contains("<html") && !start.contains("<newsItem") && !start.contains("<feed");
    root(start) || is_paper || is_xml && !is_page
}

/// What these bytes are, if they are no text.
fn binary(start: &[u8], ending: &str) -> Option<&'static str> {
    if start.starts_with(b"\xd0\xcf\x11\xe0") && ending == "msg" {
        return Some("an Outlook message");
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

/// Whether the bytes hold what no text in any encoding does: zeros (other than UTF-16's), many control codes. The
/// separators of files, groups, records and fields stand in what wires and mainframes wrote.
fn is_binary(start: &[u8]) -> bool {
    if crate::encoding::utf16(start).is_some() {
        return false;
    }
    let odd = start
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b..=0x1f))
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
        check("notes.txt", b"%PDF-1.7 \x01", Ok(Kind::Pdf));
        check("notes.txt", b"A file that begins with %PDF- is a PDF.", Ok(Kind::Plain));
        check("notes.txt", b"PK\x03\x04....word/document.xml", Ok(Kind::Docx));
        check("notes.docx", b"PK\x03\x04....", Ok(Kind::Docx));
        check("notes", b"PK\x03\x04....xl/workbook.xml", Err("an Excel workbook"));
        check("letter.doc", b"{\\rtf1 x}", Ok(Kind::Rtf));
        check("letter.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Err("an Outlook message"));
        check("a", b"<?xml version='1.0'?><rss><channel/></rss>", Ok(Kind::Xml));
        check("a", b"<?xml version='1.0'?><html><body/></html>", Ok(Kind::Html));
        check("book", b"PK\x03\x04....mimetypeapplication/epub+zip", Ok(Kind::Epub));
        check("photo.html", b"\xff\xd8\xff\xe0", Err("a JPEG image"));
        check("photo", b"RIFF\0\0\0\0WEBPVP8", Err("a WebP image"));
        check("noise.txt", &[0, 1, 2, 3, 0, 0, 0, 9], Err("a binary file of an unknown type"));
    }

    #[test]
    fn the_separators_of_old_wires_stand_in_text() {
        let wire = b"PIER\x1fSOLD\x1eAna Ruiz\x1fsaid\x1e\x1d\x0bIt rained.\x1c";
        check("wire.txt", wire, Ok(Kind::Plain));
        check("wire", wire, Ok(Kind::Plain));
    }

    #[test]
    fn utf_16_is_no_binary_file() {
        check("a.txt", b"\xff\xfeH\0e\0y\0", Ok(Kind::Plain));
        check("a.txt", b"H\0e\0l\0l\0o\0 \0y\0o\0u\0", Ok(Kind::Plain));
    }
}
