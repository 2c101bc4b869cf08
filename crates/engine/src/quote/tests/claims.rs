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

#[test]
fn a_clause_that_describes_what_was_told() {
    check(
        "Tarn noted that the toll is a sign of growth, which would help the port.",
        &["indirect: the toll is a sign of growth, which would help the port <- Tarn"],
    );
    check(
        "Tarn said the crew knows its job, which is one of three.",
        &["indirect: the crew knows its job, which is one of three <- Tarn"],
    );
    check(
        "The port said the air was mild and was blown in from the sea.",
        &["indirect: the air was mild and was blown in from the sea <- The port"],
    );
    // Another subject: the reporter's.
    check("Tarn said the crew was late, which Ruiz doubts.", &["indirect: the crew was late <- Tarn"]);
}

#[test]
fn what_follows_who_is_told() {
    check(
        "Osk has told hotels and travel agents to refund all trips.",
        &["indirect: to refund all trips <- Osk"],
    );
    check(
        "The mayor last week ordered the harbour master, Bo Tarn, to leave.",
        &["indirect: to leave <- The mayor"],
    );
    check(
        "A port source told the daily repair work began in May.",
        &["indirect: repair work began in May <- A port source"],
    );
    check("Tarn said nearly forty boats had left.", &["indirect: nearly forty boats had left <- Tarn"]);
    check("Tarn said about six boats had left.", &["indirect: about six boats had left <- Tarn"]);
    check(
        "Osk counted 11 boats after a week without any, port data showed on Tuesday.",
        &["indirect: Osk counted 11 boats after a week without any <- port data"],
    );
}

#[test]
fn a_habit_of_saying() {
    check("“The sea has no manners,” she used to say.", &["direct: The sea has no manners, <- she"]);
    check(
        "“The sea has no manners,” Ida Tarn liked to say.",
        &["direct: The sea has no manners, <- Ida Tarn"],
    );
    check(
        "Ida Tarn recalled how her mother used to warn her: “Trust no calm sea.”",
        &["direct: Trust no calm sea. <- her mother"],
    );
    // An end, and no habit.
    assert_eq!(told("It is a rope used to describe knots."), Vec::<String>::new());
}

#[test]
fn said_before_a_body() {
    check("The court heard that the boat was stolen.", &["indirect: the boat was stolen <- nobody"]);
    check(
        "The boat was stolen at night, the jury was told.",
        &["indirect: The boat was stolen at night <- nobody"],
    );
    check(
        "A question by Ida Tarn on whether the pier holds was put off.",
        &["indirect: the pier holds was put off <- Ida Tarn"],
    );
    assert_eq!(told("Tarn heard that the boat was stolen."), Vec::<String>::new());
    assert_eq!(told("The court heard music."), Vec::<String>::new());
}

#[test]
fn who_speaks_around_words_in_marks() {
    check("Ida Tarn, 34, florist: “I buy no butter.”", &["direct: I buy no butter. <- Ida Tarn"]);
    check("Bo Ruiz, a pilot from Osk: “I buy no butter.”", &["direct: I buy no butter. <- Bo Ruiz"]);
    check(
        "“There will be no second offer,” the Herald quoted Ida Tarn as saying on Tuesday.",
        &["direct: There will be no second offer, <- Ida Tarn"],
    );
    check(
        "In a voicemail played to the jury, Ida Tarn can be heard telling a friend: “Burn it.”",
        &["direct: Burn it. <- Ida Tarn"],
    );
    check(
        "“Mañana volvemos,” Ida Tarn told the crowd in Osk (“Tomorrow we return”).",
        &["direct: Mañana volvemos, <- Ida Tarn"],
    );
    check(
        "In Osk, “I would be glad if it rained,” Tarn said. “Possibly more.”",
        &["direct: I would be glad if it rained, / Possibly more. <- Tarn"],
    );
    stands("“I never thought I could,” Tarn said.", &["I never thought I could,: positive speech"]);
    // A title, however long.
    assert_eq!(
        told(
            "A study titled, “Women Owners of Boats on an Equal Footing with the Men of Osk and Larn”, was shown."
        ),
        Vec::<String>::new()
    );
}
