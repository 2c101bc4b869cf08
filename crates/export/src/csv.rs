//! Quotes, entities, mentions, figures and dates as tables, for spreadsheets and scripts: CSV as RFC 4180 has it, a CRLF after each row.
//!
//! A file begins with a byte order mark: without one, Excel reads UTF-8 as the system's old encoding. Python reads it
//! as `utf-8-sig`, and R and pandas drop it by themselves. A cell that a spreadsheet would run as a formula gets an
//! apostrophe before it (OWASP, "CSV Injection"). Words stand on one line, so that a row is a line of the file; places
//! count code points of the article's text, as in the analysis document.

use analysis::plain::Who;
use analysis::{Analysis, Document, Span, plain};
use text::Offsets;

use crate::article::{Cast, one_line, words};
use crate::details::{Author, details};

pub const QUOTES: [&str; 23] = [
    "article",
    "quote",
    "kind",
    "words",
    "speaker",
    "speaker_words",
    "speaker_entity",
    "role",
    "cue",
    "confidence",
    "why",
    "start",
    "end",
    "segments",
    "parts",
    "polarity",
    "sense",
    "note",
    "title",
    "authors",
    "site",
    "published",
    "url",
];

pub const ENTITIES: [&str; 11] =
    ["article", "entity", "type", "name", "role", "mentions", "quotes", "aliases", "first", "start", "end"];

pub const MENTIONS: [&str; 9] =
    ["article", "entity", "type", "name", "words", "kind", "start", "end", "sentence"];

pub const FIGURES: [&str; 12] = [
    "article", "words", "kind", "least", "greatest", "unit", "counted", "change", "against", "start", "end",
    "sentence",
];

pub const DATES: [&str; 8] = ["article", "words", "type", "value", "in_words", "start", "end", "sentence"];

pub const NOTES: [&str; 11] =
    ["article", "words", "note", "start", "end", "sentence", "title", "authors", "site", "published", "url"];

/// What a file begins with: the mark of its encoding and the names of its columns.
pub fn head<const N: usize>(columns: [&str; N]) -> String {
    let mut out = "\u{feff}".to_owned();
    row(&mut out, columns.map(str::to_owned));
    out
}

/// A row for each quote, in the order of the text. `start` and `end` span the whole quote; where it is split or
/// carried over paragraphs, `segments` is more than 1, and `parts` names the place of each
/// (`402..426`: what spreadsheets would take for a time or a date is written otherwise). `note` tells in words of
/// a quote that was not said, or is no speech.
pub fn quotes(id: &str, document: &Document, analysis: &Analysis) -> String {
    let (places, cast) = (Places::of(document), Cast::of(analysis));
    let source = source(document, analysis);
    let mut out = String::new();
    for quote in &analysis.quotes {
        let part_places: Vec<String> = quote.segments.iter().map(|&part| places.both(part)).collect();
        let entity = cast.speaking(quote);
        let said_by = quote.speaker.map(|speaker| words(document, speaker.span)).unwrap_or_default();
        let whole = quote.segments.iter().copied().reduce(Span::join);
        let cells: [String; QUOTES.len()] = [
            id.to_owned(),
            format!("q{}", quote.id),
            quote.kind.name().to_owned(),
            plain::quoted(&document.text, quote),
            match (entity, Who::of(quote, &document.text)) {
                (Some(entity), _) => entity.name.clone(),
                (None, Who::Nobody) => String::new(),
                (None, _) => said_by.clone(),
            },
            said_by,
            entity.map(|entity| format!("e{}", entity.id.0)).unwrap_or_default(),
            entity.and_then(|entity| entity.role.as_ref()).map(|role| role.text.clone()).unwrap_or_default(),
            quote.cue.map(|cue| words(document, cue)).unwrap_or_default(),
            format!("{:.2}", quote.confidence),
            quote.why.clone(),
            whole.map(|span| places.start(span)).unwrap_or_default(),
            whole.map(|span| places.end(span)).unwrap_or_default(),
            quote.segments.len().to_string(),
            part_places.join(" "),
            quote.polarity.name().to_owned(),
            quote.sense.name().to_owned(),
            quote.note().unwrap_or_default().to_owned(),
            source[0].clone(),
            source[1].clone(),
            source[2].clone(),
            source[3].clone(),
            source[4].clone(),
        ];
        row(&mut out, cells);
    }
    out
}

