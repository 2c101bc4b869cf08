//! Where a report ends though no mark ends it: before a clause that the reporter adds.

use std::ops::Range;

use crate::quote::clause::Clause;
use crate::quote::cue::Form;
use crate::quote::words::Class;
use crate::syntax::tag::Tag;
use crate::word_class::WordClass;

/// How many items a noun phrase and what leads to it may take before its verb.
const REACH: usize = 12;

/// Where the reporter goes on within `report`, which the cue reports: "plans to sell the mill and it is not clear who
/// will buy it", "said the pier would sink, and on Monday it did".
pub(super) fn reporter_goes_on(
    clause: Clause,
    cue: usize,
    report: Range<usize>,
    infinitive: bool,
) -> Option<usize> {
    let past = clause.cue(cue).is_some_and(|cue| cue.form == Form::Past);
    let expected = || past && is_expectation(clause, report.clone());
    report.clone().skip(2).find(|&at| {
        let comma = clause.class(at - 1) == Class::Comma && !clause.is_quote(at - 1);
        let joins = clause.class(at) == Class::Conjunction && !clause.is_quote(at);
        let set_against = comma && matches!(clause.normal(at), "while" | "whereas");
        match own_verb(clause, at + 1, report.end) {
            // "to know who else beside Tarn and Orr had left", "until more public and private talks take place"
            Some(_)
                if joins
                    && !comma
                    && (is_open_clause(clause, report.start, at) || !begins_phrase(clause, at + 1)) =>
            {
                false
            }
            // No finite clause is joined to an infinitive.
            Some(_) if infinitive && (joins || set_against) => true,
            // What would be is told as reported, what was is not.
            Some(verb) => joins && comma && is_plain_past(clause, verb) && expected(),
            None => false,
        }
    })
}

/// Whether a noun phrase of its own begins behind "and": a pronoun, or what an article or a first name opens.
fn begins_phrase(clause: Clause, at: usize) -> bool {
    match clause.class(at) {
        Class::Noun | Class::Number => false,
        Class::Name => clause.class(at - 2) != Class::Name,
        _ => true,
    }
}

/// Whether a clause that opened before has no verb yet: "who else beside Tarn", "that the rigs".
fn is_open_clause(clause: Clause, from: usize, at: usize) -> bool {
    let opens = |&at: &usize| {
        matches!(clause.class(at), Class::Relative | Class::That | Class::Subordinator)
            && !clause.is_quote(at)
    };
    let opened = (from..at).rev().find(opens);
    let verb = |at: usize| matches!(clause.class(at), Class::Verb | Class::Auxiliary);
    opened.is_some_and(|opened| !(opened + 1..at).any(verb))
}

/// The finite verb of a clause that begins with its own subject at an item, or with a phrase before it: "on Monday it
/// did", "so she left".
fn own_verb(clause: Clause, from: usize, end: usize) -> Option<usize> {
    let mut at = from;
    while at < end && (clause.class(at) == Class::Adverb || clause.normal(at) == "so") {
        at += 1;
    }
    if clause.class(at) == Class::Preposition && !clause.is_quote(at) {
        at = (at + 1..end.min(at + 6)).find(|&at| clause.class(at) == Class::Subject)?;
    }
    // "it’s not clear"
    if clause.class(at) == Class::Subject
        && (clause.normal(at).contains(['\'', '’']) || clause.class(at + 1) == Class::Possessive)
    {
        return Some(at);
    }
    let subject = clause.phrase_end(at).min(end);
    if subject == at || (at..subject).any(|at| clause.is_quote(at)) {
        return None;
    }
    // "his cousin, Prince Tarn, moved out"
    let mut verb = subject;
    if clause.class(verb) == Class::Comma && !clause.is_quote(verb) {
        let stop = |&at: &usize| {
            matches!(clause.class(at), Class::Comma | Class::Verb | Class::Auxiliary | Class::Break)
                || clause.is_quote(at)
        };
        let close = (verb + 1..end.min(verb + REACH)).find(stop)?;
        verb = if clause.class(close) == Class::Comma { close + 1 } else { return None };
    }
    while verb < end && clause.class(verb) == Class::Adverb && !clause.is_quote(verb) {
        verb += 1;
    }
    let word = clause.word(verb)?;
    let finite = match clause.class(verb) {
        Class::Auxiliary => !matches!(clause.normal(verb), "not" | "be" | "been" | "being" | "having"),
        Class::Verb => {
            matches!(clause.tree.tag(word), Tag::VerbPast | Tag::VerbThird | Tag::VerbPresent)
        }
        _ => false,
    };
    (finite && verb < end && !clause.is_quote(verb)).then_some(verb)
}

