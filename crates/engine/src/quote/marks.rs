//! Pairs quotation marks, whatever their shape, without knowing who speaks.
//!
//! Every mark is first judged by itself: does it open, close, or neither (an apostrophe, feet and inches)?
//! White space and brackets beside it count for more than its shape, since news text mixes shapes and turns
//! marks the wrong way round. Then one pass a paragraph pairs them with a short stack. What stays open at the
//! end of a paragraph goes on in the next one if that begins with a mark of its own; otherwise it ends with
//! the paragraph, or before the words that say who spoke, and is known to be unclosed.

use std::ops::Range;

use crate::doc::Doc;
use crate::lexicon::{Lexicon, Parts};
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

    /// Whether its closing mark was forgotten.
    pub fn is_unclosed(&self) -> bool {
        self.close.is_none() && !self.goes_on
    }
}

/// Pairs the marks of an article.
pub(crate) fn pair(doc: &Doc) -> Marks {
    let mut regions: Vec<Marked> = Vec::new();
    // The quotation that the paragraph before left open.
    let mut open_before: Option<usize> = None;
    let blocks = blocks(doc);
    for (at, block) in blocks.iter().enumerate() {
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
fn said_at(doc: &Doc, range: Range<usize>) -> Option<usize> {
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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Double,
    Single,
    Angle,
}

/// A mark, judged by what stands beside it.
#[derive(Debug, Clone, Copy)]
struct Mark {
    token: usize,
    family: Family,
    /// `Some(true)` opens, `Some(false)` closes, none is either.
    opens: Option<bool>,
    /// Nothing it could belong to stands directly before or after it.
    space_before: bool,
    space_after: bool,
}

/// A mark that waits for its other half.
struct Open {
    family: Family,
    token: usize,
    /// Its place among the regions found.
    region: usize,
}

/// Deeper nesting than this is not read: nobody writes it.
const DEPTH: usize = 6;

struct Pairing<'a> {
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
    fn new(doc: &'a Doc<'a>, block: Range<usize>, inherits: bool, carries: bool) -> Self {
        let floor = block.start;
        let marks = judge(doc, block.clone());
        Pairing { doc, block, inherits, carries, marks, stack: Vec::new(), found: Vec::new(), floor }
    }

    fn run(mut self) -> Vec<Marked> {
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
        let later = self.marks[at + 1..].iter().filter(|m| m.family == Family::Single);
        fits && later.take(40).take_while(|m| m.opens != Some(true)).any(|m| m.opens == Some(false))
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

/// The marks of a block, apostrophes, feet and inches left out.
fn judge(doc: &Doc, block: Range<usize>) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for token in block.clone().filter(|&i| doc.tokens[i].kind == TokenKind::QuoteMark) {
        if !is_measure(doc, token, block.start) {
            let (space_before, space_after) = (false, false);
            marks.push(Mark {
                token,
                family: family(doc.word(token)),
                opens: None,
                space_before,
                space_after,
            });
        }
    }
    // A mark beside another one stands where that one stands.
    for at in 0..marks.len() {
        let token = marks[at].token;
        let before = (token > block.start).then(|| token - 1);
        marks[at].space_before = match before.filter(|_| doc.tokens[token].glued) {
            None => true,
            Some(b) if at > 0 && marks[at - 1].token == b => marks[at - 1].space_before,
            Some(b) => opens_room(doc.word(b)),
        };
    }
    for at in (0..marks.len()).rev() {
        let after = marks[at].token + 1;
        let glued = after < block.end && doc.tokens[after].glued;
        marks[at].space_after = match marks.get(at + 1) {
            _ if !glued => true,
            Some(next) if next.token == after => next.space_after,
            _ => closes_room(doc.word(after)),
        };
    }
    for mark in &mut marks {
        mark.opens = opens(doc.word(mark.token), mark.family, mark.space_before, mark.space_after);
    }
    marks
}

fn family(mark: &str) -> Family {
    match mark {
        "'" | "’" | "‘" | "‚" | "‛" | "`" | "´" => Family::Single,
        "«" | "»" | "‹" | "›" => Family::Angle,
        _ => Family::Double,
    }
}

/// `6'2"`: a number directly before.
fn is_measure(doc: &Doc, token: usize, start: usize) -> bool {
    let glued_number =
        |i: usize| i > start && doc.tokens[i].glued && doc.tokens[i - 1].kind == TokenKind::Number;
    if !matches!(doc.word(token), "'" | "\"" | "’" | "”" | "′" | "″") || !glued_number(token) {
        return false;
    }
    let next = doc.tokens.get(token + 1);
    let feet = next.is_some_and(|t| t.glued && t.kind == TokenKind::Number);
    // Inches after feet: the mark two tokens before stands behind a number too.
    let inches = token >= start + 3
        && doc.tokens[token - 1].glued
        && doc.tokens[token - 2].kind == TokenKind::QuoteMark
        && glued_number(token - 2);
    feet || inches
}

/// What may stand directly before an opening mark.
fn opens_room(word: &str) -> bool {
    matches!(word, "(" | "[" | "{" | "/" | "=" | "…") || is_dash(word)
}

/// What may stand directly after a closing mark.
fn closes_room(word: &str) -> bool {
    matches!(word, "," | "." | ";" | ":" | "!" | "?" | ")" | "]" | "}" | "…" | "/") || is_dash(word)
}

fn is_dash(word: &str) -> bool {
    word.chars().all(|c| matches!(c, '-' | '—' | '–' | '―')) && !word.is_empty()
}

/// Whether a mark of this shape in this place opens (`true`), closes (`false`), or could do either.
fn opens(mark: &str, family: Family, space_before: bool, space_after: bool) -> Option<bool> {
    let by_place = match (space_before, space_after) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    };
    let by_shape = match mark {
        "“" | "„" | "‟" | "«" | "‹" | "‘" | "‚" | "‛" | "``" | "「" | "『" => Some(true),
        "”" | "»" | "›" | "’" | "」" | "』" | "´" => Some(false),
        _ => None,
    };
    match family {
        // Inside a word, or all by itself, a single mark is an apostrophe.
        Family::Single => by_place,
        // „Low“ and »inward« marks are turned: their place says what they do.
        _ if matches!(mark, "“" | "«" | "»" | "”") => by_place.or(by_shape),
        _ => by_shape.or(by_place),
    }
}

#[cfg(test)]
mod tests {
    use analysis::Document;

    use super::*;

    /// The quotations as `(words)`, nested ones with a `+` before, unclosed with `?`, going on with `>` after.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let document = Document::from_paragraphs(text);
        let doc = Doc::new(&document);
        let found: Vec<String> = pair(&doc)
            .regions
            .iter()
            .map(|r| {
                let nested = if r.nested { "+" } else { "" };
                let end = if r.goes_on {
                    ">"
                } else if r.is_unclosed() {
                    "?"
                } else {
                    ""
                };
                format!("{nested}{}{end}", doc.words(r.inner.clone()))
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn marks_of_any_shape() {
        check("\"We sank,\" Tarn said.", &["We sank,"]);
        check("“We sank,” Tarn said.", &["We sank,"]);
        check("‘We sank,’ Tarn said.", &["We sank,"]);
        check("'We sank,' Tarn said.", &["We sank,"]);
        check("«We sank», Tarn said.", &["We sank"]);
        check("« We sank », Tarn said.", &["We sank"]);
        check("»We sank«, Tarn said.", &["We sank"]);
        check("„We sank“, Tarn said.", &["We sank"]);
        check("„We sank”, Tarn said.", &["We sank"]);
        check("``We sank,'' Tarn said.", &["We sank,"]);
        check("''We sank,'' Tarn said.", &["We sank,"]);
    }

    #[test]
    fn mixed_pairs() {
        check("“We sank,\" Tarn said. \"All of us,” she added.", &["We sank,", "All of us,"]);
        check("”We sank,” Tarn said.", &["We sank,"]);
        check("“We sank,“ Tarn said.", &["We sank,"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("'Tis late in the '90s, rock 'n' roll", &[]);
        check("‘The weavers’ pay fell,’ she said", &["The weavers’ pay fell,"]);
        check("The weavers’ pay and the dog‘s lead", &[]);
        check(
            "‘Don’t go to the dogs’ home,’ he said. ‘It’s shut.’",
            &["Don’t go to the dogs’ home,", "It’s shut."],
        );
        check("the ‘rebels’ said", &["rebels"]);
    }

    #[test]
    fn dropped_letters_close_nothing() {
        check("‘We’ve been rowin’ all day,’ said Tarn.", &["We’ve been rowin’ all day,"]);
        check("‘It’s wet, an’ they know it,’ said Tarn.", &["It’s wet, an’ they know it,"]);
        check("'Nothin' floats up 'ere,' Tarn said.", &["Nothin' floats up 'ere,"]);
        check("‘Ask me in the mornin’,’ said Tarn.", &["Ask me in the mornin’,"]);
        check("The ‘captain’ and the ‘cabin’ sank.", &["captain", "cabin"]);
        check("‘Come in,’ said Tarn. ‘We begin’, she added.", &["Come in,", "We begin"]);
    }

    #[test]
    fn single_marks_over_several_paragraphs() {
        check("Tarn said: ‘We sank.\n‘We swam.’", &["We sank.>", "We swam."]);
        check("‘We sank,’ said Tarn. ‘It was cold.\n‘We swam.’", &["We sank,", "It was cold.>", "We swam."]);
        check("The weavers’ pay fell.\n‘We sank,’ said Tarn.", &["We sank,"]);
    }

    #[test]
    fn feet_and_inches_are_no_marks() {
        check("He is 6'2\" tall.", &[]);
        check("\"He is 6'2\",\" Tarn said.", &["He is 6'2\","]);
    }

    #[test]
    fn nested() {
        check("“He told me ‘run’,” Tarn said.", &["He told me ‘run’,", "+run"]);
        check("“He told me “run”,” Tarn said.", &["He told me “run”,", "+run"]);
        check("\"He told me \"run\",\" Tarn said.", &["He told me \"run\",", "+run"]);
        check("‘He told me “run”,’ Tarn said.", &["He told me “run”,", "+run"]);
    }

    #[test]
    fn over_several_paragraphs() {
        check("“We sank.\n“We swam.”", &["We sank.>", "We swam."]);
        check("She said: “We sank.\n“We swam.\n“We walked.”", &["We sank.>", "We swam.>", "We walked."]);
        check("“We sank.\nWe swam.”", &["We sank.>", "We swam."]);
    }

    #[test]
    fn never_closed() {
        check("“We sank.\nNobody came.", &["We sank.?"]);
        check("“We sank, Tarn said.\nNobody came.", &["We sank,?"]);
    }

    #[test]
    fn a_new_one_opens_after_a_missing_close() {
        check("\"We sank, Tarn said. \"We swam,\" said Ruiz.", &["We sank,?", "We swam,"]);
        check("“We sank. “We swam,” said Ruiz.", &["We sank.?", "We swam,"]);
    }

    #[test]
    fn a_mark_that_nothing_opened() {
        check("We sank,” Tarn said.", &["We sank,"]);
        check("The boat” sank.", &[]);
    }

    #[test]
    fn in_brackets_and_after_dashes() {
        check("Tarn (“Duke”) left —“gone,” he said", &["Duke", "gone,"]);
    }

    #[test]
    fn a_wall_of_marks_takes_time_in_proportion() {
        for mark in ["\"", "“", "'", "‘", "” ", " “a", "“‘"] {
            let text = mark.repeat(60_000);
            let document = Document::from_paragraphs(&text);
            pair(&Doc::new(&document));
        }
    }
}
