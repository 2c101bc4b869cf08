//! Corrections laid over an analysis, one after another, each on what the ones before it have made.
//!
//! What an analysis promises holds of the result: entities by first mention, mentions in order and none over
//! another, quotes in order. Entities and quotes keep their numbers, so that addresses stay good; new ones get
//! numbers above the highest. One promise is the engine's alone: a quote that the reader marked may go on in a
//! later paragraph without a mark.

use std::collections::BTreeSet;

use analysis::{
    Analysis, Document, Entity, EntityId, EntityType, Mention, MentionKind, Polarity, Quote, QuoteKind,
    Sense, Span, Speaker,
};

use crate::anchor::{EntityAnchor, Mentions, QuoteAnchor, find_mention, find_words, is_most, speaker_span};
use crate::correction::Correction;
use crate::place::TextAnchor;
use crate::spelling;
use crate::words::{cited, collapse, collapsed, crosses_blocks, is_whole, occurrences};

/// An analysis with a reader's corrections.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Corrected {
    pub analysis: Analysis,
    /// The corrections that changed nothing, in their order.
    pub unfit: Vec<Unfit>,
    /// The entities whose name, type or spellings the reader decided, in the order of their numbers.
    pub edited: Vec<EntityId>,
}

/// A correction that found no hold in the analysis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// Its place in the list of corrections, from 0.
    pub index: usize,
    /// One plain sentence for the reader.
    pub why: String,
}

/// Lays the corrections over an analysis of the document, in their order. Each is either carried out, also where the
/// analysis says so already, or told in [`Corrected::unfit`].
pub fn apply(document: &Document, base: &Analysis, corrections: &[Correction]) -> Corrected {
    let mut desk = Desk::new(document, base.clone());
    let mut unfit = Vec::new();
    for (index, correction) in corrections.iter().enumerate() {
        if let Err(why) = desk.carry_out(correction) {
            unfit.push(Unfit { index, why });
        }
    }
    desk.place_speakers();
    Corrected { analysis: desk.analysis, unfit, edited: desk.edited.into_iter().collect() }
}

/// The analysis under correction. Whatever fails here fails before anything is changed, with a plain sentence.
pub(crate) struct Desk<'a> {
    document: &'a Document,
    pub analysis: Analysis,
    /// The entities whose name the reader has set: it stays, whatever mentions go.
    named: BTreeSet<EntityId>,
    /// The quotes whose speaker the reader has set: other words do not change it.
    spoken: BTreeSet<u32>,
    edited: BTreeSet<EntityId>,
    last_entity: u32,
    last_quote: u32,
}

type Done = Result<(), String>;

impl<'a> Desk<'a> {
    pub fn new(document: &'a Document, analysis: Analysis) -> Self {
        Desk {
            document,
            named: BTreeSet::new(),
            spoken: BTreeSet::new(),
            edited: BTreeSet::new(),
            last_entity: analysis.entities.iter().map(|entity| entity.id.0).max().unwrap_or(0),
            last_quote: analysis.quotes.iter().map(|quote| quote.id).max().unwrap_or(0),
            analysis,
        }
    }

    pub fn carry_out(&mut self, correction: &Correction) -> Done {
        match correction {
            Correction::Rename { entity, name } => self.rename(entity, name),
            Correction::Retype { entity, kind } => self.retype(entity, *kind),
            Correction::Merge { from, into } => self.merge(from, into),
            Correction::Split { mention, everywhere } => self.split(mention, *everywhere),
            Correction::Move { mention, to, everywhere } => self.move_mention(mention, to, *everywhere),
            Correction::NotAName { entity } => self.remove_entity(entity),
            Correction::NotAMention { mention } => self.remove_mention(mention),
            Correction::AddName { words, kind, entity, everywhere } => {
                self.add_name(words, *kind, entity.as_ref(), *everywhere)
            }
            Correction::AddQuote { segments, kind, speaker } => {
                self.add_quote(segments, *kind, speaker.as_ref())
            }
            Correction::SetSpeaker { quote, speaker } => self.set_speaker(quote, speaker.as_ref()),
            Correction::NotAQuote { quote } => self.remove_quote(quote),
            Correction::Note { words, note } => {
                let text = self.document.text.as_str();
                crate::reader::take_note(text, &mut self.analysis, words, note.as_deref())
            }
            // Of the article, and not of what was found in it.
            Correction::Describe { .. } => Ok(()),
        }
    }

