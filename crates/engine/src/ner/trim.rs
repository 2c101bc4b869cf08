//! Cuts a guess to the name alone: no title, article or possessive inside it, no mark at its edge.

use super::features::Clue;
use super::{Group, Guess, is_namelike};
use crate::doc::Doc;
use crate::lexicon::Title;
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// The guesses, each cut to its name; those of which nothing is left go.
pub(super) fn trim(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>) -> Vec<Guess> {
    let mut out: Vec<Guess> = Vec::with_capacity(guesses.len());
    for mut guess in guesses {
        let from = out.last().map_or(0, |before| before.tokens.end);
        if guess.proven {
            out.push(guess);
            continue;
        }
        cut_end(doc, clues, &mut guess);
        guess.tokens.start = guess.tokens.start.max(from);
        if !cut_party(doc, &mut guess) {
            over_hyphens(doc, clues, &mut guess, from);
        }
        if is_titled_name(doc, clues, &guess) {
            guess.settle_on(Group::Person, 0.8);
        }
        cut_start(doc, clues, &mut guess);
        let name =
            guess.tokens.clone().any(|token| doc.tokens[token].is_word() && doc.tokens[token].is_capital());
        // What has no capital can be a name only as one of several words ("al-Shabab" has one, "hydrogen" none).
        let written = name || guess.group != Group::Person && guess.tokens.len() > 1;
        let alone = is_title_alone(clues, &guess)
            || is_office(doc, clues, &guess)
            || is_portfolio(doc, clues, &guess)
            || is_plural_abbreviation(doc, clues, &guess)
            || is_pronoun(doc, &guess);
        if written && has_letters(doc, &guess) && !alone {
            out.push(guess);
        }
    }
    out
}

/// "Justice Raymond Zondo", which the model took for a body: a title, and behind it nothing but a person's names.
fn is_titled_name(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    let tokens = guess.tokens.clone();
    let Some(first) = clues.get(tokens.start).filter(|_| (2..=4).contains(&tokens.len())) else {
        return false;
    };
    let name = |token: usize| {
        let known = clues[token].known;
        is_namelike(doc, clues, token)
            && known.title().is_none()
            && !(known.is_org_word() || known.is_fac_word() || known.is_loc_word() || known.is_law_word())
            && known.common_word() == 0
    };
    let borne = |token: usize| clues[token].known.given_name() + clues[token].known.surname() > 0;
    let rest = || tokens.clone().skip(1);
    guess.group != Group::Person && first.known.title().is_some() && rest().all(name) && rest().any(borne)
}

/// "Mr." or "President" without a name behind it: whom it means is asked later. "Madam Speaker" is a name.
fn is_title_alone(clues: &[Clue], guess: &Guess) -> bool {
    let start = guess.tokens.start;
    let Some(facts) = clues.get(start).map(|clue| clue.known).filter(|_| guess.tokens.len() == 1) else {
        return false;
    };
    let addressed = start.checked_sub(1).is_some_and(|at| clues[at].known.title() == Some(Title::Honorific));
    match facts.title() {
        Some(Title::Honorific) => true,
        Some(Title::Role) => {
            let surname = facts.given_name() > 0 || facts.surname() >= 2;
            guess.group == Group::Person && !surname && !addressed
        }
        None => false,
    }
}

/// "the Emir", "Crown Prince", "Opposition Leader": an office without anybody’s name.
fn is_office(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    let (start, end) = (guess.tokens.start, guess.tokens.end);
    // What was cut off from both sides may have left nothing.
    if guess.tokens.is_empty() {
        return false;
    }
    let modifier = |at: usize| doc.is(at, WordClass::TitleModifier);
    let title = |at: usize| clues[at].known.title().is_some() || doc.is(at, WordClass::TitleWord);
    let known = || clues[start].phrase_here().is_some_and(|(length, _)| length == end - start);
    if guess.group == Group::Other || !guess.tokens.clone().all(|at| title(at) || modifier(at)) || known() {
        return false;
    }
    let last = end - 1;
    let honorific = |at: usize| clues[at].known.title() == Some(Title::Honorific);
    if guess.tokens.len() > 1 {
        let addressed = honorific(start) || start.checked_sub(1).is_some_and(honorific);
        return !addressed && title(last) && (modifier(start) || clues[last].known.surname() == 0);
    }
    let before = start.checked_sub(1);
    // "Madam Speaker" is somebody, and a name.
    let addressed = before.is_some_and(|before| clues[before].known.title() == Some(Title::Honorific));
    let article = before.is_some_and(|before| doc.normal(before) == "the");
    let led =
        before.is_some_and(|before| doc.tokens[before].is_capital() && (modifier(before) || title(before)));
    title(last)
        && !addressed
        && !is_namelike(doc, clues, end)
        && (article || led && clues[last].known.surname() < 2)
}

