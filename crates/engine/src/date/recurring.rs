//! Times that come again and again: their words name a day or an hour, and mean every one of that name.

use std::ops::Range;

use analysis::DateKind;

use super::grammar::Expression;
use super::meaning::{From, Meaning, Side};
use super::words::Unit;
use crate::doc::Doc;
use crate::syntax::tag::{Upos, VerbForm};

/// Steps up the tree to the verb at most.
const STEPS: usize = 4;
/// The first and the last day of a working week, Monday 1.
const MONDAY: i8 = 1;
const FRIDAY: i8 = 5;

pub(super) fn repeat(doc: &Doc, sentence: Range<usize>, expressions: &mut [Expression]) {
    days(doc, expressions);
    weekdays(doc, sentence, expressions);
    // "every day from 10 in the morning", "open from 9 a.m. Monday to Friday"
    if expressions.iter().any(|expression| expression.kind == DateKind::Set) {
        for expression in expressions {
            if let Meaning::At { day, clock } = &expression.meaning
                && matches!(**day, Meaning::Away { unit: Unit::Day, by: 0, from: From::Story })
            {
                expression.meaning = Meaning::Set(clock.letters());
            }
        }
    }
}

/// "The stalls are open from Monday to Friday": the days of every week. "The fair runs from Thursday to Sunday" is once, and so
/// is what was or will be; of any days an hour beside them makes it a habit.
fn weekdays(doc: &Doc, sentence: Range<usize>, expressions: &mut [Expression]) {
    let hours = expressions.iter().any(|expression| expression.kind == DateKind::Time);
    for at in 1..expressions.len() {
        let (before, rest) = expressions.split_at_mut(at);
        let (Some(first), Some(last)) = (before.last_mut(), rest.first_mut()) else { continue };
        let joint = first.tokens.end;
        let joined = last.tokens.start == joint + 1
            && matches!(doc.normal(joint), "to" | "until" | "till" | "through" | "-" | "–");
        let (Some(from), Some(to)) = (weekday(first), weekday(last)) else { continue };
        let week = from == MONDAY && to >= FRIDAY;
        if joined && (week || hours) && is_habit(doc, &sentence, first.tokens.start) {
            for (day, of) in [(from, first), (to, last)] {
                of.meaning = Meaning::Set(format!("XXXX-WXX-{day}"));
                of.kind = DateKind::Set;
            }
        }
    }
}

fn weekday(of: &Expression) -> Option<i8> {
    match of.meaning {
        Meaning::Weekday { weekday, side: Side::Bare } => Some(weekday),
        _ => None,
    }
}

/// Whether the verb that a time hangs on says, in the present, what is so; where there is none, nothing happens either.
fn is_habit(doc: &Doc, sentence: &Range<usize>, time: usize) -> bool {
    let mut at = time;
    for _ in 0..STEPS {
        let Some(head) = doc.syntax.head(at) else { break };
        at = head;
        let helper = |of: &usize| doc.syntax.head(*of) == Some(at) && doc.syntax.tag(*of).upos() == Upos::AUX;
        let form = |at: usize| doc.syntax.tag(at).verb_form();
        if let Some(helper) = sentence.clone().find(helper) {
            return form(helper) == Some(VerbForm::Present) && form(at) != Some(VerbForm::Ing);
        }
        if doc.syntax.tag(at).upos() == Upos::VERB {
            return form(at) == Some(VerbForm::Present);
        }
    }
    true
}

/// "each year on 25 August", "on June 3 every year": a day of any year.
fn days(doc: &Doc, expressions: &mut [Expression]) {
    for at in 1..expressions.len() {
        let (before, rest) = expressions.split_at_mut(at);
        let (Some(first), Some(last)) = (before.last_mut(), rest.first_mut()) else { continue };
        let joint = first.tokens.end;
        let joined =
            last.tokens.start == joint || last.tokens.start == joint + 1 && doc.normal(joint) == "on";
        let yearly = |of: &Expression| of.meaning == Meaning::Set("P1Y".to_owned());
        let day = match (yearly(first), yearly(last)) {
            (true, false) => last,
            (false, true) => first,
            _ => continue,
        };
        if let (true, Meaning::Day { year: None, month, day: of_month }) = (joined, &day.meaning) {
            day.meaning = Meaning::Set(format!("XXXX-{month:02}-{of_month:02}"));
            day.kind = DateKind::Set;
        }
    }
}
