//! Where a report begins and ends, and the words that name its source. Three texts a kind, and one in which the naive
//! rule would do harm.

use super::{check, stands, told};

#[test]
fn a_clause_that_the_reporter_adds() {
    check(
        "Tarn plans to sell the mill and it is not clear who will buy it.",
        &["indirect: to sell the mill <- Tarn"],
    );
    check("Tarn wants to sell the mill, and Ruiz is angry.", &["indirect: to sell the mill <- Tarn"]);
    check(
        "Tarn expects the toll to rise by a third, while her rivals see it fall.",
        &["indirect: the toll to rise by a third <- Tarn"],
    );
    check(
        "Tarn said two years ago that the pier would sink, and on Monday it did.",
        &["indirect: the pier would sink <- Tarn"],
    );
    // What is expected goes on, and so does an infinitive or a question within it.
    check(
        "Tarn said the crew would leave, and the pilot would stay.",
        &["indirect: the crew would leave, and the pilot would stay <- Tarn"],
    );
    check(
        "Tarn wants the plan to come from the crew and be kept by it.",
        &["indirect: the plan to come from the crew and be kept by it <- Tarn"],
    );
    check(
        "Tarn wants to know who else beside Pell and Orr had left the mill.",
        &["indirect: to know who else beside Pell and Orr had left the mill <- Tarn"],
    );
}

#[test]
fn what_goes_on_within_a_report() {
    check(
        "Tarn says the work has become easier, but also more tedious.",
        &["indirect: the work has become easier, but also more tedious <- Tarn"],
    );
    check(
        "Tarn said they sell not only because they are cheap, but also because they last.",
        &["indirect: they sell not only because they are cheap, but also because they last <- Tarn"],
    );
    check(
        "Tarn said the mill, which had no roof when she came, now fed three towns.",
        &["indirect: the mill, which had no roof when she came, now fed three towns <- Tarn"],
    );
    // The reporter's own "but".
    check("Tarn said it would rain, but the roof held.", &["indirect: it would rain <- Tarn"]);
}

#[test]
fn who_hears_it_is_no_part_of_it() {
    check("Tarn told the court Ms Orr was ill.", &["indirect: Ms Orr was ill <- Tarn"]);
    check("Tarn told the committee Pell had left.", &["indirect: Pell had left <- Tarn"]);
    check("Tarn pledged to voters that the toll would go.", &["indirect: the toll would go <- Tarn"]);
    check("Tarn told her brother Pell had left.", &["indirect: Pell had left <- Tarn"]);
    // A name that is all of the hearer.
    check("Tarn told Ruiz the plan was dead.", &["indirect: the plan was dead <- Tarn"]);
}

#[test]
fn a_report_that_is_a_subject() {
    check(
        "Whether Tarn will say that the pier is safe is an open question.",
        &["indirect: the pier is safe <- Tarn"],
    );
    check("Tarn will say that what is lost is lost.", &["indirect: what is lost is lost <- Tarn"]);
}

#[test]
fn a_phrase_between_auxiliary_and_verb() {
    stands("Tarn had at no time called the crew “lazy”.", &["lazy: negative speech"]);
    stands("Tarn refrained from calling the crew “lazy”.", &["lazy: negative speech"]);
    stands("Tarn has at no point described sailors as “cargo”.", &["cargo: negative speech"]);
    check("Tarn has in recent months said the crew was late.", &["indirect: the crew was late <- Tarn"]);
    check("Tarn has since said the crew was late.", &["indirect: the crew was late <- Tarn"]);
    stands("Tarn, in no mood to wait, called the crew “lazy”.", &["lazy: positive speech"]);
}

#[test]
fn a_participle_that_describes_its_noun() {
    check("Opposing counsel said the bell was old.", &["indirect: the bell was old <- Opposing counsel"]);
    check(
        "Supporting documents say the bell was old.",
        &["indirect: the bell was old <- Supporting documents"],
    );
    check(
        "A note on the door informed visitors that the mill was shut.",
        &["indirect: the mill was shut <- A note on the door"],
    );
    // "Well informed visitors" are told nothing.
    assert_eq!(told("The informed visitors that came were early."), Vec::<String>::new());
}

#[test]
fn a_verb_that_reports_only_with_that() {
    check("Tarn submitted that nobody had known.", &["indirect: nobody had known <- Tarn"]);
    check("Tarn has established that the bell was old.", &["indirect: the bell was old <- Tarn"]);
    assert_eq!(told("Tarn submitted plans that would raise the rent."), Vec::<String>::new());
}

#[test]
fn a_source_without_its_time_and_its_verb() {
    check("This time the crew said it was late.", &["indirect: it was late <- the crew"]);
    check(
        "Earlier this year the Harbour Board said it was late.",
        &["indirect: it was late <- the Harbour Board"],
    );
    check("They’ve said the road is safe.", &["indirect: the road is safe <- They"]);
    check("Last year’s report said it was late.", &["indirect: it was late <- Last year’s report"]);
}

#[test]
fn a_part_of_a_whole_before_according_to() {
    check(
        "About a fifth of the coins, according to Tarn, had been melted down.",
        &["indirect: About a fifth of the coins / had been melted down <- Tarn"],
    );
    check(
        "By May, according to Tarn, the coins had been melted down.",
        &["indirect: the coins had been melted down <- Tarn"],
    );
    check(
        "According to the survey, published by the port, half of the crew rowed.",
        &["indirect: half of the crew rowed <- the survey"],
    );
}

#[test]
fn what_a_paper_reads() {
    check("“Words fail me,” the statement read.", &["direct: Words fail me, <- the statement"]);
    check("“Words fail me,” the letter reads.", &["direct: Words fail me, <- the letter"]);
}

#[test]
fn what_is_added_has_its_own_cue() {
    check(
        "The cabinet will not last, the clerk said, adding that its task is to wait.",
        &["indirect: The cabinet will not last <- the clerk", "indirect: its task is to wait <- the clerk"],
    );
    check(
        "Tarn said that the mill had its own aims adding that the crew would decide.",
        &["indirect: the mill had its own aims <- Tarn", "indirect: the crew would decide <- Tarn"],
    );
    check(
        "He said, contrary to the claims of her rivals, the pier was safe, he added.",
        &["indirect: contrary to the claims of her rivals, the pier was safe <- he"],
    );
    // What the report itself adds up stays in it.
    check(
        "Tarn said that the crew was adding a sail to the boat.",
        &["indirect: the crew was adding a sail to the boat <- Tarn"],
    );
}

#[test]
fn a_past_behind_what_would_be() {
    check(
        "Tarn said that the crew would discuss the toll and praised the pilot.",
        &["indirect: the crew would discuss the toll <- Tarn", "indirect: the pilot <- Tarn"],
    );
    check(
        "While they hope to win voters for the new party, Free Coast, from both sides, Tarn stayed.",
        &["indirect: to win voters for the new party, Free Coast, from both sides <- they"],
    );
}

#[test]
fn whole_sentences_in_marks_that_a_bracket_opens() {
    check(
        "Tarn said, “(The boats) sank in the bay. And they stayed there,” and left.",
        &["direct: (The boats) sank in the bay. And they stayed there, <- Tarn"],
    );
}
