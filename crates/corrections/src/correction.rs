//! The operations, how they are made from what a page points at, and what each is called.

use analysis::{Analysis, Document, Entity, EntityId, EntityType, Span};
use serde::{Deserialize, Serialize};

use crate::Anchor;

/// An entity: its name and one of its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Whom {
    pub name: String,
    pub at: Anchor,
}

impl Whom {
    pub fn of(document: &Document, entity: &Entity) -> Option<Whom> {
        let first = entity.mentions.first()?;
        Some(Whom { name: entity.name.clone(), at: Anchor::of(&document.text, first.span) })
    }
}

/// One edit.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case")]
pub enum Correction {
    Rename {
        entity: Whom,
        name: String,
    },
    Retype {
        entity: Whom,
        kind: EntityType,
    },
    /// Every mention of `from` is one of `into`.
    Merge {
        from: Whom,
        into: Whom,
    },
    /// A mention is an entity of its own; with `alike`, together with those in the same words.
    Split {
        mention: Anchor,
        alike: bool,
    },
    /// A mention is one of `into`; with `alike`, those in the same words too.
    Move {
        mention: Anchor,
        into: Whom,
        alike: bool,
    },
    NotAName {
        entity: Whom,
    },
    NotAMention {
        mention: Anchor,
    },
    /// Words are a name, of `into` or of an entity of their own; with `everywhere`, wherever they stand as whole
    /// words.
    AddName {
        at: Anchor,
        kind: EntityType,
        into: Option<Whom>,
        everywhere: bool,
    },
    AddQuote {
        words: Anchor,
        speaker: Option<Whom>,
    },
    /// None: the article names nobody.
    SetSpeaker {
        quote: Anchor,
        speaker: Option<Whom>,
    },
    NotAQuote {
        quote: Anchor,
    },
}

// Each is none where the page points at what is not there any more.
impl Correction {
    pub fn rename(document: &Document, analysis: &Analysis, id: EntityId, name: &str) -> Option<Correction> {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let entity = analysis.entity(id).filter(|entity| !name.is_empty() && entity.name != name)?;
        Some(Correction::Rename { entity: Whom::of(document, entity)?, name })
    }

    pub fn retype(
        document: &Document,
        analysis: &Analysis,
        id: EntityId,
        kind: EntityType,
    ) -> Option<Correction> {
        let entity = analysis.entity(id).filter(|entity| entity.kind != kind)?;
        Some(Correction::Retype { entity: Whom::of(document, entity)?, kind })
    }

    pub fn merge(
        document: &Document,
        analysis: &Analysis,
        from: EntityId,
        into: EntityId,
    ) -> Option<Correction> {
        let whom = |id| Whom::of(document, analysis.entity(id)?);
        (from != into).then_some(())?;
        Some(Correction::Merge { from: whom(from)?, into: whom(into)? })
    }

    /// The mention is counted from 0.
    pub fn split(
        document: &Document,
        analysis: &Analysis,
        id: EntityId,
        mention: usize,
        alike: bool,
    ) -> Option<Correction> {
        let entity = analysis.entity(id).filter(|entity| entity.mentions.len() > 1)?;
        let span = entity.mentions.get(mention)?.span;
        let words = span.of(&document.text);
        let others_stay = entity.mentions.iter().any(|mention| mention.span.of(&document.text) != words);
        (!alike || others_stay).then_some(())?;
        Some(Correction::Split { mention: Anchor::of(&document.text, span), alike })
    }

    pub fn not_a_name(document: &Document, analysis: &Analysis, id: EntityId) -> Option<Correction> {
        Some(Correction::NotAName { entity: Whom::of(document, analysis.entity(id)?)? })
    }

    /// The mention is counted from 0.
    pub fn not_a_mention(
        document: &Document,
        analysis: &Analysis,
        id: EntityId,
        mention: usize,
    ) -> Option<Correction> {
        let span = analysis.entity(id)?.mentions.get(mention)?.span;
        Some(Correction::NotAMention { mention: Anchor::of(&document.text, span) })
    }

