use analysis::{Document, EntityType};

use crate::doc::Doc;
use crate::explain::trace::Trace;

/// Figures are marked `[words]` in the text; all are of one kind.
#[track_caller]
fn check(kind: EntityType, marked: &str) {
    let expected: Vec<_> = marked
        .split(['[', ']'])
        .enumerate()
        .filter(|(number, _)| number % 2 == 1)
        .map(|(_, words)| (words.to_owned(), kind))
        .collect();
    let document = Document::from_paragraphs(&marked.replace(['[', ']'], ""));
    let doc = Doc::new(&document);
    let marks = crate::quote::marks::pair(&doc);
    let dates = crate::date::find(&doc, &marks, None, &mut Trace::off());
    let found: Vec<_> = super::find(&doc, &dates)
        .into_iter()
        .map(|amount| (doc.words(amount.tokens).to_owned(), amount.kind.entity()))
        .collect();
    assert_eq!(found, expected, "{marked}");
}

#[test]
fn money_before_and_after_its_unit() {
    check(EntityType::Money, "It cost [$1.42 billion], [€1.8 million] and [US$5].");
    check(EntityType::Money, "It cost [31 cents], [five million pounds] or [20 Swiss francs].");
    check(EntityType::Money, "It cost [USD 5 million] or [£3.5bn].");
}

#[test]
fn percentages() {
    check(EntityType::Percent, "It rose [18%], then [6.1 percent], then [5 per cent].");
    check(EntityType::Percent, "It fell [three percentage points].");
}

#[test]
fn ranges_are_one_figure() {
    check(EntityType::Percent, "It rose [10 to 12 percent].");
    check(EntityType::Money, "It cost [£5m-£7m] or [$3 to $4].");
}

#[test]
fn quantities() {
    check(EntityType::Quantity, "It lay [12 miles] off, [3.5 kg] of it, on [two square kilometres].");
    check(EntityType::Quantity, "A [40-foot] wave.");
}

#[test]
fn ordinals() {
    check(EntityType::Ordinal, "She came [third], he [2nd], they [twenty-first].");
    check(EntityType::Ordinal, "Wait a second for a first-hand report.");
}

#[test]
fn counts() {
    check(
        EntityType::Cardinal,
        "They lost [26] goats, [three] dogs, [two dozen] hens and [hundreds] of bees.",
    );
    check(EntityType::Cardinal, "They lost [two hundred and five] and [1,420] of [3.5 million].");
    check(EntityType::Cardinal, "No one of them saw [one] of us.");
}

#[test]
fn dates_are_no_figures() {
    check(EntityType::Cardinal, "On 3 May 1998 they lost [four] in two weeks, at 5 p.m.");
}

#[test]
fn numbers_that_count_nothing() {
    for text in [
        "It broke down at Gate 12C near Room 4B.",
        "Under Chapter Five it is banned.",
        "Article VIII(5) says so.",
        "She was 10 years and 164 days old.",
        "It flew before the age of 12 years 295 days.",
    ] {
        check(EntityType::Cardinal, text);
    }
    check(EntityType::Cardinal, "In Sall [400] people marched.");
    check(EntityType::Quantity, "It was kept below [12C].");
}

#[test]
fn groups_scales_and_units_of_the_world() {
    check(EntityType::Money, "It was sold for [CHF 1'250'000], then for [RM750mil].");
    check(EntityType::Quantity, "She won the [92+ kg] class.");
    check(EntityType::Cardinal, "There were [12] crowns of laurel.");
    check(EntityType::Money, "It cost [12 crowns].");
}
