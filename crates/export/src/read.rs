//! The analysis document read back: the other direction of [`crate::json()`], for files from anywhere.
//!
//! Nothing is believed: each place must lie in the text, each list be in its order, each number be somebody's, before
//! an analysis is made of it. No list is longer than its text explains, and names, roles, reasons and messages end at
//! [`LONGEST_LABEL`], so that a file made to be slow is not. What was written by [`crate::json()`] is read such that it
//! is written the same again,
//! byte for byte. The document holds less than an [`Analysis`]; what it does not say becomes:
//!
//! - how sure an alias is: quite (1);
//! - where the publication date stands: nowhere, as if the reader had given it;
//! - where a role stands: where its words stand nearest to a mention, or an empty place before the first mention;
//! - how severe a diagnostic is: a note;
//! - what a figure counts: where its words stand nearest to the figure; what it is set against: nothing;
//! - the figures and facts that a document of an earlier version lacks, the way back to the file that was read, and what
//!   ingest said of it: none.

use std::collections::HashSet;
use std::fmt;

use analysis::{
    Alias, AliasReason, Analysis, Block, BlockKind, Change, Date, DateKind, Diagnostic, Document, Entity,
    EntityId, EntityType, Facts, Figure, FigureKind, KeyPhrase, Language, Mention, MentionKind, Note,
    Polarity, Published, Quote, QuoteKind, Role, Sense, Severity, Span, Speaker, SummarySentence,
};
use serde::Deserialize;
use serde_json::error::Category;
use text::bounds::{self, LONGEST_LABEL, LONGEST_NOTE, LONGEST_URL};
use text::{Offsets, Stated};

use crate::SCHEMA;

/// What every version of the schema begins with.
const FAMILY: &str = "article-explorer/analysis/";

/// Why a file is no analysis that can be opened; shown as one sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReadError {
    /// It is not JSON from `line` and `column` on, both from 1.
    NotJson { line: usize, column: usize },
    /// It is JSON of something else.
    NotAnAnalysis,
    /// It is a list or lines of several analyses.
    Several,
    /// It is an analysis of this version of the schema, which is not ours.
    OtherVersion(String),
    /// The text is longer than any that the program takes (4 GiB).
    TooLong,
    /// A part is missing or wrong: which, and how.
    Wrong(String),
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::NotJson { line, column } => {
                write!(f, "This is not JSON, or was cut off: see line {line}, column {column}.")
            }
            ReadError::NotAnAnalysis => write!(f, "This is JSON, but no analysis from Article Explorer."),
            ReadError::Several => write!(
                f,
                "This file holds several analyses. One can be opened at a time: save each as a file of its own."
            ),
            ReadError::OtherVersion(version) => write!(
                f,
                "This analysis has the form {version:?}; this version of Article Explorer reads {SCHEMA:?}."
            ),
            ReadError::TooLong => write!(f, "The text in this analysis is too long."),
            ReadError::Wrong(what) => write!(f, "This analysis is damaged: {what}."),
        }
    }
}

impl std::error::Error for ReadError {}

type Read<T> = Result<T, ReadError>;

fn wrong<T>(what: impl fmt::Display) -> Read<T> {
    Err(damaged(what.to_string()))
}

/// What is wrong may quote the file: not all of it.
fn damaged(what: String) -> ReadError {
    ReadError::Wrong(cut(what, LONGEST_MESSAGE))
}

