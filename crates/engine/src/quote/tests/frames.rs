//! Frames in which a verb of the list reports nothing, and beside each the frame in which it does.

use super::check;
use super::reports::is_silent;

#[test]
fn what_is_offered_is_a_thing_or_said() {
    is_silent("Most stalls offer grilled corn.");
    is_silent("Local yards often offer seedling trees.");
    is_silent("The club is cutting fees and offering family rooms.");
    is_silent("Roche offered the girl a boat.");
    check("Roche offered an apology to the crew.", &["indirect: an apology to the crew <- Roche"]);
    check("Roche offered praise for the crew.", &["indirect: praise for the crew <- Roche"]);
    check("Osk offered the pilot a job at the mill.", &["indirect: the pilot a job at the mill <- Osk"]);
}

#[test]
fn another_verb_of_the_same_letters() {
    is_silent("Roche maintained a narrow lead over Osk.");
    is_silent("Roche found herself in a long queue and left.");
    is_silent("Osk claimed a third title at the regatta.");
    is_silent("The station will air the match on Sunday.");
    is_silent("Ida Tarn is challenging Osk for the seat in the south.");
    is_silent("Roche found old stones that glowed in the dark.");
    is_silent("Roche is eager to find the answer to an old riddle.");
    is_silent("The valley offers wide views of the port.");
    is_silent("The board denied him the prize.");
    check("Roche maintained that the mill was safe.", &["indirect: the mill was safe <- Roche"]);
    check("Roche maintained the mill was safe.", &["indirect: the mill was safe <- Roche"]);
    check("Osk claimed responsibility for the fire.", &["indirect: responsibility for the fire <- Osk"]);
    check("Villagers aired concerns about the dam.", &["indirect: concerns about the dam <- Villagers"]);
    check(
        "The memo shows pilots trained at the mill are seldom hired.",
        &["indirect: pilots trained at the mill are seldom hired <- The memo"],
    );
    check("Osk challenged Tarn to a debate.", &["indirect: Tarn to a debate <- Osk"]);
}

#[test]
fn idioms_report_nothing() {
    is_silent("Roche said goodbye to the crew on the pier.");
    is_silent("The crew said a prayer for the lost boat.");
    is_silent("Two states declared war on the port.");
    is_silent("Osk tells stories to the children of the port.");
    check("Roche said the crew was lost.", &["indirect: the crew was lost <- Roche"]);
    check("The board declared the mill unsafe.", &["indirect: the mill unsafe <- The board"]);
}

#[test]
fn what_only_sets_the_scene_is_no_claim() {
    is_silent("On a warm evening in May, a young woman spoke to the crowd.");
    is_silent("Behind the scenes, old friends have talked with Roche.");
    is_silent("In her first month, Roche advised the harbour board.");
    is_silent("As the doors opened, the crowd roared.");
    check("The mill is safe, the board concluded.", &["indirect: The mill is safe <- the board"]);
    check("In May, the mill was safe, Roche said.", &["indirect: In May, the mill was safe <- Roche"]);
}

#[test]
fn chances_and_uses_are_no_speech() {
    is_silent("Osk had a chance to defend the toll.");
    is_silent("The chamber has the power to confirm judges.");
    is_silent("It is a word used to describe the old mill.");
    is_silent("It is a word that the owners used to describe the old mill.");
    is_silent("The panel has tasks such as recommending pilots and demanding tests.");
    is_silent("Roche set out to drain the marsh.");
    is_silent("Osk figures to win the seat.");
    check("Osk defended the toll.", &["indirect: the toll <- Osk"]);
    check("The panel recommended a second pilot.", &["indirect: a second pilot <- The panel"]);
    check("Roche used to describe the mill as a ruin.", &["indirect: the mill as a ruin <- Roche"]);
}

#[test]
fn which_claims_is_not_what_was_claimed() {
    is_silent("The paper printed claims that were false.");
    is_silent("He is guilty of breaking promises that he made to voters.");
    check("Roche renewed her claim that the mill was safe.", &["indirect: the mill was safe <- her"]);
}

