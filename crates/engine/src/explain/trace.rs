//! What was decided while an article was read, by which rule, and among whom: collected for [`crate::explain`] alone.
//!
//! A [`Trace`] is passed down to where decisions are made. In an analysis it is off; whoever adds to it asks first
//! whether it is on, so that nothing is put into words that nobody reads. Without the feature `explain`, as in the
//! page, that question is answered when the engine is built.

use analysis::Span;

use crate::rules::Rule;

/// Something that was decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub component: &'static str,
    pub rule: &'static Rule,
    /// The words it is about; empty where it is about the whole article.
    pub at: Span,
    /// What was decided.
    pub what: String,
    /// The reason that the analysis gives, if it gives one.
    pub why: Option<String>,
    /// Those among whom it was decided, if there was a choice.
    pub candidates: Vec<Candidate>,
}

/// Who or what could have been meant.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub name: String,
    /// By which it was compared with the others, if by a number.
    pub score: Option<f32>,
    /// That it won, or why it did not.
    pub fate: String,
}

impl Candidate {
    pub(crate) fn new(name: impl Into<String>, score: Option<f32>, fate: impl Into<String>) -> Candidate {
        Candidate { name: name.into(), score, fate: fate.into() }
    }
}

impl Decision {
    pub(crate) fn new(rule: &'static Rule, at: Span, what: String) -> Decision {
        Decision { component: "", rule, at, what, why: None, candidates: Vec::new() }
    }

    pub(crate) fn because(self, why: &str) -> Decision {
        Decision { why: Some(why.to_owned()), ..self }
    }

    pub(crate) fn among(self, candidates: Vec<Candidate>) -> Decision {
        Decision { candidates, ..self }
    }
}

/// Where decisions are noted, if anybody wants to know.
#[derive(Debug, Default)]
pub(crate) struct Trace {
    kept: Option<Vec<Decision>>,
}

impl Trace {
    /// A trace that keeps nothing.
    pub fn off() -> Trace {
        Trace::default()
    }

    #[cfg(feature = "explain")]
    pub fn on() -> Trace {
        Trace { kept: Some(Vec::new()) }
    }

    pub fn is_on(&self) -> bool {
        cfg!(feature = "explain") && self.kept.is_some()
    }

    pub fn add(&mut self, decision: Decision) {
        if let Some(kept) = &mut self.kept {
            kept.push(decision);
        }
    }

    /// What was added since it was last asked.
    #[cfg(feature = "explain")]
    pub fn take(&mut self) -> Vec<Decision> {
        self.kept.as_mut().map(std::mem::take).unwrap_or_default()
    }
}
