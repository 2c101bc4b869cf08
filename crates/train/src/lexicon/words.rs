//! What the sources say of single words.

use std::collections::{BTreeMap, BTreeSet};

use engine::lexicon::{Gender, GroupKind, ThingId, Title, WordFacts, normalize};

use super::kept;
use crate::sources::Error;
use crate::sources::corpus::{self, Sentence};
use crate::sources::faker::{self, Kind as FakerKind};
use crate::sources::lists::Demonym;
use crate::sources::names::{Census, NameGroup};
use crate::sources::wordnet::WordNet;

/// One word, and what has been seen of it.
#[derive(Debug, Default, Clone)]
pub struct Word {
    pub given: u8,
    pub surname: u8,
    /// How much speaks for a man's and for a woman's name.
    male: f64,
    female: f64,
    /// How often it is small, and how often capital within a sentence.
    lower: u32,
    capital: u32,
    /// An ordinary word of WordNet.
    ordinary: bool,
    /// English text has it as a name.
    english_name: bool,
    /// The facts that are as they are: kinds of words, titles, demonyms.
    listed: WordFacts,
}

impl Word {
    fn common(&self) -> u8 {
        match self.lower {
            300.. => 3,
            20.. => 2,
            2.. => 1,
            _ if self.ordinary => 1,
            _ => 0,
        }
    }

    pub fn capital_share(&self) -> u8 {
        let seen = self.lower + self.capital;
        if seen < 3 {
            0
        } else {
            1 + (self.capital * 6 + seen / 2).checked_div(seen).unwrap_or_default() as u8
        }
    }

    fn gender(&self) -> Option<Gender> {
        let sum = self.male + self.female;
        if sum == 0.0 {
            None
        } else if self.male / sum > 0.9 {
            Some(Gender::Male)
        } else if self.female / sum > 0.9 {
            Some(Gender::Female)
        } else {
            Some(Gender::Both)
        }
    }

    /// An everyday word that is a name by exception only: what weak sources call a name is none.
    fn is_everyday(&self) -> bool {
        self.common() >= 2 && self.capital_share() <= 2 || self.lower >= 1000
    }

    pub fn facts(&self) -> WordFacts {
        let mut facts = self
            .listed
            .with_given_name(self.given)
            .with_surname(self.surname)
            .with_common_word(self.common())
            .with_capital_share(self.capital_share());
        if self.given > 0
            && let Some(gender) = self.gender()
        {
            facts = facts.with_gender(gender);
        }
        facts
    }
}

#[derive(Debug, Default)]
pub struct Words {
    words: BTreeMap<String, Word>,
}

impl Words {
    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn get(&self, word: &str) -> Option<&Word> {
        self.words.get(word)
    }

    pub fn iter(&self) -> impl Iterator<Item = (&str, &Word)> + Clone {
        self.words.iter().map(|(text, word)| (text.as_str(), word))
    }

    fn at(&mut self, word: &str) -> &mut Word {
        self.words.entry(normalize(word)).or_default()
    }

    /// The lists of kinds of words and of given names.
    pub fn add_lists(
        &mut self,
        kinds: &[(String, Demonym)],
        given_names: &[(String, Demonym)],
    ) -> Result<(), Error> {
        for (kind, Demonym { word, .. }) in kinds {
            let facts = &mut self.at(word).listed;
            *facts = with_kind(*facts, kind).ok_or_else(|| format!("words.txt: unknown kind {kind}"))?;
            if kind == "person" {
                let facts = &mut self.at(&plural_of(word)).listed;
                *facts = facts.with_person_plural();
            }
        }
        for (gender, Demonym { word, .. }) in given_names {
            for (place, part) in word.split('-').enumerate() {
                let entry = self.at(part);
                entry.given = entry.given.max(if place == 0 { 2 } else { 1 });
                if place == 0 {
                    let (male, female) = if gender == "m" { (1.0, 0.0) } else { (0.0, 1.0) };
                    entry.male += male;
                    entry.female += female;
                }
            }
        }
        Ok(())
    }

