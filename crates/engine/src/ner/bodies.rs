//! Organisations by the form of their names: what "and" joins, what an acronym in brackets stands for, founders before a
//! foundation, papers, clubs and schools, and who owns what behind a possessive.

mod acronyms;
mod cut;
mod firms;

use super::features::Clue;
use super::weights::BY_FORM;
use super::{Group, Guess, Look, is_generation};
use crate::doc::Doc;
use crate::token::TokenKind;
use crate::word_class::WordClass;

/// The guesses after the forms of names have been asked.
pub(super) fn by_form(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let guesses = look.split(guesses);
    let guesses = look.joined(guesses);
    let guesses = look.firms(guesses);
    let guesses = look.partners(guesses);
    let guesses = look.genitives(guesses);
    let guesses = look.constituencies(guesses);
    look.acronyms(guesses)
}

impl Look<'_> {
    fn is(&self, token: usize, class: WordClass) -> bool {
        self.doc.is(token, class)
    }

    fn kind(&self, token: usize) -> Option<TokenKind> {
        self.doc.tokens.get(token).map(|token| token.kind)
    }

    /// A word that makes what it ends a body: not one that is as often somebody's surname.
    fn is_head(&self, token: usize) -> bool {
        self.is(token, WordClass::OrganisationHead) || self.clues[token].known.is_company_form()
    }

    /// Names that belong to one: "Penrith" and "Athletic", "Martin Luther King Jr." and "Center", "Washington Office" and
    /// "on Latin America"; and those whose last word says that they are bodies.
    fn joined(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut out: Vec<Guess> = Vec::with_capacity(guesses.len());
        let mut rest = guesses.into_iter().peekable();
        while let Some(mut guess) = rest.next() {
            if out.last().is_some_and(|last| last.tokens.end > guess.tokens.start) {
                continue;
            }
            if !guess.proven || guess.group == Group::Org {
                let limit = rest.peek().map_or(self.clues.len(), |next| next.tokens.start);
                self.to_last_word(&mut guess, limit);
                self.to_object(&mut guess);
                while rest.next_if(|next| next.tokens.start < guess.tokens.end).is_some() {}
                self.by_last_word(&mut guess);
                if let Some(last) = out.last()
                    && (self.founders(last, &guess) || self.under_one_article(last, &guess))
                {
                    guess.tokens.start = last.tokens.start;
                    out.pop();
                }
            }
            out.push(guess);
        }
        out
    }

    /// "Penrith" of "Penrith Athletic", "King" of "Martin Luther King Jr. Center", "Carver" of "Carver Elementary".
    fn to_last_word(&self, guess: &mut Guess, limit: usize) {
        let mut at = guess.tokens.end;
        let sentence = self.doc.sentence_of(guess.tokens.start);
        if guess.group == Group::Person && is_generation(self.doc.normal(at)) {
            at += 1;
        }
        if at < guess.tokens.end || !self.is_name(at) || self.doc.sentence_of(at) != sentence {
            return;
        }
        // What the model has as a name by itself stays one unless it is nothing but such a word.
        let alone = at >= limit || !self.is_name(at + 1) || at + 1 >= limit;
        let known = self.clues[at].known;
        // "the Ana Ruiz Theatre"
        let named_after = guess.group == Group::Person
            && guess.tokens.len() > 1
            && self.has_article(guess.tokens.start)
            && (self.is(at, WordClass::Building) || known.is_fac_word());
        if named_after && alone {
            guess.tokens.end = at + 1;
            guess.settle_on(Group::Place, BY_FORM);
            return;
        }
        let fits = match guess.group {
            Group::Person => {
                guess.tokens.len() > 1 && self.is_head(at) && known.surname() == 0
                    || matches!(self.doc.normal(at), "foundation" | "center" | "centre" | "institute")
                    || guess.tokens.len() == 1
                        && self.is(at, WordClass::ClubWord)
                        && self.is_unlike_word(guess.tokens.start)
                        && self.clues[guess.tokens.start].known.given_name() < 2
            }
            Group::Place | Group::Org => {
                self.is(at, WordClass::ClubWord) && self.is_unlike_word(guess.tokens.end - 1)
                    || self.is(at, WordClass::SchoolWord)
            }
            Group::Other => false,
        };
        if fits && alone {
            guess.tokens.end = at + 1;
            guess.settle_on(Group::Org, BY_FORM);
        }
    }

    /// "Kylie" and "Anstruther Bridge" of "the Kylie Anstruther Bridge": somebody has no article. A school needs none.
    fn under_one_article(&self, before: &Guess, guess: &Guess) -> bool {
        let last = guess.tokens.end - 1;
        before.tokens.end == guess.tokens.start
            && before.group == Group::Person
            && !before.proven
            && guess.group != Group::Person
            && guess.tokens.len() > 1
            && (self.has_article(before.tokens.start)
                && (self.is_head(last)
                    || self.is(last, WordClass::Building)
                    || self.clues[last].known.is_fac_word())
                // "Rosa" and "Lund Middle School": a given name stands before no body.
                || before.tokens.len() == 1
                    && self.clues[before.tokens.start].known.given_name() > 0
                    && self.clues[guess.tokens.start].known.surname() > 0
                    && self.is(last - 1, WordClass::SchoolWord)
                    && self.doc.normal(last) == "school")
    }

    /// A name that is no everyday word.
    fn is_unlike_word(&self, token: usize) -> bool {
        self.clues[token].known.common_word() == 0
    }

    /// "on Latin America" of "Washington Office on Latin America", "to Protect Journalists", "for the Fifth Circuit", "of
    /// Eastern Africa".
    fn to_object(&self, guess: &mut Guess) {
        let last = guess.tokens.end - 1;
        if guess.group != Group::Org
            || !self.clues[last].known.is_org_word() && !self.doc.normal(last).ends_with('s')
        {
            return;
        }
        let body = guess.tokens.clone().any(|at| self.clues[at].known.is_org_word());
        let at = guess.tokens.end;
        let verb = self.doc.normal(at) == "to" && self.is_verb(at + 1);
        let on = matches!(self.doc.normal(at), "on" | "against");
        let the = usize::from(self.doc.normal(at + 1) == "the");
        let part = self.doc.normal(at) == "for"
            && self.is_name(at + 1 + the)
            && self.clues[at + 1 + the].known.common_word() > 0
            && self.clues[at + 1 + the].phrase_here().is_none();
        // "Catholic University of Eastern Africa", "Superior Court of the District of Columbia"
        let of = self.doc.normal(at) == "of"
            && guess.tokens.len() > 1
            && self.clues[last].known.is_org_word()
            && !self.clues[last].known.is_company_form()
            && self.is_name(at + 1 + the);
        if !body || !(verb || on || part || of) {
            return;
        }
        let from = at + 1 + if verb { 0 } else { the };
        let mut end = from;
        while end < from + 6 && self.is_name(end) && self.doc.sentence_of(end) == self.doc.sentence_of(last) {
            end += 1;
            let joint = matches!(self.doc.normal(end), "and" | "of");
            if joint && self.is_name(end + 1) && !self.is_given_name(end + 1) {
                end += 1;
            }
        }
        let person = end == from + 1 && self.is_given_name(from);
        // "Markets Committee of the Organisation of Ports": two bodies.
        let another = of && (from..end).any(|at| self.clues[at].known.is_org_word());
        if end > from && !person && !another && !self.clues[from].known.is_month() {
            guess.tokens.end = end;
            guess.settle_on(Group::Org, BY_FORM);
        }
    }

    fn is_given_name(&self, token: usize) -> bool {
        let known = self.clues[token].known;
        known.given_name() > 1 && known.common_word() == 0
    }

    fn is_verb(&self, token: usize) -> bool {
        self.is_name(token) && self.doc.lexeme(token).parts.has_any(crate::lexicon::Parts::VERB_BASE)
    }

    /// "Marlow Rovers", "Orrendale Echo": a name of several words whose last one is for bodies.
    fn by_last_word(&self, guess: &mut Guess) {
        let (first, last) = (guess.tokens.start, guess.tokens.end - 1);
        if guess.tokens.len() < 2 || !self.is_name(last) || guess.group == Group::Org {
            return;
        }
        let known = self.clues[last].known;
        let given = self.clues[first].known.given_name() > 0;
        let paper = self.is(last, WordClass::PaperWord) && self.has_article(first)
            || guess.tokens.clone().any(|at| self.is(at, WordClass::ForeignBody) && self.is_name(at));
        let club =
            self.is(last, WordClass::ClubWord) || self.is(last, WordClass::CompanyEnd) && known.surname() < 2;
        let head = self.is_head(last) || known.is_org_word();
        // "Jowon C&I"
        if guess.group == Group::Person && self.doc.word(last).contains('&') {
            guess.settle_on(Group::Org, BY_FORM);
            return;
        }
        let body = match guess.group {
            Group::Person => (head || paper || club) && !(given && known.surname() > 0),
            Group::Place => {
                let whole =
                    self.clues[first].phrase_here().is_some_and(|(length, _)| length == guess.tokens.len());
                let head = self.is_head(last) && known.surname() == 0 && !known.is_fac_word() && !whole;
                paper || club || head || self.is(last, WordClass::SchoolWord)
            }
            Group::Other => head && !known.is_event_word() && !known.is_law_word() || paper || club,
            Group::Org => false,
        };
        if body {
            guess.settle_on(Group::Org, BY_FORM);
        }
    }

    fn has_article(&self, first: usize) -> bool {
        first.checked_sub(1).is_some_and(|before| self.doc.normal(before) == "the")
    }

    /// "John D. and" before "Catherine T. Maddan Foundation": a given name, perhaps with an initial, and no surname.
    fn founders(&self, before: &Guess, guess: &Guess) -> bool {
        let (start, end) = (before.tokens.start, before.tokens.end);
        let last = guess.tokens.end - 1;
        let joint = matches!(self.doc.normal(end), "and" | "&") && end + 1 == guess.tokens.start;
        let house = guess.group == Group::Org
            && matches!(
                self.doc.normal(last),
                "foundation" | "trust" | "fund" | "center" | "centre" | "institute"
            );
        let people = before.group == Group::Person
            && self.clues[start].known.given_name() > 0
            && self.clues[guess.tokens.start].known.given_name() > 0
            && (start + 1..end).all(|at| self.doc.word(at).trim_end_matches('.').chars().count() == 1);
        joint && house && people
    }
}
