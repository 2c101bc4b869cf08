//! How long each phase takes on one article, and on 10 and 100 of them as one text: no phase may grow faster than
//! the text. `cargo xtask bench` runs this and works out the growth.

use analysis::Document;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use engine::phases::{Phase, Prepared, tagger};
use engine::{Options, analyze};

fn main() {
    divan::main();
}

/// The articles of tests/corpus, one after the other.
fn corpus() -> String {
    [include_str!("../../../tests/corpus/bakery-strike.txt"), include_str!("../../../tests/corpus/comet.txt")]
        .join("\n\n")
}

/// `times` copies, each with names of its own, as many articles would have.
fn text(times: usize) -> String {
    const FIRST: [&str; 10] = ["Ba", "Cro", "De", "Fi", "Gu", "Ho", "Ja", "Klo", "Mi", "Nu"];
    const SECOND: [&str; 10] = ["", "ra", "lo", "sti", "va", "we", "nu", "gri", "po", "the"];
    let corpus = corpus();
    let copies = (0..times).map(|copy| {
        let mut article = corpus.clone();
        for name in ["Pellerin", "Okonjo", "Ellingsworth", "Thorvaldsen", "Ostrowski", "Tessmark", "Larkspur"]
        {
            if copy > 0 {
                let beginning = format!("{}{}", FIRST[copy % 10], SECOND[copy / 10 % 10]);
                article = article.replace(name, &format!("{beginning}{}", name.to_lowercase()));
            }
        }
        article
    });
    copies.collect::<Vec<_>>().join("\n\n")
}

/// A phase at a length: 1, 10 and 100 times the text.
struct Case(Phase, usize);

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?} ×{}", self.0, self.1)
    }
}

fn cases() -> impl Iterator<Item = Case> {
    Phase::ALL.into_iter().flat_map(|phase| [1, 10, 100].map(|times| Case(phase, times)))
}

#[divan::bench(args = cases(), sample_count = 10)]
fn phase(bencher: Bencher, Case(phase, times): &Case) {
    let document = Document::from_paragraphs(&text(*times));
    let prepared = Prepared::new(&document);
    bencher.counter(BytesCount::of_str(&document.text)).bench_local(|| prepared.run(*phase));
}

#[divan::bench(args = ["All ×1", "All ×10", "All ×100"], sample_count = 10)]
fn all(bencher: Bencher, case: &str) {
    let times = case.trim_start_matches("All ×").parse().unwrap_or(1);
    let document = Document::from_paragraphs(&text(times));
    let options = Options::default();
    bencher.counter(BytesCount::of_str(&document.text)).bench_local(|| analyze(&document, &options));
}

/// The tagger alone, tokens and sentences with it: its items are tokens.
#[divan::bench(args = ["Tagger ×1", "Tagger ×10", "Tagger ×100"], sample_count = 10)]
fn tokens(bencher: Bencher, case: &str) {
    let times = case.trim_start_matches("Tagger ×").parse().unwrap_or(1);
    let document = Document::from_paragraphs(&text(times));
    bencher.counter(ItemsCount::new(tagger(&document).0)).bench_local(|| tagger(&document));
}
