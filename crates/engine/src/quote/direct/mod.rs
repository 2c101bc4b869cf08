//! Words in quotation marks: whose they are, and which of them are one quote.
//!
//! What stands in marks and is nobody's speech (a title, a nickname, a word as a word) is left out here.

mod alone;
mod around;
mod beside;
mod cue;
mod headed;
mod joined;
mod title;

pub(super) use self::beside::is_beside_name;

use std::ops::Range;

use analysis::{Polarity, QuoteKind, Sense};

use super::clause::Clause;
use super::cue_match::CueMatch;
use super::draft::{Draft, Source, Why, source};
use super::marks::{Marked, Marks};
use super::polarity::Standing;
use super::speaker::Mentions;
use super::tree::Tree;
use super::unit::Unit;
use super::weights;
use super::words::Class;
use crate::doc::Doc;

/// A unit with what was found in it.
pub(crate) struct ParsedSentence<'a> {
    pub unit: &'a Unit,
    pub cue_matches: Vec<CueMatch>,
    /// Somebody's turn in a transcript: a quote already.
    pub is_turn: bool,
}

/// The quote that a later one may go on with.
struct Last {
    draft: usize,
    block: usize,
    unit: usize,
    /// The unit that its last words stand in ends with them, or with the words that name the source.
    goes_on: bool,
}

/// Puts together the quotes in marks, unit by unit.
pub(crate) struct Attributor<'a> {
    doc: &'a Doc<'a>,
    tree: &'a Tree<'a>,
    marks: &'a Marks,
    mentions: &'a Mentions,
    units: &'a [ParsedSentence<'a>],
    pub drafts: Vec<Draft>,
    /// For each cue match that has words in marks: its unit and place, in order.
    pub used: Vec<(usize, usize)>,
    last: Option<Last>,
    /// For each unit, the one that names whoever speaks in its list.
    heads: Vec<Option<usize>>,
    /// The quote whose last words go on in the next paragraph.
    carried: Option<usize>,
}

