//! Every form an article and its analysis can be taken away in, by one name: for the page's menu and for the
//! command's `--format`. Both write through here, so that both give the same bytes.

use analysis::{Analysis, Document};

use crate::bibliography::{self, EntryKeys};
use crate::{annotations, conll, csv, html, json, labelled, markdown};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    Json,
    Markdown,
    Html,
    CsvQuotes,
    CsvEntities,
    CsvMentions,
    CsvFigures,
    CsvDates,
    CsvNotes,
    CslJson,
    Ris,
    Bibtex,
    WebAnnotations,
    Conll,
    JsonlSpacy,
    JsonlDoccano,
}

impl Format {
    /// In the order of a menu.
    pub const ALL: [Format; 16] = [
        Format::Json,
        Format::Markdown,
        Format::Html,
        Format::CsvQuotes,
        Format::CsvEntities,
        Format::CsvMentions,
        Format::CsvFigures,
        Format::CsvDates,
        Format::CsvNotes,
        Format::CslJson,
        Format::Ris,
        Format::Bibtex,
        Format::WebAnnotations,
        Format::Conll,
        Format::JsonlSpacy,
        Format::JsonlDoccano,
    ];

    /// The name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "markdown",
            Format::Html => "html",
            Format::CsvQuotes => "csv-quotes",
            Format::CsvEntities => "csv-entities",
            Format::CsvMentions => "csv-mentions",
            Format::CsvFigures => "csv-figures",
            Format::CsvDates => "csv-dates",
            Format::CsvNotes => "csv-notes",
            Format::CslJson => "csl-json",
            Format::Ris => "ris",
            Format::Bibtex => "bibtex",
            Format::WebAnnotations => "web-annotations",
            Format::Conll => "conll",
            Format::JsonlSpacy => "jsonl-spacy",
            Format::JsonlDoccano => "jsonl-doccano",
        }
    }

    pub fn from_key(key: &str) -> Option<Format> {
        Format::ALL.into_iter().find(|format| format.key() == key)
    }

    /// The name in a menu.
    pub fn label(self) -> &'static str {
        match self {
            Format::Json => "JSON",
            Format::Markdown => "Markdown",
            Format::Html => "Web page",
            Format::CsvQuotes => "Quotes, CSV",
            Format::CsvEntities => "Entities, CSV",
            Format::CsvMentions => "Mentions, CSV",
            Format::CsvFigures => "Figures, CSV",
            Format::CsvDates => "Dates, CSV",
            Format::CsvNotes => "Your notes, CSV",
            Format::CslJson => "CSL-JSON",
            Format::Ris => "RIS",
            Format::Bibtex => "BibTeX",
            Format::WebAnnotations => "Web Annotations",
            Format::Conll => "CoNLL",
            Format::JsonlSpacy => "JSON Lines, spaCy",
            Format::JsonlDoccano => "JSON Lines, Doccano",
        }
    }

    /// What it is good for, in one short phrase.
    pub fn hint(self) -> &'static str {
        match self {
            Format::Json => "everything found; opens here again",
            Format::Markdown => "a brief: people, quotes, summary",
            Format::Html => "the marked article, to read or print",
            Format::CsvQuotes => "who said what, for a spreadsheet",
            Format::CsvEntities => "who and what is named, for a spreadsheet",
            Format::CsvMentions => "each place where a name stands",
            Format::CsvFigures => "each amount as a value, with its sentence",
            Format::CsvDates => "each date as a value and in words",
            Format::CsvNotes => "words you marked and what you wrote",
            Format::CslJson => "the article, for Zotero and other managers",
            Format::Ris => "the article, for EndNote and others",
            Format::Bibtex => "the article, for LaTeX",
            Format::WebAnnotations => "the W3C's JSON-LD, for annotation tools",
            Format::Conll => "a word a line, with its name tag",
            Format::JsonlSpacy => "text and spans, also for Prodigy",
            Format::JsonlDoccano => "text and labels",
        }
    }

    /// The end of a file's name, without its dot.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Json => "json",
            Format::Markdown => "md",
            Format::Html => "html",
            Format::CsvQuotes => "quotes.csv",
            Format::CsvEntities => "entities.csv",
            Format::CsvMentions => "mentions.csv",
            Format::CsvFigures => "figures.csv",
            Format::CsvDates => "dates.csv",
            Format::CsvNotes => "notes.csv",
            Format::CslJson => "csl.json",
            Format::Ris => "ris",
            Format::Bibtex => "bib",
            Format::WebAnnotations => "annotations.jsonld",
            Format::Conll => "conll",
            Format::JsonlSpacy => "spacy.jsonl",
            Format::JsonlDoccano => "doccano.jsonl",
        }
    }

    /// The media type; the charset is UTF-8 in each.
    pub fn mime(self) -> &'static str {
        match self {
            Format::Json => "application/json",
            Format::Markdown => "text/markdown",
            Format::Html => "text/html",
            Format::CsvQuotes
            | Format::CsvEntities
            | Format::CsvMentions
            | Format::CsvFigures
            | Format::CsvDates
            | Format::CsvNotes => "text/csv",
            Format::CslJson => "application/vnd.citationstyles.csl+json",
            Format::Ris => "application/x-research-info-systems",
            Format::Bibtex => "application/x-bibtex",
            Format::WebAnnotations => "application/ld+json",
            Format::Conll => "text/plain",
            Format::JsonlSpacy | Format::JsonlDoccano => "application/jsonl",
        }
    }
}

