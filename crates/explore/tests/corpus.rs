//! Whole articles of `tests/corpus` with everything that is found in them, written so that a linguist can read it.
//!
//! `UPDATE_EXPECT=1 cargo test -p explore` writes the files of `tests/corpus/expected` anew; read the difference
//! before you keep it. Where an expectation is known to be wrong, the article's README line says so.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use analysis::{Analysis, Document, Entity, EntityId, MentionKind, Quote, Span};
use engine::{Options, analyze};
use expect_test::expect_file;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/corpus")
}

fn read(path: &Path) -> (Document, Analysis) {
    let name = path.file_name().and_then(|name| name.to_str()).expect("a file has a name");
    let bytes = std::fs::read(path).expect("the corpus is there");
    let document = ingest::read_file(name, &bytes);
    let analysis = analyze(&document, &Options::default());
    (document, analysis)
}

/// The articles of the corpus, and the one that the page offers for a try.
fn articles() -> Vec<PathBuf> {
    let files = std::fs::read_dir(corpus()).expect("the corpus is there");
    let mut paths: Vec<PathBuf> = files.filter_map(|file| Some(file.ok()?.path())).collect();
    paths.retain(|path| path.is_file() && !path.ends_with("README.md"));
    paths.push(corpus().join("../../src/sample.txt"));
    paths.sort();
    assert!(paths.len() > 5, "{paths:?}");
    paths
}

/// The numbers that the page's words for a figure hold.
fn numbers(words: &str) -> Vec<f64> {
    let plain = words.replace(',', "").replace('−', "-").replace('–', " ");
    let parts = plain.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | '-')));
    parts.filter_map(|part| part.parse().ok()).collect()
}

#[test]
fn the_page_shows_the_figures_that_the_command_prints() {
    let mut compared = 0;
    for path in articles() {
        let (document, analysis) = read(&path);
        let json = export::json("corpus", &document, &analysis);
        let printed: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let printed = printed["figures"].as_array().expect("a list");
        assert_eq!(printed.len(), analysis.figures.len(), "{path:?}");
        for (printed, figure) in printed.iter().zip(&analysis.figures) {
            let values = match &printed["value"] {
                serde_json::Value::Array(range) => range.iter().filter_map(|v| v.as_f64()).collect(),
                value => value.as_f64().into_iter().collect::<Vec<f64>>(),
            };
            let shown = presentation::words::figure_value(figure);
            let unit = printed["unit"].as_str().unwrap_or_default();
            assert_eq!(figure.unit, unit, "{path:?}: {printed}");
            // The page rounds to three places.
            let same = numbers(shown.as_deref().unwrap_or_default());
            assert!(same.len() == values.len(), "{path:?}: {shown:?} for {printed}");
            assert!(
                same.iter().zip(&values).all(|(a, b)| (a - b).abs() < 0.001),
                "{path:?}: {shown:?} for {printed}"
            );
            compared += values.len();
        }
    }
    assert!(compared > 20, "{compared}");
}

#[test]
fn whole_articles() {
    for path in articles() {
        let (document, analysis) = read(&path);
        let name = path.file_stem().and_then(|name| name.to_str()).expect("a file has a name");
        let expected = corpus().join(format!("expected/{name}.txt"));
        expect_file![expected].assert_eq(&told(&document, &analysis));
    }
}

/// Everything that was found, in words.
fn told(document: &Document, analysis: &Analysis) -> String {
    let mut out = String::new();
    let tell = Told { document, analysis };
    tell.write(&mut out).expect("a string takes any words");
    out
}

struct Told<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
}

