use crate::doc::Doc;
use analysis::Document;

/// `marked` shows where sentences end: " | " where a space stands, "¦" where none does.
#[track_caller]
fn check(marked: &str) {
    let text = marked.replace(" | ", " ").replace('¦', "");
    let document = Document::from_paragraphs(&text);
    let doc = Doc::new(&document);
    let found: Vec<_> = doc.sentences.iter().map(|s| s.span.of(&text)).collect();
    let expected: Vec<_> = marked.split(['|', '¦']).map(str::trim).collect();
    assert_eq!(found, expected);
}

#[test]
fn stops_end_sentences() {
    check("The vote failed. | Nobody spoke! | Why not? | They left.");
    check("Really?! | Yes!! | Then go.");
}

#[test]
fn whoever_writes_no_capitals_writes_sentences_too() {
    check("see you at noon. | bring the keys! | will it rain? | ask Ana.");
    check("Then i left. | it was late.");
    // With capitals a small letter goes on with the sentence.
    check("Mott asked why? and left.");
    check("The Yahoo! site and the Wow! shop closed.");
    check("she waited ... and left.");
}

#[test]
fn titles_and_initials_do_not() {
    check("Sen. Ana Ruiz met Dr. J. K. Pell on Mt. Harrow. | Nothing came of it.");
    check("That is Tom Pell Jr.'s boat.");
}

#[test]
fn abbreviations_at_the_end_of_a_sentence() {
    check("She left the U.S. | He stayed.");
    check("She works for the U.S. Navy in Norfolk.");
    check("They sold it to Briggs & Co. | It closed in May.");
    check("He joined Dunmore Inc. in June.");
}

#[test]
fn hours() {
    check("At 7 a.m. Mr. Pell woke. | He slept at 9 p.m. | Mrs. Pell did not.");
    check("It opens at 8 a.m. on Sunday.");
    check("They met at 5 p.m. Tuesday in Hale.");
    check("They met at 9 a.m. June 6 and at 10 a.m. EST in Hale. | They left at 9 p.m. | May they rest.");
}

#[test]
fn numbers_and_months() {
    check("See No. 5 and p. 12. | It grew 3.5 percent on Jan. 3. | Then it fell.");
}

#[test]
fn addresses() {
    check("Write to ana.ruiz@example.org. | She answers.");
    check("It is at https://example.org/a.b/c.html. | Look there.");
}

#[test]
fn quotations_end_with_their_sentence() {
    check("“We won.” | They had not.");
    check("“It is over.” he said.");
    check("‘Was it you?’ Ono asked.");
    check("“We won. | We did,” said Ono.");
    // Any verb of saying keeps its speaker with the words; other verbs begin what comes next.
    check("“We won!” Ono cheered. | The crowd left.");
    check("“We won!” Mayor Ono quipped. | “Did we?” Pell muttered.");
    check("“We won!” Ono boasts. | They did not.");
    check("“We won.” | Photographers gasped.");
    check("“We won!” | Ono left. | “Did we?” | Mayor Ono climbed the stairs.");
    check("\"It is late.\" | She closed the door.");
}

#[test]
fn brackets_keep_their_sentence_open() {
    check("He teaches (He once sailed.) at the school. | She does not.");
    check("(They won.) | Nobody cared.");
}

#[test]
fn a_footnote_sign_belongs_to_the_sentence_before() {
    check("It fell. [17] | Then it rose.");
}

#[test]
fn an_ellipsis_leaves_words_out() {
    check("I was ... well, tired . . . and cold.");
    check("I never said so.... | She left.");
    check("It fell. | . . . The rest stood.");
}

#[test]
fn lists_in_one_line() {
    check("1. The first point | 2. The second point");
    check("1.) One thing. | 2.) Another thing.");
    check("• 9. Apples | • 10. Pears");
    check("a. Apples for all | b. Pears for some | c. Plums for none");
}

#[test]
fn no_space_after_a_stop() {
    check("It ended.¦Then he left.");
    check("She runs example.com and it.is hers.");
}

#[test]
fn a_sentence_never_crosses_a_block() {
    let document = Document::from_paragraphs("No stop here\n\nnor here");
    assert_eq!(Doc::new(&document).sentences.len(), 2);
}

#[test]
fn stops_of_units_letters_and_names() {
    check("The lorry did 90 mph. | Trees fell on it.");
    check("It lay 4 km. | Divers went down.");
    check("They searched Block C. | Guards saw them.");
    check("She was tried in the U.S. | Marta Lindqvist was freed.");
    check("She met the U.S. Senate and Lt. Wm. Hale at house no. 8.");
    check("Shares in Yahoo! Inc. fell, and Yahoo! News said so.");
    check("It shut (it was in Hale.) | Nobody minded.");
    check("He said no. | 8 men left.");
}

#[test]
fn the_head_of_a_mail_that_was_answered() {
    check("Ana Ruiz | 10/23/2000 12:12 PM | Tom, the lease is signed.");
    check("tpell@example.org | 4/3/99 9:05 am | the keys are in the drawer");
    check("Lena Ode | 11/02/01 17:40 | Your seat is booked.");
    // A date and an hour in a sentence are no head.
    check("It was sent on 10/23/2000 12:12 PM Kyiv time.");
    check("Pell paid 10/23 of it at 12:12 PM on Monday.");
}

#[test]
fn a_letter_ends_with_a_name() {
    check("Call me. | Regards, | Kim");
    check("The lease is attached. | Best wishes, | Ana Ruiz 555-0134");
    check("See you at noon | Thanks, | Tom. | Hale is ready.");
    check("Thanks, Ana, for all you did.");
    check("Cheers, Tom said, would follow.");
}

#[test]
fn a_line_that_lost_its_break() {
    check("The keys are in the drawer | Please lock the door.");
    check("Ring 555-0134 | If nobody answers, wait.");
    check("Kathleen Mott | This is the new lease.");
    check("She read Gone With the Wind in a day.");
    check("They played a tape of Let it ring and Best of all.");
    check("They saw You Only Live Twice at home.");
}

#[test]
fn lines_that_were_run_together() {
    // A mail or a list whose lines are one now, as the model of `lines` knows them.
    check("We stayed for two nights. | great food and friendly staff! | will come again.");
    check("The pool is heated. | my kids loved it. | would go back any time.");
    check("I booked a room for us :) | See you there");
    check("Bring a coat | It gets cold at night.");
    // Names, titles and what a colon or a bracket leads to are no new lines.
    check("He told Reuters The Harrow deal was dead.");
    check("Lena Ode, of Hale Partners LLP, said The Mill of Pell is wrong.");
    check("Harrow Ferry Sinks Off Quarn As Crews Watch");
    check("The reason is plain: It costs too much.");
    check("He asked if [Ana] Ruiz (then in Hale) Knew of it.");
}

#[test]
fn ranks_and_styles_stand_before_names() {
    check("It went to Pte. Alan Voke and Adv. Ada Roe. | Eng. Darwish Pell spoke.");
}

#[test]
fn behind_a_place_a_noun_with_its_verb_begins_a_sentence() {
    check("They moved to Hale, D.C. | Police there knew.");
    check("She moved to the U.S. | Doctors had told her to.");
    check("He served in the U.S. Marines and left. | The U.S. Marines were there.");
}
