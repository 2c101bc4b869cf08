//! One name and another of the same: "Ana Ruiz (born Ana Pell)", "Tarnby, also known as El Pozo", "Ostra, formerly Velm".

use std::ops::Range;

use super::features::Clue;
use super::weights::BY_FORM;
use super::{Group, Guess, Look, overlay};
use crate::doc::Doc;
use crate::token::{Case, TokenKind};

/// The most words between the two.
const REACH: usize = 7;

/// Where the name ends that the one which begins at a token is another name of.
pub(crate) fn former_end(doc: &Doc, start: usize) -> Option<usize> {
    let mark = |at: usize| doc.tokens[at].kind == TokenKind::QuoteMark || doc.normal(at) == "the";
    let back = |at: usize| at.checked_sub(1);
    let mut last = back(start)?;
    while mark(last) {
        last = back(last)?;
    }
    let first = (last.saturating_sub(REACH)..=last).rev().find(|&at| !doc.tokens[at].is_word())? + 1;
    let open = first - 1;
    let bracket = doc.word(open) == "(";
    let words: Vec<&str> = (first..=last).map(|at| doc.normal(at)).collect();
    let link = match words.as_slice() {
        ["aka" | "alias" | "née" | "nee" | "formerly" | "previously" | "born"] => true,
        ["or"] => bracket || !is_listed(doc, open),
        ["whose", _, "name", "is" | "was"] => true,
        [rest @ .., "known" | "born", "as"] | [rest @ .., "called" | "named"] => {
            (words[words.len() - 1] == "as" || !rest.is_empty())
                && rest.iter().all(|word| {
                    matches!(
                        *word,
                        "also" | "formerly" | "better" | "previously" | "once" | "who" | "is" | "now"
                    )
                })
        }
        _ => return None,
    };
    (link && (bracket || doc.word(open) == ",")).then_some(open)
}

/// "Velm, or Falmo,": people with an "or" between them are two, and what has something is mentioned for that.
pub(crate) fn is_one(doc: &Doc, second: &Range<usize>, somebody: bool) -> bool {
    let either =
        second.start > 1 && doc.normal(second.start - 1) == "or" && doc.word(second.start - 2) == ",";
    let owner = doc.tokens.get(second.end).is_some_and(|next| next.kind == TokenKind::Clitic);
    !(owner || either && somebody)
}

/// "A, B, or C": more than one comma makes it a list.
fn is_listed(doc: &Doc, comma: usize) -> bool {
    let sentence = doc.sentence_of(comma);
    (comma.saturating_sub(REACH)..comma).any(|at| doc.word(at) == "," && doc.sentence_of(at) == sentence)
}

/// The guesses, both names of a thing of one type: the one that is known, else the first.
pub(super) fn settle(doc: &Doc, clues: &[Clue], mut guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let mut found = Vec::new();
    for at in 0..guesses.len() {
        let end = guesses[at].tokens.end;
        let Some(start) = (end + 2..(end + REACH).min(clues.len()))
            .find(|&start| look.is_name(start) && former_end(doc, start) == Some(end))
        else {
            continue;
        };
        let run = start + (start..clues.len()).take_while(|&at| look.is_name(at)).count();
        let second =
            guesses.get(at + 1).filter(|second| second.tokens.start <= start && second.tokens.end > start);
        let known = |guess: &Guess| {
            let here = clues[guess.tokens.start].phrase_here();
            guess.proven
                || here.is_some_and(|(length, facts)| length == guess.tokens.len() && !facts.is_ambiguous())
        };
        let other = second.cloned().unwrap_or_else(|| Guess::sure(start..run, Group::Other, BY_FORM));
        let (teller, told) = if second.is_some() && known(&other) && !known(&guesses[at]) {
            (other, guesses[at].clone())
        } else {
            (guesses[at].clone(), other)
        };
        let somebody = Group::Person == told.group || Group::Person == teller.group;
        if known(&told)
            || !is_one(doc, &told.tokens, somebody)
            || told.group == teller.group
            || doc.tokens[told.tokens.start].case == Case::Lower
        {
            continue;
        }
        let mut told = Guess::sure(told.tokens, teller.group, BY_FORM);
        told.kind = teller.kind;
        told.proven = true;
        match guesses.iter_mut().find(|guess| guess.tokens == told.tokens) {
            Some(guess) => *guess = told,
            None => found.push(told),
        }
    }
    overlay(guesses, &[], found)
}
