//! Which names of events, works, laws and products are one, and which dates and figures.

use rustc_hash::FxHashMap as HashMap;

use super::cluster::Clusters;
use super::compare::{Join, is_end, is_start};
use super::family::Family;
use super::form::Forms;
use super::weights;
use crate::rules;

/// Events, works, laws, products: the same words, or two and more of the words of exactly one.
pub(super) fn cluster(forms: &Forms, clusters: &mut Clusters) {
    let mut ends: HashMap<&[String], Vec<usize>> = HashMap::default();
    for index in forms.longest_first(Family::Thing) {
        let form = &forms.forms[index];
        let words = form.words.as_slice();
        let cluster = match ends.get(words).map(Vec::as_slice) {
            Some(&[cluster]) if words.len() >= 2 || words.iter().any(|word| word.len() >= 7) => {
                clusters.join(forms, index, cluster, Join::new(&rules::THING_PART, weights::THING_PART));
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
