//! Which names of organisations are one: without its legal form, by its first words, by its initials.

use rustc_hash::FxHashMap as HashMap;

use super::cluster::Clusters;
use super::compare::Join;
use super::family::Family;
use super::form::{Form, Forms};
use super::known::{other_name, thing};
use super::spelling::{self, NearWords};
use super::weights;
use super::words::{initials, is_generic, push_once, without_legal_form};
use crate::doc::Doc;
use crate::explain::trace::{Candidate, Decision, Trace};
use crate::lexicon::{Lexicon, PhraseKind, ThingId};
use crate::rules;
use crate::word_class::{self, WordClass};

/// Puts every organisation's mentions into clusters; definitions in brackets reach the other names too.
pub(super) fn cluster(doc: &Doc, forms: &Forms, clusters: &mut Clusters, trace: &mut Trace) {
    let defined = definitions(doc, forms);
    let mut known = Known::default();
    // "IWT" of the Indus Waters Treaty, whatever the letters alone look like.
    for index in forms.of(Family::Thing) {
        if let Some(cluster) = clusters.of(forms, index) {
            known.add_initials(&forms.forms[index].words, cluster);
        }
    }
    let order = forms.longest_first(Family::Organisation);
    for &index in order.iter().filter(|index| !defined.contains_key(index)) {
        let found = known.find(forms, clusters, index);
        if found.is_none() && trace.is_on() {
            known.note_unclear(forms, clusters, index, trace);
        }
        let cluster = match found {
            Some((cluster, join)) => {
                clusters.join(forms, index, cluster, join);
                cluster
            }
            None => clusters.begin(forms, index),
        };
        known.add(&forms.forms[index], cluster);
    }
    // What is defined in brackets comes last: by now every long name has its cluster.
    for index in order.into_iter().filter(|index| defined.contains_key(index)) {
        let long = defined.get(&index).and_then(|&long| forms.forms[long].mentions.first());
        match long.and_then(|&mention| clusters.assigned[mention]) {
            Some(long) => {
                clusters.join(forms, index, long.cluster, Join::new(&rules::ORG_DEFINED, weights::DEFINED))
            }
            None => {
                clusters.begin(forms, index);
            }
        }
    }
}

/// Abbreviations that the article explains: "World Relief Board (WRB)", "WRB (World Relief Board)". By form, the
/// form of the long name.
fn definitions(doc: &Doc, forms: &Forms) -> HashMap<usize, usize> {
    let mut found = HashMap::default();
    for pair in forms.mentions.windows(2) {
        let [first, second] = pair else { continue };
        let gap = first.tokens.end..second.tokens.start;
        let marks = (doc.word(gap.start), doc.word(second.tokens.end));
        let bracket = gap.len() == 1 && matches!(marks, ("(", ")") | ("[", "]"));
        if !bracket {
            continue;
        }
        let (a, b) = (&forms.forms[first.form], &forms.forms[second.form]);
        let (short, long) = if is_acronym(b) { (second.form, first.form) } else { (first.form, second.form) };
        let named = a.family != Family::Value && b.family != Family::Value;
        // "Broad Front (FA)": of two organisations the short one may be short for a name in another language.
        let foreign = short == second.form
            && a.family == Family::Organisation
            && b.family == Family::Organisation
            && a.words.len() > 1;
        if named
            && is_acronym(&forms.forms[short])
            && (foreign || stands_for(&forms.forms[short].key, &forms.forms[long].words))
        {
            found.entry(short).or_insert(long);
        }
    }
    found
}

fn is_acronym(form: &Form) -> bool {
    let letters = form.text.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = form.text.chars().filter(|c| c.is_uppercase()).count();
    form.words.len() == 1 && (2..=8).contains(&letters) && capitals * 2 >= letters && capitals >= 2
}

/// Whether the letters of an abbreviation come in order in a longer name, the first at its start.
fn stands_for(letters: &str, words: &[String]) -> bool {
    if words.len() < 2 {
        return false;
    }
    let mut rest = words.iter().flat_map(|word| word.chars());
    let same_start = letters.chars().next() == words.first().and_then(|word| word.chars().next());
    same_start && letters.chars().all(|c| rest.by_ref().any(|d| d == c))
}

