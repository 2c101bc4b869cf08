//! Names of things: places, organisations, events, laws, works.

use std::collections::BTreeMap;
use std::path::Path;

use engine::lexicon::{GroupKind, PhraseFacts, PhraseKind, ThingId};

use super::words::Words;
use super::{cut, kept};
use crate::sources::Error;
use crate::sources::geonames::{City, Country};
use crate::sources::lists::{self, Code, Demonym, Name};
use crate::sources::wordnet::WordNet;

/// Something that has several names, or that others belong to.
#[derive(Debug)]
pub struct Thing {
    pub name: String,
    pub kind: PhraseKind,
    pub belongs_to: Option<ThingId>,
}

#[derive(Debug, Default)]
pub struct Phrases {
    phrases: BTreeMap<String, PhraseFacts>,
    things: Vec<Thing>,
    /// The thing that a country's code stands for.
    codes: BTreeMap<String, ThingId>,
}

/// The lists whose things come several to a line, with what they are and how well known.
const LISTS: &[(&str, Code, PhraseKind, u8)] = &[
    ("regions.txt", Code::First, PhraseKind::Region, 2),
    ("areas.txt", Code::None, PhraseKind::Area, 3),
    ("cities.txt", Code::First, PhraseKind::City, 2),
    ("seats.txt", Code::None, PhraseKind::Seat, 3),
    ("nature.txt", Code::None, PhraseKind::Nature, 2),
    ("facilities.txt", Code::None, PhraseKind::Facility, 2),
    ("organisations.txt", Code::None, PhraseKind::Organisation, 3),
    ("parties.txt", Code::None, PhraseKind::Party, 2),
    ("militias.txt", Code::None, PhraseKind::Militia, 2),
    ("media.txt", Code::None, PhraseKind::Media, 2),
    ("companies.txt", Code::None, PhraseKind::Company, 2),
    ("clubs.txt", Code::None, PhraseKind::Club, 2),
    ("events.txt", Code::None, PhraseKind::Event, 2),
    ("laws.txt", Code::None, PhraseKind::Law, 2),
    ("works.txt", Code::None, PhraseKind::Work, 2),
    ("products.txt", Code::None, PhraseKind::Product, 2),
];

impl Phrases {
    pub fn len(&self) -> usize {
        self.phrases.len()
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &PhraseFacts)> + Clone {
        self.phrases.iter().map(|(text, facts)| (text.as_str(), facts))
    }

    /// The things in order; the first has the number 1.
    pub fn things(&self) -> &[Thing] {
        &self.things
    }

    /// What this crate's lists name; the words for the people go to `words`.
    pub fn add_lists(&mut self, folder: &Path, words: &mut Words) -> Result<(), Error> {
        for country in lists::things(folder, "countries.txt", Code::First)? {
            let thing = self.add_thing(&country.names, PhraseKind::Country, 3, None, words, true)?;
            if let (Some(code), Some(thing)) = (country.code, thing) {
                self.codes.insert(code, thing);
            }
            self.add_people(&country.demonyms, GroupKind::Nationality, thing, words);
        }
        for (list, code, kind, level) in LISTS {
            for item in lists::things(folder, list, *code)? {
                let home = match &item.belongs_to {
                    Some(place) => Some(self.named(place).ok_or_else(|| format!("{list}: no {place}"))?),
                    None => item.code.as_ref().and_then(|code| self.codes.get(code)).copied(),
                };
                let told = !item.demonyms.is_empty() || *kind == PhraseKind::Seat;
                let thing = self.add_thing(&item.names, *kind, *level, home, words, told)?;
                self.add_people(&item.demonyms, GroupKind::Resident, thing, words);
            }
        }
        for (kind, word) in lists::words(folder, "groups.txt")? {
            let group = match kind.as_str() {
                "religion" => GroupKind::Religion,
                "politics" => GroupKind::Politics,
                "ethnicity" => GroupKind::Ethnicity,
                "resident" => GroupKind::Resident,
                "language" => {
                    words.add_language(&word.word);
                    continue;
                }
                _ => return Err(format!("groups.txt: unknown kind {kind}").into()),
            };
            self.add_people(&[word], group, None, words);
        }
        Ok(())
    }

