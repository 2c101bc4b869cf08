//! Names in tables of results and on scorecards: "Ardley 3 Penrith 1", "J. Pell c Orr b Tarn 46".
//!
//! In a row of names and numbers of a report on sport the names are sides, whatever else they are called after; a country
//! stays the place that it is. Only rows of two names or more count: one number behind a name is nothing.

use std::ops::Range;

use super::features::Clue;
use super::weights::BY_FORM;
use super::{Group, Guess, is_namelike, overlay};
use crate::doc::Doc;
use crate::lexicon::PhraseKind;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// The longest name of a side, in tokens.
const LONGEST: usize = 4;

/// The guesses, with the sides of tables and the players of scorecards.
pub(super) fn sides(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let mut found = Vec::new();
    let mut sport = None;
    let mut near = 0;
    let mut row: Vec<Range<usize>> = Vec::new();
    let mut scorers: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while at < clues.len() {
        let cell = look.cell(at);
        let next = cell.as_ref().map_or(at + 1, |cell| cell.after);
        let joined = row.last().is_some() && cell.as_ref().is_some_and(|cell| cell.joined);
        if !joined && !row.is_empty() {
            if row.len() > 1 && (!scorers.is_empty() || *sport.get_or_insert_with(|| look.is_sport())) {
                found.extend(look.row(&row, &guesses, &mut near));
                found.extend(scorers.drain(..).map(player));
            }
            row.clear();
            scorers.clear();
        }
        if let Some(cell) = cell {
            row.push(cell.name);
            scorers.extend(cell.scorers);
        }
        at = next;
    }
    if row.len() > 1 && (!scorers.is_empty() || sport.unwrap_or_else(|| look.is_sport())) {
        found.extend(look.row(&row, &guesses, &mut near));
        found.extend(scorers.into_iter().map(player));
    }
    found.sort_by_key(|guess| guess.tokens.start);
    overlay(guesses, &[], found)
}

fn player(tokens: Range<usize>) -> Guess {
    let mut player = Guess::sure(tokens, Group::Person, BY_FORM);
    player.proven = true;
    player
}

/// A name with its numbers.
struct Cell {
    name: Range<usize>,
    after: usize,
    /// It stands right behind the numbers of another name.
    joined: bool,
    /// Who scored, in brackets behind the number.
    scorers: Vec<Range<usize>>,
}

struct Look<'a> {
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
}

