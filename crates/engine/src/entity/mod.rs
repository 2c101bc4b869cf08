//! Entity linking: joins the names that mean one thing into entities, each join with its reason. Beside it, the roles
//! that the article gives them.
//!
//! Names come from [`crate::tag`] and the finders of dates and figures; where they stand is not changed here.
//! Whom "he" and "the minister" mean is asked in [`crate::coref`].
//!
//! A wrong join is worse than a missing one: where two could be meant, a name stays by itself.

mod alias;
mod cluster;
mod compare;
mod form;
mod organisation;
mod person;
mod place;
mod role;
mod spelling;
#[cfg(test)]
pub(crate) mod tests;

use analysis::Entity;
pub(crate) use person::puts_surname_first;
pub(crate) use role::read as read_roles;

use crate::{explain::trace::Trace, reading::Reading, tag::Name};

/// The entities behind the names, by first mention. The names may come in any order. Roles are not known yet.
pub(crate) fn link(reading: &Reading, names: &[Name], trace: &mut Trace) -> Vec<Entity> {
    let forms = form::Forms::read(reading, names);
    let mut clusters = cluster::Clusters::new(&forms);
    person::cluster(&forms, &mut clusters, trace);
    place::cluster_places(&forms, &mut clusters);
    place::cluster_groups(&forms, &mut clusters);
    place::cluster_things(&forms, &mut clusters);
    place::cluster_values(&forms, &mut clusters);
    organisation::cluster(reading, &forms, &mut clusters, trace);
    alias::entities(reading, &forms, &clusters, trace)
}
