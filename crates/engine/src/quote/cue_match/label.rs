//! A colon as the cue: "Tarn: “…”".

use std::ops::Range;

use super::noun::answer;
use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, CLAUSE};
use crate::quote::direct::is_beside_name;
use crate::quote::words::Class;

/// "Tarn: “…”", "From the report: “…”".
pub(super) fn label(clause: Clause, at: usize) -> Option<CueMatch> {
    if clause.normal(at) != ":" || at == 0 {
        return None;
    }
    let marks = clause.is_quote(at + 1);
    if let Some(cue_match) = marks.then(|| answer(clause, at)).flatten() {
        return Some(cue_match);
    }
    let begins = label_start(clause, at);
    let mut start = begins;
    // "More from Tarn: “…”"
    if let Some(from) = (start..at.min(start + 2)).find(|&i| clause.normal(i) == "from").filter(|_| marks) {
        start = from + 1;
    }
    if let Some(name) = marks.then(|| described(clause, start..at)).flatten() {
        return Some(labelled(name, at, Next::Marks(at + 1)));
    }
    let names = start < at && (start..at).all(|i| clause.class(i) == Class::Name);
    // "Tarn: Boat ‘Sank’" in a headline.
    let headline = start == 0 && at <= 4 && names && (at..clause.items.len()).any(|i| clause.is_quote(i));
    let is_name = (start..at).any(|i| clause.class(i) == Class::Name) || start > begins;
    let whole =
        start < at && clause.phrase_end(start) == at && at - start <= 12 && is_name && (start == 0 || marks);
    let next = if marks { Next::Marks(at + 1) } else { Next::Words(at + 1) };
    (whole && (marks || headline)).then(|| labelled(start..at, at, next))
}

fn labelled(source: Range<usize>, colon: usize, next: Next) -> CueMatch {
    CueMatch {
        cue: colon..colon + 1,
        takes: cue::of(&[CLAUSE]),
        span: source.start..colon + 1,
        source: Some(source),
        how: SourceEvidence::Label,
        side: ContentSide::After,
        next,
        standing: TOLD,
    }
}

/// "Ida Tarn, 34, florist: “…”": a name with an age or a calling, which opens the sentence.
fn described(clause: Clause, label: Range<usize>) -> Option<Range<usize>> {
    let name = |at: usize| {
        clause.class(at) == Class::Name
            || at == 0 && clause.items.first().is_some_and(|item| clause.is_name(item.tokens.start))
    };
    let end = label.clone().find(|&at| !name(at)).unwrap_or(label.end);
    let plain = label.start == 0
        && (2..=4).contains(&end)
        && clause.class(end) == Class::Comma
        && label.len() <= 14
        && (end..label.end).all(|at| is_beside_name(clause.class(at)) && !clause.is_quote(at));
    plain.then_some(label.start..end)
}

/// Where what stands before a colon begins: after the last stop or dash, "The polls were right - Ana Tarn: “…”".
fn label_start(clause: Clause, colon: usize) -> usize {
    let floor = colon.saturating_sub(13);
    let stop = (floor..colon).rev().find(|&i| {
        clause.class(i) == Class::Break
            || clause.class(i) == Class::Aside && !matches!(clause.normal(i), ")" | "]")
    });
    stop.map_or(floor, |stop| stop + 1)
}
