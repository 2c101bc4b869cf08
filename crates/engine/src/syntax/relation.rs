//! The relation of each word to its head, chosen when the tree is known: a linear classifier over both words, what
//! stands around them and what hangs from them, as in the second stage of MSTParser (McDonald, Lerman and Pereira,
//! CoNLL 2006).

use super::Model;
use super::parser::NONE;
use super::tag::Tag;
use crate::lexeme::{Lexeme, mix};

/// Declares the relations with their names in Universal Dependencies.
macro_rules! relations {
    ($($name:ident $text:literal,)*) => {
        /// How a word hangs from its head (Universal Dependencies 2, with the subtypes that grammar needs).
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[repr(u8)]
        pub enum Relation { $($name),* }

        impl Relation {
            pub const ALL: &[Relation] = &[$(Relation::$name),*];

            pub const fn name(self) -> &'static str {
                match self { $(Relation::$name => $text),* }
            }
        }
    };
}

relations! {
    Root "root", NominalSubject "nsubj", PassiveSubject "nsubj:pass", ClausalSubject "csubj", Object "obj",
    IndirectObject "iobj", ClausalComplement "ccomp", OpenComplement "xcomp", Oblique "obl", Agent "obl:agent",
    Unmarked "obl:unmarked", Nominal "nmod", Possessor "nmod:poss", NominalUnmarked "nmod:unmarked",
    Descriptor "nmod:desc", Apposition "appos", NumberOf "nummod", AdjectiveOf "amod", Clause "acl",
    RelativeClause "acl:relcl", AdverbialClause "advcl", AdverbialRelative "advcl:relcl", Adverbial "advmod",
    Determiner "det", Predeterminer "det:predet", Case "case", Marker "mark", Auxiliary "aux",
    PassiveAuxiliary "aux:pass", Copula "cop", Coordinator "cc", Preconjunction "cc:preconj", Conjunct "conj",
    Compound "compound", VerbParticle "compound:prt", Flat "flat", Fixed "fixed", GoesWith "goeswith",
    Expletive "expl", Vocative "vocative", Discourse "discourse", Dislocated "dislocated", Parataxis "parataxis",
    List "list", Orphan "orphan", Repair "reparandum", Punctuation "punct", Other "dep",
}

impl Relation {
    pub const COUNT: usize = 48;

    #[cfg(any(test, feature = "training"))]
    /// The relation of a treebank's label; a subtype that is not told apart counts as its type.
    pub fn of(label: &str) -> Relation {
        let named = |label: &str| Relation::ALL.iter().copied().find(|relation| relation.name() == label);
        let base = label.split(':').next().unwrap_or(label);
        named(label).or_else(|| named(base)).unwrap_or(Relation::Other)
    }
}

/// A tree whose words have no relations yet.
#[derive(Clone, Copy)]
pub(crate) struct Tree<'a> {
    pub lexemes: &'a [Lexeme],
    pub tags: &'a [Tag],
    /// The number of words for the root.
    pub heads: &'a [u16],
}

/// The relation of each word, into `relations`.
pub(crate) fn choose(model: &Model, tree: Tree, relations: &mut Vec<Relation>) {
    relations.clear();
    let first = first_dependents(tree.heads);
    for at in 0..tree.heads.len() {
        let relation = if usize::from(tree.heads[at]) >= tree.heads.len() {
            Relation::Root
        } else if tree.tags[at] == Tag::Mark {
            Relation::Punctuation
        } else {
            let mut sums = [0i16; Relation::COUNT];
            features(tree, &first, relations, at, &mut |hash| model.relations.add(hash, &mut sums));
            let mut best = 1;
            for (number, sum) in sums.iter().enumerate().skip(1) {
                if *sum > sums[best] {
                    best = number;
                }
            }
            Relation::ALL[best]
        };
        relations.push(relation);
    }
}

/// For each word the first and the last that hangs from it, and the root's place too.
pub(crate) fn first_dependents(heads: &[u16]) -> Vec<[u16; 2]> {
    let mut outer = vec![[NONE; 2]; heads.len() + 1];
    for (word, &head) in heads.iter().enumerate() {
        if let Some(place) = outer.get_mut(usize::from(head)) {
            if place[0] == NONE {
                place[0] = word as u16;
            }
            place[1] = word as u16;
        }
    }
    outer
}