/// An article's id, its document and its analysis out of one analysis document. An id that is a number is read as
/// its digits.
///
/// # Errors
///
/// If it is not JSON, not an analysis document, one of another version, or one that contradicts itself.
pub fn read_json(json: &str) -> Read<(String, Document, Analysis)> {
    if json.trim_start().starts_with('[') {
        // A list of the fields would pass for the object that holds them.
        serde_json::from_str::<serde::de::IgnoredAny>(json).map_err(|error| unreadable(json, &error))?;
        return Err(if is_several(json) { ReadError::Several } else { ReadError::NotAnAnalysis });
    }
    let mut stored: Stored = serde_json::from_str(json).map_err(|error| unreadable(json, &error))?;
    let stated = stored.source.take().map(StoredSource::stated).transpose()?.unwrap_or_default();
    let document = Document { text: std::mem::take(&mut stored.text), stated, ..Document::default() };
    if document.text.len() >= u32::MAX as usize {
        return Err(ReadError::TooLong);
    }
    let reader = Reader::of(&document.text);
    reader.bounded(&stored)?;
    let blocks = reader.blocks(stored.blocks)?;
    let entities = reader.entities(stored.entities)?;
    let numbers: HashSet<EntityId> = entities.iter().map(|entity| entity.id).collect();
    let analysis = Analysis {
        language: Language { code: language(stored.language)? },
        published: stored.published.map(day).transpose()?,
        sentences: reader.apart(&stored.sentences, "the sentences")?,
        facts: reader.facts(stored.facts, &numbers)?,
        entities,
        quotes: reader.quotes(stored.quotes, &numbers)?,
        dates: reader.dates(stored.dates)?,
        figures: reader.figures(stored.figures)?,
        summary: reader.summary(stored.summary)?,
        keyphrases: reader.keyphrases(stored.keyphrases)?,
        diagnostics: reader.diagnostics(stored.diagnostics)?,
        notes: reader.notes(stored.notes)?,
    };
    Ok((label(stored.id.0), Document { blocks, ..document }, analysis))
}

/// What a JSON object says that it is, ours or not; of several in a list or in lines, what the first says.
pub fn schema(json: &str) -> Option<String> {
    first(json).0
}

/// What the first object says that it is, and whether it is one of several.
fn first(json: &str) -> (Option<String>, bool) {
    let json = json.trim_start();
    let list = json.strip_prefix('[');
    let objects = list.unwrap_or(json);
    let mut heads = serde_json::Deserializer::from_str(objects).into_iter::<Head>();
    let schema = heads.next().and_then(|head| head.ok()?.schema);
    let rest = objects.get(heads.byte_offset()..).unwrap_or_default();
    (schema, list.is_some() || rest.trim_start().starts_with('{'))
}

/// Whether this is a list, or JSON Lines, of analyses.
fn is_several(json: &str) -> bool {
    matches!(first(json), (Some(schema), true) if schema.starts_with(FAMILY))
}

/// Why serde gave up, as the reader of a message would put it.
fn unreadable(json: &str, error: &serde_json::Error) -> ReadError {
    if is_several(json) {
        return ReadError::Several;
    }
    if error.classify() != Category::Data {
        return ReadError::NotJson { line: error.line(), column: error.column() };
    }
    // It is JSON up to here at least: whose?
    let Ok(Head { schema: Some(schema) }) = serde_json::from_str(json) else {
        return ReadError::NotAnAnalysis;
    };
    match schema.as_str() {
        SCHEMA => damaged(error.to_string()),
        other if other.starts_with(FAMILY) => ReadError::OtherVersion(cut(schema, LONGEST_MESSAGE)),
        _ => ReadError::NotAnAnalysis,
    }
}

/// Turns places of a text, in code points, into checked spans.
struct Reader<'a> {
    text: &'a str,
    offsets: Offsets<'a>,
    /// In code points.
    length: usize,
}

impl<'a> Reader<'a> {
    fn of(text: &'a str) -> Self {
        let offsets = Offsets::new(text);
        Reader { text, length: offsets.code_point(text.len()), offsets }
    }

