//! Reads numbers as newspapers write them: "26", "1,420.5", "3.5bn", "12 500", "35 lakh", "twenty-six", "two and a half
//! million", "dozens".

use std::ops::Range;

use crate::doc::Doc;
use crate::syntax::tag::Upos;
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// A number in the text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Number {
    /// The token after its last.
    pub end: usize,
    /// None where the number is vague ("dozens", "several").
    pub value: Option<f64>,
    /// "third", "26th".
    pub ordinal: bool,
    /// What the last word of scale multiplies by ("3 to 4 million" gives it to the 3 as well), 1 without one.
    pub scale: f64,
}

impl Number {
    fn plain(end: usize, value: f64) -> Number {
        Number { end, value: Some(value), ordinal: false, scale: 1.0 }
    }
}

/// The longest a number gets, in tokens ("one hundred and twenty-three million, four hundred …").
const LONGEST: usize = 14;

/// The number that begins at `tokens.start` and ends within `tokens`.
pub(crate) fn read(doc: &Doc, tokens: Range<usize>) -> Option<Number> {
    let at = tokens.start;
    if at >= tokens.end {
        return None;
    }
    let end = tokens.end.min(at + LONGEST);
    let number = match doc.tokens.get(at)?.kind {
        TokenKind::Number => digits(doc, at, end)?,
        TokenKind::Word => words(doc, at, end)?,
        _ => return None,
    };
    Some(with_fraction(doc, number, end))
}

/// The number that begins there, also where it begins with an article or a part of one: "a million", "a dozen", "half a
/// million", "a quarter of a billion", "several thousand".
pub(crate) fn read_amount(doc: &Doc, tokens: Range<usize>) -> Option<Number> {
    let Range { start, end } = tokens;
    if start >= end {
        return None;
    }
    let word = |at: usize| if at < end { doc.normal(at) } else { "" };
    // What stands behind "a": the word of scale, with those that follow it.
    let scaled = |at: usize, times: f64| {
        let by = scale(doc, at).filter(|_| at < end && !vague(doc, at))?;
        let number = Number { scale: by, ..Number::plain(at + 1, times * by) };
        Some(with_fraction(doc, with_scales(doc, number, end), end))
    };
    let article = |at: usize| matches!(word(at), "a" | "an" | "one");
    let over_hyphen = |at: usize| at + usize::from(at < end && is_hyphen(doc, at));
    match word(start) {
        "a" | "an" => {
            if word(start + 1) == "couple" && word(start + 2) == "of" {
                return scaled(start + 3, 2.0);
            }
            if let Some(number) = scaled(start + 1, 1.0) {
                return Some(number);
            }
            if word(start + 1) == "few" {
                return scaled(start + 2, 1.0).map(|number| Number { value: None, ..number });
            }
            // "a quarter of a million"
            let part = doc.value(start + 1, WordClass::Fraction)?;
            let of = word(start + 2) == "of" && article(start + 3);
            if of { scaled(start + 4, 1.0 / part as f64) } else { None }
        }
        "half" if article(start + 1) => scaled(start + 2, 0.5),
        "half" => scaled(over_hyphen(start + 1), 0.5),
        "several" | "many" | "some" => scaled(start + 1, 1.0)
            .map(|number| Number { value: None, ..number })
            .filter(|_| word(start) != "some"),
        "tens" if word(start + 1) == "of" && vague(doc, start + 2) => Some(vague_from(doc, start, end)),
        _ => {
            let number = read(doc, start..end)?;
            // "three quarters of a million"
            let at = over_hyphen(number.end);
            if let Some(parts) = doc.value(at, WordClass::Fraction).filter(|_| at < end)
                && let Some(value) = number.value.filter(|value| *value < parts as f64)
                && word(at + 1) == "of"
                && article(at + 2)
            {
                return scaled(at + 3, value / parts as f64).or(Some(number));
            }
            Some(number)
        }
    }
}

/// The value of a number written in digits, with the marks of its groups: "1,420.5", "3.400.000", "2,5", "12,34,567".
pub(crate) fn digits_value(word: &str) -> Option<f64> {
    // f64 parsing is exact and the same everywhere, but would also read "inf" and "1e9".
    if word.is_empty()
        || word.len() > 24
        || !word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.'))
    {
        return None;
    }
    let (commas, dots) = (word.matches(',').count(), word.matches('.').count());
    let grouped = |mark: char| {
        let mut groups = word.split([',', '.']).skip(1).peekable();
        let mut whole = true;
        while let Some(group) = groups.next() {
            // "12,34,567": in India groups of two stand before the last.
            let last = groups.peek().is_none();
            whole &= group.len() == 3 || group.len() == 2 && !last && mark == ',';
        }
        whole
    };
    let plain: String = match (commas, dots) {
        (0, 0 | 1) => word.to_owned(),
        (0, _) if grouped('.') => word.replace('.', ""),
        (_, 0) if grouped(',') => word.replace(',', ""),
        // A comma that is not before three digits is a decimal one.
        (1, 0) => {
            let (whole, part) = word.split_once(',')?;
            if part.len() > 2 || whole.is_empty() {
                return None;
            }
            format!("{whole}.{part}")
        }
        (1.., 1) if word.rfind('.') > word.rfind(',') => word.replace(',', ""),
        (1, 1..) => word.replace('.', "").replace(',', "."),
        _ => return None,
    };
    plain.parse().ok()
}

