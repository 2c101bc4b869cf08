//! The phases one at a time, so that benchmarks can time each alone. Nothing else has a use for them:
//! [`analyze`](crate::analyze) tells what they are and in which order they run.

use analysis::{Date, Document, Entity, KeyPhrase, SummarySentence};

use crate::quote::marks::Marks;
use crate::reading::Reading;
use crate::tag::{ModelTagger, Name, Tagger};
use crate::{amount, coref, date, entity, facts, figure, keyword, language, quote, summary, tag};

/// An article with what each phase finds in it, so that any of them can run again.
pub struct Prepared<'a> {
    document: &'a Document,
    reading: Reading<'a>,
    marks: Marks,
    dates: Vec<Date>,
    names: Vec<Name>,
    entities: Vec<Entity>,
    keyphrases: Vec<KeyPhrase>,
    summary: Vec<SummarySentence>,
}

/// The tagger alone: tokens, sentences and names. Gives how many tokens and names it found.
pub fn tagger(document: &Document) -> (usize, usize) {
    let reading = Reading::new(document);
    (reading.tokens.len(), ModelTagger.names(&reading).len())
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    Language,
    Sentences,
    Marks,
    Dates,
    Names,
    Figures,
    Entities,
    Coreference,
    Quotes,
    KeyPhrases,
    Summary,
    Values,
    Facts,
}

impl Phase {
    pub const ALL: [Phase; 13] = [
        Phase::Language,
        Phase::Sentences,
        Phase::Marks,
        Phase::Dates,
        Phase::Names,
        Phase::Figures,
        Phase::Entities,
        Phase::Coreference,
        Phase::Quotes,
        Phase::KeyPhrases,
        Phase::Summary,
        Phase::Values,
        Phase::Facts,
    ];
}

impl<'a> Prepared<'a> {
    pub fn new(document: &'a Document) -> Self {
        let reading = Reading::new(document);
        let marks = quote::marks::pair(&reading);
        let dates = date::find(&reading, &marks, None);
        let mut names = ModelTagger.names(&reading);
        names.extend(date::names(&reading, &dates));
        names.extend(amount::find(&reading, &dates));
        let names = tag::without_overlaps(names);
        let mut entities = entity::join(&reading, &names);
        coref::resolve(&reading, &marks, &mut entities);
        let keyphrases = keyword::phrases(&reading, &entities);
        let summary = summary::choose(&reading, &entities, &keyphrases, 10);
        Prepared { document, reading, marks, dates, names, entities, keyphrases, summary }
    }

    /// Runs one phase again and gives how much it found, so that no compiler leaves it out.
    pub fn run(&self, phase: Phase) -> usize {
        let Prepared { document, reading, marks, dates, names, entities, keyphrases, summary } = self;
        match phase {
            Phase::Language => language::recognize(&document.text).code.len(),
            Phase::Sentences => Reading::new(document).sentences.len(),
            Phase::Marks => usize::from(quote::marks::pair(reading).around(0).is_some()),
            Phase::Dates => date::find(reading, marks, None).len(),
            Phase::Names => ModelTagger.names(reading).len(),
            Phase::Figures => amount::find(reading, dates).len(),
            Phase::Entities => entity::join(reading, names).len(),
            Phase::Coreference => {
                let mut entities = entities.clone();
                coref::resolve(reading, marks, &mut entities);
                entities.len()
            }
            Phase::Quotes => quote::attribute(reading, marks, entities).0.len(),
            Phase::KeyPhrases => keyword::phrases(reading, entities).len(),
            Phase::Summary => summary::choose(reading, entities, keyphrases, 10).len(),
            Phase::Values => figure::read(reading, entities).len(),
            Phase::Facts => facts::answer(reading, marks, entities, dates, summary).who.len(),
        }
    }
}