    /// No honest list has more items than its text has characters, but for a few: what says more is made to be slow.
    fn bounded(&self, stored: &Stored) -> Read<()> {
        let most = self.length + FEW;
        let within = |whose: &str, count: usize| {
            if count <= most {
                return Ok(());
            }
            wrong(format_args!("it has {count} {whose} in a text of {} characters", self.length))
        };
        within("blocks", stored.blocks.len())?;
        within("sentences", stored.sentences.len())?;
        within("entities", stored.entities.len())?;
        within("mentions", stored.entities.iter().map(|entity| entity.mentions.len()).sum())?;
        within("aliases", stored.entities.iter().map(|entity| entity.aliases.len()).sum())?;
        within("quotes", stored.quotes.len())?;
        within("segments of quotes", stored.quotes.iter().map(|quote| quote.segments.len()).sum())?;
        within("dates", stored.dates.len())?;
        within("sentences of the summary", stored.summary.len())?;
        within("key phrases", stored.keyphrases.len())?;
        within("places of key phrases", stored.keyphrases.iter().map(|phrase| phrase.mentions.len()).sum())?;
        within("figures", stored.figures.len())?;
        within("people and bodies in its facts", stored.facts.who.len())?;
        within("notes", stored.notes.len())?;
        within("diagnostics", stored.diagnostics.len())
    }

    fn span(&self, StoredSpan { start, end }: StoredSpan, whose: impl fmt::Display) -> Read<Span> {
        if start > end || end > self.length {
            return wrong(format_args!(
                "the place {start} to {end} of {whose} is not in the text of {} characters",
                self.length
            ));
        }
        Ok(Span::new(self.offsets.byte_of_code_point(start), self.offsets.byte_of_code_point(end)))
    }

    /// The place of something that has words.
    fn words(&self, place: StoredSpan, whose: impl fmt::Display + Copy) -> Read<Span> {
        let span = self.span(place, whose)?;
        if span.is_empty() { wrong(format_args!("{whose} has no words")) } else { Ok(span) }
    }

    /// Places that follow each other.
    fn apart(&self, places: &[StoredSpan], whose: &str) -> Read<Vec<Span>> {
        let spans = places.iter().map(|&place| self.span(place, whose)).collect::<Read<Vec<_>>>()?;
        if spans.is_sorted_by(|one, next| one.end <= next.start) {
            Ok(spans)
        } else {
            wrong(format_args!("{whose} are out of order or overlap"))
        }
    }

    fn blocks(&self, stored: Vec<StoredBlock>) -> Read<Vec<Block>> {
        let places: Vec<StoredSpan> = stored.iter().map(|block| block.place).collect();
        let spans = self.apart(&places, "the blocks")?;
        let ends = std::iter::once(0).chain(spans.iter().map(|span| span.range().end));
        let starts = spans.iter().map(|span| span.range().start).chain([self.text.len()]);
        for (end, start) in ends.zip(starts) {
            if !self.text[end..start].trim().is_empty() {
                return wrong("there are words outside of all blocks");
            }
        }
        let block = |(span, block): (Span, StoredBlock)| {
            Ok(Block { span, kind: named(&BLOCKS, BlockKind::name, &block.kind, "block")? })
        };
        spans.into_iter().zip(stored).map(block).collect()
    }

    fn entities(&self, stored: Vec<StoredEntity>) -> Read<Vec<Entity>> {
        let mut seen = HashSet::new();
        let entities = stored.into_iter().map(|entity| {
            let entity = self.entity(entity)?;
            if seen.insert(entity.id) {
                Ok(entity)
            } else {
                wrong(format_args!("there are two e{}", entity.id.0))
            }
        });
        let entities = entities.collect::<Read<Vec<_>>>()?;
        in_order(
            &entities,
            |entity| entity.mentions.first().map(|mention| mention.span.start),
            "the entities",
        )?;
        Ok(entities)
    }