fn digits(doc: &Doc, at: usize, end: usize) -> Option<Number> {
    let word = doc.normal(at);
    let letters_from = word.find(|c: char| c.is_alphabetic()).unwrap_or(word.len());
    let (figure, letters) = word.split_at(letters_from);
    let Some(value) = digits_value(figure) else {
        return fraction_sign(word).map(|v| Number::plain(at + 1, v));
    };
    match letters {
        "" => {}
        "st" | "nd" | "rd" | "th" => return Some(Number { ordinal: true, ..Number::plain(at + 1, value) }),
        _ => {
            let by = word_class::value(letters, WordClass::GluedScale)? as f64;
            return Some(Number { scale: by, ..Number::plain(at + 1, value * by) });
        }
    }
    let number = groups(doc, at, end).unwrap_or(Number::plain(at + 1, value));
    Some(with_scales(doc, number, end))
}

/// "12 500", "3 400 000": groups of three digits between spaces.
fn groups(doc: &Doc, at: usize, end: usize) -> Option<Number> {
    let first = doc.word(at);
    if first.len() > 3 || first.starts_with('0') || !first.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if let Some((next, value)) = apostrophes(doc, at, end) {
        return Some(Number::plain(next, value));
    }
    let (mut value, mut next) = (first.parse::<f64>().ok()?, at + 1);
    while next < end && next < at + 5 {
        let group = doc.word(next);
        let (digits, decimals) = group.split_once([',', '.']).unwrap_or((group, ""));
        let whole = digits.len() == 3 && digits.bytes().all(|b| b.is_ascii_digit());
        let apart = doc.tokens.get(next).is_some_and(|token| !token.glued && token.kind == TokenKind::Number);
        // "12 500,50"
        let rest = decimals.len() <= 2 && decimals.bytes().all(|b| b.is_ascii_digit());
        let gap = doc.tokens.get(next).zip(doc.tokens.get(next - 1));
        let near = gap.is_some_and(|(b, a)| {
            doc.text
                .get(a.span.end as usize..b.span.start as usize)
                .is_some_and(|between| between.chars().count() == 1)
        });
        if !(whole && apart && rest && near) {
            break;
        }
        value = value * 1000.0 + digits.parse::<f64>().ok()?;
        next += 1;
        if !decimals.is_empty() {
            value += format!("0.{decimals}").parse::<f64>().ok()?;
            break;
        }
    }
    // "Call 20 794 6095 …": more digits behind make it no amount.
    let goes_on = next < end
        && doc.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number)
        && doc.word(next).bytes().all(|b| b.is_ascii_digit());
    (next > at + 1 && !goes_on).then(|| Number::plain(next, value))
}

/// "1'250'000": groups between apostrophes, as in Switzerland.
fn apostrophes(doc: &Doc, at: usize, end: usize) -> Option<(usize, f64)> {
    let glued = |at: usize| at < end && doc.tokens.get(at).is_some_and(|token| token.glued);
    let (mut value, mut next) = (doc.word(at).parse::<f64>().ok()?, at + 1);
    while next < at + 9 && glued(next) && glued(next + 1) && matches!(doc.word(next), "'" | "’") {
        let group = doc.word(next + 1);
        if group.len() != 3 || !group.bytes().all(|b| b.is_ascii_digit()) {
            break;
        }
        value = value * 1000.0 + group.parse::<f64>().ok()?;
        next += 2;
    }
    (next > at + 1).then_some((next, value))
}

/// The words of scale behind a number, also behind a hyphen: "$1.5-billion", "2.5 lakh crore".
fn with_scales(doc: &Doc, mut number: Number, end: usize) -> Number {
    loop {
        let at = number.end + usize::from(number.end < end && is_hyphen(doc, number.end));
        if at >= end {
            return number;
        }
        let Some(by) = scale(doc, at) else { return number };
        // "Crore Bazaar": a name.
        let name = doc.tokens.get(at).is_some_and(|token| token.case == Case::Title);
        let plural = vague(doc, at) && !matches!(doc.normal(at), "lakhs" | "crores");
        if name && doc.syntax.tag(at).upos() == Upos::PROPN || plural {
            return number;
        }
        number.value = number.value.map(|v| v * by);
        number.scale *= by;
        number.end = at + 1;
    }
}

