//! Who is on the stage as the article is read: the people and things mentioned lately, in what part of their
//! sentence, and how present each therefore is.
//!
//! The weights follow the idea of Lappin and Leass (1994): a subject counts most, each sentence halves what came
//! before it. The part of a mention is read off the words beside it ([`part`]), which holds where a parse fails, and
//! off the parse ([`function`]).

use std::collections::VecDeque;
use std::ops::Range;

use analysis::MentionKind;

use super::weights;
use crate::doc::Doc;
use crate::quote::marks::Marks;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// Somebody who can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Who {
    /// Index into the entities.
    Entity(usize),
    /// Someone or something without a name ("a driver", "the plan"), numbered.
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

/// The grammatical role that the parse gives a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Function {
    Subject,
    Object,
    Oblique,
    /// Behind a preposition in a noun phrase: "the mother of Ruiz".
    Nominal,
    Possessor,
    Other,
}

#[derive(Debug, Clone)]
pub(super) struct MentionRecord {
    pub who: Who,
    pub tokens: Range<usize>,
    pub sentence: usize,
    /// The block of the sentence.
    pub block: usize,
    pub part: Part,
    pub function: Function,
    /// The quotation it stands in, by its first token.
    pub quotation: Option<usize>,
    pub kind: MentionKind,
    /// It opens its sentence, among the mentions.
    pub opens: bool,
}

/// How many mentions are remembered.
const MEMORY: usize = 400;

#[derive(Debug, Default)]
pub(super) struct Discourse {
    pub seen: VecDeque<MentionRecord>,
}

/// How somebody stands at some point of the article: what the mentions within reach say.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    pub who: Who,
    /// The latest mention, by its place in [`Discourse::seen`].
    pub latest: usize,
    /// The sum over the sentences before, each counting [`weights::FADE`] times the next.
    pub salience: f32,
    /// The sentence whose best mention is counted, and that best.
    open: (usize, f32),
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
        let mut present = Vec::new();
        for seen in self.seen.iter().rev().take_while(|seen| seen.sentence + reach >= sentence) {
            if !present.contains(&seen.who) {
                present.push(seen.who);
            }
        }
        present
    }

    /// How each of those within `reach` sentences stands, latest first.
    pub fn standings(
        &self,
        sentence: usize,
        reach: usize,
        quotation: Option<usize>,
        fits: impl Fn(Who) -> bool,
    ) -> Vec<Standing> {
        let mut all: Vec<Standing> = Vec::new();
        let near = self.seen.iter().enumerate().rev();
        for (at, seen) in near.take_while(|(_, seen)| seen.sentence + reach >= sentence) {
            let place = match all.iter().position(|standing| standing.who == seen.who) {
                Some(place) => place,
                None if fits(seen.who) => {
                    let open = (usize::MAX, 0.0);
                    all.push(Standing { who: seen.who, latest: at, salience: 0.0, open });
                    all.len() - 1
                }
                None => continue,
            };
            let standing = &mut all[place];
            if standing.open.0 != seen.sentence {
                standing.salience += standing.open.1;
                standing.open = (seen.sentence, 0.0);
            }
            let distance = sentence.saturating_sub(seen.sentence).min(20);
            let same_voice = if seen.quotation == quotation { 1.0 } else { weights::OTHER_VOICE };
            let counts = weights::of_part(seen.part) * faded(distance) * same_voice;
            standing.open.1 = standing.open.1.max(counts);
        }
        for standing in &mut all {
            standing.salience += standing.open.1;
        }
        all
    }

    /// The latest mention of someone.
    pub fn latest(&self, who: Who) -> Option<&MentionRecord> {
        self.seen.iter().rev().find(|seen| seen.who == who)
    }
}

/// What is left of a mention's weight after so many sentences.
fn faded(distance: usize) -> f32 {
    // One product after another: the same on every machine, which `powi` does not promise.
    (0..distance).fold(1.0, |left, _| left * weights::FADE)
}

/// No walk up a tree takes more steps than this.
const STEPS: usize = 24;

/// The first of the tokens that hangs from none of the others.
pub(super) fn head(doc: &Doc, tokens: &Range<usize>) -> usize {
    let near = tokens.start..tokens.end.min(tokens.start + 12);
    let outside = |&at: &usize| doc.syntax.head(at).is_none_or(|head| !tokens.contains(&head));
    near.clone().find(outside).unwrap_or(near.start)
}

