//! From the model's four types to those of the contract, with the lexicon's help.

use std::ops::Range;

use analysis::EntityType;

use super::features::Clue;
use super::weights::{NEXT_TYPE, NEXT_TYPE_OF_ACRONYM, NEXT_TYPE_OF_UNKNOWN};
use super::{Group, Guess, Name, is_located, is_scene};
use crate::doc::Doc;
use crate::lexicon::{GroupKind, Lexicon, Parts, PhraseFacts, PhraseKind};
use crate::syntax::tag::Upos;
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// The names behind the guesses, and the nationalities and other groups between them.
pub(super) fn names(doc: &Doc, clues: &[Clue], guesses: &[Guess]) -> Vec<Name> {
    let mut names = Vec::with_capacity(guesses.len());
    let mut at = 0;
    for guess in guesses {
        if is_quarter(doc, clues, guess.tokens.end - 1) && guess.tokens.len() == 1 {
            continue;
        }
        groups(doc, clues, at..guess.tokens.start, &mut names);
        at = guess.tokens.end;
        match kind(doc, clues, guess) {
            Some(EntityType::Norp)
                if guess.tokens.len() == 1 && clues[guess.tokens.start].known.group().is_some() =>
            {
                groups(doc, clues, guess.tokens.clone(), &mut names);
            }
            Some(kind) => {
                names.push(Name {
                    tokens: guess.tokens.clone(),
                    kind,
                    confidence: guess.confidence,
                    // "along Whitehall" is the street, whatever Whitehall says elsewhere.
                    told: guess.told || kind == EntityType::Fac && is_along(doc, guess.tokens.start),
                })
            }
            None => groups(doc, clues, guess.tokens.clone(), &mut names),
        }
    }
    groups(doc, clues, at..doc.tokens.len(), &mut names);
    names
}

/// Adds the words for peoples, faiths and parties that stand outside of longer names.
fn groups(doc: &Doc, clues: &[Clue], tokens: Range<usize>, names: &mut Vec<Name>) {
    for token in tokens {
        let capital = matches!(doc.tokens[token].case, Case::Title | Case::Upper);
        if capital && clues[token].known.group().is_some() && !is_bidden(doc, token) {
            let quarter = token.checked_sub(1).filter(|&before| is_quarter(doc, clues, before));
            let start = quarter.unwrap_or(token);
            let language = start == token && is_spoken(doc, clues, token);
            let kind = if language { EntityType::Language } else { EntityType::Norp };
            names.push(Name { tokens: start..token + 1, kind, confidence: 0.9, told: false });
        }
    }
}

/// "Polish the silver": a verb that opens a sentence, and what it is done to.
fn is_bidden(doc: &Doc, token: usize) -> bool {
    doc.begins_sentence(token)
        && matches!(doc.normal(token + 1), "the" | "a" | "an" | "your" | "my" | "this" | "these")
        && doc.lexeme(token).parts.has_any(Parts::VERB_BASE)
}

/// "in Arabic", "speaks Welsh", "translated into Thai": a language, where no noun follows that it belongs to.
fn is_spoken(doc: &Doc, clues: &[Clue], token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|_| clues[token].known.is_language()) else {
        return false;
    };
    let noun = matches!(doc.syntax.tag(token + 1).upos(), Upos::NOUN | Upos::ADJ | Upos::PROPN);
    let into = doc.normal(before) == "into"
        && (1..4)
            .filter_map(|back| before.checked_sub(back))
            .any(|at| doc.normal(at).starts_with("translat"));
    let lemma = doc.lemma(doc.syntax.words_of(before).start);
    let spoken = matches!(lemma.as_str(), "in" | "fluent" | "speak" | "learn");
    !noun && (spoken || into)
}

/// "North" of "North African", "Latin" of "Latin American": a people's name has two words.
fn is_quarter(doc: &Doc, clues: &[Clue], token: usize) -> bool {
    let quarter = is_compass(doc.normal(token));
    let people = clues.get(token + 1).is_some_and(|clue| clue.known.group().is_some());
    quarter && people && doc.tokens[token].is_capital() && doc.tokens[token + 1].is_capital()
}

