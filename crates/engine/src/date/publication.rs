//! The day an article says it was published on: in its dateline or byline, or in a line of its own at its head.
//! Dates in the story itself are no such thing.

use analysis::{BlockKind, Published, Span};
use jiff::civil;
use text::Stated;

use super::grammar::Grammar;
use super::iso;
use super::meaning::Meaning;
use super::origin::Order;
use super::resolve::{self, Context, Story};
use super::tense::{self, Tense};
use super::words::Unit;
use crate::doc::Doc;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// How many blocks the head of an article has at most.
const HEAD: usize = 8;

/// Sentences of the story that are looked through for the day it counts from.
const STORY: usize = 12;

/// The longest line of words that can be a line for the date alone, in tokens.
const LINE: usize = 24;

/// The first year of an article that tells its day so; before it lie the days of history.
const EARLIEST: i16 = 1990;

/// Parts of an address that are looked at.
const LONGEST_ADDRESS: usize = 60;

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
                date.start == start && doc.word(date.end).starts_with(['—', '–', '-', ':', '|'])
            });
        // "June 6, 1944: The day that changed Hale" is no line for a date.
        if block.kind == BlockKind::Headline && !is_date_alone(doc, start, end) {
            continue;
        }
        if !(labelled
            || behind_place
            || is_date_line(doc, start, end)
            || opens_with_dateline(doc, start, end)
            || opens_with_day(doc, number, start, end))
        {
            continue;
        }
        if let Some((date, span)) = full_date(doc, start, end.min(start + 4 * LINE))
            && !is_of_the_last_change(doc, date, start..doc.tokens_in(span).start)
        {
            return Some(Published { date: iso::write(date), span: Some(span) });
        }
    }
    said_in_text(doc)
}

/// The day that the story itself counts from: "this Friday, July 8, 2022", "today (8 July 2022)", told as what was.
fn said_in_text(doc: &Doc) -> Option<Published> {
    doc.sentences.iter().take(STORY).find_map(|sentence| {
        let tokens = sentence.tokens.clone();
        let grammar = Grammar::new(doc, tokens.clone());
        let near = |at: &usize| matches!(doc.normal(*at), "this" | "today" | "yesterday");
        tokens.clone().filter(near).find_map(|at| {
            let first = grammar.at(at)?;
            let (date, away) = match &first.meaning {
                Meaning::Day { year: Some(_), .. } => (first.meaning.clone(), 0),
                Meaning::Whole { unit: Unit::Day, by } => {
                    let next =
                        first.tokens.end + usize::from(matches!(doc.normal(first.tokens.end), "," | "("));
                    (grammar.at(next).filter(|_| next < tokens.end)?.meaning, *by)
                }
                _ => return None,
            };
            let Meaning::Day { year: Some(year), month, day } = date else { return None };
            let is_past = tense::tense(doc, tokens.clone(), first.tokens.clone()) != Tense::Future;
            let told =
                civil::Date::new(year, month, day).ok().filter(|day| day.year() >= EARLIEST && is_past)?;
            let date = resolve::days_after(told, -i64::from(away))?;
            Some(Published { date: iso::write(date), span: Some(doc.span(first.tokens)) })
        })
    })
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
    // "12 March 2023: The roof falls in." is a sentence about its day.
    let begins_with_date = full_date(doc, start, end).is_some_and(|(_, span)| {
        let tells = doc.word(doc.tokens_in(span).end) == ":" && doc.word(end - 1) == ".";
        !tells && doc.tokens.get(start).is_some_and(|first| span.start <= first.span.start)
    });
    announces && doc.normal(end - 1) != "." || begins_with_date && end - start <= 12
}

/// "HALE, May 3, 2021 (Agency) —" before the first sentence of the story.
fn opens_with_dateline(doc: &Doc, start: usize, end: usize) -> bool {
    let Some((_, span)) = full_date(doc, start, end.min(start + 12)) else { return false };
    let date = doc.tokens_in(span);
    let place = (start..date.start)
        .all(|at| doc.tokens.get(at).is_some_and(|token| token.is_capital() || !token.is_word()));
    // "HALE (May 3, 2021) —"
    let behind = date.end + usize::from(doc.word(date.end) == ")");
    place && date.start > start && matches!(doc.word(behind), "(" | "-" | "–" | "—" | "--" | ":" | "/")
}

/// "26 July 2022: The court …" where the text begins, and no other paragraph begins so: several are a chronicle.
fn opens_with_day(doc: &Doc, block: usize, start: usize, end: usize) -> bool {
    let is_body = |block: &analysis::Block| matches!(block.kind, BlockKind::Paragraph | BlockKind::ListItem);
    let blocks = &doc.document.blocks;
    let leads = |start: usize, end: usize| {
        full_date(doc, start, end.min(start + 8)).is_some_and(|(day, span)| {
            let date = doc.tokens_in(span);
            // A weekday may stand before it.
            date.start <= start + 1
                && (EARLIEST..).contains(&day.year())
                && doc.word(date.end).starts_with([':', '—', '–', '-', '|'])
                && date.end + 3 < end
        })
    };
    let is_first = is_body(&blocks[block]) && !blocks[..block].iter().any(is_body);
    is_first
        && leads(start, end)
        && doc
            .sentences
            .iter()
            .filter(|sentence| sentence.block > block)
            .all(|sentence| !leads(sentence.tokens.start, sentence.tokens.end))
}

/// The day in the address of the page itself, where it stands alone at the head: ".../2021/05/03/mill-burns",
/// ".../2021/may/03/…", ".../03/05/2021/…", ".../20210503-mill".
fn address_date(doc: &Doc, start: usize, end: usize) -> Option<(civil::Date, Span)> {
    let token = doc.tokens.get(start).filter(|token| token.kind == TokenKind::Address && end == start + 1)?;
    let day = |year: i16, month: i16, day: i16| {
        let is_year = (EARLIEST..2100).contains(&year);
        civil::Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().filter(|_| is_year)
    };
    let parts: Vec<&str> =
        token.span.of(doc.text).split(|c: char| !c.is_ascii_alphanumeric()).take(LONGEST_ADDRESS).collect();
    let number = |part: &str| {
        part.bytes().all(|byte| byte.is_ascii_digit()).then(|| part.parse::<i16>().ok()).flatten()
    };
    let month =
        |part: &str| number(part).or_else(|| Some(i16::from(super::words::month(&part.to_lowercase())?)));
    let found = parts.windows(3).find_map(|part| {
        if part[0].len() == 4 {
            return day(number(part[0])?, month(part[1])?, number(part[2])?);
        }
        let (first, second, year) = (number(part[0])?, number(part[1])?, number(part[2])?);
        let month_first =
            first <= 12 && (second > 12 || super::origin::order(doc) == Some(Order::MonthFirst));
        if month_first { day(year, first, second) } else { day(year, second, first) }
    });
    let run = || {
        let digits = |part: &&&str| part.bytes().all(|b| b.is_ascii_digit());
        let whole = parts.iter().find(|part| part.len() == 8 && digits(part));
        // "20220715000436": with the hour, the minute and the second.
        let whole = whole.or_else(|| {
            let timed = |part: &&&str| {
                let below = |from: usize, most: i16| number(&part[from..from + 2]).is_some_and(|n| n < most);
                matches!(part.len(), 12 | 14) && digits(part) && below(8, 24) && below(10, 60)
            };
            parts.iter().find(timed)
        })?;
        day(number(&whole[..4])?, number(&whole[4..6])?, number(&whole[6..8])?)
    };
    Some((found.or_else(run)?, token.span))
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
