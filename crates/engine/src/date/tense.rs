//! Whether a clause speaks of what was or of what will be, from the verb nearest to a time expression.
//!
//! No parser: the words before the expression are read backwards to the first verb form that tells, then the
//! words after it. "The talks would resume on Monday, she said Friday" has a future Monday and a past Friday.

use std::ops::Range;

use crate::reading::Reading;
use crate::token::{Case, TokenKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far from the expression a verb is looked for, in tokens.
const REACH: usize = 30;

/// The tense around `tokens` within its sentence.
pub(super) fn tense(reading: &Reading, sentence: Range<usize>, tokens: Range<usize>) -> Tense {
    let before = tokens.start.saturating_sub(REACH).max(sentence.start)..tokens.start;
    let after = tokens.end..sentence.end.min(tokens.end + REACH);
    backwards(reading, before).or_else(|| forwards(reading, after)).unwrap_or(Tense::Unknown)
}

fn backwards(reading: &Reading, tokens: Range<usize>) -> Option<Tense> {
    let mut infinitive = false;
    for at in tokens.clone().rev() {
        let word = reading.normal(at);
        match verb(reading, at) {
            Some(Verb::Ahead) => return Some(Tense::Future),
            Some(Verb::Plan) if infinitive || followed_by_for(reading, at, tokens.end) => {
                return Some(Tense::Future);
            }
            Some(Verb::Plan | Verb::Past) => return Some(Tense::Past),
            None => {}
        }
        // "to meet": whether it is still to come hangs on the verb before it.
        infinitive |= word == "to" && tokens.contains(&(at + 1)) && is_base(reading, at + 1);
    }
    None
}

fn forwards(reading: &Reading, tokens: Range<usize>) -> Option<Tense> {
    tokens.into_iter().find_map(|at| {
        verb(reading, at).map(|verb| if verb == Verb::Ahead { Tense::Future } else { Tense::Past })
    })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// "will", "is due": what it says is to come.
    Ahead,
    /// "agreed": past itself, and the infinitive after it is to come.
    Plan,
    Past,
}

fn verb(reading: &Reading, at: usize) -> Option<Verb> {
    let token = reading.tokens.get(at)?;
    if token.kind != TokenKind::Word || token.case != Case::Lower {
        return None;
    }
    let word = reading.normal(at);
    Some(match word {
        "will" | "would" | "shall" | "won't" | "wouldn't" | "may" | "might" | "could" | "should"
        | "upcoming" | "tomorrow" => Verb::Ahead,
        "scheduled" | "expected" | "due" | "slated" | "set" | "poised" | "supposed" => Verb::Ahead,
        "plans" | "intends" | "hopes" | "aims" | "expects" | "wants" | "prepares" | "awaits"
        | "preparing" | "planning" | "going" | "hoping" | "opens" | "begins" | "starts" | "arrives"
        | "meets" | "faces" | "takes" | "runs" | "ends" | "expires" | "goes" => Verb::Ahead,
        "agreed" | "planned" | "vowed" | "promised" | "decided" | "wanted" | "hoped" | "ordered"
        | "refused" | "intended" | "offered" | "invited" | "asked" | "urged" | "prepared" | "proposed"
        | "pledged" => Verb::Plan,
        "said" | "was" | "were" | "had" | "did" | "told" | "met" | "came" | "went" | "took" | "made"
        | "began" | "held" | "left" | "got" | "gave" | "found" | "won" | "lost" | "fell" | "rose" | "led"
        | "ran" | "became" | "saw" | "sent" | "spoke" | "wrote" | "brought" | "built" | "broke" | "hit"
        | "kept" | "paid" | "sold" | "bought" | "thought" | "fought" | "struck" | "shot" | "died"
        | "grew" | "drew" | "didn't" | "wasn't" | "weren't" | "hadn't" | "been" | "has" | "have" => {
            Verb::Past
        }
        _ if word.len() > 4 && word.ends_with("ed") && !after_article(reading, at) => Verb::Past,
        _ => return None,
    })
}

/// "the proposed deal" has no verb.
fn after_article(reading: &Reading, at: usize) -> bool {
    at > 0
        && matches!(
            reading.normal(at - 1),
            "a" | "an" | "the" | "his" | "her" | "their" | "its" | "of" | "two" | "three"
        )
}

fn followed_by_for(reading: &Reading, at: usize, end: usize) -> bool {
    at + 1 < end && matches!(reading.normal(at + 1), "for" | "until")
}

/// Whether a word after "to" can be a verb rather than a place or a thing.
fn is_base(reading: &Reading, at: usize) -> bool {
    let lower = reading.tokens.get(at).is_some_and(|t| t.case == Case::Lower);
    lower
        && !matches!(
            reading.normal(at),
            "the" | "a" | "an" | "his" | "her" | "their" | "its" | "our" | "this" | "that" | "about"
        )
}
