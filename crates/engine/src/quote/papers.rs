//! Whose word a paper is: "the report said", behind "the bank said in a report", "a report by the bank".

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::ops::Range;

use analysis::EntityId;
use rustc_hash::FxHasher;

use super::speaker::Mentions;
use super::tree::Tree;
use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::Upos;
use crate::word_class::WordClass;

/// For each noun for a paper, where somebody is said to have issued one, and who.
#[derive(Debug, Default)]
pub(crate) struct Papers<'a> {
    issued: HashMap<&'a str, Vec<(usize, EntityId)>, BuildHasherDefault<FxHasher>>,
}

impl<'a> Papers<'a> {
    pub fn new(doc: &'a Doc, tree: &Tree, mentions: &Mentions) -> Self {
        let mut papers = Papers::default();
        let nouns = (0..doc.tokens.len()).filter(|&at| is_paper(doc, at));
        for at in nouns {
            if let Some(entity) = issuer(tree, mentions, tree.word(at)) {
                papers.issued.entry(doc.normal(at)).or_default().push((at, entity));
            }
        }
        papers
    }

    /// Whose word "the report" is, if the article told before who issued one.
    pub fn issuer(&self, doc: &Doc, head: &Range<usize>) -> Option<EntityId> {
        let noun = head.end.checked_sub(1)?;
        let known = matches!(doc.normal(head.start), "the" | "this");
        if !known || !is_paper(doc, noun) {
            return None;
        }
        let issued = self.issued.get(doc.normal(noun))?;
        let before = issued.partition_point(|&(at, _)| at < noun);
        before.checked_sub(1).and_then(|last| issued.get(last)).map(|&(_, entity)| entity)
    }
}

fn is_paper(doc: &Doc, at: usize) -> bool {
    (doc.is(at, WordClass::IssuedPaper) || doc.is(at, WordClass::EvidenceNoun))
        && doc.syntax.tag(at).upos() == Upos::NOUN
}

/// Who issues the paper that a word is: its owner, whom "by" names, or the subject of the verb that it stands with.
fn issuer(tree: &Tree, mentions: &Mentions, noun: usize) -> Option<EntityId> {
    let entity = |word: usize| mentions.speaker_at(tree.token(word));
    let case = |word: usize| tree.dependents(word).find(|&case| tree.relation(case) == Relation::Case);
    let beside = tree.dependents(noun).find_map(|word| {
        let by = || case(word).is_some_and(|case| matches!(tree.normal(case), "by" | "from"));
        match tree.relation(word) {
            Relation::Possessor | Relation::Compound => entity(word),
            Relation::Nominal | Relation::Oblique | Relation::Agent if by() => entity(word),
            // "a report released by the bank"
            Relation::Clause => tree
                .dependents(word)
                .filter(|&agent| case(agent).is_some_and(|case| tree.normal(case) == "by"))
                .find_map(entity),
            _ => None,
        }
    });
    let new = tree
        .dependents(noun)
        .any(|word| matches!(tree.normal(word), "a" | "an" | "its" | "his" | "her" | "their" | "new"));
    let with = match tree.relation(noun) {
        Relation::Oblique => {
            case(noun).is_some_and(|case| matches!(tree.normal(case), "in" | "through" | "via"))
        }
        Relation::Object => true,
        _ => false,
    };
    let verb = tree.head(noun).filter(|_| with && new);
    beside.or_else(|| entity(tree.subject(verb?)?))
}
