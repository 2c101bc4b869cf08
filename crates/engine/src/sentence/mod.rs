//! Joins the tokens of a block into sentences.
//!
//! Rules in the spirit of the "golden rules" of Pragmatic Segmenter (Dias, 2015; Sadvilkar and Neumann, "PySBD",
//! 2020): a stop ends a sentence unless what stands before or after it says otherwise. A sentence never
//! crosses a block.

pub(crate) mod lines;
mod starters;
mod unmarked;

use std::ops::Range;

use analysis::Span;

use crate::lexeme::Lexeme;
use crate::lexicon::Lexicon;
use crate::quote::cue;
use crate::token::{Abbreviation, Case, Token, TokenKind, abbreviation};
use crate::word_class::{self, WordClass};
pub(crate) use starters::{is_function_word, is_possessive};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub span: Span,
    /// Indices into the article's tokens.
    pub tokens: Range<usize>,
    /// Index into the article's blocks.
    pub block: usize,
}

/// The sentences of one block, whose tokens are `tokens[range]`. Without `lexemes` the rules alone decide, and no model is
/// asked where a line ended once ([`lines`]).
pub(crate) fn split(
    text: &str,
    normals: &str,
    tokens: &[Token],
    lexemes: &[Lexeme],
    range: Range<usize>,
    block: usize,
    out: &mut Vec<Sentence>,
) {
    let small = writes_small(text, &tokens[range.clone()]);
    let tokens = &tokens[..range.end];
    let lines = (!lexemes.is_empty()).then(|| lines::Row::new(text, tokens, lexemes, range.start));
    let splitter = Splitter { text, normals, tokens, from: range.start, small, lines };
    let mut start = range.start;
    for end in splitter.ends() {
        if start < end {
            let span = tokens[start].span.join(tokens[end - 1].span);
            out.push(Sentence { span, tokens: start..end, block });
            start = end;
        }
    }
}

struct Splitter<'a> {
    text: &'a str,
    normals: &'a str,
    /// All tokens up to the end of the block.
    tokens: &'a [Token],
    from: usize,
    /// Whether the block is written without capitals, so that a small letter can begin a sentence.
    small: bool,
    /// The block as the model of line ends sees it, if it is asked.
    lines: Option<lines::Row<'a>>,
}

/// Whether whoever wrote these tokens saves capitals: "i came home. it was late.", "see you there. i will call"
fn writes_small(text: &str, tokens: &[Token]) -> bool {
    let first = tokens.iter().find(|token| token.is_word());
    let me = |(at, token): (usize, &Token)| {
        token.span.len() == 1
            && token.span.of(text) == "i"
            && !tokens.get(at + 1).is_some_and(|next| next.glued && next.kind == TokenKind::Mark)
    };
    first.is_some_and(|first| first.case == Case::Lower) || tokens.iter().enumerate().any(me)
}

