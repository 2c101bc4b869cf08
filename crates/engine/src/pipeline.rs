//! The engine as a list of named components: which they are, what each needs, and what it adds.
//!
//! [`PIPELINE`] is the one place that says in which order an article is read. [`analyze`](crate::analyze) walks it,
//! and so do `explore explain` and the benchmarks, which time each component alone on an article that was read before. A component reads
//! what earlier ones have put into the [`State`], and replaces what it has put there itself, so that it can run again.

use analysis::{Analysis, Diagnostic, Document, Entity, Published};

use crate::amount::Amount;
use crate::doc::Doc;
use crate::explain::trace::Trace;
use crate::ner::Name;
use crate::quote::marks::Marks;
use crate::{Options, Stage};
use crate::{amount, coref, date, entity, facts, figure, keyword, language, ner, quote, salience, summary};

/// What components add to an article: its layers of annotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layer {
    Language,
    Tokens,
    Sentences,
    /// Parts of speech, heads and relations.
    Grammar,
    QuotationMarks,
    Published,
    Dates,
    Names,
    Amounts,
    /// Names joined by what they mean.
    Entities,
    Roles,
    /// Pronouns and titles, given to the entities.
    Mentions,
    Quotes,
    KeyPhrases,
    Summary,
    Figures,
    FiveWs,
}

/// One step of the analysis.
pub(crate) struct Component {
    pub name: &'static str,
    /// What must be there before it runs.
    pub needs: &'static [Layer],
    pub adds: &'static [Layer],
    /// The first stage that shows what it adds.
    pub stage: Stage,
    pub run: fn(&mut State),
}

