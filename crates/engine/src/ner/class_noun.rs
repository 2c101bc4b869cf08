//! What the article itself says a name is, by the common noun beside it: "the trawler Elspeth Ann", "Governor House, a
//! hotel", "Alvis is a mobile game", "HMS Duke Albert".
//!
//! Such a noun outdoes all that the words of the name look like: a ship may be called after a queen, a pub after a duke, a
//! food truck Sister Rosa. Asked of a name that a title seems to prove, and of every other that is not proven.

use std::ops::Range;

use rustc_hash::FxHashMap as HashMap;

use analysis::EntityType;

use super::document_consistency::key;
use super::features::Clue;
use super::weights::BY_PROOF;
use super::{Group, Guess, Look, overlay};
use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Upos, VerbForm};
use crate::token::{Case, TokenKind};
use crate::word_class::{self, WordClass};

/// The longest name that is read where the model saw none, in tokens.
const LONGEST: usize = 5;
/// How many words may stand between an article and its noun.
const MODIFIERS: usize = 4;

/// Of what kind a noun makes the name beside it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Kind {
    pub group: Group,
    pub kind: Option<EntityType>,
}

/// Names of things that begin with a title, in small letters, and what they are.
pub(super) type Things = HashMap<String, Kind>;

/// What a common noun in the singular for a body or a place says of a name.
pub(super) fn of_body(noun: &str) -> Option<Kind> {
    let is = |class| word_class::is(noun, class);
    let kind = |group, kind| Some(Kind { group, kind });
    if is(WordClass::PlaceNoun) {
        kind(Group::Place, None)
    } else if is(WordClass::NatureNoun) {
        kind(Group::Place, Some(EntityType::Loc))
    } else if is(WordClass::CompanyNoun) || is(WordClass::OrganisationNoun) || is(WordClass::MediaNoun) {
        kind(Group::Org, None)
    } else {
        None
    }
}

/// What a common noun for a thing that was made says of a name: ships, buildings, works, products.
pub(super) fn of_thing(noun: &str) -> Option<Kind> {
    let is = |class| word_class::is(noun, class);
    let kind = |group, kind| Some(Kind { group, kind: Some(kind) });
    if is(WordClass::ShipNoun) {
        kind(Group::Other, EntityType::Product)
    } else if is(WordClass::BuildingNoun) {
        kind(Group::Place, EntityType::Fac)
    } else if is(WordClass::WorkNoun) {
        kind(Group::Other, EntityType::WorkOfArt)
    } else if is(WordClass::ProductNoun) {
        kind(Group::Other, EntityType::Product)
    } else {
        None
    }
}

/// Whether what looks like somebody behind a title is a thing or a body by the noun beside it, or by the letters before
/// the names of ships. The name begins with its title.
pub(super) fn is_no_person(doc: &Doc, clues: &[Clue], name: &Range<usize>) -> bool {
    let look = Look { doc, clues };
    let ship = name.start.checked_sub(1).is_some_and(|before| look.is_ship_prefix(before));
    ship || look.noun_before(name).is_some()
        || look.noun_behind(name.end).is_some_and(|kind| kind.group != Group::Person)
}

/// The names of things, in small letters, that look like somebody’s and are told by the noun beside them: "lady violet", a
/// yacht.
pub(super) fn things(doc: &Doc, clues: &[Clue]) -> Things {
    let look = Look { doc, clues };
    let titled = |at: &usize| clues[*at].known.title().is_some() && look.is_name(*at) && look.is_name(at + 1);
    let told = |at: usize| {
        let name = at..look.run(at);
        let kind =
            look.noun_before(&name).or_else(|| look.noun_behind(name.end)).filter(|_| name.len() > 1)?;
        Some((key(doc, &name), kind))
    };
    (0..clues.len()).filter(titled).filter_map(told).collect()
}

