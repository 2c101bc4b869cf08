//! Who among the people is one person.
//!
//! Full names first, each with each that could be it; then surnames and given names that stand alone, which need
//! exactly one bearer, or one that the text clearly has in mind; then near spellings. Two people of one surname
//! are never joined, nor is anybody against a given name, a "Mrs" or a "Jr.".

mod told;

use std::collections::HashMap;

use analysis::AliasReason;

use super::cluster::Clusters;
use super::compare::{Join, is_end, is_start};
use super::form::{Family, Forms};
use super::spelling::{self, NearWords};
use crate::explain::trace::Trace;
use crate::lexicon::{Gender, Lexicon};
use crate::rules::{self, Rule};
use crate::word_class::{self, WordClass};

/// The parts of a person's name, folded.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PersonName {
    /// All words but titles and suffixes.
    pub words: Vec<String>,
    /// Where the surname begins, particles included ("van der Merwe").
    pub surname_at: usize,
    /// "jr", "iii"
    pub suffix: Option<String>,
}

impl PersonName {
    pub fn read(folded: &[String]) -> PersonName {
        let lexicon = Lexicon::get();
        let mut words: Vec<String> = folded.to_vec();
        while words.len() > 1
            && lexicon.word(&words[0]).title().is_some()
            && lexicon.word(&words[0]).given_name() == 0
        {
            words.remove(0);
        }
        let mut suffix = None;
        if words.len() > 1 {
            suffix = words.pop_if(|word| {
                matches!(word.as_str(), "jr" | "sr" | "junior" | "senior")
                    || word_class::is(word, WordClass::RegnalNumber)
            });
        }
        let suffix = suffix.map(|word| match word.as_str() {
            "junior" => "jr".to_owned(),
            "senior" => "sr".to_owned(),
            _ => word,
        });
        let last = words.len().saturating_sub(1);
        let mut surname_at = last;
        while surname_at > 0 && is_particle(&words[surname_at - 1]) && !(surname_at == 1 && words[0] == "al")
        {
            surname_at -= 1;
        }
        if words.len() == 2 && puts_surname_first(&words) {
            // "Kim Jae-won" is Mr Kim; the order of the words stays.
            surname_at = last;
        }
        PersonName { words, surname_at, suffix }
    }

    /// Has a given name or an initial beside the surname, or a ruler's number.
    pub fn is_full(&self) -> bool {
        self.surname_at > 0 || self.is_numbered()
    }

    /// "Elizabeth II", "Leo XIV"
    fn is_numbered(&self) -> bool {
        self.surname_at == 0
            && self.suffix.as_deref().is_some_and(|suffix| word_class::is(suffix, WordClass::RegnalNumber))
    }

    pub fn given(&self) -> &str {
        if self.surname_at > 0 || self.is_numbered() {
            self.words.first().map_or("", String::as_str)
        } else {
            ""
        }
    }

    fn middle(&self) -> &[String] {
        self.words.get(1..self.surname_at).unwrap_or_default()
    }

    pub fn surname(&self) -> &[String] {
        self.words.get(self.surname_at..).unwrap_or_default()
    }

    fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// Who bears the name, if its given name tells.
    pub fn gender(&self) -> Option<Gender> {
        let facts = |word: &str| Lexicon::get().word(word).gender().filter(|&gender| gender != Gender::Both);
        let given = self.given();
        if given.is_empty() {
            return None;
        }
        if puts_surname_first(&self.words) {
            return facts(self.last());
        }
        facts(given).or_else(|| facts(given.split('-').next().unwrap_or_default()))
    }
}

fn is_particle(word: &str) -> bool {
    word_class::is(word, WordClass::SurnameParticle)
}

/// Whether the first word is a surname that is written before the given name, as in Korea, China and Vietnam.
pub(crate) fn puts_surname_first(words: &[String]) -> bool {
    let [first, rest @ ..] = words else { return false };
    let east_asian = word_class::is(first, WordClass::SurnameFirst);
    let western = |word: &String| Lexicon::get().word(word).given_name() >= 3;
    let syllables = rest.iter().all(|word| word.contains('-') || word.len() <= 6);
    east_asian && !rest.is_empty() && rest.len() <= 2 && syllables && !rest.last().is_some_and(western)
}

