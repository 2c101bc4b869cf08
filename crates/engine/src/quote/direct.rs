//! Words in quotation marks: whose they are, and which of them are one quote.
//!
//! What stands in marks and is nobody's speech (a title, a nickname, a word as a word) is left out here.

use std::ops::Range;

use analysis::{Polarity, QuoteKind, Sense};

use super::beside::{is_byline, lead_in};
use super::clause::{Clause, Next, Subject};
use super::cue::{self, CLAUSE, LABEL, THOUGHT};
use super::cue_match::{ContentSide, CueMatch, SourceEvidence, touches_marks};
use super::draft::{Draft, Source, Why, source};
use super::marks::{Marked, Marks};
use super::polarity::Standing;
use super::tree::Tree;
use super::unit::Unit;
use super::weights;
use super::words::Class;
use crate::doc::Doc;
use crate::word_class::{self, WordClass};

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
    units: &'a [ParsedSentence<'a>],
    pub drafts: Vec<Draft>,
    /// For each cue match that has words in marks: its unit and place, in order.
    pub used: Vec<(usize, usize)>,
    last: Option<Last>,
    /// The quote whose last words go on in the next paragraph.
    carried: Option<usize>,
}

impl<'a> Attributor<'a> {
    pub fn new(
        doc: &'a Doc<'a>,
        tree: &'a Tree<'a>,
        marks: &'a Marks,
        units: &'a [ParsedSentence<'a>],
    ) -> Self {
        Attributor {
            doc,
            tree,
            marks,
            units,
            drafts: Vec::new(),
            used: Vec::new(),
            last: None,
            carried: None,
        }
    }

    pub fn run(mut self) -> Self {
        for at in 0..self.units.len() {
            self.unit(at);
        }
        self
    }

    fn clause(&self, at: usize) -> Option<Clause<'a>> {
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
                if self.drafts[draft].source.is_none()
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
        self.used.sort_unstable();
    }

    /// Whether words that open a paragraph are somebody else's than those that the paragraph before left open: their
    /// own sentence names another speaker.
    fn is_another(&self, clause: Clause, cue_matches: &[CueMatch], place: usize, draft: usize) -> bool {
        let known = self.drafts[draft].source.as_ref();
        let cue_match = self.frame_of(clause, cue_matches, place).map(|cue_match| &cue_matches[cue_match]);
        let source = cue_match.and_then(|cue_match| cue_match.source.clone());
        let (Some(known), Some(source)) = (known, source) else { return false };
        let Some(name) = source.rev().find(|&at| clause.class(at) == Class::Name) else { return false };
        let name = clause.normal(name);
        !known.tokens.clone().any(|old| self.doc.normal(old) == name)
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

    fn region(&self, clause: Clause, place: usize) -> Option<&'a Marked> {
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

    /// “If they lose,” Tarn said, looking up, “we pay.” The second half goes on where the first broke off.
    fn takes_up(&self, clause: Clause, cue_matches: &[CueMatch], last: usize, place: usize) -> bool {
        let (Some(first), Some(second)) = (self.region(clause, last), self.region(clause, place)) else {
            return false;
        };
        let broken_off = self.doc.word(first.inner.end.saturating_sub(1)) == ",";
        let lower = self.doc.tokens.get(second.inner.start).is_some_and(|t| t.is_word() && !t.is_capital());
        let told = cue_matches.iter().position(|f| {
            f.span.start > last
                && f.span.start <= last + 2
                && f.span.end <= place
                && f.side != ContentSide::After
        });
        let Some(told) = told else { return false };
        // No other cue stands between, but a participle that hangs from the first ("referring to").
        let hangs = cue_matches[told + 1..].iter().take_while(|f| f.cue.start < place).all(|f| {
            f.how == SourceEvidence::Shared
                && clause.class(f.span.start - usize::from(f.span.start > 0)) == Class::Comma
                && !f.takes.any(CLAUSE)
        });
        let set_off = place > 0
            && matches!(
                clause.class(place - 1),
                Class::Comma | Class::Aside | Class::Adverb | Class::Conjunction
            );
        broken_off && lower && hangs && set_off
    }

    /// “long” “and” “short” without a word between.
    fn only_marks_between(&self, clause: Clause, from: usize, to: usize) -> bool {
        to - from <= 2 && (from + 1..to).all(|i| matches!(clause.class(i), Class::Comma | Class::Conjunction))
    }

    /// “human leech” and a “spoiled brat”, “long” and at times “bitter”: a second thing that the same cue reports.
    fn listed(&self, clause: Clause, last: usize, place: usize) -> bool {
        let between = last + 1..place;
        let joined = clause.class(last + 1) == Class::Conjunction && !clause.is_quote(last + 1);
        let short = |place: usize| self.region(clause, place).is_some_and(|region| region.inner.len() <= 12);
        let linked = between.clone().skip(1).all(|i| {
            matches!(
                clause.class(i),
                Class::Determiner
                    | Class::Noun
                    | Class::Adverb
                    | Class::Number
                    | Class::Preposition
                    | Class::Time
            )
        });
        joined && linked && between.len() <= 4 && short(last) && short(place)
    }

    /// The cue match whose words the quotation at `place` is.
    fn frame_of(&self, clause: Clause, cue_matches: &[CueMatch], place: usize) -> Option<usize> {
        self.frames_of(clause, cue_matches, place).map(|(cue_match, _)| cue_match)
    }

    /// The cue match whose words the quotation at `place` is, and the nearest one that reports them: the two differ where
    /// somebody tells of what they said or thought themselves.
    fn frames_of(&self, clause: Clause, cue_matches: &[CueMatch], place: usize) -> Option<(usize, usize)> {
        // Right before its source: “…,” Tarn said.
        let beside = cue_matches.iter().position(|f| {
            f.span.start > place
                && f.span.start <= place + 3
                && touches_marks(clause, f.span.start)
                && matches!(f.side, ContentSide::Before | ContentSide::Both)
        });
        if let Some(beside) = beside {
            return Some((beside, beside));
        }
        // The nearest cue before it; a thought told of belongs to whoever tells it.
        let before: Vec<usize> =
            (0..cue_matches.len()).take_while(|&i| cue_matches[i].cue.start < place).collect();
        let after = |&i: &usize| {
            let f = &cue_matches[i];
            let ours = match f.side {
                ContentSide::After => true,
                ContentSide::Both => match f.next {
                    Next::Marks(at) => at <= place,
                    Next::Comma(_) => true,
                    _ => false,
                },
                ContentSide::Before => false,
            };
            ours && self.reaches(clause, f, place)
        };
        let nearest = before.iter().rev().copied().find(|i| after(i));
        if let Some(near) = nearest {
            return Some((self.teller(clause, cue_matches, place, near, &before, &after), near));
        }
        // A tail further on: The call touched on “the risk”, he said.
        let tail = cue_matches.iter().position(|f| f.span.start > place && f.side == ContentSide::Before);
        let tail = tail.or_else(|| {
            cue_matches.iter().position(|f| {
                f.span.start > place && f.side == ContentSide::Both && !touches_marks(clause, f.span.start)
            })
        });
        tail.map(|tail| (tail, tail))
    }

    /// Whether the words after a cue match reach as far as `place`: no new main clause begins between.
    fn reaches(&self, clause: Clause, cue_match: &CueMatch, place: usize) -> bool {
        if place < cue_match.span.end {
            return cue_match.cue.end <= place;
        }
        let direct = cue_match.takes.any(CLAUSE | cue::HEARER) || matches!(cue_match.next, Next::Marks(_));
        let stop = (cue_match.span.end..place).any(|i| clause.normal(i) == ";");
        if stop && cue_match.how != SourceEvidence::Label {
            return false;
        }
        // "smiled" reports only what stands beside it.
        direct && !cue_match.takes.any(cue::MARKS_ONLY)
            || match cue_match.next {
                Next::Marks(at) => {
                    at == place
                        && (!cue_match.takes.any(cue::MARKS_ONLY)
                            || cue_match.takes.any(cue::THING | CLAUSE)
                            || matches!(clause.class(place - 1), Class::Comma | Class::Break)
                            || place < cue_match.span.start)
                }
                Next::Words(_) | Next::That(_) | Next::Deed(_) => !cue_match.takes.any(cue::MARKS_ONLY),
                _ => cue_match.takes.any(LABEL | cue::THING) && place - cue_match.span.end < 14,
            }
    }

    fn teller(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        place: usize,
        near: usize,
        before: &[usize],
        after: &dyn Fn(&usize) -> bool,
    ) -> usize {
        let cue_match = &cue_matches[near];
        // A cue joined to the one before it by a comma or "and" speaks for itself; "to call for" does not.
        let joined = cue_match.how == SourceEvidence::Shared
            && cue_match.span.start.checked_sub(1).is_some_and(|before| {
                matches!(clause.class(before), Class::Comma | Class::Conjunction)
                    // "responded by saying"
                    || clause.normal(before) == "by"
            });
        let speaks = cue_match.takes.any(LABEL)
            || cue_match.takes.any(CLAUSE | cue::HEARER)
                && !cue_match.takes.any(THOUGHT)
                && matches!(cue_match.next, Next::Marks(_) | Next::That(_) | Next::Words(_))
                && cue_match.how != SourceEvidence::Shared;
        if let Some(outer) = self.outer_of_pronoun(clause, cue_matches, near, before, after) {
            return outer;
        }
        // "Tarn said Ruiz’s promise to resign was “too late”": what is Ruiz's is the promise alone.
        let owned = cue_match.how == SourceEvidence::Owner && matches!(cue_match.next, Next::Deed(_));
        // "He said the plan, which some have argued came late, was “an insult”"
        let closed = (cue_match.cue.end..place).any(|i| {
            clause.class(i) == Class::Comma && matches!(clause.class(i + 1), Class::Verb | Class::Auxiliary)
        });
        let within = closed && (0..cue_match.span.start).any(|i| clause.class(i) == Class::Relative);
        if joined
            || !owned
                && !within
                && (speaks || !matches!(cue_match.how, SourceEvidence::Subject | SourceEvidence::Shared))
        {
            return near;
        }
        let outer = before.iter().rev().copied().find(|&i| {
            i < near
                && cue_matches[i].source.is_some()
                && after(&i)
                && Self::tells(&cue_matches[i], cue_match.span.start, false)
        });
        // "Tarn said she recalled thinking, “…”"
        outer.map_or(near, |outer| {
            self.outer_of_pronoun(clause, cue_matches, outer, before, after).unwrap_or(outer)
        })
    }

    /// Whether a cue reports a clause that what stands at `place` is a part of. A cue between commas ("most people,
    /// Tarn said, believe") does so too, unless what it is `strict`.
    fn tells(cue_match: &CueMatch, place: usize, strict: bool) -> bool {
        let clause = match cue_match.next {
            Next::That(at) | Next::Words(at) => at <= place,
            Next::Comma(at) => at <= place && !strict,
            _ => false,
        };
        clause && cue_match.takes.any(CLAUSE) && !cue_match.takes.any(THOUGHT)
    }

    /// "Tarn says she admired what she calls “…”", "Tarn condemned what he called “…”": a pronoun's cue inside of what
    /// somebody says leaves the words to whoever says it. But not "Tarn said he asked, “…”".
    fn outer_of_pronoun(
        &self,
        clause: Clause,
        cue_matches: &[CueMatch],
        near: usize,
        before: &[usize],
        after: &dyn Fn(&usize) -> bool,
    ) -> Option<usize> {
        let cue_match = &cue_matches[near];
        let source = cue_match.source.clone().filter(|_| cue_match.how == SourceEvidence::Subject)?;
        let pronoun = source.len() == 1
            && matches!(clause.normal(source.start), "he" | "she" | "it" | "they" | "we" | "i");
        // "said that …, but he said that": a second saying.
        let joined = source.start > 0
            && clause.class(source.start - 1) == Class::Conjunction
            && clause.is(cue_match.cue.start, WordClass::PlainSaying);
        let asks = cue_match.takes.any(CLAUSE)
            && !cue_match.takes.any(THOUGHT)
            && matches!(cue_match.next, Next::Marks(_));
        // "Tarn asked about it when he called it “…”", "a law which she called “…”"
        let apart = source.start > 0
            && (clause.class(source.start - 1) == Class::Relative
                || matches!(
                    clause.normal(source.start - 1),
                    "when" | "while" | "after" | "although" | "though"
                ));
        if !pronoun || asks || joined || apart {
            return None;
        }
        let what = source.start > 0 && clause.normal(source.start - 1) == "what";
        before.iter().rev().copied().filter(|&i| i < near && cue_matches[i].source.is_some()).find(|&i| {
            let tells = after(&i) && Self::tells(&cue_matches[i], cue_match.span.start, true);
            tells || what && cue_matches[i].cue.end + 1 == source.start
        })
    }

    /// Whole clauses, or words in the reporter's sentence.
    fn kind(&self, clause: Clause, place: usize, cue_match: &CueMatch) -> QuoteKind {
        let Some(region) = self.region(clause, place) else { return QuoteKind::Mixed };
        let capital = self.doc.tokens.get(region.inner.start).is_some_and(|t| t.is_capital());
        let opens = place == 0
            || (0..place)
                .all(|i| matches!(clause.class(i), Class::Conjunction | Class::Comma | Class::Break));
        let beside = matches!(cue_match.next, Next::Marks(at) if at == place)
            && (matches!(clause.class(place - usize::from(place > 0)), Class::Comma | Class::Break)
                || clause.items[place - usize::from(place > 0)].region.is_none() && capital);
        let words = region.inner.len();
        if opens && words > 1 || beside && cue_match.side != ContentSide::Before && (capital || words > 4) {
            QuoteKind::Direct
        } else {
            QuoteKind::Mixed
        }
    }

    /// Words in marks that no cue of their own sentence claims.
    fn alone(&mut self, clause: Clause, at: usize, place: usize) -> Option<usize> {
        let region = self.region(clause, place)?;
        let block = self.units[at].unit.block;
        let rest = (0..clause.items.len()).filter(|&i| !clause.is_quote(i));
        let by_itself = rest.clone().all(|i| {
            matches!(
                clause.class(i),
                Class::Comma | Class::Break | Class::Aside | Class::Conjunction | Class::Adverb
            )
        });
        // “We won.” Tarn said: “We lost.” The first is a sentence of its own.
        let stops = matches!(self.doc.word(region.inner.end.saturating_sub(1)), "." | "?" | "!");
        let own = place == 0 && stops && self.last.as_ref().is_some_and(|last| last.block == block);
        if let Some(draft) = self.signed_here(clause, place) {
            return Some(draft);
        }
        if !by_itself && !own {
            return self.in_sentence(clause, place, region);
        }
        if let Some(draft) = self.said_next(at, block) {
            return Some(draft);
        }
        if let Some(draft) = self.signed(clause, at, place, block) {
            return Some(draft);
        }
        if let Some(last) = &self.last
            && last.block == block
            && last.goes_on
        {
            let (draft, near) = (last.draft, at - last.unit <= 1);
            if near && self.drafts[draft].kind == QuoteKind::Direct {
                return Some(draft);
            }
            let before = &self.drafts[draft];
            let (source, cue) = (before.source.clone(), before.cue.clone());
            return Some(self.start(source, cue, Why::SameParagraph, weights::SAME_PARAGRAPH));
        }
        if let Some(draft) = self.after_sentence(at, block) {
            return Some(draft);
        }
        if let Some(last) = &self.last
            && last.block + 1 == block
            && last.unit + 1 == at
            && self.drafts[last.draft].source.is_some()
        {
            let before = &self.drafts[last.draft];
            let (source, cue) = (before.source.clone(), before.cue.clone());
            return Some(self.start(source, cue, Why::ParagraphBefore, weights::PARAGRAPH_BEFORE));
        }
        if region.inner.len() < 4 {
            return None;
        }
        Some(
            self.before_speaker(at, block)
                .unwrap_or_else(|| self.start(None, None, Why::NoSource, weights::NO_SOURCE)),
        )
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

    /// “Why?” / Tarn asked. The sentence after holds nothing but who spoke.
    fn said_next(&mut self, at: usize, block: usize) -> Option<usize> {
        let next = self.units.get(at + 1).filter(|next| next.unit.block == block)?;
        let clause = self.clause(at + 1)?;
        let cue_match = next.cue_matches.first()?;
        let bare = matches!(cue_match.next, Next::End)
            && cue_match.span.start <= 1
            && matches!(cue_match.how, SourceEvidence::Subject | SourceEvidence::Inverted)
            && (cue_match.takes.any(CLAUSE) && !cue_match.takes.any(cue::MARKS_ONLY) || self.asks(at))
            && clause.items.len() < cue_match.span.end + 12
            && !(0..clause.items.len()).any(|i| clause.is_quote(i));
        bare.then(|| {
            let draft = Draft::of_frame(clause, cue_match, QuoteKind::Direct);
            self.drafts.push(draft);
            self.drafts.len() - 1
        })
    }

    /// Whether a unit ends with a question or a cry: “Why?” Then a gesture behind it may be its speaker's.
    fn asks(&self, at: usize) -> bool {
        let last = self.units.get(at).and_then(|read| read.unit.items.last());
        let region = last.and_then(|item| item.region).and_then(|region| self.marks.regions.get(region));
        let word = region.map(|region| self.doc.word(region.inner.end.saturating_sub(1)));
        matches!(word, Some("?" | "!"))
    }

    /// “…” — Ana Tarn
    fn signed(&mut self, clause: Clause, at: usize, place: usize, block: usize) -> Option<usize> {
        let (clause, from) = match clause.class(place + 1) {
            Class::Aside if !clause.is_quote(place + 1) => (clause, place + 2),
            _ => {
                let next = self.units.get(at + 1).filter(|next| next.unit.block <= block + 1)?;
                let dash = next.unit.items.first().is_some_and(|i| {
                    i.class == Class::Aside && self.doc.word(i.tokens.start).starts_with(['—', '–', '-', '―'])
                });
                let clause = self.clause(at + 1)?;
                if !dash && !is_byline(clause) {
                    return None;
                }
                (clause, usize::from(dash))
            }
        };
        let end = clause.phrase_end(from);
        let dash = if from > 0 { clause.tokens(from - 1..from) } else { 0..0 };
        let named = (from..end).any(|i| clause.class(i) == Class::Name) && clause.items.len() <= end + 12;
        named.then(|| {
            self.start(Some(source(clause, from..end)), Some(dash), Why::Signature, weights::SIGNATURE)
        })
    }

    /// A sentence about somebody, then their words.
    fn after_sentence(&mut self, at: usize, block: usize) -> Option<usize> {
        let before = at.checked_sub(1)?;
        let clause = self.clause(before)?;
        let read = &self.units[before];
        let colon = clause.normal(clause.items.len().wrapping_sub(1)) == ":";
        if read.unit.block != block && !(colon && read.unit.block + 1 == block) {
            return None;
        }
        let led = colon && read.cue_matches.iter().all(|cue_match| cue_match.source.is_none());
        if led && let Some(phrase) = lead_in(clause) {
            let end = clause.items.len();
            let cue = clause.tokens(end - 1..end);
            let found = source(clause, phrase);
            return Some(self.start(
                Some(found),
                Some(cue),
                Why::By(SourceEvidence::Label),
                weights::SIGNATURE,
            ));
        }
        let cue_match =
            read.cue_matches.iter().rev().find(|f| f.source.is_some() && f.how != SourceEvidence::Agent);
        if let Some(cue_match) = cue_match {
            let found = cue_match.source.clone().map(|phrase| source(clause, phrase));
            let cue = Some(clause.tokens(cue_match.cue.clone()));
            return Some(self.start(
                found,
                cue,
                Why::SentenceBefore,
                if colon { weights::BEFORE_COLON } else { weights::BEFORE },
            ));
        }
        let subject = clause.main_subject(0)?;
        let person = subject
            .clone()
            .any(|i| matches!(clause.class(i), Class::Name) || matches!(clause.normal(i), "he" | "she"));
        let found = source(clause, subject);
        // "Tarn made the following comment: / “…”"
        let named =
            clause.items.len().checked_sub(2).filter(|&at| colon && clause.is(at, WordClass::SayingNoun));
        let cue = named.map(|at| clause.tokens(at..at + 1));
        person.then(|| self.start(Some(found), cue, Why::SentenceBefore, weights::BEFORE_WITHOUT_CUE))
    }

    /// A paragraph of nothing but speech, then one that begins with a name that says more.
    fn before_speaker(&mut self, at: usize, block: usize) -> Option<usize> {
        let next = self.units.get(at + 1).filter(|next| next.unit.block == block + 1)?;
        let clause = self.clause(at + 1)?;
        let cue_match = next
            .cue_matches
            .first()
            .filter(|f| f.how == SourceEvidence::Subject && f.takes.any(CLAUSE) && !f.takes.any(THOUGHT))?;
        let phrase = cue_match.source.clone().filter(|s| s.start == 0 && clause.class(0) == Class::Name)?;
        Some(self.start(Some(source(clause, phrase)), None, Why::NextParagraph, weights::NEXT_PARAGRAPH))
    }

    /// Words in marks inside a sentence without a cue.
    fn in_sentence(&mut self, clause: Clause, place: usize, region: &Marked) -> Option<usize> {
        let words = region.inner.clone().filter(|&i| self.doc.tokens[i].is_word()).count();
        let sentence_like = region.inner.clone().take(40).any(|i| {
            let normal = self.doc.normal(i);
            word_class::is(normal, WordClass::SentenceLike)
        });
        if words < 4 || (words < 6 && !sentence_like) {
            return None;
        }
        let opens = place == 0;
        let verb = (0..place)
            .rev()
            .take(20)
            .find(|&i| matches!(clause.class(i), Class::Verb | Class::Auxiliary | Class::Ing));
        let subject = verb.and_then(|verb| match clause.subject(clause.chain_start(verb)) {
            Subject::Phrase(phrase) => Some(phrase),
            _ => clause.main_subject(0).filter(|s| s.end <= place),
        });
        let found = subject.filter(|_| !opens).map(|phrase| source(clause, phrase));
        // "Tarn was blunt: “…”"
        let colon = !opens && clause.normal(place - 1) == ":";
        // "he demurred: “…”"
        let beside = verb.filter(|&verb| verb + 2 == place && clause.class(verb) == Class::Verb);
        let cue = if colon { beside.or(Some(place - 1)) } else { verb };
        let cue = cue.filter(|_| found.is_some()).map(|cue| clause.tokens(cue..cue + 1));
        let draft = self.start(
            found,
            cue,
            Why::Sentence,
            if colon { weights::AROUND_COLON } else { weights::AROUND },
        );
        self.drafts[draft].kind = if opens || colon { QuoteKind::Direct } else { QuoteKind::Mixed };
        Some(draft)
    }

    /// A title, a nickname, a slogan, a word as a word: in marks, and nobody's speech.
    fn is_name(&self, clause: Clause, at: usize, place: usize, cue_matches: &[CueMatch]) -> bool {
        let Some(region) = self.region(clause, place) else { return true };
        let words: Vec<usize> =
            region.inner.clone().take(24).filter(|&i| self.doc.tokens[i].is_word()).collect();
        let short = region.inner.len() <= 12;
        let Some(before) = place.checked_sub(1) else {
            // 'A Farce From the Start': a heading between the paragraphs.
            let block = |at: usize| self.units.get(at).map(|read| read.unit.block);
            let own = [at.checked_sub(1), at.checked_add(1)];
            let own = own.into_iter().flatten().all(|beside| block(beside) != block(at));
            return own && clause.items.len() <= 2 && short && words.len() > 1 && self.has_capitals(&words);
        };
        let normal = clause.normal(before);
        if words.is_empty() {
            return region.inner.len() < 2;
        }
        // An attribute left over from a page's markup.
        if normal == "=" {
            return true;
        }
        // "a book, “The Long Way”"
        let apposed = clause.class(before) == Class::Comma && before > 0 && self.has_capitals(&words);
        if short && (cue::is_titled(normal) || apposed && cue::is_titled(clause.normal(before - 1))) {
            return true;
        }
        if short && cue::is_naming(normal) {
            // "what Tarn called “a farce”" is Tarn's word; "a man called “Duke”" is nobody's.
            let theirs = cue_matches.iter().any(|f| {
                f.cue.contains(&before)
                    && f.source.as_ref().is_some_and(|s| {
                        f.how == SourceEvidence::Agent
                            || s.start > 0
                                && matches!(clause.class(s.start - 1), Class::Relative | Class::Subordinator)
                    })
            });
            return !theirs;
        }
        if short && clause.class(before) == Class::Hyphen {
            return true;
        }
        if matches!(normal, "as")
            && short
            && before > 0
            && matches!(clause.normal(before - 1), "known" | "billed" | "advertised" | "marketed")
        {
            return true;
        }
        self.is_title(clause, place, &words, normal, cue_matches)
    }

    /// Whether every word that matters has a capital.
    fn has_capitals(&self, words: &[usize]) -> bool {
        let capital = |i: usize| self.doc.tokens[i].is_capital();
        let minor = |i: usize| {
            let normal = self.doc.normal(i);
            normal.len() < 4 || matches!(normal, "with" | "from" | "over" | "into" | "this" | "that")
        };
        words.first().is_some_and(|&i| capital(i)) && words.iter().all(|&i| capital(i) || minor(i))
    }

    /// “The Long Way Home”: every word that matters has a capital, and nobody is said to say it.
    fn is_title(
        &self,
        clause: Clause,
        place: usize,
        words: &[usize],
        before: &str,
        cue_matches: &[CueMatch],
    ) -> bool {
        let Some(region) = self.region(clause, place) else { return true };
        let capital = |i: usize| self.doc.tokens[i].is_capital();
        let all = self.has_capitals(words);
        let many = words.iter().filter(|&&i| capital(i)).count() >= 2;
        let ends = self.doc.word(region.inner.end.saturating_sub(1));
        let sentence = matches!(ends, "?" | "!") && region.inner.len() > 4;
        // "Tarn called it “A Farce”", "it was “Mostly True”": said, whatever the capitals.
        if matches!(before, "is" | "was" | "are" | "were" | "as" | "be" | "been")
            || cue_matches.iter().any(|f| {
                let near = f.cue.end <= place && place - f.cue.end <= 6;
                let between =
                    || (f.cue.end..place).all(|i| clause.class(i) != Class::Verb && !clause.is_quote(i));
                f.takes.any(LABEL)
                    && f.source.is_some()
                    && (matches!(f.next, Next::Marks(at) if at == place) || near && between())
            })
        {
            return false;
        }
        let headline = (0..clause.items.len().min(40))
            .filter(|&i| !clause.is_quote(i) && self.doc.tokens[clause.items[i].tokens.start].is_word())
            .filter(|&i| self.doc.normal(clause.items[i].tokens.start).len() > 3)
            .all(|i| self.doc.tokens[clause.items[i].tokens.start].is_capital());
        let many = many && !headline;
        let place_before = matches!(clause.class(place - 1), Class::Possessive)
            || word_class::is(before, WordClass::BeforeTitle);
        let after_comma =
            matches!(clause.class(place - 1), Class::Comma | Class::Break) && !clause.is_quote(place - 1);
        region.inner.len() <= 12 && all && !sentence && (place_before || many && !after_comma)
    }
}
