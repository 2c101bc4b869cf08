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

/// Where a paper is issued, by its token, and by whom, if the article gives a name.
type Issued = (usize, Option<EntityId>);

/// For each noun for a paper, where somebody is said to have issued one, and who.
#[derive(Debug, Default)]
pub(crate) struct Papers<'a> {
    issued: HashMap<&'a str, Vec<Issued>, BuildHasherDefault<FxHasher>>,
}

impl<'a> Papers<'a> {
    pub fn new(doc: &'a Doc, tree: &Tree, mentions: &Mentions) -> Self {
        let mut papers = Papers::default();
        let nouns = (0..doc.tokens.len()).filter(|&at| is_paper(doc, at));
        for at in nouns {
            let entity = issuer(doc, tree, mentions, at);
            // "The officials issued a statement": from here on it is nobody's of whom the article gives a name.
            if entity.is_some() || is_new(tree, tree.word(at)) {
                papers.issued.entry(doc.normal(at)).or_default().push((at, entity));
            }
        }
        papers
    }

    /// Whose word "the report" is, if the article told before who issued one, and whose "forecasts from the bank" are.
    pub fn issuer(
        &self,
        doc: &Doc,
        tree: &Tree,
        mentions: &Mentions,
        head: &Range<usize>,
    ) -> Option<EntityId> {
        let noun = head.end.checked_sub(1)?;
        let forecast = doc.is(noun, WordClass::SayingNoun) && doc.syntax.tag(noun).upos() == Upos::NOUN;
        if (forecast || is_paper(doc, noun))
            && let Some(own) = beside(doc, tree, mentions, noun, !forecast)
        {
            return Some(own);
        }
        let known = matches!(doc.normal(head.start), "the" | "this");
        if !known || !is_paper(doc, noun) {
            return None;
        }
        let issued = self.issued.get(doc.normal(noun))?;
        let before = issued.partition_point(|&(at, _)| at < noun);
        before.checked_sub(1).and_then(|last| issued.get(last)).and_then(|&(_, entity)| entity)
    }
}

fn is_paper(doc: &Doc, at: usize) -> bool {
    (doc.is(at, WordClass::IssuedPaper) || doc.is(at, WordClass::EvidenceNoun))
        && doc.syntax.tag(at).upos() == Upos::NOUN
}

/// Whether a noun brings in a paper that was not there before: "a statement", "its new report".
fn is_new(tree: &Tree, noun: usize) -> bool {
    tree.dependents(noun)
        .any(|word| matches!(tree.normal(word), "a" | "an" | "its" | "his" | "her" | "their" | "new"))
}

/// Who issues the paper that a noun is: whoever stands beside it, or the subject of the verb that it stands with.
fn issuer(doc: &Doc, tree: &Tree, mentions: &Mentions, at: usize) -> Option<EntityId> {
    let noun = tree.word(at);
    let case = |word: usize| tree.dependents(word).find(|&case| tree.relation(case) == Relation::Case);
    let with = match tree.relation(noun) {
        Relation::Oblique => {
            case(noun).is_some_and(|case| matches!(tree.normal(case), "in" | "through" | "via"))
        }
        Relation::Object => true,
        _ => false,
    };
    let verb = tree.head(noun).filter(|_| with && is_new(tree, noun));
    beside(doc, tree, mentions, at, true).or_else(|| mentions.issuer_at(tree.token(tree.subject(verb?)?)))
}

/// Whom "by" or "from" names beside a paper, or its owner. Whose "comments" something is tells less: others may fear
/// what they lead to.
fn beside(doc: &Doc, tree: &Tree, mentions: &Mentions, at: usize, owned: bool) -> Option<EntityId> {
    let noun = tree.word(at);
    let entity = |word: usize| mentions.issuer_at(tree.token(word));
    let case = |word: usize| tree.dependents(word).find(|&case| tree.relation(case) == Relation::Case);
    let hangs = tree.dependents(noun).find_map(|word| {
        let by = || case(word).is_some_and(|case| matches!(tree.normal(case), "by" | "from"));
        match tree.relation(word) {
            Relation::Possessor | Relation::Compound if owned => entity(word),
            Relation::Nominal | Relation::Oblique | Relation::Agent if by() => entity(word),
            // "a report released by the bank"
            Relation::Clause if issues(tree.normal(word)) => tree
                .dependents(word)
                .filter(|&agent| case(agent).is_some_and(|case| tree.normal(case) == "by"))
                .find_map(entity),
            _ => None,
        }
    });
    // "Dunmore-Pell Trust’s third policy brief": the parser may lose the owner behind a hyphen.
    let owner = || {
        let near = at.saturating_sub(5);
        let clitic = (near..at).rev().find(|&before| {
            !matches!(doc.syntax.tag(before).upos(), Upos::NOUN | Upos::PROPN | Upos::ADJ | Upos::NUM)
        })?;
        let owns = doc.syntax.tag(clitic).upos() == Upos::PART && clitic > 0;
        mentions.issuer_at(clitic.checked_sub(1)?).filter(|_| owns)
    };
    hangs.or_else(|| owner().filter(|_| owned))
}

/// "A report published by", and not "figures cited by".
fn issues(verb: &str) -> bool {
    matches!(
        verb,
        "published" | "released" | "issued" | "compiled" | "conducted" | "prepared" | "produced" | "written"
    )
}