/// A row for each entity, in the order of first mentions; `first`, `start` and `end` are where that is.
pub fn entities(id: &str, document: &Document, analysis: &Analysis) -> String {
    let (places, cast) = (Places::of(document), Cast::of(analysis));
    let mut spoken = std::collections::HashMap::new();
    for entity in analysis.quotes.iter().filter_map(|quote| cast.speaking(quote)) {
        *spoken.entry(entity.id).or_insert(0_usize) += 1;
    }
    let mut out = String::new();
    for entity in &analysis.entities {
        let aliases: Vec<String> = entity
            .aliases
            .iter()
            .map(|alias| format!("{} ×{} ({})", one_line(&alias.text), alias.count, alias.why.name()))
            .collect();
        let first = entity.mentions.first().map(|mention| mention.span);
        let cells: [String; ENTITIES.len()] = [
            id.to_owned(),
            format!("e{}", entity.id.0),
            entity.kind.name().to_owned(),
            entity.name.clone(),
            entity.role.as_ref().map(|role| role.text.clone()).unwrap_or_default(),
            entity.mentions.len().to_string(),
            spoken.get(&entity.id).copied().unwrap_or(0).to_string(),
            aliases.join("; "),
            first.map(|span| words(document, span)).unwrap_or_default(),
            first.map(|span| places.start(span)).unwrap_or_default(),
            first.map(|span| places.end(span)).unwrap_or_default(),
        ];
        row(&mut out, cells);
    }
    out
}

/// A row for each mention of each entity, in the order of the text, with the sentence it begins in.
pub fn mentions(id: &str, document: &Document, analysis: &Analysis) -> String {
    let places = Places::of(document);
    let mut all: Vec<_> = analysis
        .entities
        .iter()
        .flat_map(|entity| entity.mentions.iter().map(move |mention| (mention, entity)))
        .collect();
    all.sort_by_key(|(mention, entity)| (mention.span, entity.id));
    let mut out = String::new();
    for (mention, entity) in all {
        let cells: [String; MENTIONS.len()] = [
            id.to_owned(),
            format!("e{}", entity.id.0),
            entity.kind.name().to_owned(),
            entity.name.clone(),
            words(document, mention.span),
            mention.kind.name().to_owned(),
            places.start(mention.span),
            places.end(mention.span),
            sentence_of(analysis, mention.span).map(|span| words(document, span)).unwrap_or_default(),
        ];
        row(&mut out, cells);
    }
    out
}

/// A row for each figure, in the order of the text; `least` and `greatest` differ where it is a range, and are empty
/// where nobody counted ("dozens").
pub fn figures(id: &str, document: &Document, analysis: &Analysis) -> String {
    let places = Places::of(document);
    let said = |span: Option<Span>| span.map_or(String::new(), |span| words(document, span));
    let mut out = String::new();
    for figure in &analysis.figures {
        let (least, greatest) = figure.value.map_or((None, None), |(low, high)| (Some(low), Some(high)));
        let number = |value: Option<f64>| value.map_or(String::new(), |value| value.to_string());
        let cells: [String; FIGURES.len()] = [
            id.to_owned(),
            words(document, figure.span),
            figure.kind.name().to_owned(),
            number(least),
            number(greatest),
            figure.unit.clone(),
            said(figure.of),
            figure.change.map_or(String::new(), |change| change.name().to_owned()),
            said(figure.against),
            places.start(figure.span),
            places.end(figure.span),
            said(sentence_of(analysis, figure.span)),
        ];
        row_with_numbers(&mut out, cells, &[3, 4]);
    }
    out
}

/// A row for each date, time, length and repetition, in the order of the text, with its value as ISO 8601 or TIMEX3 and in
/// words; both are empty where it is not known.
pub fn dates(id: &str, document: &Document, analysis: &Analysis) -> String {
    let places = Places::of(document);
    let mut out = String::new();
    for date in &analysis.dates {
        let cells: [String; DATES.len()] = [
            id.to_owned(),
            words(document, date.span),
            date.kind.name().to_owned(),
            date.value.clone().unwrap_or_default(),
            date.value.as_deref().map_or(String::new(), |value| plain::date(date.kind, value)),
            places.start(date.span),
            places.end(date.span),
            sentence_of(analysis, date.span).map(|span| words(document, span)).unwrap_or_default(),
        ];
        row(&mut out, cells);
    }
    out
}