    pub fn add_name(
        document: &Document,
        analysis: &Analysis,
        span: Span,
        kind: EntityType,
        into: Option<EntityId>,
    ) -> Option<Correction> {
        let at = words(document, span)?;
        let into = match into {
            Some(id) => Some(Whom::of(document, analysis.entity(id)?)?),
            None => None,
        };
        Some(Correction::AddName { at, kind, into, everywhere: true })
    }

    pub fn add_quote(
        document: &Document,
        analysis: &Analysis,
        span: Span,
        speaker: Option<EntityId>,
    ) -> Option<Correction> {
        let speaker = match speaker {
            Some(id) => Some(Whom::of(document, analysis.entity(id)?)?),
            None => None,
        };
        Some(Correction::AddQuote { words: words(document, span)?, speaker })
    }

    pub fn set_speaker(
        document: &Document,
        analysis: &Analysis,
        quote: u32,
        speaker: Option<EntityId>,
    ) -> Option<Correction> {
        let speaker = match speaker {
            Some(id) => Some(Whom::of(document, analysis.entity(id)?)?),
            None => None,
        };
        Some(Correction::SetSpeaker { quote: quote_at(document, analysis, quote)?, speaker })
    }

    pub fn not_a_quote(document: &Document, analysis: &Analysis, quote: u32) -> Option<Correction> {
        Some(Correction::NotAQuote { quote: quote_at(document, analysis, quote)? })
    }

    /// What was done, in plain words: "Merged “Witkov” into “Steve Witkoff”".
    pub fn told(&self) -> String {
        match self {
            Correction::Rename { entity, name } => format!("Renamed “{}” to “{name}”", entity.name),
            Correction::Retype { entity, kind } => format!("Made “{}” {}", entity.name, one_of(*kind)),
            Correction::Merge { from, into } => format!("Merged “{}” into “{}”", from.name, into.name),
            Correction::Split { mention, .. } => format!("Split off “{}”", short(&mention.words)),
            Correction::Move { mention, into, .. } => {
                format!("Moved “{}” to “{}”", short(&mention.words), into.name)
            }
            Correction::NotAName { entity } => format!("“{}” is not a name", entity.name),
            Correction::NotAMention { mention } => format!("“{}” is not a name there", short(&mention.words)),
            Correction::AddName { at, into: Some(into), .. } => {
                format!("Marked “{}” as “{}”", short(&at.words), into.name)
            }
            Correction::AddName { at, .. } => format!("Marked “{}” as a name", short(&at.words)),
            Correction::AddQuote { words, .. } => format!("Marked “{}” as a quote", short(&words.words)),
            Correction::SetSpeaker { quote, speaker: Some(whom) } => {
                format!("Gave “{}” to {}", short(&quote.words), whom.name)
            }
            Correction::SetSpeaker { quote, speaker: None } => {
                format!("“{}” has no speaker named", short(&quote.words))
            }
            Correction::NotAQuote { quote } => format!("“{}” is not a quote", short(&quote.words)),
        }
    }
}

/// The anchor of words a reader selected, without the spaces around them.
fn words(document: &Document, span: Span) -> Option<Anchor> {
    let span = if span.fits(&document.text) { span.trim(&document.text) } else { return None };
    (!span.is_empty()).then(|| Anchor::of(&document.text, span))
}

fn quote_at(document: &Document, analysis: &Analysis, quote: u32) -> Option<Anchor> {
    let quote = analysis.quotes.iter().find(|other| other.id == quote)?;
    Some(Anchor::of(&document.text, *quote.segments.first()?))
}

fn one_of(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "a person",
        EntityType::Org => "an organisation",
        EntityType::Norp => "a people or group",
        kind if kind.is_place() => "a place",
        EntityType::Event => "an event",
        EntityType::Product => "a product",
        EntityType::WorkOfArt => "a work",
        EntityType::Law => "a law",
        _ => "another kind of name",
    }
}

/// The first words of many.
fn short(words: &str) -> String {
    match words.char_indices().nth(48) {
        Some((cut, _)) => format!("{}…", words.get(..cut).unwrap_or(words).trim_end()),
        None => words.to_owned(),
    }
}
