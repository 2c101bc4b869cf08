//! Phrases as cues: "according to Tarn", "in the words of Tarn".

use super::side::touches_marks;
use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::lexicon::Parts;
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, CLAUSE};
use crate::quote::words::{Class, is_plural};
use crate::word_class::WordClass;

pub(super) fn according(clause: Clause, at: usize) -> Option<CueMatch> {
    if clause.normal(at) == "per" {
        return per(clause, at);
    }
    if clause.normal(at) != "according" || clause.normal(at + 1) != "to" {
        return None;
    }
    // "according to court filings": a noun, whatever else the word may be.
    let verbal = clause.class(at + 2) == Class::Verb;
    let end = clause.phrase_end(at + 2 + usize::from(verbal)).max(at + 2 + usize::from(verbal));
    let source = (end > at + 2).then_some(at + 2..end)?;
    let opens = at == 0 || (at == 1 && clause.class(0) == Class::Conjunction);
    let comma = (end..clause.items.len().min(end + 30)).find(|&i| clause.class(i) == Class::Comma);
    let span = at..end;
    let bracket = at > 0 && clause.normal(at - 1) == "(";
    let set_off = bracket || at > 0 && clause.class(at - 1) == Class::Comma;
    let comma = if bracket { (end..end + 12).find(|&i| clause.normal(i) == ")") } else { comma };
    // "He left because according to Tarn it was late": what follows is the claim.
    if at > 0
        && matches!(clause.class(at - 1), Class::Subordinator | Class::That)
        && clause.has_verb(end..clause.items.len())
    {
        let from = end + usize::from(clause.class(end) == Class::Comma);
        return Some(CueMatch {
            cue: at..at + 2,
            takes: cue::of(&[CLAUSE]),
            source: Some(source),
            how: SourceEvidence::Phrase,
            span: at..end,
            side: ContentSide::After,
            next: Next::That(from),
            standing: TOLD,
        });
    }
    // "given out according to age": a measure, and nobody who speaks.
    let bare = end == at + 3
        && matches!(clause.class(at + 2), Class::Noun | Class::Verb)
        && !is_plural(clause.normal(at + 2));
    // "admitted according to the needs of the mills", "went according to plan"
    let head = source.clone().find(|&i| clause.class(i) == Class::Preposition).unwrap_or(end);
    let listed = clause.is(head - 1, WordClass::MeasureNoun);
    let inner = !set_off && !opens || listed && end == at + 3;
    if (bare || listed) && inner && !touches_marks(clause, at) {
        return None;
    }
    // "The fire, according to Tarn, began in the hold." "By May, according to Tarn, the port had closed."
    if let Some(first) = comma.filter(|_| set_off) {
        let mut close = first;
        if clause.class(first + 1) != Class::Conjunction {
            close = after_apposition(clause, first) - 1;
        }
        // "…, according to Tarn, who rowed there, has a leak": the comma that ends the relative clause.
        let describes = clause.class(first + 1) == Class::Relative;
        if describes && close == first {
            let predicate = |at: usize| matches!(clause.class(at), Class::Verb | Class::Auxiliary);
            let ends = |&at: &usize| clause.class(at) == Class::Comma && predicate(at + 1);
            close = (first + 2..clause.items.len()).find(ends).unwrap_or(first);
        }
        let behind = close + 1;
        let goes_on = behind < clause.items.len()
            && (clause.is_quote(behind)
                || matches!(clause.class(behind), Class::Preposition | Class::Conjunction)
                || clause.class(behind) != Class::Break && clause.has_verb(behind..clause.items.len()));
        // "About a fifth of the coins, according to Tarn, had been melted": a verb right behind, whose subject stands before.
        // "Prices, according to Tarn, rose by a tenth": whatever else the word may be.
        let past = || {
            clause.items.get(behind).is_some_and(|item| {
                item.class == Class::Noun
                    && clause.doc.lexeme(item.tokens.start).parts.has_any(Parts::VERB_PAST)
            }) && !clause.class(behind + 1).opens_phrase()
                && !clause.has_main_clause(at - 1)
        };
        let predicate = matches!(clause.class(behind), Class::Verb | Class::Auxiliary) || past();
        let goes_on = (goes_on || predicate) && !(describes && close == first);
        let only_led = !predicate && !clause.has_subject(at - 1)
            || matches!(clause.class(0), Class::Preposition | Class::Adverb | Class::Time)
                && !predicate
                && !clause.has_main_clause(at - 1)
                && !(0..at - 1)
                    .any(|i| matches!(clause.class(i), Class::Comma | Class::Verb | Class::Auxiliary));
        let (side, next) = match (goes_on, only_led) {
            (true, true) if !clause.is_quote(behind) => (ContentSide::After, Next::That(behind)),
            (true, _) => (ContentSide::Both, Next::Comma(close)),
            (false, _) => (ContentSide::Before, Next::End),
        };
        return Some(CueMatch {
            cue: at..at + 2,
            takes: cue::of(&[CLAUSE]),
            source: Some(source),
            how: SourceEvidence::Phrase,
            span: at..close,
            side,
            next,
            standing: TOLD,
        });
    }
    let (side, next) = match comma.filter(|_| opens) {
        // The comma may belong to a role: "According to Tarn, the harbour master, the boat sank".
        Some(first) => (ContentSide::After, Next::That(after_apposition(clause, first))),
        None => (ContentSide::Before, Next::End),
    };
    Some(CueMatch {
        cue: at..at + 2,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Phrase,
        span,
        side,
        next,
        standing: TOLD,
    })
}

