//! Laying corrections over an analysis.
//!
//! Numbers stay: an entity or quote that nobody touched keeps its own, so that addresses and selections hold; a new
//! one gets a number above all others. The lists keep their order and the promises of [`analysis::Analysis`].

use analysis::{
    Alias, AliasReason, Analysis, Document, Entity, EntityId, EntityType, Mention, MentionKind, Quote,
    QuoteKind, Span, Speaker,
};

use crate::Anchor;
use crate::correction::{Correction, Whom};

/// Occurrences of marked words that are marked with them, at most.
const EVERYWHERE: usize = 10_000;

/// An analysis with the corrections laid over it.
#[derive(Debug, Clone, PartialEq)]
pub struct Corrected {
    pub analysis: Analysis,
    /// The corrections that fit nowhere, in their order.
    pub unfit: Vec<Unfit>,
}

/// A correction that could not be applied, and is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfit {
    /// Its place in the list.
    pub index: usize,
    /// Why, in plain words.
    pub why: String,
}

/// The analysis after all of the corrections, one by one.
pub fn apply(document: &Document, base: &Analysis, corrections: &[Correction]) -> Corrected {
    let mut desk = Desk::new(document, base.clone());
    let mut unfit = Vec::new();
    for (index, correction) in corrections.iter().enumerate() {
        if let Err(why) = desk.apply(correction) {
            unfit.push(Unfit { index, why });
        }
    }
    Corrected { analysis: desk.analysis, unfit }
}

struct Desk<'a> {
    text: &'a str,
    document: &'a Document,
    analysis: Analysis,
    next_entity: u32,
    next_quote: u32,
}

type Done = Result<(), String>;

impl<'a> Desk<'a> {
    fn new(document: &'a Document, analysis: Analysis) -> Self {
        let next_entity =
            analysis.entities.iter().map(|entity| entity.id.0).max().unwrap_or(0).saturating_add(1);
        let next_quote = analysis.quotes.iter().map(|quote| quote.id).max().unwrap_or(0).saturating_add(1);
        Desk { text: &document.text, document, analysis, next_entity, next_quote }
    }

    fn apply(&mut self, correction: &Correction) -> Done {
        match correction {
            Correction::Rename { entity, name } => self.rename(entity, name),
            Correction::Retype { entity, kind } => {
                let at = self.entity(entity)?;
                self.analysis.entities[at].kind = *kind;
                Ok(())
            }
            Correction::Merge { from, into } => self.merge(from, into),
            Correction::Split { mention, alike } => self.split(mention, *alike),
            Correction::Move { mention, into, alike } => self.move_to(mention, into, *alike),
            Correction::NotAName { entity } => {
                let at = self.entity(entity)?;
                self.remove(at);
                Ok(())
            }
            Correction::NotAMention { mention } => {
                let (entity, at) = self.mention(mention)?;
                self.analysis.entities[entity].mentions.remove(at);
                self.settle(entity);
                Ok(())
            }
            Correction::AddName { at, kind, into, everywhere } => {
                self.add_name(at, *kind, into.as_ref(), *everywhere)
            }
            Correction::AddQuote { words, speaker } => self.add_quote(words, speaker.as_ref()),
            Correction::SetSpeaker { quote, speaker } => {
                let at = self.quote(quote)?;
                self.give(at, speaker.as_ref())
            }
            Correction::NotAQuote { quote } => {
                let at = self.quote(quote)?;
                self.analysis.quotes.remove(at);
                Ok(())
            }
        }
    }

    fn rename(&mut self, whom: &Whom, name: &str) -> Done {
        let at = self.entity(whom)?;
        let name = name.trim();
        if name.is_empty() {
            return Err("the new name has no words".to_owned());
        }
        self.analysis.entities[at].name = name.to_owned();
        self.count_aliases(at);
        Ok(())
    }

