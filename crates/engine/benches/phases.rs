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

/// The surnames, towns and firms of the corpus that are made up.
const INVENTED: [&str; 17] = [
    "Achterberg",
    "Tessmark",
    "Hollin",
    "Pellerin",
    "Okonjo",
    "Ellingsworth",
    "Abernathy",
    "Dufresne",
    "Evering",
    "Marchetti",
    "Brannoc",
    "Vandermeer",
    "Thorvaldsen",
    "Larkspur",
    "Ibarra",
    "Ostrowski",
    "Achebe",
];

/// The given names of the corpus, and what people are called in the copies.
const GIVEN: [&str; 9] = ["Rosalind", "Oswin", "Fenna", "Dag", "Lucan", "Mireille", "Ivo", "Priya", "Annika"];
const OTHER_GIVEN: [&str; 40] = [
    "Aaron", "Alice", "Amir", "Anna", "Boris", "Carla", "Chen", "Clara", "Daniel", "Diana", "Elena", "Emil",
    "Farah", "Felix", "Grace", "Hassan", "Helen", "Igor", "Irene", "Jacob", "Julia", "Karim", "Laura",
    "Leon", "Maria", "Martin", "Nadia", "Nils", "Olga", "Oscar", "Paula", "Peter", "Rosa", "Samuel", "Sofia",
    "Tariq", "Teresa", "Victor", "Vera", "Yusuf",
];

/// So many articles as one text. Each copy has names of its own, unlike those of the others by their letters, so
/// that people and places grow in number as they do over so many articles, and are as seldom taken for one another.
fn text(times: usize) -> String {
    let corpus = corpus();
    let copies = (0..times).map(|copy| {
        let mut article = corpus.clone();
        if copy > 0 {
            for (at, name) in INVENTED.iter().enumerate() {
                article = article.replace(name, &made_up(copy * INVENTED.len() + at));
            }
            for (at, name) in GIVEN.iter().enumerate() {
                article = article.replace(name, OTHER_GIVEN[(copy * 7 + at * 11) % OTHER_GIVEN.len()]);
            }
        }
        article
    });
    copies.collect::<Vec<_>>().join("\n\n")
}

/// The surname or place of this number: no two begin and end alike below 1,728.
fn made_up(number: usize) -> String {
    const FIRST: [&str; 48] = [
        "Alv", "Bald", "Brisk", "Cald", "Corm", "Dahl", "Drenk", "Eb", "Esk", "Falk", "Fre", "Gal", "Gord",
        "Grim", "Hast", "Holm", "Ib", "Isk", "Jand", "Jur", "Kald", "Kess", "Krov", "Lank", "Lom", "Mard",
        "Milv", "Nev", "Nord", "Ol", "Orl", "Pask", "Pim", "Quent", "Rask", "Rom", "Sald", "Sten", "Tark",
        "Thul", "Ulm", "Urk", "Vald", "Vost", "Wend", "Yar", "Zab", "Zim",
    ];
    const LAST: [&str; 36] = [
        "anko", "arro", "aud", "berg", "by", "ckx", "dahl", "dze", "elli", "enson", "fors", "gard", "ghi",
        "hurst", "ian", "ino", "klein", "lund", "mann", "moor", "nder", "oglu", "ovic", "poulos", "quist",
        "rath", "shaw", "sk", "stad", "teau", "than", "ulla", "ura", "vik", "wick", "zaki",
    ];
    const MIDDLE: [&str; 5] = ["a", "e", "i", "o", "u"];
    let mixed = number * 1_009 % (FIRST.len() * LAST.len());
    let (first, last) = (mixed / LAST.len(), mixed % LAST.len());
    format!("{}{}{}", FIRST[first], MIDDLE[number % MIDDLE.len()], LAST[last])
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
