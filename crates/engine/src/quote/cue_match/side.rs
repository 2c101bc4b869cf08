//! On which side of a cue the words stand that it reports.

use std::ops::Range;

use super::inverted::after_role;
use super::{ContentSide, SourceEvidence};
use crate::quote::clause::{Clause, Next};
use crate::quote::words::Class;

/// Whether marks stand right before these items, or a comma after marks.
pub(crate) fn touches_marks(clause: Clause, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    clause.is_quote(before)
        || matches!(clause.class(before), Class::Comma | Class::Aside)
            && before > 0
            && clause.is_quote(before - 1)
}

/// Whether the marks right before `at` end as speech does before its source: “…,”.
fn ends_speech(clause: Clause, at: usize) -> bool {
    let marks = (at.saturating_sub(2)..at).rev().find(|&i| clause.is_quote(i));
    marks.is_some_and(|i| {
        let tokens = clause.items[i].tokens.clone();
        let last = tokens.end.saturating_sub(2);
        last > tokens.start && matches!(clause.doc.word(last), "," | "?" | "!" | "—" | "…")
    })
}

/// Whether the marks right before `at` hold the title of a place to speak in: On “Good Morning Leeds,” Tarn said.
fn is_title_before(clause: Clause, at: usize) -> bool {
    let marks = (at.saturating_sub(2)..at).rev().find(|&i| clause.is_quote(i));
    let led =
        |marks: usize| marks > 0 && matches!(clause.class(marks - 1), Class::Preposition | Class::Possessive);
    marks.is_some_and(|marks| {
        led(marks)
            && clause.items[marks].tokens.clone().all(|i| {
                let token = &clause.doc.tokens[i];
                !token.is_word() || token.is_capital() || token.span.len() < 4
            })
    })
}

pub(super) fn side(clause: Clause, span: &Range<usize>, next: Next, how: SourceEvidence) -> ContentSide {
    let marks_before = touches_marks(clause, span.start)
        && how == SourceEvidence::Subject
        && !is_title_before(clause, span.start);
    let before = span.start.checked_sub(1);
    let comma_before =
        before.is_some_and(|b| matches!(clause.class(b), Class::Comma | Class::Aside) && !clause.is_quote(b));
    // In "Tarn said: “Why?” Ruiz answered: “Because.”" the first has its colon before it.
    let led = (span.start.saturating_sub(2)..span.start)
        .rev()
        .find(|&i| clause.is_quote(i))
        .is_some_and(|i| i > 0 && clause.normal(i - 1) == ":");
    let by_colon = matches!(next, Next::Marks(at) if clause.normal(at - 1) == ":");
    let spoken = marks_before && ends_speech(clause, span.start) && !(led && by_colon);
    // “We won.” Tarn said: “We lost.” The first is whoever's spoke before.
    let another = matches!(next, Next::Marks(at) if clause.normal(at - 1) == ":") && !spoken;
    let marks_before = marks_before && !another;
    match next {
        Next::That(_) | Next::Deed(_) | Next::Words(_) if spoken => ContentSide::Before,
        Next::Marks(at) if marks_before => {
            let set_off =
                matches!(clause.class(at.wrapping_sub(1)), Class::Comma | Class::Aside) || at == span.end;
            if set_off { ContentSide::Both } else { ContentSide::Before }
        }
        Next::End | Next::Comma(_) if marks_before => {
            if after_role(clause, span.end).is_some() {
                ContentSide::Both
            } else {
                ContentSide::Before
            }
        }
        Next::End if comma_before && how == SourceEvidence::Subject => ContentSide::Before,
        Next::Comma(_) if comma_before && how == SourceEvidence::Subject => ContentSide::Both,
        Next::That(_) | Next::Deed(_) => ContentSide::After,
        Next::Words(_) if marks_before => ContentSide::Before,
        _ => ContentSide::After,
    }
}