impl Told<'_> {
    fn words(&self, span: Span) -> String {
        span.of(&self.document.text).split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The first words of a longer stretch.
    fn start(&self, span: Span) -> String {
        let words = self.words(span);
        let mut start: String = words.chars().take(60).collect();
        if start.len() < words.len() {
            start.push_str(" …");
        }
        start
    }

    fn name(&self, id: EntityId) -> &str {
        self.analysis.entity(id).map_or("nobody", |entity| &entity.name)
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let Analysis { language, published, .. } = self.analysis;
        let day = published.as_ref().map_or("on a day that it does not name", |published| &published.date);
        writeln!(out, "language {}, published {day}\n\n# Blocks\n", language.code)?;
        for block in &self.document.blocks {
            writeln!(out, "{}: {}", block.kind.name(), self.start(block.span))?;
        }
        writeln!(out, "\n# Entities\n")?;
        for entity in self.analysis.entities.iter().filter(|entity| !entity.kind.is_value()) {
            self.write_entity(out, entity)?;
        }
        writeln!(out, "\n# Figures\n")?;
        for entity in self.analysis.entities.iter().filter(|entity| entity.kind.is_value()) {
            writeln!(out, "{} {} ×{}", entity.kind.name(), entity.name, entity.mentions.len())?;
        }
        writeln!(out, "\n# Quotes\n")?;
        for quote in &self.analysis.quotes {
            self.write_quote(out, quote)?;
        }
        writeln!(out, "\n# Dates\n")?;
        for date in &self.analysis.dates {
            let value = date.value.as_deref().unwrap_or("not known");
            writeln!(out, "{} = {value} ({})", self.words(date.span), date.kind.name())?;
        }
        writeln!(out, "\n# Summary\n")?;
        for sentence in &self.analysis.summary {
            writeln!(out, "{} ({})", self.start(sentence.span), sentence.why)?;
        }
        writeln!(out, "\n# Key phrases\n")?;
        for phrase in &self.analysis.keyphrases {
            writeln!(out, "{} ×{}", phrase.text, phrase.mentions.len())?;
        }
        if !self.document.diagnostics.is_empty() || !self.analysis.diagnostics.is_empty() {
            writeln!(out, "\n# Diagnostics\n")?;
        }
        for said in self.document.diagnostics.iter().chain(&self.analysis.diagnostics) {
            writeln!(out, "{}: {}", said.code, said.message)?;
        }
        Ok(())
    }

    /// Name and role; how often it is named; every alias with its reason; other words for it.
    fn write_entity(&self, out: &mut String, entity: &Entity) -> std::fmt::Result {
        let of_kind = |kind| entity.mentions.iter().filter(move |mention| mention.kind == kind);
        write!(out, "{} {} ×{}", entity.kind.name(), entity.name, of_kind(MentionKind::Name).count())?;
        if let Some(role) = &entity.role {
            write!(out, ", {}", role.text)?;
        }
        writeln!(out)?;
        for alias in &entity.aliases {
            writeln!(out, "    = {} ×{} ({})", alias.text, alias.count, alias.why.name())?;
        }
        for kind in [MentionKind::Nominal, MentionKind::Pronoun] {
            let words: Vec<String> = of_kind(kind).map(|mention| self.words(mention.span)).collect();
            if !words.is_empty() {
                writeln!(out, "    {}: {}", kind.name(), words.join(", "))?;
            }
        }
        Ok(())
    }

    fn write_quote(&self, out: &mut String, quote: &Quote) -> std::fmt::Result {
        let words: Vec<String> = quote.segments.iter().map(|span| self.words(*span)).collect();
        writeln!(out, "{}: {}", quote.kind.name(), words.join(" | "))?;
        let who = match quote.speaker {
            None => "no speaker named".to_owned(),
            Some(speaker) => {
                let said = self.words(speaker.span);
                match speaker.entity.map(|id| self.name(id)) {
                    Some(name) if name == said => said,
                    Some(name) => format!("{name}, as “{said}”"),
                    None => format!("“{said}”, no entity"),
                }
            }
        };
        let cue = quote.cue.map_or("no cue".to_owned(), |cue| self.words(cue));
        writeln!(out, "    {who}; {cue}; {:.2}: {}", quote.confidence, quote.why)
    }
}

#[test]
fn an_analysis_that_was_written_is_read_back_and_written_the_same() {
    for path in articles() {
        let (document, analysis) = read(&path);
        let first = export::json("a", &document, &analysis);
        let (id, document_again, again) =
            export::read_json(&first).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert_eq!(export::json(id, &document_again, &again), first, "{}", path.display());
        // Roles are found in the text again.
        for (entity, read) in analysis.entities.iter().zip(&again.entities) {
            assert_eq!(entity.role, read.role, "{}", path.display());
        }
    }
}