/// "moved", "did": no "was" or "would", which a report in the past has as well.
fn is_plain_past(clause: Clause, verb: usize) -> bool {
    let word = clause.word(verb);
    clause.normal(verb) == "did" && clause.class(verb + 1) != Class::Verb
        || clause.class(verb) == Class::Verb
            && word.is_some_and(|word| clause.tree.tag(word) == Tag::VerbPast)
}

/// Whether the first finite verb of a report tells what is to come: "would sink".
fn is_expectation(clause: Clause, report: Range<usize>) -> bool {
    let verb = report
        .clone()
        .find(|&at| matches!(clause.class(at), Class::Auxiliary | Class::Verb) && !clause.is_quote(at));
    verb.is_some_and(|verb| matches!(clause.normal(verb), "would" | "should" | "must"))
}

/// Where "is" follows the clause of a cue that is the subject of its sentence: "Whether Tarn will say that she rows is
/// an open question."
pub(super) fn predicate(clause: Clause, span: usize, report: Range<usize>) -> Option<usize> {
    let opens = span <= 1 && clause.is(0, WordClass::Subordinator);
    let asked = matches!(clause.normal(0), "whether" | "what" | "how" | "why" | "when" | "where" | "who");
    if !(opens && asked || span <= 1 && clause.normal(0) == "who") {
        return None;
    }
    let verb = |at: &usize| matches!(clause.class(*at), Class::Verb | Class::Auxiliary);
    let first = report.clone().find(verb)?;
    let chain =
        (first..report.end).find(|at| !verb(at) && clause.class(*at) != Class::Adverb).unwrap_or(report.end);
    let is = |at: &usize| matches!(clause.normal(*at), "is" | "was" | "remains" | "remained");
    (chain..report.end)
        .take_while(|&at| !matches!(clause.class(at), Class::Relative | Class::Subordinator | Class::That))
        .find(is)
}

/// "easier, but also safer", "safe, but not for long": no clause of its own behind the conjunction, and no verb of the
/// one who speaks.
pub(super) fn goes_on_within(clause: Clause, comma: usize, end: usize) -> bool {
    let from = comma + 2;
    // "not only cheaper, but also because they last"
    let only = |at: usize| {
        clause.normal(at) == "not" && matches!(clause.normal(at + 1), "only" | "merely" | "just" | "simply")
    };
    // "old, but not unsafe", "that it was old, but that it held"
    let goes_on = clause.normal(from) == "not" || clause.class(from) == Class::That;
    if ((comma.saturating_sub(REACH)..comma).any(only) || goes_on) && end > from {
        return true;
    }
    let stop = (from..end).find(|&at| {
        matches!(clause.class(at), Class::Comma | Class::Break | Class::Aside) || clause.is_quote(at)
    });
    let rest = from..stop.unwrap_or(end);
    let verb = |at: usize| {
        matches!(clause.class(at), Class::Verb | Class::Auxiliary | Class::Subject | Class::Ing)
            && clause.normal(at) != "not"
    };
    !rest.is_empty() && !rest.into_iter().any(verb)
}
