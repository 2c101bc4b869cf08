//! Pairs the marks of a paragraph with a short stack.

use std::ops::Range;

use super::judge::{Family, Mark, judge};
use super::{Marked, said_at};
use crate::doc::Doc;
use crate::lexicon::{Lexicon, Parts};
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// A mark that waits for its other half.
struct Open {
    family: Family,
    token: usize,
    /// Its place among the regions found.
    region: usize,
}

/// Deeper nesting than this is not read: nobody writes it.
const DEPTH: usize = 6;

pub(super) struct Pairing<'a> {
    doc: &'a Doc<'a>,
    block: Range<usize>,
    /// The paragraph before ended inside a quotation.
    inherits: bool,
    /// The next paragraph begins with a single mark: what this one leaves open in single marks may go on there.
    carries: bool,
    marks: Vec<Mark>,
    stack: Vec<Open>,
    found: Vec<Marked>,
    /// The end of the last quotation that was closed.
    floor: usize,
}

impl<'a> Pairing<'a> {
    pub(super) fn new(doc: &'a Doc<'a>, block: Range<usize>, inherits: bool, carries: bool) -> Self {
        let floor = block.start;
        let marks = judge(doc, block.clone());
        Pairing { doc, block, inherits, carries, marks, stack: Vec::new(), found: Vec::new(), floor }
    }

    pub(super) fn run(mut self) -> Vec<Marked> {
        for at in 0..self.marks.len() {
            let mark = self.marks[at];
            let open = self.stack.iter().rposition(|open| open.family == mark.family);
            match mark.family {
                Family::Single => self.single(at, mark, open),
                _ => self.double(at, mark, open),
            }
        }
        self.finish()
    }

    fn double(&mut self, at: usize, mark: Mark, open: Option<usize>) {
        match (mark.opens, open) {
            (Some(true), Some(open)) if self.displaced(at, open) => self.close(open, mark.token),
            (Some(true), Some(open)) if self.nests(at) || self.is_rounded(at, open) => self.push(mark),
            (Some(true), Some(open)) if self.turned(at, open) => self.close(open, mark.token),
            (Some(true), Some(open)) => {
                self.forget_close(open, mark.token);
                self.push(mark);
            }
            (Some(true) | None, None) => self.push(mark),
            (Some(false) | None, Some(open)) => self.close(open, mark.token),
            (Some(false), None) => self.stray(mark.token),
        }
    }

    fn single(&mut self, at: usize, mark: Mark, open: Option<usize>) {
        match (mark.opens, open) {
            (Some(true), None)
                if self.closes_later(at)
                    || mark.token == self.block.start
                    || self.carries && self.may_open(mark.token) =>
            {
                self.push(mark);
            }
            (Some(false), Some(open)) if !self.is_possessive(at) && !self.is_dropped(at) => {
                self.close(open, mark.token);
            }
            _ => {}
        }
    }

    /// A second mark opens while one is open: inside the first, if the next two marks both close.
    fn nests(&self, at: usize) -> bool {
        let family = self.marks[at].family;
        let mut next = self.marks[at + 1..].iter().filter(|m| m.family == family).map(|m| m.opens);
        matches!((next.next(), next.next()), (Some(Some(false)), Some(Some(false))))
    }

    /// "They call it “a farce” or “a joke.”": round marks that pair inside of straight ones, which close later.
    fn is_rounded(&self, at: usize, open: usize) -> bool {
        let word = |mark: &Mark| self.doc.word(mark.token);
        let straight = self.doc.word(self.stack[open].token) == "\"";
        let mut later = self.marks[at + 1..].iter().filter(|m| m.family == Family::Double);
        straight
            && word(&self.marks[at]) == "“"
            && later.next().is_some_and(|next| word(next) == "”")
            && later.take(40).any(|next| word(next) == "\"" && next.opens != Some(true))
    }

    /// „Low“ or “high“: the shape opens, but a word stands before it and none after.
    fn turned(&self, at: usize, open: usize) -> bool {
        let mark = self.marks[at];
        !mark.space_before && mark.token > self.stack[open].token + 1
    }

    /// “We won, ”he said: the shape closes, but the space is on the wrong side.
    fn displaced(&self, at: usize, open: usize) -> bool {
        let word = |token: usize| self.doc.word(token);
        let mark = self.marks[at].token;
        let ends = mark > 0 && matches!(word(mark - 1), "," | "." | "?" | "!" | "…");
        ends && word(mark) == "”" && word(self.stack[open].token) == "“"
    }

    /// Whether a mark that can only close stands further on, before another that opens.
    fn closes_later(&self, at: usize) -> bool {
        let later = self.marks[at + 1..].iter().filter(|m| m.family == Family::Single);
        later.take(40).take_while(|m| m.opens != Some(true)).any(|m| m.opens == Some(false))
    }

    /// "the miners’ pay": after an s, before a word, with a surer closing mark to come.
    fn is_possessive(&self, at: usize) -> bool {
        let token = self.marks[at].token;
        let Some(before) = token.checked_sub(1) else { return false };
        let next = self.doc.tokens.get(token + 1).filter(|_| token + 1 < self.block.end);
        let fits = self.doc.normal(before).ends_with('s')
            && next.is_some_and(|t| !t.glued && t.kind == TokenKind::Word)
            && !self.doc.is(token + 1, WordClass::PlainSaying);
        let later =
            self.marks[at + 1..].iter().filter(|m| m.family == Family::Single && !self.is_year(m.token));
        fits && later.take(40).take_while(|m| m.opens != Some(true)).any(|m| m.opens == Some(false))
    }

    /// The mark of "’84".
    fn is_year(&self, token: usize) -> bool {
        self.doc.tokens.get(token + 1).is_some_and(|next| next.kind == TokenKind::Number && next.glued)
    }

