//! The marked article as one web page that needs nothing else: no script, no font, no picture, no network.
//!
//! The article stands first with its marks: each family of names has a colour and a line, each who speaks a colour at
//! the edge of the paragraph, and each quote a number that leads to its entry in the lists. The lists lead back to the
//! places in the text. Everything of the article is escaped wherever it stands, and the page's own policy forbids it
//! to load or run anything.

mod article;
mod escape;
mod lists;
mod marks;

use analysis::plain::{self, Who};
use analysis::{Analysis, Document};

use crate::article::Cast;
use crate::details::{Details, details};
pub(crate) use escape::escape;
use marks::MarkTarget;

const STYLE: &str = include_str!("page.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page, with its last line end. It is called by the article's headline, or by `id` if it has none.
pub fn page(id: &str, document: &Document, analysis: &Analysis) -> String {
    let view = View::of(document, analysis);
    let (body, anchors) = article::article(&view);
    let (beside, index) = (lists::beside(&view, &anchors), lists::index(&view, &anchors));
    let details = details(document, analysis);
    let title = escape(details.title.as_deref().unwrap_or(id));
    let source = source(&details);
    let cite = lists::citations(document, analysis);
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header><span>Annotated article</span><span>{source}</span></header>\n\
         <main>\n{body}</main>\n<aside aria-label=\"Summary and quotes\">\n{beside}</aside>\n\
         <nav class=\"index\" aria-label=\"Names, dates and key phrases\">\n{index}</nav>\n\
         <footer>{cite}Made with Article Explorer. A program found what is marked here: check it against the words.\
         </footer>\n</body>\n</html>\n"
    )
}

/// Who wrote it, where, when, and its address, as far as they are known.
fn source(details: &Details) -> String {
    let by = details.by().map(|by| format!("By {by}"));
    let day = details.day.as_ref().map(|day| plain::date(analysis::DateKind::Date, day));
    let parts = [by, details.site.clone(), day].into_iter().flatten().map(|part| escape(&part));
    let link = details.url.as_ref().map(|url| {
        let (url, shown) = (escape(url), escape(url.split_once("://").map_or(url, |(_, rest)| rest)));
        format!("<a href=\"{url}\" rel=\"noreferrer\">{shown}</a>")
    });
    parts.chain(link).collect::<Vec<_>>().join(" · ")
}

/// What the parts of the page share.
struct View<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    cast: Cast<'a>,
    /// The class of each quote's voice.
    voices: Vec<String>,
    /// Who speaks in each quote, with the role, escaped.
    speakers: Vec<String>,
}

impl<'a> View<'a> {
    fn of(document: &'a Document, analysis: &'a Analysis) -> Self {
        let cast = Cast::of(analysis);
        let speaker = |quote| cast.speaker(document, quote).unwrap_or_else(|| "No speaker named".to_owned());
        let speakers = analysis.quotes.iter().map(|quote| escape(&speaker(quote))).collect();
        View { document, analysis, voices: voices(document, analysis), speakers, cast }
    }
}

/// The class of each quote's voice, in the order of the quotes: `v0` for whoever is quoted most. Voices past the last
/// colour, and quotes of nobody, share `v-other`.
fn voices(document: &Document, analysis: &Analysis) -> Vec<String> {
    let speakers = plain::speakers(&document.text, analysis);
    let class = |quote| match plain::hue(&speakers, &Who::of(quote, &document.text)) {
        Some(colour) => format!("v{colour}"),
        None => "v-other".to_owned(),
    };
    analysis.quotes.iter().map(class).collect()
}

/// The `id` of a place in the text.
fn anchor(place: MarkTarget) -> String {
    match place {
        MarkTarget::Note(i) => format!("note-{}", i + 1),
        MarkTarget::Summary(i) => format!("summary-{}", i + 1),
        MarkTarget::Quote(i, nth) => format!("words-{}-{}", i + 1, nth + 1),
        MarkTarget::Date(i) => format!("date-{}", i + 1),
        MarkTarget::Name(i, nth) | MarkTarget::Mention(i, nth) => format!("name-{}-{}", i + 1, nth + 1),
    }
}

/// The `id` of a quote's entry in the list.
fn entry(quote: usize) -> String {
    format!("quote-{}", quote + 1)
}
