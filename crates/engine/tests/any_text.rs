//! What holds of the analysis of every text whatsoever.

use std::ops::ControlFlow;

use analysis::{Analysis, Document, Quote, Span};
use engine::{Options, Stage, analyze, analyze_in_stages};
use proptest::prelude::*;

mod whys;

/// What an analysis promises (see `analysis::Analysis`).
fn check(document: &Document, found: &Analysis) {
    let text = document.text.as_str();
    let lies_in = |span: Span, what: &str| {
        assert!(span.fits(text), "{what} {span:?} lies on character boundaries");
        assert!(!span.is_empty(), "{what} {span:?} holds words");
    };
    let in_order = |spans: &[Span], what: &str| {
        spans.iter().for_each(|span| lies_in(*span, what));
        for pair in spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{what} {:?} begins before {:?} ends", pair[1], pair[0]);
        }
    };

    in_order(&found.sentences, "sentence");
    for sentence in &found.sentences {
        assert!(
            document.blocks.iter().any(|block| block.span.contains(*sentence)),
            "no sentence spans blocks"
        );
    }

    let mut names: Vec<Span> = Vec::new();
    for (nth, entity) in (1..).zip(&found.entities) {
        assert_eq!(entity.id.0, nth, "entities are numbered by first mention");
        assert!(!entity.name.trim().is_empty() && !entity.mentions.is_empty());
        in_order(&entity.mentions.iter().map(|mention| mention.span).collect::<Vec<_>>(), "mention");
        names.extend(entity.mentions.iter().map(|mention| mention.span));
        for alias in &entity.aliases {
            assert!(alias.count > 0 && alias.text != entity.name, "{alias:?} of {}", entity.name);
            assert!((0.0..=1.0).contains(&alias.confidence), "{alias:?}");
        }
        if let Some(role) = &entity.role {
            lies_in(role.span, "role");
        }
    }
    let firsts = found.entities.iter().map(|entity| entity.mentions[0].span.start);
    assert!(firsts.is_sorted(), "entities come by first mention");
    names.sort();
    in_order(&names, "mention of any entity");

    for (nth, quote) in (1..).zip(&found.quotes) {
        assert_eq!(quote.id, nth);
        assert!(!quote.segments.is_empty() && !quote.why.is_empty());
        assert!((0.0..=1.0).contains(&quote.confidence), "{quote:?}");
        in_order(&quote.segments, "segment");
        goes_on_as_marked(document, quote);
        quote.cue.iter().for_each(|cue| lies_in(*cue, "cue"));
        if let Some(speaker) = quote.speaker {
            lies_in(speaker.span, "speaker");
            assert!(speaker.entity.is_none_or(|id| found.entity(id).is_some()), "{speaker:?} is an entity");
        }
    }
    assert!(found.quotes.iter().map(|quote| quote.segments[0].start).is_sorted());

    in_order(&found.dates.iter().map(|date| date.span).collect::<Vec<_>>(), "date");
    in_order(&found.figures.iter().map(|figure| figure.span).collect::<Vec<_>>(), "figure");
    for figure in &found.figures {
        assert!(figure.value.is_none_or(|(low, high)| low <= high), "{figure:?}");
        figure.of.iter().for_each(|of| lies_in(*of, "what a figure counts"));
        figure.against.iter().for_each(|against| lies_in(*against, "what a figure is set against"));
    }
    let facts = &found.facts;
    for span in [facts.what, facts.when, facts.why].into_iter().flatten() {
        lies_in(span, "answer");
    }
    for id in facts.who.iter().chain(&facts.place) {
        assert!(found.entity(*id).is_some(), "{facts:?} is about entities");
    }
    in_order(&found.summary.iter().map(|sentence| sentence.span).collect::<Vec<_>>(), "summary sentence");
    for sentence in &found.summary {
        assert!(found.sentences.contains(&sentence.span), "the summary takes whole sentences");
        assert!((0.0..=1.0).contains(&sentence.score) && !sentence.why.is_empty(), "{sentence:?}");
    }
    no_summary_sentence_hangs_in_the_air(text, found);
    for phrase in &found.keyphrases {
        in_order(&phrase.mentions, "key phrase");
        assert!(!phrase.text.trim().is_empty() && !phrase.mentions.is_empty());
        assert!((0.0..=1.0).contains(&phrase.score), "{phrase:?}");
    }
    for said in &found.diagnostics {
        assert!(said.span.is_none_or(|span| span.fits(text)), "{said:?}");
    }
}

