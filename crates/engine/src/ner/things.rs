//! Names that are no people, bodies or places, by their form: laws, cases, storms, events, and what only looks like a
//! name (letters behind somebody's name, an illness called after somebody).

use std::ops::Range;

use analysis::EntityType;
use rustc_hash::FxHashSet as HashSet;

use super::features::Clue;
use super::weights::{BY_FORM, BY_PROOF};
use super::{Group, Guess, is_namelike, overlay};
use crate::doc::Doc;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// The longest name of a law or event, in tokens before its last word.
const REACH: usize = 7;

/// The guesses, with the things that their form tells.
pub(super) fn by_form(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let mut look = Look { doc, clues, found: Vec::new(), gone: Vec::new() };
    let mut storms = HashSet::default();
    let mut near = 0;
    for at in 0..clues.len() {
        while guesses.get(near).is_some_and(|guess| guess.tokens.end <= at) {
            near += 1;
        }
        if look.found.last().is_some_and(|last| last.tokens.end > at) || !doc.tokens[at].is_word() {
            continue;
        }
        let rest = &guesses[near..];
        if look.numbered_law(at)
            || look.treaty(at)
            || look.law(at, rest)
            || look.case(at, rest)
            || look.event(at)
        {
            continue;
        }
        if look.work(at) || look.award(at) || look.best(at) {
            continue;
        }
        if look.storm(at) {
            storms.insert(doc.normal(at + 1));
        } else {
            look.no_name(at, rest);
        }
    }
    let Look { found, gone, .. } = look;
    let mut guesses = overlay(guesses, &gone, found);
    // "Ciarán then moved east."
    if !storms.is_empty() {
        for guess in guesses.iter_mut().filter(|guess| guess.tokens.len() == 1) {
            if storms.contains(doc.normal(guess.tokens.start)) {
                named(guess, EntityType::Event);
            }
        }
    }
    guesses
}

fn named(guess: &mut Guess, kind: EntityType) {
    guess.settle_on(Group::Other, BY_FORM);
    guess.kind = Some(kind);
    guess.proven = true;
}

struct Look<'a> {
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
    found: Vec<Guess>,
    gone: Vec<Range<usize>>,
}