    fn rename(&mut self, anchor: &EntityAnchor, name: &str) -> Done {
        let name = collapse(name);
        if name.is_empty() {
            return Err(format!("{} cannot be renamed to nothing.", cited(&anchor.name)));
        }
        let id = self.find(anchor)?;
        if let Some(entity) = self.entity_mut(id).filter(|entity| entity.name != name) {
            spelling::rename(entity, name);
        }
        self.recount(id);
        self.named.insert(id);
        self.edited.insert(id);
        Ok(())
    }

    fn retype(&mut self, anchor: &EntityAnchor, kind: EntityType) -> Done {
        let id = self.find(anchor)?;
        if let Some(entity) = self.entity_mut(id) {
            entity.kind = kind;
        }
        self.edited.insert(id);
        Ok(())
    }

    fn merge(&mut self, from: &EntityAnchor, into: &EntityAnchor) -> Done {
        let target = self.find(into)?;
        // What the engine has joined to it by now has no name of its own left to be found.
        let source = match from.find(self.document, &self.analysis) {
            Some(found) if found == target => target,
            _ => from.find_strictly(self.document, &self.analysis).ok_or_else(|| no_entity(from))?,
        };
        self.edited.insert(target);
        let Some(at) = self.index_of(source).filter(|_| source != target) else { return Ok(()) };
        let source = self.analysis.entities.remove(at);
        if let Some(entity) = self.entity_mut(target) {
            // Why the engine held them for spellings of the other name is no reason to hold them for this one's.
            entity.aliases.push(spelling::joined_by_reader(source.name));
            let theirs = source.aliases.into_iter().map(|alias| spelling::joined_by_reader(alias.text));
            entity.aliases.extend(theirs);
            entity.mentions.extend(source.mentions);
            entity.mentions.sort_by_key(|mention| mention.span);
            entity.role = entity.role.take().or(source.role);
        }
        for speaker in self.speakers().filter(|speaker| speaker.entity == Some(source.id)) {
            speaker.entity = Some(target);
        }
        self.forget(source.id);
        self.recount(target);
        self.order_entities();
        Ok(())
    }

    fn split(&mut self, place: &TextAnchor, everywhere: bool) -> Done {
        let (entity, mention) = self.find_mention(place)?;
        let spans = self.of_the_same_words(entity, mention, everywhere);
        let Some(of) = self.analysis.entity(entity).filter(|of| of.mentions.len() > spans.len()) else {
            // They are by themselves already.
            return Ok(());
        };
        let kind = of.kind;
        let own = self.new_entity(collapsed(&self.document.text, mention.span), kind);
        self.put(&spans, Some(own), mention.kind);
        Ok(())
    }

    fn move_mention(&mut self, place: &TextAnchor, to: &EntityAnchor, everywhere: bool) -> Done {
        let (entity, mention) = self.find_mention(place)?;
        let to = self.find(to)?;
        if entity != to {
            let spans = self.of_the_same_words(entity, mention, everywhere);
            self.put(&spans, Some(to), mention.kind);
        }
        Ok(())
    }

    /// A mention, and with `everywhere` all others of the entity that have its words, in order.
    fn of_the_same_words(&self, entity: EntityId, mention: Mention, everywhere: bool) -> Vec<Span> {
        let text = self.document.text.as_str();
        let words = collapsed(text, mention.span);
        let alike = |other: &&Mention| {
            other.kind == mention.kind
                && (everywhere && collapsed(text, other.span) == words || **other == mention)
        };
        let of = self.analysis.entity(entity);
        of.into_iter().flat_map(|of| &of.mentions).filter(alike).map(|other| other.span).collect()
    }

    fn remove_entity(&mut self, anchor: &EntityAnchor) -> Done {
        let id = anchor.find_strictly(self.document, &self.analysis).ok_or_else(|| no_entity(anchor))?;
        self.analysis.entities.retain(|entity| entity.id != id);
        for speaker in self.speakers().filter(|speaker| speaker.entity == Some(id)) {
            speaker.entity = None;
        }
        self.forget(id);
        Ok(())
    }

