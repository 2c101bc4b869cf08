//! From the model's four types to those of the contract, with the lexicon's help.

use analysis::EntityType;

use super::features::Clue;
use super::{Group, Guess, Name};
use crate::lexicon::{Lexicon, PhraseFacts, PhraseKind};
use crate::reading::Reading;
use crate::token::Case;
use crate::word_class::{self, WordClass};

/// The names behind the guesses, and the nationalities and other groups between them.
pub(super) fn names(reading: &Reading, clues: &[Clue], guesses: &[Guess]) -> Vec<Name> {
    let mut names = Vec::with_capacity(guesses.len());
    let mut at = 0;
    for guess in guesses {
        if is_quarter(reading, clues, guess.tokens.end - 1) && guess.tokens.len() == 1 {
            continue;
        }
        groups(reading, clues, at..guess.tokens.start, &mut names);
        at = guess.tokens.end;
        match kind(reading, clues, guess) {
            Some(EntityType::Norp) if guess.tokens.len() == 1 => {
                groups(reading, clues, guess.tokens.clone(), &mut names);
            }
            Some(kind) => {
                names.push(Name { tokens: guess.tokens.clone(), kind, confidence: guess.confidence })
            }
            None => groups(reading, clues, guess.tokens.clone(), &mut names),
        }
    }
    groups(reading, clues, at..reading.tokens.len(), &mut names);
    names
}

/// Adds the words for peoples, faiths and parties that stand outside of longer names.
fn groups(reading: &Reading, clues: &[Clue], tokens: std::ops::Range<usize>, names: &mut Vec<Name>) {
    for token in tokens {
        let capital = matches!(reading.tokens[token].case, Case::Title | Case::Upper);
        if capital && clues[token].known.group().is_some() {
            let quarter = token.checked_sub(1).filter(|&before| is_quarter(reading, clues, before));
            let start = quarter.unwrap_or(token);
            names.push(Name { tokens: start..token + 1, kind: EntityType::Norp, confidence: 0.9 });
        }
    }
}

/// "North" of "North African", "Latin" of "Latin American": a people's name has two words.
fn is_quarter(reading: &Reading, clues: &[Clue], token: usize) -> bool {
    let quarter = is_compass(reading.normal(token));
    let people = clues.get(token + 1).is_some_and(|clue| clue.known.group().is_some());
    quarter && people && reading.tokens[token].is_capital() && reading.tokens[token + 1].is_capital()
}

fn kind(reading: &Reading, clues: &[Clue], guess: &Guess) -> Option<EntityType> {
    let whole = whole_phrase(reading, guess);
    let single = guess.tokens.len() == 1;
    let first = clues[guess.tokens.start].known;
    if single
        && first.group().is_some()
        && !(guess.group == Group::Person && first.surname() + first.given_name() > 1)
    {
        return Some(EntityType::Norp);
    }
    let last = clues[guess.tokens.end - 1].known;
    // "South-East Asian"
    let quarter = |token: usize| is_compass(reading.normal(token)) || reading.word(token) == "-";
    if !single && last.group().is_some() && (guess.tokens.start..guess.tokens.end - 1).all(quarter) {
        return Some(EntityType::Norp);
    }
    Some(match guess.group {
        // Nobody is called "Norway", though somebody is "Jordan" or "Chad".
        Group::Person => match whole {
            Some(facts) if facts.kind() == PhraseKind::Country && !facts.is_ambiguous() => EntityType::Gpe,
            _ => EntityType::Person,
        },
        Group::Org => match whole.map(PhraseFacts::kind) {
            Some(PhraseKind::Event) => EntityType::Event,
            // The model takes seas for organisations now and then; nobody is called "Black Sea" alone.
            Some(PhraseKind::Nature | PhraseKind::Area) if !single => EntityType::Loc,
            Some(PhraseKind::Country) => EntityType::Gpe,
            _ => EntityType::Org,
        },
        Group::Place => match whole.map(PhraseFacts::kind) {
            Some(PhraseKind::Nature | PhraseKind::Area) => EntityType::Loc,
            Some(PhraseKind::Facility) => EntityType::Fac,
            Some(kind) if kind.is_gpe() => EntityType::Gpe,
            _ if !single && last.is_fac_word() => EntityType::Fac,
            _ if !single && (last.is_loc_word() || first.is_loc_word()) => EntityType::Loc,
            _ => EntityType::Gpe,
        },
        Group::Other => match whole.map(PhraseFacts::kind) {
            Some(PhraseKind::Group) => EntityType::Norp,
            Some(PhraseKind::Event) => EntityType::Event,
            Some(PhraseKind::Work) => EntityType::WorkOfArt,
            Some(PhraseKind::Law) => EntityType::Law,
            Some(PhraseKind::Language) => EntityType::Language,
            Some(PhraseKind::Product) => EntityType::Product,
            _ if last.is_event_word() => EntityType::Event,
            _ if last.is_law_word() => EntityType::Law,
            _ if single && first.is_language() => EntityType::Language,
            _ if single && guess.confidence < 0.5 => return None,
            _ if single => EntityType::Product,
            _ => EntityType::WorkOfArt,
        },
    })
}

/// What the lexicon says of a guess as a whole.
pub(super) fn whole_phrase(reading: &Reading, guess: &Guess) -> Option<PhraseFacts> {
    let mut words = guess.tokens.clone().map(|token| reading.word(token));
    let (length, facts) = Lexicon::get().longest(&mut words)?;
    (length == guess.tokens.len()).then_some(facts)
}

fn is_compass(normal: &str) -> bool {
    word_class::is(normal, WordClass::CompassWord)
}
