//! Organisations by the form of their names: what "and" joins, what an acronym in brackets stands for, founders before a
//! foundation, papers, clubs and schools, and who owns what behind a possessive.

use std::ops::Range;

use rustc_hash::FxHashSet as HashSet;

use super::features::Clue;
use super::weights::{BY_FORM, BY_PROOF};
use super::{Group, Guess, is_namelike, overlay};
use crate::doc::Doc;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// How many tokens before its brackets an acronym is looked for.
const REACH: usize = 16;

/// The guesses after the forms of names have been asked.
pub(super) fn by_form(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let guesses = look.split(guesses);
    let guesses = look.joined(guesses);
    let guesses = look.firms(guesses);
    let guesses = look.genitives(guesses);
    look.acronyms(guesses)
}

struct Look<'a> {
    doc: &'a Doc<'a>,
    clues: &'a [Clue],
}

impl Look<'_> {
    fn is_name(&self, token: usize) -> bool {
        token < self.clues.len() && is_namelike(self.doc, self.clues, token)
    }

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

    // Cutting.

    /// What was taken for one name and is two: "Borlin Group and Kestel AG", "Turkey’s Sabah"; and words before and behind
    /// that belong to neither: "Retailer Peskin plc", "Halvik United for Serie B".
    fn split(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut out = Vec::with_capacity(guesses.len());
        for mut guess in guesses {
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
                guess.tokens.start = and + 1;
                out.push(first);
            }
            out.push(guess);
        }
        out
    }

    /// "Retailer" of "Retailer Peskin plc", "Winger" of "Winger Tomas Rulfo", where a sentence begins.
    fn cut_noun(&self, guess: &mut Guess) {
        let first = guess.tokens.start;
        let (known, next) = (self.clues[first].known, self.clues[first + 1].known);
        if !self.doc.begins_sentence(first) || !self.is_name(first + 1) || known.given_name() > 0 {
            return;
        }
        let unknown = next.common_word() == 0;
        let for_body = self.is(first, WordClass::CompanyNoun)
            || self.is(first, WordClass::OrganisationNoun)
            || self.is(first, WordClass::MediaNoun)
            || self.doc.normal(first) == "rivals";
        let for_person = known.is_person_noun() || known.is_person_plural();
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

    // Joining.

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
                    && self.founders(last, &guess)
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
        if guess.group == Group::Person && matches!(self.doc.normal(at), "jr" | "jr." | "sr" | "sr.") {
            at += 1;
        }
        if at < guess.tokens.end || !self.is_name(at) || self.doc.sentence_of(at) != sentence {
            return;
        }
        // What the model has as a name by itself stays one unless it is nothing but such a word.
        let alone = at >= limit || !self.is_name(at + 1) || at + 1 >= limit;
        let known = self.clues[at].known;
        let fits = match guess.group {
            Group::Person => {
                guess.tokens.len() > 1 && self.is_head(at) && known.surname() == 0
                    || matches!(self.doc.normal(at), "foundation" | "center" | "centre" | "institute")
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

    /// A name that is no everyday word.
    fn is_unlike_word(&self, token: usize) -> bool {
        self.clues[token].known.common_word() == 0
    }

    /// "on Latin America" of "Washington Office on Latin America", "to Protect Journalists", "for the Fifth Circuit".
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
        if !body || !(verb || on || part) {
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
        if end > from && !person && !self.clues[from].known.is_month() {
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
        let paper = self.is(last, WordClass::PaperWord) && self.has_article(first);
        let club =
            self.is(last, WordClass::ClubWord) || self.is(last, WordClass::CompanyEnd) && known.surname() < 2;
        let head = self.is_head(last) || known.is_org_word();
        let body = match guess.group {
            Group::Person => (head || paper || club) && !(given && known.surname() > 0),
            Group::Place => paper || club || self.is(last, WordClass::SchoolWord),
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

    // Firms over "&".

    /// "Smith & Wesson", "Bill & Melinda Gates Foundation", "AT&T".
    fn firms(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        let mut near = 0;
        for at in 0..self.clues.len() {
            let written = self.doc.word(at);
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
            if !known(start) && !titled && !two_people {
                found.push(Guess::sure(start..end, Group::Org, BY_FORM));
            }
        }
        overlay(guesses, &[], found)
    }

    /// "Wendy’s kept its prices": firms that are written with a possessive; but "Wendy’s mother", and nobody’s of whom the
    /// article has the full name.
    fn genitives(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        for at in 0..self.clues.len() {
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

    // Acronyms.

    /// "Bureau of Alcohol, Tobacco, Firearms and Explosives (ATF)": the letters say where the name begins (Schwartz and
    /// Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003).
    fn acronyms(&self, guesses: Vec<Guess>) -> Vec<Guess> {
        let mut found: Vec<Guess> = Vec::new();
        let mut terms: Vec<Range<usize>> = Vec::new();
        let mut small: HashSet<&str> = HashSet::default();
        for at in 1..self.clues.len().saturating_sub(1) {
            let acronym = self.doc.word(at - 1) == "(" && self.doc.word(at + 1) == ")" && self.is_acronym(at);
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
                    if guesses.get(same).is_some_and(|guess| guess.tokens == body.tokens) {
                        continue;
                    }
                    body.proven = true;
                    // "the Middle East and North Africa (MENA)"
                    let place = |at: usize| {
                        self.clues[at].phrase_here().is_some_and(|(_, facts)| {
                            super::phrases::group(facts.kind()) == Some(Group::Place)
                        })
                    };
                    let last = (body.tokens.start..body.tokens.end).find(|&at| {
                        self.clues[at].phrase_here().is_some_and(|(length, _)| at + length == body.tokens.end)
                    });
                    if place(body.tokens.start) && last.is_some_and(place) {
                        body.settle_on(Group::Place, BY_PROOF);
                    }
                    found.push(body);
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