/// Whether two full names may be one person's, and why.
pub(super) fn same_person(a: &PersonName, b: &PersonName) -> Option<Join> {
    if a.suffix != b.suffix || !a.is_full() || !b.is_full() {
        return None;
    }
    if a.words == b.words {
        return Some(Join::new(&rules::SAME_WORDS, 1.0));
    }
    let genders_differ = matches!((a.gender(), b.gender()), (Some(x), Some(y)) if x != y);
    if genders_differ && a.given() != b.given() {
        return None;
    }
    let (short, long) = if a.words.len() <= b.words.len() { (a, b) } else { (b, a) };
    if is_start(&short.words, &long.words) || is_end(&short.words, &long.words) {
        // "Gabriel García" of "Gabriel García Márquez", "bin Rashid al-Amri" of the longer name.
        return Some(Join::new(&rules::PERSON_SHORTER, 0.85));
    }
    if a.words.len() == 2 && b.words.len() == 2 && a.words[0] == b.words[1] && a.words[1] == b.words[0] {
        return Some(Join::new(&rules::PERSON_TURNED, 0.85));
    }
    let surname = same_surname(a, b)?;
    let given = same_given(a.given(), b.given())?;
    if surname.reason() == AliasReason::Spelling && given.reason() == AliasReason::Spelling {
        return None;
    }
    let middles_agree = a.middle().iter().zip(b.middle()).all(|(x, y)| x.chars().next() == y.chars().next());
    middles_agree.then(|| given.with(surname))
}

fn same_surname(a: &PersonName, b: &PersonName) -> Option<Join> {
    if bare(a.last()) == bare(b.last()) {
        return Some(Join::new(&rules::SAME_WORDS, 0.95));
    }
    spelling::same(a.last(), b.last())
}

fn same_given(a: &str, b: &str) -> Option<Join> {
    if a == b {
        return Some(Join::new(&rules::PERSON_SAME_GIVEN, 0.97));
    }
    let initial = |x: &str, y: &str| x.chars().count() <= 2 && x.chars().next() == y.chars().next();
    if initial(a, b) || initial(b, a) {
        return Some(Join::new(&rules::PERSON_INITIAL, 0.85));
    }
    if Lexicon::get().nickname(a, b) {
        return Some(Join::new(&rules::PERSON_NICKNAME, 0.85));
    }
    let hyphenated = |x: &str, y: &str| x.split_once('-').is_some_and(|(first, _)| first == y);
    if hyphenated(a, b) || hyphenated(b, a) {
        return Some(Join::new(&rules::PERSON_HYPHENATED, 0.8));
    }
    spelling::same(a, b)
}

/// "assad" for "al-assad".
fn bare(word: &str) -> &str {
    ["al-", "el-", "as-", "ad-", "ash-", "ar-", "an-", "at-"]
        .iter()
        .find_map(|article| word.strip_prefix(article).filter(|rest| rest.len() >= 3))
        .unwrap_or(word)
}

/// Puts every person's mentions into clusters.
pub(super) fn cluster(forms: &Forms, clusters: &mut Clusters, trace: &mut Trace) {
    let mut people = People {
        forms,
        clusters,
        names: HashMap::new(),
        bearers: Vec::new(),
        of_cluster: HashMap::new(),
        surnames: NearWords::default(),
        parts: NearWords::default(),
        last_seen: Vec::new(),
        trace,
    };
    let (full, partial): (Vec<usize>, Vec<usize>) =
        forms.of(Family::Person).into_iter().partition(|&form| people.name(form).is_full());
    // Rulers come after those whose surname they may reign by.
    let (rulers, full): (Vec<usize>, Vec<usize>) =
        full.into_iter().partition(|&form| people.name(form).is_numbered());
    for form in full.into_iter().chain(rulers) {
        people.place_full(form);
    }
    people.place_partial(&partial);
}

/// One person, as known so far.
#[derive(Debug, Clone)]
struct Bearer {
    cluster: usize,
    /// Parsed forms; a handful, so that comparing with all stays cheap.
    names: Vec<(usize, PersonName)>,
    /// Surnames and given names alone that are this person's.
    partial: Vec<usize>,
    gender: Option<Gender>,
    /// Mentions so far, in the order of the text, when surnames are given out.
    weight: f32,
}