/// A row for each of the reader's notes and marks, in the order of the text; `note` is empty for a mark alone.
pub fn notes(id: &str, document: &Document, analysis: &Analysis) -> String {
    let places = Places::of(document);
    let source = source(document, analysis);
    let mut out = String::new();
    for note in &analysis.notes {
        let [title, authors, site, published, url] = source.clone();
        let cells: [String; NOTES.len()] = [
            id.to_owned(),
            words(document, note.span),
            one_line(&note.words),
            places.start(note.span),
            places.end(note.span),
            sentence_of(analysis, note.span).map(|span| words(document, span)).unwrap_or_default(),
            title,
            authors,
            site,
            published,
            url,
        ];
        row(&mut out, cells);
    }
    out
}

/// Title, authors, site, day and address of the article.
fn source(document: &Document, analysis: &Analysis) -> [String; 5] {
    let details = details(document, analysis);
    let authors = details.authors.iter().map(Author::name).collect::<Vec<_>>().join("; ");
    [details.title, Some(authors), details.site, details.day, details.url].map(Option::unwrap_or_default)
}

fn sentence_of(analysis: &Analysis, span: Span) -> Option<Span> {
    let after = analysis.sentences.partition_point(|sentence| sentence.start <= span.start);
    let sentence = *analysis.sentences.get(after.checked_sub(1)?)?;
    sentence.holds(span.start as usize).then_some(sentence)
}

/// Byte spans as code points.
struct Places<'a>(Offsets<'a>);

impl<'a> Places<'a> {
    fn of(document: &'a Document) -> Self {
        Places(Offsets::new(&document.text))
    }

    fn start(&self, span: Span) -> String {
        self.0.code_point(span.start as usize).to_string()
    }

    fn end(&self, span: Span) -> String {
        self.0.code_point(span.end as usize).to_string()
    }

    fn both(&self, span: Span) -> String {
        format!("{}..{}", self.start(span), self.end(span))
    }
}

fn row<const N: usize>(out: &mut String, cells: [String; N]) {
    row_with_numbers(out, cells, &[]);
}

/// The same, where these columns are numbers of our own writing: those may begin with a minus.
fn row_with_numbers<const N: usize>(out: &mut String, cells: [String; N], numbers: &[usize]) {
    for (i, cell) in cells.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        if numbers.contains(&i) {
            out.push_str(cell);
        } else {
            push_cell(out, cell);
        }
    }
    out.push_str("\r\n");
}

/// What makes a spreadsheet run a cell, the wide forms of East Asian keyboards among it.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The cell on one line, quoted where it must be, and never a formula.
fn push_cell(out: &mut String, words: &str) {
    // What a spreadsheet may drop before it looks.
    let shown = words.trim_start_matches(|c: char| c.is_whitespace() || c.is_control());
    let guarded = words.starts_with(['\t', '\r', '\n']) || shown.starts_with(FORMULA);
    let edge = |c: Option<char>| c.is_some_and(char::is_whitespace);
    let quoted = words.contains([',', '"', ';', '\t', '\r', '\n'])
        || edge(words.chars().next())
        || edge(words.chars().next_back());
    if quoted {
        out.push('"');
    }
    if guarded {
        out.push('\'');
    }
    for c in words.chars() {
        match c {
            '"' => out.push_str("\"\""),
            // Some readers stop at a NUL, and a row is to be a line.
            c if c.is_control() => out.push(' '),
            c => out.push(c),
        }
    }
    if quoted {
        out.push('"');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(words: &str) -> String {
        let mut out = String::new();
        push_cell(&mut out, words);
        out
    }

    #[test]
    fn a_cell_is_quoted_where_it_must_be() {
        for (words, expected) in [
            ("", ""),
            ("plain", "plain"),
            ("a, b", "\"a, b\""),
            ("so “so” \"so\"", "\"so “so” \"\"so\"\"\""),
            ("two\r\nlines", "\"two  lines\""),
            ("nul\0", "nul "),
            (" edge", "\" edge\""),
            ("\u{202e}right to left", "\u{202e}right to left"),
        ] {
            assert_eq!(cell(words), expected, "{words:?}");
        }
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for (words, expected) in [
            ("=1+1", "'=1+1"),
            ("+49 30", "'+49 30"),
            ("-", "'-"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "\"' =1\""),
            ("\r=1", "\"' =1\""),
            ("  =1", "\"'  =1\""),
            ("\0=1", "' =1"),
            ("＝1", "'＝1"),
            ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""),
            ("1=1", "1=1"),
            ("’tis", "’tis"),
        ] {
            assert_eq!(cell(words), expected, "{words:?}");
        }
    }
}
