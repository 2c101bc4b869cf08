//! What a comparison of two names says: why they are one, and how sure that is.

use analysis::AliasReason;

use crate::rules::LinkRule;

/// Why two names were joined.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Join {
    pub rule: &'static LinkRule,
    /// 0 to 1.
    pub confidence: f32,
}

impl Join {
    pub fn new(rule: &'static LinkRule, confidence: f32) -> Self {
        Join { rule, confidence }
    }

    /// What the analysis says of it.
    pub fn reason(self) -> AliasReason {
        self.rule.reason
    }

    /// The join of a whole out of the joins of its parts: the odder reason, and no surer than the weakest part.
    pub fn with(self, other: Join) -> Join {
        let rule = if other.reason().is_drift() { other.rule } else { self.rule };
        Join { rule, confidence: self.confidence.min(other.confidence) }
    }
}

/// Whether `part` stands at the start of `whole`, word by word, and is shorter.
pub(super) fn is_start(part: &[String], whole: &[String]) -> bool {
    !part.is_empty() && part.len() < whole.len() && whole.starts_with(part)
}

/// Whether `part` stands at the end of `whole`, word by word, and is shorter.
pub(super) fn is_end(part: &[String], whole: &[String]) -> bool {
    !part.is_empty() && part.len() < whole.len() && whole.ends_with(part)
}
