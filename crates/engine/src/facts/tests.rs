use analysis::{Document, Facts};

use crate::{Analysis, Options, analyze};

const ARTICLE: &str = "HARROW BAY, England (Coastal Wire) — The ferry company Northlink closed its oldest route on Monday because \
the pier at Dunmore is no longer safe, the company said.\nChief executive Tom Pell said in Dunmore that Northlink had looked for a \
way to keep it open. Pell said the forty workers on the route would be offered other jobs.\nIslanders fear for their school, and \
the county wants to talk with Northlink about a bus.";

fn facts(text: &str) -> (Document, Analysis, Facts) {
    let document = Document::from_paragraphs(text);
    let published = crate::day("2025-12-09");
    let analysis = analyze(&document, &Options { published, summary: 3 });
    let facts = analysis.facts.clone();
    (document, analysis, facts)
}

#[test]
fn the_lead_answers() {
    let (document, analysis, facts) = facts(ARTICLE);
    let name = |id| analysis.entity(id).map_or("", |entity| entity.name.as_str());
    let who: Vec<&str> = facts.who.iter().map(|id| name(*id)).collect();
    assert!(who.contains(&"Northlink") && who.contains(&"Tom Pell"), "{who:?}");
    assert_eq!(facts.when.map(|span| span.of(&document.text)), Some("Monday"));
    assert_eq!(
        facts.why.map(|span| span.of(&document.text)),
        Some("because the pier at Dunmore is no longer safe")
    );
    assert!(facts.what.is_some_and(|span| analysis.summary.iter().any(|sentence| sentence.span == span)));
}

#[test]
fn where_is_what_the_dateline_or_the_lead_says() {
    let (_, analysis, with_dateline) = facts(ARTICLE);
    let name = |id| analysis.entity(id).map_or("", |entity| entity.name.as_str());
    assert!(
        ["Harrow Bay", "HARROW BAY", "Dunmore"].contains(&with_dateline.place.map_or("", name)),
        "{with_dateline:?}"
    );
}

#[test]
fn what_the_text_does_not_say_stays_open() {
    let (_, _, facts) = facts("It rained. Nobody minded.");
    assert_eq!(facts, Facts::default());
}

#[test]
fn a_reason_in_somebodys_mouth_is_not_the_articles() {
    let (document, _, facts) = facts(&ARTICLE.replace(
        "because the pier at Dunmore is no longer safe, the company said",
        "and “we do it because the pier is no longer safe,” the company said",
    ));
    assert_eq!(facts.why.map(|span| span.of(&document.text)), None);
}

#[test]
fn a_reason_is_of_the_event_or_silent() {
    let why = |text: &str| {
        let (document, _, facts) = facts(text);
        facts.why.map(|span| span.of(&document.text).to_owned())
    };
    let rest = " Nobody knows how long it will last. The company has three depots in Hale and Dunmore.";
    let of = |lead: &str| why(&format!("{lead}{rest}"));
    assert_eq!(of("Bus drivers in Hale walked out on Monday over pay.").as_deref(), Some("over pay"));
    assert_eq!(
        of("Norrin Coal closed its pit at Hale on Monday after inspectors found gas in the main shaft.")
            .as_deref(),
        Some("after inspectors found gas in the main shaft")
    );
    // When it was, and why somebody else did something.
    assert_eq!(of("Talks began again in Hale on Monday after a break of four months."), None);
    assert_eq!(of("Ana Ruiz, who resigned last year because of a row, won the vote on Sunday."), None);
}

#[test]
fn when_and_where_are_of_the_event() {
    let (document, analysis, facts) = facts(
        "Speaking in Geneva, Transport Minister Tom Pell said on Tuesday that a ferry had sunk off Norway on Sunday. \
         Nobody was hurt in it, now the pride of a museum. The ferry was built in 1990 and was on its way to Hale.",
    );
    assert_eq!(facts.when.map(|span| span.of(&document.text)), Some("Sunday"));
    let place = facts.place.and_then(|id| analysis.entity(id)).map(|entity| entity.name.as_str());
    assert_ne!(place, Some("Geneva"));
}

const REST: &str = " Nobody knows how long it will last. The company has three depots in Hale and Dunmore.";

#[test]
fn a_reason_is_what_somebody_is_fined_or_thanked_for() {
    let why = |lead: &str| {
        let (document, _, facts) = facts(&format!("{lead}{REST}"));
        facts.why.map(|span| span.of(&document.text).to_owned())
    };
    assert_eq!(why("Norrin Coal was fined on Monday for dumping ash.").as_deref(), Some("for dumping ash"));
    assert_eq!(
        why("Norrin Coal left the talks on Monday on the grounds that nobody listened.").as_deref(),
        Some("on the grounds that nobody listened")
    );
    // What a thing is for is no reason.
    assert_eq!(why("Norrin Coal bought a pit in Hale on Monday for storing gas."), None);
}