/// The guesses, with those that a noun beside them tells.
pub(super) fn settle(doc: &Doc, clues: &[Clue], things: &Things, guesses: Vec<Guess>) -> Vec<Guess> {
    let look = Look { doc, clues };
    let mut found: Vec<Guess> = Vec::new();
    let mut near = 0;
    for (at, clue) in clues.iter().enumerate() {
        while guesses.get(near).is_some_and(|guess| guess.tokens.end <= at) {
            near += 1;
        }
        if found.last().is_some_and(|last| last.tokens.end > at) {
            continue;
        }
        let longer = |end: usize| {
            guesses.get(near).is_some_and(|guess| guess.tokens.start <= at && guess.tokens.end > end)
        };
        if let Some(end) = doc.phrase(at, WordClass::FirmName).filter(|&end| look.is_name(at) && !longer(end))
        {
            found.push(told(at..end, Kind { group: Group::Org, kind: None }));
            continue;
        }
        if let Some(end) = look.street(at) {
            found.push(told(at..end, Kind { group: Group::Place, kind: Some(EntityType::Fac) }));
            continue;
        }
        // "Isla Pell" may be somebody.
        let person =
            guesses.get(near).is_some_and(|guess| guess.tokens.start == at && guess.group == Group::Person)
                || at > 0 && clues[at - 1].known.is_person_noun()
                || at > 0 && doc.normal(at - 1).ends_with("ologist");
        if let Some(kind) = look.opener(at).filter(|_| clue.known.given_name() == 0 || !person) {
            let end = look.run(at);
            let club = kind.group == Group::Org;
            // "Te Pāti Māori": the article of another language belongs to it.
            let article = at > 0 && matches!(doc.word(at - 1), "Te" | "La" | "El" | "Le" | "Il");
            // "Sporting Ana Ruiz", "Bab el Oued" are left to the model.
            if end == at + 2 || club && end <= at + 3 {
                found.push(told(at - usize::from(article)..end, kind));
                continue;
            }
        }
        if look.is_ship_prefix(at) {
            let end = look.run(at + 1);
            found.push(told(at..end, Kind { group: Group::Other, kind: Some(EntityType::Product) }));
            continue;
        }
        if !look.is_name(at)
            || at > 0
                && look.is_name(at - 1)
                && doc.sentence_of(at - 1) == doc.sentence_of(at)
                && !doc.begins_sentence(at - 1)
        {
            continue;
        }
        let guess = guesses.get(near).filter(|guess| guess.tokens.start < at + LONGEST);
        // "Ville de Paris", which the model has whole.
        let end = look
            .run(at)
            .max(guess.filter(|guess| guess.tokens.start == at).map_or(at, |guess| guess.tokens.end));
        // A run of capitals that holds two names is left to others.
        let whole = guess
            .is_none_or(|guess| guess.tokens.start >= at && guess.tokens.end >= end.min(guess.tokens.end));
        let proven = guess.is_some_and(|guess| guess.proven && guess.tokens.start < end);
        if end == at || proven || !whole || look.is_known(&(at..end)) {
            continue;
        }
        // "Lady Violet" of the yacht that was named before.
        let again = || if things.is_empty() { None } else { things.get(&key(doc, &(at..end))).copied() };
        let kind = look.noun_before(&(at..end)).or_else(again).or_else(|| {
            let titled = clue.known.title().is_some();
            // Where the model saw nothing, the noun is all that is known.
            let unseen = guess.is_none_or(|guess| guess.tokens.start >= end) && clue.known.common_word() == 0;
            look.noun_behind(end)
                .filter(|kind| titled || unseen || kind.kind.is_some())
                .filter(|kind| kind.group == Group::Org || !look.is_body_by_head(&(at..end)))
        });
        if let Some(kind) = kind
            && (guess.is_some_and(|guess| guess.tokens.start < end) || look.is_strange(at, end))
        {
            found.push(told(at..end, kind));
        }
    }
    overlay(guesses, &[], found)
}

pub(super) fn told(tokens: Range<usize>, Kind { group, kind }: Kind) -> Guess {
    let mut guess = Guess::sure(tokens, group, BY_PROOF);
    guess.kind = kind;
    guess.proven = true;
    guess
}