    /// Towns, and which of them are capitals.
    pub fn add_geonames(&mut self, cities: &[City], countries: &[Country], words: &Words) {
        for country in countries {
            let Some(&home) = self.codes.get(&country.code) else { continue };
            let capital = cut::words(&country.capital);
            if capital.is_empty() || self.kind_of(&capital).is_some_and(|kind| kind != PhraseKind::City) {
                continue;
            }
            let thing = match self.phrases.get(&capital).and_then(|facts| facts.thing()) {
                Some(thing) => thing,
                None => {
                    let Some(thing) = self.new_thing(&country.capital, PhraseKind::City, Some(home)) else {
                        continue;
                    };
                    let facts = PhraseFacts::new(PhraseKind::City).with_thing(thing);
                    self.phrases.insert(capital.clone(), facts);
                    thing
                }
            };
            for facts in self.phrases.values_mut().filter(|facts| facts.thing() == Some(thing)) {
                *facts = facts.with_level(3);
            }
        }
        for city in cities {
            let text = cut::words(&city.name);
            let listed = self.phrases.get(&text).copied();
            if let Some(facts) = listed {
                if facts.kind() == PhraseKind::City && facts.level() < level(city.population) {
                    self.phrases.insert(text, facts.with_level(level(city.population)));
                }
                continue;
            }
            if city.population >= kept::CITY_POPULATION && is_told_apart(&text, city.population, words) {
                let facts = PhraseFacts::new(PhraseKind::City).with_level(level(city.population));
                self.phrases.insert(text, facts);
            }
        }
    }

    /// Rivers, mountains, islands, wars and organisations that WordNet has by name.
    pub fn add_wordnet(&mut self, wordnet: &WordNet) {
        let kinds = [
            (
                PhraseKind::Organisation,
                &["organization", "university", "college", "educational_institution"][..],
            ),
            (PhraseKind::Event, &["war", "military action", "military_action", "battle", "social_event"][..]),
            (
                PhraseKind::Nature,
                &["body_of_water", "natural_elevation", "geological_formation", "land", "stream", "desert"][..],
            ),
            (PhraseKind::City, &["municipality", "urban_area"][..]),
            (PhraseKind::Region, &["administrative_district"][..]),
            (PhraseKind::Facility, &["structure"][..]),
        ];
        for instance in &wordnet.instances {
            let is = |class: &str| instance.kinds.contains(class);
            let found = kinds.iter().find(|(_, classes)| classes.iter().any(|class| is(class)));
            let Some((kind, _)) = found.filter(|_| !is("person")) else { continue };
            let texts: Vec<String> = instance.names.iter().map(|name| cut::words(name)).collect();
            // Another name of a thing that is known already.
            let known = texts.iter().filter_map(|text| self.phrases.get(text)).find(|facts| {
                facts.thing().is_some() && (facts.kind() == *kind || facts.kind().is_gpe() && kind.is_gpe())
            });
            let facts = match known {
                Some(known) => PhraseFacts::new(known.kind()).with_thing(known.thing().unwrap_or(ThingId(0))),
                None => PhraseFacts::new(*kind),
            };
            for text in &texts {
                // A single word that nobody else knows as a place is too often something else.
                let place = matches!(kind, PhraseKind::Nature) || kind.is_gpe();
                if text.len() > 3 && (text.contains(' ') || place) {
                    self.add(text, facts.with_level(1));
                }
            }
        }
    }

    /// Marks the single words that are also names of people or ordinary words.
    pub fn mark_ambiguous(&mut self, words: &Words) {
        for (text, facts) in &mut self.phrases {
            let Some(word) = words.get(text) else { continue };
            let known = word.facts();
            if known.given_name() >= 2 {
                *facts = facts.with_given_name();
            }
            if known.surname() >= 2 {
                *facts = facts.with_surname();
            }
            if known.common_word() > 0 && known.capital_share() < 7 {
                *facts = facts.with_common_word();
            }
        }
    }