impl Splitter<'_> {
    /// The index after the last token of each sentence, in order.
    fn ends(&self) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut start = self.from;
        let mut brackets = Brackets::default();
        let mut items = self.list_marker(self.from);
        let mut at = self.from;
        while at < self.tokens.len() {
            if let Some(item) = items.filter(|&item| at > start && self.begins_item(at, item)) {
                ends.push(at);
                start = at;
                items = Some(item.next());
            }
            if at > start && (self.ends_unmarked(start, at) || self.ends_line(start, at)) {
                ends.push(at);
                start = at;
                brackets = Brackets::default();
            }
            brackets.step(self.mark(at), at == start);
            let stop_end = self.stop_end(at);
            if stop_end == at {
                at += 1;
                continue;
            }
            let inside = brackets.is_open() && self.closes_soon(at) && !self.closes_aside(at, stop_end);
            if !inside && let Some(end) = self.sentence_end(start, at, stop_end) {
                ends.push(end);
                start = end;
                brackets = Brackets::default();
                at = end;
            } else {
                at = stop_end;
            }
        }
        ends.push(self.tokens.len());
        ends
    }

    /// Whether a line ended before `at` once, in a sentence that began at `start`.
    fn ends_line(&self, start: usize, at: usize) -> bool {
        self.lines.as_ref().is_some_and(|row| lines::ends(row, start, at))
    }

    /// The index after the run of stops that begins at `at`; `at` itself if no stop stands there.
    fn stop_end(&self, at: usize) -> usize {
        if self.abbreviated(at).is_some() {
            return at + 1;
        }
        let mut end = at;
        while end < self.tokens.len() && self.is_stop(end) {
            end += 1;
        }
        end
    }

    /// Where the sentence ends that began at `start` and has stops at `at..stop_end`, if it ends there.
    fn sentence_end(&self, start: usize, at: usize, stop_end: usize) -> Option<usize> {
        if let Some(kind) = self.abbreviated(at) {
            return self.end_after_abbreviation(start, at, kind);
        }
        let dots = stop_end - at;
        let only_dots = (at..stop_end).all(|i| self.mark(i) == '.');
        let end = self.after_closers(stop_end);
        if end >= self.tokens.len() {
            return Some(end);
        }
        if only_dots && dots > 1 {
            // ". . ." inside a sentence leaves words out; with a stop before it, it opens the next one.
            let capital = self.begins_sentence(end);
            return match dots {
                2 | 3 if end == stop_end => None,
                _ if !capital => None,
                4 if self.tokens[at].glued => Some(at + 1),
                _ => Some(end),
            };
        }
        if self.is_marker_stop(start, at) || self.is_number_sign(at, end) || self.is_circa(at, end) {
            return None;
        }
        if self.is_name_with_mark(start, at, end) {
            return None;
        }
        let closed = end > stop_end;
        if self.tokens[end].glued && !closed {
            return self.splits_without_space(at, stop_end).then_some(end);
        }
        let ellipsis = self.tokens[at].span.len() > 1;
        let small = self.small && !closed && !ellipsis && self.tokens[end].case == Case::Lower;
        if !(small || self.begins_sentence(end)) || closed && self.names_speaker_next(end, only_dots) {
            return None;
        }
        Some(end)
    }

    fn end_after_abbreviation(&self, start: usize, at: usize, kind: Abbreviation) -> Option<usize> {
        let end = self.after_closers(at + 1);
        let Some(next) = self.tokens.get(end) else { return Some(end) };
        if next.glued && end == at + 1 {
            return None;
        }
        let starts = self.starts_with_function_word(end);
        if self.is_unit(at) || self.is_letter_of(at) || self.is_abroad(at, end) {
            return self.begins_sentence(end).then_some(end);
        }
        let ends = match kind {
            Abbreviation::BeforeName => false,
            Abbreviation::BeforeNumber => starts && next.kind == TokenKind::Word,
            Abbreviation::After if self.is_hour(at) => {
                self.begins_sentence(end) && at > start + 2 && !self.goes_with_hour(end)
            }
            Abbreviation::After => {
                starts || end > at + 1 && self.begins_sentence(end) || self.opens_quote(end)
            }
        };
        ends.then_some(end)
    }

    /// "at 120 mph.": nothing that goes on begins with a capital.
    fn is_unit(&self, at: usize) -> bool {
        let word = self.normal(at).trim_end_matches('.');
        at > self.from
            && self.tokens[at - 1].kind == TokenKind::Number
            && word_class::is(word, WordClass::UnitAbbreviation)
    }

    /// "Section D.", "vitamin C.": the letter is no initial.
    fn is_letter_of(&self, at: usize) -> bool {
        at > self.from
            && self.tokens[at].span.len() == 2
            && word_class::is(self.normal(at - 1), WordClass::LetterDesignator)
    }

    /// "held in the U.S. Rafael Ortega was …": behind a place, a given name with a surname begins a sentence.
    fn is_abroad(&self, at: usize, next: usize) -> bool {
        let word = self.normal(at);
        let country = word.len() >= 4 && word.matches('.').count() >= 2 && !self.is_hour(at);
        let (the, place) = (at.wrapping_sub(1), at.wrapping_sub(2));
        let located = at > self.from + 1
            && self.normal(the) == "the"
            && word_class::is(self.normal(place), WordClass::BeforePlace);
        let given = |at: usize| {
            self.tokens.get(at).is_some_and(|token| {
                let known = Lexicon::get().look_up(token.span.of(self.text)).0;
                token.case == Case::Title && known.given_name() > 1 && known.common_word() < 2
            })
        };
        let surname = self.tokens.get(next + 1).is_some_and(|token| token.case == Case::Title);
        country && (located && given(next) && surname || self.goes_on_abroad(at, next))
    }

    /// "moved to the U.S. Doctors there had", "in Hale, D.C. Prices are high": behind a place, a common noun with its verb
    /// begins a sentence; in "the U.S. Marines were" the noun is of the name.
    fn goes_on_abroad(&self, at: usize, next: usize) -> bool {
        let before = at.checked_sub(1).filter(|&before| before >= self.from).map_or("", |at| self.normal(at));
        let the = before == "the" && at > self.from + 1;
        let located = before == ","
            || word_class::is(if the { self.normal(at - 2) } else { before }, WordClass::BeforePlace);
        let known =
            |at: usize| self.tokens.get(at).map(|token| Lexicon::get().look_up(token.span.of(self.text)).0);
        let common = known(next).is_some_and(|known| known.common_word() > 1);
        let plural = self.normal(next).ends_with('s') && !is_function_word(self.normal(next));
        let there = self.normal(next + 1) == "there";
        let verb = matches!(
            self.normal(next + 1),
            "are" | "were" | "have" | "had" | "will" | "would" | "can" | "could"
        );
        located && common && (there || plural && verb)
    }

    /// "Yahoo! News", "Hale! Inc.": the mark is the name's.
    fn is_name_with_mark(&self, start: usize, at: usize, next: usize) -> bool {
        if self.mark(at) != '!' || at == start || !self.tokens[at].glued || next != at + 1 {
            return false;
        }
        let company =
            matches!(abbreviation(self.normal(next).trim_end_matches('.')), Some(Abbreviation::After))
                && self.tokens[next].is_capital();
        let named = self.tokens[at - 1].case == Case::Title
            && word_class::is(self.normal(at - 1), WordClass::NameWithMark)
            && !is_function_word(self.normal(next));
        named || company
    }

    /// "(its owners are in Hale.) It owed": a stop before the bracket's end is that of the sentence, where one begins
    /// behind it.
    fn closes_aside(&self, at: usize, stop_end: usize) -> bool {
        self.mark(at) == '.'
            && matches!(self.mark(stop_end), ')' | ']')
            && self
                .tokens
                .get(stop_end + 1)
                .is_some_and(|token| token.is_capital() && token.case == Case::Title)
    }

    /// What the token at `at` is, if its own stop could end a sentence.
    fn abbreviated(&self, at: usize) -> Option<Abbreviation> {
        let token = self.tokens.get(at)?;
        let word = token.span.of(self.text).strip_suffix('.')?;
        if token.kind != TokenKind::Word {
            return None;
        }
        let listed = if word.contains('.') { None } else { abbreviation(word) };
        Some(listed.unwrap_or(Abbreviation::After))
    }

    /// What an hour has after it in its own sentence: "5 p.m. Tuesday", "10 a.m. EST", "9 a.m. Nov. 6".
    fn goes_with_hour(&self, at: usize) -> bool {
        let word = self.normal(at);
        let plain = word.trim_end_matches('.');
        let classes = word_class::of(plain);
        // "May" and "March" begin sentences of their own.
        let month = classes.has(WordClass::Month) && !matches!(plain, "may" | "march" | "mar");
        month || classes.has(WordClass::TimeZone) || word_class::is(word, WordClass::Weekday)
    }

    fn is_hour(&self, at: usize) -> bool {
        matches!(self.normal(at), "a.m." | "p.m.")
    }

    /// Skips closing quotation marks, brackets and footnote signs, which belong to the sentence before.
    fn after_closers(&self, mut at: usize) -> usize {
        let footnote = |at| {
            self.mark(at) == '['
                && self.tokens.get(at + 1).is_some_and(|t| t.kind == TokenKind::Number)
                && self.mark(at + 2) == ']'
        };
        while let Some(token) = self.tokens.get(at) {
            let closes = match token.kind {
                TokenKind::QuoteMark => token.glued && !self.opens_quote(at),
                TokenKind::Clitic => token.span.len() <= 3 && self.normal(at) == "'",
                TokenKind::Mark => matches!(self.mark(at), ')' | ']') && token.glued,
                _ => false,
            };
            at += match closes {
                true => 1,
                false if footnote(at) => 3,
                false => break,
            };
        }
        at
    }

    /// A mark that has white space before it and none after opens a quotation.
    fn opens_quote(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let next_glued = self.tokens.get(at + 1).is_some_and(|next| next.glued);
        token.kind == TokenKind::QuoteMark
            && (matches!(self.mark(at), '“' | '„' | '«') || !token.glued && next_glued)
    }

    /// Whether a sentence could begin with the token at `at`, or behind the marks that open there.
    fn begins_sentence(&self, at: usize) -> bool {
        let opened = (at..self.tokens.len().min(at + 4)).find(|&i| !self.opens(i));
        let Some(token) = opened.map(|i| &self.tokens[i]) else { return true };
        match token.kind {
            TokenKind::Word => token.case != Case::Lower,
            TokenKind::Number | TokenKind::Address => true,
            TokenKind::Mark => !matches!(token.span.of(self.text), "," | ";" | ":" | "—" | "–" | "-"),
            _ => self.opens(at),
        }
    }

    fn opens(&self, at: usize) -> bool {
        self.opens_quote(at) || matches!(self.mark(at), '(' | '[') || self.is_bullet(at)
    }

    fn starts_with_function_word(&self, at: usize) -> bool {
        let first = (at..self.tokens.len().min(at + 3)).find(|&i| !self.opens(i)).unwrap_or(at);
        self.tokens.get(first).is_some_and(|t| t.is_capital()) && is_function_word(self.normal(first))
    }

    /// "It ended.Then he left": no space, but the letters speak for a new sentence.
    fn splits_without_space(&self, at: usize, next: usize) -> bool {
        // A script that writes none between its sentences.
        if matches!(self.mark(at), '。' | '！' | '？') {
            return true;
        }
        let (Some(before), false) = (at.checked_sub(1).map(|i| &self.tokens[i]), self.mark(at) == '…')
        else {
            return false;
        };
        let word_ends = before.case == Case::Lower && before.span.len() > 2;
        // "It ended.“We won,” he said."
        if self.opens_quote(next) {
            return word_ends && self.tokens.get(next + 1).is_some_and(Token::is_capital);
        }
        if self.tokens[next].case != Case::Title || self.tokens[next].span.len() < 2 {
            return false;
        }
        // "node.Then.js"
        let goes_on = self.mark(next + 1) == '.'
            && self.tokens.get(next + 1).is_some_and(|token| token.glued)
            && self.tokens.get(next + 2).is_some_and(|token| token.glued);
        // "in Kyiv.He", "in 2024.The", "by 3%.Then": what no address ends with, before what begins sentences.
        let phrase_ends = before.case == Case::Title && before.span.len() > 2
            || before.kind == TokenKind::Number
            || matches!(self.mark(at - 1), '%' | ')' | ']');
        !goes_on && (word_ends || phrase_ends && is_function_word(self.normal(next)))
    }

    /// "c. 1900", "fig. 3"
    fn is_circa(&self, at: usize, next: usize) -> bool {
        at > self.from
            && matches!(self.normal(at - 1), "c" | "fig" | "figs")
            && self.tokens[at].glued
            && self.tokens[next].kind == TokenKind::Number
    }

    /// The stop of "1." at the start of an item.
    fn is_marker_stop(&self, start: usize, at: usize) -> bool {
        let first = start + usize::from(self.is_bullet(start));
        at == first + 1
            && (self.tokens[first].kind == TokenKind::Number || self.is_letter_marker(first))
            && self.tokens[at].glued
    }

    /// "N°. 10": the stop of a sign that a number follows.
    fn is_number_sign(&self, at: usize, next: usize) -> bool {
        // "at house no. 5", but "She said no. 5 men left."
        let small = at > self.from + 1
            && self.mark(at) == '.'
            && matches!(self.normal(at - 1), "no" | "nos")
            && self.tokens[at - 2].is_word()
            && cue::verb(self.normal(at - 2)).is_none()
            && self.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
        if small {
            return true;
        }
        at > self.from
            && matches!(self.mark(at - 1), '°' | '№')
            && self.tokens[next].kind == TokenKind::Number
    }

    /// After “Why?” a short run of names and a verb of saying still belongs to the sentence: “We won!” Ono cheered.
    /// Words that end in a full stop mostly end their sentence, so that only the plainest verbs go with them:
    /// “We won.” Photographers gasped.
    fn names_speaker_next(&self, at: usize, calm: bool) -> bool {
        let mut i = at;
        while i < self.tokens.len() && i < at + 4 && self.tokens[i].is_word() && self.tokens[i].is_capital() {
            i += 1;
        }
        let speaks = |verb: cue::Verb| {
            matches!(verb.form, cue::Form::Past | cue::Form::Third)
                && verb.takes.any(cue::CLAUSE | cue::MARKS_ONLY)
        };
        let verb = self.normal(i);
        let follows = cue::is_plain_saying(verb) || !calm && cue::verb(verb).is_some_and(speaks);
        i > at && !is_function_word(self.normal(at)) && follows
    }

    fn list_marker(&self, at: usize) -> Option<Item> {
        let first = at + usize::from(self.is_bullet(at));
        let token = self.tokens.get(first)?;
        let word = token.span.of(self.text);
        let item = match token.kind {
            TokenKind::Number => Item::Number(word.parse().ok()?),
            TokenKind::Word if self.is_letter_marker(first) => Item::Letter(word.bytes().next()?),
            _ => return None,
        };
        (self.tokens.get(first + 1)?.glued && matches!(self.mark(first + 1), '.' | ')')).then_some(item)
    }

    fn is_letter_marker(&self, at: usize) -> bool {
        matches!(self.normal(at).as_bytes(), [b'a'..=b'z']) && self.tokens[at].case == Case::Lower
    }

    /// Whether the list's next item begins at `at`.
    fn begins_item(&self, at: usize, last: Item) -> bool {
        self.list_marker(at).is_some_and(|item| item == last.next())
            && (!self.tokens[at].glued || self.is_bullet(at))
            && !(at > self.from && self.is_bullet(at - 1))
    }

    fn is_bullet(&self, at: usize) -> bool {
        matches!(self.mark(at), '•' | '⁃' | '‣' | '▪' | '●' | '◦')
    }

    /// Whether an open bracket is closed within reach, so that stops inside it end nothing.
    fn closes_soon(&self, at: usize) -> bool {
        (at..self.tokens.len().min(at + 80)).any(|i| matches!(self.mark(i), ')' | ']'))
    }

    fn is_stop(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        token.kind == TokenKind::Mark && is_stop(self.mark(at))
    }

    /// The first character of a token that is no word; a space for words.
    fn mark(&self, at: usize) -> char {
        match self.tokens.get(at) {
            Some(token) if token.kind != TokenKind::Word => {
                token.span.of(self.text).chars().next().unwrap_or(' ')
            }
            _ => ' ',
        }
    }

    fn normal(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.normal.of(self.normals))
    }
}

/// Whether a mark can end a sentence.
fn is_stop(mark: char) -> bool {
    matches!(mark, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '।')
}

/// Round and square brackets that were opened inside the sentence, not at its start.
#[derive(Default)]
struct Brackets {
    open: usize,
}

impl Brackets {
    fn step(&mut self, mark: char, first: bool) {
        match mark {
            '(' | '[' if !first => self.open += 1,
            ')' | ']' => self.open = self.open.saturating_sub(1),
            _ => {}
        }
    }

    fn is_open(&self) -> bool {
        self.open > 0
    }
}

/// The marker of an item in a list that runs on in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    Number(u32),
    Letter(u8),
}

impl Item {
    fn next(self) -> Item {
        match self {
            Item::Number(n) => Item::Number(n.saturating_add(1)),
            Item::Letter(c) => Item::Letter(c.saturating_add(1)),
        }
    }
}

#[cfg(test)]
mod tests;
