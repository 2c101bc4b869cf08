//! Which names of peoples, faiths and parties are one. A people is no country: "Turkish" and "Turkey" stay two.

use rustc_hash::FxHashMap as HashMap;

use super::cluster::Clusters;
use super::compare::Join;
use super::family::Family;
use super::form::Forms;
use super::weights;
use crate::lexicon::Lexicon;
use crate::rules;

/// Peoples, faiths, parties: one for singular and plural, and for the forms of one nationality.
pub(super) fn cluster(forms: &Forms, clusters: &mut Clusters) {
    let mut names: HashMap<String, usize> = HashMap::default();
    for index in forms.of(Family::Group) {
        let form = &forms.forms[index];
        // "Turkish" and "Turks" come from one country.
        let nation = Lexicon::get().word(&form.key).home();
        let key = nation.map_or_else(|| singular(&form.key), |nation| format!("of {nation:?}"));
        match names.get(&key) {
            Some(&cluster) => {
                clusters.join(forms, index, cluster, Join::new(&rules::GROUP_NATION, weights::NATION))
            }
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
