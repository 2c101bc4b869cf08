//! What a reader can say of an analysis, one thing at a time: the kinds of correction, how each is made from what the
//! page has selected, and how each is told in plain words.

use analysis::{Analysis, Document, EntityId, EntityType, QuoteKind, Span};
use serde::{Deserialize, Serialize};
use text::bounds::{LONGEST_LABEL, LONGEST_NOTE, LONGEST_URL, cut};

use crate::anchor::{EntityAnchor, QuoteAnchor};
use crate::place::TextAnchor;
use crate::reader::{self, Detail};
use crate::words::{cited, collapse, crosses_blocks};

/// One edit. Its form in a file is told in [`crate::to_json`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "op", rename_all = "kebab-case", deny_unknown_fields)]
pub enum Correction {
    Rename {
        entity: EntityAnchor,
        name: String,
    },
    Retype {
        entity: EntityAnchor,
        #[serde(with = "crate::file::entity_type")]
        kind: EntityType,
    },
    /// Two entities are one, which keeps the name and type of `into`.
    Merge {
        from: EntityAnchor,
        into: EntityAnchor,
    },
    /// A mention, by whatever words, becomes an entity of its own.
    Split {
        mention: TextAnchor,
        /// Together with all others of the entity that have the same words.
        #[serde(default, skip_serializing_if = "is_one")]
        everywhere: bool,
    },
    /// A mention belongs to another entity.
    Move {
        mention: TextAnchor,
        to: EntityAnchor,
        /// Together with all others of the entity that have the same words.
        #[serde(default, skip_serializing_if = "is_one")]
        everywhere: bool,
    },
    /// Nothing that was taken for this entity is one.
    NotAName {
        entity: EntityAnchor,
    },
    /// These words mean no entity.
    NotAMention {
        mention: TextAnchor,
    },
    /// Words that were missed are a name.
    AddName {
        words: TextAnchor,
        /// Of the new entity; one that the name is joined to keeps its own.
        #[serde(with = "crate::file::entity_type")]
        kind: EntityType,
        /// Whom they name; none if it is somebody new.
        entity: Option<EntityAnchor>,
        /// Whether the same words are that name wherever they stand whole, but for inside a longer name.
        everywhere: bool,
    },
    /// Words that were missed are a quote.
    AddQuote {
        segments: Vec<TextAnchor>,
        #[serde(with = "crate::file::quote_kind")]
        kind: QuoteKind,
        speaker: Option<EntityAnchor>,
    },
    SetSpeaker {
        quote: QuoteAnchor,
        /// None: the text names no speaker.
        speaker: Option<EntityAnchor>,
    },
    NotAQuote {
        quote: QuoteAnchor,
    },
    /// What the article as a whole is called, by whom, where; an empty value takes it away.
    Describe {
        detail: Detail,
        value: String,
    },
    /// Words that the reader marks, with what they write beside them; none takes mark and note away.
    Note {
        words: TextAnchor,
        note: Option<String>,
    },
}

/// What versions before this one wrote down is of one mention.
fn is_one(everywhere: &bool) -> bool {
    !everywhere
}

/// Made from what the page shows. None where it holds no such thing, or nothing would be said.
impl Correction {
    pub fn rename(document: &Document, shown: &Analysis, entity: EntityId, name: &str) -> Option<Self> {
        let (entity, name) = (EntityAnchor::of(document, shown, entity)?, collapse(name));
        (!name.is_empty() && name != entity.name).then_some(Correction::Rename { entity, name })
    }

    pub fn retype(document: &Document, shown: &Analysis, entity: EntityId, kind: EntityType) -> Option<Self> {
        let entity = EntityAnchor::of(document, shown, entity)?;
        (entity.kind != kind).then_some(Correction::Retype { entity, kind })
    }

    pub fn merge(document: &Document, shown: &Analysis, from: EntityId, into: EntityId) -> Option<Self> {
        let anchor = |id| EntityAnchor::of(document, shown, id);
        (from != into).then_some(Correction::Merge { from: anchor(from)?, into: anchor(into)? })
    }

    /// `mention` counts the entity's mentions from 0.
    pub fn split(
        document: &Document,
        shown: &Analysis,
        entity: EntityId,
        mention: usize,
        everywhere: bool,
    ) -> Option<Self> {
        let several = shown.entity(entity)?.mentions.len() > 1;
        let mention = mention_of(document, shown, entity, mention)?;
        several.then_some(Correction::Split { mention, everywhere })
    }

