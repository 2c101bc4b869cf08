//! What an acronym in brackets stands for: its letters say where the name begins.

use std::ops::Range;

use rustc_hash::FxHashSet as HashSet;

use super::super::weights::BY_PROOF;
use super::super::{Group, Guess, Look, overlay, phrases};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// How many tokens before its brackets an acronym is looked for.
const REACH: usize = 16;

impl Look<'_> {
    /// "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF)": the letters say where the name begins (Schwartz and
    /// Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003).
    pub(super) fn acronyms(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        let mut terms: Vec<Range<usize>> = Vec::new();
        let mut small: HashSet<&str> = HashSet::default();
        for at in 1..self.clues.len().saturating_sub(1) {
            // "the Korean People’s Army [KPA]" is an editor's.
            let bracketed = matches!((self.doc.word(at - 1), self.doc.word(at + 1)), ("(", ")") | ("[", "]"));
            let acronym = bracketed && self.is_acronym(at);
            if !acronym {
                continue;
            }
            match self.spelled_out(at) {
                Some(long)
                    if self.doc.tokens[long.start].is_capital()
                        && self.is_name(long.end - 1)
                        && long.len() > 1 =>
                {
                    let mut body = Guess::sure(long, Group::Org, BY_PROOF);
                    let same = guesses.partition_point(|guess| guess.tokens.start < body.tokens.start);
                    // A law, an event or a place that the model has whole stays what it is.
                    if let Some(guess) = guesses.get(same).filter(|guess| guess.tokens == body.tokens) {
                        // The letters are what it is: "the Central Authority (CA)" is no state.
                        if guess.group == Group::Org {
                            found.push(Guess {
                                proven: true,
                                ..Guess::sure(at..at + 1, Group::Org, BY_PROOF)
                            });
                        }
                        continue;
                    }
                    body.proven = true;
                    // "the Middle East and North Africa (MENA)"
                    let place = |at: usize| {
                        self.clues[at]
                            .phrase_here()
                            .is_some_and(|(_, facts)| phrases::group(facts.kind()) == Some(Group::Place))
                    };
                    let last = (body.tokens.start..body.tokens.end).find(|&at| {
                        self.clues[at].phrase_here().is_some_and(|(length, _)| at + length == body.tokens.end)
                    });
                    if place(body.tokens.start) && last.is_some_and(place) {
                        body.settle_on(Group::Place, BY_PROOF);
                    }
                    found.push(body);
                    // The letters are another name of it, whatever the model takes them for.
                    let at_hand =
                        guesses.iter().any(|guess| guess.tokens.contains(&at) && guess.tokens.len() > 1);
                    if !at_hand && !place(found[found.len() - 1].tokens.start) {
                        let mut short = Guess::sure(at..at + 1, found[found.len() - 1].group, BY_PROOF);
                        short.proven = true;
                        found.push(short);
                    }
                }
                Some(long)
                    if long.clone().all(|at| !self.doc.tokens[at].is_capital() || at == long.start) =>
                {
                    small.insert(self.doc.word(at));
                }
                _ => {}
            }
        }
        if !small.is_empty() {
            // "economically weaker sections (EWS)": short for no name.
            let known = |at: usize| self.clues[at].phrase_here().is_some();
            let term = |guess: &&Guess| {
                guess.tokens.len() == 1
                    && small.contains(self.doc.word(guess.tokens.start))
                    && !known(guess.tokens.start)
            };
            terms.extend(guesses.iter().filter(term).map(|guess| guess.tokens.clone()));
        }
        overlay(guesses, &terms, found)
    }

    /// "(PKR-Batu Kelian)" behind a member’s name: a party by its letters, and the place that the member sits for.
    pub(super) fn constituencies(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        for hyphen in 3..self.clues.len() {
            let glued = |at: usize| self.doc.tokens.get(at).is_some_and(|token| token.glued);
            let seat = hyphen + 1;
            if self.kind(hyphen) != Some(TokenKind::Hyphen)
                || !(glued(hyphen) && glued(seat))
                || self.doc.word(hyphen - 2) != "("
                || !self.is_acronym(hyphen - 1)
                || !self.is_name(hyphen - 3)
            {
                continue;
            }
            let end = (seat..seat + 5).find(|&at| !self.is_name(at)).unwrap_or(seat);
            let known = self.clues[hyphen - 1].phrase_here().is_some_and(|(_, facts)| facts.kind().is_gpe());
            let word = self.clues[seat].known.common_word() > 1 && self.clues[seat].phrase_here().is_none();
            if end > seat && self.doc.word(end) == ")" && !known && !word {
                found.push(Guess { proven: true, ..Guess::sure(hyphen - 1..hyphen, Group::Org, BY_PROOF) });
                found.push(Guess { proven: true, ..Guess::sure(seat..end, Group::Place, BY_PROOF) });
            }
        }
        overlay(guesses, &[], found)
    }

    fn is_acronym(&self, token: usize) -> bool {
        let Some(written) = self.doc.tokens.get(token).filter(|token| token.is_word()) else {
            return false;
        };
        let word = self.doc.word(token);
        let capitals = word.chars().filter(|c| c.is_uppercase()).count();
        (2..=8).contains(&word.len())
            && (written.case == Case::Upper || capitals >= 2 && capitals * 2 > word.len())
    }

    /// The words before the brackets whose initials are the acronym's letters; small words may be left out.
    fn spelled_out(&self, acronym: usize) -> Option<Range<usize>> {
        let end = acronym - 1;
        let sentence = self.doc.sentences.get(self.doc.sentence_of(acronym))?.tokens.start;
        let floor = sentence.max(end.saturating_sub(REACH));
        let word: Vec<char> = self.doc.normal(acronym).chars().filter(|c| c.is_alphanumeric()).collect();
        let mut letters = word.iter().rev().copied().peekable();
        let mut at = end;
        while at > floor {
            at -= 1;
            let token = &self.doc.tokens[at];
            if !token.is_word() {
                if matches!(self.doc.word(at), "," | "-" | "&" | "’" | "'") || token.kind == TokenKind::Clitic
                {
                    continue;
                }
                return None;
            }
            let initial = self.doc.normal(at).chars().next()?;
            let small = self.is(at, WordClass::SmallInName)
                || !token.is_capital() && self.is(at, WordClass::FunctionWord);
            if letters.peek() == Some(&initial) {
                letters.next();
            } else if !small {
                return None;
            }
            if letters.peek().is_none() {
                return Some(at..end);
            }
        }
        None
    }
}
