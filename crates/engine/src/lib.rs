//! A [`Document`] in, its [`Analysis`] out: who is in the article, who said what, and what it says.
//!
//! The phases, in order:
//!
//! 1. [`token`] cuts the text into words, numbers and marks; [`sentence`] joins them into sentences.
//! 2. [`quote::marks`] pairs the quotation marks, whatever their shape.
//! 3. [`tag`] finds names and their types; [`date`] and [`amount`] find dates and figures.
//! 4. [`entity`] joins the names that mean one thing, each with its reason, and reads what the article calls it.
//! 5. [`coref`] gives pronouns and titles to those entities where the text is clear.
//! 6. [`quote`] says who said what.
//! 7. [`keyword`] and [`summary`] pick the phrases and the sentences that carry the article.
//!
//! The engine has no clock, no files, no browser, no randomness and no failure: any text has an analysis, and
//! the same text has the same one everywhere. Each phase takes time in proportion to the text.

use std::ops::ControlFlow;

pub use analysis::{Analysis, Document};

/// What a caller may ask for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The day that "Monday" is counted from; without it, the one that the article names, if any.
    pub published: Option<jiff::civil::Date>,
    /// How many sentences the summary has.
    pub summary: usize,
}

impl Default for Options {
    fn default() -> Self {
        Options { published: None, summary: 3 }
    }
}

/// How far an analysis is; each stage holds all that the ones before it did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Sentences, names, dates and figures.
    Names,
    /// Quotes and their speakers.
    Quotes,
    /// Everything.
    Done,
}

/// Everything found in the article.
pub fn analyze(document: &Document, options: &Options) -> Analysis {
    analyze_in_stages(document, options, &mut |_, _| ControlFlow::Continue(()))
}

/// The same, shown to `watch` after each stage; the analysis ends early, as it is then, when it says so.
pub fn analyze_in_stages(
    _document: &Document,
    _options: &Options,
    watch: &mut dyn FnMut(Stage, &Analysis) -> ControlFlow<()>,
) -> Analysis {
    let analysis = Analysis::default();
    for stage in [Stage::Names, Stage::Quotes, Stage::Done] {
        if watch(stage, &analysis).is_break() {
            break;
        }
    }
    analysis
}
