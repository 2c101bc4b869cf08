use analysis::{Change, Document, Figure};

use crate::{Options, analyze};

fn figures(text: &str) -> (Document, Vec<Figure>) {
    let document = Document::from_paragraphs(text);
    let figures = analyze(&document, &Options::default()).figures;
    (document, figures)
}

/// The only figure of the text: its words, value, unit, what it counts and how it changed.
#[track_caller]
fn check(text: &str, words: &str, value: (f64, f64), unit: &str, of: &str, change: Option<Change>) {
    let (document, figures) = figures(text);
    let figure = figures.iter().find(|figure| figure.span.of(&document.text) == words);
    let figure = figure.unwrap_or_else(|| panic!("{words} is a figure of {text}: {figures:?}"));
    assert_eq!(figure.value, Some(value), "{text}");
    assert_eq!(figure.unit, unit, "{text}");
    assert_eq!(figure.of.map_or("", |of| of.of(&document.text)), of, "{text}");
    assert_eq!(figure.change, change, "{text}");
}

#[test]
fn money_has_the_code_of_its_currency_or_its_bare_sign() {
    check("The bridge cost $1.42 billion last year.", "$1.42 billion", (1.42e9, 1.42e9), "$", "", None);
    check("It paid US$5 million in damages.", "US$5 million", (5e6, 5e6), "USD", "damages", None);
    check("It paid €3.5bn for the port.", "€3.5bn", (3.5e9, 3.5e9), "EUR", "", None);
    check("It paid 20 million Swiss francs for it.", "20 million Swiss francs", (2e7, 2e7), "CHF", "", None);
}

#[test]
fn a_range_has_two_ends_and_one_scale() {
    check("It will cost $3 to $4 million.", "$3 to $4 million", (3e6, 4e6), "$", "", None);
    // Found by chance: the end that is written first can be the greater one.
    check("It cost $5 to $4 million.", "$5 to $4 million", (4e6, 5e6), "$", "", None);
    check("Turnout was 10 to 12 percent.", "10 to 12 percent", (10.0, 12.0), "%", "", None);
}

#[test]
fn a_count_has_what_it_counts() {
    check("They lost 26 goats in the flood.", "26", (26.0, 26.0), "", "goats", None);
    check(
        "The storm left 1,200 injured people without a home.",
        "1,200",
        (1200.0, 1200.0),
        "",
        "injured people",
        None,
    );
    check("About 18% of voters stayed at home.", "18%", (18.0, 18.0), "%", "voters", None);
}

#[test]
fn a_change_has_its_direction_and_what_changed() {
    check(
        "Net income rose 18% from a year earlier.",
        "18%",
        (18.0, 18.0),
        "%",
        "Net income",
        Some(Change::Up),
    );
    check(
        "The company said revenue fell by nearly 6 percent.",
        "6 percent",
        (6.0, 6.0),
        "%",
        "revenue",
        Some(Change::Down),
    );
    check("Fares are 12% higher than in March.", "12%", (12.0, 12.0), "%", "Fares", Some(Change::Up));
}

#[test]
fn a_level_is_no_change() {
    check("Inflation rose to 5 percent in May.", "5 percent", (5.0, 5.0), "%", "Inflation", None);
}

#[test]
fn what_it_is_set_against() {
    let (document, figures) = figures("Revenue rose 18% from a year earlier, the company said.");
    let against = figures[0].against.expect("it is set against a year");
    assert_eq!(against.of(&document.text), "a year earlier");
}

#[test]
fn dozens_have_no_value() {
    let (_, figures) = figures("The storm killed dozens of people in the valley.");
    assert_eq!(figures[0].value, None);
}

#[test]
fn measures_keep_their_words() {
    check(
        "The fire burned 12 square miles of forest.",
        "12 square miles",
        (12.0, 12.0),
        "square miles",
        "forest",
        None,
    );
}
