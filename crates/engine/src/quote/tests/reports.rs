//! Indirect speech and the words around it: where a report ends, whose it is, and what is none. Three texts a kind, and
//! one in which the naive rule would do harm.

use super::{check, stands, told};

/// Nothing of these kinds is told.
#[track_caller]
pub(super) fn is_silent(text: &str) {
    assert_eq!(told(text), Vec::<String>::new(), "{text}");
}

#[test]
fn a_report_ends_with_its_clause() {
    check(
        "While Osk says the mill is safe, Roche says it is not.",
        &["indirect: the mill is safe <- Osk", "indirect: it is not <- Roche"],
    );
    check(
        "Osk told reporters the mill was safe, while Roche said it was not.",
        &["indirect: the mill was safe <- Osk", "indirect: it was not <- Roche"],
    );
    check(
        "Roche praised the crew for its calm and thanked the pilot for his help.",
        &["indirect: the crew for its calm <- Roche", "indirect: the pilot for his help <- Roche"],
    );
    // What is joined within the report stays in it.
    check(
        "Roche said she had tried the winch and found it sound.",
        &["indirect: she had tried the winch and found it sound <- Roche"],
    );
}

#[test]
fn a_tail_takes_the_whole_claim() {
    check(
        "Voters think she is honest, a poll by Brill found.",
        &["indirect: Voters think she is honest <- a poll by Brill"],
    );
    check("The hall cannot expect to win, Orr argues.", &["indirect: The hall cannot expect to win <- Orr"]);
    check(
        "The hall will be sold in spring, council papers show.",
        &["indirect: The hall will be sold in spring <- council papers"],
    );
    // A cue in the middle has its own clause.
    check("Orr notes that the hall was sold.", &["indirect: the hall was sold <- Orr"]);
}

#[test]
fn findings_need_no_verb() {
    check("Polls show Roche ahead in the south.", &["indirect: Roche ahead in the south <- Polls"]);
    check("The survey shows Osk up by ten points.", &["indirect: Osk up by ten points <- The survey"]);
    check(
        "A survey of 900 parents shows most oppose the ban.",
        &["indirect: most oppose the ban <- A survey of 900 parents"],
    );
    // Somebody who finds a thing reports nothing.
    is_silent("Roche found a purse on the pier.");
}

#[test]
fn a_name_that_is_given_is_said() {
    check("The mayor called the plan a disgrace.", &["indirect: the plan a disgrace <- The mayor"]);
    check("The mayor described the plan as a disgrace.", &["indirect: the plan as a disgrace <- The mayor"]);
    check("Osk described the toll as a tax on hope.", &["indirect: the toll as a tax on hope <- Osk"]);
    is_silent("The mayor called the police.");
}

#[test]
fn what_is_spoken_about() {
    check("Osk warned of a flood.", &["indirect: a flood <- Osk"]);
    check("Osk complained about the noise.", &["indirect: the noise <- Osk"]);
    check("Roche’s warnings of a flood were ignored.", &["indirect: a flood <- Roche"]);
    // Who is asked has said nothing yet.
    check("Osk, asked about the noise, said it was loud.", &["indirect: it was loud <- Osk"]);
}

#[test]
fn who_does_not_answer_says_nothing() {
    is_silent("Osk did not respond to questions about the fire.");
    is_silent("The police did not immediately reply to a request for comment.");
    is_silent("A spokeswoman for the port declined to comment.");
    check("Osk replied that the fire was out.", &["indirect: the fire was out <- Osk"]);
}

#[test]
fn a_time_is_nobody_who_speaks() {
    check(
        "Last month, the Herald, a local paper, revealed that the lift was unsafe.",
        &["indirect: the lift was unsafe <- the Herald"],
    );
    check(
        "Last year, in the wake of the storm, Mayor Ida Tarn said that the pier would close.",
        &["indirect: the pier would close <- Mayor Ida Tarn"],
    );
    check("Critics have long said that the lift was unsafe.", &["indirect: the lift was unsafe <- Critics"]);
    check(
        "Last year’s report said that the lift was unsafe.",
        &["indirect: the lift was unsafe <- Last year’s report"],
    );
}

