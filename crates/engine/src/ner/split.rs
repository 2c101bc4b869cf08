//! Takes apart what the model took for one name and grammar knows to be two: "Norlund’s Ana Ruiz", "Cairo-based Daily Post",
//! "Thai Somsak Wirat", "Pell & Orr (2014)".

use std::ops::Range;

use super::features::Clue;
use super::weights::{BY_FORM, BY_PROOF};
use super::{Group, Guess, Look};
use crate::doc::Doc;
use crate::lexicon::PhraseKind;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// The guesses, each of one name alone.
pub(super) fn parts(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let mut out = Vec::with_capacity(guesses.len());
    for guess in guesses {
        if guess.proven || guess.tokens.len() < 3 {
            out.push(guess);
        } else if let Some((place, rest)) = look.based(&guess) {
            out.push(place);
            out.push(rest);
        } else if let Some((owner, person)) = look.owned(&guess) {
            out.push(owner);
            out.push(person);
        } else if let Some((people, person)) = look.of_a_people(&guess) {
            out.push(people);
            out.push(person);
        } else if let Some(authors) = look.authors(&guess) {
            out.extend(authors);
        } else if let Some(firms) = look.two_firms(&guess) {
            out.extend(firms);
        } else {
            out.push(guess);
        }
    }
    out
}

impl Look<'_> {
    /// "Cairo-based Daily Post", "Beijing-born Ana Ruiz": what stands before the hyphen is a name of its own.
    fn based(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let glued = |at: usize| self.doc.tokens[at].glued;
        let hyphen = guess.tokens.clone().find(|&at| {
            self.doc.tokens[at].kind == TokenKind::Hyphen
                && at + 2 < guess.tokens.end
                && glued(at)
                && glued(at + 1)
                && self.doc.tokens[at + 1].case == Case::Lower
                && self.clues[at + 1].known.common_word() > 0
                && self.is_name(at + 2)
        })?;
        if hyphen == guess.tokens.start {
            return None;
        }
        let home = matches!(self.doc.normal(hyphen + 1), "based" | "born" | "bound");
        let group = if home { Group::Place } else { Group::Org };
        let first = Guess::sure(guess.tokens.start..hyphen, group, BY_FORM);
        let rest = Guess { tokens: hyphen + 2..guess.tokens.end, ..guess.clone() };
        Some((first, rest))
    }

    /// "the DAB’s Horace Lim": nobody’s name has a possessive inside it.
    fn owned(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        if guess.group != Group::Person {
            return None;
        }
        let inside = guess.tokens.start + 1..guess.tokens.end - 1;
        let clitic = inside.rev().find(|&at| self.doc.tokens[at].kind == TokenKind::Clitic)?;
        if !self.is_name(clitic + 1) {
            return None;
        }
        let owner = guess.tokens.start..clitic;
        // Of the owner only its place among the names is known: the lexicon or the rest of the article says what it is.
        let known = self.clues[owner.start].phrase_here();
        let place = known.is_some_and(|(length, facts)| length == owner.len() && facts.kind().is_gpe());
        let group = if place { Group::Place } else { Group::Org };
        let mut named = Guess { tokens: owner, ..guess.clone() };
        named.settle_on(group, guess.confidence);
        Some((named, Guess { tokens: clitic + 1..guess.tokens.end, ..guess.clone() }))
    }

    /// "Thai Somsak Wirat": a people, and somebody of it; but "Thai Airways", "French Open".
    fn of_a_people(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let first = guess.tokens.start;
        let known = self.clues[first].known;
        if known.group().is_none()
            || known.given_name() > 1
            || self.clues[first].phrase_here().is_some_and(|(length, _)| length > 1)
        {
            return None;
        }
        let personal = |at: usize| {
            let known = self.clues[at].known;
            self.is_name(at)
                && self.doc.tokens[at].case == Case::Title
                && known.common_word() == 0
                && known.title().is_none()
                && !(known.is_org_word()
                    || known.is_fac_word()
                    || known.is_loc_word()
                    || known.is_event_word())
                && !self.doc.is(at, WordClass::ClubWord)
        };
        let rest = first + 1..guess.tokens.end;
        let named = rest.clone().any(|at| {
            let known = self.clues[at].known;
            known.given_name() > 0 || known.surname() > 0
        });
        let place = self.clues[rest.start]
            .phrase_here()
            .is_some_and(|(length, facts)| length == rest.len() && facts.kind() != PhraseKind::NoName);
        // Two words that no dictionary has are somebody's name rather than a body's.
        let strange = |at: usize| self.doc.lexeme(at).parts == Default::default();
        let named = named || rest.len() == 2 && rest.clone().all(strange);
        if !(2..=3).contains(&rest.len()) || !rest.clone().all(personal) || !named || place {
            return None;
        }
        let mut people = Guess::sure(first..first + 1, Group::Other, BY_FORM);
        people.kind = Some(analysis::EntityType::Norp);
        people.proven = true;
        Some((people, Guess::sure(rest, Group::Person, BY_FORM)))
    }

    /// "Pell & Orr (2014)", "(Pell and Orr, 2014)": two authors and their year.
    fn authors(&self, guess: &Guess) -> Option<Vec<Guess>> {
        let joint = guess.tokens.clone().find(|&at| matches!(self.doc.normal(at), "&" | "and"))?;
        let surname = |part: &Range<usize>| part.len() == 1 && self.is_name(part.start);
        let (first, second) = (guess.tokens.start..joint, joint + 1..guess.tokens.end);
        if !surname(&first) || !surname(&second) || !self.is_dated(guess.tokens.end) {
            return None;
        }
        let author = |part| Guess { proven: true, ..Guess::sure(part, Group::Person, BY_PROOF) };
        Some([first, second].map(author).into())
    }

    /// "Pell & Orr and Tarn & Velk": "&" binds closer than "and", so that these are two firms.
    fn two_firms(&self, guess: &Guess) -> Option<[Guess; 2]> {
        let holds_and = |tokens: &Range<usize>| tokens.clone().any(|at| self.doc.word(at) == "&");
        let and = guess.tokens.clone().find(|&at| self.doc.word(at) == "and")?;
        let (first, second) = (guess.tokens.start..and, and + 1..guess.tokens.end);
        let firm = |tokens| Guess { proven: true, ..Guess::sure(tokens, Group::Org, BY_FORM) };
        (holds_and(&first) && holds_and(&second)).then(|| [first, second].map(firm))
    }

    fn is_dated(&self, at: usize) -> bool {
        is_reference(self.doc, at) || self.doc.word(at) == "(" && is_year(self.doc.word(at + 1))
    }
}

/// ", 2014)", "et al." behind the surnames of a reference.
pub(super) fn is_reference(doc: &Doc, at: usize) -> bool {
    match doc.word(at) {
        "," => is_year(doc.word(at + 1)) && matches!(doc.word(at + 2), ")" | ";" | ","),
        "et" => doc.normal(at + 1) == "al" || doc.normal(at + 1) == "al.",
        _ => false,
    }
}

/// "2014", "1998b"
fn is_year(word: &str) -> bool {
    let digits = word.trim_end_matches(|c: char| c.is_ascii_lowercase());
    digits.len() == 4
        && word.len() <= 5
        && digits.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(digits.as_bytes(), [b'1', b'6'..=b'9', ..] | [b'2', b'0', ..])
}
