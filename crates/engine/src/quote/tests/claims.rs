//! Where a claim stands around its cue: behind a phrase or a comma, before a time, on both sides. Three texts a kind, and
//! one in which the naive rule would do harm.

use super::{check, stands, told};

#[test]
fn a_part_of_the_day_is_no_part_of_the_claim() {
    check(
        "The pier was shut, port master Ida Tarn said on Monday evening.",
        &["indirect: The pier was shut <- port master Ida Tarn"],
    );
    check("The pier was shut, police said Tuesday night in Osk.", &["indirect: The pier was shut <- police"]);
    check("Tarn said on Friday morning that the pier was shut.", &["indirect: the pier was shut <- Tarn"]);
    check("Monday night the crew said the pier was shut.", &["indirect: the pier was shut <- the crew"]);
    // A night of which something is told.
    check(
        "Tarn said Monday night’s storm was the worst.",
        &["indirect: Monday night’s storm was the worst <- Tarn"],
    );
}

#[test]
fn as_somebody_said() {
    check("As Tarn noted, the pier is old.", &["indirect: the pier is old <- Tarn"]);
    check(
        "But as the Herald reported on Monday, the port had paid for it.",
        &["indirect: the port had paid for it <- the Herald"],
    );
    check(
        "The port had paid for it, as the Herald reported on Monday, and Ruiz left.",
        &["indirect: The port had paid for it <- the Herald"],
    );
    check("It was, as Tarn said, a bad year.", &["indirect: It was / a bad year <- Tarn"]);
    // What happened while somebody spoke, and what somebody thought.
    assert_eq!(told("As Tarn expected, the pier sank."), Vec::<String>::new());
}

#[test]
fn behind_a_comma() {
    check("Tarn said in a note, the pier was old.", &["indirect: the pier was old <- Tarn"]);
    check(
        "In its yearly look back, the port said from 2-9 May, five boats sank.",
        &["indirect: from 2-9 May, five boats sank <- the port"],
    );
    check(
        "The boats will meet next week, Tarn said, adding, “They need time.”",
        &["indirect: The boats will meet next week <- Tarn", "direct: They need time. <- Tarn"],
    );
    // The sentence goes on with a claim that began before the cue.
    check(
        "When the boat came, Tarn said, it was late.",
        &["indirect: When the boat came / it was late <- Tarn"],
    );
}

#[test]
fn a_subject_of_one_word_before_the_cue() {
    stands("Nobody, Tarn said, knows the way.", &["Nobody / knows the way: positive speech"]);
    stands("No one, the pilot said, should sail.", &["No one / should sail: positive speech"]);
    check(
        "Wages, according to the port, rose by a tenth.",
        &["indirect: Wages / rose by a tenth <- the port"],
    );
    check("Fish, Tarn says, was cheap.", &["indirect: Fish / was cheap <- Tarn"]);
    // An opening word that no predicate follows.
    stands("Nobody said the pier was safe.", &["the pier was safe: negative speech"]);
}

#[test]
fn in_keeping_with_a_plan() {
    for text in [
        "The launch went according to plan until it rained.",
        "The bread was made according to a recipe from 1880.",
        "Boats are hired out according to the rules of the port.",
    ] {
        assert_eq!(told(text), Vec::<String>::new(), "{text}");
    }
    // A law that says something.
    check(
        "According to the law, boats must carry two lamps.",
        &["indirect: boats must carry two lamps <- the law"],
    );
}

#[test]
fn a_report_of_what_another_said() {
    check(
        "According to the Herald’s yearly survey, which looks at fish, crabs and eels, Tarn said that the port pays.",
        &["indirect: the port pays <- Tarn"],
    );
    check("According to the Herald, Tarn said the port pays.", &["indirect: the port pays <- Tarn"]);
    check(
        "According to the survey, which looks at fish and eels, the port pays.",
        &["indirect: the port pays <- the survey"],
    );
}

#[test]
fn subjects_of_other_shapes() {
    check(
        "The pier will be shut, a source close to him said.",
        &["indirect: The pier will be shut <- a source close to him"],
    );
    check(
        "Some party strategists said none of the boats would sail.",
        &["indirect: none of the boats would sail <- Some party strategists"],
    );
    check(
        "Whether the pier holds will be seen in May, said Ida Tarn.",
        &["indirect: Whether the pier holds will be seen in May <- Ida Tarn"],
    );
    check(
        "Keeping the pier open is beyond the port, said a handful of pilots.",
        &["indirect: Keeping the pier open is beyond the port <- a handful of pilots"],
    );
    // No claim stands before, and nothing was said.
    assert_eq!(told("Speaking at the pier, which had been shut, said nothing."), Vec::<String>::new());
}

#[test]
fn a_question_over_an_apposition() {
    for text in [
        "Detectives want to find out whether the mate, Bo Tarn, told the crew: “Leave the lamp on.”",
        "It is unclear whether his brother, Bo Tarn, told the crew: “Leave the lamp on.”",
    ] {
        stands(text, &["Leave the lamp on.: uncertain speech"]);
    }
    stands("If it rains, Tarn said, “we stay.”", &["we stay.: positive speech"]);
    stands(
        "In a recording, Tarn can be heard telling a friend: “Leave the lamp on.”",
        &["Leave the lamp on.: positive speech"],
    );
}

#[test]
fn an_aside_within_a_claim() {
    check(
        "She noted that Osk, led by the guild, and through its plan, which began last year, seeks to sell more fish.",
        &[
            "indirect: Osk, led by the guild, and through its plan, which began last year, seeks to sell more fish <- She",
        ],
    );
    check(
        "Tarn confirmed about 1,200 job posts have been filled.",
        &["indirect: about 1,200 job posts have been filled <- Tarn"],
    );
    check(
        "While only 7 percent said they would go, a third of the rest was angry.",
        &["indirect: they would go <- 7 percent"],
    );
    check(
        "Tarn told the judges hearing the case, that the mayor was late.",
        &["indirect: the mayor was late <- Tarn"],
    );
}
