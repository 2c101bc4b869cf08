//! The clean text while it is being written, piece by piece, with the place that every character came from.

use text::{Diagnostic, LeftOut, Part, SourceMap, Span, Stated};

use crate::clean::{Fate, MOST_MARKS, fate, is_mark};

/// What stands between two pieces.
const BETWEEN: &str = "\n\n";

/// What a reader knows of a piece from its format; [`crate::blocks`] reads the rest from its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hint {
    /// Nothing: some text.
    Text,
    /// A page's title.
    Title,
    Heading,
    ListItem,
    Byline,
    Caption,
    Quotation,
    Note,
    TableRow,
    /// What somebody says, behind their name: the file marks who speaks.
    Turn,
    /// Beside the article: a credit, a signature, a note of whoever passed it on.
    Aside,
}

/// What is known of an article besides its words.
#[derive(Debug, Default)]
pub struct About {
    pub stated: Stated,
    pub left_out: Vec<LeftOut>,
    /// The pages or chapters of the file, where there are several.
    pub parts: Vec<Part>,
    pub diagnostics: Vec<Diagnostic>,
    /// Damaged characters that were repaired.
    pub mended: usize,
}

impl About {
    /// Adds words that are not read, of this kind.
    pub fn leave_out(&mut self, what: &str, words: usize) {
        let words = u32::try_from(words).unwrap_or(u32::MAX);
        match self.left_out.iter_mut().find(|left| left.what == what) {
            Some(left) => left.words = left.words.saturating_add(words),
            None if words > 0 => self.left_out.push(LeftOut { what: what.to_owned(), words }),
            None => {}
        }
    }

    pub fn note(&mut self, code: &str, sentence: impl Into<String>) {
        self.diagnostics.push(Diagnostic::note(code, None, sentence));
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    pub span: Span,
    pub hint: Hint,
}

/// Takes characters with their places; gives clean text in pieces.
///
/// Runs of white space become one space, none stands at a piece's edge, a piece without words is none.
#[derive(Debug, Default)]
pub struct Draft {
    text: String,
    source: SourceMap,
    pieces: Vec<Piece>,
    /// Where the open piece begins in the clean text.
    open: Option<usize>,
    /// Where the white space came from that the next character will want before it.
    space: Option<usize>,
    last: Option<char>,
    /// Marks over and under the last letter.
    marks: usize,
    /// The end, in the given text, of the last character taken.
    end: usize,
    pub about: About,
}

impl Draft {
    /// Adds characters that stand in the given text from byte `at` on, just so.
    pub fn copy(&mut self, words: &str, at: usize) {
        let mut done = 0;
        while let Some(c) = words.get(done..).and_then(|rest| rest.chars().next()) {
            self.char(c, at + done, c.len_utf8());
            done += c.len_utf8();
            if c.is_ascii_graphic() {
                done += self.copy_plain(words, done, at);
            }
        }
    }

    /// Adds the plain letters and marks behind one that was just added, with single spaces between them: how many.
    fn copy_plain(&mut self, words: &str, from: usize, at: usize) -> usize {
        let bytes = words.as_bytes();
        let mut end = from;
        while bytes.get(end).is_some_and(u8::is_ascii_graphic)
            || bytes.get(end) == Some(&b' ') && bytes.get(end + 1).is_some_and(u8::is_ascii_graphic)
        {
            end += 1;
        }
        let plain = &words[from..end];
        if let Some(last) = plain.chars().next_back() {
            self.text.push_str(plain);
            self.last = Some(last);
            self.end = at + end;
        }
        plain.len()
    }

    /// Adds a character that the `length` bytes from `at` on stand for.
    pub fn char(&mut self, c: char, at: usize, length: usize) {
        match fate(c, self.last) {
            Fate::Drop => {}
            Fate::Space => self.space = self.space.or(Some(at)),
            Fate::Keep => self.keep(c, at, length),
        }
    }

