//! Entity linking: joins the names that mean one thing into entities, each join with its reason. Beside it, the roles
//! that the article gives them.
//!
//! Names come from [`crate::ner`] and the finders of dates and figures; where they stand is not changed here.
//! Whom "he" and "the minister" mean is asked in [`crate::coref`].
//!
//! A wrong join is worse than a missing one: where two could be meant, a name stays by itself.

mod alias;
mod cluster;
mod compare;
mod family;
mod form;
mod group;
mod known;
mod mention;
mod organisation;
mod person;
mod place;
mod renamed;
mod role;
mod spelling;
#[cfg(test)]
pub(crate) mod tests;
mod thing;
mod vote;
mod weights;
mod words;

use analysis::Entity;
pub(crate) use role::read as read_roles;

use crate::{doc::Doc, explain::trace::Trace, ner::Name};

/// The entities behind the names, by first mention. The names may come in any order. Roles are not known yet.
pub(crate) fn link(doc: &Doc, names: &[Name], trace: &mut Trace) -> Vec<Entity> {
    let forms = form::Forms::read(doc, names);
    let mut clusters = cluster::Clusters::new(&forms);
    person::cluster(&forms, &mut clusters, trace);
    place::cluster(&forms, &mut clusters);
    group::cluster(&forms, &mut clusters);
    thing::cluster(&forms, &mut clusters);
    thing::cluster_values(&forms, &mut clusters);
    organisation::cluster(doc, &forms, &mut clusters, trace);
    renamed::join(doc, &forms, &mut clusters);
    alias::entities(doc, &forms, &clusters, trace)
}
