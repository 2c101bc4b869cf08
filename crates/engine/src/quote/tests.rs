//! What news text does with quotes, a phenomenon a case.

use analysis::Document;

use super::*;

mod claims;
mod endings;
mod frames;
mod reports;
mod sources;

/// The quotes of a text, each as `kind: words / more words <- source`.
fn told(text: &str) -> Vec<String> {
    shown(&Document::from_paragraphs(text))
}

fn shown(document: &Document) -> Vec<String> {
    let text = &document.text;
    let doc = Doc::new(document);
    let (quotes, _) = attribute(&doc, &marks::pair(&doc), &[], &mut Trace::off());
    quotes
        .iter()
        .map(|quote| {
            let words: Vec<_> = quote.segments.iter().map(|s| s.of(text)).collect();
            let source = quote.speaker.map_or("nobody", |s| s.span.of(text));
            format!("{}: {} <- {source}", quote.kind.name(), words.join(" / "))
        })
        .collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(told(text), expected, "{text}");
}

#[test]
fn source_before_and_behind() {
    check("“We sank,” Ida Tarn said.", &["direct: We sank, <- Ida Tarn"]);
    check("“We sank,” said Ida Tarn.", &["direct: We sank, <- Ida Tarn"]);
    check("“We sank”, said Ida Tarn.", &["direct: We sank <- Ida Tarn"]);
    check("“We sank,” said the far-right leader.", &["direct: We sank, <- the far-right leader"]);
    check("Said Tarn: “We sank.”", &["direct: We sank. <- Tarn"]);
    check("Tarn told Ruiz: “We sank.”", &["direct: We sank. <- Tarn"]);
    check("“We won!” Tarn cheered.", &["direct: We won! <- Tarn"]);
    check("“Did we win?” Ida Tarn muttered.", &["direct: Did we win? <- Ida Tarn"]);
    check("“We won!” Tarn quipped.", &["direct: We won! <- Tarn"]);
    check("“We won!” Tarn boasts.", &["direct: We won! <- Tarn"]);
}

#[test]
fn inverted_with_a_long_role() {
    check(
        "“We sank,” said Ida Tarn, harbour master of Osk, which closed last year, “and we swam.”",
        &["direct: We sank, / and we swam. <- Ida Tarn"],
    );
}

#[test]
fn split_and_carried_on() {
    check("“We sank,” said Tarn, “and we swam.”", &["direct: We sank, / and we swam. <- Tarn"]);
    check(
        "“We sank,” Tarn said on Monday, speaking in Osk. “Then we swam.”",
        &["direct: We sank, / Then we swam. <- Tarn"],
    );
}

#[test]
fn over_several_paragraphs() {
    check(
        "“We sank,” Tarn said. “It was cold.\n“Then we swam.”",
        &["direct: We sank, / It was cold. / Then we swam. <- Tarn"],
    );
}

#[test]
fn a_colon() {
    check("Tarn put it this way: “We sank.”", &["direct: We sank. <- Tarn"]);
    check("Tarn made a promise: “We will swim.”", &["direct: We will swim. <- Tarn"]);
}

#[test]
fn a_question_or_cry_before_its_source() {
    check("“Why did we sink?” Tarn asked.", &["direct: Why did we sink? <- Tarn"]);
    check("“Stop!” Ida Tarn, the harbour master, shouted.", &["direct: Stop! <- Ida Tarn"]);
}

#[test]
fn signed_after_a_dash() {
    check(
        "“I came for the music and stayed.”\n— Ida Tarn, 45",
        &["direct: I came for the music and stayed. <- Ida Tarn"],
    );
}

#[test]
fn a_transcript() {
    check(
        "TARN: We sank.\nRUIZ: Why?\nTARN: It rained.",
        &["direct: We sank. <- TARN", "direct: Why? <- RUIZ", "direct: It rained. <- TARN"],
    );
}

#[test]
fn an_orphan_after_a_sentence_about_its_speaker() {
    check(
        "Tarn was in tears. “I never thought we would sink.”",
        &["direct: I never thought we would sink. <- Tarn"],
    );
}

#[test]
fn a_quote_before_the_paragraph_of_its_speaker() {
    check(
        "“The river took the bridge.”\nIda Tarn, who runs the mill, said she woke at three.",
        &["direct: The river took the bridge. <- Ida Tarn", "indirect: she woke at three <- Ida Tarn"],
    );
}

