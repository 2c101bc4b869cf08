//! A quote while it is put together: its words and its source as tokens, before anyone knows who that is.

use std::ops::Range;

use analysis::{Polarity, QuoteKind, Sense, Span};

use super::clause::Clause;
use super::cue;
use super::cue_match::{CueMatch, SourceEvidence};
use super::sense;
use super::weights;
use super::words::Class;
use crate::rules::{self, WhyRule};

/// A quote whose source is a stretch of tokens.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    pub kind: QuoteKind,
    pub segments: Vec<Span>,
    pub source: Option<Source>,
    /// Tokens of the cue.
    pub cue: Option<Range<usize>>,
    pub confidence: f32,
    pub why: Why,
    pub polarity: Polarity,
    pub sense: Sense,
}

/// The tokens that name a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Source {
    pub tokens: Range<usize>,
    /// The part before the first preposition, without commas: "a spokesman" of "a spokesman for Dunmore".
    pub head: Range<usize>,
    /// The name set off by a comma behind it: "her lawyer, Ira Pell,".
    pub named: Option<Range<usize>>,
}

/// How the source was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    By(SourceEvidence),
    SameParagraph,
    ParagraphBefore,
    SentenceBefore,
    NextParagraph,
    OneVoice,
    Signature,
    Heading,
    Beat,
    Transcript,
    Interview,
    Sentence,
    NoSource,
}

impl Why {
    /// Whether the source was only taken from the sentences before, or not found.
    pub fn is_weak(self) -> bool {
        matches!(
            self,
            Why::SameParagraph
                | Why::ParagraphBefore
                | Why::SentenceBefore
                | Why::NextParagraph
                | Why::NoSource
        )
    }

    /// The rule that found it, which puts it into words; the cue stands in them.
    pub fn rule(self) -> &'static WhyRule {
        match self {
            Why::By(SourceEvidence::Subject) => &rules::SAID_SUBJECT,
            Why::By(SourceEvidence::Inverted) => &rules::SAID_INVERTED,
            Why::By(SourceEvidence::Shared) => &rules::SAID_SHARED,
            Why::By(SourceEvidence::Agent) => &rules::SAID_AGENT,
            Why::By(SourceEvidence::Phrase) => &rules::SAID_PHRASE,
            Why::By(SourceEvidence::Owner) => &rules::SAID_OWNER,
            Why::By(SourceEvidence::Label) => &rules::SAID_LABEL,
            Why::By(SourceEvidence::Nobody) | Why::NoSource => &rules::SAID_NO_SOURCE,
            Why::SameParagraph => &rules::SAID_SAME_PARAGRAPH,
            Why::ParagraphBefore => &rules::SAID_PARAGRAPH_BEFORE,
            Why::SentenceBefore => &rules::SAID_SENTENCE_BEFORE,
            Why::NextParagraph => &rules::SAID_NEXT_PARAGRAPH,
            Why::OneVoice => &rules::SAID_ONE_VOICE,
            Why::Signature => &rules::SAID_SIGNATURE,
            Why::Heading => &rules::SAID_HEADING,
            Why::Interview => &rules::SAID_INTERVIEW,
            Why::Beat => &rules::SAID_BEAT,
            Why::Transcript => &rules::SAID_TRANSCRIPT,
            Why::Sentence => &rules::SAID_SENTENCE,
        }
    }
}

/// The source that a phrase of the unit's items is.
pub(crate) fn source(clause: Clause, phrase: Range<usize>) -> Source {
    let cut = phrase.clone().skip(1).find(|&i| {
        matches!(clause.class(i), Class::Preposition | Class::Comma | Class::Aside | Class::Relative)
    });
    let head = phrase.start..cut.unwrap_or(phrase.end);
    let named = apposition(clause, &phrase).or_else(|| name_before(clause, &phrase));
    let named = named.map(|name| clause.tokens(name));
    Source { tokens: clause.tokens(phrase), head: clause.tokens(head), named }
}

/// The name that a comma sets off behind a phrase.
fn apposition(clause: Clause, phrase: &Range<usize>) -> Option<Range<usize>> {
    if clause.class(phrase.end) != Class::Comma || clause.is_quote(phrase.end) {
        return None;
    }
    // "the choir’s founder, the contralto Bronwen Tarn,"
    let begins = phrase.end + 1;
    let role = |&i: &usize| matches!(clause.class(i), Class::Determiner | Class::Noun | Class::Hyphen);
    let start = begins + (begins..clause.items.len().min(begins + 5)).take_while(role).count();
    let end = (start..clause.items.len().min(start + 6)).find(|&i| clause.class(i) != Class::Name);
    let end = end.unwrap_or(clause.items.len().min(start + 6));
    let closes = matches!(clause.class(end), Class::Comma | Class::Break | Class::Verb | Class::Auxiliary);
    (end > start && closes && !clause.is_quote(end)).then_some(start..end)
}

/// The name that a phrase stands beside where the second comma is missing: "Nivesh Tarn, the firm’s director said".
fn name_before(clause: Clause, phrase: &Range<usize>) -> Option<Range<usize>> {
    let comma = phrase.start.checked_sub(1)?;
    let open = clause.class(comma) == Class::Comma && !clause.is_quote(comma);
    let speaks =
        matches!(clause.class(phrase.end), Class::Verb | Class::Auxiliary) && !clause.is_quote(phrase.end);
    let noun = matches!(clause.class(phrase.start), Class::Determiner | Class::Noun);
    if !open || !speaks || !noun {
        return None;
    }
    let start = (0..comma).rev().take_while(|&i| clause.class(i) == Class::Name).last()?;
    let alone = start == 0 || clause.is_quote(start - 1) || clause.class(start - 1) == Class::Break;
    (alone && comma - start >= 2).then_some(start..comma)
}

impl Draft {
    /// A quote without words yet, said as the cue match says.
    pub fn of_frame(clause: Clause, cue_match: &CueMatch, kind: QuoteKind) -> Draft {
        let cue = clause.normal(cue_match.cue.start);
        let plain = cue::is_plain_saying(cue) || cue == "according";
        Draft {
            kind,
            segments: Vec::new(),
            source: cue_match.source.clone().map(|phrase| source(clause, phrase)),
            cue: Some(clause.tokens(cue_match.cue.clone())),
            confidence: weights::of_frame(kind, cue_match.how, plain),
            why: Why::By(cue_match.how),
            polarity: cue_match.polarity(clause, kind),
            sense: sense::sense(clause, cue_match.cue.start, cue_match.takes, cue_match.next, kind),
        }
    }
}