fn kind(doc: &Doc, clues: &[Clue], guess: &Guess) -> Option<EntityType> {
    if guess.kind.is_some() {
        return guess.kind;
    }
    let whole = whole_phrase(doc, guess);
    let single = guess.tokens.len() == 1;
    let first = clues[guess.tokens.start].known;
    if single
        && first.group().is_some()
        && !(guess.group == Group::Org && doc.is(guess.tokens.start, WordClass::ClubName))
        && !(guess.group == Group::Person && first.surname() + first.given_name() > 1)
    {
        return Some(EntityType::Norp);
    }
    // "Sami herders"
    let many = guess.tokens.end;
    if single
        && matches!(first.group(), Some(GroupKind::Ethnicity | GroupKind::Nationality))
        && doc.tokens.get(many).is_some_and(|next| next.case == Case::Lower)
        && doc.lexeme(many).parts.has_any(Parts::NOUN_PLURAL)
        && !doc.lexeme(many).parts.has_any(Parts::VERB_THIRD)
        && doc.syntax.tag(many).upos() == Upos::NOUN
    {
        return Some(EntityType::Norp);
    }
    if is_several_peoples(doc, clues, &guess.tokens) && whole.is_none() && !guess.proven {
        return None;
    }
    let last = clues[guess.tokens.end - 1].known;
    // "the Guranda people", "Oronta tribesmen"
    if is_people_noun(doc, guess.tokens.end)
        && whole.is_none()
        && guess.tokens.len() < 3
        && !guess.proven
        && !last.is_org_word()
        && !last.is_loc_word()
    {
        return Some(EntityType::Norp);
    }
    // "South-East Asian"
    let quarter = |token: usize| is_compass(doc.normal(token)) || doc.word(token) == "-";
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
            // "along Whitehall"
            Some(PhraseKind::Seat) if is_along(doc, guess.tokens.start) => EntityType::Fac,
            None if !single && !guess.proven => built(doc, clues, guess).unwrap_or(EntityType::Org),
            _ => EntityType::Org,
        },
        Group::Place => match whole.map(PhraseFacts::kind) {
            Some(PhraseKind::Nature | PhraseKind::Area) => EntityType::Loc,
            Some(PhraseKind::Facility) => EntityType::Fac,
            // "Downing Street said" is the government, "outside Downing Street" a street.
            Some(PhraseKind::Seat)
                if is_located(doc, guess.tokens.start) || is_along(doc, guess.tokens.start) =>
            {
                EntityType::Fac
            }
            Some(PhraseKind::Seat) => EntityType::Org,
            Some(kind) if kind.is_gpe() => EntityType::Gpe,
            // "According to the UN"
            Some(PhraseKind::Organisation | PhraseKind::Media) if single => EntityType::Org,
            // "Parliament adopted it."
            None if single
                && doc.tokens[guess.tokens.start].case == Case::Title
                && doc.is(guess.tokens.start, WordClass::OrganisationHead) =>
            {
                EntityType::Org
            }
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
            _ if last.is_event_word() && !is_quoted(doc, &guess.tokens) => EntityType::Event,
            _ if last.is_law_word() => EntityType::Law,
            _ if single && first.is_language() => EntityType::Language,
            _ => return claimed(doc, clues, guess),
        },
    })
}

/// "Christians and Catholics", "Canadian Indigenous": each word is a people's or a faith's, and they are two; but
/// "Christian Democrats".
fn is_several_peoples(doc: &Doc, clues: &[Clue], tokens: &Range<usize>) -> bool {
    let group = |at: usize| clues[at].known.group();
    let joint = |at: usize| matches!(doc.normal(at), "and" | "or" | "&");
    let joined = tokens.clone().any(joint);
    let nation = matches!(group(tokens.start), Some(GroupKind::Nationality | GroupKind::Resident));
    tokens.len() > 1
        && (joined || nation)
        && tokens.clone().all(|at| joint(at) || group(at).is_some() && doc.tokens[at].is_capital())
        && (joined || tokens.clone().skip(1).all(|at| !matches!(group(at), Some(GroupKind::Politics))))
}

/// The building or area that was taken for a body: "Tolna Airport", and "in the Tolna Hospital", where it is a scene.
fn built(doc: &Doc, clues: &[Clue], guess: &Guess) -> Option<EntityType> {
    let last = guess.tokens.end - 1;
    let (known, surname) = (clues[last].known, clues[last].known.surname() > 1);
    let scene = is_scene(doc, guess.tokens.start);
    // "the South Marden Hills"
    let heights =
        matches!(doc.normal(last), "hills" | "mountains" | "islands" | "lakes" | "highlands" | "plains");
    if heights && guess.tokens.start.checked_sub(1).is_some_and(|at| doc.normal(at) == "the") {
        return Some(EntityType::Loc);
    }
    if doc.is(last, WordClass::Building) && (scene || !surname) || scene && known.is_fac_word() {
        Some(EntityType::Fac)
    } else {
        (scene && known.is_loc_word() && !known.is_org_word()).then_some(EntityType::Loc)
    }
}