#[test]
fn words_in_the_reporters_sentence() {
    check("Tarn said the boat was “a death trap.”", &["mixed: a death trap. <- Tarn"]);
    check("Tarn said it was a “long” and “useful” call.", &["mixed: long / useful <- Tarn"]);
    check("Tarn called it “a farce”.", &["mixed: a farce <- Tarn"]);
    check("Tarn condemned the plan as “reckless” and a “folly.”", &["mixed: reckless / folly. <- Tarn"]);
    check(
        "The talks also touched on “the risk that nobody pays,” he said.",
        &["mixed: the risk that nobody pays, <- he"],
    );
}

#[test]
fn two_cues_of_one_source() {
    check(
        "Tarn said the crew had a “fine day” and believed that it “wanted more.”",
        &["mixed: fine day <- Tarn", "mixed: wanted more. <- Tarn"],
    );
    check(
        "Tarn said the boat sank, adding that “nobody checked” it.",
        &["indirect: the boat sank <- Tarn", "mixed: nobody checked <- Tarn"],
    );
}

#[test]
fn a_thought_that_somebody_tells_of() {
    check("Tarn said Ruiz wanted “a fair deal.”", &["mixed: a fair deal. <- Tarn"]);
}

#[test]
fn second_hand() {
    check("Tarn said Ruiz had told her the boat was “rotten.”", &["mixed: rotten. <- Ruiz"]);
}

#[test]
fn reported_without_marks() {
    check("Tarn said that the boat sank.", &["indirect: the boat sank <- Tarn"]);
    check("Tarn said the boat sank.", &["indirect: the boat sank <- Tarn"]);
    check("The boat sank, Tarn said.", &["indirect: The boat sank <- Tarn"]);
    check("The boat, Tarn said, was old.", &["indirect: The boat / was old <- Tarn"]);
    check("Tarn asked whether the boat sank.", &["indirect: the boat sank <- Tarn"]);
    check("Tarn promised to raise the boat.", &["indirect: to raise the boat <- Tarn"]);
    check("Tarn urged Ruiz to resign.", &["indirect: to resign <- Tarn"]);
}

#[test]
fn the_reporters_tail_is_not_theirs() {
    check("Tarn said the boat sank, which divers doubt.", &["indirect: the boat sank <- Tarn"]);
}

#[test]
fn according_to_and_in_the_view_of() {
    check("According to Tarn, the boat sank.", &["indirect: the boat sank <- Tarn"]);
    check("The boat sank, according to Tarn.", &["indirect: The boat sank <- Tarn"]);
    check("The boat was “rotten,” according to Tarn, the harbour master.", &["mixed: rotten, <- Tarn"]);
    check("In Tarn’s view, the boat was old.", &["indirect: the boat was old <- Tarn"]);
    check("As Tarn put it, the boat was “a death trap.”", &["mixed: a death trap. <- Tarn"]);
}

#[test]
fn nouns_of_saying() {
    check("Tarn’s warning that “the dam will break” was ignored.", &["mixed: the dam will break <- Tarn"]);
    check(
        "A warning from Tarn that “the dam will break” was ignored.",
        &["mixed: the dam will break <- Tarn"],
    );
}

#[test]
fn a_participle_behind_a_comma_is_the_subjects() {
    check(
        "Tarn defended the boat at a club of the town, saying “it floats well.”",
        &["indirect: the boat at a club of the town <- Tarn", "mixed: it floats well. <- Tarn"],
    );
}

#[test]
fn shortened_and_joined_verbs() {
    check("He’s claiming that fraud is “a big problem.”", &["mixed: a big problem. <- He"]);
    check(
        "She then walks out and repeatedly says, “Don’t you do it,” until he stops.",
        &["direct: Don’t you do it, <- She"],
    );
}

#[test]
fn what_a_letter_reads() {
    check("“We sank twice,” the letter reads.", &["direct: We sank twice, <- the letter"]);
}

#[test]
fn passives() {
    check("The deal was described by Tarn as “rotten.”", &["mixed: rotten. <- Tarn"]);
    check("It is said that the deal is dead.", &["indirect: the deal is dead <- nobody"]);
}