    /// Whether a quotation may begin at a single mark: after a stop, a colon or a comma, or before a capital.
    fn may_open(&self, token: usize) -> bool {
        let before = token.checked_sub(1).filter(|_| token > self.block.start);
        let stopped =
            before.is_none_or(|before| matches!(self.doc.word(before), "." | "?" | "!" | ":" | "," | "’"));
        let capital = self.doc.tokens.get(token + 1).is_some_and(|t| t.is_word() && t.is_capital());
        stopped && capital
    }

    /// "goin’ home", "an’ they know": the mark of a letter that is not spoken, with a surer closing mark to come.
    fn is_dropped(&self, at: usize) -> bool {
        let token = self.marks[at].token;
        let Some(before) = token.checked_sub(1) else { return false };
        if !self.doc.tokens[token].glued || !self.doc.tokens[before].is_word() {
            return false;
        }
        let word = self.doc.normal(before);
        let ing = || {
            let parts = |word: &str| Lexicon::get().look_up(word).1;
            let verb = Parts::VERB_ING.or(Parts::ADJECTIVE);
            word.len() > 3
                && word.ends_with("in")
                && parts(&format!("{word}g")).has_any(verb)
                && !parts(word).has_any(Parts::NOUN)
        };
        let dropped = self.doc.is(before, WordClass::DroppedG)
            || self.doc.is(before, WordClass::DroppedLetter)
            || ing();
        let mut later = self.marks[at + 1..].iter().filter(|m| m.family == Family::Single).take(40);
        let stop = |mark: &Mark| matches!(self.doc.word(mark.token - 1), "," | "." | "?" | "!" | "…");
        dropped && later.any(|mark| mark.opens == Some(false) && stop(mark))
    }

    fn push(&mut self, mark: Mark) {
        if self.stack.len() >= DEPTH {
            return;
        }
        let nested = !self.stack.is_empty();
        self.stack.push(Open { family: mark.family, token: mark.token, region: self.found.len() });
        let inner = mark.token + 1..self.block.end;
        self.found.push(Marked { inner, open: Some(mark.token), close: None, nested, goes_on: false });
    }

    /// Ends the quotation that waits at this depth; what was opened inside it and not closed was no quotation.
    fn close(&mut self, depth: usize, token: usize) {
        let Some(open) = self.stack.get(depth) else { return };
        let region = open.region;
        self.drop_unclosed_within(depth);
        self.found[region].inner.end = token;
        self.found[region].close = Some(token);
        self.stack.truncate(depth);
        self.floor = token + 1;
    }

    /// Ends a quotation whose closing mark is missing before `limit`, where another one opens.
    fn forget_close(&mut self, depth: usize, limit: usize) {
        let Some(open) = self.stack.get(depth) else { return };
        let (region, from) = (open.region, open.token + 1);
        self.drop_unclosed_within(depth);
        let sentence = self.doc.sentences.get(self.doc.sentence_of(limit));
        let sentence_start = sentence.map_or(limit, |s| s.tokens.start).min(limit);
        let end = said_at(self.doc, from..limit).unwrap_or(if sentence_start > from {
            sentence_start
        } else {
            limit
        });
        self.found[region].inner.end = end;
        self.stack.truncate(depth);
        self.floor = end;
    }

    fn drop_unclosed_within(&mut self, depth: usize) {
        // The stack is short, and what it drops are the last ones found without a close.
        let dropped: Vec<usize> = self.stack[depth + 1..].iter().map(|open| open.region).collect();
        for region in dropped.into_iter().rev() {
            if self.found.len() - region <= DEPTH * 4 {
                self.found.remove(region);
            } else {
                self.found[region].inner.end = self.found[region].inner.start;
            }
        }
    }

    /// A closing mark that nothing opened: the end of what the paragraph before began, or of this sentence.
    fn stray(&mut self, token: usize) {
        let first = self.found.is_empty() && self.floor == self.block.start;
        let sentence = self.doc.sentences.get(self.doc.sentence_of(token));
        let start = if first && self.inherits {
            self.block.start
        } else {
            sentence.map_or(token, |s| s.tokens.start).max(self.floor)
        };
        let ends_words = token > start
            && matches!(self.doc.word(token - 1), "," | "." | "?" | "!" | "…")
            && token - start > 1;
        if self.stack.is_empty() && ends_words {
            let inner = start..token;
            self.found.push(Marked { inner, open: None, close: Some(token), nested: false, goes_on: false });
            self.floor = token + 1;
        }
    }

    fn finish(mut self) -> Vec<Marked> {
        // An apostrophe may look like an opening mark; a quotation in single marks that never closes is none,
        // unless it begins the paragraph.
        let start = self.block.start;
        let keep = self
            .stack
            .iter()
            .position(|open| open.family != Family::Single || open.token == start || self.carries);
        match keep {
            Some(0) => self.drop_unclosed_within(0),
            Some(depth) => {
                self.drop_unclosed_within(depth);
                self.stack.truncate(depth);
                if let Some(region) = self.found.iter().rposition(|r| r.close.is_none()) {
                    self.found[region].nested = false;
                }
                self.remove_open_singles();
            }
            None => self.remove_open_singles(),
        }
        let kind = |token: usize| self.doc.tokens[token].kind;
        self.found.retain(|r| r.inner.clone().any(|token| kind(token) != TokenKind::QuoteMark));
        self.found
    }

    fn remove_open_singles(&mut self) {
        let singles: Vec<usize> = self.stack.iter().map(|open| open.token).collect();
        self.found.retain(|r| r.close.is_some() || r.open.is_none_or(|open| !singles.contains(&open)));
    }
}