    fn merge(&mut self, from: &Whom, into: &Whom) -> Done {
        let (from, into) = (self.entity(from)?, self.entity(into)?);
        if from == into {
            return Err("both are one already".to_owned());
        }
        let (old, new) = (self.analysis.entities[from].id, self.analysis.entities[into].id);
        let gone = std::mem::take(&mut self.analysis.entities[from].mentions);
        let aliases = std::mem::take(&mut self.analysis.entities[from].aliases);
        let role = self.analysis.entities[from].role.take();
        let entity = &mut self.analysis.entities[into];
        entity.mentions.extend(gone);
        entity.mentions.sort_unstable_by_key(|mention| mention.span);
        entity.aliases.extend(aliases);
        entity.role = entity.role.take().or(role);
        self.count_aliases(into);
        self.hand_over(old, Some(new));
        self.analysis.entities.remove(from);
        self.sort_entities();
        Ok(())
    }

    fn split(&mut self, mention: &Anchor, alike: bool) -> Done {
        let (from, at) = self.mention(mention)?;
        let taken = self.take_mentions(from, at, alike);
        if self.analysis.entities[from].mentions.is_empty() {
            self.analysis.entities[from].mentions = taken;
            return Err("it is an entity of its own already".to_owned());
        }
        let (old, kind) = (self.analysis.entities[from].id, self.analysis.entities[from].kind);
        let name = taken.first().map_or(String::new(), |first| one_line(first.span.of(self.text)));
        self.count_aliases(from);
        self.add_entity(name, kind, taken.clone());
        let new = EntityId(self.next_entity - 1);
        self.hand_over_mentions(old, new, &taken);
        Ok(())
    }

    fn move_to(&mut self, mention: &Anchor, into: &Whom, alike: bool) -> Done {
        let (from, at) = self.mention(mention)?;
        let into = self.entity(into)?;
        if from == into {
            return Err("it is there already".to_owned());
        }
        let (old, new) = (self.analysis.entities[from].id, self.analysis.entities[into].id);
        let taken = self.take_mentions(from, at, alike);
        let entity = &mut self.analysis.entities[into];
        entity.mentions.extend(taken.iter().copied());
        entity.mentions.sort_unstable_by_key(|mention| mention.span);
        self.count_aliases(into);
        self.hand_over_mentions(old, new, &taken);
        self.settle(from);
        Ok(())
    }

    /// Takes one mention out of an entity, or all in the same words.
    fn take_mentions(&mut self, from: usize, at: usize, alike: bool) -> Vec<Mention> {
        let text = self.text;
        let mentions = &mut self.analysis.entities[from].mentions;
        if !alike {
            return vec![mentions.remove(at)];
        }
        let words = mentions[at].span.of(text);
        mentions.extract_if(.., |mention| mention.span.of(text) == words).collect()
    }

    fn add_name(&mut self, at: &Anchor, kind: EntityType, into: Option<&Whom>, everywhere: bool) -> Done {
        let found = at.find(self.text).ok_or_else(|| gone(&at.words))?;
        let words = found.of(self.text);
        let mut spans = vec![found];
        if everywhere {
            let others = self.text.match_indices(words).take(EVERYWHERE);
            spans.extend(
                others.map(|(at, _)| Span::new(at, at + words.len())).filter(|span| {
                    *span != found && !span.overlaps(found) && is_whole_word(self.text, *span)
                }),
            );
            spans.sort_unstable();
            spans.dedup_by(|next, kept| next.overlaps(*kept));
        }
        let name = one_line(words);
        let whom = match into {
            Some(whom) => Some(self.analysis.entities[self.entity(whom)?].id),
            None => None,
        };
        self.uncover(&spans);
        let mentions: Vec<Mention> =
            spans.iter().map(|span| Mention { span: *span, kind: MentionKind::Name }).collect();
        match whom.and_then(|id| self.analysis.entities.iter().position(|entity| entity.id == id)) {
            Some(at) => {
                let entity = &mut self.analysis.entities[at];
                entity.mentions.extend(mentions);
                entity.mentions.sort_unstable_by_key(|mention| mention.span);
                self.count_aliases(at);
                self.sort_entities();
            }
            None => self.add_entity(name, kind, mentions),
        }
        Ok(())
    }

