//! The analysis document: one JSON object that holds an article's text and everything found in it.
//!
//! Offsets count Unicode code points of `text`, as Python slices and the W3C TextPositionSelector do. They are
//! converted here and nowhere else. The same analysis gives the same bytes.

use analysis::{
    Alias, Analysis, Block, Date, Diagnostic, Document, Entity, EntityId, Facts, Figure, KeyPhrase, Mention,
    MentionKind, Polarity, Quote, Sense, Span, SummarySentence,
};
use serde::Serialize;
use text::{Offsets, Stated};

use crate::article::words;
#[cfg(feature = "schema")]
use crate::schema;

/// The name and version of the document's shape.
pub const SCHEMA: &str = "article-explorer/analysis/1";

/// The analysis document on one line, without a line end.
///
/// `id` is given back as it came, whether a file's name or a caller's number.
pub fn json(id: impl Serialize, document: &Document, analysis: &Analysis) -> String {
    let places = Places(Offsets::new(&document.text));
    let out = places.document(id, document, analysis);
    // Plain data with string keys always has a JSON form.
    serde_json::to_string(&out).unwrap_or_default()
}

/// Turns byte spans into places that count code points.
struct Places<'a>(Offsets<'a>);

impl Places<'_> {
    fn of(&self, span: Span) -> JsonSpan {
        let range = span.range();
        JsonSpan { start: self.0.code_point(range.start), end: self.0.code_point(range.end) }
    }

    fn all(&self, spans: &[Span]) -> Vec<JsonSpan> {
        spans.iter().map(|&span| self.of(span)).collect()
    }

    fn document<'a, Id>(
        &self,
        id: Id,
        document: &'a Document,
        analysis: &'a Analysis,
    ) -> DocumentOut<'a, Id> {
        DocumentOut {
            schema: SCHEMA,
            id,
            text: &document.text,
            language: &analysis.language.code,
            published: analysis.published.as_ref().map(|published| published.date.as_str()),
            source: (!document.stated.is_empty()).then(|| source(&document.stated)),
            blocks: document.blocks.iter().map(|block| self.block(block)).collect(),
            sentences: self.all(&analysis.sentences),
            entities: analysis.entities.iter().map(|entity| self.entity(entity)).collect(),
            quotes: analysis.quotes.iter().map(|quote| self.quote(quote)).collect(),
            dates: analysis.dates.iter().map(|date| self.date(date)).collect(),
            summary: analysis.summary.iter().map(|sentence| self.summary(sentence)).collect(),
            keyphrases: analysis.keyphrases.iter().map(|phrase| self.keyphrase(phrase)).collect(),
            figures: analysis.figures.iter().map(|figure| self.figure(document, figure)).collect(),
            facts: self.facts(analysis),
            diagnostics: document
                .diagnostics
                .iter()
                .chain(&analysis.diagnostics)
                .map(|diagnostic| self.diagnostic(diagnostic))
                .collect(),
            notes: analysis
                .notes
                .iter()
                .map(|note| NoteOut { place: self.of(note.span), note: &note.words })
                .collect(),
        }
    }

    fn block(&self, block: &Block) -> BlockOut {
        BlockOut { place: self.of(block.span), kind: block.kind.name() }
    }

    fn entity<'a>(&self, entity: &'a Entity) -> EntityOut<'a> {
        EntityOut {
            id: format!("e{}", entity.id.0),
            kind: entity.kind.name(),
            name: &entity.name,
            aliases: entity.aliases.iter().map(alias).collect(),
            role: entity.role.as_ref().map(|role| role.text.as_str()),
            salience: entity.salience,
            mentions: entity.mentions.iter().map(|mention| self.mention(mention)).collect(),
        }
    }

    fn mention(&self, mention: &Mention) -> MentionOut {
        MentionOut { place: self.of(mention.span), kind: mention.kind.name() }
    }

    fn quote<'a>(&self, quote: &'a Quote) -> QuoteOut<'a> {
        QuoteOut {
            id: format!("q{}", quote.id),
            kind: quote.kind.name(),
            segments: self.all(&quote.segments),
            speaker: quote.speaker.map(|speaker| SpeakerOut {
                entity: speaker.entity.map(|id| format!("e{}", id.0)),
                place: self.of(speaker.span),
            }),
            cue: quote.cue.map(|cue| self.of(cue)),
            confidence: quote.confidence,
            why: &quote.why,
            polarity: (quote.polarity != Polarity::Positive).then(|| quote.polarity.name()),
            sense: (quote.sense != Sense::Speech).then(|| quote.sense.name()),
        }
    }

    fn date<'a>(&self, date: &'a Date) -> DateOut<'a> {
        DateOut { place: self.of(date.span), kind: date.kind.name(), value: date.value.as_deref() }
    }

    fn summary<'a>(&self, sentence: &'a SummarySentence) -> SummaryOut<'a> {
        SummaryOut { place: self.of(sentence.span), score: sentence.score, why: &sentence.why }
    }

    fn keyphrase<'a>(&self, phrase: &'a KeyPhrase) -> KeyPhraseOut<'a> {
        KeyPhraseOut { text: &phrase.text, score: phrase.score, mentions: self.all(&phrase.mentions) }
    }

    fn figure<'a>(&self, document: &'a Document, figure: &'a Figure) -> FigureOut<'a> {
        let value = figure.value.map(|(low, high)| {
            if low == high {
                ValueOut::One(Number(low))
            } else {
                ValueOut::Range([Number(low), Number(high)])
            }
        });
        FigureOut {
            place: self.of(figure.span),
            kind: figure.kind.name(),
            value,
            unit: Some(figure.unit.as_str()).filter(|unit| !unit.is_empty()),
            counted: figure.of.map(|span| words(document, span)),
            change: figure.change.map(|change| change.name()),
        }
    }

    fn facts<'a>(&self, analysis: &'a Analysis) -> FactsOut<'a> {
        let Facts { who, what, when, place, why } = &analysis.facts;
        // Who and where are told by their first mention by name.
        let named = |id: EntityId| {
            let entity = analysis.entity(id)?;
            let mention = entity.mentions.iter().find(|mention| mention.kind == MentionKind::Name);
            let span = mention.or(entity.mentions.first())?.span;
            Some(NamedOut { place: self.of(span), entity: format!("e{}", id.0) })
        };
        FactsOut {
            who: who.iter().filter_map(|&id| named(id)).collect(),
            what: what.map(|span| self.of(span)),
            when: when.map(|span| WhenOut {
                place: self.of(span),
                value: analysis
                    .dates
                    .iter()
                    .find(|date| date.span == span)
                    .and_then(|date| date.value.as_deref()),
            }),
            place: place.and_then(named),
            why: why.map(|span| self.of(span)),
        }
    }

    fn diagnostic<'a>(&self, diagnostic: &'a Diagnostic) -> DiagnosticOut<'a> {
        DiagnosticOut {
            code: &diagnostic.code,
            place: diagnostic.span.map(|span| self.of(span)),
            message: &diagnostic.message,
        }
    }
}

