//! The words that roles are made of: head nouns, modifiers, and the verbs at which a role ends.

use super::Roles;
use crate::lexicon::{Lexicon, Title};
use crate::sentence::is_function_word;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Upos, VerbForm};
use crate::word_class::{self, WordClass};

impl Roles<'_> {
    pub(super) fn word(&self, at: usize) -> &str {
        self.doc.normal(at)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| token.is_word())
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.doc.tokens.get(at).is_some_and(|token| token.is_capital())
    }

    pub(super) fn is_person_head(&self, at: usize) -> bool {
        let word = self.word(at);
        if !self.is_word(at) || is_function_word(word) || self.names.at(at).is_some() {
            return false;
        }
        let facts = Lexicon::get().word(word);
        facts.is_person_noun() && !is_rarely_a_person(word)
            || word.len() > 7 && ["ologist", "ographer", "ician"].iter().any(|end| word.ends_with(end))
            || facts.title() == Some(Title::Role)
            || word_class::is(word, WordClass::Calling)
            || matches!(word, "chief" | "head" | "executive" | "law" | "general" | "secretary")
    }

    pub(super) fn is_organisation_head(&self, at: usize) -> bool {
        let word = self.word(at);
        self.is_maker(at)
            || self.is_word(at) && !self.is_capital(at) && Lexicon::get().word(word).is_org_word()
    }

    /// A noun for an organisation that may stand before its name without an article.
    pub(super) fn is_maker(&self, at: usize) -> bool {
        let word = self.word(at);
        !self.is_capital(at) && (word.ends_with("maker") || word_class::is(word, WordClass::OrganisationNoun))
    }

    /// A word that is no verb by its looks, so that "praised" stays outside of a role.
    pub(super) fn fits_before(&self, at: usize) -> bool {
        self.is_capital(at) || !self.is_verb(at)
    }

    /// A verb that is no part of a noun phrase.
    pub(super) fn is_verb(&self, at: usize) -> bool {
        let attributive = matches!(self.doc.syntax.relation(at), Relation::AdjectiveOf | Relation::Compound);
        matches!(self.doc.syntax.tag(at).upos(), Upos::VERB | Upos::AUX) && !attributive
    }

    /// "oversaw", "has": the verb of a clause, where "based in Dunmore" goes with its noun.
    pub(super) fn is_finite(&self, at: usize) -> bool {
        let form = self.doc.syntax.tag(at).verb_form();
        self.is_verb(at)
            && matches!(form, Some(VerbForm::Past | VerbForm::Present | VerbForm::Modal))
            && !self.is_capital(at)
    }
}

pub(super) fn is_article(normal: &str) -> bool {
    matches!(normal, "a" | "an" | "the" | "another")
}

/// Words, written small, that stand before the noun of a role.
pub(super) fn is_modifier(normal: &str) -> bool {
    word_class::is(normal, WordClass::RoleModifier)
}

/// Nouns that can mean a person and hardly ever do beside a name.
pub(super) fn is_rarely_a_person(normal: &str) -> bool {
    word_class::is(normal, WordClass::RarelyPerson)
}

pub(super) fn is_relative(normal: &str) -> bool {
    word_class::is(normal, WordClass::EndsRole)
}

/// Verbs whose clause tells an office.
pub(super) fn is_leading(normal: &str) -> bool {
    word_class::is(normal, WordClass::LeadingVerb)
}
