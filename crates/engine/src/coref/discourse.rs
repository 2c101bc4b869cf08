//! Who is on the stage as the article is read: the people and things mentioned lately, in what part of their
//! sentence, and how present each therefore is.
//!
//! The weights follow the idea of Lappin and Leass (1994): a subject counts most, each sentence halves what came
//! before it. The part of a mention is read off the words beside it; who speaks, off the tree as well.

use std::collections::VecDeque;
use std::ops::Range;

use super::teller::{is_within, outermost, tells};
use super::weights;
use crate::doc::Doc;
use crate::quote::marks::Marks;
use crate::syntax::relation::Relation;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// Somebody who can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Index into the entities.
    Entity(usize),
    /// Someone without a name ("a driver", "her mother"), numbered.
    Unnamed(usize),
}

/// The part a mention plays in its clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Subject,
    /// Subject of a verb of saying.
    Speaker,
    Object,
    /// Behind a preposition.
    Oblique,
    /// "Ruiz’s"
    Possessor,
}

#[derive(Debug, Clone)]
pub(super) struct MentionRecord {
    pub who: Who,
    pub tokens: Range<usize>,
    pub sentence: usize,
    pub part: Part,
    /// The quotation it stands in, by its first token.
    pub quotation: Option<usize>,
    /// It is the subject of a clause within another: "when Ruiz left".
    pub within: bool,
}

impl MentionRecord {
    /// What the mention's weight is multiplied by for its clause.
    pub fn rank(&self) -> f32 {
        if self.within { weights::WITHIN } else { 1.0 }
    }

    pub fn new(doc: &Doc, marks: &Marks, who: Who, tokens: Range<usize>, part: Part) -> MentionRecord {
        MentionRecord {
            who,
            sentence: doc.sentence_of(tokens.start),
            part,
            quotation: quotation(marks, tokens.start),
            within: part == Part::Subject && is_within(doc, &tokens),
            tokens,
        }
    }
}

/// How many mentions are remembered.
const MEMORY: usize = 64;

#[derive(Debug, Default)]
pub(super) struct Discourse {
    pub seen: VecDeque<MentionRecord>,
}

impl Discourse {
    pub fn add(&mut self, seen: MentionRecord) {
        if self.seen.len() == MEMORY {
            self.seen.pop_front();
        }
        self.seen.push_back(seen);
    }

    /// Everybody within `reach` sentences before `sentence`, each once, latest first.
    pub fn present(&self, sentence: usize, reach: usize) -> Vec<Who> {
        each_once(self.seen.iter().rev().take_while(|seen| seen.sentence + reach >= sentence))
    }

    /// How present someone is in a sentence: the sum over the sentences before, each counting `FADE` times the next.
    pub fn salience(&self, who: Who, sentence: usize, quotation: Option<usize>) -> f32 {
        weigh(self.seen.iter().rev().filter(|seen| seen.who == who).map(|seen| {
            let same_voice = if seen.quotation == quotation { 1.0 } else { weights::OTHER_VOICE };
            (sentence.saturating_sub(seen.sentence), seen.part, same_voice * seen.rank())
        }))
    }

    /// What the reporter told, outside of all words in marks, latest first.
    pub fn told(&self) -> impl Iterator<Item = &MentionRecord> {
        self.seen.iter().rev().filter(|seen| seen.quotation.is_none())
    }

    /// The latest mention of someone.
    pub fn latest(&self, who: Who) -> Option<&MentionRecord> {
        self.seen.iter().rev().find(|seen| seen.who == who)
    }
}

/// Whoever is mentioned, each once, in the order of their first mention here.
pub(super) fn each_once<'a>(seen: impl Iterator<Item = &'a MentionRecord>) -> Vec<Who> {
    let mut all = Vec::new();
    for seen in seen {
        if !all.contains(&seen.who) {
            all.push(seen.who);
        }
    }
    all
}

