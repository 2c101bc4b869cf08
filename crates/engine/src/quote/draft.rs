//! A quote while it is put together: its words and its source as tokens, before anyone knows who that is.

use std::ops::Range;

use analysis::{Polarity, QuoteKind, Sense, Span};

use super::clause::Clause;
use super::cue;
use super::cue_match::{CueMatch, SourceEvidence};
use super::sense;
use super::weights;
use super::words::Class;
use crate::lexicon::Lexicon;
use crate::rules::{self, WhyRule};
use crate::word_class::WordClass;

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

/// The name that a comma sets off behind a phrase: in "the choir’s founder, the contralto Bronwen Tarn,", and behind a
/// relative clause: "a diver who knew the wreck, Bronwen Tarn,".
fn apposition(clause: Clause, phrase: &Range<usize>) -> Option<Range<usize>> {
    let end = phrase.end;
    let comma = match clause.class(end) {
        Class::Relative => relative_end(clause, end)?,
        Class::Comma if clause.class(end + 1) == Class::Relative => relative_end(clause, end + 1)?,
        _ => end,
    };
    // "her lawyer – Ida Tarn –", "her lawyer (Ida Tarn)"
    if !matches!(clause.class(comma), Class::Comma | Class::Aside) || clause.is_quote(comma) {
        return None;
    }
    let begins = comma + 1;
    let role = |&i: &usize| {
        matches!(clause.class(i), Class::Determiner | Class::Noun | Class::Hyphen) && !clause.is_quote(i)
    };
    let mut start = begins + (begins..clause.items.len().min(begins + 6)).take_while(role).count();
    // "a retired diver by the name of Bronwen Tarn", "a diver named Bronwen Tarn"
    if start > begins {
        let words =
            |at: usize, words: &[&str]| words.iter().zip(at..).all(|(word, at)| clause.normal(at) == *word);
        if words(start, &["by", "the", "name", "of"]) {
            start += 4;
        } else if matches!(clause.normal(start), "named" | "called") {
            start += 1;
        }
    }
    let end = name_end(clause, start);
    // "her barrister, Ida Tarn KC,"
    let letters = (start + 1..end).rev().take_while(|&at| clause.is(at, WordClass::PostNominal)).count();
    let name = start..end - letters;
    let class = |at: usize| if clause.is_quote(at) { Class::Break } else { clause.class(at) };
    // "her lawyer, Ida Tarn of Orr and Pell,"
    let firm = matches!(clause.normal(end), "of" | "from" | "at") && {
        let close = clause.phrase_end(end + 1);
        close > end + 1 && class(close) == Class::Comma
    };
    let closes = firm
        || matches!(class(end), Class::Comma | Class::Break | Class::Verb | Class::Auxiliary | Class::Aside);
    (end > start && closes && !clause.is_quote(end)).then_some(name)
}

/// Where the name that begins at an item ends: "Femke de Wit", "Pia Lund-Ray".
fn name_end(clause: Clause, start: usize) -> usize {
    let name = |at: usize| clause.class(at) == Class::Name && !clause.is_quote(at);
    let mut end = start;
    while end < clause.items.len().min(start + 8) {
        let particles = (end..end + 3).take_while(|&at| clause.is(at, WordClass::SurnameParticle)).count();
        match clause.class(end) {
            Class::Name if name(end) => end += 1,
            Class::Hyphen if end > start && name(end + 1) => end += 2,
            _ if end > start && particles > 0 && name(end + particles) => end += particles + 1,
            _ => break,
        }
    }
    end
}

/// The comma that ends a relative clause without commas of its own. A noun for a person right before it may be the one
/// whom the name belongs to: "a diver who hit a swimmer, Ida Tarn,".
fn relative_end(clause: Clause, relative: usize) -> Option<usize> {
    let stop = |&i: &usize| {
        clause.is_quote(i) || matches!(clause.class(i), Class::Comma | Class::Aside | Class::Break)
    };
    let comma = (relative..clause.items.len().min(relative + 24)).find(stop)?;
    let last = comma - 1;
    let person = clause.is_common_noun(last) && Lexicon::get().word(clause.normal(last)).is_person_noun()
        || clause.class(last) == Class::Name;
    (clause.has_verb(relative..comma) && !person).then_some(comma)
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