struct People<'a, 'b> {
    forms: &'a Forms,
    clusters: &'b mut Clusters,
    names: HashMap<usize, PersonName>,
    bearers: Vec<Bearer>,
    of_cluster: HashMap<usize, usize>,
    surnames: NearWords,
    /// Every other word of a name that may stand for it.
    parts: NearWords,
    last_seen: Vec<Option<usize>>,
    trace: &'b mut Trace,
}

impl People<'_, '_> {
    fn name(&mut self, form: usize) -> PersonName {
        let words = &self.forms.forms[form].words;
        self.names.entry(form).or_insert_with(|| PersonName::read(words)).clone()
    }

    fn place_full(&mut self, form: usize) {
        let name = self.name(form);
        match self.bearer_of(form, &name).or_else(|| self.ruler(&name)) {
            Some((bearer, join)) => {
                let cluster = self.bearers[bearer].cluster;
                self.clusters.join(self.forms, form, cluster, join);
                self.add_name(bearer, form, name);
            }
            None => {
                let cluster = self.clusters.begin(self.forms, form);
                let bearer = self.new_bearer(cluster);
                self.add_name(bearer, form, name);
            }
        }
    }

    /// Who of the people so far has this full name, if it is one alone.
    fn bearer_of(&mut self, form: usize, name: &PersonName) -> Option<(usize, Join)> {
        let mut candidates: Vec<usize> = Vec::new();
        for word in &name.words {
            candidates.extend(self.surnames.exactly(word));
        }
        candidates.extend(self.parts.exactly(name.last()));
        candidates.extend(self.surnames.exactly(bare(name.last())));
        candidates.extend(self.surnames.near(name.last()).into_iter().map(|(bearer, _)| bearer));
        candidates.sort_unstable();
        candidates.dedup();
        let titles = self.title_gender(form);
        let mut found: Vec<(usize, Join)> = Vec::new();
        // Those who do not fit, with the reason; kept for the trace alone.
        let mut unfit: Vec<(usize, &str)> = Vec::new();
        for bearer in candidates {
            let known = &self.bearers[bearer];
            if matches!((titles, known.gender), (Some(x), Some(y)) if x != y) {
                if self.trace.is_on() {
                    unfit.push((bearer, "the title is of another gender"));
                }
                continue;
            }
            let mut best: Option<Join> = None;
            let mut fits = true;
            for (other, other_name) in &known.names {
                match same_person(name, other_name) {
                    Some(join)
                        if join.reason() == AliasReason::Spelling
                            && join.confidence < 0.97
                            && self.forms.share_a_sentence(form, *other) =>
                    {
                        fits = false
                    }
                    Some(join) => {
                        if best.is_none_or(|best| best.confidence < join.confidence) {
                            best = Some(join);
                        }
                    }
                    None => fits = false,
                }
            }
            match best.filter(|_| fits) {
                Some(join) => found.push((bearer, join)),
                None if self.trace.is_on() => {
                    unfit.push((bearer, "given name, surname or suffix is another"));
                }
                None => {}
            }
        }
        let best = found.iter().map(|(_, join)| join.confidence).fold(0.0, f32::max);
        let mut surest = found.iter().filter(|(_, join)| join.confidence >= best).copied();
        let chosen = surest.next().filter(|_| surest.next().is_none());
        if self.trace.is_on() && !(found.is_empty() && unfit.is_empty()) {
            self.note_full_name(form, chosen, &found, &unfit);
        }
        chosen
    }

    /// The one person who reigns under a surname: "Norton I" is Joshua Norton. A king's given name is nobody's.
    fn ruler(&self, name: &PersonName) -> Option<(usize, Join)> {
        let [word] = name.words.as_slice() else { return None };
        if !name.is_numbered() || Lexicon::get().word(word).given_name() >= 3 {
            return None;
        }
        match self.surnames.exactly(word).as_slice() {
            &[only] if self.bearers[only].names.iter().all(|(_, other)| other.suffix.is_none()) => {
                Some((only, Join::new(&rules::PERSON_RULER, 0.75)))
            }
            _ => None,
        }
    }

    fn title_gender(&self, form: usize) -> Option<Gender> {
        let mentions = &self.forms.forms[form].mentions;
        mentions.iter().find_map(|&mention| self.forms.mentions[mention].gender)
    }