impl<'a> Attributor<'a> {
    pub fn new(
        doc: &'a Doc<'a>,
        tree: &'a Tree<'a>,
        marks: &'a Marks,
        mentions: &'a Mentions,
        units: &'a [ParsedSentence<'a>],
    ) -> Self {
        Attributor {
            doc,
            tree,
            marks,
            mentions,
            units,
            drafts: Vec::new(),
            used: Vec::new(),
            last: None,
            heads: Vec::new(),
            carried: None,
        }
    }

    pub fn run(mut self) -> Self {
        self.heads = self.heads();
        for at in 0..self.units.len() {
            self.unit(at);
        }
        self.used.sort_unstable();
        self
    }

    pub(super) fn clause(&self, at: usize) -> Option<Clause<'a>> {
        let unit = self.units.get(at)?;
        Some(Clause { doc: self.doc, tree: self.tree, items: &unit.unit.items })
    }

    fn unit(&mut self, at: usize) {
        let Some(clause) = self.clause(at) else { return };
        let read = &self.units[at];
        if read.is_turn {
            (self.last, self.carried) = (None, None);
            return;
        }
        let places: Vec<usize> = (0..clause.items.len()).filter(|&i| clause.is_quote(i)).collect();
        if places.is_empty() {
            return;
        }
        let mut by_frame: Vec<Option<usize>> = vec![None; read.cue_matches.len()];
        let mut before: Option<(usize, usize)> = None;
        // The two halves of quotations that somebody's gesture stands between.
        let mut beats: Vec<(usize, usize)> = Vec::new();
        for &place in &places {
            let Some(region) = self.region(clause, place) else { continue };
            if self.is_translation(clause, place) {
                continue;
            }
            let carried = self
                .carried
                .take()
                .filter(|&draft| !self.is_another(clause, &read.cue_matches, place, draft));
            if let Some(draft) = carried {
                self.add(draft, place, clause, at);
                // “It rained. / “It poured,” Tarn added. What stands beside the last words says whose all of them are.
                if self.drafts[draft].why.is_weak()
                    && let Some(cue_match) = self.frame_of(clause, &read.cue_matches, place)
                {
                    self.give_source(draft, clause, &read.cue_matches[cue_match]);
                    by_frame[cue_match] = Some(draft);
                }
                before = Some((place, draft));
            } else if let Some((_, draft)) = before.filter(|&(last, _)| self.listed(clause, last, place)) {
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            } else if let Some((_, draft)) = before.filter(|&(last, _)| beats.contains(&(last, place))) {
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            } else if let Some((draft, _)) = self.with_beat(clause, &read.cue_matches, place).map(|beat| {
                let (subject, verb, second) = beat;
                beats.push((place, second));
                let cue = Some(clause.tokens(verb..verb + 1));
                let found = Some(source(clause, subject));
                (self.start(found, cue, Why::Beat, weights::BEAT), second)
            }) {
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            } else if self.is_name(clause, at, place, &read.cue_matches) {
                continue;
            } else if let Some((_, draft)) =
                before.filter(|&(last, _)| self.takes_up(clause, &read.cue_matches, last, place))
            {
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            } else if let Some((cue_match, near)) = self.frames_of(clause, &read.cue_matches, place) {
                if read.cue_matches[near].standing == Standing::Nobodys {
                    continue;
                }
                let draft = match by_frame[cue_match] {
                    Some(draft) => draft,
                    None => {
                        let kind = self.kind(clause, place, &read.cue_matches[cue_match]);
                        self.drafts.push(Draft::of_frame(clause, &read.cue_matches[cue_match], kind));
                        // "Tarn said he had never called it “a farce”": never said, whoever tells of it.
                        if let Some(draft) = self.drafts.last_mut().filter(|_| near != cue_match) {
                            draft.polarity = read.cue_matches[near].polarity(clause, kind);
                        }
                        if let Some(named) = Self::named_before(clause, &read.cue_matches, cue_match, place)
                            && let Some(phrase) = read.cue_matches[named].source.clone()
                            && clause.class(phrase.end - 1) == Class::Name
                        {
                            self.used.push((at, named));
                            if let Some(draft) = self.drafts.last_mut() {
                                draft.source = Some(source(clause, phrase));
                            }
                        }
                        let draft = self.drafts.len() - 1;
                        by_frame[cue_match] = Some(draft);
                        self.used.push((at, cue_match));
                        draft
                    }
                };
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            } else if let Some((_, draft)) =
                before.filter(|&(last, _)| self.only_marks_between(clause, last, place))
            {
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            } else if let Some(draft) = self.alone(clause, at, place) {
                self.add(draft, place, clause, at);
                before = Some((place, draft));
            }
            if region.goes_on {
                self.carried = before.filter(|&(at, _)| at == place).map(|(_, draft)| draft);
            }
        }
    }

    /// The last word or mark of a quotation.
    pub(super) fn last_word(&self, clause: Clause, place: usize) -> Option<&'a str> {
        let doc: &'a Doc<'a> = self.doc;
        self.region(clause, place).map(|region| doc.word(region.inner.end.saturating_sub(1)))
    }

    /// Whether the words of a quotation begin small.
    pub(super) fn opens_small(&self, clause: Clause, place: usize) -> bool {
        let first = self.region(clause, place).and_then(|region| self.doc.tokens.get(region.inner.start));
        first.is_some_and(|token| token.is_word() && !token.is_capital())
    }

    pub(super) fn region(&self, clause: Clause, place: usize) -> Option<&'a Marked> {
        clause.items.get(place)?.region.and_then(|r| self.marks.regions.get(r))
    }

    fn add(&mut self, draft: usize, place: usize, clause: Clause, unit: usize) {
        let Some(region) = self.region(clause, place) else { return };
        let mut inner = region.inner.clone();
        // A lone closing mark of an inner quotation is not among the words.
        while inner.start < inner.end
            && self.doc.tokens[inner.start].kind == crate::token::TokenKind::QuoteMark
            && !self.doc.tokens[inner.start].glued
            && inner.len() == 1
        {
            inner.start += 1;
        }
        let span = self.doc.span(inner);
        if span.is_empty() {
            return;
        }
        self.drafts[draft].segments.push(span);
        let block = self.units[unit].unit.block;
        // “It is new,” Tarn said, though Ruiz has not called it “safe”. “Wait.” What goes on is Tarn's.
        let aside = self.last.as_ref().is_some_and(|last| {
            last.unit == unit
                && last.draft != draft
                && self.drafts[last.draft].kind == QuoteKind::Direct
                && self.drafts[draft].kind == QuoteKind::Mixed
        });
        if !aside {
            self.last = Some(Last { draft, block, unit, goes_on: true });
        }
    }

    fn give_source(&mut self, draft: usize, clause: Clause, cue_match: &CueMatch) {
        let fresh = Draft::of_frame(clause, cue_match, self.drafts[draft].kind);
        let draft = &mut self.drafts[draft];
        (draft.source, draft.cue, draft.why, draft.confidence) =
            (fresh.source, fresh.cue, fresh.why, fresh.confidence);
        (draft.polarity, draft.sense) = (fresh.polarity, fresh.sense);
    }

    pub(super) fn start(
        &mut self,
        source: Option<Source>,
        cue: Option<Range<usize>>,
        why: Why,
        confidence: f32,
    ) -> usize {
        let (why, confidence) =
            if source.is_some() { (why, confidence) } else { (Why::NoSource, weights::NO_SOURCE) };
        self.drafts.push(Draft {
            kind: QuoteKind::Direct,
            segments: Vec::new(),
            source,
            cue,
            confidence,
            why,
            polarity: Polarity::Positive,
            sense: Sense::Speech,
        });
        self.drafts.len() - 1
    }
}
