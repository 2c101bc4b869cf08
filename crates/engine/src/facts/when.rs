//! When: the day of what the lead tells.

use analysis::{Date, DateKind, Span};
use jiff::civil;

use super::is_of_event;
use crate::doc::Doc;
use crate::quote::cue;
use crate::quote::marks::Marks;
use crate::sentence::Sentence;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// The first day that the reporter tells in these sentences, in their order, and that is not only that of what somebody said;
/// else the first month or year.
pub(super) fn when(
    doc: &Doc,
    marks: &Marks,
    asked: &[&Sentence],
    dates: &[Date],
    published: Option<civil::Date>,
) -> Option<Span> {
    let is_told = |date: &Date| {
        matches!(date.kind, DateKind::Date | DateKind::Time)
            && (date.value.as_deref().is_some_and(is_calendar) || is_open_day(doc, date))
            && marks.around(doc.token_at(date.span.start as usize)).is_none()
            && is_of_event(doc, doc.token_at(date.span.start as usize))
            && !is_attribute(doc, date)
    };
    let of = |sentence: &Sentence| {
        let from = dates.partition_point(|date| date.span.start < sentence.span.start);
        let inside = dates[from..].iter().take_while(move |date| date.span.end <= sentence.span.end);
        inside.filter(|date| is_told(date)).collect::<Vec<_>>()
    };
    // What a later sentence tells of another year is no news.
    let year = |date: &Date| date.value.as_deref().and_then(|value| value.get(..4)?.parse::<i16>().ok());
    // Nor are centuries.
    let is_near = |date: &&&Date| {
        let far = |published: civil::Date| {
            year(date).is_none_or(|year| (year - published.year()).abs() > 1) && date.value.is_some()
        };
        !published.is_some_and(far) && date.value.as_ref().is_none_or(|value| value.len() >= "2025".len())
    };
    let found: Vec<Vec<&Date>> = asked.iter().map(|sentence| of(sentence)).collect();
    let is_day = |date: &&&Date| date.value.as_deref().is_none_or(|value| value.len() >= "2025-12-07".len());
    let of_event = |days: &Vec<&Date>| {
        let days: Vec<&&Date> = days.iter().filter(is_day).collect();
        days.iter().find(|date| !is_of_saying(doc, date.span)).or(days.first()).map(|date| date.span)
    };
    let fine =
        found.iter().find_map(|days| of_event(&days.iter().copied().filter(|date| is_near(&date)).collect()));
    let coarse = || {
        let mut found = found.iter().take(2).flatten().filter(is_near);
        found.find(|date| is_of_verb(doc, date.span)).map(|date| date.span)
    };
    fine.or_else(coarse)
}

/// "Monday", "yesterday" of a day that nobody knows, as the article has no day of its own: the words alone answer.
fn is_open_day(doc: &Doc, date: &Date) -> bool {
    let is_near = |at: usize| {
        doc.is(at, WordClass::Weekday)
            || matches!(doc.normal(at), "yesterday" | "today" | "tomorrow" | "tonight")
            || doc.is(at, WordClass::Month) && doc.tokens[at].is_capital()
            || matches!(doc.normal(at), "this" | "last" | "next")
                && matches!(doc.normal(at + 1), "week" | "month")
    };
    date.value.is_none() && doc.tokens_in(date.span).any(is_near)
}

/// "the July 17 polls": a day of no value that only tells which polls; "attacked Saturday’s meeting": that of what something is
/// done to.
fn is_attribute(doc: &Doc, date: &Date) -> bool {
    let tokens = doc.tokens_in(date.span);
    let noun = doc.syntax.head(tokens.end - 1).filter(|noun| *noun >= tokens.end);
    noun.is_some_and(|noun| doc.syntax.relation(noun) == Relation::Object)
        || date.value.is_none()
            && tokens.clone().any(|at| doc.is(at, WordClass::Month))
            && matches!(doc.syntax.tag(tokens.end).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ)
}

/// Whether a year or a month is when something was done, not that of a thing: "up from $300 million last year".
fn is_of_verb(doc: &Doc, span: Span) -> bool {
    let head = doc.syntax.head(doc.tokens_in(span).end - 1);
    head.is_none_or(|head| {
        doc.syntax.tag(head).upos() == Upos::VERB || doc.syntax.relation(head) == Relation::Root
    })
}

/// Whether a time hangs on a verb of saying: "said on Monday that the ferry sank on Friday".
fn is_of_saying(doc: &Doc, span: Span) -> bool {
    let mut at = doc.token_at(span.start as usize);
    for _ in 0..4 {
        let Some(head) = doc.syntax.head(at) else { return false };
        if doc.syntax.tag(head).upos() == Upos::VERB {
            return cue::is_plain_saying(doc.normal(head));
        }
        at = head;
    }
    false
}

/// "2025-12", not "PAST_REF" nor "P3D".
fn is_calendar(value: &str) -> bool {
    value.starts_with(|c: char| c.is_ascii_digit())
}