fn source(stated: &Stated) -> SourceOut<'_> {
    SourceOut {
        title: stated.title.as_deref(),
        authors: &stated.authors,
        site: stated.site.as_deref(),
        url: stated.url.as_deref(),
        published: stated.published.as_deref(),
        modified: stated.modified.as_deref(),
    }
}

fn alias(alias: &Alias) -> AliasOut<'_> {
    AliasOut { text: &alias.text, count: alias.count, why: alias.why.name() }
}

/// Everything of an analysis document, for its schema.
#[cfg(feature = "schema")]
pub(crate) type Whole = DocumentOut<'static, ()>;

// The shapes of the document, fields in the order in which they are written.

/// A stretch of `text`, counted in Unicode code points; `end` is exclusive.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Span"))]
struct JsonSpan {
    start: usize,
    end: usize,
}

/// An article and everything found in it. Lists are sorted by place, entities by their first mention.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Analysis"))]
pub(crate) struct DocumentOut<'a, Id> {
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::version"))]
    schema: &'static str,
    /// The caller's, a file's name, or none.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::id"))]
    id: Id,
    text: &'a str,
    language: &'a str,
    published: Option<&'a str>,
    /// Left out where the file states nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "SourceOut"))]
    source: Option<SourceOut<'a>>,
    blocks: Vec<BlockOut>,
    sentences: Vec<JsonSpan>,
    entities: Vec<EntityOut<'a>>,
    quotes: Vec<QuoteOut<'a>>,
    dates: Vec<DateOut<'a>>,
    summary: Vec<SummaryOut<'a>>,
    keyphrases: Vec<KeyPhraseOut<'a>>,
    figures: Vec<FigureOut<'a>>,
    facts: FactsOut<'a>,
    diagnostics: Vec<DiagnosticOut<'a>>,
    /// The reader's own, left out where there are none.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    notes: Vec<NoteOut<'a>>,
}