#[test]
fn what_stands_between_subject_and_verb() {
    check(
        "Tarn, who bought the boat in 1990 and sold it last year, said it sank.",
        &["indirect: it sank <- Tarn"],
    );
    check("The man who bought the boat said it sank.", &["indirect: it sank <- The man"]);
    check(
        "Officials in Osk, speaking on condition of anonymity, said it sank.",
        &["indirect: it sank <- Officials in Osk"],
    );
}

#[test]
fn an_aside_never_hides_the_subject() {
    check(
        "Ida Ruiz, who once served as chief of staff to the mayor, told Channel Four, “We had no choice.”",
        &["direct: We had no choice. <- Ida Ruiz"],
    );
    check(
        "Bruno Pell, leading narrowly in the polls and spending his time in Osk, questioned Tarn’s “city values”.",
        &["mixed: city values <- Bruno Pell"],
    );
    check(
        "The matter came up after Ms. Tarn, asked about the fire under Mr. Ruiz, had said, “We all err.”",
        &["direct: We all err. <- Ms. Tarn"],
    );
    check(
        "On Tuesday at a school in Leeds, Yorkshire, after winning the vote, Mayor Ira Pell (L-York), said, “I am ready.”",
        &["direct: I am ready. <- Mayor Ira Pell"],
    );
    check(
        "The mayor, despite admitting that she did have doubts about “men trying to get rich”, signed.",
        &["mixed: men trying to get rich <- The mayor"],
    );
    check(
        "After saying her foot was “so swollen that it would not fit,” she was taken home.",
        &["mixed: so swollen that it would not fit, <- she"],
    );
    check(
        "A man asked for a picture and Pell said, “as long as nobody minds.”",
        &["direct: as long as nobody minds. <- Pell"],
    );
}

#[test]
fn a_paper_speaks_for_whoever_issues_it() {
    check(
        "Ms. Ruiz issued a statement on Tuesday saying, “I am not bound by it.”",
        &["direct: I am not bound by it. <- Ms. Ruiz"],
    );
    check(
        "The party sent a message to supporters saying: “We have been declared the winners.”",
        &["direct: We have been declared the winners. <- The party"],
    );
}

#[test]
fn whoever_tells_a_thing_has_its_words() {
    check(
        "In those years, Mr. Pell said, most people believed “that the river was safe to drink.”",
        &["mixed: that the river was safe to drink. <- Mr. Pell"],
    );
    check(
        "Pell sent a letter saying that his rival Ida Ruiz had shown bad judgment in using it “as a private purse.”",
        &["mixed: as a private purse. <- Pell"],
    );
    check(
        "Mr Frost responded by saying his refusal to use the words “state of fear” was a “legal matter”.",
        &["mixed: state of fear / legal matter <- Mr Frost"],
    );
    check(
        "On “Good Morning Leeds,” the old minister said she wanted to speak “to those who vote”.",
        &["mixed: to those who vote <- the old minister"],
    );
    check(
        "Ida Tarn said that it gave no “proof that he was there,” but he said that the rest “supports what we heard”.",
        &["mixed: proof that he was there, <- Ida Tarn", "mixed: supports what we heard <- he"],
    );
}

#[test]
fn a_label_of_no_words() {
    check("More from: “We sank twice in the night.”", &["direct: We sank twice in the night. <- nobody"]);
}

#[test]
fn two_speakers_in_a_paragraph() {
    check(
        "“We are guests,” Ms. Alder said. “We are not thieves.” Mr. Zorn said: “We ran from them ourselves.”",
        &[
            "direct: We are guests, / We are not thieves. <- Ms. Alder",
            "direct: We ran from them ourselves. <- Mr. Zorn",
        ],
    );
}

#[test]
fn headings_and_markup_are_nobodys_speech() {
    check("“We lost,” Tarn said.\n\n'All Bets Are Off.'\n\nHe left.", &["direct: We lost, <- Tarn"]);
    check("Tarn said so in a book, “The Long Way Down.”", &[]);
    check("<post author=\"Ida Tarn who wrote it in a hurry\">", &[]);
    check(
        "“Here he comes,” she said. “The Duke. Old Duke.”",
        &["direct: Here he comes, / The Duke. Old Duke. <- she"],
    );
}

#[test]
fn round_marks_within_straight_ones() {
    check(
        "Tarn said: \"They say it comes across as “too loud” or “too shrill” or “too this.”\"",
        &["direct: They say it comes across as “too loud” or “too shrill” or “too this.” <- Tarn"],
    );
}