/// Calls `add` with the hash of each feature of a word's relation; `before` holds the relations of the words before.
pub(crate) fn features(
    tree: Tree,
    outer: &[[u16; 2]],
    before: &[Relation],
    at: usize,
    add: &mut dyn FnMut(u32),
) {
    let Tree { lexemes, tags, heads } = tree;
    let none = Lexeme::outside(1);
    let lexeme = |at: usize| lexemes.get(at).unwrap_or(&none);
    let tag = |at: usize| tags.get(at).map_or(99, |&tag| tag as u32);
    let head = usize::from(heads[at]);
    let (d, h) = (lexeme(at), lexeme(head));
    let (dt, ht) = (tag(at), tag(head));
    let cluster = |lexeme: &Lexeme| u32::from(lexeme.known.cluster());
    let right = u32::from(at > head);
    let far = at.abs_diff(head).min(5) as u32;
    let above = heads.get(head).map_or(NONE, |&above| above);
    let above_tag = tag(usize::from(above));
    let [first, last] = outer[at].map(usize::from);
    let (first_word, first_tag) = (lexeme(first).word, tag(first));
    let last_tag = tag(last);
    let head_first = usize::from(outer[head][0]);
    let (head_first_word, head_first_tag) = (lexeme(head_first).word, tag(head_first));
    let head_last_tag = tag(usize::from(outer[head][1]));
    // The word before this one that hangs from the same head, and whether the head has a subject or object already.
    let mut sibling = 99;
    let mut taken = 0u32;
    let reach = at.saturating_sub(24);
    for other in (reach..at).rev().filter(|&other| usize::from(heads[other]) == head) {
        let relation = before[other];
        if sibling == 99 && relation != Relation::Punctuation {
            sibling = relation as u32;
        }
        taken |= match relation {
            Relation::NominalSubject | Relation::PassiveSubject => 1,
            Relation::Object => 2,
            Relation::Expletive => 4,
            Relation::PassiveAuxiliary => 8,
            Relation::Copula => 16,
            _ => 0,
        };
    }
    let (left, next) = (at.wrapping_sub(1), at + 1);
    let mut template = 3000;
    let mut put = |parts: &[u32]| {
        template += 1;
        add(parts.iter().fold(mix(right, template), |hash, &part| mix(hash, part)));
    };
    put(&[dt]);
    put(&[d.word, dt]);
    put(&[dt, ht]);
    put(&[d.word, ht]);
    put(&[dt, h.word]);
    put(&[d.word, h.word]);
    put(&[cluster(d), cluster(h)]);
    put(&[cluster(d), ht]);
    put(&[dt, cluster(h)]);
    put(&[dt, ht, far]);
    put(&[d.word, far]);
    put(&[dt, ht, above_tag]);
    put(&[dt, ht, tag(left)]);
    put(&[dt, ht, tag(next)]);
    put(&[dt, ht, tag(head.wrapping_sub(1))]);
    put(&[dt, ht, tag(head + 1)]);
    put(&[dt, first_tag, ht]);
    put(&[dt, first_word]);
    put(&[dt, first_word, h.word]);
    put(&[dt, first_word, ht, first_tag]);
    put(&[d.word, first_tag, ht]);
    put(&[dt, last_tag, ht]);
    put(&[dt, ht, first_tag, last_tag]);
    put(&[dt, ht, sibling]);
    put(&[dt, h.word, sibling]);
    put(&[dt, ht, taken]);
    put(&[dt, h.word, taken]);
    put(&[d.word, ht, taken]);
    put(&[dt, ht, taken, first_tag]);
    put(&[dt, ht, head_first_tag, head_last_tag]);
    put(&[dt, ht, head_first_word]);
    put(&[dt, lexeme(left).word]);
    put(&[dt, ht, lexeme(next).word]);
    put(&[d.suffixes[1], ht]);
    put(&[cluster(d), h.word]);
    put(&[cluster(d), first_word]);
    put(&[u32::from(d.known.is_weekday() || d.known.is_month()), dt, first_tag]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_treebanks() {
        assert_eq!(Relation::ALL.len(), Relation::COUNT);
        assert_eq!(Relation::of("acl:relcl"), Relation::RelativeClause);
        assert_eq!(Relation::of("obl:tmod"), Relation::Oblique);
        assert_eq!(Relation::of("flat:name"), Relation::Flat);
    }
}