/// "…, per the party’s rules.": set off, and at the end.
fn per(clause: Clause, at: usize) -> Option<CueMatch> {
    let set_off = at > 0 && (clause.class(at - 1) == Class::Comma || clause.is_quote(at - 1));
    let end = clause.phrase_end(at + 1);
    let ends = matches!(clause.class(end), Class::Break) && !clause.is_quote(end);
    let names = (at + 1..end).any(|i| matches!(clause.class(i), Class::Name | Class::Determiner));
    (set_off && ends && names && end > at + 1).then_some(CueMatch {
        cue: at..at + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(at + 1..end),
        how: SourceEvidence::Phrase,
        span: at..end,
        side: ContentSide::Before,
        next: Next::End,
        standing: TOLD,
    })
}

/// Where the sentence begins after a comma, and after a role set off by commas if no verb stands in it.
fn after_apposition(clause: Clause, comma: usize) -> usize {
    // "According to the report, which looks at fish, crabs and eels, Tarn pays": a subject with its verb ends the clause.
    if clause.class(comma + 1) == Class::Relative {
        let main = (comma + 2..clause.items.len().min(comma + 40)).find(|&at| {
            let end = clause.phrase_end(at + 1);
            let verb = (end..end + 2).find(|&i| clause.class(i) != Class::Adverb);
            clause.class(at) == Class::Comma
                && end > at + 1
                && verb.is_some_and(|i| matches!(clause.class(i), Class::Verb | Class::Auxiliary))
        });
        return main.map_or(comma + 1, |main| main + 1);
    }
    let close = (comma + 1..clause.items.len().min(comma + 16))
        .find(|&i| clause.class(i) == Class::Comma || clause.is_quote(i));
    match close {
        Some(close)
            if !clause.is_quote(close)
                // "According to the survey, published by the port, half of the crew rowed"
                && (!clause.has_verb(comma + 1..close)
                    || clause.class(comma + 1) == Class::Verb && clause.class(comma + 2) == Class::Preposition)
                && clause.has_verb(close + 1..clause.items.len()) =>
        {
            close + 1
        }
        _ => comma + 1,
    }
}

/// "in Tarn’s view", "in the words of Tarn".
pub(super) fn in_view(clause: Clause, at: usize) -> Option<CueMatch> {
    if clause.normal(at) != "in" {
        return None;
    }
    let is_view = |i: usize| {
        matches!(
            clause.normal(i),
            "view" | "words" | "opinion" | "telling" | "estimation" | "judgment" | "judgement" | "eyes"
        )
    };
    let noun = (at + 2..clause.items.len().min(at + 9)).find(|&i| is_view(i))?;
    let (source, end) = if clause.class(noun - 1) == Class::Possessive {
        (at + 1..noun - 1, noun + 1)
    } else if noun == at + 2 && matches!(clause.normal(at + 1), "his" | "her" | "their" | "my" | "our") {
        (at + 1..at + 2, noun + 1)
    } else if clause.normal(noun + 1) == "of" {
        let end = clause.phrase_end(noun + 2);
        (noun + 2..end, end)
    } else {
        return None;
    };
    if source.is_empty() {
        return None;
    }
    let opens = at == 0 || (at == 1 && clause.class(0) == Class::Conjunction);
    let comma = clause.class(end) == Class::Comma;
    let side = if opens || clause.is_quote(end) || clause.is_quote(end + 1) {
        ContentSide::After
    } else {
        ContentSide::Before
    };
    let next = if opens && comma { Next::That(end + 1) } else { Next::End };
    Some(CueMatch {
        cue: at..noun + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Phrase,
        span: at..end,
        side,
        next,
        standing: TOLD,
    })
}
