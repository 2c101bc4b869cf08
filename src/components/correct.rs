//! Correcting what the engine found: an entity on its card, a quote in its list, words selected in the article, and
//! the list of all that was corrected.

pub mod entity;
pub mod list;
pub mod mention;
pub mod quote;
mod rename;

use std::sync::Arc;

use analysis::{Analysis, Document, EntityId, EntityType};
use corrections::Correction;
use leptos::prelude::*;
use presentation::{Article, Candidate, words};

use crate::components::chooser::Choice;
use crate::platform;
use crate::state::{self, Session};

/// The key of a choice that is no entity.
const NOBODY: u32 = u32::MAX;
/// The types a name can have.
const KINDS: [EntityType; 11] = [
    EntityType::Person,
    EntityType::Org,
    EntityType::Gpe,
    EntityType::Loc,
    EntityType::Fac,
    EntityType::Norp,
    EntityType::Event,
    EntityType::Product,
    EntityType::WorkOfArt,
    EntityType::Law,
    EntityType::Language,
];

/// Makes a correction of what is shown now.
pub(super) fn correct(session: Session, make: impl FnOnce(&Document, &Analysis) -> Option<Correction>) {
    platform::typing_is_done();
    session.correct(session.with_article(make));
}

/// Closes the form, and gives the focus back to what opened it.
fn closer(button: &'static str) -> Arc<dyn Fn() + Send + Sync> {
    let editing = state::editing();
    Arc::new(move || {
        editing.close();
        request_animation_frame(move || platform::focus(button));
    })
}

fn choices(article: &Article, candidates: Vec<Candidate>) -> Vec<Choice> {
    let choice = |candidate: Candidate| {
        let entity = article.entity(candidate.id)?;
        let kind = words::kind_of(entity.kind);
        let hint = candidate.why.map_or_else(|| kind.to_owned(), |why| format!("{why} · {kind}"));
        Some(Choice { key: candidate.id.0, label: entity.name.clone(), hint })
    };
    candidates.into_iter().filter_map(choice).collect()
}

fn name_of(article: &Article, id: u32) -> String {
    article.entity(EntityId(id)).map_or(String::new(), |entity| words::shortened(&entity.name, 50))
}
