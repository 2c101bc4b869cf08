//! The same people, organisations and places in several articles.

use std::collections::HashMap;

use analysis::{Entity, EntityId, EntityType};

use crate::words::fold;
use crate::{Article, Family};

/// Somebody or something that one or more articles speak of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct United {
    /// The fullest name that any article has.
    pub name: String,
    pub kind: EntityType,
    /// Which entity of which article (its place in the list) it is, in order.
    pub members: Vec<(usize, EntityId)>,
}

/// Brings together what goes by one name in several articles: first mentioned first. Dates and figures are left out.
pub fn unite(articles: &[&Article]) -> Vec<United> {
    let mut all: Vec<United> = Vec::new();
    let mut known: HashMap<(Family, String), usize> = HashMap::new();
    for (nth, article) in articles.iter().enumerate() {
        for entity in &article.analysis.entities {
            let family = Family::of(entity.kind);
            if matches!(family, Family::Dates | Family::Figures) {
                continue;
            }
            let names = names_of(entity);
            let found = names.iter().find_map(|name| known.get(&(family, name.clone())).copied());
            let at = found.unwrap_or(all.len());
            if at == all.len() {
                all.push(United { name: entity.name.clone(), kind: entity.kind, members: Vec::new() });
            }
            if let Some(united) = all.get_mut(at) {
                if entity.name.len() > united.name.len() {
                    united.name.clone_from(&entity.name);
                }
                united.members.push((nth, entity.id));
            }
            for name in names {
                known.entry((family, name)).or_insert(at);
            }
        }
    }
    all
}

fn names_of(entity: &Entity) -> Vec<String> {
    vec![fold(&entity.name)]
}
