//! Finds dates and times and says when each is.
//!
//! [`grammar`] knows which words are a time expression and what they mean, [`tense`] whether the clause speaks
//! of the past or of what is to come, [`origin`] which country writes the date, [`resolve`] turns all of it and the
//! day of publication into an ISO 8601 or TIMEX3 value. What happened on those days is not known here.

mod feast;
mod grammar;
pub mod iso;
mod meaning;
mod nearest;
mod origin;
mod present;
mod publication;
mod recurring;
mod resolve;
mod tense;
mod words;

#[cfg(test)]
mod tests;

use std::ops::Range;

use analysis::{Date, DateKind, EntityType};
use jiff::civil;

use crate::doc::Doc;
use crate::explain::trace::{Decision, Trace};
use crate::ner::Name;
use crate::quote::cue;
use crate::quote::marks::Marks;
use crate::sentence::Sentence;
use crate::syntax::tag::{Tag, Upos};
use crate::token::TokenKind;
use grammar::{Expression, Grammar};
use meaning::{Meaning, Side};
pub(crate) use publication::{publication, stated};
use resolve::{Context, Story};
use tense::Tense;
use words::Unit;

/// How far before a length the word that ranks may stand, in tokens.
const RANKED: usize = 6;

/// Every date, time and duration, resolved against the day of publication, if that is known.
pub(crate) fn find(doc: &Doc, marks: &Marks, published: Option<civil::Date>, trace: &mut Trace) -> Vec<Date> {
    let mut dates = Vec::new();
    let mut story = Story::default();
    let order = origin::order(doc);
    let about = grammar::About::of(doc);
    let near_days = std::cell::OnceCell::new();
    // The paragraph and the day of what was said last in it.
    let mut last_said: Option<(usize, civil::Date)> = None;
    for sentence in &doc.sentences {
        let expressions = expressions(doc, sentence.tokens.clone(), about);
        let said = day_of_saying(doc, marks, &expressions, sentence.tokens.clone(), published);
        // "…,” she said on Thursday. “We start tomorrow.”": still the words of Thursday.
        let goes_on =
            || last_said.filter(|(block, _)| *block == sentence.block && is_said_whole(marks, sentence));
        let said = said.or_else(|| goes_on().map(|(_, day)| day));
        last_said = said.map(|day| (sentence.block, day));
        let elsewhen = said.is_none() && is_said_elsewhen(doc, marks, &expressions, published);
        let mut expressions = expressions;
        share_years(doc, marks, &mut expressions, sentence, published);
        recurring::repeat(doc, sentence.tokens.clone(), &mut expressions);
        agree_with_weekday(doc, &mut expressions, published);
        for mut expression in expressions {
            // What is said has its own tense.
            let clause = marks.around(expression.tokens.start).map_or(sentence.tokens.clone(), |quotation| {
                let inner = &quotation.inner;
                sentence.tokens.start.max(inner.start)..sentence.tokens.end.min(inner.end)
            });
            let tense = tense::tense(doc, clause, expression.tokens.clone());
            if tense == Tense::Future && follows_in(doc, &expression) {
                expression.look_ahead();
            }
            // "they soon broke into": soon after what was told.
            if tense == Tense::Past && doc.normal(expression.tokens.start) == "soon" {
                continue;
            }
            // "Today, Hale is a major producer": these days.
            if expression.meaning == (Meaning::Whole { unit: Unit::Day, by: 0 })
                && present::is_these_days(doc, expression.tokens.start)
                && !*near_days.get_or_init(|| present::names_near_days(doc))
            {
                expression.meaning = Meaning::Reference("PRESENT_REF");
            }
            // "tomorrow" in a quotation is counted from the day it was said.
            let spoken = marks.around(expression.tokens.start).is_some();
            let context = Context {
                published: match (spoken, elsewhen) {
                    (true, true) => None,
                    (true, false) => said.or(published),
                    _ => published,
                },
                order,
                story,
                tense,
            };
            story.step(&expression.meaning, context);
            let value = resolve::value(&expression.meaning, context);
            // "an hour later" of no day: the length alone is known.
            let is_length = expression.kind == DateKind::Date
                && matches!(expression.meaning, Meaning::Away { .. })
                && value.as_deref().is_some_and(|value| value.starts_with('P') && !value.ends_with("_REF"));
            let date = Date {
                span: doc.span(expression.tokens.clone()),
                kind: if is_length { DateKind::Duration } else { expression.kind },
                value,
            };
            if trace.is_on() {
                trace.add(told(doc, &date, &expression.meaning, context));
            }
            dates.push(date);
        }
    }
    dates
}