    fn entity(&self, stored: StoredEntity) -> Read<Entity> {
        let id = &stored.id;
        let mentions = stored.mentions.iter().map(|mention| {
            Ok(Mention {
                span: self.words(mention.place, format_args!("a mention of {id}"))?,
                kind: named(&MENTIONS, MentionKind::name, &mention.kind, "mention")?,
            })
        });
        let mentions = mentions.collect::<Read<Vec<_>>>()?;
        in_order(&mentions, |mention| mention.span.start, &format!("the mentions of {id}"))?;
        if mentions.is_empty() {
            return wrong(format_args!("{id} is mentioned nowhere"));
        }
        let aliases = stored.aliases.into_iter().map(|alias| {
            let why = named(&REASONS, AliasReason::name, &alias.why, "reason of an alias")?;
            Ok(Alias { text: label(alias.text), count: alias.count, why, confidence: 1.0 })
        });
        Ok(Entity {
            id: EntityId(number(id, 'e')?),
            kind: named(&EntityType::ALL, EntityType::name, &stored.kind, "entity")?,
            name: label(stored.name),
            aliases: aliases.collect::<Read<_>>()?,
            role: stored.role.map(label).map(|text| Role { span: self.role(&text, &mentions), text }),
            // A file may say anything; what is no number weighs nothing.
            salience: stored.salience.filter(|weight| weight.is_finite()).unwrap_or(0.0),
            mentions,
        })
    }

    /// Where a role's words stand nearest to one of the first mentions; an empty place before the first if they do
    /// not stand about any. The document has the words on one line, the text may have them on two.
    fn role(&self, role: &str, mentions: &[Mention]) -> Span {
        let found = mentions.iter().take(MENTIONS_WITH_ROLES).find_map(|mention| {
            let Span { start, end } = mention.span;
            let from = self.boundary((start as usize).saturating_sub(ROLE_WITHIN));
            let to = self.boundary((end as usize).saturating_add(ROLE_WITHIN).min(self.text.len()));
            let gap =
                |span: &Span| if span.end <= start { start - span.end } else { span.start.abs_diff(end) };
            occurrences(self.text, from..to, role).min_by_key(gap)
        });
        let start = mentions.first().map_or(0, |mention| mention.span.start);
        found.unwrap_or(Span { start, end: start })
    }

    /// The character boundary at or before a byte of the text.
    fn boundary(&self, byte: usize) -> usize {
        self.text.floor_char_boundary(byte)
    }

    fn quotes(&self, stored: Vec<StoredQuote>, entities: &HashSet<EntityId>) -> Read<Vec<Quote>> {
        let mut seen = HashSet::new();
        let quotes = stored.into_iter().map(|quote| {
            let quote = self.quote(quote, entities)?;
            if seen.insert(quote.id) { Ok(quote) } else { wrong(format_args!("there are two q{}", quote.id)) }
        });
        let quotes = quotes.collect::<Read<Vec<_>>>()?;
        in_order(&quotes, |quote| quote.segments.first().map(|segment| segment.start), "the quotes")?;
        Ok(quotes)
    }

    fn quote(&self, stored: StoredQuote, entities: &HashSet<EntityId>) -> Read<Quote> {
        let id = &stored.id;
        let segments = self.apart(&stored.segments, &format!("the segments of {id}"))?;
        if segments.is_empty() || segments.iter().any(|segment| segment.is_empty()) {
            return wrong(format_args!("{id} has no words"));
        }
        let speaker = stored.speaker.map(|speaker| {
            let entity = speaker.entity.map(|id| Ok(EntityId(number(&id, 'e')?))).transpose()?;
            if let Some(EntityId(missing)) = entity.filter(|entity| !entities.contains(entity)) {
                return wrong(format_args!("{id} is spoken by e{missing}, which is not there"));
            }
            Ok(Speaker { span: self.span(speaker.place, format_args!("the speaker of {id}"))?, entity })
        });
        let cue = stored.cue.map(|cue| self.span(cue, format_args!("the cue of {id}")));
        Ok(Quote {
            id: number(id, 'q')?,
            kind: named(&QUOTES, QuoteKind::name, &stored.kind, "quote")?,
            segments,
            speaker: speaker.transpose()?,
            cue: cue.transpose()?,
            confidence: share(stored.confidence, format_args!("the confidence of {id}"))?,
            why: label(stored.why),
            polarity: stored.polarity.map_or(Ok(Polarity::default()), |polarity| {
                named(&Polarity::ALL, Polarity::name, &polarity, "polarity")
            })?,
            sense: stored
                .sense
                .map_or(Ok(Sense::default()), |sense| named(&Sense::ALL, Sense::name, &sense, "sense"))?,
        })
    }

