//! The hard cases of time and of a text's make-up, 88 to 99 of our list, each through reading and engine together.

use analysis::{Analysis, BlockKind, Document};
use engine::{Options, analyze};

/// Published on Tuesday, 9 December 2025, where the text does not say when.
const PUBLISHED: &str = "2025-12-09";

fn read(text: &str) -> (Document, Analysis) {
    let document = ingest::read_file("article.txt", text.as_bytes());
    let analysis = analyze(&document, &Options { published: engine::day(PUBLISHED), summary: 3 });
    (document, analysis)
}

/// The dates of the text with their values: "last Friday = 2025-12-05".
#[track_caller]
fn dates(text: &str, expected: &[&str]) {
    let (document, analysis) = read(text);
    let told: Vec<String> = analysis
        .dates
        .iter()
        .map(|date| format!("{} = {}", date.span.of(&document.text), date.value.as_deref().unwrap_or("?")))
        .collect();
    assert_eq!(told, expected, "{text}");
}

/// The sentences of the text.
#[track_caller]
fn sentences(text: &str, expected: &[&str]) {
    let (document, analysis) = read(text);
    let told: Vec<&str> = analysis.sentences.iter().map(|span| span.of(&document.text)).collect();
    assert_eq!(told, expected, "{text}");
}

/// The blocks of the text that are no paragraphs.
#[track_caller]
fn blocks(text: &str, expected: &[&str]) {
    let (document, _) = read(text);
    let told: Vec<String> = document
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Paragraph)
        .map(|block| format!("{}: {}", block.kind.name(), block.span.of(&document.text)))
        .collect();
    assert_eq!(told, expected, "{text}");
}

/// The names of the text with their types, each once.
#[track_caller]
fn names(text: &str, expected: &[&str]) {
    let (_, analysis) = read(text);
    let named = analysis.entities.iter().filter(|entity| !entity.kind.is_value());
    let told: Vec<String> = named.map(|entity| format!("{} {}", entity.kind.name(), entity.name)).collect();
    assert_eq!(told, expected, "{text}");
}

/// The quotes of the text with their speakers.
#[track_caller]
fn quotes(text: &str, expected: &[&str]) {
    let (document, analysis) = read(text);
    let told: Vec<String> = analysis
        .quotes
        .iter()
        .filter(|quote| quote.kind != analysis::QuoteKind::Indirect)
        .map(|quote| {
            let words: Vec<&str> = quote.segments.iter().map(|span| span.of(&document.text)).collect();
            let speaker = quote.speaker.and_then(|speaker| analysis.entity(speaker.entity?));
            format!("{} = {}", words.join(" | "), speaker.map_or("nobody", |entity| &entity.name))
        })
        .collect();
    assert_eq!(told, expected, "{text}");
}

/// Body of a made-up article, long enough for a summary.
const BODY: &str = "The harbour of Dunmore will close for two weeks in June, the county said. Ferries will sail from Hale \
    instead while divers mend the quay.\n\nThe quay was damaged in a storm two winters ago. Fishermen asked for the work \
    ever since, and the county found the money this autumn.\n\nThe harbour master, Ines Ode, said the boats could stay.";

#[test]
fn case_88_days_against_the_day_of_publication() {
    dates("The council met on Monday.", &["Monday = 2025-12-08"]);
    dates(
        "The council met last Friday and will meet again next month.",
        &["last Friday = 2025-12-05", "next month = 2026-01"],
    );
    dates("The council will meet on Thursday.", &["Thursday = 2025-12-11"]);
    dates("The bridge was closed earlier this week.", &["this week = 2025-W50"]);
    dates(
        "It closed two days ago, and opens in three weeks.",
        &["two days ago = 2025-12-07", "three weeks = 2026-W01"],
    );
}

#[test]
fn case_89_months_years_decades_and_ranges() {
    dates("The law passed in March.", &["March = 2025-03"]);
    dates("It was a town of the 1990s.", &["the 1990s = 199"]);
    dates("The mill closed in early 2023.", &["early 2023 = 2023"]);
    dates("The fair runs from 3–5 May.", &["3–5 May = 2026-05-03/2026-05-05"]);
    dates(
        "She was born on 2 July 1961 and left in the summer of 1983.",
        &["2 July 1961 = 1961-07-02", "the summer of 1983 = 1983-SU"],
    );
    dates("It meets every Friday for two hours.", &["every Friday = XXXX-WXX-5", "two hours = PT2H"]);
}

#[test]
fn case_90_day_and_month_by_the_articles_country() {
    dates("LONDON (Coastal Wire) — The court in Leeds ruled on 03/04/2025.", &["03/04/2025 = 2025-04-03"]);
    dates("CHICAGO (Coastal Wire) — The court in Chicago ruled on 03/04/2025.", &["03/04/2025 = 2025-03-04"]);
    dates("The court ruled on 23/04/2025.", &["23/04/2025 = 2025-04-23"]);
}

#[test]
fn case_91_tomorrow_inside_a_quote() {
    dates(
        "“We will open tomorrow,” Ines Ode said on Friday.",
        &["tomorrow = 2025-12-06", "Friday = 2025-12-05"],
    );
    dates(
        "Ines Ode said on Friday that it would open the next day.",
        &["Friday = 2025-12-05", "the next day = 2025-12-06"],
    );
}

