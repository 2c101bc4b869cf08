//! What was found as W3C Web Annotations in JSON-LD (Web Annotation Data Model, Recommendation of 23 February 2017).
//!
//! A collection with one page. Each mention is an annotation that identifies, each quote one that describes with its
//! speaker and cue, each sentence of the summary one that highlights. Each points at its words twice: by position in
//! code points, and by the words themselves with what stands around them, which still finds them if the text moves.

use analysis::{Analysis, Document, Span};
use serde::Serialize;
use text::Offsets;

use crate::article::{Cast, words};

const CONTEXT: &str = "http://www.w3.org/ns/anno.jsonld";

/// Characters before and after the words in a selector by quotation.
const AROUND: usize = 32;

/// The collection on one line, without a line end. Its page is left out if there is nothing to annotate, as a page
/// must have items.
pub fn collection(id: &str, document: &Document, analysis: &Analysis) -> String {
    let writer =
        Writer { document, analysis, name: name(id, document), offsets: Offsets::new(&document.text) };
    let items = writer.annotations();
    let collection = Collection {
        context: CONTEXT,
        id: writer.iri("annotations"),
        kind: "AnnotationCollection",
        label: id,
        total: items.len(),
        first: (!items.is_empty()).then(|| Page {
            id: writer.iri("page1"),
            kind: "AnnotationPage",
            start_index: 0,
            items,
        }),
    };
    // Plain data with string keys always has a JSON form. A "<" stands in strings alone; escaped, the collection can be
    // put into the script element of a web page, which "</script" would end.
    serde_json::to_string(&collection).unwrap_or_default().replace('<', "\\u003c")
}

struct Writer<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    /// What the collection and all in it are called after.
    name: String,
    offsets: Offsets<'a>,
}

impl<'a> Writer<'a> {
    fn iri(&self, fragment: &str) -> String {
        format!("{}#{fragment}", self.name)
    }

    fn annotations(&self) -> Vec<Annotation<'a>> {
        let mut items = Vec::new();
        for entity in &self.analysis.entities {
            for (i, mention) in entity.mentions.iter().enumerate() {
                let bodies = vec![
                    Body::of("identifying", entity.name.as_str()),
                    Body::of("tagging", entity.kind.name()),
                ];
                let name = format!("e{}-{}", entity.id.0, i + 1);
                items.extend(self.annotation(name, "identifying", bodies, &[mention.span]));
            }
        }
        let cast = Cast::of(self.analysis);
        for quote in &self.analysis.quotes {
            let speaker = cast.speaker(self.document, quote);
            let mut description = match &speaker {
                Some(speaker) => format!("{} quote. Speaker: {speaker}.", quote.kind.name()),
                None => format!("{} quote. No speaker named.", quote.kind.name()),
            };
            if let Some(note) = quote.note() {
                description.push_str(&format!(" Note: {note}."));
            }
            if let Some(cue) = quote.cue {
                description.push_str(&format!(" Cue: {}.", words(self.document, cue)));
            }
            let mut bodies =
                vec![Body::of("describing", description), Body::of("tagging", quote.kind.name())];
            bodies.extend(speaker.map(|speaker| Body::of("identifying", speaker)));
            items.extend(self.annotation(format!("q{}", quote.id), "describing", bodies, &quote.segments));
        }
        for (i, note) in self.analysis.notes.iter().enumerate() {
            let (motivation, bodies) = match note.words.is_empty() {
                true => ("highlighting", Vec::new()),
                false => ("commenting", vec![Body::of("commenting", note.words.as_str())]),
            };
            items.extend(self.annotation(format!("n{}", i + 1), motivation, bodies, &[note.span]));
        }
        for (i, sentence) in self.analysis.summary.iter().enumerate() {
            let bodies = vec![Body::of("commenting", sentence.why.as_str())];
            items.extend(self.annotation(format!("s{}", i + 1), "highlighting", bodies, &[sentence.span]));
        }
        items
    }

    /// None if it would have no target: a span that is no part of the text.
    fn annotation(
        &self,
        name: String,
        motivation: &'static str,
        body: Vec<Body<'a>>,
        spans: &[Span],
    ) -> Option<Annotation<'a>> {
        let fitting = spans.iter().filter(|span| span.fits(&self.document.text));
        let target: Vec<Target> = fitting.map(|&span| self.target(span)).collect();
        (!target.is_empty()).then(|| Annotation {
            id: self.iri(&name),
            kind: "Annotation",
            motivation,
            body,
            target,
        })
    }

    fn target(&self, span: Span) -> Target {
        let text = self.document.text.as_str();
        let (before, after) = (&text[..span.range().start], &text[span.range().end..]);
        let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        Target {
            kind: "SpecificResource",
            source: self.document.stated.url.clone().unwrap_or_else(|| self.name.clone()),
            selector: [
                Selector::TextPositionSelector {
                    start: self.offsets.code_point(span.range().start),
                    end: self.offsets.code_point(span.range().end),
                },
                Selector::TextQuoteSelector {
                    exact: span.of(text).to_owned(),
                    prefix: before[from..].to_owned(),
                    suffix: after.chars().take(AROUND).collect(),
                },
            ],
        }
    }
}

/// The name of the text that is annotated: a UUID of version 8 (RFC 9562, 5.8) made of the article's name and words,
/// so that the same article is always called the same, and another never is. Its address, where it is known, is the
/// source that annotations point into.
fn name(id: &str, document: &Document) -> String {
    let bytes = id.bytes().chain([0]).chain(document.text.bytes());
    let hash = bytes.fold(FNV_BASIS, |hash, byte| (hash ^ u128::from(byte)).wrapping_mul(FNV_PRIME));
    let version_and_variant = hash & !(0xf << 76) & !(0b11 << 62) | 8 << 76 | 0b10 << 62;
    let hex = format!("{version_and_variant:032x}");
    let part = |range: std::ops::Range<usize>| hex.get(range).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0..8), part(8..12), part(12..16), part(16..20), part(20..32))
}

/// FNV-1a with 128 bits (draft-eastlake-fnv): it names, it does not protect.
const FNV_BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const FNV_PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

#[derive(Serialize)]
struct Collection<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    label: &'a str,
    total: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    first: Option<Page<'a>>,
}

#[derive(Serialize)]
struct Page<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(rename = "startIndex")]
    start_index: usize,
    items: Vec<Annotation<'a>>,
}

#[derive(Serialize)]
struct Annotation<'a> {
    id: String,
    #[serde(rename = "type")]
    kind: &'static str,
    motivation: &'static str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    body: Vec<Body<'a>>,
    target: Vec<Target>,
}

#[derive(Serialize)]
struct Body<'a> {
    #[serde(rename = "type")]
    kind: &'static str,
    purpose: &'static str,
    format: &'static str,
    value: std::borrow::Cow<'a, str>,
}

impl<'a> Body<'a> {
    fn of(purpose: &'static str, value: impl Into<std::borrow::Cow<'a, str>>) -> Self {
        Body { kind: "TextualBody", purpose, format: "text/plain", value: value.into() }
    }
}

#[derive(Serialize)]
struct Target {
    #[serde(rename = "type")]
    kind: &'static str,
    source: String,
    selector: [Selector; 2],
}

#[derive(Serialize)]
#[serde(tag = "type")]
enum Selector {
    TextPositionSelector { start: usize, end: usize },
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
}
