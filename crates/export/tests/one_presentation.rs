//! A quote is shown in one way wherever it is shown: in the page, a citation, Markdown, CSV and HTML.

use analysis::plain::quoted;
use analysis::{
    Analysis, Document, Entity, EntityId, EntityType, Mention, MentionKind, Polarity, Quote, QuoteKind,
    Sense, Span, Speaker,
};
use export::{Format, Style, cite_quote, write};

const TEXT: &str = "“Wet days remain,” said Jo Orr, a warden, “but the dyke holds.”\n\
    Orr called the plan “long” and “useful”. Orr denied saying “it leaks”.\n\
    Orr said that the dyke, which is old, will hold until May.\n\
    “It held in March,” Orr said. “It held in April.\n\
    “And it will hold.”\n";

fn quote(id: u32, kind: QuoteKind, parts: &[&str]) -> Quote {
    let place = |part: &&str| {
        let start = TEXT.find(*part).expect("the text has the part");
        Span::new(start, start + part.len())
    };
    Quote {
        id,
        kind,
        segments: parts.iter().map(place).collect(),
        speaker: Some(Speaker { span: place(&"Jo Orr"), entity: Some(EntityId(1)) }),
        cue: None,
        confidence: 0.7,
        why: "subject of the verb".to_owned(),
        polarity: Polarity::Positive,
        sense: Sense::Speech,
    }
}

fn article() -> (Document, Analysis) {
    let start = TEXT.find("Jo Orr").expect("he is there");
    let denied = Quote { polarity: Polarity::Negative, ..quote(3, QuoteKind::Mixed, &["it leaks"]) };
    let sentence = |words: &str| {
        let start = TEXT.find(words).expect("the text has the sentence");
        Span::new(start, start + words.len())
    };
    let analysis = Analysis {
        sentences: vec![sentence("Orr said that the dyke, which is old, will hold until May.")],
        entities: vec![Entity {
            id: EntityId(1),
            kind: EntityType::Person,
            name: "Jo Orr".to_owned(),
            aliases: Vec::new(),
            role: None,
            salience: 0.0,
            mentions: vec![Mention { span: Span::new(start, start + 6), kind: MentionKind::Name }],
        }],
        quotes: vec![
            quote(1, QuoteKind::Direct, &["Wet days remain,", "but the dyke holds."]),
            quote(2, QuoteKind::Mixed, &["long", "useful"]),
            denied,
            quote(4, QuoteKind::Indirect, &["the dyke", "will hold until May"]),
            quote(5, QuoteKind::Direct, &["It held in March,", "It held in April.", "And it will hold."]),
        ],
        ..Analysis::default()
    };
    (Document::from_paragraphs(TEXT), analysis)
}

const SHOWN: [&str; 5] = [
    "“Wet days remain,” … “but the dyke holds.”",
    "“long” … “useful”",
    "“it leaks”",
    "the dyke … will hold until May",
    "“It held in March,” … “It held in April.” “And it will hold.”",
];

#[test]
fn every_form_shows_the_same_words_in_the_same_marks() {
    let (document, mut analysis) = article();
    // The second part of the fourth stands behind its own "the dyke".
    analysis.quotes[3].segments[0] = {
        let start = TEXT.find("the dyke, which").expect("it is there");
        Span::new(start, start + "the dyke".len())
    };
    let csv = write(Format::CsvQuotes, "a", &document, &analysis);
    let rows: Vec<&str> = csv.lines().skip(1).collect();
    let markdown = write(Format::Markdown, "a", &document, &analysis);
    let html = write(Format::Html, "a", &document, &analysis);
    for ((quote, shown), row) in analysis.quotes.iter().zip(SHOWN).zip(rows) {
        assert_eq!(quoted(&document.text, quote), shown, "the page");
        let citation = cite_quote(Style::Plain, &document, &analysis, quote, None).plain();
        assert!(citation.starts_with(&format!("{shown} — Jo Orr")), "{citation}");
        assert!(row.contains(shown), "{row}");
        assert!(markdown.contains(&format!("> {shown}\n")), "{shown} in {markdown}");
        assert!(html.contains(&format!("<bdi>{shown}</bdi>")), "{shown} in {html}");
        let denied = quote.polarity == Polarity::Negative;
        for (form, told) in [("citation", &citation[..]), ("row", row)] {
            assert_eq!(told.contains("not said, or denied"), denied, "{form}");
        }
    }
    // Once in the brief; in the page, once at the words and once in the list.
    assert_eq!(markdown.matches("not said, or denied").count(), 1);
    assert_eq!(html.matches("not said, or denied").count(), 2);
    assert_eq!(html.matches(", likely</small>").count(), 5, "how sure, in the page's words");
}

#[test]
fn words_that_are_no_quote_are_the_reporters() {
    let (mut document, analysis) = article();
    document.stated.title = Some("The dyke".to_owned());
    let place = |words: &str| {
        let start = TEXT.find(words).expect("the text has the words");
        Span::new(start, start + words.len())
    };
    let cited = |style, words| export::cite_words(style, &document, &analysis, place(words), None).plain();
    assert_eq!(cited(Style::Plain, "called the plan “long”"), "“called the plan ‘long’” In: “The dyke”.");
    assert_eq!(cited(Style::Mla, "which is old"), "“which is old” (“The Dyke”).\n\n“The Dyke.”");
    assert_eq!(cited(Style::Plain, "Wet days"), "“Wet days” — Jo Orr. In: “The dyke”.");
}

#[test]
fn a_quote_in_the_styles() {
    let (mut document, mut analysis) = article();
    document.stated = text::Stated {
        title: Some("The dyke of Tarn".to_owned()),
        authors: vec!["Ito Pell".to_owned()],
        site: Some("Tarn Post".to_owned()),
        ..text::Stated::default()
    };
    analysis.published = Some(analysis::Published { date: "2025-12-07".to_owned(), span: None });
    let cited =
        |style, nth: usize| cite_quote(style, &document, &analysis, &analysis.quotes[nth], None).plain();
    assert_eq!(
        cited(Style::Plain, 1),
        "“long” … “useful” — Jo Orr. In: “The dyke of Tarn”, by Ito Pell, Tarn Post, 7 December 2025."
    );
    assert_eq!(
        cited(Style::Apa, 0),
        "“Wet days remain,” … “but the dyke holds.” (Jo Orr, as cited in Pell, 2025).\n\n\
         Pell, I. (2025, December 7). The dyke of Tarn. Tarn Post."
    );
    assert_eq!(
        cited(Style::Mla, 2),
        "“it leaks” (Jo Orr; not said, or denied, qtd. in Pell).\n\n\
         Pell, Ito. “The Dyke of Tarn.” Tarn Post, 7 Dec. 2025."
    );
    assert_eq!(
        cited(Style::Chicago, 1),
        "“long” … “useful” Jo Orr, quoted in Ito Pell, “The Dyke of Tarn,” Tarn Post, December 7, 2025."
    );
    assert_eq!(
        cited(Style::Harvard, 3),
        "“Orr said that the dyke, which is old, will hold until May.” (Jo Orr, quoted in Pell, 2025).\n\n\
         Pell, I. (2025) ‘The dyke of Tarn’, Tarn Post, 7 December."
    );
    assert_eq!(
        cited(Style::Plain, 3),
        "the dyke … will hold until May — Jo Orr (reported speech; “Orr said that the dyke, which is old, will hold \
         until May.”). In: “The dyke of Tarn”, by Ito Pell, Tarn Post, 7 December 2025."
    );
}
