//! Which names of places, peoples and other things are one.
//!
//! Countries are one by what the lexicon knows, not by their letters: "U.S." and "United States" are, "Iran" and
//! "Iraq" are not. A people is no country: "Turkish" and "Turkey" stay two.

use std::collections::HashMap;

use analysis::AliasReason;

use super::cluster::Clusters;
use super::compare::{Join, is_end, is_start};
use super::form::{Family, Form, Forms};
use super::organisation::{initials, push_once};
use super::spelling::NearWords;
use crate::lexicon::{Lexicon, ThingId};
use crate::rules;
use crate::word_class::{self, WordClass};

/// What a name means, in the words of the lexicon.
pub(super) fn thing(form: &Form) -> Option<ThingId> {
    let lexicon = Lexicon::get();
    // "U. S." is written with a space here and there.
    let initials =
        || form.words.iter().all(|word| word.chars().count() == 1).then(|| form.text.replace(' ', ""));
    let facts = lexicon.phrase(&form.text).or_else(|| lexicon.phrase(&form.key));
    facts.or_else(|| lexicon.phrase(&initials()?))?.thing()
}

/// The same thing under another name.
pub(super) fn other_name(form: &Form) -> Join {
    let letters = form.text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = letters <= 5 && !form.text.chars().any(char::is_lowercase);
    let rule = if capitals { &rules::KNOWN_ACRONYM } else { &rules::KNOWN_NAME };
    Join::new(rule, 0.95)
}

/// Places: by what they are known to be, by words that may be left out, by transliteration.
pub(super) fn cluster_places(forms: &Forms, clusters: &mut Clusters) {
    let mut things: HashMap<ThingId, usize> = HashMap::new();
    let mut names: HashMap<String, usize> = HashMap::new();
    let mut words = NearWords::default();
    let mut short: HashMap<String, Vec<usize>> = HashMap::new();
    for index in longest_first(forms, Family::Place) {
        let form = &forms.forms[index];
        let known = thing(form);
        let same = known.and_then(|thing| things.get(&thing)).map(|&cluster| (cluster, other_name(form)));
        let same = same
            .or_else(|| Some((*names.get(&core(form))?, Join::new(&rules::PLACE_CORE, 0.85))))
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
}

/// "S.F." or "NSW": the only place whose name begins with these letters.
fn by_initials(form: &Form, short: &HashMap<String, Vec<usize>>) -> Option<(usize, Join)> {
    let letters: String = form.words.concat();
    let written = form.text.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase);
    match short.get(&letters).map(Vec::as_slice) {
        Some(&[only]) if written && letters.len() >= 2 => {
            Some((only, Join::new(&rules::PLACE_INITIALS, 0.85)))
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
    let sure = |join: &Join| join.reason() == AliasReason::Transliteration || join.confidence > 0.95;
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

/// Peoples, faiths, parties: one for singular and plural, and for the forms of one nationality.
pub(super) fn cluster_groups(forms: &Forms, clusters: &mut Clusters) {
    let mut names: HashMap<String, usize> = HashMap::new();
    for index in forms.of(Family::Group) {
        let form = &forms.forms[index];
        // "Turkish" and "Turks" come from one country.
        let nation = Lexicon::get().word(&form.key).home();
        let key = nation.map_or_else(|| singular(&form.key), |nation| format!("of {nation:?}"));
        match names.get(&key) {
            Some(&cluster) => clusters.join(forms, index, cluster, Join::new(&rules::GROUP_NATION, 0.95)),
            None => {
                let cluster = clusters.begin(forms, index);
                names.insert(key, cluster);
            }
        }
    }
}

fn singular(key: &str) -> String {
    let stem = key.strip_suffix("men").map(|stem| format!("{stem}man"));
    stem.or_else(|| {
        Some(key.strip_suffix('s').filter(|stem| stem.len() >= 4 && !stem.ends_with('s'))?.to_owned())
    })
    .unwrap_or_else(|| key.to_owned())
}

/// Events, works, laws, products: the same words, or two and more of the words of exactly one.
pub(super) fn cluster_things(forms: &Forms, clusters: &mut Clusters) {
    let mut ends: HashMap<&[String], Vec<usize>> = HashMap::new();
    for index in longest_first(forms, Family::Thing) {
        let form = &forms.forms[index];
        let words = form.words.as_slice();
        let cluster = match ends.get(words).map(Vec::as_slice) {
            Some(&[cluster]) if words.len() >= 2 || words.iter().any(|word| word.len() >= 7) => {
                clusters.join(forms, index, cluster, Join::new(&rules::THING_PART, 0.8));
                cluster
            }
            _ => clusters.begin(forms, index),
        };
        for at in 0..words.len().min(8) {
            for part in [words.get(at..), words.get(..words.len() - at)].into_iter().flatten() {
                if part.len() == words.len() || is_end(part, words) || is_start(part, words) {
                    let known = ends.entry(part).or_default();
                    if !known.contains(&cluster) && known.len() < 2 {
                        known.push(cluster);
                    }
                }
            }
        }
    }
}

/// Dates and figures: the same words only.
pub(super) fn cluster_values(forms: &Forms, clusters: &mut Clusters) {
    for form in forms.of(Family::Value) {
        clusters.begin(forms, form);
    }
}

/// The forms of a family, those of most words first, then by first mention.
pub(super) fn longest_first(forms: &Forms, family: Family) -> Vec<usize> {
    let mut all = forms.of(family);
    all.sort_by_key(|&form| std::cmp::Reverse(forms.forms[form].words.len()));
    all
}