/// "Mines and Energy" of "Deputy Minister of Mines and Energy", "Finance" of "head of Finance".
fn is_portfolio(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    let joint = |of: &usize| matches!(doc.normal(*of), "of" | "for");
    let within = Some(guess.tokens.start + 1).filter(|of| guess.tokens.len() > 2 && joint(of));
    // "Prosecutions" of "Director of Public Prosecutions"
    let led = (1..=3).filter_map(|back| guess.tokens.start.checked_sub(back));
    let before = led.clone().find(|&at| !(doc.is(at, WordClass::Portfolio) && doc.tokens[at].is_capital()));
    let Some(of) = within.or_else(|| before.filter(joint)) else {
        return false;
    };
    let field = of + 1..guess.tokens.end;
    let office = of
        .checked_sub(1)
        .is_some_and(|at| clues[at].known.title() == Some(Title::Role) || clues[at].known.is_person_noun());
    let fits = |at: usize| {
        doc.is(at, WordClass::Portfolio)
            || doc.is(at, WordClass::FunctionWord)
            || !doc.tokens[at].is_word()
            || clues[at].known.common_word() > 1
    };
    office
        && field.clone().all(fits)
        && doc.is(field.start, WordClass::Portfolio)
        && (doc.is(guess.tokens.end - 1, WordClass::Portfolio)
            || !clues[guess.tokens.end - 1].known.is_org_word())
}

/// "IPPs", "MPs": several of something, by an abbreviation.
fn is_plural_abbreviation(doc: &Doc, clues: &[Clue], guess: &Guess) -> bool {
    let word = doc.word(guess.tokens.start);
    guess.tokens.len() == 1
        && word.len() > 2
        && word.strip_suffix('s').is_some_and(|stem| stem.bytes().all(|byte| byte.is_ascii_uppercase()))
        && clues[guess.tokens.start].phrase_here().is_none()
}

/// "I", whoever is called "Norton I".
fn is_pronoun(doc: &Doc, guess: &Guess) -> bool {
    guess.group == Group::Person && guess.tokens.len() == 1 && doc.word(guess.tokens.start) == "I"
}

fn has_letters(doc: &Doc, guess: &Guess) -> bool {
    guess.tokens.clone().any(|token| doc.tokens[token].is_word())
}

/// "D-Ohio": the state alone is the place, the letter is a party's.
fn cut_party(doc: &Doc, guess: &mut Guess) -> bool {
    let start = guess.tokens.start;
    let hyphen = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Hyphen && t.glued);
    let party = |at: usize| matches!(doc.word(at), "D" | "R" | "I");
    let state = |at: usize| doc.tokens.get(at).is_some_and(|t| t.is_word() && t.is_capital() && t.glued);
    if party(start) && hyphen(start + 1) && state(start + 2) {
        guess.tokens = start + 2..guess.tokens.end.max(start + 3);
    } else if !(start >= 2 && hyphen(start - 1) && party(start - 2)) {
        return false;
    }
    guess.settle_on(Group::Place, 0.9);
    true
}

