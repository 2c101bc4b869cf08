//! A quote while it is put together: its words and its source as tokens, before anyone knows who that is.

use std::ops::Range;

use analysis::{Polarity, QuoteKind, Sense, Span};

use super::clause::Clause;
use super::cue;
use super::frame::{Frame, How};
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
    By(How),
    SameParagraph,
    ParagraphBefore,
    SentenceBefore,
    NextParagraph,
    Signature,
    Beat,
    Transcript,
    Interview,
    Sentence,
    NoSource,
}

impl Why {
    /// The rule that found it, which puts it into words; the cue stands in them.
    pub fn rule(self) -> &'static WhyRule {
        match self {
            Why::By(How::Subject) => &rules::SAID_SUBJECT,
            Why::By(How::Inverted) => &rules::SAID_INVERTED,
            Why::By(How::Shared) => &rules::SAID_SHARED,
            Why::By(How::Agent) => &rules::SAID_AGENT,
            Why::By(How::Phrase) => &rules::SAID_PHRASE,
            Why::By(How::Owner) => &rules::SAID_OWNER,
            Why::By(How::Label) => &rules::SAID_LABEL,
            Why::By(How::Nobody) | Why::NoSource => &rules::SAID_NO_SOURCE,
            Why::SameParagraph => &rules::SAID_SAME_PARAGRAPH,
            Why::ParagraphBefore => &rules::SAID_PARAGRAPH_BEFORE,
            Why::SentenceBefore => &rules::SAID_SENTENCE_BEFORE,
            Why::NextParagraph => &rules::SAID_NEXT_PARAGRAPH,
            Why::Signature => &rules::SAID_SIGNATURE,
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
    let common = clause.class(head.end.saturating_sub(1)) == Class::Noun;
    let named = apposition(clause, &phrase).filter(|_| common).map(|name| clause.tokens(name));
    Source { tokens: clause.tokens(phrase), head: clause.tokens(head), named }
}

/// The name that a comma sets off behind a phrase.
fn apposition(clause: Clause, phrase: &Range<usize>) -> Option<Range<usize>> {
    if clause.class(phrase.end) != Class::Comma || clause.is_quote(phrase.end) {
        return None;
    }
    let start = phrase.end + 1;
    let end = (start..clause.items.len().min(start + 6)).find(|&i| clause.class(i) != Class::Name)?;
    let closed = matches!(clause.class(end), Class::Comma | Class::Break) && !clause.is_quote(end);
    (end > start && closed).then_some(start..end)
}

impl Draft {
    /// A quote without words yet, said as the frame says.
    pub fn of_frame(clause: Clause, frame: &Frame, kind: QuoteKind) -> Draft {
        let cue = clause.normal(frame.cue.start);
        let plain = cue::is_plain_saying(cue) || cue == "according";
        Draft {
            kind,
            segments: Vec::new(),
            source: frame.source.clone().map(|phrase| source(clause, phrase)),
            cue: Some(clause.tokens(frame.cue.clone())),
            confidence: weights::of_frame(kind, frame.how, plain),
            why: Why::By(frame.how),
            polarity: frame.polarity(clause, kind),
            sense: sense::sense(clause, frame.cue.start, frame.takes, frame.next, kind),
        }
    }
}