    fn new_bearer(&mut self, cluster: usize) -> usize {
        self.bearers.push(Bearer {
            cluster,
            names: Vec::new(),
            partial: Vec::new(),
            gender: None,
            weight: 0.0,
        });
        self.last_seen.push(None);
        let bearer = self.bearers.len() - 1;
        self.of_cluster.insert(cluster, bearer);
        bearer
    }

    fn add_name(&mut self, bearer: usize, form: usize, name: PersonName) {
        let titles = self.title_gender(form);
        let known = &mut self.bearers[bearer];
        known.gender = known.gender.or(titles).or_else(|| name.gender());
        let surname = name.surname().join(" ");
        for word in [surname.as_str(), name.last(), bare(name.last())] {
            self.surnames.insert(word, bearer);
        }
        for half in name.last().split('-').filter(|half| half.len() >= 4) {
            self.parts.insert(half, bearer);
        }
        if puts_surname_first(&name.words) {
            self.surnames.insert(&name.words[0], bearer);
        }
        for word in &name.words[..name.surname_at] {
            if word.chars().count() > 1 && !is_particle(word) {
                self.parts.insert(word, bearer);
            }
        }
        if self.bearers[bearer].names.len() < 12 {
            self.bearers[bearer].names.push((form, name));
        }
    }

    /// Surnames and given names that stand alone, in the order of the text.
    fn place_partial(&mut self, partial: &[usize]) {
        let mut plans: HashMap<usize, Plan> = HashMap::new();
        let mut nobodys = Vec::new();
        for &form in partial {
            match self.plan(form) {
                Some(plan) => {
                    if let [only] = plan.among.as_slice() {
                        self.bearers[*only].partial.push(form);
                    }
                    plans.insert(form, plan);
                }
                None => nobodys.push(form),
            }
        }
        // Those without a bearer are near spellings of one, or people of their own.
        for form in nobodys {
            let plan = match self.near_bearer(form) {
                Some((bearer, join)) => Plan { among: vec![bearer], join },
                None => {
                    let name = self.name(form);
                    let cluster = self.clusters.begin_empty(self.forms, form);
                    let bearer = self.new_bearer(cluster);
                    self.add_name(bearer, form, name);
                    self.bearers[bearer].gender = None;
                    Plan { among: vec![bearer], join: Join::new(&rules::PERSON_SURNAME, 1.0) }
                }
            };
            plans.insert(form, plan);
        }
        self.give_out(&plans);
    }

    fn plan(&mut self, form: usize) -> Option<Plan> {
        let name = self.name(form);
        let whole = name.words.join(" ");
        let surname = Join::new(&rules::PERSON_SURNAME, 0.95);
        let mut among = self.surnames.exactly(&whole);
        if among.is_empty() {
            among = self.surnames.exactly(bare(name.last()));
            among.retain(|&bearer| name.words.len() == 1 || self.ends_like(bearer, &name));
        }
        if !among.is_empty() {
            return Some(Plan { among, join: surname });
        }
        let among = self.parts.exactly(&whole);
        if !among.is_empty() {
            let given = among
                .iter()
                .any(|&bearer| self.bearers[bearer].names.iter().any(|(_, full)| full.given() == whole));
            let rule = if given { &rules::PERSON_GIVEN } else { &rules::PERSON_PART };
            return Some(Plan { among, join: Join::new(rule, 0.85) });
        }
        None
    }

    fn ends_like(&self, bearer: usize, name: &PersonName) -> bool {
        self.bearers[bearer].names.iter().any(|(_, full)| {
            full.words.ends_with(&name.words) || !full.surname().iter().any(|word| is_particle(word))
        })
    }

    /// The one person whose name is near to a form that nobody bears.
    fn near_bearer(&mut self, form: usize) -> Option<(usize, Join)> {
        let name = self.name(form);
        let [word] = name.words.as_slice() else { return None };
        let titles = self.title_gender(form);
        let mut near = self.surnames.near(word);
        near.retain(|&(bearer, join)| {
            let known = &self.bearers[bearer];
            let genders = matches!((titles, known.gender), (Some(x), Some(y)) if x != y);
            let apart = join.reason() == AliasReason::Spelling
                && join.confidence < 0.97
                && known
                    .names
                    .iter()
                    .map(|(other, _)| other)
                    .chain(&known.partial)
                    .any(|&other| self.forms.share_a_sentence(form, other));
            !genders && !apart
        });
        match near.as_slice() {
            [only] => Some(*only),
            _ => None,
        }
    }