/// The sum of the weightiest mention at each distance; each mention with its distance in sentences, its part, and what its
/// weight is multiplied by.
pub(super) fn weigh(mentions: impl Iterator<Item = (usize, Part, f32)>) -> f32 {
    let (mut sum, mut at, mut best) = (0.0, usize::MAX, 0.0f32);
    for (distance, part, factor) in mentions {
        if distance != at {
            (sum, best, at) = (sum + best, 0.0, distance);
        }
        best = best.max(weights::of_part(part) * faded(distance.min(20)) * factor);
    }
    sum + best
}

/// What is left of a mention's weight after so many sentences.
fn faded(distance: usize) -> f32 {
    // One product after another: the same on every machine, which `powi` does not promise.
    (0..distance).fold(1.0, |left, _| left * weights::FADE)
}

/// The part that the words at `tokens` play.
pub(super) fn part(doc: &Doc, tokens: &Range<usize>) -> Part {
    let sentence = doc.sentences.get(doc.sentence_of(tokens.start));
    let range = sentence.map_or(tokens.clone(), |sentence| sentence.tokens.clone());
    let token_after = doc.tokens.get(tokens.end).filter(|_| tokens.end < range.end);
    match token_after.map(|token| token.kind) {
        Some(TokenKind::Clitic) => return Part::Possessor,
        // "the Osk-based firm"
        Some(TokenKind::Hyphen) => return Part::Oblique,
        _ => {}
    }
    // "a man who called himself Velk": a name that somebody goes by, told within a clause.
    let named = |at: usize| matches!(doc.normal(at), "himself" | "herself" | "themselves");
    if (2..=3).any(|back| {
        tokens.start >= back && named(tokens.start - back) && doc.normal(tokens.start - 1) == "as"
    }) || tokens.start > 0 && named(tokens.start - 1)
    {
        return Part::Oblique;
    }
    if is_saying(doc, tokens.end) && token_after.is_some() || tells(doc, tokens, false) {
        return Part::Speaker;
    }
    // "Last year Tarn left": the tree knows a subject that has something before it.
    let noun = outermost(doc, tokens).and_then(|word| doc.syntax.words.get(word));
    if noun.is_some_and(|noun| noun.relation == Relation::NominalSubject) {
        return Part::Subject;
    }
    let is_preposition = |at| doc.is(at, WordClass::ObliquePreposition);
    // After these a clause begins.
    let is_joint = |at| doc.is(at, WordClass::BeforeSubject);
    // Titles, modifiers and the article before the name belong to it.
    let mut before = tokens.start;
    while before > range.start && tokens.start - before < 8 {
        let token = &doc.tokens[before - 1];
        let word = doc.normal(before - 1);
        let belongs = token.is_word()
            && !is_preposition(before - 1)
            && !is_saying(doc, before - 1)
            && !is_joint(before - 1)
            && (token.is_capital()
                || doc.is(before - 1, WordClass::BelongsToName)
                || crate::lexicon::Lexicon::get().word(word).is_person_noun());
        if !belongs {
            break;
        }
        before -= 1;
    }
    if before == range.start {
        return Part::Subject;
    }
    match doc.tokens[before - 1].kind {
        TokenKind::Word if is_saying(doc, before - 1) => Part::Speaker,
        TokenKind::Word if is_preposition(before - 1) => Part::Oblique,
        TokenKind::Word if is_joint(before - 1) => Part::Subject,
        TokenKind::Word => Part::Object,
        _ => Part::Subject,
    }
}

/// Verbs of saying as news uses them; whose words a quotation holds is settled elsewhere.
pub(super) fn is_saying(doc: &Doc, at: usize) -> bool {
    doc.is(at, WordClass::NewsSaying)
}

/// The quotation that holds a token, by its first token.
pub(super) fn quotation(marks: &Marks, token: usize) -> Option<usize> {
    marks.around(token).map(|marked| marked.inner.start)
}
