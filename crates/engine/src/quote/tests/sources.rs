//! Who is meant where a clause or a phrase stands between a source and its verb. Three texts a kind, and one in which the
//! naive rule would do harm.

use super::check;
use super::reports::is_silent;

#[test]
fn a_relative_clause_has_the_subject_that_stands_before_it() {
    check(
        "The hall praised Bo Pell, who last year, at a fair of the millers, had said that the weir would go.",
        &[
            "indirect: Bo Pell, who last year, at a fair of the millers, had said that the weir would go <- The hall",
            "indirect: the weir would go <- Bo Pell",
        ],
    );
    check(
        "The former miner, who was born in Hale, Yorkshire said the pit was deep.",
        &["indirect: the pit was deep <- The former miner"],
    );
    // What a comma ends again is whoever says it.
    check(
        "The former miner, who was born in Hale, said the pit was deep.",
        &["indirect: the pit was deep <- The former miner"],
    );
    check(
        "In Hale, Yorkshire officials said the pit was deep.",
        &["indirect: the pit was deep <- Yorkshire officials"],
    );
}

#[test]
fn a_clause_of_time_or_reason_has_its_own_subject() {
    check(
        "There were quarrels among the bakers after the head of a guild said that prices would rise.",
        &["indirect: prices would rise <- the head of a guild"],
    );
    check(
        "The crew had a hard week since the mayor announced that the port would close.",
        &["indirect: the port would close <- the mayor"],
    );
    check(
        "This after Bo Pell had confirmed that the weir would go.",
        &["indirect: the weir would go <- Bo Pell"],
    );
    // What is told of the subject stays with it.
    check(
        "The first report published after the fire said that the roof was old.",
        &["indirect: the roof was old <- The first report"],
    );
}

#[test]
fn an_amount_opens_a_subject() {
    check(
        "Over 4,000 bakers of Osk have asked that the mill be spared.",
        &["indirect: the mill be spared <- Over 4,000 bakers of Osk"],
    );
    check("Around 30 divers said the weir was safe.", &["indirect: the weir was safe <- Around 30 divers"]);
    // "Over the weekend" only says when.
    check(
        "Over the weekend the divers said the weir was safe.",
        &["indirect: the weir was safe <- the divers"],
    );
}

#[test]
fn phrases_that_name_a_source_within_a_clause() {
    check(
        "The bakers will not go because according to Bo Pell there is no other mill.",
        &["indirect: there is no other mill <- Bo Pell"],
    );
    check(
        "The weir (according to Bo Pell) is the oldest of the county.",
        &["indirect: The weir / is the oldest of the county <- Bo Pell"],
    );
    check(
        "The fire began in a shed, according to Bo Pell, who has lived there since 1991.",
        &["indirect: The fire began in a shed <- Bo Pell"],
    );
    check(
        "The mill was never insured, as noted by Bo Pell.",
        &["indirect: The mill was never insured <- Bo Pell"],
    );
    check(
        "Ira Roche, 41, drove without a licence, Hale Crown Court heard.",
        &["indirect: Ira Roche, 41, drove without a licence <- nobody"],
    );
    // The predicate may stand behind the relative clause.
    check(
        "The fire, according to Bo Pell, who has lived there since 1991, began in a shed.",
        &["indirect: The fire / began in a shed <- Bo Pell"],
    );
}

#[test]
fn a_relative_clause_ends_what_is_said_in_it() {
    check(
        "The weir, which divers say was never meant to last, holds the river back.",
        &["indirect: was never meant to last <- divers"],
    );
    check(
        "The guild is up against plans which, it believes, break the law.",
        &["indirect: break the law <- it"],
    );
    // Without the comma the list is a part of it.
    check(
        "It was a plan that divers say was old, costly and bad.",
        &["indirect: was old, costly and bad <- divers"],
    );
}

#[test]
fn what_goes_on_with_a_report() {
    check(
        "Roche said she was tired, but not beaten by the climb.",
        &["indirect: she was tired, but not beaten by the climb <- Roche"],
    );
    check(
        "The port announced that the leak was closed, but that the pumps were still down.",
        &["indirect: the leak was closed, but that the pumps were still down <- The port"],
    );
    check(
        "Bakers asked to move the fair or at least close the lane.",
        &["indirect: to move the fair or at least close the lane <- Bakers"],
    );
    check(
        "Roche told Osk that Bo Pell had assured her that the rope was new.",
        &[
            "indirect: Bo Pell had assured her that the rope was new <- Roche",
            "indirect: the rope was new <- Bo Pell",
        ],
    );
    check("The owner was furious, calling the bill unfair.", &["indirect: the bill unfair <- The owner"]);
    // A verb in the past is the cue's neighbour.
    check(
        "Roche said the rope was new and praised the crew.",
        &["indirect: the rope was new <- Roche", "indirect: the crew <- Roche"],
    );
}

#[test]
fn what_was_not_said_is_no_quote() {
    is_silent("Roche refrained from mentioning whether she would row.");
    is_silent("Pell avoided criticising the guild.");
    is_silent("Roche did not mention the leader of the guild, or the old crew.");
    is_silent("Roche said nothing as she left.");
    check(
        "“It was the worst of all,” Roche said, referring to the race that Pell had announced.",
        &["direct: It was the worst of all, <- Roche"],
    );
    // What somebody attacks or backs is a deed, and what can be said is told.
    is_silent("The guild attacked the camp.");
    is_silent("Pell endorsed the ferry.");
    check("The guild pledged its support.", &["indirect: its support <- The guild"]);
}

#[test]
fn a_clause_that_tells_which_is_no_report() {
    is_silent("The guild decided on the crew that will man the weir.");
    is_silent("That was what Pell asked Roche at a fair we all enjoyed.");
    check(
        "The guild decided on Monday that it will man the weir.",
        &["indirect: it will man the weir <- The guild"],
    );
}

#[test]
fn a_participle_tells_whose_words_they_are_not() {
    check(
        "Bo Pell said the bakers protesting the toll are “lazy and loud people”.",
        &["mixed: lazy and loud people <- Bo Pell"],
    );
    check(
        "The day began with Mayor Han Seo-jun saying the hall is “a cold and sorry place”.",
        &["mixed: a cold and sorry place <- Mayor Han Seo-jun"],
    );
    check(
        "Bakers and millers -- the pride of the fair -- across the county have said that it is over.",
        &["indirect: it is over <- Bakers and millers"],
    );
}

#[test]
fn speech_behind_a_report_goes_on_with_it() {
    check(
        "Bo Pell said the hall was full.\n\n“It is warm in there and nobody wants to leave.”\n\nIra Roche said the fair would go on.",
        &[
            "indirect: the hall was full <- Bo Pell",
            "direct: It is warm in there and nobody wants to leave. <- Bo Pell",
            "indirect: the fair would go on <- Ira Roche",
        ],
    );
}