/// What nobody knows is a work or a product only where the text says so: by marks, by the noun beside it, by a number in
/// its name. Else it is of the type that the model takes for the next likeliest, or no name.
fn claimed(doc: &Doc, clues: &[Clue], guess: &Guess) -> Option<EntityType> {
    let (start, end) = (guess.tokens.start, guess.tokens.end);
    let noun = |class| {
        let before = (1..=NOUN_REACH).filter_map(|back| start.checked_sub(back));
        let mut before = before.take_while(|&at| !matches!(doc.word(at), "." | "," | ";"));
        before.any(|at| doc.is(at, class)) || doc.is(end, class)
    };
    let quoted = is_quoted(doc, &guess.tokens);
    let numbered = guess.tokens.len() > 1
        && guess.tokens.clone().any(|token| doc.word(token).bytes().any(|byte| byte.is_ascii_digit()));
    // "Night Ferry (1984)", "wrote Night Ferry"
    let year = doc.word(end) == "("
        && doc.word(end + 2) == ")"
        && doc.word(end + 1).len() == 4
        && doc.word(end + 1).bytes().all(|byte| byte.is_ascii_digit());
    // "recorded an All Injury Rate" is no title.
    let article = start.checked_sub(1).is_some_and(|at| matches!(doc.normal(at), "a" | "an"));
    let made = !article
        && (1..=2).filter_map(|back| start.checked_sub(back)).any(|at| doc.is(at, WordClass::WorkVerb));
    // "R. A. Dickey (2012)" won then: initials are somebody's.
    let initials = guess.tokens.len() > 1
        && doc.word(start).ends_with('.')
        && clues[guess.tokens.end - 1].known.common_word() == 0;
    if year && initials {
        return Some(EntityType::Person);
    }
    if year || made && guess.tokens.len() > 1 || noun(WordClass::WorkNoun) || quoted && guess.tokens.len() > 1
    {
        return Some(EntityType::WorkOfArt);
    }
    // "Sprint World Cup Norlund 2022"
    if numbered
        && guess.tokens.clone().any(|at| clues[at].known.is_event_word() && doc.tokens[at].is_capital())
    {
        return Some(EntityType::Event);
    }
    if noun(WordClass::ProductNoun) || numbered {
        return Some(EntityType::Product);
    }
    // "Municipality of Linapacan", "National Library of Norlund"
    if let Some(kind) = head_of(doc, clues, guess) {
        return Some(kind);
    }
    let next = [Group::Person, Group::Org, Group::Place]
        .into_iter()
        .max_by(|&a, &b| guess.leanings[a as usize].total_cmp(&guess.leanings[b as usize]))?;
    // An abbreviation is as often of a thing ("ATM"); a word in no dictionary is somebody or something.
    let acronym = guess.tokens.len() == 1 && doc.tokens[start].case == Case::Upper;
    let unknown = guess.tokens.len() == 1
        && clues[start].known.common_word() == 0
        && doc.lexeme(start).parts == Default::default();
    // In brackets it is short for what was just named; where that is no name, the letters were taken out before.
    let bracketed = start > 0 && doc.word(start - 1) == "(" && doc.word(end) == ")";
    let least = match (acronym, unknown) {
        (true, _) if bracketed => NEXT_TYPE_OF_UNKNOWN,
        (true, _) => NEXT_TYPE_OF_ACRONYM,
        // Inside a sentence such a word is a name, whatever it names.
        (false, true) if !doc.begins_sentence(start) => 0.0,
        (false, true) => NEXT_TYPE_OF_UNKNOWN,
        (false, false) => NEXT_TYPE,
    };
    let enough = guess.leanings[next as usize] >= least;
    enough.then_some(match next {
        Group::Person => EntityType::Person,
        Group::Org => EntityType::Org,
        _ => EntityType::Gpe,
    })
}

/// Whether a name stands in quotation marks by itself; a comma may stand inside them.
fn is_quoted(doc: &Doc, name: &Range<usize>) -> bool {
    let mark = |at: usize| doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark);
    let inside = usize::from(doc.word(name.end) == ",");
    name.start.checked_sub(1).is_some_and(mark) && (mark(name.end) || mark(name.end + inside))
}

/// So many tokens before a name the noun for it may stand: "a story called Thad’s World Destruction".
const NOUN_REACH: usize = 4;

/// "along Whitehall": where one goes.
fn is_along(doc: &Doc, name: usize) -> bool {
    name.checked_sub(1)
        .is_some_and(|before| matches!(doc.normal(before), "along" | "down" | "up" | "across" | "off"))
}

/// "people" of "the Guranda people".
pub(super) fn is_people_noun(doc: &Doc, token: usize) -> bool {
    matches!(
        doc.normal(token),
        "people" | "peoples" | "tribe" | "tribes" | "tribesmen" | "clan" | "elders" | "speakers"
    )
}

/// What the word before "of" makes of a name.
fn head_of(doc: &Doc, clues: &[Clue], guess: &Guess) -> Option<EntityType> {
    let of = guess.tokens.clone().skip(1).find(|&at| doc.normal(at) == "of")?;
    let head = clues[of - 1].known;
    if doc.is(of - 1, WordClass::PlaceNoun) {
        Some(EntityType::Gpe)
    } else if head.is_org_word() || matches!(doc.normal(of - 1), "library" | "journal") {
        Some(EntityType::Org)
    } else if head.is_fac_word() {
        Some(EntityType::Fac)
    } else {
        head.is_loc_word().then_some(EntityType::Loc)
    }
}

/// What the lexicon says of a guess as a whole.
pub(super) fn whole_phrase(doc: &Doc, guess: &Guess) -> Option<PhraseFacts> {
    let mut words = guess.tokens.clone().map(|token| doc.word(token));
    let (length, facts) = Lexicon::get().longest(&mut words)?;
    (length == guess.tokens.len()).then_some(facts)
}

fn is_compass(normal: &str) -> bool {
    word_class::is(normal, WordClass::CompassWord)
}