    /// A word for the people of a place or camp.
    pub fn add_group(&mut self, demonym: &Demonym, kind: GroupKind, home: Option<ThingId>) {
        let forms = [(Some(&demonym.word), false), (demonym.plural.as_ref(), true)];
        for (form, plural) in forms {
            let Some(form) = form.filter(|form| !form.contains(' ')) else { continue };
            let facts = &mut self.at(form).listed;
            // The first to claim a word keeps it: countries come before states, "georgian" is of the country.
            if facts.group().is_none() {
                *facts = facts.with_group(kind);
                if let Some(home) = home {
                    *facts = facts.with_home(home);
                }
                if plural {
                    *facts = facts.with_group_plural();
                }
            }
        }
    }

    pub fn add_language(&mut self, word: &str) {
        let facts = &mut self.at(word).listed;
        *facts = facts.with_language();
    }

    pub fn add_census(&mut self, census: &Census) {
        for (name, share) in &census.male {
            self.given(name, level(*share, 0.06, 0.012)).male += share;
        }
        for (name, share) in &census.female {
            self.given(name, level(*share, 0.06, 0.012)).female += share;
        }
        for (rank, (name, _)) in census.last.iter().take(kept::CENSUS_SURNAMES).enumerate() {
            let level = match rank {
                0..1000 => 3,
                1000..8000 => 2,
                _ => 1,
            };
            self.surname(name, level).english_name = true;
        }
    }

    pub fn add_faker(&mut self, names: &[faker::Name]) {
        let mut locales: BTreeMap<(&str, FakerKind), u32> = BTreeMap::new();
        for name in names {
            *locales.entry((&name.name, name.kind)).or_default() += 1;
        }
        for ((name, kind), count) in locales {
            if !is_name(&normalize(name)) {
                continue;
            }
            let level = if count >= 4 { 3 } else { 2 };
            match kind {
                FakerKind::Last => {
                    self.weak_surname(name, level.min(2));
                }
                _ if self.at(name).is_everyday() => {}
                FakerKind::Male => self.given(name, level).male += 0.01 * f64::from(count),
                FakerKind::Female => self.given(name, level).female += 0.01 * f64::from(count),
                FakerKind::Given => {
                    self.given(name, level);
                }
            }
        }
    }

    pub fn add_wordnet(&mut self, wordnet: &WordNet) {
        for word in &wordnet.words {
            self.at(word).ordinary = true;
        }
        for noun in wordnet.person_nouns.iter().filter(|noun| is_name(noun)) {
            let entry = self.at(noun);
            entry.listed = entry.listed.with_person_noun();
        }
        let people = wordnet.instances.iter().filter(|instance| instance.kinds.contains("person"));
        for name in people.flat_map(|person| &person.names) {
            let parts: Vec<&str> = name.split(' ').collect();
            if let [first, .., last] = parts.as_slice() {
                // "St. Paul", "Pope John", "Queen Victoria" tell of no given name in the first place.
                if first.len() > 2 && !self.is_title(first) {
                    self.weak_given(first, 1);
                }
                if last.chars().all(|c| c.is_alphabetic() || c == '\'') && last.len() > 3 {
                    self.weak_surname(last, 1);
                }
            }
        }
    }

    /// How words are written, and which are parts of people's names. No name becomes known by this: see the module
    /// above.
    pub fn add_corpora(&mut self, marked: &[Sentence], plain: &[Sentence]) {
        for sentence in marked.iter().chain(plain) {
            for word in sentence.iter().skip(1) {
                let mut letters = word.text.chars();
                let Some(first) = letters.next() else { continue };
                let rest_small = letters.clone().all(|c| c.is_lowercase() || c == '\'' || c == '’');
                if !word.text.chars().all(|c| c.is_alphabetic() || c == '\'' || c == '’') {
                    continue;
                }
                if first.is_lowercase() && rest_small {
                    self.at(&word.text).lower += 1;
                } else if first.is_uppercase() && rest_small && word.text.chars().count() > 1 {
                    self.at(&word.text).capital += 1;
                }
            }
        }
        for name in marked.iter().flat_map(corpus::people) {
            let from = name.iter().take_while(|word| self.is_title(word)).count();
            let words = name.get(from..).unwrap_or_default();
            if let [first, .., last] = words
                && words.iter().all(|word| word.starts_with(char::is_uppercase))
            {
                self.at(first).english_name = true;
                self.at(last).english_name = true;
            }
        }
    }

