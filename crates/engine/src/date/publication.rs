//! The day an article says it was published on: in its dateline or byline, or in a line of its own at its head.
//! Dates in the story itself are no such thing.

use analysis::{BlockKind, Published, Span};

use super::grammar::Grammar;
use super::meaning::Meaning;
use super::resolve::{self, Context};
use super::tense::Tense;
use crate::reading::Reading;

/// How many blocks the head of an article has at most.
const HEAD: usize = 8;

/// The longest line of words that can be a line for the date alone, in tokens.
const LINE: usize = 24;

/// The day the article says it was published on, if it does.
pub(crate) fn publication(reading: &Reading) -> Option<Published> {
    let mut sentences = reading.sentences.iter().peekable();
    for (number, block) in reading.document.blocks.iter().enumerate().take(HEAD) {
        let mut end = None;
        let mut start = None;
        while let Some(sentence) = sentences.next_if(|sentence| sentence.block <= number) {
            start = start.or(Some(sentence.tokens.start));
            end = Some(sentence.tokens.end);
        }
        let (Some(start), Some(end)) = (start, end) else { continue };
        let labelled = matches!(block.kind, BlockKind::Byline | BlockKind::Dateline);
        if !(labelled || is_date_line(reading, start, end)) {
            continue;
        }
        if let Some((date, span)) = full_date(reading, start, end.min(start + 4 * LINE)) {
            return Some(Published { date: date.to_string(), span: Some(span) });
        }
    }
    None
}

/// "Published 7 December 2025, 10:30", "2025-12-07", "Updated Dec. 7, 2025": short, and about its date.
fn is_date_line(reading: &Reading, start: usize, end: usize) -> bool {
    if end - start > LINE {
        return false;
    }
    let announces = matches!(
        reading.normal(start),
        "published"
            | "updated"
            | "posted"
            | "date"
            | "issued"
            | "by"
            | "last"
            | "first"
            | "created"
            | "modified"
    );
    let begins_with_date = full_date(reading, start, end).is_some_and(|(_, span)| {
        reading.tokens.get(start).is_some_and(|first| span.start <= first.span.start)
    });
    announces && reading.normal(end - 1) != "." || begins_with_date && end - start <= 12
}

/// The first date there that names its year.
fn full_date(reading: &Reading, start: usize, end: usize) -> Option<(jiff::civil::Date, Span)> {
    let grammar = Grammar::new(reading, start..end);
    (start..end).find_map(|at| {
        let expression = grammar.at(at)?;
        let day = match &expression.meaning {
            Meaning::At { day, .. } => day.as_ref(),
            other => other,
        };
        if !matches!(day, Meaning::Day { year: Some(_), .. } | Meaning::Slashed { .. }) {
            return None;
        }
        let context = Context { published: None, story: None, tense: Tense::Unknown };
        Some((resolve::day(day, context)?, reading.span(expression.tokens)))
    })
}
