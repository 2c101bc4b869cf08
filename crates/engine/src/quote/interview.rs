//! Interviews without labels: questions that are paragraphs of their own, each with its answer, after a beginning that
//! presents one person.

use std::ops::Range;

use analysis::{Entity, EntityType, MentionKind};
use text::BlockKind;

use super::draft::Why;
use super::transcript::{Turns, draft, is_mark, speaks_of_self};
use super::weights;
use crate::doc::Doc;
use crate::syntax::tag::Upos;

/// The fewest questions that make an interview, and where nothing but questions to somebody and their answers follows.
const QUESTIONS: usize = 3;
const QUESTIONS_ALONE: usize = 2;
/// The longest question, in tokens.
const LONGEST_QUESTION: usize = 24;

/// The answers of an interview whose questions stand in paragraphs of their own.
pub(super) fn answers(doc: &Doc, entities: &[Entity], blocks: &[(usize, Range<usize>)]) -> Turns {
    let asks = |tokens: &Range<usize>| {
        tokens.len() <= LONGEST_QUESTION
            && doc.word(tokens.end.saturating_sub(1)) == "?"
            && !tokens.clone().any(|at| is_mark(doc, at))
    };
    let answers = |tokens: &Range<usize>| tokens.clone().any(|at| speaks_of_self(doc, at));
    let pairs: Vec<usize> =
        (1..blocks.len()).filter(|&at| asks(&blocks[at - 1].1) && !asks(&blocks[at].1)).collect();
    let mine = pairs.iter().filter(|&&at| answers(&blocks[at].1)).count();
    let mut turns = Turns::default();
    let Some(&first) = pairs.first() else { return turns };
    // Questions and their answers, and little else from the first on.
    let is_text = |tokens: &Range<usize>| doc.block_kind(tokens.start) != BlockKind::Furniture;
    let behind = blocks[first - 1..].iter().filter(|(_, tokens)| is_text(tokens)).count();
    let to_somebody = || {
        pairs.iter().any(|&at| blocks[at - 1].1.clone().any(|at| matches!(doc.normal(at), "you" | "your")))
    };
    let dense = pairs.len() >= QUESTIONS && mine * 2 >= pairs.len() && behind <= pairs.len() * 3 + 1;
    let alone = pairs.len() >= QUESTIONS_ALONE && mine == pairs.len() && behind == pairs.len() * 2;
    // Where the beginning tells of the meeting, an answer needs no "I".
    let met = || {
        pairs.len() >= QUESTIONS_ALONE
            && behind <= pairs.len() * 2 + 1
            && tells_of_meeting(doc, blocks[first - 1].1.start)
    };
    if !(dense || (alone || met()) && to_somebody()) {
        return turns;
    }
    let Some(name) = presented(doc, entities, blocks[first - 1].1.start) else { return turns };
    for at in pairs {
        let (block, tokens) = &blocks[at];
        turns.blocks.insert(*block);
        let words = vec![doc.span(tokens.clone())];
        turns.drafts.push(draft(words, name.clone(), None, Why::Interview, weights::INTERVIEW));
    }
    turns
}

/// "She spoke to us before her show", "We met her at the mill": that what follows was said to whoever writes.
fn tells_of_meeting(doc: &Doc, before: usize) -> bool {
    /// Tokens between the verb and the paper, at most.
    const NEAR: usize = 4;
    let ours = |at: usize| matches!(doc.normal(at), "us" | "we" | "our" | "me" | "i" | "this");
    (0..before).any(|at| {
        let meets = matches!(
            doc.normal(at),
            "spoke" | "speaks" | "talked" | "talks" | "met" | "interviewed" | "asked" | "caught"
        );
        let near = at.saturating_sub(NEAR)..before.min(at + NEAR);
        meets && doc.syntax.tag(at).upos() == Upos::VERB && near.into_iter().any(ours)
    })
}

/// The one person whom the text before this token presents: others only asked the questions.
pub(super) fn presented(doc: &Doc, entities: &[Entity], before: usize) -> Option<Range<usize>> {
    let names = |entity: &Entity| -> Vec<Range<usize>> {
        let names = entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name);
        let tokens = names.map(|mention| doc.tokens_in(mention.span));
        let is_told = |tokens: &Range<usize>| {
            tokens.end <= before
                && !tokens.is_empty()
                && !matches!(doc.block_kind(tokens.start), BlockKind::Byline | BlockKind::Furniture)
        };
        tokens.filter(is_told).collect()
    };
    let people = entities.iter().filter(|entity| entity.kind == EntityType::Person);
    let people: Vec<Vec<Range<usize>>> = people.map(names).filter(|names| !names.is_empty()).collect();
    let mut presented = match people.len() {
        1 => people,
        _ => people.into_iter().filter(|names| !names.iter().all(|name| is_asking(doc, name))).collect(),
    };
    match presented.len() {
        1 => presented.pop()?.into_iter().next(),
        _ => None,
    }
}

/// "She spoke to Karim Alaoui", "as told to Karim Alaoui", "he talked with our reporter Karim Alaoui": who asked.
fn is_asking(doc: &Doc, name: &Range<usize>) -> bool {
    /// Tokens between the verb and the name, at most.
    const NEAR: usize = 6;
    let near = name.start.saturating_sub(NEAR)..name.start;
    let spoke = near
        .clone()
        .rev()
        .find(|&at| matches!(doc.normal(at), "spoke" | "speaks" | "talked" | "talks" | "told" | "met"));
    spoke.is_some_and(|verb| {
        let to = (verb + 1..name.start).any(|at| matches!(doc.normal(at), "to" | "with"));
        let by = verb.checked_sub(1).is_some_and(|at| matches!(doc.normal(at), "she" | "he" | "they" | "as"));
        to && by && !(verb..name.start).any(|at| matches!(doc.word(at), "." | "," | ";"))
    })
}
