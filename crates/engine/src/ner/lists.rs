//! What stands together in a list is of one kind: "the towns of A, B and C", "A, B and C districts", "rivers – A, B and C".
//!
//! The noun that sums the list up says of what kind; without one, the places among the items that the lexicon knows do,
//! for those of which the model is unsure.

use std::ops::Range;

use analysis::EntityType;

use super::class_noun::{self, Kind};
use super::features::Clue;
use super::weights::{BY_FORM, LISTED_UNSURE};
use super::{Group, Guess, Look, overlay, phrases, split};
use crate::doc::Doc;
use crate::lexicon::PhraseKind;
use crate::token::{Case, Token, TokenKind};
use crate::word_class::WordClass;

/// The most items that are read of one list.
const ITEMS: usize = 24;
/// The most words of an item that is no guess.
const LONGEST: usize = 3;
/// How many tokens before a list its noun may stand.
const REACH: usize = 4;

/// The guesses, those of one list of one kind.
pub(super) fn consistent(doc: &Doc, clues: &[Clue], mut guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let mut found = Vec::new();
    let (mut at, mut near) = (0, 0);
    let mut items: Vec<Item> = Vec::new();
    while at < clues.len() {
        while guesses.get(near).is_some_and(|guess| guess.tokens.end <= at) {
            near += 1;
        }
        items.clear();
        let end = look.list(at, &guesses, near, &mut items);
        if items.len() > 1 {
            match look.summed_up(&items) {
                Some((kind, clear)) => look.settle(&items, kind, clear, &mut guesses, &mut found),
                None => look.settle_unsure(&items, &mut guesses),
            }
        }
        at = end.max(at + 1);
    }
    found.sort_by_key(|guess: &Guess| guess.tokens.start);
    overlay(guesses, &[], found)
}

/// One name of a list, with the guess that it is, if the model saw it.
struct Item {
    tokens: Range<usize>,
    guess: Option<usize>,
}