/// What two names of one organisation have in common: its country is the same under each of its names.
fn key(core: &[String]) -> String {
    let lexicon = Lexicon::get();
    // Folded words have lost their capitals, by which "US" is known from "us".
    let capitals = |word: &String| if word.len() <= 3 { word.to_uppercase() } else { word.clone() };
    let opening: Vec<String> = core.iter().take(core.len().saturating_sub(1).min(4)).map(capitals).collect();
    match lexicon.longest(&mut opening.iter().map(String::as_str)) {
        Some((length, facts)) if facts.kind() == PhraseKind::Country => {
            let name = facts.thing().map_or("", |thing| lexicon.canonical(thing));
            format!("{name} {}", core[length..].join(" "))
        }
        _ => core.join(" "),
    }
}

/// Organisations so far, by what may stand for them.
#[derive(Default)]
struct Known {
    things: HashMap<ThingId, usize>,
    cores: HashMap<String, usize>,
    initials: HashMap<String, Vec<usize>>,
    /// First words, and last words of names that open with a general word.
    parts: HashMap<String, Vec<usize>>,
    /// The word that says what it is: "the Court" for a Supreme Court, "the Church" for a Church of Velm.
    heads: HashMap<String, Vec<usize>>,
    near: NearWords,
}

impl Known {
    fn add(&mut self, form: &Form, cluster: usize) {
        if let Some(thing) = thing(form) {
            self.things.entry(thing).or_insert(cluster);
        }
        let core = without_legal_form(&form.words);
        self.cores.entry(key(core)).or_insert(cluster);
        self.near.insert(&core.join(" "), cluster);
        if core.len() < 2 {
            return;
        }
        self.add_initials(core, cluster);
        self.add_initials(&form.words, cluster);
        let before_of = core.windows(2).filter(|pair| pair[1] == "of").map(|pair| &pair[0]);
        // "The House" is a House of Lords, but no White House.
        let last = core.last().filter(|last| *last != "house");
        for head in before_of.chain(last) {
            if Lexicon::get().word(head).is_org_word() || head == "house" {
                push_once(self.heads.entry(head.clone()).or_default(), cluster);
            }
        }
        for count in 1..core.len().min(6) {
            for part in [&core[..count], &core[core.len() - count..]] {
                if !part.iter().all(|word| is_generic(word)) {
                    push_once(self.parts.entry(part.join(" ")).or_default(), cluster);
                }
            }
        }
    }

    fn add_initials(&mut self, words: &[String], cluster: usize) {
        for initials in initials(words).into_iter().filter(|_| words.len() > 1) {
            push_once(self.initials.entry(initials).or_default(), cluster);
        }
    }

    fn find(&self, forms: &Forms, clusters: &Clusters, index: usize) -> Option<(usize, Join)> {
        let form = &forms.forms[index];
        if let Some(&cluster) = thing(form).and_then(|thing| self.things.get(&thing)) {
            return Some((cluster, other_name(form)));
        }
        let core = without_legal_form(&form.words);
        if let Some(&cluster) = self.cores.get(&key(core)) {
            return Some((cluster, Join::new(&rules::ORG_LEGAL_FORM, weights::LEGAL_FORM)));
        }
        let key = core.join(" ");
        if is_acronym(form) {
            let bearers = self.initials.get(&form.key).map_or(&[][..], Vec::as_slice);
            if let [only] = bearers {
                let confidence = if form.key.len() >= 3 { weights::INITIALS } else { weights::TWO_INITIALS };
                return Some((*only, Join::new(&rules::ORG_INITIALS, confidence)));
            }
        }
        if let Some([only]) = self.parts.get(&key).map(Vec::as_slice)
            && !is_parent(forms, clusters, index, *only)
        {
            return Some((*only, Join::new(&rules::ORG_PART, weights::ORGANISATION_PART)));
        }
        if let Some([only]) = self.heads.get(&key).map(Vec::as_slice) {
            return Some((*only, Join::new(&rules::ORG_HEAD, weights::ORGANISATION_HEAD)));
        }
        self.near(core, clusters, forms)
    }

