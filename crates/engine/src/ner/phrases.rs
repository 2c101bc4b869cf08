//! Names of several words that the lexicon has whole: "Sri Lanka", "Trinidad and Tobago", "Downing Street".
//!
//! They are kept whole before a title or a word for a people is cut off any name, so that "Sri" is no title and
//! "Saudi" no people there. What goes on beyond the phrase ("Sri Lanka Cricket") is left to the model.

use std::ops::Range;

use analysis::EntityType;

use super::class_noun::{Kind, told};
use super::features::Clue;
use super::weights::KNOWN_PHRASE;
use super::{Group, Guess, overlay};
use crate::doc::Doc;
use crate::lexicon::{Lexicon, PhraseFacts, PhraseKind};
use crate::word_class::{self, WordClass};

/// The guesses, and in the place of their parts the phrases that the lexicon has whole.
pub(super) fn keep_whole(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let (mut found, mut gone) = (Vec::new(), Vec::new());
    let (mut near, mut token) = (0, 0);
    while token < clues.len() {
        if let Some((end, kind)) = fixed(doc, token) {
            match kind {
                Some(kind) => found.push(told(token..end, kind)),
                None => gone.push(token..end),
            }
            token = end;
            continue;
        }
        let Some((length, facts)) = clues[token].phrase_here().filter(|(length, _)| *length > 1) else {
            token += 1;
            continue;
        };
        let tokens = token..token + length;
        token = tokens.end;
        while guesses.get(near).is_some_and(|guess| guess.tokens.end <= tokens.start) {
            near += 1;
        }
        found.extend(whole(doc, &guesses[near..], tokens, facts));
    }
    overlay(guesses, &gone, found)
}

/// Where a name ends that begins like somebody’s and is nobody’s, "Premier Inn", and of what kind it is; "Lady Luck" is of
/// none.
pub(super) fn fixed(doc: &Doc, at: usize) -> Option<(usize, Option<Kind>)> {
    let capital = |at: &usize| doc.tokens.get(*at).is_some_and(|token| token.is_word() && token.is_capital());
    let mut end = doc.phrase(at, WordClass::FixedName).filter(|_| doc.tokens[at].is_capital())?;
    let words: Vec<&str> = (at..end).map(|at| doc.normal(at)).collect();
    let kind = |group, kind| Some(Kind { group, kind });
    let kind = match word_class::value(&words.join(" "), WordClass::FixedName) {
        Some(2) => kind(Group::Org, None),
        Some(3) => kind(Group::Place, None),
        Some(4) => kind(Group::Other, Some(EntityType::Product)),
        // "Miss Universe Norlund"
        _ => {
            end += (end..doc.tokens.len()).take_while(capital).count();
            None
        }
    };
    (doc.tokens[end - 1].is_capital() || !doc.tokens[end - 1].is_word()).then_some((end, kind))
}

/// The phrase as a guess, if it is to stand in place of those that overlap it.
fn whole(doc: &Doc, guesses: &[Guess], tokens: Range<usize>, facts: PhraseFacts) -> Option<Guess> {
    let written = tokens.clone().all(|token| {
        !doc.tokens[token].is_word()
            || doc.tokens[token].is_capital()
            || doc.is(token, WordClass::FunctionWord)
    });
    // "the Arlean Spring" is no people.
    let event =
        facts.kind() == PhraseKind::Event && Lexicon::get().word(doc.normal(tokens.start)).group().is_some();
    let group = if event { Group::Other } else { group(facts.kind())? };
    // "The Australian" is a paper, or what follows is Australian.
    if facts.is_ambiguous() || !written || doc.is(tokens.start, WordClass::FunctionWord) {
        return None;
    }
    let over = guesses.iter().take_while(|guess| guess.tokens.start < tokens.end);
    let (mut known, mut within) = (false, false);
    for guess in over {
        // "the British Museum said": a building speaks as a body.
        let speaks = facts.kind() == PhraseKind::Facility && guess.group == Group::Org;
        known |= guess.tokens == tokens && speaks;
        within |=
            guess.tokens.start <= tokens.start && guess.tokens.end >= tokens.end && guess.tokens != tokens;
    }
    if known || within {
        return None;
    }
    let mut guess = Guess::sure(tokens, group, KNOWN_PHRASE);
    guess.kind = match facts.kind() {
        PhraseKind::Group => Some(EntityType::Norp),
        PhraseKind::Event => Some(EntityType::Event),
        _ => None,
    };
    guess.proven = true;
    Some(guess)
}

/// The model's type of what the lexicon knows; none where the words are not trusted to be that thing alone.
pub(super) fn group(kind: PhraseKind) -> Option<Group> {
    use PhraseKind::*;
    Some(match kind {
        Country | Region | City | Area | Nature | Facility | Seat => super::Group::Place,
        Organisation | Company | Party | Militia | Media | Club => super::Group::Org,
        Group | Law => super::Group::Other,
        Event | Work | Language | Product | NoName => return None,
    })
}