impl Look<'_> {
    /// Reads the list that begins at a token; its end.
    fn list(&self, from: usize, guesses: &[Guess], mut near: usize, items: &mut Vec<Item>) -> usize {
        if !self.is_name(from) {
            return from + 1;
        }
        let sentence = self.doc.sentence_of(from);
        let mut at = from;
        while items.len() < ITEMS && at < self.clues.len() && self.doc.sentence_of(at) == sentence {
            while guesses.get(near).is_some_and(|guess| guess.tokens.end <= at) {
                near += 1;
            }
            let item = match guesses.get(near) {
                Some(guess) if guess.tokens.start == at => {
                    Item { tokens: at..guess.tokens.end, guess: Some(near) }
                }
                Some(guess) if guess.tokens.start < at => break,
                next => {
                    let limit =
                        next.map_or(self.clues.len(), |guess| guess.tokens.start).min(at + LONGEST + 1);
                    let mut end = (at..limit).find(|&at| !self.is_name(at)).unwrap_or(limit);
                    // "Velm-II"
                    let hyphen =
                        |at: usize| self.doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Hyphen);
                    if end > at && end + 1 < limit && hyphen(end) && self.doc.tokens[end + 1].glued {
                        end += 2;
                    }
                    if end == at || end > at + LONGEST {
                        break;
                    }
                    Item { tokens: at..end, guess: None }
                }
            };
            let end = item.tokens.end;
            items.push(item);
            match self.separator(end) {
                Some(next) => at = next,
                None => return end,
            }
        }
        items.last().map_or(from + 1, |item| item.tokens.end)
    }

    /// Where the next item begins behind a comma or "and".
    fn separator(&self, at: usize) -> Option<usize> {
        let and = |at: usize| matches!(self.doc.word(at), "and" | "or" | "&");
        let mut next = match self.doc.word(at) {
            "," => at + 1 + usize::from(and(at + 1)),
            _ if and(at) => at + 1,
            _ => return None,
        };
        if self.doc.word(next) == "the" {
            next += 1;
        }
        self.is_name(next).then_some(next)
    }

    /// What the noun before or behind a list says of its items.
    /// Whether it leaves no doubt: "banks such as Morgan Tilley".
    fn summed_up(&self, items: &[Item]) -> Option<(Kind, bool)> {
        let (first, last) = (items.first()?.tokens.start, items.last()?.tokens.end);
        // "Doda, Ramban and Kishtwar districts"
        if self.doc.tokens.get(last).is_some_and(|token| token.is_word() && token.case == Case::Lower)
            && let Some(kind) = self.plural(last).filter(|kind| kind.group == Group::Place)
        {
            return Some((kind, false));
        }
        if let Some(told) = self.closes(last) {
            return Some(told);
        }
        // "(Dye, Orr & Pell, 2010)"
        let authors = items
            .iter()
            .all(|item| item.tokens.len() == 1 && self.doc.tokens[item.tokens.start].case == Case::Title);
        if authors && split::is_reference(self.doc, last) {
            return Some((Kind { group: Group::Person, kind: None }, false));
        }
        let the = usize::from(first > 0 && self.doc.word(first - 1) == "the");
        let link = first.checked_sub(1 + the)?;
        let noun = match self.doc.word(link) {
            "as" if link > 0 && self.doc.word(link - 1) == "such" => link.checked_sub(2)?,
            "including" | "like" | "namely" | "of" | ":" | "—" | "–" | "--" => link.checked_sub(1)?,
            "-" if !self.doc.tokens[link].glued => link.checked_sub(1)?,
            _ => return None,
        };
        let noun = if matches!(self.doc.word(noun), "," | "-" | "(") { noun.checked_sub(1)? } else { noun };
        let of = self.doc.word(link) == "of";
        // Who plays in a team or belongs to a group may be "included" as well.
        let clear = matches!(self.doc.word(link), "as" | "like" | "namely");
        (noun + REACH >= first)
            .then(|| self.plural(noun))
            .flatten()
            .filter(|kind| !of || kind.group == Group::Place)
            .map(|kind| (kind, clear))
    }

    /// "A, B and other banks", "the Velmar, Tolna and mixed cities": what the list ends in says what is in it (Hearst,
    /// "Automatic acquisition of hyponyms from large text corpora", COLING 1992).
    fn closes(&self, and: usize) -> Option<(Kind, bool)> {
        let from = and + usize::from(self.doc.word(and) == ",");
        if !matches!(self.doc.word(from), "and" | "or") {
            return None;
        }
        let other = self.doc.word(from + 1) == "other";
        let small = |at: &usize| {
            self.doc.tokens.get(*at).is_some_and(|token| token.is_word() && token.case == Case::Lower)
                && !self.doc.is(*at, WordClass::FunctionWord)
        };
        let first = from + 1 + usize::from(other);
        let summed_up = (first..first + REACH).take_while(small).find_map(|at| self.plural(at));
        summed_up.filter(|kind| other || kind.group == Group::Place).map(|kind| (kind, other))
    }

    /// What a noun in the plural makes of the names in its list.
    fn plural(&self, at: usize) -> Option<Kind> {
        let small = |token: &&Token| token.case == Case::Lower || self.doc.begins_sentence(at);
        self.doc.tokens.get(at).filter(|token| token.is_word()).filter(small)?;
        let word = self.doc.normal(at);
        if matches!(word, "projects" | "dams" | "mines" | "schemes") {
            return Some(Kind { group: Group::Place, kind: Some(EntityType::Fac) });
        }
        let mut small = String::new();
        let one = match (word.strip_suffix("ies"), word.strip_suffix('s')) {
            (Some(stem), _) => {
                small.push_str(stem);
                small.push('y');
                small.as_str()
            }
            (None, Some(stem)) if stem.len() > 2 => stem,
            _ => return None,
        };
        let person = || self.clues[at].known.is_person_plural();
        class_noun::of_body(one)
            .or_else(|| person().then_some(Kind { group: Group::Person, kind: None }))
            .or_else(|| class_noun::of_thing(one))
    }

    /// Gives all items of a list the kind that its noun tells.
    fn settle(
        &self,
        items: &[Item],
        Kind { group, kind }: Kind,
        clear: bool,
        guesses: &mut [Guess],
        found: &mut Vec<Guess>,
    ) {
        for item in items {
            let Some(guess) = item.guess.and_then(|at| guesses.get_mut(at)) else {
                let mut guess = Guess::sure(item.tokens.clone(), group, BY_FORM);
                guess.kind = kind;
                found.push(guess);
                continue;
            };
            if guess.proven || self.is_other(&item.tokens, group, clear) {
                continue;
            }
            guess.settle_on(group, BY_FORM);
            guess.kind = kind;
            guess.proven = true;
        }
    }

    /// Whether a name is known as something that no list turns into another.
    fn is_other(&self, tokens: &Range<usize>, group: Group, clear: bool) -> bool {
        let (first, last) = (self.clues[tokens.start].known, self.clues[tokens.end - 1].known);
        let place = self.clues[tokens.start].phrase_here().is_some_and(|(length, facts)| {
            length == tokens.len() && facts.kind().is_gpe() && !facts.is_ambiguous()
        });
        match group {
            Group::Place => {
                tokens.len() > 1 && (first.given_name() > 1 && last.surname() > 0 || last.is_org_word())
                    || first.group().is_some()
            }
            Group::Person => place || last.is_org_word() || first.group().is_some(),
            _ => {
                place
                    || first.group().is_some()
                    || !clear && tokens.len() > 1 && first.given_name() > 1 && last.surname() > 1
            }
        }
    }

    /// Without a noun: where most are known bodies, one whose words are nobody’s is a body, too: "Lufthansa Cargo and Tarnsk Line".
    fn settle_bodies(&self, items: &[Item], guesses: &mut [Guess]) {
        // "officials from Tarn Irrigation, Nospak and Wupda"
        let before = items.first().and_then(|item| item.tokens.start.checked_sub(1));
        let before =
            before.filter(|&at| self.doc.normal(at) != "the").or(before.and_then(|at| at.checked_sub(1)));
        let employed = before.and_then(|at| at.checked_sub(1)).is_some_and(|noun| {
            matches!(self.doc.word(noun + 1), "of" | "from" | "at")
                && self.clues[noun].known.is_person_plural()
                && !self.doc.is(noun, WordClass::PlacePeople)
        });
        let whole = |tokens: &Range<usize>| {
            self.clues[tokens.start].phrase_here().filter(|(length, _)| *length == tokens.len())
        };
        let body = |item: &Item| {
            let named = self.clues[item.tokens.start].phrase_here().is_some_and(|(_, facts)| {
                phrases::group(facts.kind()) == Some(Group::Org) && !facts.is_ambiguous()
            });
            let guess = item.guess.and_then(|at| guesses.get(at));
            guess.is_some_and(|guess| guess.group == Group::Org && (named || guess.proven || employed))
        };
        let bodies = items.iter().filter(|item| body(item)).count();
        if bodies == 0 || bodies * 2 < items.len() && !employed {
            return;
        }
        for item in items {
            let Some(guess) = item.guess.and_then(|at| guesses.get_mut(at)) else { continue };
            let named = item.tokens.clone().any(|at| self.clues[at].known.given_name() > 0);
            if !guess.proven
                && guess.group != Group::Org
                && (guess.confidence < LISTED_UNSURE || employed)
                && !named
                && whole(&item.tokens).is_none()
                && self.clues[item.tokens.start].known.group().is_none()
            {
                guess.settle_on(Group::Org, BY_FORM);
            }
        }
    }

    /// Without a noun: where most are known places, those of which the model is unsure are places, too.
    fn settle_unsure(&self, items: &[Item], guesses: &mut [Guess]) {
        self.settle_bodies(items, guesses);
        let known = |tokens: &Range<usize>| {
            self.clues[tokens.start].phrase_here().is_some_and(|(length, facts)| {
                length == tokens.len()
                    && (facts.kind().is_gpe() || facts.kind() == PhraseKind::Area)
                    && !facts.is_ambiguous()
            })
        };
        let places = items.iter().filter(|item| known(&item.tokens)).count();
        if items.len() < 3 || places < 2 || places * 2 < items.len() {
            return;
        }
        for item in items {
            let Some(guess) = item.guess.and_then(|at| guesses.get_mut(at)) else { continue };
            let facts = self.clues[item.tokens.start].known;
            let named = facts.given_name() + facts.surname() > 1
                || self.doc.tokens[item.tokens.start].kind != TokenKind::Word;
            let title = self.doc.tokens[item.tokens.start].case == Case::Title;
            // "Auckland, Hamilton and Tauranga": a place that is a surname, too.
            let doubtful = self.clues[item.tokens.start]
                .phrase_here()
                .is_some_and(|(length, facts)| length == item.tokens.len() && facts.kind().is_gpe());
            if !guess.proven
                && guess.group != Group::Place
                && (guess.confidence < LISTED_UNSURE && !named || doubtful && places * 3 >= items.len() * 2)
                && title
                && item.tokens.len() < 3
                && !self.is_other(&item.tokens, Group::Place, false)
            {
                guess.settle_on(Group::Place, BY_FORM);
            }
        }
    }
}
