//! The day an article says it was published on: in its dateline or byline, or in a line of its own at its head.
//! Dates in the story itself are no such thing.

use analysis::{BlockKind, Published, Span};
use jiff::civil;
use text::Stated;

use super::grammar::Grammar;
use super::iso;
use super::meaning::Meaning;
use super::resolve::{self, Context, Story};
use super::tense::Tense;
use crate::doc::Doc;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How many blocks the head of an article has at most.
const HEAD: usize = 8;

/// The longest line of words that can be a line for the date alone, in tokens.
const LINE: usize = 24;

/// The day that the file states besides its words, if it does and there is such a day.
pub(crate) fn stated(stated: &Stated) -> Option<Published> {
    let day = crate::day(stated.published.as_deref()?)?;
    Some(Published { date: iso::write(day), span: None })
}

/// The day the article says it was published on, if it does.
pub(crate) fn publication(doc: &Doc) -> Option<Published> {
    let mut sentences = doc.sentences.iter().peekable();
    for (number, block) in doc.document.blocks.iter().enumerate().take(HEAD) {
        let mut end = None;
        let mut start = None;
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block <= number) {
            start = start.or(Some(sentence.tokens.start));
            end = Some(sentence.tokens.end);
        }
        let (Some(start), Some(end)) = (start, end) else { continue };
        if let Some((date, span)) = address_date(doc, start, end) {
            return Some(Published { date: iso::write(date), span: Some(span) });
        }
        let labelled = matches!(block.kind, BlockKind::Byline | BlockKind::Dateline);
        let behind_place = number > 0
            && doc.document.blocks[number - 1].kind == BlockKind::Dateline
            && full_date(doc, start, end.min(start + 8)).is_some_and(|(_, span)| {
                let date = doc.tokens_in(span);
                date.start == start && doc.word(date.end).starts_with(['—', '–', '-'])
            });
        // "June 6, 1944: The day that changed Hale" is no line for a date.
        if block.kind == BlockKind::Headline && !is_date_alone(doc, start, end) {
            continue;
        }
        if !(labelled
            || behind_place
            || is_date_line(doc, start, end)
            || opens_with_dateline(doc, start, end))
        {
            continue;
        }
        if let Some((date, span)) = full_date(doc, start, end.min(start + 4 * LINE))
            && !is_of_the_last_change(doc, date, start..doc.tokens_in(span).start)
        {
            return Some(Published { date: iso::write(date), span: Some(span) });
        }
    }
    None
}

/// Whether a line says "updated" on a page: that is the day of its last change, which may lie years behind the first.
/// Of a text without an address nothing better is known.
fn is_of_the_last_change(doc: &Doc, date: civil::Date, before: std::ops::Range<usize>) -> bool {
    let stated = &doc.document.stated;
    let is_page = stated.url.is_some() || stated.modified.as_deref().and_then(crate::day) == Some(date);
    let says = |at: usize| matches!(doc.normal(at), "updated" | "modified" | "reviewed" | "revised");
    is_page && before.into_iter().any(says)
}

/// Whether a block is a date and nothing else.
fn is_date_alone(doc: &Doc, start: usize, end: usize) -> bool {
    full_date(doc, start, end).is_some_and(|(_, span)| doc.tokens_in(span).len() + 2 > end - start)
}

/// "Published 7 December 2025, 10:30", "2025-12-07", "Updated Dec. 7, 2025": short, and about its date.
fn is_date_line(doc: &Doc, start: usize, end: usize) -> bool {
    if end - start > LINE {
        return false;
    }
    let announces = doc.is(start, WordClass::DateLineOpener);
    let begins_with_date = full_date(doc, start, end)
        .is_some_and(|(_, span)| doc.tokens.get(start).is_some_and(|first| span.start <= first.span.start));
    announces && doc.normal(end - 1) != "." || begins_with_date && end - start <= 12
}

/// "HALE, May 3, 2021 (Agency) —" before the first sentence of the story.
fn opens_with_dateline(doc: &Doc, start: usize, end: usize) -> bool {
    let Some((_, span)) = full_date(doc, start, end.min(start + 12)) else { return false };
    let date = doc.tokens_in(span);
    let place = (start..date.start)
        .all(|at| doc.tokens.get(at).is_some_and(|token| token.is_capital() || !token.is_word()));
    place && date.start > start && matches!(doc.word(date.end), "(" | "-" | "–" | "—" | "--" | ":" | "/")
}

/// The day in the address of the page itself, where it stands alone at the head: ".../2021/05/03/mill-burns".
fn address_date(doc: &Doc, start: usize, end: usize) -> Option<(civil::Date, Span)> {
    let token = doc.tokens.get(start).filter(|token| token.kind == TokenKind::Address && end == start + 1)?;
    let numbers: Vec<i16> =
        token.span.of(doc.text).split(['/', '-']).map(|part| part.parse().unwrap_or(0)).collect();
    let date = |year: i16, month: i16, day: i16| {
        civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
    };
    let day = numbers.windows(3).find_map(|part| match part {
        [year @ 1990..2100, month, day] => date(*year, *month, *day),
        // ".../16/07/2022/mill-burns": the day first, unless only the other is one, or the country writes so.
        [first, second, year @ 1990..2100] => {
            let (by_day, by_month) = (date(*year, *second, *first), date(*year, *first, *second));
            match super::origin::order(doc) {
                Some(super::origin::Order::MonthFirst) => by_month.or(by_day),
                _ => by_day.or(by_month),
            }
        }
        _ => None,
    })?;
    Some((day, token.span))
}

/// The first date there that names its year.
fn full_date(doc: &Doc, start: usize, end: usize) -> Option<(civil::Date, Span)> {
    let grammar = Grammar::new(doc, start..end);
    (start..end).find_map(|at| {
        let expression = grammar.at(at)?;
        let day = match &expression.meaning {
            Meaning::At { day, .. } => day.as_ref(),
            other => other,
        };
        if !matches!(day, Meaning::Day { year: Some(_), .. } | Meaning::Slashed { .. }) {
            return None;
        }
        let context = Context {
            published: None,
            order: super::origin::order(doc),
            story: Story::default(),
            tense: Tense::Unknown,
        };
        Some((resolve::day(day, context)?, doc.span(expression.tokens)))
    })
}