    /// Notes that a short name could stand for several organisations.
    fn note_unclear(&self, forms: &Forms, clusters: &Clusters, index: usize, trace: &mut Trace) {
        let form = &forms.forms[index];
        let key = without_legal_form(&form.words).join(" ");
        let initials = self.initials.get(&form.key).filter(|_| is_acronym(form));
        let lists = [initials, self.parts.get(&key), self.heads.get(&key)];
        let Some(bearers) = lists.into_iter().flatten().find(|bearers| bearers.len() > 1) else { return };
        let Some(mention) = form.mentions.first().and_then(|&mention| forms.mentions.get(mention)) else {
            return;
        };
        let named = bearers.iter().filter_map(|&bearer| {
            let first = *clusters.clusters.get(bearer)?.forms.first()?;
            Some(Candidate::new(forms.forms.get(first)?.text.as_str(), None, "could be meant as well"))
        });
        let what = format!("“{}” stays by itself", form.text);
        trace.add(Decision::new(&rules::CHOICE_UNCLEAR, mention.span, what).among(named.collect()));
    }

    /// One word of the name is written otherwise.
    fn near(&self, core: &[String], clusters: &Clusters, forms: &Forms) -> Option<(usize, Join)> {
        let near = self.near.near(&core.join(" "));
        let [(cluster, join)] = near.as_slice() else { return None };
        let spellings = clusters.clusters.get(*cluster)?.forms.iter();
        let alike = |form: &usize| same_but_for_one_word(core, without_legal_form(&forms.forms[*form].words));
        spellings.into_iter().any(alike).then_some((*cluster, *join))
    }
}

/// Whether a short name is that of a parent whose subsidiary has the longer name: "Norvane said that Norvane Energy would
/// be sold". It stands beside the longer one or, in the article's text, before it; a headline may be short. What a body is
/// ("University") makes no subsidiary.
fn is_parent(forms: &Forms, clusters: &Clusters, short: usize, cluster: usize) -> bool {
    let Some(&long) = clusters.clusters.get(cluster).and_then(|cluster| cluster.forms.first()) else {
        return false;
    };
    let (short_form, long_form) = (&forms.forms[short], &forms.forms[long]);
    let first = |form: usize| forms.forms[form].mentions.first().copied();
    let core = without_legal_form(&long_form.words);
    let short_core = without_legal_form(&short_form.words);
    // "its parent, Velm Holdings" beside a Tolna Velm; "Norvane Music, its record label".
    let unit = |form: usize| forms.forms[form].mentions.iter().any(|&mention| forms.mentions[mention].unit);
    if (unit(short) || unit(long)) && (forms.share_a_sentence(short, long) || first(short) < first(long)) {
        return true;
    }
    let Some(rest) = core.strip_prefix(short_core) else { return false };
    // "World Athletics Council" is a part of World Athletics, "GCC Railway" of the GCC: who has a name in full, or
    // letters for one, is not called so for short.
    let whole = short_core.len() > 1 || is_acronym(short_form);
    if whole && !rest.is_empty() && rest.iter().all(|word| word_class::is(word, WordClass::BodyPart)) {
        return true;
    }
    if rest.is_empty() || rest.iter().all(|word| word_class::is(word, WordClass::BodyItself)) {
        return false;
    }
    let mention = |form: usize| first(form).map(|mention| &forms.mentions[mention]);
    let before = match (mention(short), mention(long)) {
        (Some(short), Some(long)) => short.sentence < long.sentence && !short.headline,
        _ => false,
    };
    forms.share_a_sentence(short, long) || before && thing(short_form).is_some() || before && rest.len() > 1
}

/// Whether two names of one length differ in the spelling of one word alone.
fn same_but_for_one_word(a: &[String], b: &[String]) -> bool {
    let mut odd = a.iter().zip(b).filter(|(x, y)| x != y);
    let Some((x, y)) = odd.next().filter(|_| a.len() == b.len()) else { return false };
    odd.next().is_none()
        && x.len() >= 6
        && spelling::same(x, y).is_some_and(|join| join.confidence >= weights::RESPELLED_WORD)
}
