//! Names that the model missed: found again where the article has them elsewhere, in another spelling, or by what stands
//! beside them alone.

use analysis::EntityType;

use super::super::features::Clue;
use super::super::weights::{
    BY_FORM, CLEAR_FRAME, FOUND_AGAIN, LONG_NAME, MISSED_PLAIN_WEIGHT, MISSED_SHARE, MISSED_WEIGHT, RESPELLED,
};
use super::super::{Group, Guess, evidence, is_namelike, phrases, types};
use rustc_hash::FxHashMap as HashMap;

use super::super::extend::is_dated;
use super::{GROUPS, Said, Votes, is_dateline, is_season, key};
use crate::doc::Doc;
use crate::lexicon::{PhraseKind, transliteration_key};
use crate::syntax::tag::{Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::WordClass;

/// Finds the names again where the model saw none: capitalised words between the guesses that are known by now.
pub(super) fn add_missed(doc: &Doc, clues: &[Clue], guesses: Vec<Guess>, said: &Said) -> Vec<Guess> {
    let mut out: Vec<Guess> = Vec::with_capacity(guesses.len());
    // What was found by its frame alone, by its words: "Terkholm" behind the dateline "TERKHOLM, Jan. 9".
    let mut framed: HashMap<String, Group> = HashMap::default();
    let mut at = 0;
    let mut rest = guesses.into_iter().peekable();
    while at < doc.tokens.len() {
        if rest.peek().is_some_and(|guess| guess.tokens.start <= at) {
            if let Some(guess) = rest.next() {
                at = guess.tokens.end.max(at + 1);
                out.push(guess);
            }
            continue;
        }
        let limit = rest.peek().map_or(doc.tokens.len(), |guess| guess.tokens.start);
        match missed(doc, clues, at, limit, said, &mut framed) {
            Some(guess) => {
                at = guess.tokens.end;
                out.push(guess);
            }
            None => at += 1,
        }
    }
    out
}

/// "Cebotary" where the article spoke of Natalia Cebotari: a word that is no other and is written nearly as a surname of
/// the article. Words of fewer letters are too often like others.
fn respelled(doc: &Doc, clues: &[Clue], at: usize, said: &Said) -> Option<Guess> {
    const SHORTEST: usize = 6;
    let (word, facts) = (doc.normal(at), clues[at].known);
    if word.len() < SHORTEST || facts.common_word() > 0 || said.respelled.is_empty() {
        return None;
    }
    said.respelled
        .contains(&transliteration_key(word))
        .then(|| Guess::sure(at..at + 1, Group::Person, RESPELLED))
}

fn missed(
    doc: &Doc,
    clues: &[Clue],
    at: usize,
    limit: usize,
    said: &Said,
    framed: &mut HashMap<String, Group>,
) -> Option<Guess> {
    if !is_namelike(doc, clues, at) {
        return None;
    }
    let end = run_end(doc, clues, at).min(limit);
    // "Lyme disease", whoever is called Lyme.
    if end == at + 1 && matches!(doc.normal(end), "disease" | "syndrome") {
        return None;
    }
    if is_season(doc, at) {
        return None;
    }
    if let Some(guess) = by_frame(doc, clues, at, end) {
        framed.insert(key(doc, &guess.tokens), guess.group);
        if guess.group == Group::Person {
            framed.insert(key(doc, &(guess.tokens.end - 1..guess.tokens.end)), guess.group);
        }
        return Some(guess);
    }
    // In a headline's capitals, and behind a title, the word before is no part of the name.
    let glued_on = at.checked_sub(1).is_some_and(|before| {
        is_namelike(doc, clues, before) && clues[before].known.title().is_none() && !said.is_titled(doc, at)
            || doc.tokens[before].kind == TokenKind::Hyphen && doc.tokens[at].glued
    });
    for end in (at + 1..=end).rev() {
        let key = key(doc, &(at..end));
        let known = said.parts.get(&key).or_else(|| said.whole.get(&key)).and_then(Votes::best);
        let given = || {
            // "in May" is the month, whoever is called May.
            let name = end == at + 1 && !clues[at].known.is_month() && said.given.contains_key(&key);
            name.then_some((Group::Person, 1.0, LONG_NAME))
        };
        let again = || {
            let unlike_word = clues[at].known.common_word() == 0;
            let group = framed.get(&key).copied();
            // "Brannock" of "Brannock Holdings plc"
            let firm = || (end == at + 1 && said.firms.contains_key(&key)).then_some(Group::Org);
            group.or_else(firm).filter(|_| unlike_word).map(|group| (group, 1.0, LONG_NAME))
        };
        let Some((group, share, weight)) = known.or_else(given).or_else(again) else { continue };
        // "Justice" of "Justice Tarn" is his title, though somebody was addressed by it alone.
        if end == at + 1 && end == limit && clues[at].known.title().is_some() {
            continue;
        }
        let plain = clues[at].known.common_word() > 0
            && doc.begins_sentence(at)
            && !(group == Group::Person && acts(doc, clues, at, end));
        let sure = share > MISSED_SHARE && weight > if plain { MISSED_PLAIN_WEIGHT } else { MISSED_WEIGHT };
        if sure && !(glued_on && end == at + 1) {
            let mut guess = Guess::sure(at..end, group, FOUND_AGAIN);
            guess.kind = said.kind(&key, group);
            return Some(guess);
        }
    }
    if end == at + 1 && !glued_on { respelled(doc, clues, at, said) } else { None }
}

/// Whether what stands behind a name goes with a person: "Cook said", "Banks, who is 58", "Field’s deputy", "Strong now
/// lives"; where "Banks have cut their rates" and "Cook the rice" do not.
pub(super) fn acts(doc: &Doc, clues: &[Clue], at: usize, end: usize) -> bool {
    let Some(next) = doc.tokens.get(end) else { return false };
    match next.kind {
        TokenKind::Clitic => return true,
        TokenKind::Mark if doc.word(end) == "," => {
            return matches!(doc.normal(end + 1), "who" | "a" | "an" | "the" | "his" | "her")
                || doc.tokens.get(end + 1).is_some_and(|token| token.kind == TokenKind::Number);
        }
        TokenKind::Word => {}
        _ => return false,
    }
    let adverb = usize::from(doc.syntax.tag(end).upos() == Upos::ADV);
    let verb = end + adverb;
    if doc.is(verb, WordClass::SayingPast) || doc.is(verb, WordClass::SayingThird) {
        return true;
    }
    if adverb > 0 && doc.lexeme(verb).parts.has_any(crate::lexicon::Parts::VERB_THIRD) {
        return true;
    }
    let singular = matches!(
        doc.syntax.tag(verb).verb_form(),
        Some(VerbForm::Past | VerbForm::Present | VerbForm::Modal)
    ) && !matches!(doc.normal(verb), "are" | "were" | "have" | "do");
    let plural = doc.lexeme(at).parts.has_any(crate::lexicon::Parts::NOUN_PLURAL);
    let noun = clues[at].known.common_word() > 1 && doc.lexeme(at).parts.has_any(crate::lexicon::Parts::NOUN);
    // "Cross was last seen", "Price sold her blanket": what can be counted does not stand without an article.
    let past = matches!(doc.syntax.tag(verb).verb_form(), Some(VerbForm::Past | VerbForm::Modal))
        || matches!(doc.normal(verb), "is" | "has");
    let noun = noun && !(past && !doc.is(at, WordClass::MassNoun) && end == at + 1);
    let third = doc.syntax.tag(verb).verb_form() == Some(VerbForm::Present);
    singular && !plural && (!noun || third || adverb > 0)
}

/// A name by its frame alone: the town of a dateline, "X-based", "anti-X".
fn by_frame(doc: &Doc, clues: &[Clue], at: usize, end: usize) -> Option<Guess> {
    let glued = |token: usize, kind: TokenKind| {
        doc.tokens.get(token).is_some_and(|token| token.kind == kind && token.glued)
    };
    if at >= 2 && glued(at - 1, TokenKind::Hyphen) && doc.tokens[at].glued {
        let known = clues[at].known;
        let prefix = doc.is(at - 2, WordClass::NamePrefix);
        let place = |at: usize| {
            clues[at].phrase_here().is_some_and(|(length, facts)| length == 1 && facts.kind().is_gpe())
        };
        let phrase =
            clues[at].phrase_here().and_then(|(length, facts)| Some((length, phrases::group(facts.kind())?)));
        return match phrase {
            // "Iraq" of "the Iran-Iraq border"
            Some((length, Group::Place)) if length == 1 && place(at - 2) => {
                Some(Guess::sure(at..at + 1, Group::Place, BY_FORM))
            }
            Some((length, group)) if prefix => Some(Guess::sure(at..at + length, group, BY_FORM)),
            None if prefix && known.title().is_none() && known.surname() > 0 && known.common_word() < 2 => {
                Some(Guess::sure(at..at + 1, Group::Person, BY_FORM))
            }
            _ => None,
        };
    }
    // "Ghana" of "the Ghana-Togo pipeline"
    let single_place = |at: usize| {
        clues
            .get(at)
            .and_then(Clue::phrase_here)
            .is_some_and(|(length, facts)| length == 1 && facts.kind().is_gpe() && !facts.is_ambiguous())
    };
    let country = |at: usize| {
        let here = clues.get(at).and_then(Clue::phrase_here);
        here.is_some_and(|(_, facts)| facts.kind() == PhraseKind::Country)
    };
    // "Dover" of "the Dover-Calais ferries": of one end it may be unsure.
    let place = |at: usize| {
        let here = clues.get(at).and_then(Clue::phrase_here);
        here.is_some_and(|(length, facts)| length == 1 && facts.kind().is_gpe())
    };
    let sure = |at: usize| single_place(at) || country(at);
    if glued(at + 1, TokenKind::Hyphen)
        && doc.tokens.get(at + 2).is_some_and(|token| token.glued)
        && (sure(at) && place(at + 2) || place(at) && sure(at + 2))
    {
        return Some(Guess::sure(at..at + 1, Group::Place, BY_FORM));
    }
    let known = clues[at].known;
    let sure_place = single_place(at)
        && end == at + 1
        && known.given_name() + known.surname() + known.common_word() == 0
        && !doc.tokens[at].glued
        && !glued(end, TokenKind::Hyphen);
    if sure_place {
        return Some(Guess::sure(at..end, Group::Place, BY_FORM));
    }
    // "Brazil’s JBS": what a country has that goes by its initials.
    let initials = end == at + 1
        && doc.tokens[at].case == Case::Upper
        && doc.word(at).len() > 2
        && at >= 2
        && doc.tokens[at - 1].kind == TokenKind::Clitic
        && country(at - 2)
        && !doc.is(at, WordClass::PlainAcronym)
        && !doc.is(at, WordClass::IllnessName)
        && clues[at].known.common_word() == 0;
    if initials {
        return Some(Guess::sure(at..end, Group::Org, BY_FORM));
    }
    if is_paper(doc, clues, at, end) {
        return Some(Guess::sure(at..end, Group::Org, BY_FORM));
    }
    if let Some(guess) = month_as_name(doc, clues, at) {
        return Some(guess);
    }
    if glued(end, TokenKind::Hyphen) && doc.normal(end + 1) == "based" && doc.tokens[end + 1].glued {
        return Some(Guess::sure(at..end, Group::Place, BY_FORM));
    }
    if let Some(guess) = told(doc, clues, at, end) {
        return Some(guess);
    }
    let mut dateline = Guess::sure(at..end, Group::Place, BY_FORM);
    dateline.proven = true;
    is_dateline(doc, &dateline).then_some(dateline)
}

/// "the Daily Courier", "the Oslo-based Tarnby Courier": with its article and the last word of papers.
fn is_paper(doc: &Doc, clues: &[Clue], at: usize, end: usize) -> bool {
    let last = end - 1;
    let daily = doc.is(at, WordClass::PaperTime);
    let article = at.checked_sub(1).is_some_and(|before| {
        doc.normal(before) == "the" || doc.normal(before) == "based" && doc.tokens[before].glued
    });
    (2..=3).contains(&(end - at))
        && article
        && (at..end).all(|at| doc.tokens[at].case == Case::Title)
        && doc.is(last, WordClass::PaperWord)
        && (daily || clues[at].known.common_word() == 0)
}

/// "May Whittle" where no date is: a month that is a given name, before a surname, and then somebody's verb or a mark.
fn month_as_name(doc: &Doc, clues: &[Clue], at: usize) -> Option<Guess> {
    let known = clues[at].known;
    let month = known.is_month() && known.given_name() > 0 && doc.tokens[at].case == Case::Title;
    let surname = at + 1;
    if !month || !is_namelike(doc, clues, surname) || is_namelike(doc, clues, surname + 1) {
        return None;
    }
    let next = clues[surname].known;
    let fits = !next.is_month()
        && next.title().is_none()
        && next.common_word() < 2
        && doc.tokens[surname].case == Case::Title
        && clues[surname]
            .phrase_here()
            .is_none_or(|(_, facts)| facts.is_ambiguous() || !facts.kind().is_gpe());
    let closed = matches!(doc.word(surname + 1), "," | "." | "and");
    (fits && !is_dated(doc, clues, at) && (closed || acts(doc, clues, at, surname + 1)))
        .then(|| Guess::sure(at..surname + 1, Group::Person, BY_FORM))
}

/// What the words beside it alone say of a word that no dictionary has: "the newspaper Morgenpost", "the Oronta people".
fn told(doc: &Doc, clues: &[Clue], at: usize, end: usize) -> Option<Guess> {
    let known = clues[at].known;
    let unlike_word = |at: usize| {
        (clues[at].known.common_word() == 0
            || doc.is(at, WordClass::ClubWord) && !doc.begins_sentence(at)
            || doc.is(at, WordClass::ClubWord) && end == at + 1)
            && doc.tokens[at].case == Case::Title
    };
    let unknown = (at..end).all(unlike_word);
    let month = known.is_month();
    if end > at + 2
        || !unknown
        || known.group().is_some()
        || month && known.given_name() == 0
        || known.title().is_some()
    {
        return None;
    }
    if types::is_people_noun(doc, end) && end == at + 1 {
        let mut people = Guess::sure(at..end, Group::Other, BY_FORM);
        people.kind = Some(EntityType::Norp);
        return Some(people);
    }
    // "Moshe Ya’alon said so", of which the model saw nothing
    if end == at + 2 && known.given_name() > 1 && acts(doc, clues, at, end) {
        return Some(Guess::sure(at..end, Group::Person, BY_FORM));
    }
    let frames = evidence::votes(doc, clues, &(at..end));
    let best = GROUPS.into_iter().max_by(|&a, &b| frames[a as usize].total_cmp(&frames[b as usize]))?;
    let fits = !month || best == Group::Person && !is_dated(doc, clues, at);
    (fits && frames[best as usize] >= CLEAR_FRAME).then(|| Guess::sure(at..end, best, BY_FORM))
}

/// The end of the run of capitalised words that begins at `at`, six words at most.
fn run_end(doc: &Doc, clues: &[Clue], at: usize) -> usize {
    let mut end = at;
    let glued = |token: usize| doc.tokens.get(token).is_some_and(|token| token.glued);
    while end < at + 6 {
        let hyphen = doc.tokens.get(end).is_some_and(|token| token.kind == TokenKind::Hyphen);
        if is_namelike(doc, clues, end) && (end == at || !glued(end)) {
            end += 1;
        } else if hyphen && end > at && glued(end + 1) && is_namelike(doc, clues, end + 1) {
            end += 2;
        } else {
            break;
        }
    }
    end
}