    /// Walks the mentions in order and gives each to its bearer.
    fn give_out(&mut self, plans: &HashMap<usize, Plan>) {
        let forms = self.forms;
        let mut set_apart: HashMap<(usize, Option<bool>), usize> = HashMap::new();
        for (index, mention) in forms.mentions.iter().enumerate() {
            if forms.forms[mention.form].family != Family::Person {
                continue;
            }
            if let Some(place) = self.clusters.places[index] {
                self.see(place.cluster, mention.sentence);
                continue;
            }
            let Some(Plan { among, join }) = plans.get(&mention.form) else { continue };
            let (chosen, rule) = self.choose(among, mention.gender, mention.sentence);
            if among.len() > 1 && self.trace.is_on() {
                let made = self.told_choice(index, among, chosen, rule);
                self.trace.add(made);
            }
            let own = |bearer: usize| {
                self.bearers[bearer].names.first().is_some_and(|(form, _)| *form == mention.form)
            };
            match chosen {
                Some(bearer) => {
                    let cluster = self.bearers[bearer].cluster;
                    if own(bearer) {
                        self.clusters.put(&[index], cluster, None);
                    } else {
                        self.clusters.join_some(mention.form, &[index], cluster, *join);
                    }
                    let known = &mut self.bearers[bearer];
                    known.gender = known.gender.or(mention.gender);
                    self.see(cluster, mention.sentence);
                }
                None => {
                    let key = (mention.form, mention.gender.map(|gender| gender == Gender::Male));
                    let cluster = match set_apart.get(&key) {
                        Some(&cluster) => cluster,
                        None => self.clusters.begin_empty(forms, mention.form),
                    };
                    set_apart.insert(key, cluster);
                    self.clusters.put(&[index], cluster, None);
                }
            }
        }
    }

    fn see(&mut self, cluster: usize, sentence: usize) {
        if let Some(&bearer) = self.of_cluster.get(&cluster) {
            self.bearers[bearer].weight += 1.0;
            self.last_seen[bearer] = Some(sentence);
        }
    }

    /// The one bearer that fits, or the one that the text clearly has in mind.
    fn choose(
        &self,
        among: &[usize],
        gender: Option<Gender>,
        sentence: usize,
    ) -> (Option<usize>, &'static Rule) {
        let fits =
            |bearer: &usize| !matches!((gender, self.bearers[*bearer].gender), (Some(x), Some(y)) if x != y);
        let fitting: Vec<usize> = among.iter().copied().filter(fits).collect();
        if let [only] = fitting.as_slice() {
            return (Some(*only), &rules::CHOICE_ONLY);
        }
        let seen: Vec<(usize, usize)> =
            fitting.iter().filter_map(|&bearer| Some((bearer, self.last_seen[bearer]?))).collect();
        if let [(only, _)] = seen.as_slice() {
            return (Some(*only), &rules::CHOICE_SEEN);
        }
        let distance = |at: usize| sentence.saturating_sub(at);
        let nobody = (None, &rules::CHOICE_UNCLEAR);
        let Some(latest) = seen.iter().min_by_key(|(_, at)| distance(*at)) else { return nobody };
        let clear =
            seen.iter().all(|other| other.0 == latest.0 || distance(other.1) > distance(latest.1) + 2);
        if clear && distance(latest.1) <= 4 {
            return (Some(latest.0), &rules::CHOICE_NEAREST);
        }
        let weight_of = |bearer: usize| self.bearers[bearer].weight;
        let Some(heavy) = seen.iter().max_by(|a, b| weight_of(a.0).total_cmp(&weight_of(b.0))) else {
            return nobody;
        };
        let others = seen.iter().filter(|other| other.0 != heavy.0);
        if others.into_iter().all(|other| weight_of(other.0) * 2.0 < weight_of(heavy.0)) {
            return (Some(heavy.0), &rules::CHOICE_HEAVIEST);
        }
        nobody
    }
}

/// Who may be meant by a surname or given name alone, and why.
struct Plan {
    among: Vec<usize>,
    join: Join,
}
