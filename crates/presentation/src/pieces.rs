//! The text cut into what the page lays out at once: blocks, the longest of them in several pieces, and sheets of
//! pieces that are drawn one after the other.

use std::ops::Range;

use text::{BlockKind, Document, Span};

/// Bytes of the longest piece: about two screens of text, so that a block of megabytes is laid out only where
/// the reader looks.
const LONGEST: usize = 6_000;
/// A sheet ends after this many pieces or bytes, whichever comes first: a few milliseconds of drawing.
const SHEET_PIECES: usize = 30;
const SHEET_BYTES: usize = 12_000;

/// A block, or a part of a very long one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub span: Span,
    pub kind: BlockKind,
    /// Whether its block begins here; a piece that does not is the continuation of the one before.
    pub begins: bool,
}

pub(crate) fn cut(document: &Document) -> Vec<Piece> {
    let text = &document.text;
    let mut pieces = Vec::with_capacity(document.blocks.len());
    for block in &document.blocks {
        let Range { mut start, end } = block.span.range();
        let mut begins = true;
        while end - start > LONGEST {
            let next = cut_at(text, start, text.floor_char_boundary(start + LONGEST));
            pieces.push(Piece { span: Span::new(start, next), kind: block.kind, begins });
            (start, begins) = (next, false);
        }
        pieces.push(Piece { span: Span::new(start, end), kind: block.kind, begins });
    }
    pieces
}

/// After the last white space in the second half of `start..limit`, or else at `limit`.
fn cut_at(text: &str, start: usize, limit: usize) -> usize {
    let half = text.floor_char_boundary(start + LONGEST / 2);
    let words = text.get(half..limit).unwrap_or("");
    match words.char_indices().rev().find(|(_, c)| c.is_whitespace()) {
        Some((at, c)) => half + at + c.len_utf8(),
        None => limit,
    }
}

/// Ranges of pieces that are drawn in one go.
pub(crate) fn sheets(pieces: &[Piece]) -> Vec<Range<usize>> {
    let mut sheets = Vec::new();
    let (mut first, mut bytes) = (0, 0);
    for (i, piece) in pieces.iter().enumerate() {
        bytes += piece.span.len();
        if bytes >= SHEET_BYTES || i + 1 - first >= SHEET_PIECES || i + 1 == pieces.len() {
            sheets.push(first..i + 1);
            (first, bytes) = (i + 1, 0);
        }
    }
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Vec<Piece> {
        let document = Document::from_paragraphs(text);
        let pieces = cut(&document);
        let back: String = pieces.iter().map(|p| p.span.of(text)).collect();
        let blocks: String = document.blocks.iter().map(|b| b.span.of(text)).collect();
        assert_eq!(back, blocks, "nothing is lost or said twice");
        assert!(pieces.iter().all(|p| p.span.len() <= LONGEST));
        let sheets = sheets(&pieces);
        assert_eq!(sheets.iter().map(|s| s.len()).sum::<usize>(), pieces.len());
        pieces
    }

    #[test]
    fn a_block_is_a_piece() {
        assert_eq!(check("One.\nTwo.").len(), 2);
        assert_eq!(check("").len(), 0);
    }

    #[test]
    fn a_very_long_block_is_cut_between_words() {
        let text = "Kyiv ".repeat(4_000);
        let pieces = check(&text);
        assert_eq!(pieces.iter().filter(|p| p.begins).count(), 1);
        assert!(pieces.iter().all(|p| p.span.of(&text).starts_with("Kyiv")));
    }

    #[test]
    fn a_word_of_megabytes_is_cut_on_character_boundaries() {
        check(&"é".repeat(500_001));
        check(&"🎉".repeat(100_001));
    }

    #[test]
    fn many_short_paragraphs_make_many_sheets() {
        let pieces = check(&"a\n".repeat(1_000));
        assert!(sheets(&pieces).len() > 10);
    }
}
