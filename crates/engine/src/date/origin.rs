//! Where an article was written, as far as "03/04/2025" needs to know: in the United States the month stands first,
//! nearly everywhere else the day.
//!
//! A date that can be read in one way says it for the others; else the dateline does, else spelling and
//! abbreviations, where they agree, else the money. General knowledge; the cities are those that stand alone in the
//! datelines of American agencies.

use analysis::BlockKind;

use crate::doc::Doc;
use crate::token::TokenKind;
use crate::word_class::{self, WordClass};

/// Which part of a date in figures stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    MonthFirst,
    DayFirst,
}

/// Words that are looked at for their spelling.
const SAMPLE: usize = 2_000;

/// The order of the article's country; none where nothing tells.
pub(super) fn order(doc: &Doc) -> Option<Order> {
    of_figures(doc)
        .or_else(|| of_dateline(doc))
        .or_else(|| {
            let american =
                |at| doc.is(at, WordClass::AmericanSpelling) || doc.is(at, WordClass::AmericanState);
            of_words(doc, &american, &|at| doc.is(at, WordClass::BritishSpelling))
        })
        .or_else(|| {
            let pounds = |at| matches!(doc.word(at), "£" | "€");
            of_words(doc, &|at| doc.word(at) == "$", &pounds)
        })
}

/// The order of a date like "25/12/2025", in which no other is possible; none where two such dates disagree.
fn of_figures(doc: &Doc) -> Option<Order> {
    let mut orders = (0..doc.tokens.len()).filter_map(|at| {
        if doc.tokens[at].kind != TokenKind::Number {
            return None;
        }
        let mut parts = doc.word(at).split('/').map(|part| part.parse::<u16>().ok());
        let (first, second, _, None) = (parts.next()??, parts.next()??, parts.next()??, parts.next()) else {
            return None;
        };
        match (first, second) {
            (13..=31, 1..=12) => Some(Order::DayFirst),
            (1..=12, 13..=31) => Some(Order::MonthFirst),
            _ => None,
        }
    });
    let first = orders.next()?;
    orders.all(|other| other == first).then_some(first)
}

fn of_dateline(doc: &Doc) -> Option<Order> {
    let block = doc.document.blocks.iter().find(|block| block.kind == BlockKind::Dateline)?;
    let tokens = doc.tokens_in(block.span);
    let words = || tokens.clone().map(|at| doc.normal(at));
    let place = words()
        .take_while(|word| !matches!(*word, "," | "(" | "—" | "–" | "-"))
        .collect::<Vec<_>>()
        .join(" ");
    let american = word_class::is(&place, WordClass::AmericanCity)
        || tokens.clone().any(|at| doc.is(at, WordClass::AmericanState));
    Some(if american { Order::MonthFirst } else { Order::DayFirst })
}

/// What more of the words speak for.
fn of_words(
    doc: &Doc,
    is_american: &dyn Fn(usize) -> bool,
    is_british: &dyn Fn(usize) -> bool,
) -> Option<Order> {
    let (mut american, mut other) = (0, 0);
    for at in 0..doc.tokens.len().min(SAMPLE) {
        american += usize::from(is_american(at));
        other += usize::from(is_british(at));
    }
    match (american, other) {
        (0, 0) => None,
        (american, other) if american > other => Some(Order::MonthFirst),
        (american, other) if other > american => Some(Order::DayFirst),
        _ => None,
    }
}
