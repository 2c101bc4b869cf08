//! An article as it was read: its text, its blocks, the way back to what was given, and what was lost.

use crate::Span;

/// An article as it was read: clean text, its blocks, and what was lost on the way.
///
/// Invariants: blocks are in order, do not overlap and lie on character boundaries; what stands between
/// two blocks is white space only; the text is under 4 GiB.
#[derive(Debug, Clone, PartialEq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Document {
    pub text: String,
    pub blocks: Vec<Block>,
    /// From the clean text back to the text as it was given.
    pub source: SourceMap,
    /// What the file itself states of its article.
    pub stated: Stated,
    /// What stands in the file and was not read as part of the article, kind by kind.
    pub left_out: Vec<LeftOut>,
    /// The parts of the file that it was read from, in order; none where the file has but one.
    pub parts: Vec<Part>,
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// A document of plain paragraphs, one for each run of lines that are not blank.
    /// For text that is known to be clean; `ingest` reads everything else.
    pub fn from_paragraphs(text: &str) -> Self {
        let mut blocks = Vec::new();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(text);
            if !span.is_empty() {
                blocks.push(Block { span, kind: BlockKind::Paragraph });
            }
            at += line.len();
        }
        Document { text: text.to_owned(), blocks, ..Document::default() }
    }
}

impl Document {
    /// The part of the file that the byte `at` of the text was read from, if it has several.
    pub fn part_at(&self, at: usize) -> Option<&Part> {
        let after = self.parts.partition_point(|part| part.start as usize <= at);
        after.checked_sub(1).and_then(|number| self.parts.get(number))
    }
}

/// What a file states of its article besides its words: in a page's head, a mail's headers, a document's properties.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Stated {
    pub title: Option<String>,
    /// Whether the title is the reader's own, which goes before the headline.
    #[cfg_attr(feature = "serde", serde(default))]
    pub title_is_readers: bool,
    pub authors: Vec<String>,
    /// The newspaper, broadcaster or site.
    pub site: Option<String>,
    /// The article's own address.
    pub url: Option<String>,
    /// The day of publication, as 2025-12-07.
    pub published: Option<String>,
    /// The day of the last change, as 2025-12-07.
    pub modified: Option<String>,
}

impl Stated {
    /// Whether nothing is stated at all.
    pub fn is_empty(&self) -> bool {
        *self == Stated::default()
    }
}

/// Words that stand in a file and were not taken for its article.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct LeftOut {
    /// What they are, in a word or two for the reader: "comments", "struck out".
    pub what: String,
    pub words: u32,
}

/// Where a part of a file begins in the text: a page, a chapter.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Part {
    /// In bytes of the clean text.
    pub start: u32,
    /// What a reader finds it by: "page 3".
    pub name: String,
}

/// A part of the page as a reader sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Block {
    pub span: Span,
    pub kind: BlockKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum BlockKind {
    Headline,
    Byline,
    Dateline,
    #[default]
    Paragraph,
    Heading,
    ListItem,
    Caption,
    /// Credits, "Read more", and the like.
    Furniture,
    /// A block quotation: somebody else's words, set apart.
    Quotation,
    /// A footnote.
    Note,
    /// A row of a table, its cells parted by bars.
    TableRow,
}

impl BlockKind {
    /// The name used in the analysis document.
    pub fn name(self) -> &'static str {
        match self {
            BlockKind::Headline => "headline",
            BlockKind::Byline => "byline",
            BlockKind::Dateline => "dateline",
            BlockKind::Paragraph => "paragraph",
            BlockKind::Heading => "heading",
            BlockKind::ListItem => "list-item",
            BlockKind::Caption => "caption",
            BlockKind::Furniture => "furniture",
            BlockKind::Quotation => "quotation",
            BlockKind::Note => "note",
            BlockKind::TableRow => "table-row",
        }
    }
}

/// Where each byte of the clean text stood in the text as it was given (after decoding).
///
/// A list of runs: from `clean` on, a byte of the clean text stands `source - clean` bytes further on.
/// An empty map means that nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct SourceMap {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
struct Run {
    clean: u32,
    source: u32,
}

impl SourceMap {
    /// Says that the clean text from byte `clean` on was copied from byte `source` on. Called in order.
    pub fn copied_from(&mut self, clean: usize, source: usize) {
        let run = Run { clean: clean as u32, source: source as u32 };
        match self.runs.last_mut() {
            Some(last) if last.clean == run.clean => *last = run,
            Some(last) if run.source.wrapping_sub(last.source) == run.clean - last.clean => {}
            _ => self.runs.push(run),
        }
    }

    /// The byte in the given text that the clean text's byte `clean` came from.
    pub fn source_of(&self, clean: usize) -> usize {
        let after = self.runs.partition_point(|run| run.clean as usize <= clean);
        match after.checked_sub(1).map(|i| self.runs[i]) {
            Some(run) => run.source as usize + (clean - run.clean as usize),
            None => clean,
        }
    }
}

/// Something that the reader of an article should know of how it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Diagnostic {
    /// A short name that does not change, such as `unclosed-quote`.
    pub code: String,
    pub severity: Severity,
    /// The place, if there is one.
    pub span: Option<Span>,
    /// One plain sentence: what happened, what was kept, what to do.
    pub message: String,
}

impl Diagnostic {
    pub fn note(code: &str, span: Option<Span>, message: impl Into<String>) -> Self {
        Diagnostic { code: code.to_owned(), severity: Severity::Note, span, message: message.into() }
    }

    pub fn error(code: &str, message: impl Into<String>) -> Self {
        Diagnostic { code: code.to_owned(), severity: Severity::Error, span: None, message: message.into() }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub enum Severity {
    /// Good to know; everything was read.
    Note,
    /// Nothing could be read; the message says why and what works instead.
    Error,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_map_leads_back_over_what_was_dropped() {
        // "a\u{200b}b" was cleaned to "ab"
        let mut map = SourceMap::default();
        map.copied_from(0, 0);
        map.copied_from(1, 4);
        assert_eq!([0, 1].map(|at| map.source_of(at)), [0, 4]);
        assert_eq!(SourceMap::default().source_of(7), 7);
    }

    #[test]
    fn paragraphs_are_lines_without_their_white_space() {
        let document = Document::from_paragraphs(" One. \r\n\r\nTwo.");
        let words: Vec<_> = document.blocks.iter().map(|b| b.span.of(&document.text)).collect();
        assert_eq!(words, ["One.", "Two."]);
    }
}
