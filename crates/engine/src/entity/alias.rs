//! Entities out of clusters: the name that is fullest, the type most of it is said to be, and every other
//! spelling with its count and reason.

use rustc_hash::FxHashMap as HashMap;

use analysis::{Alias, Entity, EntityId, EntityType, Mention, MentionKind, Span};

use super::cluster::{Cluster, Clusters};
use super::compare::Join;
use super::family::Family;
use super::form::Forms;
use super::person::PersonName;
use super::weights;
use super::words::collapse;
use crate::doc::Doc;
use crate::explain::trace::{Decision, Trace};
use crate::rules;

/// The entities, by first mention, numbered from 1. Roles are not known yet.
pub(super) fn entities(doc: &Doc, forms: &Forms, clusters: &Clusters, trace: &mut Trace) -> Vec<Entity> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); clusters.clusters.len()];
    for (mention, assigned) in clusters.assigned.iter().enumerate() {
        if let Some(members) = assigned.and_then(|assigned| members.get_mut(assigned.cluster)) {
            members.push(mention);
        }
    }
    let mut found: Vec<(&Cluster, Vec<usize>)> =
        clusters.clusters.iter().zip(members).filter(|(_, members)| !members.is_empty()).collect();
    found.sort_by_key(|(_, members)| members[0]);
    let numbered = found.into_iter().zip(1..);
    numbered
        .map(|((cluster, members), number)| {
            entity(doc, forms, clusters, (cluster, &members), EntityId(number), trace)
        })
        .collect()
}

/// A spelling, letter case and all.
struct Spelling {
    text: String,
    form: usize,
    count: u32,
    join: Option<Join>,
    /// Where it is written first.
    at: Span,
}

fn entity(
    doc: &Doc,
    forms: &Forms,
    clusters: &Clusters,
    (cluster, members): (&Cluster, &[usize]),
    id: EntityId,
    trace: &mut Trace,
) -> Entity {
    let mut spellings: Vec<Spelling> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::default();
    let mut votes = [0.0f32; EntityType::ALL.len()];
    let mut mentions = Vec::with_capacity(members.len());
    for &index in members {
        let Some(mention) = forms.mentions.get(index) else { continue };
        let text = collapse(doc.words(mention.tokens.clone()));
        let join = clusters.assigned[index].and_then(|assigned| assigned.join);
        let at = *known.entry(text.clone()).or_insert_with(|| {
            spellings.push(Spelling { text, form: mention.form, count: 0, join, at: mention.span });
            spellings.len() - 1
        });
        spellings[at].count += 1;
        votes[mention.kind as usize] += mention.confidence * forms.forms[mention.form].words.len() as f32;
        mentions.push(Mention { span: mention.span, kind: MentionKind::Name });
    }
    let best = best_name(&spellings, forms, cluster.family);
    let chosen = &spellings[best];
    let (name, chosen_form, chosen_join) = (chosen.text.clone(), chosen.form, chosen.join);
    let mut aliases: Vec<Alias> = spellings
        .iter()
        .enumerate()
        .filter(|(at, _)| *at != best)
        .map(|(_, spelling)| {
            let same_words = spelling.form == chosen_form;
            // The form a cluster began with has no reason of its own: it is as near to the name as the name to it.
            let join = match (same_words, spelling.join) {
                (true, _) => same_letters(&spelling.text, &name),
                (false, Some(join)) => join,
                (false, None) => turned(forms, cluster.family, spelling.form, chosen_form, chosen_join),
            };
            if trace.is_on() {
                let what = format!("“{}” is {name}, confidence {:.2}", spelling.text, join.confidence);
                let made = Decision::new(&join.rule.rule, spelling.at, what);
                trace.add(made.because(join.reason().name()));
            }
            Alias {
                text: spelling.text.clone(),
                count: spelling.count,
                why: join.reason(),
                confidence: join.confidence,
            }
        })
        .collect();
    aliases.sort_by_key(|alias| std::cmp::Reverse(alias.count));
    Entity { id, kind: kind(&votes, cluster.family), name, aliases, role: None, salience: 0.0, mentions }
}

/// The same words in other letters: a headline's capitals, or marks left out.
fn same_letters(a: &str, b: &str) -> Join {
    if a.to_lowercase() == b.to_lowercase() {
        Join::new(&rules::LETTER_CASE, weights::LETTER_CASE)
    } else {
        Join::new(&rules::LETTER_MARKS, weights::LETTER_MARKS)
    }
}

fn turned(forms: &Forms, family: Family, form: usize, name: usize, join: Option<Join>) -> Join {
    let join = join.unwrap_or(Join::new(&rules::FIRST_FORM, weights::FIRST_FORM));
    let (form, name) = (&forms.forms[form], &forms.forms[name]);
    if family == Family::Person && !join.reason().is_drift() && form.words.len() < name.words.len() {
        let is_end = name.words.ends_with(&form.words);
        let rule = if is_end { &rules::PERSON_SURNAME } else { &rules::PERSON_SHORTER };
        return Join { rule, ..join };
    }
    join
}

/// The fullest name, in mixed case, as most often written.
fn best_name(spellings: &[Spelling], forms: &Forms, family: Family) -> usize {
    let most = spellings.iter().map(|spelling| spelling.count).max().unwrap_or_default();
    let rank = |spelling: &Spelling| {
        let words = &forms.forms[spelling.form].words;
        let mixed = spelling.text.chars().any(char::is_lowercase);
        let full = match family {
            Family::Person => {
                let name = PersonName::read(words);
                let initials = name.words.iter().filter(|word| word.chars().count() <= 1).count();
                // A given name in full counts, and more names, but initials do not make a name fuller.
                usize::from(name.is_full()) * 8 + (name.words.len() - initials).min(7)
            }
            Family::Organisation => words.len().min(12),
            // "Norlund" rather than "Republic of Norlund", which it is called once; but not "U.S.".
            Family::Place => {
                let often = spelling.count * 2 >= most;
                let written = mixed && spelling.text.chars().filter(|c| c.is_lowercase()).count() > 1;
                usize::from(written) * 8 + usize::from(often) * 4 + words.len().min(3)
            }
            Family::Thing => usize::from(mixed) * 4 + words.len().min(3),
            Family::Group | Family::Value => 0,
        };
        (full, mixed, spelling.count)
    };
    let ranked = spellings.iter().map(rank).enumerate();
    // Of two that rank alike, the one that was written first.
    ranked.rev().max_by_key(|&(_, rank)| rank).map_or(0, |(best, _)| best)
}

/// The type with most votes among those of the family; of its family's chief type where none voted for one.
fn kind(votes: &[f32; EntityType::ALL.len()], family: Family) -> EntityType {
    let fitting = EntityType::ALL.into_iter().filter(|&kind| Family::of(kind) == family);
    let mut best = match family {
        Family::Person => EntityType::Person,
        Family::Organisation => EntityType::Org,
        Family::Place => EntityType::Gpe,
        Family::Group => EntityType::Norp,
        Family::Thing => EntityType::Event,
        Family::Value => EntityType::Cardinal,
    };
    for kind in fitting {
        if votes[kind as usize] > votes[best as usize] {
            best = kind;
        }
    }
    best
}
