//! The marked article as one web page that needs nothing else: no script, no font, no picture, no network.
//!
//! The article stands first with its marks: each family of names has a colour and a line, each who speaks a colour at
//! the edge of the paragraph, and each quote a number that leads to its entry in the lists. The lists lead back to the
//! places in the text. Everything of the article is escaped wherever it stands, and the page's own policy forbids it
//! to load or run anything.

mod article;
mod escape;
mod family;
mod lists;
mod marks;
mod voices;

use analysis::{Analysis, BlockKind, Document};

use crate::article::{Cast, block};
use escape::escape;
use marks::MarkTarget;

const STYLE: &str = include_str!("page.css");
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

/// The page, with its last line end. It is called by the article's headline, or by `id` if it has none.
pub fn page(id: &str, document: &Document, analysis: &Analysis) -> String {
    let view = View::of(document, analysis);
    let (body, anchors) = article::article(&view);
    let (beside, index) = (lists::beside(&view, &anchors), lists::index(&view, &anchors));
    let title = escape(&block(document, BlockKind::Headline).unwrap_or_else(|| id.to_owned()));
    let published = analysis.published.as_ref().map(|published| escape(&published.date)).unwrap_or_default();
    format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header><span>Annotated article</span><span>{published}</span></header>\n\
         <main>\n{body}</main>\n<aside aria-label=\"Summary and quotes\">\n{beside}</aside>\n\
         <nav class=\"index\" aria-label=\"Names, dates and key phrases\">\n{index}</nav>\n\
         <footer>Made with Article Explorer. A program found what is marked here: check it against the words.\
         </footer>\n</body>\n</html>\n"
    )
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
        View { document, analysis, voices: voices::classes(document, analysis), speakers, cast }
    }
}

/// The `id` of a place in the text.
fn anchor(place: MarkTarget) -> String {
    match place {
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
