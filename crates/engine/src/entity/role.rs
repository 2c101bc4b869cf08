//! Reads what the article calls someone, in its own words: the title before a name ("Ukrainian President"), what
//! is set beside it ("an analyst at Bridgewell"), or a clause about it ("who leads the Residents’ Alliance").
//!
//! There is no parse. A role is found by its noun, and reaches left and right over the words that a role is made
//! of; where another word stands in the way, the role ends or is given up, so that it swallows no verb.

mod after;
mod before;
mod names;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;

use analysis::{Entity, EntityType, MentionKind, Role};

use super::weights::ROLE_MENTIONS;
use super::words::collapse;
use crate::doc::Doc;
use crate::explain::trace::{Decision, Trace};
use crate::rules::{self, Rule};
use names::Names;

/// Gives each person and organisation the role that the article gives it, if it does.
pub(crate) fn read(doc: &Doc, entities: &mut [Entity], trace: &mut Trace) {
    let roles = Roles { doc, names: Names::of(doc, entities) };
    for entity in entities {
        if !matches!(entity.kind, EntityType::Person | EntityType::Org) {
            continue;
        }
        let names =
            entity.mentions.iter().filter(|mention| mention.kind == MentionKind::Name).take(ROLE_MENTIONS);
        let mut best: Option<(Range<usize>, &'static Rule)> = None;
        for mention in names {
            let name = doc.tokens_in(mention.span);
            let found = match entity.kind {
                EntityType::Person => roles.of_person(&name),
                _ => roles.of_organisation(&name),
            };
            // "hopeful", "successor" alone say what one is to somebody else.
            let found = found.filter(|(role, _)| {
                role.len() > 1 || !doc.is(role.start, crate::word_class::WordClass::RelationNoun)
            });
            let Some(found) = found else { continue };
            // One word alone ("President") gives way to what says more ("Finnish President").
            let fuller = best.as_ref().is_none_or(|(best, _)| best.len() == 1 && found.0.len() > 1);
            if fuller {
                best = Some(found);
            }
            if best.as_ref().is_some_and(|(best, _)| best.len() > 1) {
                break;
            }
        }
        entity.role = best.map(|(tokens, rule)| {
            let span = doc.span(tokens.clone());
            if trace.is_on() {
                let what = format!("{}: “{}”", entity.name, span.of(doc.text));
                trace.add(Decision::new(rule, span, what));
            }
            Role { text: collapse(doc.words(tokens)), span }
        });
    }
}

struct Roles<'a> {
    doc: &'a Doc<'a>,
    names: Names,
}

impl Roles<'_> {
    fn of_person(&self, name: &Range<usize>) -> Option<(Range<usize>, &'static Rule)> {
        let by = |rule| move |role| (role, rule);
        let title = || self.before(name, Roles::is_person_head).map(by(&rules::ROLE_TITLE));
        let apposition = || self.beside(name, Roles::is_person_head).map(by(&rules::ROLE_APPOSITION));
        let several = || self.of_several(name).map(by(&rules::ROLE_TITLE));
        title()
            .or_else(several)
            .or_else(apposition)
            .or_else(|| self.clause(name).map(by(&rules::ROLE_CLAUSE)))
    }

    fn of_organisation(&self, name: &Range<usize>) -> Option<(Range<usize>, &'static Rule)> {
        let by = |rule| move |role| (role, rule);
        let apposition = self.beside(name, Roles::is_organisation_head).map(by(&rules::ROLE_APPOSITION));
        apposition.or_else(|| self.before(name, Roles::is_maker).map(by(&rules::ROLE_TITLE)))
    }

    fn sentence(&self, token: usize) -> Option<Range<usize>> {
        self.doc.sentences.get(self.doc.sentence_of(token)).map(|sentence| sentence.tokens.clone())
    }
}