/// What a date is, and what it was counted from.
fn told(doc: &Doc, date: &Date, meaning: &Meaning, context: Context) -> Decision {
    let value = date.value.as_deref().unwrap_or("unknown");
    let from = context.published.map(|day| format!(", counted from {day}")).unwrap_or_default();
    let tense = match context.tense {
        Tense::Past => ", past tense",
        Tense::Told => ", past tense of saying or far off",
        Tense::Future => ", future",
        Tense::Unknown => "",
    };
    let what = format!("“{}” = {value} ({}){from}{tense}", date.span.of(doc.text), date.kind.name());
    Decision::new(meaning.rule(), date.span, what)
}

/// The time expressions of one sentence; none overlaps another.
fn expressions(doc: &Doc, sentence: Range<usize>, about: grammar::About) -> Vec<Expression> {
    let grammar = Grammar::in_article(doc, sentence.clone(), about);
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        match grammar.at(at) {
            Some(expression) => {
                at = expression.tokens.end.max(at + 1);
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

/// Whether "in" stands before it, and means "after": not in "the first time in ten years".
fn follows_in(doc: &Doc, expression: &Expression) -> bool {
    let at = expression.tokens.start;
    at >= 2
        && doc.normal(at - 1) == "in"
        && !matches!(doc.normal(at - 2), "time" | "once" | "twice" | "first")
        && !is_compared(doc, at - 1)
        // "in the past year"
        && !expression.tokens.clone().any(|i| matches!(doc.normal(i), "past" | "last" | "latest" | "previous"))
}

/// "her first trip abroad in two years", "the worst drought in a decade": the length that a first or a most is seen in.
fn is_compared(doc: &Doc, preposition: usize) -> bool {
    let near = (preposition.saturating_sub(RANKED)..preposition).rev();
    near.take_while(|&at| doc.tokens[at].kind != TokenKind::Mark && doc.syntax.tag(at).upos() != Upos::VERB)
        .any(|at| {
            doc.syntax.tag(at) == Tag::Superlative || matches!(doc.normal(at), "first" | "only" | "most")
        })
}

/// "from November to February", "between 28 October and 3 November": the ends of one range share the choice of their year.
fn share_years(
    doc: &Doc,
    marks: &Marks,
    expressions: &mut [Expression],
    sentence: &Sentence,
    published: Option<civil::Date>,
) {
    for at in 1..expressions.len() {
        let (before, rest) = expressions.split_at_mut(at);
        let (Some(first), Some(last)) = (before.last_mut(), rest.first_mut()) else { continue };
        let joint = first.tokens.end;
        let opener = first.tokens.start.checked_sub(1).map_or("", |before| doc.normal(before));
        let range = matches!(
            (opener, doc.normal(joint)),
            ("from", "to" | "until" | "till" | "through") | ("between", "and")
        );
        if !range || last.tokens.start != joint + 1 || marks.around(joint).is_some() {
            continue;
        }
        let tense = tense::tense(doc, sentence.tokens.clone(), first.tokens.clone());
        let context = Context { published, order: None, story: Story::default(), tense };
        if let Some((from, to)) = resolve::with_one_year(&first.meaning, &last.meaning, context) {
            (first.meaning, last.meaning) = (from, to);
        }
    }
}

/// "Wednesday, March 16": of the years near that of writing, the one in which it is a Wednesday.
fn agree_with_weekday(doc: &Doc, expressions: &mut [Expression], published: Option<civil::Date>) {
    let Some(published) = published else { return };
    for expression in expressions {
        let Some(weekday) = words::weekday(doc.normal(expression.tokens.start)) else { continue };
        let Meaning::Day { year: year @ None, month, day } = &mut expression.meaning else { continue };
        let agrees = |year: &i16| {
            civil::Date::new(*year, *month, *day)
                .is_ok_and(|date| date.weekday().to_monday_one_offset() == weekday)
        };
        *year = [0, -1, 1].into_iter().map(|by| published.year() + by).find(agrees);
    }
}

/// Whether a quotation was said in a year, month or week of which the day is not known ("…,” she wrote in 2019): its
/// "next year" is not ours.
fn is_said_elsewhen(
    doc: &Doc,
    marks: &Marks,
    expressions: &[Expression],
    published: Option<civil::Date>,
) -> bool {
    expressions.iter().any(|expression| {
        let start = expression.tokens.start;
        let elsewhen = match &expression.meaning {
            Meaning::Year(year) => published.is_none_or(|published| published.year() != *year),
            Meaning::Month { .. } | Meaning::MonthOf { .. } => true,
            Meaning::Whole { unit, by } => *unit > Unit::Day && *by < 0,
            Meaning::Away { unit, by, from: meaning::From::Writing } => *unit > Unit::Day && *by < 0,
            _ => false,
        };
        // The verb of saying stands before it, or behind it ("In a speech in 2021 she had said"), without another between
        // them.
        let end = expression.tokens.end;
        let says = |tokens: &mut dyn Iterator<Item = usize>| {
            let mut outside = tokens.filter(|&at| marks.around(at).is_none());
            let verb = outside.find(|&at| doc.syntax.tag(at).upos() == Upos::VERB);
            verb.is_some_and(|at| cue::verb(doc.normal(at)).is_some())
        };
        elsewhen
            && marks.around(start).is_none()
            && (says(&mut (start.saturating_sub(6)..start).rev()) || says(&mut (end..end + 7)))
    })
}

/// Whether a sentence is a quotation from one end to the other.
fn is_said_whole(marks: &Marks, sentence: &Sentence) -> bool {
    let Range { start, end } = sentence.tokens;
    marks.outer_in(start..end).next().is_some_and(|(_, quotation)| {
        let outer = quotation.outer();
        outer.start == start && outer.end >= end
    })
}

/// The day on which a sentence with a quotation says that it was said ("…,” she said on Saturday).
fn day_of_saying(
    doc: &Doc,
    marks: &Marks,
    expressions: &[Expression],
    sentence: Range<usize>,
    published: Option<civil::Date>,
) -> Option<civil::Date> {
    let outside = expressions.iter().find(|expression| {
        matches!(
            expression.meaning,
            Meaning::Weekday { side: Side::Bare | Side::Last, .. }
                | Meaning::Day { .. }
                | Meaning::Whole { unit: Unit::Day, by: ..=0 }
        ) && marks.around(expression.tokens.start).is_none()
    })?;
    let tense = tense::tense(doc, sentence, outside.tokens.clone());
    if tense == Tense::Future {
        return None;
    }
    resolve::day(&outside.meaning, Context { published, order: None, story: Story::default(), tense })
}

/// The dates as names, so that they stand in the list of entities: a length of time or a repetition is a
/// `DATE` unless it is counted in hours or less, as in OntoNotes 5.
pub(crate) fn names(doc: &Doc, dates: &[Date]) -> Vec<Name> {
    dates
        .iter()
        .filter(|date| !date.value.as_deref().is_some_and(|value| value.ends_with("_REF")))
        .map(|date| {
            let hours = date.kind == DateKind::Time
                || (date.kind != DateKind::Date
                    && date.value.as_deref().is_some_and(|value| value.starts_with("PT")));
            let kind = if hours { EntityType::Time } else { EntityType::Date };
            Name { tokens: doc.tokens_in(date.span), kind, confidence: 0.9, told: false }
        })
        .collect()
}