impl Look<'_> {
    /// "Dinamo" of "Dinamo Vrelec", "Wadi" of "Wadi Rum": a word that opens the names of clubs or of places, before one that
    /// is no everyday word.
    fn opener(&self, at: usize) -> Option<Kind> {
        let next = at + 1;
        // "Radio Slobodni Vrh"
        let club = self.doc.is(at, WordClass::ClubOpening)
            || self.doc.is(at, WordClass::ForeignBody)
            || matches!(self.doc.word(at), "Radio" | "TV");
        // "Upper Arle" is a place where "Upper House" is none.
        let half = matches!(self.doc.normal(at), "upper" | "lower" | "nether")
            && self.is_name(next)
            && self.clues[next].known.common_word() + self.clues[next].known.given_name() == 0;
        let named = (club || half || self.doc.is(at, WordClass::PlaceOpener))
            && self.is_name(at)
            && self.is_name(next)
            && self.doc.sentence_of(at) == self.doc.sentence_of(next)
            && (!club && !self.doc.begins_sentence(at) || self.clues[next].known.common_word() == 0)
            && (club || self.clues[next].known.given_name() < 2)
            && at.checked_sub(1).is_none_or(|before| {
                !self.is_name(before)
                    || self.doc.begins_sentence(before)
                    || club && self.doc.word(before).len() == 2
            })
            && self.clues[at].phrase_here().is_none_or(|(length, _)| length < 2);
        let kind = if club {
            Kind { group: Group::Org, kind: None }
        } else {
            Kind { group: Group::Place, kind: None }
        };
        named.then_some(kind)
    }

    /// "Avenida Pell", "Alameda de San Telmo", "calle 39": where the street or square ends that opens here.
    fn street(&self, at: usize) -> Option<usize> {
        let known = self.clues[at].known;
        let foreign = self.doc.is(at, WordClass::StreetOpener)
            && known.given_name() == 0
            && (self.is_name(at) || known.common_word() == 0);
        let first = at == 0 || !self.is_name(at - 1) || self.doc.begins_sentence(at);
        let of = usize::from(self.clues.get(at + 1)?.known.is_name_particle() && !self.is_name(at + 1));
        let number = self.doc.tokens[at + 1].kind == TokenKind::Number;
        let end = if number { at + 2 } else { self.run(at + 1 + of) };
        // "Plaza Rovers"
        let body = end > at + 1
            && (self.doc.is(end - 1, WordClass::ClubWord) || self.clues[end - 1].known.is_org_word());
        (foreign
            && first
            && !body
            && end > at + 1 + of
            && self.doc.sentence_of(at) == self.doc.sentence_of(end - 1))
        .then_some(end)
    }

    /// "HMS" of "HMS Duke Albert".
    fn is_ship_prefix(&self, at: usize) -> bool {
        self.doc.is(at, WordClass::ShipPrefix)
            && self.doc.tokens[at].case == Case::Upper
            && self.is_name(at + 1)
            && self.doc.tokens[at + 1].case == Case::Title
            && self.doc.sentence_of(at) == self.doc.sentence_of(at + 1)
    }

    /// The end of the run of capitalised words that begins at a token.
    fn run(&self, from: usize) -> usize {
        let sentence = self.doc.sentence_of(from);
        let fits = |at: &usize| self.is_name(*at) && self.doc.sentence_of(*at) == sentence;
        let end = from + (from..from + LONGEST).take_while(fits).count();
        // "Duke of Clarence"
        let of = end > from
            && self.doc.word(end) == "of"
            && fits(&(end + 1))
            && self.doc.is(end - 1, WordClass::NobleTitle);
        let end = if of { end + 2 } else { end };
        if fits(&end) { from } else { end }
    }

    /// A country or the like is what it is, whatever stands beside it: "the game Germany lost".
    fn is_known(&self, tokens: &Range<usize>) -> bool {
        let known = self.clues[tokens.start].phrase_here();
        known.is_some_and(|(length, facts)| {
            length == tokens.len() && facts.kind().is_gpe() && !facts.is_ambiguous()
        }) || tokens.len() == 1 && self.clues[tokens.start].known.group().is_some()
    }

    /// Where the model saw nothing, only words that are no everyday ones are taken for a name.
    fn is_strange(&self, from: usize, end: usize) -> bool {
        (from..end).any(|at| self.clues[at].known.common_word() == 0) || end - from > 1
    }

    /// "the trawler Elspeth Ann", "The pub Duke of Clarence": a noun for a thing, with its article, right before the name.
    fn noun_before(&self, name: &Range<usize>) -> Option<Kind> {
        let noun = name.start.checked_sub(1)?;
        let small = self.doc.tokens[noun].case == Case::Lower && self.doc.tokens[noun].is_word();
        if !small || self.doc.sentence_of(noun) != self.doc.sentence_of(name.start) {
            return None;
        }
        let kind =
            of_thing(self.doc.normal(noun)).filter(|_| !self.doc.is(noun, WordClass::LooseThingNoun))?;
        let plain = |at: usize| {
            self.doc.tokens[at].is_word() && self.doc.tokens[at].case == Case::Lower
                || self.doc.tokens[at].kind == TokenKind::Hyphen
        };
        let before = (1..=MODIFIERS).filter_map(|back| noun.checked_sub(back));
        let mut opener = before.skip_while(|&at| {
            plain(at) && !self.is_determiner(at) && !self.doc.is(at, WordClass::FunctionWord)
        });
        let determined = opener.next().is_some_and(|at| self.is_determiner(at));
        let said = matches!(self.doc.syntax.tag(noun).upos(), Upos::NOUN | Upos::PROPN)
            && determined
            && !self.is_relative_subject(noun, name);
        said.then_some(kind)
    }

    fn is_determiner(&self, at: usize) -> bool {
        self.doc.is(at, WordClass::Determiner) || self.doc.tokens[at].kind == TokenKind::Clitic
    }

    /// "the boat Anna Holm built sank": the name is the subject of a clause without its pronoun.
    fn is_relative_subject(&self, noun: usize, name: &Range<usize>) -> bool {
        let syntax = &self.doc.syntax;
        let near = name.end..name.end + 3;
        let clause = |verb: usize| {
            near.contains(&verb)
                && matches!(syntax.relation(verb), Relation::RelativeClause | Relation::Clause)
                && syntax.head(verb) == Some(noun)
        };
        let finite = |at: usize| {
            matches!(syntax.tag(at).verb_form(), Some(VerbForm::Past | VerbForm::Present | VerbForm::Modal))
        };
        let ends = [name.start, name.end - 1];
        // The tree, and where it was led astray two verbs in a row: "the ferry Tom Orr built sank".
        let two = finite(name.end)
            && (finite(name.end + 1)
                || syntax.tag(name.end + 1).upos() == Upos::VERB && finite(name.end + 2));
        let auxiliary = matches!(syntax.tag(name.end).upos(), Upos::AUX);
        ends.iter().any(|&at| syntax.head(at).is_some_and(clause)) || two && !auxiliary
    }

    /// "Governor House, a hotel on the seafront", "Alvis was a mobile game.": what the name that ends before a token is said
    /// to be, with the indefinite article.
    fn noun_behind(&self, end: usize) -> Option<Kind> {
        let mark =
            |at: usize| self.doc.tokens.get(at).is_some_and(|token| token.kind == TokenKind::QuoteMark);
        // "“Anita,” a film"
        let end = end
            + usize::from(
                self.doc.word(end) == "," && mark(end + 1) || mark(end) && self.doc.word(end + 1) == ",",
            );
        // "Ferncastle, as a town, went mad"
        let end = end
            + usize::from(
                self.doc.word(end) == ","
                    && self.doc.word(end + 1) == "as"
                    && matches!(self.doc.word(end + 2), "a" | "an"),
            );
        let open = self.doc.word(end) == ","
            || self.doc.word(end) == "as"
            || mark(end)
            || self.doc.is(end, WordClass::FormOfBe);
        if !open || !matches!(self.doc.normal(end + 1), "a" | "an") {
            return None;
        }
        let from = end + 2;
        let fits = |at: &usize| {
            self.doc.tokens.get(*at).is_some_and(|token| {
                matches!(token.kind, TokenKind::Word | TokenKind::Hyphen | TokenKind::Number)
                    && (!token.is_capital() || *at > from || self.doc.lexeme(*at).known.group().is_some())
            }) && !self.doc.is(*at, WordClass::FunctionWord)
        };
        let head = (from..from + MODIFIERS + 2).take_while(fits).last()?;
        let noun =
            self.doc.tokens[head].case == Case::Lower && self.doc.syntax.tag(head).upos() == Upos::NOUN;
        // "a think-tank" is no tank, "a tech-firm" is a firm: of a compound the whole decides, and else its last word.
        let whole = self.compound(from, head);
        let closed = matches!(self.doc.word(head + 1), "," | "." | ";" | ")" | ":" | "—" | "–" | "")
            || self.doc.is(head + 1, WordClass::FunctionWord)
            || self.doc.syntax.tag(head + 1).verb_form() == Some(VerbForm::Participle);
        // "a model", "a fighter": who is one is somebody.
        let somebody = self.clues[head].known.is_person_noun();
        if !noun || !closed || somebody {
            return None;
        }
        let compound = whole.as_deref().and_then(|whole| of_body(whole).or_else(|| of_thing(whole)));
        compound.or_else(|| of_body(self.doc.normal(head))).or_else(|| of_thing(self.doc.normal(head)))
    }

    /// "think-tank", "think tank": the word before the head of a noun phrase with it, as one is written with a hyphen.
    fn compound(&self, from: usize, head: usize) -> Option<String> {
        let hyphen = usize::from(head > from && self.doc.tokens[head - 1].kind == TokenKind::Hyphen);
        let first = head.checked_sub(1 + hyphen).filter(|&first| first >= from)?;
        Some(format!("{}-{}", self.doc.normal(first), self.doc.normal(head)))
    }

    /// Whether the name itself says that it is a body, before "of" or at its end: no noun behind it makes it a thing.
    fn is_body_by_head(&self, name: &Range<usize>) -> bool {
        let small = |&at: &usize| !self.is_name(at);
        let head = name.clone().skip(1).find(small).unwrap_or(name.end) - 1;
        let known = self.clues[head].known;
        known.is_org_word() && !known.is_fac_word() && name.len() > 1
    }
}
