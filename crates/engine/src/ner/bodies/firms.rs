//! Firms: over "&", by their last word where the model saw nothing, and those that are written with a possessive.

use super::super::weights::BY_FORM;
use super::super::{Group, Guess, Look, overlay, split};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

impl Look<'_> {
    /// "Smith & Wesson", "Bill & Melinda Gates Foundation", "AT&T".
    pub(super) fn firms(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        let mut near = 0;
        for at in 0..self.clues.len() {
            // "Norvane Power", of which the model saw nothing.
            if at > 0 && self.is(at, WordClass::CompanyEnd) && self.is_name(at) && self.is_name(at - 1) {
                let from = guesses.partition_point(|guess| guess.tokens.end < at);
                let seen = guesses.get(from).is_some_and(|guess| guess.tokens.start <= at);
                let known = self.clues[at - 1].known;
                if !seen
                    && known.common_word() + known.given_name() == 0
                    && known.group().is_none()
                    && !self.is_name(at + 1)
                {
                    found.push(Guess::sure(at - 1..at + 1, Group::Org, BY_FORM));
                    continue;
                }
            }
            let written = self.doc.word(at);
            // "wrote on X."
            if matches!(written, "X" | "X.")
                && at > 0
                && self.doc.normal(at - 1) == "on"
                && !self.is_name(at + 1)
            {
                found.push(Guess { proven: true, ..Guess::sure(at..at + 1, Group::Org, BY_FORM) });
            }
            let whole = written.contains('&') && self.kind(at) == Some(TokenKind::Word);
            if whole
                && (written.len() > 3 || self.clues[at].phrase_here().is_some())
                && self.doc.tokens[at].is_capital()
            {
                found.push(Guess::sure(at..at + 1, Group::Org, BY_FORM));
            }
            let joint = written == "&" && at > 0 && self.is_name(at - 1) && self.is_name(at + 1);
            if !joint {
                continue;
            }
            while guesses.get(near).is_some_and(|guess| guess.tokens.end < at) {
                near += 1;
            }
            let over = |token: usize| {
                guesses[near..]
                    .iter()
                    .take(3)
                    .find(|guess| guess.tokens.contains(&token))
                    .map(|guess| &guess.tokens)
            };
            let (left, right) = (over(at - 1), over(at + 1));
            if left.is_none() && right.is_none() || left.is_some_and(|left| left.contains(&(at + 1))) {
                continue;
            }
            let start = left.map_or(at - 1, |left| left.start);
            let mut end = right.map_or(at + 2, |right| right.end);
            while self.is_name(end) && (self.is_head(end) || self.clues[end].known.is_org_word()) {
                end += 1;
            }
            let known = |token: usize| {
                self.clues[token].phrase_here().is_some_and(|(length, _)| token + length > at + 1)
            };
            let titled = self.clues[at - 1].known.title().is_some();
            let given = |token: usize| self.clues[token].known.given_name() > 0;
            let house = self.is_head(end - 1) || self.clues[end - 1].known.is_org_word();
            let two_people = given(start) && end - at > 2 && (at - start > 1 || given(at + 1)) && !house
                || self.clues[end - 1].known.is_person_plural();
            // "(Dye & Orr, 2010)": two authors, who were taken apart before.
            let authors = split::is_reference(self.doc, end)
                || guesses[near..].iter().take(3).any(|guess| guess.proven && guess.tokens.end == at);
            if !known(start) && !titled && !two_people && !authors {
                found.push(Guess::sure(start..end, Group::Org, BY_FORM));
            }
        }
        overlay(guesses, &[], found)
    }

    /// "Harcourt, Bligh" of "Harcourt, Bligh & Partners", "Larch" of "Larch and Pine Brewing": what stands before a comma or an
    /// "and" belongs to one firm.
    pub(super) fn partners(&self, mut guesses: Vec<Guess>) -> Vec<Guess> {
        for guess in &mut guesses {
            if guess.group != Group::Org || guess.tokens.len() < 2 {
                continue;
            }
            let (mut start, last) = (guess.tokens.start, guess.tokens.end - 1);
            let sentence = self.doc.sentence_of(start);
            let house = last > start + 1
                && matches!(self.doc.normal(last - 1), "&" | "and")
                && matches!(self.doc.normal(last), "partners" | "associates" | "co" | "co." | "sons");
            // A surname alone before a comma, and no full name: "Ana Ruiz, Orr & Partners" are two.
            let alone = |at: usize| {
                self.is_name(at)
                    && self.doc.sentence_of(at) == sentence
                    && (at == 0 || !self.is_name(at - 1) || self.doc.begins_sentence(at))
                    && self.clues[at].phrase_here().is_none()
                    && self.clues[at].known.common_word() < 2
            };
            while house && start >= 2 && self.doc.word(start - 1) == "," && alone(start - 2) {
                start -= 2;
            }
            let noun = |at: usize| {
                self.is_name(at)
                    && self.clues[at].known.given_name() == 0
                    && self.doc.lexeme(at).parts.has_any(crate::lexicon::Parts::NOUN)
                    && self.clues[at].phrase_here().is_none()
            };
            let over_and = guess.tokens.len() == 2
                && !guess.proven
                && start >= 2
                && self.doc.word(start - 1) == "and"
                && (self.is(last, WordClass::CompanyEnd) || self.is_head(last))
                && noun(start)
                && noun(start - 2)
                && self.doc.sentence_of(start - 2) == sentence
                && !self.doc.begins_sentence(start - 2)
                && (start < 3 || !self.is_name(start - 3));
            if over_and {
                start -= 2;
            }
            guess.tokens.start = start;
        }
        super::super::without_inner(guesses)
    }

    /// "Wendy’s kept its prices": firms that are written with a possessive; but "Wendy’s mother", and nobody’s of whom the
    /// article has the full name.
    pub(super) fn genitives(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        for at in 0..self.clues.len() {
            if self.kind(at) == Some(TokenKind::Clitic)
                && let Some(place) = self.genitive_place(at)
            {
                found.push(place);
                continue;
            }
            let firm = self.is(at, WordClass::FirmGenitive)
                && self.is_name(at)
                && self.kind(at + 1) == Some(TokenKind::Clitic)
                && self.doc.word(at + 1).len() > 1;
            if !firm || at > 0 && self.is_name(at - 1) {
                continue;
            }
            let owned = matches!(
                self.doc.syntax.tag(at + 2).upos(),
                crate::syntax::tag::Upos::NOUN | crate::syntax::tag::Upos::ADJ
            );
            let known = self.clues[at].known;
            let borne = guesses.iter().any(|guess| {
                guess.group == Group::Person
                    && guess.tokens.len() > 1
                    && [guess.tokens.start, guess.tokens.end - 1]
                        .iter()
                        .any(|&part| self.doc.normal(part) == self.doc.normal(at))
            });
            if !(borne || owned && known.surname() + known.given_name() > 0) {
                let mut firm = Guess::sure(at..at + 2, Group::Org, BY_FORM);
                firm.proven = true;
                found.push(firm);
            }
        }
        overlay(guesses, &[], found)
    }

    /// "Mercer’s Bay", "King’s Cross": one word, a possessive, and one word for what nature made or a road leads over. What a
    /// country has ("Norlund’s Lake District") is its own.
    fn genitive_place(&self, clitic: usize) -> Option<Guess> {
        let (owner, head) = (clitic.checked_sub(1)?, clitic + 1);
        let nature = self.is(head, WordClass::NatureNoun)
            || matches!(
                self.doc.normal(head),
                "cross" | "creek" | "cove" | "point" | "landing" | "corner" | "head"
            );
        let written = |at: usize| self.is_name(at) && self.doc.tokens[at].case == Case::Title;
        let one = nature
            && written(owner)
            && written(head)
            && !self.is_name(head + 1)
            && (owner == 0 || !self.is_name(owner - 1) || self.doc.begins_sentence(owner))
            && self.clues[owner].phrase_here().is_none_or(|(_, facts)| !facts.kind().is_gpe())
            && self.doc.sentence_of(owner) == self.doc.sentence_of(head);
        one.then(|| {
            let mut place = Guess::sure(owner..head + 1, Group::Place, BY_FORM);
            place.kind = Some(analysis::EntityType::Loc);
            place.proven = true;
            place
        })
    }
}