#[test]
fn a_turn_of_several_paragraphs() {
    let text = "\"TARN: We sank.\n\n\"And we swam.\n\n\"(LAUGHTER.)\n\n\"PELL: When?\n\n\"TARN: At noon.\"\n\nBoth left.";
    check(
        text,
        &["direct: We sank. / And we swam. <- TARN", "direct: When? <- PELL", "direct: At noon. <- TARN"],
    );
}

#[test]
fn sources_of_every_sort() {
    check("“It sank,” the 26-year-old said.", &["direct: It sank, <- the 26-year-old"]);
    check("“It sank,” a spokeswoman for Osk said.", &["direct: It sank, <- a spokeswoman for Osk"]);
    check(
        "Most residents said they were “tired of waiting.”",
        &["mixed: tired of waiting. <- Most residents"],
    );
    check("Tarn and Ruiz said the boat sank.", &["indirect: the boat sank <- Tarn and Ruiz"]);
}

#[test]
fn manner_of_speaking() {
    check("“Fine,” smiled Tarn.", &["direct: Fine, <- Tarn"]);
    check("“Why me?” she wondered.", &["direct: Why me? <- she"]);
    check("The road continued “north” for miles.", &[]);
}

#[test]
fn in_marks_and_nobodys_speech() {
    for text in [
        "The so-called “rebels” left.",
        "The “free” lunch cost ten dollars.",
        "The film “The Long Night” opened in Osk.",
        "He was known as “the Butcher.”",
        "They carried signs reading “No more war.”",
        "The word “peace” was missing.",
        "The firm’s motto, “Do no harm,” hangs in the hall.",
    ] {
        check(text, &[]);
    }
    check("Ana “Duke” Ruiz said it sank.", &["indirect: it sank <- Ana “Duke” Ruiz"]);
    check("Tarn told NBC’s “Morning Call” that it sank.", &["indirect: it sank <- Tarn"]);
}

#[test]
fn a_missing_close_is_told() {
    let text = "“We sank, Tarn said.\nNobody came.";
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    let (quotes, oddities) = attribute(&doc, &marks::pair(&doc), &[], &mut Trace::off());
    assert_eq!(quotes.iter().map(|q| q.segments[0].of(text)).collect::<Vec<_>>(), ["We sank,"]);
    assert_eq!(oddities.iter().map(|o| o.code.as_str()).collect::<Vec<_>>(), ["unclosed-quote"]);
}

#[test]
fn every_span_lies_in_the_text_whatever_it_is() {
    for text in [
        "said said said",
        "“”",
        "\" said",
        ": “",
        "“a” said “b” said “c”",
        "that that that",
        ", , ,",
        "to to",
        "—",
        "— “x”",
        "According to",
        "in the view of",
        "’s claim that",
        "A: B:",
        "who said that who said",
    ] {
        let document = Document::from_paragraphs(text);
        let doc = Doc::new(&document);
        let (quotes, _) = attribute(&doc, &marks::pair(&doc), &[], &mut Trace::off());
        for quote in quotes {
            let speaker = quote.speaker.map(|s| s.span);
            for span in quote.segments.iter().copied().chain(speaker).chain(quote.cue) {
                assert!(span.fits(text) && !span.is_empty(), "{text}");
            }
        }
    }
}

#[test]
fn time_grows_with_the_text() {
    for piece in
        ["Tarn said that “we sank,” ", "word ", "“", "said ", "who, ", "“a” and ", "he said Tarn said, "]
    {
        told(&piece.repeat(20_000));
    }
}

/// What the text makes of each saying: words, polarity, sense.
fn standing(text: &str) -> Vec<String> {
    let document = Document::from_paragraphs(text);
    let doc = Doc::new(&document);
    let (quotes, _) = attribute(&doc, &marks::pair(&doc), &[], &mut Trace::off());
    let told = quotes.iter().map(|quote| {
        let words: Vec<_> = quote.segments.iter().map(|s| s.of(text)).collect();
        format!("{}: {} {}", words.join(" / "), quote.polarity.name(), quote.sense.name())
    });
    told.collect()
}

#[track_caller]
fn stands(text: &str, expected: &[&str]) {
    assert_eq!(standing(text), expected, "{text}");
}

