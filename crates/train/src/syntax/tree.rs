//! A sentence as the parser and the relations see it.

use engine::training::{Relation, Tag, Words};

use super::treebank::Sentence;

pub struct Tree<'a> {
    pub words: &'a Words,
    /// As the tagger gave them to text it had not seen.
    pub tags: &'a [Tag],
    /// The true heads and relations.
    pub heads: Vec<u16>,
    pub relations: Vec<Relation>,
}

impl<'a> Tree<'a> {
    pub fn new(sentence: &Sentence, words: &'a Words, tags: &'a [Tag]) -> Tree<'a> {
        Tree {
            words,
            tags,
            heads: sentence.words.iter().map(|word| word.head).collect(),
            relations: sentence.words.iter().map(|word| word.relation).collect(),
        }
    }
}
