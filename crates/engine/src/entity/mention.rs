//! A name where it stands in the text, with what stands before it.

use std::ops::Range;

use analysis::{EntityType, Span};

use super::weights::{SUREST_MENTION, UNSUREST_MENTION};
use crate::lexicon::{Gender, Lexicon, Title};
use crate::reading::Reading;
use crate::tag::{Name, is_located};

/// A name in its place.
#[derive(Debug, Clone)]
pub(super) struct Mention {
    pub tokens: Range<usize>,
    pub span: Span,
    pub kind: EntityType,
    pub confidence: f32,
    pub sentence: usize,
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
            gender: title.and_then(|facts| facts.title_gender()).filter(|&gender| gender != Gender::Both),
            titled: title.is_some(),
            located: is_located(reading, name.tokens.start),
            form: 0,
        }
    }
}
