//! Surnames and given names that stand alone: whose they are.

use rustc_hash::FxHashMap as HashMap;

use analysis::AliasReason;

use super::People;
use super::name::{PersonName, bare, is_particle};
use crate::entity::compare::Join;
use crate::entity::family::Family;
use crate::entity::weights;
use crate::lexicon::Gender;
use crate::rules::{self, Rule};

/// "Haldan bin Osric" of "Osric".
fn is_son_of(full: &PersonName, name: &str) -> bool {
    full.words
        .windows(2)
        .any(|pair| matches!(pair[0].as_str(), "bin" | "ibn" | "bint" | "ben") && pair[1] == name)
}

/// Who may be meant by a surname or given name alone, and why.
struct Plan {
    among: Vec<usize>,
    join: Join,
}

impl People<'_, '_> {
    /// Surnames and given names that stand alone, in the order of the text.
    pub(super) fn place_partial(&mut self, partial: &[usize]) {
        let mut plans: HashMap<usize, Plan> = HashMap::default();
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
            // "St. Jerome" and "Jerome", of whom no fuller name is given.
            let saint =
                self.name(form).words.first().is_some_and(|word| matches!(word.as_str(), "st" | "saint"));
            let only = |plan: Plan| plan.among.first().map(|&bearer| (bearer, plan.join));
            let same = match self.plan(form).filter(|plan| plan.among.len() == 1) {
                Some(plan) if saint || self.is_saint(&plan) => only(plan),
                _ => None,
            };
            let plan = match same.or_else(|| self.near_bearer(form)) {
                Some((bearer, join)) => Plan { among: vec![bearer], join },
                None => {
                    let name = self.name(form);
                    let cluster = self.clusters.begin_empty(self.forms, form);
                    let bearer = self.new_bearer(cluster);
                    self.add_name(bearer, form, name);
                    self.bearers[bearer].gender = None;
                    Plan { among: vec![bearer], join: Join::new(&rules::PERSON_SURNAME, weights::SAME_WORDS) }
                }
            };
            plans.insert(form, plan);
        }
        self.give_out(&plans);
    }

    /// Whether the only one who may be meant is known as a saint.
    fn is_saint(&self, plan: &Plan) -> bool {
        let saint =
            |name: &PersonName| matches!(name.words.first().map(String::as_str), Some("st" | "saint"));
        plan.among.iter().all(|&bearer| self.bearers[bearer].names.iter().all(|(_, name)| saint(name)))
    }

    fn plan(&mut self, form: usize) -> Option<Plan> {
        let name = self.name(form);
        let whole = name.words.join(" ");
        let surname = Join::new(&rules::PERSON_SURNAME, weights::SURNAME_ALONE);
        let mut among = self.surnames.exactly(&whole);
        if among.is_empty() {
            among = self.surnames.exactly(bare(name.last()));
            among.retain(|&bearer| name.words.len() == 1 || self.ends_like(bearer, &name));
        }
        // "King Osric" is no Haldan bin Osric, but may be his father.
        let rules = self.forms.forms[form].mentions.iter().any(|&mention| self.forms.mentions[mention].ruler);
        let father = |people: &Self, bearer: &usize| {
            rules && people.bearers[*bearer].names.iter().all(|(_, full)| is_son_of(full, &whole))
        };
        among.retain(|bearer| !father(self, bearer));
        if !among.is_empty() {
            return Some(Plan { among, join: surname });
        }
        let mut among = self.parts.exactly(&whole);
        among.retain(|bearer| !father(self, bearer));
        if !among.is_empty() {
            let given = among
                .iter()
                .any(|&bearer| self.bearers[bearer].names.iter().any(|(_, full)| full.given() == whole));
            let rule = if given { &rules::PERSON_GIVEN } else { &rules::PERSON_PART };
            return Some(Plan { among, join: Join::new(rule, weights::GIVEN_ALONE) });
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
                && join.confidence < weights::SURE_ENOUGH_IN_ONE_SENTENCE
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
        let mut set_apart: HashMap<(usize, bool, Option<bool>), usize> = HashMap::default();
        for (index, mention) in forms.mentions.iter().enumerate() {
            if forms.forms[mention.form].family != Family::Person {
                continue;
            }
            if let Some(assigned) = self.clusters.assigned[index] {
                self.see(assigned.cluster, mention.sentence);
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
            // "the Gupta brothers" are not Atul Gupta.
            let several = mention.several && chosen.is_none_or(|bearer| !own(bearer));
            match chosen.filter(|_| !several) {
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
                    let key = (mention.form, several, mention.gender.map(|gender| gender == Gender::Male));
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
        let clear = seen.iter().all(|other| {
            other.0 == latest.0 || distance(other.1) > distance(latest.1) + weights::CLEARLY_NEARER
        });
        if clear && distance(latest.1) <= weights::NEAR {
            return (Some(latest.0), &rules::CHOICE_NEAREST);
        }
        let weight_of = |bearer: usize| self.bearers[bearer].weight;
        let Some(heavy) = seen.iter().max_by(|a, b| weight_of(a.0).total_cmp(&weight_of(b.0))) else {
            return nobody;
        };
        let others = seen.iter().filter(|other| other.0 != heavy.0);
        if others.into_iter().all(|other| weight_of(other.0) * weights::CLEARLY_HEAVIER < weight_of(heavy.0))
        {
            return (Some(heavy.0), &rules::CHOICE_HEAVIEST);
        }
        nobody
    }
}