    fn dates(&self, stored: Vec<StoredDate>) -> Read<Vec<Date>> {
        let dates = stored.into_iter().map(|date| {
            Ok(Date {
                span: self.span(date.place, "a date")?,
                kind: named(&DATES, DateKind::name, &date.kind, "date")?,
                value: date.value.map(label),
            })
        });
        let dates = dates.collect::<Read<Vec<_>>>()?;
        in_order(&dates, |date| date.span.start, "the dates")?;
        Ok(dates)
    }

    fn figures(&self, stored: Vec<StoredFigure>) -> Read<Vec<Figure>> {
        let figures = stored.into_iter().map(|figure| {
            let span = self.span(figure.place, "a figure")?;
            let value = match figure.value {
                None => None,
                Some(StoredValue::One(value)) => Some((value, value)),
                Some(StoredValue::Range([low, high])) if low < high => Some((low, high)),
                Some(StoredValue::Range(_)) => return wrong("a figure ends before it begins"),
            };
            Ok(Figure {
                span,
                kind: named(&FIGURES, FigureKind::name, &figure.kind, "figure")?,
                value,
                unit: figure.unit.map(label).unwrap_or_default(),
                of: figure.counted.and_then(|words| self.nearest(&words, span)),
                change: match figure.change {
                    None => None,
                    Some(change) => Some(named(&CHANGES, Change::name, &change, "change")?),
                },
                against: None,
            })
        });
        let figures = figures.collect::<Read<Vec<_>>>()?;
        in_order(&figures, |figure| figure.span.start, "the figures")?;
        Ok(figures)
    }

    /// Where these words stand nearest to a figure.
    fn nearest(&self, words: &str, figure: Span) -> Option<Span> {
        let range = figure.range();
        let from = (0..=range.start.saturating_sub(COUNTED_WITHIN))
            .rev()
            .find(|&at| self.text.is_char_boundary(at))?;
        let to = (range.end + COUNTED_WITHIN..=self.text.len()).find(|&at| self.text.is_char_boundary(at));
        let near = from..to.unwrap_or(self.text.len());
        occurrences(self.text, near, words)
            .min_by_key(|span| span.start.abs_diff(figure.end).min(figure.start.abs_diff(span.end)))
    }

    fn facts(&self, stored: StoredFacts, known: &HashSet<EntityId>) -> Read<Facts> {
        let entity = |named: StoredNamed| {
            let id = EntityId(number(&named.entity, 'e')?);
            if known.contains(&id) {
                Ok(id)
            } else {
                wrong(format_args!("there is no entity {}", named.entity))
            }
        };
        let span = |place: Option<StoredSpan>, whose| place.map(|place| self.span(place, whose)).transpose();
        Ok(Facts {
            who: stored.who.into_iter().map(entity).collect::<Read<_>>()?,
            what: span(stored.what, "what")?,
            when: span(stored.when, "when")?,
            place: stored.place.map(entity).transpose()?,
            why: span(stored.why, "why")?,
        })
    }

    fn summary(&self, stored: Vec<StoredSentence>) -> Read<Vec<SummarySentence>> {
        let summary = stored.into_iter().map(|sentence| {
            Ok(SummarySentence {
                span: self.span(sentence.place, "a sentence of the summary")?,
                score: share(sentence.score, "the score of a sentence")?,
                why: label(sentence.why),
            })
        });
        let summary = summary.collect::<Read<Vec<_>>>()?;
        in_order(&summary, |sentence| sentence.span.start, "the sentences of the summary")?;
        Ok(summary)
    }

