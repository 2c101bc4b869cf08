//! Names that the article itself gives as one: "Ana Ruiz (born Ana Pell)", "Ostra Telecom, formerly Velm Line".

use super::cluster::Clusters;
use super::compare::Join;
use super::family::Family;
use super::form::Forms;
use super::weights;
use crate::doc::Doc;
use crate::ner::renamed::{former_end, is_one};
use crate::rules;

/// Joins the clusters of two names where the second is said to be another of the first.
pub(super) fn join(doc: &Doc, forms: &Forms, clusters: &mut Clusters) {
    for (at, pair) in forms.mentions.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        let families = [first, second].map(|mention| forms.forms[mention.form].family);
        // "the Salvation Front party, or SF"
        let end = former_end(doc, second.tokens.start).filter(|&end| {
            end == first.tokens.end || end == first.tokens.end + 1 && doc.normal(end - 1) == "party"
        });
        let same = families[0] == families[1] && families[0] != Family::Value;
        if same && end.is_some() && is_one(doc, &second.tokens, families[0] == Family::Person) {
            clusters.merge(at, at + 1, Join::new(&rules::ALSO, weights::ALSO));
        }
    }
}