#[test]
fn the_reader_and_anyone_are_nobody() {
    is_silent("Do you support the toll?");
    is_silent("If you want to see the mill, come early.");
    is_silent("There is a queue of people who want to visit the mill.");
    is_silent("It is time for pupils to choose what they want to do with their lives.");
    check("Roche wants to visit the mill.", &["indirect: to visit the mill <- Roche"]);
}

#[test]
fn a_form_of_a_verb_that_is_none() {
    is_silent("Osk leads Roche by 270 pledged delegates.");
    is_silent("Considering the rising cost and the long wait, the mill closed early.");
    is_silent("The gang, at the time considered one of the worst in the port, left.");
    is_silent("The club was known for a keeper deemed one of the best.");
    check("Osk considered the mill a ruin.", &["indirect: the mill a ruin <- Osk"]);
    check("Osk pledged support for the mill.", &["indirect: support for the mill <- Osk"]);
    check("Roche is considering whether to sell the mill.", &["indirect: whether to sell the mill <- Roche"]);
}

#[test]
fn what_nobody_would_tell() {
    is_silent("The mill would neither confirm nor deny the sale.");
    is_silent("The pilot, who was not authorised to discuss the sale, left.");
    is_silent("The pilot asked for anonymity to describe the private talks.");
    is_silent("Roche first found out she was ill at the mill.");
    is_silent("Roche was figuring out how to run the mill.");
    is_silent("Roche clarified this to the board.");
    check("The mill confirmed the sale of the boats.", &["indirect: the sale of the boats <- The mill"]);
    is_silent("Roche discussed the sale with the board.");
    check("Roche found that she was ill.", &["indirect: she was ill <- Roche"]);
}

#[test]
fn what_befalls_says_nothing() {
    is_silent("The race offers a choice of routes and answers to old questions.");
    is_silent("His win signalled a change in the port.");
    is_silent("The drought underscored the risk to the mills.");
    check("The board underscored the risk to the mills.", &["indirect: the risk to the mills <- The board"]);
}

#[test]
fn a_passive_has_what_was_said_for_its_subject() {
    is_silent("The scheme was revealed months ago.");
    is_silent("The review was criticised after it was suddenly dropped.");
    is_silent("The courses were offered based on the needs of the port.");
    check("It was revealed that the mill was unsafe.", &["indirect: the mill was unsafe <- nobody"]);
}

#[test]
fn in_keeping_with_is_no_source() {
    is_silent("The school will take pupils according to the needs of the port.");
    is_silent("Crews are paid according to their skills.");
    is_silent("According to need, the board gives out coal.");
    check(
        "The school will take more pupils, according to the port’s figures.",
        &["indirect: The school will take more pupils <- the port’s figures"],
    );
}

#[test]
fn a_topic_is_no_claim() {
    is_silent("The two captains discussed ways of working together at the pier.");
    is_silent("Osk began the process of requesting their return.");
    is_silent("She wrote a letter in 2020 requesting an audit of the fund.");
    is_silent("Guests came to recount the renewal of the old town.");
    is_silent("A wide display details the travels of the pilot.");
    is_silent("Roche took the matter up and disputed it at the court.");
    check("Roche described the mill as a ruin.", &["indirect: the mill as a ruin <- Roche"]);
    check("Roche discussed whether to sell the mill.", &["indirect: whether to sell the mill <- Roche"]);
    check("Roche outlined how the mill would pay.", &["indirect: how the mill would pay <- Roche"]);
}

#[test]
fn words_that_only_look_like_saying() {
    is_silent("Trade has grown thanks to the work of all crews.");
    is_silent("It is worth mentioning that ten boats were late.");
    is_silent("The lowest was 11 degrees, observed at the mill.");
    is_silent("The health board declared an outbreak at the mill.");
    is_silent("The vote will show whether the captain has friends.");
    is_silent("The test will reveal whether the pier holds.");
    check("The test showed whether the pier holds.", &["indirect: the pier holds <- The test"]);
    check("Roche declared her support for the mill.", &["indirect: her support for the mill <- Roche"]);
    // When something was to happen is nobody who said so.
    check(
        "She said staff were told they would leave by next week.",
        &["indirect: staff were told they would leave by next week <- She"],
    );
}