    fn add_people(&mut self, people: &[Demonym], kind: GroupKind, home: Option<ThingId>, words: &mut Words) {
        for demonym in people {
            words.add_group(demonym, kind, home);
            for form in [Some(&demonym.word), demonym.plural.as_ref()].into_iter().flatten() {
                if form.contains(' ') {
                    let mut facts = PhraseFacts::new(PhraseKind::Group).with_level(2);
                    if let Some(home) = home {
                        facts = facts.with_thing(home);
                    }
                    self.add(form, facts);
                    self.add(&form.replace(' ', " - "), facts);
                }
            }
        }
    }

    /// All names of one thing; it gets a number if `told` of elsewhere, or if it has several names.
    fn add_thing(
        &mut self,
        names: &[Name],
        kind: PhraseKind,
        level: u8,
        belongs_to: Option<ThingId>,
        words: &Words,
        told: bool,
    ) -> Result<Option<ThingId>, Error> {
        let Some(best) = names.first() else { return Ok(None) };
        let thing = if told || names.len() > 1 {
            Some(self.new_thing(&best.text, kind, belongs_to).ok_or("more things than can be counted")?)
        } else {
            None
        };
        for name in names {
            let text = cut::words(&name.text);
            let mut facts = PhraseFacts::new(kind).with_level(level);
            if let Some(thing) = thing {
                facts = facts.with_thing(thing);
            }
            let acronym = name.text.chars().all(|c| c.is_uppercase() || c.is_ascii_digit());
            let common = words.get(&text).is_some_and(|word| word.facts().common_word() > 0);
            if name.only_in_capitals || acronym && (common || name.text.len() <= 2) {
                facts = facts.with_only_in_capitals();
            }
            self.add(&text, facts);
            // The engine leaves the stop of "U.S" out or in, as the sentence has it.
            if let Some(bare) = text.strip_suffix('.').filter(|bare| bare.contains('.')) {
                self.add(bare, facts);
            }
        }
        Ok(thing)
    }

    /// The first to name a thing wins; a later one of another kind is remembered as such.
    fn add(&mut self, text: &str, facts: PhraseFacts) {
        if text.is_empty() || text.len() > 80 {
            return;
        }
        match self.phrases.get_mut(text) {
            // What is little known does not make doubtful what is well known.
            Some(known) if known.kind() != facts.kind() && facts.level() >= known.level().min(2) => {
                *known = known.with_other();
            }
            Some(_) => {}
            None => {
                self.phrases.insert(text.to_owned(), facts);
            }
        }
    }

    fn new_thing(&mut self, name: &str, kind: PhraseKind, belongs_to: Option<ThingId>) -> Option<ThingId> {
        self.things.push(Thing { name: name.to_owned(), kind, belongs_to });
        u16::try_from(self.things.len()).ok().map(ThingId)
    }

    fn named(&self, name: &str) -> Option<ThingId> {
        self.phrases.get(&cut::words(name))?.thing()
    }

    fn kind_of(&self, text: &str) -> Option<PhraseKind> {
        self.phrases.get(text).map(|facts| facts.kind())
    }
}

fn level(population: u64) -> u8 {
    match population {
        1_000_000.. => 3,
        150_000.. => 2,
        _ => 1,
    }
}

/// Whether a capitalised word is this town often enough to be worth knowing: a small town that bears the name of
/// many people, or an everyday word, is not.
fn is_told_apart(text: &str, population: u64, words: &Words) -> bool {
    let plain = text.len() >= 3
        && text.chars().all(|c| c.is_ascii_lowercase() || matches!(c, ' ' | '-' | '\'' | '.'));
    let Some(word) = words.get(text) else { return plain };
    let facts = word.facts();
    let person = facts.given_name().max(facts.surname());
    plain
        && (population >= 1_000_000
            || facts.common_word() == 0 && (person < 2 || population >= 150_000)
            || facts.capital_share() == 7 && person < 2)
}
