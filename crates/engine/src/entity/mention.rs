//! A name where it stands in the text, with what stands before it.

use std::ops::Range;

use analysis::{BlockKind, EntityType, Span};

use super::weights::{SUREST_MENTION, UNSUREST_MENTION};
use crate::doc::Doc;
use crate::lexicon::{Gender, Lexicon, PhraseKind, Title};
use crate::ner::{Name, is_located};
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
    /// "her father" or the like stands before it: it is somebody else than who is spoken of.
    pub relative: bool,
    /// A word like "in" stands before it: that is where something is.
    pub located: bool,
    /// What stands beside it says of what type it is here.
    pub told: bool,
    /// "its record label" or the like stands beside it: it belongs to another body, or another to it.
    pub unit: bool,
    /// "brothers" or the like stands behind it: several people of that name.
    pub several: bool,
    /// Index into the forms.
    pub form: usize,
}

impl Mention {
    pub fn of(doc: &Doc, name: &Name) -> Mention {
        let before = name.tokens.start.checked_sub(1);
        let sentence = doc.sentence_of(name.tokens.start);
        let title = before
            .filter(|&at| doc.sentence_of(at) == sentence)
            .map(|at| Lexicon::get().word(doc.normal(at)))
            .filter(|facts| facts.title().is_some());
        let honorific = title.is_some_and(|facts| facts.title() == Some(Title::Honorific));
        Mention {
            tokens: name.tokens.clone(),
            span: doc.span(name.tokens.clone()),
            kind: if honorific && !name.kind.is_value() { EntityType::Person } else { name.kind },
            confidence: name.confidence.clamp(UNSUREST_MENTION, SUREST_MENTION),
            sentence,
            coordinated: matches!(doc.normal(name.tokens.end), "and" | "&"),
            ruler: before.is_some_and(|at| doc.is(at, WordClass::NobleTitle)),
            within: if name.kind.is_place() { within(doc, name.tokens.end) } else { None },
            headline: matches!(doc.block_kind(name.tokens.start), BlockKind::Headline),
            gender: title
                .and_then(|facts| facts.title_gender())
                .filter(|&gender| gender != Gender::Both)
                .or_else(|| peer(doc, before?)),
            titled: title.is_some(),
            relative: before.is_some_and(|at| is_relative(doc, at)),
            located: is_located(doc, name.tokens.start),
            told: name.told,
            unit: name.kind == EntityType::Org && is_unit(doc, &name.tokens),
            several: matches!(
                doc.normal(name.tokens.end),
                "brothers" | "sisters" | "siblings" | "family" | "twins" | "clan" | "dynasty"
            ),
            form: 0,
        }
    }
}

/// Whether a viscount or a lady is named, by the title before the name.
fn peer(doc: &Doc, title: usize) -> Option<Gender> {
    let of = |class| doc.tokens[title].is_capital() && doc.is(title, class);
    match (of(WordClass::MaleTitle), of(WordClass::FemaleTitle)) {
        (true, false) => Some(Gender::Male),
        (false, true) => Some(Gender::Female),
        _ => None,
    }
}

/// ", its record label," behind a name, "its parent," before it.
fn is_unit(doc: &Doc, name: &Range<usize>) -> bool {
    let own = |at: usize| matches!(doc.normal(at), "its" | "their" | "’s" | "'s");
    let behind = doc.word(name.end) == ","
        && own(name.end + 1)
        && (name.end + 2..name.end + 5).any(|at| doc.is(at, WordClass::UnitNoun));
    let noun = name.start.checked_sub(1);
    let noun = noun.and_then(|at| at.checked_sub(usize::from(doc.word(at) == ",")));
    let before = noun.is_some_and(|noun| {
        doc.is(noun, WordClass::UnitNoun) && (1..4).filter_map(|back| noun.checked_sub(back)).any(own)
    });
    behind || before
}

/// "her father", "his late brother," before a name, by the token before it.
fn is_relative(doc: &Doc, before: usize) -> bool {
    let noun = if doc.word(before) == "," { before.checked_sub(1) } else { Some(before) };
    let kin = noun.filter(|&noun| {
        !doc.tokens[noun].is_capital()
            && (doc.is(noun, WordClass::MaleNoun) || doc.is(noun, WordClass::FemaleNoun))
    });
    let own = |at: usize| matches!(doc.normal(at), "his" | "her" | "their" | "my" | "’s" | "'s");
    kin.is_some_and(|noun| (1..=2).filter_map(|back| noun.checked_sub(back)).any(own))
}

/// The state or country that is set behind a place with a comma.
fn within(doc: &Doc, end: usize) -> Option<String> {
    let at = end + 1;
    let next = doc.tokens.get(at).filter(|next| next.is_word() && next.is_capital())?;
    if doc.word(end) != "," || doc.sentence_of(end) != doc.sentence_of(at) {
        return None;
    }
    let limit = doc.sentences.get(doc.sentence_of(at))?.tokens.end;
    let lexicon = Lexicon::get();
    let found = lexicon.longest(&mut (at..limit).map(|token| doc.word(token)));
    match found {
        Some((_, facts)) if matches!(facts.kind(), PhraseKind::Country | PhraseKind::Region) => {
            let words = || doc.words(at..at + found.map_or(1, |(length, _)| length)).to_lowercase();
            Some(facts.thing().map_or_else(words, |thing| lexicon.canonical(thing).to_lowercase()))
        }
        _ => doc.is(at, WordClass::AmericanState).then(|| next.span.of(doc.text).to_lowercase()),
    }
}
