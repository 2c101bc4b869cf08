//! What one sentence leaves open, the rest of the article decides.
//!
//! A name that is clear in one place is the same kind of name in the others, and is found where the model missed
//! it ("document-level consistency": Finkel, Grenager and Manning, ACL 2005; Ratinov and Roth, CoNLL 2009).

use std::collections::HashMap;
use std::ops::Range;

use super::features::Clue;
use super::{Group, Guess, is_namelike};
use crate::lexicon::Title;
use crate::reading::Reading;
use crate::token::{Case, TokenKind};

/// What the article as a whole says of a name or a word of one.
#[derive(Debug, Clone, Copy, Default)]
struct Votes {
    weights: [f32; 4],
}

impl Votes {
    fn add(&mut self, group: Group, weight: f32) {
        self.weights[group as usize] += weight;
    }

    /// The group that most speaks for, and its share of all that was said.
    fn best(&self) -> Option<(Group, f32, f32)> {
        let sum: f32 = self.weights.iter().sum();
        let groups = [Group::Person, Group::Org, Group::Place, Group::Other];
        let best = groups
            .into_iter()
            .max_by(|&a, &b| self.weights[a as usize].total_cmp(&self.weights[b as usize]).then(b.cmp(&a)))?;
        (sum > 0.0).then(|| (best, self.weights[best as usize] / sum, self.weights[best as usize]))
    }
}

/// The guesses after the article has spoken.
pub(super) fn settle(reading: &Reading, clues: &[Clue], mut guesses: Vec<Guess>) -> Vec<Guess> {
    for guess in &mut guesses {
        if is_titled_person(reading, clues, guess) {
            guess.group = Group::Person;
            guess.confidence = guess.confidence.max(0.95);
        }
    }
    let (whole, parts) = votes(reading, &guesses);
    for guess in &mut guesses {
        let key = key(reading, &guess.tokens);
        let part = if guess.tokens.len() == 1 { parts.get(&key) } else { None };
        let said = whole.get(&key).copied().unwrap_or_default();
        let mut all = said;
        if let Some(part) = part {
            for (sum, weight) in all.weights.iter_mut().zip(part.weights) {
                *sum += weight;
            }
        }
        if let Some((group, share, _)) = all.best()
            && share > 0.55
        {
            guess.group = group;
            guess.confidence = guess.confidence.max(share.min(0.95));
        }
    }
    add_missed(reading, clues, guesses, &whole, &parts)
}

/// A name behind "Mr" or "President" is a person's.
fn is_titled_person(reading: &Reading, clues: &[Clue], guess: &Guess) -> bool {
    let Some(before) = guess.tokens.start.checked_sub(1) else { return false };
    let same_sentence = reading.sentence_of(before) == reading.sentence_of(guess.tokens.start);
    let title = clues[before].known.title();
    let written = reading.tokens[before].is_capital();
    let honorific =
        title == Some(Title::Honorific) && written && clues[before].known.title_gender().is_some();
    let role = title == Some(Title::Role) && written && guess.group == Group::Other;
    same_sentence && (honorific || role)
}

type Table = HashMap<String, Votes>;

/// What the guesses say: of whole names, and of the parts of people's names.
fn votes(reading: &Reading, guesses: &[Guess]) -> (Table, Table) {
    let (mut whole, mut parts) = (Table::new(), Table::new());
    for guess in guesses {
        let length = guess.tokens.len();
        // A longer name is surer than a word alone.
        let weight = guess.confidence * if length > 1 { 1.5 } else { 1.0 };
        whole.entry(key(reading, &guess.tokens)).or_default().add(guess.group, weight);
        if length > 1 && guess.group == Group::Person && guess.confidence > 0.6 {
            let last = guess.tokens.end - 1;
            parts
                .entry(key(reading, &(last..last + 1)))
                .or_default()
                .add(Group::Person, 1.5 * guess.confidence);
        }
    }
    (whole, parts)
}

/// Finds the names again where the model saw none: capitalised words between the guesses that are known by now.
fn add_missed(
    reading: &Reading,
    clues: &[Clue],
    guesses: Vec<Guess>,
    whole: &Table,
    parts: &Table,
) -> Vec<Guess> {
    let mut out: Vec<Guess> = Vec::with_capacity(guesses.len());
    let mut at = 0;
    let mut rest = guesses.into_iter().peekable();
    while at < reading.tokens.len() {
        if rest.peek().is_some_and(|guess| guess.tokens.start <= at) {
            if let Some(guess) = rest.next() {
                at = guess.tokens.end.max(at + 1);
                out.push(guess);
            }
            continue;
        }
        let limit = rest.peek().map_or(reading.tokens.len(), |guess| guess.tokens.start);
        match missed(reading, clues, at, limit, whole, parts) {
            Some(guess) => {
                at = guess.tokens.end;
                out.push(guess);
            }
            None => at += 1,
        }
    }
    out
}

fn missed(
    reading: &Reading,
    clues: &[Clue],
    at: usize,
    limit: usize,
    whole: &Table,
    parts: &Table,
) -> Option<Guess> {
    if !is_namelike(reading, clues, at) {
        return None;
    }
    let end = run_end(reading, clues, at).min(limit);
    let glued_on = at.checked_sub(1).is_some_and(|before| {
        is_namelike(reading, clues, before)
            || reading.tokens[before].kind == TokenKind::Hyphen && reading.tokens[at].glued
    });
    for end in (at + 1..=end).rev() {
        let key = key(reading, &(at..end));
        let part = if end == at + 1 { parts.get(&key) } else { None };
        let Some((group, share, weight)) = part.or_else(|| whole.get(&key)).and_then(Votes::best) else {
            continue;
        };
        let plain = clues[at].known.common_word() > 0 && reading.begins_sentence(at);
        let sure = share > 0.8 && weight > if plain { 2.5 } else { 0.7 };
        if sure && !(glued_on && end == at + 1) {
            return Some(Guess { tokens: at..end, group, confidence: 0.7 });
        }
    }
    None
}

/// The end of the run of capitalised words that begins at `at`, six words at most.
fn run_end(reading: &Reading, clues: &[Clue], at: usize) -> usize {
    let mut end = at;
    while end < at + 6 && is_namelike(reading, clues, end) && (end == at || !reading.tokens[end].glued) {
        end += 1;
    }
    end
}

/// The words of a name in small letters.
fn key(reading: &Reading, tokens: &Range<usize>) -> String {
    let mut key = String::new();
    for token in tokens.clone() {
        if !key.is_empty() {
            key.push(' ');
        }
        // "US" is not "us".
        let upper =
            tokens.len() == 1 && reading.tokens[token].case == Case::Upper && reading.word(token).len() <= 3;
        key.push_str(if upper { reading.word(token) } else { reading.normal(token) });
    }
    key
}