    /// `mention` counts the entity's mentions from 0.
    pub fn move_mention(
        document: &Document,
        shown: &Analysis,
        entity: EntityId,
        mention: usize,
        to: EntityId,
        everywhere: bool,
    ) -> Option<Self> {
        let mention = mention_of(document, shown, entity, mention)?;
        let anchor = EntityAnchor::of(document, shown, to)?;
        (entity != to).then_some(Correction::Move { mention, to: anchor, everywhere })
    }

    pub fn not_a_name(document: &Document, shown: &Analysis, entity: EntityId) -> Option<Self> {
        Some(Correction::NotAName { entity: EntityAnchor::of(document, shown, entity)? })
    }

    /// `mention` counts the entity's mentions from 0.
    pub fn not_a_mention(
        document: &Document,
        shown: &Analysis,
        entity: EntityId,
        mention: usize,
    ) -> Option<Self> {
        Some(Correction::NotAMention { mention: mention_of(document, shown, entity, mention)? })
    }

    /// The white space at the edges of `selected` is left out.
    pub fn add_name(
        document: &Document,
        shown: &Analysis,
        selected: Span,
        kind: EntityType,
        entity: Option<EntityId>,
        everywhere: bool,
    ) -> Option<Self> {
        let span = selected.trim(&document.text);
        let words = TextAnchor::of(&document.text, span).filter(|_| !crosses_blocks(document, span))?;
        let entity = entity.map(|id| EntityAnchor::of(document, shown, id));
        // Somebody who is not there is not nobody.
        let entity = if let Some(entity) = entity { Some(entity?) } else { None };
        let kind = entity.as_ref().map_or(kind, |entity| entity.kind);
        Some(Correction::AddName { words, kind, entity, everywhere })
    }

    /// What is selected is cut where paragraphs end, and loses the white space and the quotation marks at its edges;
    /// an indirect quote keeps its marks.
    pub fn add_quote(
        document: &Document,
        shown: &Analysis,
        selected: &[Span],
        kind: QuoteKind,
        speaker: Option<EntityId>,
    ) -> Option<Self> {
        let mut segments: Vec<Span> = Vec::new();
        for &span in selected {
            let blocks = document.blocks.iter().filter(|block| block.span.overlaps(span));
            segments.extend(blocks.map(|block| Span {
                start: span.start.max(block.span.start),
                end: span.end.min(block.span.end),
            }));
        }
        for segment in &mut segments {
            *segment = without_edges(&document.text, *segment, kind);
        }
        segments.retain(|segment| !segment.is_empty());
        segments.sort();
        let apart = segments.windows(2).all(|pair| !pair[0].overlaps(pair[1]));
        let places: Option<Vec<TextAnchor>> =
            segments.iter().map(|&span| TextAnchor::of(&document.text, span)).collect();
        let segments = places.filter(|places| apart && !places.is_empty())?;
        let speaker =
            if let Some(id) = speaker { Some(EntityAnchor::of(document, shown, id)?) } else { None };
        Some(Correction::AddQuote { segments, kind, speaker })
    }

    /// `None` says that the text names no speaker.
    pub fn set_speaker(
        document: &Document,
        shown: &Analysis,
        quote: u32,
        speaker: Option<EntityId>,
    ) -> Option<Self> {
        let quote = QuoteAnchor::of(document, shown, quote)?;
        let speaker =
            if let Some(id) = speaker { Some(EntityAnchor::of(document, shown, id)?) } else { None };
        Some(Correction::SetSpeaker { quote, speaker })
    }

    pub fn not_a_quote(document: &Document, shown: &Analysis, quote: u32) -> Option<Self> {
        Some(Correction::NotAQuote { quote: QuoteAnchor::of(document, shown, quote)? })
    }
}

impl Correction {
    /// The same, with no name, note or detail so long that a page is slow with it.
    #[must_use]
    pub(crate) fn bounded(mut self) -> Self {
        let name = |entity: &mut EntityAnchor| cut(&mut entity.name, LONGEST_LABEL);
        match &mut self {
            Correction::Rename { entity, name: new } => {
                name(entity);
                cut(new, LONGEST_LABEL);
            }
            Correction::Retype { entity, .. } | Correction::NotAName { entity } => name(entity),
            Correction::Merge { from, into } => [from, into].into_iter().for_each(name),
            Correction::Move { to, .. } => name(to),
            Correction::AddName { entity: speaker, .. }
            | Correction::AddQuote { speaker, .. }
            | Correction::SetSpeaker { speaker, .. } => speaker.iter_mut().for_each(name),
            Correction::Describe { detail: Detail::Title | Detail::Site, value } => cut(value, LONGEST_LABEL),
            Correction::Describe { value, .. } => cut(value, LONGEST_URL),
            Correction::Note { note, .. } => note.iter_mut().for_each(|note| cut(note, LONGEST_NOTE)),
            Correction::Split { .. } | Correction::NotAMention { .. } | Correction::NotAQuote { .. } => {}
        }
        self
    }
}