#[test]
fn what_was_not_said() {
    stands("Tarn did not say that the pier was “shut”.", &["shut: negative speech"]);
    stands("Tarn never called the pier “a wreck”.", &["a wreck: negative speech"]);
    stands("Tarn denied saying: “Burn it.”", &["Burn it.: negative speech"]);
    stands("Tarn denied having told the crew that it was late.", &["it was late: negative speech"]);
    stands("Tarn denied that the pier was shut.", &["the pier was shut: negative speech"]);
    stands("Neither Tarn nor Ruiz said the pier was shut.", &["the pier was shut: negative speech"]);
    stands("No official said that the pier was shut.", &["the pier was shut: negative speech"]);
    stands("Tarn refused to say that the pier was shut.", &["the pier was shut: negative speech"]);
    stands("Tarn stopped short of calling the ruling “a farce”.", &["a farce: negative speech"]);
    stands("Tarn said he had never called the pier “a wreck”.", &["a wreck: negative speech"]);
    stands("Tarn left without saying that the pier was shut.", &["the pier was shut: negative speech"]);
    // Said, though a negation stands near.
    stands("“I did not say that,” Tarn said.", &["I did not say that,: positive speech"]);
    stands("Tarn did not leave and said the pier was shut.", &["the pier was shut: positive speech"]);
    stands("Tarn not only said that the pier was shut.", &["the pier was shut: positive speech"]);
    stands("“It is a lie,” Tarn denied.", &["It is a lie,: positive speech"]);
    stands("Tarn denied the charge: “It is a lie.”", &["It is a lie.: positive speech"]);
}

#[test]
fn what_is_left_open() {
    stands("If Tarn says “yes”, the pier will be built.", &["yes: uncertain speech"]);
    stands("Should Ida Tarn call the pier “a wreck”, we shall leave.", &["a wreck: uncertain speech"]);
    stands("It is unclear whether Ida Tarn told Ruiz: “Stop here.”", &["Stop here.: uncertain speech"]);
    stands("Tarn could say that the pier was shut.", &["the pier was shut: uncertain speech"]);
    stands("Tarn has not said whether the pier will close.", &["the pier will close: uncertain speech"]);
    stands("Tarn did not deny that the pier was shut.", &["the pier was shut: uncertain speech"]);
    stands("Tarn is expected to say that the pier is shut.", &["the pier is shut: uncertain speech"]);
    stands("Did Tarn call the pier “a wreck”?", &["a wreck: uncertain speech"]);
    // Said, though an "if" stands near.
    stands("Asked if it was shut, Tarn said it was “sound”.", &["sound: positive speech"]);
    stands("Tarn went on to say that the pier was shut.", &["the pier was shut: positive speech"]);
    stands("Tarn will say on Monday that the pier is shut.", &["the pier is shut: positive speech"]);
}

#[test]
fn nobodys_saying_and_silence_are_no_quotes() {
    stands("Tarn said guards never have occasion to say “hold still”.", &[]);
    stands("Tarn declined to comment.", &[]);
    stands("Tarn refused to say how she would vote.", &[]);
    stands("Tarn declined to discuss the sale.", &[]);
}

#[test]
fn thoughts_and_plans_are_no_speech() {
    stands("Tarn fears that the pier will fall.", &["the pier will fall: positive thought"]);
    stands("Tarn plans to sell the pier.", &["to sell the pier: positive plan"]);
    stands("Tarn hopes to sell the pier.", &["to sell the pier: positive plan"]);
    stands("Tarn hopes that the pier stands.", &["the pier stands: positive thought"]);
    stands("Tarn promised to sell the pier.", &["to sell the pier: positive speech"]);
    stands("The study found that piers rot.", &["piers rot: positive speech"]);
}

#[test]
fn an_answer_to_another_s_words() {
    check("Tarn rejected her brother’s claim: “It is a lie.”", &["direct: It is a lie. <- Tarn"]);
    check("Tarn responded to Ruiz’s statement: “We sank.”", &["direct: We sank. <- Tarn"]);
    check("Tarn was stung by Ruiz’s remarks: “I did my best.”", &["direct: I did my best. <- Tarn"]);
    // Whoever only reads it out did not say it.
    check("Tarn read out Ruiz’s statement: “We sank.”", &["direct: We sank. <- Ruiz"]);
}