/// The grammatical role of the phrase that these tokens stand in.
pub(super) fn function(doc: &Doc, tokens: &Range<usize>) -> Function {
    let mut at = head(doc, tokens);
    for _ in 0..STEPS {
        match doc.syntax.relation(at) {
            Relation::NominalSubject | Relation::PassiveSubject => return Function::Subject,
            Relation::Object | Relation::IndirectObject => return Function::Object,
            Relation::Oblique | Relation::Agent | Relation::Unmarked => return Function::Oblique,
            Relation::Possessor => return Function::Possessor,
            Relation::Nominal => return Function::Nominal,
            // What it stands beside, or is listed with, says it.
            Relation::Conjunct
            | Relation::Apposition
            | Relation::Flat
            | Relation::Compound
            | Relation::Descriptor => match doc.syntax.head(at) {
                Some(head) => at = head,
                None => return Function::Other,
            },
            _ => return Function::Other,
        }
    }
    Function::Other
}

/// The predicate of the clause that a token stands in.
pub(super) fn clause(doc: &Doc, token: usize) -> usize {
    let mut at = token;
    for _ in 0..STEPS {
        if at != token && is_clause(doc, at) {
            return at;
        }
        match doc.syntax.head(at) {
            Some(head) => at = head,
            None => return at,
        }
    }
    at
}

/// The clause around a clause: whose complement, modifier or second half it is.
pub(super) fn clause_around(doc: &Doc, predicate: usize) -> Option<usize> {
    let head = doc.syntax.head(predicate)?;
    Some(if is_clause(doc, head) { head } else { clause(doc, head) })
}

/// For each token the subject that hangs from it, if it is a predicate that has one.
pub(super) fn subjects(doc: &Doc) -> Vec<Option<u32>> {
    let mut subjects = vec![None; doc.tokens.len()];
    for at in 0..doc.tokens.len() {
        if matches!(doc.syntax.relation(at), Relation::NominalSubject | Relation::PassiveSubject)
            && let Some(head) = doc.syntax.head(at)
            && let Some(subject) = subjects.get_mut(head)
        {
            subject.get_or_insert(at as u32);
        }
    }
    subjects
}

/// The subject of a clause: its own, or the one it shares ("stood up and left", "wants to go", "the man who left").
pub(super) fn subject(doc: &Doc, subjects: &[Option<u32>], predicate: usize) -> Option<usize> {
    let mut at = predicate;
    for _ in 0..6 {
        let relation = doc.syntax.relation(at);
        match subjects.get(at).copied().flatten() {
            Some(subject) if relation == Relation::RelativeClause => {
                let relative = matches!(doc.normal(subject as usize), "who" | "which" | "that");
                return if relative { doc.syntax.head(at) } else { Some(subject as usize) };
            }
            Some(subject) => return Some(subject as usize),
            None => {}
        }
        match relation {
            // "the man leaving the house"
            Relation::Clause | Relation::RelativeClause => {
                let head = doc.syntax.head(at)?;
                let noun = matches!(doc.syntax.tag(head).upos(), Upos::NOUN | Upos::PROPN | Upos::PRON);
                return noun.then_some(head);
            }
            Relation::Conjunct | Relation::OpenComplement | Relation::AdverbialClause => {
                at = clause_around(doc, at)?;
            }
            _ => return None,
        }
    }
    None
}

/// Whether a token is the predicate of a clause of its own.
fn is_clause(doc: &Doc, token: usize) -> bool {
    match doc.syntax.relation(token) {
        Relation::Root
        | Relation::ClausalComplement
        | Relation::AdverbialClause
        | Relation::AdverbialRelative
        | Relation::RelativeClause
        | Relation::ClausalSubject
        | Relation::Clause
        | Relation::OpenComplement
        | Relation::Parataxis => true,
        Relation::Conjunct => matches!(doc.syntax.tag(token).upos(), Upos::VERB | Upos::AUX),
        _ => false,
    }
}

/// The part that the words at `tokens` play.
pub(super) fn part(doc: &Doc, tokens: &Range<usize>) -> Part {
    let sentence = doc.sentences.get(doc.sentence_of(tokens.start));
    let range = sentence.map_or(tokens.clone(), |sentence| sentence.tokens.clone());
    let token_after = doc.tokens.get(tokens.end).filter(|_| tokens.end < range.end);
    if token_after.is_some_and(|token| token.kind == TokenKind::Clitic) {
        return Part::Possessor;
    }
    if is_saying(doc, tokens.end) && token_after.is_some() {
        return Part::Speaker;
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