fn mention_of(document: &Document, shown: &Analysis, entity: EntityId, mention: usize) -> Option<TextAnchor> {
    TextAnchor::of(&document.text, shown.entity(entity)?.mentions.get(mention)?.span)
}

/// The span without white space at its edges and, but for indirect words, without quotation marks.
fn without_edges(text: &str, span: Span, kind: QuoteKind) -> Span {
    let span = span.trim(text);
    let words = span.of(text);
    // The half marks are apostrophes as well, so that only a pair of them is taken away.
    let paired = words.starts_with(['‘', '\'']) && words.ends_with(['’', '\'']) && words.chars().count() > 2;
    let is_mark = |c: char| "“”„‟\"«»".contains(c) || paired && "‘’'".contains(c);
    if kind == QuoteKind::Indirect || !words.starts_with(is_mark) && !words.ends_with(is_mark) {
        return span;
    }
    let start = span.start as usize + (words.len() - words.trim_start_matches(is_mark).len());
    let kept = words.trim_matches(is_mark);
    Span::new(start, start + kept.len()).trim(text)
}

impl Correction {
    /// What was done, as one plain phrase: "Merged “Witkov” into “Steve Witkoff”".
    pub fn describe(&self) -> String {
        let name = |entity: &EntityAnchor| cited(&entity.name);
        match self {
            Correction::Rename { entity, name: new } => format!("Renamed {} to {}", name(entity), cited(new)),
            Correction::Retype { entity, kind } => format!("Made {} {}", name(entity), a_kind(*kind)),
            Correction::Merge { from, into } => format!("Merged {} into {}", name(from), name(into)),
            Correction::Split { mention, everywhere } => {
                format!("Split off {}{}", every(*everywhere), cited(&mention.words))
            }
            Correction::Move { mention, to, everywhere } => {
                format!("Gave {}{} to {}", every(*everywhere), cited(&mention.words), name(to))
            }
            Correction::NotAName { entity } => format!("Removed {}: not a name", name(entity)),
            Correction::NotAMention { mention } => {
                format!("Removed {} in one place: not a mention", cited(&mention.words))
            }
            Correction::AddName { words, kind, entity, everywhere } => {
                let reach = if *everywhere { ", everywhere" } else { "" };
                match entity {
                    Some(entity) => format!("Marked {} as {}{reach}", cited(&words.words), name(entity)),
                    None => format!("Marked {} as {}{reach}", cited(&words.words), a_kind(*kind)),
                }
            }
            Correction::AddQuote { segments, speaker, .. } => {
                let words = segments.first().map_or("", |segment| &segment.words);
                let by = speaker.as_ref().map(|speaker| format!(" by {}", name(speaker))).unwrap_or_default();
                format!("Marked {} as a quote{by}", cited(words))
            }
            Correction::SetSpeaker { quote, speaker: Some(speaker) } => {
                format!("Gave the quote that begins {} to {}", cited(quote.words()), name(speaker))
            }
            Correction::SetSpeaker { quote, speaker: None } => {
                format!("Set no speaker for the quote that begins {}", cited(quote.words()))
            }
            Correction::NotAQuote { quote } => {
                format!("Removed what begins {}: not a quote", cited(quote.words()))
            }
            Correction::Describe { .. } | Correction::Note { .. } => reader::told(self).unwrap_or_default(),
        }
    }
}

fn every(everywhere: bool) -> &'static str {
    if everywhere { "every " } else { "" }
}

/// A type with its article.
fn a_kind(kind: EntityType) -> &'static str {
    match kind {
        EntityType::Person => "a person",
        EntityType::Norp => "a nationality or group",
        EntityType::Fac => "a building or structure",
        EntityType::Org => "an organisation",
        EntityType::Gpe => "a country, state or city",
        EntityType::Loc => "a place",
        EntityType::Product => "a product",
        EntityType::Event => "an event",
        EntityType::WorkOfArt => "a work",
        EntityType::Law => "a law",
        EntityType::Language => "a language",
        EntityType::Date => "a date",
        EntityType::Time => "a time",
        EntityType::Percent => "a percentage",
        EntityType::Money => "an amount of money",
        EntityType::Quantity => "a measurement",
        EntityType::Ordinal => "an ordinal",
        EntityType::Cardinal => "a number",
    }
}