impl Look<'_> {
    fn is_name(&self, token: usize) -> bool {
        token < self.clues.len()
            && is_namelike(self.doc, self.clues, token)
            && !self.doc.is(token, WordClass::SportWord)
            && !self.clues[token].known.is_month()
            && self.doc.word(token).len() > 1
    }

    fn is_number(&self, token: usize) -> bool {
        self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::Number)
    }

    /// Whether the article is about sport: asked once, and only where there is a row.
    fn is_sport(&self) -> bool {
        (0..self.clues.len()).any(|token| self.doc.is(token, WordClass::SportWord))
    }

    /// The name that begins at a token, if numbers follow it.
    fn cell(&self, from: usize) -> Option<Cell> {
        if !self.is_name(from) || from > 0 && self.is_name(from - 1) {
            return None;
        }
        let sentence = self.doc.sentence_of(from);
        let mut end = from;
        while self.is_name(end) && self.doc.sentence_of(end) == sentence {
            end += 1;
        }
        let mut number = end;
        // "Benning (Italy) 92"
        if self.doc.word(end) == "(" && self.doc.word(end + 2) == ")" && self.is_name(end + 1) {
            number = end + 3;
        }
        let mut after = number;
        let mut scorers = Vec::new();
        while self.is_number(after) || after > number && matches!(self.doc.word(after), "-" | "." | "/") {
            after += 1;
        }
        if after == number || self.doc.sentence_of(number) != sentence {
            return None;
        }
        if number == end
            && after == number + 1
            && let Some(closed) = self.scorers(after, &mut scorers)
        {
            after = closed;
        }
        let joined = from.checked_sub(1).is_some_and(|before| {
            let behind = |at: usize| self.is_number(at) || self.doc.word(at) == ")";
            self.is_number(before)
                || matches!(self.doc.word(before), "-" | "," | ";") && before > 0 && behind(before - 1)
        });
        if !scorers.is_empty() && matches!(self.doc.word(after), "," | ";") {
            after += 1;
        }
        Some(Cell { name: from.max(end.saturating_sub(LONGEST))..end, after, joined, scorers })
    }

    /// "(Odhiambo 12, 40, Pryce 88)": names with minutes; where the bracket is closed.
    fn scorers(&self, open: usize, found: &mut Vec<Range<usize>>) -> Option<usize> {
        const LONGEST: usize = 48;
        if self.doc.word(open) != "(" || !self.is_name(open + 1) {
            return None;
        }
        let mut at = open + 1;
        while at < open + LONGEST && at < self.clues.len() {
            let start = at;
            while self.is_name(at) {
                at += 1;
            }
            if at > start {
                // Each has a minute: "(Italy)" has none.
                if !self.is_number(at) {
                    break;
                }
                found.push(start..at);
                continue;
            }
            match self.doc.word(at) {
                ")" => return Some(at + 1),
                "," | ";" | "’" | "'" | "pen" | "og" | "+" | "(" => at += 1,
                _ if self.is_number(at) => at += 1,
                _ => break,
            }
        }
        found.clear();
        None
    }

    /// The names of a row; players by their own names are left to the other steps.
    fn row(&self, row: &[Range<usize>], guesses: &[Guess], near: &mut usize) -> Vec<Guess> {
        let mut sides = Vec::with_capacity(row.len());
        let mut players = 0;
        for name in row {
            while guesses.get(*near).is_some_and(|guess| guess.tokens.end <= name.start) {
                *near += 1;
            }
            let over = guesses.get(*near).filter(|guess| guess.tokens.start < name.end);
            let opening = self.clues[name.start].known;
            let player = name.len() > 1
                && over.is_some_and(|guess| guess.group == Group::Person)
                && opening.given_name() > 0
                || self.is_initial(name.start.wrapping_sub(1))
                || self.is_initial(name.start.wrapping_sub(2));
            let country = self.clues[name.start].phrase_here().is_some_and(|(length, facts)| {
                length == name.len() && facts.kind() == PhraseKind::Country && !facts.is_ambiguous()
            });
            players += usize::from(player);
            let proven = over.is_some_and(|guess| guess.proven);
            if !player && !proven {
                let group = if country { Group::Place } else { Group::Org };
                let mut side = Guess::sure(name.clone(), group, BY_FORM);
                side.proven = true;
                sides.push(side);
            }
        }
        // A list of players with their points, not of sides.
        if players * 2 >= row.len() { Vec::new() } else { sides }
    }

    /// "J." or "J" before a surname.
    fn is_initial(&self, token: usize) -> bool {
        self.doc.tokens.get(token).is_some_and(|found| {
            found.is_word()
                && found.case == Case::Upper
                && self.doc.word(token).trim_end_matches('.').len() == 1
        })
    }
}

/// "Salim Orr c Pell b Tarn" of a scorecard, which was taken for one name, as the names of three; and "Arle v Dunmore".
pub(super) fn split_card(doc: &Doc, guesses: Vec<Guess>) -> Vec<Guess> {
    let joint = |at: usize| {
        doc.tokens.get(at).is_some_and(|token| token.case == Case::Lower)
            && matches!(doc.word(at), "b" | "c" | "st" | "lbw" | "v")
    };
    let mut out = Vec::with_capacity(guesses.len());
    for guess in guesses {
        if guess.tokens.len() < 3 || !guess.tokens.clone().any(joint) {
            out.push(guess);
            continue;
        }
        let mut start = guess.tokens.start;
        for at in guess.tokens.start..=guess.tokens.end {
            if at == guess.tokens.end || joint(at) {
                if at > start {
                    let mut name = Guess { tokens: start..at, ..guess.clone() };
                    let match_of = guess.tokens.clone().any(|at| doc.word(at) == "v");
                    name.settle_on(if match_of { Group::Org } else { Group::Person }, guess.confidence);
                    out.push(name);
                }
                start = at + 1;
            }
        }
    }
    out
}
