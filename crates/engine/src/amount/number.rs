//! Reads numbers as newspapers write them: "26", "1,420.5", "3.5bn", "twenty-six", "two and a half", "dozens".

use std::ops::Range;

use crate::reading::Reading;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// A number in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// The token after its last.
    pub end: usize,
    /// None where the number is vague ("dozens", "several").
    pub value: Option<f64>,
    /// "third", "26th".
    pub ordinal: bool,
}

/// The longest a number gets, in tokens ("one hundred and twenty-three million, four hundred …").
const LONGEST: usize = 14;

/// The number that begins at `tokens.start` and ends within `tokens`.
pub(crate) fn read(reading: &Reading, tokens: Range<usize>) -> Option<Number> {
    let at = tokens.start;
    if at >= tokens.end {
        return None;
    }
    let end = tokens.end.min(at + LONGEST);
    let number = match reading.tokens.get(at)?.kind {
        TokenKind::Number => digits(reading, at, end)?,
        TokenKind::Word => words(reading, at, end)?,
        _ => return None,
    };
    Some(with_fraction(reading, number, end))
}

/// The value of a number written in digits, with its group commas.
pub(crate) fn digits_value(word: &str) -> Option<f64> {
    // f64 parsing is exact and the same everywhere, but would also read "inf" and "1e9".
    if word.is_empty()
        || word.len() > 24
        || !word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
    {
        return None;
    }
    word.replace(',', "").parse().ok()
}

fn digits(reading: &Reading, at: usize, end: usize) -> Option<Number> {
    let word = reading.normal(at);
    let letters_from = word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len());
    let (figure, letters) = word.split_at(letters_from);
    let value = digits_value(figure)?;
    match letters {
        "" => {}
        "st" | "nd" | "rd" | "th" => return Some(Number { end: at + 1, value: Some(value), ordinal: true }),
        _ => {
            let by = short_scale(letters)?;
            return Some(Number { end: at + 1, value: Some(value * by), ordinal: false });
        }
    }
    let mut number = Number { end: at + 1, value: Some(value), ordinal: false };
    while number.end < end
        && let Some(by) = scale(reading, number.end)
        && !vague(reading, number.end)
    {
        number.value = number.value.map(|v| v * by);
        number.end += 1;
    }
    Some(number)
}

/// "bn" after a figure.
fn short_scale(letters: &str) -> Option<f64> {
    Some(match letters {
        "k" => 1e3,
        "m" | "mn" | "mln" => 1e6,
        "b" | "bn" => 1e9,
        "tn" | "trn" => 1e12,
        _ => return None,
    })
}

fn words(reading: &Reading, at: usize, end: usize) -> Option<Number> {
    if vague(reading, at) {
        return Some(vague_from(reading, at, end));
    }
    let (mut whole, mut part) = (0.0, 0.0);
    let (mut next, mut last) = (at, at);
    let mut ordinal = false;
    let mut previous = f64::INFINITY;
    while next < end {
        let word = reading.normal(next);
        if let Some(value) = small(reading, next) {
            // "twenty six" goes on, "six twenty" does not.
            let fits = previous == f64::INFINITY
                || (value < 10.0 && (20.0..100.0).contains(&previous))
                || previous >= 100.0;
            if !fits {
                break;
            }
            part += value;
            previous = value;
        } else if let Some(value) = small_ordinal(reading, next) {
            let fits = previous == f64::INFINITY
                || (value < 10.0 && (20.0..100.0).contains(&previous))
                || previous >= 100.0;
            if fits {
                part += value;
                ordinal = true;
                last = next + 1;
            }
            break;
        } else if let Some(by) = scale(reading, next)
            && !vague(reading, next)
            && last > at
        {
            if by == 100.0 || by == 12.0 {
                part *= by;
            } else {
                whole += part * by;
                part = 0.0;
            }
            previous = by;
        } else if last > at && (word == "and" && previous >= 100.0 || is_hyphen(reading, next)) {
            next += 1;
            continue;
        } else {
            break;
        }
        next += 1;
        last = next;
    }
    (last > at).then_some(Number { end: last, value: Some(whole + part), ordinal })
}

/// "dozens of thousands".
fn vague_from(reading: &Reading, at: usize, end: usize) -> Number {
    let mut last = at + 1;
    while last + 1 < end && reading.normal(last) == "of" && vague(reading, last + 1) {
        last += 2;
    }
    Number { end: last, value: None, ordinal: false }
}

/// "two and a half", "3½", "1/2" after a whole number.
fn with_fraction(reading: &Reading, mut number: Number, end: usize) -> Number {
    let at = number.end;
    if number.ordinal || number.value.is_none() {
        return number;
    }
    let half = ["and", "a", "half"];
    if at + half.len() <= end && half.iter().enumerate().all(|(i, w)| reading.normal(at + i) == *w) {
        number.end += half.len();
        number.value = number.value.map(|v| v + 0.5);
    } else if at < end && matches!(reading.normal(at), "½" | "1/2" | "¼" | "1/4" | "¾" | "3/4") {
        let part = match reading.normal(at) {
            "½" | "1/2" => 0.5,
            "¼" | "1/4" => 0.25,
            _ => 0.75,
        };
        number.end += 1;
        number.value = number.value.map(|v| v + part);
    }
    number
}

fn is_hyphen(reading: &Reading, token: usize) -> bool {
    reading.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Hyphen)
}

/// Numbers of one word under a hundred.
fn small(reading: &Reading, at: usize) -> Option<f64> {
    reading.value(at, WordClass::Cardinal).map(|value| value as f64)
}

/// Ordinals of one word.
fn small_ordinal(reading: &Reading, at: usize) -> Option<f64> {
    reading.value(at, WordClass::Ordinal).map(|value| value as f64)
}

fn scale(reading: &Reading, at: usize) -> Option<f64> {
    reading.value(at, WordClass::Scale).map(|value| value as f64)
}

/// "dozens": a number, but nobody counted.
fn vague(reading: &Reading, at: usize) -> bool {
    reading.is(at, WordClass::VagueNumber)
}