#[test]
fn marks_in_an_aside_are_no_part_of_what_follows() {
    check(
        "Meg Harte, who calls herself “a fixer first,” said: “I won’t quit.”",
        &["mixed: a fixer first, <- Meg Harte", "direct: I won’t quit. <- Meg Harte"],
    );
    check(
        "“The tide,” he said — a gull screamed overhead — “waits for no one.”",
        &["direct: The tide, / waits for no one. <- he"],
    );
    check(
        "“The tide,” he said. A gull screamed. “It waits for no one.”",
        &["direct: The tide, <- he", "direct: It waits for no one. <- he"],
    );
}

#[test]
fn an_answer_and_a_note_are_theirs_who_wrote_them() {
    check("Dahl laughed off his brother’s remarks: “He was tired.”", &["direct: He was tired. <- Dahl"]);
    check("Dahl’s reply was short: “No.”", &["direct: No. <- Dahl"]);
    check(
        "Odell said Lorne had sent a note to his wife saying: “It is done.”",
        &["direct: It is done. <- Lorne"],
    );
    check("Odell sent a note to his wife saying: “It is done.”", &["direct: It is done. <- Odell"]);
}

#[test]
fn words_of_a_survey_and_titles_at_the_start_are_nobodys() {
    is_silent("31% agreed with the statement “trains are too dear”.");
    is_silent("“Salt and Smoke” opens on Friday at the Regal.");
    is_silent("“The Long Row”, a play by Nell Ash, opens with a storm.");
    check("Osk made a statement: “Trains are too dear.”", &["direct: Trains are too dear. <- Osk"]);
}

#[test]
fn not_said_in_other_ways() {
    stands("Never once did Voss call the board “thieves”.", &["thieves: negative speech"]);
    stands("Voss never once described the board as “thieves”.", &["thieves: negative speech"]);
    stands("Lorne refused to call the strike “illegal”.", &["illegal: negative speech"]);
    stands("Without calling it “theft”, Odell left.", &["theft: negative speech"]);
    stands("Only once did Voss call the board “thieves”.", &["thieves: positive speech"]);
    check(
        "Nobody at the mill said the boiler was faulty.",
        &["indirect: the boiler was faulty <- Nobody at the mill"],
    );
}

#[test]
fn an_attitude_is_a_thought() {
    stands("Osk supports a free port.", &["a free port: positive thought"]);
    stands("Osk opposes the new toll.", &["the new toll: positive thought"]);
    stands("Osk praises the new toll.", &["the new toll: positive speech"]);
}

#[test]
fn words_in_the_aside_of_who_goes_on() {
    check(
        "Ms Roche, warning that the “roof is rotten,” added: “I will not go in.”",
        &["mixed: roof is rotten, <- Ms Roche", "direct: I will not go in. <- Ms Roche"],
    );
}

#[test]
fn a_source_close_to_something() {
    check(
        "“It sank,” said a source close to the talks.",
        &["direct: It sank, <- a source close to the talks"],
    );
}

#[test]
fn a_ruling_that_calls_something_so() {
    check("The ruling calls the search “a farce”.", &["mixed: a farce <- The ruling"]);
}

#[test]
fn what_somebody_would_not_say_is_no_report() {
    is_silent("Neither mill would comment on the price.");
    is_silent("Roche did not comment on the price.");
    is_silent("Two pilots, who asked not to be named, left.");
    check("Roche did not say that the mill was safe.", &["indirect: the mill was safe <- Roche"]);
}

#[test]
fn what_is_made_for_an_end_wishes_nothing() {
    is_silent("The service aims to link the mills.");
    is_silent("The new rules seek to limit the noise.");
    is_silent("A chart showing where the pipe runs hung in the hall.");
    check("Roche aims to link the mills.", &["indirect: to link the mills <- Roche"]);
}

#[test]
fn a_word_that_joins_sentences_is_the_reporters() {
    check("However, the mill is safe, Roche said.", &["indirect: the mill is safe <- Roche"]);
    check("Meanwhile, the pipe leaks, Osk said.", &["indirect: the pipe leaks <- Osk"]);
    check("Sadly, the pipe leaks, Osk said.", &["indirect: Sadly, the pipe leaks <- Osk"]);
}
