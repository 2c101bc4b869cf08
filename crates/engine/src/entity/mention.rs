//! A name where it stands in the text, with what stands before it.

use std::ops::Range;

use analysis::{BlockKind, EntityType, Span};

use super::weights::{SUREST_MENTION, UNSUREST_MENTION};
use crate::lexicon::{Gender, Lexicon, PhraseKind, Title};
use crate::reading::Reading;
use crate::tag::{Name, is_located};
use crate::word_class::WordClass;

/// A name in its place.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub tokens: Range<usize>,
    pub span: Span,
    pub kind: EntityType,
    pub confidence: f32,
    pub sentence: usize,
    /// It stands in a headline.
    pub headline: bool,
    /// "and" stands behind it.
    pub coordinated: bool,
    /// "King" or the like stands before it.
    pub ruler: bool,
    /// The state or country behind it: "Cambridge, Mass."
    pub within: Option<String>,
    /// "Mr", "Mrs" or the like stands before it.
    pub gender: Option<Gender>,
    /// Some title stands before it: only people have one.
    pub titled: bool,
    /// A word like "in" stands before it: that is where something is.
    pub located: bool,
    /// Index into the forms.
    pub form: usize,
}

impl Mention {
    pub fn of(reading: &Reading, name: &Name) -> Mention {
        let before = name.tokens.start.checked_sub(1);
        let sentence = reading.sentence_of(name.tokens.start);
        let title = before
            .filter(|&at| reading.sentence_of(at) == sentence)
            .map(|at| Lexicon::get().word(reading.normal(at)))
            .filter(|facts| facts.title().is_some());
        let honorific = title.is_some_and(|facts| facts.title() == Some(Title::Honorific));
        Mention {
            tokens: name.tokens.clone(),
            span: reading.span(name.tokens.clone()),
            kind: if honorific && !name.kind.is_value() { EntityType::Person } else { name.kind },
            confidence: name.confidence.clamp(UNSUREST_MENTION, SUREST_MENTION),
            sentence,
            coordinated: matches!(reading.normal(name.tokens.end), "and" | "&"),
            ruler: before.is_some_and(|at| reading.is(at, WordClass::NobleTitle)),
            within: if name.kind.is_place() { within(reading, name.tokens.end) } else { None },
            headline: matches!(reading.block_kind(name.tokens.start), BlockKind::Headline),
            gender: title.and_then(|facts| facts.title_gender()).filter(|&gender| gender != Gender::Both),
            titled: title.is_some(),
            located: is_located(reading, name.tokens.start),
            form: 0,
        }
    }
}

/// The state or country that is set behind a place with a comma.
fn within(reading: &Reading, end: usize) -> Option<String> {
    let at = end + 1;
    let next = reading.tokens.get(at).filter(|next| next.is_word() && next.is_capital())?;
    if reading.word(end) != "," || reading.sentence_of(end) != reading.sentence_of(at) {
        return None;
    }
    let limit = reading.sentences.get(reading.sentence_of(at))?.tokens.end;
    let lexicon = Lexicon::get();
    let found = lexicon.longest(&mut (at..limit).map(|token| reading.word(token)));
    match found {
        Some((_, facts)) if matches!(facts.kind(), PhraseKind::Country | PhraseKind::Region) => {
            let words = || reading.words(at..at + found.map_or(1, |(length, _)| length)).to_lowercase();
            Some(facts.thing().map_or_else(words, |thing| lexicon.canonical(thing).to_lowercase()))
        }
        _ => reading.is(at, WordClass::AmericanState).then(|| next.span.of(reading.text).to_lowercase()),
    }
}
