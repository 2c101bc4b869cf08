//! A brief of the article in Markdown: what it says, who is in it, who said what, and when.
//!
//! Everything that comes from the article is escaped: its stars and brackets stay what they are.

use std::fmt::Write;

use analysis::plain::Family;
use analysis::{Analysis, BlockKind, Document, Entity, MentionKind, plain};

use crate::article::{Cast, one_line, with_role, words};
use crate::details::details;

/// The brief, ended by a line end.
pub fn markdown(document: &Document, analysis: &Analysis) -> String {
    let mut out = String::new();
    head(&mut out, document, analysis);
    section(&mut out, "Summary", analysis.summary.iter().map(|s| escape(&words(document, s.span))));
    for family in FAMILIES {
        let of_it = analysis.entities.iter().filter(|one| Family::of(one.kind) == family && is_named(one));
        section(&mut out, family.label(), of_it.map(entity));
    }
    quotes(&mut out, document, analysis);
    let mut valued: Vec<_> =
        analysis.dates.iter().filter_map(|date| Some((date.value.as_deref()?, date))).collect();
    // In the order of time; behind them what has no place in it, "every spring".
    valued.sort_by_key(|(value, _)| (!value.starts_with(|c: char| c.is_ascii_digit()), *value));
    let dates = valued.into_iter().map(|(value, date)| {
        format!("{}: {}", escape(&plain::date(date.kind, value)), escape(&words(document, date.span)))
    });
    section(&mut out, Family::Dates.label(), dates);
    let notes = analysis.notes.iter().map(|note| {
        let marked = escape(&format!("“{}”", words(document, note.span)));
        let said = escape_inside(&one_line(&note.words));
        if said.is_empty() { marked } else { format!("{marked}: {said}") }
    });
    section(&mut out, "Your notes", notes);
    section(&mut out, "Key phrases", analysis.keyphrases.iter().map(|phrase| escape(&phrase.text)));
    out
}

/// The families of the brief, in its order.
const FAMILIES: [Family; 5] =
    [Family::People, Family::Organisations, Family::Places, Family::Groups, Family::Others];

fn head(out: &mut String, document: &Document, analysis: &Analysis) {
    let details = details(document, analysis);
    line(out, &format!("# {}", escape(details.title.as_deref().unwrap_or("Article"))));
    let by = details.by().map(|by| format!("By {by}"));
    let under: Vec<String> = [by, details.site, details.day, details.url]
        .into_iter()
        .flatten()
        .map(|part| escape(&part))
        .collect();
    if !under.is_empty() {
        line(out, "");
        line(out, &under.join(" · "));
    }
}

fn quotes(out: &mut String, document: &Document, analysis: &Analysis) {
    if analysis.quotes.is_empty() {
        return;
    }
    title(out, "Quotes");
    let cast = Cast::of(analysis);
    for (i, quote) in analysis.quotes.iter().enumerate() {
        if i > 0 {
            line(out, "");
        }
        let who = cast.speaker(document, quote).unwrap_or_else(|| "No speaker named".to_owned());
        line(out, &format!("> {}", escape(&plain::quoted(&document.text, quote))));
        line(out, ">");
        let note = quote.note().map(|note| format!("; {note}")).unwrap_or_default();
        let place = quote.segments.first().and_then(|words| paragraph(document, words.start));
        let place = place.map(|n| format!(", paragraph {n}")).unwrap_or_default();
        line(out, &format!("> — {} ({}{note}{place})", escape(&who), quote.kind.name()));
    }
}

/// Which paragraph, from 1, a place lies in; none outside of paragraphs.
fn paragraph(document: &Document, at: u32) -> Option<usize> {
    let mut paragraphs = document.blocks.iter().filter(|block| block.kind == BlockKind::Paragraph);
    paragraphs.position(|block| block.span.start <= at && at < block.span.end).map(|n| n + 1)
}

/// "**Ana Ruiz**, mayor: 4 mentions; also Anna Ruiz (spelling)".
fn entity(entity: &Entity) -> String {
    let (name, role) = (escape(&entity.name), with_role(entity));
    let role = role.strip_prefix(&entity.name).map(escape_inside).unwrap_or_default();
    let count = entity.mentions.len();
    let mut out = format!("**{name}**{role}: {count} {}", if count == 1 { "mention" } else { "mentions" });
    let aliases: Vec<String> = entity
        .aliases
        .iter()
        .map(|alias| format!("{} ({})", escape_inside(&alias.text), alias.why.name()))
        .collect();
    if !aliases.is_empty() {
        out.push_str("; also ");
        out.push_str(&aliases.join(", "));
    }
    out
}

fn is_named(entity: &Entity) -> bool {
    entity.mentions.iter().any(|mention| mention.kind == MentionKind::Name)
}

/// A list under a title; nothing if the list is empty.
fn section(out: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let mut items = items.peekable();
    if items.peek().is_none() {
        return;
    }
    title(out, name);
    items.for_each(|item| line(out, &format!("- {item}")));
}

fn title(out: &mut String, name: &str) {
    line(out, "");
    line(out, &format!("## {name}"));
    line(out, "");
}

fn line(out: &mut String, words: &str) {
    // Writing to a string has no failure.
    let _ = writeln!(out, "{words}");
}

/// Text that Markdown shows just so at the start of a line and everywhere else (CommonMark 0.31, 2.4).
fn escape(text: &str) -> String {
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (number, rest) = text.split_at(digits);
    let begins_block = rest.starts_with(['#', '+', '-', '=']) && digits == 0
        || rest.starts_with(['.', ')']) && (1..=9).contains(&digits);
    let mark = if begins_block { "\\" } else { "" };
    format!("{number}{mark}{}", escape_inside(rest))
}

/// Text that Markdown shows just so inside of a line.
fn escape_inside(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>&|~".contains(c) {
            out.push('\\');
        }
        out.push(if c.is_control() { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_the_article_stay_marks() {
        for (text, escaped) in [
            ("**not bold** _nor this_", "\\*\\*not bold\\*\\* \\_nor this\\_"),
            ("# no heading", "\\# no heading"),
            ("12. no list", "12\\. no list"),
            ("12 times", "12 times"),
            ("- no item", "\\- no item"),
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("[no link](x) &amp; ~~no~~", "\\[no link\\](x) \\&amp; \\~\\~no\\~\\~"),
            ("Hsin-Tai, $1.42 “fine”.", "Hsin-Tai, $1.42 “fine”."),
        ] {
            assert_eq!(escape(text), escaped);
        }
    }
}