/// A name goes on over a hyphen to the next capital ("Hsin-Tai"), a person's to a small letter too ("Jae-won").
fn over_hyphens(doc: &Doc, clues: &[Clue], guess: &mut Guess, from: usize) {
    let hyphen = |at: usize| doc.tokens.get(at).is_some_and(|t| t.kind == TokenKind::Hyphen);
    let capital = |at: usize| doc.tokens.get(at).is_some_and(|t| t.is_word() && t.is_capital());
    while hyphen(guess.tokens.end) {
        let next = guess.tokens.end + 1;
        let Some(token) = doc.tokens.get(next).filter(|token| token.is_word() && token.glued) else {
            break;
        };
        let small = guess.group == Group::Person
            && guess.tokens.len() > 1
            && token.case == Case::Lower
            && clues[next].known.common_word() == 0
            && doc.word(next).len() <= 6;
        // "Asia-Pacific" is one name, "Paris-Dakar" two places: places are left as they were found.
        let joins = capital(next) && guess.group != Group::Place;
        if !(small || joins) {
            break;
        }
        guess.tokens.end = next + 1;
    }
    while guess.tokens.start >= from + 2 && guess.group == Group::Person {
        let before = guess.tokens.start - 2;
        if !(hyphen(before + 1) && doc.tokens[guess.tokens.start].glued && capital(before)) {
            break;
        }
        guess.tokens.start = before;
    }
}

fn cut_end(doc: &Doc, clues: &[Clue], guess: &mut Guess) {
    while let Some(last) = guess.tokens.end.checked_sub(1).filter(|last| *last >= guess.tokens.start) {
        let cut = match doc.tokens[last].kind {
            TokenKind::Clitic | TokenKind::Hyphen | TokenKind::QuoteMark => true,
            TokenKind::Mark => !matches!(doc.word(last), ")" | "!"),
            // "Fenella Marsh KC"
            TokenKind::Word if doc.tokens[last].is_capital() => {
                guess.group == Group::Person
                    && last > guess.tokens.start + 1
                    && doc.tokens[last].case == Case::Upper
                    && doc.tokens[guess.tokens.start].case == Case::Title
                    && doc.word(last).chars().filter(|c| c.is_uppercase()).count() > 1
                    && doc.is(last, WordClass::PostNominal)
            }
            TokenKind::Word => {
                // "Mumbai-based", "Kestrel rose"
                let everyday = guess.group != Group::Person
                    && last > guess.tokens.start
                    && clues[last].known.common_word() > 0;
                doc.is(last, WordClass::FunctionWord) || everyday
            }
            _ => false,
        };
        if !cut {
            break;
        }
        guess.tokens.end = last;
    }
}

fn cut_start(doc: &Doc, clues: &[Clue], guess: &mut Guess) {
    while guess.tokens.len() > 1 {
        let first = guess.tokens.start;
        let facts = clues[first].known;
        let more = (first + 1..guess.tokens.end).any(|token| is_namelike(doc, clues, token));
        let cut = match doc.tokens[first].kind {
            TokenKind::Word if guess.group == Group::Person => {
                let title = facts.title() == Some(Title::Honorific)
                    || facts.title().is_some() && !(facts.given_name() > 1 && facts.common_word() == 0)
                    || facts.is_person_noun() && facts.given_name() == 0 && facts.surname() < 2
                    || facts.group().is_some() && facts.given_name() == 0 && facts.surname() < 2;
                let greeting = matches!(
                    doc.normal(first),
                    "hello" | "hi" | "hey" | "dear" | "thanks" | "goodbye" | "congratulations" | "welcome"
                );
                // "HH the Emir"
                let style = doc.is(first, WordClass::TitleWord) && doc.normal(first + 1) == "the";
                more && (title || greeting || style)
                    || doc.is(first, WordClass::FunctionWord) && more && facts.given_name() == 0
            }
            TokenKind::Word => {
                // "The Sun" is no day.
                let more = more || doc.tokens[first + 1].is_capital();
                matches!(doc.normal(first), "the" | "a" | "an") && more
            }
            // The hour of a live report: "14.40 Ana Ruiz is back".
            TokenKind::Number => guess.group == Group::Person && doc.word(first).contains(['.', ':']),
            _ => true,
        };
        if !cut {
            break;
        }
        guess.tokens.start += 1;
    }
    if guess.tokens.len() == 1 && !doc.tokens[guess.tokens.start].is_word() {
        guess.tokens.end = guess.tokens.start;
    }
}
