//! What the trainer learns from: each pronoun of an article with those who could be meant.

use analysis::{Entity, Span};

use super::Resolver;
use super::ranker::{Ranker, Row, Sort};
use crate::doc::Doc;
use crate::explain::trace::Trace;
use crate::quote::marks::Marks;

/// A pronoun and its candidates.
#[derive(Debug, Clone)]
pub struct Lesson {
    pub span: Span,
    pub(crate) sort: Sort,
    pub candidates: Vec<Candidate>,
    /// What speaks for nobody.
    pub nobody: Row,
    /// The candidate that the model chose.
    pub chosen: Option<usize>,
    /// By how much each fits; the last is nobody.
    pub shares: Vec<f32>,
}

impl Lesson {
    /// Which of the model's sets of weights is asked.
    pub fn sort(&self) -> usize {
        self.sort as usize
    }
}

/// Somebody who could be meant.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub row: Row,
    /// All that was understood as them before, within memory.
    pub mentions: Vec<Span>,
    /// Somebody with a name.
    pub named: bool,
}

/// Every pronoun of an article, understood by a model.
pub(crate) fn lessons(doc: &Doc, marks: &Marks, entities: &[Entity], ranker: &Ranker) -> Vec<Lesson> {
    let mut trace = Trace::off();
    let mut resolver = Resolver::new(doc, marks, entities, ranker, &mut trace);
    resolver.lessons = Some(Vec::new());
    resolver.run();
    resolver.lessons.unwrap_or_default()
}