#[test]
fn a_gesture_in_the_next_sentence_speaks_only_for_a_question_or_cry() {
    check(
        "Tarn faced the press. “That is all I have.” Ruiz nodded.",
        &["direct: That is all I have. <- Tarn"],
    );
    check("“Did we win?” Ida Tarn muttered.", &["direct: Did we win? <- Ida Tarn"]);
}

#[test]
fn whoever_is_quoted_and_not_whoever_quotes() {
    check("The Echo quoted Ida Tarn as saying: “We sank.”", &["direct: We sank. <- Ida Tarn"]);
    check("Ida Tarn was quoted by the Echo as saying it was “over”.", &["mixed: over <- Ida Tarn"]);
    check("“It is over,” Tarn was quoted as saying by the Echo.", &["direct: It is over, <- Tarn"]);
    check("Witnesses heard Ida Tarn shout “let go”.", &["mixed: let go <- Ida Tarn"]);
    // As a description, and as a reader.
    check("Tarn described the plan as “a farce”.", &["mixed: a farce <- Tarn"]);
}

#[test]
fn when_it_was_said_is_no_part_of_it() {
    check("The pier will open soon, Tarn said last month.", &["indirect: The pier will open soon <- Tarn"]);
    check("Tarn said this week that the pier would open.", &["indirect: the pier would open <- Tarn"]);
    check("The pier will open, Tarn said in a talk this year.", &["indirect: The pier will open <- Tarn"]);
    check("Tarn said this week was the worst.", &["indirect: this week was the worst <- Tarn"]);
}

#[test]
fn according_to_in_the_middle() {
    check(
        "The fire, according to Ida Tarn, began in the hold.",
        &["indirect: The fire / began in the hold <- Ida Tarn"],
    );
    check("By May, according to Tarn, the port had closed.", &["indirect: the port had closed <- Tarn"]);
    check(
        "Ruiz left early, according to Tarn, and told the crew to “go home”.",
        &["indirect: Ruiz left early <- Tarn", "mixed: go home <- Ruiz"],
    );
    check("Seats are given out according to age.", &[]);
}

#[test]
fn a_gesture_between_the_halves() {
    check("“The plan” — and here Ida Tarn paused — “is dead.”", &["direct: The plan / is dead. <- Ida Tarn"]);
    check(
        "“We lost the boat,” Ida Tarn pauses, “and the crew.”",
        &["direct: We lost the boat, / and the crew. <- Ida Tarn"],
    );
    check(
        "“The pier is”—Tarn banged the desk—“gone for good.”",
        &["direct: The pier is / gone for good. <- Tarn"],
    );
}

#[test]
fn transcripts_with_labels_of_any_kind() {
    check(
        "Tarn: We sank.\nRuiz: Why?\nTarn: It rained.\nRuiz: Again?",
        &[
            "direct: We sank. <- Tarn",
            "direct: Why? <- Ruiz",
            "direct: It rained. <- Tarn",
            "direct: Again? <- Ruiz",
        ],
    );
    check(
        "Q: Why now?\nA: My hands shake.\nQ: And then?\nA: I rest.",
        &[
            "direct: Why now? <- Q",
            "direct: My hands shake. <- A",
            "direct: And then? <- Q",
            "direct: I rest. <- A",
        ],
    );
    // A list has no questions.
    check("Ida Tarn has rules.\nA. Nobody swims.\nB. Nobody sings.\nA. Nobody sleeps.", &[]);
    check(
        "Ida Tarn (Osk) (Lab): Will she answer?\nThe Secretary of State for Trade (Ana Ruiz): I shall.\n\
         Mr Speaker: Order.\nIda Tarn: She did not.",
        &[
            "direct: Will she answer? <- Ida Tarn",
            "direct: I shall. <- Ana Ruiz",
            "direct: Order. <- Mr Speaker",
            "direct: She did not. <- Ida Tarn",
        ],
    );
    // Two turns are enough where there is nothing else, and people speak.
    check(
        "Ida Tarn: The tide took the boat.\nAna Ruiz: We saw it go.",
        &["direct: The tide took the boat. <- Ida Tarn", "direct: We saw it go. <- Ana Ruiz"],
    );
    // Roles and numbers speak, too, with whoever has a name.
    check(
        "Reporter: When did the tide turn?\nIda Tarn: At noon it was high.",
        &["direct: When did the tide turn? <- Reporter", "direct: At noon it was high. <- Ida Tarn"],
    );
    check(
        "Speaker 1: Who signed for it?\nSpeaker 2: We did so.",
        &["direct: Who signed for it? <- Speaker 1", "direct: We did so. <- Speaker 2"],
    );
    check(
        "Ida Tarn: The boat is on the rocks.\nNewsdesk: Send me some pictures.\nIda Tarn: There is no light here.",
        &[
            "direct: The boat is on the rocks. <- Ida Tarn",
            "direct: Send me some pictures. <- Newsdesk",
            "direct: There is no light here. <- Ida Tarn",
        ],
    );
    check("Ida Tarn: Born in Osk.\nAge: Under forty.\nHome: A boat.", &[]);
    check("Step 1: Wash the net.\nStep 2: Why would you dry it?", &[]);
    check("Free Entry: Every Sunday.\nLast Entry: An hour before the end.", &[]);
    check("Ida Tarn: The tide took the boat.\nNobody had seen it go.\nThe sea was calm.", &[]);
    // A list is no transcript.
    check("Venue: The hall.\nTime: Noon.\nPrice: Free.\nDoors: Open early.", &[]);
}

