//! The relation of each word to its head, chosen when the tree is known: a linear classifier over both words, what
//! stands around them and what hangs from them, as in the second stage of MSTParser (McDonald, Lerman and Pereira,
//! CoNLL 2006).

use super::parser::NONE;
use super::tag::Tag;
use super::{Model, Row};
use crate::lexeme::Lexeme;
use crate::linear::{atom, best, templates};

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

    /// Whether it is a subject or an object.
    pub fn is_core(self) -> bool {
        matches!(self, Relation::NominalSubject | Relation::PassiveSubject | Relation::Object)
    }

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
    pub row: Row<'a>,
    pub tags: &'a [Tag],
    /// The number of words for the root.
    pub heads: &'a [u16],
}

/// Adds the relation of each word to `relations`.
pub(crate) fn choose(model: &Model, tree: Tree, relations: &mut Vec<Relation>) {
    let start = relations.len();
    let first = first_dependents(tree.heads);
    for at in 0..tree.heads.len() {
        let relation = if usize::from(tree.heads[at]) >= tree.heads.len() {
            Relation::Root
        } else if tree.tags[at] == Tag::Mark {
            Relation::Punctuation
        } else {
            let mut sums = [0i16; Relation::COUNT];
            model.relations.add(&features(tree, &first, &relations[start..], at), &mut sums);
            Relation::ALL[best(&sums, 1)]
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

/// How many features the relation of a word has.
pub const FEATURES: usize = 29;

/// The features of a word's relation; `before` holds the relations of the words before.
pub(crate) fn features(tree: Tree, outer: &[[u16; 2]], before: &[Relation], at: usize) -> [u32; FEATURES] {
    let Tree { row, tags, heads } = tree;
    let none = Lexeme::outside(1);
    let lexeme = |at: usize| row.get(at).unwrap_or(&none);
    let word = |role: u32, at: usize| atom(role, lexeme(at).word);
    let tag = |role: u32, at: usize| atom(role, tags.get(at).map_or(99, |&tag| tag as u32));
    let cluster = |role: u32, at: usize| atom(role, u32::from(lexeme(at).known.cluster()));
    let head = usize::from(heads[at]);
    let (left, next) = (at.wrapping_sub(1), at + 1);
    let right = atom(1, u32::from(at > head));
    let far = atom(2, at.abs_diff(head).min(5) as u32);
    let d = lexeme(at);
    let (dt, d_word, d_cluster) = (tag(3, at), word(4, at), cluster(5, at));
    let d_suffix = atom(6, d.suffixes[1]);
    let d_calendar = atom(7, u32::from(d.known.is_weekday() || d.known.is_month()));
    let (ht, h_word, h_cluster) = (tag(8, head), word(9, head), cluster(10, head));
    let above_tag = tag(11, usize::from(heads.get(head).map_or(NONE, |&above| above)));
    let (left_tag, left_word) = (tag(12, left), word(13, left));
    let (next_tag, next_word) = (tag(14, next), word(15, next));
    let (head_left_tag, head_next_tag) = (tag(16, head.wrapping_sub(1)), tag(17, head + 1));
    let [first, last] = outer[at].map(usize::from);
    let (first_word, first_tag, last_tag) = (word(18, first), tag(19, first), tag(20, last));
    let [head_first, head_last] = outer[head].map(usize::from);
    let (head_first_word, head_first_tag) = (word(21, head_first), tag(22, head_first));
    let head_last_tag = tag(23, head_last);
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
    let (sibling, taken) = (atom(24, sibling), atom(25, taken));
    #[rustfmt::skip]
    let features = [
        right ^ dt,
        right ^ d_word ^ dt,
        right ^ d_word ^ ht,
        right ^ d_cluster ^ h_cluster,
        right ^ d_cluster ^ ht,
        right ^ dt ^ h_cluster,
        right ^ dt ^ ht ^ far,
        right ^ d_word ^ far,
        right ^ dt ^ ht ^ above_tag,
        right ^ dt ^ ht ^ left_tag,
        right ^ dt ^ ht ^ next_tag,
        right ^ dt ^ ht ^ head_left_tag,
        right ^ dt ^ ht ^ head_next_tag,
        right ^ dt ^ first_tag ^ ht,
        right ^ dt ^ first_word,
        right ^ dt ^ first_word ^ ht ^ first_tag,
        right ^ d_word ^ first_tag ^ ht,
        right ^ dt ^ last_tag ^ ht,
        right ^ dt ^ ht ^ sibling,
        right ^ dt ^ ht ^ taken,
        right ^ dt ^ ht ^ taken ^ first_tag,
        right ^ dt ^ ht ^ head_first_tag ^ head_last_tag,
        right ^ dt ^ ht ^ head_first_word,
        right ^ dt ^ left_word,
        right ^ dt ^ ht ^ next_word,
        right ^ d_suffix ^ ht,
        right ^ d_cluster ^ h_word,
        right ^ d_cluster ^ first_word,
        right ^ d_calendar ^ dt ^ first_tag,
    ];
    templates(3000, features)
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
