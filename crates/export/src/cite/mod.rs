//! An article, or one quote of it, cited in the usual styles, as plain and as rich text.
//!
//! The styles follow their manuals for an article of a newspaper or news site: APA 7 (10.1, 16), Chicago 17 (14.191 to
//! 14.200; bibliography and notes), MLA 9 (5.3 to 5.111), Harvard as Cite Them Right has it.

mod case;
mod styles;

use std::collections::HashSet;

use analysis::{Analysis, Document, MentionKind, Quote, QuoteKind, Sense, Span, plain};

use crate::article::{Cast, words};
use crate::details::{Details, details};
use crate::html_escape as escape;

/// How an article is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Style {
    /// In plain words, for a message or a note.
    #[default]
    Plain,
    Apa,
    Chicago,
    Mla,
    Harvard,
}

impl Style {
    pub const ALL: [Style; 5] = [Style::Plain, Style::Apa, Style::Chicago, Style::Mla, Style::Harvard];

    pub fn key(self) -> &'static str {
        match self {
            Style::Plain => "plain",
            Style::Apa => "apa",
            Style::Chicago => "chicago",
            Style::Mla => "mla",
            Style::Harvard => "harvard",
        }
    }

    pub fn from_key(key: &str) -> Option<Style> {
        Style::ALL.into_iter().find(|style| style.key() == key)
    }

    pub fn label(self) -> &'static str {
        match self {
            Style::Plain => "Plain",
            Style::Apa => "APA",
            Style::Chicago => "Chicago",
            Style::Mla => "MLA",
            Style::Harvard => "Harvard",
        }
    }
}

/// Text in which some is set in italics or leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rich(Vec<(String, Set)>);

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Set {
    Upright,
    Italic,
    /// An address: its words without the protocol if a style wants them so.
    Link {
        short: bool,
    },
}

impl Rich {
    fn push(&mut self, words: impl AsRef<str>) -> &mut Self {
        self.set(words, Set::Upright)
    }

    fn italic(&mut self, words: impl AsRef<str>) -> &mut Self {
        self.set(words, Set::Italic)
    }

    fn set(&mut self, words: impl AsRef<str>, set: Set) -> &mut Self {
        if !words.as_ref().is_empty() {
            self.0.push((words.as_ref().to_owned(), set));
        }
        self
    }

    fn append(&mut self, other: Rich) -> &mut Self {
        self.0.extend(other.0);
        self
    }

    /// A full stop, unless a sentence has ended there.
    fn stop(&mut self) -> &mut Self {
        let ended = self
            .0
            .last()
            .is_none_or(|(words, _)| words.trim_end_matches(['”', '’', ' ']).ends_with(['.', '?', '!']));
        if !ended {
            self.push(".");
        }
        self
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The words alone; paragraphs are parted by an empty line.
    pub fn plain(&self) -> String {
        let shown = self.0.iter().map(|(words, set)| match set {
            Set::Link { short: true } => without_protocol(words),
            _ => words.as_str(),
        });
        shown.collect()
    }

    /// HTML for a rich clipboard: paragraphs, italics and links.
    pub fn html(&self) -> String {
        let mut out = String::from("<p>");
        for (words, set) in &self.0 {
            match set {
                Set::Upright => out.push_str(&escape(words).replace("\n\n", "</p><p>")),
                Set::Italic => out.push_str(&format!("<i>{}</i>", escape(words))),
                Set::Link { short } => {
                    let shown = if *short { without_protocol(words) } else { words };
                    out.push_str(&format!("<a href=\"{}\">{}</a>", escape(words), escape(shown)));
                }
            }
        }
        out + "</p>"
    }
}

fn without_protocol(url: &str) -> &str {
    url.split_once("://").map_or(url, |(_, rest)| rest)
}

/// What all styles are made of.
struct Cited<'a> {
    details: Details,
    /// The words that are parts of names in the article.
    names: HashSet<&'a str>,
    /// The day on which it was read, as 2025-12-07.
    read: Option<&'a str>,
}

impl<'a> Cited<'a> {
    fn of(document: &'a Document, analysis: &'a Analysis, read: Option<&'a str>) -> Self {
        let mentions = analysis.entities.iter().filter(|entity| !entity.kind.is_value());
        let mentions = mentions.flat_map(|entity| entity.mentions.iter());
        let mentions = mentions.filter(|mention| mention.kind == MentionKind::Name);
        let names = mentions.flat_map(|mention| mention.span.of(&document.text).split_whitespace());
        let names = names.filter(|word| word.chars().next().is_some_and(char::is_uppercase));
        let bare = names.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
        Cited { details: details(document, analysis), names: bare.collect(), read }
    }
}

/// The article as it stands in a list of works cited. `read` is the day on which it was read, which Harvard asks for.
pub fn cite_article(style: Style, document: &Document, analysis: &Analysis, read: Option<&str>) -> Rich {
    let cited = Cited::of(document, analysis, read);
    match style {
        Style::Plain => plain_article(&cited.details),
        Style::Apa => cited.apa(),
        Style::Chicago => cited.chicago(),
        Style::Mla => cited.mla(),
        Style::Harvard => cited.harvard(),
    }
}