    fn keyphrases(&self, stored: Vec<StoredPhrase>) -> Read<Vec<KeyPhrase>> {
        let phrases = stored.into_iter().map(|phrase| {
            let places = phrase.mentions.iter().map(|&place| self.span(place, "a key phrase"));
            let mentions = places.collect::<Read<Vec<_>>>()?;
            in_order(&mentions, |span| span.start, "the places of a key phrase")?;
            let score = share(phrase.score, "the score of a key phrase")?;
            Ok(KeyPhrase { text: label(phrase.text), score, mentions })
        });
        phrases.collect()
    }

    fn notes(&self, stored: Vec<StoredNote>) -> Read<Vec<Note>> {
        let notes = stored.into_iter().map(|note| {
            Ok(Note { span: self.span(note.place, "a note")?, words: cut(note.note, LONGEST_NOTE) })
        });
        let notes = notes.collect::<Read<Vec<_>>>()?;
        in_order(&notes, |note| note.span.start, "the notes")?;
        Ok(notes)
    }

    fn diagnostics(&self, stored: Vec<StoredDiagnostic>) -> Read<Vec<Diagnostic>> {
        let diagnostics = stored.into_iter().map(|diagnostic| {
            let span = match (diagnostic.start, diagnostic.end) {
                (None, None) => None,
                (Some(start), Some(end)) => Some(self.span(StoredSpan { start, end }, "a diagnostic")?),
                _ => return wrong("a diagnostic has half a place"),
            };
            let (code, message) = (label(diagnostic.code), label(diagnostic.message));
            Ok(Diagnostic { code, severity: Severity::Note, span, message })
        });
        diagnostics.collect()
    }
}

/// What a list may have over one item for each character of the text.
const FEW: usize = 1_000;

const MOST_AUTHORS: usize = 1_000;
/// Characters of a sentence on what is wrong.
const LONGEST_MESSAGE: usize = 200;

/// Words about the text, cut where no honest ones go on.
fn label(words: String) -> String {
    cut(words, LONGEST_LABEL)
}

fn cut(mut words: String, most: usize) -> String {
    bounds::cut(&mut words, most);
    words
}

/// A role stands beside its name: these many bytes before or after one of the first mentions.
const ROLE_WITHIN: usize = 300;
/// What a figure counts stands in its sentence: these many bytes before or after it.
const COUNTED_WITHIN: usize = 1000;
const MENTIONS_WITH_ROLES: usize = 20;

/// Where these words stand in a part of a text, whatever white space is between them.
fn occurrences<'a>(
    text: &'a str,
    part: std::ops::Range<usize>,
    words: &'a str,
) -> impl Iterator<Item = Span> + 'a {
    let first = words.split_whitespace().next();
    let searched = text.get(part.clone()).unwrap_or("");
    first.into_iter().flat_map(|first| searched.match_indices(first)).filter_map(move |(at, _)| {
        let mut rest = searched.get(at..)?;
        for (i, word) in words.split_whitespace().enumerate() {
            if i > 0 {
                let next = rest.trim_start();
                rest = (next.len() < rest.len()).then_some(next)?;
            }
            rest = rest.strip_prefix(word)?;
        }
        Some(Span::new(part.start + at, part.start + searched.len() - rest.len()))
    })
}

fn in_order<T, K: PartialOrd>(list: &[T], place: impl Fn(&T) -> K, whose: &str) -> Read<()> {
    if list.is_sorted_by_key(place) { Ok(()) } else { wrong(format_args!("{whose} are out of order")) }
}

/// The 7 of `e7`.
fn number(id: &str, letter: char) -> Read<u32> {
    let digits = id.strip_prefix(letter).filter(|digits| !digits.starts_with(['+', '0']));
    match digits.and_then(|digits| digits.parse().ok()) {
        Some(number) => Ok(number),
        None => wrong(format_args!("{id:?} is not {letter} and a number from 1")),
    }
}

/// The one that has this name in the document.
fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str, wanted: &str, what: &str) -> Read<T> {
    match all.iter().find(|&&one| name(one) == wanted) {
        Some(&one) => Ok(one),
        None => wrong(format_args!("there is no {what} of the kind {wanted:?}")),
    }
}

