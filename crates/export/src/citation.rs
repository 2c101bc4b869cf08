//! One quote as plain text, to be pasted where it is cited.

use analysis::{Analysis, BlockKind, Document, Quote, QuoteKind, Sense};

use crate::article::{Cast, authors, block, quoted};

/// The exact words, who said them in which role, and where: headline, byline, site, date and address as far as they are known.
///
/// “We start in May.” — Ana Ruiz, mayor of Lindmouth. In: “Bridge vote fails”, By Ito Pell, 2025-12-07.
pub fn citation(document: &Document, analysis: &Analysis, quote: &Quote) -> String {
    let words = quoted(document, quote);
    let who = Cast::of(analysis).speaker(document, quote).unwrap_or_else(|| "no speaker named".to_owned());
    let how = match (quote.kind, quote.note()) {
        (QuoteKind::Indirect, None) => " (reported speech)".to_owned(),
        (QuoteKind::Indirect, Some(note)) if quote.sense == Sense::Speech => {
            format!(" (reported speech; {note})")
        }
        (_, Some(note)) => format!(" ({note})"),
        (_, None) => String::new(),
    };
    let title = block(document, BlockKind::Headline).or_else(|| document.stated.title.clone());
    let place: Vec<String> = [
        title.map(|title| format!("“{title}”")),
        authors(document),
        document.stated.site.clone(),
        analysis.published.as_ref().map(|published| published.date.clone()),
    ]
    .into_iter()
    .flatten()
    .chain(document.stated.url.clone())
    .collect();
    let stop = if who.ends_with('.') { "" } else { "." };
    match place.is_empty() {
        true => format!("{words} — {who}{how}{stop}"),
        false => format!("{words} — {who}{how}{stop} In: {}.", place.join(", ")),
    }
}
