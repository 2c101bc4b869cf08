//! What stands before a name says of its type.

use super::super::weights::{CLEAR_FRAME, LEANING_FRAME, LIKELY_FRAME};
use super::super::{Group, is_namelike};
use super::{Look, is_small};
use crate::syntax::tag::Upos;
use crate::token::TokenKind;
use crate::word_class::WordClass;

impl Look<'_> {
    /// "the road between Zelmora and X", "the ferry from Skarvik to X": the two ends of a way.
    fn is_on_a_route(&self, start: usize) -> bool {
        let mut at = start - 1;
        if matches!(self.normal(at), "to" | "and") {
            let link = if self.normal(at) == "to" { "from" } else { "between" };
            let names = (1..=3).filter_map(|back| at.checked_sub(back));
            match names.skip(1).find(|&at| !is_namelike(self.doc, self.clues, at)) {
                Some(from) if self.normal(from) == link => at = from,
                _ => return false,
            }
        }
        matches!(self.normal(at), "from" | "between")
            && at.checked_sub(1).is_some_and(|noun| self.is(noun, WordClass::RouteNoun))
    }

    /// Whether what a noun is "of" is a place: a trade, where nobody is known to be called so, or anything with an article.
    fn is_of_a_place(&self, noun: usize, start: usize) -> bool {
        let known = self.clues[start].known;
        let unknown = known.given_name() + known.surname() == 0 && known.group().is_none();
        let kin = self.is(noun, WordClass::MaleNoun)
            || self.is(noun, WordClass::FemaleNoun)
            || self.is(noun, WordClass::RelationNoun)
            || !(self.normal(noun).ends_with("er") || self.normal(noun).ends_with("or"));
        let article = self.normal(start - 1) == "the"
            && self.doc.tokens.get(start + 1).is_none_or(|next| !next.is_word() || self.is_verb(start + 1));
        let plural = self.doc.lexeme(noun).parts.has_any(crate::lexicon::Parts::NOUN_PLURAL);
        unknown && (self.is_person_noun(noun) && !kin || article && plural)
    }

    /// "a child, Leo.", "his wife, Blodwen, left": a noun for a person with its article, and between marks whom it means.
    fn called(&self, comma: usize, start: usize) -> Option<(Group, f32)> {
        let noun = comma.checked_sub(1)?;
        let place = self.is(noun, WordClass::PlaceNoun) && self.is_alone(start);
        if !place && !self.is_person_noun(noun) {
            return None;
        }
        let determined = (1..=3).filter_map(|back| noun.checked_sub(back)).any(|at| {
            self.is(at, WordClass::OpensNominal)
                || matches!(self.normal(at), "the" | "my" | "our")
                || self.doc.tokens[at].kind == TokenKind::Clitic
        });
        let mut end = start;
        while end < start + 4 && is_namelike(self.doc, self.clues, end) {
            end += 1;
        }
        let closed = matches!(self.doc.word(end), "," | "." | ";" | ")");
        // "the departmental capital, Leticia, in the south"; but "In the capital, Ruiz, who …".
        if place {
            let fronted = (1..=4)
                .filter_map(|back| noun.checked_sub(back))
                .any(|at| self.doc.begins_sentence(at) && self.doc.syntax.tag(at).upos() == Upos::ADP);
            let closed = closed || self.normal(end) == "in";
            return (determined && closed && !fronted).then_some((Group::Place, CLEAR_FRAME));
        }
        // "his wife, Virginia," is no state.
        let kin = self.is(noun, WordClass::MaleNoun) || self.is(noun, WordClass::FemaleNoun);
        let place = !kin && self.is_place_end(start);
        (determined && closed && !place).then_some((Group::Person, CLEAR_FRAME))
    }

    /// "the weekly Zrcadlo", "The daily Vecher Novy printed it", where "daily" may be an adjective; but "the daily Tokyo commute".
    fn is_daily(&self, adjective: usize, start: usize) -> bool {
        let end = (start..start + 4).find(|&at| !is_namelike(self.doc, self.clues, at)).unwrap_or(start);
        let article = adjective.checked_sub(1).is_some_and(|at| self.doc.is(at, WordClass::Determiner));
        let noun = matches!(self.doc.syntax.tag(end).upos(), Upos::NOUN | Upos::ADJ);
        self.is_alone(start)
            || article && !noun && (start..end).any(|at| self.clues[at].known.common_word() == 0)
    }

    /// What stands before a name that begins at `start`.
    pub(super) fn before(&self, start: usize) -> Option<(Group, f32)> {
        let at = start.checked_sub(1)?;
        if self.doc.sentence_of(at) != self.doc.sentence_of(start) {
            return None;
        }
        // "Flights from Norlund’s Tarnby": what a country has and something comes from is in it.
        if self.doc.tokens[at].kind == TokenKind::Clitic {
            let owner = at.checked_sub(1)?;
            let place = self.clues[owner].known.surname() == 0 && self.is_place_end(owner);
            let from = (1..=3).filter_map(|back| owner.checked_sub(back));
            let mut from = from.skip_while(|&at| is_namelike(self.doc, self.clues, at));
            let scene =
                from.next().is_some_and(|at| matches!(self.normal(at), "from" | "in" | "near" | "to"));
            return (place && scene).then_some((Group::Place, LIKELY_FRAME));
        }
        // "a child, Leo.", "his wife, Blodwen,"
        if self.doc.word(at) == "," {
            return self.called(at, start);
        }
        let at = if self.normal(at) == "the" { at.checked_sub(1)? } else { at };
        let before = at.checked_sub(1);
        let noun = |class| before.is_some_and(|before| self.is(before, class));
        // "Ryan Pocock (24), of Barry", "Ana Ruiz, 31, of Neath"
        let aged = self.normal(at) == "of" && at >= 3 && self.doc.word(at - 1) == "," && {
            let bracket = usize::from(self.doc.word(at - 2) == ")");
            self.is_number(at - 2 - bracket) && self.doc.word(at - 2 - bracket).len() < 3
        };
        if aged {
            return Some((Group::Place, CLEAR_FRAME));
        }
        if self.is_on_a_route(start) {
            return Some((Group::Place, CLEAR_FRAME));
        }
        // "Lawyers from Hogan Lovells": nobody is from a person.
        let several = before.is_some_and(|before| {
            self.clues[before].known.is_person_plural()
                && !self.is(before, WordClass::PlacePeople)
                && self.doc.syntax.tag(before).upos() == Upos::NOUN
        });
        if several
            && matches!(self.normal(at), "from" | "at")
            && is_namelike(self.doc, self.clues, start + 1)
            && self.clues[start].phrase_here().is_none()
        {
            return Some((Group::Org, CLEAR_FRAME));
        }
        match self.normal(at) {
            "of" if noun(WordClass::PlaceNoun) => return Some((Group::Place, CLEAR_FRAME)),
            "of" if noun(WordClass::PlaceOffice)
                && !is_small(self.normal(before?), &["president", "king", "queen", "minister"]) =>
            {
                return Some((Group::Place, LIKELY_FRAME));
            }
            "in" if noun(WordClass::PlacePeople) => return Some((Group::Place, CLEAR_FRAME)),
            "in" | "of"
                if before.is_some_and(|before| {
                    is_small(self.normal(before), &["shares", "stake", "stock", "investors", "shareholders"])
                }) =>
            {
                return Some((Group::Org, CLEAR_FRAME));
            }
            "from" if noun(WordClass::PlacePeople) => return Some((Group::Place, CLEAR_FRAME)),
            "of" if noun(WordClass::PlacePeople) => return Some((Group::Place, LIKELY_FRAME)),
            // "Flights from Norlund’s X"
            // Nobody has members.
            "of" if before.is_some_and(|before| is_small(self.normal(before), &["member", "members"])) => {
                return Some((Group::Org, CLEAR_FRAME));
            }
            "of" | "at" if noun(WordClass::BodyPerson) => return Some((Group::Org, LIKELY_FRAME)),
            "near" => return Some((Group::Place, LIKELY_FRAME)),
            // "sank off Skye"
            "off" if self.is_alone(start) => return Some((Group::Place, LIKELY_FRAME)),
            "for"
                if before.is_some_and(|before| {
                    is_small(
                        self.normal(before),
                        &["played", "plays", "signed", "worked", "works", "spokesman", "spokeswoman"],
                    )
                }) =>
            {
                return Some((Group::Org, LIKELY_FRAME));
            }
            "at" if before.is_some_and(|before| {
                is_small(
                    self.normal(before),
                    &["analyst", "analysts", "economist", "economists", "strategist", "executive"],
                )
            }) =>
            {
                return Some((Group::Org, CLEAR_FRAME));
            }
            "called" | "named" => {
                let comma = usize::from(before.is_some_and(|before| self.doc.word(before) == ","));
                return before
                    .and_then(|before| before.checked_sub(comma))
                    .and_then(|noun| self.said_to_be(noun));
            }
            "in" if before.is_some_and(|before| {
                is_small(self.normal(before), &["born", "lives", "lived", "living", "based"])
            }) =>
            {
                return Some((Group::Place, CLEAR_FRAME));
            }
            "in" if self.is_alone(start) => return Some((Group::Place, LEANING_FRAME)),
            // "the last weaver of Llanfedw", "the tigers of the Terai"; but "a friend of Elsbeth".
            "of" if self.is_alone(start)
                && before.is_some_and(|before| self.is_of_a_place(before, start)) =>
            {
                return Some((Group::Place, LIKELY_FRAME));
            }
            _ => {}
        }
        // "the newspaper X", "broadcaster X", "the town X"; nouns in small letters or at the start of a sentence.
        let plain = !is_namelike(self.doc, self.clues, at) || self.doc.begins_sentence(at);
        if !plain || !self.doc.tokens[at].is_word() || at + 1 != start {
            return None;
        }
        let tag = self.doc.syntax.tag(at).upos();
        // "the weekly Zrcadlo", where "weekly" may be an adjective.
        let noun = matches!(tag, Upos::NOUN | Upos::PROPN) || tag == Upos::ADJ && self.is_daily(at, start);
        let known = self.clues[start].known;
        let rival = self.normal(at) == "rival" && known.given_name() + known.surname() == 0;
        if noun && (self.is(at, WordClass::MediaNoun) || self.is(at, WordClass::CompanyNoun) || rival) {
            return Some((Group::Org, CLEAR_FRAME));
        }
        let person = self.is_person_noun(at) && !self.is_verb(at);
        person.then_some((Group::Person, LIKELY_FRAME))
    }
}
