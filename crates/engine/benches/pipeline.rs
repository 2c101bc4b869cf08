//! How long each component takes on an article, on texts of a kind that once took the square of their length, and on
//! 16 times as much of each: no component may grow faster than the text. `cargo xtask bench` runs this and works out
//! the growth.

use analysis::Document;
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use engine::pipeline::{Prepared, find_names, names};
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
fn articles(times: usize) -> String {
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

/// What a text is like.
#[derive(Clone, Copy)]
enum Kind {
    Article,
    /// One sentence without end: names with commas between them.
    Names,
    /// Full stops of which none ends a sentence: "A. B. C."
    Initials,
    /// Lines that begin like a speaker's in a transcript: "RUIZ: We waited."
    Labels,
}

impl Kind {
    const ALL: [Kind; 4] = [Kind::Article, Kind::Names, Kind::Initials, Kind::Labels];

    fn text(self, times: usize) -> String {
        let rows = |count: usize, row: fn(usize) -> String, between: &str| {
            (0..count * times).map(row).collect::<Vec<_>>().join(between)
        };
        match self {
            Kind::Article => articles(times),
            Kind::Names => {
                let row = |at| format!("{} {}", OTHER_GIVEN[at % OTHER_GIVEN.len()], made_up(at));
                rows(100, row, ", ")
            }
            Kind::Initials => rows(600, |at| format!("{}.", char::from(b'A' + (at % 26) as u8)), " "),
            Kind::Labels => {
                let row =
                    |at| format!("{}: We waited {at} days for the ferry.", made_up(at % 4).to_uppercase());
                rows(50, row, "\n")
            }
        }
    }
}

/// A component on so many times a text, as a row of the table: "dates ×16", "dates, names ×16".
struct Case(&'static str, Kind, usize);

impl std::fmt::Display for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let kind = match self.1 {
            Kind::Article => "",
            Kind::Names => ", names",
            Kind::Initials => ", initials",
            Kind::Labels => ", labels",
        };
        write!(f, "{}{kind} ×{}", self.0, self.2)
    }
}

/// Each of these rows for every kind of text, once and 16 times.
fn cases(rows: impl Iterator<Item = &'static str>) -> Vec<Case> {
    let kinds = |row| Kind::ALL.into_iter().flat_map(move |kind| [1, 16].map(|times| Case(row, kind, times)));
    rows.flat_map(kinds).collect()
}

#[divan::bench(args = cases(names()), sample_count = 10)]
fn component(bencher: Bencher, Case(name, kind, times): &Case) {
    let document = Document::from_paragraphs(&kind.text(*times));
    let options = Options::default();
    let mut prepared = Prepared::new(&document, &options);
    bencher.counter(BytesCount::of_str(&document.text)).bench_local(|| prepared.run(name));
}

#[divan::bench(args = cases(std::iter::once("all")), sample_count = 10)]
fn all(bencher: Bencher, Case(_, kind, times): &Case) {
    let document = Document::from_paragraphs(&kind.text(*times));
    let options = Options::default();
    bencher.counter(BytesCount::of_str(&document.text)).bench_local(|| analyze(&document, &options));
}

/// Tokens, sentences, parts of speech and names alone: its items are tokens.
#[divan::bench(args = ["names alone ×1", "names alone ×16"], sample_count = 10)]
fn names_alone(bencher: Bencher, case: &str) {
    let times = case.trim_start_matches("names alone ×").parse().unwrap_or(1);
    let document = Document::from_paragraphs(&articles(times));
    bencher.counter(ItemsCount::new(find_names(&document).0)).bench_local(|| find_names(&document));
}