#[test]
fn case_92_datelines() {
    blocks(
        "ODESA, Ukraine (Coastal Wire) — The port of Odesa opened again on Monday, officials said.",
        &["dateline: ODESA, Ukraine (Coastal Wire) —"],
    );
    names(
        "ODESA, Ukraine (Coastal Wire) — The port opened again on Monday, officials said.",
        &["GPE ODESA", "GPE Ukraine", "ORG Coastal Wire"],
    );
    blocks(
        "LISBON, March 3 (Coastal Wire) - The tram drivers of the city went on strike on Monday.",
        &["dateline: LISBON, March 3 (Coastal Wire) -"],
    );
}

#[test]
fn case_93_bylines_and_co_authors() {
    blocks(
        &format!("Harbour of Dunmore to close for two weeks\n\nBy Ana Ruiz and Tom Dunn\n\n{BODY}"),
        &["headline: Harbour of Dunmore to close for two weeks", "byline: By Ana Ruiz and Tom Dunn"],
    );
    blocks(
        &format!(
            "Harbour of Dunmore to close for two weeks\n\nBy Ana Ruiz, Tom Dunn and Li Wei, Coastal correspondents\n\n{BODY}"
        ),
        &[
            "headline: Harbour of Dunmore to close for two weeks",
            "byline: By Ana Ruiz, Tom Dunn and Li Wei, Coastal correspondents",
        ],
    );
}

#[test]
fn case_94_reporting_and_editing_credits() {
    let text = format!("{BODY}\n\n(Reporting by Ana Ruiz in Hale; Editing by Tom Dunn)");
    blocks(&text, &["furniture: (Reporting by Ana Ruiz in Hale; Editing by Tom Dunn)"]);
    let (document, analysis) = read(&text);
    assert!(analysis.summary.iter().all(|sentence| !sentence.span.of(&document.text).contains("Reporting")));
}

#[test]
fn case_95_captions_credits_and_more_to_read() {
    let text = format!(
        "{BODY}\n\nRead more: The storm that broke the quay\n\nPhoto: Ana Ruiz/Coastal Wire\n\nSign up for our newsletter"
    );
    let (document, analysis) = read(&text);
    let furniture: Vec<&str> = document
        .blocks
        .iter()
        .filter(|block| matches!(block.kind, BlockKind::Furniture | BlockKind::Caption))
        .map(|block| block.span.of(&document.text))
        .collect();
    assert_eq!(
        furniture,
        [
            "Read more: The storm that broke the quay",
            "Photo: Ana Ruiz/Coastal Wire",
            "Sign up for our newsletter",
        ]
    );
    for sentence in &analysis.summary {
        assert!(!furniture.contains(&sentence.span.of(&document.text)));
    }
}

#[test]
fn case_96_bulleted_quotes_and_facts() {
    blocks(
        "What the villagers say:\n\n- “The boats must stay,” said Ines Ode.\n- “Nobody asked us,” said Tom Pell.",
        &[
            "list-item: - “The boats must stay,” said Ines Ode.",
            "list-item: - “Nobody asked us,” said Tom Pell.",
        ],
    );
    quotes(
        "What the villagers say:\n\n• “The boats must stay,” said Ines Ode.\n• “Nobody asked us,” said Tom Pell.",
        &["The boats must stay, = Ines Ode", "Nobody asked us, = Tom Pell"],
    );
}

#[test]
fn case_97_what_does_not_end_a_sentence() {
    sentences(
        "Sen. Ines Ode came in at No. 5. She left at 9 a.m. on Monday.",
        &["Sen. Ines Ode came in at No. 5.", "She left at 9 a.m. on Monday."],
    );
    sentences(
        "Prices rose 3.5 %. J. R. Pell of Hale & Co. said so.",
        &["Prices rose 3.5 %.", "J. R. Pell of Hale & Co. said so."],
    );
    sentences(
        "The U.S. Navy sailed. It left the U.S. Then it came back.",
        &["The U.S. Navy sailed.", "It left the U.S.", "Then it came back."],
    );
}

#[test]
fn case_98_no_space_after_a_full_stop() {
    sentences(
        "The quay was damaged.Divers will mend it.",
        &["The quay was damaged.", "Divers will mend it."],
    );
    sentences("“We lost it.”Nobody came, she said.", &["“We lost it.”", "Nobody came, she said."]);
    sentences("See coastalwire.example for more.", &["See coastalwire.example for more."]);
}

#[test]
fn case_99_hard_wraps_odd_spaces_and_other_scripts() {
    sentences(
        "The quay of Dunmore was damaged in a storm two winters ago and\nwas never mended by the county, which had\nno money for it. Fishermen asked\nfor the work ever since.",
        &[
            "The quay of Dunmore was damaged in a storm two winters ago and was never mended by the county, which had no money for it.",
            "Fishermen asked for the work ever since.",
        ],
    );
    names(
        "Ines\u{a0}Ode met Tom\u{200b} Pell in Lisbon 🎉 on Monday.",
        &["PERSON Ines Ode", "PERSON Tom Pell", "GPE Lisbon"],
    );
    quotes(
        "“Cafe\u{301} Sole closes,” said Ines Ode. “שלום” was on the door.",
        &["Cafe\u{301} Sole closes, = Ines Ode"],
    );
}
