//! Bytes or pasted text in, a clean [`Document`] out.

pub use text::Document;

/// Reads a file's bytes; `name` is a hint at what they are.
pub fn read_file(_name: &str, bytes: &[u8]) -> Document {
    Document::from_paragraphs(&String::from_utf8_lossy(bytes))
}

/// Reads what was pasted: its plain text, and the clipboard's rich form if it had one.
pub fn read_paste(text: &str, _html: Option<&str>) -> Document {
    Document::from_paragraphs(text)
}