/// A number from 0 to 1.
fn share(number: f32, whose: impl fmt::Display) -> Read<f32> {
    if (0.0..=1.0).contains(&number) { Ok(number) } else { wrong(format_args!("{whose} is not from 0 to 1")) }
}

/// An ISO 639 code or BCP 47 tag by its looks.
fn language(code: String) -> Read<String> {
    let fits = (2..=35).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    if fits { Ok(code) } else { wrong(format_args!("{code:?} is no code of a language")) }
}

/// A day of the calendar, such as 2025-12-07.
fn day(date: String) -> Read<Published> {
    if is_day(&date) {
        Ok(Published { date, span: None })
    } else {
        wrong(format_args!("{date:?} is no day of publication"))
    }
}

/// Whether this is a day of the Gregorian calendar as ISO 8601 writes it: `2024-02-29` is, `2025-02-29` is not.
pub fn is_day(date: &str) -> bool {
    let part = |range: std::ops::Range<usize>| {
        let digits = date.get(range).filter(|part| part.bytes().all(|b| b.is_ascii_digit()));
        digits.and_then(|digits| digits.parse::<u32>().ok())
    };
    let dashes = date.len() == 10 && date.get(4..5) == Some("-") && date.get(7..8) == Some("-");
    let (true, Some(year), Some(month), Some(day)) = (dashes, part(0..4), part(5..7), part(8..10)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    (1..=days).contains(&day)
}

pub(crate) const BLOCKS: [BlockKind; 11] = {
    use BlockKind::*;
    [Headline, Byline, Dateline, Paragraph, Heading, ListItem, Caption, Furniture, Quotation, Note, TableRow]
};
pub(crate) const MENTIONS: [MentionKind; 3] = [MentionKind::Name, MentionKind::Nominal, MentionKind::Pronoun];
pub(crate) const QUOTES: [QuoteKind; 3] = [QuoteKind::Direct, QuoteKind::Mixed, QuoteKind::Indirect];
pub(crate) const DATES: [DateKind; 4] = [DateKind::Date, DateKind::Time, DateKind::Duration, DateKind::Set];
pub(crate) const FIGURES: [FigureKind; 5] = {
    use FigureKind::*;
    [Money, Percent, Quantity, Count, Fraction]
};
pub(crate) const CHANGES: [Change; 2] = [Change::Up, Change::Down];
pub(crate) const REASONS: [AliasReason; 9] = {
    use AliasReason::*;
    [FullName, Surname, GivenName, Acronym, Spelling, Transliteration, Demonym, Title, User]
};

// The shapes of the document, as far as they are read. Fields that a later version may add are passed over.

#[derive(Deserialize)]
struct Head {
    schema: Option<String>,
}

#[derive(Deserialize)]
struct Stored {
    #[serde(rename = "schema")]
    _schema: OurSchema,
    id: Id,
    text: String,
    language: String,
    published: Option<String>,
    #[serde(default)]
    source: Option<StoredSource>,
    blocks: Vec<StoredBlock>,
    sentences: Vec<StoredSpan>,
    entities: Vec<StoredEntity>,
    quotes: Vec<StoredQuote>,
    dates: Vec<StoredDate>,
    summary: Vec<StoredSentence>,
    keyphrases: Vec<StoredPhrase>,
    #[serde(default)]
    figures: Vec<StoredFigure>,
    #[serde(default)]
    facts: StoredFacts,
    diagnostics: Vec<StoredDiagnostic>,
    #[serde(default)]
    notes: Vec<StoredNote>,
}

#[derive(Deserialize)]
struct StoredNote {
    #[serde(flatten)]
    place: StoredSpan,
    note: String,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct StoredSource {
    title: Option<String>,
    authors: Vec<String>,
    site: Option<String>,
    url: Option<String>,
    published: Option<String>,
    modified: Option<String>,
}

impl StoredSource {
    fn stated(self) -> Read<Stated> {
        let is_web = |url: &String| url.starts_with("https://") || url.starts_with("http://");
        if self.url.as_ref().is_some_and(|url| !is_web(url)) {
            return wrong("the address of its source is none of the web");
        }
        Ok(Stated {
            title: self.title.map(label),
            title_is_readers: false,
            authors: self.authors.into_iter().take(MOST_AUTHORS).map(label).collect(),
            site: self.site.map(label),
            // Half an address leads elsewhere.
            url: self.url.filter(|url| url.len() <= LONGEST_URL),
            published: self.published.map(day).transpose()?.map(|day| day.date),
            modified: self.modified.map(day).transpose()?.map(|day| day.date),
        })
    }
}

#[derive(Deserialize)]
struct StoredFigure {
    #[serde(flatten)]
    place: StoredSpan,
    kind: String,
    value: Option<StoredValue>,
    unit: Option<String>,
    counted: Option<String>,
    change: Option<String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum StoredValue {
    One(f64),
    Range([f64; 2]),
}

#[derive(Deserialize, Default)]
struct StoredFacts {
    #[serde(default)]
    who: Vec<StoredNamed>,
    what: Option<StoredSpan>,
    when: Option<StoredSpan>,
    #[serde(rename = "where")]
    place: Option<StoredNamed>,
    why: Option<StoredSpan>,
}

#[derive(Deserialize)]
struct StoredNamed {
    entity: String,
}

/// Any other schema ends the reading where it stands.
struct OurSchema;

impl<'de> Deserialize<'de> for OurSchema {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let schema = String::deserialize(deserializer)?;
        if schema == SCHEMA { Ok(OurSchema) } else { Err(serde::de::Error::custom("another schema")) }
    }
}

/// A file's name, or a caller's number.
struct Id(String);

impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let id = Box::<serde_json::value::RawValue>::deserialize(deserializer)?;
        match id.get().as_bytes().first() {
            Some(b'"') => serde_json::from_str(id.get()).map(Id).map_err(serde::de::Error::custom),
            Some(b'-' | b'0'..=b'9') => Ok(Id(id.get().to_owned())),
            _ => Err(serde::de::Error::custom("the id is neither a name nor a number")),
        }
    }
}

