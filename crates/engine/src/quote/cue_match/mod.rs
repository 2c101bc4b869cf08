//! Finds who says something in a unit: each cue with its source, and the side on which its words stand.

mod inverted;
mod label;
mod noun;
mod phrase;
mod quoted;
mod shared;
mod side;
mod verb;

use std::ops::Range;

use analysis::{Polarity, QuoteKind};

use self::label::label;
use self::noun::noun;
use self::phrase::{according, in_view};
use self::quoted::paper;
pub(crate) use self::side::touches_marks;
use self::verb::verb;
use super::clause::{Clause, Next};
use super::cue::Valency;
use super::polarity::{self, Standing};
use crate::word_class::WordClass;

/// A cue and its source. All places are items of the unit.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CueMatch {
    pub cue: Range<usize>,
    pub takes: Valency,
    pub source: Option<Range<usize>>,
    pub how: SourceEvidence,
    /// Where source and cue begin and end together.
    pub span: Range<usize>,
    pub side: ContentSide,
    /// What follows the cue.
    pub next: Next,
    /// What the text makes of the saying.
    pub standing: Standing,
}

impl CueMatch {
    /// Whether the text says that a quote of this kind was said.
    pub fn polarity(&self, clause: Clause, kind: QuoteKind) -> Polarity {
        // “It is a lie,” she denied. She denied the charge as “nonsense”. The words are hers.
        let as_marks = matches!(self.next, Next::Marks(at) if at > 0 && clause.normal(at - 1) == "as");
        let own = clause.is(self.cue.start, WordClass::DenialWord)
            && (kind == QuoteKind::Direct || kind == QuoteKind::Mixed && as_marks);
        match self.standing {
            // "has not said whether it will close"
            Standing::Told(Polarity::Negative) if self.asks(clause) => Polarity::Uncertain,
            Standing::Told(polarity) if !own => polarity,
            _ => Polarity::Positive,
        }
    }

    /// Whether an indirect question follows the cue.
    fn asks(&self, clause: Clause) -> bool {
        matches!(self.next, Next::Words(at) if matches!(clause.normal(at), "whether" | "if" | "when" | "how" | "what" | "why"))
    }

    /// What the text makes of the saying of a verb or noun; a phrase or a label tells that it was said.
    fn judged(mut self, clause: Clause) -> CueMatch {
        let says = clause.cue(self.cue.start).is_some() || clause.is(self.cue.start, WordClass::SayingNoun);
        if says
            && !matches!(self.how, SourceEvidence::Phrase | SourceEvidence::Label)
            && let Some(item) = clause.items.get(self.cue.start)
        {
            self.standing = polarity::standing(clause.doc, clause.tree, item.tokens.start);
        }
        self
    }
}

/// Said, as far as nothing tells otherwise.
const TOLD: Standing = Standing::Told(Polarity::Positive);

/// How the source was found; the reason a reader is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum SourceEvidence {
    Subject,
    /// "said Tarn"
    Inverted,
    /// The subject of the verb that this one is joined to.
    Shared,
    /// "by Tarn"
    Agent,
    /// "according to Tarn", "in Tarn’s view"
    Phrase,
    /// "Tarn’s claim that"
    Owner,
    /// "Tarn: …"
    Label,
    /// Nobody is named.
    Nobody,
}

/// Where the words stand that a cue reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ContentSide {
    After,
    Before,
    Both,
}

/// Every cue match of a unit, in the order of their cues.
pub(crate) fn cue_matches(clause: Clause) -> Vec<CueMatch> {
    let mut out: Vec<CueMatch> = Vec::new();
    let mut at = 0;
    while at < clause.items.len() {
        if clause.is_quote(at) {
            at += 1;
            continue;
        }
        let found = according(clause, at)
            .or_else(|| in_view(clause, at))
            .or_else(|| paper(clause, at))
            .or_else(|| verb(clause, at, &out))
            .or_else(|| noun(clause, at))
            .or_else(|| label(clause, at));
        at = found.as_ref().map_or(at + 1, |cue_match| cue_match.cue.end.max(at + 1));
        out.extend(found.map(|cue_match| cue_match.judged(clause)));
    }
    out
}
