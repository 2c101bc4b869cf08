//! The relation of each word to its head, chosen when the tree is known: a linear classifier over both words, what
//! stands around them and what hangs from them, as in the second stage of MSTParser (McDonald, Lerman and Pereira,
//! CoNLL 2006).

use super::parser::NONE;
use super::tag::Tag;
use super::{Model, Row};
use crate::lexeme::Lexeme;
use crate::linear::{atom, best, far_ahead, numbered, numbers, others};

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
    let outer = first_dependents(tree.heads);
    for at in 0..tree.heads.len() {
        let relation = if usize::from(tree.heads[at]) >= tree.heads.len() {
            Relation::Root
        } else if tree.tags[at] == Tag::Mark {
            Relation::Punctuation
        } else {
            let mut sums = [0i16; Relation::COUNT];
            // A word with a head has another relation than that of the root.
            sums[Relation::Root as usize] = i16::MIN;
            let place = Place::new(tree, &outer, &relations[start..], at);
            model.relations.add(&place.first_look(), &mut sums);
            let relation = far_ahead(&sums, model.far.relation).unwrap_or_else(|| {
                model.relations.add(&place.second_look(), &mut sums);
                best(&sums, 1)
            });
            Relation::ALL[relation]
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

/// How many of them are asked first, and their templates: those that most often decide.
const FIRST_FEATURES: usize = 10;
const OFTEN: [u32; FIRST_FEATURES] = [7, 9, 10, 13, 14, 16, 18, 20, 25, 28];
const FIRST_LOOK: [u32; FIRST_FEATURES] = numbers(FIRST, OFTEN);
const SECOND_LOOK: [u32; FEATURES - FIRST_FEATURES] = numbers(FIRST, others(OFTEN));
/// The number of the first template.
const FIRST: u32 = 3000;

/// A word of a tree whose relation is to be chosen.
#[derive(Clone, Copy)]
pub(crate) struct Place<'a> {
    tree: Tree<'a>,
    outer: &'a [[u16; 2]],
    at: usize,
    /// The relation of the word before this one that hangs from the same head, and whether the head has a subject or an
    /// object already.
    siblings: (u32, u32),
}

impl<'a> Place<'a> {
    /// `outer` are the [first and last dependents](first_dependents) of the tree, `before` the relations of the words before.
    pub fn new(tree: Tree<'a>, outer: &'a [[u16; 2]], before: &[Relation], at: usize) -> Place<'a> {
        let head = tree.heads[at];
        let (mut sibling, mut taken) = (99, 0u32);
        let reach = at.saturating_sub(24);
        for other in (reach..at).rev().filter(|&other| tree.heads[other] == head) {
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
        Place { tree, outer, at, siblings: (atom(24, sibling), atom(25, taken)) }
    }

    /// All features, as they are learned.
    #[cfg(feature = "training")]
    pub fn features(self) -> [u32; FEATURES] {
        let mut all = [0; FEATURES];
        let (first, second) = all.split_at_mut(FIRST_FEATURES);
        first.copy_from_slice(&self.first_look());
        second.copy_from_slice(&self.second_look());
        all
    }

    #[inline]
    fn lexeme(&self, at: usize) -> &'a Lexeme {
        static OUTSIDE: Lexeme = Lexeme::outside(1);
        self.tree.row.get(at).unwrap_or(&OUTSIDE)
    }

    #[inline]
    fn word(&self, role: u32, at: usize) -> u32 {
        atom(role, self.lexeme(at).word)
    }

    #[inline]
    fn tag(&self, role: u32, at: usize) -> u32 {
        atom(role, self.tree.tags.get(at).map_or(99, |&tag| tag as u32))
    }

    #[inline]
    fn cluster(&self, role: u32, at: usize) -> u32 {
        atom(role, u32::from(self.lexeme(at).known.cluster()))
    }

    #[inline]
    fn head(&self) -> usize {
        usize::from(self.tree.heads[self.at])
    }

    #[inline]
    fn far(&self) -> u32 {
        atom(2, self.at.abs_diff(self.head()).min(5) as u32)
    }

    /// The features of the first look.
    #[inline]
    fn first_look(&self) -> [u32; FIRST_FEATURES] {
        let &Place { outer, at, siblings: (sibling, taken), .. } = self;
        let head = self.head();
        let right = atom(1, u32::from(at > head));
        let (dt, d_word, ht) = (self.tag(3, at), self.word(4, at), self.tag(8, head));
        let d = self.lexeme(at);
        let is_calendar = d.known.is_weekday() || d.known.is_month();
        let (d_suffix, d_calendar) = (atom(6, d.suffixes[1]), atom(7, u32::from(is_calendar)));
        let (left_tag, next_tag) = (self.tag(12, at.wrapping_sub(1)), self.tag(14, at + 1));
        let first = usize::from(outer[at][0]);
        let (first_word, first_tag) = (self.word(18, first), self.tag(19, first));
        let far = self.far();
        #[rustfmt::skip]
        let features = [
            right ^ d_word ^ far,
            right ^ dt ^ ht ^ left_tag,
            right ^ dt ^ ht ^ next_tag,
            right ^ dt ^ first_tag ^ ht,
            right ^ dt ^ first_word,
            right ^ d_word ^ first_tag ^ ht,
            right ^ dt ^ ht ^ sibling,
            right ^ dt ^ ht ^ taken ^ first_tag,
            right ^ d_suffix ^ ht,
            right ^ d_calendar ^ dt ^ first_tag,
        ];
        numbered(&FIRST_LOOK, features)
    }

    /// The features of the second look.
    fn second_look(&self) -> [u32; FEATURES - FIRST_FEATURES] {
        let &Place { tree: Tree { heads, .. }, outer, at, siblings: (_, taken), .. } = self;
        let head = self.head();
        let (left, next) = (at.wrapping_sub(1), at + 1);
        let right = atom(1, u32::from(at > head));
        let (dt, d_word, d_cluster) = (self.tag(3, at), self.word(4, at), self.cluster(5, at));
        let (ht, h_word, h_cluster) = (self.tag(8, head), self.word(9, head), self.cluster(10, head));
        let above_tag = self.tag(11, usize::from(heads.get(head).map_or(NONE, |&above| above)));
        let (left_word, next_word) = (self.word(13, left), self.word(15, next));
        let (head_left_tag, head_next_tag) = (self.tag(16, head.wrapping_sub(1)), self.tag(17, head + 1));
        let [first, last] = outer[at].map(usize::from);
        let (first_word, first_tag, last_tag) =
            (self.word(18, first), self.tag(19, first), self.tag(20, last));
        let [head_first, head_last] = outer[head].map(usize::from);
        let (head_first_word, head_first_tag) = (self.word(21, head_first), self.tag(22, head_first));
        let head_last_tag = self.tag(23, head_last);
        let far = self.far();
        #[rustfmt::skip]
        let features = [
            right ^ dt,
            right ^ d_word ^ dt,
            right ^ d_word ^ ht,
            right ^ d_cluster ^ h_cluster,
            right ^ d_cluster ^ ht,
            right ^ dt ^ h_cluster,
            right ^ dt ^ ht ^ far,
            right ^ dt ^ ht ^ above_tag,
            right ^ dt ^ ht ^ head_left_tag,
            right ^ dt ^ ht ^ head_next_tag,
            right ^ dt ^ first_word ^ ht ^ first_tag,
            right ^ dt ^ last_tag ^ ht,
            right ^ dt ^ ht ^ taken,
            right ^ dt ^ ht ^ head_first_tag ^ head_last_tag,
            right ^ dt ^ ht ^ head_first_word,
            right ^ dt ^ left_word,
            right ^ dt ^ ht ^ next_word,
            right ^ d_cluster ^ h_word,
            right ^ d_cluster ^ first_word,
        ];
        numbered(&SECOND_LOOK, features)
    }
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