/// Every component, in the order they run.
pub(crate) const PIPELINE: &[Component] = &[
    Component {
        name: "language",
        needs: &[],
        adds: &[Layer::Language],
        stage: Stage::Names,
        run: |state| {
            state.analysis.language = language::recognize(state.doc.text);
            state.note = language::note(&state.analysis.language);
        },
    },
    Component {
        name: "tokenizer",
        needs: &[],
        adds: &[Layer::Tokens],
        stage: Stage::Names,
        run: |state| state.doc.tokenize(),
    },
    Component {
        name: "sentence splitter",
        needs: &[Layer::Tokens],
        adds: &[Layer::Sentences],
        stage: Stage::Names,
        run: |state| {
            state.doc.split_sentences();
            state.analysis.sentences = state.doc.sentences.iter().map(|sentence| sentence.span).collect();
        },
    },
    // The part-of-speech tagger and the dependency parser, which share the words of each sentence.
    Component {
        name: "tagger and parser",
        needs: &[Layer::Tokens, Layer::Sentences],
        adds: &[Layer::Grammar],
        stage: Stage::Names,
        run: |state| state.doc.parse(),
    },
    Component {
        name: "quotation marks",
        needs: &[Layer::Tokens, Layer::Sentences],
        adds: &[Layer::QuotationMarks],
        stage: Stage::Names,
        run: |state| state.marks = quote::marks::pair(&state.doc),
    },
    Component {
        name: "publication date",
        needs: &[Layer::Tokens, Layer::Sentences],
        adds: &[Layer::Published],
        stage: Stage::Names,
        run: |state| {
            state.analysis.published = match state.options.published {
                Some(date) => Some(Published { date: date.to_string(), span: None }),
                // What the file states is believed before what its words say.
                None => date::stated(&state.doc.document.stated).or_else(|| date::publication(&state.doc)),
            };
        },
    },
    Component {
        name: "dates",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Grammar, Layer::QuotationMarks, Layer::Published],
        adds: &[Layer::Dates],
        stage: Stage::Names,
        run: |state| {
            let published = state.analysis.published.as_ref();
            let published = published.and_then(|published| date::iso::parse(&published.date));
            state.analysis.dates = date::find(&state.doc, &state.marks, published, &mut state.trace);
        },
    },
    // Named entity recognition (NER).
    Component {
        name: "named entities",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Grammar],
        adds: &[Layer::Names],
        stage: Stage::Names,
        run: |state| state.names = ner::names(&state.doc, &mut state.trace),
    },
    Component {
        name: "amounts",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Grammar, Layer::Dates],
        adds: &[Layer::Amounts],
        stage: Stage::Names,
        run: |state| state.amounts = amount::find(&state.doc, &state.analysis.dates),
    },
    Component {
        name: "entity linking",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Dates, Layer::Names, Layer::Amounts],
        adds: &[Layer::Entities],
        stage: Stage::Names,
        run: |state| {
            let mut names = state.names.clone();
            names.extend(date::names(&state.doc, &state.analysis.dates));
            names.extend(amount::names(&state.amounts));
            state.linked = entity::link(&state.doc, &ner::without_overlaps(names), &mut state.trace);
        },
    },
    Component {
        name: "roles",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Grammar, Layer::Entities],
        adds: &[Layer::Roles],
        stage: Stage::Names,
        run: |state| entity::read_roles(&state.doc, &mut state.linked, &mut state.trace),
    },
    Component {
        name: "coreference",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::QuotationMarks, Layer::Entities, Layer::Roles],
        adds: &[Layer::Mentions],
        stage: Stage::Names,
        run: |state| {
            state.analysis.entities.clone_from(&state.linked);
            coref::resolve(&state.doc, &state.marks, &mut state.analysis.entities, &mut state.trace);
            // With all mentions there, it can be told whom the article is about.
            salience::weigh(&state.doc, &mut state.analysis.entities);
        },
    },
    Component {
        name: "attribution",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Grammar, Layer::QuotationMarks, Layer::Mentions],
        adds: &[Layer::Quotes],
        stage: Stage::Quotes,
        run: |state| {
            (state.analysis.quotes, state.oddities) =
                quote::attribute(&state.doc, &state.marks, &state.analysis.entities, &mut state.trace);
        },
    },
    Component {
        name: "key phrases",
        needs: &[
            Layer::Tokens,
            Layer::Sentences,
            Layer::Grammar,
            Layer::QuotationMarks,
            Layer::Roles,
            Layer::Mentions,
            Layer::Quotes,
        ],
        adds: &[Layer::KeyPhrases],
        stage: Stage::Done,
        run: |state| {
            state.analysis.keyphrases =
                keyword::phrases(&state.doc, &state.marks, &state.analysis.entities, &state.analysis.quotes)
        },
    },
    Component {
        name: "summary",
        needs: &[
            Layer::Tokens,
            Layer::Sentences,
            Layer::Grammar,
            Layer::QuotationMarks,
            Layer::Roles,
            Layer::Mentions,
            Layer::KeyPhrases,
        ],
        adds: &[Layer::Summary],
        stage: Stage::Done,
        run: |state| {
            let Analysis { entities, keyphrases, .. } = &state.analysis;
            state.analysis.summary = summary::choose(
                &state.doc,
                &state.marks,
                entities,
                keyphrases,
                state.options.summary,
                &mut state.trace,
            );
        },
    },
    Component {
        name: "figures",
        needs: &[Layer::Tokens, Layer::Sentences, Layer::Grammar, Layer::Amounts, Layer::Mentions],
        adds: &[Layer::Figures],
        stage: Stage::Done,
        run: |state| {
            state.analysis.figures = figure::read(&state.doc, &state.amounts, &state.analysis.entities);
        },
    },
    Component {
        name: "five Ws",
        needs: &[
            Layer::Tokens,
            Layer::Sentences,
            Layer::Grammar,
            Layer::QuotationMarks,
            Layer::Published,
            Layer::Dates,
            Layer::Mentions,
            Layer::Summary,
        ],
        adds: &[Layer::FiveWs],
        stage: Stage::Done,
        run: |state| {
            let Analysis { entities, dates, summary, published, .. } = &state.analysis;
            let published = published.as_ref().and_then(|published| date::iso::parse(&published.date));
            state.analysis.facts =
                facts::answer(&state.doc, &state.marks, entities, dates, summary, published);
        },
    },
];

/// The components that these layers need, in order; none of the others runs.
pub(crate) fn needed_for(layers: &[Layer]) -> impl Iterator<Item = &'static Component> + use<> {
    let mut wanted = layers.to_vec();
    let mut needed = Vec::new();
    for component in PIPELINE.iter().rev() {
        if component.adds.iter().any(|layer| wanted.contains(layer)) {
            wanted.extend_from_slice(component.needs);
            needed.push(component);
        }
    }
    needed.into_iter().rev()
}

/// An article with all that has been found in it so far.
pub(crate) struct State<'a> {
    pub options: &'a Options,
    pub doc: Doc<'a>,
    pub marks: Marks,
    /// What named entity recognition found.
    pub names: Vec<Name>,
    pub amounts: Vec<Amount>,
    /// The entities by their names alone. Those of the analysis have their pronouns too.
    pub linked: Vec<Entity>,
    /// The analysis, but for its diagnostics; see [`State::shown`].
    pub analysis: Analysis,
    /// What was decided, if anybody wants to know.
    pub trace: Trace,
    /// That the article is in another language.
    note: Option<Diagnostic>,
    /// What is odd about the quotation marks.
    oddities: Vec<Diagnostic>,
}

