//! A [`Document`] in, its [`Analysis`] out: who is in the article, who said what, and what it says.
//!
//! It works as a pipeline of components. [`mod@pipeline`] lists them with what each needs and adds; in short:
//!
//! 1. [`language`] recognizes the language; all the rest is made for English.
//! 2. The tokenizer ([`token`]) and the sentence splitter ([`sentence`]) cut the text.
//! 3. The part-of-speech tagger and the dependency parser ([`syntax`]) read the grammar of each sentence.
//! 4. [`quote::marks`] pairs the quotation marks, whatever their shape.
//! 5. [`date`] finds dates and says when they are; named entity recognition (NER, [`ner`]) finds names and their
//!    types, [`amount`] figures.
//! 6. Entity linking ([`entity`]) joins the names that mean one thing, each with its reason, and reads the role that
//!    the article gives it.
//! 7. Coreference resolution ([`coref`]) gives pronouns and titles to those entities where the text is clear.
//! 8. Quotation attribution ([`quote`]) says who said what.
//! 9. [`keyword`] picks the key phrases and [`summary`] the sentences that carry the article; [`figure`] reads its
//!    figures as values, and [`facts`] answers the five Ws from all of it.
//!
//! The engine has no clock, no files, no browser, no randomness and no failure: any text has an analysis, and
//! the same text has the same one everywhere. Each component takes time in proportion to the text.

mod amount;
mod coref;
mod date;
mod dictionary;
mod doc;
mod entity;
pub mod explain;
mod facts;
mod figure;
mod keyword;
mod language;
mod lexeme;
pub mod lexicon;
mod linear;
mod memo;
mod model_file;
mod name_order;
mod ner;
pub mod pipeline;
mod quote;
pub mod rules;
mod salience;
mod sentence;
mod summary;
mod syntax;
mod token;
#[cfg(feature = "training")]
pub mod training;
mod word_class;

use std::ops::ControlFlow;

pub use analysis::{Analysis, Document};
pub use date::iso::parse as day;

use crate::pipeline::{Layer, PIPELINE, State, needed_for};

/// The grammar of an article as CoNLL-U, the format of Universal Dependencies: tokens, lemmas, parts of speech, heads
/// and relations. MISC holds `StartChar` and `EndChar`, in code points of the text.
pub fn conllu(document: &Document) -> String {
    let options = Options::default();
    let mut state = State::new(document, &options);
    needed_for(&[Layer::Grammar]).for_each(|component| (component.run)(&mut state));
    syntax::conllu::write(&state.doc)
}

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
    document: &Document,
    options: &Options,
    watch: &mut dyn FnMut(Stage, &Analysis) -> ControlFlow<()>,
) -> Analysis {
    let mut state = State::new(document, options);
    for (at, component) in PIPELINE.iter().enumerate() {
        (component.run)(&mut state);
        let is_stage_over = PIPELINE.get(at + 1).is_none_or(|next| next.stage != component.stage);
        if is_stage_over && watch(component.stage, state.shown()).is_break() {
            break;
        }
    }
    state.analysis
}
