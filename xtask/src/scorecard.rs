//! docs/scorecard.md: the figures that were measured, each with the commit it was measured at.
//!
//! A section is written by the chore that measured it and stays as it is until it is measured again. The table
//! at the top is made from the sections. Nobody writes in this file by hand.

use std::path::PathBuf;

use crate::shell::{Outcome, command, output, read, root, write};

const FILE: &str = "docs/scorecard.md";
const HEAD: &str = "\
# Scorecard

Written by `cargo xtask score` and `cargo xtask bench`, never by hand. A section stays until it is measured again.
Figures are percentages unless they say otherwise.

The annotated sets here are development sets: no model is trained on them, but features and rules were chosen by these
figures, their errors were read, and the weights of the summary were searched on `cnn_dm` itself. On other texts expect
less; README.md has the figures on sets that nothing was tuned on.
";

/// The sections in the order of the document; others follow.
const ORDER: &[&str] = &[
    "articles",
    "ner",
    "coref",
    "peers",
    "quotes",
    "dates",
    "sentences",
    "syntax",
    "parsers",
    "summary",
    "summaries",
    "leaning",
    "extract",
    "components",
    "page",
    "packages",
    "archives",
];

#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    /// A word, such as `quotes`.
    pub name: String,
    /// What is measured and how much it is, in one line.
    pub figure: String,
    /// The commit and its day.
    pub measured: String,
    /// Markdown.
    pub body: String,
}

/// Puts the section in the place of its last measurement.
pub fn put(name: &str, figure: &str, body: &str) -> Outcome {
    let section = Section {
        name: name.to_owned(),
        figure: figure.trim().replace('|', "/"),
        measured: commit()?,
        body: body.trim_end().to_owned(),
    };
    let path = path();
    let before = if path.exists() { read(&path)? } else { String::new() };
    let mut sections = parse(&before);
    sections.retain(|other| other.name != section.name);
    sections.push(section);
    write(&path, &render(sections))
}

fn path() -> PathBuf {
    root().join(FILE)
}

/// The commit that is measured and its day; a `+` after it says that files were changed since.
fn commit() -> Outcome<String> {
    let commit = output(command("git").args(["log", "-1", "--format=%h, %cs"]))?;
    // What the measuring itself writes is no change of what is measured.
    let changed = output(command("git").args(["status", "--porcelain", "--", ":!docs"]))?;
    let mark = if changed.trim().is_empty() { "" } else { "+" };
    let (hash, day) = commit.trim().split_once(", ").unwrap_or((commit.trim(), "no day"));
    Ok(format!("{hash}{mark}, {day}"))
}

fn parse(card: &str) -> Vec<Section> {
    card.split("<!-- section: ").skip(1).filter_map(section).collect()
}

/// One section from after the words that begin it.
fn section(text: &str) -> Option<Section> {
    let (head, rest) = text.split_once(" -->\n")?;
    let (body, _) = rest.split_once("\n<!-- end -->")?;
    let (_, body) = body.split_once("\n\n")?;
    let mut fields = head.split(" | ").map(str::to_owned);
    Some(Section {
        name: fields.next()?,
        figure: fields.next()?,
        measured: fields.next()?,
        body: body.to_owned(),
    })
}

fn render(mut sections: Vec<Section>) -> String {
    let place = |section: &Section| ORDER.iter().position(|name| *name == section.name);
    sections.sort_by_key(|section| (place(section).unwrap_or(ORDER.len()), section.name.clone()));

    let mut card = format!("{HEAD}\n| what | figure | commit, day |\n| --- | --- | --- |\n");
    for Section { name, figure, measured, .. } in &sections {
        card += &format!("| [{name}](#{name}) | {figure} | {measured} |\n");
    }
    for Section { name, figure, measured, body } in &sections {
        card += &format!(
            "\n<!-- section: {name} | {figure} | {measured} -->\n## {name}\n\n{body}\n<!-- end -->\n"
        );
    }
    card
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measured(name: &str, body: &str) -> Section {
        Section {
            name: name.to_owned(),
            figure: "F 81.0".to_owned(),
            measured: "abc1234, 2026-01-02".to_owned(),
            body: body.to_owned(),
        }
    }

    #[test]
    fn a_section_stays_as_it_was_when_another_is_measured() {
        let card = render(vec![measured("dates", "| a | b |\n\ntwo parts"), measured("other", "x")]);
        assert_eq!(parse(&card), [measured("dates", "| a | b |\n\ntwo parts"), measured("other", "x")]);
        assert_eq!(render(parse(&card)), card);
    }

    #[test]
    fn sections_stand_in_the_order_of_the_document() {
        let card = render(vec![measured("zoo", ""), measured("page", ""), measured("ner", "")]);
        let names: Vec<String> = parse(&card).into_iter().map(|section| section.name).collect();
        assert_eq!(names, ["ner", "page", "zoo"]);
    }
}