/// Code points, end exclusive.
#[derive(Deserialize, Clone, Copy)]
struct StoredSpan {
    start: usize,
    end: usize,
}

#[derive(Deserialize)]
struct StoredBlock {
    #[serde(flatten)]
    place: StoredSpan,
    kind: String,
}

#[derive(Deserialize)]
struct StoredEntity {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    name: String,
    aliases: Vec<StoredAlias>,
    role: Option<String>,
    #[serde(default)]
    salience: Option<f32>,
    mentions: Vec<StoredMention>,
}

#[derive(Deserialize)]
struct StoredAlias {
    text: String,
    count: u32,
    why: String,
}

#[derive(Deserialize)]
struct StoredMention {
    #[serde(flatten)]
    place: StoredSpan,
    kind: String,
}

#[derive(Deserialize)]
struct StoredQuote {
    id: String,
    kind: String,
    segments: Vec<StoredSpan>,
    speaker: Option<StoredSpeaker>,
    cue: Option<StoredSpan>,
    confidence: f32,
    why: String,
    polarity: Option<String>,
    sense: Option<String>,
}

#[derive(Deserialize)]
struct StoredSpeaker {
    entity: Option<String>,
    #[serde(flatten)]
    place: StoredSpan,
}

#[derive(Deserialize)]
struct StoredDate {
    #[serde(flatten)]
    place: StoredSpan,
    #[serde(rename = "type")]
    kind: String,
    value: Option<String>,
}

#[derive(Deserialize)]
struct StoredSentence {
    #[serde(flatten)]
    place: StoredSpan,
    score: f32,
    why: String,
}

#[derive(Deserialize)]
struct StoredPhrase {
    text: String,
    score: f32,
    mentions: Vec<StoredSpan>,
}

#[derive(Deserialize)]
struct StoredDiagnostic {
    code: String,
    start: Option<usize>,
    end: Option<usize>,
    message: String,
}