/// A sentence of the summary that begins with "he" or "but" has the one before it there too.
fn no_summary_sentence_hangs_in_the_air(text: &str, found: &Analysis) {
    const LOOSE: [&str; 12] =
        ["he", "she", "they", "it", "that", "those", "but", "however", "yet", "so", "and", "instead"];
    for sentence in &found.summary {
        let words = sentence.span.of(text).trim_start_matches(|c: char| !c.is_alphanumeric());
        let first = words.split_whitespace().next().unwrap_or("").trim_end_matches(',').to_lowercase();
        if LOOSE.contains(&first.as_str()) {
            let at = found.sentences.iter().position(|other| *other == sentence.span);
            let before = at.and_then(|at| found.sentences.get(at.checked_sub(1)?));
            assert!(
                before.is_some_and(|before| found.summary.iter().any(|other| other.span == *before)),
                "{words:?} comes without what it hangs on"
            );
        }
    }
}

/// A segment stays in its paragraph, and a quote that a mark has closed goes on in a later paragraph only behind a
/// mark that opens it again.
fn goes_on_as_marked(document: &Document, quote: &Quote) {
    let text = document.text.as_str();
    let is_mark = |c: char| "\"'“”„‟‘’‚‛«»‹›`´＂".contains(c);
    let block =
        |span: Span| document.blocks.iter().map(|block| block.span).find(|block| block.contains(span));
    for segment in &quote.segments {
        assert!(block(*segment).is_some(), "{quote:?} stays within paragraphs");
    }
    for pair in quote.segments.windows(2) {
        let (Some(before), Some(after)) = (block(pair[0]), block(pair[1])) else { continue };
        let closed = Span { start: pair[0].end, end: before.end }.of(text).trim_start().starts_with(is_mark);
        let opened = Span { start: after.start, end: pair[1].start }.of(text).trim_end().ends_with(is_mark);
        assert!(before == after || !closed || opened, "{quote:?} goes on without a mark");
    }
}

#[track_caller]
fn check_text(text: &str) {
    let document = Document::from_paragraphs(text);
    check(&document, &analyze(&document, &Options::default()));
    whys::have_one_rule_each(&document);
}

/// Text out of what news is made of, put together without sense: the components meet what they look for in places
/// where it makes none.
fn shuffled_news() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        4 => prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned),
        4 => prop::sample::select(SAYING.to_vec()).prop_map(str::to_owned),
        4 => prop::sample::select(MARKS.to_vec()).prop_map(str::to_owned),
        4 => prop::sample::select(TIMES.to_vec()).prop_map(str::to_owned),
        3 => prop::sample::select(WORDS.to_vec()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", " ", "", "\n\n", "\u{a0}", "-"]);
    prop::collection::vec((part, gap), 0..120)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, gap)| [part, gap.to_owned()]).collect())
}

/// Speech whose marks, cues and paragraphs come in any order.
fn shuffled_speech() -> impl Strategy<Value = String> {
    let mark = || prop::sample::select(vec!["“", "”", "\"", "'", "‘", "’", "«", "»", "''", "``"]);
    let part = prop_oneof![
        5 => mark().prop_map(str::to_owned),
        3 => prop::sample::select(SPEECH.to_vec()).prop_map(str::to_owned),
        3 => prop::sample::select(SAYING.to_vec()).prop_map(str::to_owned),
        2 => prop::sample::select(NAMES.to_vec()).prop_map(str::to_owned),
        1 => prop::sample::select(MARKS.to_vec()).prop_map(str::to_owned),
        1 => (prop::sample::select(SPEECH.to_vec()), mark()).prop_map(|(words, mark)| format!("\n\n{mark}{words}")),
    ];
    let gap = prop::sample::select(vec![" ", " ", "", "", "\n\n", "\n"]);
    prop::collection::vec((part, gap), 0..80)
        .prop_map(|parts| parts.into_iter().flat_map(|(part, gap)| [part, gap.to_owned()]).collect())
}

const SPEECH: &[&str] = &[
    "We sank,",
    "and we swam.",
    "It was cold.",
    "Why?",
    "PELL: No,",
    "RUIZ: Yes.",
    "(LAUGHTER)",
    "He left",
    "the boat, which had sunk,",
    "A Farce",
];

