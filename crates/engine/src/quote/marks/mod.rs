//! Pairs quotation marks, whatever their shape, without knowing who speaks.
//!
//! Every mark is first judged by itself: does it open, close, or neither (an apostrophe, feet and inches)?
//! White space and brackets beside it count for more than its shape, since news text mixes shapes and turns
//! marks the wrong way round. Then one pass a paragraph pairs them with a short stack. What stays open at the
//! end of a paragraph goes on in the next one if that begins with a mark of its own; otherwise it ends with
//! the paragraph, or before the words that say who spoke, and is known to be unclosed. A block quotation without marks is
//! a quotation as a whole.

mod judge;
mod pairing;

use std::ops::Range;

use text::BlockKind;

use self::judge::{Family, family};
use self::pairing::Pairing;
use crate::doc::Doc;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// The quotations of an article, in order of their opening marks; a nested one follows the one around it.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Marks {
    pub regions: Vec<Marked>,
    /// The regions that are not nested.
    outer: Vec<usize>,
}

/// Words between quotation marks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Marked {
    /// The tokens between the marks.
    pub inner: Range<usize>,
    /// The opening mark's token; none where a paragraph goes on with a quotation and has no mark of its own.
    pub open: Option<usize>,
    /// The closing mark's token; none where it is missing, or the quotation goes on in the next paragraph.
    pub close: Option<usize>,
    /// Stands inside another quotation.
    pub nested: bool,
    /// Goes on with the first quotation of the next paragraph.
    pub goes_on: bool,
}

impl Marks {
    /// The outermost quotation that holds the token.
    pub fn around(&self, token: usize) -> Option<&Marked> {
        let before = self.outer.partition_point(|&r| self.regions[r].inner.start <= token);
        let last = before.checked_sub(1).map(|i| &self.regions[self.outer[i]]);
        last.filter(|r| r.inner.contains(&token))
    }

    /// The outermost quotations that begin before a token, the last one first.
    pub fn outer_before(&self, token: usize) -> impl Iterator<Item = &Marked> {
        let before = self.outer.partition_point(|&r| self.regions[r].inner.start <= token);
        self.outer[..before].iter().rev().map(|&r| &self.regions[r])
    }

    /// The outermost quotations whose opening marks lie in a range of tokens, with their places in `regions`.
    pub fn outer_in(&self, tokens: Range<usize>) -> impl Iterator<Item = (usize, &Marked)> {
        let from = self.outer.partition_point(|&r| self.regions[r].outer().start < tokens.start);
        let rest = self.outer[from..].iter().map(|&r| (r, &self.regions[r]));
        rest.take_while(move |(_, region)| region.outer().start < tokens.end)
    }
}

impl Marked {
    /// The tokens of the quotation with its marks.
    pub fn outer(&self) -> Range<usize> {
        self.open.unwrap_or(self.inner.start)..self.close.map_or(self.inner.end, |close| close + 1)
    }

    /// Whether its closing mark was forgotten. A block quotation needs none.
    pub fn is_unclosed(&self) -> bool {
        self.close.is_none() && !self.goes_on && self.open.is_some()
    }
}

