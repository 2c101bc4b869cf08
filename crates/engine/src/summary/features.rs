//! What a summary asks of each sentence.

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use analysis::{BlockKind, Entity, EntityId, EntityType, KeyPhrase, MentionKind, Span};

use super::leaning::{Leans, leans, soft};
use super::weights;
use crate::doc::Doc;
use crate::keyword::stem;
use crate::quote::marks::Marks;
use crate::rules::{self, WhyRule};
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// Names that count as the main ones.
const MAIN: usize = 5;

/// What is known of a sentence that can stand in a summary. Shares are from 0 to 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Features {
    pub span: Span,
    pub tokens: Range<usize>,
    /// How many words it has.
    pub words: usize,
    /// Its place among the article's sentences, from 0.
    pub place: usize,
    /// How much of what recurs in the article it says.
    pub centrality: f64,
    /// The same for each of its words: how little of it is by the way.
    pub density: f64,
    /// How much it shares with the sentences after it: what an article says first it goes on about.
    forward: f64,
    /// The people it calls by all of their name, and those it calls by a part of it alone ("Pell").
    pub introduces: Vec<EntityId>,
    pub presumes: Vec<EntityId>,
    /// Which of the article's main names it has, best known first.
    names: Vec<usize>,
    /// How many of them it brings in: they were not mentioned before.
    introduced: usize,
    main_names: usize,
    /// Its best key phrase, and the sum of the scores of all it has.
    phrase: Option<usize>,
    phrases: f64,
    /// Share of it inside quotation marks.
    pub quoted: f64,
    /// How many of its words point softly at what stands before it.
    soft: usize,
    question: bool,
    /// What the sentence hangs on, if it is not understood by itself.
    pub leans: Leans,
    /// Stems it has, sorted, each once.
    stems: Vec<u32>,
}

/// The sentences of the article's own text with their features, in order.
pub(super) fn candidates(
    doc: &Doc,
    marks: &Marks,
    entities: &[Entity],
    phrases: &[KeyPhrase],
) -> Vec<Features> {
    let mut numbers: HashMap<String, u32> = HashMap::default();
    let mut counts: Vec<f64> = Vec::new();
    let mut found: Vec<Features> = Vec::new();
    // The candidate that the last sentence became, if it did.
    let mut last = None;
    for sentence in &doc.sentences {
        let before = last.take();
        let kind = doc.document.blocks.get(sentence.block).map(|block| block.kind);
        if !matches!(kind, Some(BlockKind::Paragraph | BlockKind::ListItem)) {
            continue;
        }
        let tokens = sentence.tokens.clone();
        let words = tokens.clone().filter(|at| is_word(doc, *at)).count();
        // A line with an address belongs to the page.
        let address =
            tokens.clone().any(|at| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Address));
        if words < 4 || address && words < 12 {
            continue;
        }
        let mut stems: Vec<u32> = tokens
            .clone()
            .filter(|at| is_word(doc, *at) && !doc.is(*at, WordClass::FunctionWord))
            .map(|at| {
                let stem = stem(doc.normal(at));
                numbers.get(&*stem).copied().unwrap_or_else(|| {
                    let next = numbers.len() as u32;
                    numbers.insert(stem.into_owned(), next);
                    next
                })
            })
            .collect();
        last = Some(found.len());
        counts.resize(numbers.len(), 0.0);
        stems.sort_unstable();
        stems.dedup();
        for stem in &stems {
            counts[*stem as usize] += 1.0;
        }
        found.push(Features {
            span: sentence.span,
            tokens: tokens.clone(),
            words,
            place: found.len(),
            centrality: 0.0,
            density: 0.0,
            forward: 0.0,
            introduces: Vec::new(),
            presumes: Vec::new(),
            names: Vec::new(),
            introduced: 0,
            main_names: 0,
            phrase: None,
            phrases: 0.0,
            quoted: quoted(marks, tokens.clone()),
            soft: soft(doc, marks, tokens.clone()),
            question: doc.normal(tokens.end.saturating_sub(1)) == "?",
            leans: leans(doc, marks, tokens, before),
            stems,
        });
    }
    weigh(&mut found, &counts);
    name(&mut found, entities);
    call(doc, &mut found, entities);
    phrase(&mut found, phrases);
    found
}