#[test]
fn signatures_and_lead_ins() {
    check(
        "“Ana is the best we have.” – Mayor Ida Tarn",
        &["direct: Ana is the best we have. <- Mayor Ida Tarn"],
    );
    check(
        "“The roof has leaked since July.”\nIda Tarn",
        &["direct: The roof has leaked since July. <- Ida Tarn"],
    );
    check(
        "“Nobody here trusts the water.”\nIda Tarn, shopkeeper",
        &["direct: Nobody here trusts the water. <- Ida Tarn"],
    );
    check("Ida Tarn, on the budget:\n“It is ours to spend.”", &["direct: It is ours to spend. <- Ida Tarn"]);
}

#[test]
fn block_quotations() {
    use text::BlockKind::{self, Headline, Paragraph, Quotation};
    let check = |blocks: &[(BlockKind, &str)], expected: &[&str]| {
        let mut document = Document::default();
        for (kind, words) in blocks {
            let start = document.text.len();
            document.text.push_str(words);
            document.blocks.push(text::Block { span: Span::new(start, document.text.len()), kind: *kind });
            document.text.push_str("\n\n");
        }
        assert_eq!(shown(&document), expected, "{}", document.text);
    };
    let around = (
        Paragraph,
        "The harbour of Osk has been shut since the spring, and its boats lie on the grass behind it.",
    );
    check(
        &[
            around,
            (Paragraph, "Ida Tarn wrote to the board:"),
            (Quotation, "The gate is ours to open."),
            around,
        ],
        &["direct: The gate is ours to open. <- Ida Tarn"],
    );
    check(
        &[
            (Headline, "Letters from Osk"),
            around,
            (Quotation, "The gate is ours to open."),
            (Quotation, "— Ana Ruiz, a pilot"),
            around,
        ],
        &["direct: The gate is ours to open. <- Ana Ruiz"],
    );
    check(
        &[
            around,
            (Paragraph, "Ida Tarn wrote to the board:"),
            (Quotation, "The gate is ours."),
            (Quotation, "We shall open it."),
            around,
        ],
        &["direct: The gate is ours. / We shall open it. <- Ida Tarn"],
    );
    // Text that is only indented.
    check(
        &[
            (Quotation, "The harbour of Osk has been shut since the spring."),
            (Quotation, "Its boats lie on the grass."),
        ],
        &[],
    );
}

#[test]
fn a_question_and_its_answer_in_spaced_marks() {
    check(
        "Ida Tarn said: « And you? » Ana Ruiz answered: « We stay. »",
        &["direct: And you? <- Ida Tarn", "direct: We stay. <- Ana Ruiz"],
    );
}

#[test]
fn a_translation_is_no_second_quote() {
    check("Tarn said in French: “Nous avons faim” (“We are hungry”).", &["direct: Nous avons faim <- Tarn"]);
    check("“Es reicht,” said Ida Tarn in German — “It is enough.”", &["direct: Es reicht, <- Ida Tarn"]);
}