    /// The spellings of names that are known already, and names that are written in many ways.
    pub fn add_name_groups(&mut self, groups: &[NameGroup], faker: &[faker::Name]) {
        let mut other_scripts: BTreeMap<String, BTreeSet<FakerKind>> = BTreeMap::new();
        for name in faker.iter().filter(|name| !name.name.is_ascii()) {
            other_scripts.entry(name.name.to_lowercase()).or_default().insert(name.kind);
        }
        let spelling = Spelling::of(
            self.words.iter().filter(|(_, word)| word.english_name).map(|(name, _)| name.as_str()),
        );
        for group in groups {
            let forms: BTreeSet<String> = group
                .iter()
                .map(|form| normalize(form))
                .filter(|form| is_name(form))
                .filter(|form| {
                    let known = self.get(form).is_some_and(|word| word.given > 0 || word.surname > 0);
                    known || spelling.has(form, kept::ENGLISH_NAMES)
                })
                .collect();
            let kinds: BTreeSet<FakerKind> =
                group.iter().filter_map(|form| other_scripts.get(form.as_str())).flatten().copied().collect();
            let known = |level: fn(&Word) -> u8| {
                forms.iter().filter_map(|form| self.get(form)).map(level).max().unwrap_or_default()
            };
            let is_given = known(|word| word.given) >= 2 || kinds.iter().any(|kind| *kind != FakerKind::Last);
            let male = kinds.contains(&FakerKind::Male);
            let female = kinds.contains(&FakerKind::Female);
            let (mut male_weight, mut female_weight) = (0.0, 0.0);
            for form in &forms {
                if let Some(word) = self.get(form) {
                    male_weight += word.male;
                    female_weight += word.female;
                }
            }
            if male_weight + female_weight == 0.0 {
                male_weight = f64::from(u8::from(male));
                female_weight = f64::from(u8::from(female));
            }
            let is_surname = known(|word| word.surname) >= 2 || kinds.contains(&FakerKind::Last);
            let often = group.len() >= kept::NAME_FORMS;
            if !(is_given || is_surname || often) {
                continue;
            }
            for form in &forms {
                if is_given && (often || group.len() <= 3 || male || female) {
                    let word = self.at(form);
                    if word.is_everyday() && word.given < 2 {
                        continue;
                    }
                    word.given = word.given.max(1);
                    if word.male + word.female == 0.0 {
                        word.male = male_weight;
                        word.female = female_weight;
                    }
                }
                if often && (is_surname || !is_given) {
                    self.weak_surname(form, 1);
                }
            }
        }
    }

    /// Leaves out what would tell nothing.
    pub fn prune(&mut self) {
        // Person nouns and ordinary words only if someone uses them.
        let plurals: BTreeSet<String> = self
            .words
            .iter()
            .filter(|(_, word)| word.listed.is_person_noun())
            .flat_map(|(noun, _)| plurals(noun))
            .collect();
        for plural in &plurals {
            if let Some(word) = self.words.get_mut(plural) {
                word.listed = word.listed.with_person_plural();
            }
        }
        self.words.retain(|text, word| {
            // WordNet knows many a noun for a person that nobody writes.
            let used = word.lower >= 1;
            let facts = word.facts();
            let only_ordinary = facts.with_common_word(0).with_capital_share(0).bits() == 0;
            let only_noun = word.given == 0
                && word.surname == 0
                && word.listed.bits() == WordFacts::default().with_person_noun().bits();
            if only_noun && !used {
                return false;
            }
            text.len() > 1 && (!only_ordinary || word.lower >= kept::ORDINARY_WORD)
        });
    }