/// Centrality, the weight of its words that other sentences have too, damped for length; that weight per word; and
/// the sum of its likeness to each sentence after it (the forward half of PacSum: Zheng and Lapata, 2019).
fn weigh(found: &mut [Features], counts: &[f64]) {
    let (mut most, mut densest, mut furthest) = (0.0f64, 0.0f64, 0.0f64);
    // Of each stem, the sum over the sentences behind of one through the root of their length: what a stem adds to
    // the likeness with all of them at once, so that no pair of sentences is looked at.
    let mut behind = vec![0.0f64; counts.len()];
    for candidate in found.iter_mut().rev() {
        let root = libm::sqrt(candidate.stems.len().max(1) as f64);
        candidate.forward = candidate.stems.iter().map(|stem| behind[*stem as usize]).sum::<f64>() / root;
        furthest = furthest.max(candidate.forward);
        candidate.stems.iter().for_each(|stem| behind[*stem as usize] += 1.0 / root);
    }
    for candidate in found.iter_mut() {
        let sum: f64 = candidate.stems.iter().map(|stem| libm::log(counts[*stem as usize].max(1.0))).sum();
        let length = candidate.stems.len().max(1) as f64;
        candidate.centrality = sum / libm::sqrt(length);
        candidate.density = sum / length;
        most = most.max(candidate.centrality);
        densest = densest.max(candidate.density);
    }
    for candidate in found {
        candidate.centrality = share(candidate.centrality, most);
        candidate.density = share(candidate.density, densest);
        candidate.forward = share(candidate.forward, furthest);
    }
}

fn share(part: f64, most: f64) -> f64 {
    if most > 0.0 { part / most } else { 0.0 }
}

fn name(found: &mut [Features], entities: &[Entity]) {
    let mut main: Vec<&Entity> = entities.iter().filter(|entity| !entity.kind.is_value()).collect();
    main.sort_by_key(|entity| (std::cmp::Reverse(entity.mentions.len()), entity.id));
    main.truncate(MAIN);
    for (rank, entity) in main.iter().enumerate() {
        if let Some(first) = entity.mentions.first()
            && let Some(candidate) = at(found, first.span)
        {
            candidate.introduced += 1;
        }
        for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            if let Some(candidate) = at(found, mention.span)
                && !candidate.names.contains(&rank)
            {
                candidate.names.push(rank);
            }
        }
    }
    for candidate in found {
        candidate.main_names = main.len();
    }
}

/// Whom each sentence calls by all of their name, and whom by a part of it that says nothing to who has not read the rest.
fn call(doc: &Doc, found: &mut [Features], entities: &[Entity]) {
    let people = |entity: &&Entity| entity.kind == EntityType::Person && entity.name.contains(' ');
    for entity in entities.iter().filter(people) {
        for mention in entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name) {
            let Some(candidate) = at(found, mention.span) else { continue };
            let whole = mention.span.of(doc.text).contains(' ');
            let known = candidate.introduces.contains(&entity.id) || candidate.presumes.contains(&entity.id);
            match (whole, known) {
                (_, true) => {}
                (true, _) => candidate.introduces.push(entity.id),
                (false, _) => candidate.presumes.push(entity.id),
            }
        }
    }
}

fn phrase(found: &mut [Features], phrases: &[KeyPhrase]) {
    for (index, phrase) in phrases.iter().enumerate() {
        let mut last = None;
        for mention in &phrase.mentions {
            let Some(candidate) = at(found, *mention) else { continue };
            if last != Some(candidate.place) {
                last = Some(candidate.place);
                candidate.phrases += f64::from(phrase.score);
                candidate.phrase = candidate.phrase.or(Some(index));
            }
        }
    }
}