/// Pairs the marks of an article.
pub(crate) fn pair(doc: &Doc) -> Marks {
    let mut regions: Vec<Marked> = Vec::new();
    // The quotation that the paragraph before left open.
    let mut open_before: Option<usize> = None;
    let blocks = blocks(doc);
    let apart = set_apart(doc, &blocks);
    for (at, block) in blocks.iter().enumerate() {
        if apart.get(at) == Some(&true) {
            if let Some(last) = open_before.take()
                && let Some(end) = said_at(doc, regions[last].inner.clone())
            {
                regions[last].inner.end = end;
            }
            let goes_on = apart.get(at + 1) == Some(&true);
            regions.push(Marked { inner: block.clone(), open: None, close: None, nested: false, goes_on });
            continue;
        }
        let next = blocks.get(at + 1).is_some_and(|next| opens_single(doc, next.start));
        let found = Pairing::new(doc, block.clone(), open_before.is_some(), next).run();
        if let Some(last) = open_before.take() {
            let first = found.iter().find(|r| !r.nested).map(|r| r.outer().start);
            if first.is_some_and(|first| first == block.start) {
                regions[last].goes_on = true;
            } else if let Some(end) = said_at(doc, regions[last].inner.clone()) {
                regions[last].inner.end = end;
            }
        }
        let from = regions.len();
        regions.extend(found);
        let left_open = regions[from..].iter().rposition(|r| !r.nested && r.close.is_none());
        open_before = left_open.map(|i| from + i).filter(|&i| regions[i].inner.end == block.end);
    }
    if let Some(last) = open_before
        && let Some(end) = said_at(doc, regions[last].inner.clone())
    {
        regions[last].inner.end = end;
    }
    let outer = (0..regions.len()).filter(|&i| !regions[i].nested).collect();
    Marks { regions, outer }
}

/// Which blocks are block quotations without marks: the words of somebody else, and no signature under them. None are
/// where they are most of the text: there the writer only wanted it indented.
fn set_apart(doc: &Doc, blocks: &[Range<usize>]) -> Vec<bool> {
    let is_apart = |block: &Range<usize>| {
        doc.block_kind(block.start) == BlockKind::Quotation
            && !doc.word(block.start).starts_with(['—', '–', '-', '―', '~'])
            && !block.clone().any(|at| doc.tokens[at].kind == TokenKind::QuoteMark)
    };
    if !doc.document.blocks.iter().any(|block| block.kind == BlockKind::Quotation) {
        return Vec::new();
    }
    let apart: Vec<bool> = blocks.iter().map(is_apart).collect();
    let quoted: usize =
        blocks.iter().zip(&apart).filter(|(_, apart)| **apart).map(|(block, _)| block.len()).sum();
    let all: usize = blocks.iter().map(Range::len).sum();
    if quoted * 2 > all { Vec::new() } else { apart }
}

/// Whether a paragraph begins with a single mark that opens.
fn opens_single(doc: &Doc, start: usize) -> bool {
    let mark = doc.tokens.get(start).is_some_and(|token| token.kind == TokenKind::QuoteMark);
    let next = doc.tokens.get(start + 1);
    mark && family(doc.word(start)) == Family::Single && next.is_some_and(|next| next.is_word() && next.glued)
}

/// The tokens of each block that has any.
fn blocks(doc: &Doc) -> Vec<Range<usize>> {
    let mut out: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &doc.sentences {
        match out.last_mut() {
            Some((block, range)) if *block == sentence.block => range.end = sentence.tokens.end,
            _ => out.push((sentence.block, sentence.tokens.clone())),
        }
    }
    out.into_iter().map(|(_, range)| range).collect()
}

/// Where the quoted words end in `“We won, Ode said`: before the first words that say who spoke.
pub(super) fn said_at(doc: &Doc, range: Range<usize>) -> Option<usize> {
    range
        .clone()
        .find(|&i| {
            let ends_words = matches!(doc.word(i), "," | "?" | "!");
            ends_words && i > range.start && says_who(doc, i + 1..range.end.min(i + 6))
        })
        .map(|i| i + 1)
}

/// Whether a name or pronoun and a verb of saying come next, in either order.
fn says_who(doc: &Doc, range: Range<usize>) -> bool {
    let mut named = false;
    for i in range {
        let normal = doc.normal(i);
        let names = doc.tokens[i].is_capital() || matches!(normal, "he" | "she" | "they");
        if doc.is(i, WordClass::PlainSaying) {
            return named || doc.tokens.get(i + 1).is_some_and(|t| t.is_capital());
        }
        if !names {
            return false;
        }
        named = true;
    }
    false
}

#[cfg(test)]
mod tests;
