//! How a correction points at an entity, a mention or a quote, and how each is found again in an analysis.
//!
//! The number of a thing is only good within one analysis, so it is never kept: words and places are.

use analysis::{Analysis, Document, Entity, EntityId, EntityType, Mention, MentionKind, Quote, Span};
use serde::{Deserialize, Serialize};

use crate::place::{Fit, TextAnchor};
use crate::words::collapsed;

/// An entity, by its name and one of its mentions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntityAnchor {
    pub name: String,
    #[serde(with = "crate::file::entity_type")]
    pub kind: EntityType,
    /// The first mention that is the name itself; if there is none, the first by any name, or the first.
    pub mention: TextAnchor,
}

impl EntityAnchor {
    /// None if the analysis has no such entity, or it stands nowhere in the text.
    pub fn of(document: &Document, analysis: &Analysis, id: EntityId) -> Option<EntityAnchor> {
        let entity = analysis.entity(id)?;
        let by_name = || entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
        let mention = by_name()
            .find(|mention| collapsed(&document.text, mention.span) == entity.name)
            .or_else(|| by_name().next())
            .or_else(|| entity.mentions.first())?;
        let mention = TextAnchor::of(&document.text, mention.span)?;
        Some(EntityAnchor { name: entity.name.clone(), kind: entity.kind, mention })
    }

    /// The entity that has the mention, or else the one of that name and type. The mention counts more: a newer
    /// engine may have found a fuller name.
    pub(crate) fn find(&self, document: &Document, analysis: &Analysis) -> Option<EntityId> {
        let mentioned = self.find_mentioned(document, analysis).map(|entity| entity.id);
        mentioned.or_else(|| self.find_named(analysis))
    }

    /// The same, where it still has that name: what takes an entity away must not take another instead.
    pub(crate) fn find_strictly(&self, document: &Document, analysis: &Analysis) -> Option<EntityId> {
        match self.find_mentioned(document, analysis) {
            Some(entity) => (entity.name == self.name).then_some(entity.id),
            None => self.find_named(analysis),
        }
    }

    fn find_mentioned<'a>(&self, document: &Document, analysis: &'a Analysis) -> Option<&'a Entity> {
        let found = find_mention(&self.mention, document, analysis)?;
        analysis.entities.get(found.entity)
    }

    /// The one entity of that name and type; of that name alone, if none is of the type. Not one of several.
    fn find_named(&self, analysis: &Analysis) -> Option<EntityId> {
        let only = |kind: Option<EntityType>| {
            let mut found = analysis
                .entities
                .iter()
                .filter(|entity| entity.name == self.name && kind.is_none_or(|kind| entity.kind == kind));
            let first = found.next()?;
            found.next().is_none().then_some(first.id)
        };
        only(Some(self.kind)).or_else(|| only(None))
    }
}

/// A mention's place in an analysis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Found {
    /// Its entity's place in the list of entities.
    pub entity: usize,
    pub mention: Mention,
}

/// The mention of the same words in the same surroundings.
pub(crate) fn find_mention(place: &TextAnchor, document: &Document, analysis: &Analysis) -> Option<Found> {
    let search = place.search(&document.text);
    let mut best: Option<(Fit, Found)> = None;
    for (entity, mentions) in analysis.entities.iter().map(|entity| &entity.mentions).enumerate() {
        for &mention in mentions {
            let Some(fit) = search.fit(mention.span) else { continue };
            if fit.is_sure() && best.is_none_or(|(other, _)| fit > other) {
                best = Some((fit, Found { entity, mention }));
            }
        }
    }
    best.map(|(_, found)| found)
}

/// Every mention of an analysis in the order of the text, with its entity.
pub(crate) struct Mentions(Vec<(Span, EntityId)>);

impl Mentions {
    pub fn of(analysis: &Analysis) -> Mentions {
        let mentions = analysis
            .entities
            .iter()
            .flat_map(|entity| entity.mentions.iter().map(|mention| (mention.span, entity.id)));
        let mut mentions: Vec<_> = mentions.collect();
        mentions.sort();
        Mentions(mentions)
    }

    /// Those that overlap a span.
    pub fn over(&self, span: Span) -> impl Iterator<Item = (Span, EntityId)> {
        let after = self.0.partition_point(|(mention, _)| mention.end <= span.start);
        self.0.iter().skip(after).copied().take_while(move |(mention, _)| mention.start < span.end)
    }
}