/// The sentence that holds this place.
fn at(found: &mut [Features], span: Span) -> Option<&mut Features> {
    let index = found.partition_point(|candidate| candidate.span.end <= span.start);
    found.get_mut(index).filter(|candidate| candidate.span.contains(span))
}

pub(super) fn is_word(doc: &Doc, at: usize) -> bool {
    doc.tokens.get(at).is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number))
}

/// The share of the sentence's tokens that stand in a quotation, wherever it begins.
fn quoted(marks: &Marks, tokens: Range<usize>) -> f64 {
    let all = tokens.len().max(1);
    tokens.filter(|&at| marks.around(at).is_some()).count() as f64 / all as f64
}

impl Features {
    /// How well the sentence would stand in a summary, by [`weights`]; `news` is the candidate that tells the news.
    pub fn score(&self, news: usize) -> f64 {
        let lead = 1.0 / (1.0 + weights::LEAD_FALL * self.place.saturating_sub(news) as f64);
        let lead = if self.place < news { 0.0 } else { lead };
        let if_so = |so: bool, weight: f64| if so { weight } else { 0.0 };
        weights::LEAD * lead
            + weights::CENTRALITY * self.centrality
            + weights::DENSITY * self.density
            + weights::FORWARD * self.forward
            + weights::MAIN_NAMES * share(self.names.len() as f64, self.main_names as f64)
            + weights::INTRODUCED * share(self.introduced as f64, self.main_names as f64)
            + weights::PHRASES * (self.phrases / 2.0).min(1.0)
            + weights::QUOTED * self.quoted
            + if_so(self.words < weights::SHORT_WORDS, weights::SHORT)
            + if_so(self.words >= weights::LONG_WORDS, weights::LONG)
            + if_so(self.question, weights::QUESTION)
            + if_so(self.leans != Leans::Nowhere, weights::LEANING)
            + if_so(self.place < news, weights::ANECDOTE)
            + weights::SOFT * self.soft as f64
    }

    /// The share of stems that two sentences have in common (cosine of their sets).
    pub fn likeness(&self, other: &Features) -> f64 {
        let (mut a, mut b) = (self.stems.iter().peekable(), other.stems.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.cmp(y) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    a.next();
                    b.next();
                }
            }
        }
        // Nearly all of the shorter one again: nothing new.
        let short = self.stems.len().min(other.stems.len());
        if short > 3 && f64::from(shared) >= weights::SAME * short as f64 {
            return 1.0;
        }
        let size = libm::sqrt((self.stems.len() * other.stems.len()) as f64);
        if size > 0.0 { f64::from(shared) / size } else { 0.0 }
    }

    /// The strongest reason to take the sentence, as one plain phrase.
    pub fn why(&self, phrases: &[KeyPhrase]) -> (&'static WhyRule, String) {
        let by = |rule: &'static WhyRule, words: &[&str]| (rule, rule.why(words));
        let named = self.names.len();
        if self.place == 0 {
            return by(&rules::SUMMARY_OPENS, &[]);
        }
        if self.leans != Leans::Nowhere {
            return by(&rules::SUMMARY_GOES_ON, &[]);
        }
        if named >= 2 && self.main_names >= 3 {
            return by(&rules::SUMMARY_NAMES, &[&named.to_string(), &self.main_names.to_string()]);
        }
        if let Some(phrase) = self.phrase.and_then(|index| phrases.get(index)) {
            return by(&rules::SUMMARY_HOLDS, &[&phrase.text]);
        }
        if self.centrality > 0.6 {
            return by(&rules::SUMMARY_CENTRAL, &[]);
        }
        if self.place < 4 { by(&rules::SUMMARY_BEGINNING, &[]) } else { by(&rules::SUMMARY_ADDS, &[]) }
    }
}