    fn is_title(&self, word: &str) -> bool {
        self.get(&normalize(word)).is_some_and(|word| word.listed.title().is_some())
    }

    fn given(&mut self, name: &str, level: u8) -> &mut Word {
        let word = self.at(name);
        word.given = word.given.max(level);
        word
    }

    fn surname(&mut self, name: &str, level: u8) -> &mut Word {
        let word = self.at(name);
        word.surname = word.surname.max(level);
        word
    }

    fn weak_given(&mut self, name: &str, level: u8) {
        if !self.at(name).is_everyday() {
            self.given(name, level);
        }
    }

    fn weak_surname(&mut self, name: &str, level: u8) {
        if !self.at(name).is_everyday() {
            self.surname(name, level);
        }
    }
}

fn with_kind(facts: WordFacts, kind: &str) -> Option<WordFacts> {
    Some(match kind {
        "org" => facts.with_org_word(),
        "company" => facts.with_company_form(),
        "fac" => facts.with_fac_word(),
        "loc" => facts.with_loc_word(),
        "event" => facts.with_event_word(),
        "law" => facts.with_law_word(),
        "particle" => facts.with_name_particle(),
        "month" => facts.with_month(),
        "weekday" => facts.with_weekday(),
        "person" => facts.with_person_noun(),
        "people" => facts.with_person_plural(),
        "honorific" => facts.with_title(Title::Honorific, None),
        "honorific.m" => facts.with_title(Title::Honorific, Some(Gender::Male)),
        "honorific.f" => facts.with_title(Title::Honorific, Some(Gender::Female)),
        "role" => facts.with_title(Title::Role, None),
        "role.m" => facts.with_title(Title::Role, Some(Gender::Male)),
        "role.f" => facts.with_title(Title::Role, Some(Gender::Female)),
        _ => return None,
    })
}

fn level(share: f64, high: f64, middle: f64) -> u8 {
    if share >= high {
        3
    } else if share >= middle {
        2
    } else {
        1
    }
}

/// One word of Latin letters that can be a name.
pub fn is_name(text: &str) -> bool {
    text.len() >= 2
        && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'\'')
        && !text.starts_with('\'')
        && !text.ends_with('\'')
}

/// The usual plural of a noun.
pub fn plural_of(noun: &str) -> String {
    if let Some(stem) = noun.strip_suffix("man") {
        format!("{stem}men")
    } else if noun.ends_with(['s', 'x', 'z']) || noun.ends_with("ch") || noun.ends_with("sh") {
        format!("{noun}es")
    } else if let Some(stem) = noun.strip_suffix('y') {
        if stem.ends_with(['a', 'e', 'o', 'u']) { format!("{noun}s") } else { format!("{stem}ies") }
    } else {
        format!("{noun}s")
    }
}

/// The plurals a noun can have.
fn plurals(noun: &str) -> Vec<String> {
    let mut plurals = vec![format!("{noun}s"), format!("{noun}es")];
    if let Some(stem) = noun.strip_suffix('y') {
        plurals.push(format!("{stem}ies"));
    }
    if let Some(stem) = noun.strip_suffix("man") {
        plurals.push(format!("{stem}men"));
    }
    plurals
}

/// How many English names have each run of three letters, the edges of the name counted as letters.
struct Spelling(BTreeMap<[u8; 3], u32>);

impl Spelling {
    fn of<'a>(names: impl Iterator<Item = &'a str>) -> Spelling {
        let mut counts = BTreeMap::new();
        for name in names {
            for run in runs(name) {
                *counts.entry(run).or_default() += 1;
            }
        }
        Spelling(counts)
    }

    fn has(&self, name: &str, times: u32) -> bool {
        runs(name).iter().all(|run| self.0.get(run).is_some_and(|count| *count >= times))
    }
}

fn runs(name: &str) -> Vec<[u8; 3]> {
    let edged: Vec<u8> = [b"^", name.as_bytes(), b"$"].concat();
    edged.windows(3).filter_map(|run| run.try_into().ok()).collect()
}