    /// White space that stands at byte `at`.
    pub fn space(&mut self, at: usize) {
        self.space = self.space.or(Some(at));
    }

    fn keep(&mut self, c: char, at: usize, length: usize) {
        self.marks = if is_mark(c) { self.marks + 1 } else { 0 };
        if self.marks > MOST_MARKS {
            return;
        }
        if self.open.is_none() {
            if !self.text.is_empty() {
                self.source.copied_from(self.text.len(), self.end);
                self.text.push_str(BETWEEN);
            }
            self.open = Some(self.text.len());
        } else if let Some(from) = self.space {
            self.source.copied_from(self.text.len(), from);
            self.text.push(' ');
        }
        self.space = None;
        self.source.copied_from(self.text.len(), at);
        self.text.push(c);
        self.last = Some(c);
        self.end = at + length;
    }

    /// Says that what comes next stands in another part of the file, of this name.
    pub fn part(&mut self, name: String) {
        let start = match self.open {
            Some(_) => self.text.len(),
            None if self.text.is_empty() => 0,
            None => self.text.len() + BETWEEN.len(),
        };
        self.about.parts.push(Part { start: start as u32, name });
    }

    /// Adds a character that nothing stands for in the given text: a mark that a browser would print.
    pub fn mark(&mut self, c: char) {
        self.keep(c, self.end, 0);
    }

    /// The open piece, as far as it is written.
    pub fn open_words(&self) -> &str {
        self.open.and_then(|start| self.text.get(start..)).unwrap_or("")
    }

    /// How many bytes of clean text there are.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// The last character of the open piece.
    pub fn last_char(&self) -> Option<char> {
        self.open.and(self.last)
    }

    /// Ends the open piece, if there is one.
    pub fn end(&mut self, hint: Hint) {
        self.space = None;
        self.last = None;
        if let Some(start) = self.open.take() {
            self.pieces.push(Piece { span: Span::new(start, self.text.len()), hint });
        }
    }

    /// The clean text, where it came from, and its pieces.
    pub fn finish(mut self) -> (String, SourceMap, Vec<Piece>) {
        self.end(Hint::Text);
        // A span may end where the text does.
        if !self.text.is_empty() {
            self.source.copied_from(self.text.len(), self.end);
        }
        (self.text, self.source, self.pieces)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_shrink_and_pieces_have_none_at_their_edges() {
        let mut draft = Draft::default();
        draft.copy("  a \u{a0} b  ", 0);
        draft.end(Hint::Text);
        draft.copy(" \n ", 12);
        draft.end(Hint::Text);
        draft.copy("c", 20);
        let (text, source, pieces) = draft.finish();
        assert_eq!(text, "a b\n\nc");
        assert_eq!(pieces.iter().map(|p| p.span.of(&text)).collect::<Vec<_>>(), ["a b", "c"]);
        assert_eq!([0, 1, 2, 3, 5, 6].map(|at| source.source_of(at)), [2, 3, 7, 8, 20, 21]);
    }

    #[test]
    fn a_tower_of_marks_is_bounded_and_words_with_marks_are_whole() {
        let read = |words: &str| {
            let mut draft = Draft::default();
            draft.copy(words, 0);
            draft.end(Hint::Text);
            draft.finish()
        };
        let (text, source, _) = read(&format!("M{}arta Vell", "\u{301}".repeat(5_000)));
        assert_eq!(text, format!("M{}arta Vell", "\u{301}".repeat(MOST_MARKS)));
        assert_eq!(source.source_of(1 + 2 * MOST_MARKS), 1 + 2 * 5_000, "what follows keeps its place");
        for words in [
            "E\u{301}le\u{300}ve Nguye\u{302}\u{303}n",
            "\u{5e9}\u{5b8}\u{5c1}\u{5dc}\u{5d5}\u{5b9}\u{5dd}",
            "❤\u{fe0f}",
        ] {
            assert_eq!(read(words).0, words);
        }
    }
}
