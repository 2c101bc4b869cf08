//! Text with labelled spans, an article a line, as the tools for training and labelling load it.
//!
//! Labels are the OntoNotes types of the analysis document, and places count code points. Names do not overlap in
//! either form: spaCy refuses overlapping entities, and Doccano does unless a project allows them.

use analysis::{Analysis, Document};
use serde::Serialize;
use text::Offsets;

use crate::names;

/// `{"text", "spans": [{"start", "end", "label"}], "meta": {"id"}}`, without a line end: what Prodigy reads for named
/// entities, and what spaCy's `Doc.char_span(start, end, label)` takes. Where words are glued together without a space,
/// as in "Okello.Brantham(Hale)", spaCy makes one token of several names, and gives no span for one of them unless it is
/// asked to expand it.
pub fn spacy(id: &str, document: &Document, analysis: &Analysis) -> String {
    let spans = places(document, analysis).map(|(start, end, label)| SpacySpan { start, end, label });
    // Plain data with string keys always has a JSON form.
    let line = Spacy { text: &document.text, spans: spans.collect(), meta: Meta { id } };
    serde_json::to_string(&line).unwrap_or_default()
}

/// `{"id", "text", "label": [[start, end, label]]}`, without a line end: Doccano's sequence labelling as JSONL.
pub fn doccano(id: &str, document: &Document, analysis: &Analysis) -> String {
    let line = Doccano { id, text: &document.text, label: places(document, analysis).collect() };
    serde_json::to_string(&line).unwrap_or_default()
}

/// Where each name stands, in code points, and its type.
fn places<'a>(
    document: &'a Document,
    analysis: &'a Analysis,
) -> impl Iterator<Item = (usize, usize, &'static str)> + 'a {
    let offsets = Offsets::new(&document.text);
    names::apart(&document.text, analysis).into_iter().map(move |(span, kind)| {
        let range = span.range();
        (offsets.code_point(range.start), offsets.code_point(range.end), kind.name())
    })
}

#[derive(Serialize)]
struct Spacy<'a> {
    text: &'a str,
    spans: Vec<SpacySpan>,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct SpacySpan {
    start: usize,
    end: usize,
    label: &'static str,
}

#[derive(Serialize)]
struct Meta<'a> {
    id: &'a str,
}

#[derive(Serialize)]
struct Doccano<'a> {
    id: &'a str,
    text: &'a str,
    label: Vec<(usize, usize, &'static str)>,
}
