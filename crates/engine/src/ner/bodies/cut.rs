//! What was taken for one name and is two, and what stands beside a name and belongs to none.

use std::ops::Range;

use super::super::weights::BY_FORM;
use super::super::{Group, Guess, Look, class_noun};
use crate::lexicon::GroupKind;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

impl Look<'_> {
    /// What was taken for one name and is two: "Borlin Group and Kestel AG", "Turkey’s Sabah"; and words before and behind
    /// that belong to neither: "Retailer Peskin plc", "Halvik United for Serie B".
    pub(super) fn split(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut out = Vec::with_capacity(guesses.len());
        for mut guess in guesses {
            if let Some((first, second)) = self
                .border(&guess)
                .or_else(|| self.over_noun(&guess))
                .or_else(|| self.partisan(&guess))
                .or_else(|| self.people_of(&guess))
            {
                out.extend([first, second]);
                continue;
            }
            if guess.proven || guess.tokens.len() < 2 {
                out.push(guess);
                continue;
            }
            self.cut_noun(&mut guess);
            self.cut_score(&mut guess);
            if let Some((owner, rest)) = self.owner(&guess) {
                out.push(owner);
                guess = rest;
            }
            while guess.group == Group::Org
                && let Some(and) = guess.tokens.clone().find(|&at| self.parts_two(&guess.tokens, at))
            {
                let mut first = guess.clone();
                first.tokens.end = and;
                first.settle_on(Group::Org, BY_FORM);
                guess.tokens.start = and + 1 + usize::from(self.doc.word(and + 1) == "the");
                out.push(first);
            }
            out.push(guess);
        }
        out
    }

    /// "Iran" and "Iraq" of "the Iran-Iraq border", which were taken for one place.
    fn border(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let start = guess.tokens.start;
        let known = |at: usize| {
            self.clues[at].phrase_here().is_some_and(|(length, facts)| length == 1 && facts.kind().is_gpe())
        };
        let two = guess.tokens.len() == 3
            && guess.group == Group::Place
            && self.kind(start + 1) == Some(TokenKind::Hyphen)
            && self.clues[start].phrase_here().is_none_or(|(length, _)| length < 3)
            && known(start)
            && known(start + 2);
        two.then(|| {
            let place = |at: usize| Guess { tokens: at..at + 1, ..guess.clone() };
            (place(start), place(start + 2))
        })
    }

    /// "Sunni" and "Halvat" of "Sunni group Halvat": a noun in small letters says what the second is.
    fn over_noun(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let mut inside = guess.tokens.clone().skip(1).take(guess.tokens.len().saturating_sub(2));
        let noun = inside.find(|&at| {
            let body = class_noun::of_body(self.doc.normal(at)).is_some_and(|kind| kind.group == Group::Org);
            let somebody = guess.group == Group::Person && self.clues[at].known.is_person_noun();
            self.doc.tokens[at].case == Case::Lower && (body || somebody)
        })?;
        if !self.is_name(noun + 1) || !self.is_name(noun - 1) || guess.proven {
            return None;
        }
        let mut first = Guess { tokens: guess.tokens.start..noun, ..guess.clone() };
        if guess.group != Group::Person {
            return Some((first, Guess::sure(noun + 1..guess.tokens.end, Group::Org, BY_FORM)));
        }
        // "Tarnari elder Ana Ruiz", "Kestrel striker Ana Ruiz", "Leeds solicitor Ana Ruiz"
        first.settle_on(Group::Org, BY_FORM);
        // "elder Uncle Ana Ruiz"
        let kin = self.clues[noun + 1].known.is_person_noun() && self.is_name(noun + 2);
        let start = noun + 1 + usize::from(kin);
        if matches!(self.doc.normal(noun), "elder" | "chief" | "woman" | "man") {
            first.kind = Some(analysis::EntityType::Norp);
        } else if self.clues[first.tokens.start].phrase_here().is_some_and(|(_, facts)| facts.kind().is_gpe())
        {
            first.settle_on(Group::Place, BY_FORM);
        }
        Some((first, Guess::sure(start..guess.tokens.end, Group::Person, BY_FORM)))
    }

    /// "Nebraska" and "Republican" of "a Nebraska Republican": somebody of a party, and their state.
    fn partisan(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let last = guess.tokens.end - 1;
        let home = guess.tokens.start..last;
        let placed = !home.is_empty()
            && self.clues[home.start]
                .phrase_here()
                .is_some_and(|(length, facts)| length == home.len() && facts.kind().is_gpe());
        let member = matches!(self.clues[last].known.group(), Some(GroupKind::Politics));
        if !placed || !member || guess.proven || self.is_name(guess.tokens.end) {
            return None;
        }
        let mut party = Guess::sure(last..last + 1, Group::Other, BY_FORM);
        party.kind = Some(analysis::EntityType::Norp);
        Some((Guess::sure(home, Group::Place, BY_FORM), party))
    }

    /// "Sikhs" and "Woolgoolga" of "the Sikhs of Woolgoolga": many of a people or a faith, and where they live.
    fn people_of(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let (start, of) = (guess.tokens.start, guess.tokens.start + 1);
        let many = self.clues[start].known.group().is_some_and(|group| group != GroupKind::Politics)
            && self.doc.normal(start).ends_with('s');
        if !many || self.doc.normal(of) != "of" || guess.tokens.len() < 3 || guess.proven {
            return None;
        }
        let mut people = Guess::sure(start..of, Group::Other, BY_FORM);
        people.kind = Some(analysis::EntityType::Norp);
        Some((people, Guess::sure(of + 1..guess.tokens.end, Group::Place, BY_FORM)))
    }

    /// "Retailer" of "Retailer Peskin plc", "Winger" of "Winger Tomas Rulfo", where a sentence begins.
    fn cut_noun(&self, guess: &mut Guess) {
        let first = guess.tokens.start;
        let (known, next) = (self.clues[first].known, self.clues[first + 1].known);
        if !self.doc.begins_sentence(first) || !self.is_name(first + 1) || known.given_name() > 0 {
            return;
        }
        let unknown = next.common_word() == 0 || self.doc.word(first + 1).ends_with('.');
        let for_body = self.is(first, WordClass::CompanyNoun)
            || self.is(first, WordClass::OrganisationNoun)
            || self.is(first, WordClass::MediaNoun)
            || self.doc.normal(first) == "rivals";
        let for_person =
            known.is_person_noun() || known.is_person_plural() || self.is(first, WordClass::Calling);
        let cut = match guess.group {
            Group::Person => (for_body || for_person) && (unknown || next.given_name() > 0),
            Group::Org => for_body && unknown && !self.is_head(first),
            _ => false,
        };
        if cut {
            guess.tokens.start += 1;
            if for_body && !for_person && guess.group == Group::Person && guess.tokens.len() == 1 {
                guess.settle_on(Group::Org, BY_FORM);
            }
        }
    }

    /// The runs of "England 312", and what is behind the name of a club: "Halvik United for Serie B".
    fn cut_score(&self, guess: &mut Guess) {
        let last = guess.tokens.end - 1;
        let start = guess.tokens.start;
        let place = self.clues[start]
            .phrase_here()
            .is_some_and(|(length, facts)| start + length == last && facts.kind().is_gpe());
        if self.kind(last) == Some(TokenKind::Number) && place {
            guess.tokens.end = last;
            return;
        }
        if let Some(at) = (start + 1..last).find(|&at| self.doc.normal(at) == "for")
            && self.is(at - 1, WordClass::ClubWord)
        {
            guess.tokens.end = at;
        }
    }

    /// "Turkey" of "Turkey’s Sabah": a place that owns what follows, unless the lexicon has the whole.
    fn owner(&self, guess: &Guess) -> Option<(Guess, Guess)> {
        let start = guess.tokens.start;
        let clitic = guess.tokens.clone().find(|&at| self.kind(at) == Some(TokenKind::Clitic))?;
        let whole = self.clues[start].phrase_here().is_some_and(|(length, _)| start + length > clitic);
        let known = self.clues[start]
            .phrase_here()
            .is_some_and(|(length, facts)| start + length == clitic && facts.kind().is_gpe());
        let place = known || clitic > start + 1 && self.clues[clitic - 1].known.is_loc_word();
        if whole || !place || !self.is_name(clitic + 1) || clitic + 1 >= guess.tokens.end {
            return None;
        }
        let mut rest = guess.clone();
        rest.tokens.start = clitic + 1;
        let last = guess.tokens.end - 1;
        if self.clues[last].known.is_org_word() {
            rest.settle_on(Group::Org, BY_FORM);
        } else if self.clues[last].known.is_loc_word() || self.is(last, WordClass::PlaceNoun) {
            rest.settle_on(Group::Place, BY_FORM);
        }
        Some((Guess::sure(start..clitic, Group::Place, BY_FORM), rest))
    }

    /// Whether an "and" parts two bodies: the first ends in a word that ends a body's name ("Duke University and Princess
    /// Cruises"), or is one of a place ("University of Arlesheim and Winfield High School").
    fn parts_two(&self, tokens: &Range<usize>, and: usize) -> bool {
        // "the Free Democrats and the Left": two articles, two names.
        if self.doc.word(and) == "and"
            && self.doc.word(and + 1) == "the"
            && and > tokens.start
            && and + 2 < tokens.end
            && self.has_article(tokens.start)
            && !tokens.clone().any(|at| matches!(self.doc.word(at), "of" | "for" | "on"))
        {
            return true;
        }
        // "Kuwait University, Ministry of Health": what ends a body’s name, and what begins one.
        let comma = self.doc.word(and) == ","
            && and >= tokens.start + 2
            && and + 2 < tokens.end
            && self.is_head(and - 1)
            && self.is_head(and + 1)
            && self.doc.word(and + 2) == "of";
        // "Babel Finance and Celsius": a trade, and a word that is none.
        let single = and + 2 == tokens.end
            && self.doc.word(and) == "and"
            && and >= tokens.start + 2
            && (self.is(and - 1, WordClass::CompanyEnd) || self.is_head(and - 1))
            && self.is_name(and + 1)
            && self.clues[and + 1].known.common_word() == 0;
        if comma || single {
            return true;
        }
        if self.doc.normal(and) != "and" || and < tokens.start + 2 || and + 3 > tokens.end {
            return false;
        }
        let right = and + 1..tokens.end;
        // "An" of "Ping An" is no article.
        let capital = |at: usize| self.doc.tokens[at].is_capital() || !self.doc.tokens[at].is_word();
        if !right.clone().all(capital) {
            return false;
        }
        let ends = self.is_head(and - 1);
        let of = (tokens.start..and).find(|&at| self.doc.normal(at) == "of");
        let place = |at: usize| {
            self.clues[at].known.common_word() == 0
                || self.clues[at].phrase_here().is_some_and(|(_, facts)| facts.kind().is_gpe())
        };
        match of {
            None => ends,
            Some(of) => {
                let last = tokens.end - 1;
                let head = self.is_head(last) || self.is(last, WordClass::SchoolWord);
                head && (ends && of + 1 < and - 1 || (of + 1..and).all(place)) && place(and + 1)
            }
        }
    }
}
