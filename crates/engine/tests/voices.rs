//! Whose words they are where nothing beside them says so: by the paragraph before, by the article's one voice, by the
//! line above a list, and by who issued a paper. Texts of each kind, and those in which the naive rule would do harm.

mod told;
mod whys;

use told::holds;

#[test]
fn a_paragraph_of_speech_goes_on_with_whom_the_one_before_tells_of() {
    holds(
        "Helen Marsh, who runs the mill, says the pump has become quieter.\n\n“Nobody in the valley can hear it now. We sleep again.”",
        &[
            "indirect: the pump has become quieter = Helen Marsh",
            "direct: Nobody in the valley can hear it now. We sleep again. = Helen Marsh",
        ],
    );
    holds(
        "According to the engineer Thomas Keller, the dam is sound.\n\n“We have looked at every stone of it.”",
        &[
            "indirect: the dam is sound = Thomas Keller",
            "direct: We have looked at every stone of it. = Thomas Keller",
        ],
    );
    holds(
        "Helen Marsh lost her boat in the storm.\n\n“I felt it go under my feet.”",
        &["direct: I felt it go under my feet. = Helen Marsh"],
    );
    holds(
        "Helen Marsh said the bridge would open. The road behind it is still being laid.\n\n“We have waited ten years for this.”",
        &[
            "indirect: the bridge would open = Helen Marsh",
            "direct: We have waited ten years for this. = Helen Marsh",
        ],
    );
}

#[test]
fn a_paragraph_of_speech_that_may_be_anothers_is_left_open() {
    holds(
        "Helen Marsh said the bridge would open. Thomas Keller shook his head.\n\n“We have waited ten years for this.”",
        &[
            "indirect: the bridge would open = Helen Marsh",
            "direct: We have waited ten years for this. = nobody",
        ],
    );
    holds(
        "Helen Marsh died in May.\n\n“She was the best captain of the fleet.”",
        &["direct: She was the best captain of the fleet. = nobody"],
    );
    holds(
        "The ministry said the road was closed.\n\n“I was never asked about my own house.”",
        &[
            "indirect: the road was closed = <The ministry>",
            "direct: I was never asked about my own house. = nobody",
        ],
    );
}

#[test]
fn the_one_voice_of_an_article() {
    holds(
        "“We sank in the bay,” Helen Marsh said.\n\n“We swam to the land,” she added.\n\nThe storm broke the pier in two.\n\n“We had no light on board and no map.”",
        &[
            "direct: We sank in the bay, = Helen Marsh",
            "direct: We swam to the land, = Helen Marsh",
            "direct: We had no light on board and no map. = Helen Marsh",
        ],
    );
    holds(
        "“We sank in the bay,” Helen Marsh said.\n\n“We swam to the land,” Thomas Keller added.\n\nThe storm broke the pier in two.\n\n“We had no light on board and no map.”",
        &[
            "direct: We sank in the bay, = Helen Marsh",
            "direct: We swam to the land, = Thomas Keller",
            "direct: We had no light on board and no map. = nobody",
        ],
    );
}

#[test]
fn names_above_lists_and_below_words() {
    holds(
        "What the bakers say:\n\nHelen Marsh, Marsh Bakery\n\n“Flour has never been so dear as it is now.”\n\nThomas Keller, Keller & Sons\n\n“We have let two people go since the spring.”",
        &[
            "direct: Flour has never been so dear as it is now. = Helen Marsh",
            "direct: We have let two people go since the spring. = Thomas Keller",
        ],
    );
    holds(
        "What the bakers say:\n\nHelen Marsh, Marsh Bakery\n\n– Loaves a day: 400\n\n– “Flour has never been so dear as it is now.”\n\n– The oven “costs us more than the flour does”\n\nThomas Keller, Keller & Sons\n\n– “We have let two people go since the spring.”",
        &[
            "direct: Flour has never been so dear as it is now. = Helen Marsh",
            "mixed: costs us more than the flour does = Helen Marsh",
            "direct: We have let two people go since the spring. = Thomas Keller",
        ],
    );
    holds(
        "“Flour has never been so dear as it is now.”\n\nHelen Marsh, baker\n\n“We have let two people go since the spring.”\n\nThomas Keller, baker",
        &[
            "direct: Flour has never been so dear as it is now. = Helen Marsh",
            "direct: We have let two people go since the spring. = Thomas Keller",
        ],
    );
}

#[test]
fn whose_word_a_paper_is() {
    holds(
        "Prices will rise, according to forecasts from the International Monetary Fund.",
        &["indirect: Prices will rise = International Monetary Fund"],
    );
    holds(
        "In a statement, Velmont Energy said that the line was safe. “No customer will lose power,” the statement said.",
        &[
            "indirect: the line was safe = Velmont Energy",
            "direct: No customer will lose power, = Velmont Energy",
        ],
    );
    holds(
        "According to data from Velmont Energy, the line is safe.",
        &["indirect: the line is safe = Velmont Energy"],
    );
}

#[test]
fn a_paper_of_somebody_without_a_name() {
    holds(
        "Velmont Energy issued a statement in May. The officials issued a statement after the march. “We will come back,” the statement said.",
        &["direct: We will come back, = <the statement>"],
    );
    holds(
        "According to figures cited by Helen Marsh, the line is safe.",
        &["indirect: the line is safe = <figures>"],
    );
}

#[test]
fn a_he_of_whom_it_is_open_who_that_is_is_no_sure_speaker() {
    let confidence = |text: &str| {
        let document = analysis::Document::from_paragraphs(text);
        let quotes = engine::analyze(&document, &engine::Options::default()).quotes;
        quotes
            .iter()
            .map(|quote| (quote.speaker.and_then(|who| who.entity).is_some(), quote.confidence))
            .collect::<Vec<_>>()
    };
    let open = "A fisherman pulled up his nets. “The sea is empty,” he said.\n\nA guard shut the gate. “Nobody passes,” he said.";
    assert!(confidence(open).iter().all(|&(known, sure)| !known && sure < 0.6), "{:?}", confidence(open));
    // Whom a word tells, and whom a name tells, is as sure as before.
    let told = "“The sea is empty,” a fisherman said. “Nobody passes,” Helen Marsh said.";
    assert!(confidence(told).iter().all(|&(_, sure)| sure >= 0.85), "{:?}", confidence(told));
}