    /// Takes away the mentions that these spans touch.
    fn uncover(&mut self, spans: &[Span]) {
        let touches = |span: Span| {
            let at = spans.partition_point(|other| other.end <= span.start);
            spans.get(at).is_some_and(|other| other.overlaps(span))
        };
        for at in (0..self.analysis.entities.len()).rev() {
            let entity = &mut self.analysis.entities[at];
            let before = entity.mentions.len();
            entity.mentions.retain(|mention| !touches(mention.span));
            if entity.mentions.len() < before {
                self.settle(at);
            }
        }
    }

    fn add_quote(&mut self, words: &Anchor, speaker: Option<&Whom>) -> Done {
        let span = words.find(self.text).ok_or_else(|| gone(&words.words))?;
        let whom = match speaker {
            Some(whom) => Some(self.entity(whom)?),
            None => None,
        };
        self.analysis.quotes.retain(|quote| !quote.segments.iter().any(|segment| segment.overlaps(span)));
        let marked = self
            .text
            .get(..span.start as usize)
            .is_some_and(|before| before.ends_with(['"', '“', '„', '«', '‘', '‚', '‹', '”', '»', '\'']));
        let id = self.next_quote;
        self.next_quote = id.saturating_add(1);
        let quote = Quote {
            id,
            kind: if marked { QuoteKind::Direct } else { QuoteKind::Indirect },
            segments: vec![span],
            speaker: whom.and_then(|at| self.speaker(at, span)),
            cue: None,
            confidence: 1.0,
            why: "marked by you".to_owned(),
        };
        let at = self.analysis.quotes.partition_point(|other| first(other) < span);
        self.analysis.quotes.insert(at, quote);
        Ok(())
    }

    fn give(&mut self, at: usize, speaker: Option<&Whom>) -> Done {
        let span = first(&self.analysis.quotes[at]);
        let speaker = match speaker {
            Some(whom) => {
                let entity = self.entity(whom)?;
                self.speaker(entity, span)
            }
            None => None,
        };
        let quote = &mut self.analysis.quotes[at];
        quote.why = if speaker.is_some() { "set by you" } else { "no speaker, set by you" }.to_owned();
        quote.speaker = speaker;
        quote.confidence = 1.0;
        Ok(())
    }

    /// An entity as the speaker of words: named by its mention in the same block, else by the nearest.
    fn speaker(&self, entity: usize, words: Span) -> Option<Speaker> {
        let entity = self.analysis.entities.get(entity)?;
        let block = self.document.blocks.iter().find(|block| block.span.contains(words));
        let nearest = entity.mentions.iter().min_by_key(|mention| {
            let inside = block.is_some_and(|block| block.span.contains(mention.span));
            let in_words = mention.span.overlaps(words);
            (!inside || in_words, mention.span.start.abs_diff(words.start))
        })?;
        Some(Speaker { span: nearest.span, entity: Some(entity.id) })
    }

    fn add_entity(&mut self, name: String, kind: EntityType, mentions: Vec<Mention>) {
        let id = EntityId(self.next_entity);
        self.next_entity = self.next_entity.saturating_add(1);
        self.analysis.entities.push(Entity { id, kind, name, aliases: Vec::new(), role: None, mentions });
        self.count_aliases(self.analysis.entities.len() - 1);
        self.sort_entities();
    }

    /// After mentions were taken: the aliases are counted anew, and an entity without mentions goes.
    fn settle(&mut self, at: usize) {
        if self.analysis.entities[at].mentions.is_empty() {
            self.remove(at);
        } else {
            self.count_aliases(at);
            self.sort_entities();
        }
    }

    fn remove(&mut self, at: usize) {
        let id = self.analysis.entities.remove(at).id;
        self.hand_over(id, None);
    }