#[test]
fn an_aside_with_marks_of_its_own() {
    check(
        "Ida Tarn, noting that the tides “are not kind”, added: “I am worried.”",
        &["mixed: are not kind <- Ida Tarn", "direct: I am worried. <- Ida Tarn"],
    );
    check(
        "“It is new,” Tarn said, though Ruiz has not called it “safe”. “Wait for it.”",
        &["direct: It is new, / Wait for it. <- Tarn", "mixed: safe <- Ruiz"],
    );
}

#[test]
fn subjects_of_any_shape() {
    check("Striking drivers said the offer was poor.", &["indirect: the offer was poor <- Striking drivers"]);
    check("“We heard it crack,” one of them said.", &["direct: We heard it crack, <- one of them"]);
    check("The report calls the search “a farce”.", &["mixed: a farce <- The report"]);
    check("Ida Tarn, backed by 90 growers, brands the tax “a theft”.", &["mixed: a theft <- Ida Tarn"]);
    check("Yelling at people on their way said little.", &[]);
}

#[test]
fn the_whole_of_what_is_reported() {
    check(
        "The port said it had tried the siren and found it sound.",
        &["indirect: it had tried the siren and found it sound <- The port"],
    );
    check(
        "Tarn said the race, which drew a crowd, had been long.",
        &["indirect: the race, which drew a crowd, had been long <- Tarn"],
    );
    check(
        "The firm agreed to sell its boats and to pay Ruiz, Tarn wrote.",
        &["indirect: The firm agreed to sell its boats and to pay Ruiz <- Tarn"],
    );
    check("The boat, said Ida Tarn, needs paint.", &["indirect: The boat / needs paint <- Ida Tarn"]);
}

#[test]
fn what_was_said_at_no_point() {
    stands("At no point did Ida Tarn call the pier “a wreck”.", &["a wreck: negative speech"]);
    stands("At no time did the harbour master call it “a wreck”.", &["a wreck: negative speech"]);
    stands("Under no circumstances would Tarn call it “fair”.", &["fair: negative speech"]);
}

#[test]
fn a_phrase_between_subject_and_verb_is_nobody() {
    check("Ida Tarn, in a speech told the crew: “We sank.”", &["direct: We sank. <- Ida Tarn"]);
    check("Ida Tarn said by video link that it was “a wreck”.", &["mixed: a wreck <- Ida Tarn"]);
    check(
        "Tarn, who once called the pier “a wreck”, told the crew: “We sank.”",
        &["mixed: a wreck <- Tarn", "direct: We sank. <- Tarn"],
    );
    check("It was described by Ida Tarn as “a wreck”.", &["mixed: a wreck <- Ida Tarn"]);
}

#[test]
fn the_words_of_several_paragraphs_are_whoever_stands_behind_the_last() {
    check(
        "Ruiz opened the hall.\n\n“We sank in the bay.\n\n“We swam to land,” Tarn added.",
        &["direct: We sank in the bay. / We swam to land, <- Tarn"],
    );
    check(
        "Ruiz said no.\n\n“We sank in the bay.\n\n“We swam to land.\n\n“We won it,” Tarn said.",
        &["direct: We sank in the bay. / We swam to land. / We won it, <- Tarn"],
    );
    check("“We sank,” Ruiz said. “We swam.\n\n“We won.”", &["direct: We sank, / We swam. / We won. <- Ruiz"]);
}

#[test]
fn what_is_written_somewhere_says_it() {
    check(
        "A sign on the pier read “Back in ten years”.",
        &["direct: Back in ten years <- A sign on the pier"],
    );
    check("The notice read “Closed until the spring”.", &["direct: Closed until the spring <- The notice"]);
    check("Tarn read “The Old Pier” to the crew.", &[]);
}

#[test]
fn a_noun_that_can_be_a_verb_behind_said_her() {
    check("“We sank,” said her rival, Ida Tarn.", &["direct: We sank, <- her rival"]);
    check("“We sank,” said his guide.", &["direct: We sank, <- his guide"]);
    check("“We sank,” said her brother.", &["direct: We sank, <- her brother"]);
}

#[test]
fn two_labels_that_take_turns() {
    check(
        "Guide: Who sank?\n\nIda Tarn: We did.\n\nGuide: When was it?\n\nIda Tarn: In the spring.",
        &[
            "direct: Who sank? <- Guide",
            "direct: We did. <- Ida Tarn",
            "direct: When was it? <- Guide",
            "direct: In the spring. <- Ida Tarn",
        ],
    );
}
