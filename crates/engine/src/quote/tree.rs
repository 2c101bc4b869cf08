//! The dependency trees of an article, asked from the head down: what hangs from a word, and which words it spans.

use crate::doc::Doc;
use crate::syntax::relation::Relation;
use crate::syntax::tag::{Tag, Upos};

/// The words of grammar with their dependents; places are those of [`crate::syntax::Syntax::words`].
pub(crate) struct Tree<'a> {
    doc: &'a Doc<'a>,
    /// For each word where its dependents begin in `children`, and at the end their number.
    first: Vec<u32>,
    /// Every word that hangs from another, sorted by head and place.
    children: Vec<u32>,
}

/// No look from word to word goes further than this, so that a sentence costs no more than its length.
pub(crate) const REACH: usize = 80;

impl<'a> Tree<'a> {
    pub fn new(doc: &'a Doc<'a>) -> Self {
        let words = &doc.syntax.words;
        let mut first = vec![0_u32; words.len() + 1];
        let heads = || words.iter().enumerate().filter(|(at, word)| word.head as usize != *at);
        for (_, word) in heads() {
            if let Some(count) = first.get_mut(word.head as usize + 1) {
                *count += 1;
            }
        }
        for at in 1..first.len() {
            first[at] += first[at - 1];
        }
        let mut free = first.clone();
        let mut children = vec![0; first.last().map_or(0, |&count| count as usize)];
        for (at, word) in heads() {
            if let Some(place) = free.get_mut(word.head as usize) {
                children[*place as usize] = at as u32;
                *place += 1;
            }
        }
        Tree { doc, first, children }
    }

    /// The first word of a token.
    pub fn word(&self, token: usize) -> usize {
        self.doc.syntax.words_of(token).start
    }

    pub fn token(&self, word: usize) -> usize {
        self.doc.syntax.words.get(word).map_or(usize::MAX, |word| word.token as usize)
    }

    pub fn tag(&self, word: usize) -> Tag {
        self.doc.syntax.words.get(word).map_or(Tag::Mark, |word| word.tag)
    }

    pub fn upos(&self, word: usize) -> Upos {
        self.tag(word).upos()
    }

    pub fn relation(&self, word: usize) -> Relation {
        self.doc.syntax.words.get(word).map_or(Relation::Root, |word| word.relation)
    }

    /// What a word hangs from; none for the root.
    pub fn head(&self, word: usize) -> Option<usize> {
        let head = self.doc.syntax.words.get(word)?.head as usize;
        (head != word).then_some(head)
    }

    /// What hangs from a word, in the order of the text.
    pub fn dependents(&self, word: usize) -> impl DoubleEndedIterator<Item = usize> + '_ {
        let at = |word: usize| self.first.get(word).map_or(0, |&first| first as usize);
        let all = self.children.get(at(word)..at(word + 1)).unwrap_or_default();
        all.iter().map(|&word| word as usize).filter(move |other| other.abs_diff(word) <= REACH)
    }

    /// The subject of a verb, or of the predicate that it is.
    pub fn subject(&self, word: usize) -> Option<usize> {
        self.dependents(word).find(|&other| {
            matches!(self.relation(other), Relation::NominalSubject | Relation::PassiveSubject)
        })
    }

    /// The last word of what hangs from a word, itself among them.
    pub fn last(&self, word: usize) -> usize {
        let mut at = word;
        while let Some(last) = self.dependents(at).next_back().filter(|&last| last > at) {
            at = last;
        }
        at
    }

    /// The first word of what hangs from a word, itself among them.
    pub fn first(&self, word: usize) -> usize {
        let mut at = word;
        while let Some(first) = self.dependents(at).next().filter(|&first| first < at) {
            at = first;
        }
        at
    }

    /// The auxiliary of "at no point did Tarn call", where the parser may take the verb for another's: right before a
    /// noun phrase, behind which an infinitive stands, and behind what brings it to the front.
    pub fn inversion(&self, verb: usize) -> Option<usize> {
        // "call" may pass for a noun here.
        if self.tag(verb) != Tag::VerbBase && self.upos(verb) != Upos::NOUN {
            return None;
        }
        let nominal = |word: usize| {
            use Upos::{ADJ, DET, NOUN, NUM, PRON, PROPN};
            matches!(self.upos(word), ADJ | DET | NOUN | NUM | PRON | PROPN)
        };
        let auxiliary = (verb.saturating_sub(9)..verb).rev().find(|&word| !nominal(word))?;
        let led = auxiliary.checked_sub(1).is_some_and(|before| {
            self.upos(before) == Upos::ADV
                || matches!(self.upos(before), Upos::NOUN)
                    && (before.saturating_sub(2)..before).any(|word| self.normal(word) == "no")
                || self.normal(before) == "nor"
        });
        let verb_after = auxiliary + 1 < verb
            && (self.upos(auxiliary) == Upos::AUX || matches!(self.normal(auxiliary), "did" | "does" | "do"));
        (led && verb_after).then_some(auxiliary)
    }

    /// The word in small letters.
    pub fn normal(&self, word: usize) -> &str {
        self.doc.normal(self.token(word))
    }
}
