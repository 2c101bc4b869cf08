//! Kinds of times that look like others: each with words of its own, and a case that must stay as it is.

use super::{check, check_on, check_published};
use analysis::BlockKind;

#[test]
fn the_verb_of_its_own_clause_tells_the_side() {
    check("Nobody knows why the gate was open on [Sunday=2025-05-11].");
    check("It is unclear where the nurse was on [Monday=2025-05-12].");
    check("Hale, who beat Dunmore in [April=2025-04], will start with ten men.");
    check("Surgeons in Dunmore reported on [Friday=2025-05-09] that it works.");
    // The verb that it hangs on is still to come.
    check("The court will say on [Friday=2025-05-16] whether the judge was right.");
}

#[test]
fn what_was_planned_and_did_not_come_is_past() {
    check("She was due to speak on [Monday=2025-05-12] but stayed at home.");
    check("He was supposed to play on [Friday=2025-05-09], but broke a toe.");
    check("She is due to speak on [Monday=2025-05-19] but may stay at home.");
}

#[test]
fn a_headline_says_what_is_to_come_by_its_infinitive() {
    check("Court to hear banned writer’s plea on [Friday=2025-05-16]\nShe is in Hale.");
    check("Union to vote on new pay offer [Monday=2025-05-19]\nIt is in Hale.");
    check("Mayor resigns after row on [Monday=2025-05-12]\nShe is in Hale.");
}

#[test]
fn a_length_in_two_units_is_one() {
    check("The crossing takes [two hours and twenty minutes=PT2H20M].");
    check("He was held for [3 years and 6 months=P3Y6M].");
    check("It lasted [one day, 4 hours=P1DT4H].");
    check("It lasted [two days=P2D] and four people died.");
    check("The child is 10 years and 164 days old.");
}

#[test]
fn the_last_of_something_is_counted_from_nothing() {
    check("Two boats sank on the last day of the fair.");
    check("She wrote it in the last year of the war.");
    check("Growth slowed in [the last quarter of 2023=2023-Q4].");
    check("It rained for [the last week=P1W].");
    check("It rained [last week=2025-W19].");
}

#[test]
fn a_first_is_seen_in_a_length() {
    check("It is her first trip abroad in [more than two years=P2Y].");
    check("This is the worst drought in [40 years=P40Y].");
    check("The bridge will open in [two years=2027].");
}

#[test]
fn winter_has_the_year_that_it_began_in() {
    check_on(Some("2025-03-12"), "Bills doubled [this past winter=2024-WI].");
    check_on(Some("2025-11-12"), "Bills will double [this winter=2025-WI].");
    check_on(Some("2025-06-12"), "Bills will double [next winter=2025-WI].");
    check_on(Some("2025-06-12"), "Hale burned [last summer=2024-SU].");
}

#[test]
fn names_of_papers_films_and_parts_of_matches_are_no_times() {
    check("The ferry is safe, a local daily said.");
    check("The film 2046 is long, and the BMW 2002 is loud.");
    check("Trailing 14-10, the Kites scored twice in the fourth quarter.");
    check("The ferry goes [daily=P1D].");
    check("Profits fell in [the fourth quarter=2024-Q4].");
}

#[test]
fn the_day_in_an_address_or_behind_a_dateline_is_that_of_writing() {
    use BlockKind::{Dateline, Paragraph};
    let story = (Paragraph, "The ferry sank on Sunday.");
    let address = "https://gazette.example/news/16/07/2022/ferry-sinks";
    check_published(&[(Paragraph, address), story], Some("2022-07-16"));
    check_published(&[(Paragraph, "https://gazette.example/12/3456"), story], None);
    check_published(&[(Dateline, "LINDMOUTH - 17 July 2022:"), story], Some("2022-07-17"));
}
