//! A brief of the article in Markdown: what it says, who is in it, who said what, and when.
//!
//! Everything that comes from the article is escaped: its stars and brackets stay what they are.

use std::fmt::Write;

use analysis::{Analysis, BlockKind, Document, Entity, EntityType, MentionKind, plain};

use crate::article::{Cast, authors, block, quoted, with_role, words};

/// The brief, ended by a line end.
pub fn markdown(document: &Document, analysis: &Analysis) -> String {
    let mut out = String::new();
    head(&mut out, document, analysis);
    section(&mut out, "Summary", analysis.summary.iter().map(|s| escape(&words(document, s.span))));
    for (title, belongs) in GROUPS {
        let group = analysis.entities.iter().filter(|entity| belongs(entity.kind) && is_named(entity));
        section(&mut out, title, group.map(entity));
    }
    quotes(&mut out, document, analysis);
    let dates = analysis.dates.iter().filter_map(|date| {
        let value = plain::date(date.kind, date.value.as_deref()?);
        Some(format!("{}: {}", escape(&value), escape(&words(document, date.span))))
    });
    section(&mut out, "Dates", dates);
    section(&mut out, "Key phrases", analysis.keyphrases.iter().map(|phrase| escape(&phrase.text)));
    out
}

/// Whether an entity of this type belongs to a group.
type Belongs = fn(EntityType) -> bool;

/// The entities of the brief, under these titles.
const GROUPS: [(&str, Belongs); 4] = [
    ("People", |kind| kind == EntityType::Person),
    ("Organisations and groups", |kind| matches!(kind, EntityType::Org | EntityType::Norp)),
    ("Places", EntityType::is_place),
    ("Other names", |kind| {
        use EntityType::*;
        matches!(kind, Product | Event | WorkOfArt | Law | Language)
    }),
];

fn head(out: &mut String, document: &Document, analysis: &Analysis) {
    let stated = &document.stated;
    let title = block(document, BlockKind::Headline).or_else(|| stated.title.clone());
    let title = title.unwrap_or_else(|| "Article".to_owned());
    line(out, &format!("# {}", escape(&title)));
    let published = analysis.published.as_ref().map(|published| published.date.as_str());
    let byline = authors(document);
    let under = [byline.as_deref(), stated.site.as_deref(), published, stated.url.as_deref()];
    let under: Vec<String> = under.into_iter().flatten().map(escape).collect();
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
        line(out, &format!("> {}", escape(&quoted(document, quote))));
        line(out, ">");
        let note = quote.note().map(|note| format!("; {note}")).unwrap_or_default();
        line(out, &format!("> — {} ({}{note})", escape(&who), quote.kind.name()));
    }
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
