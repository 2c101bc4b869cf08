//! What is marked in the text of the page, and how marks that overlap are cut so that elements nest.

use std::collections::BTreeSet;

use analysis::{Analysis, EntityType, MentionKind, Span};

/// A part of the text that is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mark {
    pub span: Span,
    pub place: MarkTarget,
}

/// Which part of the analysis a mark shows; numbers count from 0 in the analysis' lists. The order is that of nesting:
/// what tends to be longer stands outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum MarkTarget {
    /// What the reader marked.
    Note(usize),
    Summary(usize),
    /// A quote and one of its segments.
    Quote(usize, usize),
    Date(usize),
    /// An entity and one of its mentions by name.
    Name(usize, usize),
    /// An entity and one of its mentions by other words.
    Mention(usize, usize),
}

/// Everything marked, by where it begins. Dates are marked with their values, and not as entities once more.
pub fn of(text: &str, analysis: &Analysis) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |span: Span, place| {
        if !span.is_empty() && span.fits(text) {
            marks.push(Mark { span, place });
        }
    };
    for (i, note) in analysis.notes.iter().enumerate() {
        add(note.span, MarkTarget::Note(i));
    }
    for (i, sentence) in analysis.summary.iter().enumerate() {
        add(sentence.span, MarkTarget::Summary(i));
    }
    for (i, quote) in analysis.quotes.iter().enumerate() {
        quote.segments.iter().enumerate().for_each(|(nth, &segment)| add(segment, MarkTarget::Quote(i, nth)));
    }
    for (i, date) in analysis.dates.iter().enumerate() {
        add(date.span, MarkTarget::Date(i));
    }
    for (i, entity) in analysis.entities.iter().enumerate() {
        if matches!(entity.kind, EntityType::Date | EntityType::Time) {
            continue;
        }
        for (nth, mention) in entity.mentions.iter().enumerate() {
            let by_name = mention.kind == MentionKind::Name;
            add(mention.span, if by_name { MarkTarget::Name(i, nth) } else { MarkTarget::Mention(i, nth) });
        }
    }
    marks.sort_by_key(|mark| (mark.span.start, mark.place));
    marks
}

/// As many marks as are shown over one character, the outer ones first. An article has five at the most; a file that
/// was made to have thousands must not make a page of their square.
const DEEPEST: usize = 8;

/// Walks over the text once, from border to border of the marks.
pub struct Walk<'a> {
    marks: &'a [Mark],
    /// The first mark that has not begun.
    next: usize,
    /// Marks that have begun and not ended: by nesting, and by their ends.
    nested: BTreeSet<(MarkTarget, usize)>,
    ending: BTreeSet<(u32, usize)>,
}

impl<'a> Walk<'a> {
    /// Over marks that are sorted by where they begin.
    pub fn new(marks: &'a [Mark]) -> Self {
        Walk { marks, next: 0, nested: BTreeSet::new(), ending: BTreeSet::new() }
    }

    /// The stretch from `at` to the next border or to `end`, and the marks over it from the outside in.
    /// `at` must not be less than at the last call.
    pub fn stretch(&mut self, at: u32, end: u32) -> (Span, Vec<Mark>) {
        while let Some(&(ended, i)) = self.ending.first().filter(|(ends, _)| *ends <= at) {
            self.ending.remove(&(ended, i));
            self.nested.remove(&(self.marks[i].place, i));
        }
        while let Some(mark) = self.marks.get(self.next).filter(|mark| mark.span.start <= at) {
            if mark.span.end > at {
                self.nested.insert((mark.place, self.next));
                self.ending.insert((mark.span.end, self.next));
            }
            self.next += 1;
        }
        let begins = self.marks.get(self.next).map_or(end, |mark| mark.span.start);
        let ends = self.ending.first().map_or(end, |(ends, _)| *ends);
        let over = self.nested.iter().take(DEEPEST).map(|&(_, i)| self.marks[i]).collect();
        (Span { start: at, end: begins.min(ends).min(end) }, over)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: u32, end: u32, place: MarkTarget) -> Mark {
        Mark { span: Span { start, end }, place }
    }

    #[test]
    fn overlapping_marks_are_cut_at_each_border() {
        let marks = [
            mark(0, 10, MarkTarget::Quote(0, 0)),
            mark(4, 14, MarkTarget::Summary(0)),
            mark(6, 8, MarkTarget::Name(0, 0)),
        ];
        let mut walk = Walk::new(&marks);
        let mut at = 0;
        let mut seen = Vec::new();
        while at < 16 {
            let (span, over) = walk.stretch(at, 16);
            seen.push((span.start, span.end, over.iter().map(|mark| mark.place).collect::<Vec<_>>()));
            at = span.end;
        }
        let (summary, quote, name) =
            (MarkTarget::Summary(0), MarkTarget::Quote(0, 0), MarkTarget::Name(0, 0));
        let expected = [
            (0, 4, vec![quote]),
            (4, 6, vec![summary, quote]),
            (6, 8, vec![summary, quote, name]),
            (8, 10, vec![summary, quote]),
            (10, 14, vec![summary]),
            (14, 16, vec![]),
        ];
        assert_eq!(seen, expected);
    }

    #[test]
    fn a_heap_of_marks_is_shown_to_a_depth() {
        let marks: Vec<Mark> = (0..1000).map(|i| mark(0, 10, MarkTarget::Name(i, 0))).collect();
        assert_eq!(Walk::new(&marks).stretch(0, 10).1.len(), DEEPEST);
    }
}