impl Look<'_> {
    fn is_name(&self, token: usize) -> bool {
        is_namelike(self.doc, self.clues, token)
    }

    fn is(&self, token: usize, class: WordClass) -> bool {
        self.doc.is(token, class)
    }

    fn add(&mut self, tokens: Range<usize>, kind: EntityType) -> bool {
        let mut guess = Guess::sure(tokens, Group::Other, BY_PROOF);
        named(&mut guess, kind);
        self.found.push(guess);
        true
    }

    /// "Proposition 12", "Article 370": the number may be a Roman one.
    fn numbered_law(&mut self, at: usize) -> bool {
        let next = self.doc.tokens.get(at + 1);
        let number = next.is_some_and(|token| token.kind == TokenKind::Number && !token.glued)
            || self.is(at + 1, WordClass::RegnalNumber)
                && next.is_some_and(|token| token.case != Case::Lower && token.span.len() > 1);
        let same = self.doc.sentence_of(at) == self.doc.sentence_of(at + 1);
        let capital = self.doc.tokens[at].case == Case::Title;
        number
            && same
            && capital
            && !self.is_name(at + 2)
            && self.is(at, WordClass::NumberedLaw)
            && self.add(at..at + 2, EntityType::Law)
    }

    /// "Treaty of Arlesheim", "UN Convention on the Rights of the Child".
    fn treaty(&mut self, at: usize) -> bool {
        let word = self.doc.normal(at);
        let named_by_place = matches!(word, "treaty" | "edict" | "statute" | "charter");
        let matter = matches!(self.doc.normal(at + 1), "on" | "against" | "for");
        let head =
            named_by_place || matches!(word, "convention" | "conventions" | "declaration" | "protocol");
        let from = at + 2 + usize::from(self.doc.normal(at + 2) == "the");
        let joint = matter || self.doc.normal(at + 1) == "of";
        if !head || !joint || !self.is_name(at) || !self.is_name(from) || self.clues[from].known.is_month() {
            return false;
        }
        let sentence = self.doc.sentence_of(at);
        let same =
            |token: &usize| self.doc.tokens.get(*token).is_some() && self.doc.sentence_of(*token) == sentence;
        let mut end = from;
        while end < from + REACH && same(&end) {
            let the = usize::from(self.doc.normal(end + 1) == "the");
            if self.is_name(end) {
                end += 1;
            } else if matches!(self.doc.normal(end), "of" | "and") && self.is_name(end + 1 + the) && matter {
                end += 1 + the;
            } else {
                break;
            }
        }
        let floor = at.saturating_sub(3).max(self.found.last().map_or(0, |last| last.tokens.end));
        let before = |token: &usize| self.is_name(*token) && same(token) && !self.doc.begins_sentence(*token);
        let start = at - (floor..at).rev().take_while(before).count();
        self.add(start..end, EntityType::Law)
    }

    /// "the Online Safety Bill", "Criminal Procedure (Amendment) Act".
    fn law(&mut self, at: usize, guesses: &[Guess]) -> bool {
        let known = self.clues[at].known;
        if !self.is_name(at)
            || !(self.is(at, WordClass::LawHead) || known.is_law_word() && known.given_name() == 0)
        {
            return false;
        }
        if self.is_name(at + 1)
            && !self.clues[at + 1].known.is_weekday()
            && self.is(at, WordClass::LawHead)
            && self.clues[at].known.given_name() > 0
        {
            return false;
        }
        let sentence = self.doc.sentences.get(self.doc.sentence_of(at)).map_or(at, |s| s.tokens.start);
        let floor = sentence.max(at.saturating_sub(REACH + 4));
        let floor = self.found.last().map_or(floor, |last| floor.max(last.tokens.end));
        let mut start = at;
        while start > floor {
            let before = start - 1;
            let opening = (floor..before)
                .rev()
                .take_while(|&at| self.doc.tokens[at].is_word() || self.doc.word(at) == "(")
                .find(|&at| self.doc.word(at) == "(");
            let bracket = opening.filter(|_| self.doc.word(before) == ")");
            let joint = matches!(self.doc.normal(before), "and" | "of" | "for" | "&")
                && start >= floor + 2
                && self.is_name(start - 2)
                && start < at;
            if self.is_name(before) && self.clues[before].known.group().is_none() {
                start = before;
            } else if let Some(opening) = bracket {
                start = opening;
            } else if joint {
                start -= 2;
            } else {
                break;
            }
        }
        while start < at && !self.is_name(start) {
            start += 1;
        }
        let words = at - start;
        if words == 0 || (start..at).any(|token| self.clues[token].known.title().is_some() && words == 1) {
            return false;
        }
        let before = start.checked_sub(1).map_or("", |before| self.doc.normal(before));
        let determined =
            matches!(before, "the" | "a" | "an" | "this" | "that" | "new" | "under") || words > 1;
        // "Mayor Bill Sandoe", "Buffalo Bill": somebody.
        let person = self.clues[at].known.given_name() > 0
            && (words < 2 && !matches!(before, "the" | "a" | "this")
                || (start..at).any(|token| self.clues[token].known.title().is_some()));
        // What only may be a law's ("Convention", "Plan") is one where the model saw a name that is nobody's.
        let sure = self.is(at, WordClass::LawHead);
        let seen = guesses.first().is_some_and(|guess| {
            guess.tokens.start <= at && guess.tokens.contains(&at) && guess.group == Group::Org
        });
        // "the Fiscal Duty Law", "to amend the Basel Plastics Convention"
        let law = words > 1
            && before == "the"
            && !self.is_name(at + 1)
            && (self.doc.normal(at) == "law"
                || matches!(self.doc.normal(at), "convention" | "protocol" | "charter")
                    && start > 1
                    && matches!(
                        self.doc.lemma(start - 2).as_str(),
                        "amend" | "ratify" | "sign" | "breach" | "violate" | "repeal" | "enact" | "under"
                    ));
        let act = matches!(
            self.doc.normal(at),
            "act" | "bill" | "treaty" | "pact" | "accord" | "accords" | "amendment"
        );
        (sure || law || seen && act) && determined && !person && self.add(start..at + 1, EntityType::Law)
    }

    /// "Dolan v. Harrow County": a case of law; without the stop it may be a match.
    fn case(&mut self, at: usize, guesses: &[Guess]) -> bool {
        let versus = self.doc.normal(at) == "versus"
            && guesses.first().is_some_and(|guess| guess.tokens.start < at && guess.tokens.end > at + 1);
        let stop = matches!(self.doc.word(at), "v." | "vs.") || versus;
        if !stop || at == 0 || !self.is_name(at - 1) || !self.is_name(at + 1) {
            return false;
        }
        let over = |token: usize| guesses.iter().take(4).find(|guess| guess.tokens.contains(&token));
        let mut start = over(at - 1).map_or(at - 1, |guess| guess.tokens.start);
        let floor = at.saturating_sub(REACH).max(self.found.last().map_or(0, |last| last.tokens.end));
        while start > floor && self.is_name(start - 1) && !self.doc.begins_sentence(start) {
            start -= 1;
        }
        let mut end = over(at + 1).map_or(at + 2, |guess| guess.tokens.end);
        // "Delgado v. Port of Tacoma", "Pell v. City of the Angels"
        while end < at + REACH {
            let of = self.doc.normal(end) == "of";
            let behind = end + 1 + usize::from(of && self.doc.normal(end + 1) == "the");
            if self.is_name(end) {
                end += 1;
            } else if of && self.is_name(behind) {
                end = behind + 1;
            } else {
                break;
            }
        }
        self.add(start..end, EntityType::Law)
    }

    /// "Her novel “Salt and Cinders”": a title in marks behind a noun for a work.
    fn work(&mut self, at: usize) -> bool {
        let mark =
            |token: usize| self.doc.tokens.get(token).is_some_and(|token| token.kind == TokenKind::QuoteMark);
        let from = at + 2;
        if !self.is(at, WordClass::WorkNoun) || !self.is_title_word(from) {
            return false;
        }
        // "her second novel, The Weight of Salt, won": without marks, what begins like nobody's name.
        let known = self.clues[from].known;
        let unlike_name = known.given_name() + known.surname() == 0
            && known.title().is_none()
            && (self.is(from, WordClass::FunctionWord) || known.common_word() > 0);
        let plain = self.doc.word(at + 1) == "," && unlike_name && !self.is(at, WordClass::LooseThingNoun);
        if !plain && !mark(at + 1) {
            return false;
        }
        let fits = |&token: &usize| {
            self.is_title_word(token)
                || self.is(token, WordClass::FunctionWord)
                || !plain && self.doc.word(token) == ","
                || matches!(self.doc.word(token), "’s" | "'s")
        };
        let end = from + (from..from + REACH + 1).take_while(fits).count();
        // "the film “Anita,” which won"
        let comma = mark(end) && self.doc.word(end - 1) == ",";
        let end = end - usize::from(comma);
        let closed = if plain {
            matches!(self.doc.word(end), "," | "." | ";")
        } else {
            mark(end + usize::from(comma))
        };
        closed
            && !(plain && end < from + 2)
            && self.is_title_word(end - 1)
            && self.add(from..end, EntityType::WorkOfArt)
    }

    /// "the Pritchard Architecture Prize", "Royal Gold Medal".
    fn award(&mut self, at: usize) -> bool {
        if !self.is(at, WordClass::AwardWord) || !self.is_name(at) || self.is_name(at + 1) {
            return false;
        }
        let floor = at.saturating_sub(4).max(self.found.last().map_or(0, |last| last.tokens.end));
        let sentence = self.doc.sentence_of(at);
        let fits = |&token: &usize| {
            self.is_name(token)
                && self.doc.sentence_of(token) == sentence
                && self.clues[token].known.title().is_none()
        };
        let start = at - (floor..at).rev().take_while(fits).count();
        let opens = self.doc.begins_sentence(start) && self.clues[start].known.common_word() > 0;
        start < at && !(opens && start + 1 == at) && self.add(start..at + 1, EntityType::WorkOfArt)
    }

    /// "Best Director", "Best Costume and Make-up": a prize by its first word, inside a sentence.
    fn best(&mut self, at: usize) -> bool {
        if self.doc.normal(at) != "best" || !self.is_name(at) || self.doc.begins_sentence(at) {
            return false;
        }
        // "the My Best Summer camps": a title that began before.
        let began = at.checked_sub(1).is_some_and(|before| {
            self.is_title_word(before)
                && self.doc.is(before, WordClass::FunctionWord)
                && !self.doc.begins_sentence(before)
        });
        let known = began || self.clues[at].phrase_here().is_some();
        let plain = |&at: &usize| {
            self.is_name(at) && self.clues[at].known.common_word() > 0 && self.doc.normal(at) != "best"
        };
        let mut end = at + 1 + (at + 1..at + 5).take_while(plain).count();
        if self.doc.word(end) == "and" && plain(&(end + 1)) {
            end += 2;
        }
        let whole = end > at + 1 && !self.is_name(end);
        whole && !known && self.add(at..end, EntityType::WorkOfArt)
    }

    fn is_title_word(&self, token: usize) -> bool {
        self.doc.tokens.get(token).is_some_and(|token| token.is_word() && token.is_capital())
    }

    /// "Storm Ciarán", "Tropical Storm Hilary".
    fn storm(&mut self, at: usize) -> bool {
        let written = self.is(at, WordClass::StormNoun) && self.is_name(at) && self.is_name(at + 1);
        let word = self.clues.get(at + 1).is_some_and(|next| {
            let known = next.known;
            known.common_word() > 1 && known.given_name() == 0
        });
        let within = at.checked_sub(1).is_some_and(|before| {
            self.is_name(before) && self.doc.normal(before) != "tropical" && !self.doc.begins_sentence(before)
        });
        if !written || word || within || self.doc.sentence_of(at) != self.doc.sentence_of(at + 1) {
            return false;
        }
        let tropical = at
            .checked_sub(1)
            .is_some_and(|before| self.doc.normal(before) == "tropical" && self.is_name(before));
        self.add(at - usize::from(tropical)..at + 2, EntityType::Event)
    }

    /// "Paris Olympics", "the Kelmouth Regatta".
    fn event(&mut self, at: usize) -> bool {
        let games = self.doc.normal(at) == "games";
        if !(games || self.is(at, WordClass::EventEnd)) || !self.is_name(at) || self.is_name(at + 1) {
            return false;
        }
        let floor = at.saturating_sub(4).max(self.found.last().map_or(0, |last| last.tokens.end));
        let fits =
            |&token: &usize| self.is_name(token) && self.doc.sentence_of(token) == self.doc.sentence_of(at);
        let mut start = at - (floor..at).rev().take_while(fits).count();
        // "Jeddah Security and Development Summit"
        if start < at
            && start >= floor + 3
            && self.doc.normal(start - 1) == "and"
            && fits(&(start - 2))
            && fits(&(start - 3))
        {
            start -= 2;
            start -= (floor..start).rev().take_while(fits).count();
        }
        let opens = self.doc.begins_sentence(start) && self.clues[start].known.common_word() > 0;
        let titled = self.clues[start].known.title().is_some();
        // "Pelmo Games" may be a firm.
        let whole = start < at && !(opens && start + 1 == at);
        let long = !games || start + 2 <= at;
        whole && long && !titled && self.add(start..at + 1, EntityType::Event)
    }

    /// What looks like a name and is none.
    fn no_name(&mut self, at: usize, guesses: &[Guess]) {
        let Some(guess) = guesses.first().filter(|guess| guess.tokens.contains(&at) && !guess.proven) else {
            return;
        };
        let (start, end) = (guess.tokens.start, guess.tokens.end);
        let alone = guess.tokens.len() == 1;
        let letters = alone
            && self.is(at, WordClass::PostNominal)
            && self.doc.tokens[at].case != Case::Lower
            && self.doc.word(at).chars().filter(|c| c.is_uppercase()).count() > 1
            && at > 0
            && (self.is_name(at - 1) || self.doc.word(at - 1) == ",");
        let clitic = self.doc.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Clitic);
        let named_after = alone
            && (self.is(at, WordClass::Eponym) && clitic && guess.group != Group::Place
                || (clitic && self.is(end + 1, WordClass::NamedAfter)
                    || self.is(end, WordClass::NamedAfter) && self.is(end, WordClass::Eponym))
                    && !self.doc.tokens[(end + 1).min(self.doc.tokens.len() - 1)].is_capital()
                    && self.clues[start].known.given_name() == 0);
        let law = named_after && self.doc.normal(end + 1).starts_with("law") && guess.group != Group::Person;
        // "Deaths from Covid", "Covid-19"
        let ill =
            self.is(at, WordClass::IllnessName) && (start + 1..end).all(|at| !self.doc.tokens[at].is_word());
        // "the FTA with China"; but "PM Ana Ruiz" has her name behind it.
        let plain = alone
            && self.is(at, WordClass::PlainAcronym)
            && self.doc.tokens[at].case == Case::Upper
            && guess.group != Group::Person;
        if (letters || ill || plain || named_after && !law) && at == start {
            self.gone.push(start..end);
        }
    }
}
