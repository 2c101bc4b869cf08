//! A colon as the cue: "Tarn: “…”".

use super::noun::answer;
use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::{self, CLAUSE};
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
    let names = start < at && (start..at).all(|i| clause.class(i) == Class::Name);
    // "Tarn: Boat ‘Sank’" in a headline.
    let headline = start == 0 && at <= 4 && names && (at..clause.items.len()).any(|i| clause.is_quote(i));
    let is_name = (start..at).any(|i| clause.class(i) == Class::Name) || start > begins;
    let whole =
        start < at && clause.phrase_end(start) == at && at - start <= 12 && is_name && (start == 0 || marks);
    (whole && (marks || headline)).then_some(CueMatch {
        cue: at..at + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(start..at),
        how: SourceEvidence::Label,
        span: start..at + 1,
        side: ContentSide::After,
        next: if marks { Next::Marks(at + 1) } else { Next::Words(at + 1) },
        standing: TOLD,
    })
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