    /// Whatever names an entity names another, or none.
    fn hand_over(&mut self, old: EntityId, new: Option<EntityId>) {
        for speaker in self.analysis.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            if speaker.entity == Some(old) {
                speaker.entity = new;
            }
        }
        let facts = &mut self.analysis.facts;
        let who = std::mem::take(&mut facts.who);
        for id in who.into_iter().filter_map(|id| if id == old { new } else { Some(id) }) {
            if !facts.who.contains(&id) {
                facts.who.push(id);
            }
        }
        if facts.place == Some(old) {
            facts.place = new;
        }
    }

    /// The quotes whose speaker is named by one of these mentions are the new entity's.
    fn hand_over_mentions(&mut self, old: EntityId, new: EntityId, mentions: &[Mention]) {
        for speaker in self.analysis.quotes.iter_mut().filter_map(|quote| quote.speaker.as_mut()) {
            if speaker.entity == Some(old)
                && mentions.iter().any(|mention| mention.span.overlaps(speaker.span))
            {
                speaker.entity = Some(new);
            }
        }
    }

    /// The other ways an entity is written, each with the reason it had, or the reader's; most frequent first.
    fn count_aliases(&mut self, at: usize) {
        let text = self.text;
        let entity = &mut self.analysis.entities[at];
        let known = std::mem::take(&mut entity.aliases);
        let mut counted: Vec<Alias> = Vec::new();
        for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let words = one_line(mention.span.of(text));
            if words == entity.name {
                continue;
            }
            match counted.iter_mut().find(|alias| alias.text == words) {
                Some(alias) => alias.count += 1,
                None => {
                    let before = known.iter().find(|alias| alias.text == words);
                    counted.push(Alias {
                        count: 1,
                        why: before.map_or(AliasReason::User, |alias| alias.why),
                        confidence: before.map_or(1.0, |alias| alias.confidence),
                        text: words,
                    });
                }
            }
        }
        counted.sort_by_key(|alias| std::cmp::Reverse(alias.count));
        entity.aliases = counted;
    }

    fn sort_entities(&mut self) {
        self.analysis.entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span));
    }

    /// The place of an entity in the list: the one that its anchor is a mention of, else the one of its name.
    fn entity(&self, whom: &Whom) -> Result<usize, String> {
        let of_mention = self.mention(&whom.at).ok().map(|(entity, _)| entity);
        let is_named = |at: &usize| {
            let entity = &self.analysis.entities[*at];
            entity.name == whom.name || entity.aliases.iter().any(|alias| alias.text == whom.name)
        };
        let of_name = || {
            let entities = &self.analysis.entities;
            entities
                .iter()
                .position(|entity| entity.name == whom.name)
                .or_else(|| (0..entities.len()).find(is_named))
        };
        of_mention.filter(is_named).or_else(of_name).or(of_mention).ok_or_else(|| gone(&whom.name))
    }

    /// The entity and the mention that stand at an anchor.
    fn mention(&self, anchor: &Anchor) -> Result<(usize, usize), String> {
        let span = anchor.find(self.text).ok_or_else(|| gone(&anchor.words))?;
        let found = self.analysis.entities.iter().enumerate().find_map(|(at, entity)| {
            let mention = entity.mentions.partition_point(|mention| mention.span.end <= span.start);
            entity.mentions.get(mention).filter(|mention| mention.span.overlaps(span)).map(|_| (at, mention))
        });
        found.ok_or_else(|| format!("“{}” is not marked as a name any more", anchor.words))
    }

    /// The quote whose first words stand at an anchor, or that holds them.
    fn quote(&self, anchor: &Anchor) -> Result<usize, String> {
        let span = anchor.find(self.text).ok_or_else(|| gone(&anchor.words))?;
        let quotes = &self.analysis.quotes;
        let first = quotes.iter().position(|quote| first(quote).start == span.start);
        let holds =
            || quotes.iter().position(|quote| quote.segments.iter().any(|segment| segment.overlaps(span)));
        first.or_else(holds).ok_or_else(|| format!("“{}” is not marked as a quote any more", anchor.words))
    }
}

fn first(quote: &Quote) -> Span {
    quote.segments.first().copied().unwrap_or_default()
}

fn gone(words: &str) -> String {
    format!("the article has no “{words}” any more")
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_whole_word(text: &str, span: Span) -> bool {
    let before = text.get(..span.start as usize).and_then(|before| before.chars().next_back());
    let after = text.get(span.end as usize..).and_then(|after| after.chars().next());
    !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
}