    fn remove_mention(&mut self, place: &TextAnchor) -> Done {
        let (_, mention) = self.find_mention(place)?;
        self.put(&[mention.span], None, mention.kind);
        Ok(())
    }

    fn add_name(
        &mut self,
        place: &TextAnchor,
        kind: EntityType,
        anchor: Option<&EntityAnchor>,
        everywhere: bool,
    ) -> Done {
        let text = self.document.text.as_str();
        let found = place.find(text).ok_or_else(|| no_words(&place.words))?.trim(text);
        if found.is_empty() {
            return Err("Empty space cannot be a name.".to_owned());
        }
        if crosses_blocks(self.document, found) {
            return Err(format!(
                "{} runs over the end of a paragraph; a name does not.",
                cited(&place.words)
            ));
        }
        let known = anchor.map(|anchor| self.find(anchor)).transpose()?;
        let mut spans = vec![found];
        if everywhere {
            spans.extend(self.elsewhere(found));
            spans.sort();
        }
        let name = collapsed(text, found);
        let id = match known.or_else(|| self.named_so(found, &name, kind)) {
            Some(id) => id,
            None => self.new_entity(name, kind),
        };
        self.put(&spans, Some(id), MentionKind::Name);
        self.edited.insert(id);
        Ok(())
    }

    /// The entity that is what the reader marks here already, as when a newer engine finds what an older missed.
    fn named_so(&self, span: Span, name: &str, kind: EntityType) -> Option<EntityId> {
        let mention = Mention { span, kind: MentionKind::Name };
        let alike = |entity: &&Entity| entity.kind == kind && entity.name == name;
        self.analysis.entities.iter().filter(alike).find(|e| e.mentions.contains(&mention)).map(|e| e.id)
    }

    /// Where the words of a span stand whole besides, but for inside longer names.
    fn elsewhere(&self, span: Span) -> Vec<Span> {
        let text = self.document.text.as_str();
        let mentions = Mentions::of(&self.analysis);
        let inside_another = |found: Span| mentions.over(found).any(|(mention, _)| !found.contains(mention));
        occurrences(text, span.of(text))
            .filter(|&found| !found.overlaps(span) && is_whole(text, found) && !inside_another(found))
            .filter(|&found| !crosses_blocks(self.document, found))
            .collect()
    }

    fn add_quote(&mut self, places: &[TextAnchor], kind: QuoteKind, speaker: Option<&EntityAnchor>) -> Done {
        let text = self.document.text.as_str();
        let mut segments: Vec<Span> = Vec::new();
        for place in places {
            let span = find_words(place, text).ok_or_else(|| no_words(&place.words))?.trim(text);
            if span.is_empty() || crosses_blocks(self.document, span) {
                return Err(format!("The quote {} does not stand within a paragraph.", cited(&place.words)));
            }
            if segments.last().is_some_and(|last| span.start < last.end) {
                return Err(format!(
                    "The parts of the quote {} no longer stand in a row.",
                    cited(&place.words)
                ));
            }
            segments.push(span);
        }
        let Some(&first) = segments.first() else { return Err("A quote without words is none.".to_owned()) };
        let speaker = speaker.map(|anchor| self.find(anchor)).transpose()?;

        // Quotes may stand in one another, but the same words are not said twice in one way.
        self.analysis.quotes.retain(|quote| {
            let redrawn = quote.segments.first().is_some_and(|&other| is_most(other, first));
            let within = |other: &Span| segments.iter().any(|segment| segment.contains(*other));
            !(redrawn || quote.kind == kind && quote.segments.iter().all(within))
        });
        let id = next(&mut self.last_quote, |id| self.analysis.quotes.iter().any(|quote| quote.id == id));
        let why = "marked by you".to_owned();
        let (polarity, sense) = (Polarity::Positive, Sense::Speech);
        let mut quote =
            Quote { id, kind, segments, speaker: None, cue: None, confidence: 1.0, why, polarity, sense };
        quote.speaker = speaker.and_then(|id| self.speaker(&quote, id));
        self.analysis.quotes.push(quote);
        self.analysis.quotes.sort_by_key(|quote| quote.segments.first().copied());
        self.spoken.insert(id);
        Ok(())
    }