/// Words that the reader marked.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Note"))]
struct NoteOut<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    note: &'a str,
}

/// What the file states of itself, each field only where it does.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Source"))]
struct SourceOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    title: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    authors: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    site: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    published: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    modified: Option<&'a str>,
}

/// A paragraph, a headline, a caption.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Block"))]
struct BlockOut {
    #[serde(flatten)]
    place: JsonSpan,
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::block"))]
    kind: &'static str,
}

/// Somebody or something that the article names, with everywhere that it does.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Entity"))]
struct EntityOut<'a> {
    id: String,
    #[serde(rename = "type")]
    /// The OntoNotes name.
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::entity"))]
    kind: &'static str,
    name: &'a str,
    aliases: Vec<AliasOut<'a>>,
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "is_unweighed")]
    salience: f32,
    mentions: Vec<MentionOut>,
}

/// Nobody has weighed it: dates and figures, and what a reader has added.
fn is_unweighed(salience: &f32) -> bool {
    *salience == 0.0
}

/// Another name of the same thing, and why it is taken for one.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Alias"))]
struct AliasOut<'a> {
    text: &'a str,
    count: u32,
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::reason"))]
    why: &'static str,
}

/// A place where an entity is named or meant.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Mention"))]
struct MentionOut {
    #[serde(flatten)]
    place: JsonSpan,
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::mention"))]
    kind: &'static str,
}

/// What somebody is reported to have said.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Quote"))]
struct QuoteOut<'a> {
    id: String,
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::quote"))]
    kind: &'static str,
    segments: Vec<JsonSpan>,
    speaker: Option<SpeakerOut>,
    cue: Option<JsonSpan>,
    confidence: f32,
    why: &'a str,
    /// Left out where it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::polarity"))]
    polarity: Option<&'static str>,
    /// Left out of speech.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::sense"))]
    sense: Option<&'static str>,
}

/// The words that name who said it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Speaker"))]
struct SpeakerOut {
    entity: Option<String>,
    #[serde(flatten)]
    place: JsonSpan,
}

/// A time expression with its value.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DateExpression"))]
struct DateOut<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    #[serde(rename = "type")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::date"))]
    kind: &'static str,
    value: Option<&'a str>,
}

/// A sentence of the summary.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SummarySentence"))]
struct SummaryOut<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    score: f32,
    why: &'a str,
}

/// A phrase that the article keeps coming back to.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "KeyPhrase"))]
struct KeyPhraseOut<'a> {
    text: &'a str,
    score: f32,
    mentions: Vec<JsonSpan>,
}

/// A figure read as a value.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Figure"))]
struct FigureOut<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::figure"))]
    kind: &'static str,
    /// None where nobody counted ("dozens").
    value: Option<ValueOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    unit: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    counted: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(schema_with = "schema::change"))]
    change: Option<&'static str>,
}

/// A number, or the least and the greatest of a range.
#[derive(Serialize)]
#[serde(untagged)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Value"))]
enum ValueOut {
    One(Number),
    Range([Number; 2]),
}

/// Whole where it is whole: 3500000, not 3500000.0.
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(inline))]
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        // Up to here every whole number has a float of its own.
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() <= EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// The five Ws, each left out where the text does not answer it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Facts"))]
struct FactsOut<'a> {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    who: Vec<NamedOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "JsonSpan"))]
    what: Option<JsonSpan>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "WhenOut"))]
    when: Option<WhenOut<'a>>,
    #[serde(rename = "where", skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "NamedOut"))]
    place: Option<NamedOut>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "JsonSpan"))]
    why: Option<JsonSpan>,
}

/// An entity where it is first named.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "NamedPlace"))]
struct NamedOut {
    #[serde(flatten)]
    place: JsonSpan,
    entity: String,
}

/// Words that say when.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "DatedPlace"))]
struct WhenOut<'a> {
    #[serde(flatten)]
    place: JsonSpan,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    value: Option<&'a str>,
}

/// Something that a reader should know of how the article was read.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Diagnostic"))]
struct DiagnosticOut<'a> {
    code: &'a str,
    /// Left out where the diagnostic is about the whole article.
    #[serde(flatten)]
    place: Option<JsonSpan>,
    message: &'a str,
}
