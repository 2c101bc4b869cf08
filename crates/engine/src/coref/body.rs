//! Which organisation, town or country a noun with an article means: "the company", "the city said", "the country".

use analysis::{Entity, EntityType};

use super::Resolver;
use super::discourse::{MentionRecord, Part, Who, is_saying, part};
use super::nominal::{Phrase, REACH};
use crate::lexicon::{Lexicon, PhraseKind, normalize};
use crate::quote::cue::{self, CLAUSE};
use crate::rules::{self, Rule};
use crate::word_class::WordClass;

/// How many sentences back the town may have been named last that speaks as one.
const TOWN: usize = 6;
/// How much nearer one of two ministers must be, in sentences.
const NEARER: usize = 3;

impl Resolver<'_> {
    /// The organisation or country that is meant.
    pub(super) fn body_called(&self, phrase: &Phrase) -> Option<(usize, &'static Rule)> {
        if !phrase.owners.is_empty() {
            return self.body_from(phrase);
        }
        let sentence = self.doc.sentence_of(phrase.tokens.start);
        if phrase.noun == "country" {
            let countries = self.only_one(sentence, |kind| kind == EntityType::Gpe)?;
            let name = &self.entities.get(countries)?.name;
            let country =
                Lexicon::get().phrase(name).is_some_and(|facts| facts.kind() == PhraseKind::Country);
            return country.then_some((countries, &rules::COREF_COUNTRY));
        }
        let called = self.called_so(&phrase.noun);
        if let Some(named) = self.nearest(called, sentence) {
            return Some((named, &rules::COREF_ROLE));
        }
        // "The municipality said": the only town that was told of.
        if self.doc.is(phrase.tokens.end - 1, WordClass::PlaceNoun) {
            let only = || self.only_town(sentence);
            return only().filter(|_| self.town_speaks(phrase)).map(|only| (only, &rules::COREF_TOWN));
        }
        let general = matches!(phrase.noun.as_str(), "company" | "firm") || phrase.noun.ends_with("maker");
        let only = || self.only_one(sentence, |kind| kind == EntityType::Org);
        // "The party said": the only body that was told of, as the one who acts.
        let acts = || {
            let noun = phrase.tokens.end - 1;
            let speaks = part(self.doc, &phrase.tokens) == Part::Speaker;
            let body = self.doc.is(noun, WordClass::CompanyNoun) || self.doc.is(noun, WordClass::MediaNoun);
            let only = self.only_body(sentence).filter(|_| body && speaks)?;
            Some((only, &rules::COREF_ONLY_COMPANY))
        };
        only().filter(|_| general).map(|only| (only, &rules::COREF_ONLY_COMPANY)).or_else(acts)
    }

    /// "The Korean company": the only body that was told of as one who acts, if it is from no other country.
    fn body_from(&self, phrase: &Phrase) -> Option<(usize, &'static Rule)> {
        let lexicon = Lexicon::get();
        let home = |word: &str| lexicon.word(&normalize(word)).home();
        let [owner] = phrase.owners.as_slice() else { return None };
        let noun = phrase.tokens.end - 1;
        let nation = home(owner).is_some() || owner == "un";
        let body = self.doc.is(noun, WordClass::CompanyNoun) || self.doc.is(noun, WordClass::MediaNoun);
        if !nation || !body || !matches!(part(self.doc, &phrase.tokens), Part::Speaker | Part::Subject) {
            return None;
        }
        let only = self.only_body(self.doc.sentence_of(phrase.tokens.start))?;
        let role = self.entities.get(only)?.role.as_ref().map_or("", |role| role.text.as_str());
        let foreign = role.split_whitespace().filter_map(home).any(|other| Some(other) != home(owner));
        (!foreign).then_some((only, &rules::COREF_ONLY_COMPANY))
    }

    /// The only one of these mentioned so far, or the one mentioned clearly later than the others.
    pub(super) fn nearest(&self, among: &[usize], sentence: usize) -> Option<usize> {
        let mut seen: Vec<(usize, usize)> = among
            .iter()
            .map(|&index| {
                let latest = self
                    .discourse
                    .latest(Who::Entity(index))
                    .map_or(usize::MAX, |seen| sentence - seen.sentence);
                (latest, index)
            })
            .collect();
        seen.sort_unstable();
        match seen.as_slice() {
            [] => None,
            [(_, only)] => Some(*only),
            [(first, nearest), (second, _), ..] => {
                (*first <= REACH && second.saturating_sub(*first) >= NEARER).then_some(*nearest)
            }
        }
    }

    /// The only organisation of which the reporter told as of one who acts or speaks.
    pub(super) fn only_body(&self, sentence: usize) -> Option<usize> {
        let near = |seen: &&MentionRecord| self.distance(seen, sentence) <= REACH;
        let lately = self.discourse.seen.iter().rev().take_while(near);
        let mut bodies = lately.filter_map(|seen| match seen.who {
            Who::Entity(entity)
                if self.kind(seen.who) == Some(EntityType::Org)
                    && seen.quotation.is_none()
                    && matches!(seen.part, Part::Subject | Part::Speaker | Part::Possessor) =>
            {
                Some(entity)
            }
            _ => None,
        });
        let first = bodies.next()?;
        bodies.all(|body| body == first).then_some(first)
    }

    /// Whether the noun for a place stands right beside a verb of saying: "the city said", "…,” said the city."
    pub(super) fn town_speaks(&self, phrase: &Phrase) -> bool {
        let (start, end) = (phrase.tokens.start, phrase.tokens.end);
        let country = matches!(
            phrase.noun.as_str(),
            "state" | "nation" | "kingdom" | "republic" | "capital" | "emirate"
        );
        let inverted = start > 0
            && is_saying(self.doc, start - 1)
            && matches!(self.doc.word(end), "." | ",")
            && self.marks.outer_before(start).next().is_some();
        let saying = |at: usize| is_saying(self.doc, at) || self.doc.is(at, WordClass::PlainSaying);
        let confirms = cue::verb(self.doc.normal(end)).is_some_and(|verb| verb.takes.any(CLAUSE));
        !country && (saying(end) || confirms || inverted)
    }

    /// The only place smaller than a country that was told of lately.
    pub(super) fn only_town(&self, sentence: usize) -> Option<usize> {
        let country = |entity: &Entity| {
            Lexicon::get().phrase(&entity.name).is_some_and(|facts| facts.kind() == PhraseKind::Country)
        };
        let mut lately = self.discourse.present(sentence, TOWN).into_iter().filter_map(|who| match who {
            Who::Entity(entity) => {
                let place = self.entities.get(entity)?;
                (place.kind == EntityType::Gpe && !country(place)).then_some(entity)
            }
            Who::Unnamed(_) => None,
        });
        lately.next().filter(|_| lately.next().is_none())
    }

    /// The only thing of a kind that was mentioned lately.
    pub(super) fn only_one(&self, sentence: usize, fits: fn(EntityType) -> bool) -> Option<usize> {
        let mut lately = self.discourse.present(sentence, REACH).into_iter().filter_map(|who| match who {
            Who::Entity(entity) if self.kind(who).is_some_and(fits) => Some(entity),
            _ => None,
        });
        lately.next().filter(|_| lately.next().is_none())
    }
}
