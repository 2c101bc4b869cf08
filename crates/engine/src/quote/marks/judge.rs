//! Each mark by itself: does it open, close, or neither?

use std::ops::Range;

use crate::doc::Doc;
use crate::token::TokenKind;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Family {
    Double,
    Single,
    Angle,
}

/// A mark, judged by what stands beside it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub token: usize,
    pub family: Family,
    /// `Some(true)` opens, `Some(false)` closes, none is either.
    pub opens: Option<bool>,
    /// Nothing it could belong to stands directly before or after it.
    pub space_before: bool,
    pub space_after: bool,
}

/// The marks of a block, apostrophes, feet and inches left out.
pub(super) fn judge(doc: &Doc, block: Range<usize>) -> Vec<Mark> {
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

pub(super) fn family(mark: &str) -> Family {
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
        "“" | "„" | "‟" | "«" | "‹" | "‘" | "‘‘" | "‚" | "‛" | "``" | "「" | "『" => {
            Some(true)
        }
        "”" | "»" | "›" | "’" | "’’" | "」" | "』" | "´" => Some(false),
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
