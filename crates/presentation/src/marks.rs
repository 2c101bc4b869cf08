//! Overlapping marks made flat: each piece of text becomes a row of segments, each with everything that covers it.

use analysis::{EntityId, MentionKind};
use text::Span;

/// What covers a part of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    Mention(Named),
    Quote(u32),
    /// The sentence's rank among the summary's, from 1.
    Summary(u32),
    /// One of the reader's notes, from 1.
    Note(u32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Mark {
    pub span: Span,
    pub layer: Layer,
}

/// A mention: of whom, which of theirs (from 0), and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    pub entity: EntityId,
    pub mention: u32,
    pub kind: MentionKind,
}

/// A stretch of text that the same marks cover from end to end.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Segment {
    pub span: Span,
    /// Innermost first.
    pub named: Vec<Named>,
    pub quotes: Vec<u32>,
    pub summary: Option<u32>,
    /// The reader's notes, from 1.
    pub notes: Vec<u32>,
    /// Whether the summary's sentence begins here.
    pub opens_summary: bool,
}

impl Segment {
    pub fn is_plain(&self) -> bool {
        self.named.is_empty() && self.quotes.is_empty() && self.summary.is_none() && self.notes.is_empty()
    }
}

/// Cuts `piece` wherever a mark begins or ends. Marks may overlap in any way and stick out of the piece; they are
/// given in the order of their starts.
pub(crate) fn segments(piece: Span, marks: &[Mark]) -> Vec<Segment> {
    let mut cuts = Vec::with_capacity(2 * marks.len() + 2);
    cuts.extend([piece.start, piece.end]);
    for mark in marks {
        cuts.extend([mark.span.start, mark.span.end].map(|at| at.clamp(piece.start, piece.end)));
    }
    cuts.sort_unstable();
    cuts.dedup();

    let mut coming = marks.iter().peekable();
    let mut open: Vec<&Mark> = Vec::new();
    let mut segments = Vec::with_capacity(cuts.len());
    for pair in cuts.windows(2) {
        let &[start, end] = pair else { continue };
        open.retain(|mark| mark.span.end > start);
        while let Some(mark) = coming.next_if(|mark| mark.span.start <= start) {
            if mark.span.end > start {
                open.push(mark);
            }
        }
        segments.push(covered(Span { start, end }, &open));
    }
    segments
}

/// The white space before a sentence of the summary goes to the words before it. By itself it would stand between
/// words and the mark in the margin, where screen readers lose it and read two words as one.
pub(crate) fn spaces_kept(segments: Vec<Segment>, text: &str) -> Vec<Segment> {
    let mut kept: Vec<Segment> = Vec::with_capacity(segments.len());
    let mut segments = segments.into_iter().peekable();
    while let Some(segment) = segments.next() {
        let blank = segment.named.is_empty() && segment.span.of(text).trim().is_empty();
        let before_summary = segments.peek().is_some_and(|next| next.opens_summary);
        match kept.last_mut().filter(|last| blank && before_summary && last.named.is_empty()) {
            Some(last) => last.span.end = segment.span.end,
            None => kept.push(segment),
        }
    }
    kept
}

fn covered(span: Span, open: &[&Mark]) -> Segment {
    let mut segment = Segment { span, ..Segment::default() };
    let mut named: Vec<(Span, Named)> = Vec::new();
    for mark in open {
        match mark.layer {
            Layer::Mention(mention) => named.push((mark.span, mention)),
            Layer::Quote(id) => segment.quotes.push(id),
            Layer::Note(n) => segment.notes.push(n),
            Layer::Summary(rank) => {
                segment.summary = Some(rank);
                segment.opens_summary |= mark.span.start == span.start;
            }
        }
    }
    named.sort_by_key(|(span, _)| span.len());
    segment.named = named.into_iter().map(|(_, named)| named).collect();
    segment
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(start: usize, end: usize, id: u32) -> Mark {
        let named = Named { entity: EntityId(id), mention: 0, kind: MentionKind::Name };
        Mark { span: Span::new(start, end), layer: Layer::Mention(named) }
    }

    fn quote(start: usize, end: usize, id: u32) -> Mark {
        Mark { span: Span::new(start, end), layer: Layer::Quote(id) }
    }

    fn summary(start: usize, end: usize, rank: u32) -> Mark {
        Mark { span: Span::new(start, end), layer: Layer::Summary(rank) }
    }

    #[test]
    fn a_space_before_a_sentence_of_the_summary_stays_with_the_words_before() {
        let text = "One. Two. Ann Three.";
        let whole = Span::new(0, text.len());
        let cut = |marks: &[Mark]| -> Vec<String> {
            let all = spaces_kept(segments(whole, marks), text);
            all.iter().map(|segment| segment.span.of(text).to_owned()).collect()
        };
        assert_eq!(cut(&[summary(0, 4, 1), summary(5, 9, 2)]), ["One. ", "Two.", " Ann Three."]);
        // A link's line does not run on under the space.
        assert_eq!(cut(&[name(10, 13, 1), summary(14, 20, 1)]), ["One. Two. ", "Ann", " ", "Three."]);
    }

    /// Each segment as `start-end:names/quotes/summary`.
    fn check(piece: (usize, usize), mut marks: Vec<Mark>, expected: &[&str]) {
        marks.sort_by_key(|mark| mark.span.start);
        let shown: Vec<String> = segments(Span::new(piece.0, piece.1), &marks)
            .iter()
            .map(|s| {
                let names: String = s.named.iter().map(|n| format!("e{}", n.entity.0)).collect();
                let quotes: String = s.quotes.iter().map(|q| format!("q{q}")).collect();
                let sums: String = s.summary.iter().map(|r| format!("s{r}")).collect();
                let opens = if s.opens_summary { "!" } else { "" };
                format!("{}-{}:{names}{quotes}{sums}{opens}", s.span.start, s.span.end)
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn no_marks_leave_the_words_alone() {
        check((0, 9), vec![], &["0-9:"]);
    }

    #[test]
    fn an_empty_piece_has_no_segments() {
        check((4, 4), vec![name(4, 4, 1)], &[]);
    }

    #[test]
    fn a_name_inside_a_quote_inside_a_summary_sentence() {
        check(
            (0, 20),
            vec![summary(0, 20, 1), quote(2, 18, 3), name(5, 9, 7)],
            &["0-2:s1!", "2-5:q3s1", "5-9:e7q3s1", "9-18:q3s1", "18-20:s1"],
        );
    }

    #[test]
    fn a_name_that_sticks_out_of_a_quote_is_split() {
        check((0, 12), vec![quote(0, 6, 1), name(4, 9, 2)], &["0-4:q1", "4-6:e2q1", "6-9:e2", "9-12:"]);
    }

    #[test]
    fn the_inner_of_two_names_comes_first() {
        check((0, 9), vec![name(0, 9, 1), name(0, 4, 2)], &["0-4:e2e1", "4-9:e1"]);
    }

    #[test]
    fn names_side_by_side_stay_apart() {
        check((0, 4), vec![name(0, 2, 1), name(2, 4, 2)], &["0-2:e1", "2-4:e2"]);
    }

    #[test]
    fn marks_that_stick_out_of_the_piece_are_clipped() {
        check(
            (5, 9),
            vec![quote(0, 7, 1), summary(0, 30, 2), name(8, 12, 3)],
            &["5-7:q1s2", "7-8:s2", "8-9:e3s2"],
        );
    }
}