impl<'a> State<'a> {
    /// An article of which nothing is known.
    pub fn new(document: &'a Document, options: &'a Options) -> State<'a> {
        State {
            options,
            doc: Doc::unread(document),
            marks: Marks::default(),
            names: Vec::new(),
            amounts: Vec::new(),
            linked: Vec::new(),
            analysis: Analysis::default(),
            trace: Trace::off(),
            note: None,
            oddities: Vec::new(),
        }
    }

    /// The analysis as far as it is, with its diagnostics.
    pub fn shown(&mut self) -> &Analysis {
        let of_document = self.doc.document.diagnostics.iter();
        self.analysis.diagnostics = of_document.chain(&self.note).chain(&self.oddities).cloned().collect();
        &self.analysis
    }
}

/// The name of every component, in order.
pub fn names() -> impl Iterator<Item = &'static str> {
    PIPELINE.iter().map(|component| component.name)
}

/// An article that has been through the whole pipeline, so that a benchmark can run any component again.
pub struct Prepared<'a>(State<'a>);

impl<'a> Prepared<'a> {
    pub fn new(document: &'a Document, options: &'a Options) -> Self {
        let mut state = State::new(document, options);
        PIPELINE.iter().for_each(|component| (component.run)(&mut state));
        Prepared(state)
    }

    /// Runs the component of this name again, if there is one.
    pub fn run(&mut self, name: &str) {
        if let Some(component) = PIPELINE.iter().find(|component| component.name == name) {
            (component.run)(&mut self.0);
        }
    }
}

/// Tokens, sentences, parts of speech and names, and nothing else; gives how many tokens and names there are. For
/// timing beside libraries that do as much.
pub fn find_names(document: &Document) -> (usize, usize) {
    let options = Options::default();
    let mut state = State::new(document, &options);
    needed_for(&[Layer::Grammar, Layer::Names]).for_each(|component| (component.run)(&mut state));
    (state.doc.tokens.len(), state.names.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_component_needs_is_added_before_it() {
        let mut there: Vec<Layer> = Vec::new();
        for component in PIPELINE {
            for layer in component.needs {
                assert!(there.contains(layer), "{} needs {layer:?}", component.name);
            }
            for layer in component.adds {
                assert!(!there.contains(layer), "{} adds {layer:?} a second time", component.name);
                there.push(*layer);
            }
        }
    }

    #[test]
    fn names_are_unique_and_stages_in_order() {
        for (at, component) in PIPELINE.iter().enumerate() {
            assert!(!component.adds.is_empty(), "{} adds nothing", component.name);
            assert!(PIPELINE[..at].iter().all(|other| other.name != component.name), "{}", component.name);
        }
        assert!(PIPELINE.is_sorted_by_key(|component| component.stage));
        assert_eq!(PIPELINE.last().unwrap().stage, Stage::Done);
    }

    #[test]
    fn a_component_runs_with_only_what_it_needs_and_again_with_the_same_result() {
        let document = Document::from_paragraphs(
            "Mayor Ana Ruiz opened the bridge on Monday because the old one was falling. “We waited ten years,” she said. \
             Ira Pell, an engineer, built it for $3 million. Mr Pell said it would last.",
        );
        let options = Options::default();
        let mut prepared = Prepared::new(&document, &options);
        let whole = prepared.0.shown().clone();
        assert!(
            whole.entities.len() > 2 && whole.quotes.len() > 1 && whole.facts.why.is_some(),
            "{whole:#?}"
        );
        for name in names() {
            prepared.run(name);
            assert_eq!(prepared.0.shown(), &whole, "{name} ran again");
        }
        for component in PIPELINE {
            let mut state = State::new(&document, &options);
            needed_for(component.adds).for_each(|component| (component.run)(&mut state));
            let found = state.shown();
            let same = match component.adds {
                [Layer::Language] => found.language == whole.language,
                [Layer::Sentences] => found.sentences == whole.sentences,
                [Layer::Published] => found.published == whole.published,
                [Layer::Dates] => found.dates == whole.dates,
                [Layer::Mentions] => found.entities == whole.entities,
                [Layer::Quotes] => found.quotes == whole.quotes,
                [Layer::KeyPhrases] => found.keyphrases == whole.keyphrases,
                [Layer::Summary] => found.summary == whole.summary,
                [Layer::Figures] => found.figures == whole.figures,
                [Layer::FiveWs] => found.facts == whole.facts,
                [Layer::Names] => state.names == prepared.0.names,
                [Layer::Amounts] => state.amounts == prepared.0.amounts,
                [Layer::QuotationMarks] => state.marks == prepared.0.marks,
                _ => true,
            };
            assert!(same, "{} needs more than it says", component.name);
        }
    }
}