const NAMES: &[&str] = &[
    "Mr.",
    "Mrs",
    "President",
    "Ana Ruiz",
    "Ruiz",
    "Ruis",
    "Kim Jae-won",
    "Kim",
    "van der Holt",
    "O’Neil",
    "U.S.",
    "US",
    "us",
    "Turkey",
    "Turkish",
    "Iran",
    "Iraq",
    "Bank of Ural",
    "(WRB)",
    "World Relief Board",
    "The Hague",
    "May",
    "Will",
    "Washington",
    "ODESA",
    "the minister",
    "the company",
    "he",
    "she",
    "they",
    "I",
    "’s",
    "Jr.",
    "МОСКВА",
    "دمشق",
    "Ǆ",
    "İstanbul",
    "ß",
];
const SAYING: &[&str] = &[
    "said",
    "says",
    "told",
    "reporters",
    "that",
    "according to",
    "added",
    "asked",
    "whether",
    "in a statement",
    "claimed",
    "her claim",
    "warned of",
    "denied",
    "called it",
    "said by",
    "it is said",
    "who",
    "which",
    "and",
    "PELL:",
    "Q:",
    "A:",
    "by",
    "of",
    "to",
    "the",
    "a",
];
const MARKS: &[&str] = &[
    "“",
    "”",
    "\"",
    "‘",
    "’",
    "'",
    "«",
    "»",
    "„",
    "``",
    "''",
    ",",
    ".",
    "?",
    "!",
    "…",
    "—",
    "–",
    "-",
    ":",
    ";",
    "(",
    ")",
    "[",
    "]",
    "/",
    "“We won,”",
    "‘No’",
    "*",
    "•",
];
const TIMES: &[&str] = &[
    "Monday",
    "last",
    "next",
    "week",
    "March 3, 2026",
    "03/04/2025",
    "2026",
    "the 1990s",
    "early",
    "3–5 May",
    "days",
    "after",
    "ago",
    "yesterday",
    "tomorrow",
    "at 5 p.m.",
    "noon",
    "two",
    "0",
    "99999999999999999999",
    "$4.2 million",
    "3.5 %",
    "per cent",
    "from",
    "until",
    "-1",
    "29 February",
    "31",
    "every",
    "Q3",
    "€",
    "million",
    "1e9",
    "12th",
];
const WORDS: &[&str] = &[
    "boats",
    "harbour",
    "the talks",
    "announcement",
    "🎉",
    "e\u{301}",
    "\u{200d}",
    "\u{202e}",
    "\u{feff}",
    "\u{0}",
    "https://example.org/a?b=c",
    "a@b.org",
    "#tag",
    "@name",
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    "x\u{ad}y",
];

/// How many texts each property is tried on: `TEXTS=200000 cargo test --release -p engine --test any_text` tries more
/// than a million in all.
fn texts() -> u32 {
    std::env::var("TEXTS").ok().and_then(|texts| texts.parse().ok()).unwrap_or(1000)
}

/// Texts that one of the properties failed on.
#[test]
fn texts_found_by_chance() {
    for text in [
        // A date within what the board is called, and within a title.
        "O’Neil Ruiz World Relief Board Bank of Ural Monday the talks Q3 World Relief Board (WRB) ",
        "Mrs Mrs President Jr. Mr. The Hague29 February President ",
        // A range whose first end is the greater one.
        "€ 31-$4.2 million ",
        // A place within a title, and within a description.
        "RUIZ: Yes. The Hague President ",
        "Ana Ruiz . The Hague Mr. boatsthe minister Mr. ",
        // Names of which one ends with the other, joined for different reasons.
        "Ana Ruiz boats Ana Ruiz Ruiz said Ana Ruiz-Ana Ruiz ",
        // A pronoun before its name, with a time between them.
        "reporters he , per cent noon-e\u{301} Kim Jae-won-she ",
    ] {
        check_text(text);
    }
}

proptest! {
    // Nothing is written beside the tests: a case that failed becomes a test with a name.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(texts()) })]

    #[test]
    fn any_string(text in any::<String>()) {
        check_text(&text);
    }

    #[test]
    fn news_without_sense(text in shuffled_news()) {
        check_text(&text);
    }

    #[test]
    fn speech_without_sense(text in shuffled_speech()) {
        check_text(&text);
    }

    #[test]
    fn the_same_text_has_the_same_analysis(text in shuffled_news()) {
        let document = Document::from_paragraphs(&text);
        prop_assert_eq!(analyze(&document, &Options::default()), analyze(&document, &Options::default()));
    }

    #[test]
    fn any_day_of_publication(text in shuffled_news(), day in -9_000_i32..9_000) {
        let start = jiff::civil::date(2025, 1, 1);
        let published = start.checked_add(jiff::Span::new().days(i64::from(day) * 300)).ok();
        let document = Document::from_paragraphs(&text);
        check(&document, &analyze(&document, &Options { published, summary: 10 }));
    }

    #[test]
    fn an_analysis_that_is_ended_early_is_whole_as_far_as_it_goes(text in shuffled_news(), quotes in any::<bool>()) {
        let document = Document::from_paragraphs(&text);
        let last = if quotes { Stage::Quotes } else { Stage::Names };
        let part = analyze_in_stages(&document, &Options::default(), &mut |stage, _| {
            if stage == last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        check(&document, &part);
        let whole = analyze(&document, &Options::default());
        prop_assert_eq!(&part.entities, &whole.entities);
        prop_assert!(!quotes || part.quotes == whole.quotes);
    }
}

#[test]
fn blocks_that_are_no_words() {
    check_text("");
    check_text("\n \n\t\n");
    check_text("…\n\n—\n\n“\n\n”");
}