    fn set_speaker(&mut self, anchor: &QuoteAnchor, speaker: Option<&EntityAnchor>) -> Done {
        let at = self.find_quote(anchor)?;
        let entity = speaker.map(|anchor| self.find(anchor)).transpose()?;
        let Some(quote) = self.analysis.quotes.get(at) else { return Err(no_quote(anchor)) };
        let speaker = entity.map(|id| self.speaker(quote, id).ok_or_else(|| no_quote(anchor))).transpose()?;
        if let Some(quote) = self.analysis.quotes.get_mut(at) {
            quote.speaker = speaker;
            quote.confidence = 1.0;
            quote.why = "set by you".to_owned();
            self.spoken.insert(quote.id);
        }
        Ok(())
    }

    fn remove_quote(&mut self, anchor: &QuoteAnchor) -> Done {
        let at = self.find_quote(anchor)?;
        let quote = self.analysis.quotes.remove(at);
        self.spoken.remove(&quote.id);
        Ok(())
    }

    /// Takes the spans, which are in order, from all entities and gives them to one, if any. Quotes whose speaker is
    /// named by these words follow them.
    fn put(&mut self, spans: &[Span], to: Option<EntityId>, kind: MentionKind) {
        let text = self.document.text.as_str();
        let over = |span: Span| {
            let after = spans.partition_point(|other| other.end <= span.start);
            spans.get(after).is_some_and(|other| other.overlaps(span))
        };
        let mut lost: Vec<(EntityId, Vec<Mention>)> = Vec::new();
        for entity in &mut self.analysis.entities {
            let (gone, kept) = entity.mentions.iter().partition(|mention| over(mention.span));
            entity.mentions = kept;
            if Some(entity.id) == to {
                entity.mentions.extend(spans.iter().map(|&span| Mention { span, kind }));
                entity.mentions.sort_by_key(|mention| mention.span);
            }
            if !gone.is_empty() || Some(entity.id) == to {
                lost.push((entity.id, gone));
            }
        }
        self.pass_on_speakers(&lost, spans, to);
        for (id, gone) in lost {
            let free = !self.named.contains(&id);
            if let Some(entity) = self.entity_mut(id).filter(|_| free)
                && let Some(name) = spelling::name_instead(text, entity, &gone)
            {
                entity.name = name;
            }
            self.recount(id);
        }
        self.drop_empty();
        self.order_entities();
    }

    /// A speaker's words that have gone from an entity have taken the quote along; words that named nobody known now
    /// name somebody. What the reader has said of a speaker stays.
    fn pass_on_speakers(&mut self, lost: &[(EntityId, Vec<Mention>)], spans: &[Span], to: Option<EntityId>) {
        let text = self.document.text.as_str();
        let is_person =
            to.and_then(|id| self.analysis.entity(id)).is_some_and(|e| e.kind == EntityType::Person);
        // "Okello", or a person's name after one word, "Mr Okello"; not "a friend of Okello".
        let names = |span: Span, speaker: Span| {
            let before = Span::new(speaker.start as usize, span.start as usize).of(text);
            let titled = span.end == speaker.end && before.split_whitespace().count() == 1;
            span.contains(speaker) || is_person && speaker.contains(span) && titled
        };
        let spoken = &self.spoken;
        let quotes = self.analysis.quotes.iter_mut().filter(|quote| !spoken.contains(&quote.id));
        for speaker in quotes.filter_map(|quote| quote.speaker.as_mut()) {
            let Some(id) = speaker.entity else {
                speaker.entity = to.filter(|_| spans.iter().any(|&span| names(span, speaker.span)));
                continue;
            };
            let mut gone = lost.iter().filter(|(loser, _)| *loser == id).flat_map(|(_, gone)| gone);
            if gone.any(|mention| mention.span.overlaps(speaker.span)) {
                speaker.entity = to.filter(|_| spans.iter().any(|span| span.overlaps(speaker.span)));
            }
        }
    }