/// The whole of a file in this format, with its last line end. `id` is what the article is called in it.
pub fn write(format: Format, id: &str, document: &Document, analysis: &Analysis) -> String {
    let mut writer = Writer::new(format);
    writer.add(id, document, analysis) + writer.end()
}

/// Writes a file of one article or of many, an article at a time.
pub struct Writer {
    format: Format,
    is_begun: bool,
    /// What the entries of a bibliography are called: two of one name would be one to a reference manager.
    keys: EntryKeys,
}

impl Writer {
    pub fn new(format: Format) -> Writer {
        Writer { format, is_begun: false, keys: EntryKeys::default() }
    }

    /// What the article adds to the file. A table's head stands in front of the first one only, a comma or an empty line
    /// between two where the format has one.
    pub fn add(&mut self, id: &str, document: &Document, analysis: &Analysis) -> String {
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        let table = |head: String, rows: String| if is_first { head + &rows } else { rows };
        let apart = |first: &str, next: &str, words: String| {
            (if is_first { first } else { next }).to_owned() + &words
        };
        match self.format {
            Format::CsvQuotes => table(csv::head(csv::QUOTES), csv::quotes(id, document, analysis)),
            Format::CsvEntities => table(csv::head(csv::ENTITIES), csv::entities(id, document, analysis)),
            Format::CsvMentions => table(csv::head(csv::MENTIONS), csv::mentions(id, document, analysis)),
            Format::CsvFigures => table(csv::head(csv::FIGURES), csv::figures(id, document, analysis)),
            Format::CsvDates => table(csv::head(csv::DATES), csv::dates(id, document, analysis)),
            Format::CsvNotes => table(csv::head(csv::NOTES), csv::notes(id, document, analysis)),
            Format::CslJson => {
                apart("[\n", ",\n", bibliography::csl_item(id, &mut self.keys, document, analysis))
            }
            Format::Ris => bibliography::ris(id, &mut self.keys, document, analysis),
            Format::Bibtex => bibliography::bibtex(id, &mut self.keys, document, analysis),
            Format::Json => line(json(id, document, analysis)),
            Format::Markdown => apart("", "\n", markdown(document, analysis)),
            Format::Html => html::page(id, document, analysis),
            Format::WebAnnotations => line(annotations::collection(id, document, analysis)),
            Format::Conll => conll::columns(document, analysis),
            Format::JsonlSpacy => line(labelled::spacy(id, document, analysis)),
            Format::JsonlDoccano => line(labelled::doccano(id, document, analysis)),
        }
    }

    /// What ends the file, after its last article; nothing where there was none.
    pub fn end(&self) -> &'static str {
        if self.format == Format::CslJson && self.is_begun { "\n]\n" } else { "" }
    }
}

fn line(mut words: String) -> String {
    words.push('\n');
    words
}
