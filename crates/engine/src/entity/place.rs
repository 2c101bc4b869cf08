//! Which names of places are one.
//!
//! Countries are one by what the lexicon knows, not by their letters: "U.S." and "United States" are, "Iran" and
//! "Iraq" are not.

use rustc_hash::FxHashMap as HashMap;

use analysis::AliasReason;

use super::cluster::Clusters;
use super::compare::Join;
use super::family::Family;
use super::form::{Form, Forms};
use super::known::{other_name, thing};
use super::spelling::NearWords;
use super::weights;
use super::words::{initials, push_once};
use crate::lexicon::ThingId;
use crate::rules;
use crate::word_class::{self, WordClass};

/// Places: by what they are known to be, by words that may be left out, by transliteration.
pub(super) fn cluster(forms: &Forms, clusters: &mut Clusters) {
    let mut things: HashMap<ThingId, usize> = HashMap::default();
    let mut names: HashMap<String, usize> = HashMap::default();
    let mut words = NearWords::default();
    let mut short: HashMap<String, Vec<usize>> = HashMap::default();
    for index in forms.longest_first(Family::Place) {
        let form = &forms.forms[index];
        let known = thing(form);
        let same = known.and_then(|thing| things.get(&thing)).map(|&cluster| (cluster, other_name(form)));
        let same = same
            .or_else(|| Some((*names.get(&core(form))?, Join::new(&rules::PLACE_CORE, weights::PLACE_CORE))))
            .or_else(|| by_initials(form, &short))
            .or_else(|| near(form, known, &words));
        let cluster = match same {
            Some((cluster, join)) => {
                clusters.join(forms, index, cluster, join);
                cluster
            }
            None => clusters.begin(forms, index),
        };
        if let Some(thing) = known {
            things.entry(thing).or_insert(cluster);
        }
        names.entry(form.key.clone()).or_insert(cluster);
        // "the Chathams"
        if let [first, last] = form.words.as_slice()
            && matches!(last.as_str(), "islands" | "mountains")
        {
            names.entry(format!("{first}s")).or_insert(cluster);
        }
        if form.words.len() > 1 {
            for initials in initials(&form.words) {
                push_once(short.entry(initials).or_default(), cluster);
            }
        }
        if known.is_none() {
            names.entry(core(form)).or_insert(cluster);
            words.insert(&form.key, cluster);
        }
    }
    part(forms, clusters);
}

/// Two places of one name: "Cambridge, Mass., and Cambridge, England". A mention without its state is the last one's.
fn part(forms: &Forms, clusters: &mut Clusters) {
    // For each cluster the states that were named so far, each with its cluster; the last one meant at the end.
    let mut states: HashMap<usize, Vec<(&str, usize)>> = HashMap::default();
    for (index, mention) in forms.mentions.iter().enumerate() {
        let Some(assigned) = clusters.assigned[index].filter(|_| mention.kind.is_place()) else { continue };
        let known = states.entry(assigned.cluster).or_default();
        let meant = match &mention.within {
            Some(state) => match known.iter().position(|(name, _)| name == state) {
                Some(at) => {
                    let found = known.remove(at);
                    known.push(found);
                    found.1
                }
                None => {
                    let first = known.is_empty();
                    let cluster =
                        if first { assigned.cluster } else { clusters.begin_empty(forms, mention.form) };
                    known.push((state, cluster));
                    cluster
                }
            },
            None => known.last().map_or(assigned.cluster, |&(_, cluster)| cluster),
        };
        if meant != assigned.cluster {
            clusters.put(&[index], meant, None);
        }
    }
}

/// "S.F." or "NSW": the only place whose name begins with these letters.
fn by_initials(form: &Form, short: &HashMap<String, Vec<usize>>) -> Option<(usize, Join)> {
    let letters: String = form.words.concat();
    let written = form.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    match short.get(&letters).map(Vec::as_slice) {
        Some(&[only]) if written && letters.len() >= 2 => {
            Some((only, Join::new(&rules::PLACE_INITIALS, weights::PLACE_INITIALS)))
        }
        _ => None,
    }
}

/// A place that nobody knows, under the spelling of another script's reader.
fn near(form: &Form, known: Option<ThingId>, words: &NearWords) -> Option<(usize, Join)> {
    if known.is_some() || form.key.len() < 5 {
        return None;
    }
    let near = words.near(&form.key);
    let sure = |join: &Join| {
        join.reason() == AliasReason::Transliteration || join.confidence > weights::SURE_SPELLING
    };
    match near.as_slice() {
        [(cluster, join)] if sure(join) => Some((*cluster, *join)),
        _ => None,
    }
}

/// The name without the word that says what it is: "Lake Velm" and "Velm", "Tolna region".
fn core(form: &Form) -> String {
    let words = &form.words;
    let kind = |word: &String| word_class::is(word.as_str(), WordClass::PlaceKind);
    match words.as_slice() {
        [first, rest @ ..] if !rest.is_empty() && kind(first) => rest.join(" "),
        [rest @ .., last] if !rest.is_empty() && kind(last) => rest.join(" "),
        _ => form.key.clone(),
    }
}