    fn drop_empty(&mut self) {
        let empty = self.analysis.entities.iter().filter(|entity| entity.mentions.is_empty());
        let empty: Vec<EntityId> = empty.map(|entity| entity.id).collect();
        if empty.is_empty() {
            return;
        }
        self.analysis.entities.retain(|entity| !entity.mentions.is_empty());
        for id in empty {
            for speaker in self.speakers().filter(|speaker| speaker.entity == Some(id)) {
                speaker.entity = None;
            }
            self.forget(id);
        }
    }

    /// Where the reader has set a speaker, the words that name them, after all that has changed.
    fn place_speakers(&mut self) {
        for at in 0..self.analysis.quotes.len() {
            let Some(quote) = self.analysis.quotes.get(at) else { continue };
            let set = self.spoken.contains(&quote.id);
            let Some(id) = quote.speaker.and_then(|speaker| speaker.entity).filter(|_| set) else { continue };
            let speaker = self.speaker(quote, id);
            if let Some(quote) = self.analysis.quotes.get_mut(at) {
                quote.speaker = speaker.or(quote.speaker);
            }
        }
    }

    fn speaker(&self, quote: &Quote, id: EntityId) -> Option<Speaker> {
        let span = speaker_span(self.document, quote, self.analysis.entity(id)?)?;
        Some(Speaker { span, entity: Some(id) })
    }

    fn new_entity(&mut self, name: String, kind: EntityType) -> EntityId {
        let entities = &mut self.analysis.entities;
        let id = EntityId(next(&mut self.last_entity, |id| entities.iter().any(|entity| entity.id.0 == id)));
        entities.push(Entity {
            id,
            kind,
            name,
            aliases: Vec::new(),
            role: None,
            salience: 0.0,
            mentions: Vec::new(),
        });
        id
    }

    fn find(&self, anchor: &EntityAnchor) -> Result<EntityId, String> {
        anchor.find(self.document, &self.analysis).ok_or_else(|| no_entity(anchor))
    }

    fn find_mention(&self, place: &TextAnchor) -> Result<(EntityId, Mention), String> {
        let found = find_mention(place, self.document, &self.analysis);
        let entity = found.and_then(|found| self.analysis.entities.get(found.entity));
        found
            .zip(entity)
            .map(|(found, entity)| (entity.id, found.mention))
            .ok_or_else(|| format!("{} is no longer marked where it was corrected.", cited(&place.words)))
    }

    fn find_quote(&self, anchor: &QuoteAnchor) -> Result<usize, String> {
        anchor.find(self.document, &self.analysis).ok_or_else(|| no_quote(anchor))
    }

    fn index_of(&self, id: EntityId) -> Option<usize> {
        self.analysis.entities.iter().position(|entity| entity.id == id)
    }

    fn entity_mut(&mut self, id: EntityId) -> Option<&mut Entity> {
        self.analysis.entities.iter_mut().find(|entity| entity.id == id)
    }

    fn speakers(&mut self) -> impl Iterator<Item = &mut Speaker> {
        self.analysis.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut())
    }

    fn recount(&mut self, id: EntityId) {
        let text = self.document.text.as_str();
        if let Some(entity) = self.entity_mut(id) {
            spelling::recount(text, entity);
        }
    }

    fn forget(&mut self, id: EntityId) {
        self.named.remove(&id);
        self.edited.remove(&id);
    }

    fn order_entities(&mut self) {
        self.analysis.entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span));
    }
}

/// The number after the last, which it becomes; past the last number there is, the lowest that is free.
fn next(last: &mut u32, is_taken: impl Fn(u32) -> bool) -> u32 {
    match last.checked_add(1) {
        Some(id) => {
            *last = id;
            id
        }
        None => (1..).find(|&id| !is_taken(id)).unwrap_or(u32::MAX),
    }
}

fn no_entity(anchor: &EntityAnchor) -> String {
    format!("{} is not among the names that were found.", cited(&anchor.name))
}

fn no_quote(anchor: &QuoteAnchor) -> String {
    format!("The quote {} is not among those that were found.", cited(anchor.words()))
}

fn no_words(words: &str) -> String {
    format!("{} is not in the text where it was marked.", cited(words))
}
