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
//! 7. [`keyword`] and [`summary`] pick the phrases and the sentences that carry the article; [`figure`] reads its
//!    figures as values, and [`facts`] answers who, what, when, where and why from all of it.
//!
//! [`language`] says beforehand whether the article is in English, for which all of this is made.
//!
//! The engine has no clock, no files, no browser, no randomness and no failure: any text has an analysis, and
//! the same text has the same one everywhere. Each phase takes time in proportion to the text.

mod amount;
mod coref;
mod date;
mod entity;
mod facts;
mod figure;
mod keyword;
mod language;
mod lexeme;
pub mod lexicon;
mod linear;
mod model_file;
pub mod phases;
mod quote;
mod reading;
mod sentence;
mod summary;
mod syntax;
mod tag;
mod token;
#[cfg(feature = "training")]
pub mod training;
mod word_class;

use std::ops::ControlFlow;

use analysis::Published;
pub use analysis::{Analysis, Document};
pub use date::iso::parse as day;

use crate::reading::Reading;
use crate::tag::{ModelTagger, Tagger};

/// The grammar of an article as CoNLL-U, the format of Universal Dependencies: tokens, lemmas, parts of speech, heads
/// and relations. MISC holds `StartChar` and `EndChar`, in code points of the text.
pub fn conllu(document: &Document) -> String {
    syntax::conllu::write(&Reading::new(document))
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
    let reading = Reading::new(document);
    let mut analysis = Analysis {
        sentences: reading.sentences.iter().map(|sentence| sentence.span).collect(),
        language: language::recognize(&document.text),
        diagnostics: document.diagnostics.clone(),
        ..Analysis::default()
    };
    analysis.diagnostics.extend(language::note(&analysis.language));

    let marks = quote::marks::pair(&reading);
    analysis.published = match options.published {
        Some(date) => Some(Published { date: date.to_string(), span: None }),
        None => date::publication(&reading),
    };
    let published = analysis.published.as_ref().and_then(|published| date::iso::parse(&published.date));
    analysis.dates = date::find(&reading, &marks, published);
    let mut names = ModelTagger.names(&reading);
    names.extend(date::names(&reading, &analysis.dates));
    names.extend(amount::find(&reading, &analysis.dates));
    let names = tag::without_overlaps(names);
    analysis.entities = entity::join(&reading, &names);
    coref::resolve(&reading, &marks, &mut analysis.entities);
    if watch(Stage::Names, &analysis).is_break() {
        return analysis;
    }

    let (quotes, oddities) = quote::attribute(&reading, &marks, &analysis.entities);
    analysis.quotes = quotes;
    analysis.diagnostics.extend(oddities);
    if watch(Stage::Quotes, &analysis).is_break() {
        return analysis;
    }

    analysis.keyphrases = keyword::phrases(&reading, &analysis.entities);
    analysis.summary = summary::choose(&reading, &analysis.entities, &analysis.keyphrases, options.summary);
    analysis.figures = figure::read(&reading, &analysis.entities);
    analysis.facts = facts::answer(&reading, &marks, &analysis.entities, &analysis.dates, &analysis.summary);
    // Whoever watches has seen everything by now, so there is nothing left to end early.
    let _ = watch(Stage::Done, &analysis);
    analysis
}