/// A quote with who said it and where: in Plain and in Chicago's notes as one sentence, in the others with a reference in
/// brackets, and the article as it stands in the list behind an empty line. Reported speech is cited by the sentence that
/// reports it: the words are the reporter's.
pub fn cite_quote(
    style: Style,
    document: &Document,
    analysis: &Analysis,
    quote: &Quote,
    read: Option<&str>,
) -> Rich {
    let cited = Cited::of(document, analysis, read);
    let speaker = Cast::of(analysis).speaker(document, quote);
    let sentence = reported(document, analysis, quote);
    if style == Style::Plain {
        return plain_quote(&cited.details, document, quote, speaker, sentence.as_deref());
    }
    let mut out = Rich::default();
    out.push(match &sentence {
        Some(sentence) => format!("“{}” ", plain_marks(sentence)),
        None => format!("{} ", plain::quoted(&document.text, quote)),
    });
    let told = match (&speaker, quote.note()) {
        (Some(speaker), Some(note)) => Some(format!("{speaker}; {note}")),
        (Some(speaker), None) => Some(speaker.clone()),
        (None, Some(note)) => Some(note.to_owned()),
        (None, None) => None,
    };
    cited.finish(style, &mut out, told);
    out
}

/// Words of an article that are no quote of their own: with their speaker if they are part of what somebody says in marks,
/// else as the reporter's.
pub fn cite_words(
    style: Style,
    document: &Document,
    analysis: &Analysis,
    span: Span,
    read: Option<&str>,
) -> Rich {
    let within = analysis.quotes.iter().find(|quote| {
        quote.kind != QuoteKind::Indirect && quote.segments.iter().any(|segment| segment.contains(span))
    });
    if let Some(quote) = within {
        let part = Quote { segments: vec![span], ..quote.clone() };
        return cite_quote(style, document, analysis, &part, read);
    }
    let cited = Cited::of(document, analysis, read);
    let mut out = Rich::default();
    out.push(format!("“{}”", plain_marks(&words(document, span))));
    if style == Style::Plain {
        let article = plain_article(&cited.details);
        if !article.is_empty() {
            out.push(" In: ").append(article).push(".");
        }
    } else {
        out.push(" ");
        cited.finish(style, &mut out, None);
    }
    out
}

impl Cited<'_> {
    /// What stands behind the words: who says them, and where.
    fn finish(&self, style: Style, out: &mut Rich, told: Option<String>) {
        match style {
            Style::Plain => {}
            Style::Chicago => {
                out.push(told.map(|told| format!("{told}, quoted in ")).unwrap_or_default());
                out.append(self.chicago_note());
            }
            Style::Apa => self.in_brackets(out, told, "as cited in ", self.apa_short(), self.apa()),
            Style::Mla => self.in_brackets(out, told, "qtd. in ", self.mla_short(), self.mla()),
            Style::Harvard => self.in_brackets(out, told, "quoted in ", self.harvard_short(), self.harvard()),
        }
    }

    fn in_brackets(&self, out: &mut Rich, told: Option<String>, how: &str, short: Rich, whole: Rich) {
        out.push("(");
        if let Some(told) = told {
            out.push(told).push(if short.is_empty() { String::new() } else { format!(", {how}") });
        }
        out.append(short).push(").");
        if !whole.is_empty() {
            out.push("\n\n").append(whole);
        }
    }
}

/// The sentence or sentences that report what somebody says without marks.
fn reported(document: &Document, analysis: &Analysis, quote: &Quote) -> Option<String> {
    let whole = quote.segments.iter().copied().reduce(Span::join)?;
    let touched = analysis.sentences.iter().filter(|sentence| sentence.overlaps(whole)).copied();
    let sentence = touched.reduce(Span::join)?;
    (quote.kind == QuoteKind::Indirect).then(|| words(document, sentence))
}

/// Double marks inside of double marks are single ones.
fn plain_marks(words: &str) -> String {
    words.replace('“', "‘").replace('”', "’")
}

/// “Bridge vote fails”, by Ito Pell, Lindmouth Gazette, 7 December 2025, https://…
fn plain_article(details: &Details) -> Rich {
    let mut out = Rich::default();
    let day = details.day.as_ref().map(|day| plain::date(analysis::DateKind::Date, day));
    let parts = [
        details.title.as_ref().map(|title| format!("“{}”", plain_marks(title))),
        details.by().map(|by| format!("by {by}")),
        details.site.clone(),
        day,
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    out.push(parts.join(", "));
    if let Some(url) = &details.url {
        out.push(if parts.is_empty() { "" } else { ", " }).set(url, Set::Link { short: false });
    }
    out
}

/// “We start in May.” — Ana Ruiz, mayor of Lindmouth. In: “Bridge vote fails”, by Ito Pell, 7 December 2025.
fn plain_quote(
    details: &Details,
    document: &Document,
    quote: &Quote,
    speaker: Option<String>,
    sentence: Option<&str>,
) -> Rich {
    let mut out = Rich::default();
    out.push(plain::quoted(&document.text, quote)).push(" — ");
    out.push(speaker.unwrap_or_else(|| "no speaker named".to_owned()));
    let report = sentence.map(|sentence| format!("“{}”", plain_marks(sentence)));
    let speech = (quote.kind == QuoteKind::Indirect && quote.sense == Sense::Speech)
        .then(|| "reported speech".to_owned());
    let notes: Vec<String> =
        [speech, quote.note().map(str::to_owned), report].into_iter().flatten().collect();
    if !notes.is_empty() {
        out.push(format!(" ({})", notes.join("; ")));
    }
    out.stop();
    let article = plain_article(details);
    if !article.is_empty() {
        out.push(" In: ").append(article).push(".");
    }
    out
}