fn words(doc: &Doc, at: usize, end: usize) -> Option<Number> {
    if vague(doc, at) {
        return Some(vague_from(doc, at, end));
    }
    let (mut whole, mut part) = (0.0, 0.0);
    let (mut next, mut last) = (at, at);
    let (mut ordinal, mut greatest) = (false, 1.0);
    let mut previous = f64::INFINITY;
    while next < end {
        let word = doc.normal(next);
        if let Some(value) = small(doc, next) {
            // "twenty six" goes on, "six twenty" does not.
            let fits = previous == f64::INFINITY
                || (value < 10.0 && (20.0..100.0).contains(&previous))
                || previous >= 100.0;
            if !fits {
                break;
            }
            part += value;
            previous = value;
        } else if let Some(value) = small_ordinal(doc, next) {
            let fits = previous == f64::INFINITY
                || (value < 10.0 && (20.0..100.0).contains(&previous))
                || previous >= 100.0;
            if fits {
                part += value;
                ordinal = true;
                last = next + 1;
            }
            break;
        } else if let Some(by) = scale(doc, next)
            && !vague(doc, next)
            && last > at
        {
            if by == 100.0 || by == 12.0 {
                part *= by;
            } else {
                whole += part * by;
                part = 0.0;
                greatest = by;
            }
            previous = by;
        } else if last > at && (word == "and" && previous >= 100.0 || is_hyphen(doc, next)) {
            next += 1;
            continue;
        } else {
            break;
        }
        next += 1;
        last = next;
    }
    (last > at).then_some(Number { end: last, value: Some(whole + part), ordinal, scale: greatest })
}

/// "dozens of thousands", "tens of millions".
fn vague_from(doc: &Doc, at: usize, end: usize) -> Number {
    let mut last = at + 1;
    // "hundreds of thousand hectares"
    let scales = |at: usize| vague(doc, at) || scale(doc, at).is_some_and(|by| by >= 100.0);
    while last + 1 < end && doc.normal(last) == "of" && scales(last + 1) {
        last += 2;
    }
    Number { end: last, value: None, ordinal: false, scale: 1.0 }
}

/// "two and a half", "three-and-a-half", "3½", "1/2" after a whole number, with a word of scale behind it.
fn with_fraction(doc: &Doc, mut number: Number, end: usize) -> Number {
    if number.ordinal || number.value.is_none() {
        return number;
    }
    let word = |at: usize| if at < end { doc.normal(at) } else { "" };
    let hyphen = |at: usize| at + usize::from(at < end && is_hyphen(doc, at));
    let from = hyphen(number.end);
    let (article, and) = (hyphen(from + 1), word(from) == "and");
    let part_at = hyphen(article + 1);
    let one = matches!(word(article), "a" | "an" | "one");
    let parts = doc.value(part_at, WordClass::Fraction).filter(|parts| part_at < end && *parts <= 4);
    let (part, behind) = if and
        && one
        && let Some(parts) = parts
    {
        (1.0 / parts as f64, part_at + 1)
    } else if let Some(part) = fraction_sign(word(number.end)) {
        (part, number.end + 1)
    } else {
        return number;
    };
    // "one million and a half" is a million and half of one.
    let of = if number.scale > 1.0 { number.scale } else { 1.0 };
    number.value = number.value.map(|value| value + part * of);
    number.end = behind;
    with_scales(doc, number, end)
}

/// "½", "1/2".
fn fraction_sign(word: &str) -> Option<f64> {
    Some(match word {
        "½" | "1/2" => 0.5,
        "⅓" | "1/3" => 1.0 / 3.0,
        "⅔" | "2/3" => 2.0 / 3.0,
        "¼" | "1/4" => 0.25,
        "¾" | "3/4" => 0.75,
        _ => return None,
    })
}

fn is_hyphen(doc: &Doc, token: usize) -> bool {
    doc.tokens.get(token).is_some_and(|t| t.kind == TokenKind::Hyphen)
}

/// Numbers of one word under a hundred.
fn small(doc: &Doc, at: usize) -> Option<f64> {
    doc.value(at, WordClass::Cardinal).map(|value| value as f64)
}

/// Ordinals of one word.
fn small_ordinal(doc: &Doc, at: usize) -> Option<f64> {
    doc.value(at, WordClass::Ordinal).map(|value| value as f64)
}

fn scale(doc: &Doc, at: usize) -> Option<f64> {
    doc.value(at, WordClass::Scale).map(|value| value as f64)
}

/// "dozens": a number, but nobody counted.
fn vague(doc: &Doc, at: usize) -> bool {
    doc.is(at, WordClass::VagueNumber)
}
