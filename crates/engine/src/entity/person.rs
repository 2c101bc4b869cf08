//! Who among the people is one person.
//!
//! Full names first, each with each that could be it; then surnames and given names that stand alone ([`alone`]), which
//! need exactly one bearer, or one that the text clearly has in mind; then near spellings. Two people of one surname are
//! never joined, nor is anybody against a given name, a "Mrs" or a "Jr.".

mod alone;
mod name;
mod told;

use rustc_hash::FxHashMap as HashMap;

use analysis::AliasReason;

use super::cluster::Clusters;
use super::compare::Join;
use super::family::Family;
use super::form::Forms;
use super::spelling::NearWords;
use super::weights;
use crate::explain::trace::Trace;
use crate::lexicon::{Gender, Lexicon};
use crate::name_order::puts_surname_first;
use crate::rules;
use name::{bare, is_particle, same_person};

pub(super) use name::PersonName;

/// Puts every person's mentions into clusters.
pub(super) fn cluster(forms: &Forms, clusters: &mut Clusters, trace: &mut Trace) {
    let mut people = People {
        forms,
        clusters,
        names: HashMap::default(),
        bearers: Vec::new(),
        of_cluster: HashMap::default(),
        surnames: NearWords::default(),
        parts: NearWords::default(),
        last_seen: Vec::new(),
        trace,
    };
    people.share_surnames();
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

    /// "Bill and Hillary Corrigan": Bill has the surname, too.
    fn share_surnames(&mut self) {
        let forms = self.forms;
        for pair in forms.mentions.windows(2) {
            let [first, second] = pair else { continue };
            let (given, full) = (&forms.forms[first.form], &forms.forms[second.form]);
            let people = given.family == Family::Person && full.family == Family::Person;
            let [word] = given.words.as_slice() else { continue };
            if !people || !first.coordinated || second.tokens.start != first.tokens.end + 1 {
                continue;
            }
            let known = Lexicon::get().word(word);
            let other = self.name(second.form);
            let pair_of_given = Lexicon::get().word(other.given()).given_name() > 0;
            // "Putin and Angela Merkel" are no couple.
            let couple = known.given_name() > known.surname() || known.given_name() == 3 && !first.titled;
            if couple
                && pair_of_given
                && other.surname_at > 0
                && other.given() != word
                && !other.words.contains(word)
            {
                let mut words = vec![word.clone()];
                words.extend_from_slice(other.surname());
                self.names.insert(first.form, PersonName { words, surname_at: 1, suffix: None });
            }
        }
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

    /// Whether the first mention of one of two forms is somebody's father, daughter or the like.
    fn is_relative(&self, a: usize, b: usize) -> bool {
        [a, b].iter().any(|&form| {
            let first = self.forms.forms[form].mentions.first();
            first.is_some_and(|&mention| self.forms.mentions[mention].relative)
        })
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
                    // "her father Abdul Basit" is not Laiba Abdul Basit.
                    Some(join)
                        if std::ptr::eq(join.rule, &rules::PERSON_SHORTER)
                            && self.is_relative(form, *other) =>
                    {
                        fits = false
                    }
                    Some(join)
                        if join.reason() == AliasReason::Spelling
                            && join.confidence < weights::SURE_ENOUGH_IN_ONE_SENTENCE
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
                Some((only, Join::new(&rules::PERSON_RULER, weights::RULER)))
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
        if self.bearers[bearer].names.len() < weights::FULL_NAMES {
            self.bearers[bearer].names.push((form, name));
        }
    }
}