/// A quote, by the first words of its first segment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuoteAnchor {
    /// The first 80 characters of the first segment, or all of it.
    pub opening: TextAnchor,
    /// Bytes of the first segment.
    pub length: u32,
}

/// How many characters of a quote tell which it is.
const OPENING: usize = 80;
/// As many bytes of words in a row are not said twice by chance.
const UNMISTAKABLE: usize = 24;

impl QuoteAnchor {
    /// None if the analysis has no such quote, or it stands nowhere in the text.
    pub fn of(document: &Document, analysis: &Analysis, id: u32) -> Option<QuoteAnchor> {
        let quote = analysis.quotes.iter().find(|quote| quote.id == id)?;
        let first = *quote.segments.first()?;
        let opening = TextAnchor::of(&document.text, opening(&document.text, first, OPENING))?;
        Some(QuoteAnchor { opening, length: first.len() as u32 })
    }

    /// The quote that begins with the same words; or else one that shares most of its words with where they stand
    /// now, as a newer engine may have cut it otherwise.
    pub(crate) fn find(&self, document: &Document, analysis: &Analysis) -> Option<usize> {
        let text = &document.text;
        let search = self.opening.search(text);
        let characters = self.opening.words.chars().count();
        let begins = analysis.quotes.iter().enumerate().filter_map(|(at, quote)| {
            let first = *quote.segments.first()?;
            let fit = search.fit(opening(text, first, characters))?;
            let certain = fit.is_sure() || self.opening.words.len() >= UNMISTAKABLE;
            certain.then_some((fit.is_sure(), first.len() as u32 == self.length, fit, at))
        });
        if let Some((.., at)) = begins.max_by_key(|&(sure, same_length, fit, _)| (sure, same_length, fit)) {
            return Some(at);
        }
        let start = self.opening.find_sure(text)?.start;
        let stood = Span { start, end: start.saturating_add(self.length) };
        analysis
            .quotes
            .iter()
            .position(|quote| quote.segments.first().is_some_and(|&first| is_most(first, stood)))
    }

    /// The quote's first words.
    pub(crate) fn words(&self) -> &str {
        &self.opening.words
    }
}

/// The first characters of a span.
fn opening(text: &str, span: Span, characters: usize) -> Span {
    let words = span.of(text);
    let length = words.char_indices().nth(characters).map_or(words.len(), |(at, _)| at);
    Span::new(span.start as usize, span.start as usize + length)
}

/// Whether two spans share more than half of either.
pub(crate) fn is_most(a: Span, b: Span) -> bool {
    let shared = a.end.min(b.end).saturating_sub(a.start.max(b.start)) as usize;
    shared * 2 > a.len().max(b.len())
}

/// Where the words of a quote that the reader marked stand: in their surroundings, or anywhere if they are long
/// enough not to be mistaken.
pub(crate) fn find_words(place: &TextAnchor, text: &str) -> Option<Span> {
    let long = place.words.len() >= UNMISTAKABLE;
    if long { place.find(text) } else { place.find_sure(text) }
}

/// Who says a quote, as one span of the text: the entity's own words in the speaker's place already, or else the
/// nearest mention in the quote's paragraph, the last before it, or the first after it; its words inside the
/// quote only if it has no others.
pub(crate) fn speaker_span(document: &Document, quote: &Quote, entity: &Entity) -> Option<Span> {
    let spans = || entity.mentions.iter().map(|mention| mention.span);
    if let Some(speaker) = quote.speaker
        && spans().any(|span| span.overlaps(speaker.span))
    {
        return Some(speaker.span);
    }
    let first = *quote.segments.first()?;
    let outside = |span: &Span| !quote.segments.iter().any(|segment| segment.overlaps(*span));
    let paragraph = document.blocks.iter().map(|block| block.span).find(|block| block.contains(first));
    let gap = |span: Span| {
        quote
            .segments
            .iter()
            .map(|s| s.start.saturating_sub(span.end).max(span.start.saturating_sub(s.end)))
            .min()
    };
    let near = spans().filter(outside).filter(|&span| paragraph.is_some_and(|block| block.contains(span)));
    let before = spans().filter(outside).rfind(|span| span.end <= first.start);
    near.min_by_key(|&span| gap(span))
        .or(before)
        .or_else(|| spans().find(outside))
        .or_else(|| spans().min_by_key(|&span| gap(span)))
}
