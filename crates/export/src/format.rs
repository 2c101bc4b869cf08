//! Every form an article and its analysis can be taken away in, by one name: for the page's menu and for the
//! command's `--format`. Both write through here, so that both give the same bytes.

use analysis::{Analysis, Document};

use crate::{annotations, bibliography, conll, csv, html, json, labelled, markdown};

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
    write_first(format, id, document, analysis) + end(format)
}

/// The first article of a file that may get more of them: [`write_next`] writes those, and [`end`] ends the file.
pub fn write_first(format: Format, id: &str, document: &Document, analysis: &Analysis) -> String {
    match format {
        Format::CsvQuotes => csv::head(csv::QUOTES) + &csv::quotes(id, document, analysis),
        Format::CsvEntities => csv::head(csv::ENTITIES) + &csv::entities(id, document, analysis),
        Format::CsvMentions => csv::head(csv::MENTIONS) + &csv::mentions(id, document, analysis),
        Format::CsvFigures => csv::head(csv::FIGURES) + &csv::figures(id, document, analysis),
        Format::CsvDates => csv::head(csv::DATES) + &csv::dates(id, document, analysis),
        Format::CsvNotes => csv::head(csv::NOTES) + &csv::notes(id, document, analysis),
        Format::CslJson => format!("[\n{}", bibliography::csl_item(id, document, analysis)),
        Format::Ris => bibliography::ris(id, document, analysis),
        Format::Bibtex => bibliography::bibtex(id, document, analysis),
        Format::Json => line(json(id, document, analysis)),
        Format::Markdown => markdown(document, analysis),
        Format::Html => html::page(id, document, analysis),
        Format::WebAnnotations => line(annotations::collection(id, document, analysis)),
        Format::Conll => conll::columns(document, analysis),
        Format::JsonlSpacy => line(labelled::spacy(id, document, analysis)),
        Format::JsonlDoccano => line(labelled::doccano(id, document, analysis)),
    }
}

/// What ends a file, after its last article.
pub fn end(format: Format) -> &'static str {
    if format == Format::CslJson { "\n]\n" } else { "" }
}

/// What follows the articles that are already in a file: the same as [`write_first`], but for a table's head, which stands
/// in a file once, for the comma in a list, and for the empty line before a second brief.
pub fn write_next(format: Format, id: &str, document: &Document, analysis: &Analysis) -> String {
    match format {
        Format::CsvQuotes => csv::quotes(id, document, analysis),
        Format::CsvEntities => csv::entities(id, document, analysis),
        Format::CsvMentions => csv::mentions(id, document, analysis),
        Format::CsvFigures => csv::figures(id, document, analysis),
        Format::CsvDates => csv::dates(id, document, analysis),
        Format::CsvNotes => csv::notes(id, document, analysis),
        Format::CslJson => format!(",\n{}", bibliography::csl_item(id, document, analysis)),
        Format::Markdown => format!("\n{}", markdown(document, analysis)),
        _ => write_first(format, id, document, analysis),
    }
}

fn line(mut words: String) -> String {
    words.push('\n');
    words
}
