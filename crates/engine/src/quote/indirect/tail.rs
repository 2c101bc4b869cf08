//! What is reported before its cue: "The boat sank, Tarn said."

use std::ops::Range;

use analysis::Span;

use super::trimmed;
use crate::quote::clause::{Clause, Next};
use crate::quote::cue::CLAUSE;
use crate::quote::cue_match::{ContentSide, CueMatch, SourceEvidence};
use crate::quote::words::Class;
use crate::word_class::WordClass;

/// What stands before a tail: The boat sank, Tarn said.
pub(super) fn before(clause: Clause, cue_matches: &[CueMatch], at: usize, reports: &[bool]) -> Option<Span> {
    let cue_match = &cue_matches[at];
    let earlier = || {
        cue_matches[..at].iter().zip(reports).filter(|(_, reports)| **reports).map(|(cue_match, _)| cue_match)
    };
    let mut start = earlier().map(|f| f.span.end).max().unwrap_or(0);
    // A whole report before it keeps its words.
    // "The firm agreed to sell and to pay, Tarn wrote": what it agreed to is a part of what Tarn wrote.
    let plain = |f: &CueMatch| is_tail(clause, f);
    let whole = plain(cue_match) && !earlier().any(plain);
    if whole {
        start = 0;
    }
    if earlier().any(|f| f.side == ContentSide::After && f.takes.any(CLAUSE))
        && cue_match.how != SourceEvidence::Phrase
        && !whole
    {
        return None;
    }
    if cue_match.how == SourceEvidence::Phrase {
        start = 0;
    }
    // "He said, contrary to the claims, the pier was safe, he added": the first cue is none of the words.
    if let Some(first) = cue_matches[..at].iter().find(|f| f.span.start == start)
        && let Next::Comma(comma) = first.next
        && clause.is(first.cue.start, WordClass::PlainSaying)
    {
        start = comma + 1;
    }
    let end = cue_match.span.start;
    // "In London, officials spoke at length": an adverbial is no claim.
    if cue_match.how == SourceEvidence::Subject
        && cue_match.side == ContentSide::Before
        && !clause.is(cue_match.cue.start, WordClass::PlainSaying)
        && !clause.has_verb(start..end)
    {
        return None;
    }
    trimmed(clause, start..end).or_else(|| lone(clause, cue_match, start..end))
}

/// "Nobody, Tarn said, takes any notice", "Wages, according to the bank, rose": a subject of one word, whose predicate
/// stands behind the cue.
fn lone(clause: Clause, cue_match: &CueMatch, items: Range<usize>) -> Option<Span> {
    let only = items.filter(|&at| !matches!(clause.class(at), Class::Comma | Class::Conjunction));
    let mut only = only.take_while(|&at| !clause.is_quote(at));
    let (at, rest) = (only.next()?, only.next());
    let nominal = matches!(clause.class(at), Class::Name | Class::Noun | Class::Subject | Class::Determiner);
    let Next::Comma(comma) = cue_match.next else { return None };
    let verb = (comma + 1..comma + 3).find(|&i| clause.class(i) != Class::Adverb)?;
    let goes_on = matches!(clause.class(verb), Class::Verb | Class::Auxiliary | Class::Noun);
    let both = rest.is_none() && nominal && goes_on && cue_match.side == ContentSide::Both;
    both.then(|| clause.doc.span(clause.tokens(at..at + 1)))
}

/// A cue that can mean nothing but speech, or one that ends its sentence: "…, a poll found."
pub(super) fn is_tail(clause: Clause, cue_match: &CueMatch) -> bool {
    let ends = || {
        cue_match.side == ContentSide::Before
            && cue_match.next == Next::End
            && cue_match.takes.any(CLAUSE)
            // "…, official data showed on Tuesday."
            && !(cue_match.span.end..clause.items.len())
                .take_while(|&at| clause.class(at) != Class::Break)
                .any(|at| matches!(clause.class(at), Class::Comma | Class::Verb | Class::Auxiliary))
    };
    clause.is(cue_match.cue.start, WordClass::PlainSaying) || ends()
}