#[test]
fn who_is_the_subject_of_the_event() {
    let (_, analysis, facts) = facts(
        "India agreed on Thursday to share more data with Pakistan on three dams, Norrin News reported. The rivers of \
         both countries are low. Talks go on in May, and Pakistan wants more than data.",
    );
    let first = facts.who.first().and_then(|id| analysis.entity(*id)).map(|entity| entity.name.as_str());
    assert_eq!(first, Some("India"));
}

#[test]
fn a_day_without_a_date_is_told_in_its_words() {
    let document = Document::from_paragraphs(&format!("Norrin Coal closed its pit at Hale on Monday.{REST}"));
    let facts = analyze(&document, &Options { published: None, summary: 3 }).facts;
    assert_eq!(facts.when.map(|span| span.of(&document.text)), Some("Monday"));
}

#[test]
fn an_article_is_in_the_place_that_it_names_again_and_again() {
    let place = |text: &str| {
        let (_, analysis, facts) = facts(text);
        facts.place.and_then(|id| analysis.entity(id)).map(|entity| entity.name.clone())
    };
    let text = "Schools will teach sign language from next year, the minister said. Kenya has few teachers of it. Four in \
                five deaf pupils in Kenya leave early. Kenya wants to train 900 teachers.";
    assert_eq!(place(text).as_deref(), Some("Kenya"));
    // As often as another.
    let text = "Schools will teach sign language from next year, the minister said. Kenya has few teachers of it, and so has \
                Uganda. Pupils in Kenya and in Uganda leave early.";
    assert_eq!(place(text), None);
    let text = "Prices rise faster than anywhere in the world outside Venezuela, the bank said on Monday. Nobody knows why \
                they do. The bank has no plan.";
    assert_eq!(place(text), None);
}

#[test]
fn who_only_hears_it_is_not_who() {
    let (_, analysis, facts) = facts(
        "A new cabinet will be formed by Tom Pell in May, a source told the Hale Times. Pell has named no minister yet. The \
         Hale Times has asked him.",
    );
    let who: Vec<&str> =
        facts.who.iter().filter_map(|id| analysis.entity(*id)).map(|entity| entity.name.as_str()).collect();
    assert!(who.iter().any(|name| name.contains("Pell")) && !who.contains(&"Hale Times"), "{who:?}");
}

#[test]
fn where_is_what_the_subject_belongs_to_and_not_what_lies_behind() {
    let place = |lead: &str| {
        let (_, analysis, facts) = facts(&format!(
            "{lead} Nobody knows how long it will last.\nThe papers for it were sent by post. A second meeting is to follow."
        ));
        facts.place.and_then(|id| analysis.entity(id)).map(|entity| entity.name.clone())
    };
    assert_eq!(place("The mayor of Nairobi, Ana Ruiz, resigned on Monday.").as_deref(), Some("Nairobi"));
    assert_eq!(place("Kenya’s parliament voted on Tuesday to ban plastic bags.").as_deref(), Some("Kenya"));
    assert_eq!(
        place("A fire destroyed a market hall in the centre of Accra on Monday.").as_deref(),
        Some("Accra")
    );
    assert_eq!(place("The mayor of Nairobi flew to Cairo on Monday.").as_deref(), None);
    assert_eq!(place("Rents rose again on Monday because of the war in Ukraine.").as_deref(), None);
    assert_eq!(place("The war in Ukraine killed nine people on Monday.").as_deref(), Some("Ukraine"));
    assert_eq!(
        place("Doha: The Rowing Network opened a school in Chile on Monday.").as_deref(),
        Some("Doha")
    );
}

#[test]
fn when_is_not_the_day_of_something_else() {
    let when = |text: &str| {
        let (document, _, facts) = facts(text);
        facts.when.map(|span| span.of(&document.text).to_owned())
    };
    let rest = "\nThe council of Hale wants to hear the guards again, and the mayor has asked for calm.\nMany in the town \
        fear that the row will go on for a long time, as nobody knows what the guards want.";
    let of = |lead: &str| when(&format!("{lead}{rest}"));
    assert_eq!(of("Mayor Tom Pell attacked Saturday’s meeting of the guards of Hale."), None);
    assert_eq!(of("Mayor Tom Pell met the guards of Hale on Saturday.").as_deref(), Some("Saturday"));
    assert_eq!(of("A bowl of the 18th century was found by Tom Pell in Hale."), None);
    assert_eq!(of("The wealth of Hale rose to $30 million, up from $20 million last year."), None);
    assert_eq!(of("The wealth of Hale rose to $30 million last year.").as_deref(), Some("last year"));
}

#[test]
fn a_reason_ends_where_the_sentence_goes_on() {
    let why = |lead: &str| {
        let (document, _, facts) = facts(&format!(
            "{lead}\nThe council of Hale wants to hear the guards again, and the mayor has asked for calm.\nMany in the town \
             fear that it will go on for a long time, as nobody knows what the guards want."
        ));
        facts.why.map(|span| span.of(&document.text).to_owned())
    };
    assert_eq!(
        why("The rise in debt as a result of the flood limits the choices of Hale.").as_deref(),
        Some("as a result of the flood")
    );
    assert_eq!(
        why("The bridge of Hale closed because the piers sank.").as_deref(),
        Some("because the piers sank")
    );
}
