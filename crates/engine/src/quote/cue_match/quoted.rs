//! Whose words are passed on: "quoted Tarn as saying", "issued a statement saying", "a message reading".

use std::ops::Range;

use super::shared::near_subject;
use super::{ContentSide, CueMatch, SourceEvidence, TOLD};
use crate::quote::clause::{Clause, Next, Subject};
use crate::quote::cue::{self, CLAUSE, Form};
use crate::quote::words::Class;
use crate::word_class::WordClass;

/// The "as" of "quoted Tarn as saying" behind the verb at `at`.
pub(super) fn quoted_as(clause: Clause, at: usize) -> Option<usize> {
    let limit = clause.items.len().min(at + 24);
    (at + 1..limit)
        .take_while(|&i| !clause.is_quote(i) && clause.class(i) != Class::Break)
        .find(|&i| clause.normal(i) == "as" && clause.cue(i + 1).is_some_and(|verb| verb.form == Form::Ing))
}

/// Who is quoted by "quoted Tarn as saying", "Tarn was quoted as saying", and where the frame begins: not whoever quotes.
pub(super) fn quoted_source(clause: Clause, at: usize, verb: cue::Verb) -> Option<(Range<usize>, usize)> {
    let behind = at > 1 && verb.form == Form::Ing && clause.normal(at - 1) == "as";
    if !behind {
        return None;
    }
    let quoting = (at.saturating_sub(24)..at - 1).rev().find(|&i| clause.is(i, WordClass::QuotingVerb))?;
    let chain = clause.chain_start(quoting);
    if clause.is_passive(chain, quoting) {
        return match clause.subject(chain) {
            Subject::Phrase(phrase) => Some((phrase.clone(), phrase.start)),
            // “It is over,” Tarn was quoted as saying.
            _ => None,
        };
    }
    let end = clause.phrase_end(quoting + 1);
    // “It is over,” the Herald quoted Tarn as saying.
    let start = match clause.subject(chain) {
        Subject::Phrase(phrase) => phrase.start,
        _ => quoting + 1,
    };
    (end > quoting + 1 && end < at).then_some((quoting + 1..end, start))
}

/// "Tarn sent her a message reading: “…”"
pub(super) fn paper(clause: Clause, at: usize) -> Option<CueMatch> {
    let reads = at > 1 && clause.normal(at) == "reading" && clause.is(at - 1, WordClass::IssuedPaper);
    let marks = [at + 1, at + 2].into_iter().find(|&i| clause.is_quote(i)).filter(|_| reads)?;
    let source = near_subject(clause, 0, at - 1)?;
    Some(CueMatch {
        cue: at..at + 1,
        takes: cue::of(&[CLAUSE]),
        source: Some(source),
        how: SourceEvidence::Shared,
        span: at..at + 1,
        side: ContentSide::After,
        next: Next::Marks(marks),
        standing: TOLD,
    })
}

/// Whose word a paper is: Tarn's in "Tarn issued a statement saying", "Tarn sent a letter to supporters saying".
pub(super) fn issuer(clause: Clause, phrase: &Range<usize>) -> Option<Range<usize>> {
    let mut head =
        phrase.clone().take_while(|&i| clause.class(i) != Class::Preposition || clause.normal(i) == "of");
    let paper = head.any(|i| clause.is(i, WordClass::IssuedPaper));
    let verb = phrase.start.checked_sub(1)?;
    let object = matches!(clause.class(verb), Class::Verb | Class::Ing) && !clause.is_quote(verb);
    if !object || !paper {
        return None;
    }
    match clause.subject(clause.chain_start(verb)) {
        Subject::Phrase(phrase) => Some(phrase),
        _ => near_subject(clause, 0, verb),
    }
}

/// The issuer in "a statement issued by the port on behalf of its master said".
pub(super) fn issued_by(clause: Clause, phrase: &Range<usize>, chain: usize) -> Option<Range<usize>> {
    let last = phrase.end.checked_sub(1)?;
    let by = phrase.end + 1;
    let issued = clause.is(last, WordClass::IssuedPaper)
        && clause.class(phrase.end) == Class::Verb
        && clause.normal(by) == "by";
    let end = clause.phrase_end(by + 1);
    (issued && end > by + 1 && end <= chain).then_some(by + 1..end)
}
